//! What a check may look at. Facts that rules share are computed here once a pair.

use crate::bitext::bitext::{Bitext, Pair};
use crate::document::document::Document;
use crate::document::unit::{UnitId, UnitSpan};
use crate::lint::finding::Location;
use crate::lock::lock::Damage;
use crate::text::source::Source;
use crate::text::span::Span;

/// A pair with both sides.
pub struct PairCx<'a> {
    /// The bitext it stands in.
    pub bitext: &'a Bitext,
    /// The pair.
    pub pair: &'a Pair,
    /// Its source side.
    pub source: Side<'a>,
    /// Its target side.
    pub target: Side<'a>,
}

/// One side of a pair: one unit or several.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The document.
    pub document: &'a Document,
    /// The units, in reading order.
    pub units: &'a [UnitId],
}

/// A whole bitext and its lock.
pub struct BitextCx<'a> {
    /// The bitext.
    pub bitext: &'a Bitext,
    /// What was wrong with its lock.
    pub damage: &'a [Damage],
    /// The lock's file, when there is one.
    pub lock: Option<&'a Source>,
}

/// One document.
pub struct DocumentCx<'a> {
    /// The document.
    pub document: &'a Document,
}

impl Side<'_> {
    /// Returns the place of a part of one unit's text.
    pub fn at(&self, unit: UnitId, part: UnitSpan) -> Location {
        Location {
            source: self.document.source.clone(),
            span: self.document.to_source(unit, part),
        }
    }

    /// Returns the place of the whole side.
    pub fn whole(&self) -> Location {
        let spans = self.units.iter().map(|unit| self.document.unit(*unit).span);
        let span = spans
            .reduce(|first, last| Span::new(first.start.min(last.start), first.end.max(last.end)));
        Location {
            source: self.document.source.clone(),
            span: span.unwrap_or_default(),
        }
    }
}
