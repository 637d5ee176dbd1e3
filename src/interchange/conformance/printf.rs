//! Format specifications of the languages that gettext knows, as far as a translation can get them wrong: which arguments a text takes, and of which type.

use std::collections::BTreeMap;

/// How a language writes format specifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// C, Objective-C, Shell's printf, PHP, AWK: `%d`, `%2$s`.
    C(&'static str),
    /// Python: `%d`, `%(name)s`.
    Python,
    /// Python, C#, Rust and others: `{name}`, `{0}`.
    Brace(&'static str),
}

/// Arguments by number or name, each with its type.
pub type Arguments = BTreeMap<String, String>;

impl Style {
    /// Returns the style that a flag of an entry names.
    pub fn of_flag(flag: &str) -> Option<Self> {
        match flag {
            "c-format" => Some(Self::C("c-format")),
            "objc-format" => Some(Self::C("objc-format")),
            "php-format" => Some(Self::C("php-format")),
            "awk-format" => Some(Self::C("awk-format")),
            "python-format" => Some(Self::Python),
            "python-brace-format" => Some(Self::Brace("python-brace-format")),
            "csharp-format" => Some(Self::Brace("csharp-format")),
            _ => None,
        }
    }

    /// Returns the flag.
    pub const fn flag(self) -> &'static str {
        match self {
            Self::C(flag) | Self::Brace(flag) => flag,
            Self::Python => "python-format",
        }
    }
}

/// Finds the arguments that a text takes; where it is no format at all, the place where that shows.
pub fn arguments(text: &str, style: Style) -> Result<Arguments, usize> {
    match style {
        Style::Brace(_) => braces(text),
        Style::C(_) | Style::Python => percents(text, style),
    }
}

/// Returns an argument that only one side takes, or that has another type there. What is missing does not count where `may_lack`.
pub fn difference(reference: &Arguments, found: &Arguments, may_lack: bool) -> Option<String> {
    for (name, value) in found {
        if reference.get(name) != Some(value) {
            return Some(name.clone());
        }
    }
    let mut names = reference.keys();
    let missing = names.find(|name| !may_lack && !found.contains_key(*name));
    missing.cloned()
}

fn percents(text: &str, style: Style) -> Result<Arguments, usize> {
    let mut arguments = Arguments::new();
    let mut next = 1;
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let start = text.len() - rest.len() + at;
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('%') {
            rest = after;
            continue;
        }
        let mut name = None;
        if style == Style::Python
            && let Some(inside) = rest.strip_prefix('(')
        {
            let (inner, after) = inside.split_once(')').ok_or(start)?;
            name = Some(inner.to_owned());
            rest = after;
        }
        if let Some((number, after)) = numbered(rest) {
            name = Some(number.to_owned());
            rest = after;
        }
        rest = rest.trim_start_matches(['-', '+', ' ', '#', '0', '\'', 'I']);
        for lead in ["", "."] {
            let Some(inside) = rest.strip_prefix(lead) else {
                continue;
            };
            rest = inside;
            if let Some(after) = rest.strip_prefix('*') {
                rest = after;
                match numbered(rest) {
                    Some((number, after)) => {
                        arguments.insert(number.to_owned(), "int".to_owned());
                        rest = after;
                    }
                    None => {
                        arguments.insert(next.to_string(), "int".to_owned());
                        next += 1;
                    }
                }
            } else {
                rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            }
        }
        let (kind, after) = conversion(rest).ok_or(start)?;
        rest = after;
        if kind == "none" {
            continue;
        }
        let name = name.unwrap_or_else(|| {
            next += 1;
            (next - 1).to_string()
        });
        arguments.insert(name, kind);
    }
    Ok(arguments)
}

/// Reads `2$`.
fn numbered(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, rest) = text.split_at(end);
    let after = rest.strip_prefix('$').filter(|_| end > 0)?;
    Some((number, after))
}

/// Reads a conversion with its length: what its argument is, and the rest. `<PRId64>` is one too.
fn conversion(text: &str) -> Option<(String, &str)> {
    if let Some(inside) = text.strip_prefix('<') {
        let (macro_name, after) = inside.split_once('>')?;
        return Some((macro_name.to_owned(), after));
    }
    let length = text
        .find(|c| !matches!(c, 'h' | 'l' | 'L' | 'q' | 'j' | 'z' | 't' | 'w'))
        .unwrap_or(text.len());
    let (size, rest) = text.split_at(length);
    let letter = rest.chars().next()?;
    let after = &rest[letter.len_utf8()..];
    let kind = match letter {
        'd' | 'i' => format!("{size}integer"),
        'o' | 'u' | 'x' | 'X' | 'b' | 'B' => format!("{size}unsigned"),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'a' | 'A' => format!("{size}number"),
        'c' | 'C' => "character".to_owned(),
        's' | 'S' | 'r' | '@' => "string".to_owned(),
        'p' => "pointer".to_owned(),
        'n' => "count".to_owned(),
        'm' => "none".to_owned(),
        _ => return None,
    };
    Some((kind, after))
}

fn braces(text: &str) -> Result<Arguments, usize> {
    let mut arguments = Arguments::new();
    let mut next = 0;
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(at) {
        let is_double = bytes.get(at + 1) == Some(byte);
        match byte {
            b'{' | b'}' if is_double => at += 2,
            b'}' => return Err(at),
            b'{' => {
                let length = text[at..].find('}').ok_or(at)?;
                let inside = &text[at + 1..at + length];
                let name = inside
                    .split(['!', ':', '.', '[', ','])
                    .next()
                    .unwrap_or_default();
                let name = match name.is_empty() {
                    true => {
                        next += 1;
                        (next - 1).to_string()
                    }
                    false => name.to_owned(),
                };
                arguments.insert(name, String::new());
                at += length + 1;
            }
            _ => at += 1,
        }
    }
    Ok(arguments)
}
