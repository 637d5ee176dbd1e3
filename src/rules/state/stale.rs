//! The rule `state/stale`.

use crate::bitext::bitext::PairState;
use crate::lint::context::BitextCx;
use crate::lint::context::Side;
use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds translations whose source has changed since they were accepted.
    ///
    /// The change is one of five classes, from least to most: `cosmetic` (white space, width of punctuation), `markup` (link targets,
    /// emphasis, code marks), `number` (only numbers), `minor` (at least 0.9 similar) and `rewrite`. Bring the draft in step and accept
    /// the pair, or accept it with a reason when the draft is right as it stands.
    ///
    /// Each class has a severity of its own; unless configured otherwise `cosmetic` is `off` and the others are `error`:
    ///
    /// ```yaml
    /// rules:
    ///   state/stale: {severity: error, cosmetic: off, markup: info, number: error, minor: warning, rewrite: error}
    /// ```
    ///
    /// A class that is not named follows `severity`. `--select state/stale#number` and `--ignore state/stale#markup` name a class on the
    /// command line.
    ///
    /// ## Why it matters
    /// The draft says what the source used to say.
    ///
    /// ```bad
    /// zh: 请重启两次。
    /// en: Restart once.
    /// state: stale number
    /// ```
    ///
    /// ```good
    /// zh: 请重启。
    /// en: Restart.
    /// state: translated
    /// ```
    "state/stale" {
        severity: Error,
        mqm: "mistranslation",
        since: "0.1.0",
        message: "the source has changed since this was accepted ({ $change ->
    [cosmetic] only white space and the width of punctuation
    [markup] only its markup
    [number] only numbers
    [minor] a little
   *[rewrite] rewritten
}): “{ $excerpt }”",
        classes: CLASSES,
        check: Check::Bitext(check),
    }
}

/// A cosmetic change makes no translation wrong.
const CLASSES: &[(&str, Severity)] = &[
    ("cosmetic", Severity::Off),
    ("markup", Severity::Error),
    ("number", Severity::Error),
    ("minor", Severity::Error),
    ("rewrite", Severity::Error),
];

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    for pair in &cx.bitext.pairs {
        let PairState::Stale(change) = pair.state else {
            continue;
        };
        let (source, target) = Side::both(cx.bitext, pair);
        let mut classes = CLASSES.iter();
        let class = classes.find(|(name, _)| *name == change.name());
        let severity = class.map_or(Severity::Error, |(_, severity)| *severity);
        let at = if pair.target.is_empty() {
            source.whole()
        } else {
            target.whole()
        };
        let finding = sink.report_as(severity, at);
        finding
            .related(source.whole())
            .arg("change", change.name())
            .arg("excerpt", source.excerpt());
    }
}
