//! Which inline codes of a source its translation has lost or changed.

use crate::document::inline::CodeKind;
use crate::document::inline::InlineCode;
use crate::document::unit::UnitId;
use crate::lint::context::PairCx;
use crate::lint::tally::n_shared;
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
    /// Codes of the source that the target lacks, and whether their text stands there without code marks or inside another code.
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
    let prose = fold_space(&cx.target_prose().text).to_lowercase();
    for code in source {
        let key = key(&code);
        if present.contains_key(&key) || key.is_empty() || seen.insert(key.clone(), ()).is_some() {
            continue;
        }
        n_looked += 1;
        let written = fold_space(&code.1.content);
        let is_part = |other: &Code<'_>| stands_in(&other.1.content, &written);
        let is_there = || {
            stands_in(&prose, &written.to_lowercase()) || target.iter().take(NEAREST).any(is_part)
        };
        if n_looked <= NEAREST && is_there() {
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

/// Tells whether two codes differ only in case, punctuation, or by what stands around them: one of them may be the better one.
pub fn is_variant(source: Code<'_>, target: Code<'_>) -> bool {
    let bare = |code: Code<'_>| -> String {
        let letters = code.1.content.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let (one, other) = (source.1.content.as_str(), target.1.content.as_str());
    let (bare_one, bare_other) = (bare(source), bare(target));
    !bare_one.is_empty() && bare_one == bare_other || stands_in(one, other) || stands_in(other, one)
}

/// Width, white space, the commas of a list and the brackets after a function's name do not change what a code says.
fn key(code: &Code<'_>) -> String {
    let folded = code.1.content.nfkc().filter(|c| !c.is_whitespace());
    let folded = folded.map(|c| match c {
        '\u{3001}' => ',',
        '~' | '\u{2013}' | '\u{2014}' => '-',
        c => c,
    });
    let key: String = folded.collect();
    match key.strip_suffix("()") {
        Some(name) if name.ends_with(is_word) => name.to_owned(),
        _ => key,
    }
}

/// Tells whether a code stands in running text, ending where words end.
fn stands_in(prose: &str, code: &str) -> bool {
    if code.is_empty() {
        return false;
    }
    prose.match_indices(code).any(|(at, found)| {
        let before = prose.get(..at).and_then(|text| text.chars().next_back());
        let after = prose
            .get(at + found.len()..)
            .and_then(|text| text.chars().next());
        let is_cut = |edge: Option<char>, outside: Option<char>| {
            edge.is_some_and(is_word) && outside.is_some_and(is_word)
        };
        !is_cut(code.chars().next(), before) && !is_cut(code.chars().next_back(), after)
    })
}
