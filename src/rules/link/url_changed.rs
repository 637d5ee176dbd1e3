//! The rule `link/url-changed`.

use crate::lint::context::PairCx;
use crate::lint::links;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds links and images whose target differs from the source's.
    ///
    /// A fragment may differ (a heading's anchor is translated), and so may what marks the language in a path (`/zh/`, `.zh-CN.md`).
    /// Other differences on purpose go into `links.locale-map`.
    ///
    /// ## Why it matters
    /// The link leads nowhere, or to another page.
    ///
    /// ```bad
    /// zh: 访问[官网](https://example.com/guide)。
    /// en: Visit the [website](https://example.org/guide).
    /// ```
    ///
    /// ```good
    /// zh: 参考[指南](/zh/guide#安装)。
    /// en: See the [guide](/en/guide#installation).
    /// ```
    "link/url-changed" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "the link leads to “{ $found }”; the source has “{ $expected }”",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    for ((source_unit, source), (unit, code)) in links::compare(cx).changed {
        let finding = sink.report(cx.target.at(unit, code.span));
        finding.related(cx.source.at(source_unit, source.span));
        finding
            .arg("found", &code.content)
            .arg("expected", &source.content);
    }
}
