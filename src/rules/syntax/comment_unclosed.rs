//! The rule `syntax/comment-unclosed`.

use crate::document::problem::ProblemKind;
use crate::lint::context::DocumentCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds comments that never close.
    ///
    /// ## Why it matters
    /// Everything to the end of the page is hidden.
    ///
    /// ```bad
    /// zh: 安装。\n\n<!-- 待续
    /// en: Install.
    /// ```
    ///
    /// ```good
    /// zh: 安装。\n\n<!-- 待续 -->
    /// en: Install.
    /// ```
    "syntax/comment-unclosed" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "this comment is never closed",
        check: Check::Document(check),
    }
}

fn check(cx: &DocumentCx<'_>, sink: &mut Sink<'_>) {
    cx.problems(ProblemKind::CommentUnclosed, sink);
}
