//! Writes translations that come from elsewhere into a draft: the units they are for change, and no other byte does.

use crate::bitext::bitext::{Accepted, Bitext, Level, Pair};
use crate::bitext::texts::Texts;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::draft::filling::{FillSettings, Filled, Filling, Refusal, is_same, parts};
use crate::draft::render::Fillings;
use crate::draft::step::NewText;
use crate::draft::sync::{Workshop, lost};
use crate::draft::{carry, kept, place, placing};
use crate::lock::keyed;
use crate::lock::lock::{Lock, Record};
use crate::markdown::write;
use crate::text::edit;
use serde_json::Map;
use std::collections::{HashMap, HashSet};

/// Plans everything in memory.
pub fn fill(
    bitext: &Bitext,
    lock: &Lock,
    fillings: &[Filling],
    settings: FillSettings<'_>,
    workshop: &Workshop<'_>,
) -> Filled {
    let cut = fillings.iter().map(|filling| {
        let pair = &bitext.pairs[filling.pair];
        let units = match pair.target.is_empty() {
            true => &pair.source,
            false => &pair.target,
        };
        let parts = parts(&filling.text, units.len())?;
        Some(units.iter().copied().zip(parts).collect())
    });
    let cut: Vec<Option<UnitTexts<'_>>> = cut.collect();
    let outcomes = cut.iter().map(|texts| match texts {
        Some(_) => Ok(()),
        None => Err(Refusal::Shape),
    });
    let mut fill = Fill {
        bitext,
        settings,
        workshop,
        fillings,
        outcomes: outcomes.collect(),
        texts: cut.into_iter().map(Option::unwrap_or_default).collect(),
    };
    let fit = (0..fillings.len()).filter(|at| fill.outcomes[*at].is_ok());
    let (added, replaced): (Vec<usize>, Vec<usize>) =
        fit.partition(|at| fill.pair(*at).target.is_empty());
    let target = fill.settle(&replaced, &Fill::replaced);
    let target = target.unwrap_or_else(|| bitext.target.clone());
    let mut lock_now = lock.clone();
    for at in replaced {
        if fill.outcomes[at].is_ok() {
            let units = fill.pair(at).target.iter();
            let texts = units.map(|unit| target.text(*unit).to_owned());
            fill.record(&mut lock_now, at, texts.collect());
        }
    }
    let (text, lock_now) = match added.is_empty() {
        true => (target.source.text().to_owned(), lock_now),
        false => fill.add(&added, lock_now, target),
    };
    let is_amended = lock_now.records != lock.records;
    Filled {
        text,
        lock: is_amended.then_some(lock_now),
        outcomes: fill.outcomes,
    }
}

/// Units and what is to stand for them: those of the draft, of the source where the draft has none.
type UnitTexts<'a> = Vec<(UnitId, &'a str)>;

struct Fill<'a> {
    bitext: &'a Bitext,
    settings: FillSettings<'a>,
    workshop: &'a Workshop<'a>,
    fillings: &'a [Filling],
    /// For each filling, its texts.
    texts: Vec<UnitTexts<'a>>,
    outcomes: Vec<Result<(), Refusal>>,
}

/// What an attempt came to: what it made, or which fillings did not stand; none named where that cannot be told.
type Attempt<T> = Result<T, Vec<(usize, Refusal)>>;

