//! The site that documents are built into, as far as the generator's own configuration tells: what rules need to know of it.

use crate::document::dialect::Dialect;
use crate::text::lang::Lang;

/// Programs that make sites of Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Generator {
    /// Docusaurus 2 and later.
    Docusaurus,
    /// VitePress.
    VitePress,
    /// VuePress 1 and 2.
    VuePress,
    /// Starlight, the documentation theme of Astro.
    Starlight,
    /// Hugo.
    Hugo,
    /// MkDocs.
    MkDocs,
    /// mdBook.
    MdBook,
    /// Jekyll.
    Jekyll,
    /// Hexo.
    Hexo,
}

impl Generator {
    /// Returns what its makers call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Docusaurus => "Docusaurus",
            Self::VitePress => "VitePress",
            Self::VuePress => "VuePress",
            Self::Starlight => "Starlight",
            Self::Hugo => "Hugo",
            Self::MkDocs => "MkDocs",
            Self::MdBook => "mdBook",
            Self::Jekyll => "Jekyll",
            Self::Hexo => "Hexo",
        }
    }
}

/// How a site keeps its languages apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Structure {
    /// Each language in a folder of its own.
    #[default]
    Folders,
    /// The language before a file's extension: `page.en.md`.
    Suffixes,
}

/// A language of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    /// What paths call it: `zh-cn`, `en`; `root` where the default language has no folder (VitePress, Starlight).
    pub name: String,
    /// The language.
    pub lang: Lang,
    /// The folder of its documents below the site's, where the settings name one (Hugo's `contentDir`).
    pub folder: Option<String>,
}

/// A folder of documents that a site takes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentRoot {
    /// What kind of documents: `docs`, `blog`, `pages`.
    pub kind: String,
    /// The name of the instance, `default` for the only one (Docusaurus).
    pub id: String,
    /// The folder relative to the project's root, without a `/` at its end; empty for the root.
    pub folder: String,
}

/// A site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// What builds it.
    pub generator: Generator,
    /// Its configuration file, relative to the project's root.
    pub config: String,
    /// Its folder relative to the project's root, with a `/` at its end; empty for the root.
    pub folder: String,
    /// The default language's name in the settings.
    pub default_locale: Option<String>,
    /// The default language.
    pub default_lang: Option<Lang>,
    /// All languages that the settings list, the default one among them.
    pub locales: Vec<Locale>,
    /// How languages are kept apart.
    pub structure: Structure,
    /// Where its documents are, as far as the settings say.
    pub content: Vec<ContentRoot>,
    /// The dialect of its `.md` files.
    pub markdown: Dialect,
    /// The dialect of its `.mdx` files.
    pub mdx: Dialect,
}

impl Site {
    /// Makes a site about which nothing but its place is known.
    pub fn new(generator: Generator, config: &str, folder: &str) -> Self {
        Self {
            generator,
            config: config.to_owned(),
            folder: folder.to_owned(),
            default_locale: None,
            default_lang: None,
            locales: Vec::new(),
            structure: Structure::default(),
            content: Vec::new(),
            markdown: Dialect::Markdown,
            mdx: Dialect::Mdx,
        }
    }

    /// Returns the dialect of a file of this site.
    pub fn dialect(&self, path: &str) -> Dialect {
        match Dialect::of(path) {
            Dialect::Mdx => self.mdx,
            dialect if self.is_beside_pages(path) => dialect,
            _ => self.markdown,
        }
    }

    /// Tells whether a file stands beside the configuration of Docusaurus and is no page: `README.md`.
    fn is_beside_pages(&self, path: &str) -> bool {
        let inner = path.strip_prefix(self.folder.as_str());
        let is_beside = inner.is_some_and(|inner| !inner.contains('/'));
        let folder = self.folder.trim_end_matches('/');
        let mut content = self.content.iter();
        self.generator == Generator::Docusaurus
            && is_beside
            && content.all(|root| root.folder != folder)
    }

    /// Returns how many bytes of `path` the site's folders prescribe; `None` where the file is not of this site.
    fn closeness(&self, path: &str) -> Option<usize> {
        let inside = |folder: &str| {
            let inner = path.strip_prefix(folder)?;
            let is_inside = folder.is_empty() || folder.ends_with('/') || inner.starts_with('/');
            is_inside.then_some(folder.len())
        };
        let content = self.content.iter().map(|root| root.folder.as_str());
        let content = content.filter(|folder| !folder.is_empty());
        content
            .chain([self.folder.as_str()])
            .filter_map(inside)
            .max()
    }
}

/// Returns the site that a file belongs to: the one with the closest folder.
pub fn of_path<'a>(sites: &'a [Site], path: &str) -> Option<&'a Site> {
    let close = sites
        .iter()
        .filter_map(|site| Some((site.closeness(path)?, site)));
    let closest = close.reduce(|best, next| if next.0 > best.0 { next } else { best });
    closest.map(|(_, site)| site)
}
