//! XLIFF 2.1. The plain profile has one segment a unit and nothing but codes with their original data; the full one adds matches and the glossary.

use crate::bitext::bitext::PairState;
use crate::document::inline::CodeKind;
use crate::interchange::job::content::Job;
use crate::interchange::job::content::Segment;
use crate::interchange::job::format;
use crate::interchange::job::format::Format;
use crate::interchange::job::format::WriteSettings;
use crate::interchange::job::wording::Piece;
use crate::interchange::job::wording::Role;
use crate::interchange::job::wording::Wording;
use crate::interchange::job::xliff_read;
use crate::interchange::job::xliff_read::TOOL;
use crate::interchange::xml::escaped;
use std::io;
use std::io::Write;

/// XLIFF 2.1.
pub static FORMAT: Format = Format {
    name: "xliff-2.1",
    endings: &["xlf", "xliff"],
    is_usual: format::all_with_ignored,
    read: xliff_read::read,
    write,
};

fn write(job: &Job, settings: &WriteSettings, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    let modules = match settings.is_full {
        true => {
            " xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\" xmlns:gls=\"urn:oasis:names:tc:xliff:glossary:2.0\""
        }
        false => "",
    };
    writeln!(
        out,
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"{modules} version=\"2.1\" srcLang=\"{}\" trgLang=\"{}\" xml:space=\"preserve\">",
        escaped(job.source.tag()),
        escaped(job.target.tag())
    )?;
    let files = job.files.iter();
    let files = files.filter(|file| file.wanted().next().is_some());
    for (at, file) in (1..).zip(files) {
        let path = escaped(&file.source);
        writeln!(out, "  <file id=\"f{at}\" original=\"{path}\">")?;
        for segment in file.wanted() {
            unit(segment, settings, out)?;
        }
        writeln!(out, "  </file>")?;
    }
    writeln!(out, "</xliff>")
}

fn unit(segment: &Segment, settings: &WriteSettings, out: &mut dyn Write) -> io::Result<()> {
    let name = segment.name.as_ref();
    let name = name.map(|name| format!(" name=\"{}\"", escaped(name)));
    let is_ignored = segment.state == PairState::Ignored;
    let translate = if is_ignored { " translate=\"no\"" } else { "" };
    writeln!(
        out,
        "    <unit id=\"{}\"{} type=\"{TOOL}:{}\"{translate}>",
        segment.key,
        name.unwrap_or_default(),
        segment.kind.name()
    )?;
    if settings.is_full {
        modules(segment, out)?;
    }
    writeln!(out, "      <notes>")?;
    let mut note = |category: &str, text: &str| {
        writeln!(
            out,
            "        <note category=\"{TOOL}:{category}\">{}</note>",
            escaped(text)
        )
    };
    note("base", &segment.base())?;
    if let Some(previous) = &segment.previous {
        note("previous", &previous.source)?;
    }
    for term in &segment.terms {
        let targets = term.targets.join(", ");
        note("term", &format!("{} = {targets}", term.source))?;
    }
    writeln!(out, "      </notes>")?;
    let mut data = Data::default();
    let source = data.content(&segment.source);
    let target = settings.target(segment);
    let target = target.map(|target| data.content(target));
    if !data.texts.is_empty() {
        writeln!(out, "      <originalData>")?;
        for (at, text) in (1..).zip(&data.texts) {
            let text = escaped(text);
            writeln!(out, "        <data id=\"d{at}\">{text}</data>")?;
        }
        writeln!(out, "      </originalData>")?;
    }
    let has_match = settings.is_full && segment.previous.is_some();
    let source = match has_match {
        true => format!("<mrk id=\"mk1\" type=\"mtc:match\">{source}</mrk>"),
        false => source,
    };
    writeln!(out, "      <segment id=\"s1\"{}>", standing(segment.state))?;
    writeln!(out, "        <source>{source}</source>")?;
    if let Some(target) = target {
        writeln!(out, "        <target>{target}</target>")?;
    }
    writeln!(out, "      </segment>")?;
    writeln!(out, "    </unit>")
}