impl Fill<'_> {
    fn pair(&self, at: usize) -> &Pair {
        &self.bitext.pairs[self.fillings[at].pair]
    }

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
    fn replaced(&self, wanted: &[usize]) -> Attempt<Document> {
        let before = &self.bitext.target;
        let texts = wanted.iter().flat_map(|at| &self.texts[*at]).copied();
        let texts: UnitTexts<'_> = texts.collect();
        let (text, n_refused) = edit::apply(before.source.text(), &write::edits(before, &texts));
        let after = (self.workshop.read)(&text);
        if n_refused > 0
            || after.units.len() != before.units.len()
            || after.problems.len() > before.problems.len()
        {
            return Err(Vec::new());
        }
        let meant: HashSet<UnitId> = texts.iter().map(|(unit, _)| *unit).collect();
        let mut untouched = before.unit_ids().filter(|unit| !meant.contains(unit));
        if untouched.any(|unit| before.text(unit) != after.text(unit)) {
            return Err(Vec::new());
        }
        let flaw = |at: usize| {
            let mut own = self.texts[at].iter();
            match own.all(|(unit, text)| is_same(after.text(*unit), text)) {
                true => self.flaw(at, &self.pair(at).target, &after),
                false => Some(Refusal::Unsafe),
            }
        };
        let bad = wanted.iter().filter_map(|at| Some((*at, flaw(*at)?)));
        let bad: Vec<(usize, Refusal)> = bad.collect();
        match bad.is_empty() {
            true => Ok(after),
            false => Err(bad),
        }
    }

    fn flaw(&self, at: usize, units: &[UnitId], after: &Document) -> Option<Refusal> {
        if self.settings.is_lenient {
            return None;
        }
        let pair = self.pair(at);
        kept::flaw(
            (&self.bitext.source, &pair.source),
            (&self.bitext.target, &pair.target),
            (after, units),
            self.settings.locale_map,
        )
    }

    /// Writes translations that the draft has no unit for: into their placeholders, else to where they belong.
    fn add(&mut self, wanted: &[usize], lock: Lock, target: Document) -> (String, Lock) {
        let base = (self.workshop.resolve)(&lock, target);
        let made = self.settle(wanted, &|fill, wanted| fill.added(wanted, &lock, &base));
        made.unwrap_or_else(|| (base.target.source.text().to_owned(), lock.clone()))
    }

    fn added(&self, wanted: &[usize], before: &Lock, base: &Bitext) -> Attempt<(String, Lock)> {
        let texts = wanted.iter().flat_map(|at| &self.texts[*at]);
        let fillings: Fillings = texts
            .map(|(unit, text)| (*unit, (*text).to_owned()))
            .collect();
        let old = base.target.source.text();
        let is_new = place::is_empty_file(old);
        let text = match is_new {
            true => placing::begun(base, NewText::Comment, Some(&fillings)),
            false => {
                let (text, n_refused) = edit::apply(old, &placing::plan(base, &fillings).edits);
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
        // What is recorded finds its place again, whatever stands around it.
        let mut lock = before.clone();
        for at in wanted {
            let texts = self.texts[*at].iter().map(|(_, text)| (*text).to_owned());
            let level = self.fillings[*at].level.unwrap_or(Level::Translated);
            self.note(&mut lock, *at, texts.collect(), level);
        }
        let now = (self.workshop.resolve)(&lock, after);
        let pairs = now.pairs.iter();
        let by_source = pairs.flat_map(|pair| pair.source.iter().map(move |unit| (*unit, pair)));
        let by_source: HashMap<UnitId, &Pair> = by_source.collect();
        let (mut bad, mut recorded) = (Vec::new(), before.clone());
        for at in wanted {
            match self.stands(*at, &now.target, &by_source) {
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
    fn stands(
        &self,
        at: usize,
        target: &Document,
        by_source: &HashMap<UnitId, &Pair>,
    ) -> Result<Texts, Refusal> {
        let meant = &self.texts[at];
        let mut found: Vec<UnitId> = Vec::new();
        for (unit, _) in meant {
            let pair = by_source.get(unit).filter(|pair| !pair.target.is_empty());
            let pair = pair.ok_or(Refusal::Place)?;
            for unit in &pair.target {
                if !found.contains(unit) {
                    found.push(*unit);
                }
            }
        }
        let mut both = found.iter().zip(meant);
        let is_whole = found.len() == meant.len()
            && both.all(|(unit, (_, text))| is_same(target.text(*unit), text));
        if !is_whole {
            return Err(Refusal::Unsafe);
        }
        match self.flaw(at, &found, target) {
            Some(refusal) => Err(refusal),
            None => Ok(found
                .iter()
                .map(|unit| target.text(*unit).to_owned())
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
        let pair = self.pair(at);
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
