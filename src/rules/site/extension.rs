//! The rule `site/extension`.

use crate::lint::finding::Location;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::site::Generator;
use crate::lint::site_cx::SiteCx;
use crate::text::span::Span;

crate::declare_rule! {
    /// Finds drafts of a Docusaurus site that are never used, because their source has another extension.
    ///
    /// ## Why it matters
    /// Docusaurus takes no notice of `guide.mdx` as the translation of `guide.md`, says nothing, and shows the source instead.
    ///
    /// ```bad
    /// file: docs/guide.md
    /// source: docs/guide.mdx
    /// draft: i18n/en/docusaurus-plugin-content-docs/current/guide.mdx
    /// en: # Guide
    /// ```
    ///
    /// ```good
    /// file: docs/guide.mdx
    /// source: docs/guide.mdx
    /// draft: i18n/en/docusaurus-plugin-content-docs/current/guide.mdx
    /// zh: # 指南
    /// en: # Guide
    /// ```
    "site/extension" {
        severity: Error,
        mqm: "other",
        since: "0.1.0",
        message: "the draft is not used, because its source is “{ $source }”; give both the same extension",
        supersedes: &["state/orphaned"],
        check: Check::Site(check),
    }
}

const EXTENSIONS: &[&str] = &["md", "mdx", "markdown"];

fn check(cx: &SiteCx<'_>, sink: &mut Sink<'_>) {
    let (summary, texts, pages) = (&cx.document.summary, &cx.document.texts, cx.pages);
    if summary.has_source || !summary.has_draft {
        return;
    }
    let source = texts.source.name();
    let Some((stem, own)) = source.rsplit_once('.') else {
        return;
    };
    let is_docusaurus = pages.generator_of(texts.target.name()) == Some(Generator::Docusaurus);
    if !is_docusaurus || !EXTENSIONS.contains(&own) || pages.has(source) {
        return;
    }
    let others = EXTENSIONS.iter().filter(|other| **other != own);
    let mut others = others.map(|other| format!("{stem}.{other}"));
    if let Some(there) = others.find(|other| pages.has(other)) {
        let text = &texts.target;
        let at = Location {
            source: text.clone(),
            span: Span::of(0..text.text().len()),
        };
        sink.report(at).arg("source", there);
    }
}
