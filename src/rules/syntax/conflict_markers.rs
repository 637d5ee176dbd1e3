//! The rule `syntax/conflict-markers`.

use crate::document::problem::ProblemKind;
use crate::lint::context::DocumentCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds conflict markers that a merge left behind.
    ///
    /// ## Why it matters
    /// Two versions of a passage stand in the text, and one of them is wrong.
    ///
    /// ```bad
    /// zh: 安装。
    /// en: <<<<<<< HEAD\nInstall.\n=======\nSet up.\n>>>>>>> main
    /// ```
    ///
    /// ```good
    /// zh: 安装。
    /// en: Install.
    /// ```
    "syntax/conflict-markers" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "a conflict marker of a merge stands here",
        check: Check::Document(check),
    }
}

fn check(cx: &DocumentCx<'_>, sink: &mut Sink<'_>) {
    cx.problems(ProblemKind::ConflictMarkers, sink);
}
