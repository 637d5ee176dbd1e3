//! Aligns in passes: a wide one with what the lexicons know, then narrow ones with what was learned from the pass before.

use crate::bitext::anchor::Course;
use crate::bitext::band::Band;
use crate::bitext::dynamic::{self, Bead, Judge, Window};
use crate::bitext::evidence::{Evidence, Rareness};
use crate::bitext::fit::Fit;
use crate::bitext::lexical::learn::{self, Learned, Sample};
use crate::bitext::lexical::lexicon::Lexicon;
use crate::bitext::lexical::translations::Translations;
use crate::bitext::lexical::vocabulary::Vocabulary;
use crate::bitext::node::{self, Node};
use crate::bitext::style::Style;
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

/// Two sides to be aligned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sides<'a> {
    pub(super) source: &'a [Node],
    pub(super) target: &'a [Node],
}

/// What is known of the words of all sides.
pub(super) struct Knowledge<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) lexicons: &'a [&'a Lexicon],
}

/// Two aligned sides.
#[derive(Debug)]
pub(super) struct Aligned<'a> {
    pub(super) fit: Fit<'a>,
    pub(super) beads: Vec<Bead>,
}

/// What the words of all sides turned out to mean.
#[derive(Debug)]
pub(super) struct Meaning {
    pub(super) translations: Translations,
    pub(super) rareness: Rareness,
}

/// Passes after the first.
const N_NARROW: usize = 2;
/// Half the width of the band around the last pass's chain.
const NARROW: usize = 12;
/// With fewer nodes there is nothing to learn from.
const LEAST_TO_LEARN: usize = 8;
/// A chain of more cells than this is summed up piece by piece.
const MOST_CELLS: usize = 150_000;

/// Aligns several pairs of sides, which learn from each other.
pub(super) fn align<'a>(
    all: &[Sides<'a>],
    knowledge: &Knowledge<'_>,
    style: &'a Style,
) -> (Vec<Aligned<'a>>, Meaning) {
    let n_words = knowledge.vocabulary.len();
    let source = counts(all.iter().map(|sides| sides.source), n_words);
    let target = counts(all.iter().map(|sides| sides.target), n_words);
    let rareness = Rareness::of(&source, &target, &commonness(knowledge));
    let translate = |learned: &Learned| {
        let counts = (source.as_slice(), target.as_slice());
        Translations::new(knowledge.vocabulary, counts, knowledge.lexicons, learned)
    };
    let known = translate(&Learned::default());
    let n_nodes: usize = all
        .iter()
        .map(|sides| sides.source.len().min(sides.target.len()))
        .sum();
    let n_narrow = if n_nodes < LEAST_TO_LEARN {
        0
    } else {
        N_NARROW
    };
    let wide = |sides: &Sides<'a>| {
        let fit = Fit::new(sides.source, sides.target, &style.weights);
        widely(sides, fit, &known, &rareness, style, n_narrow == 0)
    };
    let mut aligned: Vec<Aligned<'a>> = all.par_iter().map(wide).collect();
    // Where both sides run side by side throughout there is nothing that learning could mend.
    let mut chains = aligned.iter().flat_map(|aligned| &aligned.beads);
    let is_even = !style.is_prose && chains.all(Bead::is_single);
    let first = if is_even { n_narrow } else { 1 };
    let mut translations = None;
    for pass in first..=n_narrow {
        let learned = if is_even {
            Learned::default()
        } else {
            learn(all, &aligned, &known, n_words)
        };
        let meaning = translate(&learned);
        let all_beads = aligned.iter().flat_map(|aligned| &aligned.beads);
        let style = &style.adapted(all_beads, coverage(all, &aligned, &meaning));
        let narrow = |(sides, done): (&Sides<'a>, Aligned<'a>)| {
            narrowly(sides, done, &meaning, &rareness, style, pass == n_narrow)
        };
        aligned = all.par_iter().zip(aligned).map(narrow).collect();
        translations = Some(meaning);
    }
    let translations = translations.unwrap_or(known);
    (
        aligned,
        Meaning {
            translations,
            rareness,
        },
    )
}

/// Words of a lexicon of the usual size.
const USUAL_LEXICON: f32 = 10_000.0;

/// Returns how common each word is apart from these texts: what renders many words is.
fn commonness(knowledge: &Knowledge<'_>) -> Vec<f32> {
    // As often as it would render words of a lexicon of the usual size.
    let n_rendered = |word: &String| {
        let counts = knowledge.lexicons.iter().map(|lexicon| {
            let size = (lexicon.len() as f32 / USUAL_LEXICON).max(1.0);
            lexicon.n_rendered(word) as f32 / size
        });
        counts.fold(0.0, f32::max)
    };
    knowledge
        .vocabulary
        .words()
        .iter()
        .map(n_rendered)
        .collect()
}

fn counts<'a>(all: impl Iterator<Item = &'a [Node]>, n_words: usize) -> Vec<u32> {
    let mut counts = vec![0; n_words];
    for word in all.flatten().flat_map(|node| &node.words) {
        counts[*word as usize] += 1;
    }
    counts
}

