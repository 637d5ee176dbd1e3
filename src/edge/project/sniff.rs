//! Tells the language of a text by its characters: enough to know Chinese from English in a folder of documents.

use crate::text::lang::Lang;
use crate::text::script;

/// Characters that only traditional writing has, and their simplified forms: the commonest.
const TRADITIONAL: &str = "這個們為說對國時會學來過還後發現實點處給應將與開關體種無";
const SIMPLIFIED: &str = "这个们为说对国时会学来过还后发现实点处给应将与开关体种无";

/// Only so many characters are looked at.
const SAMPLE: usize = 20_000;

/// Returns the language of some texts: Chinese of either script, Japanese, Korean, Russian, else English.
pub fn language<'a>(texts: impl IntoIterator<Item = &'a str>) -> Lang {
    let mut count = Count::default();
    for text in texts {
        text.chars().take(SAMPLE).for_each(|c| count.add(c));
    }
    Lang::new(count.tag())
}

#[derive(Default)]
struct Count {
    han: usize,
    kana: usize,
    hangul: usize,
    cyrillic: usize,
    latin: usize,
    traditional: usize,
    simplified: usize,
}

impl Count {
    fn add(&mut self, c: char) {
        match c {
            'a'..='z' | 'A'..='Z' => self.latin += 1,
            '\u{3041}'..='\u{30ff}' => self.kana += 1,
            '\u{ac00}'..='\u{d7a3}' => self.hangul += 1,
            '\u{0400}'..='\u{04ff}' => self.cyrillic += 1,
            _ if script::is_han(c) => {
                self.han += 1;
                let is_traditional = TRADITIONAL.contains(c);
                let is_simplified = SIMPLIFIED.contains(c);
                self.traditional += usize::from(is_traditional && !is_simplified);
                self.simplified += usize::from(is_simplified && !is_traditional);
            }
            _ => {}
        }
    }

    /// Code and names in Latin letters stand in texts of every language: a tenth of other letters decides.
    fn tag(&self) -> &'static str {
        let is_tenth = |n: usize| n > 0 && n * 9 >= self.latin;
        if is_tenth(self.hangul) {
            "ko"
        } else if is_tenth(self.han + self.kana) && self.kana * 10 > self.han {
            "ja"
        } else if is_tenth(self.han) && self.traditional > self.simplified {
            "zh-Hant"
        } else if is_tenth(self.han) {
            "zh-Hans"
        } else if is_tenth(self.cyrillic) {
            "ru"
        } else {
            "en"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_by_their_characters() {
        let cases = [
            ("运行 `cargo install duizhao` 来安装这个工具。", "zh-Hans"),
            ("這個工具會檢查譯文。", "zh-Hant"),
            ("Install the tool. See also 中文.", "en"),
            ("ツールをインストールします。", "ja"),
            ("도구를 설치합니다.", "ko"),
            ("", "en"),
        ];
        for (text, tag) in cases {
            assert_eq!(language([text]).tag(), tag, "{text}");
        }
    }
}
