//! The rule `punct/space`.

use crate::lint::context::PairCx;
use crate::lint::fix::Applicability;
use crate::lint::fix::Fix;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::spaces;
use crate::text::edit::Edit;

crate::declare_rule! {
    /// Finds a space before a full stop or comma, two spaces between words, and a missing space after a comma or a sentence, in
    /// targets of scripts that put spaces between words. Code, addresses, numbers and file names do not count, nor does what the
    /// source writes the same way.
    ///
    /// ## Why it matters
    /// Small slips add up to a page that looks unread.
    ///
    /// ```bad
    /// zh: 它能用。
    /// en: It works .
    /// ```
    ///
    /// ```good
    /// zh: 它在 .NET 上能用……
    /// en: It works on .NET ...
    /// ```
    "punct/space" {
        severity: Warning,
        mqm: "whitespace",
        since: "0.1.0",
        message: "{ $flaw ->
    [before] a space before “{ $mark }”
    [double] two spaces between words
   *[missing] no space after “{ $mark }”
}",
        check: Check::Draft(check),
    }
}

fn check(cx: &PairCx<'_>, sink: &mut Sink<'_>) {
    let lang = &cx.target.document.lang;
    if lang.uses_han() || matches!(lang.primary(), "th" | "lo" | "km" | "my") {
        return;
    }
    let prose = cx.target_prose();
    let source = &cx.source_prose().text;
    // What was taken over as it stands (a signature, a type) is nobody's slip.
    if *source == prose.text {
        return;
    }
    for (_, range) in prose.units() {
        let text = prose.text.get(range.clone()).unwrap_or_default();
        for (flaw, found, mended) in spaces::flaws(text, source) {
            let at = cx.target_at(range.start + found.start..range.start + found.end);
            let written = text.get(found).unwrap_or_default();
            // Where the file writes it otherwise (a line break, an escape, marks between), there is no double space to see.
            if at.source.slice(at.span) != written {
                continue;
            }
            let edit = Edit {
                span: at.span,
                text: mended,
            };
            let finding = sink.report(at);
            finding.arg("flaw", flaw.name()).arg("mark", written.trim());
            finding.fix(Fix {
                edits: vec![edit],
                applicability: Applicability::Safe,
            });
        }
    }
}
