//! The rule `waiver/no-reason`.

use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::waiver::WaiverCx;

crate::declare_rule! {
    /// Finds waivers that do not say why.
    ///
    /// Write the reason behind a colon: `<!-- duizhao-ignore term/missing: a proper name here -->`. A range that is not to be translated
    /// (`duizhao-ignore-start` without a rule) needs none.
    ///
    /// ## Why it matters
    /// Whoever meets a waiver a year later has to know whether it still holds.
    ///
    /// ```bad
    /// zh: 大模型公司。
    /// en: <!-- duizhao-ignore term/missing -->\n\nThe Big Model Company.
    /// glossary: {src: 大模型, tgt: large model}
    /// ```
    ///
    /// ```good
    /// zh: 大模型公司。
    /// en: <!-- duizhao-ignore term/missing: the name of a company -->\n\nThe Big Model Company.
    /// glossary: {src: 大模型, tgt: large model}
    /// ```
    "waiver/no-reason" {
        severity: Warning,
        mqm: "other",
        since: "0.1.0",
        message: "this waiver does not say why; write the reason behind a colon",
        check: Check::Waiver(check),
    }
}

fn check(cx: &WaiverCx<'_>, sink: &mut Sink<'_>) {
    for file in &cx.files {
        let waivers = file.found.waivers.iter();
        for waiver in waivers.filter(|waiver| !waiver.is_untranslated) {
            if waiver.reason.is_empty() {
                sink.report(file.at(waiver.comment));
            }
        }
    }
}
