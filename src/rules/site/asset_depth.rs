//! The rule `site/asset-depth`.

use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::site_cx::SiteCx;
use crate::lint::site_links::FaultKind;

crate::declare_rule! {
    /// Finds images and other files that a draft names by the source's path, which does not hold from the draft's folder.
    ///
    /// The path was copied, and the draft stands at another depth. The fix writes the way from the draft's folder.
    ///
    /// ## Why it matters
    /// The image is not shown; Docusaurus, VitePress and Starlight fail to build the site.
    ///
    /// ```bad
    /// file: static/img/flow.png
    /// draft: i18n/en/docusaurus-plugin-content-docs/current/a.md
    /// source: docs/a.md
    /// zh: ![流程](../static/img/flow.png)
    /// en: ![Flow](../static/img/flow.png)
    /// ```
    ///
    /// ```good
    /// file: static/img/flow.png
    /// draft: i18n/en/docusaurus-plugin-content-docs/current/a.md
    /// source: docs/a.md
    /// zh: ![流程](../static/img/flow.png)
    /// en: ![Flow](../../../../static/img/flow.png)
    /// ```
    "site/asset-depth" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "“{ $url }” does not hold from the draft's folder; the file is “{ $file }”",
        supersedes: &["link/url-changed", "link/missing"],
        check: Check::Site(check),
    }
}

fn check(cx: &SiteCx<'_>, sink: &mut Sink<'_>) {
    let draft = &cx.document.texts.target;
    for fault in cx.link_faults() {
        let FaultKind::Depth(file) = &fault.kind else {
            continue;
        };
        let finding = sink.report(fault.at(draft));
        finding.arg("url", &fault.link.url).arg("file", file);
        if let Some(fix) = fault.mend() {
            finding.fix(fix);
        }
    }
}
