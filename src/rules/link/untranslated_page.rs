//! The rule `link/untranslated-page`.

use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::site::Generator;
use crate::lint::site_cx::SiteCx;
use crate::lint::site_links::FaultKind;

crate::declare_rule! {
    /// Finds links of a draft to pages that are not translated yet, where the site has nothing to show for them.
    ///
    /// Where a generator falls back to the source's page, nothing is found. Docusaurus does so for routes (`/docs/guide`) and for paths
    /// from the content's root (`/guide.md`), never for paths that start with `./` or `../`; the fix writes the path from the root,
    /// which holds before and after the page is translated.
    /// With Docusaurus and VitePress the finding is an error, since the build fails; elsewhere it is a warning.
    ///
    /// ## Why it matters
    /// The build of the translated site fails, or the reader is led to a page that is not there.
    ///
    /// ```bad
    /// untranslated: docs/b.md i18n/en/docusaurus-plugin-content-docs/current/b.md
    /// source: docs/a.md
    /// draft: i18n/en/docusaurus-plugin-content-docs/current/a.md
    /// zh: 参考[指南](./b.md)。
    /// en: See the [guide](./b.md).
    /// ```
    ///
    /// ```good
    /// untranslated: docs/b.md i18n/en/docusaurus-plugin-content-docs/current/b.md
    /// source: docs/a.md
    /// draft: i18n/en/docusaurus-plugin-content-docs/current/a.md
    /// zh: 参考[指南](./b.md)。
    /// en: See the [guide](/b.md).
    /// ```
    "link/untranslated-page" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "the link to “{ $url }” leads nowhere: “{ $source }” is not translated yet",
        supersedes: &["link/url-changed", "link/missing"],
        check: Check::Site(check),
    }
}

fn check(cx: &SiteCx<'_>, sink: &mut Sink<'_>) {
    let draft = &cx.document.texts.target;
    let severity = match cx.pages.generator_of(draft.name()) {
        Some(Generator::Docusaurus | Generator::VitePress) => Severity::Error,
        // Its translation plugin shows the source's page instead.
        Some(Generator::MkDocs) => return,
        _ => Severity::Warning,
    };
    for fault in cx.link_faults() {
        let FaultKind::Untranslated(source) = &fault.kind else {
            continue;
        };
        let finding = sink.report_as(severity, fault.at(draft));
        finding.arg("url", &fault.link.url).arg("source", source);
        if let Some(fix) = fault.mend() {
            finding.fix(fix);
        }
    }
}
