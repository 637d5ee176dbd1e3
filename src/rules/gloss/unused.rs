//! The rule `gloss/unused`.

use crate::lint::glossary::alive;
use crate::lint::glossary::location;
use crate::lint::glossary::tallies;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::runner::Reach;
use crate::lint::sink::Sink;
use crate::termbase::concept::Concept;
use crate::termbase::fold::fold;

crate::declare_rule! {
    /// Finds entries whose source forms stand in no document of the project.
    ///
    /// Off in `duizhao check`, since a glossary may serve several projects; `duizhao glossary check` reports it. It says nothing where only
    /// some documents are checked.
    ///
    /// ## Why it matters
    /// A form with a typing error is never found. And every entry is one more to read.
    ///
    /// ```bad
    /// glossary: {src: 微服务, tgt: microservice}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 你好, tgt: hello}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    "gloss/unused" {
        severity: Off,
        mqm: "terminology",
        since: "0.1.0",
        message: "“{ $term }” stands in no document",
        check: Check::Project(check),
    }
}

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    if cx.settings.reach == Reach::Part {
        return;
    }
    let tallies = tallies(cx);
    // What is not translated yet is no hit; the term stands there all the same.
    let documents = cx.documents.iter();
    let texts: Vec<String> = documents
        .map(|document| fold(document.texts.source.text()))
        .collect();
    let stands = |concept: &Concept| {
        let mut forms = concept.source.iter().map(|form| fold(form));
        forms.any(|form| texts.iter().any(|text| text.contains(&form)))
    };
    for (concept_idx, concept) in alive(cx) {
        let is_hit = tallies
            .get(concept_idx)
            .is_some_and(|tally| tally.n_hits > 0);
        let is_rule = !concept.forbid_always.is_empty();
        if !is_hit && !is_rule && !stands(concept) {
            let term = concept.source.first().map_or("", String::as_str);
            sink.report(location(concept)).arg("term", term);
        }
    }
}
