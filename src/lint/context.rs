//! What a check may look at. Facts that rules share are computed here once a pair.

use crate::bitext::bitext::{Bitext, Pair};
use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::inline::InlineCode;
use crate::document::problem::ProblemKind;
use crate::document::unit::{Unit, UnitId, UnitKind, UnitSpan};
use crate::lint::facts::SideProse;
use crate::lint::finding::Location;
use crate::lint::numbers::PairNumbers;
use crate::lint::place;
use crate::lint::runner::CheckSettings;
use crate::lint::runner::Subject;
use crate::lint::sink::Sink;
use crate::lint::trust;
use crate::lock::lock::Damage;
use crate::lock::lock::Record;
use crate::termbase::concept::Concept;
use crate::termbase::verdict::TermChecker;
use crate::termbase::verdict::TermHit;
use crate::termbase::verdict::TermSettings;
use crate::text::source::Source;
use crate::text::span::Span;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

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
    /// What the checks are told.
    pub settings: &'a CheckSettings<'a>,
    terms: &'a Terms<'a>,
    facts: Facts,
}

/// The glossary as it is in force for one bitext.
#[derive(Debug)]
pub struct Terms<'a> {
    checker: &'a TermChecker<'a>,
    in_force: Vec<bool>,
    target_words: OnceCell<HashSet<String>>,
}

#[derive(Default)]
struct Facts {
    source: OnceCell<SideProse>,
    target: OnceCell<SideProse>,
    terms: OnceCell<Vec<TermHit>>,
    numbers: OnceCell<PairNumbers>,
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
    /// What the checks are told.
    pub settings: &'a CheckSettings<'a>,
    /// The bitext.
    pub bitext: &'a Bitext,
    /// What was accepted.
    pub records: &'a [Record],
    /// What was wrong with its lock.
    pub damage: &'a [Damage],
    /// The lock's file, when there is one.
    pub lock: Option<&'a Source>,
    /// Of each pair, whether it is sure enough to hold the draft against its source.
    pub trusted: Vec<bool>,
}

/// One document.
pub struct DocumentCx<'a> {
    /// The document.
    pub document: &'a Document,
}

impl<'a> Terms<'a> {
    /// Works out which entries are in force for documents with these paths.
    pub fn new(checker: &'a TermChecker<'a>, paths: &[&str]) -> Self {
        Self {
            checker,
            in_force: checker.in_force(paths),
            target_words: OnceCell::new(),
        }
    }

    /// Puts one entry in force whatever its filter says, and of the others those without a filter.
    pub fn with_entry(checker: &'a TermChecker<'a>, concept_idx: usize) -> Self {
        let mut in_force = checker.in_force(&[]);
        if let Some(entry) = in_force.get_mut(concept_idx) {
            *entry = true;
        }
        Self {
            checker,
            in_force,
            target_words: OnceCell::new(),
        }
    }
}

impl<'a> PairCx<'a> {
    /// Makes the context of a pair. Nothing is computed before it is asked for.
    pub fn new(
        bitext: &'a Bitext,
        pair: &'a Pair,
        terms: &'a Terms<'a>,
        settings: &'a CheckSettings<'a>,
    ) -> Self {
        Self {
            bitext,
            pair,
            source: Side {
                document: &bitext.source,
                units: &pair.source,
            },
            target: Side {
                document: &bitext.target,
                units: &pair.target,
            },
            settings,
            terms,
            facts: Facts::default(),
        }
    }

    /// Returns what a reader reads of the source.
    pub fn source_prose(&self) -> &SideProse {
        let Side { document, units } = self.source;
        self.facts
            .source
            .get_or_init(|| SideProse::of(document, units))
    }

    /// Returns what a reader reads of the target.
    pub fn target_prose(&self) -> &SideProse {
        let Side { document, units } = self.target;
        self.facts
            .target
            .get_or_init(|| SideProse::of(document, units))
    }

    /// Returns what became of every term of the source.
    pub fn terms(&self) -> &[TermHit] {
        self.facts.terms.get_or_init(|| {
            let raw_target = match self.target.units {
                [unit] => Cow::Borrowed(self.target.document.text(*unit)),
                _ => Cow::Owned(self.target.text()),
            };
            let is_title = |range: &Range<usize>| self.is_title(range);
            let headings: Vec<&str> = match self.terms.checker.has_headings() {
                true => [&self.source, &self.target]
                    .into_iter()
                    .filter_map(Side::heading)
                    .collect(),
                false => Vec::new(),
            };
            let settings = TermSettings {
                in_force: &self.terms.in_force,
                raw_target: &raw_target,
                headings: &headings,
                is_title: &is_title,
                spelling: self.settings.spelling,
            };
            let checker = self.terms.checker;
            checker.check(
                &self.source_prose().text,
                &self.target_prose().text,
                &settings,
            )
        })
    }

