//! The rule `dnt/auto-latin`.

use crate::lint::context::PairCx;
use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::terms::near_miss;
use crate::termbase::fold::Folded;
use std::collections::BTreeSet;
use std::ops::Range;

crate::declare_rule! {
    /// Finds Latin names of a Chinese text that the target has lost, without any glossary: CamelCase words, words in capitals,
    /// letters mixed with digits, color codes.
    ///
    /// Case and plural do not matter, and a name inside code or a link is there. A name that the draft has elsewhere is mere
    /// information: there it is left out for brevity. Quantities (`16GB`, `7B`), versions and terms of the glossary belong to
    /// other rules.
    ///
    /// ## Why it matters
    /// What stands in Latin letters in a Chinese text is mostly a name, and stays.
    ///
    /// ```bad
    /// zh: 模型支持 FP8 和 CUDA Graph。
    /// en: The model supports low precision and CUDA Graph.
    /// ```
    ///
    /// ```good
    /// zh: 模型支持 FP8 和 CUDA Graph。
    /// en: The model supports FP8 and CUDA Graph.
    /// ```
    "dnt/auto-latin" {
        severity: Warning,
        mqm: "omission",
        since: "0.1.0",
        message: "“{ $term }” of the source is not there",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    if !cx.source.document.lang.uses_han() || cx.target.document.lang.uses_han() {
        return;
    }
    let source = &cx.source_prose().text;
    let mut target: Option<String> = None;
    let mut seen = BTreeSet::new();
    for place in tokens(source) {
        let token = source.get(place.clone()).unwrap_or_default();
        let mut terms = cx.terms().iter().flat_map(|hit| &hit.source);
        let is_term = terms.any(|term| term.start < place.end && place.start < term.end);
        if !is_name(token) || is_term || is_part(source, &place) || !seen.insert(token) {
            continue;
        }
        let target = target.get_or_insert_with(|| cx.target.text().to_lowercase());
        let lower = token.to_lowercase();
        if holds(target, lower.strip_suffix('s').unwrap_or(&lower)) {
            continue;
        }
        // A name that the draft says elsewhere is left out here for brevity; one that it says nowhere, or misspells here, is lost.
        let is_misspelled = near_miss(token, &cx.target_prose().text).is_some();
        let severity = match cx.is_word_of_target(&lower) && !is_misspelled {
            true => Severity::Info,
            false => Severity::Warning,
        };
        let finding = sink.report_as(severity, cx.target.whole());
        finding.related(cx.source_at(place.clone()));
        finding.arg("term", token);
    }
}

/// Tells whether a text has a name as a word, or, where the name is long enough to be no part of another word, written apart.
fn holds(text: &str, name: &str) -> bool {
    let is_word = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + name.len()..).unwrap_or_default();
        let after = after.strip_prefix('s').unwrap_or(after);
        !before.ends_with(|c: char| c.is_ascii_alphabetic())
            && !after.starts_with(|c: char| c.is_ascii_alphabetic())
    };
    // I/O is IO.
    let is_joined = |word: &str| {
        let letters = word.chars().filter(|c| c.is_ascii_alphanumeric());
        letters.eq(name.chars())
    };
    text.match_indices(name).any(|(at, _)| is_word(at))
        || text.split_whitespace().any(is_joined)
        || name.len() > 3 && Folded::of(text).text.contains(&Folded::of(name).text)
}

/// Runs of Latin letters and digits, a leading `#` with them.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        match tokens.last_mut() {
            Some(last) if last.end == at && c.is_ascii_alphanumeric() => last.end += 1,
            _ if c.is_ascii_alphanumeric() || c == '#' => tokens.push(at..at + 1),
            _ => {}
        }
    }
    tokens
}

/// Tells whether a token looks like a name rather than a word, a number or a quantity.
fn is_name(token: &str) -> bool {
    if let Some(color) = token.strip_prefix('#') {
        let is_hex = color.bytes().all(|byte| byte.is_ascii_hexdigit());
        return is_hex && matches!(color.len(), 3 | 6 | 8);
    }
    let bytes = token.as_bytes();
    let n_letters = bytes
        .iter()
        .filter(|byte| byte.is_ascii_alphabetic())
        .count();
    let has_digit = n_letters < bytes.len();
    let is_roman = bytes.iter().all(|byte| b"IVX".contains(byte));
    let starts_with_digit = bytes.first().is_some_and(u8::is_ascii_digit);
    let is_version = token
        .strip_prefix(['v', 'V'])
        .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    if n_letters == 0 || starts_with_digit || is_roman || is_version {
        return false;
    }
    let stem = token.strip_suffix('s').unwrap_or(token);
    let is_caps = n_letters >= 2 && !stem.bytes().any(|byte| byte.is_ascii_lowercase());
    let is_camel = bytes
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()));
    is_caps || is_camel || has_digit
}

/// Tells whether a token is a piece of a path, an address, a version or a formula.
fn is_part(text: &str, place: &Range<usize>) -> bool {
    let before = text
        .get(..place.start)
        .unwrap_or_default()
        .chars()
        .next_back();
    let mut after = text.get(place.end..).unwrap_or_default().chars();
    let is_joint = |c: char| "./\\@:=&%$_~^<>{}[]*+|".contains(c);
    before.is_some_and(is_joint)
        || match after.next() {
            Some('.' | ':' | '/') => after.next().is_some_and(|c| c.is_ascii_alphanumeric()),
            Some(c) => "\\@=&%$_~^<>{}[]*+|(".contains(c),
            None => false,
        }
}
