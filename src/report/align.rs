//! Which segments of two files belong together (`duizhao/align/1`).

use crate::report::segment::confidence;
use crate::report::table::printable;
use serde::Serialize;
use std::io;
use std::io::Write;

/// Source indices, target indices, confidence.
pub type Bead = (Vec<usize>, Vec<usize>, f32);

#[derive(Serialize)]
struct AlignJson<'a> {
    schema: &'static str,
    beads: Vec<BeadJson<'a>>,
}

#[derive(Serialize)]
struct BeadJson<'a> {
    source: &'a [usize],
    target: &'a [usize],
    confidence: f64,
}

/// Writes one JSON document.
pub fn write_json(beads: &[Bead], out: &mut dyn Write) -> io::Result<()> {
    let document = AlignJson {
        schema: "duizhao/align/1",
        beads: beads
            .iter()
            .map(|(source, target, score)| BeadJson {
                source,
                target,
                confidence: confidence(*score),
            })
            .collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// Writes `[0]:[0,1]:score`, one bead a line.
pub fn write_beads(beads: &[Bead], out: &mut dyn Write) -> io::Result<()> {
    let list = |idxs: &[usize]| {
        let idxs: Vec<String> = idxs.iter().map(usize::to_string).collect();
        idxs.join(",")
    };
    for (source, target, score) in beads {
        writeln!(
            out,
            "[{}]:[{}]:{:.4}",
            list(source),
            list(target),
            confidence(*score)
        )?;
    }
    Ok(())
}

/// Writes the texts for people: `<` before a source segment, `>` before a target segment.
pub fn write_full(
    beads: &[Bead],
    source: &[String],
    target: &[String],
    out: &mut dyn Write,
) -> io::Result<()> {
    for (source_idxs, target_idxs, score) in beads {
        writeln!(out, "{:.0} %", confidence(*score) * 100.0)?;
        for (mark, texts, idxs) in [("<", source, source_idxs), (">", target, target_idxs)] {
            for idx in idxs {
                let text = texts.get(*idx).map(String::as_str).unwrap_or_default();
                writeln!(out, "  {mark} {}", printable(text.trim()))?;
            }
        }
    }
    Ok(())
}
