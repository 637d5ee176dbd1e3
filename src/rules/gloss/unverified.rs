//! The rule `gloss/unverified`.

use crate::lint::glossary::alive;
use crate::lint::glossary::location;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::termbase::concept::Status;

crate::declare_rule! {
    /// Finds imported entries that are still proposed: nobody has confirmed them.
    ///
    /// Off in `duizhao check`; `duizhao glossary check` reports it.
    ///
    /// ## Why it matters
    /// Reversing a public glossary flags a quarter to half of correct text. What was imported must be looked at once.
    ///
    /// ## What to do
    /// Set `status: approved`, or delete the entry. `duizhao glossary calibrate` shows which are kept to.
    ///
    /// ```bad
    /// glossary: {src: 容器, tgt: container, status: proposed, origin: k8s.csv:3}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 容器, tgt: container, origin: k8s.csv:3}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    "gloss/unverified" {
        severity: Off,
        mqm: "terminology",
        since: "0.1.0",
        message: "“{ $term }” was imported from { $origin } and nobody has confirmed it; set `status: approved` or delete it",
        check: Check::Project(check),
    }
}

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    for (_, concept) in alive(cx) {
        let Some(origin) = concept.origin.as_deref() else {
            continue;
        };
        if concept.status == Status::Proposed {
            let term = concept.source.first().map_or("", String::as_str);
            sink.report(location(concept))
                .arg("term", term)
                .arg("origin", origin);
        }
    }
}
