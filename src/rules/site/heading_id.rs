//! The rule `site/heading-id`.

use crate::bitext::bitext::Pair;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::lint::anchors;
use crate::lint::anchors::Anchors;
use crate::lint::anchors::ExplicitId;
use crate::lint::context::BitextCx;
use crate::lint::finding::Location;
use crate::lint::fix::Applicability;
use crate::lint::fix::Fix;
use crate::lint::pages;
use crate::lint::rule::Check;
use crate::lint::runner::is_translated;
use crate::lint::sink::Sink;
use crate::text::edit::Edit;
use crate::text::span::Span;

crate::declare_rule! {
    /// Finds explicit ids of the source's headings that are nowhere in the draft.
    ///
    /// Ids are written `{#id}`, `{/* #id */}` or `<a id="id"></a>`. The fix writes the id at the end of the heading, as the site's
    /// generator wants it.
    ///
    /// ## Why it matters
    /// Every link to that heading, from this site and from others, loses its place; Docusaurus tells of it and can fail the build.
    ///
    /// ```bad
    /// zh: ## 安装 {#install}
    /// en: ## Installation
    /// ```
    ///
    /// ```good
    /// zh: ## 安装 {#install}
    /// en: ## Installation {#install}
    /// ```
    "site/heading-id" {
        severity: Warning,
        mqm: "markup",
        since: "0.1.0",
        message: "the heading lacks the id “{ $id }” of the source",
        supersedes: &["link/anchor-broken"],
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    let bitext = cx.bitext;
    let ids = anchors::explicit_ids(&bitext.source);
    if ids.is_empty() || bitext.target.units.is_empty() {
        return;
    }
    let name = bitext.target.source.name();
    let generator = cx.settings.site.and_then(|site| site.generator_of(name));
    let there = Anchors::of(&bitext.target, pages::styles(generator));
    for id in ids.iter().filter(|id| there.find(&id.id).is_none()) {
        let Some(heading) = heading_of(cx, id) else {
            continue;
        };
        let holds = |pair: &&Pair| pair.source.contains(&heading) && is_translated(pair);
        let Some(pair) = bitext.pairs.iter().find(holds) else {
            continue;
        };
        let is_heading =
            |unit: &&UnitId| matches!(bitext.target.unit(**unit).kind, UnitKind::Heading(_));
        let Some(unit) = pair.target.iter().find(is_heading).copied() else {
            continue;
        };
        let at = Location {
            source: bitext.target.source.clone(),
            span: bitext.target.unit(unit).span,
        };
        let finding = sink.report(at);
        finding.arg("id", &id.id).related(Location {
            source: bitext.source.source.clone(),
            span: id.span,
        });
        if let Some(edit) = mend(cx, id, unit) {
            finding.fix(Fix {
                edits: vec![edit],
                applicability: Applicability::Safe,
            });
        }
    }
}

/// The heading that carries an id, or stands right behind the element that does.
fn heading_of(cx: &BitextCx<'_>, id: &ExplicitId) -> Option<UnitId> {
    let source = &cx.bitext.source;
    id.heading.or_else(|| {
        let holds = |unit: &UnitId| {
            let span = source.unit(*unit).span;
            let between = Span::new(id.span.end, span.start.max(id.span.end));
            let is_next = source
                .source
                .slice(between)
                .trim_start_matches("</a>")
                .trim()
                .trim_end_matches('#')
                .trim()
                .is_empty();
            span.contains(id.span) || span.start >= id.span.end && is_next
        };
        anchors::headings_of(source).find(holds)
    })
}

/// Writes the id behind a heading that has none of its own.
fn mend(cx: &BitextCx<'_>, id: &ExplicitId, unit: UnitId) -> Option<Edit> {
    let draft = &cx.bitext.target;
    let is_free = anchors::explicit_id(draft, unit).is_none();
    id.heading.filter(|_| is_free)?;
    let as_source = || cx.bitext.source.source.slice(id.span).to_owned();
    let written = draft.dialect.heading_id(&id.id).unwrap_or_else(as_source);
    let end = draft.unit(unit).span.end;
    Some(Edit {
        span: Span::new(end, end),
        text: format!(" {written}"),
    })
}
