//! Where a link of a page leads: to which file of the project, by the ways of the site's generator.

use crate::lint::pages::PLUGIN;
use crate::lint::pages::SitePages;
use crate::lint::site::Generator;

/// The parts of a link to a page or file of the same site, percent signs decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalUrl {
    /// The path; empty for the page itself.
    pub path: String,
    /// What stands after `#`.
    pub fragment: Option<String>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To this file.
    File(String),
    /// To none of these files, of which none is there.
    Nowhere(Vec<String>),
    /// To what cannot be told from files: another site, a route of this one.
    Unknown,
}

/// A page whose links are followed.
#[derive(Clone, Copy, Debug)]
pub struct Standpoint<'a> {
    /// The page: the source document or the draft.
    pub page: &'a str,
    /// The source document.
    pub source: &'a str,
    /// The draft.
    pub target: &'a str,
}

impl LocalUrl {
    /// Takes a link apart; nothing when it leads to another site or holds what a template fills in.
    pub fn of(url: &str) -> Option<Self> {
        let url = url.trim();
        let is_template = url.contains(['{', '<', '$', '\\']) || url.contains("%}");
        if url.is_empty() || is_template || url.starts_with("//") || has_scheme(url) {
            return None;
        }
        let (path, fragment) = match url.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment)),
            None => (url, None),
        };
        let path = path.split('?').next().unwrap_or_default();
        Some(Self {
            path: decoded(path),
            fragment: fragment
                .filter(|fragment| !fragment.is_empty())
                .map(decoded),
        })
    }

    /// Tells whether it leads to a Markdown file by its name.
    pub fn is_markdown(&self) -> bool {
        is_markdown(&self.path)
    }
}

/// Tells whether a path names a Markdown file.
pub fn is_markdown(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    [".md", ".mdx", ".markdown"]
        .iter()
        .any(|extension| path.ends_with(extension))
}

fn has_scheme(url: &str) -> bool {
    let end = url.find([':', '/', '#', '?']).unwrap_or(0);
    url.get(end..).is_some_and(|rest| rest.starts_with(':'))
}

