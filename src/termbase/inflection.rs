//! Forms of English words, generated: plurals, possessives, verb forms, spellings. Generated rather than stemmed: a stemmer takes
//! `general` and `generate` for one word.

use crate::termbase::concept::Spelling;
use crate::termbase::irregular::NOUNS;
use crate::termbase::irregular::PREFIXES;
use crate::termbase::irregular::SPELLINGS;
use crate::termbase::irregular::VERBS;

/// What a generated form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Inflection {
    /// As the glossary writes it.
    Plain,
    /// `models`.
    Plural,
    /// `model's`.
    Possessive,
    /// `models'`.
    PluralPossessive,
    /// `modeled`.
    Past,
    /// `modeling`.
    Participle,
    /// Another form.
    Other,
}

/// One form of a term.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Form {
    /// Its text.
    pub text: String,
    /// What it is.
    pub inflection: Inflection,
    /// Set where it is not the spelling of the glossary but the other side's: which side that is.
    pub respelled: Option<Spelling>,
}

impl Form {
    /// Makes the form the glossary writes.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            inflection: Inflection::Plain,
            respelled: None,
        }
    }
}

/// Particles after which the first word of a phrase is its verb (`set up`, `setting up`).
const PARTICLES: &[&str] = &[
    "up", "out", "off", "in", "on", "down", "over", "back", "away", "through", "into", "with",
];

/// Words before which the head of a phrase stands (`rate of return`).
const LINKS: &[&str] = &["of", "for", "per", "from", "between", "by", "as", "at"];

/// Returns every form of an English term, the term itself first.
pub fn forms(term: &str) -> Vec<Form> {
    let mut forms = vec![Form::plain(term)];
    for head in heads(term) {
        let (before, rest) = term.split_at(head.start);
        let (word, after) = rest.split_at(head.end - head.start);
        let mut found = word_forms(word);
        found.extend(respelled(word));
        forms.extend(found.into_iter().map(|form| Form {
            text: format!("{before}{}{after}", form.text),
            ..form
        }));
    }
    let whole = respelled_phrase(term);
    forms.extend(whole);
    let mut seen = std::collections::BTreeSet::new();
    forms.retain(|form| seen.insert(form.text.clone()));
    forms
}

/// The words of a phrase that take endings.
fn heads(term: &str) -> Vec<std::ops::Range<usize>> {
    let words: Vec<std::ops::Range<usize>> = words(term);
    let text = |word_idx: usize| {
        words
            .get(word_idx)
            .and_then(|word| term.get(word.clone()))
            .unwrap_or_default()
    };
    let mut heads = Vec::new();
    if let Some(last) = words.last() {
        heads.push(last.clone());
    }
    let link = (1..words.len().saturating_sub(1)).find(|word_idx| LINKS.contains(&text(*word_idx)));
    if let Some(head) = link.and_then(|link| words.get(link - 1)) {
        heads.push(head.clone());
    }
    if words.len() > 1 && PARTICLES.contains(&text(words.len() - 1)) {
        heads.extend(words.first().cloned());
    }
    heads.retain(|head| {
        term.get(head.clone())
            .is_some_and(|word| word.ends_with(|c: char| c.is_ascii_alphanumeric()))
    });
    heads
}

fn words(term: &str) -> Vec<std::ops::Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in term.char_indices() {
        match (start, c == ' ' || c == '-') {
            (None, false) => start = Some(at),
            (Some(first), true) => {
                words.push(first..at);
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|first| first..term.len()));
    words
}

