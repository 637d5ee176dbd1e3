//! The rule `len/sentences`.

use crate::lint::context::PairCx;
use crate::lint::context::Side;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

/// One sentence more or less is a translator's freedom.
const FREEDOM: usize = 2;

crate::declare_rule! {
    /// Finds targets with at least two sentences more or fewer than their source. Off unless asked for: translators join and split.
    ///
    /// ## Why it matters
    /// A sentence may have been left out.
    ///
    /// ```bad
    /// zh: 先备份。再升级。最后重启。
    /// en: Back up first.
    /// ```
    ///
    /// ```good
    /// zh: 先备份。再升级。
    /// en: Back up, then upgrade.
    /// ```
    "len/sentences" {
        severity: Off,
        mqm: "omission",
        since: "0.1.0",
        message: "number of sentences: { $found }; the source has { $expected }",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    let (expected, found) = (n_sentences(cx.source), n_sentences(cx.target));
    if expected.abs_diff(found) >= FREEDOM && expected > 0 && found > 0 {
        sink.report(cx.target.whole())
            .arg("expected", expected)
            .arg("found", found);
    }
}

fn n_sentences(side: Side<'_>) -> usize {
    let counts = side.units.iter().map(|unit| {
        let sentences = side.document.sentences(*unit);
        sentences.len()
    });
    counts.sum()
}
