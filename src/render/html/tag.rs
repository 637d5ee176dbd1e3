//! Tags that stand in a text: a short list of harmless ones is written anew, attributes and all; what runs or loads something is shown
//! as text; what only lays out is left out.

use crate::markdown::tag;
use crate::markdown::tag::Tag;
use crate::render::edition::Side;
use crate::render::html::link::Lead;
use crate::render::html::markup;
use crate::render::html::reading;
use crate::render::html::sheet::Sheet;

/// Elements of running text that are kept.
const KEPT: &[&str] = &[
    "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp",
    "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var",
];

/// Elements that run, load or ask something: their tags are shown as text.
const SHOWN: &[&str] = &[
    "applet", "audio", "base", "button", "canvas", "embed", "form", "frame", "frameset", "iframe",
    "input", "link", "math", "meta", "noscript", "object", "param", "script", "select", "source",
    "style", "svg", "template", "textarea", "title", "track", "video", "xmp",
];

/// What becomes of a tag in running text.
pub(crate) enum Inline {
    /// An element opens: its name, its tag.
    Open(&'static str, String),
    /// An element closes.
    Close(&'static str),
    /// An element that holds nothing.
    Whole(String),
    /// It is shown as text.
    Text,
    /// It is left out.
    Nothing,
}

/// Tells whether a tag is shown as text.
pub(crate) fn is_shown(name: &str) -> bool {
    SHOWN.contains(&name)
}

/// Returns the name of a tag: in small letters, but for components, which HTML does not know.
pub(crate) fn name(text: &str, tag: &Tag) -> String {
    let name = text.get(tag.name.clone()).unwrap_or_default();
    match name.chars().nth(1).is_some_and(char::is_lowercase)
        && name.starts_with(char::is_uppercase)
    {
        true => name.to_owned(),
        false => name.to_ascii_lowercase(),
    }
}

/// Returns the value of an attribute, its references read.
pub(crate) fn attribute(text: &str, tag: &Tag, wanted: &str) -> Option<String> {
    let is_wanted = |name: &std::ops::Range<usize>| {
        let name = text.get(name.clone()).unwrap_or_default();
        name.eq_ignore_ascii_case(wanted)
    };
    let (_, value) = tag.attributes.iter().find(|(name, _)| is_wanted(name))?;
    Some(reading::decoded(text.get(value.clone())?))
}

/// Decides what becomes of a tag in running text.
pub(crate) fn inline(sheet: &Sheet<'_, '_>, side: Side, raw: &str) -> Inline {
    let Some(tag) = tag::read(raw, 0) else {
        return Inline::Text;
    };
    let name = name(raw, &tag);
    if tag.span.end < raw.len() {
        // An element of raw text, as the reader takes it whole.
        return match is_shown(&name) {
            true => Inline::Text,
            false => {
                let mut html = String::from("<code>");
                markup::push_text(&mut html, &content(raw));
                html.push_str("</code>");
                Inline::Whole(html)
            }
        };
    }
    if let Some(kept) = KEPT.iter().find(|kept| **kept == name) {
        return match (tag.is_closing, tag.is_void) {
            (true, _) => Inline::Close(kept),
            (false, true) => Inline::Nothing,
            (false, false) => Inline::Open(kept, format!("<{kept}>")),
        };
    }
    let end = sheet.syntax.void_end();
    match name.as_str() {
        "br" => Inline::Whole(format!("<br{end}")),
        "wbr" => Inline::Whole(format!("<wbr{end}")),
        "img" => {
            let mut html = String::new();
            image(sheet, side, raw, &tag, &mut html);
            Inline::Whole(html)
        }
        "a" if tag.is_closing => Inline::Close("a"),
        "a" => match attribute(raw, &tag, "href").map(|url| (sheet.leads)(side, &url, false)) {
            Some(Lead::To(href)) => {
                let mut start = "<a".to_owned();
                markup::push_attribute(&mut start, "href", &href);
                start.push('>');
                Inline::Open("a", start)
            }
            _ => Inline::Nothing,
        },
        _ if is_shown(&name) => Inline::Text,
        _ => Inline::Nothing,
    }
}

/// Writes the picture of an `<img>` tag.
pub(crate) fn image(sheet: &Sheet<'_, '_>, side: Side, text: &str, tag: &Tag, out: &mut String) {
    let value = |name| attribute(text, tag, name);
    let size = |name: &'static str| {
        let value = value(name)?;
        let digits = value.trim().trim_end_matches("px");
        let is_number =
            !digits.is_empty() && digits.len() < 5 && digits.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| (name, digits.to_owned()))
    };
    let mut more: Vec<(&str, String)> = ["width", "height"].into_iter().filter_map(size).collect();
    more.extend(value("title").map(|title| ("title", title)));
    let url = value("src").unwrap_or_default();
    let alt = value("alt").unwrap_or_default();
    push_image(sheet, side, &url, &alt, &more, out);
}

/// Writes a picture, or its words where it may not be shown.
pub(crate) fn push_image(
    sheet: &Sheet<'_, '_>,
    side: Side,
    url: &str,
    alt: &str,
    more: &[(&str, String)],
    out: &mut String,
) {
    match (sheet.leads)(side, url, true) {
        Lead::To(src) if !src.is_empty() => {
            out.push_str("<img");
            markup::push_attribute(out, "src", &src);
            markup::push_attribute(out, "alt", alt);
            for (name, value) in more {
                markup::push_attribute(out, name, value);
            }
            out.push_str(sheet.syntax.void_end());
        }
        _ => {
            let said = match alt.is_empty() {
                true => url.rsplit('/').next().unwrap_or_default(),
                false => alt,
            };
            out.push_str("<span class=\"picture\">");
            markup::push_text(out, said);
            out.push_str("</span>");
        }
    }
}

/// Returns the text of a piece of HTML: its tags gone, its references read.
pub(crate) fn content(raw: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    while let Some(rest) = raw.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(tag) = tag::read(raw, at).filter(|_| rest.starts_with('<')) {
            at = tag.span.end;
            continue;
        }
        let skipped = usize::from(rest.starts_with('<'));
        let next = rest.get(skipped..).and_then(|rest| rest.find('<'));
        let len = next.map_or(rest.len(), |next| next + skipped);
        out.push_str(rest.get(..len).unwrap_or_default());
        at += len;
    }
    reading::decoded(&out)
}
