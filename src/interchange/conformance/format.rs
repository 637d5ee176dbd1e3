//! What a format is to the checks, and which format a file is in.

use crate::interchange::conformance::FORMATS;
use crate::interchange::markup::grammar::Grammar;
use crate::interchange::markup::read::read;
use crate::interchange::markup::tree::Tree;
use crate::interchange::markup::validate::validate;
use crate::interchange::problem::Problems;
use crate::lint::meta::Severity;
use crate::text::source::Source;

/// A format that files can be held against.
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// How names of its files end.
    pub endings: &'static [&'static str],
    /// Tells by the beginning of a text whether it is of this format.
    pub is_it: fn(&Beginning<'_>) -> bool,
    /// Holds a text against the format, and returns the version that it says to be of.
    pub check: fn(&mut Problems) -> String,
}

/// The beginning of a text.
#[derive(Debug)]
pub struct Beginning<'a> {
    /// The text.
    pub text: &'a str,
    /// The name of the first element without its prefix, empty where the text is no XML.
    pub element: &'a str,
    /// Its start tag.
    pub tag: &'a str,
}

impl<'a> Beginning<'a> {
    /// Finds the first start tag of a text.
    pub fn of(text: &'a str) -> Self {
        let mut rest = text.trim_start();
        let mut element = "";
        let mut tag = "";
        while let Some(inside) = rest.strip_prefix('<') {
            let end = match inside.as_bytes().first() {
                Some(b'?') => inside.find("?>").map(|end| end + 2),
                Some(b'!') if inside.starts_with("!--") => inside.find("-->").map(|end| end + 3),
                Some(b'!') => document_type_end(inside),
                _ => {
                    let ends = |c: char| c.is_whitespace() || matches!(c, '>' | '/');
                    let name = inside.split(ends).next().unwrap_or_default();
                    element = name.rsplit(':').next().unwrap_or_default();
                    tag = inside.split('>').next().unwrap_or_default();
                    None
                }
            };
            let Some(end) = end else { break };
            rest = inside.get(end..).unwrap_or_default().trim_start();
        }
        Self { text, element, tag }
    }

    /// Tells whether the text begins like XML.
    pub fn is_markup(&self) -> bool {
        self.text.trim_start().starts_with('<')
    }
}

/// Where a document type ends that may hold declarations in brackets.
fn document_type_end(inside: &str) -> Option<usize> {
    let first = inside.find(['[', '>'])?;
    if inside[first..].starts_with('>') {
        return Some(first + 1);
    }
    let close = first + inside[first..].find(']')?;
    Some(close + inside[close..].find('>')? + 1)
}

/// Returns a format by its name.
pub fn by_name(name: &str) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|format| format.name == name)
}

/// Returns the format of a text: by what it says first, then by the ending of its name.
pub fn of(source: &Source) -> Option<&'static Format> {
    let beginning = Beginning::of(source.text());
    let by_content = FORMATS
        .iter()
        .copied()
        .find(|format| (format.is_it)(&beginning));
    let name = source.name().to_ascii_lowercase();
    let is_named = |format: &&Format| format.endings.iter().any(|ending| name.ends_with(ending));
    by_content.or_else(|| FORMATS.iter().copied().find(is_named))
}

/// Reads a text as XML and holds it against a grammar; what is not well-formed is told and ends the check.
pub fn tree(problems: &mut Problems, grammar: &Grammar) -> Option<Tree> {
    match read(problems.source()) {
        Ok(tree) => {
            validate(&tree, grammar, problems);
            Some(tree)
        }
        Err(notice) => {
            problems.push(Severity::Error, notice);
            None
        }
    }
}
