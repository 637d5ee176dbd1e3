//! The rule `punct/final`.

use crate::document::prose::OBJECT;
use crate::document::unit::UnitKind;
use crate::lint::context::PairCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds statements where the source asks, and questions where the source states.
    ///
    /// Headings and table cells do not count: "How to install it" answers 如何安装？ well.
    ///
    /// ## Why it matters
    /// A rhetorical question turned into a statement says something else.
    ///
    /// ```bad
    /// zh: 这样做安全吗？
    /// en: This is safe.
    /// ```
    ///
    /// ```good
    /// zh: 这样做安全吗？
    /// en: Is this safe?
    /// ```
    "punct/final" {
        severity: Info,
        mqm: "typography",
        since: "0.1.0",
        message: "{ $source ->
    [question] the source asks, this states
   *[statement] this asks, the source states
}",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    let is_title = |kind| {
        matches!(
            kind,
            UnitKind::Heading(_) | UnitKind::TableCell | UnitKind::ImageAlt
        )
    };
    if cx.source.has_kind(is_title) || cx.target.has_kind(is_title) {
        return;
    }
    let (Some(source), Some(target)) = (
        last_mark(&cx.source_prose().text),
        last_mark(&cx.target_prose().text),
    ) else {
        return;
    };
    let (asks, is_asked) = (is_question(source), is_question(target));
    if asks != is_asked {
        let kind = if asks { "question" } else { "statement" };
        sink.report(cx.target.whole()).arg("source", kind);
    }
}

const fn is_question(c: char) -> bool {
    matches!(c, '?' | '\u{ff1f}')
}

/// The last mark of a text, closing quotation marks and brackets left out; nothing where it ends in code.
fn last_mark(text: &str) -> Option<char> {
    let is_closing = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '\'' | ')' | '\u{201d}' | '\u{2019}' | '\u{300d}' | '\u{300f}' | '\u{ff09}'
            )
    };
    let last = text.trim_end_matches(is_closing).chars().next_back()?;
    (last != OBJECT).then_some(last)
}
