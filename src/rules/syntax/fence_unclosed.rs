//! The rule `syntax/fence-unclosed`.

use crate::document::problem::ProblemKind;
use crate::lint::context::DocumentCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds code fences that never close.
    ///
    /// ## Why it matters
    /// Everything to the end of the page turns into code.
    ///
    /// ```bad
    /// zh: 安装。\n\n~~~sh\nmake
    /// en: Install.
    /// ```
    ///
    /// ```good
    /// zh: 安装。\n\n~~~sh\nmake\n~~~
    /// en: Install.\n\n~~~sh\nmake\n~~~
    /// ```
    "syntax/fence-unclosed" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "this code fence is never closed",
        check: Check::Document(check),
    }
}

fn check(cx: &DocumentCx<'_>, sink: &mut Sink<'_>) {
    cx.problems(ProblemKind::FenceUnclosed, sink);
}
