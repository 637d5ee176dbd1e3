//! The numbers of a pair, and what became of each. What stands in a term belongs to the term.

use crate::document::inline::CodeKind;
use crate::document::prose::is_number;
use crate::document::unit::UnitKind;
use crate::lint::context::PairCx;
use crate::lint::context::Side;
use crate::lint::facts::SideProse;
use crate::lint::finding::Finding;
use crate::lint::finding::Location;
use crate::lint::meta::Severity;
use crate::lint::sink::Sink;
use crate::termbase::verdict::TermHit;
use crate::text::number::compare;
use crate::text::number::compare::Flaw;
use crate::text::number::compare::Mismatch;
use crate::text::number::han;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::number::Part;
use crate::text::number::number::Weight;
use crate::text::number::say;
use crate::text::number::scan;
use crate::text::number::spare;
use crate::text::number::spare::Spare;
use std::ops::Range;

/// The numbers of both sides and what is wrong between them.
#[derive(Debug, Default)]
pub struct PairNumbers {
    /// Those of the source.
    pub source: Vec<Number>,
    /// Those of the target.
    pub target: Vec<Number>,
    /// What is wrong.
    pub mismatches: Vec<Mismatch>,
}

impl PairNumbers {
    /// Reads and compares the numbers of a pair. Languages whose grammar of numbers is not known have none.
    pub fn of(cx: &PairCx<'_>) -> Self {
        let langs = [&cx.source.document.lang, &cx.target.document.lang];
        if !langs.into_iter().all(scan::is_known) {
            return Self::default();
        }
        let of_terms: Vec<Range<usize>> = cx
            .terms()
            .iter()
            .flat_map(|hit| hit.source.clone())
            .collect();
        let in_targets: Vec<Range<usize>> =
            cx.terms().iter().filter_map(TermHit::target_span).collect();
        let source = numbers(cx.source_prose(), &cx.source, &of_terms);
        let target = numbers(cx.target_prose(), &cx.target, &in_targets);
        let mismatches = match source.is_empty() {
            true if target.is_empty() => Vec::new(),
            _ => compare::compare(&source, &target, &spare_values(cx, &source, &target)),
        };
        Self {
            source,
            target,
            mismatches,
        }
    }
}

/// The numbers of one side, except those that stand in a term. The number a heading begins with is the heading's.
fn numbers(prose: &SideProse, side: &Side<'_>, terms: &[Range<usize>]) -> Vec<Number> {
    let mut numbers = scan::scan(&prose.text, &side.document.lang);
    numbers.retain(|number| !is_citation(&prose.text, &number.span));
    numbers.retain(|number| {
        !terms
            .iter()
            .any(|term| number.span.start < term.end && term.start < number.span.end)
    });
    for (unit, range) in prose.units() {
        match side.document.unit(unit).kind {
            UnitKind::Heading(_) => number_heading(&prose.text, range, &mut numbers),
            _ => number_paragraph(&prose.text, range, &mut numbers),
        }
    }
    numbers
}

/// `[12]` and `\\[12\\]` are marks of reference, which have a rule of their own.
fn is_citation(text: &str, span: &Range<usize>) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    before.ends_with('[') && (after.starts_with(']') || after.starts_with("\\]"))
}

/// `2）日志过滤` is an item of a list that is written by hand: the translation may number it by Markdown.
fn number_paragraph(text: &str, unit: Range<usize>, numbers: &mut [Number]) {
    let first = numbers.partition_point(|number| number.span.start < unit.start);
    let is_item = |number: &&mut Number| {
        let after = text.get(number.span.end..unit.end).unwrap_or_default();
        number.span.start == unit.start
            && after.starts_with([')', '\u{ff09}', '\u{3001}', '\u{ff0e}'])
    };
    if let Some(number) = numbers.get_mut(first).filter(is_item) {
        number.weight = number.weight.min(Weight::Fair);
    }
}

/// Marks the number that a heading begins with as the heading's own: `5.3 标题`, `一、标题`, "2. Title".
fn number_heading(text: &str, heading: Range<usize>, numbers: &mut Vec<Number>) {
    let first = numbers.partition_point(|number| number.span.start < heading.start);
    let is_enumerated = |end: usize| {
        let after = text.get(end..heading.end).unwrap_or_default();
        after.starts_with([
            '.', '\u{3001}', ' ', '\u{a0}', ':', ')', '\u{ff0e}', '\u{ff1a}',
        ])
    };
    if let Some(number) = numbers
        .get_mut(first)
        .filter(|number| number.span.start == heading.start)
    {
        let is_plain = matches!(number.kind, Kind::Count | Kind::Token) && number.unit.is_none();
        if is_plain && is_enumerated(number.span.end) {
            number.kind = Kind::Part(Part::Heading);
            number.weight = number.weight.min(Weight::Fair);
        }
        return;
    }
    let heading_text = text.get(heading.clone()).unwrap_or_default();
    let Some(read) = han::read(heading_text) else {
        return;
    };
    let end = heading.start + read.len;
    if text
        .get(end..)
        .is_some_and(|after| after.starts_with('\u{3001}'))
    {
        let number = Number {
            weight: Weight::Loose,
            ..Number::new(heading.start..end, Kind::Part(Part::Heading), read.value)
        };
        numbers.insert(first, number);
    }
}

