//! Translations that stand where a renamed source used to be: what to say before anyone begins anew.

use crate::document::document::Document;
use crate::edge::project::walk::Paths;
use crate::lock::lock::Lock;
use crate::text::fingerprint::Fingerprint;
use crate::text::notice::Notice;
use rustc_hash::FxHashSet;
use serde::Deserialize;
use serde::Serialize;

/// A source without a draft, or a draft without a source.
#[derive(Clone, Debug)]
pub struct Stray {
    paths: Paths,
    lone: Lone,
}

/// The texts of the side that is there.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Lone {
    /// The source's texts, where there is no draft.
    texts: FxHashSet<Fingerprint>,
    /// The source texts of what was accepted, record by record, where there is no source.
    records: Vec<Vec<Fingerprint>>,
}

impl Lone {
    /// Looks at one document; nothing where it has both sides.
    pub fn of(source: &Document, target: &Document, lock: &Lock) -> Option<Self> {
        let has_text = |document: &Document| !document.source.text().is_empty();
        let (texts, records) = match (has_text(source), has_text(target)) {
            (true, false) => {
                let texts = source.unit_ids().map(|unit| source.text(unit));
                (texts.map(Fingerprint::of).collect(), Vec::new())
            }
            (false, true) => {
                let records = lock.records.iter();
                let names = records.map(|record| names(&record.source));
                (FxHashSet::default(), names.collect())
            }
            _ => return None,
        };
        Some(Self { texts, records })
    }
}

impl Stray {
    /// Looks at one document; nothing where it has both sides.
    pub fn of(paths: &Paths, source: &Document, target: &Document, lock: &Lock) -> Option<Self> {
        Lone::of(source, target, lock).map(|lone| Self::new(paths.clone(), lone))
    }

    /// Says whose side it is.
    pub const fn new(paths: Paths, lone: Lone) -> Self {
        Self { paths, lone }
    }

    /// How many of another's records speak of this source.
    fn n_shared(&self, other: &Self) -> usize {
        let is_here = |record: &&Vec<Fingerprint>| {
            !record.is_empty() && record.iter().all(|text| self.lone.texts.contains(text))
        };
        other.lone.records.iter().filter(is_here).count()
    }
}

/// Tells for each source without a draft in which draft its translation stands, where most of what was accepted there speaks of it.
/// Returns the number of the source among `strays` with what is to be said.
pub fn notices(strays: &[Option<&Stray>]) -> Vec<(usize, Notice)> {
    let lost = |is_source: bool| {
        let all = strays.iter().enumerate();
        let all = all.filter_map(|(at, stray)| Some((at, (*stray)?)));
        all.filter(move |(_, stray)| stray.lone.texts.is_empty() != is_source)
    };
    let drafts: Vec<(usize, &Stray)> = lost(false).collect();
    let found = lost(true).filter_map(|(at, source)| {
        let lang = &source.paths.target_lang;
        let same = drafts
            .iter()
            .filter(|(_, draft)| draft.paths.target_lang == *lang);
        let shared = same.map(|(_, draft)| (source.n_shared(draft), *draft));
        let (n, draft) = shared.max_by_key(|(n, draft)| (*n, std::cmp::Reverse(&draft.paths)))?;
        (n > 0 && n * 2 >= draft.lone.records.len()).then(|| {
            let notice = Notice::new("draft-strayed")
                .arg("source", &source.paths.source)
                .arg("draft", &draft.paths.target)
                .arg("place", &source.paths.target);
            (at, notice)
        })
    });
    found.collect()
}

fn names(texts: &[String]) -> Vec<Fingerprint> {
    texts.iter().map(|text| Fingerprint::of(text)).collect()
}