    /// Tells whether title case is a matter of taste at a place of the target's prose: in headings, cells, links, emphasis.
    fn is_title(&self, range: &Range<usize>) -> bool {
        let document = self.target.document;
        let Some((unit, place)) = self.target_prose().to_unit(range.clone()) else {
            return true;
        };
        let is_running = matches!(
            document.unit(unit).kind,
            UnitKind::Paragraph | UnitKind::ListItem | UnitKind::Definition
        );
        let is_mark = |kind: CodeKind| {
            matches!(
                kind,
                CodeKind::Emphasis | CodeKind::Strong | CodeKind::Link | CodeKind::Image
            )
        };
        let mut codes = document.codes(unit).iter();
        let is_marked = |code: &InlineCode| {
            is_mark(code.kind) && code.span.start < place.end && place.start < code.span.end
        };
        !is_running || codes.any(is_marked) || place::is_in_references(document, unit)
    }

    /// Tells whether the target document has a word, in lower case, anywhere.
    pub fn is_word_of_target(&self, word: &str) -> bool {
        let words = self.terms.target_words.get_or_init(|| {
            let text = self.target.document.source.text();
            let words = text.split(|c: char| !c.is_ascii_alphanumeric());
            let words = words.filter(|word| !word.is_empty());
            words.map(str::to_lowercase).collect()
        });
        words.contains(word)
    }

    /// Returns the numbers of both sides, and what is wrong between them.
    pub fn numbers(&self) -> &PairNumbers {
        self.facts.numbers.get_or_init(|| PairNumbers::of(self))
    }

    /// Gives up the context for what became of its terms.
    pub fn into_terms(self) -> Vec<TermHit> {
        self.facts.terms.into_inner().unwrap_or_default()
    }

    /// Returns the places in the target's prose that have an admitted target of a concept.
    pub fn targets_of(&self, concept_idx: usize) -> Vec<Range<usize>> {
        let checker = self.terms.checker;
        checker.targets(concept_idx, &self.target_prose().text)
    }

    /// Returns a concept that [`Self::terms`] names.
    pub fn concept(&self, concept_idx: usize) -> &'a Concept {
        self.terms.checker.concept(concept_idx)
    }

    /// Returns the place of a range of the source's prose.
    pub fn source_at(&self, range: Range<usize>) -> Location {
        self.source_prose().at(self.source.document, range)
    }

    /// Returns the place of a range of the target's prose.
    pub fn target_at(&self, range: Range<usize>) -> Location {
        self.target_prose().at(self.target.document, range)
    }
}

impl<'a> BitextCx<'a> {
    /// Makes the context of a bitext.
    pub fn new(subject: &Subject<'a>, settings: &'a CheckSettings<'a>) -> Self {
        Self {
            settings,
            bitext: subject.bitext,
            records: subject.records,
            damage: subject.damage,
            lock: subject.lock,
            trusted: trust::of(subject.bitext),
        }
    }
}

impl DocumentCx<'_> {
    /// Reports the reader's problems of one kind.
    pub fn problems(&self, kind: ProblemKind, sink: &mut Sink<'_>) {
        for problem in self
            .document
            .problems
            .iter()
            .filter(|problem| problem.kind == kind)
        {
            let at = Location {
                source: self.document.source.clone(),
                span: problem.span,
            };
            sink.report(at).arg("detail", shorten(&problem.detail));
        }
    }
}

impl<'a> Side<'a> {
    /// Returns the two sides of a pair.
    pub fn both(bitext: &'a Bitext, pair: &'a Pair) -> (Self, Self) {
        let side = |document: &'a Document, units: &'a [UnitId]| Self { document, units };
        (
            side(&bitext.source, &pair.source),
            side(&bitext.target, &pair.target),
        )
    }

    /// Returns the nearest heading above it.
    pub fn heading(&self) -> Option<&'a str> {
        place::heading_above(self.document, *self.units.first()?)
    }

    /// Returns the units' texts.
    pub fn texts(&self) -> Vec<String> {
        self.units
            .iter()
            .map(|unit| self.document.text(*unit).to_owned())
            .collect()
    }

    /// Returns the beginning of the text, short enough for a message.
    /// A message is called by its key as well: its file is looked through by keys.
    pub fn excerpt(&self) -> String {
        let Some(unit) = self.units.first() else {
            return String::new();
        };
        let excerpt = shorten(self.document.text(*unit));
        let Unit { kind, key, .. } = self.document.unit(*unit);
        match (kind, key) {
            (UnitKind::Message, Some(key)) => format!("{key}: {excerpt}"),
            _ => excerpt,
        }
    }

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

    /// Returns the units' Markdown, blank lines between them.
    pub fn text(&self) -> String {
        self.document.texts(self.units)
    }

    /// Returns the inline codes of the units that a person translates, each with its unit.
    pub fn codes(&self) -> impl Iterator<Item = (UnitId, &'a InlineCode)> + use<'a> {
        let document = self.document;
        let units = self.units.iter().copied();
        let prose = units.filter(move |unit| document.unit(*unit).kind.is_prose());
        prose.flat_map(move |unit| document.codes(unit).iter().map(move |code| (unit, code)))
    }

    /// Tells whether any unit is of a kind.
    pub fn has_kind(&self, is_kind: impl Fn(UnitKind) -> bool) -> bool {
        self.units
            .iter()
            .any(|unit| is_kind(self.document.unit(*unit).kind))
    }
}

/// How many characters of a text a message shows.
const EXCERPT: usize = 40;

/// Shortens a text to one line that fits a message.
pub fn shorten(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(EXCERPT).collect();
    if short.len() < text.trim_end().len() {
        short.push('\u{2026}');
    }
    short
}
