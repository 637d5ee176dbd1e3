//! Words of one root, and phrases that lose what goes without saying: a translator writes "recursive" and "iterates" where the glossary
//! has "recursion" and "iteration", "search algorithm" for "searching algorithm", "the top" for "top of the stack".
//!
//! Only regular derivations that keep the meaning; all others belong into an entry's `family`. What is forbidden has none.

use crate::termbase::inflection::Form;
use crate::termbase::inflection::Inflection;
use crate::termbase::inflection::forms;

/// Endings of nouns, and what stands in their place in verbs and adjectives.
const ENDINGS: &[(&str, &[&str])] = &[
    (
        "ation",
        &["ate", "ates", "ated", "ating", "ative", "atively"],
    ),
    ("sion", &["se", "ses", "sed", "sing", "sive", "sively"]),
    ("ction", &["ct", "cts", "cted", "cting", "ctive", "ctively"]),
    ("ency", &["ent", "ently"]),
    ("ancy", &["ant", "antly"]),
    ("rithm", &["rithmic", "rithmically"]),
];

/// Shorter nouns have verbs of their own (`nation`, `version`, `latency`).
const SHORTEST: usize = 8;

/// Between a part and the whole that it belongs to.
const PART_OF: &str = " of the ";

/// Returns the forms of a term that its inflections do not have.
pub fn derived(term: &str) -> Vec<Form> {
    if let Some((part, _)) = term.split_once(PART_OF) {
        return of_other_words(forms(part));
    }
    match term.split_once(' ') {
        Some((first, rest)) => without_gerund(first, rest),
        None => of_one_root(term),
    }
}

/// `recursion`: `recursive`, `recurse` …
fn of_one_root(word: &str) -> Vec<Form> {
    let is_word = word.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_word || word.len() < SHORTEST {
        return Vec::new();
    }
    let found = ENDINGS
        .iter()
        .find_map(|(ending, others)| Some((word.strip_suffix(ending)?, others)));
    let Some((stem, others)) = found else {
        return Vec::new();
    };
    let others = others
        .iter()
        .map(|other| Form::plain(format!("{stem}{other}")));
    of_other_words(others.collect())
}

/// `searching algorithm`: `search algorithm`, in all its inflections. Verbs that lose a letter before `-ing` are left alone.
fn without_gerund(first: &str, rest: &str) -> Vec<Form> {
    let is_stem = |stem: &&str| {
        let mut last = stem.bytes().rev();
        let (end, before) = (last.next(), last.next());
        stem.len() > 3 && end != before && end.is_some_and(|end| b"chkrtwyd".contains(&end))
    };
    match first.strip_suffix("ing").filter(is_stem) {
        Some(stem) => of_other_words(forms(&format!("{stem} {rest}"))),
        None => Vec::new(),
    }
}

fn of_other_words(forms: Vec<Form>) -> Vec<Form> {
    let other = |form: Form| Form {
        inflection: Inflection::Other,
        ..form
    };
    forms.into_iter().map(other).collect()
}
