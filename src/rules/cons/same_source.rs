//! The rule `cons/same-source`.

use crate::lint::project::ProjectCx;
use crate::lint::repeats;
use crate::lint::repeats::Same;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds a heading, a paragraph or a list item that stands in the source several times, word for word, and is translated
    /// differently. Each translation that is not the most frequent one is told once, where it first stands.
    ///
    /// Short texts are left in peace (headings and paragraphs of fewer than four Han characters or three words; list items of fewer than ten or six),
    /// and so are table cells, captions and alternative texts: their place makes their meaning. Case, punctuation, articles and
    /// the plural do not count as differences, nor do the targets of links.
    ///
    /// ## Why it matters
    /// The reader takes two names for two things, and a paragraph that was mended in one place stays wrong in the other.
    ///
    /// ```bad
    /// zh: ## 快速开始\n\n## 快速开始
    /// en: ## Quick start\n\n## Getting started
    /// ```
    ///
    /// ```good
    /// zh: ## 快速开始\n\n## 示例\n\n## 快速开始\n\n## 示例
    /// en: ## Quick start\n\n## Example\n\n## Quick Start\n\n## Sample
    /// ```
    "cons/same-source" {
        severity: Warning,
        mqm: "inconsistency",
        since: "0.1.0",
        message: "“{ $source }” is “{ $usual }” elsewhere, here “{ $found }”",
        check: Check::Project(check),
    }
}

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    for versions in repeats::find(cx, Same::Source) {
        let Some((usual, others)) = repeats::usual_and_others(versions) else {
            continue;
        };
        for place in others {
            let finding = sink.report(place.target);
            finding.related(place.source).related(usual.target.clone());
            finding
                .arg("source", &place.source_text)
                .arg("usual", &usual.target_text)
                .arg("found", &place.target_text);
        }
    }
}
