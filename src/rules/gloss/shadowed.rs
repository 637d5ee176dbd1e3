//! The rule `gloss/shadowed`.

use crate::lint::glossary::alive;
use crate::lint::glossary::location;
use crate::lint::glossary::preferred;
use crate::lint::glossary::shared_form;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::termbase::concept::Concept;
use crate::termbase::fold::fold;

crate::declare_rule! {
    /// Finds entries that do nothing: each of their source forms stands in their own `not_in`, or an earlier entry says the same already.
    ///
    /// ## Why it matters
    /// An entry that never matches looks like protection and is none.
    ///
    /// ```bad
    /// glossary: {src: 模型, tgt: model}
    /// glossary: {src: 模型, tgt: model}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 模型, tgt: model, not_in: [模型车]}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    "gloss/shadowed" {
        severity: Info,
        mqm: "terminology",
        since: "0.1.0",
        message: "{ $reason ->\n    [blocked] “{ $term }” stands in its own `not_in` and is never found; take it out there\n   *[repeated] “{ $term }” has the same entry before; delete one of the two\n}",
        check: Check::Project(check),
    }
}

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    let mut before: Vec<&Concept> = Vec::new();
    for (_, concept) in alive(cx) {
        let term = concept.source.first().map_or("", String::as_str);
        let is_blocked = |form: &String| {
            concept
                .not_in
                .iter()
                .any(|longer| fold(longer) == fold(form))
        };
        if concept.source.iter().all(is_blocked) {
            sink.report(location(concept))
                .arg("reason", "blocked")
                .arg("term", term);
        } else if let Some(other) = before.iter().find(|other| says_the_same(other, concept)) {
            sink.report(location(concept))
                .arg("reason", "repeated")
                .arg("term", term)
                .related(location(other));
        }
        before.push(concept);
    }
}

fn says_the_same(earlier: &Concept, concept: &Concept) -> bool {
    let (Some(mine), Some(its)) = (preferred(concept), preferred(earlier)) else {
        return false;
    };
    let has = |form: &String| earlier.source.iter().any(|its| fold(its) == fold(form));
    shared_form(concept, earlier).is_some()
        && concept.source.iter().all(has)
        && fold(mine) == fold(its)
}
