//! Where entries are in force.

use crate::termbase::concept::Concept;
use globset::GlobBuilder;
use globset::GlobSet;
use globset::GlobSetBuilder;

/// The filters of a termbase's entries, compiled once.
#[derive(Debug)]
pub struct Scope {
    filters: Vec<Filter>,
}

#[derive(Debug)]
enum Filter {
    Everywhere,
    Nowhere,
    Paths(GlobSet),
}

impl Scope {
    /// Compiles the filters of all concepts. A glob that cannot be read is told when the glossary is read; here it meets nothing.
    pub fn new(concepts: &[Concept]) -> Self {
        Self {
            filters: concepts.iter().map(filter).collect(),
        }
    }

    /// Tells of every concept whether it is in force in a document with these paths.
    pub fn in_force(&self, paths: &[&str]) -> Vec<bool> {
        let is_in_force = |filter: &Filter| match filter {
            Filter::Everywhere => true,
            Filter::Nowhere => false,
            Filter::Paths(globs) => paths.iter().any(|path| globs.is_match(path)),
        };
        self.filters.iter().map(is_in_force).collect()
    }
}

fn filter(concept: &Concept) -> Filter {
    let when = &concept.when;
    if when.heading.is_some() || when.source_pattern.is_some() {
        return Filter::Nowhere;
    }
    if when.paths.is_empty() {
        return Filter::Everywhere;
    }
    let mut globs = GlobSetBuilder::new();
    for path in &when.paths {
        for path in [path.clone(), format!("**/{path}")] {
            if let Ok(glob) = GlobBuilder::new(&path).literal_separator(true).build() {
                globs.add(glob);
            }
        }
    }
    globs.build().map_or(Filter::Nowhere, Filter::Paths)
}
