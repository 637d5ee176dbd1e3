//! TMX 1.4: pairs of segments for other tools' memories.

use crate::bitext::bitext::TextPair;
use crate::interchange::xml::escaped;
use crate::text::lang::Lang;
use std::io;
use std::io::Write;

/// Writes a whole memory. The confidence stands in a property `x-confidence`; what XML cannot hold is left out of the texts.
pub fn write(
    pairs: &[TextPair],
    source: &Lang,
    target: &Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    begin("block", "duizhao", source, out)?;
    for pair in pairs {
        writeln!(out, "    <tu>")?;
        let confidence = pair.confidence;
        writeln!(
            out,
            "      <prop type=\"x-confidence\">{confidence:.4}</prop>"
        )?;
        for (lang, text) in [(source, &pair.source), (target, &pair.target)] {
            writeln!(
                out,
                "      <tuv xml:lang=\"{}\"><seg>{}</seg></tuv>",
                escaped(lang.tag()),
                escaped(text)
            )?;
        }
        writeln!(out, "    </tu>")?;
    }
    end(out)
}

/// Begins a memory: how its texts are cut, how they are written, and the language of their sources.
pub fn begin(cut: &str, tmf: &str, source: &Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<tmx version=\"1.4\">")?;
    writeln!(
        out,
        "  <header creationtool=\"duizhao\" creationtoolversion=\"{}\" segtype=\"{cut}\" o-tmf=\"{tmf}\" adminlang=\"en\" srclang=\"{}\" datatype=\"plaintext\"/>",
        env!("CARGO_PKG_VERSION"),
        escaped(source.tag())
    )?;
    writeln!(out, "  <body>")
}

/// Ends it.
pub fn end(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "  </body>")?;
    writeln!(out, "</tmx>")
}
