//! What a check of a document's place in its site may look at.

use crate::lint::checked::Checked;
use crate::lint::pages::SitePages;
use crate::lint::site_links;
use crate::lint::site_links::LinkFault;
use std::cell::OnceCell;

/// One document among the pages of its site.
#[derive(Debug)]
pub struct SiteCx<'a> {
    /// The document.
    pub document: &'a Checked,
    /// All pages.
    pub pages: &'a SitePages<'a>,
    link_faults: OnceCell<Vec<LinkFault<'a>>>,
}

impl<'a> SiteCx<'a> {
    /// Makes the context of a document. Nothing is computed before it is asked for.
    pub const fn new(document: &'a Checked, pages: &'a SitePages<'a>) -> Self {
        Self {
            document,
            pages,
            link_faults: OnceCell::new(),
        }
    }

    /// Returns what is wrong with the draft's links to its own site.
    pub fn link_faults(&self) -> &[LinkFault<'a>] {
        self.link_faults
            .get_or_init(|| site_links::faults(self.document, self.pages))
    }
}
