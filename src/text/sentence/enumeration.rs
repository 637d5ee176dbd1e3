//! Lists that run on in one paragraph: `1. The first item 2. The second item`, `• one • two`.

use crate::text::sentence::mark::{MarkKind, Marks};

/// Bullets that mean nothing else inside a line.
const BULLETS: &[char] = &['•', '⁃', '‣'];

/// Words before a number that is no item's: `rose to 2. Then`.
#[rustfmt::skip]
const BEFORE_NUMBERS: &[&str] = &[
    "a", "about", "after", "and", "are", "at", "be", "before", "by", "chapter", "eq", "equals", "fig", "figure", "for",
    "from", "in", "is", "least", "level", "most", "no", "number", "of", "on", "only", "or", "page", "part", "phase",
    "section", "step", "table", "than", "the", "to", "until", "version", "was", "were", "with",
];

/// Returns where items begin inside paragraphs that begin with an item, the first items excepted.
pub(super) fn items(text: &str, marks: &Marks) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = 0;
    for mark in &marks.marks {
        if mark.kind == MarkKind::Paragraph {
            paragraph(text, start, mark.at, &mut found);
            start = mark.end;
        }
    }
    paragraph(text, start, text.len(), &mut found);
    found
}

fn paragraph(text: &str, start: usize, end: usize, found: &mut Vec<usize>) {
    let Some(body) = text.get(start..end) else {
        return;
    };
    let Some((mut label, style)) = marker(body.trim_start()) else {
        return;
    };
    let mut from = 0;
    loop {
        label = next_label(&label);
        let needle = if label.is_empty() {
            format!(" {style}")
        } else {
            format!(" {label}{style} ")
        };
        let mut starts = body[from..].match_indices(&needle);
        let next = starts.find(|(at, _)| {
            let at = from + at;
            label.is_empty() || begins(&body[..at], &body[at + needle.len()..])
        });
        let Some((at, _)) = next else {
            return;
        };
        found.push(start + from + at + 1);
        from += at + 1;
    }
}

/// Returns the label and the sign behind it of the item that `line` begins with; a bullet has no label.
fn marker(line: &str) -> Option<(String, String)> {
    if let Some(bullet) = line.chars().next().filter(|c| BULLETS.contains(c)) {
        return Some((String::new(), bullet.to_string()));
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let len = match digits {
        0 if line.starts_with('a') => 1,
        1..=3 => digits,
        _ => return None,
    };
    let (label, rest) = line.split_at(len);
    let style = [".)", ")", "."].into_iter().find(|style| {
        let after = rest.strip_prefix(style);
        after.is_some_and(|after| after.starts_with(' '))
    })?;
    Some((label.to_owned(), style.to_owned()))
}

fn next_label(label: &str) -> String {
    if let Ok(number) = label.parse::<u32>() {
        return (number + 1).to_string();
    }
    let letter = label.bytes().next();
    letter.map_or_else(String::new, |letter| {
        char::from(letter.saturating_add(1)).to_string()
    })
}

/// Tells whether an item may begin between two texts: a capital letter follows, and no word that takes a number stands before.
fn begins(before: &str, after: &str) -> bool {
    let near = before.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
    let word = before[near..].rsplit([' ', '\n']).next().unwrap_or("");
    let word = word.trim_end_matches('.').to_lowercase();
    after.starts_with(|c: char| c.is_ascii_uppercase()) && !BEFORE_NUMBERS.contains(&word.as_str())
}
