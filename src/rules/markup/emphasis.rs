//! The rule `markup/emphasis`.

use crate::document::inline::CodeKind;
use crate::document::problem::ProblemKind;
use crate::lint::context::PairCx;
use crate::lint::context::Side;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds targets that have more or fewer parts in bold than their source.
    ///
    /// `<b>` and `<strong>` count, bold parts that follow each other without a gap are one, and a text whose asterisks do not take
    /// effect is not counted.
    ///
    /// ## Why it matters
    /// What the author wanted seen is no longer seen.
    ///
    /// ```bad
    /// zh: **注意**：不要删除。
    /// en: Note: do not delete it.
    /// ```
    ///
    /// ```good
    /// zh: **注意**：不要删除。
    /// en: **Note**: do not delete it.
    /// ```
    "markup/emphasis" {
        severity: Info,
        mqm: "markup",
        since: "0.1.0",
        message: "parts in bold: { $found }; the source has { $expected }",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    let (expected, found) = (n_bold(cx.source), n_bold(cx.target));
    if expected == found || is_broken(cx.source) || is_broken(cx.target) {
        return;
    }
    sink.report(cx.target.whole())
        .arg("expected", expected)
        .arg("found", found);
}

fn n_bold(side: Side<'_>) -> usize {
    let mut n_bold = 0;
    let mut last = None;
    for (unit, code) in side.codes() {
        let is_bold = match code.kind {
            CodeKind::Strong => true,
            CodeKind::Html => {
                let tag = code.content.to_ascii_lowercase();
                tag.starts_with("<b>") || tag.starts_with("<strong>")
            }
            _ => false,
        };
        if is_bold {
            n_bold += usize::from(last != Some((unit, code.span.start)));
            last = Some((unit, code.span.end));
        }
    }
    n_bold
}

/// Tells whether a mark of emphasis stays literal: then there is nothing to count.
fn is_broken(side: Side<'_>) -> bool {
    let whole = side.whole().span;
    let mut problems = side.document.problems.iter();
    problems.any(|problem| {
        problem.kind == ProblemKind::EmphasisUnclosed && problem.span.overlaps(whole)
    })
}
