//! A text with its inline codes numbered: those of a translation bear the numbers of their source.

use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::unit::UnitId;
use std::ops::Range;

/// What stands between the units of a pair.
pub const BETWEEN: &str = "\n\n";

/// A text and its inline codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The text, in Markdown; texts of several units have a blank line between them.
    pub text: String,
    /// The codes in reading order; they do not overlap, and what is opened is closed.
    pub codes: Vec<Code>,
}

/// An inline code, or one end of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Its number; both ends of a code bear one.
    pub id: u32,
    /// What it is.
    pub kind: CodeKind,
    /// Which end it is.
    pub role: Role,
    /// Its bytes in the text.
    pub span: Range<usize>,
}

/// Which end of an inline code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What stands before the text that it wraps.
    Open,
    /// What stands behind it.
    Close,
    /// All of it: it wraps no text.
    Alone,
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Text(&'a str),
    /// A code and how it is written.
    Code(&'a Code, &'a str),
}

/// A whole code, before it is numbered.
struct Whole {
    kind: CodeKind,
    span: Range<usize>,
    prose: Option<Range<usize>>,
    content: String,
}

impl Wording {
    /// Takes the text of units and numbers its codes.
    pub fn of(document: &Document, units: &[UnitId]) -> Self {
        let (text, wholes) = gather(document, units);
        let ids: Vec<u32> = (1..).take(wholes.len()).collect();
        let codes = ends(&wholes, &ids);
        Self { text, codes }
    }

    /// Takes the text of a translation: a code that its source has, too, gets the same number.
    pub fn of_translation(
        document: &Document,
        units: &[UnitId],
        source: &Document,
        source_units: &[UnitId],
    ) -> Self {
        let (_, theirs) = gather(source, source_units);
        let (text, wholes) = gather(document, units);
        let mut is_free = vec![true; theirs.len()];
        let mut ids: Vec<Option<u32>> = vec![None; wholes.len()];
        // What says the same first, then whatever is of the same kind, in order.
        for is_exact in [true, false] {
            for (whole, id) in wholes.iter().zip(&mut ids).filter(|(_, id)| id.is_none()) {
                let fits = |other: &Whole| {
                    other.kind == whole.kind
                        && other.prose.is_some() == whole.prose.is_some()
                        && (!is_exact || other.content == whole.content)
                };
                let found = (0..theirs.len()).find(|at| is_free[*at] && fits(&theirs[*at]));
                if let Some(at) = found {
                    is_free[at] = false;
                    *id = u32::try_from(at + 1).ok();
                }
            }
        }
        let mut next = u32::try_from(theirs.len()).unwrap_or(u32::MAX);
        let numbered = ids.into_iter().map(|id| {
            id.unwrap_or_else(|| {
                next = next.saturating_add(1);
                next
            })
        });
        let ids: Vec<u32> = numbered.collect();
        let codes = ends(&wholes, &ids);
        Self { text, codes }
    }

    /// Cuts the text at its codes.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let (mut pieces, mut at) = (Vec::new(), 0);
        for code in &self.codes {
            if let Some(text) = self
                .text
                .get(at..code.span.start)
                .filter(|text| !text.is_empty())
            {
                pieces.push(Piece::Text(text));
            }
            pieces.push(Piece::Code(code, &self.text[code.span.clone()]));
            at = code.span.end;
        }
        if let Some(text) = self.text.get(at..).filter(|text| !text.is_empty()) {
            pieces.push(Piece::Text(text));
        }
        pieces
    }

    /// Returns how one end of a code is written.
    pub fn code(&self, id: u32, role: Role) -> Option<&str> {
        let mut codes = self.codes.iter();
        let code = codes.find(|code| code.id == id && code.role == role)?;
        self.text.get(code.span.clone())
    }
}

/// Joins the texts of units and finds their codes; those inside a code that wraps no text, and those that cross another, belong to the text.
fn gather(document: &Document, units: &[UnitId]) -> (String, Vec<Whole>) {
    let (mut text, mut wholes) = (String::new(), Vec::<Whole>::new());
    for (at, unit) in units.iter().enumerate() {
        if at > 0 {
            text.push_str(BETWEEN);
        }
        let base = text.len();
        let own = document.text(*unit);
        text.push_str(own);
        let mut open: Vec<Range<usize>> = Vec::new();
        for code in document.codes(*unit) {
            let span = code.span.range();
            let prose = code.prose.map(|prose| prose.range());
            let prose = prose.filter(|prose| !prose.is_empty());
            while open.last().is_some_and(|outer| outer.end <= span.start) {
                open.pop();
            }
            let fits = open
                .last()
                .is_none_or(|outer| outer.start <= span.start && span.end <= outer.end);
            if span.is_empty() || own.get(span.clone()).is_none() || !fits {
                continue;
            }
            open.push(prose.clone().unwrap_or(span.end..span.end));
            let moved = |range: Range<usize>| base + range.start..base + range.end;
            wholes.push(Whole {
                kind: code.kind,
                span: moved(span),
                prose: prose.map(moved),
                content: code.content.clone(),
            });
        }
    }
    (text, wholes)
}

/// The ends of all codes in reading order.
fn ends(wholes: &[Whole], ids: &[u32]) -> Vec<Code> {
    let mut codes = Vec::new();
    for (whole, id) in wholes.iter().zip(ids) {
        let end = |role: Role, span: Range<usize>| Code {
            id: *id,
            kind: whole.kind,
            role,
            span,
        };
        match &whole.prose {
            None => codes.push(end(Role::Alone, whole.span.clone())),
            Some(prose) => {
                codes.push(end(Role::Open, whole.span.start..prose.start));
                codes.push(end(Role::Close, prose.end..whole.span.end));
            }
        }
    }
    codes.sort_by_key(|code| (code.span.start, code.span.end));
    codes
}
