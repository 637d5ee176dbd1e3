//! The rule `num/weak`.

use crate::lint::context::PairCx;
use crate::lint::numbers;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::number::compare::Flaw;

crate::declare_rule! {
    /// Finds small numerals that differ: 四种 and “five kinds”, 七位数 and “six figures”.
    ///
    /// A numeral that is left out or said by a word (“both”) is no finding.
    ///
    /// ## Why it matters
    /// The reader looks for the fifth kind.
    ///
    /// ```bad
    /// zh: 报告给出四种模式。
    /// en: The report describes five models.
    /// ```
    ///
    /// ```good
    /// zh: 两者都可以。
    /// en: Both will do.
    /// ```
    "num/weak" {
        severity: Info,
        mqm: "mistranslation",
        since: "0.1.0",
        message: "“{ $target }” stands where the source has “{ $source }” ({ $expected })",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    numbers::report_flaw(cx, sink, Flaw::Weak);
}
