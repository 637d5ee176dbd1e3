//! `interop check` on files of our own, on the official suites where they are at hand, and on what no program would write.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "tests read the fixtures, and say when the official suites are not there"
)]

use duizhao::interchange::conformance::outcome;
use duizhao::interchange::conformance::outcome::Outcome;
use duizhao::interchange::conformance::tbx;
use duizhao::interchange::conformance::tmx;
use duizhao::interchange::conformance::xliff_1;
use duizhao::interchange::conformance::xliff_2::document;
use duizhao::interchange::input::Input;
use duizhao::interchange::markup::grammar::Grammar;
use duizhao::interchange::po::read;
use duizhao::text::source::Source;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> = paths
        .filter(|path| path.is_file() && path.to_string_lossy().ends_with(ending))
        .collect();
    paths.sort();
    paths
}

fn fixtures(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/interop_check");
    files(&root.join(folder), "")
}

fn check(path: &Path) -> Outcome {
    let bytes = fs::read(path).expect("the file");
    check_bytes(&path.to_string_lossy(), &bytes)
}

fn check_bytes(name: &str, bytes: &[u8]) -> Outcome {
    let input = Input { name, bytes };
    outcome::check(&input, None).unwrap_or_else(|notice| panic!("{name}: {notice}"))
}

/// `LINE code`, a problem each.
fn told(outcome: &Outcome) -> Vec<String> {
    let problems = outcome.problems.iter();
    let told = problems.map(|problem| {
        let at = problem.notice.at.as_ref();
        let line = at.map_or(0, |(source, span)| source.line_of(span.start));
        format!("{line} {}", problem.notice.id)
    });
    told.collect()
}

#[test]
fn tables_of_all_formats_can_be_read() {
    for table in [
        document::GRAMMAR,
        xliff_1::GRAMMAR,
        tmx::GRAMMAR,
        tbx::GRAMMAR_2,
        tbx::GRAMMAR_3,
    ] {
        Grammar::parse(table).expect("the table");
    }
}

