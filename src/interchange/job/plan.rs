//! What comes back, held against the documents as they are now: what may be written, and what must not be.

use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::Level;
use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::draft::filling::Filling;
use crate::interchange::job::content::base;
use crate::interchange::job::make;
use crate::interchange::job::returned::ReturnedPiece;
use crate::interchange::job::returned::ReturnedSegment;
use crate::interchange::job::returned::ReturnedText;
use crate::interchange::job::wording::Wording;
use crate::text::fingerprint::Fingerprint;
use crate::text::fingerprint::fold_space;
use std::collections::HashMap;

/// What becomes of a segment that comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Its text is written into the draft.
    Write,
    /// The draft says the same; that it fits is recorded.
    Confirm,
    /// The draft says the same, or it says what was given out.
    Same,
    /// It has no translation.
    Empty,
    /// It is said to be unfinished.
    Unfinished,
    /// The draft says something else than when it was given out.
    Conflict,
    /// The draft has a translation, and nothing tells whether this one was made of it.
    NoBase,
    /// The source says something else than when it was given out.
    SourceChanged,
    /// No document holds it.
    Unknown,
    /// Another segment of the file is for the same place, and says something else.
    Doubled,
    /// A code in it has a number that neither side knows.
    UnknownCode,
    /// It is not to be translated.
    Ignored,
}

impl Verdict {
    /// Returns the name used in JSON and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Write => "written",
            Self::Confirm => "confirmed",
            Self::Same => "same",
            Self::Empty => "empty",
            Self::Unfinished => "unfinished",
            Self::Conflict => "conflict",
            Self::NoBase => "no-base",
            Self::SourceChanged => "source-changed",
            Self::Unknown => "unknown",
            Self::Doubled => "doubled",
            Self::UnknownCode => "unknown-code",
            Self::Ignored => "ignored",
        }
    }

    /// Returns the message that tells a person what to look at; nothing where there is nothing to.
    pub const fn trouble(self) -> Option<&'static str> {
        match self {
            Self::Conflict => Some("job-conflict"),
            Self::NoBase => Some("job-no-base"),
            Self::SourceChanged => Some("job-source-changed"),
            Self::Unknown => Some("job-unknown"),
            Self::Doubled => Some("job-doubled"),
            Self::UnknownCode => Some("job-unknown-code"),
            Self::Write
            | Self::Confirm
            | Self::Same
            | Self::Empty
            | Self::Unfinished
            | Self::Ignored => None,
        }
    }
}

/// What is wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlanSettings {
    /// Whether translations are written over a draft where nothing tells what it said when they were made.
    pub is_overwriting: bool,
    /// Whether what is said to be unfinished is written, too, as a machine's.
    pub takes_unfinished: bool,
    /// Whether nothing is recorded in locks.
    pub is_only_writing: bool,
}

/// What is to be done.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// For each segment, what becomes of it.
    pub verdicts: Vec<Verdict>,
    /// For each segment, the document and the pair that it is for.
    pub places: Vec<Option<(usize, usize)>>,
    /// For each document, what is to be written into its draft, each with the segment it comes from.
    pub fillings: Vec<Vec<(usize, Filling)>>,
}

/// Where the pairs of the documents are.
struct Places<'a> {
    documents: &'a [&'a Bitext],
    by_key: HashMap<(usize, String), usize>,
    by_text: HashMap<Fingerprint, Vec<(usize, usize)>>,
    by_path: HashMap<&'a str, Vec<usize>>,
}

/// Holds segments against documents.
pub fn plan(segments: &[ReturnedSegment], documents: &[&Bitext], settings: PlanSettings) -> Plan {
    let places = Places::new(documents);
    let mut plan = Plan {
        verdicts: Vec::with_capacity(segments.len()),
        places: Vec::with_capacity(segments.len()),
        fillings: vec![Vec::new(); documents.len()],
    };
    let mut taken: HashMap<(usize, usize), String> = HashMap::new();
    for (at, segment) in segments.iter().enumerate() {
        let found = places.find(segment, &taken);
        plan.places.push(found.first().copied());
        let mut verdict = match found.is_empty() {
            true => places.missing(segment),
            false => Verdict::Same,
        };
        for (nth, place) in found.into_iter().enumerate() {
            let bitext = documents[place.0];
            let (own, filling) = judge(segment, bitext, place.1, settings);
            let text = filling
                .as_ref()
                .map(|filling| fold_space(&filling.text).into_owned());
            let own = match (&text, taken.get(&place)) {
                (Some(text), Some(before)) if text == before => Verdict::Same,
                (Some(_), Some(_)) => Verdict::Doubled,
                _ => own,
            };
            if let (Verdict::Write | Verdict::Confirm, Some(text), Some(filling)) =
                (own, text, filling)
            {
                taken.insert(place, text);
                plan.fillings[place.0].push((at, filling));
            }
            verdict = match nth {
                0 => own,
                // Of several places the one where something is done tells.
                _ => verdict.min(own),
            };
        }
        plan.verdicts.push(verdict);
    }
    plan
}

