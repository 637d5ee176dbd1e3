//! How likely the words of two groups of nodes translate each other, computed row by row for a band of the dynamic programme.
//!
//! For a group S of source nodes and a target word e, with t(e|u) from the lexicons and from what was learned,
//! `log((1−λ) + λ · Σ_{u∈S} t(e|u) / ((|S|+6) · p(e)))` is the log likelihood ratio of e having been written for S against its having been
//! written for anything. Bead scores add it up over the target's words, and the same the other way round.

use crate::bitext::lexical::translations::Translations;
use crate::bitext::node::Node;
use crate::bitext::style::Weights;
use std::collections::VecDeque;
use std::ops::Range;

/// The words of both sides and what they say.
#[derive(Debug)]
pub(super) struct Evidence<'a> {
    source: &'a [Node],
    target: &'a [Node],
    translations: &'a Translations,
    rareness: &'a Rareness,
    weights: &'a Weights,
    /// The share of words that are taken to have a translation (λ): less where few words are known at all.
    covered: f32,
}

/// One through the share that each word has of a side's text.
#[derive(Debug, Default)]
pub(super) struct Rareness {
    source: Vec<f32>,
    target: Vec<f32>,
}

impl Rareness {
    /// Takes how often either side has each word, and how common each is apart from these texts.
    pub(super) fn of(source: &[u32], target: &[u32], commonness: &[f32]) -> Self {
        let rareness = |counts: &[u32]| -> Vec<f32> {
            let total: f32 = counts.iter().map(|count| *count as f32).sum();
            let n_kinds = counts.iter().filter(|count| **count > 0).count() as f32;
            let all = total + UNSEEN * n_kinds + BACKGROUND;
            let words = counts.iter().zip(commonness);
            words
                .map(|(count, common)| all / (*count as f32 + common + UNSEEN))
                .collect()
        };
        Self {
            source: rareness(source),
            target: rareness(target),
        }
    }
}

/// What every word's count is raised by.
const UNSEEN: f32 = 0.5;
/// Words of text that are imagined beside the texts at hand, so that a word of a short one is no less rare.
const BACKGROUND: f32 = 3_000.0;

/// The most nodes of either side that a bead holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    pub(super) source: usize,
    pub(super) target: usize,
}

/// A product of many factors as a logarithm, one logarithm for many factors.
#[derive(Clone, Copy)]
struct Product {
    log: f64,
    rest: f64,
}

impl Product {
    const ONE: Self = Self {
        log: 0.0,
        rest: 1.0,
    };

    fn times(&mut self, factor: f64) {
        self.rest *= factor;
        if self.rest > 1e200 {
            self.log += self.rest.ln();
            self.rest = 1.0;
        }
    }

    /// Multiplies by a factor as often as a word is repeated; that may be thousands of times.
    fn times_often(&mut self, factor: f64, n_times: i32) {
        if n_times == 1 {
            self.times(factor);
        } else {
            self.log += f64::from(n_times) * factor.ln();
        }
    }

    fn ln(self) -> f32 {
        if self.rest == 1.0 {
            return self.log as f32;
        }
        (self.log + self.rest.ln()) as f32
    }
}

/// Where so many words have a translation somewhere on the other side, the two languages are well known.
const WELL_KNOWN: f32 = 0.6;
/// What a group's length is raised by, for the words that translate nothing.
const NULL_WORDS: f32 = 6.0;

impl<'a> Evidence<'a> {
    pub(super) fn new(
        (source, target): (&'a [Node], &'a [Node]),
        translations: &'a Translations,
        rareness: &'a Rareness,
        weights: &'a Weights,
    ) -> Self {
        Self {
            source,
            target,
            translations,
            rareness,
            weights,
            covered: weights.covered * (translations.known / WELL_KNOWN).min(1.0),
        }
    }

