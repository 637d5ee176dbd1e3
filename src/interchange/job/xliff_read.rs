//! XLIFF of all versions, read: 1.0 to 1.2, and 2.

use crate::bitext::bitext::Level;
use crate::interchange::input::Input;
use crate::interchange::job::inline;
use crate::interchange::job::inline::OriginalData;
use crate::interchange::job::returned::Returned;
use crate::interchange::job::returned::ReturnedPiece;
use crate::interchange::job::returned::ReturnedSegment;
use crate::interchange::job::returned::ReturnedText;
use crate::interchange::job::wording::Role;
use crate::interchange::xml;
use crate::interchange::xml::Element;
use crate::text::lang::Lang;
use crate::text::source::Source;

/// What our notes and categories are marked with.
pub const TOOL: &str = "duizhao";

/// What the note with the name of the draft's text starts with.
pub const BASE: &str = "base ";

/// Reads a file of whatever version.
pub fn read(input: &Input<'_>) -> Returned {
    let (source, root) = match xml::read_root(input, "xliff", "job-not-xliff") {
        Ok(read) => read,
        Err(problem) => return Returned::failed(problem),
    };
    let version = root.attribute("version").unwrap_or_default();
    match version.starts_with('2') {
        true => read_2(&source, &root),
        false => read_1(&source, &root),
    }
}

fn read_1(source: &Source, root: &Element) -> Returned {
    let mut returned = Returned::default();
    for file in root.elements().filter(|element| element.name == "file") {
        let lang = |name: &str| file.attribute(name).map(Lang::new);
        returned.source = returned.source.or_else(|| lang("source-language"));
        returned.target = returned.target.or_else(|| lang("target-language"));
        let path = file.attribute("original").map(str::to_owned);
        for unit in below(file, "trans-unit") {
            let segment = unit_1(source, unit, path.clone());
            returned.segments.push(segment);
        }
    }
    returned
}

fn unit_1(source: &Source, unit: &Element, path: Option<String>) -> ReturnedSegment {
    let data = OriginalData::new();
    let side = |name: &str| unit.child(name).map(|side| inline::text(side, &data));
    let (own, target) = (side("source"), side("target"));
    let attribute = |name: &str| {
        unit.child("target")
            .and_then(|target| target.attribute(name))
    };
    let state = attribute("state");
    let is_machine = attribute("state-qualifier").is_some_and(|why| why.starts_with("mt-"));
    let is_approved = unit.attribute("approved") == Some("yes");
    let is_kept = unit.attribute("translate") == Some("no");
    let (level, is_level_said) = match state {
        _ if is_approved => (Some(Level::Reviewed), true),
        Some("signed-off" | "final") => (Some(Level::Reviewed), true),
        Some("needs-review-translation") if is_machine => (Some(Level::Machine), true),
        Some("needs-adaptation" | "needs-l10n" | "needs-review-adaptation") => (None, true),
        Some("needs-review-l10n" | "needs-review-translation") => (None, true),
        Some("translated") => (Some(Level::Translated), true),
        // Many programs leave the state as it was.
        _ => (Some(Level::Translated), false),
    };
    let mut notes = unit.elements().filter(|child| child.name == "note");
    let base = notes.find_map(|note| {
        let text = note.text();
        let is_ours = note.attribute("from") == Some(TOOL);
        text.strip_prefix(BASE)
            .filter(|_| is_ours)
            .map(str::to_owned)
    });
    finished(
        Unit {
            path,
            key: unit.attribute("id").map(str::to_owned),
            own,
            target: target.filter(|_| !is_kept),
            base,
            is_new: matches!(state, None | Some("new" | "needs-translation")),
        },
        (level, is_level_said),
        (source, unit),
    )
}

fn read_2(source: &Source, root: &Element) -> Returned {
    let mut returned = Returned {
        source: root.attribute("srcLang").map(Lang::new),
        target: root.attribute("trgLang").map(Lang::new),
        ..Returned::default()
    };
    for file in root.elements().filter(|element| element.name == "file") {
        let path = file.attribute("original").map(str::to_owned);
        for unit in below(file, "unit") {
            returned.segments.push(unit_2(source, unit, path.clone()));
        }
    }
    returned
}

