//! The first mention of a term: a link into the glossary, and a tip that keyboard and pointer show.

use crate::render::edition::Side;
use crate::render::html::landing::OWN;
use crate::render::html::markup;
use crate::render::html::markup::Syntax;
use crate::render::html::sheet::Sheet;
use crate::render::html::sheet::at;
use crate::termbase::concept::Concept;

/// Returns the id of a term in the glossary.
pub(crate) fn id(concept: usize) -> String {
    format!("{OWN}term-{concept}")
}

/// Returns what a term is called in the other language.
pub(crate) fn counterpart(concept: &Concept, side: Side) -> Option<&str> {
    let first = concept.source.first().map(String::as_str);
    match side {
        Side::Target => first,
        Side::Source => concept
            .target
            .as_deref()
            .or_else(|| first.filter(|_| concept.is_dnt)),
    }
}

/// Writes the mention.
pub(crate) fn push(sheet: &Sheet<'_, '_>, side: Side, idx: usize, text: &str, out: &mut String) {
    let concept = sheet.termbase.concepts.get(idx);
    let href = format!("{}#{}", sheet.glossary, id(idx));
    let other = concept.and_then(|concept| counterpart(concept, side));
    // A name that both languages share explains nothing.
    let other = other.filter(|other| !other.eq_ignore_ascii_case(text));
    if sheet.syntax == Syntax::Xhtml {
        out.push_str("<a class=\"term\" epub:type=\"glossref\" role=\"doc-glossref\"");
        markup::push_attribute(out, "href", &href);
        out.push('>');
        markup::push_text(out, text);
        out.push_str("</a>");
        return;
    }
    let tip = format!("{OWN}tip-{}{idx}", ["s", "t"][at(side)]);
    out.push_str("<span class=\"term\"><a");
    markup::push_attribute(out, "href", &href);
    if other.is_some() {
        markup::push_attribute(out, "aria-describedby", &tip);
    }
    out.push('>');
    markup::push_text(out, text);
    out.push_str("</a>");
    if let Some((other, concept)) = other.zip(concept) {
        out.push_str("<span class=\"tip\" role=\"tooltip\"");
        markup::push_attribute(out, "id", &tip);
        out.push('>');
        out.push_str(&format!("<span{}>", sheet.run(side.other())));
        markup::push_text(out, other);
        out.push_str("</span>");
        if let Some(definition) = &concept.definition {
            out.push_str(&format!(" <span{}>", sheet.own_run));
            markup::push_text(out, definition);
            out.push_str("</span>");
        }
        out.push_str("</span>");
    }
    out.push_str("</span>");
}
