//! What the site rules know beyond one document: which files there are, which page translates which, and the anchors of each.

use crate::bitext::bitext::Bitext;
use crate::document::document::Document;
use crate::lint::anchors::Anchors;
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

/// Everything that the site rules may ask for. Nothing is gathered before it is asked for.
pub struct SitePages<'a> {
    tree: OnceLock<Tree>,
    make_tree: MakeTree<'a>,
    documents: HashMap<&'a str, Loaded<'a>>,
}

struct Loaded<'a> {
    document: &'a Document,
    generator: Option<Generator>,
    /// The bitext whose draft it is.
    bitext: Option<&'a Bitext>,
    anchors: OnceLock<Anchors>,
}

impl<'a> SitePages<'a> {
    /// Makes the pages of some bitexts. `generator` tells what makes the site that a draft belongs to; `make_tree` is called once, when a rule asks for more.
    pub fn new(
        generator: impl Fn(&Bitext) -> Option<Generator>,
        bitexts: impl IntoIterator<Item = &'a Bitext>,
        make_tree: impl Fn() -> Tree + Send + Sync + 'a,
    ) -> Self {
        let mut documents = HashMap::new();
        for bitext in bitexts {
            let generator = match generator(bitext) {
                None if bitext.target.source.name().contains(PLUGIN) => Some(Generator::Docusaurus),
                generator => generator,
            };
            for (document, of) in [(&bitext.source, None), (&bitext.target, Some(bitext))] {
                let loaded = Loaded {
                    document,
                    generator,
                    bitext: of,
                    anchors: OnceLock::new(),
                };
                documents.insert(document.source.name(), loaded);
            }
        }
        Self {
            tree: OnceLock::new(),
            make_tree: Box::new(make_tree),
            documents,
        }
    }

    /// Returns what makes the site that a page belongs to, when that is known.
    pub fn generator_of(&self, path: &str) -> Option<Generator> {
        self.documents.get(path)?.generator
    }

    fn tree(&self) -> &Tree {
        self.tree.get_or_init(&self.make_tree)
    }

    /// Tells whether there is a file.
    pub fn has(&self, path: &str) -> bool {
        self.tree().files.contains(path)
    }

    /// Returns where the draft of a source document stands, or would stand.
    pub fn draft_of(&self, source: &str, lang: &Lang) -> Option<&str> {
        let key = (source.to_owned(), lang.clone());
        self.tree().by_source.get(&key).map(String::as_str)
    }

    /// Returns the source document of a draft, whether the draft is there or not.
    pub fn source_of(&self, target: &str) -> Option<&str> {
        self.tree().by_target.get(target).map(String::as_str)
    }

    /// Returns the bitext whose draft stands at a path.
    pub fn bitext_of(&self, target: &str) -> Option<&'a Bitext> {
        self.documents.get(target)?.bitext
    }

    /// Returns the anchors of a page, if it was loaded.
    pub fn anchors(&self, path: &str) -> Option<&Anchors> {
        let loaded = self.documents.get(path)?;
        let anchors = || Anchors::of(loaded.document, styles(loaded.generator));
        Some(loaded.anchors.get_or_init(anchors))
    }
}

impl fmt::Debug for SitePages<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("SitePages");
        shown.field("n_documents", &self.documents.len());
        shown.finish()
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
