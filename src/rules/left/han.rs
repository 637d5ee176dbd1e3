//! The rule `left/han`.

use crate::document::inline::CodeKind;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::document::unit::UnitSpan;
use crate::lint::context::PairCx;
use crate::lint::context::shorten;
use crate::lint::facts::SideProse;
use crate::lint::han;
use crate::lint::place;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::script::is_han;

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
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    if cx.target.document.lang.uses_han() || !cx.source.document.lang.uses_han() {
        return;
    }
    let prose = cx.target_prose();
    if !prose.text.chars().any(is_han) {
        return;
    }
    for (unit, range) in prose.units() {
        let text = prose.text.get(range.clone()).unwrap_or_default();
        let runs = han::runs(text)
            .into_iter()
            .filter(|run| !han::is_gloss(text, run));
        let runs = runs.filter(|run| {
            !stands_marked(cx, prose, range.start + run.start..range.start + run.end)
        });
        let runs = han::join(text, runs.collect());
        if runs.is_empty()
            || place::is_in_references(cx.target.document, unit)
            || is_bilingual(cx, unit)
        {
            continue;
        }
        for run in runs {
            let at = cx.target_at(range.start + run.start..range.start + run.end);
            sink.report(at)
                .arg("text", shorten(text.get(run).unwrap_or_default()));
        }
    }
}

/// Tells whether a run stands in emphasis or fills a link's text.
fn stands_marked(cx: &PairCx<'_>, prose: &SideProse, run: std::ops::Range<usize>) -> bool {
    let Some((unit, span)) = prose.to_unit(run) else {
        return false;
    };
    let holds = |outer: UnitSpan| outer.start <= span.start && span.end <= outer.end;
    let document = cx.target.document;
    document
        .codes(unit)
        .iter()
        .any(|code| match (code.kind, code.prose) {
            (CodeKind::Emphasis | CodeKind::Strong | CodeKind::Link, Some(inner)) => {
                let text = document.text(unit).get(inner.range()).unwrap_or_default();
                let is_all = !text.chars().any(|c| c.is_ascii_alphabetic());
                holds(inner) && is_all && is_gloss_length(text)
            }
            _ => false,
        })
}

/// A name or a term may stand in emphasis; a whole sentence is left over.
fn is_gloss_length(text: &str) -> bool {
    text.chars().filter(|c| is_han(*c)).count() <= 16
}

fn is_bilingual(cx: &PairCx<'_>, unit: UnitId) -> bool {
    let document = cx.target.document;
    document.unit(unit).kind == UnitKind::TableCell
        && place::row_of(document, unit).iter().any(|cell| {
            let prose = SideProse::of(document, &[*cell]).text;
            prose.chars().any(|c| c.is_ascii_alphabetic()) && !prose.chars().any(is_han)
        })
        && !SideProse::of(document, &[unit])
            .text
            .chars()
            .any(|c| c.is_ascii_alphabetic())
}