fn unit_2(source: &Source, unit: &Element, path: Option<String>) -> ReturnedSegment {
    let data: OriginalData = unit
        .child("originalData")
        .into_iter()
        .flat_map(Element::elements)
        .filter_map(|data| Some((data.attribute("id")?.to_owned(), data.exact_text())))
        .collect();
    let is_part = |child: &&Element| matches!(child.name.as_str(), "segment" | "ignorable");
    let parts: Vec<&Element> = unit.elements().filter(is_part).collect();
    // A program may have cut the unit into sentences; what stands between them has no target of its own.
    let mut order: Vec<(usize, &Element)> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let target = part.child("target");
        let place = target.and_then(|target| target.attribute("order"));
        let place = place.and_then(|place| place.parse::<usize>().ok());
        order.push((place.map_or(at, |place| place.saturating_sub(1)), part));
    }
    let segments = || parts.iter().filter(|part| part.name == "segment");
    let is_whole = segments().all(|part| part.child("target").is_some());
    let own = joined(parts.iter().filter_map(|part| part.child("source")), &data);
    order.sort_by_key(|(place, _)| *place);
    let sides = order.iter().filter_map(|(_, part)| {
        let target = part.child("target");
        target.or_else(|| part.child("source").filter(|_| part.name == "ignorable"))
    });
    let target = is_whole.then(|| joined(sides, &data));
    let states: Vec<&str> = segments()
        .map(|part| part.attribute("state").unwrap_or("initial"))
        .collect();
    let is_machine = segments().any(|part| part.attribute("subState") == Some("duizhao:machine"));
    let is_new = states.contains(&"initial");
    let has_all = |wanted: &[&str]| states.iter().all(|state| wanted.contains(state));
    let level = match () {
        () if is_machine => (Some(Level::Machine), true),
        () if has_all(&["reviewed", "final"]) => (Some(Level::Reviewed), true),
        () => (Some(Level::Translated), !is_new),
    };
    let notes = unit.child("notes");
    let mut notes = notes.into_iter().flat_map(Element::elements);
    let base = notes.find(|note| note.attribute("category") == Some("duizhao:base"));
    let is_kept = unit.attribute("translate") == Some("no");
    finished(
        Unit {
            path,
            key: unit.attribute("id").map(str::to_owned),
            own: Some(own),
            target: target.filter(|_| !is_kept),
            base: base.map(Element::text),
            is_new,
        },
        level,
        (source, unit),
    )
}

/// A unit as it was read.
struct Unit {
    path: Option<String>,
    key: Option<String>,
    own: Option<ReturnedText>,
    target: Option<ReturnedText>,
    base: Option<String>,
    is_new: bool,
}

fn finished(
    unit: Unit,
    (level, is_level_said): (Option<Level>, bool),
    (source, element): (&Source, &Element),
) -> ReturnedSegment {
    // A new unit whose target is its source was filled in by a program.
    let is_filled = unit.is_new && unit.target.is_some() && unit.target == unit.own;
    let target = unit.target.filter(|target| !is_filled && !is_empty(target));
    ReturnedSegment {
        path: unit.path,
        key: unit.key,
        source: unit.own.as_ref().and_then(inline::markdown),
        target,
        base: unit.base,
        level,
        is_level_said,
        is_memory: false,
        is_everywhere: false,
        at: (source.clone(), element.span),
    }
}

fn is_empty(text: &ReturnedText) -> bool {
    match text {
        ReturnedText::Markdown(text) => text.trim().is_empty(),
        ReturnedText::Pieces(pieces) => pieces.is_empty(),
    }
}

/// Joins the sides of a unit's parts.
fn joined<'a>(sides: impl Iterator<Item = &'a Element>, data: &OriginalData) -> ReturnedText {
    let mut all: Vec<ReturnedPiece> = Vec::new();
    for side in sides {
        match inline::text(side, data) {
            ReturnedText::Markdown(text) => all.push(ReturnedPiece::Text(text)),
            ReturnedText::Pieces(pieces) => all.extend(pieces),
        }
    }
    let is_plain = all.iter().all(|piece| !is_code(piece));
    match is_plain {
        true => ReturnedText::Markdown(inline::plain(&all).unwrap_or_default()),
        false => ReturnedText::Pieces(all),
    }
}

const fn is_code(piece: &ReturnedPiece) -> bool {
    matches!(
        piece,
        ReturnedPiece::Code(_, Role::Open | Role::Close | Role::Alone, _)
    )
}

/// All elements of a name below an element, in reading order; none is looked for inside another.
fn below<'a>(element: &'a Element, name: &str) -> Vec<&'a Element> {
    let (mut found, mut open) = (Vec::new(), vec![element]);
    while let Some(element) = open.pop() {
        if element.name == name {
            found.push(element);
        } else {
            let inner: Vec<&Element> = element.elements().collect();
            open.extend(inner.into_iter().rev());
        }
    }
    found
}
