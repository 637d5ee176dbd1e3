//! Runs rules over bitexts.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::document::Document;
use crate::lint::context::BitextCx;
use crate::lint::context::DocumentCx;
use crate::lint::context::PairCx;
use crate::lint::context::Side;
use crate::lint::context::Terms;
use crate::lint::finding::Finding;
use crate::lint::finding::Location;
use crate::lint::meta::RuleMeta;
use crate::lint::meta::Severity;
use crate::lint::pages::SitePages;
use crate::lint::project::CheckedBitext;
use crate::lint::project::PairHits;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::rule::Rule;
use crate::lint::select::Selection;
use crate::lint::sink::Sink;
use crate::lint::trust;
use crate::lint::waiver::WaiverCx;
use crate::lock::lock::Damage;
use crate::lock::lock::Record;
use crate::termbase::concept::Spelling;
use crate::termbase::termbase::Termbase;
use crate::termbase::verdict::TermChecker;
use crate::text::lang::Lang;
use crate::text::source::Source;
use crate::text::span::Span;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

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
    /// The site that the documents belong to, when its files are known.
    pub pages: Option<&'a SitePages<'a>>,
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
            pages: None,
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

/// How many findings that start before a place are looked at: those of one rule hardly overlap.
const NEAR: usize = 8;

type Languages = (Lang, Lang);

/// Runs the rules over many bitexts at once. Findings come sorted by file, place and rule, whatever the number of threads.
pub fn check(settings: &CheckSettings<'_>, subjects: &[Subject<'_>]) -> Vec<Finding> {
    let checkers = checkers(settings, subjects);
    let (mut findings, documents) = run(settings, &checkers, subjects);
    run_project(settings, &documents, &mut findings);
    drop_waived(settings, &documents, &mut findings);
    drop_superseded(&mut findings);
    findings.sort_by(|one, other| key(one).cmp(&key(other)));
    findings.dedup_by(|one, other| key(one) == key(other));
    findings
}

