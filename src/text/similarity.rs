//! How alike two texts are, and what differs, word by word. A word of Chinese is one character.

use crate::text::edit::Edit;
use crate::text::script;
use crate::text::span::Span;
use similar::{Algorithm, DiffOp};
use std::collections::HashMap;

/// One run of a word diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiffRun {
    /// Stands in both texts.
    Same(String),
    /// Stands in the old text only.
    Removed(String),
    /// Stands in the new text only.
    Added(String),
}

/// Above this product of lengths an exact comparison would cost too much, and pairs of characters are counted instead.
const MOST_CELLS: usize = 1 << 28;

/// Above this many tokens a diff compares pieces of text first, and words only inside pieces that differ.
const MOST_TOKENS: usize = 6000;

/// Returns how alike two texts are, from 0.0 (nothing shared) to 1.0 (equal but for white space): twice the length of
/// their longest common subsequence by the sum of their lengths, in characters without white space.
pub fn similarity(old: &str, new: &str) -> f32 {
    similarity_from(old, new, 0.0).unwrap_or(0.0)
}

/// Returns the [`similarity`] of two texts when it is at least `least`. Costs next to nothing for texts that differ much.
pub fn similarity_from(old: &str, new: &str, least: f32) -> Option<f32> {
    let (old, new) = (visible(old), visible(new));
    let n_chars = old.len() + new.len();
    if old == new {
        return Some(1.0);
    }
    let ratio = |n_shared: usize| 2.0 * n_shared as f32 / n_chars as f32;
    if ratio(old.len().min(new.len())) < least || ratio(n_shared_chars(&old, &new)) < least {
        return None;
    }
    let alike = if old.len().saturating_mul(new.len()) > MOST_CELLS {
        dice(&old, &new)
    } else {
        ratio(longest_common(&old, &new))
    };
    (alike >= least).then_some(alike)
}

fn visible(text: &str) -> Vec<char> {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Counts the characters that both texts have, whatever their order: no subsequence can be longer.
fn n_shared_chars(old: &[char], new: &[char]) -> usize {
    let mut counts: HashMap<char, usize> = HashMap::with_capacity(old.len());
    for c in old {
        *counts.entry(*c).or_default() += 1;
    }
    let mut n_shared = 0;
    for c in new {
        if let Some(count) = counts.get_mut(c).filter(|count| **count > 0) {
            *count -= 1;
            n_shared += 1;
        }
    }
    n_shared
}

/// Returns the length of the longest common subsequence, 64 characters a step (Hyyrö 2004).
fn longest_common(old: &[char], new: &[char]) -> usize {
    let n_words = old.len().div_ceil(64);
    let mut places: HashMap<char, Vec<u64>> = HashMap::new();
    for (at, c) in old.iter().enumerate() {
        let bits = places.entry(*c).or_insert_with(|| vec![0; n_words]);
        bits[at / 64] |= 1 << (at % 64);
    }
    let mut state = vec![u64::MAX; n_words];
    for c in new {
        let Some(bits) = places.get(c) else { continue };
        let mut carry = 0;
        for (word, here) in state.iter_mut().zip(bits) {
            let hits = *word & here;
            let (sum, first) = word.overflowing_add(hits);
            let (sum, second) = sum.overflowing_add(carry);
            carry = u64::from(first || second);
            *word = sum | (*word & !here);
        }
    }
    let is_set = |at: &usize| state[at / 64] >> (at % 64) & 1 == 0;
    (0..old.len()).filter(is_set).count()
}

/// Returns the share of neighbouring characters that both texts have.
fn dice(old: &[char], new: &[char]) -> f32 {
    let mut counts: HashMap<&[char], usize> = HashMap::new();
    for pair in old.windows(2) {
        *counts.entry(pair).or_default() += 1;
    }
    let mut n_shared = 0;
    for pair in new.windows(2) {
        if let Some(count) = counts.get_mut(pair).filter(|count| **count > 0) {
            *count -= 1;
            n_shared += 1;
        }
    }
    2.0 * n_shared as f32 / (old.len() + new.len()).saturating_sub(2).max(1) as f32
}

/// Compares two texts word by word (Latin words and numbers whole, Han characters one by one).
pub fn word_diff(old: &str, new: &str) -> Vec<DiffRun> {
    let (old_words, new_words) = (words(old), words(new));
    let mut steps = Vec::new();
    if old_words.len() + new_words.len() <= MOST_TOKENS {
        compare(&old_words, &new_words, &mut steps);
    } else {
        compare_pieces(&old_words, &new_words, &mut steps);
    }
    runs(&clean(steps))
}

/// Returns the lines that must be replaced to make `new` of `old`, as few as may be.
pub fn line_edits(old: &str, new: &str) -> Vec<Edit> {
    let lines = |text| -> Vec<&str> { str::split_inclusive(text, '\n').collect() };
    let (old_lines, new_lines) = (lines(old), lines(new));
    let mut edits = Vec::new();
    let mut at = 0;
    for op in similar::capture_diff_slices(Algorithm::Myers, &old_lines, &new_lines) {
        let gone: usize = old_lines[op.old_range()]
            .iter()
            .map(|line| line.len())
            .sum();
        if !matches!(op, DiffOp::Equal { .. }) {
            edits.push(Edit {
                span: Span::of(at..at + gone),
                text: new_lines[op.new_range()].concat(),
            });
        }
        at += gone;
    }
    edits
}

/// Splits a text into words, Han characters, punctuation marks and runs of white space.
fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_part: &dyn Fn(char) -> bool = if first.is_whitespace() {
            &|c: char| c.is_whitespace()
        } else if is_word(first) {
            &is_word
        } else {
            &|_| false
        };
        let len = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| !is_part(*c))
            .map_or(rest.len(), |(at, _)| at);
        let (word, after) = rest.split_at(len);
        found.push(word);
        rest = after;
    }
    found
}

