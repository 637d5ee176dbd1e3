//! The rule `markup/heading`.

use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::lint::context::BitextCx;
use crate::lint::context::Side;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

/// From this many headings on that are all off by the same, only the first is told.
const SHIFTED: usize = 3;

crate::declare_rule! {
    /// Finds headings whose level differs from the source's. Where a whole page is shifted by the same, only its first heading is told.
    ///
    /// ## Why it matters
    /// The outline, the table of contents and the anchors differ.
    ///
    /// ```bad
    /// zh: ## 安装
    /// en: ### Installation
    /// ```
    ///
    /// ```good
    /// zh: ## 安装
    /// en: ## Installation
    /// ```
    "markup/heading" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "this heading has level { $found }; the source's has level { $expected }",
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    let pairs = cx.bitext.pairs.iter().zip(&cx.trusted);
    let checked = pairs.filter_map(|(pair, is_trusted)| {
        let is_ignored = matches!(pair.state, PairState::Ignored | PairState::Untranslated);
        (*is_trusted && !is_ignored).then_some(pair)
    });
    let levels: Vec<(&Pair, i16, i16)> = checked
        .filter_map(|pair| {
            let source = level(&cx.bitext.source, &pair.source)?;
            Some((pair, source, level(&cx.bitext.target, &pair.target)?))
        })
        .collect();
    let shift = levels
        .first()
        .map_or(0, |(_, source, target)| target - source);
    let is_shifted = levels.len() >= SHIFTED
        && levels
            .iter()
            .all(|(_, source, target)| target - source == shift);
    let wrong = levels
        .into_iter()
        .filter(|(_, source, target)| source != target);
    for (pair, expected, found) in wrong.take(if is_shifted { 1 } else { usize::MAX }) {
        let (source, target) = Side::both(cx.bitext, pair);
        let finding = sink.report(target.whole());
        finding
            .related(source.whole())
            .arg("found", found)
            .arg("expected", expected);
    }
}

/// The level of the only heading of a side.
fn level(document: &Document, units: &[UnitId]) -> Option<i16> {
    let mut levels = units
        .iter()
        .filter_map(|unit| match document.unit(*unit).kind {
            UnitKind::Heading(level) => Some(i16::from(level)),
            _ => None,
        });
    let level = levels.next()?;
    levels.next().is_none().then_some(level)
}
