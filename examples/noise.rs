//! Counts what the rules find in published translations, where nearly every finding is a false alarm.
//!
//! `cargo run --example noise -- GLOSSARY zh-Hans en SOURCE TARGET [SOURCE TARGET …]`; `-` stands for no glossary. Findings go to standard
//! output as `rule severity path:line message`, counts to standard error.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for the command line"
)]

use duizhao::bitext::align::AlignSettings;
use duizhao::bitext::align::align;
use duizhao::bitext::bitext::Bitext;
use duizhao::bitext::bitext::Pair;
use duizhao::i18n::interface::Interface;
use duizhao::i18n::messages::Messages;
use duizhao::lint::context::PairCx;
use duizhao::lint::context::Terms;
use duizhao::lint::runner::CheckSettings;
use duizhao::lint::runner::Subject;
use duizhao::lint::runner::check;
use duizhao::lint::select::Selection;
use duizhao::markdown::read::read;
use duizhao::markdown::settings::Dialect;
use duizhao::markdown::settings::ReadSettings;
use duizhao::rules::RULES;
use duizhao::termbase::termbase::Termbase;
use duizhao::termbase::verdict::TermChecker;
use duizhao::termbase::verdict::Verdict;
use duizhao::termbase::yaml;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use std::collections::BTreeMap;
use std::fs;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [glossary, source_lang, target_lang, files @ ..] = args.as_slice() else {
        eprintln!("noise GLOSSARY LANG LANG SOURCE TARGET …");
        return;
    };
    let (termbase, notices) = match fs::read_to_string(glossary) {
        Ok(text) => yaml::read(&Source::new(glossary.as_str(), text)),
        Err(_) => (Termbase::default(), Vec::new()),
    };
    for notice in notices {
        eprintln!("{notice}");
    }
    let document = |path: &String, lang: &str| {
        let text = fs::read_to_string(path).ok()?;
        let settings = ReadSettings {
            dialect: Dialect::of(path),
            ..ReadSettings::default()
        };
        Some(read(
            &Source::new(path.as_str(), text),
            &Lang::new(lang),
            &settings,
        ))
    };
    let bitexts: Vec<Bitext> = files
        .chunks_exact(2)
        .filter_map(|pair| {
            let (source, target) = (
                document(&pair[0], source_lang)?,
                document(&pair[1], target_lang)?,
            );
            let pairs = align(&source, &target, &AlignSettings::default());
            Some(Bitext {
                source,
                target,
                pairs,
            })
        })
        .collect();
    let subject = |bitext| Subject {
        bitext,
        damage: &[],
        lock: None,
    };
    let subjects: Vec<Subject<'_>> = bitexts.iter().map(subject).collect();
    let selection = Selection::default();
    let settings = CheckSettings::new(RULES, &selection, &termbase);
    let found = check(&settings, &subjects);
    let messages = Messages::new(RULES.iter().map(|rule| &rule.meta), Interface::English);
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for finding in &found {
        let severity = finding.severity.name();
        *counts.entry((finding.rule.id, severity)).or_default() += 1;
        let source = &finding.at.source;
        let line = source.line_of(finding.at.span.start);
        let text = messages.finding(finding);
        println!(
            "{} {severity} {}:{line} {text}",
            finding.rule.id,
            source.name()
        );
    }
    let pairs = || bitexts.iter().flat_map(|bitext| &bitext.pairs);
    let n_both = pairs()
        .filter(|pair| !pair.source.is_empty() && !pair.target.is_empty())
        .count();
    eprintln!(
        "{} documents, {} pairs, {n_both} with both sides",
        bitexts.len(),
        pairs().count()
    );
    let (mut n_hits, mut n_missing) = (0, 0);
    for bitext in &bitexts {
        let checker = TermChecker::new(&termbase, &bitext.source.lang, &bitext.target.lang);
        let terms = Terms::new(&checker, &[]);
        let has_both = |pair: &&Pair| !pair.source.is_empty() && !pair.target.is_empty();
        for pair in bitext.pairs.iter().filter(has_both) {
            let cx = PairCx::new(bitext, pair, &terms, &settings);
            let hits = || cx.terms().iter().filter(|hit| !hit.source.is_empty());
            n_hits += hits().map(|hit| hit.source.len()).sum::<usize>();
            n_missing += hits().filter(|hit| hit.verdict == Verdict::Missing).count();
        }
    }
    eprintln!("{n_hits} places of terms, {n_missing} without their target");
    for ((rule, severity), n_found) in counts {
        eprintln!("{n_found:6} {rule} {severity}");
    }
}
