//! The inline codes of a message: placeholders, plural forms, tags, code, links.

use crate::document::inline::CodeKind;
use std::ops::Range;

/// A code of a message; offsets are of its text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Code {
    pub(crate) kind: CodeKind,
    pub(crate) span: Range<usize>,
    pub(crate) prose: Option<Range<usize>>,
    pub(crate) content: Option<String>,
}

/// Plural forms nest no deeper than this.
const DEEPEST: usize = 8;

/// Finds the codes of a message, in order.
pub(crate) fn find(text: &str) -> Vec<Code> {
    let mut codes = Vec::new();
    scan(text, 0..text.len(), 0, &mut codes);
    codes
}

fn scan(text: &str, range: Range<usize>, depth: usize, codes: &mut Vec<Code>) {
    let mut at = range.start;
    while at < range.end {
        let rest = text.get(at..range.end).unwrap_or_default();
        let Some(next) = rest.find(['{', '<', '`', '[', 'h', '@']) else {
            return;
        };
        at += next;
        let rest = rest.get(next..).unwrap_or_default();
        let end = match rest.as_bytes().first() {
            Some(b'{') => braces(text, at, rest, depth, codes),
            Some(b'<') => tag(rest).map(|len| push(codes, CodeKind::Html, at, len)),
            Some(b'`') => code(rest).map(|len| push(codes, CodeKind::Code, at, len)),
            Some(b'[') => link(at, rest, codes),
            Some(b'h') => url(text, at, rest).map(|len| push(codes, CodeKind::Autolink, at, len)),
            _ => linked(text, at, rest).map(|len| push(codes, CodeKind::Expression, at, len)),
        };
        at = end.unwrap_or(at + 1);
    }
}

fn push(codes: &mut Vec<Code>, kind: CodeKind, at: usize, len: usize) -> usize {
    codes.push(Code {
        kind,
        span: at..at + len,
        prose: None,
        content: None,
    });
    at + len
}

/// `{name}`, `{{ name }}`, and the plural and selected forms of ICU messages. Of those the name is compared; which forms a language has is
/// its own affair, and their texts are read.
fn braces(text: &str, at: usize, rest: &str, depth: usize, codes: &mut Vec<Code>) -> Option<usize> {
    let close = close_of(rest)?;
    let inner = rest.get(1..close)?;
    let is_forms = |rest: &str| {
        let kind = rest
            .trim_start()
            .split([',', ' '])
            .next()
            .unwrap_or_default();
        matches!(kind, "plural" | "select" | "selectordinal")
    };
    let forms = inner.split_once(',').filter(|(_, rest)| is_forms(rest));
    let Some((name, after)) = forms.filter(|_| depth < DEEPEST) else {
        let bare = inner.trim_matches(['{', '}', ' ']);
        let is_name = |c: char| {
            c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | ':' | '$' | ',' | ' ')
        };
        let is_placeholder = !bare.is_empty() && bare.len() <= 64 && bare.chars().all(is_name);
        return is_placeholder.then(|| push(codes, CodeKind::Expression, at, close + 1));
    };
    let kind_len = after.find(',').map_or(after.len(), |len| len + 1);
    let head = 1 + name.len() + 1 + kind_len;
    push(codes, CodeKind::Expression, at, head);
    let mut from = at + head;
    let end = at + close;
    while let Some(open) = text.get(from..end).and_then(|forms| forms.find('{')) {
        let form = text.get(from + open..end).unwrap_or_default();
        let Some(len) = close_of(form) else { break };
        // The selector up to its brace, then the form's text, then the brace: marks that no reader reads.
        push(codes, CodeKind::Comment, from, open + 1);
        scan(text, from + open + 1..from + open + len, depth + 1, codes);
        from += open + len;
    }
    push(codes, CodeKind::Comment, from, end + 1 - from);
    Some(end + 1)
}

/// Returns where the brace at the start of `rest` closes.
fn close_of(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// `<b>`, `</b>`, `<br/>`, `<a href="…">`, and the numbered `<0>` of react-i18next.
fn tag(rest: &str) -> Option<usize> {
    let name = rest.get(1..)?.trim_start_matches('/');
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphanumeric());
    let close = rest.find('>').filter(|_| is_tag)?;
    let is_open_again = rest.get(1..close)?.contains('<');
    (!is_open_again).then_some(close + 1)
}

fn code(rest: &str) -> Option<usize> {
    let close = rest.get(1..)?.find('`')?;
    (close > 0).then_some(close + 2)
}

/// `[text](target)`.
fn link(at: usize, rest: &str, codes: &mut Vec<Code>) -> Option<usize> {
    let middle = rest.find("](")?;
    let words = rest.get(1..middle)?;
    let target = rest.get(middle + 2..)?;
    let close = target.find(')')?;
    let target = target.get(..close)?;
    if words.is_empty() || words.contains(['[', '\n']) || target.contains(char::is_whitespace) {
        return None;
    }
    let end = at + middle + 2 + close + 1;
    codes.push(Code {
        kind: CodeKind::Link,
        span: at..end,
        prose: Some(at + 1..at + middle),
        content: Some(target.to_owned()),
    });
    let inner = find(words)
        .into_iter()
        .filter(|code| code.kind != CodeKind::Link);
    codes.extend(inner.map(|code| Code {
        span: at + 1 + code.span.start..at + 1 + code.span.end,
        prose: None,
        ..code
    }));
    Some(end)
}

fn url(text: &str, at: usize, rest: &str) -> Option<usize> {
    let is_inside = text
        .get(..at)?
        .ends_with(|c: char| c.is_ascii_alphanumeric());
    let is_url = rest.starts_with("http://") || rest.starts_with("https://");
    if is_inside || !is_url {
        return None;
    }
    let is_part = |c: char| {
        c.is_ascii()
            && !c.is_ascii_whitespace()
            && !matches!(c, '"' | '<' | '>' | ')' | '`' | '|' | '{' | '}')
    };
    let len = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    Some(
        rest.get(..len)?
            .trim_end_matches(['.', ',', ';', ':', '!', '?'])
            .len(),
    )
}

/// `@:other.key` of vue-i18n.
fn linked(text: &str, at: usize, rest: &str) -> Option<usize> {
    let is_inside = text
        .get(..at)?
        .ends_with(|c: char| c.is_ascii_alphanumeric());
    let name = rest.strip_prefix("@:").filter(|_| !is_inside)?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let len = name.find(|c| !is_part(c)).unwrap_or(name.len());
    let len = name.get(..len)?.trim_end_matches('.').len();
    (len > 0).then_some(2 + len)
}
