//! Edits as a unified diff.

use crate::text::edit;
use crate::text::edit::Edit;
use crate::text::similarity;
use crate::text::source::Source;
use crate::text::span::Span;
use std::io;
use std::io::Write;

const CONTEXT: u32 = 3;

/// One run of changed lines: first and last line, and the edits inside.
struct Hunk {
    first: u32,
    last: u32,
    edits: Vec<Edit>,
}

/// Writes what `edits` change in a file, as `diff -u` would.
pub fn write(source: &Source, edits: &[Edit], out: &mut dyn Write) -> io::Result<()> {
    let hunks = hunks(source, edits);
    if hunks.is_empty() {
        return Ok(());
    }
    writeln!(out, "--- a/{0}\n+++ b/{0}", source.name())?;
    let n_lines = source.n_lines();
    let mut shift = 0_i64;
    for hunk in hunks {
        let place = whole_lines(source, hunk.first, hunk.last);
        let old = source.slice(place);
        let edits: Vec<Edit> = hunk
            .edits
            .iter()
            .map(|edit| moved(edit, place.start))
            .collect();
        let (new, _) = edit::apply(old, &edits);
        let first = hunk.first.saturating_sub(CONTEXT).max(1);
        let last = (hunk.last + CONTEXT).min(n_lines);
        let before = source.slice(whole_lines_before(source, first, hunk.first));
        let after = if last > hunk.last {
            source.slice(whole_lines(source, hunk.last + 1, last))
        } else {
            ""
        };
        let n_context = before.split_inclusive('\n').count() + after.split_inclusive('\n').count();
        let (n_old, n_new) = (
            n_context + old.split_inclusive('\n').count(),
            n_context + new.split_inclusive('\n').count(),
        );
        writeln!(
            out,
            "@@ -{first},{n_old} +{},{n_new} @@",
            i64::from(first) + shift
        )?;
        shift +=
            i64::try_from(n_new).unwrap_or_default() - i64::try_from(n_old).unwrap_or_default();
        lines(' ', before, out)?;
        let mut from = 0;
        for edit in similarity::line_edits(old, &new) {
            let range = edit.span.range();
            lines(' ', &old[from..range.start], out)?;
            lines('-', &old[range.clone()], out)?;
            lines('+', &edit.text, out)?;
            from = range.end;
        }
        lines(' ', &old[from..], out)?;
        lines(' ', after, out)?;
    }
    Ok(())
}

fn lines(mark: char, text: &str, out: &mut dyn Write) -> io::Result<()> {
    for line in text.split_inclusive('\n') {
        write!(out, "{mark}{line}")?;
        if !line.ends_with('\n') {
            writeln!(out, "\n\\ No newline at end of file")?;
        }
    }
    Ok(())
}

fn hunks(source: &Source, edits: &[Edit]) -> Vec<Hunk> {
    let mut ordered: Vec<&Edit> = edits.iter().collect();
    ordered.sort_by_key(|edit| edit.span);
    let mut hunks: Vec<Hunk> = Vec::new();
    for edit in ordered {
        let first = source.line_of(edit.span.start);
        let last = source.line_of(edit.span.end).max(first);
        match hunks
            .last_mut()
            .filter(|hunk| first <= hunk.last + 2 * CONTEXT)
        {
            Some(hunk) => {
                hunk.last = hunk.last.max(last);
                hunk.edits.push(edit.clone());
            }
            None => hunks.push(Hunk {
                first,
                last,
                edits: vec![edit.clone()],
            }),
        }
    }
    hunks
}

/// The bytes of lines `first` to `last`, the last one's line break included.
fn whole_lines(source: &Source, first: u32, last: u32) -> Span {
    let end = if last >= source.n_lines() {
        Span::of(0..source.text().len()).end
    } else {
        source.line_span(last + 1).start
    };
    Span::new(source.line_span(first).start, end)
}

/// The bytes of the lines from `first` up to, not including, `end`.
fn whole_lines_before(source: &Source, first: u32, end: u32) -> Span {
    Span::new(source.line_span(first).start, source.line_span(end).start)
}

fn moved(edit: &Edit, start: u32) -> Edit {
    let Span { start: from, end } = edit.span;
    Edit {
        span: Span::new(from.saturating_sub(start), end.saturating_sub(start)),
        text: edit.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::text::edit::Edit;
    use crate::text::source::Source;
    use crate::text::span::Span;

    #[test]
    fn edits_are_shown_as_a_patch() {
        let source = Source::new("a.md", "1\n2\n3\n4\nfive 5\n6\n7\n8\n9");
        let at = source.text().find("five").unwrap();
        let edits = [Edit {
            span: Span::of(at..at + 4),
            text: "FIVE".into(),
        }];
        let mut out = Vec::new();
        write(&source, &edits, &mut out).unwrap();
        let wanted =
            "--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-five 5\n+FIVE 5\n 6\n 7\n 8\n";
        assert_eq!(String::from_utf8(out).unwrap(), wanted);
    }
}
