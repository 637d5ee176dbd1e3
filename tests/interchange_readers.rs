//! Real readers of what we write, where they are installed: translate-toolkit and xmllint. Without them a line on standard error says so.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "tests start outside programs and say when they are not there"
)]

use duizhao::interchange::glossary::FORMATS;
use duizhao::interchange::glossary::exchange::ExportSettings;
use duizhao::termbase::termbase::Termbase;
use duizhao::termbase::yaml;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use std::fs;
use std::process::Command;

const GLOSSARY: &str = "terms:\n  - {id: large-model, src: [大模型, 大语言模型], tgt: large model, allow: [LM], forbid: [big model], pos: noun, abbr: LLM, \
    definition: \"a <model> & more\", note: keep, domain: ai}\n  - {src: GitHub, dnt: true}\n  - {src: 智能体, tgt: agent, pos: proper name}\n";

fn glossary() -> Termbase {
    let (termbase, notices) = yaml::read(&Source::new("g.yaml", GLOSSARY));
    assert!(notices.is_empty(), "{notices:?}");
    termbase
}

fn written(name: &str) -> Vec<u8> {
    let settings = ExportSettings {
        source: Lang::new("zh-Hans"),
        target: Lang::new("en"),
    };
    let format = FORMATS
        .iter()
        .find(|format| format.name == name)
        .expect("a format");
    let mut out = Vec::new();
    (format.write)(&glossary(), &settings, &mut out).expect("it is written");
    out
}

#[test]
fn translate_toolkit_reads_tbx_version_2() {
    let script = "import sys\nfrom translate.storage import tbx\nstore = tbx.tbxfile.parsestring(sys.stdin.buffer.read(), 'zh-Hans', 'en')\n\
        for unit in store.units:\n    print('|'.join(t.text for t in unit.get_source_terms()), '=', '|'.join(t.text + ('!' if t.deprecated else '') for t in unit.get_target_terms()))\n";
    let has_it = Command::new("python3")
        .args(["-c", "import translate.storage.tbx"])
        .output();
    if !has_it.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: translate-toolkit is not installed (pip install translate-toolkit)");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("g.tbx");
    fs::write(&path, written("tbx-v2")).expect("a file");
    let output = Command::new("python3")
        .args(["-c", script])
        .stdin(fs::File::open(&path).expect("the file"))
        .output()
        .expect("it runs");
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(
        text.trim(),
        "大模型|大语言模型 = large model|LM|LLM|big model!\nGitHub = GitHub\n智能体 = agent",
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn xmllint_finds_tbx_well_formed() {
    if Command::new("xmllint").arg("--version").output().is_err() {
        eprintln!("skipped: xmllint is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["tbx-v2", "tbx-v3"] {
        let path = folder.path().join(name);
        fs::write(&path, written(name)).expect("a file");
        let output = Command::new("xmllint")
            .args(["--noout", "--nonet"])
            .arg(&path)
            .output()
            .expect("it runs");
        assert!(
            output.status.success(),
            "{name}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

/// The csv crate stands for every other reader of CSV.
#[test]
fn another_csv_reader_reads_ours() {
    let bytes = written("csv");
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let headers: Vec<String> = reader
        .headers()
        .expect("headers")
        .iter()
        .map(str::to_owned)
        .collect();
    assert_eq!(headers[..3], ["id", "src", "tgt"]);
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows");
    assert_eq!(&rows[0][1], "大模型; 大语言模型");
    assert_eq!(rows.len(), 3);
}
