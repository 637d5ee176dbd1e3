//! How texts of a sort are translated: how often units are merged, split and dropped, and what the evidence weighs.

use crate::bitext::dynamic::Bead;
use crate::bitext::node::N_MARKS;
use crate::text::lang::Lang;
use crate::text::script;
use crate::text::sentence::{self, Segmentation};

/// A kind of bead: how many units of either side, and the logarithm of how often that happens.
#[derive(Clone, Copy, Debug)]
pub(super) struct BeadKind {
    pub(super) n_source: usize,
    pub(super) n_target: usize,
    pub(super) prior: f32,
}

/// What evidence counts.
#[derive(Clone, Debug)]
pub struct Weights {
    /// What the log likelihood ratios of the words count.
    pub words: f32,
    /// The share of words that are taken to have a translation (λ).
    pub covered: f32,
    /// Words speak no further against a bead: a free translation may have few that the lexicons know.
    pub against: f32,
    /// Variance of the length of a translation, per character.
    pub variance: f32,
    /// How far the length of a long translation strays, in parts of it: tables and code more than prose.
    pub stray: f32,
    /// What a difference of one mark costs.
    pub marks: [f32; N_MARKS],
    /// What it costs when one side ends inside a quotation and the other does not.
    pub quotation: f32,
    /// How much surer the scores sound than they are: evidence is counted as if it were independent.
    pub temperature: f32,
    /// What a bead must be worth to be made, from 0 (as many beads as can be) to 1 (few, the sure ones).
    pub reserve: f32,
}

impl Weights {
    /// Changes one by name; `false` when there is none of that name.
    pub fn set(&mut self, name: &str, value: f32) -> bool {
        let mark = name
            .strip_prefix("mark")
            .and_then(|at| at.parse::<usize>().ok());
        let mark = mark.and_then(|at| self.marks.get_mut(at));
        let place = match name {
            "words" => &mut self.words,
            "covered" => &mut self.covered,
            "against" => &mut self.against,
            "stray" => &mut self.stray,
            "variance" => &mut self.variance,
            "quotation" => &mut self.quotation,
            "temperature" => &mut self.temperature,
            "reserve" => &mut self.reserve,
            _ => match mark {
                Some(mark) => mark,
                None => return false,
            },
        };
        *place = value;
        true
    }
}

/// Whether a text becomes more sentences in translation. Chinese sentences hold more than English ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// From Han characters to letters.
    Grows,
    /// From letters to Han characters.
    Shrinks,
    /// Between alike scripts.
    Even,
}

impl Spread {
    /// Looks at the scripts of both sides of all pairs.
    pub fn of(pairs: &[(Vec<&str>, Vec<&str>)]) -> Self {
        let source = pairs.iter().flat_map(|(source, _)| source);
        let target = pairs.iter().flat_map(|(_, target)| target);
        match (is_han(source), is_han(target)) {
            (true, false) => Self::Grows,
            (false, true) => Self::Shrinks,
            _ => Self::Even,
        }
    }
}

/// Tells whether lines are written in Han characters, by the first letters of theirs.
fn is_han<'a>(lines: impl Iterator<Item = &'a &'a str>) -> bool {
    let letters = lines.flat_map(|line| line.chars());
    let (mut n_han, mut n_letters) = (0_usize, 0_usize);
    for c in letters.filter(|c| c.is_alphanumeric()).take(20_000) {
        n_letters += 1;
        n_han += usize::from(script::is_han(c));
    }
    n_han * 3 > n_letters
}

/// A sort of text.
#[derive(Clone, Debug)]
pub struct Style {
    pub(super) kinds: Vec<BeadKind>,
    /// Sentences, seldom dropped.
    pub(super) is_prose: bool,
    /// What evidence counts here.
    pub weights: Weights,
}

/// How many beads the first shares of kinds count as.
const FIRM: f32 = 50.0;
/// Where so many words have their translation at most, a text is translated freely.
const FREE: f32 = 0.8;
/// In a literal translation sentences are left out so many times as often.
const MOST_DROPPED: f32 = 1_000.0;
/// A share grows or shrinks at most so many times.
const MOST_ADAPTED: f32 = 3.0;

const SENTENCE_WEIGHTS: Weights = Weights {
    words: 0.25,
    covered: 0.5,
    against: 20.0,
    variance: 8.0,
    stray: 0.0,
    marks: [1.0, 0.5, 1.0, 0.5, 0.3, 0.0, 0.8, 0.6, 0.8, 2.0],
    quotation: 0.5,
    temperature: 1.6,
    reserve: 0.4,
};

const BLOCK_WEIGHTS: Weights = Weights {
    words: 0.3,
    covered: 0.6,
    against: 4.0,
    variance: 10.0,
    stray: 0.15,
    marks: [1.0, 0.5, 0.7, 0.5, 0.3, 0.8, 0.8, 0.6, 0.8, 2.0],
    quotation: 0.0,
    temperature: 1.6,
    reserve: 0.0,
};

/// So many lines show of what sort a text is.
const MOST_LOOKED_AT: usize = 2_000;

