//! TBX version 3 (ISO 30042:2019), dialect TBX-Basic, data categories as attributes.

use crate::interchange::glossary::exchange::ExportSettings;
use crate::interchange::glossary::exchange::Format;
use crate::interchange::glossary::tbx;
use crate::interchange::glossary::tbx_write;
use crate::interchange::glossary::tbx_write::Names;
use crate::termbase::termbase::Termbase;
use std::io;
use std::io::Write;

/// TBX version 3.
pub static FORMAT: Format = Format {
    name: "tbx-v3",
    endings: &["tbx"],
    read: tbx::read,
    write,
    holds: |concept, key| tbx_write::holds(concept, key, &NAMES),
    leaves_out: tbx_write::leaves_out,
};

const NAMES: Names = Names {
    concept: "conceptEntry",
    language: "langSec",
    term: "termSec",
    has_listed_parts_of_speech: true,
};

fn write(termbase: &Termbase, settings: &ExportSettings, out: &mut dyn Write) -> io::Result<()> {
    let lang = settings.source.tag();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"{lang}\" xmlns=\"urn:iso:std:iso:30042:ed-2\">"
    )?;
    writeln!(
        out,
        "  <tbxHeader>\n    <fileDesc>\n      <sourceDesc>\n        <p>duizhao</p>\n      </sourceDesc>\n    </fileDesc>\n  </tbxHeader>"
    )?;
    writeln!(out, "  <text>\n    <body>")?;
    tbx_write::concepts(termbase, settings, &NAMES, out)?;
    writeln!(out, "    </body>\n  </text>\n</tbx>")
}
