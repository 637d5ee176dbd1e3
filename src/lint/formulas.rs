//! Formulas made comparable: white space, spacing commands and words in a formula do not change what it says.

use crate::document::inline::CodeKind;
use crate::document::unit::UnitKind;
use crate::lint::context::Side;
use crate::lint::tally::Item;
use crate::text::script::is_han;
use unicode_normalization::UnicodeNormalization;

/// Returns the formulas of a side, display math that stands as a block included.
pub fn of(side: Side<'_>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (unit, code) in side.codes().filter(|(_, code)| code.kind == CodeKind::Math) {
        items.push(Item {
            key: key(&code.content),
            written: code.content.clone(),
            at: side.at(unit, code.span),
        });
    }
    for unit in side.units {
        if side.document.unit(*unit).kind == UnitKind::Math {
            let written = side.document.text(*unit).trim_matches(['$', ' ', '\n']);
            let alone = Side {
                document: side.document,
                units: std::slice::from_ref(unit),
            };
            items.push(Item {
                key: key(written),
                written: written.to_owned(),
                at: alone.whole(),
            });
        }
    }
    items.retain(|item| !item.key.is_empty() && !is_currency(&item.written));
    items
}

/// Tells whether two dollar signs of running text (prices, variables of a shell) were read as a formula.
fn is_currency(written: &str) -> bool {
    written.contains("**") || written.contains(['\u{3002}', '\u{ff0c}', '\u{ff1b}', '\u{3001}'])
}

/// Tells whether a formula is a bare number: those are left to the rules of numbers.
pub fn is_number(key: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '\\' | '-' | '+');
    key.chars().all(is_part)
}

/// Commands that only place or space what they stand beside.
const SILENT: &[&str] = &[
    "quad",
    "qquad",
    "displaystyle",
    "textstyle",
    "scriptstyle",
    "limits",
    "nolimits",
    "left",
    "right",
    "big",
    "Big",
    "bigl",
    "bigr",
    "Bigl",
    "Bigr",
    "bigg",
    "Bigg",
    "biggl",
    "biggr",
    "Biggl",
    "Biggr",
    "nonumber",
    "notag",
    "hspace",
    "thinspace",
    "enspace",
    "medspace",
    "thickspace",
    "tag",
];

/// Commands whose argument is words.
const WORDS: &[&str] = &[
    "text",
    "textbf",
    "textit",
    "textrm",
    "texttt",
    "textsf",
    "mbox",
    "hbox",
    "operatorname",
];

/// Commands that only choose a face for their argument.
const FACES: &[&str] = &[
    "mathrm",
    "mathbf",
    "mathit",
    "mathsf",
    "mathtt",
    "boldsymbol",
    "bm",
    "rm",
    "bf",
    "it",
];

/// Commands that are also written otherwise.
const ALIASES: &[(&str, &str)] = &[
    ("lt", "<"),
    ("gt", ">"),
    ("le", "≤"),
    ("leq", "≤"),
    ("leqslant", "≤"),
    ("ge", "≥"),
    ("geq", "≥"),
    ("geqslant", "≥"),
    ("ne", "≠"),
    ("neq", "≠"),
    ("to", "→"),
    ("rightarrow", "→"),
    ("leftarrow", "←"),
    ("gets", "←"),
    ("times", "×"),
    ("div", "÷"),
    ("cdot", "·"),
    ("dots", "…"),
    ("ldots", "…"),
    ("cdots", "…"),
    ("dotsc", "…"),
    ("dotsb", "…"),
    ("approx", "≈"),
    ("infty", "∞"),
    ("lbrace", "{"),
    ("rbrace", "}"),
    ("vert", "|"),
    ("mid", "|"),
    ("lvert", "|"),
    ("rvert", "|"),
    ("dfrac", "frac"),
    ("tfrac", "frac"),
    ("land", "wedge"),
    ("lor", "vee"),
    ("lnot", "neg"),
    ("ast", "*"),
    ("star", "*"),
];

/// What a formula says, without how it is set.
fn key(formula: &str) -> String {
    let text: String = formula.nfkc().collect();
    let mut key = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        match c {
            '\\' => rest = command(rest, &mut key),
            '{' | '}' | '&' | '~' => {}
            // `\,` between digits and a grouping comma are how a language groups.
            ',' if key.ends_with(|c: char| c.is_ascii_digit())
                && rest.starts_with(|c: char| c.is_ascii_digit()) => {}
            '\u{3002}' | '\u{3001}' => key.push(','),
            c if c.is_whitespace() || is_han(c) => {}
            '*' => key.push('*'),
            c => key.push(c),
        }
    }
    key.trim_end_matches(['.', ',', ';', ':']).to_owned()
}

/// Reads a command after its backslash; returns what follows.
fn command<'t>(rest: &'t str, key: &mut String) -> &'t str {
    let len = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, after) = rest.split_at(len);
    if name.is_empty() {
        let Some(c) = rest.chars().next() else {
            return rest;
        };
        match c {
            ',' | ';' | ':' | '!' | ' ' | '\\' => {}
            c => key.push(c),
        }
        return rest.get(c.len_utf8()..).unwrap_or_default();
    }
    if WORDS.contains(&name) {
        return after_argument(after);
    }
    if SILENT.contains(&name) || FACES.contains(&name) {
        return after;
    }
    match ALIASES.iter().find(|(alias, _)| *alias == name) {
        Some((_, said)) => key.push_str(said),
        None => {
            key.push('\\');
            key.push_str(name);
        }
    }
    after
}

/// What follows the `{…}` that a text begins with.
fn after_argument(text: &str) -> &str {
    let trimmed = text.trim_start();
    if !trimmed.starts_with('{') {
        return text;
    }
    let mut depth = 0usize;
    for (at, c) in trimmed.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return trimmed.get(at + 1..).unwrap_or_default();
        }
    }
    ""
}
