//! The rule `state/untranslated`.

use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::unit::UnitId;
use crate::lint::context::BitextCx;
use crate::lint::context::Side;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds source units that nothing in the draft translates.
    ///
    /// The finding stands at the source unit. A unit whose counterpart is still in the source language counts as untranslated too.
    ///
    /// ## Why it matters
    /// The reader of the draft never learns what the source says here.
    ///
    /// ```bad
    /// zh: 安装之后请重启。
    /// ```
    ///
    /// ```good
    /// zh: 安装之后请重启。
    /// en: Restart after the installation.
    /// ```
    "state/untranslated" {
        severity: Error,
        mqm: "omission",
        since: "0.1.0",
        message: "not translated: “{ $excerpt }”",
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    for pair in cx.bitext.pairs.iter().filter(|pair| is_open(cx, pair)) {
        let side = |document, units| Side { document, units };
        let source = side(&cx.bitext.source, pair.source.as_slice());
        let finding = sink.report(source.whole()).arg("excerpt", source.excerpt());
        if !pair.target.is_empty() {
            finding.related(side(&cx.bitext.target, pair.target.as_slice()).whole());
        }
    }
}

fn is_open(cx: &BitextCx<'_>, pair: &Pair) -> bool {
    let is_prose = |unit: &UnitId| cx.bitext.source.unit(*unit).kind.is_prose();
    pair.state == PairState::Untranslated && pair.source.iter().any(is_prose)
}
