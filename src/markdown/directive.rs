//! The lines that open and close containers CommonMark does not know: `:::`, `!!!`, `???`, `===`.

use std::ops::Range;

/// A line of a directive; ranges are of the line's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Marker {
    /// `:::name title`: how many colons, and the title.
    Open(usize, Option<Range<usize>>),
    /// `:::` alone.
    Close(usize),
    /// `:::name title :::` on one line.
    Whole(Option<Range<usize>>),
}

/// Reads a `:::` line.
pub(crate) fn colons(line: &str) -> Option<Marker> {
    let line = line.trim_end();
    let n_colons = line.len() - line.trim_start_matches(':').len();
    if n_colons < 3 {
        return None;
    }
    let body = line.get(n_colons..)?;
    if body.trim().is_empty() {
        return Some(Marker::Close(n_colons));
    }
    let stripped = body.trim_end_matches(':');
    let is_whole = body.len() - stripped.len() >= 3;
    let end = n_colons
        + if is_whole {
            stripped.trim_end().len()
        } else {
            body.len()
        };
    let start = n_colons + body.len() - body.trim_start().len();
    let name = line.get(start..end)?;
    let name_end = if name.starts_with('{') {
        start + name.find('}')? + 1
    } else {
        let stop = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.' | ':'));
        start + name.find(stop).unwrap_or(name.len())
    };
    if name_end == start {
        return None;
    }
    let title = title(line, name_end..end);
    Some(if is_whole {
        Marker::Whole(title)
    } else {
        Marker::Open(n_colons, title)
    })
}

/// Finds the title in what follows a directive's name.
fn title(line: &str, rest: Range<usize>) -> Option<Range<usize>> {
    let text = line.get(rest.clone())?;
    if let Some(label) = text.trim_start().strip_prefix('[') {
        let start = rest.end - label.len();
        let close = closing_bracket(label)?;
        return trim(line, start..start + close);
    }
    let mut end = rest.end;
    let bare = text.trim_end();
    if bare.ends_with('}') {
        end = rest.start
            + bare
                .rfind('{')
                .filter(|open| !bare[..*open].ends_with('{'))?;
    }
    trim(line, rest.start..end)
}

/// Returns where the bracket that is open before `label` closes.
fn closing_bracket(label: &str) -> Option<usize> {
    let mut depth = 1_usize;
    for (at, c) in label.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

fn trim(line: &str, range: Range<usize>) -> Option<Range<usize>> {
    let text = line.get(range.clone())?;
    let start = range.start + text.len() - text.trim_start().len();
    let end = range.start + text.trim_end().len();
    (start < end).then_some(start..end)
}

/// Reads a line of MkDocs: an admonition (`!!!`, `???`, `???+`) or a tab (`===`); returns its title.
/// `is_sure` is false when only an indented line after it makes it one.
pub(crate) fn mkdocs(line: &str) -> Option<(Option<Range<usize>>, bool)> {
    let line = line.trim_end();
    let after = ["!!!", "???+", "???", "===!", "===+", "==="]
        .iter()
        .find_map(|mark| line.strip_prefix(mark))?;
    let is_tab = line.starts_with('=');
    if !after.starts_with([' ', '\t']) {
        return None;
    }
    let rest = after.trim_start();
    let start = line.len() - rest.len();
    let Some(quote) = rest.find('"') else {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' ');
        return (!is_tab && !rest.is_empty() && rest.chars().all(is_name)).then_some((None, false));
    };
    let name = rest.get(..quote)?;
    let is_name = name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' '));
    let title = rest.get(quote + 1..)?.strip_suffix('"')?;
    if !is_name || is_tab != name.is_empty() {
        return None;
    }
    let title_start = start + quote + 1;
    Some((trim(line, title_start..title_start + title.len()), true))
}
