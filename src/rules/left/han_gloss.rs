//! The rule `left/han-gloss`.

use crate::document::inline::CodeKind;
use crate::lint::context::PairCx;
use crate::lint::context::shorten;
use crate::lint::leftover;
use crate::lint::leftover::Standing;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::script::is_han;

crate::declare_rule! {
    /// Finds the Han characters that `left/han` allows: in brackets, quotation marks, emphasis, links and code, beside their
    /// translation, in tables of terms and among references. Off unless a project wants none at all.
    ///
    /// ## Why it matters
    /// A text for readers who have no Chinese fonts, or no use for glosses, must do without them.
    ///
    /// ```bad
    /// zh: 自主可控是关键。
    /// en: Self-reliance (自主可控) is the key.
    /// ```
    ///
    /// ```good
    /// zh: 自主可控是关键。
    /// en: Self-reliance is the key.
    /// ```
    "left/han-gloss" {
        severity: Off,
        mqm: "untranslated",
        since: "0.1.0",
        message: "in the source's script: “{ $text }”",
        check: Check::Draft(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    for (run, standing) in leftover::runs(cx) {
        if standing == Standing::Excused {
            let text = cx.target_prose().text.get(run.clone());
            let text = shorten(text.unwrap_or_default());
            sink.report(cx.target_at(run)).arg("text", text);
        }
    }
    if cx.target.document.lang.uses_han() || !cx.source.document.lang.uses_han() {
        return;
    }
    for (unit, code) in cx
        .target
        .codes()
        .filter(|(_, code)| code.kind == CodeKind::Code)
    {
        if code.content.chars().any(is_han) {
            let at = cx.target.at(unit, code.span);
            sink.report(at).arg("text", shorten(&code.content));
        }
    }
}
