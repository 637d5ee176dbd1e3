//! Which link targets of a source its translation has lost or changed.

use crate::document::inline::CodeKind;
use crate::document::inline::InlineCode;
use crate::document::unit::UnitId;
use crate::lint::context::PairCx;
use crate::lint::context::Side;
use crate::lint::tally::n_shared;
use crate::text::lang::Lang;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Among how many links the nearest is looked for.
const NEAREST: usize = 64;

/// A link target, and the code that holds it.
pub type Link<'a> = (UnitId, &'a InlineCode);

/// What is left after every link has found its like.
#[derive(Debug, Default)]
pub struct LinkDiff<'a> {
    /// Links of the source and what stands in the target instead.
    pub changed: Vec<(Link<'a>, Link<'a>)>,
    /// Links of the source that the target lacks.
    pub missing: Vec<Link<'a>>,
}

/// Compares the link and image targets of both sides.
pub fn compare<'a>(cx: &PairCx<'a>) -> LinkDiff<'a> {
    let langs = [&cx.source.document.lang, &cx.target.document.lang];
    let mut source = links(cx.source.codes());
    let mut target = links(cx.target.codes());
    if source.is_empty() {
        return LinkDiff::default();
    }
    let mapped = |link: &Link<'a>| map_locale(&link.1.content, cx.settings.locale_map);
    let exact = |link: &Link<'a>| mapped(link).into_owned();
    take_pairs(&mut source, &mut target, exact, |link| {
        link.1.content.clone()
    });
    take_pairs(
        &mut source,
        &mut target,
        |link| bare(&mapped(link)).to_owned(),
        |link| bare(&link.1.content).to_owned(),
    );
    // A target that the settings map is held to them; for others the usual marks of a locale do not count.
    let is_mapped = |link: &Link<'a>| matches!(mapped(link), Cow::Owned(_));
    let (held, mut free): (Vec<Link<'a>>, Vec<Link<'a>>) = source.into_iter().partition(is_mapped);
    for (own, other) in [(None, None), (Some(langs[0]), Some(langs[1]))] {
        take_pairs(
            &mut free,
            &mut target,
            |link| canonical(&link.1.content, &langs, own),
            |link| canonical(&link.1.content, &langs, other),
        );
    }
    take_pairs(
        &mut free,
        &mut target,
        |link| edition(&link.1.content, &langs),
        |link| edition(&link.1.content, &langs),
    );
    take_pages(&mut free, &mut target, &langs);
    take_written(&mut free, &cx.target);
    let mut diff = LinkDiff::default();
    free.extend(held);
    free.sort_by_key(|(unit, code)| (*unit, code.span));
    for link in free {
        let like = target
            .iter()
            .take(NEAREST)
            .enumerate()
            .filter(|(_, other)| {
                other.1.kind == link.1.kind || !is_image(link) && !is_image(**other)
            });
        let nearest = like
            .max_by_key(|(_, other)| n_shared(&link.1.content, &other.1.content))
            .map(|(idx, _)| idx);
        match nearest {
            Some(idx) => diff.changed.push((link, target.remove(idx))),
            None => diff.missing.push(link),
        }
    }
    diff
}

fn is_image(link: Link<'_>) -> bool {
    link.1.kind == CodeKind::Image
}

fn links<'a>(codes: impl Iterator<Item = Link<'a>>) -> Vec<Link<'a>> {
    let is_link = |code: &InlineCode| {
        matches!(
            code.kind,
            CodeKind::Link | CodeKind::Image | CodeKind::Autolink
        ) && !code.content.is_empty()
    };
    codes.filter(|(_, code)| is_link(code)).collect()
}

/// Takes out of both lists what has the same key, one for one.
fn take_pairs<'a>(
    source: &mut Vec<Link<'a>>,
    target: &mut Vec<Link<'a>>,
    source_key: impl Fn(&Link<'a>) -> String,
    target_key: impl Fn(&Link<'a>) -> String,
) {
    if source.is_empty() || target.is_empty() {
        return;
    }
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (idx, link) in target.iter().enumerate().rev() {
        let key = target_key(link);
        if !key.is_empty() {
            places.entry(key).or_default().push(idx);
        }
    }
    let mut taken = vec![false; target.len()];
    source.retain(|link| {
        let Some(idx) = places.get_mut(&source_key(link)).and_then(Vec::pop) else {
            return true;
        };
        taken[idx] = true;
        false
    });
    let mut taken = taken.into_iter();
    target.retain(|_| !taken.next().unwrap_or(false));
}

/// Takes out of both lists the site's own links to one page, the way there cut short on one side.
fn take_pages<'a>(source: &mut Vec<Link<'a>>, target: &mut Vec<Link<'a>>, langs: &[&Lang; 2]) {
    source.retain(|link| {
        let Some(one) = page(&link.1.content, langs) else {
            return true;
        };
        let mut near = target.iter().take(NEAREST);
        let like = near.position(|other| {
            page(&other.1.content, langs)
                .is_some_and(|other| one.ends_with(&other) || other.ends_with(&one))
        });
        match like {
            Some(idx) => {
                target.remove(idx);
                false
            }
            None => true,
        }
    });
}

/// Takes out what the target spells out as code: its reader is told where to go.
fn take_written(source: &mut Vec<Link<'_>>, target: &Side<'_>) {
    source.retain(|link| {
        let url = link.1.content.as_str();
        let is_url = |code: &InlineCode| code.kind == CodeKind::Code && code.content == url;
        let is_written = || target.codes().any(|(_, code)| is_url(code));
        is_image(*link) || !url.contains("://") || !is_written()
    });
}

