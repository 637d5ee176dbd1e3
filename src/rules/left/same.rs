//! The rule `left/same`.

use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::lint::context::BitextCx;
use crate::lint::context::Side;
use crate::lint::facts::SideProse;
use crate::lint::place;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::fingerprint::fold_space;
use crate::text::script::is_han;

/// A text without Han characters counts as prose from this many lower-case words on; fewer may all be names.
const PROSE_WORDS: usize = 4;

crate::declare_rule! {
    /// Finds targets that repeat their source word for word.
    ///
    /// A segment of nothing but names is no finding, nor is a table row that shows both languages side by side.
    ///
    /// ## Why it matters
    /// The reader came for the other language.
    ///
    /// ```bad
    /// zh: 开源是一种协作方式。
    /// en: 开源是一种协作方式。
    /// ```
    ///
    /// ```good
    /// zh: GitHub
    /// en: GitHub
    /// ```
    "left/same" {
        severity: Error,
        mqm: "untranslated",
        since: "0.1.0",
        message: "the translation repeats its source",
        supersedes: &["left/han", "state/untranslated", "state/unconfirmed", "punct/cjk", "term/missing"],
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    for pair in cx
        .bitext
        .pairs
        .iter()
        .filter(|pair| pair.state != PairState::Ignored)
    {
        if repeats(cx, pair) {
            let (source, target) = Side::both(cx.bitext, pair);
            sink.report(target.whole()).related(source.whole());
        }
    }
}

fn repeats(cx: &BitextCx<'_>, pair: &Pair) -> bool {
    if pair.source.is_empty() || pair.target.is_empty() {
        return false;
    }
    let (source, target) = Side::both(cx.bitext, pair);
    let text = source.text();
    let is_same = fold_space(&text) == fold_space(&target.text());
    is_same
        && !cx.bitext.source.lang.eq(&cx.bitext.target.lang)
        && is_foreign(cx, &pair.source)
        && !is_bilingual(cx, &pair.target)
}

/// Tells whether the prose can only be of the source language.
fn is_foreign(cx: &BitextCx<'_>, units: &[UnitId]) -> bool {
    let prose = SideProse::of(&cx.bitext.source, units).text;
    if cx.bitext.source.lang.uses_han() {
        return !cx.bitext.target.lang.uses_han() && prose.chars().any(is_han);
    }
    let words = prose
        .split_whitespace()
        .filter(|word| word.chars().count() > 1 && word.chars().all(char::is_lowercase));
    words.count() >= PROSE_WORDS
}

/// Tells whether the target cell stands in a row where another cell has it in Latin letters: a table of terms.
fn is_bilingual(cx: &BitextCx<'_>, units: &[UnitId]) -> bool {
    let document: &Document = &cx.bitext.target;
    units.iter().all(|unit| {
        document.unit(*unit).kind == UnitKind::TableCell && has_latin_neighbor(document, *unit)
            || place::is_in_references(document, *unit)
    })
}

fn has_latin_neighbor(document: &Document, unit: UnitId) -> bool {
    place::row_of(document, unit).iter().any(|cell| {
        let prose = SideProse::of(document, &[*cell]).text;
        prose.chars().any(|c| c.is_ascii_alphabetic()) && !prose.chars().any(is_han)
    })
}
