//! Which segments of two files belong together (`duizhao/align/1`).

use crate::bitext::align::Indices;
use crate::bitext::bitext::TextPair;
use crate::bitext::moves;
use crate::report::segment::confidence;
use crate::report::table::printable;
use crate::text::script;
use serde::Serialize;
use std::io;
use std::io::Write;

/// Beads and the texts their indices name.
#[derive(Clone, Debug)]
pub struct Aligned {
    beads: Vec<Indices>,
    /// Whether each bead stands elsewhere in the target.
    moved: Vec<bool>,
    source: Vec<String>,
    target: Vec<String>,
}

impl Aligned {
    /// Looks at the order of beads; their indices name the texts.
    pub fn new(beads: Vec<Indices>, source: Vec<String>, target: Vec<String>) -> Self {
        Self {
            moved: moves::moved(&beads),
            beads,
            source,
            target,
        }
    }

    fn texts(&self, bead: &Indices) -> TextPair {
        TextPair {
            source: joined(&self.source, &bead.0),
            target: joined(&self.target, &bead.1),
            confidence: confidence(bead.2),
        }
    }

    /// Returns the texts of all beads with both sides.
    pub fn pairs(&self) -> Vec<TextPair> {
        let pairs = self
            .beads
            .iter()
            .filter(|(source, target, _)| !source.is_empty() && !target.is_empty());
        pairs.map(|bead| self.texts(bead)).collect()
    }
}

/// Joins segments as sentences are: without a space behind Han characters and their punctuation.
fn joined(texts: &[String], idxs: &[usize]) -> String {
    let mut whole = String::new();
    for idx in idxs {
        let text = texts.get(*idx).map(|text| text.trim()).unwrap_or_default();
        let last = whole.chars().next_back();
        let is_tight = last.is_some_and(|c| {
            script::is_han(c) || script::is_cjk_punctuation(c) || matches!(c, '”' | '’' | '…')
        });
        if !whole.is_empty() && !is_tight {
            whole.push(' ');
        }
        whole.push_str(text);
    }
    whole
}

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
    #[serde(skip_serializing_if = "is_false")]
    moved: bool,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands fields over by reference"
)]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// Writes one JSON document.
pub fn write_json(aligned: &Aligned, out: &mut dyn Write) -> io::Result<()> {
    let beads = aligned.beads.iter().zip(&aligned.moved);
    let document = AlignJson {
        schema: "duizhao/align/1",
        beads: beads
            .map(|((source, target, score), moved)| BeadJson {
                source,
                target,
                confidence: confidence(*score),
                moved: *moved,
            })
            .collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// Writes `[0]:[0, 1]:score`, one bead a line.
pub fn write_beads(aligned: &Aligned, out: &mut dyn Write) -> io::Result<()> {
    for (source, target, score) in &aligned.beads {
        let (source, target) = (list(source, ", "), list(target, ", "));
        writeln!(out, "[{source}]:[{target}]:{:.4}", confidence(*score))?;
    }
    Ok(())
}

fn list(idxs: &[usize], between: &str) -> String {
    let idxs: Vec<String> = idxs.iter().map(usize::to_string).collect();
    idxs.join(between)
}

/// Writes a table: source indices, target indices, confidence, source text, target text; a line break or a tab inside a text is a space.
pub fn write_tsv(aligned: &Aligned, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "source_idx\ttarget_idx\tconfidence\tsource\ttarget")?;
    let cell = |text: &str| text.replace(['\t', '\n', '\r'], " ");
    for bead in &aligned.beads {
        let texts = aligned.texts(bead);
        writeln!(
            out,
            "{}\t{}\t{:.4}\t{}\t{}",
            list(&bead.0, ","),
            list(&bead.1, ","),
            texts.confidence,
            cell(&texts.source),
            cell(&texts.target)
        )?;
    }
    Ok(())
}

/// Writes the texts for people: `<` before a source segment, `>` before a target segment, `moved` behind the confidence of a bead that stands elsewhere.
pub fn write_full(aligned: &Aligned, out: &mut dyn Write) -> io::Result<()> {
    for ((source_idxs, target_idxs, score), moved) in aligned.beads.iter().zip(&aligned.moved) {
        let moved = if *moved { "  moved" } else { "" };
        writeln!(out, "{:.0} %{moved}", confidence(*score) * 100.0)?;
        let sides = [
            ("<", &aligned.source, source_idxs),
            (">", &aligned.target, target_idxs),
        ];
        for (mark, texts, idxs) in sides {
            for idx in idxs {
                let text = texts.get(*idx).map(String::as_str).unwrap_or_default();
                writeln!(out, "  {mark} {}", printable(text.trim()))?;
            }
        }
    }
    Ok(())
}
