//! The rule `code/changed`.

use crate::lint::codes;
use crate::lint::context::PairCx;
use crate::lint::context::shorten;
use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds inline code that reads otherwise than in the source.
    ///
    /// Code that holds Han characters is often words to read rather than to type: a change there is a warning. So is a
    /// difference in case or punctuation only, or a part of what the source has (`format` for `juicefs format`): the draft may be right.
    /// `name` and `name()` are the same.
    ///
    /// ## Why it matters
    /// The reader types what stands there.
    ///
    /// ```bad
    /// zh: 运行 `npm run build` 即可。
    /// en: Just run `npm run dev`.
    /// ```
    ///
    /// ```good
    /// zh: 运行 `npm run build` 即可。
    /// en: Just run `npm run build`.
    /// ```
    "code/changed" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "the code reads “{ $found }”; the source has “{ $expected }”",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    for (source, (unit, code)) in codes::compare(cx).changed {
        let target = (unit, code);
        let has_han = codes::holds_han(source) || codes::holds_han(target);
        let severity = match has_han || codes::is_variant(source, target) {
            true => Severity::Warning,
            false => Severity::Error,
        };
        let finding = sink.report_as(severity, cx.target.at(unit, code.span));
        finding.related(cx.source.at(source.0, source.1.span));
        finding
            .arg("found", shorten(&code.content))
            .arg("expected", shorten(&source.1.content));
    }
}
