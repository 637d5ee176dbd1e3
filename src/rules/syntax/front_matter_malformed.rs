//! The rule `syntax/front-matter-malformed`.

use crate::document::problem::ProblemKind;
use crate::lint::context::DocumentCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds front matter that never closes, or is no valid YAML or TOML.
    ///
    /// ## Why it matters
    /// The site shows it as text, or does not build; its values cannot be translated.
    ///
    /// ```bad
    /// zh: ---\ntitle: "安装\n---\n\n安装。
    /// en: Install.
    /// ```
    ///
    /// ```good
    /// zh: ---\ntitle: 安装\n---\n\n安装。
    /// en: ---\ntitle: Install\n---\n\nInstall.
    /// ```
    "syntax/front-matter-malformed" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "the front matter cannot be read: { $detail }",
        check: Check::Document(check),
    }
}

fn check(cx: &DocumentCx<'_>, sink: &mut Sink<'_>) {
    cx.problems(ProblemKind::FrontMatterMalformed, sink);
}
