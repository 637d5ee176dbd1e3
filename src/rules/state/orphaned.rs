//! The rule `state/orphaned`.

use crate::bitext::bitext::PairState;
use crate::lint::context::BitextCx;
use crate::lint::context::Side;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds units of the draft whose source is gone.
    ///
    /// A note of the translator's that belongs only to the draft can be waived by a comment before it.
    ///
    /// ## Why it matters
    /// The draft still says what the author has withdrawn.
    ///
    /// ```bad
    /// en: This feature is experimental.
    /// ```
    ///
    /// ```good
    /// zh: 此功能尚在试验。
    /// en: This feature is experimental.
    /// ```
    "state/orphaned" {
        severity: Warning,
        mqm: "addition",
        since: "0.1.0",
        message: "nothing in the source says this any more: “{ $excerpt }”",
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    for pair in cx
        .bitext
        .pairs
        .iter()
        .filter(|pair| pair.state == PairState::Orphaned)
    {
        let (_, target) = Side::both(cx.bitext, pair);
        if target.has_kind(|kind| kind.is_prose()) {
            sink.report(target.whole()).arg("excerpt", target.excerpt());
        }
    }
}
