//! The rule `site/mdx-comment`.

use crate::document::dialect::Dialect;
use crate::document::document::Document;
use crate::lint::anchors;
use crate::lint::context::BitextCx;
use crate::lint::finding::Location;
use crate::lint::fix::Applicability;
use crate::lint::fix::Fix;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::site::Generator;
use crate::text::edit::Edit;
use crate::text::span::Span;

crate::declare_rule! {
    /// Finds HTML comments and heading ids in braces (`{#id}`) in a draft that is strict MDX.
    ///
    /// Whether MDX is strict follows from the site's own settings. Where the source of the page holds such a thing too, the site
    /// evidently takes it, and nothing is found. The fix writes `{/* … */}`.
    ///
    /// ## Why it matters
    /// MDX knows neither: the page does not compile, and the build fails.
    ///
    /// ```bad
    /// dialect: mdx
    /// site: docusaurus
    /// zh: 安装之前请先备份。
    /// en: <!-- checked -->\n\nBack up before you install.
    /// ```
    ///
    /// ```good
    /// dialect: mdx
    /// site: docusaurus
    /// zh: 安装之前请先备份。
    /// en: {/* checked */}\n\nBack up before you install.
    /// ```
    "site/mdx-comment" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "“{ $found }” does not compile in MDX; write “{ $expected }”",
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    let bitext = cx.bitext;
    let target = &bitext.target;
    let Some(site) = cx.settings.site.filter(|_| target.dialect == Dialect::Mdx) else {
        return;
    };
    let generator = site.generator_of(target.source.name());
    if generator.is_none() {
        return;
    }
    let is_taken = !comments(&bitext.source).is_empty();
    let comments = comments(target).into_iter().filter(|_| !is_taken);
    let is_docusaurus = generator == Some(Generator::Docusaurus);
    let is_taken = !braces(&bitext.source).is_empty();
    let ids = braces(target)
        .into_iter()
        .filter(|_| is_docusaurus && !is_taken);
    for edit in comments.chain(ids) {
        let at = Location {
            source: target.source.clone(),
            span: edit.span,
        };
        let found = target.source.slice(edit.span);
        let is_short = found.chars().count() <= SHORT && !found.contains('\n');
        let finding = sink.report(at);
        match is_short {
            true => finding.arg("found", found).arg("expected", &edit.text),
            false => finding
                .arg("found", "<!-- \u{2026} -->")
                .arg("expected", "{/* \u{2026} */}"),
        };
        finding.fix(Fix {
            edits: vec![edit],
            applicability: Applicability::Safe,
        });
    }
}

/// How many characters of a comment a message shows.
const SHORT: usize = 60;

/// HTML comments, and what should stand in their place.
fn comments(document: &Document) -> Vec<Edit> {
    let comments = document.comments.iter();
    comments
        .filter_map(|comment| {
            let raw = document.source.slice(comment.span).trim_end();
            let inner = raw.strip_prefix("<!--")?.strip_suffix("-->")?;
            let end = comment.span.start + Span::of(0..raw.len()).end;
            Some(Edit {
                span: Span::new(comment.span.start, end),
                text: format!("{{/*{}*/}}", inner.replace("*/", "*\\/")),
            })
        })
        .collect()
}

/// Ids of headings in braces, and what should stand in their place.
fn braces(document: &Document) -> Vec<Edit> {
    anchors::headings_of(document)
        .filter_map(|unit| {
            let (id, span) = anchors::explicit_id(document, unit)?;
            let raw = document.source.slice(span);
            let text = document.dialect.heading_id(&id)?;
            raw.starts_with("{#").then_some(Edit { span, text })
        })
        .collect()
}
