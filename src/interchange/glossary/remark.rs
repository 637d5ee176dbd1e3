//! What people write into a glossary's cells beside the terms: parts of speech, "do not translate", "never …", explanations.

use crate::text::script::is_han;

/// What is to become of a term in the target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keep {
    /// It is translated.
    #[default]
    Translated,
    /// It stays as it is in some places, as the remark says.
    Sometimes,
    /// It stays as it is.
    Always,
}

const KEEP: &[&str] = &[
    "不译",
    "不翻译",
    "不做翻译",
    "不作翻译",
    "不用翻译",
    "无需翻译",
    "不需要翻译",
    "保留",
    "保留英文",
    "保留原文",
    "保留原词",
    "保持原文",
    "保持英文",
    "原文",
    "用原文",
    "用英文",
    "使用英文",
    "使用原文",
    "直接用英文",
    "do not translate",
    "don't translate",
    "don’t translate",
    "dnt",
    "not translated",
    "no translation",
    "untranslated",
    "leave untranslated",
    "leave in english",
    "leave as is",
    "keep",
    "keep as is",
    "keep english",
    "keep in english",
    "keep original",
    "keep=true",
];

/// Phrases that, inside a longer remark, say that a term is kept in some places.
const KEEP_INSIDE: &[&str] = &[
    "不译",
    "不翻译",
    "不做翻译",
    "不作翻译",
    "不用翻译",
    "无需翻译",
    "保留英文",
    "保留原文",
    "do not translate",
    "leave untranslated",
];

/// Reads whether a remark says that the term stays as it is.
pub fn keep(text: &str) -> Keep {
    let text = text.trim().trim_end_matches(['。', '.', '！', '!']);
    let text = text.to_lowercase();
    if KEEP.contains(&text.as_str()) {
        return Keep::Always;
    }
    let is_inside = |phrase: &&str| text.contains(*phrase);
    match KEEP_INSIDE.iter().any(is_inside) && forbidden(&text).is_empty() {
        true => Keep::Sometimes,
        false => Keep::Translated,
    }
}

const PARTS_OF_SPEECH: &[(&str, &[&str])] = &[
    ("noun", &["n", "noun", "名词", "名", "动名词"]),
    ("verb", &["v", "vt", "vi", "verb", "动词", "动"]),
    ("adjective", &["a", "adj", "adjective", "形容词", "形"]),
    ("adverb", &["adv", "adverb", "副词", "副"]),
    ("preposition", &["prep", "preposition", "介词"]),
    ("phrase", &["phrase", "短语", "词组"]),
];

/// Reads a part of speech; of several the first counts.
pub fn part_of_speech(text: &str) -> Option<&'static str> {
    let mut parts = text.split(['/', '、', ',', '，', '&', '或', '和', ';', '；']);
    let first = named_part_of_speech(parts.next()?)?;
    parts
        .all(|part| named_part_of_speech(part).is_some())
        .then_some(first)
}

fn named_part_of_speech(text: &str) -> Option<&'static str> {
    let bare = text.trim().trim_end_matches(['.', '．']).to_lowercase();
    let named = |(_, names): &&(&str, &[&str])| names.contains(&bare.as_str());
    PARTS_OF_SPEECH.iter().find(named).map(|(name, _)| *name)
}

/// What comes before a rendering that is not wanted. After the first kind it may stand without quotation marks.
const NEVER: &[(&str, bool)] = &[
    ("译为", true),
    ("译成", true),
    ("译作", true),
    ("翻译为", true),
    ("翻译成", true),
    ("翻译作", true),
    ("翻成", true),
    ("使用", false),
    ("写作", false),
    ("写成", false),
    ("用", false),
    ("叫", false),
    ("称为", false),
];

const NOT: &[&str] = &[
    "请勿", "切勿", "勿", "不要", "不能", "不可", "不得", "不应", "不该", "不宜", "避免", "禁止",
    "别", "不",
];

const NEVER_ENGLISH: &[&str] = &[
    "never",
    "not",
    "avoid",
    "do not use",
    "don't use",
    "don’t use",
    "do not translate as",
    "do not translate it as",
    "never translate as",
    "instead of",
    "rather than",
    "forbidden:",
];

