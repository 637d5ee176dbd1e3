//! The rule `dnt/altered`.

use crate::lint::context::PairCx;
use crate::lint::fix::Applicability;
use crate::lint::fix::Fix;
use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::terms::near_miss;
use crate::lint::terms::severity;
use crate::termbase::verdict::Verdict;
use crate::text::edit::Edit;

crate::declare_rule! {
    /// Finds names that the glossary protects (`dnt: true`) and that stand in the target in another case or misspelled.
    ///
    /// ## Why it matters
    /// A misspelled name cannot be searched for.
    ///
    /// ```bad
    /// glossary: {src: GitHub, dnt: true, case: exact}
    /// zh: 该项目在GitHub上发布。
    /// en: The project was released on Githab.
    /// ```
    ///
    /// ```good
    /// glossary: {src: GitHub, dnt: true, case: exact}
    /// zh: 该项目在GitHub上发布。
    /// en: The project was released on GitHub.
    /// ```
    "dnt/altered" {
        severity: Error,
        mqm: "spelling",
        since: "0.1.0",
        message: "“{ $found }” must stay “{ $term }”",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    let target = &cx.target_prose().text;
    for hit in cx.terms() {
        let concept = cx.concept(hit.concept);
        let (Some(place), true) = (hit.source.first(), concept.is_dnt) else {
            continue;
        };
        let source = &cx.source_prose().text;
        let term = source.get(place.clone()).unwrap_or_default();
        let span = match &hit.verdict {
            Verdict::Case(span) => Some(span.clone()),
            Verdict::Missing => near_miss(term, target),
            _ => None,
        };
        let Some(span) = span else {
            continue;
        };
        let found = target.get(span.clone()).unwrap_or_default();
        let at = cx.target_at(span);
        let is_only_case = found.to_lowercase() == term.to_lowercase();
        // A match that runs over markup would lose it.
        let is_whole = at.source.slice(at.span) == found;
        let is_inflected = matches!(hit.verdict, Verdict::Case(_)) && !is_only_case;
        let fix = (is_whole && !is_inflected).then(|| Fix {
            edits: vec![Edit {
                span: at.span,
                text: term.to_owned(),
            }],
            applicability: match is_only_case {
                true => Applicability::Safe,
                false => Applicability::Unsafe,
            },
        });
        let finding = sink.report_as(severity(concept, Severity::Error), at);
        finding.related(cx.source_at(place.clone()));
        finding.arg("found", found).arg("term", term);
        finding.fix = fix;
    }
}
