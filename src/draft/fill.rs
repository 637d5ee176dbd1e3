//! Writes translations that come from elsewhere into a draft: the units they are for change, and no other byte does.

use crate::bitext::bitext::{Accepted, Bitext, Level, Pair};
use crate::bitext::texts::Texts;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::draft::carry;
use crate::draft::filling::{FillSettings, Filled, Filling, Refusal, is_same, parts};
use crate::draft::kept::{self, Flaw};
use crate::draft::placing;
use crate::draft::render::Fillings;
use crate::draft::sync::{Workshop, lost};
use crate::lock::keyed;
use crate::lock::lock::{Lock, Record};
use crate::markdown::write;
use crate::text::edit;
use serde_json::Map;
use std::collections::HashSet;

/// Plans everything in memory.
pub fn fill(
    bitext: &Bitext,
    lock: &Lock,
    fillings: &[Filling],
    settings: FillSettings<'_>,
    workshop: &Workshop<'_>,
) -> Filled {
    let mut fill = Fill {
        bitext,
        settings,
        workshop,
        fillings,
        outcomes: vec![Ok(()); fillings.len()],
    };
    let (mut replaced, mut added) = (Vec::new(), Vec::new());
    for (at, filling) in fillings.iter().enumerate() {
        match &bitext.pairs[filling.pair] {
            pair if pair.target.is_empty() => added.push(at),
            _ => replaced.push(at),
        }
    }
    let target = fill.replace(&replaced);
    let mut lock_now = lock.clone();
    let done = |fill: &Fill<'_>, ats: &[usize]| -> Vec<usize> {
        let done = ats.iter().filter(|at| fill.outcomes[**at].is_ok());
        done.copied().collect()
    };
    for at in done(&fill, &replaced) {
        let pair = &bitext.pairs[fillings[at].pair];
        let texts = pair.target.iter().map(|unit| target.text(*unit).to_owned());
        fill.record(&mut lock_now, at, texts.collect());
    }
    let before = lock_now.clone();
    let text = match added.is_empty() {
        true => target.source.text().to_owned(),
        false => fill.add(&added, &before, target, &mut lock_now),
    };
    let is_amended = lock_now.records != lock.records;
    Filled {
        text,
        lock: is_amended.then_some(lock_now),
        outcomes: fill.outcomes,
    }
}

struct Fill<'a> {
    bitext: &'a Bitext,
    settings: FillSettings<'a>,
    workshop: &'a Workshop<'a>,
    fillings: &'a [Filling],
    outcomes: Vec<Result<(), Refusal>>,
}

/// What an attempt came to: what it made, or which fillings did not stand; none named where that cannot be told.
type Attempt<T> = Result<T, Vec<(usize, Refusal)>>;

