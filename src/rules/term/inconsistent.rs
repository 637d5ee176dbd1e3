//! The rule `term/inconsistent`.

use crate::lint::facts::SideProse;
use crate::lint::finding::Location;
use crate::lint::meta::Severity;
use crate::lint::project::CheckedBitext;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::terms::severity;
use crate::termbase::concept::Concept;
use crate::termbase::concept::Consistency;
use crate::termbase::fold::fold;
use crate::termbase::inflection::forms;
use crate::termbase::verdict::Verdict;
use std::collections::BTreeMap;

crate::declare_rule! {
    /// Finds terms that are translated now one way and now another, where the glossary asks for one (`consistency: file` or `project`).
    ///
    /// Each way must be admitted; what is not is `term/missing`. The most frequent way is taken for the one that is meant, the
    /// preferred one where two are equally frequent; the first place of every other way is told, once for each document.
    ///
    /// ## Why it matters
    /// The reader takes two words for two things.
    ///
    /// ```bad
    /// glossary: {src: 推理, tgt: reasoning, allow: [inference], consistency: file}
    /// zh: 推理成本下降。\n\n推理速度上升。\n\n推理很难。
    /// en: Inference costs fall.\n\nReasoning gets faster.\n\nInference is hard.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 推理, tgt: reasoning, allow: [inference], consistency: file}
    /// zh: 推理成本下降。\n\n推理速度上升。
    /// en: Inference costs fall.\n\nInference gets faster.
    /// ```
    "term/inconsistent" {
        severity: Warning,
        mqm: "inconsistency",
        since: "0.1.0",
        message: "“{ $term }” is “{ $found }” here and “{ $usual }” elsewhere",
        check: Check::Project(check),
    }
}

/// A use of a term: how it was translated, and where.
struct Use {
    way: String,
    document: usize,
    source: Location,
    target: Location,
}

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    // A term may be consistent in one target language and not in another.
    let mut uses: BTreeMap<(&str, usize), Vec<Use>> = BTreeMap::new();
    for (document, checked) in cx.documents.iter().enumerate() {
        let lang = checked.bitext.target.lang.tag();
        gather(checked, document, |concept_idx, found| {
            uses.entry((lang, concept_idx)).or_default().push(found);
        });
    }
    for ((_, concept_idx), uses) in uses {
        let concept = &cx.settings.termbase.concepts[concept_idx];
        match concept.consistency {
            Consistency::Free => {}
            Consistency::Project => report(concept, &uses.iter().collect::<Vec<_>>(), sink),
            Consistency::File => {
                for of_document in uses.chunk_by(|one, other| one.document == other.document) {
                    report(concept, &of_document.iter().collect::<Vec<_>>(), sink);
                }
            }
        }
    }
}

/// Tells of every use of a term that is to be consistent.
fn gather(checked: &CheckedBitext<'_>, document: usize, mut tell: impl FnMut(usize, Use)) {
    for (pair, hits) in checked.pairs() {
        for hit in hits {
            let concept = checked.checker.concept(hit.concept);
            let (Verdict::Right(span), Some(source)) = (&hit.verdict, hit.source.first()) else {
                continue;
            };
            if concept.consistency == Consistency::Free {
                continue;
            }
            let target = SideProse::of(&checked.bitext.target, &pair.target);
            let Some(way) = target
                .text
                .get(span.clone())
                .and_then(|text| way(concept, text))
            else {
                continue;
            };
            let source_prose = SideProse::of(&checked.bitext.source, &pair.source);
            tell(
                hit.concept,
                Use {
                    way,
                    document,
                    source: source_prose.at(&checked.bitext.source, source.clone()),
                    target: target.at(&checked.bitext.target, span.clone()),
                },
            );
        }
    }
}

/// The target of the glossary that a form belongs to. A form of the family is of no target, and is passed over.
fn way(concept: &Concept, found: &str) -> Option<String> {
    let found = fold(found);
    let mut ways = concept.target.iter().chain(&concept.allow);
    ways.find(|way| forms(way).iter().any(|form| fold(&form.text) == found))
        .cloned()
}

fn report(concept: &Concept, uses: &[&Use], sink: &mut Sink<'_>) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for found in uses {
        *counts.entry(&found.way).or_default() += 1;
    }
    let is_preferred = |way: &str| concept.target.as_deref() == Some(way);
    let usual = counts
        .iter()
        .max_by_key(|(way, count)| (**count, is_preferred(way)))
        .map(|(way, _)| *way);
    let Some(usual) = usual.filter(|_| counts.len() > 1) else {
        return;
    };
    let mut told: Vec<(usize, &str)> = Vec::new();
    for found in uses.iter().filter(|found| found.way != usual) {
        let key = (found.document, found.way.as_str());
        if told.contains(&key) {
            continue;
        }
        told.push(key);
        let severity = severity(concept, Severity::Warning);
        let finding = sink.report_as(severity, found.target.clone());
        finding.related(found.source.clone());
        finding
            .arg("term", concept.source.first().map_or("", String::as_str))
            .arg("found", &found.way)
            .arg("usual", usual);
    }
}
