//! Texts as gettext writes them: escaped, a string for each line, and long ones broken where Unicode allows it (UAX 14).

use std::io;
use std::io::Write;
use unicode_linebreak::BreakClass;
use unicode_linebreak::break_property;
use unicode_linebreak::linebreaks;
use unicode_width::UnicodeWidthChar;

/// gettext's lines have so many columns.
const PAGE: usize = 79;

/// Writes a keyword and its text; `lead` stands before every line (`#| `).
pub fn write(lead: &str, keyword: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    // Both quotation marks take a column.
    let width = PAGE - 2 - lead.len();
    let lines: Vec<String> = text.split_inclusive('\n').map(escaped).collect();
    let first = lines.first().map(String::as_str).unwrap_or_default();
    let is_one = lines.len() <= 1 && broken(first, width, keyword.len() + 1).len() <= 1;
    if is_one {
        return writeln!(out, "{lead}{keyword} \"{first}\"");
    }
    writeln!(out, "{lead}{keyword} \"\"")?;
    for line in &lines {
        for part in broken(line, width, 0) {
            writeln!(out, "{lead}\"{part}\"")?;
        }
    }
    Ok(())
}

/// Breaks an escaped line into strings of at most `width` columns; the first begins in a later column.
fn broken(line: &str, width: usize, start: usize) -> Vec<&str> {
    let (mut parts, mut begin, mut last, mut column) = (Vec::new(), 0, 0, start);
    for at in opportunities(line) {
        let columns = line.get(last..at).map_or(0, columns_of);
        if column + columns > width && last > begin {
            parts.push(&line[begin..last]);
            (begin, column) = (last, 0);
        }
        column += columns;
        last = at;
    }
    parts.push(&line[begin..]);
    parts
}

/// The columns of a text as gettext counts them: a sign that asks for color is no wider for it.
fn columns_of(text: &str) -> usize {
    text.chars().filter_map(UnicodeWidthChar::width).sum()
}

/// Where a string may end: where Unicode allows a break, and where gettext does besides.
fn opportunities(line: &str) -> Vec<usize> {
    let allowed = linebreaks(line).map(|(at, _)| at);
    let own = line.char_indices().zip(line.chars().skip(1));
    let own = own.filter(|((_, one), other)| is_gettext_break(*one, *other));
    let own = own.map(|((at, one), _)| at + one.len_utf8());
    let mut all: Vec<usize> = allowed.chain(own).collect();
    all.sort_unstable();
    all.dedup();
    all.retain(|at| may_break(line, *at));
    all
}

/// gettext's library breaks behind a full stop within a name (`index.|md`), and before an opening bracket of East Asian width.
fn is_gettext_break(one: char, other: char) -> bool {
    let class = |c: char| break_property(u32::from(c));
    let is_letter = |class: BreakClass| {
        matches!(
            class,
            BreakClass::Alphabetic | BreakClass::HebrewLetter | BreakClass::Numeric
        )
    };
    match (class(one), class(other)) {
        (BreakClass::InfixSeparator, BreakClass::Alphabetic | BreakClass::HebrewLetter) => true,
        (before, BreakClass::OpenPunctuation) => is_letter(before) && other.width() == Some(2),
        _ => false,
    }
}

/// Tells whether a string may end here: not within an escape, nor before the line break at the end.
fn may_break(line: &str, at: usize) -> bool {
    let before = &line[..at];
    let n_slashes = before.len() - before.trim_end_matches('\\').len();
    n_slashes.is_multiple_of(2) && line.get(at..) != Some("\\n")
}

/// Writes a text as it stands between quotation marks.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{7}' => out.push_str("\\a"),
            '\u{8}' => out.push_str("\\b"),
            '\u{b}' => out.push_str("\\v"),
            '\u{c}' => out.push_str("\\f"),
            c if c.is_ascii_control() => out.push_str(&format!("\\{:03o}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}
