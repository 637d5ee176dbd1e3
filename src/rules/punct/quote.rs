//! The rule `punct/quote`.

use crate::document::unit::UnitKind;
use crate::lint::context::PairCx;
use crate::lint::fix::Applicability;
use crate::lint::fix::Fix;
use crate::lint::quotes;
use crate::lint::quotes::QuoteFlaw;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::edit::Edit;
use std::ops::Range;

crate::declare_rule! {
    /// Finds quotation marks in an English target that are not closed, close nothing, stand inside a quotation of their own kind, or
    /// are straight where others of the same unit are curly. Apostrophes, primes and inches do not count, nor does code.
    ///
    /// A quotation that the source too leaves open (it goes on in the next paragraph) is no finding.
    ///
    /// ## Why it matters
    /// The reader cannot see where somebody else's words end.
    ///
    /// ```bad
    /// zh: 他说：“这叫‘共享’。”
    /// en: He said, “This is called ‘sharing.”
    /// ```
    ///
    /// ```good
    /// zh: 他说：“这叫‘共享’。”
    /// en: He said, “This is called ‘sharing.’”
    /// ```
    "punct/quote" {
        severity: Warning,
        mqm: "typography",
        since: "0.1.0",
        message: "{ $flaw ->
    [unclosed] the quotation mark { $mark } is not closed
    [unopened] the quotation mark { $mark } closes nothing
    [nested] the quotation mark { $mark } stands inside a quotation of its own kind
   *[mixed] this quotation mark is straight, others beside it are curly
}",
        check: Check::Draft(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    if !cx.target.document.lang.is_english() {
        return;
    }
    let prose = cx.target_prose();
    for (unit, range) in prose.units() {
        let text = prose.text.get(range.clone()).unwrap_or_default();
        let kind = cx.target.document.unit(unit).kind;
        let Some((flaw, found)) = quotes::flaw(text) else {
            continue;
        };
        if flaw == QuoteFlaw::Unclosed && is_left_open(&cx.source_prose().text) {
            continue;
        }
        if flaw == QuoteFlaw::Mixed && matches!(kind, UnitKind::Attribute | UnitKind::HtmlText) {
            continue;
        }
        let place =
            |part: &Range<usize>| cx.target_at(range.start + part.start..range.start + part.end);
        let mark = text.get(found.clone()).unwrap_or_default();
        let curled = quotes::curled(text).filter(|_| flaw == QuoteFlaw::Mixed);
        let edits = curled.map(|curled| {
            let edits = curled.into_iter().map(|(part, mark)| Edit {
                span: place(&part).span,
                text: mark.to_string(),
            });
            edits.collect::<Vec<Edit>>()
        });
        let source = &cx.target.document.source;
        // In front matter a mark may be written as an escape: there is nothing to replace then.
        let edits = edits.filter(|edits| edits.iter().all(|edit| source.slice(edit.span) == "\""));
        let finding = sink.report(place(&found));
        finding.arg("flaw", flaw.name()).arg("mark", mark);
        finding.fix = edits.map(|edits| Fix {
            edits,
            applicability: Applicability::Safe,
        });
    }
}

/// Tells whether the source opens a quotation that it does not close.
fn is_left_open(source: &str) -> bool {
    let pairs = [
        ('\u{201c}', '\u{201d}'),
        ('\u{300c}', '\u{300d}'),
        ('\u{2018}', '\u{2019}'),
    ];
    let n = |mark: char| source.chars().filter(|c| *c == mark).count();
    pairs.iter().any(|(open, close)| n(*open) > n(*close)) || n('"') % 2 == 1
}
