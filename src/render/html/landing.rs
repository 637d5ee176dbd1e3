//! What a link inside a chapter can land on: headings and notes of both sides, each by an id of its own.

use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::lint::anchors::Anchors;
use crate::lint::anchors::Landing;
use crate::lint::destinations;
use crate::lint::slug;
use crate::lint::slug::STYLES;
use crate::lint::slug::SlugStyle;
use crate::render::book::RenderSettings;
use crate::render::edition::Edition;
use crate::render::edition::Node;
use crate::render::edition::Side;
use crate::render::html::sheet::SIDES;
use crate::render::html::sheet::at;
use std::collections::HashMap;
use std::collections::HashSet;

/// The ids of a page that are not its texts' own start so.
pub(crate) const OWN: &str = "dz-";

/// The ids of a chapter.
#[derive(Debug)]
pub(crate) struct Landings {
    headings: [HashMap<UnitId, String>; 2],
    anchors: [Anchors; 2],
    /// The number of each note by its label.
    notes: [HashMap<String, usize>; 2],
}

impl Landings {
    /// Gives every heading of both sides an id; the draft's come first.
    pub(crate) fn new(edition: &Edition<'_>, settings: &RenderSettings<'_>) -> Self {
        let mut taken = HashSet::new();
        let document = |side| edition.outline(side).document;
        let anchors = SIDES.map(|side| Anchors::of(document(side), STYLES));
        let mut headings = [HashMap::new(), HashMap::new()];
        for side in [Side::Target, Side::Source] {
            for heading in &anchors[at(side)].headings {
                let wished = match &heading.explicit {
                    Some(id) => id.clone(),
                    None => heading.slugs.first().cloned().unwrap_or_default(),
                };
                let id = free(&clean(&wished), &mut taken);
                headings[at(side)].insert(heading.unit, id);
            }
        }
        join(edition, settings, &edition.nodes, &mut headings);
        Self {
            headings,
            anchors,
            notes: SIDES.map(|side| notes(document(side))),
        }
    }

    /// Returns the id of a heading.
    pub(crate) fn heading(&self, side: Side, unit: UnitId) -> Option<&str> {
        self.headings[at(side)].get(&unit).map(String::as_str)
    }

    /// Returns the id of what a fragment of a side's links leads to.
    pub(crate) fn find(&self, side: Side, fragment: &str) -> Option<&str> {
        let fragment = destinations::decoded(fragment);
        let anchors = &self.anchors[at(side)];
        let heading = match anchors.find(&fragment)? {
            Landing::Explicit(idx) | Landing::Slug(idx, _) => anchors.headings.get(idx)?,
            Landing::Element => return None,
        };
        self.heading(side, heading.unit)
    }

    /// Returns the number of a note, when there is one.
    pub(crate) fn note(&self, side: Side, label: &str) -> Option<usize> {
        self.notes[at(side)].get(&folded(label)).copied()
    }
}

/// What is shown once has one id for both sides, and what is not shown has none.
fn join(
    edition: &Edition<'_>,
    settings: &RenderSettings<'_>,
    nodes: &[Node],
    headings: &mut [HashMap<UnitId, String>; 2],
) {
    for node in nodes {
        let passage = match node {
            Node::Container(container) => {
                join(edition, settings, &container.nodes, headings);
                continue;
            }
            Node::Passage(passage) => passage,
        };
        let units = SIDES.map(|side| {
            let outline = edition.outline(side);
            let blocks = passage.blocks(side).iter();
            let units = blocks.flat_map(|block| outline.units(*block));
            let is_heading =
                |unit: &UnitId| matches!(outline.document.unit(*unit).kind, UnitKind::Heading(_));
            units.filter(is_heading).collect::<Vec<UnitId>>()
        });
        let shown = settings.shown.as_ref();
        if shown.is_some_and(|shown| !shown.contains(&passage.standing)) {
            for side in SIDES {
                for unit in &units[at(side)] {
                    headings[at(side)].remove(unit);
                }
            }
        } else if passage.is_once && !passage.target.is_empty() {
            let [source, target] = &units;
            for (idx, unit) in source.iter().enumerate() {
                let other = target.get(idx).or(target.last());
                match other.and_then(|other| headings[1].get(other)).cloned() {
                    Some(id) => headings[0].insert(*unit, id),
                    None => headings[0].remove(unit),
                };
            }
        }
    }
}

/// Returns the id of a note, or of the place that refers to it.
pub(crate) fn note_id(side: Side, number: usize, is_reference: bool) -> String {
    let side = match side {
        Side::Source => "s",
        Side::Target => "t",
    };
    let kind = if is_reference { "ref" } else { "note" };
    format!("{OWN}{kind}-{side}{number}")
}

/// Numbers the notes of a document in the order in which they are first referred to; those that nothing refers to come last.
fn notes(document: &Document) -> HashMap<String, usize> {
    let defined = crate::render::labels::notes_of(document);
    let mut waiting: Vec<String> = defined.map(|(_, label)| folded(&label)).collect();
    let mut notes = HashMap::new();
    let codes = document.unit_ids().flat_map(|unit| document.codes(unit));
    let referred = codes.filter(|code| code.kind == CodeKind::Footnote);
    let mut order: Vec<String> = referred.map(|code| folded(&code.content)).collect();
    let known: HashSet<String> = waiting.iter().cloned().collect();
    order.retain(|label| known.contains(label));
    order.append(&mut waiting);
    for label in order {
        let next = notes.len() + 1;
        notes.entry(label).or_insert(next);
    }
    notes
}

fn folded(label: &str) -> String {
    let words: Vec<String> = label.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// Makes an id that HTML and XML take: no blanks, a letter first.
fn clean(wished: &str) -> String {
    let is_kept = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let kept: String = wished.chars().filter(is_kept).collect();
    let kept = match kept.is_empty() {
        true => slug::slug(SlugStyle::GitHub, "section"),
        false => kept,
    };
    let is_plain = kept.starts_with(|c: char| c.is_alphabetic()) && !kept.starts_with(OWN);
    if is_plain { kept } else { format!("h-{kept}") }
}

fn free(wished: &str, taken: &mut HashSet<String>) -> String {
    let mut id = wished.to_owned();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = format!("{wished}-{number}");
        number += 1;
    }
    id
}
