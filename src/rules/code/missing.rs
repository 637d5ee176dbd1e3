//! The rule `code/missing`.

use crate::lint::codes;
use crate::lint::context::PairCx;
use crate::lint::context::shorten;
use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds inline code of the source that the target lacks.
    ///
    /// Code that the source repeats need stand in the target only once. Where its text is there without the code marks, or inside
    /// another code, the finding is a warning; where it holds Han characters, an info.
    ///
    /// ## Why it matters
    /// The reader does not learn what to type.
    ///
    /// ```bad
    /// zh: 用 `-f` 强制执行。
    /// en: Force it.
    /// ```
    ///
    /// ```good
    /// zh: 用 `-f` 强制执行，`-f` 不可撤销。
    /// en: Force it with `-f`, which cannot be undone.
    /// ```
    "code/missing" {
        severity: Error,
        mqm: "omission",
        since: "0.1.0",
        message: "the code “{ $code }” is missing",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    for (code, is_plain) in codes::compare(cx).missing {
        let severity = match (codes::holds_han(code), is_plain) {
            (true, _) => Severity::Info,
            (false, true) => Severity::Warning,
            (false, false) => Severity::Error,
        };
        let finding = sink.report_as(severity, cx.target.whole());
        finding
            .related(cx.source.at(code.0, code.1.span))
            .arg("code", shorten(&code.1.content));
    }
}
