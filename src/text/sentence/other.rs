//! Languages without rules of their own: the sentence bounds of Unicode (UAX 29), mended where marks say so.

use crate::text::lang::Lang;
use crate::text::script;
use crate::text::sentence::foreign;
use crate::text::sentence::mark::{Mark, MarkKind, Marks, Pair, PairKind, Stop};
use unicode_segmentation::UnicodeSegmentation;

/// Returns where sentences begin, the first excepted.
pub(super) fn cuts(text: &str, marks: &Marks, lang: &Lang) -> Vec<usize> {
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
    let mut start = 0;
    for (at, _) in joined.split_sentence_bound_indices().skip(1) {
        while let Some(end) = hard.next_if(|end| *end <= at) {
            cuts.push(end);
            start = start.max(end);
        }
        while let Some(stop) = stops.next_if(|stop| stop.at < at) {
            last_stop = Some(stop);
        }
        while sealed.next_if(|(_, close)| *close < at).is_some() {}
        let is_sealed = sealed.peek().is_some_and(|(open, _)| *open < at);
        let cut = past_quote(text, at);
        let is_end =
            |stop: &Mark| stop.at >= start && ends(text, &text[start..stop.at], stop, cut, lang);
        if !is_sealed && last_stop.is_some_and(is_end) {
            cuts.push(cut);
            start = cut;
        }
    }
    cuts.extend(hard);
    cuts.sort_unstable();
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

/// A quotation mark set apart from the stop before it (`« Il vient. »`) still closes the sentence before it.
fn past_quote(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let Some(mark) = rest.chars().next().filter(|c| script::is_closing_quote(*c)) else {
        return at;
    };
    let after = &rest[mark.len_utf8()..];
    let next = after.trim_start();
    // Before a letter it opens: `»Komm!« »Ja.«`
    if next.len() == after.len() && !next.is_empty() {
        return at;
    }
    at + rest.len() - next.len()
}

/// Tells whether a stop really ends the sentence before `at`: masked stops and abbreviations do not.
fn ends(text: &str, sentence: &str, stop: &Mark, at: usize, lang: &Lang) -> bool {
    let between = text.get(stop.end..at).unwrap_or_default();
    if between.chars().any(char::is_alphanumeric) || sentence.trim().is_empty() {
        return false;
    }
    let word = &text[at..];
    let next = word.chars().next().unwrap_or(' ');
    if next.is_lowercase() || matches!(next, ',' | ';' | ':') {
        return false;
    }
    stop.kind != MarkKind::Stop(Stop::Dot) || foreign::ends(sentence, word, lang)
}
