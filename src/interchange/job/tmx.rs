//! TMX, a memory: written as 1.4b, read from 1.1 on. What it says fills what has no translation; it overwrites none.

use crate::bitext::bitext::Level;
use crate::interchange::input::Input;
use crate::interchange::job::content::Job;
use crate::interchange::job::format;
use crate::interchange::job::format::Format;
use crate::interchange::job::inline;
use crate::interchange::job::inline::OriginalData;
use crate::interchange::job::returned::Returned;
use crate::interchange::job::returned::ReturnedPiece;
use crate::interchange::job::returned::ReturnedSegment;
use crate::interchange::job::returned::ReturnedText;
use crate::interchange::job::wording::Piece;
use crate::interchange::job::wording::Role;
use crate::interchange::job::wording::Wording;
use crate::interchange::tmx;
use crate::interchange::xml;
use crate::interchange::xml::Element;
use crate::interchange::xml::escaped;
use crate::text::lang::Lang;
use crate::text::source::Source;
use std::io;
use std::io::Write;

/// TMX.
pub static FORMAT: Format = Format {
    name: "tmx",
    endings: &["tmx"],
    is_usual: format::translated,
    read,
    write: |job, _, out| write(job, content, "duizhao", out),
};

/// TMX for OmegaT, which knows a segment of its own only where codes are written as its short tags.
pub static OMEGAT: Format = Format {
    name: "tmx-omegat",
    endings: &["tmx"],
    is_usual: format::translated,
    read,
    write: |job, _, out| write(job, short_tags, OMEGAT_TMF, out),
};

/// What the header says of texts with short tags.
const OMEGAT_TMF: &str = "OmegaT TMX";

const PATH: &str = "x-duizhao-path";
const KEY: &str = "x-duizhao-key";
const BASE: &str = "x-duizhao-base";

/// Writes a memory; `content` writes a text.
fn write(
    job: &Job,
    content: fn(&Wording) -> String,
    tmf: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    tmx::begin("paragraph", tmf, &job.source, out)?;
    for (file, segment) in job.wanted() {
        let Some(target) = segment.translation() else {
            continue;
        };
        writeln!(out, "    <tu>")?;
        let base = segment.base();
        for (kind, text) in [(PATH, &file.source), (KEY, &segment.key), (BASE, &base)] {
            let text = escaped(text);
            writeln!(out, "      <prop type=\"{kind}\">{text}</prop>")?;
        }
        for (lang, wording) in [(&job.source, &segment.source), (&job.target, target)] {
            writeln!(
                out,
                "      <tuv xml:lang=\"{}\"><seg>{}</seg></tuv>",
                escaped(lang.tag()),
                content(wording)
            )?;
        }
        writeln!(out, "    </tu>")?;
    }
    tmx::end(out)
}

fn content(wording: &Wording) -> String {
    let mut out = String::new();
    for piece in wording.pieces() {
        match piece {
            Piece::Text(text) => out.push_str(&escaped(text)),
            Piece::Code(code, text) => {
                let (id, kind, text) = (code.id, inline::kind(code.kind, code.role), escaped(text));
                out.push_str(&match code.role {
                    Role::Open => {
                        format!("<bpt i=\"{id}\" x=\"{id}\" type=\"{kind}\">{text}</bpt>")
                    }
                    Role::Close => format!("<ept i=\"{id}\">{text}</ept>"),
                    Role::Alone => format!("<ph x=\"{id}\" type=\"{kind}\">{text}</ph>"),
                });
            }
        }
    }
    out
}

/// OmegaT numbers the codes of a segment from 0, in the order of their starts, as our own numbers do from 1.
fn short_tags(wording: &Wording) -> String {
    let mut out = String::new();
    for piece in wording.pieces() {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Code(code, _) => {
                let n = code.id - 1;
                out.push_str(&match code.role {
                    Role::Open => format!("<g{n}>"),
                    Role::Close => format!("</g{n}>"),
                    Role::Alone => format!("<x{n}/>"),
                });
            }
        }
    }
    escaped(&out)
}

