//! Makes nodes of texts: one vocabulary for both sides, and what helps to read each.

use crate::bitext::align::AlignSettings;
use crate::bitext::lexical::lexicon::Lexicon;
use crate::bitext::lexical::names::Names;
use crate::bitext::lexical::vocabulary::Vocabulary;
use crate::bitext::lexical::words::Reader;
use crate::bitext::node::{self, Node, NodeKind, Quotation};
use crate::bitext::passes::Knowledge;
use crate::bitext::terms::Terms;
use crate::bitext::vectors::Vectors;
use crate::text::fingerprint::Fingerprint;

/// Which side a text stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Source,
    Target,
}

/// What both sides are read with.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    vocabulary: Vocabulary,
    lexicons: Vec<&'a Lexicon>,
    vectors: Option<&'a Vectors>,
    source: Helps,
    target: Helps,
}

/// Numbers and terms of the glossary count as so many words: a translation seldom lacks them.
const FIRM: usize = 3;

/// Tells whether a word is a number that no word stands for by chance.
fn is_number(words: &[String], word: u32) -> bool {
    let value = words
        .get(word as usize)
        .and_then(|word| word.strip_prefix('#'));
    value.is_some_and(|value| value.len() > 1)
}

/// What one side is read with.
#[derive(Debug)]
struct Helps {
    /// Names that the other side spells in Latin letters.
    names: Names,
    terms: Terms,
}

impl<'a> Reading<'a> {
    /// Prepares to read the texts of both sides.
    pub(super) fn new<'t>(
        settings: &'a AlignSettings,
        source: impl Iterator<Item = &'t str>,
        target: impl Iterator<Item = &'t str>,
    ) -> Self {
        let source_terms = settings.terms.iter().map(|(term, _)| term.as_str());
        let target_terms = settings.terms.iter().map(|(_, term)| term.as_str());
        let core = settings.core.then(Lexicon::core);
        Self {
            vocabulary: Vocabulary::default(),
            lexicons: core
                .into_iter()
                .chain(settings.dictionary.as_deref())
                .collect(),
            vectors: settings.vectors.as_deref(),
            source: Helps {
                names: Names::of(target),
                terms: Terms::new(source_terms),
            },
            target: Helps {
                names: Names::of(source),
                terms: Terms::new(target_terms),
            },
        }
    }

    /// Returns the words of a text, glossary terms among them.
    pub(super) fn words(&mut self, side: Side, text: &str) -> Vec<u32> {
        let helps = match side {
            Side::Source => &self.source,
            Side::Target => &self.target,
        };
        let reader = Reader {
            lexicons: &self.lexicons,
            names: &helps.names,
        };
        let mut words = reader.words(text, &mut self.vocabulary);
        let terms = helps.terms.find(text, &mut self.vocabulary);
        let numbers = words
            .iter()
            .filter(|word| is_number(self.vocabulary.words(), **word));
        let firm: Vec<u32> = numbers.copied().chain(terms.iter().copied()).collect();
        words.extend(terms);
        for _ in 1..FIRM {
            words.extend(&firm);
        }
        words.sort_unstable();
        words
    }

    /// Returns the vector of a text, where the user has one.
    pub(super) fn vector(&self, text: &str) -> Option<Vec<f32>> {
        let vector = self.vectors.and_then(|vectors| vectors.of(text));
        vector.map(<[f32]>::to_vec)
    }

    /// Makes the node of a text that is no document's.
    pub(super) fn line(&mut self, side: Side, text: &str) -> Node {
        Node {
            kind: NodeKind::Line,
            length: node::length_of(text),
            words: self.words(side, text),
            marks: node::marks_of(text),
            quotation: Quotation::of(text),
            hash: u64::from_be_bytes(Fingerprint::of(text).0),
            container: 0,
            vector: self.vector(text),
        }
    }

    /// Returns what was gathered.
    pub(super) fn knowledge(&self) -> Knowledge<'_> {
        Knowledge {
            vocabulary: &self.vocabulary,
            lexicons: &self.lexicons,
        }
    }
}
