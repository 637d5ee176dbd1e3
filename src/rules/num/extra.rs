//! The rule `num/extra`.

use crate::lint::context::PairCx;
use crate::lint::meta::Severity;
use crate::lint::numbers;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::number::compare::Flaw;

crate::declare_rule! {
    /// Finds numbers that only the target has. One that the source writes just so, in code or as part of a name (`ahooks3.0`), is
    /// none of them.
    ///
    /// ## Why it matters
    /// A number that the author did not give may have slipped in from a neighbor.
    ///
    /// ```bad
    /// zh: 千万不要删除它。
    /// en: Don’t delete ten million of them.
    /// ```
    ///
    /// ```good
    /// zh: 千万不要删除它。
    /// en: Whatever you do, don’t delete it.
    /// ```
    "num/extra" {
        severity: Info,
        mqm: "addition",
        since: "0.1.0",
        message: "“{ $target }” has no counterpart in the source",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    numbers::report(cx, sink, |mismatch| {
        let is_extra = mismatch.flaw == Flaw::Extra && !numbers::is_written_in_source(cx, mismatch);
        is_extra.then_some(Severity::Info)
    });
}
