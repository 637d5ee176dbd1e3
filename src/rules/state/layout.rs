//! The rule `state/layout`.

use crate::bitext::bitext::LayoutKind;
use crate::document::document::Document;
use crate::lint::context::BitextCx;
use crate::lint::context::shorten;
use crate::lint::finding::Location;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds markup of the source that changed since the draft was accepted and that the draft has not followed.
    ///
    /// Markup is what stands between the texts: tags, directives, fences, shortcodes, imports, link definitions. The finding stands at the
    /// draft's line, or at the source's where the draft has none. A draft that was laid out in its own way when it was accepted may
    /// stay so.
    ///
    /// ## Why it matters
    /// A warning box that the author has opened or closed, a component that was renamed: no text changed, and the page looks
    /// other than the original, or does not build.
    ///
    /// ```bad
    /// was: :::tip\n\n请重启。\n\n:::
    /// zh: :::danger\n\n请重启。\n\n:::
    /// en: :::tip\n\nRestart.\n\n:::
    /// ```
    ///
    /// ```good
    /// was: :::tip\n\n请重启。\n\n:::
    /// zh: :::danger\n\n请重启。\n\n:::
    /// en: :::danger\n\nRestart.\n\n:::
    /// ```
    "state/layout" {
        severity: Warning,
        mqm: "markup",
        since: "0.1.0",
        message: "{ $change ->
            [came] the source has this markup since it was accepted, and the draft has not: “{ $excerpt }”
            [went] the source has dropped this markup since it was accepted: “{ $excerpt }”
           *[changed] the source has changed this markup since it was accepted: “{ $excerpt }”
        }",
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    let changes = cx.bitext.layout.iter();
    for change in changes.filter(|change| change.kind == LayoutKind::Markup) {
        let at = |document: &Document, span| Location {
            source: document.source.clone(),
            span,
        };
        let source = change.source.map(|span| at(&cx.bitext.source, span));
        let target = change.target.map(|span| at(&cx.bitext.target, span));
        let name = match (&source, &target) {
            (Some(_), None) => "came",
            (None, _) => "went",
            (Some(_), Some(_)) => "changed",
        };
        // Said of what the source says now, where it says anything.
        let Some(said) = source.clone().or_else(|| target.clone()) else {
            continue;
        };
        let excerpt = shorten(said.source.slice(said.span));
        let is_both = source.is_some() && target.is_some();
        if !is_both && is_closing(said.source.slice(said.span)) {
            continue;
        }
        let finding = sink.report(target.unwrap_or(said));
        finding.arg("change", name).arg("excerpt", excerpt);
        if let Some(source) = source.filter(|_| is_both) {
            finding.related(source);
        }
    }
}

/// Tells whether markup only closes what other markup opens: that one is told.
fn is_closing(text: &str) -> bool {
    let text = text.trim();
    text.starts_with("</") || !text.contains(char::is_alphanumeric)
}