/// Tells whether a line is one whole sentence; headings and items without a final mark are none.
fn is_one_sentence(line: &str) -> bool {
    let is_closing = |c: char| {
        script::is_closing_quote(c) || matches!(c, '"' | '\'' | ')' | '）' | ']' | '】' | '*' | '_')
    };
    let marks = [
        '.', '。', '!', '！', '?', '？', '…', ':', '：', ';', '；', ',', '，', '—', '-',
    ];
    let lang = Lang::new(if line.contains(script::is_han) {
        "zh"
    } else {
        "en"
    });
    line.trim_end_matches(is_closing).ends_with(marks)
        && sentence::split(line, &[], &lang, &Segmentation::default()).len() == 1
}

impl Style {
    /// Sentences of prose: they are merged and split freely, and seldom dropped.
    pub fn sentences(spread: Spread) -> Self {
        let (m12, m21) = match spread {
            Spread::Grows => (0.14, 0.035),
            Spread::Shrinks => (0.035, 0.14),
            Spread::Even => (0.1, 0.1),
        };
        let skip = 0.00005;
        let mut kinds = vec![(1, 1, 0.7), (1, 0, skip), (0, 1, skip)];
        for n_more in 2..=6_u8 {
            let power = i32::from(n_more) - 2;
            kinds.push((1, n_more, m12 * 0.3_f32.powi(power)));
            if n_more <= 4 {
                kinds.push((n_more, 1, m21 * 0.25_f32.powi(power)));
            }
        }
        for (one, other) in [(2, 2), (2, 3), (3, 2), (3, 3), (2, 4), (4, 2)] {
            kinds.push((
                one,
                other,
                0.0005 * 0.35_f32.powi(i32::from(one + other) - 4),
            ));
        }
        Self {
            is_prose: true,
            ..Self::new(&kinds, SENTENCE_WEIGHTS)
        }
    }

    /// Lines of plain text: sentences where most lines are just one, else blocks.
    pub fn of_lines(pairs: &[(Vec<&str>, Vec<&str>)]) -> Self {
        let lines = pairs
            .iter()
            .flat_map(|(source, target)| source.iter().chain(target));
        let lines: Vec<&str> = lines
            .map(|line| line.trim())
            .filter(|line| !line.is_empty())
            .collect();
        let step = lines.len().div_ceil(MOST_LOOKED_AT).max(1);
        let sample = || lines.iter().step_by(step);
        let n_sentences = sample().filter(|line| is_one_sentence(line)).count();
        if n_sentences * 3 >= sample().count() * 2 {
            Self::sentences(Spread::of(pairs))
        } else {
            Self::lines()
        }
    }

    /// Lines that may be blocks or parts of them.
    pub fn lines() -> Self {
        let mut style = Self::blocks_merged(0.03);
        style.weights.stray = 0.0;
        style
    }

    /// A document's blocks: translators drop and add blocks far more often than they merge them.
    pub fn blocks() -> Self {
        Self::blocks_merged(0.001)
    }

    fn blocks_merged(merged: f32) -> Self {
        let (dropped, thrice) = (0.05, merged / 5.0);
        let merged = merged * 1.0;
        let kinds = [
            (1, 1, 0.7),
            (1, 0, dropped),
            (0, 1, dropped),
            (1, 2, merged),
            (2, 1, merged),
            (1, 3, thrice),
            (3, 1, thrice),
            (2, 2, 0.0005),
        ];
        Self::new(&kinds, BLOCK_WEIGHTS)
    }

    /// Rows of a table, which are neither merged nor split.
    pub fn rows() -> Self {
        Self::new(&[(1, 1, 0.7), (1, 0, 0.05), (0, 1, 0.05)], BLOCK_WEIGHTS)
    }

    /// Returns the style with the shares of its kinds moved towards those that were found. `coverage` is the share of words that have their
    /// translation: where nearly all have, a sentence whose words have none was dropped, and in a free translation it may well be there.
    pub(super) fn adapted<'b>(&self, beads: impl Iterator<Item = &'b Bead>, coverage: f32) -> Self {
        let mut counts = vec![0.0_f32; self.kinds.len()];
        let mut total = 0.0;
        for bead in beads {
            let is_kind = |kind: &BeadKind| {
                kind.n_source == bead.source.len() && kind.n_target == bead.target.len()
            };
            if let Some(at) = self.kinds.iter().position(is_kind) {
                counts[at] += 1.0;
                total += 1.0;
            }
        }
        let most = MOST_ADAPTED.ln();
        let mut style = self.clone();
        for (kind, count) in style.kinds.iter_mut().zip(counts) {
            // Beads of many on both sides are a last resort, and in prose so are sentences without a partner: each that is
            // made in error would invite more.
            let is_empty = kind.n_source == 0 || kind.n_target == 0;
            let is_many = kind.n_source > 1 && kind.n_target > 1;
            if is_empty && self.is_prose {
                let literal = (coverage - FREE) / (1.0 - FREE);
                kind.prior += literal.clamp(0.0, 1.0) * MOST_DROPPED.ln();
                continue;
            }
            if is_many {
                continue;
            }
            let share = (count + FIRM * kind.prior.exp()) / (total + FIRM);
            kind.prior += (share.ln() - kind.prior).clamp(-most, most);
        }
        style
    }

    fn new(kinds: &[(u8, u8, f32)], weights: Weights) -> Self {
        let kinds = kinds.iter().map(|(n_source, n_target, share)| BeadKind {
            n_source: usize::from(*n_source),
            n_target: usize::from(*n_target),
            prior: share.ln(),
        });
        Self {
            kinds: kinds.collect(),
            is_prose: false,
            weights,
        }
    }
}