/// Reads OmegaT's short tags in a text.
fn tagged(text: ReturnedText) -> ReturnedText {
    let ReturnedText::Markdown(text) = text else {
        return text;
    };
    let (mut pieces, mut rest) = (Vec::new(), text.as_str());
    let mut words = String::new();
    while let Some(at) = rest.find('<') {
        let (before, after) = rest.split_at(at);
        words.push_str(before);
        match short_tag(after) {
            Some((piece, length)) => {
                if !words.is_empty() {
                    pieces.push(ReturnedPiece::Text(std::mem::take(&mut words)));
                }
                pieces.push(piece);
                rest = &after[length..];
            }
            None => {
                words.push('<');
                rest = &after[1..];
            }
        }
    }
    words.push_str(rest);
    if pieces.is_empty() {
        return ReturnedText::Markdown(words);
    }
    if !words.is_empty() {
        pieces.push(ReturnedPiece::Text(words));
    }
    ReturnedText::Pieces(pieces)
}

/// The short tag that a text starts with, and its length: `<g0>`, `</g0>`, `<x1/>`.
fn short_tag(text: &str) -> Option<(ReturnedPiece, usize)> {
    let end = text.find('>')?;
    let inner = text.get(1..end)?;
    let (role, name) = match (inner.strip_prefix('/'), inner.strip_suffix('/')) {
        (Some(name), _) => (Role::Close, name),
        (_, Some(name)) => (Role::Alone, name),
        _ => (Role::Open, inner),
    };
    let n: u32 = name.strip_prefix(['g', 'x'])?.parse().ok()?;
    let id = n.checked_add(1)?.to_string();
    Some((ReturnedPiece::Code(id, role, None), end + 1))
}

fn read(input: &Input<'_>) -> Returned {
    let (source, root) = match xml::read_root(input, "tmx", "job-not-tmx") {
        Ok(read) => read,
        Err(problem) => return Returned::failed(problem),
    };
    let srclang = root
        .child("header")
        .and_then(|header| header.attribute("srclang"));
    let header = |name: &str| {
        root.child("header")
            .and_then(|header| header.attribute(name))
    };
    let is_omegat = header("o-tmf").is_some_and(|tmf| tmf.starts_with("OmegaT"));
    let mut returned = Returned::default();
    let body = root.child("body");
    for unit in body.into_iter().flat_map(Element::elements) {
        let own = unit.attribute("srclang").or(srclang);
        let Some((mut segment, langs)) = segment(&source, unit, own) else {
            continue;
        };
        if is_omegat {
            segment.target = segment.target.map(tagged);
        }
        returned.source = returned.source.or(Some(langs.0));
        returned.target = returned.target.or(Some(langs.1));
        returned.segments.push(segment);
    }
    returned
}

/// A unit's source and the first of its other languages.
fn segment(
    source: &Source,
    unit: &Element,
    srclang: Option<&str>,
) -> Option<(ReturnedSegment, (Lang, Lang))> {
    let data = OriginalData::new();
    let lang = |tuv: &Element| {
        tuv.attribute("xml:lang")
            .or(tuv.attribute("lang"))
            .map(Lang::new)
    };
    let tuvs = || unit.elements().filter(|element| element.name == "tuv");
    let wanted = srclang.filter(|lang| *lang != "*all*").map(Lang::new);
    let is_source = |tuv: &&Element| match (&wanted, lang(tuv)) {
        (Some(wanted), Some(lang)) => {
            wanted.tag().eq_ignore_ascii_case(lang.tag()) || wanted.primary() == lang.primary()
        }
        _ => true,
    };
    let one = tuvs().find(is_source)?;
    let other = tuvs().find(|tuv| !std::ptr::eq(*tuv, one))?;
    let text = |tuv: &Element| tuv.child("seg").map(|seg| inline::text(seg, &data));
    let prop = |name: &str| {
        let mut props = unit.elements().filter(|element| element.name == "prop");
        let found = props.find(|prop| prop.attribute("type") == Some(name));
        found.map(Element::text)
    };
    let (own, target) = (text(one)?, text(other));
    let key = prop(KEY);
    let segment = ReturnedSegment {
        path: prop(PATH),
        source: inline::markdown(&own),
        target,
        base: prop(BASE),
        level: Some(Level::Translated),
        is_level_said: false,
        is_memory: key.is_none(),
        is_everywhere: key.is_none(),
        key,
        at: (source.clone(), unit.span),
    };
    Some((segment, (lang(one)?, lang(other)?)))
}
