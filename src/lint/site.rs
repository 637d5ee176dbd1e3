//! Site generators: what becomes of the documents.

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
