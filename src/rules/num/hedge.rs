//! The rule `num/hedge`.

use crate::lint::context::PairCx;
use crate::lint::numbers;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::number::compare::Flaw;

crate::declare_rule! {
    /// Finds hedges (约, 近, 超过, 多, 以上) that were lost or reversed.
    ///
    /// ## Why it matters
    /// “Three million” says more than the author knows.
    ///
    /// ```bad
    /// zh: 需要计算 300 多万个数值。
    /// en: 3 million values must be computed.
    /// ```
    ///
    /// ```good
    /// zh: 团队开发了十余个工具。
    /// en: The team built more than ten tools.
    /// ```
    "num/hedge" {
        severity: Info,
        mqm: "mistranslation",
        since: "0.1.0",
        message: "“{ $target }” does not keep the hedge of “{ $source }”",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    numbers::report_flaw(cx, sink, Flaw::Hedge);
}