    /// Returns what a covered word is worth: a factor.
    fn factor(&self, rareness: f32, coverage: f32, n_words: f32) -> f64 {
        let odds = self.covered / (1.0 - self.covered);
        f64::from(1.0 + odds * rareness * coverage / (n_words + NULL_WORDS))
    }

    /// Returns what an uncovered word costs: a logarithm.
    fn uncovered(&self) -> f32 {
        (1.0 - self.covered).ln()
    }
}

/// Rows of a band, filled from the top.
pub(super) struct Rows<'e, 'a> {
    evidence: &'e Evidence<'a>,
    reach: Reach,
    /// By target word: how far the group covers it. All zero between rows.
    coverage: Vec<f32>,
    touched: Vec<u32>,
    /// For groups of one, two … nodes that end here: sums over the target nodes before each column.
    forth: Vec<Vec<f32>>,
    forth_start: usize,
    /// For each of the last source nodes: its score against groups of target nodes, by first column and number.
    back: VecDeque<Back>,
    links: Links,
}

struct Back {
    start: usize,
    scores: Vec<f32>,
}

/// The pairs of one source node's words with target words, by target word.
#[derive(Default)]
struct Links {
    /// Target word, place among the node's distinct words, strength.
    pairs: Vec<(u32, u32, f32)>,
    /// The node's distinct words with how often they stand there.
    words: Vec<(u32, i32)>,
    /// By target word: where its pairs begin, plus one.
    starts: Vec<u32>,
}

impl<'e, 'a> Rows<'e, 'a> {
    pub(super) fn new(evidence: &'e Evidence<'a>, reach: Reach) -> Self {
        let n_words = evidence.rareness.target.len();
        Self {
            evidence,
            reach,
            coverage: vec![0.0; n_words],
            touched: Vec::new(),
            forth: vec![Vec::new(); reach.source],
            forth_start: 0,
            back: VecDeque::new(),
            links: Links {
                starts: vec![0; n_words],
                ..Links::default()
            },
        }
    }

    /// Moves to the row below the source node before `place`; no group begins before `first`. `columns` are the target nodes that groups ending
    /// here may meet, `further` those that groups with this node may meet.
    pub(super) fn advance(
        &mut self,
        place: usize,
        first: usize,
        columns: &Range<usize>,
        further: &Range<usize>,
    ) {
        self.fill_forth(place, first, columns);
        if self.back.len() == self.reach.source {
            self.back.pop_front();
        }
        let row = self.back_row(place - 1, further);
        self.back.push_back(row);
    }

    /// Scores the last `n_source` nodes against a group of target nodes.
    pub(super) fn score(&self, n_source: usize, target: &Range<usize>) -> f32 {
        let weight = self.evidence.weights.words;
        let sums = &self.forth[n_source - 1];
        let forth = sums[target.end - self.forth_start] - sums[target.start - self.forth_start];
        let n_target = target.end - target.start;
        let rows = self.back.iter().rev().take(n_source);
        let back: f32 = rows
            .map(|row| row.scores[(target.start - row.start) * self.reach.target + n_target - 1])
            .sum();
        weight * (forth + back)
    }

    fn fill_forth(&mut self, place: usize, first: usize, columns: &Range<usize>) {
        let evidence = self.evidence;
        self.forth_start = columns.start;
        let mut n_words = 0.0;
        for n_nodes in 1..=self.reach.source.min(place - first) {
            let node = &evidence.source[place - n_nodes];
            n_words += node.words.len() as f32;
            for word in &node.words {
                for (other, strength) in evidence.translations.of_word(*word) {
                    let coverage = &mut self.coverage[*other as usize];
                    if *coverage == 0.0 {
                        self.touched.push(*other);
                    }
                    *coverage += strength;
                }
            }
            let sums = &mut self.forth[n_nodes - 1];
            sums.clear();
            let mut sum = 0.0;
            sums.push(sum);
            for target in &evidence.target[columns.clone()] {
                let mut product = Product::ONE;
                for word in &target.words {
                    let coverage = self.coverage[*word as usize];
                    if coverage > 0.0 {
                        let rareness = evidence.rareness.target[*word as usize];
                        product.times(evidence.factor(rareness, coverage, n_words));
                    }
                }
                sum += product.ln() + target.words.len() as f32 * evidence.uncovered();
                sums.push(sum);
            }
        }
        for word in self.touched.drain(..) {
            self.coverage[word as usize] = 0.0;
        }
    }

