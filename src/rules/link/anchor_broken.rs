//! The rule `link/anchor-broken`.

use crate::lint::finding::Location;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::site_cx::SiteCx;
use crate::lint::site_links::FaultKind;

crate::declare_rule! {
    /// Finds links of a draft to a place of a page that is not there, where the source's link leads to one.
    ///
    /// A heading's anchor is made of its text, by the rules of the site's generator, so it changes with the translation. Anchors are
    /// those of headings, explicit ids and the ids of elements; those of Docusaurus and Starlight, VitePress, Hugo, MkDocs, mdBook and
    /// Jekyll are known, and without a generator a link may fit any of them. The fix writes the anchor of the heading that
    /// translates the one the source's link leads to. To keep anchors the same in all languages, give the source's headings explicit ids.
    ///
    /// ## Why it matters
    /// The reader lands at the top of the page and must search.
    ///
    /// ```bad
    /// zh: [见下文](#安装)\n\n## 安装
    /// en: [See below](#安装)\n\n## Installation
    /// ```
    ///
    /// ```good
    /// zh: [见下文](#安装)\n\n## 安装
    /// en: [See below](#installation)\n\n## Installation
    /// ```
    "link/anchor-broken" {
        severity: Warning,
        mqm: "markup",
        since: "0.1.0",
        message: "“{ $url }” leads to no heading or id of the page; the source's leads to one",
        check: Check::Site(check),
    }
}

fn check(cx: &SiteCx<'_>, sink: &mut Sink<'_>) {
    let draft = &cx.document.texts.target;
    for fault in cx.link_faults() {
        let FaultKind::Anchor { heading, .. } = &fault.kind else {
            continue;
        };
        let finding = sink.report(fault.at(draft));
        finding.arg("url", &fault.link.url);
        let document = heading
            .as_ref()
            .and_then(|(page, span)| Some((cx.pages.document_of(page)?, *span)));
        if let Some((document, span)) = document {
            finding.related(Location {
                source: document.texts.target.clone(),
                span,
            });
        }
        if let Some(fix) = fault.mend() {
            finding.fix(fix);
        }
    }
}
