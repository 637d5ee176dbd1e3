//! The rule `gloss/example-fails`.

use crate::lint::context::shorten;
use crate::lint::examples::ExampleChecker;
use crate::lint::glossary::alive;
use crate::lint::glossary::location;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use std::collections::BTreeSet;

crate::declare_rule! {
    /// Finds entries whose own examples do not come out as they say.
    ///
    /// An example without `expect` must pass all rules of terms (`term/*`, `dnt/*`); one with `expect` must break exactly the rules that it
    /// names.
    ///
    /// ## Why it matters
    /// Examples show what an entry is meant to do. Where they fail, the entry does something else, or a neighbor gets in its way.
    ///
    /// ```bad
    /// glossary: {src: 智能体, tgt: agent, examples: [{src: 智能体很强。, tgt: Robots are strong.}]}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 智能体, tgt: agent, examples: [{src: 智能体很强。, tgt: Robots are strong., expect: [term/missing]}]}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    "gloss/example-fails" {
        severity: Error,
        mqm: "terminology",
        since: "0.1.0",
        message: "the example “{ $example }” gives { $found ->\n    [none] no finding\n   *[other] { $found }\n} and should give { $expected ->\n    [none] none\n   *[other] { $expected }\n}; mend the entry or the example",
        check: Check::Project(check),
    }
}

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    let mut checker = ExampleChecker::new(cx);
    for (concept_idx, concept) in alive(cx) {
        for example in &concept.examples {
            let found = checker.check(concept_idx, example);
            let expected: BTreeSet<&str> = example.expect.iter().map(String::as_str).collect();
            if found != expected {
                sink.report(location(concept))
                    .arg("example", shorten(&example.target))
                    .arg("found", listed(&found))
                    .arg("expected", listed(&expected));
            }
        }
    }
}

fn listed(ids: &BTreeSet<&str>) -> String {
    if ids.is_empty() {
        return "none".to_owned();
    }
    ids.iter().copied().collect::<Vec<_>>().join(", ")
}
