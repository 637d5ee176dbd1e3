//! Walks the lines of a YAML block and finds the scalars under listed keys, with their bytes.

use crate::document::unit::{Notation, UnitKind};
use crate::markdown::draft::{Draft, Piece, UnitDraft};
use crate::markdown::front_matter::is_listed;
use crate::markdown::leaf::trimmed;
use crate::markdown::lines::{Line, n_blanks};
use crate::markdown::scalar;
use crate::markdown::settings::ReadSettings;

/// Keys nested deeper than this are not looked at.
const DEEPEST: usize = 64;

/// Adds the units of a YAML block.
pub(crate) fn read(draft: &mut Draft<'_>, lines: &[Line], settings: &ReadSettings, block: usize) {
    let mut walk = Walk {
        draft,
        lines,
        settings,
        block,
        keys: Vec::new(),
    };
    let mut line_idx = 0;
    while line_idx < lines.len() {
        line_idx = walk.line(line_idx).max(line_idx + 1);
    }
}

struct Walk<'w, 'a> {
    draft: &'w mut Draft<'a>,
    lines: &'w [Line],
    settings: &'w ReadSettings,
    block: usize,
    /// Open keys with their indent.
    keys: Vec<(usize, String)>,
}

impl Walk<'_, '_> {
    /// Reads the value that starts on a line and returns the next line to read.
    fn line(&mut self, line_idx: usize) -> usize {
        let (text, line) = (self.draft.text, self.lines[line_idx]);
        let mut at = line.start + n_blanks(line.text(text));
        let rest = |at: usize| text.get(at..line.end).unwrap_or_default();
        if rest(at).is_empty() || rest(at).starts_with('#') {
            return line_idx + 1;
        }
        let mut indent = at - line.start;
        let is_item = rest(at) == "-" || rest(at).starts_with("- ");
        self.keys.retain(|(key_indent, _)| {
            if is_item {
                *key_indent <= indent
            } else {
                *key_indent < indent
            }
        });
        while rest(at).starts_with("- ") {
            at += 1 + n_blanks(rest(at + 1));
            indent = at - line.start;
        }
        let Some((key, colon)) = split_key(rest(at)) else {
            return if is_item {
                self.value(line_idx, at, indent.saturating_sub(1))
            } else {
                line_idx + 1
            };
        };
        if is_item {
            self.keys.retain(|(key_indent, _)| *key_indent < indent);
        }
        if self.keys.len() >= DEEPEST {
            return line_idx + 1;
        }
        self.keys.push((indent, key));
        at += colon;
        self.value(line_idx, at + n_blanks(rest(at)), indent)
    }

    /// Reads one value; `indent` is its key's.
    fn value(&mut self, line_idx: usize, at: usize, indent: usize) -> usize {
        let (text, line) = (self.draft.text, self.lines[line_idx]);
        let value = text.get(at..line.end).unwrap_or_default();
        let path = self
            .keys
            .iter()
            .map(|(_, key)| key.as_str())
            .collect::<Vec<_>>()
            .join(".");
        let is_wanted = is_listed(self.settings, &path);
        match value.as_bytes().first() {
            None | Some(b'#' | b'&' | b'*' | b'!') => line_idx + 1,
            Some(b'|' | b'>') => self.block_scalar(line_idx, indent, is_wanted, &path),
            Some(b'"' | b'\'') => self.quoted(line_idx, at, is_wanted, &path),
            Some(b'[' | b'{') => {
                self.flow(line_idx, at, is_wanted && value.starts_with('['), &path)
            }
            Some(_) => self.plain(line_idx, at, indent, is_wanted, &path),
        }
    }

    fn block_scalar(
        &mut self,
        line_idx: usize,
        indent: usize,
        is_wanted: bool,
        path: &str,
    ) -> usize {
        let text = self.draft.text;
        let indent_of = |line: &Line| n_blanks(line.text(text));
        let is_blank = |line: &Line| line.text(text).trim().is_empty();
        let body = self.lines.get(line_idx + 1..).unwrap_or_default();
        let n_body = body
            .iter()
            .take_while(|line| is_blank(line) || indent_of(line) > indent)
            .count();
        let next = line_idx + 1 + n_body;
        let body = body.get(..n_body).unwrap_or_default();
        let n_body = body
            .iter()
            .rposition(|line| !is_blank(line))
            .map_or(0, |last| last + 1);
        let body = body.get(..n_body).unwrap_or_default();
        let Some(first) = body.iter().find(|line| !is_blank(line)) else {
            return next;
        };
        if !is_wanted {
            return next;
        }
        let body_indent = indent_of(first);
        let n_skipped = body.iter().take_while(|line| is_blank(line)).count();
        let mut pieces = Vec::new();
        let last_idx = body.len().saturating_sub(1);
        for (idx, line) in body.iter().enumerate().skip(n_skipped) {
            let start = (line.start + body_indent.min(indent_of(line))).min(line.end);
            let mut push = |start: usize, end: usize| scalar::push(&mut pieces, start, end);
            push(
                start,
                if idx == last_idx {
                    line.start + line.text(text).trim_end().len()
                } else {
                    line.end
                },
            );
            if idx < last_idx {
                push(line.next - 1, line.next);
            }
        }
        let prefix = text
            .get(first.start..first.start + body_indent)
            .unwrap_or_default()
            .to_owned();
        self.unit(pieces, Notation::YamlBlock, prefix, path);
        next
    }

