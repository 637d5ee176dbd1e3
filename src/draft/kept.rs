//! Which inline codes a new translation must have: those of its source, or of the translation that stood there before.

use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::unit::UnitId;
use crate::draft::filling::Refusal;
use std::collections::BTreeMap;

/// Codes that a translation keeps, as often as its source has them. Emphasis and line breaks are the translator's own.
const KEPT: &[CodeKind] = &[
    CodeKind::Code,
    CodeKind::Math,
    CodeKind::Link,
    CodeKind::Image,
    CodeKind::Autolink,
    CodeKind::Html,
    CodeKind::Footnote,
    CodeKind::Expression,
    CodeKind::Shortcode,
    CodeKind::HeadingId,
    CodeKind::TaskMarker,
];

/// How codes are counted: what they hold, and how often.
type Counts = BTreeMap<(CodeKind, String), usize>;

/// Compares the codes of a new translation with those of its source and of the translation before; one of the two must be met.
pub fn flaw(
    (source, source_units): (&Document, &[UnitId]),
    (before, before_units): (&Document, &[UnitId]),
    (after, after_units): (&Document, &[UnitId]),
    locale_map: &[(String, String)],
) -> Option<Refusal> {
    let now = counts(after, after_units, &[]);
    let of_source = counts(source, source_units, &[]);
    let localized = counts(source, source_units, locale_map);
    let of_before = counts(before, before_units, &[]);
    // A link may lead where its source leads, or where the translation before led.
    let first = difference(&of_source, &now);
    let has_before = !before_units.is_empty();
    let is_met = first.is_none()
        || difference(&localized, &now).is_none()
        || (has_before && difference(&of_before, &now).is_none());
    if is_met {
        return None;
    }
    match has_before {
        true => merged(&now, &of_source, &of_before),
        false => first,
    }
}

/// Tells what is wrong where some codes are the source's and others those of the translation before.
fn merged(now: &Counts, source: &Counts, before: &Counts) -> Option<Refusal> {
    let per_kind = |counts: &Counts, kind: CodeKind| -> usize {
        let own = counts.iter().filter(|((other, _), _)| *other == kind);
        own.map(|(_, n)| *n).sum()
    };
    for (kind, content) in now.keys() {
        let key = (*kind, content.clone());
        if !source.contains_key(&key) && !before.contains_key(&key) {
            return Some(Refusal::Strange(content.clone()));
        }
    }
    for kind in KEPT {
        let n = per_kind(now, *kind);
        if n != per_kind(source, *kind) && n != per_kind(before, *kind) {
            return difference(source, now);
        }
    }
    None
}

fn difference(wanted: &Counts, now: &Counts) -> Option<Refusal> {
    let missing = wanted
        .iter()
        .find(|(key, n)| now.get(*key).copied().unwrap_or_default() < **n);
    let strange = now
        .iter()
        .find(|(key, n)| wanted.get(*key).copied().unwrap_or_default() < **n);
    match (missing, strange) {
        (Some(((_, content), _)), _) => Some(Refusal::Missing(content.clone())),
        (None, Some(((_, content), _))) => Some(Refusal::Strange(content.clone())),
        (None, None) => None,
    }
}

fn counts(document: &Document, units: &[UnitId], locale_map: &[(String, String)]) -> Counts {
    let mut counts = Counts::new();
    for unit in units {
        for code in document.codes(*unit) {
            if !KEPT.contains(&code.kind) {
                continue;
            }
            let mut content = match code.kind {
                CodeKind::Html => code.content.replace([' ', '/'], ""),
                _ => code.content.clone(),
            };
            let prefixes = locale_map.iter();
            if let Some((from, to)) = prefixes
                .into_iter()
                .find(|(from, _)| content.starts_with(from.as_str()))
            {
                content.replace_range(..from.len(), to);
            }
            *counts.entry((code.kind, content)).or_default() += 1;
        }
    }
    counts
}
