//! The rule `site/front-matter-drift`.

use crate::lint::context::BitextCx;
use crate::lint::finding::Location;
use crate::lint::fix::Applicability;
use crate::lint::fix::Fix;
use crate::lint::front_matter::FrontMatter;
use crate::lint::front_matter::Key;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::edit::Edit;
use crate::text::span::Span;

crate::declare_rule! {
    /// Finds keys of the front matter that steer the page and that the draft lacks or has otherwise than the source.
    ///
    /// They are the page's address (`id`, `slug`, `url`, `permalink`), its place (`sidebar_position`, `weight`, `nav_order`,
    /// `displayed_sidebar` …), its form (`layout`, `template`, `hide_title`, `toc_hide` …) and whether it is shown at all (`draft`,
    /// `unlisted`, `published`). Titles, tags, dates and whatever else is for readers or translators may differ, and so may marks of
    /// the language in an address.
    ///
    /// ## Why it matters
    /// The page stands at another address or another place in one language only: switching languages fails, and so does a sidebar that
    /// names the page by its `id`.
    ///
    /// ```bad
    /// zh: ---\nsidebar_position: 2\n---\n\n# 安装
    /// en: ---\nsidebar_position: 5\n---\n\n# Installation
    /// ```
    ///
    /// ```good
    /// zh: ---\ntitle: 安装\nsidebar_position: 2\n---\n\n# 安装
    /// en: ---\ntitle: Installation\nsidebar_position: 2\n---\n\n# Installation
    /// ```
    "site/front-matter-drift" {
        severity: Warning,
        mqm: "other",
        since: "0.1.0",
        message: "{ $kind ->
    [missing] the front matter lacks the source's “{ $key }: { $expected }”
   *[other] the front matter has “{ $key }: { $found }”; the source has “{ $expected }”
}",
        check: Check::Bitext(check),
    }
}

const ADDRESS: &[&str] = &["id", "slug", "url", "permalink"];

const STEERING: &[&str] = &[
    "id",
    "slug",
    "url",
    "permalink",
    "sidebar_position",
    "weight",
    "nav_order",
    "displayed_sidebar",
    "layout",
    "template",
    "type",
    "content_type",
    "hide_title",
    "hide_table_of_contents",
    "toc_hide",
    "pagination_next",
    "pagination_prev",
    "draft",
    "unlisted",
    "published",
    "headless",
    "pageClass",
    "outline",
    "aside",
];

/// The length of the fence that front matter starts with.
const FENCE: u32 = 3;

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    let bitext = cx.bitext;
    if bitext.target.units.is_empty() {
        return;
    }
    let (Some(source), Some(target)) = (
        FrontMatter::of(&bitext.source),
        FrontMatter::of(&bitext.target),
    ) else {
        return;
    };
    let keys = source.keys.iter();
    for key in keys.filter(|key| key.is_plain && STEERING.contains(&key.name.as_str())) {
        let there = target.key(&key.name);
        let found = there.map_or("", |there| there.value.as_str());
        if is_same(cx, key, there) {
            continue;
        }
        let fence = Span::new(target.span.start, target.span.start + FENCE);
        let span = there.map_or(fence, |there| there.span);
        let finding = sink.report(Location {
            source: bitext.target.source.clone(),
            span,
        });
        finding
            .arg("kind", if there.is_none() { "missing" } else { "other" })
            .arg("key", &key.name)
            .arg("found", found)
            .arg("expected", &key.value)
            .related(Location {
                source: bitext.source.source.clone(),
                span: key.span,
            });
        let line = bitext.source.source.slice(key.span);
        if source.is_toml == target.is_toml && there.is_none_or(|there| there.is_plain) {
            let edit = match there {
                Some(there) => Edit {
                    span: there.span,
                    text: line.to_owned(),
                },
                None => Edit {
                    span: Span::new(target.end, target.end),
                    text: format!("{line}\n"),
                },
            };
            finding.fix(Fix {
                edits: vec![edit],
                applicability: Applicability::Unsafe,
            });
        }
    }
}

/// Tells whether two values steer the page alike.
fn is_same(cx: &BitextCx<'_>, key: &Key, there: Option<&Key>) -> bool {
    let found = there.map_or("", |there| there.value.as_str());
    if found == key.value {
        return true;
    }
    // What is said by leaving it out.
    let is_usual = |value: &str| matches!(value, "" | "false" | "null" | "~");
    let is_usually_true = |value: &str| matches!(value, "" | "true");
    let is_true = matches!(key.name.as_str(), "published" | "outline" | "aside");
    if is_true && is_usually_true(found) && is_usually_true(&key.value)
        || !is_true && is_usual(found) && is_usual(&key.value)
    {
        return true;
    }
    let languages = [&cx.bitext.source.lang, &cx.bitext.target.lang];
    let bare = |value: &str| {
        let value = value.to_lowercase();
        let parts = value.split('/').filter(|part| {
            let is_mark = languages.iter().any(|lang| {
                *part == lang.tag().to_lowercase()
                    || *part == lang.primary()
                    || part.starts_with(&format!("{}-", lang.primary()))
            });
            !part.is_empty() && !is_mark
        });
        parts.map(str::to_owned).collect::<Vec<_>>()
    };
    ADDRESS.contains(&key.name.as_str()) && there.is_some() && bare(found) == bare(&key.value)
}
