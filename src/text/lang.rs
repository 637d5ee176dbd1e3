//! Languages and their habits.

use std::collections::BTreeSet;
use std::fmt;

/// A BCP 47 language tag, in its canonical case (`zh-Hans`, `en-US`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang {
    tag: String,
}

impl Lang {
    /// Makes a language from its tag; `_` is read as `-` and the case is mended (`zh_hans` is `zh-Hans`).
    pub fn new(tag: &str) -> Self {
        let parts = tag.split(['-', '_']).enumerate().map(|(part_idx, part)| {
            match (part_idx, part.len()) {
                (0, _) => part.to_ascii_lowercase(),
                (_, 2) => part.to_ascii_uppercase(),
                (_, 4) => {
                    let (first, rest) = part.split_at_checked(1).unwrap_or((part, ""));
                    first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
                }
                _ => part.to_owned(),
            }
        });
        Self {
            tag: parts.collect::<Vec<_>>().join("-"),
        }
    }

    /// Returns the tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Returns the primary language subtag (`zh` of `zh-Hans`).
    pub fn primary(&self) -> &str {
        self.tag.split('-').next().unwrap_or_default()
    }

    /// Tells whether the language is Chinese of any script or region.
    pub fn is_chinese(&self) -> bool {
        matches!(self.primary(), "zh" | "yue" | "wuu" | "lzh" | "cmn")
    }

    /// Tells whether the language is English.
    pub fn is_english(&self) -> bool {
        self.primary() == "en"
    }

    /// Tells whether its text is written with Han characters.
    pub fn uses_han(&self) -> bool {
        self.is_chinese() || self.primary() == "ja"
    }
}

/// Lists languages, each once and in order.
pub fn distinct<'a>(all: impl Iterator<Item = &'a Lang>) -> Vec<&'a Lang> {
    let langs: BTreeSet<&Lang> = all.collect();
    langs.into_iter().collect()
}

impl fmt::Display for Lang {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.tag)
    }
}
