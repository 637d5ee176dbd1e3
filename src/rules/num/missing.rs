//! The rule `num/missing`.

use crate::lint::context::PairCx;
use crate::lint::meta::Severity;
use crate::lint::numbers;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::number::compare::Flaw;

crate::declare_rule! {
    /// Finds values of the source that the target lacks: numbers in figures, numerals with 万 or 亿, fractions, versions.
    ///
    /// Values are assigned one to one; a value that the source repeats need stand in the target only once, and figures in the target's
    /// code count. Where another number stands in its place the finding is an error. It is a warning where nothing does, or where
    /// the number is only said another way (“JDK 9 or later”, “later than 8”).
    ///
    /// ## Why it matters
    /// The reader works with the wrong number, or without it.
    ///
    /// ```bad
    /// zh: 请升级到 2.7.14 版本。
    /// en: Please upgrade to version 2.7.4.
    /// ```
    ///
    /// ```good
    /// zh: 大约需要 $5850$ 亿年。
    /// en: It takes about 585 billion years.
    /// ```
    "num/missing" {
        severity: Error,
        mqm: "mistranslation",
        since: "0.1.0",
        message: "{ $target ->
            [none] “{ $source }” is missing; expected { $expected }
           *[other] “{ $target }” stands where the source has “{ $source }”; expected { $expected }
        }",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    numbers::report(cx, sink, |mismatch| {
        match (mismatch.flaw, mismatch.target) {
            (Flaw::Missing, Some(_)) => Some(Severity::Error),
            (Flaw::Missing, None) | (Flaw::Reworded, _) => Some(Severity::Warning),
            _ => None,
        }
    });
}
