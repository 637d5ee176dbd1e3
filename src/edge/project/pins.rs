//! What a draft itself says of its source: a commit in its front matter (Hugo's `default_lang_commit`, MDN's and OpenTelemetry's
//! `l10n.sourceCommit`), or the source's text in comments before its translation (Kubernetes, mdbook-transcheck).

use crate::document::document::Document;
use crate::markdown::read;
use crate::markdown::settings::ReadSettings;
use crate::text::lang::Lang;
use crate::text::source::Source;

/// Returns the commit of the source that the front matter names.
pub fn commit(text: &str) -> Option<String> {
    let text = text.trim_start_matches('\u{feff}');
    let fence = ["---", "+++"]
        .into_iter()
        .find(|fence| text.starts_with(fence))?;
    let mut lines = text
        .lines()
        .skip(1)
        .take_while(|line| line.trim_end() != fence);
    lines.find_map(|line| {
        let (key, value) = line.split_once([':', '='])?;
        let key = key.trim().trim_matches('"');
        let is_pin = matches!(
            key,
            "default_lang_commit" | "sourceCommit" | "source_commit" | "l10n.sourceCommit"
        );
        let value = value.split('#').next().unwrap_or_default();
        let value = value.trim().trim_matches(['"', '\'']);
        let is_hash =
            (7..=64).contains(&value.len()) && value.chars().all(|c| c.is_ascii_hexdigit());
        (is_pin && is_hash).then(|| value.to_owned())
    })
}

/// Returns the source's texts that comments quote, each with the draft's units behind it: as many as the comment has.
pub fn quoted(draft: &Document, lang: &Lang) -> Vec<(Vec<String>, Vec<usize>)> {
    let mut found = Vec::new();
    let starts: Vec<u32> = draft
        .comments
        .iter()
        .map(|comment| comment.span.start)
        .collect();
    for (at, comment) in draft.comments.iter().enumerate() {
        let file = Source::new("", comment.text.clone());
        let quoted = read::read(&file, lang, &ReadSettings::default());
        let end = starts.get(at + 1).copied().unwrap_or(u32::MAX);
        let behind = draft.units.iter().enumerate();
        let behind = behind.filter(|(_, unit)| (comment.span.end..end).contains(&unit.span.start));
        let behind: Vec<usize> = behind.map(|(at, _)| at).collect();
        let texts: Vec<String> = quoted
            .unit_ids()
            .map(|unit| quoted.text(unit).to_owned())
            .collect();
        let is_alike = quoted.units.iter().zip(&behind).all(|(one, other)| {
            let other = draft.units[*other].kind;
            std::mem::discriminant(&one.kind) == std::mem::discriminant(&other)
        });
        // A remark of the translator's is no source.
        if texts.is_empty()
            || texts.len() != behind.len()
            || !is_alike
            || is_of(&comment.text, draft)
        {
            continue;
        }
        found.extend(
            texts
                .into_iter()
                .zip(behind)
                .map(|(text, at)| (vec![text], vec![at])),
        );
    }
    found
}

/// Tells whether a text is written in the draft's own script: a comment of the translator's.
fn is_of(text: &str, draft: &Document) -> bool {
    use crate::text::script::is_han;
    let n_han = text.chars().filter(|c| is_han(*c)).count();
    let n_letters = text.chars().filter(|c| c.is_alphabetic()).count();
    match draft.lang.uses_han() {
        true => n_han * 10 > n_letters,
        false => n_han == 0,
    }
}
