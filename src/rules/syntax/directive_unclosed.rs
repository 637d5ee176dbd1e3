//! The rule `syntax/directive-unclosed`.

use crate::document::problem::ProblemKind;
use crate::lint::context::DocumentCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds container directives (`:::`) that never close.
    ///
    /// ## Why it matters
    /// Everything to the end of the page lands in the box.
    ///
    /// ```bad
    /// zh: ::: tip\n\n安装。
    /// en: Install.
    /// ```
    ///
    /// ```good
    /// zh: ::: tip\n\n安装。\n\n:::
    /// en: ::: tip\n\nInstall.\n\n:::
    /// ```
    "syntax/directive-unclosed" {
        severity: Warning,
        mqm: "markup",
        since: "0.1.0",
        message: "“{ $detail }” is never closed",
        check: Check::Document(check),
    }
}

fn check(cx: &DocumentCx<'_>, sink: &mut Sink<'_>) {
    cx.problems(ProblemKind::DirectiveUnclosed, sink);
}
