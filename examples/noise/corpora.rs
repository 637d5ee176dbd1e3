//! Published translations on disk: which files belong together, read and aligned.

use duizhao::bitext::align::AlignSettings;
use duizhao::bitext::align::align;
use duizhao::bitext::bitext::Bitext;
use duizhao::document::dialect::Dialect;
use duizhao::document::document::Document;
use duizhao::markdown::read::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::termbase::termbase::Termbase;
use duizhao::termbase::yaml;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use rayon::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// Folders of a site and of its English, below `sites/`; the Chinese is taken for the source whoever was first.
const SITES: &[Site] = &[
    Site {
        name: "hello-algo",
        source: "zh",
        target: "en",
        from: "krahets/hello-algo",
        license: "CC-BY-NC-SA-4.0",
    },
    Site {
        name: "juicefs",
        source: "zh_cn",
        target: "en",
        from: "juicedata/juicefs",
        license: "Apache-2.0",
    },
    Site {
        name: "kubevela",
        source: "i18n/zh/docusaurus-plugin-content-docs/current",
        target: "docs",
        from: "kubevela/kubevela.io",
        license: "Apache-2.0",
    },
    Site {
        name: "vue",
        source: "zh",
        target: "en",
        from: "vuejs/docs, vuejs-translations/docs-zh-cn",
        license: "CC-BY-4.0",
    },
];

/// A site and the folders of its languages.
struct Site {
    name: &'static str,
    source: &'static str,
    target: &'static str,
    from: &'static str,
    license: &'static str,
}

/// One published translation.
pub(crate) struct Corpus {
    /// Its name.
    pub(crate) name: String,
    /// Its repository.
    pub(crate) from: String,
    /// Its license.
    pub(crate) license: String,
    /// Its documents.
    pub(crate) bitexts: Vec<Bitext>,
    /// Its own table of terms; empty when there is none.
    pub(crate) termbase: Termbase,
}

/// Reads all corpora below a folder: `zh-en/SET/NNN/{zh,en}.md`, `sites/NAME/…` and `glossary/NAME.tsv`.
pub(crate) fn read_all(root: &Path) -> Vec<Corpus> {
    let mut corpora = Vec::new();
    for set in folders(&root.join("zh-en")) {
        let pairs = folders(&set);
        let meta = pairs.first().map(|pair| pair.join("meta.json"));
        let meta = meta.and_then(|path| fs::read_to_string(path).ok());
        let meta: Value = meta
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        let said = |key: &str| meta[key].as_str().unwrap_or_default().to_owned();
        let files = pairs
            .iter()
            .map(|pair| (pair.join("zh.md"), pair.join("en.md")));
        let name = name_of(&set);
        corpora.push(Corpus {
            termbase: table(root, &name),
            // A site of the same name is another corpus.
            name: format!("{name} (pages)"),
            from: said("repo"),
            license: said("licence"),
            bitexts: bitexts(root, &files.collect::<Vec<_>>()),
        });
    }
    for site in SITES {
        let folder = root.join("sites").join(site.name);
        let (zh, en) = (folder.join(site.source), folder.join(site.target));
        let mut sources = Vec::new();
        walk(&zh, &mut sources);
        let files = sources.into_iter().map(|source| {
            let target = en.join(source.strip_prefix(&zh).unwrap_or(&source));
            (source, target)
        });
        corpora.push(Corpus {
            termbase: table(root, site.name),
            name: site.name.to_owned(),
            from: site.from.to_owned(),
            license: site.license.to_owned(),
            bitexts: bitexts(root, &files.collect::<Vec<_>>()),
        });
    }
    corpora.retain(|corpus| !corpus.bitexts.is_empty());
    corpora
}

/// Reads files that are named in pairs.
pub(crate) fn read_pairs(files: &[String], source_lang: &str, target_lang: &str) -> Vec<Bitext> {
    let langs = (source_lang, target_lang);
    let pairs = files.par_chunks_exact(2);
    pairs
        .filter_map(|pair| bitext(Path::new(""), pair[0].as_ref(), pair[1].as_ref(), langs))
        .collect()
}

fn bitexts(root: &Path, files: &[(PathBuf, PathBuf)]) -> Vec<Bitext> {
    let langs = ("zh-Hans", "en");
    let bitexts = files
        .par_iter()
        .filter_map(|(source, target)| bitext(root, source, target, langs));
    bitexts.collect()
}

fn bitext(root: &Path, source: &Path, target: &Path, langs: (&str, &str)) -> Option<Bitext> {
    let source = document(root, source, langs.0)?;
    let target = document(root, target, langs.1)?;
    let pairs = align(&source, &target, &AlignSettings::default());
    Some(Bitext {
        source,
        target,
        pairs,
        layout: Vec::new(),
    })
}

fn document(root: &Path, path: &Path, lang: &str) -> Option<Document> {
    let text = fs::read_to_string(path).ok()?;
    let name = path.strip_prefix(root).unwrap_or(path).to_string_lossy();
    let settings = ReadSettings {
        dialect: Dialect::of(&name),
        ..ReadSettings::default()
    };
    Some(read(
        &Source::new(name.as_ref(), text),
        &Lang::new(lang),
        &settings,
    ))
}

/// The corpus's own table of terms, English before Chinese. Rows with notes or several renderings are no plain terms.
fn table(root: &Path, name: &str) -> Termbase {
    let path = root
        .join("glossary")
        .join(format!("{}.tsv", name.replace('-', "")));
    let text = fs::read_to_string(path).unwrap_or_default();
    let mut seen = BTreeSet::new();
    let mut terms = String::from("version: 1\nterms:\n");
    for line in text.lines() {
        let Some((english, chinese)) = line.split_once('\t') else {
            continue;
        };
        let (english, chinese) = (english.trim(), chinese.trim());
        let is_plain = |text: &str| {
            !text.is_empty()
                && !text.contains(['(', '（', '/', '，', ',', '、', ';', '；', '"', '\\', '\t'])
        };
        if is_plain(english) && is_plain(chinese) && seen.insert(chinese.to_owned()) {
            terms += &format!("  - {{src: \"{chinese}\", tgt: \"{english}\"}}\n");
        }
    }
    if seen.is_empty() {
        return Termbase::default();
    }
    yaml::read(&Source::new("terms.yaml", terms)).0
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    found
}

fn walk(path: &Path, found: &mut Vec<PathBuf>) {
    for folder in folders(path) {
        walk(&folder, found);
    }
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|file| {
        file.extension()
            .is_some_and(|extension| extension == "md" || extension == "mdx")
    });
    files.sort();
    found.extend(files);
}
