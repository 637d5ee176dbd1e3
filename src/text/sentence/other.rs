//! Languages without rules of their own: the sentence bounds of Unicode (UAX 29), mended where marks say so.

use crate::text::sentence::abbreviation::{self, Class};
use crate::text::sentence::mark::{Mark, MarkKind, Marks, Pair, PairKind, Stop};
use unicode_segmentation::UnicodeSegmentation;

/// Returns where sentences begin, the first excepted.
pub(super) fn cuts(text: &str, marks: &Marks) -> Vec<usize> {
    // A soft line break is white space here, and UAX 29 would end a sentence at it.
    let joined = text.replace(['\n', '\r'], " ");
    let hard = marks
        .marks
        .iter()
        .filter(|mark| matches!(mark.kind, MarkKind::Paragraph | MarkKind::LineBreak));
    let mut hard = hard.map(|mark| mark.end).peekable();
    let mut stops = marks
        .marks
        .iter()
        .filter(|mark| matches!(mark.kind, MarkKind::Stop(_)))
        .peekable();
    let sealed = sealed(&marks.pairs);
    let mut sealed = sealed.iter().peekable();
    let mut cuts = Vec::new();
    let mut last_stop: Option<&Mark> = None;
    for (at, _) in joined.split_sentence_bound_indices().skip(1) {
        while let Some(end) = hard.next_if(|end| *end <= at) {
            cuts.push(end);
        }
        while let Some(stop) = stops.next_if(|stop| stop.at < at) {
            last_stop = Some(stop);
        }
        while sealed.next_if(|(_, close)| *close < at).is_some() {}
        let is_sealed = sealed.peek().is_some_and(|(open, _)| *open < at);
        if !is_sealed && last_stop.is_some_and(|stop| ends(text, stop, at)) {
            cuts.push(at);
        }
    }
    cuts.extend(hard);
    cuts
}

/// Returns the pairs in which no sentence ends, outermost ones only, in order.
fn sealed(pairs: &[Pair]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for pair in pairs {
        let is_sealing = matches!(
            pair.kind,
            PairKind::Sealed | PairKind::Title | PairKind::Paren
        );
        if is_sealing && pair.close > 0 && found.last().is_none_or(|(_, close)| pair.open > *close)
        {
            found.push((pair.open, pair.close));
        }
    }
    found
}

/// Tells whether a stop really ends the sentence before `at`: masked stops and abbreviations do not.
fn ends(text: &str, stop: &Mark, at: usize) -> bool {
    let between = text.get(stop.end..at).unwrap_or_default();
    if between.chars().any(char::is_alphanumeric) {
        return false;
    }
    let next = text[at..].chars().next().unwrap_or(' ');
    if next.is_lowercase() {
        return false;
    }
    if stop.kind != MarkKind::Stop(Stop::Dot) {
        return true;
    }
    let before = text[..stop.at]
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or_default();
    let is_initial = before.chars().count() == 1 && before.chars().all(char::is_uppercase);
    let is_abbreviation = matches!(
        abbreviation::class(before),
        Some(Class::Title | Class::Inner)
    );
    let is_label = abbreviation::class(before) == Some(Class::Label) && next.is_numeric();
    !(is_initial || is_abbreviation || is_label)
}
