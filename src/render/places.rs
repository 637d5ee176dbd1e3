//! Where the pages of an edition are written, below its folder.

use crate::render::format::FormatKind;
use crate::render::format::SiteKind;
use crate::text::lang::Lang;

/// The files of one document.
#[derive(Clone, Copy, Debug)]
pub struct PageFiles<'a> {
    /// The source, by its path in the project.
    pub source: &'a str,
    /// The draft, whether it is there or not.
    pub target: &'a str,
    /// The draft's language.
    pub lang: &'a Lang,
    /// Whether the draft is there.
    pub has_draft: bool,
}

/// Returns the name of the language that an edition is for a site: `en-x-bi`.
pub fn locale_of(lang: &Lang) -> String {
    format!("{}-x-bi", lang.tag())
}

/// Returns the path of each page below the edition's folder. `locale` names the language of a site; each draft's has its own without it.
/// With `has_more_languages` the pages of each stand in a folder of their own. `base` is the folder of all sources, a slash at its end:
/// what stands above it is left out.
pub fn places(
    kind: FormatKind,
    pages: &[PageFiles<'_>],
    base: &str,
    locale: Option<&str>,
    has_more_languages: bool,
) -> Vec<String> {
    let place = |page: &PageFiles<'_>| {
        let inside = page.source.strip_prefix(base).unwrap_or(page.source);
        let inside = extended(inside, page);
        let own = locale.map_or_else(|| locale_of(page.lang), str::to_owned);
        match kind {
            FormatKind::Site(SiteKind::Docusaurus) => docusaurus(page, &own, &inside),
            FormatKind::Site(SiteKind::VitePress) => format!("{own}/{inside}"),
            _ if has_more_languages => format!("{}/{inside}", page.lang.tag()),
            _ => inside,
        }
    };
    pages.iter().map(place).collect()
}

/// Returns the folder that all of some files stand in, a slash at its end.
pub fn shared_folder<'a>(mut paths: impl Iterator<Item = &'a str>) -> &'a str {
    let folder = |path: &'a str| &path[..path.rfind('/').map_or(0, |at| at + 1)];
    let Some(first) = paths.next() else { return "" };
    let mut shared = folder(first);
    for path in paths {
        while !path.starts_with(shared) {
            shared = folder(shared.trim_end_matches('/'));
        }
    }
    shared
}

/// A page is written in the draft's flavor of Markdown, which its name's ending tells.
fn extended(path: &str, page: &PageFiles<'_>) -> String {
    let ending = |path: &str| path.rfind('.').map(|at| path[at..].to_owned());
    let own = ending(page.source).filter(|_| page.has_draft);
    match (own, ending(page.target)) {
        (Some(own), Some(draft)) if own != draft && !path.ends_with(&draft) => {
            format!("{}{draft}", path.strip_suffix(own.as_str()).unwrap_or(path))
        }
        _ => path.to_owned(),
    }
}

/// Beside the draft's language, or the source's where the draft's is the site's default.
fn docusaurus(page: &PageFiles<'_>, locale: &str, inside: &str) -> String {
    let sides = [page.target, page.source];
    let localized = sides.iter().find_map(|path| {
        let at = match path.starts_with("i18n/") {
            true => 0,
            false => path.find("/i18n/")? + 1,
        };
        let (_, rest) = path[at + "i18n/".len()..].split_once('/')?;
        Some(extended(rest, page))
    });
    let rest =
        localized.unwrap_or_else(|| format!("docusaurus-plugin-content-docs/current/{inside}"));
    format!("i18n/{locale}/{rest}")
}

#[cfg(test)]
mod tests {
    use super::{PageFiles, places};
    use crate::render::format::{FormatKind, SiteKind};
    use crate::render::markdown::form::Form;
    use crate::text::lang::Lang;

    #[test]
    fn pages_keep_their_places_to_each_other() {
        let lang = Lang::new("en");
        let page = |source, target, has_draft| PageFiles {
            source,
            target,
            lang: &lang,
            has_draft,
        };
        let site = [
            page(
                "web/docs/a.md",
                "web/i18n/en/docusaurus-plugin-content-docs/current/a.mdx",
                true,
            ),
            page(
                "web/docs/b/c.md",
                "web/i18n/en/docusaurus-plugin-content-docs/current/b/c.md",
                false,
            ),
        ];
        assert_eq!(
            places(
                FormatKind::Site(SiteKind::Docusaurus),
                &site,
                "web/docs/",
                None,
                false
            ),
            [
                "i18n/en-x-bi/docusaurus-plugin-content-docs/current/a.mdx",
                "i18n/en-x-bi/docusaurus-plugin-content-docs/current/b/c.md",
            ]
        );
        assert_eq!(
            places(
                FormatKind::Markdown(Form::Quote),
                &site,
                "web/docs/",
                None,
                false
            ),
            ["a.mdx", "b/c.md"]
        );
        assert_eq!(
            places(
                FormatKind::Site(SiteKind::VitePress),
                &site,
                "web/docs/",
                Some("bi"),
                false
            ),
            ["bi/a.mdx", "bi/b/c.md"]
        );
    }
}