/// What was accepted, as a match; the terms, as a glossary.
fn modules(segment: &Segment, out: &mut dyn Write) -> io::Result<()> {
    if let Some(previous) = &segment.previous {
        writeln!(out, "      <mtc:matches>")?;
        writeln!(
            out,
            "        <mtc:match ref=\"#mk1\" type=\"tm\" origin=\"{TOOL}\">"
        )?;
        let (source, target) = (escaped(&previous.source), escaped(&previous.target));
        writeln!(out, "          <source>{source}</source>")?;
        writeln!(out, "          <target>{target}</target>")?;
        writeln!(out, "        </mtc:match>")?;
        writeln!(out, "      </mtc:matches>")?;
    }
    if !segment.terms.is_empty() {
        writeln!(out, "      <gls:glossary>")?;
        for (at, term) in (1..).zip(&segment.terms) {
            writeln!(out, "        <gls:glossEntry id=\"g{at}\">")?;
            writeln!(
                out,
                "          <gls:term>{}</gls:term>",
                escaped(&term.source)
            )?;
            for target in &term.targets {
                let target = escaped(target);
                writeln!(out, "          <gls:translation>{target}</gls:translation>")?;
            }
            if let Some(note) = &term.note {
                let note = escaped(note);
                writeln!(out, "          <gls:definition>{note}</gls:definition>")?;
            }
            writeln!(out, "        </gls:glossEntry>")?;
        }
        writeln!(out, "      </gls:glossary>")?;
    }
    Ok(())
}

/// The attributes of a segment that say how a pair stands.
const fn standing(state: PairState) -> &'static str {
    match state {
        PairState::Untranslated | PairState::Orphaned | PairState::Ignored => " state=\"initial\"",
        PairState::Machine => " state=\"translated\" subState=\"duizhao:machine\"",
        PairState::Unconfirmed | PairState::Edited | PairState::Translated => {
            " state=\"translated\""
        }
        PairState::Stale(_) => " state=\"initial\" subState=\"duizhao:stale\"",
        PairState::Reviewed => " state=\"reviewed\"",
    }
}

/// The original data of a unit: each text once.
#[derive(Default)]
struct Data {
    texts: Vec<String>,
}

impl Data {
    fn name(&mut self, text: &str) -> String {
        let known = self.texts.iter().position(|known| known == text);
        let at = known.unwrap_or_else(|| {
            self.texts.push(text.to_owned());
            self.texts.len() - 1
        });
        format!("d{}", at + 1)
    }

    fn content(&mut self, wording: &Wording) -> String {
        let mut out = String::new();
        for piece in wording.pieces() {
            match piece {
                Piece::Text(text) => out.push_str(&escaped(text)),
                Piece::Code(code, text) => {
                    let data = self.name(text);
                    let (id, kind) = (code.id, kind(code.kind));
                    out.push_str(&match code.role {
                        Role::Open => {
                            let close = wording.code(id, Role::Close).unwrap_or_default();
                            let end = self.name(close);
                            format!(
                                "<pc id=\"{id}\"{kind} dataRefStart=\"{data}\" dataRefEnd=\"{end}\">"
                            )
                        }
                        Role::Close => "</pc>".to_owned(),
                        Role::Alone => format!("<ph id=\"{id}\"{kind} dataRef=\"{data}\"/>"),
                    });
                }
            }
        }
        out
    }
}

/// What XLIFF 2 calls a kind of code.
const fn kind(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Strong => " type=\"fmt\" subType=\"xlf:b\"",
        CodeKind::Emphasis => " type=\"fmt\" subType=\"xlf:i\"",
        CodeKind::Strikethrough => " type=\"fmt\"",
        CodeKind::HardBreak => " type=\"fmt\" subType=\"xlf:lb\"",
        CodeKind::Link | CodeKind::Autolink => " type=\"link\"",
        CodeKind::Image => " type=\"image\"",
        _ => " type=\"other\"",
    }
}
