//! The rule `num/scale`.

use crate::lint::context::PairCx;
use crate::lint::numbers;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::number::compare::Flaw;

crate::declare_rule! {
    /// Finds numbers that are off by a power of ten.
    ///
    /// Chinese counts in 万 (10⁴) and 亿 (10⁸), English in thousands: both sides are read as values, so that `6.5亿` and “650 million” are equal
    /// and “6.5 million” is wrong by a hundred.
    ///
    /// ## Why it matters
    /// A slip of scale is the worst error that a number can have, and the easiest to overlook.
    ///
    /// ```bad
    /// zh: 下载量突破 6.5亿次。
    /// en: It has passed 6.5 million downloads.
    /// ```
    ///
    /// ```good
    /// zh: 产业规模达到4500亿元。
    /// en: The industry is worth RMB 0.45 trillion.
    /// ```
    "num/scale" {
        severity: Error,
        mqm: "mistranslation",
        since: "0.1.0",
        message: "“{ $target }” is off by a power of ten from “{ $source }”; expected { $expected }",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    numbers::report_flaw(cx, sink, Flaw::Scale);
}
