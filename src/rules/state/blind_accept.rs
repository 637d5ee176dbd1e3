//! The rule `state/blind-accept`.

use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::bitext::change::Change;
use crate::bitext::change::classify;
use crate::lint::context::BitextCx;
use crate::lint::context::Side;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lock::lock::Record;
use crate::text::similarity::similarity;
use rustc_hash::FxHashMap;

/// Sources less alike than this are two sources with one translation, not one source that changed.
const ALIKE: f32 = 0.5;

crate::declare_rule! {
    /// Finds translations that were accepted for a changed source although nobody touched them, and without a reason.
    ///
    /// `duizhao accept` refuses this; it comes about where two branches' locks are joined, or a lock is edited by hand.
    ///
    /// ## Why it matters
    /// A changed source with the old translation is what the lock is there to catch.
    ///
    /// ```bad
    /// zh: 请在安装之后重启两次。
    /// en: Restart after the installation.
    /// state: translated
    /// lock: {"source":["请在安装之后重启。"],"target":["Restart after the installation."],"level":"translated"}
    /// ```
    ///
    /// ```good
    /// zh: 请在安装之后重启两次。
    /// en: Restart twice after the installation.
    /// state: translated
    /// lock: {"source":["请在安装之后重启。"],"target":["Restart after the installation."],"level":"translated"}
    /// ```
    "state/blind-accept" {
        severity: Warning,
        mqm: "unverified",
        since: "0.1.0",
        message: "accepted for a changed source, but the draft is as it was before: “{ $previous }”",
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    let mut by_target: FxHashMap<&[String], Vec<&Record>> = FxHashMap::default();
    for record in cx.records {
        by_target.entry(&record.target).or_default().push(record);
    }
    let settled = |pair: &&Pair| matches!(pair.state, PairState::Translated | PairState::Reviewed);
    for pair in cx.bitext.pairs.iter().filter(settled) {
        let (source, target) = Side::both(cx.bitext, pair);
        let (now, draft) = (source.texts(), target.texts());
        let records = by_target
            .get(draft.as_slice())
            .map(Vec::as_slice)
            .unwrap_or_default();
        let has_reason = records
            .iter()
            .any(|record| record.source.as_slice() == now && record.reason.is_some());
        let previous = records
            .iter()
            .find(|record| record.source.as_slice() != now && is_older(cx, record, &now));
        if let Some(previous) = previous.filter(|_| !has_reason) {
            let finding = sink.report(target.whole());
            finding
                .related(source.whole())
                .arg("previous", previous.source.join(" "));
        }
    }
}

/// Tells whether a record holds what this source said before: much alike, changed in earnest, and gone from the document.
fn is_older(cx: &BitextCx<'_>, record: &Record, now: &[String]) -> bool {
    let (old, new) = (record.source.join("\n\n"), now.join("\n\n"));
    let stands = |text: &String| {
        cx.bitext
            .source
            .unit_ids()
            .any(|unit| cx.bitext.source.text(unit) == text)
    };
    classify(&old, &new) != Change::Cosmetic
        && similarity(&old, &new) >= ALIKE
        && !record.source.iter().any(stands)
}