/// Decodes percent signs; what does not decode to text stays.
pub fn decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match hex {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// Joins a path to a folder; nothing when it leaves the project.
pub fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Returns the folder of a file, without a slash at its end.
pub fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Writes the way from the folder of one file to another file.
pub fn way(from: &str, to: &str) -> String {
    let start: Vec<&str> = folder(from)
        .split('/')
        .filter(|part| !part.is_empty())
        .collect();
    let end: Vec<&str> = to.split('/').collect();
    let n_shared = start
        .iter()
        .zip(end.iter().take(end.len().saturating_sub(1)))
        .take_while(|(one, other)| one == other)
        .count();
    let up = "../".repeat(start.len() - n_shared);
    format!("{up}{}", end.get(n_shared..).unwrap_or_default().join("/"))
}

/// Follows a link, or an image, from a page.
pub fn follow(
    pages: &SitePages<'_>,
    from: Standpoint<'_>,
    url: &LocalUrl,
    is_image: bool,
) -> Destination {
    if url.path.is_empty() {
        return Destination::File(from.page.to_owned());
    }
    let Some(candidates) = candidates(pages, from, url, is_image) else {
        return Destination::Unknown;
    };
    match candidates.iter().find(|path| pages.has(path)) {
        Some(found) => Destination::File(found.clone()),
        None if candidates.is_empty() => Destination::Unknown,
        None => Destination::Nowhere(candidates),
    }
}

/// The files that a link can mean, in the order in which they are looked for; nothing when files do not tell.
fn candidates(
    pages: &SitePages<'_>,
    from: Standpoint<'_>,
    url: &LocalUrl,
    is_image: bool,
) -> Option<Vec<String>> {
    let path = url.path.as_str();
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_file = name.contains('.') && !name.ends_with('.') && !name.starts_with("..");
    let beside = || join(folder(from.page), path);
    match pages.generator_of(from.target) {
        Some(Generator::Docusaurus) if url.is_markdown() => docusaurus(from, path),
        Some(Generator::VitePress | Generator::VuePress)
            if !is_file || url.is_markdown() || path.ends_with(".html") =>
        {
            Some(routes(from.page, path))
        }
        _ if path.starts_with(['/', '@']) || !is_file => None,
        // Pages are told by their addresses there, not by their files.
        Some(Generator::Starlight) if !is_image => None,
        Some(Generator::Hugo | Generator::Jekyll | Generator::Hexo) if !url.is_markdown() => None,
        // Hugo's bundles share their files between languages, and nothing tells that this is not one.
        None if is_bundle(from.target) && !url.is_markdown() => None,
        _ => Some(vec![beside()?]),
    }
}

/// As `resolveMarkdownLinkPathname` of `@docusaurus/utils` does it: a path with a dot at its front from the page's folder alone;
/// others from the plugin's folders too, the localized one first, and from the site's.
fn docusaurus(from: Standpoint<'_>, path: &str) -> Option<Vec<String>> {
    let roots = roots(from);
    let Some(path) = path.strip_prefix("@site/") else {
        let beside = join(folder(from.page), path);
        if path.starts_with("./") || path.starts_with("../") {
            return Some(beside.into_iter().collect());
        }
        let beside = beside.filter(|_| !path.starts_with('/'));
        let inside = roots.iter().filter_map(|root| join(root, path));
        return Some(beside.into_iter().chain(inside).collect());
    };
    let site = roots.last()?;
    Some(join(site, path).into_iter().collect())
}

/// The pages that an address can mean where pages are told by their files: beside the page, or below one of the folders that it
/// stands in, of which one is the site's.
fn routes(page: &str, path: &str) -> Vec<String> {
    let stem = path.trim_end_matches(".html").trim_end_matches(".md");
    let names = match stem.ends_with('/') {
        true => vec![format!("{stem}index.md"), format!("{stem}README.md")],
        false => vec![format!("{stem}.md")],
    };
    let own = folder(page);
    let above = own.match_indices('/').map(|(at, _)| at).rev();
    let folders: Vec<&str> = match path.starts_with('/') {
        true => std::iter::once(own.len())
            .chain(above)
            .chain([0])
            .filter_map(|at| own.get(..at))
            .collect(),
        false => vec![own],
    };
    let found = folders
        .iter()
        .flat_map(|folder| names.iter().filter_map(|name| join(folder, name)));
    found.collect()
}

fn is_bundle(page: &str) -> bool {
    let name = page.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    matches!(stem, "index" | "_index")
}

/// Returns the folder of a Docusaurus plugin's localized content, from which a path that starts with `/` falls back to the source.
pub fn localized_root(pages: &SitePages<'_>, from: Standpoint<'_>) -> Option<String> {
    let is_docusaurus = pages.generator_of(from.target) == Some(Generator::Docusaurus);
    let inside = inside_plugin(from.target).filter(|_| is_docusaurus)?;
    from.target.strip_suffix(inside).map(str::to_owned)
}

/// The folders that Docusaurus looks into for a page: the localized content, the content, the site.
fn roots(from: Standpoint<'_>) -> Vec<String> {
    let Some(inside) = inside_plugin(from.target) else {
        return Vec::new();
    };
    let localized = from.target.strip_suffix(inside).map(str::to_owned);
    let stem = |path: &str| {
        path.rsplit_once('.')
            .map_or(path, |(stem, _)| stem)
            .to_owned()
    };
    let content = stem(from.source)
        .strip_suffix(&stem(inside))
        .map(str::to_owned);
    let site = from.target.split("i18n/").next().map(str::to_owned);
    [localized, content, site].into_iter().flatten().collect()
}

/// The path of a localized page inside its plugin's folder, the version left out.
fn inside_plugin(page: &str) -> Option<&str> {
    let at = page.find(PLUGIN)?;
    let (plugin, inside) = page.get(at + 1..)?.split_once('/')?;
    match plugin.starts_with("docusaurus-plugin-content-docs") {
        true => inside.split_once('/').map(|(_, inside)| inside),
        false => Some(inside),
    }
}
