//! Runs of words and Han characters in many texts, counted: each known by a number, level by level, so that rare ones cost nothing.

use crate::text::script::is_han;
use std::collections::HashMap;
use std::ops::Range;

/// No run, or one that is too rare.
pub const NONE: u32 = u32::MAX;

/// Parts runs: no run crosses it.
const BREAK: u32 = 0;

/// Every run of one length.
#[derive(Debug, Default)]
pub struct Level {
    /// For every token, the run that begins there, or [`NONE`].
    pub ids: Vec<u32>,
    /// How often each run stands.
    pub counts: Vec<u32>,
    /// Where each run stands first: the index of its first token.
    pub first: Vec<u32>,
}

/// The tokens of many texts, and their runs.
#[derive(Debug, Default)]
pub struct Grams {
    /// Token numbers; 0 parts texts and what is no word.
    pub tokens: Vec<u32>,
    /// For every token, the text it stands in and its bytes.
    pub places: Vec<(u32, Range<u32>)>,
    /// The written form of each token number, the shortest one: the singular.
    pub forms: Vec<String>,
    /// Runs by length, from one token on.
    pub levels: Vec<Level>,
}

impl Grams {
    /// Returns the forms of a run of tokens.
    pub(super) fn forms_of(&self, run: &[u32]) -> Vec<&str> {
        let forms = run.iter().map(|token| self.forms[*token as usize].as_str());
        forms.collect()
    }

    /// Counts the runs of up to `longest` tokens that stand at least `least` times. `fold` says which words are one.
    pub fn of<'t>(
        texts: impl Iterator<Item = &'t str>,
        longest: usize,
        least: u32,
        fold: fn(&str) -> String,
    ) -> Self {
        let mut grams = Self {
            forms: vec![String::new()],
            ..Self::default()
        };
        let mut known: HashMap<String, u32> = HashMap::new();
        for (text_idx, text) in (0_u32..).zip(texts) {
            for range in words(text) {
                let Some(range) = range else {
                    grams.push(BREAK, text_idx, 0..0);
                    continue;
                };
                let form = &text[range.clone()];
                let next = u32::try_from(grams.forms.len()).unwrap_or(BREAK);
                let token = *known.entry(fold(form)).or_insert(next);
                match grams.forms.get_mut(token as usize) {
                    None => grams.forms.push(form.to_owned()),
                    Some(known) if form.len() < known.len() => form.clone_into(known),
                    Some(_) => {}
                }
                let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
                grams.push(token, text_idx, narrow(range.start)..narrow(range.end));
            }
            grams.push(BREAK, text_idx, 0..0);
        }
        for length in 1..=longest {
            let level = grams.level(length, least);
            grams.levels.push(level);
        }
        grams
    }

    fn push(&mut self, token: u32, text_idx: u32, bytes: Range<u32>) {
        self.tokens.push(token);
        self.places.push((text_idx, bytes));
    }

    /// A run is looked at only where both runs inside it are frequent.
    fn level(&self, length: usize, least: u32) -> Level {
        let n_tokens = self.tokens.len();
        let below = length.checked_sub(2).and_then(|at| self.levels.get(at));
        let mut level = Level {
            ids: vec![NONE; n_tokens],
            ..Level::default()
        };
        let mut known: HashMap<(u32, u32), u32> = HashMap::new();
        for at in 0..n_tokens.saturating_sub(length - 1) {
            let last = self.tokens[at + length - 1];
            let head = match below {
                None => 0,
                Some(below) if below.ids[at] != NONE && below.ids[at + 1] != NONE => below.ids[at],
                Some(_) => continue,
            };
            if last == BREAK {
                continue;
            }
            let next = u32::try_from(level.counts.len()).unwrap_or(NONE);
            let id = *known.entry((head, last)).or_insert(next);
            if id == next {
                level.counts.push(0);
                level.first.push(u32::try_from(at).unwrap_or_default());
            }
            level.counts[id as usize] += 1;
            level.ids[at] = id;
        }
        for id in &mut level.ids {
            if *id != NONE && level.counts[*id as usize] < least {
                *id = NONE;
            }
        }
        level
    }

    /// Returns the tokens of a run as they are written where it stands first.
    pub fn run(&self, length: usize, id: u32) -> &[u32] {
        let level = self.levels.get(length - 1);
        let first = level.and_then(|level| level.first.get(id as usize));
        let first = first.copied().unwrap_or_default() as usize;
        self.tokens.get(first..first + length).unwrap_or_default()
    }

    /// How various what stands on either side of the runs of a length is: the smaller of both entropies, in nats. The end of a text
    /// is different every time.
    pub fn freedom(&self, length: usize) -> Vec<f64> {
        let Some(level) = self.levels.get(length - 1) else {
            return Vec::new();
        };
        let side = |neighbor: &dyn Fn(usize) -> u32| {
            let mut met: HashMap<(u32, u32), u32> = HashMap::new();
            let mut entropy = vec![0.0_f64; level.counts.len()];
            let share = |id: u32, count: u32| {
                let p = f64::from(count) / f64::from(level.counts[id as usize]);
                -p * p.ln()
            };
            for (at, id) in level.ids.iter().enumerate().filter(|(_, id)| **id != NONE) {
                match neighbor(at) {
                    BREAK => entropy[*id as usize] += share(*id, 1),
                    token => *met.entry((*id, token)).or_default() += 1,
                }
            }
            let mut met: Vec<((u32, u32), u32)> = met.into_iter().collect();
            // Sums of floating-point numbers depend on their order.
            met.sort_unstable();
            for ((id, _), count) in met {
                entropy[id as usize] += share(id, count);
            }
            entropy
        };
        let left = side(&|at| at.checked_sub(1).map_or(BREAK, |at| self.tokens[at]));
        let right = side(&|at| self.tokens.get(at + length).copied().unwrap_or(BREAK));
        left.into_iter()
            .zip(right)
            .map(|(left, right)| left.min(right))
            .collect()
    }
}

/// The Han characters and the words of other scripts; `None` where something parts them. A space does not.
fn words(text: &str) -> Vec<Option<Range<usize>>> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_han(c) {
            found.push(Some(at..at + c.len_utf8()));
        } else if c.is_alphanumeric() {
            let mut end = at + c.len_utf8();
            while let Some((next, inner)) = chars.peek().copied() {
                let is_joint = matches!(inner, '-' | '\'' | '’' | '.' | '_' | '+' | '#');
                let goes_on = inner.is_alphanumeric() && !is_han(inner);
                let after = text[next + inner.len_utf8()..].chars().next();
                let joins = is_joint && after.is_some_and(|c| c.is_alphanumeric() && !is_han(c));
                if !goes_on && !joins {
                    break;
                }
                end = next + inner.len_utf8();
                chars.next();
            }
            found.push(Some(at..end));
        } else if !matches!(c, ' ' | '\u{a0}' | '\n') {
            found.push(None);
        }
    }
    found
}
