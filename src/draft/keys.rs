//! Front matter: keys that are new in the source are added to the draft, their lines as they stand.

use crate::bitext::bitext::Bitext;
use crate::document::block::{Block, BlockKind};
use crate::document::document::Document;
use crate::document::placeholder;
use crate::document::problem::ProblemKind;
use crate::document::unit::{Notation, UnitId, UnitKind};
use crate::draft::place;
use crate::draft::render::Fillings;
use crate::draft::step::{Part, StepKind, one_line};
use crate::markdown::write;
use crate::markdown::yaml_values;
use crate::text::edit::Edit;
use crate::text::span::Span;

/// A key at the outermost level and the lines of its value.
struct Entry {
    key: String,
    span: Span,
}

/// Plans the keys that a draft lacks.
pub fn plan(bitext: &Bitext) -> Part {
    plan_some(bitext, None)
}

/// Plans the keys of translations that a draft lacks, and no others.
pub fn fill(bitext: &Bitext, fillings: &Fillings) -> Part {
    plan_some(bitext, Some(fillings))
}

fn plan_some(bitext: &Bitext, fillings: Option<&Fillings>) -> Part {
    let mut part = Part::default();
    let (source, target) = (&bitext.source, &bitext.target);
    let Some(front) = front(source) else {
        return part;
    };
    let open = bitext.pairs.iter().filter(|pair| pair.target.is_empty());
    let open = open.flat_map(|pair| pair.source.iter().copied());
    let mut missing: Vec<UnitId> = open
        .filter(|unit| source.unit(*unit).kind == UnitKind::FrontMatter)
        .filter(|unit| source.unit(*unit).is_translatable)
        .filter(|unit| fillings.is_none_or(|fillings| fillings.contains_key(unit)))
        .collect();
    missing.sort_unstable();
    if missing.is_empty() {
        return part;
    }
    let entries = entries(source, front);
    let theirs = self::front(target);
    let is_broken = |document: &Document| {
        let mut problems = document.problems.iter();
        problems.any(|problem| problem.kind == ProblemKind::FrontMatterMalformed)
    };
    let fence = |document: &Document, block: &Block| {
        let slice = document.source.slice(block.span);
        slice.get(..3).unwrap_or_default().to_owned()
    };
    let is_same = theirs.is_none_or(|theirs| fence(source, front) == fence(target, theirs));
    if is_broken(source) || is_broken(target) || !is_same {
        let span = source.unit(missing[0]).span;
        part.trouble("sync-front-matter", source, span);
        return part;
    }
    let present = theirs.map_or_else(Vec::new, |theirs| self::entries(target, theirs));
    let mut wanted: Vec<usize> = Vec::new();
    for unit in missing {
        let span = source.unit(unit).span;
        let Some(at) = entries.iter().position(|entry| entry.span.contains(span)) else {
            continue;
        };
        let is_present = present.iter().any(|entry| entry.key == entries[at].key);
        if !is_present && wanted.last() != Some(&at) {
            wanted.push(at);
        } else if is_present && !is_marked(target, &present, &entries[at].key) {
            part.trouble("sync-key-inside", source, span);
        }
    }
    match theirs {
        Some(theirs) => {
            let keys = (entries.as_slice(), present.as_slice());
            add(bitext, theirs, keys, (&wanted, fillings), &mut part);
        }
        None => {
            let fence = fence(source, front);
            begin(bitext, &fence, &entries, (&wanted, fillings), &mut part);
        }
    }
    part
}

/// Marks the values of a whole front matter as still to be translated.
pub fn marks(source: &Document) -> Vec<Edit> {
    let Some(front) = front(source) else {
        return Vec::new();
    };
    marked_edits(source, front.span)
}

/// Adds keys, each behind the one that comes before it in the source.
fn add(
    bitext: &Bitext,
    theirs: &Block,
    (entries, present): (&[Entry], &[Entry]),
    (wanted, fillings): (&[usize], Option<&Fillings>),
    part: &mut Part,
) {
    let (source, target) = (&bitext.source, &bitext.target);
    let text = target.source.text();
    let line_break = place::line_break(text);
    for at in wanted {
        let before = entries[..*at].iter().rev();
        let before = before
            .into_iter()
            .find_map(|entry| present.iter().find(|other| other.key == entry.key));
        let opening = place::line_end(text, theirs.span.start);
        let offset = before.map_or(opening, |before| before.span.end);
        let lines = written(source, entries[*at].span, fillings);
        let edit = Edit {
            span: Span::new(offset, offset),
            text: lines
                .iter()
                .map(|line| format!("{line_break}{line}"))
                .collect(),
        };
        push(source, &entries[*at], edit, 1, part);
    }
}

