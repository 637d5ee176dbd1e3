//! Learns which words translate which from beads that are likely right: IBM model 1 in both directions, with the lexicons as prior.

use rustc_hash::FxHashMap;

/// What was learned: words of the source side, words of the target side, how firmly they go together.
#[derive(Clone, Debug, Default)]
pub(in crate::bitext) struct Learned {
    triples: Vec<(u32, u32, f32)>,
}

impl Learned {
    pub(in crate::bitext) fn iter(&self) -> impl Iterator<Item = (u32, u32, f32)> + '_ {
        self.triples.iter().copied()
    }
}

/// Two texts that belong together: the distinct words of either, sorted.
#[derive(Debug)]
pub(in crate::bitext) struct Sample {
    pub(in crate::bitext) source: Vec<u32>,
    pub(in crate::bitext) target: Vec<u32>,
}

/// What a pair of words known before counts more than any other to begin with.
const PRIOR: f32 = 10.0;
/// Rounds of expectation and maximization.
const N_ROUNDS: usize = 5;
/// What a word's total is raised by, so that rare words are not trusted.
const DISCOUNT: f32 = 1.6;
/// Weaker pairs are forgotten.
const LEAST: f32 = 0.08;
/// A sample with more pairs of words says too little about each.
const MOST_PAIRS: usize = 6_000;
/// All samples together have no more pairs than this; beyond it every nth sample is taken.
const MOST_IN_ALL: usize = 6_000_000;

/// Learns from samples; `is_known` tells whether a pair of words is known already.
pub(in crate::bitext) fn learn(
    samples: &[Sample],
    n_words: usize,
    is_known: &dyn Fn(u32, u32) -> bool,
) -> Learned {
    let n_pairs = |sample: &&Sample| sample.source.len() * sample.target.len();
    let samples: Vec<&Sample> = samples
        .iter()
        .filter(|sample| (1..=MOST_PAIRS).contains(&n_pairs(sample)))
        .collect();
    let total: usize = samples.iter().map(n_pairs).sum();
    let step = total.div_ceil(MOST_IN_ALL).max(1);
    let samples: Vec<&Sample> = samples.into_iter().step_by(step).collect();
    let mut numbers: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    let mut words: Vec<(u32, u32)> = Vec::new();
    let mut cells: Vec<u32> = Vec::with_capacity(total / step);
    for sample in &samples {
        for one in &sample.source {
            for other in &sample.target {
                let number = *numbers.entry((*one, *other)).or_insert_with(|| {
                    words.push((*one, *other));
                    u32::try_from(words.len() - 1).unwrap_or(u32::MAX)
                });
                cells.push(number);
            }
        }
    }
    let prior: Vec<f32> = words
        .iter()
        .map(|(one, other)| 1.0 + if is_known(*one, *other) { PRIOR } else { 0.0 })
        .collect();
    let forth = model(&samples, &cells, &words, &prior, n_words, true);
    let back = model(&samples, &cells, &words, &prior, n_words, false);
    let both = words.into_iter().zip(forth.into_iter().zip(back));
    let triples = both.filter_map(|((one, other), (forth, back))| {
        let strength = (forth * back).sqrt();
        (strength > LEAST).then_some((one, other, strength.min(1.0)))
    });
    Learned {
        triples: triples.collect(),
    }
}

/// One direction: the probability of the target word given the source word (`is_forth`), or the other way round.
fn model(
    samples: &[&Sample],
    cells: &[u32],
    words: &[(u32, u32)],
    prior: &[f32],
    n_words: usize,
    is_forth: bool,
) -> Vec<f32> {
    let mut table = prior.to_vec();
    let mut counts = vec![0.0_f32; words.len()];
    let mut totals = vec![0.0_f32; n_words];
    for round in 0..N_ROUNDS {
        counts.fill(0.0);
        let spare = if round == 0 { 0.5 } else { 1e-3 };
        let mut rest = cells;
        for sample in samples {
            let (n_source, n_target) = (sample.source.len(), sample.target.len());
            let (grid, more) = rest.split_at(n_source * n_target);
            rest = more;
            if is_forth {
                // Each target word is explained by all source words.
                for column in 0..n_target {
                    let column = grid[column..].iter().step_by(n_target);
                    share(column, &table, spare, &mut counts);
                }
            } else {
                for row in grid.chunks_exact(n_target) {
                    share(row.iter(), &table, spare, &mut counts);
                }
            }
        }
        totals.fill(0.0);
        let given = |pair: &(u32, u32)| (if is_forth { pair.0 } else { pair.1 }) as usize;
        for (pair, count) in words.iter().zip(&counts) {
            totals[given(pair)] += count;
        }
        for ((pair, count), value) in words.iter().zip(&counts).zip(&mut table) {
            *value = count / (totals[given(pair)] + DISCOUNT);
        }
    }
    table
}

/// Shares one occurrence out among the pairs that may explain it.
fn share<'a>(
    pairs: impl Iterator<Item = &'a u32> + Clone,
    table: &[f32],
    spare: f32,
    counts: &mut [f32],
) {
    let sum: f32 = pairs.clone().map(|pair| table[*pair as usize]).sum();
    for pair in pairs {
        counts[*pair as usize] += table[*pair as usize] / (sum + spare);
    }
}
