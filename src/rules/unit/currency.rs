//! The rule `unit/currency`.

use crate::lint::context::PairCx;
use crate::lint::numbers;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::number::compare::Flaw;

crate::declare_rule! {
    /// Finds amounts of money in another currency.
    ///
    /// `元`, `块` and `RMB` are one currency; `$` is another.
    ///
    /// ## Why it matters
    /// Two thousand dollars are seven times two thousand yuan.
    ///
    /// ```bad
    /// zh: 他花了2000块买显卡。
    /// en: He spent $2,000 on a graphics card.
    /// ```
    ///
    /// ```good
    /// zh: 他花了2000块买显卡。
    /// en: He spent 2,000 yuan on a graphics card.
    /// ```
    "unit/currency" {
        severity: Error,
        mqm: "locale-convention",
        since: "0.1.0",
        message: "“{ $target }” is another currency than “{ $source }”",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    numbers::report_flaw(cx, sink, Flaw::Currency);
}
