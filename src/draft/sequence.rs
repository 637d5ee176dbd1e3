//! What two sequences have in common, in order.

/// Above this product of lengths nothing is compared: such texts have little in common, or too much to be sure.
const MOST_CELLS: usize = 1 << 22;

/// Returns the pairs of a longest common subsequence; nothing where the sequences are too long to compare.
pub fn common<T: PartialEq>(one: &[T], other: &[T]) -> Option<Vec<(usize, usize)>> {
    let same = |(one, other): &(&T, &T)| one == other;
    let n_head = one.iter().zip(other).take_while(same).count();
    let (one_rest, other_rest) = (&one[n_head..], &other[n_head..]);
    let tails = one_rest.iter().rev().zip(other_rest.iter().rev());
    let n_tail = tails.take_while(same).count();
    let one_rest = &one_rest[..one_rest.len() - n_tail];
    let other_rest = &other_rest[..other_rest.len() - n_tail];
    let mut pairs: Vec<(usize, usize)> = (0..n_head).map(|at| (at, at)).collect();
    let (n_rows, n_columns) = (one_rest.len(), other_rest.len());
    if n_rows.saturating_mul(n_columns) > MOST_CELLS {
        return None;
    }
    let width = n_columns + 1;
    let mut longest = vec![0_u32; (n_rows + 1) * width];
    for row in (0..n_rows).rev() {
        for column in (0..n_columns).rev() {
            longest[row * width + column] = if one_rest[row] == other_rest[column] {
                longest[(row + 1) * width + column + 1] + 1
            } else {
                longest[(row + 1) * width + column].max(longest[row * width + column + 1])
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < n_rows && column < n_columns {
        if one_rest[row] == other_rest[column] {
            pairs.push((n_head + row, n_head + column));
            (row, column) = (row + 1, column + 1);
        } else if longest[(row + 1) * width + column] >= longest[row * width + column + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
    let from = (one.len() - n_tail, other.len() - n_tail);
    pairs.extend((0..n_tail).map(|at| (from.0 + at, from.1 + at)));
    Some(pairs)
}

/// A stretch where two sequences differ: positions of the first and of the second.
pub type Hunk = (std::ops::Range<usize>, std::ops::Range<usize>);

/// Returns the stretches where two sequences differ, in order; nothing where they are too long to compare.
pub fn hunks<T: PartialEq>(one: &[T], other: &[T]) -> Option<Vec<Hunk>> {
    let mut found = Vec::new();
    let (mut from, mut to) = (0, 0);
    let ends = (one.len(), other.len());
    for (at, beside) in common(one, other)?.into_iter().chain([ends]) {
        if from < at || to < beside {
            found.push((from..at, to..beside));
        }
        (from, to) = (at + 1, beside + 1);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::hunks;

    #[test]
    fn stretches_that_differ_are_found() {
        let found = hunks(b"abcdefg".as_slice(), b"abXdfgY").unwrap();
        assert_eq!(found, [(2..3, 2..3), (4..5, 4..4), (7..7, 6..7)]);
        assert_eq!(hunks(b"same".as_slice(), b"same"), Some(Vec::new()));
    }
}
