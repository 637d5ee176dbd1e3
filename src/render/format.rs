//! The formats that editions are written in.

use crate::render::markdown::form::Form;

/// A format of editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it makes.
    pub kind: FormatKind,
}

/// What a format makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatKind {
    /// A Markdown file for each document.
    Markdown(Form),
    /// Another language of a site, as Markdown files that its generator reads.
    Site(SiteKind),
    /// Pages for browsers.
    Html,
    /// A book for reading devices.
    Epub,
}

/// Generators that an edition can be another language for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteKind {
    /// Docusaurus: beside the draft's language in `i18n/`.
    Docusaurus,
    /// VitePress: a folder of the language's name.
    VitePress,
    /// mdBook: a book's `src`, its summary among the pages.
    MdBook,
}

/// All formats.
pub const FORMATS: &[Format] = &[
    Format {
        name: "markdown-interleaved",
        kind: FormatKind::Markdown(Form::Quote),
    },
    Format {
        name: "markdown-plain",
        kind: FormatKind::Markdown(Form::Plain),
    },
    Format {
        name: "markdown-details",
        kind: FormatKind::Markdown(Form::Details),
    },
    Format {
        name: "markdown-table",
        kind: FormatKind::Markdown(Form::Columns),
    },
    Format {
        name: "html",
        kind: FormatKind::Html,
    },
    Format {
        name: "epub",
        kind: FormatKind::Epub,
    },
    Format {
        name: "docusaurus",
        kind: FormatKind::Site(SiteKind::Docusaurus),
    },
    Format {
        name: "vitepress",
        kind: FormatKind::Site(SiteKind::VitePress),
    },
    Format {
        name: "mdbook",
        kind: FormatKind::Site(SiteKind::MdBook),
    },
];

/// Returns the format of a name.
pub fn of(name: &str) -> Option<Format> {
    FORMATS.iter().find(|format| format.name == name).copied()
}

impl FormatKind {
    /// Returns how the two sides of a passage stand beside each other in Markdown.
    pub const fn form(self) -> Form {
        match self {
            Self::Markdown(form) => form,
            Self::Site(_) | Self::Html | Self::Epub => Form::Elements,
        }
    }

    /// Tells whether all documents make one book.
    pub const fn is_book(self) -> bool {
        matches!(self, Self::Html | Self::Epub)
    }
}
