//! The rule `state/moved`.

use crate::bitext::bitext::LayoutKind;
use crate::lint::context::BitextCx;
use crate::lint::context::shorten;
use crate::lint::finding::Location;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds text that the source has in another place since it was accepted, and the draft still where it stood.
    ///
    /// `duizhao sync` moves whole blocks and sections that can be moved safely. A draft that had an order of its own when it was
    /// accepted may keep it.
    ///
    /// ## Why it matters
    /// Steps in the old order mislead as much as old steps do.
    ///
    /// ```bad
    /// was: # 书\n\n## 甲章\n\n甲章讲苹果。\n\n## 乙章\n\n乙章讲梨子。\n\n## 丙章\n\n丙章讲桃子。
    /// zh: # 书\n\n## 乙章\n\n乙章讲梨子。\n\n## 丙章\n\n丙章讲桃子。\n\n## 甲章\n\n甲章讲苹果。
    /// en: # Book\n\n## Chapter A\n\nA tells of apples.\n\n## Chapter B\n\nB tells of pears.\n\n## Chapter C\n\nC tells of peaches.
    /// ```
    ///
    /// ```good
    /// zh: # 书\n\n## 乙章\n\n乙章讲梨子。\n\n## 甲章\n\n甲章讲苹果。
    /// en: # Book\n\n## Chapter B\n\nB tells of pears.\n\n## Chapter A\n\nA tells of apples.
    /// ```
    "state/moved" {
        severity: Warning,
        mqm: "markup",
        since: "0.1.0",
        message: "the source has this in another place since it was accepted: “{ $excerpt }”",
        check: Check::Bitext(check),
    }
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    let changes = cx.bitext.layout.iter();
    for change in changes.filter(|change| change.kind == LayoutKind::Moved) {
        let (Some(source), Some(target)) = (change.source, change.target) else {
            continue;
        };
        let draft = &cx.bitext.target.source;
        let finding = sink.report(Location {
            source: draft.clone(),
            span: target,
        });
        finding.arg("excerpt", shorten(draft.slice(target)));
        finding.related(Location {
            source: cx.bitext.source.source.clone(),
            span: source,
        });
    }
}
