//! Site generators: what becomes of the documents.

/// What makes a site of the documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Generator {
    /// None that is known: files on a forge.
    #[default]
    None,
    /// Docusaurus.
    Docusaurus,
    /// VitePress.
    VitePress,
    /// Hugo.
    Hugo,
    /// Starlight.
    Starlight,
    /// MkDocs.
    MkDocs,
    /// mdBook.
    MdBook,
    /// Jekyll.
    Jekyll,
}
