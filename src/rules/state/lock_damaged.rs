//! The rule `state/lock-damaged`.

use crate::lint::context::BitextCx;
use crate::lint::finding::Location;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lock::lock::DamageKind;

crate::declare_rule! {
    /// Finds lines of a lock that cannot be read. They are passed over and lost at the next `duizhao accept`; all others count.
    ///
    /// ## Why it matters
    /// What such a line held has to be accepted again.
    ///
    /// ```bad
    /// zh: 请重启。
    /// en: Restart.
    /// lock: <<<<<<< main
    /// ```
    ///
    /// ```good
    /// zh: 请重启。
    /// en: Restart.
    /// ```
    "state/lock-damaged" {
        severity: Warning,
        mqm: "other",
        since: "0.1.0",
        message: "{ $kind ->
    [conflict] a conflict marker stands in the lock; delete the line
    [version] this line of the lock comes from a newer version; upgrade duizhao
   *[unreadable] this line of the lock cannot be read; restore it from git or accept the pair again
}",
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    let Some(lock) = cx.lock else {
        return;
    };
    for damage in cx.damage {
        let kind = match damage.kind {
            DamageKind::ConflictMarker => "conflict",
            DamageKind::UnknownVersion => "version",
            DamageKind::Unreadable => "unreadable",
        };
        let at = Location {
            source: lock.clone(),
            span: lock.line_span(damage.line),
        };
        sink.report(at).arg("kind", kind);
    }
}