/// What may be done with a segment at a pair.
fn judge(
    segment: &ReturnedSegment,
    bitext: &Bitext,
    pair_idx: usize,
    settings: PlanSettings,
) -> (Verdict, Option<Filling>) {
    let pair = &bitext.pairs[pair_idx];
    let Some(target) = &segment.target else {
        return (Verdict::Empty, None);
    };
    if pair.state == PairState::Ignored {
        return (Verdict::Ignored, None);
    }
    let Some(text) = written(target, bitext, pair) else {
        return (Verdict::UnknownCode, None);
    };
    if text.trim().is_empty() {
        return (Verdict::Empty, None);
    }
    let present = bitext.target.texts(&pair.target);
    let is_same = |one: &str, other: &str| fold_space(one) == fold_space(other);
    let is_translated = !present.is_empty() && pair.state != PairState::Untranslated;
    let filling = |level: Option<Level>| {
        let filling = Filling {
            pair: pair_idx,
            text: text.clone(),
            level: level.filter(|_| !settings.is_only_writing),
        };
        Some(filling)
    };
    if is_same(&present, &text) {
        return match segment
            .level
            .filter(|level| segment.is_level_said && confirms(*level, pair.state))
        {
            Some(level) if !settings.is_only_writing => (Verdict::Confirm, filling(Some(level))),
            _ => (Verdict::Same, None),
        };
    }
    if segment.base.as_deref() == Some(base(&text).as_str()) {
        return (Verdict::Same, None);
    }
    let has_grown = match segment.base.as_deref() {
        Some("-") => is_translated,
        Some(known) => known != base(&present),
        None => false,
    };
    if has_grown {
        return (Verdict::Conflict, None);
    }
    if segment.base.is_none() && is_translated {
        if segment.is_memory {
            return (Verdict::Same, None);
        }
        if !settings.is_overwriting {
            return (Verdict::NoBase, None);
        }
    }
    match segment.level {
        Some(level) => (Verdict::Write, filling(Some(level))),
        None if settings.takes_unfinished => (Verdict::Write, filling(Some(Level::Machine))),
        None => (Verdict::Unfinished, None),
    }
}

/// Tells whether a level says more than is known of a pair whose text it leaves as it is.
const fn confirms(level: Level, state: PairState) -> bool {
    match (level, state) {
        (Level::Inferred | Level::Machine, _) | (_, PairState::Untranslated) => false,
        (Level::Translated, state) => matches!(state, PairState::Stale(_) | PairState::Machine),
        (Level::Reviewed, state) => !matches!(state, PairState::Reviewed),
    }
}

/// Writes a translation in Markdown: its codes as the draft has them, else as the source does. Nothing where a code is unknown.
fn written(text: &ReturnedText, bitext: &Bitext, pair: &Pair) -> Option<String> {
    let pieces = match text {
        ReturnedText::Markdown(text) => return Some(text.replace("\r\n", "\n")),
        ReturnedText::Pieces(pieces) => pieces,
    };
    let source = Wording::of(&bitext.source, &pair.source);
    let target =
        Wording::of_translation(&bitext.target, &pair.target, &bitext.source, &pair.source);
    let mut out = String::new();
    for piece in pieces {
        match piece {
            ReturnedPiece::Text(text) => out.push_str(text),
            ReturnedPiece::Code(id, role, own) => {
                let number: Option<u32> = id.parse().ok();
                let known = number.and_then(|id| {
                    let draft = target.code(id, *role);
                    draft.or_else(|| source.code(id, *role))
                });
                out.push_str(known.or(own.as_deref())?);
            }
        }
    }
    Some(out)
}

impl<'a> Places<'a> {
    fn new(documents: &'a [&'a Bitext]) -> Self {
        let mut places = Self {
            documents,
            by_key: HashMap::new(),
            by_text: HashMap::new(),
            by_path: HashMap::new(),
        };
        for (at, bitext) in documents.iter().enumerate() {
            for (pair_idx, key) in make::keys(bitext) {
                let name = Fingerprint::of(&bitext.source.texts(&bitext.pairs[pair_idx].source));
                places.by_text.entry(name).or_default().push((at, pair_idx));
                places.by_key.insert((at, key), pair_idx);
            }
            for path in [bitext.source.source.name(), bitext.target.source.name()] {
                places.by_path.entry(path).or_default().push(at);
            }
        }
        places
    }

    /// The documents that a segment may be for.
    fn documents_of(&self, segment: &ReturnedSegment) -> Vec<usize> {
        match &segment.path {
            Some(path) => self.by_path.get(path.as_str()).cloned().unwrap_or_default(),
            None => (0..self.documents.len()).collect(),
        }
    }

    /// The pairs that a segment is for: by its name, else by its source's text; that of a memory, or of a catalog of another program, is for all that have it.
    fn find(
        &self,
        segment: &ReturnedSegment,
        taken: &HashMap<(usize, usize), String>,
    ) -> Vec<(usize, usize)> {
        let documents = self.documents_of(segment);
        if let Some(key) = &segment.key {
            let mut named = documents.iter().filter_map(|at| {
                let pair = self.by_key.get(&(*at, key.clone()))?;
                Some((*at, *pair))
            });
            if let Some(place) = named.next() {
                return vec![place];
            }
        }
        let Some(text) = &segment.source else {
            return Vec::new();
        };
        let known = self.by_text.get(&Fingerprint::of(text));
        let mut all = known.into_iter().flatten().copied();
        let inside = |(at, _): &(usize, usize)| documents.contains(at);
        match segment.is_everywhere {
            true => all.filter(inside).collect(),
            // Equal texts keep their order.
            false => {
                let all: Vec<(usize, usize)> = all.by_ref().filter(inside).collect();
                let free = all.iter().find(|place| !taken.contains_key(*place));
                free.or(all.first()).copied().into_iter().collect()
            }
        }
    }

    /// What a segment is whose pair is not there.
    fn missing(&self, segment: &ReturnedSegment) -> Verdict {
        match (&segment.path, segment.is_memory) {
            (_, true) => Verdict::Same,
            (Some(path), _) if self.by_path.contains_key(path.as_str()) => Verdict::SourceChanged,
            _ => Verdict::Unknown,
        }
    }
}
