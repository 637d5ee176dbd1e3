//! One side of a lock against one side of the files: which accepted text stands at which unit now.

use crate::document::document::Document;
use crate::document::unit::{UnitId, UnitKind};
use crate::lock::fold;
use crate::lock::likeness::Profile;
use crate::text::fingerprint::Fingerprint;
use std::ops::Range;

/// An accepted text: one unit of one side of a record.
#[derive(Clone, Debug)]
pub struct Element<'a> {
    /// The text as it was accepted.
    pub text: &'a str,
    /// Its name by content.
    pub key: Fingerprint,
    /// Index of its record among all that are looked at.
    pub record: usize,
    /// Where it is found now.
    pub place: Option<Place>,
}

/// Where an accepted text is found: one unit, or several in a row where it was split.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Index of the first unit.
    pub start: usize,
    /// Index after the last unit.
    pub end: usize,
    /// 1.0 where the text is the same, else how alike it is.
    pub likeness: f32,
    /// Whether the text is the same.
    pub is_exact: bool,
}

/// One side: the accepted texts in the locks' order, and the units in the file's.
#[derive(Debug)]
pub struct Trail<'a> {
    /// The accepted texts.
    pub elements: Vec<Element<'a>>,
    /// Where a run of elements that followed each other in one file starts: index of its first element, ascending.
    pub runs: Vec<usize>,
    /// For each record, its elements.
    pub of_record: Vec<Range<usize>>,
    /// The units' names by content.
    pub keys: Vec<Fingerprint>,
    /// The units that some element has been found at.
    pub is_taken: Vec<bool>,
    /// The file.
    pub document: &'a Document,
    profiles: Vec<Option<Profile>>,
}

impl<'a> Trail<'a> {
    /// Starts with no accepted text.
    pub fn new(document: &'a Document) -> Self {
        let keys: Vec<_> = document
            .unit_ids()
            .map(|unit| fold::key(document.text(unit)))
            .collect();
        Self {
            elements: Vec::new(),
            runs: Vec::new(),
            of_record: Vec::new(),
            is_taken: vec![false; keys.len()],
            profiles: vec![None; keys.len()],
            keys,
            document,
        }
    }

    /// Adds records whose texts followed each other in one file.
    pub fn push_run(&mut self, records: impl IntoIterator<Item = &'a [String]>) {
        self.runs.push(self.elements.len());
        for texts in records {
            let (record, start) = (self.of_record.len(), self.elements.len());
            self.elements.extend(texts.iter().map(|text| Element {
                text,
                key: fold::key(text),
                record,
                place: None,
            }));
            self.of_record.push(start..self.elements.len());
        }
    }

    /// Returns the number of units.
    pub fn n_units(&self) -> usize {
        self.keys.len()
    }

    /// Returns a unit's id.
    pub fn unit(&self, unit_idx: usize) -> UnitId {
        UnitId(u32::try_from(unit_idx).unwrap_or(u32::MAX))
    }

    /// Returns a unit's text.
    pub fn text(&self, unit_idx: usize) -> &'a str {
        self.document.text(self.unit(unit_idx))
    }

    /// Returns a unit's kind.
    pub fn kind(&self, unit_idx: usize) -> UnitKind {
        self.document.unit(self.unit(unit_idx)).kind
    }

    /// Returns the key of a front-matter value.
    pub fn key(&self, unit_idx: usize) -> Option<&str> {
        let unit = self.document.unit(self.unit(unit_idx));
        let is_keyed = unit.kind == UnitKind::FrontMatter;
        unit.key.as_deref().filter(|_| is_keyed)
    }

    /// Returns the profile of a unit's text, taken once.
    pub fn profile(&mut self, unit_idx: usize) -> Profile {
        let text = self.text(unit_idx);
        match self.profiles.get_mut(unit_idx) {
            Some(slot) => slot.get_or_insert_with(|| Profile::of(text)).clone(),
            None => Profile::default(),
        }
    }

    /// Notes where an element is found.
    pub fn put(&mut self, element: usize, place: Place) {
        self.elements[element].place = Some(place);
        self.is_taken[place.start..place.end].fill(true);
    }

    /// Forgets where a record's elements are found.
    pub fn release(&mut self, record: usize) {
        for element in self.of_record[record].clone() {
            if let Some(place) = self.elements[element].place.take() {
                self.is_taken[place.start..place.end].fill(false);
            }
        }
    }

    /// Tells whether every text of a record is found unchanged.
    pub fn is_whole(&self, record: usize) -> bool {
        self.elements[self.of_record[record].clone()]
            .iter()
            .all(|element| element.place.is_some_and(|place| place.is_exact))
    }

    /// Tells whether any text of a record is found.
    pub fn is_found(&self, record: usize) -> bool {
        self.elements[self.of_record[record].clone()]
            .iter()
            .any(|element| element.place.is_some())
    }

    /// Tells whether two elements followed each other in one file.
    pub fn is_same_run(&self, one: usize, other: usize) -> bool {
        let run = |element: usize| self.runs.partition_point(|start| *start <= element);
        run(one) == run(other)
    }
}
