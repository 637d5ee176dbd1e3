//! The known word nearest to an unknown one, to suggest it.

/// Returns the word of `known` that is nearest to `word`, by edits of characters; the first of equals, none when `known` is empty.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let scored = known
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate));
    scored
        .min_by_key(|(score, _)| *score)
        .map(|(_, candidate)| candidate)
}

/// Returns how many characters must be added, dropped, changed or swapped with their neighbor (Damerau–Levenshtein, optimal
/// string alignment). Only the first 64 characters count.
pub fn distance(old: &str, new: &str) -> usize {
    let old: Vec<char> = old.to_lowercase().chars().take(64).collect();
    let new: Vec<char> = new.to_lowercase().chars().take(64).collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=new.len()).collect();
    for (old_idx, old_char) in old.iter().enumerate() {
        let mut row = vec![old_idx + 1];
        for (new_idx, new_char) in new.iter().enumerate() {
            let change = last[new_idx] + usize::from(old_char != new_char);
            let mut best = change.min(last[new_idx + 1] + 1).min(row[new_idx] + 1);
            let is_swap = old_idx > 0
                && new_idx > 0
                && old[old_idx - 1] == *new_char
                && new[new_idx - 1] == *old_char;
            if is_swap {
                best = best.min(before_last[new_idx - 1] + 1);
            }
            row.push(best);
        }
        before_last = last;
        last = row;
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_count_edits_and_swaps() {
        let cases = [
            ("", "", 0),
            ("", "abc", 3),
            ("target", "targets", 1),
            ("exlcude", "exclude", 1),
            ("kitten", "sitting", 3),
            ("术语", "术语表", 1),
        ];
        for (old, new, edits) in cases {
            assert_eq!(distance(old, new), edits, "{old} → {new}");
        }
    }

    #[test]
    fn the_nearest_word_is_found() {
        let known = ["source", "targets", "content"];
        assert_eq!(nearest("target", known), Some("targets"));
        assert_eq!(nearest("contents", known), Some("content"));
        assert_eq!(nearest("x", []), None);
    }
}
