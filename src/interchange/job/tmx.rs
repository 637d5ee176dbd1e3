//! TMX, a memory: written as 1.4b, read from 1.1 on. What it says fills what has no translation; it overwrites none.

use crate::bitext::bitext::Level;
use crate::interchange::encoding;
use crate::interchange::input::Input;
use crate::interchange::job::format;
use crate::interchange::job::format::Format;
use crate::interchange::job::format::WriteSettings;
use crate::interchange::job::inline;
use crate::interchange::job::inline::OriginalData;
use crate::interchange::job::job::Job;
use crate::interchange::job::returned::Returned;
use crate::interchange::job::returned::ReturnedSegment;
use crate::interchange::job::wording::Piece;
use crate::interchange::job::wording::Role;
use crate::interchange::job::wording::Wording;
use crate::interchange::xml;
use crate::interchange::xml::Element;
use crate::interchange::xml::escaped;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::source::Source;
use std::io;
use std::io::Write;

/// TMX.
pub static FORMAT: Format = Format {
    name: "tmx",
    endings: &["tmx"],
    is_usual: format::translated,
    read,
    write,
};

const PATH: &str = "x-duizhao-path";
const KEY: &str = "x-duizhao-key";
const BASE: &str = "x-duizhao-base";

fn write(job: &Job, _: &WriteSettings, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<tmx version=\"1.4\">")?;
    writeln!(
        out,
        "  <header creationtool=\"duizhao\" creationtoolversion=\"{}\" segtype=\"paragraph\" o-tmf=\"duizhao\" adminlang=\"en\" srclang=\"{}\" datatype=\"plaintext\"/>",
        env!("CARGO_PKG_VERSION"),
        escaped(job.source.tag())
    )?;
    writeln!(out, "  <body>")?;
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
    writeln!(out, "  </body>")?;
    writeln!(out, "</tmx>")
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

fn read(input: &Input<'_>) -> Returned {
    let source = match encoding::text(input) {
        Ok(source) => source,
        Err(problem) => return Returned::failed(problem),
    };
    let root = match xml::read(&source) {
        Ok(root) => root,
        Err(problem) => return Returned::failed(problem),
    };
    if root.name != "tmx" {
        let notice = Notice::new("job-not-tmx").arg("element", &root.name);
        return Returned::failed(notice.at(&source, root.span));
    }
    let srclang = root
        .child("header")
        .and_then(|header| header.attribute("srclang"));
    let mut returned = Returned::default();
    let body = root.child("body");
    for unit in body.into_iter().flat_map(Element::elements) {
        let own = unit.attribute("srclang").or(srclang);
        let Some((segment, langs)) = segment(&source, unit, own) else {
            continue;
        };
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
        key,
        at: (source.clone(), unit.span),
    };
    Some((segment, (lang(one)?, lang(other)?)))
}