/// The first pass. The band is widened while the chain runs along its border.
fn widely<'a>(
    sides: &Sides<'a>,
    mut fit: Fit<'a>,
    translations: &Translations,
    rareness: &Rareness,
    style: &Style,
    is_last: bool,
) -> Aligned<'a> {
    let (n_source, n_target) = (sides.source.len(), sides.target.len());
    let evidence = Evidence::new(
        (sides.source, sides.target),
        translations,
        rareness,
        &style.weights,
    );
    let window = whole(sides);
    let course = Course::of(sides.source, sides.target, translations);
    let mut beads = Vec::new();
    for widened in 0..3 {
        let band = course.band(widened, n_source, n_target);
        let judge = Judge {
            fit: &fit,
            evidence: &evidence,
            style,
        };
        beads = if is_last {
            dynamic::likely_chain(judge, &window, &band)
        } else {
            dynamic::best_chain(judge, &window, &band)
        };
        fit.ratio = ratio(sides, &beads);
        if !band.is_tight(&beads, n_target) || n_source == 0 {
            break;
        }
    }
    Aligned { fit, beads }
}

/// A further pass, near the chain of the last.
fn narrowly<'a>(
    sides: &Sides<'a>,
    done: Aligned<'a>,
    translations: &Translations,
    rareness: &Rareness,
    style: &Style,
    is_last: bool,
) -> Aligned<'a> {
    let Aligned { mut fit, beads } = done;
    let (n_source, n_target) = (sides.source.len(), sides.target.len());
    let evidence = Evidence::new(
        (sides.source, sides.target),
        translations,
        rareness,
        &style.weights,
    );
    fit.ratio = ratio(sides, &beads);
    let band = Band::along(&beads, NARROW, n_source, n_target);
    let judge = Judge {
        fit: &fit,
        evidence: &evidence,
        style,
    };
    let beads = if is_last {
        let windows = windows(sides, &beads, &band);
        let pieces = windows
            .iter()
            .map(|window| dynamic::likely_chain(judge, window, &band));
        pieces.flatten().collect()
    } else {
        dynamic::best_chain(judge, &whole(sides), &band)
    };
    Aligned { fit, beads }
}

fn whole(sides: &Sides<'_>) -> Window {
    Window {
        source: 0..sides.source.len(),
        target: 0..sides.target.len(),
    }
}

/// Cuts a long pair of sides into pieces, in the middle of runs of single pairs, so that memory does not grow with the product.
fn windows(sides: &Sides<'_>, beads: &[Bead], band: &Band) -> Vec<Window> {
    const RUN: usize = 5;
    let mut windows = Vec::new();
    let (mut source, mut target, mut n_cells) = (0, 0, 0);
    let mut run = 0;
    for (at, bead) in beads.iter().enumerate() {
        for place in bead.source.clone() {
            n_cells += band.high[place] - band.low[place] + 1;
        }
        run = if bead.is_single() { run + 1 } else { 0 };
        if n_cells > MOST_CELLS && run >= RUN {
            let middle = &beads[at - RUN / 2];
            windows.push(Window {
                source: source..middle.source.end,
                target: target..middle.target.end,
            });
            (source, target, n_cells, run) = (middle.source.end, middle.target.end, 0, 0);
        }
    }
    windows.push(Window {
        source: source..sides.source.len(),
        target: target..sides.target.len(),
    });
    windows
}

/// Learns which words translate which from all pairs of all sides.
fn learn(
    all: &[Sides<'_>],
    aligned: &[Aligned<'_>],
    known: &Translations,
    n_words: usize,
) -> Learned {
    let mut samples = Vec::new();
    for (sides, aligned) in all.iter().zip(aligned) {
        for bead in aligned.beads.iter().filter(|bead| bead.is_pair()) {
            samples.push(Sample {
                source: node::distinct(&sides.source[bead.source.clone()]),
                target: node::distinct(&sides.target[bead.target.clone()]),
            });
        }
    }
    let is_known = |one: u32, other: u32| {
        let known = known.of_word(one);
        known
            .binary_search_by_key(&other, |(word, _)| *word)
            .is_ok()
    };
    learn::learn(&samples, n_words, &is_known)
}

/// Returns the share of target words that have a translation in their bead.
fn coverage(all: &[Sides<'_>], aligned: &[Aligned<'_>], meaning: &Translations) -> f32 {
    let (mut n_covered, mut n_words) = (0_usize, 0_usize);
    for (sides, aligned) in all.iter().zip(aligned) {
        for bead in aligned.beads.iter().filter(|bead| bead.is_pair()) {
            let source = node::distinct(&sides.source[bead.source.clone()]);
            let target = node::distinct(&sides.target[bead.target.clone()]);
            let translations = source.iter().flat_map(|word| meaning.of_word(*word));
            let mut covered: Vec<u32> = translations.map(|(other, _)| *other).collect();
            covered.sort_unstable();
            let is_covered = |word: &&u32| covered.binary_search(word).is_ok();
            n_words += target.len();
            n_covered += target.iter().filter(is_covered).count();
        }
    }
    n_covered as f32 / n_words.max(1) as f32
}

/// Learns how long a translation is from single pairs whose lengths are plausible; a little text leaves the ratio near one.
fn ratio(sides: &Sides<'_>, beads: &[Bead]) -> f32 {
    let (mut from, mut to) = (600.0, 600.0);
    for bead in beads {
        if bead.source.len() == 1 && bead.target.len() == 1 {
            let (one, other) = (
                sides.source[bead.source.start].length,
                sides.target[bead.target.start].length,
            );
            let is_plausible = one > 20.0 && other > 20.0 && (0.4..2.5).contains(&(other / one));
            if is_plausible {
                from += one;
                to += other;
            }
        }
    }
    (to / from).clamp(0.5, 2.0)
}
