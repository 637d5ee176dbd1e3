//! How a text is written down where it stands: quoting, escapes, line prefixes.

use crate::document::unit::{Notation, UnitKind};

/// What the writer knows of the place a text is written to.
pub(crate) struct Shape<'a> {
    pub(crate) kind: UnitKind,
    pub(crate) notation: Notation,
    /// The text that stands there now.
    pub(crate) old: &'a str,
    /// What its further lines start with now.
    pub(crate) prefixes: Vec<&'a str>,
    /// What lines beyond those start with.
    pub(crate) prefix: &'a str,
    pub(crate) line_break: &'a str,
    /// The byte before the text, blanks not counted: an attribute's quote, a sequence's bracket.
    pub(crate) before: u8,
}

/// Returns the bytes to write for a text.
pub(crate) fn render(shape: &Shape<'_>, text: &str) -> String {
    if shape.notation == Notation::Json {
        return json(text);
    }
    let text = text.replace("\r\n", "\n");
    let text = if shape.kind == UnitKind::Code {
        text.as_str()
    } else {
        text.trim()
    };
    let is_one_line = matches!(shape.kind, UnitKind::Heading(_)) && shape.prefixes.is_empty();
    match shape.notation {
        Notation::Markdown if is_one_line => one_line(text),
        Notation::Markdown if shape.kind.is_prose() => lines(shape, &safe(text, shape.old)),
        Notation::Markdown | Notation::YamlBlock => lines(shape, text),
        Notation::Cell => one_line(text).replace('|', "\\|"),
        Notation::Line => one_line(text),
        Notation::YamlPlain
            if needs_quotes(text, matches!(shape.before, b'[' | b','))
                || (text.contains('\n') && shape.prefixes.is_empty()) =>
        {
            format!("\"{}\"", escaped(text).replace('\n', "\\n"))
        }
        Notation::YamlPlain => lines(shape, text),
        Notation::YamlSingle => lines(shape, &text.replace('\'', "''")),
        Notation::DoubleQuoted if shape.prefixes.is_empty() => escaped(text).replace('\n', "\\n"),
        Notation::DoubleQuoted => lines(shape, &escaped(text)),
        Notation::Json => json(text),
        Notation::TomlLiteral => one_line(text).replace('\'', "’"),
        Notation::Attribute => {
            let text = one_line(text);
            match shape.before {
                b'\'' => text.replace('\'', "&#39;"),
                _ => text.replace('"', "&quot;"),
            }
        }
    }
}

/// Joins lines by the file's line break and the container's prefix.
fn lines(shape: &Shape<'_>, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (line_idx, line) in text.split('\n').enumerate() {
        if let Some(further) = line_idx.checked_sub(1) {
            let prefix = shape.prefixes.get(further).copied().unwrap_or(shape.prefix);
            out.push_str(shape.line_break);
            let is_blank = line.is_empty() && further >= shape.prefixes.len();
            out.push_str(if is_blank { prefix.trim_end() } else { prefix });
        }
        out.push_str(line);
    }
    out
}

fn one_line(text: &str) -> String {
    let lines = text
        .split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Writes what stands between the quotes of a JSON string.
pub(crate) fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// Tells whether a plain YAML scalar would be read as something else.
fn needs_quotes(text: &str, is_flow: bool) -> bool {
    let indicator = [
        '-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@',
        '`', '=', '~',
    ];
    let is_word = matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "~" | ""
    );
    let is_number = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | '_' | ':' | 'e' | 'x'));
    is_word
        || is_number
        || text.starts_with(indicator)
        || text.ends_with(':')
        || text.contains(": ")
        || text.contains(":\n")
        || text.contains(" #")
        || text.contains("\n#")
        || text.contains("\n\n")
        || text.contains('\t')
        || is_flow && text.contains(['[', ']', '{', '}', ','])
}

/// Keeps a paragraph a paragraph: a line that would start another block is joined to the line before it, and a first line
/// that would is escaped.
fn safe(text: &str, old: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_after_blank = false;
    for (line_idx, line) in text.split('\n').enumerate() {
        let line = line.trim_start();
        if line_idx == 0 {
            let is_new = block_mark(line) && !block_mark(old);
            out.push_str(&if is_new {
                escape_mark(line)
            } else {
                line.to_owned()
            });
            continue;
        }
        let joins = !is_after_blank && block_mark(line) && !old.contains(line);
        out.push(if joins { ' ' } else { '\n' });
        out.push_str(line);
        is_after_blank = line.is_empty();
    }
    out
}

/// Tells whether a line would start a block of its own, or turn the line before it into a heading.
fn block_mark(line: &str) -> bool {
    let line = line.lines().next().unwrap_or_default();
    let bullet = |line: &str| line.is_empty() || line.starts_with([' ', '\t']);
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = line.get(digits..).unwrap_or_default();
    let hashes = line.len() - line.trim_start_matches('#').len();
    (1..=6).contains(&hashes) && bullet(&line[hashes..])
        || line.starts_with('>')
        || line.starts_with("```")
        || line.starts_with("~~~")
        || line.starts_with(":::")
        || line.starts_with("<!--")
        || line.strip_prefix(['-', '+', '*']).is_some_and(bullet)
        || (1..=9).contains(&digits) && after.strip_prefix(['.', ')']).is_some_and(bullet)
        || is_rule(line)
}

fn is_rule(line: &str) -> bool {
    let Some(mark) = line
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '*' | '_' | '='))
    else {
        return false;
    };
    let n_marks = line.chars().filter(|c| *c == mark).count();
    line.chars().all(|c| c == mark || c == ' ') && (n_marks >= 3 || mark == '=')
}

fn escape_mark(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (head, rest) = line.split_at(digits);
    format!("{head}\\{rest}")
}
