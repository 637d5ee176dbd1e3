//! The rough path through two very long texts: blocks of many nodes are compared by their words, and the best path through the blocks is
//! found. Costs grow with the number of blocks squared, which are few.

use crate::bitext::lexical::translations::Translations;
use crate::bitext::node::{self, Node};
use rustc_hash::FxHashMap;

/// How many source nodes a block holds at least.
const SMALLEST: usize = 32;
/// There are no more blocks than this.
const MOST_BLOCKS: usize = 1_500;
/// Words in more than this share of the blocks say nothing about where one is.
const COMMON: f32 = 0.15;

/// Returns for each source place the target place nearby, and how far off that may be.
pub(super) fn path(
    source: &[Node],
    target: &[Node],
    translations: &Translations,
) -> Vec<(usize, usize)> {
    let n_blocks = (source.len() / SMALLEST).clamp(1, MOST_BLOCKS);
    let likeness = likeness(source, target, translations, n_blocks);
    let steps = best_path(&likeness, n_blocks);
    let place = |block: usize, n_nodes: usize| block * n_nodes / n_blocks;
    let height = target.len().div_ceil(n_blocks);
    let mut spans: Vec<Option<(usize, usize)>> = vec![None; n_blocks];
    for (one, other) in steps {
        let span = spans[one].get_or_insert((other, other));
        *span = (span.0.min(other), span.1.max(other));
    }
    let mut path = Vec::with_capacity(source.len() + 1);
    for (block, span) in spans.into_iter().enumerate() {
        let (low, high) = span.unwrap_or((block, block));
        let (low, high) = (place(low, target.len()), place(high + 1, target.len()));
        let (first, next) = (place(block, source.len()), place(block + 1, source.len()));
        for at in first..next {
            let middle = low + (high - low) * (at - first) / (next - first).max(1);
            path.push((middle, height + (high - low) / 2));
        }
    }
    path.push((target.len(), height));
    path
}

/// Compares all blocks of one side with all of the other: the sum of what the rare words say that both have, less what is usual for either.
fn likeness(
    source: &[Node],
    target: &[Node],
    translations: &Translations,
    n_blocks: usize,
) -> Vec<f32> {
    let (one, other) = (words(source, n_blocks), words(target, n_blocks));
    let mut holders: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (block, words) in other.iter().zip(0..).map(|(words, block)| (block, words)) {
        for word in words {
            holders.entry(*word).or_default().push(block);
        }
    }
    let mut n_holding: FxHashMap<u32, u32> = FxHashMap::default();
    for word in one.iter().flatten() {
        *n_holding.entry(*word).or_default() += 1;
    }
    let most = (COMMON * n_blocks as f32).max(2.0);
    let mut likeness = vec![0.0_f32; n_blocks * n_blocks];
    for (row, words) in likeness.chunks_exact_mut(n_blocks).zip(&one) {
        for word in words {
            let n_here = n_holding[word] as f32;
            if n_here > most {
                continue;
            }
            for (translation, strength) in translations.of_word(*word) {
                let Some(blocks) = holders.get(translation) else {
                    continue;
                };
                let n_there = blocks.len() as f32;
                if n_there > most {
                    continue;
                }
                let worth = strength * (n_blocks as f32 / n_here.max(n_there)).ln();
                for block in blocks {
                    row[*block as usize] += worth;
                }
            }
        }
    }
    let mean = |sum: f32| sum / n_blocks as f32;
    let rows: Vec<f32> = likeness
        .chunks_exact(n_blocks)
        .map(|row| mean(row.iter().sum()))
        .collect();
    let mut columns = vec![0.0_f32; n_blocks];
    for row in likeness.chunks_exact(n_blocks) {
        for (sum, value) in columns.iter_mut().zip(row) {
            *sum += mean(*value);
        }
    }
    for (row, usual) in likeness.chunks_exact_mut(n_blocks).zip(rows) {
        for (value, column) in row.iter_mut().zip(&columns) {
            *value -= usual.max(*column) * 1.5;
        }
    }
    likeness
}

/// Returns the distinct words of each block.
fn words(nodes: &[Node], n_blocks: usize) -> Vec<Vec<u32>> {
    let place = |block: usize| block * nodes.len() / n_blocks;
    let of_block = |block: usize| node::distinct(&nodes[place(block)..place(block + 1)]);
    (0..n_blocks).map(of_block).collect()
}

/// Finds the monotone path with the greatest likeness; a step aside counts half as much as one ahead.
fn best_path(likeness: &[f32], n_blocks: usize) -> Vec<(usize, usize)> {
    let mut best = vec![0.0_f32; n_blocks * n_blocks];
    // Where each cell is reached from: ahead, from above, from the left.
    let mut from = vec![0_u8; n_blocks * n_blocks];
    for row in 0..n_blocks {
        for column in 0..n_blocks {
            let here = row * n_blocks + column;
            let value = likeness[here];
            let above = (row > 0).then(|| best[here - n_blocks] + value);
            let left = (column > 0).then(|| best[here - 1] + value);
            let ahead = (row > 0 && column > 0).then(|| best[here - n_blocks - 1] + 2.0 * value);
            let steps = [ahead, above, left];
            let step = (0..3_u8)
                .filter_map(|step| Some((steps[usize::from(step)]?, step)))
                .reduce(|one, other| if other.0 > one.0 { other } else { one });
            (best[here], from[here]) = step.unwrap_or((value, 0));
        }
    }
    let (mut row, mut column) = (n_blocks - 1, n_blocks - 1);
    let mut path = vec![(row, column)];
    while row > 0 || column > 0 {
        match from[row * n_blocks + column] {
            1 => row -= 1,
            2 => column -= 1,
            _ => (row, column) = (row.saturating_sub(1), column.saturating_sub(1)),
        }
        path.push((row, column));
    }
    path
}
