//! The rule `state/stale`.

use crate::bitext::bitext::PairState;
use crate::bitext::change::Change;
use crate::lint::context::BitextCx;
use crate::lint::context::Side;
use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds translations whose source has changed since they were accepted.
    ///
    /// The change is one of `markup`, `number`, `minor` or `rewrite`; a cosmetic one (white space, width of punctuation) is not
    /// reported. Bring the draft in step and accept the pair, or accept it with a reason when the draft is right as it stands.
    ///
    /// ## Why it matters
    /// The draft says what the source used to say.
    ///
    /// ```bad
    /// zh: 请重启两次。
    /// en: Restart once.
    /// state: stale number
    /// ```
    ///
    /// ```good
    /// zh: 请重启。
    /// en: Restart.
    /// state: translated
    /// ```
    "state/stale" {
        severity: Error,
        mqm: "mistranslation",
        since: "0.1.0",
        message: "the source has changed since this was accepted ({ $change ->
    [markup] only its markup
    [number] only numbers
    [minor] a little
   *[rewrite] rewritten
}): “{ $excerpt }”",
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    for pair in &cx.bitext.pairs {
        let PairState::Stale(change) = pair.state else {
            continue;
        };
        let (source, target) = Side::both(cx.bitext, pair);
        let severity = match change {
            Change::Cosmetic => Severity::Off,
            _ => Severity::Error,
        };
        let at = if pair.target.is_empty() {
            source.whole()
        } else {
            target.whole()
        };
        let finding = sink.report_as(severity, at);
        finding
            .related(source.whole())
            .arg("change", change.name())
            .arg("excerpt", source.excerpt());
    }
}
