//! The rule `gloss/forbid-overlaps-target`.

use crate::lint::glossary::alive;
use crate::lint::glossary::location;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::termbase::concept::CaseMode;
use crate::termbase::concept::Concept;
use crate::termbase::inflection::forms;
use crate::termbase::matcher::with_optional_words;

crate::declare_rule! {
    /// Finds forbidden forms that stand in a target which the same entry prefers or admits.
    ///
    /// Forms that differ from the target only by case (`Github` and GitHub) or, with `hyphen: exact`, by hyphens are left alone: that is what
    /// such entries are for.
    ///
    /// ## Why it matters
    /// What is right and what is wrong cannot be told apart.
    ///
    /// ```bad
    /// glossary: {src: 大模型, tgt: large model, forbid: [model]}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 大模型, tgt: large model, forbid: [big model]}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    "gloss/forbid-overlaps-target" {
        severity: Error,
        mqm: "terminology",
        since: "0.1.0",
        message: "“{ $forbidden }” is forbidden, but stands in “{ $target }”, which is right; take one of the two out",
        check: Check::Project(check),
    }
}

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    for (_, concept) in alive(cx) {
        for forbidden in concept.forbid.iter().chain(&concept.forbid_always) {
            let mut good = concept.target.iter().chain(&concept.allow);
            if let Some(target) = good.find(|target| overlaps(concept, forbidden, target)) {
                sink.report(location(concept))
                    .arg("forbidden", forbidden)
                    .arg("target", target);
            }
        }
    }
}

fn overlaps(concept: &Concept, forbidden: &str, target: &str) -> bool {
    let mut bad: Vec<String> = vec![forbidden.to_owned()];
    if concept.is_inflected {
        // Only endings that are put on: `softwares` may be forbidden for the sake of `software`.
        let inflected = forms(forbidden).into_iter();
        let longer =
            inflected.filter(|form| form.text.len() > forbidden.len() && form.respelled.is_none());
        bad.extend(longer.map(|form| form.text));
    }
    let good = with_optional_words(target);
    good.iter().any(|good| {
        bad.iter().any(|bad| {
            let is_only_case = bad != good && bad.to_lowercase() == good.to_lowercase();
            let mode = if is_only_case {
                CaseMode::Exact
            } else {
                concept.case
            };
            let good = words(good, mode, concept.is_hyphen_exact);
            let bad = words(bad, mode, concept.is_hyphen_exact);
            !bad.is_empty() && good.windows(bad.len()).any(|part| part == bad)
        })
    })
}

fn words(text: &str, case: CaseMode, is_hyphen_exact: bool) -> Vec<String> {
    let is_gap = |c: char| c.is_whitespace() || c == '-' && !is_hyphen_exact;
    let words = text.split(is_gap).filter(|word| !word.is_empty());
    match case {
        CaseMode::Exact => words.map(str::to_owned).collect(),
        CaseMode::Smart | CaseMode::Ignore => words.map(str::to_lowercase).collect(),
    }
}
