//! What a leaf turns out to be once its codes are known: an image, a formula, markup only, or text in an element.

use crate::document::inline::CodeKind;
use crate::document::unit::UnitKind;
use crate::markdown::draft::CodeDraft;
use std::ops::Range;

/// Refines the kind of a paragraph or a list item by what it holds.
pub(crate) fn refine(
    kind: UnitKind,
    text: &str,
    hull: &Range<usize>,
    codes: &[CodeDraft],
) -> UnitKind {
    if !matches!(
        kind,
        UnitKind::Paragraph | UnitKind::ListItem | UnitKind::Definition
    ) {
        return kind;
    }
    let mut codes: Vec<&CodeDraft> = codes.iter().collect();
    codes.sort_by_key(|code| (code.span.start, std::cmp::Reverse(code.span.end)));
    let (mut last, mut has_image, mut has_math, mut has_markup) = (hull.start, false, false, false);
    let mut outer_end = hull.start;
    for code in codes {
        if code.span.end <= outer_end {
            continue;
        }
        if text
            .get(last..code.span.start)
            .is_none_or(|gap| !gap.trim().is_empty())
            && code.span.start > last
        {
            return kind;
        }
        match code.kind {
            CodeKind::Image => has_image = true,
            CodeKind::Math => {
                has_math = text
                    .get(code.span.clone())
                    .is_some_and(|math| math.starts_with("$$"))
            }
            CodeKind::Html | CodeKind::Comment | CodeKind::Shortcode | CodeKind::Expression => {
                has_markup = true
            }
            CodeKind::HardBreak => {}
            // A linked image: look inside the link.
            CodeKind::Link => {
                last = code
                    .prose
                    .as_ref()
                    .map_or(code.span.end, |prose| prose.start);
                outer_end = last;
                if code.prose.is_none() {
                    return kind;
                }
                continue;
            }
            _ => return kind,
        }
        if code.kind == CodeKind::Math && !has_math {
            return kind;
        }
        outer_end = code.span.end;
        last = link_end(text, code.span.end, hull.end);
    }
    let rest = text.get(last..hull.end).unwrap_or_default();
    match (rest.trim().is_empty(), has_image, has_math, has_markup) {
        (true, true, _, _) => UnitKind::ImageAlt,
        (true, false, true, _) => UnitKind::Math,
        (true, false, false, true) => UnitKind::Html,
        _ => kind,
    }
}

/// Skips the target of a link that ends right after an image.
fn link_end(text: &str, at: usize, end: usize) -> usize {
    let rest = text.get(at..end).unwrap_or_default();
    let Some(target) = rest.strip_prefix("](") else {
        return at;
    };
    target.find(')').map_or(at, |close| at + 2 + close + 1)
}
