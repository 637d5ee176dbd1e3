//! The rule `code/math`.

use crate::lint::context::PairCx;
use crate::lint::context::shorten;
use crate::lint::formulas;
use crate::lint::meta::Severity;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::tally;
use crate::lint::tally::Item;
use crate::lint::tally::Repeats;

crate::declare_rule! {
    /// Finds formulas of the source that the target has lost or changed, display math included.
    ///
    /// White space, spacing commands, braces, the words of `\text{…}`, other ways to write one sign (`<` and `\lt`) and punctuation
    /// at the end do not count. A formula that the source repeats need stand in the target only once, bare numbers are left to
    /// other rules, and a formula that is written out in plain text or code is a warning.
    ///
    /// ## Why it matters
    /// Nobody can guess the right formula from the wrong one.
    ///
    /// ```bad
    /// zh: 时间复杂度为 $O(n \log n)$ 。
    /// en: The time complexity is $O(n^2)$.
    /// ```
    ///
    /// ```good
    /// zh: 当 $a<b$ 时，$x_\text{最大}=1$。
    /// en: If $a \lt b$, then $x_\text{max} = 1$.
    /// ```
    "code/math" {
        severity: Error,
        mqm: "markup",
        since: "0.1.0",
        message: "{ $found ->
    [none] the formula “{ $expected }” is missing
   *[other] the formula reads “{ $found }”; the source has “{ $expected }”
}",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    let source = formulas::of(cx.source);
    if source.is_empty() {
        return;
    }
    let is_told = |item: &Item| !formulas::is_number(&item.key);
    let diff = tally::compare(source, formulas::of(cx.target), |_| Repeats::Free);
    let plain: String = cx
        .target
        .text()
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '{' | '}' | '$' | '`' | '*' | '_' | '\\'))
        .collect();
    let severity = |item: &Item| {
        let bare = |c: &char| !matches!(c, '{' | '}' | '_' | '*' | '\\');
        let bare: String = item.key.chars().filter(bare).collect();
        match is_in_words(&plain, &bare) {
            true => Severity::Warning,
            false => Severity::Error,
        }
    };
    for (source, target) in diff
        .changed
        .into_iter()
        .filter(|(source, _)| is_told(source))
    {
        let finding = sink.report_as(severity(&source), target.at);
        finding.related(source.at);
        finding
            .arg("expected", shorten(&source.written))
            .arg("found", shorten(&target.written));
    }
    for item in diff.missing.into_iter().filter(is_told) {
        let finding = sink.report_as(severity(&item), cx.target.whole());
        finding.related(item.at);
        finding
            .arg("expected", shorten(&item.written))
            .arg("found", "none");
    }
}

/// Tells whether a formula is written out. Single letters stand in every word.
fn is_in_words(plain: &str, formula: &str) -> bool {
    formula.chars().count() > 1 && plain.contains(formula)
}
