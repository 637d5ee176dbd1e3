//! The rule `link/broken`.

use crate::lint::context::BitextCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::site_links::FaultKind;

crate::declare_rule! {
    /// Finds links and images of a draft that lead to no file of the project, where the source's link leads to one.
    ///
    /// A link that leads nowhere in the source either is not the translation's fault. The fix writes the way from the draft's folder.
    ///
    /// ## Why it matters
    /// The reader is led nowhere.
    ///
    /// ```bad
    /// file: zh/guide/setup.md
    /// file: en/guide/setup.md
    /// page: en/guide/setup.md zh/guide/setup.md
    /// file: zh/guide/a.md
    /// draft: en/a.md
    /// source: zh/guide/a.md
    /// zh: 参考[安装](setup.md)。
    /// en: See [Setup](setup.md).
    /// ```
    ///
    /// ```good
    /// file: zh/guide/setup.md
    /// file: en/guide/setup.md
    /// page: en/guide/setup.md zh/guide/setup.md
    /// draft: en/a.md
    /// source: zh/guide/a.md
    /// zh: 参考[安装](setup.md)。
    /// en: See [Setup](guide/setup.md).
    /// ```
    "link/broken" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "the link to “{ $url }” leads nowhere; the source's leads to “{ $file }”",
        supersedes: &["link/url-changed", "link/missing"],
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    let draft = &cx.bitext.target;
    for fault in cx.link_faults() {
        let FaultKind::Broken(file) = &fault.kind else {
            continue;
        };
        let finding = sink.report(fault.at(draft));
        finding.arg("url", &fault.code.content).arg("file", file);
        if let Some(fix) = fault.mend(draft) {
            finding.fix(fix);
        }
    }
}
