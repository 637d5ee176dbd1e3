//! Which English words may have to do with numbers: a test that costs next to nothing, since most words do not.

use crate::text::number::english::date;
use crate::text::number::english::lead;
use crate::text::number::words;
use std::sync::LazyLock;

/// For each pair of first letters, a bit for each length that a word of the vocabulary has.
static LENGTHS: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let mut lengths = vec![0u32; 26 * 26];
    let all = words::all().chain(lead::all()).chain(date::all());
    for word in all.map(str::as_bytes) {
        // Of `two-way` and `fig.` only the letters before the mark are looked at.
        let n_letters = word
            .iter()
            .take_while(|byte| byte.is_ascii_lowercase())
            .count();
        if let Some(slot) = slot(word).and_then(|slot| lengths.get_mut(slot)) {
            *slot |= 1 << n_letters.min(31);
        }
    }
    lengths
});

/// Tells whether a word, in lower case, may stand in the vocabulary: some that do not are let through.
pub(super) fn may_hold(word: &str) -> bool {
    let lengths = slot(word.as_bytes()).and_then(|slot| LENGTHS.get(slot));
    lengths.is_some_and(|lengths| lengths & (1 << word.len().min(31)) != 0)
}

fn slot(word: &[u8]) -> Option<usize> {
    let letter = |at: usize| {
        word.get(at)
            .filter(|byte| byte.is_ascii_lowercase())
            .map(|byte| usize::from(byte - b'a'))
    };
    Some(letter(0)? * 26 + letter(1)?)
}
