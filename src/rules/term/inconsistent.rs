//! The rule `term/inconsistent`.

use crate::lint::finding::Location;
use crate::lint::meta::Severity;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::terms::severity;
use crate::lint::uses::TermUse;
use crate::termbase::concept::Concept;
use crate::termbase::concept::Consistency;
use crate::text::source::Source;
use crate::text::span::Span;
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

/// A use of a term, and the index of its document.
struct Use<'a> {
    document: usize,
    term: &'a TermUse,
}

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    // A term may be consistent in one target language and not in another.
    let mut uses: BTreeMap<(&str, usize), Vec<Use<'_>>> = BTreeMap::new();
    for (document, checked) in cx.documents.iter().enumerate() {
        let lang = checked.target_lang.tag();
        for term in &checked.summary.uses {
            let of_term = uses.entry((lang, term.concept)).or_default();
            of_term.push(Use { document, term });
        }
    }
    for ((_, concept_idx), uses) in uses {
        let Some(concept) = cx.settings.termbase.concepts.get(concept_idx) else {
            continue;
        };
        match concept.consistency {
            Consistency::Free => {}
            Consistency::Project => report(cx, concept, &uses, sink),
            Consistency::File => {
                for of_document in uses.chunk_by(|one, other| one.document == other.document) {
                    report(cx, concept, of_document, sink);
                }
            }
        }
    }
}

fn report(cx: &ProjectCx<'_>, concept: &Concept, uses: &[Use<'_>], sink: &mut Sink<'_>) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for found in uses {
        *counts.entry(&found.term.way).or_default() += 1;
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
    for found in uses.iter().filter(|found| found.term.way != usual) {
        let key = (found.document, found.term.way.as_str());
        if told.contains(&key) {
            continue;
        }
        told.push(key);
        let severity = severity(concept, Severity::Warning);
        let Some(document) = cx.documents.get(found.document) else {
            continue;
        };
        let at = |source: &Source, span: Span| Location {
            source: source.clone(),
            span,
        };
        let texts = &document.texts;
        let finding = sink.report_as(severity, at(&texts.target, found.term.target));
        finding.related(at(&texts.source, found.term.source));
        finding
            .arg("term", concept.source.first().map_or("", String::as_str))
            .arg("found", &found.term.way)
            .arg("usual", usual);
    }
}
