//! The rule `link/missing`.

use crate::lint::context::PairCx;
use crate::lint::links;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds links and images of the source that the target lacks.
    ///
    /// ## Why it matters
    /// The reader is told of a page and not led there.
    ///
    /// ```bad
    /// zh: 参考[指南](guide.md)和[示例](demo.md)。
    /// en: See the [guide](guide.md) and the demo.
    /// ```
    ///
    /// ```good
    /// zh: 参考[指南](guide.md)和[示例](demo.md)。
    /// en: See the [demo](demo.md) and the [guide](guide.md).
    /// ```
    "link/missing" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "the link to “{ $url }” is missing",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    for (unit, code) in links::compare(cx).missing {
        let finding = sink.report(cx.target.whole());
        finding
            .related(cx.source.at(unit, code.span))
            .arg("url", &code.content);
    }
}
