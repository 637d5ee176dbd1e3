//! How fast whole documents are read, resolved against their lock and checked, beside a bare parse of the same bytes by pulldown-cmark.
//!
//! The text is the project's own article with its draft, again and again, every copy with a number of its own so that no two paragraphs
//! are the same. Times that grow with the megabytes named show that the work is linear.

use divan::Bencher;
use divan::counter::BytesCount;
use duizhao::bitext::align::AlignSettings;
use duizhao::bitext::bitext::Bitext;
use duizhao::bitext::bitext::Level;
use duizhao::bitext::bitext::PairState;
use duizhao::document::document::Document;
use duizhao::lint::runner;
use duizhao::lint::runner::CheckSettings;
use duizhao::lint::runner::Subject;
use duizhao::lint::select::Selection;
use duizhao::lock::elsewhere::Elsewhere;
use duizhao::lock::jsonl;
use duizhao::lock::lock::Lock;
use duizhao::lock::record;
use duizhao::lock::record::AcceptSettings;
use duizhao::lock::resolve;
use duizhao::markdown::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::rules::RULES;
use duizhao::termbase::termbase::Termbase;
use duizhao::termbase::yaml;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;

fn main() {
    divan::main();
}

const SOURCE: &str = include_str!("../source/open-vs-closed-models.md");
const DRAFT: &str = include_str!("../translations/en/open-vs-closed-models.md");
const GLOSSARY: &str = include_str!("../glossary/ai.yaml");

/// The sizes that are measured, in megabytes of source and draft together.
const SIZES: &[usize] = &[1, 2, 4, 8];

/// A pair of documents of about so many bytes, one section for each copy of the article.
fn texts(n_bytes: usize) -> (String, String) {
    let n_copies = n_bytes.div_ceil(SOURCE.len() + DRAFT.len());
    let copies = |text: &str| (0..n_copies).map(|copy| numbered(text, copy)).collect();
    (copies(SOURCE), copies(DRAFT))
}

/// The article with a number behind every line of prose.
fn numbered(text: &str, copy: usize) -> String {
    let body = text
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---\n"));
    let lines = body.map_or(text, |(_, body)| body).lines();
    let lines = lines.map(|line| match line.chars().last() {
        Some(last) if last.is_alphanumeric() || "。.？?".contains(last) => {
            format!("{line} {copy}\n")
        }
        _ => format!("{line}\n"),
    });
    lines.collect::<String>() + "\n"
}

fn document(text: &str, lang: &str) -> Document {
    let source = Source::new("page.md", text);
    read::read(&source, &Lang::new(lang), &ReadSettings::default())
}

fn bitext(source: &str, draft: &str, lock: &Lock) -> Bitext {
    let (source, draft) = (document(source, "zh-Hans"), document(draft, "en"));
    let settings = AlignSettings::default();
    resolve::resolve(lock, &Elsewhere::default(), source, draft, &settings)
}

/// The lock of a pair of texts, everything accepted, as it stands in its file.
fn lock(source: &str, draft: &str) -> String {
    let bitext = bitext(source, draft, &Lock::default());
    let chosen: Vec<usize> = (0..bitext.pairs.len()).collect();
    let settings = AcceptSettings {
        level: Level::Translated,
        reason: None,
        glossary: None,
    };
    jsonl::write(&record::accept(&Lock::default(), &bitext, &chosen, &settings).lock)
}

#[divan::bench(args = SIZES)]
fn bare_parse(bencher: Bencher, megabytes: usize) {
    let (source, draft) = texts(megabytes * 1_000_000);
    bencher
        .counter(BytesCount::new(source.len() + draft.len()))
        .bench(|| {
            let events = |text: &str| {
                pulldown_cmark::Parser::new_ext(text, pulldown_cmark::Options::all()).count()
            };
            events(&source) + events(&draft)
        });
}

#[divan::bench(args = SIZES)]
fn read_documents(bencher: Bencher, megabytes: usize) {
    let (source, draft) = texts(megabytes * 1_000_000);
    bencher
        .counter(BytesCount::new(source.len() + draft.len()))
        .bench(|| (document(&source, "zh-Hans"), document(&draft, "en")));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn read_and_resolve(bencher: Bencher, megabytes: usize) {
    let (source, draft) = texts(megabytes * 1_000_000);
    let lock = lock(&source, &draft);
    bencher
        .counter(BytesCount::new(source.len() + draft.len()))
        .bench(|| bitext(&source, &draft, &jsonl::read(&lock)));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn all_rules(bencher: Bencher, megabytes: usize) {
    let (source, draft) = texts(megabytes * 1_000_000);
    let lock = jsonl::read(&lock(&source, &draft));
    let bitext = bitext(&source, &draft, &lock);
    let (termbase, _) = yaml::read(&Source::new("ai.yaml", GLOSSARY));
    let (termbase, _) = Termbase::join(vec![termbase]);
    let selection = Selection::default();
    let settings = CheckSettings::new(RULES, &selection, &termbase);
    bencher
        .counter(BytesCount::new(source.len() + draft.len()))
        .bench(|| {
            let subject = Subject {
                bitext: &bitext,
                records: &lock.records,
                damage: &[],
                lock: None,
            };
            runner::check(&settings, &[subject])
        });
}

/// The changed units of one long document, a tenth of its units edited.
#[divan::bench(args = [2_500, 5_000, 10_000, 20_000], sample_count = 3)]
fn find_changed_units(bencher: Bencher, n_units: usize) {
    let source = |is_edited: bool| -> String {
        let unit = |unit: usize| match is_edited && unit.is_multiple_of(10) {
            true => format!(
                "第 {unit} 段说明怎样安装和配置第 {} 个新的组件。\n\n",
                unit * 7
            ),
            false => format!("第 {unit} 段说明怎样安装第 {} 个组件。\n\n", unit * 7),
        };
        (0..n_units).map(unit).collect()
    };
    let unit = |unit: usize| {
        format!(
            "Part {unit} explains how to install component {}.\n\n",
            unit * 7
        )
    };
    let draft: String = (0..n_units).map(unit).collect();
    let accepted = source(false);
    let pairs = accepted.split("\n\n").zip(draft.split("\n\n"));
    let lines = pairs
        .filter(|(source, _)| !source.is_empty())
        .map(|(source, draft)| {
            let record =
                serde_json::json!({"source": [source], "target": [draft], "level": "translated"});
            format!("{record}\n")
        });
    let lock = jsonl::read(&lines.collect::<String>());
    let edited = source(true);
    let is_stale = |bitext: &Bitext| {
        let states = bitext.pairs.iter().map(|pair| pair.state);
        states
            .filter(|state| matches!(state, PairState::Stale(_)))
            .count()
    };
    assert_eq!(is_stale(&bitext(&edited, &draft, &lock)), n_units / 10);
    bencher.bench(|| bitext(&edited, &draft, &lock));
}
