//! The rule `term/case`.

use crate::lint::context::PairCx;
use crate::lint::fix::Applicability;
use crate::lint::fix::Fix;
use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::terms::severity;
use crate::termbase::verdict::Verdict;
use crate::text::edit::Edit;

crate::declare_rule! {
    /// Finds translations of terms in the wrong case: a name without its capitals, a common noun with capitals in mid-sentence.
    ///
    /// The start of a sentence, headings, table cells, links, emphasis and longer capitalized names are left alone.
    ///
    /// ## Why it matters
    /// Capitals tell a reader that a word is a name.
    ///
    /// ```bad
    /// glossary: {src: 大模型, tgt: large model}
    /// zh: 如今大模型需要数据。
    /// en: Today, Large Models need data.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 大模型, tgt: large model}
    /// zh: 大模型需要数据。
    /// en: Large models need data.
    /// ```
    "term/case" {
        severity: Warning,
        mqm: "spelling",
        since: "0.1.0",
        message: "“{ $found }” has the wrong case; write “{ $target }”",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    let text = &cx.target_prose().text;
    for hit in cx.terms() {
        let concept = cx.concept(hit.concept);
        let (Verdict::Case(span), false) = (&hit.verdict, concept.is_dnt) else {
            continue;
        };
        let found = text.get(span.clone()).unwrap_or_default();
        let Some(good) = concept.target.as_deref() else {
            continue;
        };
        let lowered = found.to_lowercase();
        let is_common = !concept
            .target
            .iter()
            .chain(&concept.allow)
            .any(|form| form.chars().any(char::is_uppercase));
        let written = match () {
            () if lowered == good.to_lowercase() => Some(good.to_owned()),
            () if is_common => Some(lowered),
            () => None,
        };
        let at = cx.target_at(span.clone());
        // A match that runs over markup would lose it.
        let fix = written
            .clone()
            .filter(|_| at.source.slice(at.span) == found)
            .map(|text| Fix {
                edits: vec![Edit {
                    span: at.span,
                    text,
                }],
                applicability: Applicability::Safe,
            });
        let finding = sink.report_as(severity(concept, Severity::Warning), at);
        if let Some(place) = hit.source.first() {
            finding.related(cx.source_at(place.clone()));
        }
        finding.arg("found", found);
        finding.arg("target", written.as_deref().unwrap_or(good));
        finding.fix = fix;
    }
}
