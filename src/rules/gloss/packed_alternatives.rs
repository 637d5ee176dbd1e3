//! The rule `gloss/packed-alternatives`.

use crate::lint::glossary::alive;
use crate::lint::glossary::location;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::termbase::concept::Concept;

crate::declare_rule! {
    /// Finds targets that hold several alternatives in one text.
    ///
    /// A slash inside one name (`TCP/IP`, `client/server model`) and the commas of a name or saying are left alone.
    ///
    /// ## Why it matters
    /// A target is looked for as it is written. No draft holds both alternatives with a slash between them, so every use of the term is
    /// reported.
    ///
    /// ## What to do
    /// Keep one as `tgt` and list the others in `allow`.
    ///
    /// ```bad
    /// glossary: {src: 扩容, tgt: scale out/scale up}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    ///
    /// ```good
    /// glossary: {src: 扩容, tgt: scale out, allow: [scale up]}
    /// zh: 你好。
    /// en: Hello.
    /// ```
    "gloss/packed-alternatives" {
        severity: Error,
        mqm: "terminology",
        since: "0.1.0",
        message: "“{ $target }” holds several alternatives; keep one as `tgt` and list the others in `allow`",
        check: Check::Project(check),
    }
}

/// What separates alternatives for certain.
const CERTAIN: &[&str] = &["；", ";", "、", " / ", " | ", "／", "\n"];

/// Two that stand on the sides of a slash and are one thing.
const COMPOUNDS: &[&str] = &[
    "and/or",
    "client/server",
    "encoder/decoder",
    "get/set",
    "input/output",
    "key/value",
    "load/store",
    "master/replica",
    "master/slave",
    "on/off",
    "parent/child",
    "primary/replica",
    "producer/consumer",
    "publish/subscribe",
    "pub/sub",
    "push/pull",
    "read/write",
    "request/response",
    "send/receive",
    "true/false",
    "yes/no",
];

/// A list of more words, or longer ones, is a sentence.
const MOST_WORDS: usize = 3;

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    for (_, concept) in alive(cx) {
        for target in concept.target.iter().chain(&concept.allow) {
            if is_packed(concept, target) {
                sink.report(location(concept)).arg("target", target);
            }
        }
    }
}

fn is_packed(concept: &Concept, target: &str) -> bool {
    // A source that is a list itself (抽取、转换、加载) has a list for its target.
    let is_list = |form: &String| form.contains(['/', '、', '，', ',', ';', '；', '|', '／', '\n']);
    if concept.is_dnt || concept.source.iter().any(is_list) {
        return false;
    }
    let is_title = target.contains(['《', '"', '“']);
    let has_sides = |separator: &&str| {
        let sides = target.split_once(*separator);
        sides.is_some_and(|(one, other)| !one.trim().is_empty() && !other.trim().is_empty())
    };
    if !is_title && CERTAIN.iter().any(has_sides) {
        return true;
    }
    !is_title && (is_comma_list(target) || has_two_phrases(target))
}

/// `run, execute`, but not `first in, first out`, `Washington, D.C.`, `read, write, and execute`.
fn is_comma_list(target: &str) -> bool {
    let parts: Vec<&str> = target.split([',', '，']).map(str::trim).collect();
    let is_saying = |part: &str| {
        part.ends_with(" in")
            || ["and ", "or ", "but ", "then "]
                .iter()
                .any(|word| part.starts_with(word))
    };
    let is_small = |part: &&str| {
        let n_words = part.split_whitespace().count();
        let is_lower = part
            .chars()
            .next()
            .is_some_and(|c| !c.is_uppercase() && c.is_alphabetic());
        is_lower && n_words <= MOST_WORDS && !is_saying(part)
    };
    parts.len() == 2 && parts.iter().all(is_small)
}

/// `scale out/scale up`: two phrases of one build with a word in common, or a phrase and its abbreviation.
fn has_two_phrases(target: &str) -> bool {
    let Some((one, other)) = target.split_once('/') else {
        return false;
    };
    let (left, right): (Vec<&str>, Vec<&str>) = (
        one.split_whitespace().collect(),
        other.split_whitespace().collect(),
    );
    let (Some(last), Some(first)) = (left.last(), right.first()) else {
        return false;
    };
    let middle = format!("{last}/{first}").to_lowercase();
    if COMPOUNDS.contains(&middle.as_str()) || other.contains('/') {
        return false;
    }
    if left.len() > 1 && right.len() > 1 {
        return left.first() == right.first() || left.last() == right.last();
    }
    let initials: String = left.iter().filter_map(|word| word.chars().next()).collect();
    left.len() > 1 && right.len() == 1 && initials.to_uppercase() == *other
}
