//! Inline markup that CommonMark does not know (shortcodes, mustaches, expressions, roles), found in running text.

use crate::document::inline::CodeKind;
use crate::markdown::draft::CodeDraft;
use crate::markdown::tag;
use std::collections::HashMap;
use std::ops::Range;

/// A piece of inline markup, in bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InlineMark {
    pub(crate) kind: CodeKind,
    pub(crate) span: Range<usize>,
}

/// Where in a chunk each closing mark can still be found: a mark that is not ahead is not sought again.
struct Ahead<'a> {
    text: &'a str,
    missing: Vec<&'static str>,
    /// How many more marks may fail to close before all that follow are text.
    n_left: usize,
}

impl<'a> Ahead<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            missing: Vec::new(),
            n_left: 200 + text.len() / 1000,
        }
    }

    /// Counts a mark that does not close.
    fn charge<T>(&mut self, found: Option<T>) -> Option<T> {
        if found.is_none() {
            self.n_left = self.n_left.saturating_sub(1);
        }
        found
    }

    fn find(&mut self, from: usize, mark: &'static str) -> Option<usize> {
        if self.missing.contains(&mark) {
            return None;
        }
        let found = self.text.get(from..)?.find(mark).map(|at| from + at);
        if found.is_none() {
            self.missing.push(mark);
        }
        found
    }
}

/// Finds the inline markup of a chunk of text that holds no blank line. `is_mdx`: braces are expressions, tags are JSX.
pub(crate) fn find(text: &str, chunk: Range<usize>, is_mdx: bool) -> Vec<InlineMark> {
    let Some(body) = text.get(chunk.clone()) else {
        return Vec::new();
    };
    let bytes = body.as_bytes();
    if !bytes.iter().any(|byte| matches!(byte, b'{' | b'<' | b':')) {
        return Vec::new();
    }
    let ticks = backticks(bytes);
    let mut ahead = Ahead::new(body);
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let found: Option<(CodeKind, usize)> = match byte {
            b'\\' => {
                at += 1 + body
                    .get(at + 1..)
                    .and_then(|rest| rest.chars().next())
                    .map_or(0, char::len_utf8);
                continue;
            }
            b'`' => {
                at = after_code(bytes, &ticks, at);
                continue;
            }
            b'{' => brace(body, at, is_mdx, &mut ahead),
            b'<' if body[at..].starts_with("<!--") => ahead
                .find(at + 4, "-->")
                .map(|end| (CodeKind::Comment, end + 3)),
            // A link's destination in angle brackets: `[text](<https://…>)`.
            b'<' if body[..at].ends_with("](") => {
                at += body[at..].find(['>', '\n']).unwrap_or(0) + 1;
                continue;
            }
            b'<' if is_mdx
                || bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase)
                || body[at..].starts_with("</") =>
            {
                let tag = if ahead.n_left > 0 {
                    tag::read(body, at)
                } else {
                    None
                };
                ahead.charge(tag).map(|tag| (CodeKind::Html, tag.span.end))
            }
            b':' => role(body, at)
                .map(|tick| (CodeKind::Shortcode, after_code(bytes, &ticks, tick)))
                .filter(|(_, end)| bytes.get(end - 1) == Some(&b'`')),
            _ => None,
        };
        match found {
            Some((kind, end)) => {
                marks.push(InlineMark {
                    kind,
                    span: chunk.start + at..chunk.start + end,
                });
                at = end;
            }
            None => at += 1,
        }
    }
    marks
}

/// Reads the mark that the range starts with.
pub(crate) fn at(text: &str, range: Range<usize>, is_mdx: bool) -> Option<InlineMark> {
    let body = text.get(range.clone())?;
    let (kind, end) = if body.starts_with('{') {
        brace(body, 0, is_mdx, &mut Ahead::new(body))?
    } else {
        return None;
    };
    Some(InlineMark {
        kind,
        span: range.start..range.start + end,
    })
}

/// Returns the code spans and shortcodes of a title.
pub(crate) fn title_codes(text: &str, range: Range<usize>) -> Vec<CodeDraft> {
    let body = text.get(range.clone()).unwrap_or_default();
    let ticks = backticks(body.as_bytes());
    let marks = find(text, range.clone(), false).into_iter();
    let mut codes: Vec<CodeDraft> = marks
        .map(|mark| CodeDraft {
            kind: mark.kind,
            span: mark.span,
            prose: None,
            content: None,
        })
        .collect();
    let mut at = 0;
    while let Some(open) = body
        .get(at..)
        .and_then(|rest| rest.find('`'))
        .map(|open| at + open)
    {
        let end = after_code(body.as_bytes(), &ticks, open);
        if end > open + 2 * run_len(body.as_bytes(), open) {
            codes.push(CodeDraft {
                kind: CodeKind::Code,
                span: range.start + open..range.start + end,
                prose: None,
                content: None,
            });
        }
        at = end;
    }
    codes
}

/// Reads what a `{` opens.
fn brace(body: &str, at: usize, is_mdx: bool, ahead: &mut Ahead<'_>) -> Option<(CodeKind, usize)> {
    let rest = &body[at..];
    for (open, close) in [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")] {
        if rest.starts_with(open) {
            return ahead
                .find(at + open.len(), close)
                .map(|end| (CodeKind::Shortcode, end + close.len()));
        }
    }
    if rest.starts_with("{{") {
        let end = ahead.find(at + 2, "}}")? + 2;
        let inner = body.get(at + 2..end - 2)?.trim_start();
        let is_macro = inner.starts_with(|c: char| c.is_ascii_alphabetic()) && inner.contains('(')
            || inner.starts_with('#');
        let kind = if is_macro && !is_mdx {
            CodeKind::Shortcode
        } else {
            CodeKind::Expression
        };
        return (!body[at..end].contains("\n\n")).then_some((kind, end));
    }
    if rest.starts_with("{/*") {
        return ahead
            .find(at + 3, "*/}")
            .map(|end| (CodeKind::Comment, end + 3));
    }
    if !is_mdx || rest.starts_with("{#") {
        return None;
    }
    let end = if ahead.n_left > 0 {
        tag::expression_end(body, at)
    } else {
        None
    };
    ahead.charge(end).map(|end| (CodeKind::Expression, end))
}

/// Reads `:role:` before a backtick; returns where the backtick is.
fn role(body: &str, at: usize) -> Option<usize> {
    let rest = body.get(at + 1..)?;
    let len = rest
        .bytes()
        .take(40)
        .take_while(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-' | b'.' | b'+'))
        .count();
    (len > 0 && rest.get(len..)?.starts_with(":`")).then_some(at + 1 + len + 1)
}

/// Positions of all backtick runs by their length.
fn backticks(bytes: &[u8]) -> HashMap<usize, Vec<usize>> {
    let mut runs: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let len = run_len(bytes, at);
        if *byte == b'`' {
            runs.entry(len).or_default().push(at);
            at += len;
        } else {
            at += 1;
        }
    }
    runs
}

fn run_len(bytes: &[u8], at: usize) -> usize {
    bytes
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take_while(|byte| **byte == b'`')
        .count()
}

/// Returns where the code span that opens at `at` ends, or the end of its backticks when it does not close.
fn after_code(bytes: &[u8], ticks: &HashMap<usize, Vec<usize>>, at: usize) -> usize {
    let len = run_len(bytes, at);
    let runs = ticks.get(&len).map(Vec::as_slice).unwrap_or_default();
    let next = runs.partition_point(|run| *run <= at);
    runs.get(next).map_or(at + len, |run| run + len)
}