/// Writes a front matter where the draft has none.
fn begin(
    bitext: &Bitext,
    fence: &str,
    entries: &[Entry],
    (wanted, fillings): (&[usize], Option<&Fillings>),
    part: &mut Part,
) {
    let text = bitext.target.source.text();
    let line_break = place::line_break(text);
    let bom = if text.starts_with('\u{feff}') { 3 } else { 0 };
    for (nth, at) in wanted.iter().enumerate() {
        let mut out = String::new();
        if nth == 0 {
            out.push_str(&format!("{fence}{line_break}"));
        }
        let within = out.len();
        for line in written(&bitext.source, entries[*at].span, fillings) {
            out.push_str(&line);
            out.push_str(line_break);
        }
        if nth + 1 == wanted.len() {
            out.push_str(&format!("{fence}{line_break}{line_break}"));
        }
        let edit = Edit {
            span: Span::new(bom, bom),
            text: out,
        };
        push(&bitext.source, &entries[*at], edit, within, part);
    }
}

fn push(source: &Document, entry: &Entry, edit: Edit, within: usize, part: &mut Part) {
    let text = one_line(source.source.slice(entry.span));
    part.push(StepKind::Key, Some(entry.span), text, edit);
    if let Some(step) = part.steps.last_mut() {
        step.at = Span::of(0..within).end;
    }
}

/// The lines of a key as they are to stand in the draft.
fn written(source: &Document, span: Span, fillings: Option<&Fillings>) -> Vec<String> {
    let fillings = fillings.into_iter().flatten();
    let inside = fillings.filter(|(unit, _)| span.contains(source.unit(**unit).span));
    let texts: Vec<(UnitId, &str)> = inside.map(|(unit, text)| (*unit, text.as_str())).collect();
    let edits = match texts.is_empty() {
        true => marked_edits(source, span),
        false => write::edits(source, &texts),
    };
    let edits = edits.into_iter().map(|edit| Edit {
        span: Span::new(edit.span.start - span.start, edit.span.end - span.start),
        text: edit.text,
    });
    let edits: Vec<Edit> = edits.collect();
    let (text, _) = crate::text::edit::apply(source.source.slice(span), &edits);
    text.lines().map(str::to_owned).collect()
}

/// A comment at the line of every value in a span says that it is still to be translated.
fn marked_edits(source: &Document, span: Span) -> Vec<Edit> {
    let text = source.source.text();
    let mut ends: Vec<u32> = Vec::new();
    for unit in source.unit_ids() {
        let one = source.unit(unit);
        if one.kind != UnitKind::FrontMatter || !span.contains(one.span) || !one.is_translatable {
            continue;
        }
        let end = match one.notation {
            Notation::YamlBlock => {
                let head = text.get(..one.span.start as usize).unwrap_or_default();
                Span::of(0..head.trim_end().len()).end
            }
            _ => place::line_end(text, one.span.end),
        };
        let is_broken =
            one.notation != Notation::YamlBlock && source.source.slice(one.span).contains('\n');
        if !is_broken && ends.last() != Some(&end) {
            ends.push(end);
        }
    }
    let has_comment = |end: u32| {
        let line = text.get(place::line_start(text, end) as usize..end as usize);
        line.is_some_and(|line| line.contains(" #"))
    };
    let ends = ends.into_iter().filter(|end| !has_comment(*end));
    ends.map(|end| Edit {
        span: Span::new(end, end),
        text: format!(" # {}", placeholder::MARK),
    })
    .collect()
}

/// Tells whether a key of the draft holds a value that is still to be translated.
fn is_marked(target: &Document, present: &[Entry], key: &str) -> bool {
    let entry = present.iter().find(|entry| entry.key == key);
    entry.is_some_and(|entry| target.source.slice(entry.span).contains(placeholder::MARK))
}

fn front(document: &Document) -> Option<&Block> {
    let mut blocks = document.blocks.iter();
    blocks.find(|block| block.kind == BlockKind::FrontMatter)
}

/// The keys at the outermost level, each with all lines up to the next one; blank lines and comments at their end left out.
fn entries(document: &Document, front: &Block) -> Vec<Entry> {
    let text = document.source.slice(front.span);
    let is_toml = text.starts_with("+++");
    let mut found: Vec<Entry> = Vec::new();
    let mut start = front.span.start;
    for (nth, line) in text.split_inclusive('\n').enumerate() {
        let bare = line.trim_end();
        let end = start + Span::of(0..bare.len()).end;
        let is_fence = nth == 0 || matches!(bare, "---" | "+++" | "...");
        let key = match is_toml {
            true => toml_key(bare),
            false => yaml_key(bare),
        };
        if is_toml && bare.starts_with('[') {
            break;
        }
        match key.filter(|_| !is_fence) {
            Some(key) => found.push(Entry {
                key,
                span: Span::new(start, end),
            }),
            None if is_fence || bare.is_empty() || bare.starts_with('#') => {}
            None => {
                if let Some(last) = found.last_mut() {
                    last.span.end = end;
                }
            }
        }
        start += Span::of(0..line.len()).end;
    }
    found
}

fn yaml_key(line: &str) -> Option<String> {
    if line.starts_with([' ', '\t', '-']) {
        return None;
    }
    yaml_values::split_key(line).map(|(key, _)| key)
}

fn toml_key(line: &str) -> Option<String> {
    if line.starts_with([' ', '\t']) {
        return None;
    }
    let (key, _) = line.split_once('=')?;
    let key = key.trim();
    let is_key = !key.is_empty() && !key.contains(['"', '\'', '[', ']', ' ']);
    is_key.then(|| key.to_owned())
}
