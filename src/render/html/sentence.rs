//! Which sentence of one side stands for which of the other: what a reader's pointer shows.

use crate::bitext::align;
use crate::bitext::align::AlignSettings;
use crate::bitext::bitext::Pair;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::render::edition::Edition;
use crate::render::edition::Side;
use crate::render::html::sheet::at;

/// Where the sentences of a unit start, and the number that each shares with its counterpart.
type Starts = Vec<(u32, Option<u32>)>;

/// The sentences of a chapter that have a counterpart.
#[derive(Debug, Default)]
pub(crate) struct Sentences {
    /// For each unit of each side.
    starts: [Vec<Starts>; 2],
}

impl Sentences {
    /// Aligns the sentences of all pairs of a chapter.
    pub(crate) fn of(edition: &Edition<'_>, settings: &AlignSettings) -> Self {
        let (source, target) = (edition.source.document, edition.target.document);
        let mut sentences = Self {
            starts: [
                vec![Vec::new(); source.units.len()],
                vec![Vec::new(); target.units.len()],
            ],
        };
        let is_read = |pair: &&Pair| {
            let is_prose = |document: &Document, units: &[UnitId]| {
                let mut units = units.iter();
                units.all(|unit| document.unit(*unit).kind.is_prose())
            };
            !pair.source.is_empty()
                && !pair.target.is_empty()
                && is_prose(source, &pair.source)
                && is_prose(target, &pair.target)
        };
        let pairs: Vec<Pair> = edition
            .bitext
            .pairs
            .iter()
            .filter(is_read)
            .cloned()
            .collect();
        let found = align::align_all_sentences(source, target, &pairs, settings);
        let mut group = 0;
        for pair in found.into_iter().flatten() {
            let is_pair = !pair.source.is_empty() && !pair.target.is_empty();
            let number = is_pair.then_some(group);
            group += u32::from(is_pair);
            for (side, members) in [(Side::Source, pair.source), (Side::Target, pair.target)] {
                for (unit, span) in members {
                    if let Some(starts) = sentences.starts[at(side)].get_mut(unit.idx()) {
                        starts.push((span.start, number));
                    }
                }
            }
        }
        for starts in sentences.starts.iter_mut().flatten() {
            starts.sort_unstable();
        }
        sentences
    }

    /// Returns where the sentences of a unit start; none when nothing stands for it.
    pub(crate) fn starts(&self, side: Side, unit: UnitId) -> &[(u32, Option<u32>)] {
        let starts = self.starts[at(side)].get(unit.idx());
        starts.map_or(&[], Vec::as_slice)
    }
}
