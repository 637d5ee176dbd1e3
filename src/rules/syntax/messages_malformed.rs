//! The rule `syntax/messages-malformed`.

use crate::document::problem::ProblemKind;
use crate::lint::context::DocumentCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds what is wrong with the syntax of a message file, and keys that come twice in it.
    ///
    /// What can be read of the file is read and checked all the same. Of a key that comes twice programs read the last; the finding
    /// stands at the others.
    ///
    /// ## Why it matters
    /// A site does not build with a broken message file, and a text under a key that comes again is never shown.
    ///
    /// ```bad
    /// zh: {"docs": "文档", "blog": "博客"}
    /// en: {"docs": "Docs" "blog": "Blog"}
    /// ```
    ///
    /// ```good
    /// zh: {"docs": "文档", "blog": "博客"}
    /// en: {"docs": "Docs", "blog": "Blog"}
    /// ```
    "syntax/messages-malformed" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "{ $detail ->
    [colon] a colon is missing after the key; add it
    [comma] a comma is missing; add it
    [comment] a comment stands here, which JSON does not allow; remove it
    [control] a raw control character stands in a text; write it as an escape, such as \\t
    [deep] objects are nested too deep to be read
    [end] the file ends where a value should stand
    [escape] this is no escape of JSON; write a backslash as two
    [key] a key in double quotes should stand here
    [key-twice] the key comes again below, and only the last one is read; remove one
    [open] this bracket is never closed
    [quote] the text is not closed on its line; add the closing quote
    [rest] something follows the end of the file’s object; remove it
    [trailing-comma] a comma stands after the last item, which JSON does not allow; remove it
    [value] a text in double quotes should stand here
   *[other] the message file cannot be read: { $detail }
}",
        check: Check::Document(check),
    }
}

fn check(cx: &DocumentCx<'_>, sink: &mut Sink<'_>) {
    cx.problems(ProblemKind::MessagesMalformed, sink);
}