#[test]
fn good_files_have_no_problems() {
    for path in fixtures("good") {
        let outcome = check(&path);
        assert_eq!(told(&outcome), Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn each_problem_of_a_bad_file_is_told_at_its_line() {
    for path in fixtures("bad") {
        let text = fs::read_to_string(&path).expect("text");
        let expected = text.lines().filter_map(|line| line.split_once("expects: "));
        let mut expected: Vec<String> = expected
            .map(|(_, rest)| rest.trim_end_matches("-->").trim().to_owned())
            .collect();
        let mut found = told(&check(&path));
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{}", path.display());
    }
}

#[test]
fn the_po_reader_gives_back_what_stands_there() {
    let path = &fixtures("good")
        .into_iter()
        .find(|path| path.ends_with("plain.po"))
        .expect("it");
    let text = fs::read_to_string(path).expect("text");
    let file = read::read(&Source::new("plain.po", text.as_str()));
    let header = file.header.as_ref().expect("a header");
    assert_eq!(header.charset(), Some("UTF-8"));
    assert_eq!(header.plural().map(|plural| plural.n_forms), Some(2));
    assert_eq!(header.entry.comments, ["译者说明"]);
    assert_eq!(file.entries.len(), 5);
    let first = &file.entries[0];
    assert!(first.is_fuzzy() && first.has_flag("c-format"));
    assert_eq!(first.references, ["docs/intro.md", "docs/more.md"]);
    assert_eq!(first.extracted, ["told to translators"]);
    let previous = first.previous.id.as_ref().map(|id| id.text.as_str());
    assert_eq!(previous, Some("旧的 %d 个文件"));
    assert_eq!(
        first.context.as_ref().map(|text| text.text.as_str()),
        Some("k1")
    );
    let second = &file.entries[1];
    assert_eq!(second.translations[1].text, "%d files\n");
    let place = second.translations[1].place(4);
    assert_eq!(file.source.slice(place), "\"files\\n\"");
    assert_eq!(
        file.entries[2].translations[0].text,
        "the same \"sentence\"\tAA"
    );
    assert_eq!(
        file.entries[2]
            .context
            .as_ref()
            .map(|text| text.text.as_str()),
        Some("")
    );
    assert!(file.entries[4].is_obsolete);
    let crlf = read::read(&Source::new("crlf.po", text.replace('\n', "\r\n")));
    assert!(crlf.problems.is_empty(), "{:?}", crlf.problems);
    assert_eq!(crlf.entries[1].translations[1].text, "%d files\n");
}

/// The official files beside the checkout, where somebody has put them.
fn suites() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/schemas");
    let root = std::env::var_os("DUIZHAO_SCHEMAS").map_or(beside, PathBuf::from);
    if root.is_dir() {
        return Some(root);
    }
    eprintln!("skipped: no official suites (set DUIZHAO_SCHEMAS to a folder that has them)");
    None
}

#[test]
fn the_official_suite_of_xliff_is_judged_as_its_authors_judge_it() {
    let Some(root) = suites() else { return };
    let count = |kind: &str, has_errors: bool| {
        let parts = ["core", "modules"];
        let folders = parts.map(|part| root.join("xliff-2.1/test-suite").join(part).join(kind));
        let all: Vec<PathBuf> = folders
            .iter()
            .flat_map(|folder| files(folder, ".xlf"))
            .collect();
        let (agreed, other): (Vec<_>, Vec<_>) = all
            .iter()
            .partition(|path| check(path).has_errors() == has_errors);
        eprintln!(
            "{kind}: {} of {} judged alike; not: {other:?}",
            agreed.len(),
            all.len()
        );
        (agreed.len(), all.len())
    };
    assert_eq!(count("valid", false), (59, 59));
    let (rejected, all) = count("invalid", true);
    assert!(rejected >= 150 && all == 162, "{rejected} of {all}");
}

#[test]
fn official_term_bases_are_judged_as_their_names_say() {
    let Some(root) = suites() else { return };
    for folder in ["tbx/test-files", "tbx/DCA", "tbx/DCT"] {
        for path in files(&root.join(folder), ".tbx") {
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .to_lowercase();
            let is_good = name.contains("good") || name.contains("valid");
            assert_eq!(!check(&path).has_errors(), is_good, "{name}");
        }
    }
}

#[test]
fn hostile_files_are_refused_and_nothing_panics() {
    let deep = format!("<tmx>{}", "<a>".repeat(100_000));
    assert_eq!(
        told(&check_bytes("deep.tmx", deep.as_bytes())),
        ["1 xml-deep"]
    );
    let wide = format!("<tmx {}/>", "a='1' ".repeat(2000));
    assert_eq!(
        told(&check_bytes("wide.tmx", wide.as_bytes())),
        ["1 xml-excess"]
    );
    let nul = Input {
        name: "nul.po",
        bytes: b"msgid \"\0\"",
    };
    assert!(outcome::check(&nul, None).is_err());
    let brackets = format!(
        "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural={}\"\n",
        "(".repeat(50_000)
    );
    check_bytes("deep.po", brackets.as_bytes());
}

/// A small generator of numbers, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % n.max(1) as u64).expect("small")
    }
}

#[test]
fn files_that_are_damaged_at_random_never_panic() {
    let mut dice = Dice(0x5eed);
    let mut paths = fixtures("good");
    paths.extend(fixtures("bad"));
    const PIECES: &[&[u8]] = &[
        b"<",
        b">",
        b"&",
        b"\"",
        b"'",
        b"/",
        b"]]>",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"xmlns:a=''",
        b"%",
        b"{",
        b"\\",
        b"#~ ",
        b"#| ",
        b"msgid",
        b"msgstr[1]",
        b"\xff",
        b"\xe4\xb8",
        b"\r\n",
        b"=",
        b"nplurals",
        b"<!DOCTYPE [",
        b"  ",
        b"#",
    ];
    for path in paths {
        let bytes = fs::read(&path).expect("the file");
        let name = path.to_string_lossy();
        for _ in 0..200 {
            let mut damaged = bytes.clone();
            for _ in 0..=dice.below(4) {
                let at = dice.below(damaged.len());
                let end = (at + dice.below(12)).min(damaged.len());
                let piece = PIECES[dice.below(PIECES.len())];
                match dice.below(4) {
                    0 => drop(damaged.splice(at..end, piece.iter().copied())),
                    1 => drop(damaged.drain(at..end)),
                    2 => damaged.truncate(at),
                    _ => {
                        let copy = damaged[at..end].to_vec();
                        let to = dice.below(damaged.len());
                        damaged.splice(to..to, copy);
                    }
                }
            }
            let input = Input {
                name: &name,
                bytes: &damaged,
            };
            if let Ok(outcome) = outcome::check(&input, None) {
                for problem in &outcome.problems {
                    let Some((source, span)) = &problem.notice.at else {
                        continue;
                    };
                    assert!(
                        source.text().get(span.range()).is_some(),
                        "{name}: {}",
                        problem.notice
                    );
                }
            }
        }
    }
}