impl Fill<'_> {
    /// Makes as many of `wanted` stand as can; the others get their refusals.
    fn settle<T>(
        &mut self,
        wanted: &[usize],
        attempt: &dyn Fn(&Self, &[usize]) -> Attempt<T>,
    ) -> Option<T> {
        let mut wanted = wanted.to_vec();
        while !wanted.is_empty() {
            let bad = match attempt(self, &wanted) {
                Ok(made) => return Some(made),
                Err(bad) if !bad.is_empty() => bad,
                Err(_) => self.culprits(&wanted, attempt),
            };
            for (at, refusal) in bad {
                wanted.retain(|other| *other != at);
                self.outcomes[at] = Err(refusal);
            }
        }
        None
    }

    /// Finds what does not stand, half by half.
    fn culprits<T>(
        &self,
        wanted: &[usize],
        attempt: &dyn Fn(&Self, &[usize]) -> Attempt<T>,
    ) -> Vec<(usize, Refusal)> {
        if let [only] = wanted {
            return vec![(*only, Refusal::Unsafe)];
        }
        let (one, other) = wanted.split_at(wanted.len() / 2);
        let mut bad = Vec::new();
        for half in [one, other] {
            match attempt(self, half) {
                Ok(_) => {}
                Err(known) if !known.is_empty() => bad.extend(known),
                Err(_) => bad.extend(self.culprits(half, attempt)),
            }
        }
        match bad.is_empty() {
            // Each half stands, both together do not.
            true => other.iter().map(|at| (*at, Refusal::Unsafe)).collect(),
            false => bad,
        }
    }

    /// Replaces the texts of units that the draft has.
    fn replace(&mut self, wanted: &[usize]) -> Document {
        let before = self.bitext.target.clone();
        let mut fit = Vec::new();
        for at in wanted {
            let pair = &self.bitext.pairs[self.fillings[*at].pair];
            match parts(&self.fillings[*at].text, pair.target.len()) {
                Some(_) => fit.push(*at),
                None => self.outcomes[*at] = Err(Refusal::Shape),
            }
        }
        self.settle(&fit, &Self::replaced).unwrap_or(before)
    }

    fn replaced(&self, wanted: &[usize]) -> Attempt<Document> {
        let before = &self.bitext.target;
        let mut texts: Vec<(UnitId, &str)> = Vec::new();
        for at in wanted {
            let filling = &self.fillings[*at];
            let units = &self.bitext.pairs[filling.pair].target;
            let parts = parts(&filling.text, units.len()).unwrap_or_default();
            texts.extend(units.iter().copied().zip(parts));
        }
        let (text, n_refused) = edit::apply(before.source.text(), &write::edits(before, &texts));
        let after = (self.workshop.read)(&text);
        if n_refused > 0
            || after.units.len() != before.units.len()
            || after.problems.len() > before.problems.len()
        {
            return Err(Vec::new());
        }
        let meant: HashSet<UnitId> = texts.iter().map(|(unit, _)| *unit).collect();
        let is_meant = |unit: &UnitId| meant.contains(unit);
        let mut untouched = before.unit_ids().filter(|unit| !is_meant(unit));
        if untouched.any(|unit| before.text(unit) != after.text(unit)) {
            return Err(Vec::new());
        }
        let mut bad = Vec::new();
        for at in wanted {
            let pair = &self.bitext.pairs[self.fillings[*at].pair];
            let mut own = texts.iter().filter(|(unit, _)| pair.target.contains(unit));
            if !own.all(|(unit, text)| is_same(after.text(*unit), text)) {
                bad.push((*at, Refusal::Unsafe));
            } else if let Some(refusal) = self.flaw(pair, &pair.target, &after) {
                bad.push((*at, refusal));
            }
        }
        match bad.is_empty() {
            true => Ok(after),
            false => Err(bad),
        }
    }

    fn flaw(&self, pair: &Pair, units: &[UnitId], after: &Document) -> Option<Refusal> {
        if self.settings.is_lenient {
            return None;
        }
        let flaw = kept::flaw(
            (&self.bitext.source, &pair.source),
            (&self.bitext.target, &pair.target),
            (after, units),
            self.settings.locale_map,
        );
        flaw.map(|flaw| match flaw {
            Flaw::Missing(code) => Refusal::Missing(code),
            Flaw::Strange(code) => Refusal::Strange(code),
        })
    }

    /// Writes translations that the draft has no unit for: into their placeholders, else to where they belong.
    fn add(
        &mut self,
        wanted: &[usize],
        before: &Lock,
        target: Document,
        lock: &mut Lock,
    ) -> String {
        let mut fit = Vec::new();
        for at in wanted {
            let pair = &self.bitext.pairs[self.fillings[*at].pair];
            match parts(&self.fillings[*at].text, pair.source.len()) {
                Some(_) => fit.push(*at),
                None => self.outcomes[*at] = Err(Refusal::Shape),
            }
        }
        let is_new = target
            .source
            .text()
            .trim_matches('\u{feff}')
            .trim()
            .is_empty();
        let base = (self.workshop.resolve)(before, target.clone());
        let attempt = |fill: &Self, wanted: &[usize]| fill.added(wanted, before, &base, is_new);
        match self.settle(&fit, &attempt) {
            Some((text, now)) => {
                *lock = now;
                text
            }
            None => target.source.text().to_owned(),
        }
    }

    fn added(
        &self,
        wanted: &[usize],
        before: &Lock,
        base: &Bitext,
        is_new: bool,
    ) -> Attempt<(String, Lock)> {
        let mut fillings = Fillings::new();
        for at in wanted {
            let filling = &self.fillings[*at];
            let units = &self.bitext.pairs[filling.pair].source;
            let parts = parts(&filling.text, units.len()).unwrap_or_default();
            let owned = parts.into_iter().map(str::to_owned);
            fillings.extend(units.iter().copied().zip(owned));
        }
        let text = match is_new {
            true => placing::begun(base, &fillings),
            false => {
                let part = placing::plan(base, &fillings);
                let (text, n_refused) = edit::apply(base.target.source.text(), &part.edits);
                if n_refused > 0 {
                    return Err(Vec::new());
                }
                text
            }
        };
        let after = (self.workshop.read)(&text);
        if !is_new && lost(&base.target, &after, &[]).is_some() {
            return Err(Vec::new());
        }
        let mut lock = before.clone();
        for at in wanted {
            let units = &self.bitext.pairs[self.fillings[*at].pair].source;
            let texts = units.iter().filter_map(|unit| fillings.get(unit).cloned());
            self.note(
                &mut lock,
                *at,
                texts.collect(),
                self.fillings[*at].level.unwrap_or(Level::Translated),
            );
        }
        let now = (self.workshop.resolve)(&lock, after);
        let (mut bad, mut recorded) = (Vec::new(), before.clone());
        for at in wanted {
            let pair = &self.bitext.pairs[self.fillings[*at].pair];
            match self.stands(pair, &fillings, &now) {
                Ok(texts) => self.record(&mut recorded, *at, texts),
                Err(refusal) => bad.push((*at, refusal)),
            }
        }
        match bad.is_empty() {
            true => Ok((text, recorded)),
            false => Err(bad),
        }
    }

    /// Returns the texts that stand for a pair's source units now, where they are those that were meant.
    fn stands(&self, pair: &Pair, fillings: &Fillings, now: &Bitext) -> Result<Texts, Refusal> {
        let mut found: Vec<UnitId> = Vec::new();
        for unit in &pair.source {
            let pairs = now.pairs.iter();
            let mut own = pairs.filter(|pair| pair.source.contains(unit));
            let Some(other) = own.next().filter(|other| !other.target.is_empty()) else {
                return Err(Refusal::Place);
            };
            found.extend(
                other
                    .target
                    .iter()
                    .filter(|unit| !found.contains(unit))
                    .copied()
                    .collect::<Vec<_>>(),
            );
        }
        let wanted: Vec<&str> = pair
            .source
            .iter()
            .filter_map(|unit| fillings.get(unit).map(String::as_str))
            .collect();
        let is_whole = found.len() == wanted.len()
            && found
                .iter()
                .zip(&wanted)
                .all(|(unit, text)| is_same(now.target.text(*unit), text));
        if !is_whole {
            return Err(Refusal::Unsafe);
        }
        match self.flaw(pair, &found, &now.target) {
            Some(refusal) => Err(refusal),
            None => Ok(found
                .iter()
                .map(|unit| now.target.text(*unit).to_owned())
                .collect()),
        }
    }

    /// Records a pair in the lock where a level is wanted.
    fn record(&self, lock: &mut Lock, at: usize, target: Texts) {
        if let Some(level) = self.fillings[at].level {
            self.note(lock, at, target, level);
        }
    }

    fn note(&self, lock: &mut Lock, at: usize, target: Texts, level: Level) {
        let pair = &self.bitext.pairs[self.fillings[at].pair];
        let source = &self.bitext.source;
        let texts = pair
            .source
            .iter()
            .map(|unit| source.text(*unit).replace("\r\n", "\n"));
        let target: Texts = target
            .into_iter()
            .map(|text| text.replace("\r\n", "\n"))
            .collect();
        let now = Accepted {
            source: texts.collect(),
            target,
            level,
        };
        let amendment = pair
            .accepted
            .as_ref()
            .and_then(|base| carry::amendment(lock, base, now.clone()));
        if let Some(mut amendment) = amendment {
            amendment.record.glossary = self.settings.glossary;
            carry::amend(lock, &[amendment]);
            return;
        }
        let mut record = Record {
            source: now.source,
            target: now.target,
            level,
            reason: None,
            glossary: self.settings.glossary,
            extra: Map::new(),
        };
        if let Some(key) = keyed::record_key(source, &pair.source) {
            record.extra.insert(keyed::KEY.to_owned(), key.into());
        }
        lock.records.push(record);
    }
}
