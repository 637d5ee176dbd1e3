//! The rule `markup/unbalanced`.

use crate::document::problem::ProblemKind;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::lint::context::PairCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use std::ops::Range;

crate::declare_rule! {
    /// Finds marks of Markdown that stay literal in the target: a `**` without its partner, a link whose bracket and parenthesis
    /// do not meet, a lone backtick. Marks that are literal in the source too are left in peace, and so are escaped ones.
    ///
    /// ## Why it matters
    /// The reader sees asterisks instead of bold type, or a bare address instead of a link.
    ///
    /// ```bad
    /// zh: **注意**：不要删除。
    /// en: **Note: do not delete it.
    /// ```
    ///
    /// ```good
    /// zh: **注意**：文件名匹配 `**/*.md`。
    /// en: **Note**: file names match `**/*.md`.
    /// ```
    "markup/unbalanced" {
        severity: Warning,
        mqm: "markup",
        since: "0.1.0",
        message: "“{ $mark }” is shown as it stands: its partner is missing or cannot be one",
        supersedes: &["markup/emphasis"],
        check: Check::Draft(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    let prose = cx.target_prose();
    if !prose.text.contains(['*', '`', ']', '_']) {
        return;
    }
    let source = &cx.source_prose().text;
    for (unit, range) in prose.units() {
        let text = prose.text.get(range.clone()).unwrap_or_default();
        if !is_markdown(cx, unit) {
            continue;
        }
        let Some(found) = stray(text, source) else {
            continue;
        };
        let at = cx.target_at(range.start + found.start..range.start + found.end);
        let mut problems = cx.target.document.problems.iter();
        // `syntax/emphasis-unclosed` says why.
        if problems.any(|problem| {
            problem.kind == ProblemKind::EmphasisUnclosed && problem.span.overlaps(at.span)
        }) {
            continue;
        }
        let mark = text.get(found).unwrap_or_default();
        sink.report(at).arg("mark", mark);
    }
}

/// Front matter, attributes and text inside HTML are not read as Markdown.
fn is_markdown(cx: &PairCx<'_>, unit: UnitId) -> bool {
    !matches!(
        cx.target.document.unit(unit).kind,
        UnitKind::FrontMatter | UnitKind::Attribute | UnitKind::HtmlText | UnitKind::DirectiveTitle
    )
}

/// The first mark that stands literally and is none in the source.
fn stray(text: &str, source: &str) -> Option<Range<usize>> {
    let is_in_source = |mark: &str| source.contains(mark);
    let strays = ["**", "](", "`"];
    let found = strays
        .iter()
        .filter(|mark| !is_in_source(mark))
        .filter_map(|mark| {
            let mut places = text.match_indices(mark);
            places
                .find(|(at, _)| is_stray(text, *at, mark))
                .map(|(at, _)| at..at + mark.len())
        });
    found.min_by_key(|range| range.start)
}

fn is_stray(text: &str, at: usize, mark: &str) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let after = text
        .get(at + mark.len()..)
        .and_then(|text| text.chars().next());
    if before == Some('\\') {
        return false;
    }
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match mark {
        // A power (`2**3`), a glob (`**/*.md`) and a row of stars are no emphasis.
        "**" => {
            let is_row = before == Some('*') || after == Some('*');
            let is_glob = before == Some('/') || after == Some('/');
            let is_power = is_letter(before) && is_letter(after);
            let is_loose =
                before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace);
            !is_row && !is_glob && !is_power && !is_loose
        }
        // One end of a link is there and the other is not; with both or neither it may be code that is written as text.
        "](" => {
            let start = text.get(..at).and_then(|text| text.rfind('['));
            let is_closed = text.get(at..).is_some_and(|rest| rest.contains(')'));
            start.is_some() != is_closed
        }
        _ => is_letter(before) || is_letter(after),
    }
}