/// The forms of one word besides itself.
fn word_forms(word: &str) -> Vec<Form> {
    let mut found = Vec::new();
    let mut add = |text: String, inflection: Inflection| {
        found.push(Form {
            text,
            inflection,
            respelled: None,
        });
    };
    let lower = word.to_ascii_lowercase();
    let mut plurals = irregular(NOUNS, word, &lower);
    let is_irregular = !plurals.is_empty();
    if plurals.is_empty() {
        plurals.push(plural(word, &lower));
        if lower.ends_with("man") && lower.len() > 4 {
            plurals.push(format!("{}en", cut(word, 2)));
        }
    }
    for text in plurals {
        let possessive = if text.ends_with('s') { "'" } else { "'s" };
        add(format!("{text}{possessive}"), Inflection::PluralPossessive);
        add(text, Inflection::Plural);
    }
    add(format!("{word}'s"), Inflection::Possessive);
    if lower.ends_with('s') {
        add(format!("{word}'"), Inflection::Possessive);
    }
    if let Some(text) = singular(word, &lower) {
        add(format!("{text}'s"), Inflection::Other);
        add(text, Inflection::Other);
    }
    if !lower.bytes().all(|byte| byte.is_ascii_alphabetic()) || lower.len() < 2 {
        return found;
    }
    let is_name = word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    if is_name || is_irregular && !lower.ends_with("dex") && lower != "focus" {
        return found;
    }
    for base in bases(word, &lower) {
        add(format!("{base}s"), Inflection::Other);
        add(
            format!("{}ed", base.strip_suffix('e').unwrap_or(&base)),
            Inflection::Other,
        );
        add(base, Inflection::Other);
    }
    let pasts = irregular(VERBS, word, &lower);
    for text in pasts {
        add(text, Inflection::Past);
    }
    for stem in stems(word, &lower) {
        add(format!("{stem}ed"), Inflection::Past);
        add(format!("{stem}ing"), Inflection::Participle);
    }
    found
}

/// The verbs that an `ing` form may be of: `prune` of `pruning`, `map` of `mapping`.
fn bases(word: &str, lower: &str) -> Vec<String> {
    let has_vowel = |stem: &str| stem.bytes().any(|byte| is_vowel(byte) || byte == b'y');
    let Some(stem) = lower
        .strip_suffix("ing")
        .filter(|stem| stem.len() > 2 && has_vowel(stem))
    else {
        return Vec::new();
    };
    let mut bases = vec![cut(word, 3), format!("{}e", cut(word, 3))];
    if let [.., before, last] = stem.as_bytes()
        && before == last
        && !is_vowel(*last)
    {
        bases.push(cut(word, 4));
    }
    bases
}

/// The stems before `ed` and `ing`: `us` of `use`, `commit` and `committ` of `commit`, `tri` and `try` of `try`.
fn stems(word: &str, lower: &str) -> Vec<String> {
    let bytes = lower.as_bytes();
    let [.., before, last] = bytes else {
        return Vec::new();
    };
    if lower.ends_with("ie") {
        return vec![cut(word, 1), format!("{}y", cut(word, 2))];
    }
    if *last == b'e' {
        let mut stems = vec![cut(word, 1)];
        if matches!(before, b'e' | b'y' | b'o') {
            stems.push(word.to_owned());
        }
        return stems;
    }
    if *last == b'y' && !is_vowel(*before) {
        return vec![format!("{}i", cut(word, 1)), word.to_owned()];
    }
    let mut stems = vec![word.to_owned()];
    let is_closed = is_vowel(*before) && !is_vowel(*last) && !matches!(last, b'w' | b'x' | b'y');
    let is_short = bytes
        .len()
        .checked_sub(3)
        .and_then(|at| bytes.get(at))
        .is_none_or(|c| !is_vowel(*c));
    if is_closed && is_short {
        stems.push(format!("{word}{}", char::from(*last)));
    }
    if *last == b'c' {
        stems.push(format!("{word}k"));
    }
    stems
}

fn plural(word: &str, lower: &str) -> String {
    let before = lower.bytes().rev().nth(1);
    if lower.ends_with("sis") {
        return format!("{}es", cut(word, 2));
    }
    if ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|ending| lower.ends_with(ending))
        && word.bytes().any(|byte| byte.is_ascii_lowercase())
    {
        return format!("{word}es");
    }
    if lower.ends_with('y')
        && before.is_some_and(|byte| byte.is_ascii_alphabetic() && !is_vowel(byte))
    {
        return format!("{}ies", cut(word, 1));
    }
    format!("{word}s")
}

