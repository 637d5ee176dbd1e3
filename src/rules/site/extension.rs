//! The rule `site/extension`.

use crate::lint::context::BitextCx;
use crate::lint::finding::Location;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::site::Generator;
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
        check: Check::Bitext(check),
    }
}

const EXTENSIONS: &[&str] = &["md", "mdx", "markdown"];

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    let bitext = cx.bitext;
    if !bitext.source.units.is_empty() || bitext.target.units.is_empty() {
        return;
    }
    let source = bitext.source.source.name();
    let (Some(pages), Some((stem, own))) = (cx.settings.pages, source.rsplit_once('.')) else {
        return;
    };
    let is_docusaurus =
        pages.generator_of(bitext.target.source.name()) == Some(Generator::Docusaurus);
    if !is_docusaurus || !EXTENSIONS.contains(&own) || pages.has(source) {
        return;
    }
    let others = EXTENSIONS.iter().filter(|other| **other != own);
    let mut others = others.map(|other| format!("{stem}.{other}"));
    if let Some(there) = others.find(|other| pages.has(other)) {
        let text = &bitext.target.source;
        let at = Location {
            source: text.clone(),
            span: Span::of(0..text.text().len()),
        };
        sink.report(at).arg("source", there);
    }
}
