//! The rule `syntax/nesting-too-deep`.

use crate::document::problem::ProblemKind;
use crate::lint::context::DocumentCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds quotes and lists nested so deep that the rest is taken as one opaque piece.
    ///
    /// ## Why it matters
    /// What stands in there is neither translated nor checked.
    ///
    /// ```bad
    /// zh: >×300 安装。
    /// en: Install.
    /// ```
    ///
    /// ```good
    /// zh: > > 安装。
    /// en: > > Install.
    /// ```
    "syntax/nesting-too-deep" {
        severity: Warning,
        mqm: "markup",
        since: "0.1.0",
        message: "nested too deep: the rest of this block is taken as one piece",
        check: Check::Document(check),
    }
}

fn check(cx: &DocumentCx<'_>, sink: &mut Sink<'_>) {
    cx.problems(ProblemKind::NestingTooDeep, sink);
}
