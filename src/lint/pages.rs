//! What the site rules know beyond one document: which files there are, which page translates which, and the anchors of each.

use crate::lint::anchors::Anchors;
use crate::lint::anchors::PageAnchors;
use crate::lint::checked::Checked;
use crate::lint::site::Generator;
use crate::lint::slug::STYLES;
use crate::lint::slug::SlugStyle;
use crate::text::lang::Lang;
use std::collections::HashMap;
use std::collections::HashSet;
use std::fmt;
use std::sync::OnceLock;

/// A document of the project: paths from its root, whether the files are there or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The source document.
    pub source: String,
    /// The draft.
    pub target: String,
    /// The draft's language.
    pub lang: Lang,
}

/// What a project holds: all its files, and all its documents.
#[derive(Debug, Default)]
pub struct Tree {
    files: HashSet<String>,
    by_target: HashMap<String, String>,
    by_source: HashMap<(String, Lang), String>,
}

impl Tree {
    /// Makes a tree of files and documents.
    pub fn new(files: impl IntoIterator<Item = String>, pages: &[Page]) -> Self {
        let mut tree = Self {
            files: files.into_iter().collect(),
            ..Self::default()
        };
        for page in pages {
            tree.by_target
                .insert(page.target.clone(), page.source.clone());
            let key = (page.source.clone(), page.lang.clone());
            tree.by_source.insert(key, page.target.clone());
        }
        tree
    }
}

/// In the path of every page that Docusaurus has localized: it is known by that where its settings are not at hand.
pub const PLUGIN: &str = "/docusaurus-plugin-content-";

type MakeTree<'a> = Box<dyn Fn() -> Tree + Send + Sync + 'a>;
type FindGenerator<'a> = Box<dyn Fn(&str) -> Option<Generator> + Send + Sync + 'a>;

/// What the site rules know of the files of a project, whatever stands in them. Nothing is gathered before it is asked for.
pub struct SiteFiles<'a> {
    tree: OnceLock<Tree>,
    make_tree: MakeTree<'a>,
    find_generator: FindGenerator<'a>,
}

impl<'a> SiteFiles<'a> {
    /// Makes the files of a project. `find_generator` tells what makes the site that a draft belongs to; `make_tree` is called once, when a
    /// rule asks for more.
    pub fn new(
        find_generator: impl Fn(&str) -> Option<Generator> + Send + Sync + 'a,
        make_tree: impl Fn() -> Tree + Send + Sync + 'a,
    ) -> Self {
        Self {
            tree: OnceLock::new(),
            make_tree: Box::new(make_tree),
            find_generator: Box::new(find_generator),
        }
    }

    /// Returns what makes the site that a draft belongs to, when that is known.
    pub fn generator_of(&self, draft: &str) -> Option<Generator> {
        match (self.find_generator)(draft) {
            None if draft.contains(PLUGIN) => Some(Generator::Docusaurus),
            generator => generator,
        }
    }

    fn tree(&self) -> &Tree {
        self.tree.get_or_init(&self.make_tree)
    }
}

impl fmt::Debug for SiteFiles<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("SiteFiles").finish_non_exhaustive()
    }
}

/// Everything that the site rules may ask for: the files, and the pages that were checked.
#[derive(Debug)]
pub struct SitePages<'a> {
    files: &'a SiteFiles<'a>,
    pages: HashMap<&'a str, KnownPage<'a>>,
}

#[derive(Debug)]
struct KnownPage<'a> {
    generator: Option<Generator>,
    made_of: &'a PageAnchors,
    /// The document whose draft it is.
    draft_of: Option<&'a Checked>,
    anchors: OnceLock<Anchors>,
}

impl<'a> SitePages<'a> {
    /// Makes the pages of documents.
    pub fn new(files: &'a SiteFiles<'a>, documents: &'a [Checked]) -> Self {
        let mut pages = HashMap::new();
        for document in documents {
            let generator = files.generator_of(document.texts.target.name());
            let texts = [
                (&document.texts.source, None),
                (&document.texts.target, Some(document)),
            ];
            for ((text, draft_of), made_of) in texts.into_iter().zip(&document.summary.anchors) {
                let page = KnownPage {
                    generator,
                    made_of,
                    draft_of,
                    anchors: OnceLock::new(),
                };
                pages.insert(text.name(), page);
            }
        }
        Self { files, pages }
    }

    /// Returns what makes the site that a page belongs to, when that is known.
    pub fn generator_of(&self, path: &str) -> Option<Generator> {
        self.pages.get(path)?.generator
    }

    /// Tells whether there is a file.
    pub fn has(&self, path: &str) -> bool {
        self.files.tree().files.contains(path)
    }

    /// Returns where the draft of a source document stands, or would stand.
    pub fn draft_of(&self, source: &str, lang: &Lang) -> Option<&str> {
        let key = (source.to_owned(), lang.clone());
        self.files.tree().by_source.get(&key).map(String::as_str)
    }

    /// Returns the source document of a draft, whether the draft is there or not.
    pub fn source_of(&self, target: &str) -> Option<&str> {
        self.files.tree().by_target.get(target).map(String::as_str)
    }

    /// Returns the document whose draft stands at a path.
    pub fn document_of(&self, target: &str) -> Option<&'a Checked> {
        self.pages.get(target)?.draft_of
    }

    /// Returns the anchors of a page, if it was checked.
    pub fn anchors(&self, path: &str) -> Option<&Anchors> {
        let page = self.pages.get(path)?;
        let anchors = || Anchors::new(page.made_of, styles(page.generator));
        Some(page.anchors.get_or_init(anchors))
    }
}

/// The ways in which a generator may make its anchors, by its settings.
pub const fn styles(generator: Option<Generator>) -> &'static [SlugStyle] {
    match generator {
        Some(Generator::Docusaurus | Generator::Starlight) => &[SlugStyle::GitHub],
        Some(Generator::VitePress | Generator::VuePress) => &[SlugStyle::Vue],
        Some(Generator::Hugo) => &[SlugStyle::Hugo],
        Some(Generator::MkDocs) => &[
            SlugStyle::PythonAscii,
            SlugStyle::PythonUnicode,
            SlugStyle::Pymdown,
        ],
        Some(Generator::MdBook) => &[SlugStyle::MdBook, SlugStyle::GitHub],
        Some(Generator::Jekyll) => &[
            SlugStyle::KramdownGfm,
            SlugStyle::Kramdown,
            SlugStyle::GitHub,
        ],
        Some(Generator::Hexo) | None => STYLES,
    }
}
