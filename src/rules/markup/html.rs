//! The rule `markup/html`.

use crate::lint::context::PairCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::tags;
use std::collections::BTreeSet;

crate::declare_rule! {
    /// Finds HTML and JSX tags that the target has lost, or opens and does not close as the source does.
    ///
    /// Attributes may differ, and so may the number of tags that only set type (`<b>`, `<span>`, `<br>`).
    ///
    /// ## Why it matters
    /// An element that is not closed swallows the rest of the page, and MDX refuses to build it.
    ///
    /// ```bad
    /// zh: 按 <kbd>Ctrl</kbd> 键。
    /// en: Press the <kbd>Ctrl key.
    /// ```
    ///
    /// ```good
    /// zh: 按<kbd title="控制">Ctrl</kbd>键，<b>不要</b>松手。
    /// en: Press <kbd title="Control">Ctrl</kbd> and do not let go.
    /// ```
    "markup/html" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "{ $flaw ->
    [unclosed] the tag <{ $name }> is not closed as in the source
    [unopened] the tag </{ $name }> closes nothing
   *[missing] the source has { $expected } <{ $name }>, this has { $found }
}",
        supersedes: &["markup/emphasis"],
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    let source = tags::count(cx.source);
    let target = tags::count(cx.target);
    if source.is_empty() && target.is_empty() {
        return;
    }
    let names: BTreeSet<&String> = source.keys().chain(target.keys()).collect();
    for name in names {
        let (before, after) = (source.get(name), target.get(name));
        let balance = |count: Option<&tags::TagCount>| count.map_or(0, tags::TagCount::balance);
        let n_elements =
            |count: Option<&tags::TagCount>| count.map_or(0, tags::TagCount::n_elements);
        let (expected, found) = (n_elements(before), n_elements(after));
        let flaw = match balance(after).cmp(&balance(before)) {
            std::cmp::Ordering::Greater if balance(after) > 0 => "unclosed",
            std::cmp::Ordering::Less if balance(after) < 0 => "unopened",
            _ if found < expected && !tags::is_looks(name) => "missing",
            _ => continue,
        };
        let at = after.map_or_else(|| cx.target.whole(), |count| count.at.clone());
        let finding = sink.report(at);
        if let Some(count) = before {
            finding.related(count.at.clone());
        }
        finding
            .arg("flaw", flaw)
            .arg("name", name)
            .arg("expected", expected)
            .arg("found", found);
    }
}
