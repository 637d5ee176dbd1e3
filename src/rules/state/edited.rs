//! The rule `state/edited`.

use crate::bitext::bitext::PairState;
use crate::lint::context::BitextCx;
use crate::lint::context::Side;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds translations that were edited since they were accepted, their source being the same. Off unless asked for.
    ///
    /// ## Why it matters
    /// A house with a second pair of eyes wants to see what moved after the review.
    ///
    /// ```bad
    /// zh: 请重启。
    /// en: Reboot.
    /// state: edited
    /// ```
    ///
    /// ```good
    /// zh: 请重启。
    /// en: Restart.
    /// state: translated
    /// ```
    "state/edited" {
        severity: Off,
        mqm: "unverified",
        since: "0.1.0",
        message: "the draft has changed since this was accepted: “{ $excerpt }”",
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    for pair in cx
        .bitext
        .pairs
        .iter()
        .filter(|pair| pair.state == PairState::Edited)
    {
        let (source, target) = Side::both(cx.bitext, pair);
        let finding = sink.report(target.whole());
        finding
            .related(source.whole())
            .arg("excerpt", target.excerpt());
    }
}
