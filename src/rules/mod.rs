//! The rules: one file each; the id `group/name` is the path.

use crate::lint::rule::Rule;

/// Every rule there is, ordered by id.
pub static RULES: &[&Rule] = &[];
