//! The rule `gloss/low-obey-rate`.

use crate::lint::glossary::alive;
use crate::lint::glossary::location;
use crate::lint::glossary::tallies;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds entries that the drafts keep to in fewer than half of at least five places.
    ///
    /// ## Why it matters
    /// Where most of the translators write something else, the entry is more likely to be wrong than they are.
    ///
    /// ## What to do
    /// `duizhao glossary calibrate` shows what they write instead and how to admit it.
    ///
    /// ```bad
    /// glossary: {src: 内存, tgt: random-access memory}
    /// zh: 内存一。\n\n内存二。\n\n内存三。\n\n内存四。\n\n内存五。
    /// en: Memory 1.\n\nMemory 2.\n\nMemory 3.\n\nMemory 4.\n\nMemory 5.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 内存, tgt: memory}
    /// zh: 内存一。\n\n内存二。\n\n内存三。\n\n内存四。\n\n内存五。
    /// en: Memory 1.\n\nMemory 2.\n\nMemory 3.\n\nMemory 4.\n\nMemory 5.
    /// ```
    "gloss/low-obey-rate" {
        severity: Info,
        mqm: "terminology",
        since: "0.1.0",
        message: "“{ $term }” is translated as this entry says in only { $obeyed } of { $n } places; `duizhao glossary calibrate` shows what stands instead",
        check: Check::Project(check),
    }
}

/// Fewer places than these say nothing.
const LEAST: usize = 5;

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    let tallies = tallies(cx);
    for (concept_idx, concept) in alive(cx) {
        let Some(tally) = tallies.get(concept_idx) else {
            continue;
        };
        if tally.n_checked >= LEAST && tally.n_obeyed * 2 < tally.n_checked {
            let term = concept.source.first().map_or("", String::as_str);
            sink.report(location(concept))
                .arg("term", term)
                .arg("obeyed", tally.n_obeyed)
                .arg("n", tally.n_checked);
        }
    }
}
