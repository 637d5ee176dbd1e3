//! The rule `num/range`.

use crate::lint::context::PairCx;
use crate::lint::numbers;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::number::compare::Flaw;

crate::declare_rule! {
    /// Finds ranges in which only one end has kept the magnitude.
    ///
    /// In `1-10 万` the magnitude holds for both numbers.
    ///
    /// ## Why it matters
    /// The range becomes ten thousand times as wide.
    ///
    /// ```bad
    /// zh: 适合 1-10 万用户的规模。
    /// en: It suits 1–100,000 users.
    /// ```
    ///
    /// ```good
    /// zh: 适合 1-10 万用户的规模。
    /// en: It suits 10,000–100,000 users.
    /// ```
    "num/range" {
        severity: Error,
        mqm: "mistranslation",
        since: "0.1.0",
        message: "the magnitude of “{ $source }” holds for both ends of the range; “{ $target }” should be { $expected }",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    numbers::report_flaw(cx, sink, Flaw::Range);
}
