//! What many checked bitexts tell together: checks of the whole project, waivers, and what is said better elsewhere.

use crate::lint::checked::Checked;
use crate::lint::finding::Finding;
use crate::lint::finding::Location;
use crate::lint::meta::Severity;
use crate::lint::pages::SitePages;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::rule::Rule;
use crate::lint::runner::CheckSettings;
use crate::lint::select::Selection;
use crate::lint::sink::Sink;
use crate::lint::site_cx::SiteCx;
use crate::lint::waiver::WaiverCx;
use crate::text::span::Span;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// How many findings that start before a place are looked at: those of one rule hardly overlap.
const NEAR: usize = 8;

/// Gathers the findings of bitexts that were checked, and adds what only all of them together tell. Findings come sorted by file, place
/// and rule, whatever the number of threads.
pub fn conclude(settings: &CheckSettings<'_>, mut documents: Vec<Checked>) -> Vec<Finding> {
    let own = documents.iter_mut();
    let own = own.flat_map(|document| std::mem::take(&mut document.findings));
    let mut findings: Vec<Finding> = own.collect();
    run_site(settings, &documents, &mut findings);
    run_project(settings, &documents, &mut findings);
    drop_waived(settings, &documents, &mut findings);
    documents.into_par_iter().for_each(drop);
    drop_superseded(&mut findings);
    findings.par_sort_by(|one, other| key(one).cmp(&key(other)));
    findings.dedup_by(|one, other| key(one) == key(other));
    findings
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

/// Runs the rules that look at each document among the pages of its site.
fn run_site(settings: &CheckSettings<'_>, documents: &[Checked], findings: &mut Vec<Finding>) {
    let rules = settings.rules.iter().copied();
    let rules = rules.filter(|rule| matches!(rule.check, Check::Site(_)));
    let rules: Vec<&'static Rule> = rules.collect();
    let Some(site) = settings.site.filter(|_| !rules.is_empty()) else {
        return;
    };
    let pages = SitePages::new(site, documents);
    let found = documents.par_iter().map(|document| {
        let texts = &document.texts;
        let in_force = settings
            .selection
            .for_paths(&[texts.source.name(), texts.target.name()]);
        let cx = SiteCx::new(document, &pages);
        let mut found = Vec::new();
        for rule in rules.iter().filter(|rule| in_force.is_on(&rule.meta)) {
            if let Check::Site(check) = rule.check {
                check(&cx, &mut Sink::new(&rule.meta, &mut found));
            }
        }
        for finding in &mut found {
            finding.severity = in_force.severity_of(finding);
        }
        found.retain(|finding| finding.severity != Severity::Off);
        found
    });
    findings.extend(found.collect::<Vec<_>>().into_iter().flatten());
}

/// Runs the rules that look at all documents and the glossary at once.
fn run_project(settings: &CheckSettings<'_>, documents: &[Checked], findings: &mut Vec<Finding>) {
    let cx = ProjectCx {
        settings,
        documents,
    };
    let rules = settings.rules.iter();
    for rule in rules {
        let (Check::Project(check) | Check::Sentences(check)) = rule.check else {
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
fn drop_waived(settings: &CheckSettings<'_>, documents: &[Checked], findings: &mut Vec<Finding>) {
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

/// Drops findings of rules that another finding of the same place says better.
fn drop_superseded(findings: &mut Vec<Finding>) {
    let mut masters: BTreeMap<&'static str, BTreeMap<String, Vec<Span>>> = BTreeMap::new();
    for finding in findings.iter() {
        for rule in finding.rule.supersedes {
            let of_rule = masters.entry(rule).or_default();
            let name = finding.at.source.name();
            match of_rule.get_mut(name) {
                Some(spans) => spans.push(finding.at.span),
                None => {
                    of_rule.insert(name.to_owned(), vec![finding.at.span]);
                }
            }
        }
    }
    if masters.is_empty() {
        return;
    }
    let spans = masters.values_mut().flat_map(BTreeMap::values_mut);
    spans.for_each(|spans| spans.sort());
    let is_covered = |place: &Location, rule: &'static str| {
        let of_rule = masters.get(rule);
        let spans = of_rule.and_then(|of_rule| of_rule.get(place.source.name()));
        let spans = spans.map(Vec::as_slice).unwrap_or_default();
        let n_before = spans.partition_point(|span| span.start < place.span.end);
        let near = spans.get(..n_before).unwrap_or_default().iter().rev();
        near.take(NEAR).any(|span| span.overlaps(place.span))
    };
    findings.retain(|finding| {
        let mut places = std::iter::once(&finding.at).chain(&finding.related);
        !places.any(|place| is_covered(place, finding.rule.id))
    });
}
