//! The rule `code/placeholder`.

use crate::lint::context::PairCx;
use crate::lint::placeholders;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::tally;
use crate::lint::tally::Repeats;

crate::declare_rule! {
    /// Finds placeholders that the target has lost, changed or added: `{name}`, `${name}`, `{{ name }}`, `%s`, `%(name)s`.
    ///
    /// A named placeholder may stand more or less often than in the source; those that are filled in by position (`%s`) are counted.
    /// A placeholder inside inline code counts as present.
    ///
    /// ## Why it matters
    /// A program fills them in, and finds them by their names.
    ///
    /// ```bad
    /// zh: 已删除 {count} 个文件。
    /// en: Deleted {number} files.
    /// ```
    ///
    /// ```good
    /// zh: 已删除 {count} 个文件，共 {{ total }} 个。
    /// en: Deleted {count} of {{total}} files.
    /// ```
    "code/placeholder" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "{ $expected ->
    [none] the source has no placeholder “{ $found }”
   *[other] { $found ->
        [none] the placeholder “{ $expected }” is missing
       *[other] the placeholder reads “{ $found }”; the source has “{ $expected }”
    }
}",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    let (source_prose, target_prose) = (cx.source_prose(), cx.target_prose());
    let source = placeholders::of(cx.source, source_prose);
    let target = placeholders::of(cx.target, target_prose);
    if source.is_empty() && target.is_empty() {
        return;
    }
    let counted = |item: &tally::Item| match placeholders::is_positional(&item.key) {
        true => Repeats::Counted,
        false => Repeats::Free,
    };
    let diff = tally::compare(source, target, counted);
    let stripped =
        |text: String| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let (raw_source, raw_target) = (stripped(cx.source.text()), stripped(cx.target.text()));
    // Written as code, or as part of something larger, it is still there.
    let is_missing = |item: &tally::Item| {
        placeholders::is_positional(&item.key) || !raw_target.contains(&item.key)
    };
    let is_added = |item: &tally::Item| {
        placeholders::is_positional(&item.key) || !raw_source.contains(&item.key)
    };
    for (source, target) in diff.changed {
        match (is_missing(&source), is_added(&target)) {
            (true, true) => {
                let finding = sink.report(target.at);
                finding.related(source.at);
                finding
                    .arg("expected", source.written)
                    .arg("found", target.written);
            }
            (true, false) => missing(cx, sink, source),
            (false, true) => extra(sink, target),
            (false, false) => {}
        }
    }
    for item in diff.missing.into_iter().filter(is_missing) {
        missing(cx, sink, item);
    }
    for item in diff.extra.into_iter().filter(is_added) {
        extra(sink, item);
    }
}

fn missing(cx: &PairCx<'_>, sink: &mut Sink<'_>, item: tally::Item) {
    let finding = sink.report(cx.target.whole());
    finding.related(item.at);
    finding.arg("expected", item.written).arg("found", "none");
}

fn extra(sink: &mut Sink<'_>, item: tally::Item) {
    let finding = sink.report(item.at);
    finding.arg("expected", "none").arg("found", item.written);
}
