//! What a translation in a PO file shares with its message: the number of forms, line breaks at both ends, and format specifications.

use crate::interchange::conformance::po_header::Forms;
use crate::interchange::conformance::printf;
use crate::interchange::conformance::printf::Style;
use crate::interchange::po::file::PoEntry;
use crate::interchange::po::file::PoText;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;

/// Checks an entry.
pub fn check(entry: &PoEntry, known: Option<&Forms>, problems: &mut Problems) {
    forms(entry, known, problems);
    if entry.id.text.is_empty() {
        return;
    }
    breaks(entry, problems);
    if !entry.is_fuzzy() {
        specifications(entry, known, problems);
    }
}

fn forms(entry: &PoEntry, known: Option<&Forms>, problems: &mut Problems) {
    let Some(Forms { n: expected, .. }) = known.filter(|_| entry.plural_id.is_some()) else {
        return;
    };
    let n = entry.translations.len();
    let is_untranslated = entry.translations.iter().all(|text| text.text.is_empty());
    if n != *expected as usize && !(is_untranslated && n <= 2) {
        let notice = Notice::new("po-forms")
            .arg("n", n)
            .arg("expected", expected);
        problems.error(notice, entry.translation_span(0));
    }
    let is_partly = entry.translations.iter().any(|text| text.text.is_empty());
    if is_partly && !is_untranslated {
        problems.warning(Notice::new("po-forms-empty"), entry.translation_span(0));
    }
}

/// Each text of the entry that is held against `msgid`: `msgid_plural` and the forms that are translated.
fn others(entry: &PoEntry) -> impl Iterator<Item = &PoText> {
    let translated = entry
        .translations
        .iter()
        .filter(|text| !text.text.is_empty());
    entry.plural_id.iter().chain(translated)
}

fn breaks(entry: &PoEntry, problems: &mut Problems) {
    for text in others(entry) {
        let (id, other) = (&entry.id.text, &text.text);
        if id.starts_with('\n') != other.starts_with('\n') {
            problems.error(Notice::new("po-break-start"), text.place(0));
        }
        if id.ends_with('\n') != other.ends_with('\n') {
            let last = other.len().saturating_sub(1);
            problems.error(Notice::new("po-break-end"), text.place(last));
        }
    }
}

fn specifications(entry: &PoEntry, known: Option<&Forms>, problems: &mut Problems) {
    let styles = entry.flags.iter().filter_map(|flag| Style::of_flag(flag));
    for style in styles {
        let Ok(singular) = printf::arguments(&entry.id.text, style) else {
            continue;
        };
        let plural = entry.plural_id.as_ref();
        let plural = plural.and_then(|plural| printf::arguments(&plural.text, style).ok());
        for (index, text) in entry.translations.iter().enumerate() {
            if text.text.is_empty() {
                continue;
            }
            let found = match printf::arguments(&text.text, style) {
                Ok(found) => found,
                Err(at) => {
                    let notice = Notice::new("po-format-broken").arg("format", style.flag());
                    problems.error(notice, text.place(at));
                    continue;
                }
            };
            let reference = plural.as_ref().unwrap_or(&singular);
            let is_rare = known.is_none_or(|known| known.rare.contains(&index));
            let may_lack = plural.is_some() && is_rare;
            let difference = printf::difference(reference, &found, may_lack);
            if let Some(name) = difference {
                let notice = Notice::new("po-format-differs").arg("argument", name);
                problems.error(notice.arg("format", style.flag()), text.span);
            }
        }
    }
}
