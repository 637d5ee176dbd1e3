//! TermBase eXchange, written: what both versions have in common.

use crate::interchange::glossary::exchange::ExportSettings;
use crate::interchange::glossary::tbx::PARTS_OF_SPEECH;
use crate::interchange::xml::escaped;
use crate::termbase::concept::Concept;
use crate::termbase::concept::Status;
use crate::termbase::fold::fold;
use crate::termbase::termbase::Termbase;
use std::collections::BTreeSet;
use std::io;
use std::io::Write;

/// How a version names its elements.
pub struct Names {
    /// A concept.
    pub concept: &'static str,
    /// The terms of one language.
    pub language: &'static str,
    /// One term.
    pub term: &'static str,
    /// Whether only the parts of speech of TBX-Basic may stand.
    pub has_listed_parts_of_speech: bool,
}

/// Tells whether TBX can hold what stands under a key.
pub fn holds(concept: &Concept, key: &str, names: &Names) -> bool {
    match key {
        "id" => is_name(&concept.id),
        "pos" => part_of_speech(concept, names).is_some(),
        // A kept term is written with itself as its translation; the case does not come back.
        "src" | "tgt" | "allow" | "forbid" | "dnt" | "abbr" | "domain" | "definition" | "note"
        | "origin" => true,
        _ => false,
    }
}

/// An entry that is no longer in force cannot be told from a wrong term.
pub fn leaves_out(concept: &Concept) -> Option<&'static str> {
    (concept.status == Status::Deprecated).then_some("deprecated")
}

/// Tells whether a text can be the id of an XML element and does not look like a counted one.
fn is_name(id: &str) -> bool {
    let starts = id.starts_with(|c: char| c.is_alphabetic() || c == '_');
    starts
        && id
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

fn part_of_speech<'a>(concept: &'a Concept, names: &Names) -> Option<&'a str> {
    let part_of_speech = concept.part_of_speech.as_deref()?;
    let is_known = !names.has_listed_parts_of_speech || PARTS_OF_SPEECH.contains(&part_of_speech);
    is_known.then_some(part_of_speech)
}

/// Writes all concepts.
pub fn concepts(
    termbase: &Termbase,
    settings: &ExportSettings,
    names: &Names,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut ids = BTreeSet::new();
    for (concept_idx, concept) in termbase.concepts.iter().enumerate() {
        if leaves_out(concept).is_some() {
            continue;
        }
        let own = concept.has_own_id && is_name(&concept.id) && ids.insert(concept.id.clone());
        let id = match own {
            true => concept.id.clone(),
            false => format!("c{}", concept_idx + 1),
        };
        write_concept(concept, &id, settings, names, out)?;
    }
    Ok(())
}

fn write_concept(
    concept: &Concept,
    id: &str,
    settings: &ExportSettings,
    names: &Names,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Names {
        concept: entry,
        language,
        ..
    } = names;
    writeln!(out, "      <{entry} id=\"{}\">", escaped(id))?;
    let details = [
        ("descrip", "subjectField", &concept.domain),
        ("descrip", "definition", &concept.definition),
        ("admin", "source", &concept.origin),
    ];
    for (element, category, text) in details {
        if let Some(text) = text {
            writeln!(
                out,
                "        <{element} type=\"{category}\">{}</{element}>",
                escaped(text)
            )?;
        }
    }
    if let Some(note) = &concept.note {
        writeln!(out, "        <note>{}</note>", escaped(note))?;
    }
    writeln!(
        out,
        "        <{language} xml:lang=\"{}\">",
        settings.source.tag()
    )?;
    for (form_idx, form) in concept.source.iter().enumerate() {
        let notes = [
            (
                "partOfSpeech",
                part_of_speech(concept, names).filter(|_| form_idx == 0),
            ),
            ("administrativeStatus", Some(standing(form_idx == 0))),
        ];
        write_term(form, &notes, names, out)?;
    }
    writeln!(out, "        </{language}>")?;
    let terms = targets(concept);
    if !terms.is_empty() {
        writeln!(
            out,
            "        <{language} xml:lang=\"{}\">",
            settings.target.tag()
        )?;
        for (form, status, kind) in terms {
            write_term(
                &form,
                &[("administrativeStatus", Some(status)), ("termType", kind)],
                names,
                out,
            )?;
        }
        writeln!(out, "        </{language}>")?;
    }
    writeln!(out, "      </{entry}>")
}

const fn standing(is_preferred: bool) -> &'static str {
    match is_preferred {
        true => "preferredTerm-admn-sts",
        false => "admittedTerm-admn-sts",
    }
}

/// The terms of the target: form, standing, kind.
fn targets(concept: &Concept) -> Vec<(String, &'static str, Option<&'static str>)> {
    let mut terms = Vec::new();
    let target = match concept.is_dnt {
        true => concept.source.first(),
        false => concept.target.as_ref(),
    };
    terms.extend(target.map(|form| (form.clone(), standing(true), None)));
    let allow = concept.allow.iter();
    terms.extend(allow.map(|form| (form.clone(), standing(false), None)));
    if let Some(short) = &concept.abbreviation {
        let is_term = terms.iter().any(|(form, _, _)| fold(form) == fold(short));
        if !is_term {
            terms.push((short.clone(), standing(false), Some("abbreviation")));
        }
    }
    let forbidden = concept.forbid.iter().chain(&concept.forbid_always);
    terms.extend(forbidden.map(|form| (form.clone(), "deprecatedTerm-admn-sts", None)));
    terms
}

fn write_term(
    form: &str,
    notes: &[(&str, Option<&str>)],
    names: &Names,
    out: &mut dyn Write,
) -> io::Result<()> {
    let term = names.term;
    writeln!(
        out,
        "          <{term}>\n            <term>{}</term>",
        escaped(form)
    )?;
    for (category, value) in notes {
        if let Some(value) = value {
            writeln!(
                out,
                "            <termNote type=\"{category}\">{}</termNote>",
                escaped(value)
            )?;
        }
    }
    writeln!(out, "          </{term}>")
}
