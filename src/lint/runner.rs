//! Runs rules over bitexts, each for itself.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::document::Document;
use crate::lint::checked::Checked;
use crate::lint::checked::Texts;
use crate::lint::conclude;
use crate::lint::context::BitextCx;
use crate::lint::context::DocumentCx;
use crate::lint::context::PairCx;
use crate::lint::context::Side;
use crate::lint::context::Terms;
use crate::lint::discovery;
use crate::lint::finding::Finding;
use crate::lint::meta::RuleMeta;
use crate::lint::meta::Severity;
use crate::lint::pages::SiteFiles;
use crate::lint::project::PairHits;
use crate::lint::project::SurveyCx;
use crate::lint::project::TermsCx;
use crate::lint::rule::Check;
use crate::lint::rule::Rule;
use crate::lint::select::Selection;
use crate::lint::sink::Sink;
use crate::lint::summary::Summary;
use crate::lint::uses;
use crate::lock::lock::Damage;
use crate::lock::lock::Record;
use crate::termbase::concept::Spelling;
use crate::termbase::termbase::Termbase;
use crate::termbase::verdict::TermChecker;
use crate::text::lang::Lang;
use crate::text::source::Source;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::sync::OnceLock;

/// What is reported when a check breaks down on a document: a fault of this program, told instead of a crash.
pub static CRASH: RuleMeta = RuleMeta {
    id: "internal/crash",
    severity: Severity::Error,
    mqm: "other",
    since: "0.1.0",
    message: "the checks of this document broke down ({ $detail }); please report it",
    docs: " Reported when a check breaks down on a document. It is a fault of duizhao, not of the document.\n",
    supersedes: &[],
    classes: &[],
    file: file!(),
};

/// What the checks are told.
pub struct CheckSettings<'a> {
    /// The rules to run.
    pub rules: &'a [&'static Rule],
    /// Which of them, how severe.
    pub selection: &'a Selection,
    /// The glossary.
    pub termbase: &'a Termbase,
    /// Link targets that differ on purpose: source prefix, target prefix.
    pub locale_map: &'a [(String, String)],
    /// Which spelling of English the drafts use, when the project settles it.
    pub spelling: Option<Spelling>,
    /// Whether the bitexts are all that the project has.
    pub reach: Reach,
    /// The files of the site that the documents belong to, when they are known.
    pub site: Option<&'a SiteFiles<'a>>,
}

/// How much of a project is checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// Some documents: nothing can be said of what is not there.
    #[default]
    Part,
    /// All documents.
    Whole,
}

impl<'a> CheckSettings<'a> {
    /// Makes settings for some documents, which say nothing of links and spelling.
    pub const fn new(
        rules: &'a [&'static Rule],
        selection: &'a Selection,
        termbase: &'a Termbase,
    ) -> Self {
        Self {
            rules,
            selection,
            termbase,
            locale_map: &[],
            spelling: None,
            reach: Reach::Part,
            site: None,
        }
    }
}

/// One bitext to check, with its lock.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The bitext.
    pub bitext: &'a Bitext,
    /// What was accepted.
    pub records: &'a [Record],
    /// What was wrong with its lock.
    pub damage: &'a [Damage],
    /// The lock's file, when there is one.
    pub lock: Option<&'a Source>,
}

type Languages = (Lang, Lang);

/// Runs the rules over many bitexts at once. Findings come sorted by file, place and rule, whatever the number of threads.
pub fn check(settings: &CheckSettings<'_>, subjects: &[Subject<'_>]) -> Vec<Finding> {
    let languages = subjects.iter().map(|subject| languages(subject.bitext));
    let checkers = Checkers::new(settings.termbase, languages);
    let checked = subjects.par_iter();
    let checked = checked.map(|subject| check_one(settings, &checkers, subject));
    conclude::conclude(settings, checked.collect())
}

/// Runs the rules over one bitext for itself, and sums up what the checks of the whole project ask of it.
pub fn check_one(
    settings: &CheckSettings<'_>,
    checkers: &Checkers<'_>,
    subject: &Subject<'_>,
) -> Checked {
    let languages = languages(subject.bitext);
    let guarded = AssertUnwindSafe(|| {
        let checker = checkers.of(&languages);
        check_subject(settings, checker, subject)
    });
    let (findings, summary) = catch_unwind(guarded)
        .unwrap_or_else(|panic| (vec![crash(subject, panic.as_ref())], Summary::default()));
    Checked {
        texts: Texts {
            source: subject.bitext.source.source.clone(),
            target: subject.bitext.target.source.clone(),
            lock: subject.lock.cloned(),
        },
        source_lang: languages.0,
        target_lang: languages.1,
        findings,
        summary,
    }
}

/// Looks at what became of the terms of many bitexts, without any rule.
pub fn survey<T>(
    settings: &CheckSettings<'_>,
    subjects: &[Subject<'_>],
    look: impl FnOnce(&SurveyCx<'_>) -> T,
) -> T {
    let all = subjects.iter().map(|subject| languages(subject.bitext));
    let checkers = Checkers::new(settings.termbase, all);
    let documents = subjects.par_iter().map(|subject| {
        let bitext = subject.bitext;
        let checker = checkers.of(&languages(bitext));
        let hits = catch_unwind(AssertUnwindSafe(|| hits(settings, checker, bitext)));
        TermsCx {
            bitext,
            checker,
            hits: hits.unwrap_or_default(),
        }
    });
    let documents: Vec<TermsCx<'_>> = documents.collect();
    look(&SurveyCx {
        settings,
        documents: &documents,
    })
}

/// The glossary, prepared once for each pair of languages.
pub struct Checkers<'a> {
    termbase: &'a Termbase,
    by_languages: BTreeMap<Languages, OnceLock<TermChecker<'a>>>,
}

impl<'a> Checkers<'a> {
    /// Prepares for these languages: source, target. A glossary is prepared when the first text asks for it.
    pub fn new(termbase: &'a Termbase, languages: impl IntoIterator<Item = (Lang, Lang)>) -> Self {
        let languages = languages.into_iter();
        Self {
            termbase,
            by_languages: languages.map(|one| (one, OnceLock::new())).collect(),
        }
    }

    fn of(&self, languages: &Languages) -> &TermChecker<'a> {
        let checker = self.by_languages.get(languages);
        let checker = checker.expect("prepared for all languages of the documents");
        checker.get_or_init(|| TermChecker::new(self.termbase, &languages.0, &languages.1))
    }
}

