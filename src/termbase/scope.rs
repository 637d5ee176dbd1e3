//! Where entries are in force: in which files, under which heading, in which sentences.

use crate::termbase::concept::Concept;
use globset::GlobBuilder;
use globset::GlobSet;
use globset::GlobSetBuilder;
use regex::Regex;

/// The filters of a termbase's entries, compiled once.
#[derive(Debug)]
pub struct Scope {
    filters: Vec<Filter>,
    has_headings: bool,
}

#[derive(Debug, Default)]
struct Filter {
    paths: Option<GlobSet>,
    /// In lower case.
    heading: Option<String>,
    source: Option<Regex>,
}

impl Scope {
    /// Compiles the filters of all concepts. What cannot be read is told when the glossary is read; here it meets nothing.
    pub fn new(concepts: &[Concept]) -> Self {
        let filters: Vec<Filter> = concepts.iter().map(filter).collect();
        Self {
            has_headings: filters.iter().any(|filter| filter.heading.is_some()),
            filters,
        }
    }

    /// Tells of every concept whether a document with these paths may hold it.
    pub fn in_force(&self, paths: &[&str]) -> Vec<bool> {
        let is_in_force = |filter: &Filter| match &filter.paths {
            None => true,
            Some(globs) => paths.iter().any(|path| globs.is_match(path)),
        };
        self.filters.iter().map(is_in_force).collect()
    }

    /// Tells whether any entry asks for the heading that it stands under.
    pub const fn has_headings(&self) -> bool {
        self.has_headings
    }

    /// Tells whether a concept is in force under these headings, in this source text. A heading is met where it holds the words.
    pub fn is_met(&self, concept_idx: usize, headings: &[&str], source: &str) -> bool {
        let Some(filter) = self.filters.get(concept_idx) else {
            return true;
        };
        let holds = |wanted: &String| {
            headings
                .iter()
                .any(|heading| heading.to_lowercase().contains(wanted.as_str()))
        };
        filter.heading.as_ref().is_none_or(holds)
            && filter
                .source
                .as_ref()
                .is_none_or(|pattern| pattern.is_match(source))
    }
}

fn filter(concept: &Concept) -> Filter {
    let when = &concept.when;
    let paths = (!when.paths.is_empty()).then(|| globs(&when.paths));
    // An expression that cannot be read matches nothing, as `[^\s\S]` does.
    let nothing = || Regex::new(r"[^\s\S]").expect("a valid expression");
    let pattern = when.source_pattern.as_deref();
    Filter {
        paths,
        heading: when.heading.as_ref().map(|heading| heading.to_lowercase()),
        source: pattern.map(|pattern| Regex::new(pattern).unwrap_or_else(|_| nothing())),
    }
}

fn globs(paths: &[String]) -> GlobSet {
    let mut globs = GlobSetBuilder::new();
    for path in paths {
        for path in [path.clone(), format!("**/{path}")] {
            if let Ok(glob) = GlobBuilder::new(&path).literal_separator(true).build() {
                globs.add(glob);
            }
        }
    }
    globs.build().unwrap_or_default()
}
