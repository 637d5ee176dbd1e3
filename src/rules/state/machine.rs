//! The rule `state/machine`.

use crate::bitext::bitext::PairState;
use crate::lint::context::BitextCx;
use crate::lint::context::Side;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds translations that a machine wrote and nobody has accepted yet.
    ///
    /// ## Why it matters
    /// A machine is fluent where it is wrong.
    ///
    /// ```bad
    /// zh: 请重启。
    /// en: Restart.
    /// state: machine
    /// ```
    ///
    /// ```good
    /// zh: 请重启。
    /// en: Restart.
    /// state: reviewed
    /// ```
    "state/machine" {
        severity: Warning,
        mqm: "unverified",
        since: "0.1.0",
        message: "written by a machine, read by nobody: “{ $excerpt }”",
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    for pair in cx
        .bitext
        .pairs
        .iter()
        .filter(|pair| pair.state == PairState::Machine)
    {
        let (source, target) = Side::both(cx.bitext, pair);
        let finding = sink.report(target.whole());
        finding
            .related(source.whole())
            .arg("excerpt", target.excerpt());
    }
}
