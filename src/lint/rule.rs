//! A rule: what it says of itself, and the function that checks it.

use crate::lint::context::{BitextCx, DocumentCx, PairCx};
use crate::lint::meta::RuleMeta;
use crate::lint::project::ProjectCx;
use crate::lint::project::TermsCx;
use crate::lint::sink::Sink;
use crate::lint::site_cx::SiteCx;
use crate::lint::waiver::WaiverCx;

/// One entry of the rule catalogue.
#[derive(Debug)]
pub struct Rule {
    /// What it says of itself.
    pub meta: RuleMeta,
    /// What it does.
    pub check: Check,
}

/// The scope a check runs in.
#[derive(Debug)]
pub enum Check {
    /// Every pair with both sides that is sure enough to hold one against the other.
    Pair(fn(&PairCx<'_>, &mut Sink<'_>)),
    /// Every pair with both sides, for what is wrong with the draft's text whatever it translates.
    Draft(fn(&PairCx<'_>, &mut Sink<'_>)),
    /// A whole bitext: states, the lock, counts.
    Bitext(fn(&BitextCx<'_>, &mut Sink<'_>)),
    /// One document, each side in turn: syntax.
    Document(fn(&DocumentCx<'_>, &mut Sink<'_>)),
    /// What became of the terms of a whole bitext.
    Terms(fn(&TermsCx<'_>, &mut Sink<'_>)),
    /// One document among the pages of its site: where its links lead.
    Site(fn(&SiteCx<'_>, &mut Sink<'_>)),
    /// All documents and the glossary at once: what must be the same everywhere.
    Project(fn(&ProjectCx<'_>, &mut Sink<'_>)),
    /// The same, with the aligned sentences of all documents: they are gathered only for such a check.
    Sentences(fn(&ProjectCx<'_>, &mut Sink<'_>)),
    /// All waivers, after everything else was found: which of them were of use.
    Waiver(fn(&WaiverCx<'_>, &mut Sink<'_>)),
}

/// Declares the one `RULE` of a rule file; its doc comment is its manual page.
#[macro_export]
macro_rules! declare_rule {
    ($(#[doc = $doc:literal])+ $id:literal {
        severity: $severity:ident, mqm: $mqm:literal, since: $since:literal,
        message: $message:literal, $(supersedes: $supersedes:expr,)? $(classes: $classes:expr,)? check: $check:expr $(,)?
    }) => {
        $(#[doc = $doc])+
        pub static RULE: $crate::lint::rule::Rule = $crate::lint::rule::Rule {
            meta: $crate::lint::meta::RuleMeta {
                id: $id,
                severity: $crate::lint::meta::Severity::$severity,
                mqm: $mqm,
                since: $since,
                message: $message,
                docs: concat!($($doc, "\n"),+),
                supersedes: {
                    let none: &'static [&'static str] = &[];
                    $(let none: &'static [&'static str] = { let _ = none; $supersedes };)?
                    none
                },
                classes: {
                    let none: &'static [(&'static str, $crate::lint::meta::Severity)] = &[];
                    $(let none: &'static [(&'static str, $crate::lint::meta::Severity)] = { let _ = none; $classes };)?
                    none
                },
                file: file!(),
            },
            check: $check,
        };
    };
}
