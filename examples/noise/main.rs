//! Counts what the rules find in published translations, where nearly every finding is a false alarm, and shows it for reading.
//!
//! ```text
//! cargo run --release --example noise -- CORPORA [--rule ID-OR-GROUP]… [--every N] [--write docs/noise.tsv]
//! cargo run --release --example noise -- --pairs zh-Hans en [--glossary FILE] [--rule …] SOURCE TARGET [SOURCE TARGET …]
//! ```
//!
//! CORPORA is a folder with `zh-en/SET/NNN/{zh,en}.md`, `sites/NAME/…` and `glossary/NAME.tsv`. With `--rule` the findings of these rules
//! go to standard output, sorted, each with the texts of its pair (`--every 10`: only each tenth); counts go to standard error.
//! `--write` writes the table that `docs/checks.md` is made from.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for the command line"
)]

mod corpora;

use corpora::Corpus;
use duizhao::bitext::bitext::Bitext;
use duizhao::bitext::bitext::Pair;
use duizhao::document::unit::UnitKind;
use duizhao::i18n::interface::Interface;
use duizhao::i18n::messages::Messages;
use duizhao::lint::context::PairCx;
use duizhao::lint::context::Side;
use duizhao::lint::context::Terms;
use duizhao::lint::finding::Finding;
use duizhao::lint::meta::Severity;
use duizhao::lint::rule::Rule;
use duizhao::lint::runner::CheckSettings;
use duizhao::lint::runner::Subject;
use duizhao::lint::runner::check;
use duizhao::lint::select::Selection;
use duizhao::lint::select::names;
use duizhao::report::catalogue;
use duizhao::report::noise;
use duizhao::report::noise::Measured;
use duizhao::report::noise::Noise;
use duizhao::rules::RULES;
use duizhao::termbase::termbase::Termbase;
use duizhao::termbase::verdict::TermChecker;
use duizhao::termbase::verdict::Verdict;
use duizhao::termbase::yaml;
use duizhao::text::fingerprint::fold_space;
use duizhao::text::script::is_han;
use duizhao::text::source::Source;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// How many characters of a text are shown.
const SHOWN: usize = 400;

#[derive(Default)]
struct Args {
    corpora: Option<String>,
    langs: Option<(String, String)>,
    glossary: Option<String>,
    rules: Vec<String>,
    every: usize,
    write: Option<String>,
    files: Vec<String>,
}

fn main() {
    let Some(args) = args() else {
        eprintln!(
            "noise CORPORA | --pairs LANG LANG SOURCE TARGET … [--glossary FILE] [--rule ID]… [--every N] [--write FILE]"
        );
        std::process::exit(2);
    };
    let corpora = read(&args);
    let mut noise = Noise::default();
    let (mut n_hits, mut n_missing) = (0, 0);
    for corpus in &corpora {
        let findings = find(corpus);
        show(corpus, &findings, &args);
        count(corpus, &findings, &mut noise);
        let (hits, missing) = terms(corpus);
        n_hits += hits;
        n_missing += missing;
    }
    for corpus in &noise.corpora {
        eprintln!(
            "{}: {} documents, {} pairs",
            corpus.name, corpus.documents, corpus.pairs
        );
    }
    eprintln!("{n_hits} places of terms, {n_missing} without their target");
    for (rule, measured) in &noise.rules {
        let Measured { loud, quiet, pairs } = measured;
        eprintln!("{loud:6} {quiet:6} of {pairs:6} {rule}");
    }
    if let Some(path) = args.write {
        fs::write(path, noise::write(&noise)).expect("the table can be written");
    }
}

fn args() -> Option<Args> {
    let mut args = Args {
        every: 1,
        ..Args::default()
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--pairs" => args.langs = Some((words.next()?, words.next()?)),
            "--glossary" => args.glossary = Some(words.next()?),
            "--rule" => args.rules.push(words.next()?),
            "--every" => args.every = words.next()?.parse().ok().filter(|every| *every > 0)?,
            "--write" => args.write = Some(words.next()?),
            _ if word.starts_with("--") => return None,
            _ => args.files.push(word),
        }
    }
    if args.langs.is_none() {
        args.corpora = args.files.pop();
        args.corpora.as_ref()?;
    }
    Some(args)
}

fn read(args: &Args) -> Vec<Corpus> {
    let glossary = args.glossary.as_ref().map(|path| {
        let text = fs::read_to_string(path).expect("the glossary can be read");
        let (termbase, notices) = yaml::read(&Source::new(path.as_str(), text));
        for notice in notices {
            eprintln!("{notice}");
        }
        termbase
    });
    let mut corpora = match (&args.langs, &args.corpora) {
        (Some((source, target)), _) => vec![Corpus {
            name: "pairs".to_owned(),
            from: String::new(),
            license: String::new(),
            bitexts: corpora::read_pairs(&args.files, source, target),
            termbase: Termbase::default(),
        }],
        (None, Some(folder)) => corpora::read_all(Path::new(folder)),
        (None, None) => Vec::new(),
    };
    if let Some(glossary) = glossary {
        for corpus in &mut corpora {
            corpus.termbase = glossary.clone();
        }
    }
    corpora
}

/// Rules that are off are measured as they are where somebody asks for them.
fn selection() -> Selection {
    let off = RULES
        .iter()
        .filter(|rule| rule.meta.severity == Severity::Off);
    Selection {
        rules: off
            .map(|rule| (rule.meta.id.to_owned(), Severity::Warning))
            .collect(),
        ..Selection::default()
    }
}

