//! Front matter: where it ends, whether it is valid, and which of its values are text to translate.

use crate::document::block::BlockKind;
use crate::document::problem::ProblemKind;
use crate::markdown::draft::Draft;
use crate::markdown::lines::Line;
use crate::markdown::settings::ReadSettings;
use crate::markdown::toml_values;
use crate::markdown::yaml_values;
use serde::de::IgnoredAny;

/// A block this long is not asked of the YAML parser: it is no front matter a person wrote.
const LONGEST: usize = 1 << 20;

/// Names every key.
pub(crate) const ALL: &str = "*";

/// Reads front matter at the start of a file and returns how many lines it takes.
pub(crate) fn read(draft: &mut Draft<'_>, lines: &[Line], settings: &ReadSettings) -> usize {
    let text = draft.text;
    let Some(first) = lines.first() else { return 0 };
    let fence = first.text(text).trim_start_matches('\u{feff}').trim_end();
    if fence != "---" && fence != "+++" {
        return 0;
    }
    let is_close = |line: &Line| {
        let bare = line.text(text).trim_end();
        bare == fence || (fence == "---" && bare == "...")
    };
    let close = lines.iter().skip(1).position(is_close).map(|at| at + 1);
    let is_toml = fence == "+++";
    let Some(close) = close else {
        return unclosed(draft, lines, settings, is_toml);
    };
    let body = lines.get(1..close).unwrap_or_default();
    if !body.is_empty()
        && !body
            .iter()
            .any(|line| looks_like_key(line.text(text), is_toml))
    {
        return 0;
    }
    let span = first.start..lines.get(close).map_or(first.end, |line| line.end);
    let block = draft.block(BlockKind::FrontMatter, span.clone());
    if is_toml {
        toml_values::read(draft, body, settings, block);
    } else {
        if let Some(flaw) = flaw(text.get(first.next..lines[close].start).unwrap_or_default()) {
            draft.problem(ProblemKind::FrontMatterMalformed, span, flaw);
        }
        yaml_values::read(draft, body, settings, block);
    }
    close + 1
}

/// Front matter that never closes: its key lines are front matter all the same, the rest is Markdown.
fn unclosed(
    draft: &mut Draft<'_>,
    lines: &[Line],
    settings: &ReadSettings,
    is_toml: bool,
) -> usize {
    let text = draft.text;
    let body = lines.get(1..).unwrap_or_default();
    let is_value = |line: &&Line| {
        let line = line.text(text);
        looks_like_key(line, is_toml)
            || line.starts_with([' ', '\t', '-']) && !line.trim().is_empty()
    };
    if !body
        .first()
        .is_some_and(|line| looks_like_key(line.text(text), is_toml))
    {
        return 0;
    }
    let n_values = body.iter().take_while(is_value).count();
    let body = body.get(..n_values).unwrap_or_default();
    let span = lines[0].start..body.last().map_or(lines[0].end, |line| line.end);
    let block = draft.block(BlockKind::FrontMatter, span.clone());
    draft.problem(ProblemKind::FrontMatterMalformed, span, "");
    if is_toml {
        toml_values::read(draft, body, settings, block);
    } else {
        yaml_values::read(draft, body, settings, block);
    }
    n_values + 1
}

/// Tells whether a line is `key: …` (or `key = …`, `[table]`).
fn looks_like_key(line: &str, is_toml: bool) -> bool {
    if is_toml {
        return line.contains('=') || line.starts_with('[');
    }
    match yaml_values::split_key(line) {
        Some((key, _)) => key.len() <= 100 && !line.starts_with([' ', '\t']),
        None => false,
    }
}

/// Returns what the YAML parser has to say against a block.
pub(crate) fn flaw(yaml: &str) -> Option<String> {
    if yaml.len() > LONGEST || yaml.trim().is_empty() {
        return None;
    }
    let options = serde_yaml::options! { with_snippet: false, reject_unsupported_tags: false };
    let read = serde_yaml::from_str_with_options::<IgnoredAny>(yaml, options);
    read.err().map(|error| {
        error
            .to_string()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned()
    })
}

/// Tells whether the values of a key are translated: the list names whole dotted keys or last parts.
pub(crate) fn is_listed(settings: &ReadSettings, path: &str) -> bool {
    let last = path.rsplit('.').next().unwrap_or(path);
    settings
        .front_matter
        .iter()
        .any(|listed| listed == path || listed == last || listed == ALL)
}