/// Looks at what became of the terms of many bitexts, without any rule.
pub fn survey<T>(
    settings: &CheckSettings<'_>,
    subjects: &[Subject<'_>],
    look: impl FnOnce(&ProjectCx<'_>) -> T,
) -> T {
    let settings = &CheckSettings {
        rules: &[],
        ..*settings
    };
    let checkers = checkers(settings, subjects);
    let (_, documents) = run(settings, &checkers, subjects);
    look(&ProjectCx {
        settings,
        documents: &documents,
    })
}

type Checkers<'a> = BTreeMap<Languages, TermChecker<'a>>;

/// Prepares the glossary once for each pair of languages.
fn checkers<'a>(settings: &CheckSettings<'a>, subjects: &[Subject<'_>]) -> Checkers<'a> {
    let mut checkers: Checkers<'a> = BTreeMap::new();
    for subject in subjects {
        let (source, target) = languages(subject.bitext);
        let key = (source.clone(), target.clone());
        checkers
            .entry(key)
            .or_insert_with(|| TermChecker::new(settings.termbase, &source, &target));
    }
    checkers
}

/// Runs the rules over every bitext for itself.
fn run<'a>(
    settings: &CheckSettings<'_>,
    checkers: &'a Checkers<'a>,
    subjects: &[Subject<'a>],
) -> (Vec<Finding>, Vec<CheckedBitext<'a>>) {
    let guarded = |subject: &Subject<'_>| {
        let checker = &checkers[&languages(subject.bitext)];
        catch_unwind(AssertUnwindSafe(|| {
            check_subject(settings, checker, subject)
        }))
        .unwrap_or_else(|panic| (vec![crash(subject, panic.as_ref())], Vec::new()))
    };
    let checked: Vec<(Vec<Finding>, PairHits)> = subjects.par_iter().map(guarded).collect();
    let (mut findings, mut documents) = (Vec::new(), Vec::new());
    for (subject, (found, hits)) in subjects.iter().zip(checked) {
        findings.extend(found);
        let checker = &checkers[&languages(subject.bitext)];
        documents.push(CheckedBitext {
            bitext: subject.bitext,
            checker,
            hits,
        });
    }
    (findings, documents)
}

fn languages(bitext: &Bitext) -> Languages {
    (bitext.source.lang.clone(), bitext.target.lang.clone())
}

type Key<'a> = (&'a str, Span, &'a str, &'a [(&'static str, String)]);

fn key(finding: &Finding) -> Key<'_> {
    (
        finding.at.source.name(),
        finding.at.span,
        finding.rule.id,
        &finding.args,
    )
}

fn check_subject(
    settings: &CheckSettings<'_>,
    checker: &TermChecker<'_>,
    subject: &Subject<'_>,
) -> (Vec<Finding>, PairHits) {
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
    let mut hits = PairHits::new();
    let is_trusted = trust::of(bitext);
    for (pair_idx, pair) in bitext.pairs.iter().enumerate() {
        if is_translated(pair) {
            let cx = PairCx::new(bitext, pair, &terms, settings);
            run_pair(&rules, &cx, is_trusted[pair_idx], &mut findings);
            if !settings.termbase.concepts.is_empty() && !cx.terms().is_empty() {
                hits.push((pair_idx, cx.into_terms()));
            }
        }
    }
    for finding in &mut findings {
        finding.severity = in_force.severity_of(finding);
    }
    findings.retain(|finding| finding.severity != Severity::Off);
    (findings, hits)
}

/// Runs the rules that look at all documents and the glossary at once.
fn run_project(
    settings: &CheckSettings<'_>,
    documents: &[CheckedBitext<'_>],
    findings: &mut Vec<Finding>,
) {
    let cx = ProjectCx {
        settings,
        documents,
    };
    let rules = settings.rules.iter();
    for rule in rules {
        let Check::Project(check) = rule.check else {
            continue;
        };
        if !settings.selection.asks_for(&rule.meta) {
            continue;
        }
        let mut found = Vec::new();
        check(&cx, &mut Sink::new(&rule.meta, &mut found));
        keep_selected(settings.selection, found, findings);
    }
}

/// Keeps the findings that are on where they stand, with the severity in force there.
fn keep_selected(selection: &Selection, found: Vec<Finding>, findings: &mut Vec<Finding>) {
    for mut finding in found {
        let places = std::iter::once(&finding.at).chain(&finding.related);
        let paths: Vec<&str> = places.map(|place| place.source.name()).collect();
        finding.severity = selection.severity(finding.rule, &paths, finding.severity);
        if finding.severity != Severity::Off {
            findings.push(finding);
        }
    }
}

/// Leaves out what is waived, and adds what is wrong with the waivers themselves.
fn drop_waived(
    settings: &CheckSettings<'_>,
    documents: &[CheckedBitext<'_>],
    findings: &mut Vec<Finding>,
) {
    let mut cx = WaiverCx::new(
        settings.rules,
        settings.selection,
        settings.reach,
        documents,
    );
    findings.retain(|finding| !cx.silences(finding));
    let mut found = Vec::new();
    for rule in settings.rules {
        if let Check::Waiver(check) = rule.check {
            check(&cx, &mut Sink::new(&rule.meta, &mut found));
        }
    }
    found.retain(|finding| !cx.silences(finding));
    keep_selected(settings.selection, found, findings);
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

/// Drops findings of rules that another finding of the same place says better.
fn drop_superseded(findings: &mut Vec<Finding>) {
    let mut masters: BTreeMap<(String, &'static str), Vec<Span>> = BTreeMap::new();
    for finding in findings.iter() {
        for rule in finding.rule.supersedes {
            let key = (finding.at.source.name().to_owned(), *rule);
            masters.entry(key).or_default().push(finding.at.span);
        }
    }
    if masters.is_empty() {
        return;
    }
    masters.values_mut().for_each(|spans| spans.sort());
    let is_covered = |place: &Location, rule: &'static str| {
        let key = (place.source.name().to_owned(), rule);
        let spans = masters.get(&key).map(Vec::as_slice).unwrap_or_default();
        let n_before = spans.partition_point(|span| span.start < place.span.end);
        let near = spans.get(..n_before).unwrap_or_default().iter().rev();
        near.take(NEAR).any(|span| span.overlaps(place.span))
    };
    findings.retain(|finding| {
        let mut places = std::iter::once(&finding.at).chain(&finding.related);
        !places.any(|place| is_covered(place, finding.rule.id))
    });
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
