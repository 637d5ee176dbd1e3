//! Which tags name the same language where a tree keeps languages apart.

use crate::text::lang::Lang;

/// Returns the language to translate into where nothing says it: English from Chinese, Chinese from all others.
pub fn usual_target(source: &Lang) -> Lang {
    Lang::new(if source.is_chinese() { "en" } else { "zh-Hans" })
}

/// Tells whether two tags name the same language for our purposes: scripts of Chinese differ, regions of English do not.
pub fn is_alike(one: &Lang, other: &Lang) -> bool {
    let is_traditional = |lang: &Lang| {
        let mut subtags = lang.tag().split('-').skip(1);
        subtags.any(|subtag| matches!(subtag, "Hant" | "TW" | "HK" | "MO"))
    };
    match (one.is_chinese(), other.is_chinese()) {
        (true, true) => is_traditional(one) == is_traditional(other),
        _ => one.primary() == other.primary(),
    }
}
