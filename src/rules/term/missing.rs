//! The rule `term/missing`.

use crate::lint::context::PairCx;
use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::terms::severity;
use crate::termbase::verdict::Verdict;
use crate::text::script::is_han;

crate::declare_rule! {
    /// Finds terms of the glossary that stand in the source while no admitted translation stands in the target.
    ///
    /// Inflected forms, joined and hyphenated writing, either spelling, and words shared with a neighbor ("preorder and inorder
    /// traversals") count. A word serves one term only: the "model" of "large model" does not also translate 模型.
    ///
    /// A term of a single Han character is reported as an info: it is as often a part of another word.
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
        let usual = match is_one_han(term) {
            true => Severity::Info,
            false => Severity::Error,
        };
        let finding = sink.report_as(severity(concept, usual), cx.target.whole());
        finding.related(cx.source_at(place.clone()));
        finding
            .arg("term", term)
            .arg("target", admitted.join(" / "));
    }
}

/// One Han character is as often a part of another word as a term of its own (图 in 如图): worth knowing only.
fn is_one_han(term: &str) -> bool {
    let mut chars = term.chars();
    chars.next().is_some_and(is_han) && chars.next().is_none()
}
