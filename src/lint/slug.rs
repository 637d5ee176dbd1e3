//! Anchors of headings as the site generators make them out of a heading's text.

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Ways to make an anchor out of a heading's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SlugStyle {
    /// `github-slugger`: GitHub, Docusaurus, Starlight.
    GitHub,
    /// `@mdit-vue/shared`: VitePress, VuePress.
    Vue,
    /// Hugo with its usual `autoHeadingIDType`, `github`.
    Hugo,
    /// The `toc` extension of Python-Markdown: ASCII alone.
    PythonAscii,
    /// The same with `slugify_unicode`.
    PythonUnicode,
    /// `pymdownx.slugs.slugify` with `case: lower`.
    Pymdown,
    /// mdBook.
    MdBook,
    /// kramdown by itself.
    Kramdown,
    /// kramdown as it reads GFM, Jekyll's usual.
    KramdownGfm,
}

/// Every style, the most common first.
pub const STYLES: &[SlugStyle] = &[
    SlugStyle::GitHub,
    SlugStyle::Vue,
    SlugStyle::Hugo,
    SlugStyle::MdBook,
    SlugStyle::Pymdown,
    SlugStyle::PythonUnicode,
    SlugStyle::PythonAscii,
    SlugStyle::KramdownGfm,
    SlugStyle::Kramdown,
];

/// Makes the anchor of a heading's text, not yet told apart from its like.
pub fn slug(style: SlugStyle, text: &str) -> String {
    match style {
        SlugStyle::GitHub => {
            let kept = lower(text).filter(|c| is_word(*c) || matches!(c, ' ' | '-'));
            kept.map(dash).collect()
        }
        SlugStyle::Vue => vue(text),
        SlugStyle::Hugo => {
            let is_kept = |c: &char| *c == '_' || c.is_alphabetic() || is_digit(*c);
            let text = text.trim().chars();
            let kept =
                text.filter(|c| is_kept(c) && !is_combining_mark(*c) || matches!(c, ' ' | '-'));
            kept.map(dash).flat_map(char::to_lowercase).collect()
        }
        SlugStyle::PythonAscii => python(text.nfkd().filter(char::is_ascii)),
        SlugStyle::PythonUnicode => python(text.chars()),
        SlugStyle::Pymdown => {
            let text: String = text.nfc().collect();
            let kept = lower(text.trim()).filter(|c| is_python_word(*c) || matches!(c, ' ' | '-'));
            kept.map(dash).collect()
        }
        SlugStyle::MdBook => {
            let text = text.trim().chars();
            let kept =
                text.filter(|c| c.is_alphanumeric() || matches!(c, '_' | '-') || c.is_whitespace());
            let dashed = kept.map(|c| if c.is_whitespace() { '-' } else { c });
            dashed.map(|c| c.to_ascii_lowercase()).collect()
        }
        SlugStyle::Kramdown => {
            let text = text.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
            let is_kept = |c: &char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-');
            text.chars()
                .filter(is_kept)
                .map(dash)
                .map(|c| c.to_ascii_lowercase())
                .collect()
        }
        SlugStyle::KramdownGfm => {
            let kept = lower(text.trim()).filter(|c| is_word(*c) || matches!(c, ' ' | '-' | '\t'));
            kept.map(|c| if c == '\t' { '-' } else { dash(c) })
                .collect()
        }
    }
}

/// Tells the anchors of one page apart: the second of its like gets a number.
#[derive(Debug)]
pub struct Slugger {
    style: SlugStyle,
    n_used: HashMap<String, usize>,
}

impl Slugger {
    /// Makes the slugger of a page without headings.
    pub fn new(style: SlugStyle) -> Self {
        Self {
            style,
            n_used: HashMap::new(),
        }
    }

    /// Keeps an id that the page gives away by other means.
    pub fn take(&mut self, id: &str) {
        self.n_used.entry(id.to_owned()).or_insert(0);
    }

    /// Makes the anchor of the page's next heading.
    pub fn next(&mut self, text: &str) -> String {
        let wanted = slug(self.style, text);
        let wanted = match (self.style, wanted.is_empty()) {
            (SlugStyle::Hugo, true) => "heading".to_owned(),
            (SlugStyle::Kramdown | SlugStyle::KramdownGfm, true) => "section".to_owned(),
            _ => wanted,
        };
        let is_python = matches!(
            self.style,
            SlugStyle::PythonAscii | SlugStyle::PythonUnicode | SlugStyle::Pymdown
        );
        let mark = if is_python { '_' } else { '-' };
        let mut found = wanted.clone();
        let mut number = self.n_used.get(&wanted).copied().unwrap_or(0);
        // Python-Markdown gives no heading an empty anchor.
        while self.n_used.contains_key(&found) || is_python && found.is_empty() {
            number += 1;
            found = format!("{wanted}{mark}{number}");
        }
        if number > 0 {
            self.n_used.insert(wanted, number);
        }
        self.n_used.entry(found.clone()).or_insert(0);
        found
    }
}

fn lower(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

fn dash(c: char) -> char {
    if c == ' ' { '-' } else { c }
}

/// A letter, a mark, a decimal figure or a joining line, as Unicode's `\p{Word}` has it.
fn is_word(c: char) -> bool {
    c.is_alphabetic()
        || is_digit(c)
        || is_combining_mark(c)
        || matches!(
            c,
            '_' | '\u{203f}' | '\u{2040}' | '\u{2054}' | '\u{fe33}' | '\u{fe34}' | '\u{fe4d}'
                ..='\u{fe4f}' | '\u{ff3f}'
        )
}

/// A decimal figure: those of other kinds (`①`, `²`, `½`) are signs to the sluggers.
fn is_digit(c: char) -> bool {
    let is_sign = matches!(c, '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{bc}'..='\u{be}' | '\u{2070}'..='\u{218b}'
        | '\u{2460}'..='\u{27bf}' | '\u{2cfd}' | '\u{3192}'..='\u{32ff}');
    c.is_numeric() && !is_sign
}

fn vue(text: &str) -> String {
    let is_special = |c: char| {
        c.is_whitespace()
            || c.is_ascii_punctuation()
            || matches!(c, '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{2019}')
    };
    let plain = text
        .nfkd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}') && *c >= ' ');
    let mut out = String::with_capacity(text.len());
    for c in plain {
        match c {
            c if is_special(c) && (out.is_empty() || out.ends_with('-')) => {}
            c if is_special(c) => out.push('-'),
            c => out.push(c),
        }
    }
    let kept = out.trim_end_matches('-');
    let mark = if kept.starts_with(|c: char| c.is_ascii_digit()) {
        "_"
    } else {
        ""
    };
    format!("{mark}{}", kept.to_lowercase())
}

/// Python-Markdown's own: words, blanks and dashes stay, runs of blanks and dashes become one dash.
fn python(text: impl Iterator<Item = char>) -> String {
    let is_kept = |c: &char| is_python_word(*c) || c.is_whitespace() || *c == '-';
    let kept: String = text.filter(is_kept).flat_map(char::to_lowercase).collect();
    let mut out = String::with_capacity(kept.len());
    for c in kept.trim().chars() {
        match c {
            c if (c == '-' || c.is_whitespace()) && out.ends_with('-') => {}
            c if c == '-' || c.is_whitespace() => out.push('-'),
            c => out.push(c),
        }
    }
    out
}

/// Python's `\w` knows figures of every kind, and no marks.
fn is_python_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric() && !is_combining_mark(c)
}
