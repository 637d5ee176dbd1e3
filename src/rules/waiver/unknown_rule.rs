//! The rule `waiver/unknown-rule`.

use crate::lint::context::shorten;
use crate::lint::rule::Check;
use crate::lint::rule::Rule;
use crate::lint::select::names;
use crate::lint::sink::Sink;
use crate::lint::waiver::WaiverCx;
use crate::text::nearest::nearest;

crate::declare_rule! {
    /// Finds waivers that name a rule or group that does not exist.
    ///
    /// ## Why it matters
    /// Such a waiver silences nothing, and looks as if it did.
    ///
    /// ```bad
    /// zh: 大模型公司。
    /// en: <!-- duizhao-ignore term/mising: the name of a company -->\n\nThe Big Model Company.
    /// glossary: {src: 大模型, tgt: large model}
    /// ```
    ///
    /// ```good
    /// zh: 大模型公司。
    /// en: <!-- duizhao-ignore term/missing: the name of a company -->\n\nThe Big Model Company.
    /// glossary: {src: 大模型, tgt: large model}
    /// ```
    "waiver/unknown-rule" {
        severity: Warning,
        mqm: "other",
        since: "0.1.0",
        message: "there is no rule or group “{ $rule }”; did you mean “{ $nearest }”?",
        check: Check::Waiver(check),
    }
}

fn check(cx: &WaiverCx<'_>, sink: &mut Sink<'_>) {
    for file in &cx.files {
        for waiver in &file.found.waivers {
            for pattern in &waiver.rules {
                if !is_known(cx.rules, pattern) {
                    let finding = sink.report(file.at(waiver.comment));
                    finding
                        .arg("rule", shorten(pattern))
                        .arg("nearest", nearest_to(cx.rules, pattern));
                }
            }
        }
    }
}

fn is_known(rules: &[&Rule], pattern: &str) -> bool {
    rules.iter().any(|rule| names(pattern, &rule.meta))
}

fn nearest_to(rules: &[&'static Rule], pattern: &str) -> &'static str {
    let known = rules.iter().flat_map(|rule| {
        let id = rule.meta.id;
        let group = (!pattern.contains('/')).then(|| rule.meta.group());
        group.into_iter().chain([id])
    });
    nearest(pattern, known).unwrap_or_default()
}