fn map_locale<'u>(url: &'u str, locale_map: &[(String, String)]) -> Cow<'u, str> {
    let host_end = url.find("://").map(|at| at + 3);
    let path_start = host_end
        .and_then(|at| url.get(at..)?.find('/').map(|slash| at + slash))
        .unwrap_or(0);
    let found = locale_map.iter().filter(|(from, _)| !from.is_empty());
    let found = found.filter_map(|(from, to)| {
        let at = [0, path_start].into_iter().find(|at| {
            url.get(*at..)
                .is_some_and(|rest| rest.starts_with(from.as_str()))
        })?;
        Some((at, from, to))
    });
    match found.max_by_key(|(_, from, _)| from.len()) {
        Some((at, from, to)) => {
            let (before, rest) = url.split_at(at);
            Cow::Owned(format!(
                "{before}{to}{}",
                rest.get(from.len()..).unwrap_or_default()
            ))
        }
        None => Cow::Borrowed(url),
    }
}

/// A target without its fragment; a fragment alone is only `#`, whatever it says.
fn bare(url: &str) -> &str {
    match url.find('#') {
        Some(0) => "#",
        Some(at) => url.get(..at).unwrap_or(url),
        None => url,
    }
}

/// A target without what differs between the languages of a site: locale segments and suffixes, the way up, scheme, final slash.
fn canonical(url: &str, langs: &[&Lang; 2], own: Option<&Lang>) -> String {
    let url = bare(url).to_lowercase().replace("%20", " ");
    if url == "#" || url.starts_with("mailto:") {
        return url;
    }
    let (scheme, rest) = match url.split_once("://") {
        Some((_, rest)) => ("//", rest),
        None => ("", url.as_str()),
    };
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let path = match scheme {
        "" => path.to_owned(),
        _ => without_region(path, own.is_some_and(Lang::is_chinese)),
    };
    let kept = segments(&path, langs);
    format!("{scheme}{}?{query}", kept.join("/"))
}

/// The segments of a path without the way up and without marks of locale.
fn segments(path: &str, langs: &[&Lang; 2]) -> Vec<String> {
    let segments = path
        .split('/')
        .filter(|segment| !matches!(*segment, "" | "." | ".."));
    segments
        .map(|segment| without_locale(segment, langs))
        .filter(|segment| !segment.is_empty())
        .collect()
}

/// A host and path without the region's domain: a site's Chinese edition often stands under `.cn` or `.com.cn`, in Chinese text.
fn without_region(path: &str, is_chinese: bool) -> String {
    let (host, rest) = path.split_once('/').unwrap_or((path, ""));
    let host = match is_chinese {
        true => host.strip_suffix(".cn").unwrap_or(host),
        false => host,
    };
    let host = host.strip_suffix(".com").unwrap_or(host);
    let host = host.strip_prefix("www.").unwrap_or(host);
    format!("{host}/{rest}")
}

/// A segment without marks of locale: `zh-cn`, `guide.zh-CN.md`, `logo_en.png`, `zh.example.org`.
fn without_locale(segment: &str, langs: &[&Lang; 2]) -> String {
    if is_locale(segment, langs) {
        return String::new();
    }
    let mut kept = String::with_capacity(segment.len());
    let mut is_region_next = false;
    for token in segment.split_inclusive(['.', '_', '-']) {
        let word = token.trim_end_matches(['.', '_', '-']);
        let is_region = is_region_next
            && matches!(word.len(), 2 | 4)
            && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        is_region_next = is_locale(word, langs);
        if is_region_next || (is_region && !is_extension(word)) {
            let separator = token.strip_prefix(word).unwrap_or_default();
            kept.truncate(kept.trim_end_matches(['.', '_', '-']).len());
            kept.push_str(separator);
        } else {
            kept.push_str(token);
        }
    }
    kept.trim_matches(['.', '_', '-']).to_owned()
}

fn is_extension(word: &str) -> bool {
    matches!(word, "md" | "mdx" | "html" | "webp" | "jpeg" | "tiff")
}

fn is_locale(text: &str, langs: &[&Lang; 2]) -> bool {
    let text = text.replace('_', "-");
    langs.iter().any(|lang| {
        let tag = lang.tag().to_lowercase();
        let is_regional = text.len() > 2
            && text
                .strip_prefix(lang.primary())
                .is_some_and(|rest| rest.starts_with('-') && rest.len() <= 5);
        text == tag
            || text == lang.primary()
            || is_regional
            || (lang.is_chinese() && matches!(text.as_str(), "cn" | "chs" | "zhcn" | "zh-hans"))
    })
}

/// The host of a site that has an edition for each language (`zh.wikipedia.org`): there the paths are translated too.
fn edition(url: &str, langs: &[&Lang; 2]) -> String {
    let host = url
        .split_once("://")
        .map(|(_, rest)| rest.split('/').next().unwrap_or_default());
    let Some((first, rest)) = host.and_then(|host| host.split_once('.')) else {
        return String::new();
    };
    match is_locale(first, langs) {
        true => rest.to_lowercase(),
        false => String::new(),
    }
}

/// The way to the page of a site's own link, marks of locale and the way up left out: drafts stand in other folders than their sources.
fn page(url: &str, langs: &[&Lang; 2]) -> Option<Vec<String>> {
    let path = bare(url);
    if path.contains(':') || path == "#" {
        return None;
    }
    let path = path.to_lowercase();
    let stem = path
        .trim_end_matches('/')
        .trim_end_matches(".mdx")
        .trim_end_matches(".md")
        .trim_end_matches(".html");
    let kept = segments(stem, langs);
    let name = kept.last()?;
    // Every folder has a page of such a name.
    let is_common = matches!(
        name.as_str(),
        "index" | "readme" | "overview" | "introduction"
    );
    (!is_common || kept.len() > 1).then_some(kept)
}
