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
use rustc_hash::FxHashSet;

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
    let source = &cx.bitext.source;
    let present: FxHashSet<&str> = source.unit_ids().map(|unit| source.text(unit)).collect();
    let is_gone = |record: &&Record| {
        let mut texts = record.source.iter();
        !texts.any(|text| present.contains(text.as_str()))
    };
    let mut gone: FxHashMap<&[String], Vec<&Record>> = FxHashMap::default();
    for record in cx.records.iter().filter(is_gone) {
        gone.entry(&record.target).or_default().push(record);
    }
    if gone.is_empty() {
        return;
    }
    let settled = |pair: &&Pair| matches!(pair.state, PairState::Translated | PairState::Reviewed);
    for pair in cx.bitext.pairs.iter().filter(settled) {
        let (source, target) = Side::both(cx.bitext, pair);
        let (now, draft) = (source.texts(), target.texts());
        let Some(records) = gone.get(draft.as_slice()) else {
            continue;
        };
        let Some(previous) = records.iter().find(|record| is_older(record, &now)) else {
            continue;
        };
        let has_reason = cx.records.iter().any(|record| {
            record.reason.is_some() && *record.target == *draft && *record.source == *now
        });
        if !has_reason {
            let finding = sink.report(target.whole());
            finding
                .related(source.whole())
                .arg("previous", previous.source.join(" "));
        }
    }
}

/// Tells whether a record that is gone from the document holds what this source said before: much alike, and changed in earnest.
fn is_older(record: &Record, now: &[String]) -> bool {
    let (old, new) = (record.source.join("\n\n"), now.join("\n\n"));
    classify(&old, &new) != Change::Cosmetic && similarity(&old, &new) >= ALIKE
}
