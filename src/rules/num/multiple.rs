//! The rule `num/multiple`.

use crate::lint::context::PairCx;
use crate::lint::numbers;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::number::compare::Flaw;

crate::declare_rule! {
    /// Finds factors that differ.
    ///
    /// `翻倍` and `翻一番` double, `翻两番` is four times as much. After a word of increase, `N 倍` may mean N times as much or N times more:
    /// either is accepted.
    ///
    /// ## Why it matters
    /// Growth is what readers remember of a report.
    ///
    /// ```bad
    /// zh: 流量翻倍。
    /// en: Traffic tripled.
    /// ```
    ///
    /// ```good
    /// zh: 产量翻了两番。
    /// en: Output quadrupled.
    /// ```
    "num/multiple" {
        severity: Warning,
        mqm: "mistranslation",
        since: "0.1.0",
        message: "“{ $target }” is another factor than “{ $source }”; expected { $expected } times",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    numbers::report_flaw(cx, sink, Flaw::Multiple);
}
