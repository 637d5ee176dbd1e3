//! The rule `state/unconfirmed`.

use crate::bitext::bitext::PairState;
use crate::lint::context::BitextCx;
use crate::lint::context::Side;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds pairs that stand side by side by their place and looks only: nobody has accepted them.
    ///
    /// Such a pair counts as covered and is shown apart. Read it, then `duizhao accept` it.
    ///
    /// ## Why it matters
    /// Only an accepted pair can be seen to go stale.
    ///
    /// ```bad
    /// zh: 请重启。
    /// en: Restart.
    /// state: unconfirmed
    /// ```
    ///
    /// ```good
    /// zh: 请重启。
    /// en: Restart.
    /// state: translated
    /// ```
    "state/unconfirmed" {
        severity: Warning,
        mqm: "unverified",
        since: "0.1.0",
        message: "nobody has accepted this as a translation: “{ $excerpt }”",
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    for pair in cx
        .bitext
        .pairs
        .iter()
        .filter(|pair| pair.state == PairState::Unconfirmed)
    {
        let (source, target) = Side::both(cx.bitext, pair);
        let finding = sink.report(target.whole());
        finding
            .related(source.whole())
            .arg("excerpt", target.excerpt());
    }
}
