//! The rule `term/forbidden`.

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
    /// Finds translations that the glossary forbids, in any inflection: where their source term stands (`forbid`), or anywhere
    /// (`forbid_always`). Words inside code do not count.
    ///
    /// ## Why it matters
    /// Somebody decided against this word, and wrote it down.
    ///
    /// ```bad
    /// glossary: {src: 白名单, tgt: allowlist, forbid: [whitelist]}
    /// zh: 把域名加入白名单。
    /// en: Add the domain to the whitelist.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 白名单, tgt: allowlist, forbid: [whitelist]}
    /// zh: 在 `whitelist.json` 里配置白名单。
    /// en: Configure the allowlist in `whitelist.json`.
    /// ```
    "term/forbidden" {
        severity: Error,
        mqm: "terminology",
        since: "0.1.0",
        message: "“{ $found }” is not to be used{ $term ->
    [none] {\"\"}
   *[other] {\" \"}for “{ $term }”
}{ $target ->
    [none] {\"\"}
   *[other] ; write “{ $target }”
}",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    for hit in cx.terms() {
        let Verdict::Forbidden {
            target,
            replacement,
        } = &hit.verdict
        else {
            continue;
        };
        let concept = cx.concept(hit.concept);
        let at = cx.target_at(target.clone());
        let found = cx
            .target_prose()
            .text
            .get(target.clone())
            .unwrap_or_default();
        let place = hit.source.first();
        let term = place
            .and_then(|place| cx.source_prose().text.get(place.clone()))
            .unwrap_or("none");
        let fix = replacement.as_ref().map(|replacement| Fix {
            edits: vec![Edit {
                span: at.span,
                text: replacement.text.clone(),
            }],
            // A match that runs over markup would lose it.
            applicability: match replacement.is_certain && at.source.slice(at.span) == found {
                true => Applicability::Safe,
                false => Applicability::Unsafe,
            },
        });
        let finding = sink.report_as(severity(concept, Severity::Error), at);
        if let Some(place) = place {
            finding.related(cx.source_at(place.clone()));
        }
        finding.arg("found", found).arg("term", term);
        finding.arg("target", concept.target.as_deref().unwrap_or("none"));
        finding.fix = fix;
    }
}
