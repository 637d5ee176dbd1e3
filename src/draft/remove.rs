//! Takes a block out of a file: its lines, and the blank lines that belong to it.

use crate::document::block::{BlockId, BlockKind};
use crate::draft::outline::Outline;
use crate::draft::place;
use crate::text::edit::Edit;
use crate::text::span::Span;

/// Removes a block. Nothing where it shares its lines with something else, or its container cannot do without it.
pub fn block(outline: &Outline<'_>, block: BlockId) -> Option<Edit> {
    let text = outline.document.source.text();
    let span = outline.span(block);
    let parent = outline.parent(block);
    let siblings = outline.children(parent);
    let at = siblings.iter().position(|other| *other == block)?;
    let is_head = *outline.kind(block) == BlockKind::Row && at == 0;
    if is_head || *outline.kind(block) == BlockKind::Cell {
        return None;
    }
    let mut start = place::line_start(text, span.start);
    let end = place::line_end(text, span.end);
    let before = text.get(start as usize..span.start as usize)?;
    let after = text.get(span.end as usize..end as usize)?;
    if !place::is_blank(before) || !after.trim().is_empty() {
        return None;
    }
    let mut next = place::next_line(text, end);
    let is_last = at + 1 == siblings.len();
    let floor = parent.map_or(0, |parent| outline.span(parent).start);
    if is_last {
        start = before_blanks(text, start, floor);
    } else if is_after_blank(text, start) {
        next = after_blanks(text, next);
    }
    if next as usize >= text.len() && !text.ends_with('\n') {
        // The line before ends the file now, as the removed one did: without a line break.
        start = before_break(text, start)?;
    }
    Some(Edit {
        span: Span::new(start, next),
        text: String::new(),
    })
}

/// Keeps removals of neighbors apart: the last child of a container takes the blank lines before it along, which its neighbor takes too. A
/// run of siblings that ends so loses the blank lines before all of it. `parents` are the containers that the edits take something from.
pub fn apart(text: &str, edits: &mut [Edit], parents: &[Option<BlockId>]) {
    let mut order: Vec<usize> = (0..edits.len()).collect();
    order.sort_by_key(|at| edits[*at].span);
    for place in 1..order.len() {
        let (before, at) = (order[place - 1], order[place]);
        let end = edits[before].span.end;
        if edits[at].span.start >= end {
            continue;
        }
        let shared = text.get(edits[at].span.start as usize..end as usize);
        let is_blank = shared.is_some_and(|shared| shared.lines().all(place::is_blank));
        let is_at_end = edits[at].span.end as usize >= text.len() && !text.ends_with('\n');
        edits[at].span = Span::new(end, edits[at].span.end.max(end));
        if !is_blank || parents.get(before) != parents.get(at) {
            continue;
        }
        let is_next = |two: &&[usize]| {
            let is_touching = edits[two[0]].span.end == edits[two[1]].span.start;
            is_touching && parents.get(two[0]) == parents.get(two[1])
        };
        let n_before = order[..place].windows(2).rev().take_while(is_next).count();
        let first = place - 1 - n_before;
        let floor = match first.checked_sub(1) {
            Some(above) => edits[order[above]].span.end,
            None => 0,
        };
        let mut start = before_blanks(text, edits[order[first]].span.start, floor);
        if is_at_end {
            start = before_break(text, start).unwrap_or(start);
        }
        edits[order[first]].span.start = start.max(floor);
    }
}

/// Where the line before a place ends, its line break left out.
fn before_break(text: &str, start: u32) -> Option<u32> {
    let head = text.get(..start as usize)?;
    let bare = head.strip_suffix('\n').unwrap_or(head);
    let bare = bare.strip_suffix('\r').unwrap_or(bare);
    Some(Span::of(0..bare.len()).end)
}

fn is_after_blank(text: &str, start: u32) -> bool {
    let Some(before) = start.checked_sub(1).filter(|_| start > 3) else {
        return true;
    };
    place::is_blank(place::line_at(text, place::line_start(text, before)))
}

fn after_blanks(text: &str, from: u32) -> u32 {
    let mut next = from;
    while (next as usize) < text.len() && place::is_blank(place::line_at(text, next)) {
        next = place::next_line(text, next);
    }
    next
}

fn before_blanks(text: &str, from: u32, floor: u32) -> u32 {
    let mut start = from;
    while let Some(before) = start.checked_sub(1).filter(|before| *before > floor) {
        let line = place::line_start(text, before);
        if line < floor || !place::is_blank(place::line_at(text, line)) || line == start {
            break;
        }
        start = line;
    }
    start
}
