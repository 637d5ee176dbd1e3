//! The rule `waiver/unclosed`.

use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::waiver::WaiverCx;

crate::declare_rule! {
    /// Finds `duizhao-ignore-start` without its `duizhao-ignore-end`, and the other way round.
    ///
    /// ## Why it matters
    /// Without an end the waiver holds to the end of the file, and hides what nobody meant to hide.
    ///
    /// ```bad
    /// zh: 安装。\n\n重启。
    /// en: Install.\n\n<!-- duizhao-ignore-start left/han: quoted -->\n\nRestart.
    /// ```
    ///
    /// ```good
    /// zh: 安装。\n\n引文。\n\n重启。
    /// en: Install.\n\n<!-- duizhao-ignore-start left/han: quoted -->\n\n“引文”。\n\n<!-- duizhao-ignore-end -->\n\nRestart.
    /// ```
    "waiver/unclosed" {
        severity: Error,
        mqm: "other",
        since: "0.1.0",
        message: "{ $kind ->\n [start] this range has no `duizhao-ignore-end`: it reaches to the end of the file\n *[end] no `duizhao-ignore-start` stands before this end\n}",
        check: Check::Waiver(check),
    }
}

fn check(cx: &WaiverCx<'_>, sink: &mut Sink<'_>) {
    for file in &cx.files {
        let starts = file.found.unclosed.iter().map(|mark| (mark, "start"));
        let ends = file.found.unopened.iter().map(|mark| (mark, "end"));
        for (mark, kind) in starts.chain(ends) {
            sink.report(file.at(*mark)).arg("kind", kind);
        }
    }
}
