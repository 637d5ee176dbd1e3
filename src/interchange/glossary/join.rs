//! Entries of one source form joined: a table of the other direction says 常量 twice, for `const` and for `constant`.

use crate::interchange::glossary::exchange::Entry;
use crate::termbase::fold::fold;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Joins entries so that no source form stands in two: each form is given all its targets, forms with the same ones stay together.
pub fn same_source(entries: Vec<Entry>) -> Vec<Entry> {
    let mut by_form: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (entry_idx, entry) in entries.iter().enumerate() {
        for form in &entry.concept.source {
            let of_form = by_form.entry(fold(form)).or_default();
            if of_form.last() != Some(&entry_idx) {
                of_form.push(entry_idx);
            }
        }
    }
    let mut done: BTreeSet<String> = BTreeSet::new();
    let mut joined = Vec::new();
    for entry in &entries {
        let mut groups: Vec<(&[usize], Vec<String>)> = Vec::new();
        for form in &entry.concept.source {
            let folded = fold(form);
            let members = by_form.get(&folded).map(Vec::as_slice).unwrap_or_default();
            if !done.insert(folded) {
                continue;
            }
            match groups.iter_mut().find(|(known, _)| *known == members) {
                Some((_, forms)) => forms.push(form.clone()),
                None => groups.push((members, vec![form.clone()])),
            }
        }
        for (members, forms) in groups {
            joined.extend(join(&entries, members, forms));
        }
    }
    joined
}

fn join(entries: &[Entry], members: &[usize], forms: Vec<String>) -> Option<Entry> {
    let mut members = members.iter().filter_map(|idx| entries.get(*idx));
    let mut joined = members.next()?.clone();
    joined.concept.id = forms.first().cloned().unwrap_or_default();
    joined.concept.source = forms;
    for member in members {
        let concept = &member.concept;
        let own = &mut joined.concept;
        if concept.is_dnt {
            // A term that one row keeps and another translates may be either.
            own.allow.extend(own.source.clone());
        }
        let targets: Vec<String> = concept
            .target
            .iter()
            .chain(&concept.allow)
            .cloned()
            .collect();
        if own.is_dnt && !targets.is_empty() {
            own.is_dnt = false;
            own.allow.extend(own.source.clone());
        }
        for target in targets {
            let is_known = own
                .target
                .iter()
                .chain(&own.allow)
                .any(|known| fold(known) == fold(&target));
            match own.target {
                None => own.target = Some(target),
                Some(_) if !is_known => own.allow.push(target),
                Some(_) => {}
            }
        }
        own.forbid.extend(concept.forbid.iter().cloned());
        if own.part_of_speech != concept.part_of_speech {
            own.part_of_speech = None;
        }
        own.abbreviation = own
            .abbreviation
            .take()
            .or_else(|| concept.abbreviation.clone());
        own.definition = own.definition.take().or_else(|| concept.definition.clone());
        own.note = match (own.note.take(), &concept.note) {
            (Some(one), Some(other)) if !one.contains(other.as_str()) => {
                Some(format!("{one}; {other}"))
            }
            (one, other) => one.or_else(|| other.clone()),
        };
    }
    let own = &mut joined.concept;
    let good: Vec<String> = own
        .target
        .iter()
        .chain(&own.allow)
        .map(|form| fold(form))
        .collect();
    own.forbid.retain(|form| !good.contains(&fold(form)));
    own.forbid.dedup();
    Some(joined)
}
