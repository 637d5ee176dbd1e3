//! The rule `gloss/note-in-target`.

use crate::lint::glossary::alive;
use crate::lint::glossary::location;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::termbase::concept::Concept;
use crate::text::script::is_han;

crate::declare_rule! {
    /// Finds targets that hold a note for translators: an explanation in parentheses, a part of speech, an instruction.
    ///
    /// Words in parentheses are optional (`left child (node)`) and fine.
    ///
    /// ## Why it matters
    /// A target is looked for letter by letter. No draft holds the note, so every use of the term is reported.
    ///
    /// ## What to do
    /// Move the note to `note`, the part of speech to `pos`; for what is not to be translated write `dnt: true`.
    ///
    /// ```bad
    /// glossary: {src: 构建, tgt: build (n.)}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 左子节点, tgt: left child (node)}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    "gloss/note-in-target" {
        severity: Error,
        mqm: "terminology",
        since: "0.1.0",
        message: "“{ $target }” holds a note; move it to `note` or `pos`, or write `dnt: true`",
        check: Check::Project(check),
    }
}

/// Instructions, in the two languages that glossaries are mostly written in.
const INSTRUCTIONS: &[&str] = &[
    "不翻译",
    "不译",
    "不用翻译",
    "无需翻译",
    "保留英文",
    "保留原文",
    "保持原文",
    "do not translate",
    "don't translate",
    "not translated",
    "keep in english",
    "leave in english",
    "keep as is",
    "leave as is",
];

/// Parts of speech as dictionaries write them.
const PARTS_OF_SPEECH: &[&str] = &[
    "n.",
    "v.",
    "vt.",
    "vi.",
    "adj.",
    "adv.",
    "noun",
    "verb",
    "adjective",
    "adverb",
    "名词",
    "动词",
    "形容词",
    "副词",
    "名",
    "动",
    "形",
];

/// How an explanation begins. A single word (`log (in)`) is an optional one.
const OPENINGS: &[&str] = &[
    "in", "for", "as", "when", "not", "see", "also", "used", "only", "or",
];

/// Longer than this, what stands in parentheses is no optional word.
const MOST_WORDS: usize = 4;

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    for (_, concept) in alive(cx) {
        for target in concept.target.iter().chain(&concept.allow) {
            if has_note(concept, target) {
                sink.report(location(concept)).arg("target", target);
            }
        }
    }
}

fn has_note(concept: &Concept, target: &str) -> bool {
    let plain = target.replace('（', "(").replace('）', ")").to_lowercase();
    // 译为 alone, or in 翻译为, may well be a translation.
    let bare = plain.replace("翻译", "");
    let has_advice = ["译为", "译作", "译成"]
        .iter()
        .any(|words| bare.contains(words) && bare != *words);
    has_advice
        || INSTRUCTIONS.iter().any(|words| plain.contains(words))
        || in_parentheses(&plain)
            .iter()
            .any(|inner| is_note(concept, &plain, inner))
}

fn is_note(concept: &Concept, target: &str, inner: &str) -> bool {
    let words: Vec<&str> = inner.split_whitespace().collect();
    let first = words.first().copied().unwrap_or_default();
    let is_explanation = words.len() > MOST_WORDS
        || words.len() > 1 && OPENINGS.contains(&first)
        || ["e.g", "i.e", "cf.", "etc"]
            .iter()
            .any(|mark| inner.starts_with(mark));
    let is_part = PARTS_OF_SPEECH.contains(&inner) && !target.starts_with("proper ");
    let is_source = concept
        .source
        .iter()
        .any(|form| form.to_lowercase() == inner);
    // Chinese in parentheses behind Latin words explains them; within Chinese it may be optional: 非线性（的）.
    let outside = target.replace(inner, "");
    let is_foreign = inner.chars().any(is_han) && !outside.chars().any(is_han);
    is_explanation || is_part || is_source || is_foreign
}

/// What stands in parentheses.
fn in_parentheses(text: &str) -> Vec<&str> {
    let parts = text.split('(').skip(1);
    let inner = parts.filter_map(|part| Some(part.split_once(')')?.0.trim()));
    inner.filter(|inner| !inner.is_empty()).collect()
}
