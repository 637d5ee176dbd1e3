//! What a reader reads of one side of a pair, in one text, with the way back to the file.

use crate::document::document::Document;
use crate::document::prose::Prose;
use crate::document::unit::UnitId;
use crate::document::unit::UnitSpan;
use crate::lint::finding::Location;
use crate::text::source::Source;
use std::ops::Range;

/// Stands between the texts of two units.
const GAP: &str = "\n\n";

/// The prose of several units in one text.
#[derive(Debug)]
pub struct SideProse {
    /// The text: emphasis marks and link targets gone, every code one object character.
    pub text: String,
    source: Source,
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    start: usize,
    unit: UnitId,
    prose: Prose,
}

impl SideProse {
    /// Gathers the prose of units; those that are not prose are left out.
    pub fn of(document: &Document, units: &[UnitId]) -> Self {
        let mut side = Self {
            text: String::new(),
            source: document.source.clone(),
            parts: Vec::new(),
        };
        for unit in units
            .iter()
            .filter(|unit| document.unit(**unit).kind.is_prose())
        {
            let prose = Prose::of(document, *unit);
            if !side.parts.is_empty() {
                side.text.push_str(GAP);
            }
            let start = side.text.len();
            side.text.push_str(&prose.text);
            side.parts.push(Part {
                start,
                unit: *unit,
                prose,
            });
        }
        side
    }

    /// Returns the units and where their prose stands in [`Self::text`].
    pub fn units(&self) -> impl Iterator<Item = (UnitId, Range<usize>)> {
        self.parts
            .iter()
            .map(|part| (part.unit, part.start..part.start + part.prose.text.len()))
    }

    /// Returns where a range of [`Self::text`] stands in a unit's text.
    pub fn to_unit(&self, range: Range<usize>) -> Option<(UnitId, UnitSpan)> {
        let n_before = self.parts.partition_point(|part| part.start <= range.start);
        let part = self.parts.get(n_before.checked_sub(1)?)?;
        let end = range
            .end
            .min(part.start + part.prose.text.len())
            .max(range.start);
        Some((
            part.unit,
            part.prose
                .to_unit(range.start - part.start..end - part.start),
        ))
    }

    /// Returns where a range of [`Self::text`] stands in the file.
    pub fn at(&self, document: &Document, range: Range<usize>) -> Location {
        let span = self
            .to_unit(range)
            .map(|(unit, span)| document.to_source(unit, span));
        Location {
            source: self.source.clone(),
            span: span.unwrap_or_default(),
        }
    }
}
