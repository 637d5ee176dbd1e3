//! The rule `punct/cjk`.

use crate::lint::context::PairCx;
use crate::lint::fix::Applicability;
use crate::lint::fix::Fix;
use crate::lint::han;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::edit::Edit;
use crate::text::script::is_cjk_punctuation;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

crate::declare_rule! {
    /// Finds Chinese punctuation and full-width letters and digits in a target of another script. Beside Han characters they belong
    /// to the Chinese text, which `left/han` looks at. A pair of brackets is one finding.
    ///
    /// ## Why it matters
    /// They look out of place, break at the wrong end of a line, and cannot be searched for.
    ///
    /// ```bad
    /// zh: 模型、数据和算力都重要。
    /// en: Models、data and compute all matter.
    /// ```
    ///
    /// ```good
    /// zh: 模型、数据和算力都重要。
    /// en: Models, data and compute all matter.
    /// ```
    "punct/cjk" {
        severity: Error,
        mqm: "typography",
        since: "0.1.0",
        message: "“{ $mark }” belongs to Chinese text",
        check: Check::Draft(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    if cx.target.document.lang.uses_han() || cx.target.document.lang.primary() == "ko" {
        return;
    }
    let prose = cx.target_prose();
    for (_, range) in prose.units() {
        let text = prose.text.get(range.clone()).unwrap_or_default();
        for found in flaws(text) {
            let at = cx.target_at(range.start + found.start..range.start + found.end);
            let written = text.get(found.clone()).unwrap_or_default();
            let fix = mend(text, &found).filter(|_| at.source.slice(at.span) == written);
            let edit = fix.map(|text| Edit {
                span: at.span,
                text,
            });
            let marks: String = written.chars().filter(|c| is_flaw(*c)).collect();
            let finding = sink.report(at);
            finding.arg("mark", marks);
            finding.fix = edit.map(|edit| Fix {
                edits: vec![edit],
                applicability: Applicability::Safe,
            });
        }
    }
}

const fn is_double(c: char) -> bool {
    matches!(c, '\u{2026}')
}

fn is_flaw(c: char) -> bool {
    is_cjk_punctuation(c) || is_double(c)
}

/// Runs of marks, a bracket joined with its partner.
fn flaws(text: &str) -> Vec<Range<usize>> {
    let is_clean = |c: char| c.is_ascii() || !is_flaw(c);
    if text.chars().all(is_clean) {
        return Vec::new();
    }
    let han = han::runs(text);
    let is_chinese = |at: usize| {
        let n_before = han.partition_point(|run| run.start <= at);
        n_before
            .checked_sub(1)
            .and_then(|idx| han.get(idx))
            .is_some_and(|run| at < run.end)
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Vec<(char, usize)> = Vec::new();
    for (at, c) in text.char_indices() {
        let is_ellipsis = is_double(c)
            && text
                .get(at + c.len_utf8()..)
                .is_some_and(|rest| rest.starts_with(c));
        let is_second = is_double(c) && text.get(..at).is_some_and(|before| before.ends_with(c));
        let is_mark = is_cjk_punctuation(c) || is_ellipsis || is_second;
        if !is_mark || is_chinese(at) {
            continue;
        }
        let end = at + c.len_utf8();
        if let Some(flaw_idx) =
            opener(c).and_then(|opener| open.iter().rposition(|(mark, _)| *mark == opener))
        {
            let (_, flaw_idx) = open.remove(flaw_idx);
            found.truncate(flaw_idx + 1);
            open.retain(|(_, idx)| *idx <= flaw_idx);
            if let Some(flaw) = found.get_mut(flaw_idx) {
                flaw.end = end;
                continue;
            }
        }
        match found.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = end,
            None => found.push(at..end),
        }
        open.push((c, found.len() - 1));
    }
    found
}

fn opener(close: char) -> Option<char> {
    let pairs = [
        "\u{ff08}\u{ff09}",
        "\u{300a}\u{300b}",
        "\u{3008}\u{3009}",
        "\u{300c}\u{300d}",
        "\u{300e}\u{300f}",
        "\u{3010}\u{3011}",
        "\u{ff3b}\u{ff3d}",
    ];
    pairs
        .iter()
        .find(|pair| pair.ends_with(close))
        .and_then(|pair| pair.chars().next())
}

/// What stands for a run in Western text, where that is certain.
fn mend(text: &str, found: &Range<usize>) -> Option<String> {
    let written = text.get(found.clone())?;
    let next = text.get(found.end..)?.chars().next();
    if written.chars().all(is_double) {
        return Some('\u{2026}'.to_string());
    }
    let is_width = |c: char| matches!(c, '\u{ff01}'..='\u{ff5e}');
    if written
        .chars()
        .all(|c| is_width(c) && c.nfkc().all(char::is_alphanumeric))
    {
        return Some(written.nfkc().collect());
    }
    let mark = match written {
        "\u{3001}" | "\u{ff0c}" => ",",
        "\u{3002}" => ".",
        "\u{ff1b}" => ";",
        "\u{ff1a}" => ":",
        "\u{ff01}" => "!",
        "\u{ff1f}" => "?",
        "\u{3000}" => return Some(" ".to_owned()),
        _ => return None,
    };
    let needs_space = next.is_some_and(|c| c.is_alphanumeric());
    Some(format!("{mark}{}", if needs_space { " " } else { "" }))
}
