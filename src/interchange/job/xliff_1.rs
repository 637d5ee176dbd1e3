//! XLIFF 1.2, the form that most translation programs read: one unit a segment, codes as `g` and `x`.

use crate::bitext::bitext::PairState;
use crate::interchange::job::content::Job;
use crate::interchange::job::content::Segment;
use crate::interchange::job::format;
use crate::interchange::job::format::Format;
use crate::interchange::job::format::WriteSettings;
use crate::interchange::job::inline;
use crate::interchange::job::wording::Piece;
use crate::interchange::job::wording::Role;
use crate::interchange::job::wording::Wording;
use crate::interchange::job::xliff_read;
use crate::interchange::job::xliff_read::BASE;
use crate::interchange::job::xliff_read::TOOL;
use crate::interchange::xml::escaped;
use std::io;
use std::io::Write;

/// XLIFF 1.2.
pub static FORMAT: Format = Format {
    name: "xliff-1.2",
    endings: &["xlf", "xliff"],
    is_usual: format::all_with_ignored,
    read: xliff_read::read,
    write,
};

fn write(job: &Job, settings: &WriteSettings, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">"
    )?;
    for file in &job.files {
        if file.wanted().next().is_none() {
            continue;
        }
        writeln!(
            out,
            "  <file original=\"{}\" source-language=\"{}\" target-language=\"{}\" datatype=\"x-markdown\" xml:space=\"preserve\">",
            escaped(&file.source),
            escaped(job.source.tag()),
            escaped(job.target.tag())
        )?;
        writeln!(out, "    <body>")?;
        for segment in file.wanted() {
            unit(segment, settings, out)?;
        }
        writeln!(out, "    </body>")?;
        writeln!(out, "  </file>")?;
    }
    writeln!(out, "</xliff>")
}

fn unit(segment: &Segment, settings: &WriteSettings, out: &mut dyn Write) -> io::Result<()> {
    let name = segment.name.as_ref();
    let name = name.map(|name| format!(" resname=\"{}\"", escaped(name)));
    let (state, more) = standing(segment.state);
    writeln!(
        out,
        "      <trans-unit id=\"{}\"{} restype=\"x-{}\"{more}>",
        segment.key,
        name.unwrap_or_default(),
        segment.kind.name()
    )?;
    writeln!(out, "        <source>{}</source>", content(&segment.source))?;
    let target = settings.target(segment);
    match target {
        Some(target) => writeln!(out, "        <target{state}>{}</target>", content(target))?,
        None => writeln!(out, "        <target{state}></target>")?,
    }
    if let Some(previous) = &segment.previous {
        writeln!(
            out,
            "        <alt-trans alttranstype=\"previous-version\"><source>{}</source><target>{}</target></alt-trans>",
            escaped(&previous.source),
            escaped(&previous.target)
        )?;
    }
    writeln!(
        out,
        "        <note from=\"{TOOL}\">{BASE}{}</note>",
        segment.base()
    )?;
    for term in &segment.terms {
        let targets = term.targets.join(", ");
        writeln!(
            out,
            "        <note from=\"glossary\">{} = {}</note>",
            escaped(&term.source),
            escaped(&targets)
        )?;
    }
    writeln!(out, "      </trans-unit>")
}

/// The attributes of the target and of the unit that say how a pair stands.
const fn standing(state: PairState) -> (&'static str, &'static str) {
    match state {
        PairState::Untranslated | PairState::Orphaned => (" state=\"new\"", ""),
        PairState::Machine => (
            " state=\"needs-review-translation\" state-qualifier=\"mt-suggestion\"",
            "",
        ),
        PairState::Unconfirmed | PairState::Edited | PairState::Translated => {
            (" state=\"translated\"", "")
        }
        PairState::Stale(_) => (" state=\"needs-adaptation\"", ""),
        PairState::Reviewed => (" state=\"signed-off\"", " approved=\"yes\""),
        PairState::Ignored => ("", " translate=\"no\""),
    }
}

fn content(wording: &Wording) -> String {
    let mut out = String::new();
    for piece in wording.pieces() {
        match piece {
            Piece::Text(text) => out.push_str(&escaped(text)),
            Piece::Code(code, text) => {
                let kind = inline::kind(code.kind, code.role);
                out.push_str(&match code.role {
                    Role::Open => format!("<g id=\"{}\" ctype=\"{kind}\">", code.id),
                    Role::Close => "</g>".to_owned(),
                    Role::Alone => format!(
                        "<x id=\"{}\" ctype=\"{kind}\" equiv-text=\"{}\"/>",
                        code.id,
                        escaped(text).replace('\n', "&#10;")
                    ),
                });
            }
        }
    }
    out
}
