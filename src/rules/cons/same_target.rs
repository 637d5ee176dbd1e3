//! The rule `cons/same-target`.

use crate::lint::project::ProjectCx;
use crate::lint::repeats;
use crate::lint::repeats::Same;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds different headings, paragraphs or list items of the source that have one and the same translation. Off unless asked for: a
    /// source often says one thing in two ways.
    ///
    /// The limits are those of `cons/same-source`.
    ///
    /// ## Why it matters
    /// A paragraph that was copied and never translated anew says what belongs elsewhere.
    ///
    /// ```bad
    /// zh: 运行测试之前，请先安装所有依赖。\n\n发布版本之前，请先更新变更日志。
    /// en: Install all dependencies before you run the tests.\n\nInstall all dependencies before you run the tests.
    /// ```
    ///
    /// ```good
    /// zh: 运行测试之前，请先安装所有依赖。\n\n发布版本之前，请先更新变更日志。
    /// en: Install all dependencies before you run the tests.\n\nUpdate the changelog before you publish a version.
    /// ```
    "cons/same-target" {
        severity: Off,
        mqm: "inconsistency",
        since: "0.1.0",
        message: "“{ $found }” translates “{ $source }” here and “{ $usual }” elsewhere",
        check: Check::Project(check),
    }
}

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    for versions in repeats::find(cx, Same::Target) {
        let Some((usual, others)) = repeats::usual_and_others(versions) else {
            continue;
        };
        for place in others {
            let finding = sink.report(place.target);
            finding.related(place.source).related(usual.source.clone());
            finding
                .arg("source", &place.source_text)
                .arg("usual", &usual.source_text)
                .arg("found", &place.target_text);
        }
    }
}
