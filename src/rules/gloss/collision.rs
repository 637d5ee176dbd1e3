//! The rule `gloss/collision`.

use crate::lint::glossary::alive;
use crate::lint::glossary::location;
use crate::lint::glossary::place;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::termbase::concept::Concept;
use crate::termbase::concept::When;
use crate::termbase::fold::fold;
use std::collections::BTreeMap;

crate::declare_rule! {
    /// Finds two entries that share their preferred target.
    ///
    /// ## Why it matters
    /// A reader of the translation cannot tell the two terms apart. Often both are names of one thing: then one entry with both source
    /// forms says so.
    ///
    /// ```bad
    /// glossary: {src: 网络, tgt: network}
    /// glossary: {src: 网路, tgt: network}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    ///
    /// ```good
    /// glossary: {src: [网络, 网路], tgt: network}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    "gloss/collision" {
        severity: Info,
        mqm: "terminology",
        since: "0.1.0",
        message: "“{ $target }” also stands for “{ $other }” ({ $place }); make it one entry, or tell the two apart",
        check: Check::Project(check),
    }
}

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    let mut first: BTreeMap<String, Vec<&Concept>> = BTreeMap::new();
    for (_, concept) in alive(cx) {
        let Some(target) = concept.target.as_deref() else {
            continue;
        };
        let others = first.entry(fold(target)).or_default();
        if let Some(other) = others.iter().find(|other| is_other(other, concept)) {
            let source = other.source.first().map_or("", String::as_str);
            sink.report(location(concept))
                .arg("target", target)
                .arg("other", source)
                .arg("place", place(other))
                .related(location(other));
        }
        others.push(concept);
    }
}

/// Entries of one source form are another matter, and so are entries that are never in force together.
fn is_other(one: &Concept, other: &Concept) -> bool {
    let everywhere = When::default();
    let meet = one.when == other.when || one.when == everywhere || other.when == everywhere;
    let has = |form: &String| other.source.iter().any(|its| fold(its) == fold(form));
    meet && !one.source.iter().any(has)
}