fn is_word(c: char) -> bool {
    script::is_spaced_letter(c)
        || c.is_numeric() && !script::is_han(c)
        || matches!(c, '_' | '\'' | '’')
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Same,
    Removed,
    Added,
}

type Step<'a> = (Side, Vec<&'a str>);

fn compare<'a>(old: &[&'a str], new: &[&'a str], steps: &mut Vec<Step<'a>>) {
    for op in similar::capture_diff_slices(Algorithm::RawMyers, old, new) {
        let (old_range, new_range) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            steps.push((Side::Same, old[old_range].to_vec()));
        } else {
            steps.push((Side::Removed, old[old_range].to_vec()));
            steps.push((Side::Added, new[new_range].to_vec()));
        }
    }
}

/// Compares long texts piece by piece, and word by word only where short enough pieces differ.
fn compare_pieces<'a>(old: &[&'a str], new: &[&'a str], steps: &mut Vec<Step<'a>>) {
    let n_same = old
        .iter()
        .zip(new)
        .take_while(|(old, new)| old == new)
        .count();
    steps.push((Side::Same, old[..n_same].to_vec()));
    let (old, new) = (&old[n_same..], &new[n_same..]);
    let tail = old.iter().rev().zip(new.iter().rev());
    let n_tail = tail.take_while(|(old, new)| old == new).count();
    let (old, tail) = old.split_at(old.len() - n_tail);
    let new = &new[..new.len() - n_tail];
    let (old_pieces, new_pieces) = (pieces(old), pieces(new));
    if old_pieces.len() + new_pieces.len() > MOST_TOKENS {
        steps.push((Side::Removed, old.to_vec()));
        steps.push((Side::Added, new.to_vec()));
    } else {
        for op in similar::capture_diff_slices(Algorithm::RawMyers, &old_pieces, &new_pieces) {
            let old_part = old_pieces[op.old_range()].concat();
            let new_part = new_pieces[op.new_range()].concat();
            if matches!(op, DiffOp::Equal { .. }) {
                steps.push((Side::Same, old_part));
            } else if old_part.len() + new_part.len() <= MOST_TOKENS / 4 {
                compare(&old_part, &new_part, steps);
            } else {
                steps.push((Side::Removed, old_part));
                steps.push((Side::Added, new_part));
            }
        }
    }
    steps.push((Side::Same, tail.to_vec()));
}

/// Cuts words into pieces behind marks that end sentences and lines.
fn pieces<'a, 'b>(words: &'b [&'a str]) -> Vec<&'b [&'a str]> {
    let ends = |word: &&str| {
        word.contains('\n') || matches!(*word, "。" | "！" | "？" | "；" | "." | "!" | "?")
    };
    words.split_inclusive(ends).collect()
}

/// Gathers neighbouring changes, and takes a tiny piece that stayed the same between two bigger changes for changed.
fn clean(steps: Vec<Step<'_>>) -> Vec<(Vec<&str>, Vec<&str>, Vec<&str>)> {
    // Each entry: what was removed, what was added, and what stayed the same behind them.
    let mut gathered: Vec<(Vec<&str>, Vec<&str>, Vec<&str>)> = vec![Default::default()];
    for (side, words) in steps {
        let needs_new =
            side != Side::Same && gathered.last().is_some_and(|last| !last.2.is_empty());
        if needs_new {
            gathered.push(Default::default());
        }
        if let Some(last) = gathered.last_mut() {
            match side {
                Side::Removed => last.0.extend(words),
                Side::Added => last.1.extend(words),
                Side::Same => last.2.extend(words),
            }
        }
    }
    let weight = |words: &[&str]| words.iter().filter(|word| !word.trim().is_empty()).count();
    let mut cleaned: Vec<(Vec<&str>, Vec<&str>, Vec<&str>)> = Vec::with_capacity(gathered.len());
    for next in gathered {
        let is_tiny = cleaned.last().is_some_and(|last| {
            let same = weight(&last.2);
            let before = weight(&last.0).max(weight(&last.1));
            let after = weight(&next.0).max(weight(&next.1));
            same <= 2
                && before > 0
                && after > 0
                && same < before.max(1) + usize::from(same == 0)
                && same <= after
        });
        match cleaned.last_mut() {
            Some(last) if is_tiny => {
                let same = std::mem::take(&mut last.2);
                last.0.extend(same.iter().copied().chain(next.0));
                last.1.extend(same.into_iter().chain(next.1));
                last.2 = next.2;
            }
            _ => cleaned.push(next),
        }
    }
    cleaned
}

fn runs(gathered: &[(Vec<&str>, Vec<&str>, Vec<&str>)]) -> Vec<DiffRun> {
    let mut found = Vec::new();
    let mut push = |make: fn(String) -> DiffRun, words: &[&str]| {
        if !words.is_empty() {
            found.push(make(words.concat()));
        }
    };
    for (removed, added, same) in gathered {
        push(DiffRun::Removed, removed);
        push(DiffRun::Added, added);
        push(DiffRun::Same, same);
    }
    found
}
