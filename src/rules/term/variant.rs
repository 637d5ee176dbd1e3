//! The rule `term/variant`.

use crate::lint::context::PairCx;
use crate::lint::fix::Applicability;
use crate::lint::fix::Fix;
use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::terms::severity;
use crate::termbase::matcher::Joining;
use crate::termbase::matcher::joining;
use crate::termbase::verdict::Verdict;
use crate::text::edit::Edit;

crate::declare_rule! {
    /// Finds translations of terms whose words are joined otherwise than their entry asks for (`hyphen: exact`).
    ///
    /// ## Why it matters
    /// One term has one writing, so that it can be searched for.
    ///
    /// ```bad
    /// glossary: {src: 开源, tgt: open source, hyphen: exact}
    /// zh: 开源项目越来越多。
    /// en: There are more and more open-source projects.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 开源, tgt: open source, hyphen: exact}
    /// zh: 开源项目越来越多。
    /// en: There are more and more open source projects.
    /// ```
    "term/variant" {
        severity: Warning,
        mqm: "terminology",
        since: "0.1.0",
        message: "“{ $found }” is written “{ $target }” in the glossary",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    for hit in cx.terms() {
        let Verdict::Variant(span) = &hit.verdict else {
            continue;
        };
        let concept = cx.concept(hit.concept);
        let prose = &cx.target_prose().text;
        let found = prose.get(span.clone()).unwrap_or_default();
        let good = concept.target.as_deref().unwrap_or_default();
        let at = cx.target_at(span.clone());
        let letters = |text: &str| {
            text.chars()
                .filter(|c| c.is_alphanumeric())
                .collect::<String>()
        };
        // Only the joints differ, and the match does not run over markup.
        let is_certain = letters(found) == letters(good)
            && joining(found, good) != Joining::Same
            && at.source.slice(at.span) == found;
        let fix = is_certain.then(|| Fix {
            edits: vec![Edit {
                span: at.span,
                text: good.to_owned(),
            }],
            applicability: Applicability::Safe,
        });
        let finding = sink.report_as(severity(concept, Severity::Warning), at);
        if let Some(place) = hit.source.first() {
            finding.related(cx.source_at(place.clone()));
        }
        finding.arg("found", found).arg("target", good);
        finding.fix = fix;
    }
}