/// Returns the renderings that a remark forbids: `请勿译为“X”`, `never "X"`.
pub fn forbidden(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(NOT_STARTS) {
        let rest = &text[at..];
        let Some(not) = NOT.iter().find(|not| rest.starts_with(**not)) else {
            continue;
        };
        let rest = rest[not.len()..].trim_start_matches(['再', '把', '将', '它', '其']);
        for (verb, is_bare) in NEVER {
            if let Some(after) = rest.strip_prefix(verb) {
                found.extend(named(after, *is_bare));
                break;
            }
        }
    }
    if let Some((_, after)) = text.split_once("禁用") {
        found.extend(named(after, false));
    }
    let lower = text.to_ascii_lowercase();
    for phrase in NEVER_ENGLISH {
        for (at, _) in lower.match_indices(phrase) {
            let is_word = !lower[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
            if is_word {
                found.extend(named(&text[at + phrase.len()..], false));
            }
        }
    }
    let mut seen = Vec::new();
    found.retain(|form: &String| {
        let is_new = !seen.contains(form);
        seen.push(form.clone());
        is_new
    });
    found
}

const NOT_STARTS: &[char] = &['请', '切', '勿', '不', '避', '禁', '别'];

/// The renderings named right after: in quotation marks, several joined by commas or "or"; else, where `is_bare`, up to the next mark.
fn named(after: &str, is_bare: bool) -> Vec<String> {
    let mut rest = after.trim_start_matches([' ', ':', '：']);
    let mut found = Vec::new();
    while let Some((inner, tail)) = quoted(rest) {
        found.push(inner.trim().to_owned());
        rest = tail.trim_start_matches([' ', ',', '，', '、', '/']);
        for joint in ["或者", "或", "和", "or ", "and "] {
            rest = rest.strip_prefix(joint).unwrap_or(rest).trim_start();
        }
    }
    if found.is_empty() && is_bare {
        let end = rest.find([
            '，', '。', '；', ',', ';', '.', '（', '(', '）', ')', '！', '\n',
        ]);
        let inner = end.map_or(rest, |end| &rest[..end]);
        let parts = inner.split(['、', '/', '或']).map(str::trim);
        found.extend(
            parts
                .filter(|part| (1..=20).contains(&part.chars().count()))
                .map(str::to_owned),
        );
    }
    found.retain(|form| form.chars().any(char::is_alphanumeric));
    found
}

/// Reads a quotation at the start of a text: what stands in it and what follows.
pub fn quoted(text: &str) -> Option<(&str, &str)> {
    let open = text.chars().next()?;
    let closes: &[char] = match open {
        '“' | '”' | '"' | '＂' => &['”', '"', '“', '＂'],
        '‘' => &['’'],
        '\'' => &['\''],
        '「' => &['」'],
        '『' => &['』'],
        '`' => &['`'],
        _ => return None,
    };
    let inner = &text[open.len_utf8()..];
    let end = inner.find(closes)?;
    let close = inner[end..].chars().next()?;
    Some((&inner[..end], &inner[end + close.len_utf8()..]))
}

/// Words that begin an explanation, not another rendering.
const EXPLAINS: &[&str] = &[
    "是", "指", "即", "如", "例如", "比如", "包含", "包括", "作", "用于", "用来", "表示", "加",
    "见", "参见", "参考", "注意", "一般", "通常", "其中", "和 ", "与 ", "e.g.", "i.e.", "see ",
    "as ", "for ", "when ", "used ",
];

/// Tells whether a part of a cell explains instead of naming.
pub fn is_explanation(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    let is_long_enough = text.chars().count() > 2;
    is_long_enough && EXPLAINS.iter().any(|word| lower.starts_with(word))
}

/// Tells whether a bracketed text abbreviates something: `LSTM`, `i.i.d.`, `I18N`.
pub fn is_abbreviation(text: &str) -> bool {
    let n_chars = text.chars().count();
    let is_plain = text
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '&' | '-' | '+'));
    let n_capitals = text.chars().filter(char::is_ascii_uppercase).count();
    let n_digits = text.chars().filter(char::is_ascii_digit).count();
    let n_dots = text.matches('.').count();
    let is_short = n_capitals >= 2 || (n_capitals == 1 && n_digits >= 1) || (n_dots >= 2);
    let n_letters = text.chars().filter(char::is_ascii_alphabetic).count();
    (2..=10).contains(&n_chars) && is_plain && is_short && n_letters > 0
}

/// Tells whether `full` spells out `short`: its words begin with its letters (`working group`, `WG`).
pub fn spells_out(full: &str, short: &str) -> bool {
    if short.contains(char::is_whitespace) || short.chars().any(is_han) {
        return false;
    }
    let words = full.split(|c: char| !c.is_alphanumeric());
    let initials: String = words
        .filter(|word| !matches!(*word, "of" | "the" | "and" | "for" | "in" | "to"))
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_lowercase)
        .collect();
    let letters: String = short
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    initials.chars().count() >= 2
        && (initials == letters
            || (letters.len() <= 8
                && letters.starts_with(&initials)
                && letters != initials
                && !short.chars().any(char::is_uppercase)))
}