    fn quoted(&mut self, line_idx: usize, at: usize, is_wanted: bool, path: &str) -> usize {
        let text = self.draft.text;
        let end = self.lines.last().map_or(at, |line| line.end);
        let Some((pieces, close)) = scalar::quoted(text, at, end) else {
            return line_idx + 1;
        };
        let after = self.lines.partition_point(|line| line.start <= close);
        let rest = self
            .lines
            .get(after.saturating_sub(1))
            .map_or("", |line| text.get(close + 1..line.end).unwrap_or_default());
        if is_wanted && (rest.trim().is_empty() || rest.trim_start().starts_with('#')) {
            let notation = notation_of(text, at);
            self.unit(pieces, notation, String::new(), path);
        }
        after
    }

    /// A flow sequence: its scalars are units when it is wanted.
    fn flow(&mut self, line_idx: usize, at: usize, is_wanted: bool, path: &str) -> usize {
        let text = self.draft.text;
        let end = self.lines.last().map_or(at, |line| line.end);
        let Some((items, close)) = scalar::flow(text, at, end) else {
            return line_idx + 1;
        };
        for (start, pieces) in items.into_iter().filter(|_| is_wanted) {
            let notation = notation_of(text, start);
            self.unit(pieces, notation, String::new(), path);
        }
        self.lines.partition_point(|line| line.start <= close)
    }

    fn plain(
        &mut self,
        line_idx: usize,
        at: usize,
        indent: usize,
        is_wanted: bool,
        path: &str,
    ) -> usize {
        let (text, line) = (self.draft.text, self.lines[line_idx]);
        let mut pieces = Vec::new();
        let mut next = line_idx + 1;
        let first_end = scalar::plain_end(text, at, line.end);
        scalar::push(&mut pieces, at, first_end);
        let mut prefix = " ".repeat(indent + 2);
        if text
            .get(first_end..line.end)
            .is_some_and(|rest| rest.trim().is_empty())
        {
            while let Some(more) = self.lines.get(next) {
                let n_indent = n_blanks(more.text(text));
                let body = more.text(text).get(n_indent..).unwrap_or_default();
                if n_indent <= indent || body.is_empty() || body.starts_with('#') {
                    break;
                }
                let before = self.lines[next - 1];
                scalar::push(&mut pieces, before.next - 1, before.next);
                let start = more.start + n_indent;
                scalar::push(&mut pieces, start, scalar::plain_end(text, start, more.end));
                prefix = more
                    .text(text)
                    .get(..n_indent)
                    .unwrap_or_default()
                    .to_owned();
                next += 1;
            }
        }
        if is_wanted {
            self.unit(pieces, Notation::YamlPlain, prefix, path);
        }
        next
    }

    fn unit(&mut self, pieces: Vec<Piece>, notation: Notation, prefix: String, path: &str) {
        let text = self.draft.text;
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
            return;
        };
        let whole = first.range().start..last.range().end;
        let has_words = text
            .get(whole.clone())
            .is_some_and(|whole| whole.chars().any(char::is_alphabetic));
        if !has_words || trimmed(text, whole.clone()).is_none() {
            return;
        }
        if notation == Notation::YamlPlain
            && matches!(
                text.get(whole),
                Some("true" | "false" | "null" | "yes" | "no")
            )
        {
            return;
        }
        self.draft.units.push(UnitDraft {
            kind: UnitKind::FrontMatter,
            block: self.block,
            notation,
            key: Some(path.to_owned()),
            prefix,
            pieces,
            codes: Vec::new(),
        });
    }
}

fn notation_of(text: &str, at: usize) -> Notation {
    match text.as_bytes().get(at) {
        Some(b'"') => Notation::DoubleQuoted,
        Some(b'\'') => Notation::YamlSingle,
        _ => Notation::YamlPlain,
    }
}

/// Splits `key: value` into the key and where its value's blanks start.
pub(crate) fn split_key(line: &str) -> Option<(String, usize)> {
    let quote = line.chars().next().filter(|c| matches!(c, '"' | '\''));
    if let Some(quote) = quote {
        let close = line.get(1..)?.find(quote)? + 2;
        let rest = line.get(close..)?.strip_prefix(':')?;
        let is_key = rest.is_empty() || rest.starts_with([' ', '\t']);
        return is_key.then(|| {
            (
                line.get(1..close - 1).unwrap_or_default().to_owned(),
                close + 1,
            )
        });
    }
    if line.starts_with(['[', '{', '#', '&', '*', '!', '|', '>', '%', '@', '`', ',']) {
        return None;
    }
    let mut from = 0;
    while let Some(at) = line.get(from..)?.find([':', '#']) {
        let at = from + at;
        let rest = line.get(at + 1..)?;
        let is_hash = line.as_bytes().get(at) == Some(&b'#');
        if is_hash && line.get(..at)?.ends_with([' ', '\t']) {
            return None;
        }
        if !is_hash && (rest.is_empty() || rest.starts_with([' ', '\t'])) {
            let key = line.get(..at)?.trim();
            return (!key.is_empty()).then(|| (key.to_owned(), at + 1));
        }
        from = at + 1;
    }
    None
}
