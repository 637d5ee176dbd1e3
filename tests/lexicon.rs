//! The core lexicon's form, and dictionaries of the user's.
#![expect(
    clippy::disallowed_methods,
    reason = "the lexicon is looked at as a file"
)]

use duizhao::bitext::lexical::cedict::{self, BadLine};
use duizhao::bitext::lexical::lexicon::Lexicon;
use std::path::Path;

/// The longest rendering.
const MOST_WORDS: usize = 3;
/// Words have no more renderings: more would say nothing.
const MOST_RENDERINGS: usize = 12;

fn lines() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bitext/lexical/core.tsv");
    let text = std::fs::read_to_string(path).expect("the core lexicon");
    assert!(text.ends_with('\n') && !text.contains('\r'));
    text.lines().map(str::to_owned).collect()
}

#[test]
fn every_line_is_a_word_and_its_renderings() {
    for line in lines() {
        let (word, renderings) = line
            .split_once('\t')
            .unwrap_or_else(|| panic!("no tab: {line}"));
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        assert!(
            !word.is_empty() && word.chars().all(is_han),
            "no word: {line}"
        );
        let renderings: Vec<&str> = renderings.split("; ").collect();
        assert!(renderings.len() <= MOST_RENDERINGS, "too many: {line}");
        for (at, rendering) in renderings.iter().enumerate() {
            let is_letter =
                |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '.');
            assert!(
                !rendering.is_empty() && rendering.chars().all(is_letter),
                "no rendering: {line}"
            );
            assert_eq!(rendering.trim(), *rendering, "white space: {line}");
            assert!(
                rendering.split(' ').count() <= MOST_WORDS,
                "too long: {line}"
            );
            let is_double = |other: &&str| other.eq_ignore_ascii_case(rendering);
            assert!(!renderings[..at].iter().any(is_double), "double: {line}");
        }
    }
}

#[test]
fn words_stand_in_order_and_once() {
    let lines = lines();
    let words: Vec<&str> = lines
        .iter()
        .filter_map(|line| line.split('\t').next())
        .collect();
    for pair in words.windows(2) {
        assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
    }
    assert!(words.len() >= 5_000, "{} words", words.len());
    assert_eq!(Lexicon::core().len(), words.len());
}

#[test]
fn the_lexicon_knows_stems() {
    let stems = |word: &str| -> Vec<&str> {
        let renderings = Lexicon::core().renderings(word).iter();
        renderings.map(|(stem, _)| stem.as_str()).collect()
    };
    assert!(stems("翻译").contains(&"translat"), "{:?}", stems("翻译"));
    assert!(stems("北京").contains(&"beij"), "{:?}", stems("北京"));
    assert!(stems("没有这个词").is_empty());
}

#[test]
fn a_dictionary_of_the_users_is_read() {
    let text = "# CC-CEDICT\n#! version=1\n傳統 传统 [chuan2 tong3] /tradition/traditional (as opposed to modern)/CL:個|个[ge4]/\n張 张 [Zhang1] /surname Zhang/\n";
    let lexicon = cedict::parse(text).expect("a dictionary");
    let stems = |word: &str| -> Vec<&str> {
        let renderings = lexicon.renderings(word).iter();
        renderings.map(|(stem, _)| stem.as_str()).collect()
    };
    assert_eq!(stems("传统"), ["tradit"]);
    assert_eq!(stems("傳統"), ["tradit"]);
    assert!(stems("张").is_empty(), "a remark is no rendering");
    assert_eq!(lexicon.longest(), 2);
}

#[test]
fn a_line_that_is_no_entry_is_told() {
    let text = "# comment\n传统 tradition\n";
    assert_eq!(cedict::parse(text).unwrap_err(), BadLine { line: 2 });
}
