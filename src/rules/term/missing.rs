//! The rule `term/missing`.

use crate::lint::context::PairCx;
use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::terms::severity;
use crate::termbase::verdict::Verdict;

crate::declare_rule! {
    /// Finds terms of the glossary that stand in the source while no admitted translation stands in the target.
    ///
    /// Inflected forms, joined and hyphenated writing, either spelling, and words shared with a neighbor ("preorder and inorder
    /// traversals") count. A word serves one term only: the "model" of "large model" does not also translate 模型.
    ///
    /// ## Why it matters
    /// A reader takes two words for two things.
    ///
    /// ```bad
    /// glossary: {src: 智能体, tgt: agent}
    /// zh: 智能体可以协作。
    /// en: Bots can collaborate.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 智能体, tgt: agent}
    /// zh: 智能体可以协作。
    /// en: Agents can collaborate.
    /// ```
    "term/missing" {
        severity: Error,
        mqm: "terminology",
        since: "0.1.0",
        message: "“{ $term }” should be translated as “{ $target }”",
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
        let (Some(place), false) = (hit.source.first(), concept.is_dnt) else {
            continue;
        };
        let term = cx
            .source_prose()
            .text
            .get(place.clone())
            .unwrap_or_default();
        let admitted: Vec<&str> = concept
            .target
            .iter()
            .chain(&concept.allow)
            .map(String::as_str)
            .collect();
        let finding = sink.report_as(severity(concept, Severity::Error), cx.target.whole());
        finding.related(cx.source_at(place.clone()));
        finding
            .arg("term", term)
            .arg("target", admitted.join(" / "));
    }
}
