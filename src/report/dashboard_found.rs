//! Which document of the dashboard a finding tells of.

use crate::lint::finding::Finding;
use crate::report::dashboard::Document;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Parts findings by the document they tell of: the one whose draft they name, else one of their source. Returns besides those that tell of none.
pub fn assigned<'a>(
    documents: &[&Document<'_>],
    findings: &'a [Finding],
) -> (Vec<Vec<&'a Finding>>, Vec<&'a Finding>) {
    let mut by_target: BTreeMap<&str, usize> = BTreeMap::new();
    let mut by_source: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (idx, document) in documents.iter().enumerate() {
        by_target.insert(document.bitext.target.source.name(), idx);
        let source = document.bitext.source.source.name();
        by_source.entry(source).or_default().push(idx);
    }
    let mut by_document: Vec<Vec<&Finding>> = vec![Vec::new(); documents.len()];
    let mut others = Vec::new();
    let mut told = BTreeSet::new();
    for finding in findings {
        let mut places = std::iter::once(&finding.at).chain(&finding.related);
        let target = places.find_map(|at| by_target.get(at.source.name()).copied());
        let found = target.or_else(|| {
            let sharing = by_source.get(finding.at.source.name())?;
            // A source has a draft in each language, and every one of them may have the same to tell of it.
            let key = |idx: usize| (finding.rule.id, finding.at.span.start, idx);
            let mut fitting = sharing.iter().copied();
            let fitting = fitting
                .find(|idx| is_in_state(documents[*idx], finding) && !told.contains(&key(*idx)));
            let idx = fitting.or_else(|| sharing.first().copied())?;
            told.insert(key(idx));
            Some(idx)
        });
        match found.and_then(|idx| by_document.get_mut(idx)) {
            Some(own) => own.push(finding),
            None => others.push(finding),
        }
    }
    (by_document, others)
}

/// Tells whether the unit in which a finding of a state stands is in that state in this document.
fn is_in_state(document: &Document<'_>, finding: &Finding) -> bool {
    let Some(state) = finding.rule.id.strip_prefix("state/") else {
        return false;
    };
    let unit = document.bitext.source.unit_at(finding.at.span.start);
    let mut pairs = document.bitext.pairs.iter();
    pairs.any(|pair| {
        pair.state.name() == state && unit.is_some_and(|unit| pair.source.contains(&unit))
    })
}
