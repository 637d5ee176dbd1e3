//! How a Chinese text sounds, for lists that are ordered by it.

use pinyin::ToPinyin;

/// Returns a text in pinyin without tones, all in small letters: what a Chinese reader looks it up by. Other letters stay.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        match c.to_pinyin() {
            Some(reading) => key.push_str(reading.plain()),
            None => key.extend(c.to_lowercase()),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn han_is_spelled_and_letters_stay() {
        assert_eq!(key("机器学习"), "jiqixuexi");
        assert_eq!(key("AI 模型"), "ai moxing");
    }
}
