//! The rule `num/percent`.

use crate::lint::context::PairCx;
use crate::lint::numbers;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::number::compare::Flaw;

crate::declare_rule! {
    /// Finds shares of a hundred that differ in value or in kind.
    ///
    /// `百分之`, `成` (tenths), `折` (the part of the price that is paid) and `%` are read as shares; `八折` is 20 % off.
    ///
    /// ## Why it matters
    /// A percentage without its sign is another number, and a discount is easily turned around.
    ///
    /// ```bad
    /// zh: 开发者数量增长了25%。
    /// en: The number of developers grew by 25.
    /// ```
    ///
    /// ```bad
    /// zh: 今天全场打八折。
    /// en: Everything is 80% off today.
    /// ```
    ///
    /// ```good
    /// zh: 三成企业没有预算。
    /// en: Thirty percent of companies have no budget.
    /// ```
    "num/percent" {
        severity: Error,
        mqm: "mistranslation",
        since: "0.1.0",
        message: "“{ $target }” does not say what “{ $source }” says; expected { $expected }",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    numbers::report_flaw(cx, sink, Flaw::Share);
}
