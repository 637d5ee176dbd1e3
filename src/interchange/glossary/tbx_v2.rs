//! TBX version 2 (`martif`), the one that OmegaT, Weblate and translate-toolkit read.

use crate::interchange::glossary::exchange::ExportSettings;
use crate::interchange::glossary::exchange::Format;
use crate::interchange::glossary::tbx;
use crate::interchange::glossary::tbx_write;
use crate::interchange::glossary::tbx_write::Names;
use crate::termbase::termbase::Termbase;
use std::io;
use std::io::Write;

/// TBX version 2.
pub static FORMAT: Format = Format {
    name: "tbx-v2",
    endings: &["tbx", "martif", "xml"],
    read: tbx::read,
    write,
    holds: |concept, key| tbx_write::holds(concept, key, &NAMES),
    leaves_out: tbx_write::leaves_out,
};

const NAMES: Names = Names {
    concept: "termEntry",
    language: "langSet",
    term: "tig",
    has_listed_parts_of_speech: false,
};

fn write(termbase: &Termbase, settings: &ExportSettings, out: &mut dyn Write) -> io::Result<()> {
    let lang = settings.source.tag();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">")?;
    writeln!(out, "<martif type=\"TBX\" xml:lang=\"{lang}\">")?;
    writeln!(
        out,
        "  <martifHeader>\n    <fileDesc>\n      <sourceDesc>\n        <p>duizhao</p>\n      </sourceDesc>\n    </fileDesc>"
    )?;
    writeln!(
        out,
        "    <encodingDesc>\n      <p type=\"XCSURI\">TBXXCSV02.xcs</p>\n    </encodingDesc>\n  </martifHeader>"
    )?;
    writeln!(out, "  <text>\n    <body>")?;
    tbx_write::concepts(termbase, settings, &NAMES, out)?;
    writeln!(out, "    </body>\n  </text>\n</martif>")
}
