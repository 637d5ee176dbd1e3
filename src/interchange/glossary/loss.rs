//! What a glossary loses on its way into a format.

use crate::interchange::glossary::entry;
use crate::interchange::glossary::exchange::Format;
use crate::termbase::termbase::Termbase;

/// One thing that is lost, and which entries lose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The key whose values are lost, or why whole entries are left out.
    pub what: What,
    /// The names of the entries.
    pub concepts: Vec<String>,
}

/// What is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Whole entries, and why: the end of a message id.
    Entry(&'static str),
    /// What stands under a key.
    Key(&'static str),
}

/// Gathers what `format` cannot hold of a glossary, in the order of the schema.
pub fn losses(termbase: &Termbase, format: &Format) -> Vec<Loss> {
    let mut losses: Vec<Loss> = Vec::new();
    for concept in &termbase.concepts {
        let lost: Vec<What> = match (format.leaves_out)(concept) {
            Some(reason) => vec![What::Entry(reason)],
            None => entry::keys(concept)
                .into_iter()
                .filter(|(key, _)| !(format.holds)(concept, key))
                .map(|(key, _)| What::Key(key))
                .collect(),
        };
        for what in lost {
            match losses.iter_mut().find(|loss| loss.what == what) {
                Some(loss) => loss.concepts.push(concept.id.clone()),
                None => losses.push(Loss {
                    what,
                    concepts: vec![concept.id.clone()],
                }),
            }
        }
    }
    losses.sort_by_key(|loss| loss.what);
    losses
}
