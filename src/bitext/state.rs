//! What alignment alone knows of a pair: translated by somebody, or not at all.

use crate::bitext::bitext::PairState;
use crate::bitext::wording;
use crate::document::document::Document;
use crate::document::prose::Prose;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::text::fingerprint;
use crate::text::script;

/// Returns the state of two sides, of which one may be empty.
pub(super) fn of(
    source: &Document,
    one: &[UnitId],
    target: &Document,
    other: &[UnitId],
) -> PairState {
    let is_ignored = |document: &Document, units: &[UnitId]| {
        units
            .iter()
            .any(|unit| !document.unit(*unit).is_translatable)
    };
    if is_ignored(source, one) || (one.is_empty() && is_ignored(target, other)) {
        return PairState::Ignored;
    }
    if (one.is_empty() && is_default_title(target, other))
        || (other.is_empty() && is_default_title(source, one))
    {
        return PairState::Ignored;
    }
    match (one, other) {
        ([], _) => PairState::Orphaned,
        (_, []) => PairState::Untranslated,
        _ if is_still_source(source, one, target, other) => PairState::Untranslated,
        _ => PairState::Unconfirmed,
    }
}

/// What site generators write over a directive that has no title of its own, and what authors write who want just that.
const DEFAULT_TITLES: &[&str] = &[
    "caution",
    "danger",
    "details",
    "important",
    "info",
    "note",
    "success",
    "tip",
    "warning",
    "信息",
    "备注",
    "危险",
    "小心",
    "成功",
    "提示",
    "注",
    "注意",
    "警告",
    "说明",
    "重要",
    "详情",
    "資訊",
    "備註",
    "危險",
    "說明",
    "詳情",
];

/// Tells whether these are titles that a directive has anyway: the other side may leave them out.
fn is_default_title(document: &Document, units: &[UnitId]) -> bool {
    units.iter().all(|unit| {
        let title = document.text(*unit).trim().to_lowercase();
        document.unit(*unit).kind == UnitKind::DirectiveTitle
            && DEFAULT_TITLES.contains(&title.as_str())
    })
}

/// Tells whether the target side is still written in the source's language.
fn is_still_source(source: &Document, one: &[UnitId], target: &Document, other: &[UnitId]) -> bool {
    let is_prose = |document: &Document, units: &[UnitId]| {
        units
            .iter()
            .all(|unit| document.unit(*unit).kind.is_prose())
    };
    if source.lang.primary() == target.lang.primary()
        || !is_prose(source, one)
        || !is_prose(target, other)
    {
        return false;
    }
    let prose = |document: &Document, units: &[UnitId]| -> String {
        units
            .iter()
            .map(|unit| Prose::of(document, *unit).text)
            .collect::<Vec<_>>()
            .join("\n")
    };
    let (source_prose, target_prose) = (prose(source, one), prose(target, other));
    let is_same = fingerprint::fold_space(&source_prose) == fingerprint::fold_space(&target_prose);
    let n_han = target_prose.chars().filter(|c| script::is_han(*c)).count();
    let n_letters = target_prose
        .chars()
        .filter(|c| script::is_spaced_letter(*c))
        .count();
    let is_message = |unit: &UnitId| source.unit(*unit).kind == UnitKind::Message;
    if is_same
        && one.iter().all(is_message)
        && wording::needs_translating(&source_prose, &source.lang, &target.lang)
    {
        return true;
    }
    if !target.lang.uses_han() {
        return (is_same && n_han > 0)
            || (source.lang.uses_han() && n_han >= 4 && n_han * 3 > n_letters);
    }
    // A sentence of words in a draft that should be in Han, the same as its source: names and code alone are no sentence.
    let n_words = target_prose
        .split_whitespace()
        .filter(|word| word.starts_with(char::is_lowercase))
        .count();
    is_same && !source.lang.uses_han() && n_han == 0 && n_words >= 4
}