fn find(corpus: &Corpus) -> Vec<Finding> {
    let subject = |bitext| Subject {
        bitext,
        records: &[],
        damage: &[],
        lock: None,
    };
    let subjects: Vec<Subject<'_>> = corpus.bitexts.iter().map(subject).collect();
    let selection = selection();
    let settings = CheckSettings::new(RULES, &selection, &corpus.termbase);
    check(&settings, &subjects)
}

/// Prints the findings of the rules that are asked for, each with its pair.
fn show(corpus: &Corpus, findings: &[Finding], args: &Args) {
    let messages = Messages::new(RULES.iter().map(|rule| &rule.meta), Interface::English);
    let by_name: BTreeMap<&str, &Bitext> = corpus
        .bitexts
        .iter()
        .flat_map(|bitext| {
            let names = [bitext.source.source.name(), bitext.target.source.name()];
            names.map(|name| (name, bitext))
        })
        .collect();
    let is_wanted = |finding: &&Finding| {
        let mut rules = args.rules.iter();
        rules.any(|rule| names(rule, finding.rule))
    };
    let mut wanted: Vec<&Finding> = findings.iter().filter(is_wanted).collect();
    wanted.sort_by_key(|finding| finding.rule.id);
    for finding in wanted.into_iter().step_by(args.every) {
        let source = &finding.at.source;
        let line = source.line_of(finding.at.span.start);
        let (rule, severity) = (finding.rule.id, finding.severity.name());
        println!(
            "{rule} {severity} {}:{line} {}",
            source.name(),
            messages.finding(finding)
        );
        let bitext = by_name.get(source.name());
        if let Some((bitext, pair)) =
            bitext.and_then(|bitext| Some((*bitext, pair_of(bitext, finding)?)))
        {
            let (source, target) = Side::both(bitext, pair);
            println!("    - {}\n    + {}", excerpt(&source), excerpt(&target));
        }
    }
}

fn pair_of<'a>(bitext: &'a Bitext, finding: &Finding) -> Option<&'a Pair> {
    let is_target = bitext.target.source.name() == finding.at.source.name();
    bitext.pairs.iter().find(|pair| {
        let (source, target) = Side::both(bitext, pair);
        let side = if is_target { target } else { source };
        let mut units = side.units.iter();
        units.any(|unit| {
            let span = side.document.unit(*unit).span;
            span.start <= finding.at.span.start && finding.at.span.start <= span.end
        })
    })
}

fn excerpt(side: &Side<'_>) -> String {
    let text = fold_space(&side.text()).into_owned();
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('\u{2026}');
    }
    shown
}

fn has_both(pair: &&Pair) -> bool {
    !pair.source.is_empty() && !pair.target.is_empty()
}

/// Code is a pair too, and so is what nobody has translated; hardly a rule looks at them, and they would only make the rates look better.
fn n_prose_pairs(bitext: &Bitext) -> usize {
    let is_prose = |pair: &&Pair| {
        let (source, target) = Side::both(bitext, pair);
        let is_prose = source.has_kind(UnitKind::is_prose) && target.has_kind(UnitKind::is_prose);
        is_prose && source.text().chars().any(is_han)
    };
    bitext.pairs.iter().filter(is_prose).count()
}

/// Adds a corpus to the table. Rules that look at terms are measured where there is a table of terms.
fn count(corpus: &Corpus, findings: &[Finding], noise: &mut Noise) {
    let n_pairs: usize = corpus.bitexts.iter().map(n_prose_pairs).sum();
    noise.corpora.push(noise::Corpus {
        name: corpus.name.clone(),
        from: corpus.from.clone(),
        license: corpus.license.clone(),
        documents: corpus.bitexts.len(),
        pairs: n_pairs,
    });
    let is_measured = |rule: &&&Rule| catalogue::is_measurable(&rule.meta, &corpus.termbase);
    for rule in RULES.iter().filter(is_measured) {
        let measured = noise.rules.entry(rule.meta.id.to_owned()).or_default();
        measured.pairs += n_pairs;
        let of_it = findings
            .iter()
            .filter(|finding| finding.rule.id == rule.meta.id);
        for finding in of_it {
            if finding.severity >= Severity::Warning {
                measured.loud += 1;
            } else {
                measured.quiet += 1;
            }
        }
    }
}

/// How many places of terms there are, and how many lack their target.
fn terms(corpus: &Corpus) -> (usize, usize) {
    let (mut n_hits, mut n_missing) = (0, 0);
    let selection = Selection::default();
    let settings = CheckSettings::new(RULES, &selection, &corpus.termbase);
    for bitext in &corpus.bitexts {
        let checker = TermChecker::new(&corpus.termbase, &bitext.source.lang, &bitext.target.lang);
        let terms = Terms::new(&checker, &[]);
        for pair in bitext.pairs.iter().filter(has_both) {
            let cx = PairCx::new(bitext, pair, &terms, &settings);
            let hits = || cx.terms().iter().filter(|hit| !hit.source.is_empty());
            n_hits += hits().map(|hit| hit.source.len()).sum::<usize>();
            n_missing += hits().filter(|hit| hit.verdict == Verdict::Missing).count();
        }
    }
    (n_hits, n_missing)
}
