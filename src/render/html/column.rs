//! How the columns of a table are aligned: what the line below its head says.

use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::draft::outline::Outline;

/// Returns the class of a cell; nothing where it starts as text does.
pub(crate) fn class(outline: &Outline<'_>, cell: BlockId) -> Option<&'static str> {
    let row = outline.parent(cell)?;
    let table = outline.parent(row)?;
    if *outline.kind(table) != BlockKind::Table {
        return None;
    }
    let cells = outline.children(Some(row));
    let number = cells.iter().position(|one| *one == cell)?;
    let text = outline.document.source.slice(outline.span(table));
    aligned(text.lines().nth(1)?, number)
}

fn aligned(line: &str, number: usize) -> Option<&'static str> {
    let line = line.trim_start_matches(['>', ' ', '\t']).trim_end();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mark = line.split('|').nth(number)?.trim();
    match (mark.starts_with(':'), mark.ends_with(':')) {
        _ if mark.len() < 2 => None,
        (true, true) => Some("centered"),
        (false, true) => Some("right"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::aligned;

    #[test]
    fn the_line_below_the_head_says_how_columns_are_aligned() {
        for line in ["|:--|:-:|--:|---|", "> :-- | :-: | --: | ---"] {
            let found = [0, 1, 2, 3, 4].map(|number| aligned(line, number));
            assert_eq!(found, [None, Some("centered"), Some("right"), None, None]);
        }
    }
}