    fn back_row(&mut self, source: usize, columns: &Range<usize>) -> Back {
        let evidence = self.evidence;
        let node = &evidence.source[source];
        self.link(node);
        let targets = &evidence.target[columns.clone()];
        // How far each target node covers each of this node's words; few are above zero.
        let hits: Vec<Vec<(u32, f32)>> = targets.iter().map(|target| self.hits(target)).collect();
        let base = node.words.len() as f32 * evidence.uncovered();
        let mut scores = vec![base; columns.len() * self.reach.target];
        let mut covered = vec![0.0_f32; self.links.words.len()];
        let mut touched: Vec<u32> = Vec::new();
        for start in 0..targets.len() {
            let mut n_words = 0.0;
            for n_nodes in 1..=self.reach.target.min(targets.len() - start) {
                let at = start + n_nodes - 1;
                n_words += targets[at].words.len() as f32;
                for (word, strength) in &hits[at] {
                    if covered[*word as usize] == 0.0 {
                        touched.push(*word);
                    }
                    covered[*word as usize] += strength;
                }
                if touched.is_empty() {
                    continue;
                }
                let mut product = Product::ONE;
                for at in &touched {
                    let (word, n_times) = self.links.words[*at as usize];
                    let rareness = evidence.rareness.source[word as usize];
                    let factor = evidence.factor(rareness, covered[*at as usize], n_words);
                    product.times_often(factor, n_times);
                }
                scores[start * self.reach.target + n_nodes - 1] = base + product.ln();
            }
            for word in touched.drain(..) {
                covered[word as usize] = 0.0;
            }
        }
        for (other, ..) in &self.links.pairs {
            self.links.starts[*other as usize] = 0;
        }
        Back {
            start: columns.start,
            scores,
        }
    }

    /// Sorts the pairs of a node's words by target word.
    fn link(&mut self, node: &Node) {
        let links = &mut self.links;
        links.pairs.clear();
        links.words.clear();
        for words in node.words.chunk_by(|one, next| one == next) {
            let place = u32::try_from(links.words.len()).unwrap_or(u32::MAX);
            let word = words[0];
            let n_times = i32::try_from(words.len()).unwrap_or(i32::MAX);
            links.words.push((word, n_times));
            let translations = self.evidence.translations.of_word(word).iter();
            links
                .pairs
                .extend(translations.map(|(other, strength)| (*other, place, *strength)));
        }
        links
            .pairs
            .sort_unstable_by_key(|(other, place, _)| (*other, *place));
        for (at, (other, ..)) in links.pairs.iter().enumerate().rev() {
            links.starts[*other as usize] = u32::try_from(at + 1).unwrap_or(u32::MAX);
        }
    }

    fn hits(&self, target: &Node) -> Vec<(u32, f32)> {
        let mut hits: Vec<(u32, f32)> = Vec::new();
        for words in target.words.chunk_by(|one, next| one == next) {
            let start = self.links.starts[words[0] as usize];
            let Some(start) = start.checked_sub(1) else {
                continue;
            };
            let pairs = self.links.pairs[start as usize..].iter();
            for (_, place, strength) in pairs.take_while(|(other, ..)| *other == words[0]) {
                match hits.iter_mut().find(|(known, _)| known == place) {
                    Some((_, sum)) => *sum = (*sum + strength).min(1.0),
                    None => hits.push((*place, *strength)),
                }
            }
        }
        hits
    }
}
