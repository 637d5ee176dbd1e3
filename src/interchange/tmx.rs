//! TMX 1.4: pairs of segments for other tools' memories.

use crate::interchange::xml::escaped;
use crate::text::lang::Lang;
use std::io;
use std::io::Write;

/// A pair of texts and how sure it is that they belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// The source text.
    pub source: String,
    /// The target text.
    pub target: String,
    /// From 0 to 1.
    pub confidence: f64,
}

/// Writes a whole memory. The confidence stands in a property `x-confidence`; what XML cannot hold is left out of the texts.
pub fn write(
    segments: &[Segment],
    source: &Lang,
    target: &Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<tmx version=\"1.4\">")?;
    writeln!(
        out,
        "  <header creationtool=\"duizhao\" creationtoolversion=\"{}\" segtype=\"block\" o-tmf=\"duizhao\" adminlang=\"en\" srclang=\"{}\" datatype=\"plaintext\"/>",
        env!("CARGO_PKG_VERSION"),
        escaped(source.tag())
    )?;
    writeln!(out, "  <body>")?;
    for segment in segments {
        writeln!(out, "    <tu>")?;
        let confidence = segment.confidence;
        writeln!(
            out,
            "      <prop type=\"x-confidence\">{confidence:.4}</prop>"
        )?;
        for (lang, text) in [(source, &segment.source), (target, &segment.target)] {
            let text: String = text.chars().filter(|c| is_allowed(*c)).collect();
            writeln!(
                out,
                "      <tuv xml:lang=\"{}\"><seg>{}</seg></tuv>",
                escaped(lang.tag()),
                escaped(&text)
            )?;
        }
        writeln!(out, "    </tu>")?;
    }
    writeln!(out, "  </body>")?;
    writeln!(out, "</tmx>")
}

/// Tells whether XML 1.0 can hold a character.
const fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
