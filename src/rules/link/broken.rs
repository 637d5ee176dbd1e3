//! The rule `link/broken`.

use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::site_cx::SiteCx;
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
    /// page: zh/guide/setup.md en/guide/setup.md
    /// source: zh/a.md
    /// draft: en/a.md
    /// zh: 参考[安装](guide/setup.md)。
    /// en: See [Setup](guides/setup.md).
    /// ```
    ///
    /// ```good
    /// page: zh/guide/setup.md en/guide/setup.md
    /// source: zh/a.md
    /// draft: en/a.md
    /// zh: 参考[安装](guide/setup.md)。
    /// en: See [Setup](guide/setup.md).
    /// ```
    "link/broken" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "the link to “{ $url }” leads nowhere; the source's leads to “{ $file }”",
        supersedes: &["link/url-changed", "link/missing"],
        check: Check::Site(check),
    }
}

fn check(cx: &SiteCx<'_>, sink: &mut Sink<'_>) {
    let draft = &cx.document.texts.target;
    for fault in cx.link_faults() {
        let FaultKind::Broken(file) = &fault.kind else {
            continue;
        };
        let finding = sink.report(fault.at(draft));
        finding.arg("url", &fault.link.url).arg("file", file);
        if let Some(fix) = fault.mend() {
            finding.fix(fix);
        }
    }
}
