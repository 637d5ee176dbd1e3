//! The rule `gloss/too-short`.

use crate::lint::glossary::alive;
use crate::lint::glossary::location;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::termbase::concept::CaseMode;
use crate::termbase::concept::Concept;
use crate::termbase::fold::fold;

crate::declare_rule! {
    /// Finds source forms that are too short to be terms: a function word of one character, a very frequent character, a single letter.
    ///
    /// Single characters that are terms (树, 图, 栈) are fine, and so is a letter that is a protected name: `{src: C, dnt: true, case: exact}`.
    ///
    /// ## Why it matters
    /// Such a form stands in nearly every sentence, mostly as a part of another word.
    ///
    /// ```bad
    /// glossary: {src: 的, tgt: of}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 树, tgt: tree}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    "gloss/too-short" {
        severity: Error,
        mqm: "terminology",
        since: "0.1.0",
        message: "“{ $term }” is too short to be a term: it stands in nearly every sentence; write the longer words that are meant",
        check: Check::Project(check),
    }
}

/// Characters that are function words, or parts of very many words.
const FREQUENT: &str = "的地得了着过是在有和与或及而且但就也都还又才很太不没未无之其此这那哪某每各该我你他她它们您咱谁\
    啊吗呢吧呀嘛么把被让给对向从到于由以为因所将会能可要想应须用来去上下里内外前后中间时当如若则即使只再更最已曾正\
    个些种次一二三四五六七八九十百千万亿两几多少大小高低长好新老人年月日天说看做作成出进回起开";

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    for (_, concept) in alive(cx) {
        if let Some(term) = concept
            .source
            .iter()
            .find(|form| is_too_short(concept, form))
        {
            sink.report(location(concept)).arg("term", term);
        }
    }
}

fn is_too_short(concept: &Concept, form: &str) -> bool {
    let folded = fold(form.trim());
    let mut chars = folded.chars();
    let (Some(only), None) = (chars.next(), chars.next()) else {
        return false;
    };
    let is_name = concept.is_dnt && concept.case == CaseMode::Exact;
    FREQUENT.contains(only) && !only.is_whitespace() || only.is_ascii_alphanumeric() && !is_name
}
