//! The rule `term/case`.

use crate::document::inline::CodeKind;
use crate::document::unit::UnitKind;
use crate::lint::context::PairCx;
use crate::lint::fix::Applicability;
use crate::lint::fix::Fix;
use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::terms::severity;
use crate::termbase::concept::CaseMode;
use crate::termbase::concept::Concept;
use crate::termbase::verdict::Verdict;
use crate::text::edit::Edit;
use std::ops::Range;

crate::declare_rule! {
    /// Finds translations of terms in the wrong case: a name without its capitals, a common noun with capitals in mid-sentence.
    ///
    /// The start of a sentence, headings, table cells, links, emphasis and longer capitalized names are left alone.
    ///
    /// ## Why it matters
    /// Capitals tell a reader that a word is a name.
    ///
    /// ```bad
    /// glossary: {src: 大模型, tgt: large model}
    /// zh: 如今大模型需要数据。
    /// en: Today, Large Models need data.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 大模型, tgt: large model}
    /// zh: 大模型需要数据。
    /// en: Large models need data.
    /// ```
    "term/case" {
        severity: Warning,
        mqm: "spelling",
        since: "0.1.0",
        message: "“{ $found }” has the wrong case; write “{ $target }”",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    let text = &cx.target_prose().text;
    for hit in cx.terms() {
        let concept = cx.concept(hit.concept);
        let (Some(span), false) = (hit.target_span(), concept.is_dnt) else {
            continue;
        };
        let is_wrong = match hit.verdict {
            Verdict::Case(_) => true,
            Verdict::Right(_) => {
                concept.case == CaseMode::Smart && is_capital_too_many(cx, concept, &span)
            }
            _ => false,
        };
        let found = text.get(span.clone()).unwrap_or_default();
        let Some(good) = concept.target.as_deref().filter(|_| is_wrong) else {
            continue;
        };
        let lowered = found.to_lowercase();
        let written = match () {
            () if lowered == good.to_lowercase() => Some(good.to_owned()),
            () if matches!(hit.verdict, Verdict::Right(_)) => Some(lowered),
            () => None,
        };
        let at = cx.target_at(span);
        // A match that runs over markup would lose it.
        let fix = written
            .clone()
            .filter(|_| at.source.slice(at.span) == found)
            .map(|text| Fix {
                edits: vec![Edit {
                    span: at.span,
                    text,
                }],
                applicability: Applicability::Safe,
            });
        let finding = sink.report_as(severity(concept, Severity::Warning), at);
        if let Some(place) = hit.source.first() {
            finding.related(cx.source_at(place.clone()));
        }
        finding.arg("found", found);
        finding.arg("target", written.as_deref().unwrap_or(good));
        finding.fix = fix;
    }
}

/// Tells whether a common noun stands with capitals of its own in the middle of a sentence.
fn is_capital_too_many(cx: &PairCx<'_>, concept: &Concept, span: &Range<usize>) -> bool {
    let text = &cx.target_prose().text;
    let found = text.get(span.clone()).unwrap_or_default();
    let has_capital = |text: &str| text.chars().any(char::is_uppercase);
    let is_title = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase)
    };
    let mut admitted = concept.target.iter().chain(&concept.allow);
    let mut words = found.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}');
    if admitted.any(|form| has_capital(form))
        || concept
            .family
            .iter()
            .chain(&concept.abbreviation)
            .any(|form| has_capital(form))
        || !words.all(is_title)
    {
        return false;
    }
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    is_inside_sentence(before) && !continues_name(after) && is_plain_prose(cx, span)
}

/// Tells whether a sentence runs on: a lower-case word, or any word and a comma, stands right before.
fn is_inside_sentence(before: &str) -> bool {
    let Some(before) = before.strip_suffix(' ') else {
        return false;
    };
    let (before, has_comma) = match before.strip_suffix(',') {
        Some(before) => (before, true),
        None => (before, false),
    };
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next();
    word.is_some_and(|word| {
        word.starts_with(char::is_lowercase) || has_comma && word.starts_with(char::is_alphabetic)
    })
}

/// Tells whether what follows belongs to one name with the match: another capital, a number, a bracket.
fn continues_name(after: &str) -> bool {
    let next = after.trim_start_matches([' ', '-']);
    next.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || c == '(')
}

/// Tells whether a place is running text: no title, no table cell, nothing marked.
fn is_plain_prose(cx: &PairCx<'_>, span: &Range<usize>) -> bool {
    let Some((unit, place)) = cx.target_prose().to_unit(span.clone()) else {
        return false;
    };
    let document = cx.target.document;
    let kind = document.unit(unit).kind;
    let is_running = matches!(
        kind,
        UnitKind::Paragraph | UnitKind::ListItem | UnitKind::Definition
    );
    let is_mark = |kind| {
        matches!(
            kind,
            CodeKind::Emphasis | CodeKind::Strong | CodeKind::Link | CodeKind::Image
        )
    };
    is_running
        && !document.codes(unit).iter().any(|code| {
            is_mark(code.kind) && code.span.start < place.end && place.start < code.span.end
        })
}
