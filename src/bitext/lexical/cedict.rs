//! Reads dictionaries in the format of CC-CEDICT: `傳統 传统 [chuan2 tong3] /tradition/traditional/`.

use crate::bitext::lexical::lexicon::Lexicon;

/// A line that is no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// The number of the line, from 1.
    pub line: usize,
}

/// Reads a whole dictionary. Comments (`#`) and empty lines are passed over; the first line that is neither a comment nor an entry is an error.
pub fn parse(text: &str) -> Result<Lexicon, BadLine> {
    let mut entries = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let entry = entry(line).ok_or(BadLine { line: number })?;
        entries.push(entry);
    }
    let both = entries
        .iter()
        .flat_map(|(traditional, simplified, glosses)| {
            let other = (traditional != simplified).then_some((*traditional, glosses));
            [Some((*simplified, glosses)), other].into_iter().flatten()
        });
    Ok(Lexicon::new(both.map(|(word, glosses)| {
        (word, glosses.iter().map(String::as_str))
    })))
}

/// Takes an entry apart: traditional, simplified, glosses.
fn entry(line: &str) -> Option<(&str, &str, Vec<String>)> {
    let (traditional, rest) = line.split_once(' ')?;
    let (simplified, rest) = rest.split_once(" [")?;
    let (_, rest) = rest.split_once("] /")?;
    let senses = rest.strip_suffix('/')?;
    Some((traditional, simplified, glosses(senses)))
}

/// Senses that say something about the word instead of rendering it.
const REMARKS: &[&str] = &[
    "variant of",
    "old variant",
    "see ",
    "see also",
    "CL:",
    "abbr. for",
    "used in",
    "surname ",
    "Japanese variant",
    "also written",
    "also pr",
];

/// Longer glosses explain.
const MOST_WORDS: usize = 3;

fn glosses(senses: &str) -> Vec<String> {
    let is_rendering = |sense: &&str| !REMARKS.iter().any(|remark| sense.starts_with(remark));
    let mut found = Vec::new();
    for sense in senses.split('/').filter(is_rendering) {
        for part in without_brackets(sense).split([';', ',']) {
            let part = part.trim().to_lowercase();
            let heads = ["to be ", "to ", "a ", "an ", "the "];
            let bare = heads.iter().find_map(|head| part.strip_prefix(head));
            let bare = bare.unwrap_or(&part);
            let n_words = bare.split_whitespace().count();
            if (1..=MOST_WORDS).contains(&n_words) {
                found.push(bare.to_owned());
            }
        }
    }
    found
}

fn without_brackets(sense: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::with_capacity(sense.len());
    for c in sense.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}
