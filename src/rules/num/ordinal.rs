//! The rule `num/ordinal`.

use crate::lint::context::PairCx;
use crate::lint::numbers;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::number::compare::Flaw;

crate::declare_rule! {
    /// Finds chapters, figures, tables, steps and headings with another number.
    ///
    /// ## Why it matters
    /// References lead the reader to the wrong place.
    ///
    /// ```bad
    /// zh: 第二十一章会实现服务器。
    /// en: Chapter 11 implements the server.
    /// ```
    ///
    /// ```bad
    /// zh: ### 5.3 重新理解案例
    /// en: ### 5.2 Rethinking the case
    /// ```
    ///
    /// ```good
    /// zh: 参见图 3-2。
    /// en: See Figure 3-2.
    /// ```
    "num/ordinal" {
        severity: Error,
        mqm: "mistranslation",
        since: "0.1.0",
        message: "“{ $target }” is not the number of “{ $source }”; expected { $expected }",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    numbers::report_flaw(cx, sink, Flaw::Ordinal);
}
