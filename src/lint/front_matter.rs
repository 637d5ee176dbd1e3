//! The keys of a document's front matter that are not to translate but steer the page.

use crate::document::block::BlockKind;
use crate::document::document::Document;
use crate::text::span::Span;

/// A top-level key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its name.
    pub name: String,
    /// Its value, quotes and comments left out; lines of a nested value are joined.
    pub value: String,
    /// All its lines, the last line break left out.
    pub span: Span,
    /// Whether it is one line.
    pub is_plain: bool,
}

/// The front matter of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The whole block, its fences included.
    pub span: Span,
    /// Whether it is TOML.
    pub is_toml: bool,
    /// The top-level keys in the order of the file.
    pub keys: Vec<Key>,
    /// Where its last line ends: a key can be added there.
    pub end: u32,
}

impl FrontMatter {
    /// Reads the front matter of a document; none where there is none, or where it never closes.
    pub fn of(document: &Document) -> Option<Self> {
        let mut blocks = document.blocks.iter();
        let block = blocks.find(|block| block.kind == BlockKind::FrontMatter)?;
        let text = document.source.slice(block.span);
        let fence = text
            .trim_start_matches('\u{feff}')
            .lines()
            .next()?
            .trim_end();
        let is_toml = fence == "+++";
        let last = text.trim_end().rsplit('\n').next()?.trim_end();
        if last != fence && last != "..." {
            return None;
        }
        let mut keys: Vec<Key> = Vec::new();
        let (mut at, mut end) = (block.span.start, block.span.start);
        for (line_idx, line) in text.split_inclusive('\n').enumerate() {
            let start = at;
            at += Span::of(0..line.len()).end;
            let bare = line.trim_end();
            if line_idx == 0 {
                end = at;
                continue;
            }
            if bare == fence || bare == "..." {
                break;
            }
            if is_toml && bare.starts_with('[') {
                break;
            }
            end = at;
            let line_end = start + Span::of(0..bare.len()).end;
            if bare.starts_with([' ', '\t', '-', ']', '}']) {
                if let Some(key) = keys.last_mut().filter(|_| !is_comment(bare)) {
                    key.value.push('\n');
                    key.value.push_str(bare);
                    key.span.end = line_end;
                    key.is_plain = false;
                }
            } else if let Some((name, value)) = split(bare, is_toml) {
                keys.push(Key {
                    name: name.to_owned(),
                    value: plain(value),
                    span: Span::new(start, line_end),
                    is_plain: true,
                });
            }
        }
        Some(Self {
            span: block.span,
            is_toml,
            keys,
            end,
        })
    }

    /// Returns a key.
    pub fn key(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

fn is_comment(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#')
}

fn split(line: &str, is_toml: bool) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(if is_toml { '=' } else { ':' })?;
    let name = name.trim().trim_matches(['"', '\'']);
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let has_gap = is_toml || value.is_empty() || value.starts_with([' ', '\t']);
    (has_gap && !name.is_empty() && name.chars().all(is_name)).then_some((name, value))
}

/// A value without its quotes or the comment behind it.
fn plain(value: &str) -> String {
    let value = value.trim();
    for quote in ['"', '\''] {
        let quoted = value
            .strip_prefix(quote)
            .and_then(|rest| rest.split_once(quote));
        if let Some((inner, _)) = quoted {
            return inner.to_owned();
        }
    }
    let bare = value.split(" #").next().unwrap_or_default();
    match bare.starts_with('#') {
        true => String::new(),
        false => bare.trim().to_owned(),
    }
}
