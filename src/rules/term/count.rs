//! The rule `term/count`.

use crate::lint::context::PairCx;
use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::terms::severity;
use crate::termbase::concept::Occurrence;
use crate::termbase::verdict::Verdict;

crate::declare_rule! {
    /// Finds terms that the target says less often than the source, where the glossary asks for each (`occurrence: each`).
    ///
    /// Off by default: good English says “it” where Chinese repeats the term.
    ///
    /// ## Why it matters
    /// In a contract or a specification each mention counts.
    ///
    /// ```bad
    /// glossary: {src: 模型, tgt: model, occurrence: each}
    /// zh: 模型先训练，然后把模型部署。
    /// en: The model is trained and then deployed.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 模型, tgt: model, occurrence: each}
    /// zh: 模型先训练，然后把模型部署。
    /// en: The model is trained, then the model is deployed.
    /// ```
    "term/count" {
        severity: Off,
        mqm: "omission",
        since: "0.1.0",
        message: "“{ $term }” stands { $expected } times in the source, and { $found } times here",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    for hit in cx.terms() {
        let concept = cx.concept(hit.concept);
        let is_checked = concept.occurrence == Occurrence::Each
            && !matches!(hit.verdict, Verdict::Missing | Verdict::Unchecked);
        let (Some(place), true) = (hit.source.first(), is_checked) else {
            continue;
        };
        let n_found = cx.targets_of(hit.concept).len();
        if n_found >= hit.source.len() {
            continue;
        }
        let term = cx.source_prose().text.get(place.clone());
        let finding = sink.report_as(severity(concept, Severity::Warning), cx.target.whole());
        finding.related(cx.source_at(place.clone()));
        finding
            .arg("term", term.unwrap_or_default())
            .arg("expected", hit.source.len())
            .arg("found", n_found);
    }
}
