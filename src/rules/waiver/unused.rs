//! The rule `waiver/unused`.

use crate::lint::context::shorten;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::waiver::WaiverCx;

crate::declare_rule! {
    /// Finds waivers that silence nothing.
    ///
    /// A waiver in a source document counts for all its translations: it is of use when it is of use in one. Nothing is said of rules that did
    /// not run (`--select`, `--ignore`, `off`), of blocks that are not translated yet, and where only some of the documents are checked.
    ///
    /// ## Why it matters
    /// What was wrong has been mended. The waiver that is left would hide it when it comes back.
    ///
    /// ```bad
    /// zh: 大模型公司。
    /// en: <!-- duizhao-ignore term/missing: the name of a company -->\n\nThe large model company.
    /// glossary: {src: 大模型, tgt: large model}
    /// ```
    ///
    /// ```good
    /// zh: 大模型公司。
    /// en: <!-- duizhao-ignore term/missing: the name of a company -->\n\nThe Big Model Company.
    /// glossary: {src: 大模型, tgt: large model}
    /// ```
    "waiver/unused" {
        severity: Warning,
        mqm: "other",
        since: "0.1.0",
        message: "this waiver of { $rule } silences nothing; delete it",
        check: Check::Waiver(check),
    }
}

fn check(cx: &WaiverCx<'_>, sink: &mut Sink<'_>) {
    for (at, pattern) in cx.unused() {
        sink.report(at).arg("rule", shorten(pattern));
    }
}
