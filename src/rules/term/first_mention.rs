//! The rule `term/first-mention`.

use crate::document::unit::UnitKind;
use crate::lint::context::Side;
use crate::lint::meta::Severity;
use crate::lint::project::TermsCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::terms::severity;
use crate::termbase::concept::Concept;
use crate::termbase::concept::FirstMention;
use crate::termbase::fold::fold;
use crate::termbase::verdict::Verdict;
use std::collections::BTreeSet;

crate::declare_rule! {
    /// Finds terms that are not introduced where a document first mentions them: an abbreviation without its full form
    /// (`first: expand`), a translation without the source term beside it (`first: gloss`).
    ///
    /// A heading needs no introduction; the first mention in the text below it does.
    ///
    /// ## Why it matters
    /// A reader who meets an abbreviation first cannot know what it stands for.
    ///
    /// ```bad
    /// glossary: {src: OSPO, tgt: open source program office, abbr: OSPO, first: expand}
    /// zh: OSPO 负责合规。
    /// en: The OSPO handles compliance.
    /// ```
    ///
    /// ```good
    /// glossary: {src: OSPO, tgt: open source program office, abbr: OSPO, first: expand}
    /// zh: OSPO 负责合规。
    /// en: The open source program office (OSPO) handles compliance.
    /// ```
    "term/first-mention" {
        severity: Warning,
        mqm: "terminology",
        since: "0.1.0",
        message: "the first mention of “{ $term }” does not say “{ $target }”",
        check: Check::Terms(check),
    }
}

fn check(document: &TermsCx<'_>, sink: &mut Sink<'_>) {
    let mut introduced = BTreeSet::new();
    for (pair, hits) in document.pairs() {
        let (source, target) = Side::both(document.bitext, pair);
        for hit in hits {
            let concept = document.checker.concept(hit.concept);
            let is_there = matches!(hit.verdict, Verdict::Right(_) | Verdict::Elsewhere);
            let asked = asked(concept);
            if !is_there || asked.is_empty() || introduced.contains(&hit.concept) {
                continue;
            }
            let text = fold(&target.text());
            let is_given = asked.iter().any(|form| text.contains(&fold(form)));
            let is_heading = target.has_kind(|kind| matches!(kind, UnitKind::Heading(_)));
            if is_heading && !is_given {
                continue;
            }
            introduced.insert(hit.concept);
            if !is_given {
                let finding = sink.report_as(severity(concept, Severity::Warning), target.whole());
                finding.related(source.whole());
                finding
                    .arg("term", &concept.id)
                    .arg("target", mention(concept));
            }
        }
    }
}

/// What the first mention must hold: one of these.
fn asked(concept: &Concept) -> Vec<&str> {
    match concept.first {
        FirstMention::Expand if concept.abbreviation.is_some() => {
            concept.target.iter().map(String::as_str).collect()
        }
        FirstMention::Gloss => concept.source.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The full first mention, as the glossary would write it: `open source program office (OSPO)`, `agent (智能体)`.
fn mention(concept: &Concept) -> String {
    let short = match concept.first {
        FirstMention::Gloss => concept.source.first(),
        _ => concept.abbreviation.as_ref(),
    };
    let full = concept.target.as_deref().unwrap_or_default();
    format!("{full} ({})", short.map_or("", String::as_str))
}
