//! The rule `date/mismatch`.

use crate::lint::context::PairCx;
use crate::lint::numbers;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::number::compare::Flaw;

crate::declare_rule! {
    /// Finds years, months, days, quarters, decades and times of day that differ.
    ///
    /// `2024年7月` and “July 2024”, `90 年代` and “the 1990s”, `下午3点半` and “3:30 p.m.” are the same.
    ///
    /// ## Why it matters
    /// A wrong date is a wrong fact.
    ///
    /// ```bad
    /// zh: 2024年7月，社区发布了新版本。
    /// en: In June 2024, the community released a new version.
    /// ```
    ///
    /// ```good
    /// zh: 90 年代的浏览器很简单。
    /// en: Browsers in the 1990s were simple.
    /// ```
    "date/mismatch" {
        severity: Error,
        mqm: "mistranslation",
        since: "0.1.0",
        message: "“{ $target }” is not the date of “{ $source }”; expected { $expected }",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    numbers::report_flaw(cx, sink, Flaw::Date);
}
