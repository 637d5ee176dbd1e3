//! The rule `dnt/missing`.

use crate::lint::context::PairCx;
use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::terms::near_miss;
use crate::lint::terms::severity;
use crate::termbase::verdict::Verdict;

crate::declare_rule! {
    /// Finds names that the glossary protects (`dnt: true`) and that the target has lost.
    ///
    /// Plural and possessive count, and so does a name inside code or a link target.
    ///
    /// ## Why it matters
    /// A name that is translated cannot be searched for.
    ///
    /// ```bad
    /// glossary: {src: Transformer, dnt: true}
    /// zh: Transformer 的优势很明显。
    /// en: The converter's advantage is clear.
    /// ```
    ///
    /// ```good
    /// glossary: {src: Transformer, dnt: true}
    /// zh: Transformer 的优势很明显。
    /// en: The Transformer's advantage is clear.
    /// ```
    "dnt/missing" {
        severity: Error,
        mqm: "do-not-translate",
        since: "0.1.0",
        message: "“{ $term }” must stay as it is, and is not there",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    for hit in cx
        .terms()
        .iter()
        .filter(|hit| hit.verdict == Verdict::Missing)
    {
        let concept = cx.concept(hit.concept);
        let (Some(place), true) = (hit.source.first(), concept.is_dnt) else {
            continue;
        };
        let term = cx
            .source_prose()
            .text
            .get(place.clone())
            .unwrap_or_default();
        // A misspelled name is `dnt/altered`.
        if near_miss(term, &cx.target_prose().text).is_some() {
            continue;
        }
        let finding = sink.report_as(severity(concept, Severity::Error), cx.target.whole());
        finding
            .related(cx.source_at(place.clone()))
            .arg("term", term);
    }
}
