//! Names that a translation spells by their sound: 陈清扬 is Chen Qingyang.

use crate::text::script;
use pinyin::ToPinyinMulti;
use rustc_hash::FxHashSet;

/// Words in Latin letters, each of which may be the pinyin of a Chinese name.
#[derive(Debug, Default)]
pub(in crate::bitext) struct Names {
    spellings: FxHashSet<String>,
}

/// How many characters a part of a name has at most.
const LONGEST: usize = 3;
/// Shorter spellings are as often plain words.
const SHORTEST: usize = 3;
/// The longest syllable of pinyin is `zhuang`.
const LONGEST_SYLLABLE: usize = 6;

impl Names {
    /// Gathers the words that begin with a capital letter and may be pinyin.
    pub(in crate::bitext) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut spellings = FxHashSet::default();
        for text in texts {
            for word in text.split(|c: char| !script::is_spaced_letter(c)) {
                let is_name = word.starts_with(|c: char| c.is_ascii_uppercase())
                    && (SHORTEST..=LONGEST * LONGEST_SYLLABLE).contains(&word.len())
                    && word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
                if is_name {
                    spellings.insert(word.to_ascii_lowercase());
                }
            }
        }
        Self { spellings }
    }

    /// Finds the names in a run of Han characters: which characters, and how they are spelled.
    pub(in crate::bitext) fn find(&self, run: &[char], found: &mut Vec<(usize, usize, String)>) {
        if self.spellings.is_empty() {
            return;
        }
        let syllables: Vec<Vec<&str>> = run.iter().map(|c| syllables(*c)).collect();
        for start in 0..run.len() {
            let mut spelled = vec![String::new()];
            for (n_chars, syllables) in syllables[start..].iter().take(LONGEST).enumerate() {
                let longer = |head: &String| -> Vec<String> {
                    syllables
                        .iter()
                        .map(|tail| format!("{head}{tail}"))
                        .collect()
                };
                spelled = spelled.iter().flat_map(longer).take(8).collect();
                let end = start + n_chars + 1;
                let names = spelled.iter().filter(|name| self.spellings.contains(*name));
                found.extend(names.map(|name| (start, end, name.clone())));
            }
        }
    }
}

/// Returns the readings of a character without tones, `ü` written as `v`.
fn syllables(c: char) -> Vec<&'static str> {
    let Some(readings) = c.to_pinyin_multi() else {
        return Vec::new();
    };
    let mut plain: Vec<&str> = readings
        .into_iter()
        .map(|reading| reading.plain())
        .collect();
    plain.dedup();
    plain.truncate(3);
    plain
}
