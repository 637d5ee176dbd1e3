//! Names of languages as people write them in paths: `zh_cn`, `en-US`, `cn`, `english`.

use crate::text::lang::Lang;

/// Two- and three-letter codes that sites are translated into. A short list on purpose: `docs/go` and `docs/md` are no languages.
const CODES: &[&str] = &[
    "ar", "az", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi",
    "fr", "gl", "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "km", "ko", "lt", "lv",
    "mk", "mn", "ms", "my", "nb", "ne", "nl", "nn", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr",
    "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi", "yue", "zh",
];

/// Names that are no tags, and what they mean.
const NAMES: &[(&str, &str)] = &[
    ("cn", "zh-Hans"),
    ("chs", "zh-Hans"),
    ("chinese", "zh-Hans"),
    ("zh", "zh-Hans"),
    ("tw", "zh-Hant"),
    ("cht", "zh-Hant"),
    ("english", "en"),
    ("jp", "ja"),
    ("japanese", "ja"),
    ("kr", "ko"),
    ("korean", "ko"),
];

/// Returns the language that a name in a path stands for.
pub fn lang(name: &str) -> Option<Lang> {
    let lower = name.to_ascii_lowercase();
    if let Some((_, tag)) = NAMES.iter().find(|(known, _)| *known == lower) {
        return Some(Lang::new(tag));
    }
    let mut parts = lower.split(['-', '_']);
    let code = parts.next().filter(|code| CODES.contains(code))?;
    let is_subtag = |part: &str| {
        let is_region = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
        is_region || matches!(part, "hans" | "hant" | "latn" | "cyrl" | "419")
    };
    let is_known = parts.clone().count() <= 2 && parts.all(is_subtag);
    (is_known && !code.is_empty()).then(|| Lang::new(name))
}

/// Returns the names of languages in a file's path: whole folder names, and what ends a folder's name or a file's stem after a
/// separator. For each, where it starts and ends in the path.
pub fn names(path: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for part in path.split('/') {
        let end = start + part.len();
        let is_file = end == path.len();
        let stem_end = match part.rfind('.') {
            Some(dot) if is_file => start + dot,
            _ => end,
        };
        let stem = path.get(start..stem_end).unwrap_or_default();
        if !is_file && lang(stem).is_some() {
            found.push(start..stem_end);
        } else if let Some(at) = ending(stem) {
            found.push(start + at..stem_end);
        }
        start = end + 1;
    }
    found
}

/// Returns where the longest language name that ends `stem` after `.`, `_` or `-` starts.
fn ending(stem: &str) -> Option<usize> {
    let separators = stem.match_indices(['.', '_', '-']);
    let mut starts = separators.map(|(at, _)| at + 1).filter(|at| *at > 1);
    starts.find(|at| stem.get(*at..).is_some_and(|name| lang(name).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_languages_are_known() {
        let cases = [
            ("zh", Some("zh-Hans")),
            ("cn", Some("zh-Hans")),
            ("zh_cn", Some("zh-CN")),
            ("zh-hant", Some("zh-Hant")),
            ("EN", Some("en")),
            ("en-us", Some("en-US")),
            ("go", None),
            ("md", None),
            ("en-gine", None),
            ("zh-CN-x", None),
            ("", None),
        ];
        for (name, tag) in cases {
            let found = lang(name);
            assert_eq!(found.as_ref().map(Lang::tag), tag, "{name}");
        }
    }

    #[test]
    fn names_are_found_in_paths() {
        let cases: [(&str, &[&str]); 7] = [
            ("docs/zh_cn/a.md", &["zh_cn"]),
            ("README.zh-CN.md", &["zh-CN"]),
            ("a/index-en-US.md", &["en-US"]),
            ("README_EN.md", &["EN"]),
            ("docs/source_en/a.fr.md", &["en", "fr"]),
            ("docs/en.md", &[]),
            ("docs/getting-started.md", &[]),
        ];
        for (path, expected) in cases {
            let found: Vec<&str> = names(path).into_iter().map(|range| &path[range]).collect();
            assert_eq!(found, expected, "{path}");
        }
    }
}
