//! The rule `gloss/conflict`.

use crate::lint::glossary::alive;
use crate::lint::glossary::location;
use crate::lint::glossary::place;
use crate::lint::glossary::preferred;
use crate::lint::glossary::shared_form;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::termbase::concept::Concept;
use crate::termbase::fold::fold;
use std::collections::BTreeMap;

crate::declare_rule! {
    /// Finds two entries with the same source form, the same filter and different preferred targets.
    ///
    /// Entries whose parts of speech (`pos`) differ are left alone.
    ///
    /// ## Why it matters
    /// Whatever the translator writes, one of the two is not kept to.
    ///
    /// ## What to do
    /// Keep one and move the other's target to its `allow`; or say with `when` where each is in force.
    ///
    /// ```bad
    /// glossary: {src: 协议, tgt: protocol}
    /// glossary: {src: 协议, tgt: agreement}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 协议, tgt: protocol}
    /// glossary: {src: 协议, tgt: agreement, when: {path: "legal/**"}}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    "gloss/conflict" {
        severity: Error,
        mqm: "terminology",
        since: "0.1.0",
        message: "“{ $term }” is “{ $target }” here and “{ $other }” in { $place }; keep one, or say with `when` where each is in force",
        check: Check::Project(check),
    }
}

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    let mut by_form: BTreeMap<String, Vec<(usize, &Concept)>> = BTreeMap::new();
    for (concept_idx, concept) in alive(cx) {
        let forms = concept.source.iter().map(|form| fold(form));
        let mut others: Vec<(usize, &Concept)> = Vec::new();
        for form in forms {
            let same_form = by_form.entry(form).or_default();
            others.extend(same_form.iter().filter(|(idx, _)| *idx != concept_idx));
            same_form.push((concept_idx, concept));
        }
        let conflict = others.iter().find_map(|(_, other)| {
            let (target, its) = differing(concept, other)?;
            Some((shared_form(concept, other)?, target, its, *other))
        });
        if let Some((term, target, its, other)) = conflict {
            sink.report(location(concept))
                .arg("term", term)
                .arg("target", target)
                .arg("other", its)
                .arg("place", place(other))
                .related(location(other));
        }
    }
}

fn differing<'a>(one: &'a Concept, other: &'a Concept) -> Option<(&'a str, &'a str)> {
    let (mine, its) = (preferred(one)?, preferred(other)?);
    let has_parts = one.part_of_speech.is_some() && other.part_of_speech.is_some();
    let is_homonym = has_parts && one.part_of_speech != other.part_of_speech;
    (fold(mine) != fold(its) && !is_homonym).then_some((mine, its))
}
