//! The rule `unit/mismatch`.

use crate::lint::context::PairCx;
use crate::lint::numbers;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::number::compare::Flaw;

crate::declare_rule! {
    /// Finds amounts in another unit that were not converted.
    ///
    /// A conversion within five percent is accepted: `24小时` and “one day”, `5 公里` and “3 miles”.
    ///
    /// ## Why it matters
    /// Five miles are eight kilometers.
    ///
    /// ```bad
    /// zh: 园区距地铁 5 公里。
    /// en: The park is 5 miles from the subway.
    /// ```
    ///
    /// ```bad
    /// zh: 园区占地500亩。
    /// en: The park covers 500 acres.
    /// ```
    ///
    /// ```good
    /// zh: 需要 16GB 内存。
    /// en: It needs 16 GB of memory.
    /// ```
    "unit/mismatch" {
        severity: Error,
        mqm: "locale-convention",
        since: "0.1.0",
        message: "“{ $target }” is another unit than “{ $source }”, and the amount was not converted",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    numbers::report_flaw(cx, sink, Flaw::Unit);
}
