//! The rule `left/han`.

use crate::lint::context::PairCx;
use crate::lint::context::shorten;
use crate::lint::leftover;
use crate::lint::leftover::Standing;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds Han characters left in a target of another script.
    ///
    /// Allowed are Han in brackets or quotation marks, in emphasis, in code, as a whole link text, beside its translation
    /// (`中文 (Chinese)`), in a table row that shows both languages, and under a heading like "References".
    ///
    /// ## Why it matters
    /// The reader cannot read it.
    ///
    /// ```bad
    /// zh: 这些是底层开关。
    /// en: These are the底层 switches.
    /// ```
    ///
    /// ```good
    /// zh: 自主可控是关键。
    /// en: Self-reliance (自主可控) is the key.
    /// ```
    "left/han" {
        severity: Error,
        mqm: "untranslated",
        since: "0.1.0",
        message: "left in the source's script: “{ $text }”",
        supersedes: &["punct/cjk"],
        check: Check::Draft(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    for (run, standing) in leftover::runs(cx) {
        if standing == Standing::Bare {
            let text = cx.target_prose().text.get(run.clone());
            let text = shorten(text.unwrap_or_default());
            sink.report(cx.target_at(run)).arg("text", text);
        }
    }
}