fn singular(word: &str, lower: &str) -> Option<String> {
    for row in NOUNS {
        if let [base, plurals @ ..] = row
            && plurals.contains(&lower)
        {
            return Some((*base).to_owned());
        }
    }
    if lower.len() < 4 || lower.ends_with("ss") || lower.ends_with("us") || lower.ends_with("is") {
        return None;
    }
    if lower.ends_with("ies") && lower.len() > 4 {
        return Some(format!("{}y", cut(word, 3)));
    }
    let is_hissing = ["ses", "xes", "zes", "ches", "shes"];
    if is_hissing.iter().any(|ending| lower.ends_with(ending)) {
        return Some(cut(word, if lower.ends_with("ses") { 1 } else { 2 }));
    }
    lower.ends_with('s').then(|| cut(word, 1))
}

fn irregular(table: &[&[&str]], word: &str, lower: &str) -> Vec<String> {
    let found = |base: &str, prefix: &str| {
        let row = table.iter().find(|row| row.first() == Some(&base))?;
        let forms = row.iter().skip(1);
        Some(forms.map(|form| format!("{prefix}{form}")).collect())
    };
    if let Some(forms) = found(lower, "") {
        return forms;
    }
    for prefix in PREFIXES {
        if let Some(base) = lower.strip_prefix(prefix)
            && let Some(forms) = found(base.trim_start_matches('-'), cut_to(word, prefix.len()))
        {
            return forms;
        }
    }
    Vec::new()
}

/// A word in the other spelling, with its own forms.
fn respelled(word: &str) -> Vec<Form> {
    let Some((other, spelling)) = respell(word) else {
        return Vec::new();
    };
    let mut forms = word_forms(&other);
    forms.push(Form::plain(other));
    for form in &mut forms {
        form.respelled = Some(spelling);
    }
    forms
}

/// A phrase with every word but the last in the other spelling.
fn respelled_phrase(term: &str) -> Vec<Form> {
    let mut text = String::new();
    let (mut last, mut spelling) = (0, None);
    for word in words(term) {
        text.push_str(term.get(last..word.start).unwrap_or_default());
        let piece = term.get(word.clone()).unwrap_or_default();
        match respell(piece) {
            Some((other, side)) => {
                text.push_str(&other);
                spelling = Some(side);
            }
            None => text.push_str(piece),
        }
        last = word.end;
    }
    if text == term {
        return Vec::new();
    }
    let head = words(&text).last().cloned();
    let mut forms = vec![Form::plain(text.clone())];
    if let Some(head) = head {
        let (before, word) = text.split_at(head.start);
        forms.extend(word_forms(word).into_iter().map(|form| Form {
            text: format!("{before}{}", form.text),
            ..form
        }));
    }
    for form in &mut forms {
        form.respelled = spelling;
    }
    forms
}

/// A word in the other spelling, and which spelling that is.
fn respell(word: &str) -> Option<(String, Spelling)> {
    let lower = word.to_ascii_lowercase();
    let too_short = ["size", "prize", "rise", "wise", "noise", "raise", "sized"];
    if too_short.contains(&lower.as_str())
        || ["wise", "cise", "vise", "mise"]
            .iter()
            .any(|end| lower.ends_with(end))
    {
        return None;
    }
    for (american, british) in SPELLINGS {
        for (from, to, side) in [
            (american, british, Spelling::British),
            (british, american, Spelling::American),
        ] {
            let is_ending = from.starts_with('i') || from.starts_with('y');
            if lower == **from
                || (is_ending && lower.len() > from.len() + 2 && lower.ends_with(*from))
            {
                return Some((format!("{}{to}", cut(word, from.len())), side));
            }
        }
    }
    None
}

const fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The word without its last `n_bytes` (ASCII endings only).
fn cut(word: &str, n_bytes: usize) -> String {
    let end = word.len().saturating_sub(n_bytes);
    word.get(..end).unwrap_or(word).to_owned()
}

fn cut_to(word: &str, end: usize) -> &str {
    word.get(..end).unwrap_or_default()
}

/// The indefinite article right before, and whether it is `an`.
pub fn article_before(before: &str) -> Option<bool> {
    let word = before
        .trim_end()
        .rsplit(|c: char| !c.is_alphabetic())
        .next()?;
    match word.to_lowercase().as_str() {
        "a" => Some(false),
        "an" => Some(true),
        _ => None,
    }
}

/// Tells whether a text starts with a letter that asks for `an`.
pub fn starts_with_vowel(text: &str) -> bool {
    text.starts_with(|c: char| "aeiouAEIOU".contains(c))
}
