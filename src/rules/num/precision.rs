//! The rule `num/precision`.

use crate::lint::context::PairCx;
use crate::lint::numbers;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::number::compare::Flaw;

crate::declare_rule! {
    /// Finds numbers that were rounded without saying so.
    ///
    /// Within five percent, with fewer figures, and without a word like “about”.
    ///
    /// ## Why it matters
    /// The reader takes a rounded number for the exact one.
    ///
    /// ```bad
    /// zh: 共有 1,234 名开发者。
    /// en: There are 1,200 developers.
    /// ```
    ///
    /// ```good
    /// zh: 共有 1,234 名开发者。
    /// en: There are about 1,200 developers.
    /// ```
    "num/precision" {
        severity: Warning,
        mqm: "mistranslation",
        since: "0.1.0",
        message: "“{ $target }” is a rounded “{ $source }” ({ $expected }); say “about”, or give the exact number",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    numbers::report_flaw(cx, sink, Flaw::Precision);
}
