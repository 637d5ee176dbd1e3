//! Glossaries that know nothing but a term and its translation: what of an entry can stand in them.

use crate::termbase::concept::Concept;
use crate::termbase::concept::Status;
use crate::termbase::matcher::with_optional_words;

/// Returns the target to write for a concept, optional words written out; the term itself when it stays as it is.
pub fn target(concept: &Concept) -> Option<String> {
    match concept.is_dnt {
        true => concept.source.first().map(|form| one_line(form)),
        false => concept.target.as_deref().map(written_out),
    }
}

/// Writes optional words out, as the longest form has them.
pub fn written_out(form: &str) -> String {
    let forms = with_optional_words(form);
    let longest = forms.iter().max_by_key(|form| form.len());
    one_line(longest.map_or(form, String::as_str))
}

/// Makes a text fit a line of tab-separated cells.
pub fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Tells why an entry cannot stand in such a glossary.
pub fn leaves_out(concept: &Concept) -> Option<&'static str> {
    match target(concept) {
        _ if concept.status == Status::Deprecated => Some("deprecated"),
        None => Some("no-target"),
        Some(_) => None,
    }
}
