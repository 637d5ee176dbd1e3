//! The rule `ref/marker`.

use crate::lint::context::PairCx;
use crate::lint::meta::Severity;
use crate::lint::references;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::tally;
use crate::lint::tally::Repeats;

crate::declare_rule! {
    /// Finds reference marks that the target has lost, changed, added or put in another order: `[12]`, `\[12\]`, `[^note]`, `[@key]`.
    ///
    /// Marks in brackets of full width count as the same. Another order is a warning: a sentence may have to be turned around.
    ///
    /// ## Why it matters
    /// A claim is credited to the wrong source.
    ///
    /// ```bad
    /// zh: 开源已成主流\[12\]。
    /// en: Open source is now mainstream\[13\].
    /// ```
    ///
    /// ```good
    /// zh: 开源已成主流［12］，见[^a]。
    /// en: Open source is now mainstream[12]; see[^a].
    /// ```
    "ref/marker" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "{ $flaw ->
    [missing] the reference “{ $expected }” is missing
    [extra] the source has no reference “{ $found }” here
    [order] the reference “{ $found }” stands where the source has “{ $expected }”
   *[changed] the reference reads “{ $found }”; the source has “{ $expected }”
}",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    let source = references::of(cx.source, cx.source_prose());
    let target = references::of(cx.target, cx.target_prose());
    if source.is_empty() && target.is_empty() {
        return;
    }
    let (raw_source, raw_target) = (cx.source.text(), cx.target.text());
    let n_written = |text: &str, key: &str| text.replace('\\', "").matches(key).count();
    let is_fewer = |few: &str, many: &str, key: &str| n_written(few, key) < n_written(many, key);
    let order: Vec<_> = source
        .iter()
        .zip(&target)
        .map(|(s, t)| (s.clone(), t.clone()))
        .collect();
    let diff = tally::compare(source, target, |_| Repeats::Counted);
    let is_whole = diff.changed.is_empty() && diff.missing.is_empty() && diff.extra.is_empty();
    for (source, target) in diff.changed {
        let finding = sink.report(target.at);
        finding.related(source.at);
        finding
            .arg("flaw", "changed")
            .arg("expected", source.written)
            .arg("found", target.written);
    }
    // An index in code (`list[0]`) that the other side writes as running text is no reference.
    for item in diff.missing {
        if n_written(&raw_target, &item.key) > 0 && !is_fewer(&raw_target, &raw_source, &item.key) {
            continue;
        }
        let finding = sink.report(cx.target.whole());
        finding.related(item.at);
        finding
            .arg("flaw", "missing")
            .arg("expected", item.written)
            .arg("found", "");
    }
    for item in diff.extra {
        if n_written(&raw_source, &item.key) > 0 && !is_fewer(&raw_source, &raw_target, &item.key) {
            continue;
        }
        let finding = sink.report(item.at);
        finding
            .arg("flaw", "extra")
            .arg("expected", "")
            .arg("found", item.written);
    }
    let moved = order
        .into_iter()
        .find(|(source, target)| source.key != target.key);
    if let Some((source, target)) = moved.filter(|_| is_whole) {
        let finding = sink.report_as(Severity::Warning, target.at);
        finding.related(source.at);
        finding
            .arg("flaw", "order")
            .arg("expected", source.written)
            .arg("found", target.written);
    }
}
