//! The rule `markup/emphasis`.

use crate::document::inline::CodeKind;
use crate::document::inline::InlineCode;
use crate::document::problem::ProblemKind;
use crate::lint::context::PairCx;
use crate::lint::context::Side;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds targets that have more or fewer parts in bold than their source.
    ///
    /// `<b>` and `<strong>` count, bold parts that follow each other without a gap are one, and a text whose asterisks do not take
    /// effect is not counted. Chinese and Japanese have no italics: what is slanted on the one side may be bold on theirs.
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
    let n_slanted = (n_italic(cx.source), n_italic(cx.target));
    let is_instead = match found > expected {
        true => lacks_italics(cx.target) && n_slanted.0 >= n_slanted.1 + (found - expected),
        false => lacks_italics(cx.source) && n_slanted.1 >= n_slanted.0 + (expected - found),
    };
    if is_instead {
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

fn lacks_italics(side: Side<'_>) -> bool {
    let lang = &side.document.lang;
    lang.uses_han() || lang.primary() == "ko"
}

fn n_italic(side: Side<'_>) -> usize {
    let is_italic = |code: &InlineCode| match code.kind {
        CodeKind::Emphasis => true,
        CodeKind::Html => {
            let tag = code.content.to_ascii_lowercase();
            tag.starts_with("<i>") || tag.starts_with("<em>")
        }
        _ => false,
    };
    side.codes().filter(|(_, code)| is_italic(code)).count()
}

/// Tells whether a mark of emphasis stays literal: then there is nothing to count.
fn is_broken(side: Side<'_>) -> bool {
    let whole = side.whole().span;
    let mut problems = side.document.problems.iter();
    problems.any(|problem| {
        problem.kind == ProblemKind::EmphasisUnclosed && problem.span.overlaps(whole)
    })
}