fn languages(bitext: &Bitext) -> Languages {
    (bitext.source.lang.clone(), bitext.target.lang.clone())
}

fn check_subject(
    settings: &CheckSettings<'_>,
    checker: &TermChecker<'_>,
    subject: &Subject<'_>,
) -> (Vec<Finding>, Summary) {
    let bitext = subject.bitext;
    let paths = [bitext.source.source.name(), bitext.target.source.name()];
    let in_force = settings.selection.for_paths(&paths);
    let rules: Vec<&'static Rule> = settings
        .rules
        .iter()
        .copied()
        .filter(|rule| in_force.is_on(&rule.meta))
        .collect();
    let mut findings = Vec::new();
    run_documents(&rules, bitext, &mut findings);
    let whole = BitextCx::new(subject, settings);
    for rule in &rules {
        if let Check::Bitext(check) = rule.check {
            check(&whole, &mut Sink::new(&rule.meta, &mut findings));
        }
    }
    let terms = Terms::new(checker, &paths);
    let mut summary = Summary::of(bitext, &whole.trusted);
    let mut hits = PairHits::new();
    for (pair_idx, pair) in bitext.pairs.iter().enumerate() {
        if is_translated(pair) {
            let cx = PairCx::new(bitext, pair, &terms, settings);
            run_pair(&rules, &cx, whole.trusted[pair_idx], &mut findings);
            summary.segments.add(&cx);
            if !settings.termbase.concepts.is_empty() && !cx.terms().is_empty() {
                summary.uses.extend(uses::uses(&cx));
                hits.push((pair_idx, cx.into_terms()));
            }
        }
    }
    let terms = TermsCx {
        bitext,
        checker,
        hits,
    };
    summary.tallies = uses::tallies(&terms);
    for rule in &rules {
        if let Check::Terms(check) = rule.check {
            check(&terms, &mut Sink::new(&rule.meta, &mut findings));
        }
    }
    let asks_for_sentences = |rule: &&&'static Rule| {
        matches!(rule.check, Check::Sentences(_)) && settings.selection.asks_for(&rule.meta)
    };
    if settings.rules.iter().any(|rule| asks_for_sentences(&rule)) {
        summary.sentences = discovery::sentences(bitext);
    }
    for finding in &mut findings {
        finding.severity = in_force.severity_of(finding);
    }
    findings.retain(|finding| finding.severity != Severity::Off);
    (findings, summary)
}

/// What became of the terms of a bitext.
fn hits(settings: &CheckSettings<'_>, checker: &TermChecker<'_>, bitext: &Bitext) -> PairHits {
    let paths = [bitext.source.source.name(), bitext.target.source.name()];
    let terms = Terms::new(checker, &paths);
    let mut hits = PairHits::new();
    for (pair_idx, pair) in bitext.pairs.iter().enumerate() {
        if is_translated(pair) && !settings.termbase.concepts.is_empty() {
            let cx = PairCx::new(bitext, pair, &terms, settings);
            if !cx.terms().is_empty() {
                hits.push((pair_idx, cx.into_terms()));
            }
        }
    }
    hits
}

/// Quality is checked where both sides stand and the target is a translation.
pub fn is_translated(pair: &Pair) -> bool {
    let has_both = !pair.source.is_empty() && !pair.target.is_empty();
    has_both && !matches!(pair.state, PairState::Ignored | PairState::Untranslated)
}

fn run_documents(rules: &[&'static Rule], bitext: &Bitext, findings: &mut Vec<Finding>) {
    for document in [&bitext.source, &bitext.target] {
        for rule in rules {
            if let Check::Document(check) = rule.check {
                check(
                    &DocumentCx { document },
                    &mut Sink::new(&rule.meta, findings),
                );
            }
        }
    }
}

fn run_pair(
    rules: &[&'static Rule],
    cx: &PairCx<'_>,
    is_trusted: bool,
    findings: &mut Vec<Finding>,
) {
    for rule in rules {
        let check = match rule.check {
            Check::Pair(check) if is_trusted => check,
            Check::Draft(check) => check,
            _ => continue,
        };
        let n_before = findings.len();
        check(cx, &mut Sink::new(&rule.meta, findings));
        for finding in findings.iter_mut().skip(n_before) {
            if finding.related.is_empty() {
                finding.related(cx.source.whole());
            }
        }
    }
}

fn crash(subject: &Subject<'_>, panic: &(dyn std::any::Any + Send)) -> Finding {
    let detail = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let detail = detail
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    let at = |document: &Document| {
        Side {
            document,
            units: &[],
        }
        .whole()
    };
    let mut finding = Finding {
        rule: &CRASH,
        severity: CRASH.severity,
        at: at(&subject.bitext.target),
        related: vec![at(&subject.bitext.source)],
        args: Vec::new(),
        fix: None,
    };
    finding.arg("detail", detail);
    finding
}