/// Values in the target's code, math and tags, and in names that hold figures, less those that stand so in the source too.
fn spare_values(cx: &PairCx<'_>, source: &[Number], target: &[Number]) -> Spare {
    let mut values = Spare::new();
    for (side, count) in [(&cx.target, 1), (&cx.source, -1)] {
        for (_, code) in side.codes() {
            let is_shown = matches!(
                code.kind,
                CodeKind::Code
                    | CodeKind::Math
                    | CodeKind::Expression
                    | CodeKind::Shortcode
                    | CodeKind::Footnote
                    | CodeKind::Html
            );
            // A formula of nothing but figures is read as a number.
            let is_read = code.kind == CodeKind::Math && is_number(&code.content);
            if is_shown && !is_read {
                spare::add(&code.content, &[], count, &mut values);
            }
        }
    }
    let spans = |numbers: &[Number]| {
        numbers
            .iter()
            .map(|number| number.span.clone())
            .collect::<Vec<_>>()
    };
    spare::add(&cx.target_prose().text, &spans(target), 1, &mut values);
    spare::add(&cx.source_prose().text, &spans(source), -1, &mut values);
    values
}

/// Tells whether the source writes a number of the target just so, where it is not read as a number.
pub fn is_written_in_source(cx: &PairCx<'_>, mismatch: &Mismatch) -> bool {
    let numbers = cx.numbers();
    let text = |prose: &SideProse, number: &Number| -> String {
        let text = prose.text.get(number.span.clone()).unwrap_or_default();
        text.trim().to_owned()
    };
    let Some(number) = mismatch.target.and_then(|idx| numbers.target.get(idx)) else {
        return false;
    };
    let written = text(cx.target_prose(), number);
    if written.is_empty() {
        return false;
    }
    let source = cx.source.text();
    // `3.0` stands in `ahooks3.0`; a figure alone may be anything's.
    let is_long = written.chars().count() > 2;
    let is_whole = |(at, _): &(usize, &str)| {
        let before = source.get(..*at).and_then(|text| text.chars().next_back());
        let rest = source.get(at + written.len()..).unwrap_or_default();
        let is_part = |c: char| c.is_ascii_digit() || c == '.' || !is_long && c.is_alphanumeric();
        let goes_on = rest.starts_with(|c: char| c.is_ascii_alphanumeric())
            || rest.starts_with('.') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
        !before.is_some_and(is_part) && !goes_on
    };
    let n_written = source.match_indices(&written).filter(is_whole).count();
    let read = numbers.source.iter();
    let n_read = read.filter(|number| text(cx.source_prose(), number) == written);
    n_written > n_read.count()
}

/// Reports what is wrong with numbers in one of some ways, at a severity of its own each.
pub fn report(
    cx: &PairCx<'_>,
    sink: &mut Sink<'_>,
    severity: impl Fn(&Mismatch) -> Option<Severity>,
) {
    for mismatch in &cx.numbers().mismatches {
        if let Some(severity) = severity(mismatch) {
            tell(cx, sink, mismatch, severity);
        }
    }
}

/// Reports one flaw at the rule's own severity.
pub fn report_flaw(cx: &PairCx<'_>, sink: &mut Sink<'_>, flaw: Flaw) {
    for mismatch in &cx.numbers().mismatches {
        if mismatch.flaw == flaw {
            let finding = sink.report(place(cx, mismatch));
            complete(cx, mismatch, finding);
        }
    }
}

fn tell(cx: &PairCx<'_>, sink: &mut Sink<'_>, mismatch: &Mismatch, severity: Severity) {
    let finding = sink.report_as(severity, place(cx, mismatch));
    complete(cx, mismatch, finding);
}

/// The number of the target, or the whole target where there is none.
fn place(cx: &PairCx<'_>, mismatch: &Mismatch) -> Location {
    let number = mismatch.target.and_then(|idx| cx.numbers().target.get(idx));
    number.map_or_else(
        || cx.target.whole(),
        |number| cx.target_at(number.span.clone()),
    )
}

/// Adds the place in the source and the words: what the source says, what the target says, what is expected.
fn complete(cx: &PairCx<'_>, mismatch: &Mismatch, finding: &mut Finding) {
    let numbers = cx.numbers();
    let source = mismatch.source.and_then(|idx| numbers.source.get(idx));
    let target = mismatch.target.and_then(|idx| numbers.target.get(idx));
    let written = |prose: &SideProse, number: Option<&Number>| {
        let text = number.and_then(|number| prose.text.get(number.span.clone()));
        text.unwrap_or_default().trim().to_owned()
    };
    if let Some(number) = source {
        finding.related(cx.source_at(number.span.clone()));
    }
    let expected = source.map(|number| match number.kind {
        Kind::Token => written(cx.source_prose(), source),
        // `3-2` is written as it stands.
        Kind::Part(_) if number.value.to_whole().is_none() => {
            let written = written(cx.source_prose(), source);
            written
                .trim_matches(|c: char| !c.is_ascii_digit())
                .to_owned()
        }
        _ => say::say(number, &cx.target.document.lang),
    });
    finding
        .arg("source", written(cx.source_prose(), source))
        .arg(
            "target",
            target.map_or("none".to_owned(), |number| {
                written(cx.target_prose(), Some(number))
            }),
        )
        .arg("expected", expected.unwrap_or_default());
}
