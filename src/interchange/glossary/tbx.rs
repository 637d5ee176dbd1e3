//! TermBase eXchange (ISO 30042), read: version 2 (`martif`) and version 3, data categories as attributes or as elements.

use crate::interchange::encoding;
use crate::interchange::glossary::exchange::Entry;
use crate::interchange::glossary::exchange::Import;
use crate::interchange::glossary::exchange::ImportSettings;
use crate::interchange::glossary::exchange::notice_at;
use crate::interchange::input::Input;
use crate::interchange::xml;
use crate::interchange::xml::Element;
use crate::termbase::concept::Concept;
use crate::termbase::concept::Status;
use crate::termbase::fold::fold;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::source::Source;
use std::collections::BTreeSet;

/// Names of one element in version 2 and version 3.
const CONCEPT: &[&str] = &["termEntry", "conceptEntry"];
const LANGUAGE: &[&str] = &["langSet", "langSec"];
const TERM: &[&str] = &["tig", "ntig", "termSec"];

/// Elements that only group others.
const GROUPS: &[&str] = &["termGrp", "descripGrp", "adminGrp", "termNoteGrp"];

/// Parts of speech that TBX-Basic knows.
pub const PARTS_OF_SPEECH: &[&str] = &["adjective", "noun", "other", "verb", "adverb"];

/// Reads either version.
pub fn read(input: &Input<'_>, settings: &ImportSettings) -> Import {
    let source = match encoding::text(input) {
        Ok(source) => source,
        Err(problem) => return Import::failed(problem),
    };
    let root = match xml::read(&source) {
        Ok(root) => root,
        Err(problem) => return Import::failed(problem),
    };
    if !matches!(root.name.as_str(), "martif" | "tbx") {
        let notice = Notice::new("import-not-tbx").arg("element", &root.name);
        return Import::failed(notice.at(&source, root.span));
    }
    let mut import = Import::default();
    let body = root.child("text").and_then(|text| text.child("body"));
    let concepts = body.into_iter().flat_map(Element::elements);
    let mut seen_languages = BTreeSet::new();
    let mut n_concepts = 0_usize;
    for element in concepts.filter(|element| CONCEPT.contains(&element.name.as_str())) {
        n_concepts += 1;
        let languages = of_names(element, LANGUAGE);
        seen_languages
            .extend(languages.filter_map(|lang| lang.attribute("xml:lang").map(str::to_owned)));
        read_concept(&source, element, settings, &mut import);
    }
    if import.entries.is_empty() && n_concepts > 0 {
        let languages: Vec<String> = seen_languages.into_iter().collect();
        let notice = Notice::new("import-other-languages")
            .arg("source", &settings.source)
            .arg("target", &settings.target)
            .arg("languages", languages.join(", "));
        import.problems.push(notice.at(&source, root.span));
    }
    import
}

fn of_names<'a>(element: &'a Element, names: &'a [&str]) -> impl Iterator<Item = &'a Element> {
    element
        .elements()
        .filter(|inner| names.contains(&inner.name.as_str()))
}

fn read_concept(
    source: &Source,
    element: &Element,
    settings: &ImportSettings,
    import: &mut Import,
) {
    let at = (source.clone(), element.span);
    let (from, to) = match settings.is_reversed {
        true => (&settings.target, &settings.source),
        false => (&settings.source, &settings.target),
    };
    let mut concept = Concept::new(Vec::new(), at.clone());
    concept.status = Status::Proposed;
    let mut notes = Vec::new();
    read_details(&mut concept, element, &mut notes);
    for term in terms(element, from) {
        read_term_details(&mut concept, term, &mut notes);
        if status(term) != Standing::Deprecated {
            concept.source.extend(text_of(term));
        }
    }
    let mut preferred = Vec::new();
    let mut admitted = Vec::new();
    for term in terms(element, to) {
        let Some(text) = text_of(term) else {
            continue;
        };
        read_term_details(&mut concept, term, &mut notes);
        match (status(term), category_value(term, "termType").as_deref()) {
            (Standing::Deprecated, _) => concept.forbid.push(text),
            (_, Some("acronym" | "abbreviation")) if concept.abbreviation.is_none() => {
                concept.abbreviation = Some(text);
            }
            (Standing::Preferred, _) => preferred.push(text),
            (Standing::Admitted, _) => admitted.push(text),
        }
    }
    let mut targets = preferred.into_iter().chain(admitted);
    concept.target = targets.next();
    concept.allow = targets.collect();
    if concept.source.is_empty() {
        let remark = notice_at("import-no-source", &at);
        let term = concept.target.unwrap_or_else(|| concept.id.clone());
        import.remarks.push(remark.arg("term", term));
        return;
    }
    if concept.target.is_none()
        && let Some(short) = concept.abbreviation.take()
    {
        concept.target = Some(short);
    }
    if concept.target.is_none() && concept.forbid.is_empty() {
        let remark = notice_at("import-no-target", &at);
        import.remarks.push(remark.arg("term", &concept.source[0]));
        return;
    }
    let is_kept = concept.source.len() == 1
        && concept.allow.is_empty()
        && concept
            .target
            .as_ref()
            .is_some_and(|target| fold(target) == fold(&concept.source[0]));
    if is_kept {
        concept.is_dnt = true;
        concept.target = None;
    }
    if !concept.has_own_id {
        concept.id.clone_from(&concept.source[0]);
    }
    notes.dedup();
    concept.note = (!notes.is_empty()).then(|| notes.join("\n"));
    import.entries.push(Entry {
        concept,
        licence: settings.licence.clone(),
    });
}

