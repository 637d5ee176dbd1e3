//! Carries over what changed in the source and needs no translator: code, formulas, markup, images, ids, and on request all that is
//! mechanical.

use crate::bitext::bitext::{Accepted, Bitext, Level, PairState};
use crate::bitext::change::Change;
use crate::bitext::texts::Texts;
use crate::document::unit::{UnitId, UnitKind};
use crate::draft::code;
use crate::draft::mechanical::{self, RepeatSettings};
use crate::draft::pieces::PieceKind;
use crate::draft::step::{Amendment, Part, StepKind, one_line};
use crate::lock::fold;
use crate::lock::lock::{Lock, Record};
use crate::markdown::write;
use serde_json::Map;

/// A unit whose source has changed since it was accepted, and its translation.
struct Stale<'a> {
    bitext: &'a Bitext,
    lock: &'a Lock,
    /// What was accepted, and its only source text.
    base: &'a Accepted,
    old: &'a str,
    /// The source's unit, and the draft's.
    one: UnitId,
    other: UnitId,
}

/// Plans what is carried over.
pub fn plan(
    bitext: &Bitext,
    lock: &Lock,
    is_patching: bool,
    locale_map: &[(String, String)],
) -> Part {
    let mut part = Part::default();
    for pair in &bitext.pairs {
        let (&[one], &[other]) = (pair.source.as_slice(), pair.target.as_slice()) else {
            continue;
        };
        let (PairState::Stale(change), Some(base)) = (pair.state, &pair.accepted) else {
            continue;
        };
        let [old] = base.source.as_slice() else {
            continue;
        };
        let stale = Stale {
            bitext,
            lock,
            base,
            old,
            one,
            other,
        };
        let settings = RepeatSettings {
            locale_map,
            lang: &bitext.target.lang,
            is_all: is_patching && change != Change::Cosmetic,
        };
        let kinds = (bitext.source.unit(one).kind, bitext.target.unit(other).kind);
        if kinds.0.is_prose() && kinds.1.is_prose() {
            prose(&stale, settings, &mut part);
        } else if kinds.0 == kinds.1 && change != Change::Cosmetic {
            verbatim(&stale, &mut part);
        }
    }
    part
}

/// Code, a formula or markup: the new text where the draft had the old one, or had only translated its comments.
fn verbatim(stale: &Stale<'_>, part: &mut Part) {
    let &Stale {
        bitext,
        lock,
        base,
        old,
        one,
        other,
    } = stale;
    let (new, draft) = (bitext.source.text(one), bitext.target.text(other));
    let carried = if fold::has_same_lines(old, draft) {
        Some(new.to_owned())
    } else if bitext.source.unit(one).kind == UnitKind::Code {
        code::carry(old, new, draft)
    } else {
        None
    };
    let place = bitext.target.unit(other).span;
    let Some(text) = carried else {
        part.trouble("sync-code-differs", &bitext.target, place);
        return;
    };
    let record = Accepted {
        source: vec![new.to_owned()].into(),
        target: vec![text.clone()].into(),
        level: base.level,
    };
    let Some(amendment) = amendment(lock, base, record) else {
        return;
    };
    let span = bitext.source.unit(one).span;
    for edit in write::edits(&bitext.target, &[(other, &text)]) {
        part.push(StepKind::Update, Some(span), one_line(new), edit);
    }
    part.amendments.push(amendment);
    part.replaced.push(draft.to_owned());
}

fn prose(stale: &Stale<'_>, settings: RepeatSettings<'_>, part: &mut Part) {
    let &Stale {
        bitext,
        lock,
        base,
        old,
        one,
        other,
    } = stale;
    let (new, draft) = (bitext.source.text(one), bitext.target.text(other));
    let whole = settings
        .is_all
        .then(|| mechanical::repeat(old, new, draft, settings))
        .flatten();
    let some = RepeatSettings {
        is_all: false,
        ..settings
    };
    let Some(repeat) = whole.or_else(|| mechanical::repeat(old, new, draft, some)) else {
        return;
    };
    let is_own = |kind: &PieceKind| matches!(kind, PieceKind::Asset | PieceKind::HeadingId);
    let is_patch = !repeat.kinds.iter().all(is_own);
    let is_whole = fold::key(&repeat.source) == fold::key(new);
    let record = Accepted {
        source: vec![if is_whole {
            new.to_owned()
        } else {
            repeat.source
        }]
        .into(),
        target: vec![repeat.target.clone()].into(),
        level: if is_patch { Level::Machine } else { base.level },
    };
    let Some(amendment) = amendment(lock, base, record) else {
        return;
    };
    let kind = match repeat.kinds.first() {
        _ if is_patch => StepKind::Patch,
        Some(PieceKind::HeadingId) => StepKind::HeadingId,
        _ => StepKind::Asset,
    };
    let pieces = repeat.replaced.iter();
    let told: Vec<String> = pieces.map(|(from, to)| format!("{from} → {to}")).collect();
    let span = bitext.source.unit(one).span;
    for edit in write::edits(&bitext.target, &[(other, &repeat.target)]) {
        part.push(kind, Some(span), one_line(&told.join(", ")), edit);
    }
    part.amendments.push(amendment);
    part.replaced.push(draft.to_owned());
}

/// Makes the amendment of a record that stands in the lock as it was accepted, or comes from another lock; nothing where several records
/// were merged into one.
pub fn amendment(lock: &Lock, base: &Accepted, now: Accepted) -> Option<Amendment> {
    let same = |record: &&Record| record.source == base.source && record.target == base.target;
    let found = lock.records.iter().find(same);
    if found.is_none() && (base.source.len() > 1 || base.target.len() > 1) {
        return None;
    }
    let mut record = found.cloned().unwrap_or(Record {
        source: Texts::default(),
        target: Texts::default(),
        level: base.level,
        reason: None,
        glossary: None,
        extra: Map::new(),
    });
    if record.source != now.source {
        record.reason = None;
    }
    (record.source, record.target, record.level) = (now.source, now.target, now.level);
    Some(Amendment {
        base: base.clone(),
        record,
    })
}

/// Tells whether accepted texts are one, and this one.
pub fn is_text(accepted: &[String], text: &str) -> bool {
    matches!(accepted, [only] if fold::key(only) == fold::key(text))
}

/// Writes amendments into a lock.
pub fn amend(lock: &mut Lock, amendments: &[Amendment]) {
    for Amendment { base, record } in amendments {
        let same = |known: &&mut Record| known.source == base.source && known.target == base.target;
        match lock.records.iter_mut().find(same) {
            Some(known) => known.clone_from(record),
            None => lock.records.push(record.clone()),
        }
    }
}
