//! Which inline codes of a source its translation has lost or changed.

use crate::document::inline::CodeKind;
use crate::document::inline::InlineCode;
use crate::document::unit::UnitId;
use crate::lint::context::PairCx;
use crate::termbase::fold::is_word;
use crate::text::fingerprint::fold_space;
use crate::text::script::is_han;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Among how many codes the nearest is looked for, and for how many the prose is searched.
const NEAREST: usize = 64;

/// An inline code and its unit.
pub type Code<'a> = (UnitId, &'a InlineCode);

/// What is left after every code has found its like.
#[derive(Debug, Default)]
pub struct CodeDiff<'a> {
    /// Codes of the source and what stands in the target instead.
    pub changed: Vec<(Code<'a>, Code<'a>)>,
    /// Codes of the source that the target lacks, and whether their text stands there without code marks.
    pub missing: Vec<(Code<'a>, bool)>,
}

/// Compares the inline code of both sides. A code that the source repeats need stand in the target only once.
pub fn compare<'a>(cx: &PairCx<'a>) -> CodeDiff<'a> {
    let source: Vec<Code<'a>> = codes(cx.source.codes());
    if source.is_empty() {
        return CodeDiff::default();
    }
    let target: Vec<Code<'a>> = codes(cx.target.codes());
    let known: BTreeMap<String, Code<'a>> = source.iter().map(|code| (key(code), *code)).collect();
    let present: BTreeMap<String, ()> = target.iter().map(|code| (key(code), ())).collect();
    let mut extra: Vec<Code<'a>> = target
        .iter()
        .copied()
        .filter(|code| !known.contains_key(&key(code)))
        .collect();
    let (mut diff, mut n_looked) = (CodeDiff::default(), 0);
    let mut seen = BTreeMap::new();
    let prose = fold_space(&cx.target_prose().text);
    for code in source {
        let key = key(&code);
        if present.contains_key(&key) || key.is_empty() || seen.insert(key.clone(), ()).is_some() {
            continue;
        }
        n_looked += 1;
        if n_looked <= NEAREST && stands_in(&prose, &fold_space(&code.1.content)) {
            diff.missing.push((code, true));
            continue;
        }
        let nearest = (0..extra.len().min(NEAREST)).max_by_key(|idx| {
            extra
                .get(*idx)
                .map_or(0, |other| n_shared(&key, &other.1.content))
        });
        match nearest {
            Some(idx) => diff.changed.push((code, extra.remove(idx))),
            None => diff.missing.push((code, false)),
        }
    }
    diff
}

/// Tells whether a code holds words that a translator may have to translate.
pub fn holds_han(code: Code<'_>) -> bool {
    code.1.content.chars().any(is_han)
}

fn codes<'a>(codes: impl Iterator<Item = Code<'a>>) -> Vec<Code<'a>> {
    codes
        .filter(|(_, code)| code.kind == CodeKind::Code)
        .collect()
}

/// Width, white space and the commas of a list do not change what a code says.
fn key(code: &Code<'_>) -> String {
    let folded = code.1.content.nfkc().filter(|c| !c.is_whitespace());
    let folded = folded.map(|c| match c {
        '\u{3001}' => ',',
        '~' | '\u{2013}' | '\u{2014}' => '-',
        c => c,
    });
    folded.collect()
}

/// Tells whether a code stands in running text, ending where words end.
fn stands_in(prose: &str, code: &str) -> bool {
    prose.match_indices(code).any(|(at, found)| {
        let before = prose.get(..at).and_then(|text| text.chars().next_back());
        let after = prose
            .get(at + found.len()..)
            .and_then(|text| text.chars().next());
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

fn n_shared(one: &str, other: &str) -> usize {
    let front = one
        .chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other)
        .count();
    let back = one
        .chars()
        .rev()
        .zip(other.chars().rev())
        .take_while(|(one, other)| one == other)
        .count();
    front + back
}
