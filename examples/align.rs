//! Scores the aligner on gold: folders with `src/`, `tgt/` (one segment a line) and `gold/` (beads `[0,1]:[2]`), files matched by stem.
//!
//! `cargo run --release --example align -- [--dictionary FILE] [--no-core] [--one-by-one] [--reliability] [--set NAME=VALUE]… FOLDER…`
//!
//! `micro` is exact beads, those with an empty side included; `strict` is the convention of vecalign's scorer: precision over all found beads,
//! recall over gold beads with both sides.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program for the command line"
)]

use duizhao::bitext::align::{AlignSettings, Indices, Segments, align_text_pairs, align_texts};
use duizhao::bitext::lexical::cedict;
use duizhao::bitext::style::Weights;
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

type Bead = (Vec<usize>, Vec<usize>);

fn main() {
    let mut settings = AlignSettings::default();
    let (mut folders, mut is_apart, mut shows_reliability) = (Vec::new(), false, false);
    let mut changes: Vec<(String, f32)> = Vec::new();
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--dictionary" => {
                let text = fs::read_to_string(args.next().unwrap()).unwrap();
                settings.dictionary = Some(Arc::new(cedict::parse(&text).unwrap()));
            }
            "--no-core" => settings.core = false,
            "--one-by-one" => is_apart = true,
            "--reliability" => shows_reliability = true,
            "--set" => {
                let setting = args.next().unwrap();
                let (name, value) = setting.split_once('=').unwrap();
                changes.push((name.to_owned(), value.parse().unwrap()));
            }
            _ => folders.push(arg),
        }
    }
    settings.adjust = Some(Arc::new(move |weights: &mut Weights| {
        for (name, value) in &changes {
            assert!(weights.set(name, *value), "no weight is named {name}");
        }
    }));
    let mut bins = [(0_usize, 0_usize); 10];
    for folder in &folders {
        let pairs = read(Path::new(folder));
        let texts: Vec<Segments<'_>> = pairs
            .iter()
            .map(|pair| (pair.source.lines().collect(), pair.target.lines().collect()))
            .collect();
        let start = Instant::now();
        let found: Vec<Vec<Indices>> = if is_apart {
            let one = |texts: &Segments<'_>| align_texts(&texts.0, &texts.1, &settings);
            texts.iter().map(one).collect()
        } else {
            align_text_pairs(&texts, &settings)
        };
        let seconds = start.elapsed().as_secs_f32();
        let mut tally = Tally::default();
        for (pair, found) in pairs.iter().zip(&found) {
            tally.add(&pair.gold, found, &mut bins);
        }
        println!("{folder}: {} in {seconds:.2} s", tally.line());
    }
    if shows_reliability {
        for (at, (right, all)) in bins.iter().enumerate() {
            let share = *right as f32 / (*all).max(1) as f32;
            println!(
                "{:.1}–{:.1}: {all} beads, {share:.3} right",
                at as f32 / 10.0,
                (at + 1) as f32 / 10.0
            );
        }
    }
}

struct Texts {
    source: String,
    target: String,
    gold: Vec<Bead>,
}

fn read(folder: &Path) -> Vec<Texts> {
    let side = |names: &[&str]| {
        names
            .iter()
            .map(|name| folder.join(name))
            .find(|path| path.is_dir())
            .unwrap()
    };
    let (sources, targets) = (side(&["src", "de"]), side(&["tgt", "fr"]));
    let files = |path: &Path| -> Vec<_> {
        let mut files: Vec<_> = fs::read_dir(path)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        files
    };
    let of_stem = |folder: &Path, stem: &str| {
        let is_named = |path: &Path| {
            path.file_name()
                .unwrap()
                .to_str()
                .unwrap()
                .split('.')
                .next()
                == Some(stem)
        };
        fs::read_to_string(
            files(folder)
                .into_iter()
                .find(|path| is_named(path))
                .unwrap(),
        )
        .unwrap()
    };
    let texts = |gold: std::path::PathBuf| {
        let stem = gold
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .split('.')
            .next()
            .unwrap()
            .to_owned();
        Texts {
            source: of_stem(&sources, &stem),
            target: of_stem(&targets, &stem),
            gold: beads(&fs::read_to_string(gold).unwrap()),
        }
    };
    files(&folder.join("gold")).into_iter().map(texts).collect()
}

fn beads(text: &str) -> Vec<Bead> {
    let list = |text: &str| -> Vec<usize> {
        let digits = text.split(|c: char| !c.is_ascii_digit());
        digits.filter_map(|digits| digits.parse().ok()).collect()
    };
    text.lines()
        .filter_map(|line| {
            let (source, target) = line.split_once("]:[")?;
            Some((list(source), list(target.split(']').next()?)))
        })
        .collect()
}

#[derive(Default)]
struct Tally {
    right: usize,
    found: usize,
    gold: usize,
    right_pairs: usize,
    gold_pairs: usize,
}

impl Tally {
    fn add(&mut self, gold: &[Bead], found: &[Indices], bins: &mut [(usize, usize); 10]) {
        let is_pair = |bead: &Bead| !bead.0.is_empty() && !bead.1.is_empty();
        let known: HashSet<&Bead> = gold.iter().collect();
        self.found += found.len();
        self.gold += gold.len();
        self.gold_pairs += gold.iter().filter(|bead| is_pair(bead)).count();
        for (source, target, confidence) in found {
            let bead = (source.clone(), target.clone());
            let is_right = known.contains(&bead);
            self.right += usize::from(is_right);
            self.right_pairs += usize::from(is_right && is_pair(&bead));
            if is_pair(&bead) {
                let bin = &mut bins[((confidence * 10.0) as usize).min(9)];
                bin.0 += usize::from(is_right);
                bin.1 += 1;
            }
        }
    }

    fn line(&self) -> String {
        let share = |part: usize, all: usize| part as f32 / all.max(1) as f32;
        let harmonic = |one: f32, other: f32| {
            if one + other > 0.0 {
                2.0 * one * other / (one + other)
            } else {
                0.0
            }
        };
        let (precision, recall) = (share(self.right, self.found), share(self.right, self.gold));
        let strict = harmonic(precision, share(self.right_pairs, self.gold_pairs));
        format!(
            "micro P {precision:.4} R {recall:.4} F1 {:.4} · strict F1 {strict:.4}",
            harmonic(precision, recall)
        )
    }
}
