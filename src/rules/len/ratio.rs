//! The rule `len/ratio`.

use crate::document::prose::OBJECT;
use crate::lint::context::PairCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::script::is_han;

/// Shorter texts say nothing of their translation's length.
const SHORTEST: usize = 15;

/// English characters for each Chinese one.
const RATIO: std::ops::RangeInclusive<f64> = 1.2..=6.0;

crate::declare_rule! {
    /// Finds translations between Chinese and English that are much shorter or longer than usual: an English text has 1.2 to 6
    /// characters for each character of a Chinese one. Texts with fewer than 15 Chinese characters and other languages are not
    /// looked at, and code does not count.
    ///
    /// ## Why it matters
    /// A sentence was left out, or something was added.
    ///
    /// ```bad
    /// zh: 开源社区的治理并不只是流程问题，它还涉及信任、激励、沟通方式以及长期投入，缺少其中任何一项都会让社区逐渐失去活力。
    /// en: Governing an open source community is not just about process.
    /// ```
    ///
    /// ```good
    /// zh: 开源社区的治理并不只是流程问题，它还涉及信任、激励和沟通方式。
    /// en: Governing an open source community is not just about process; it also takes trust, incentives and communication.
    /// ```
    "len/ratio" {
        severity: Info,
        mqm: "omission",
        since: "0.1.0",
        message: "{ $ratio } times as many characters as in the source; 1.2 to 6 English ones for each Chinese one are usual",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    let (source, target) = (&cx.source.document.lang, &cx.target.document.lang);
    let (chinese, english) = match (source, target) {
        (source, target) if source.is_chinese() && target.is_english() => {
            (cx.source_prose(), cx.target_prose())
        }
        (source, target) if source.is_english() && target.is_chinese() => {
            (cx.target_prose(), cx.source_prose())
        }
        _ => return,
    };
    if chinese.text.chars().filter(|c| is_han(*c)).count() < SHORTEST {
        return;
    }
    let n_chinese = n_characters(&chinese.text);
    let n_english = n_characters(&english.text);
    let ratio = n_english / n_chinese;
    if RATIO.contains(&ratio) {
        return;
    }
    let said = match source.is_chinese() {
        true => ratio,
        false => 1.0 / ratio.max(0.01),
    };
    sink.report(cx.target.whole())
        .arg("ratio", format!("{said:.1}"));
}

/// Characters that a reader reads; a line break in the file is none.
fn n_characters(text: &str) -> f64 {
    let count = text.chars().filter(|c| *c != OBJECT && *c != '\n').count();
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
