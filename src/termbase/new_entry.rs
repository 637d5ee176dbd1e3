//! A new entry, and how it is written into a glossary file.

use crate::termbase::scalar::flow;
use crate::termbase::scalar::flow_list;

/// A new entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewEntry {
    /// The source form.
    pub source: String,
    /// The preferred target; `None` for a name that is not translated.
    pub target: Option<String>,
    /// Admitted targets.
    pub allow: Vec<String>,
    /// Forbidden targets.
    pub forbid: Vec<String>,
    /// Advice for translators.
    pub note: Option<String>,
    /// `proposed` or `deprecated`; `None`: as the file's defaults have it.
    pub status: Option<String>,
}

/// How the entries of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// One field a line.
    Block,
    /// `- {src: …, tgt: …}`.
    Flow,
    /// `term: translation`.
    Map,
}

/// Writes an entry, its last line break included.
pub fn item(entry: &NewEntry, margin: &str, style: &Style, eol: &str) -> String {
    let mut fields = vec![("src", flow(&entry.source))];
    match &entry.target {
        Some(target) => fields.push(("tgt", flow(target))),
        None => fields.push(("dnt", "true".to_owned())),
    }
    let lists = [("allow", &entry.allow), ("forbid", &entry.forbid)];
    let lists = lists.into_iter().filter(|(_, texts)| !texts.is_empty());
    fields.extend(lists.map(|(key, texts)| (key, flow_list(texts))));
    let texts = [("note", &entry.note), ("status", &entry.status)];
    let texts = texts
        .into_iter()
        .filter_map(|(key, text)| Some((key, flow(text.as_deref()?))));
    fields.extend(texts);
    let written: Vec<String> = fields
        .iter()
        .map(|(key, value)| format!("{key}: {value}"))
        .collect();
    match style {
        Style::Map if fields.len() == 2 && entry.target.is_some() => {
            format!("{margin}{}: {}{eol}", fields[0].1, fields[1].1)
        }
        Style::Map => format!(
            "{margin}{}: {{{}}}{eol}",
            fields[0].1,
            written[1..].join(", ")
        ),
        Style::Flow => format!("{margin}- {{{}}}{eol}", written.join(", ")),
        Style::Block => {
            let joint = format!("{eol}{margin}  ");
            format!("{margin}- {}{eol}", written.join(&joint))
        }
    }
}
