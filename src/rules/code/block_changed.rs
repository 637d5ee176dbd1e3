//! The rule `code/block-changed`.

use crate::document::unit::UnitKind;
use crate::document::unit::UnitSpan;
use crate::lint::code_lines;
use crate::lint::context::PairCx;
use crate::lint::context::Side;
use crate::lint::context::shorten;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;

crate::declare_rule! {
    /// Finds code blocks that lack a line of the source's block.
    ///
    /// Comments, strings, white space and line breaks do not count, nor does a line whose words all stand in the draft's
    /// block: only what the reader would type otherwise is told. Lines in the draft's script are taken for translations of others.
    ///
    /// ## Why it matters
    /// A command or a setting that the source has changed since is wrong in every translation.
    ///
    /// ```bad
    /// zh: ```shell\nkubectl create -f job.yaml\n```
    /// en: ```shell\nkubectl apply -f job.yaml\n```
    /// ```
    ///
    /// ```good
    /// zh: ```shell\n# 运行任务\nkubectl apply -f job.yaml\n```
    /// en: ```shell\n# Run the job\nkubectl apply -f job.yaml\n```
    /// ```
    "code/block-changed" {
        severity: Warning,
        mqm: "markup",
        since: "0.1.0",
        message: "the code block has nothing like “{ $expected }”, which the source's has",
        check: Check::Pair(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    if !is_code(cx.source) || !is_code(cx.target) {
        return;
    }
    let (source, target) = (cx.source.text(), cx.target.text());
    if source == target {
        return;
    }
    let Some(line) = code_lines::lacking(&source, &target) else {
        return;
    };
    let finding = sink.report(cx.target.whole());
    // Where the block is one unit, a part of its text is a place of the file.
    if let ([unit], Some(at)) = (cx.source.units, source.find(line)) {
        let part = UnitSpan::of(at..at + line.len());
        finding.related(cx.source.at(*unit, part));
    }
    finding.arg("expected", shorten(line));
}

fn is_code(side: Side<'_>) -> bool {
    let mut units = side.units.iter();
    !side.units.is_empty() && units.all(|unit| side.document.unit(*unit).kind == UnitKind::Code)
}
