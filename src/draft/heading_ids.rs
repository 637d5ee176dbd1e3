//! Explicit ids of headings that the draft lacks: links to them must lead somewhere in every language.

use crate::bitext::bitext::{Accepted, Bitext, Pair, PairState};
use crate::document::document::Document;
use crate::document::inline::CodeKind;
use crate::document::unit::{UnitId, UnitKind};
use crate::draft::carry;
use crate::draft::outline::Outline;
use crate::draft::render::{self, Style};
use crate::draft::step::{NewText, Part, StepKind};
use crate::lock::lock::Lock;
use crate::markdown::write;

/// Plans the ids that headings of the draft lack.
pub fn plan(bitext: &Bitext, lock: &Lock) -> Part {
    let mut part = Part::default();
    let source = Outline::new(&bitext.source);
    for pair in &bitext.pairs {
        let (&[one], &[other]) = (pair.source.as_slice(), pair.target.as_slice()) else {
            continue;
        };
        let is_heading = |document: &Document, unit: UnitId| {
            matches!(document.unit(unit).kind, UnitKind::Heading(_))
        };
        let is_meant = is_heading(&bitext.source, one) && is_heading(&bitext.target, other);
        let is_settled = !matches!(pair.state, PairState::Ignored | PairState::Orphaned);
        if is_meant && is_settled {
            heading(bitext, &source, lock, (pair, one, other), &mut part);
        }
    }
    part
}

fn heading(
    bitext: &Bitext,
    source: &Outline<'_>,
    lock: &Lock,
    (pair, one, other): (&Pair, UnitId, UnitId),
    part: &mut Part,
) {
    let has_id = |document: &Document, unit: UnitId| {
        let mut codes = document.codes(unit).iter();
        codes.find(|code| code.kind == CodeKind::HeadingId).cloned()
    };
    let Some(id) = has_id(&bitext.source, one).filter(|id| render::is_plain_id(&id.content)) else {
        return;
    };
    let text = bitext.target.text(other);
    if has_id(&bitext.target, other).is_some() || slug(text) == id.content {
        return;
    }
    let style = Style {
        fillings: None,
        new: NewText::Comment,
        dialect: bitext.target.dialect,
    };
    let written = render::written_id(source, one, &id, style);
    let new = format!("{text} {written}");
    // Only an accepted draft's record follows; where both sides have moved, a person looks anyway.
    let amendment = pair.accepted.as_ref().map(|base| Accepted {
        source: base.source.clone(),
        target: vec![new.clone()].into(),
        level: base.level,
    });
    let is_as_accepted = pair
        .accepted
        .as_ref()
        .is_some_and(|base| carry::is_text(&base.target, text));
    if let Some(amendment) = amendment.filter(|_| is_as_accepted)
        && let Some(base) = &pair.accepted
    {
        let Some(amendment) = carry::amendment(lock, base, amendment) else {
            return;
        };
        part.amendments.push(amendment);
    }
    let span = bitext.source.unit(one).span;
    for edit in write::edits(&bitext.target, &[(other, &new)]) {
        part.push(StepKind::HeadingId, Some(span), written.clone(), edit);
    }
    part.replaced.push(text.to_owned());
}

/// The id that site generators make of a heading by themselves.
fn slug(text: &str) -> String {
    let kept = text.trim().to_lowercase();
    let kept = kept
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}
