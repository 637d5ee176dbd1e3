//! The rule `punct/final`.

use crate::document::prose::OBJECT;
use crate::document::unit::UnitKind;
use crate::lint::context::PairCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds statements where the source asks, and questions where the source states.
    ///
    /// Headings and table cells do not count: "How to install it" answers 如何安装？ well. Neither does a question that the other
    /// side asks before its end, or puts as a request (请计算最少要多少？).
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
    let (source, target) = (&cx.source_prose().text, &cx.target_prose().text);
    let (Some(source_mark), Some(target_mark)) = (last_mark(source), last_mark(target)) else {
        return;
    };
    let (asks, is_asked) = (is_question(source_mark), is_question(target_mark));
    // A question that stands before the end, or is put as a request, is asked all the same.
    let is_asked_otherwise = match asks {
        true => holds_question(target) || is_request(source),
        false => holds_question(source),
    };
    if asks != is_asked && !is_asked_otherwise {
        let kind = if asks { "question" } else { "statement" };
        sink.report(cx.target.whole()).arg("source", kind);
    }
}

const fn is_question(c: char) -> bool {
    matches!(c, '?' | '\u{ff1f}')
}

/// Japanese asks without a mark too; a Chinese 问 tells what is asked.
fn holds_question(text: &str) -> bool {
    text.contains(is_question) || text.contains("か。") || text.contains('\u{95ee}')
}

/// Tells whether the last sentence asks for something to be done (请计算…？) or considered (问题是：…？).
fn is_request(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_end = |c: char| is_question(c) || matches!(c, '\u{3002}' | '.' | '!' | '\u{ff01}');
    let last = text.rsplit(is_end).next().unwrap_or_default();
    last.contains(['\u{8bf7}', '\u{ff1a}', ':'])
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