/// The terms of a language; a tag without a region stands for all of them.
fn terms<'a>(concept: &'a Element, lang: &'a Lang) -> impl Iterator<Item = &'a Element> {
    let is_wanted = |element: &&Element| {
        let tag = element.attribute("xml:lang").or(element.attribute("lang"));
        tag.is_some_and(|tag| Lang::new(tag).primary() == lang.primary())
    };
    of_names(concept, LANGUAGE)
        .filter(is_wanted)
        .flat_map(|language| of_names(language, TERM))
}

fn text_of(term: &Element) -> Option<String> {
    let inner = term
        .child("term")
        .or_else(|| term.child("termGrp")?.child("term"));
    inner.map(Element::text).filter(|text| !text.is_empty())
}

/// Every element inside, those of groups in their place.
fn details<'a>(element: &'a Element, found: &mut Vec<&'a Element>) {
    for inner in element.elements() {
        match GROUPS.contains(&inner.name.as_str()) {
            true => details(inner, found),
            false => found.push(inner),
        }
    }
}

/// The data category of an element: its type, or its name where categories are elements.
fn category(element: &Element) -> &str {
    match element.name.as_str() {
        "termNote" | "descrip" | "admin" | "xref" | "ref" => {
            element.attribute("type").unwrap_or_default()
        }
        name => name,
    }
}

fn category_value(element: &Element, name: &str) -> Option<String> {
    let mut found = Vec::new();
    details(element, &mut found);
    let found = found.into_iter().find(|element| category(element) == name);
    found.map(Element::text)
}

/// What stands at the concept and its languages.
fn read_details(concept: &mut Concept, element: &Element, notes: &mut Vec<String>) {
    if let Some(id) = element.attribute("id").filter(|id| !is_counted(id)) {
        concept.id = id.to_owned();
        concept.has_own_id = true;
    }
    let mut found = Vec::new();
    details(element, &mut found);
    for language in of_names(element, LANGUAGE) {
        details(language, &mut found);
    }
    for inner in found {
        let text = inner.text();
        match category(inner) {
            _ if text.is_empty() => {}
            "subjectField" if concept.domain.is_none() => concept.domain = Some(text),
            "definition" if concept.definition.is_none() => concept.definition = Some(text),
            "source" if concept.origin.is_none() => concept.origin = Some(text),
            "note" => notes.push(text),
            _ => {}
        }
    }
}

/// Ids such as `c12` are counted, not given.
fn is_counted(id: &str) -> bool {
    let digits = id.trim_start_matches(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '-'));
    !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && id.len() - digits.len() <= 4
}

fn read_term_details(concept: &mut Concept, term: &Element, notes: &mut Vec<String>) {
    if concept.part_of_speech.is_none() {
        concept.part_of_speech =
            category_value(term, "partOfSpeech").filter(|text| text != "other");
    }
    let mut found = Vec::new();
    details(term, &mut found);
    let found = found.into_iter().filter(|inner| inner.name == "note");
    notes.extend(found.map(Element::text).filter(|text| !text.is_empty()));
}

/// How a term stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Preferred,
    Admitted,
    Deprecated,
}

fn status(term: &Element) -> Standing {
    let status = category_value(term, "administrativeStatus");
    let status = status.or_else(|| category_value(term, "normativeAuthorization"));
    let status = status.unwrap_or_default().to_lowercase();
    match status.as_str() {
        "" => Standing::Admitted,
        status if status.starts_with("preferred") => Standing::Preferred,
        status if status.starts_with("deprecated") || status.starts_with("superseded") => {
            Standing::Deprecated
        }
        _ => Standing::Admitted,
    }
}
