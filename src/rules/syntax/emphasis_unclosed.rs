//! The rule `syntax/emphasis-unclosed`.

use crate::document::problem::ProblemKind;
use crate::lint::context::DocumentCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds `**` and `*` that stay literal because of the punctuation beside them (the flanking rule of CommonMark).
    ///
    /// Move the punctuation out of the emphasis, or put a space beside the mark.
    ///
    /// ## Why it matters
    /// The reader sees asterisks in place of bold text.
    ///
    /// ```bad
    /// zh: **注意：**请重启。
    /// en: Restart.
    /// ```
    ///
    /// ```good
    /// zh: **注意**：请重启。
    /// en: **Note**: restart.
    /// ```
    "syntax/emphasis-unclosed" {
        severity: Warning,
        mqm: "markup",
        since: "0.1.0",
        message: "“{ $detail }” will show as it stands: CommonMark does not read it as emphasis beside this punctuation",
        check: Check::Document(check),
    }
}

fn check(cx: &DocumentCx<'_>, sink: &mut Sink<'_>) {
    cx.problems(ProblemKind::EmphasisUnclosed, sink);
}
