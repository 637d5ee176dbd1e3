//! Classes of characters: scripts, widths, brackets and quotation marks.

/// Tells whether `c` is a Han character (CJK ideograph, any plane, iteration mark and zero included).
pub fn is_han(c: char) -> bool {
    matches!(c,
        '\u{3005}' | '\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Tells whether `c` is punctuation of Chinese or Japanese text, or a full-width form.
pub fn is_cjk_punctuation(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff01}'..='\u{ff65}')
}

/// Tells whether `c` is hiragana or katakana.
pub fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}')
}

/// Tells whether `c` is a letter of a script that puts spaces between its words.
pub fn is_spaced_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && c.is_alphabetic() && !is_han(c) && !is_kana(c))
}

/// Tells whether `c` is an emoji, a pictograph, or one of the signs that join and vary them.
pub fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b50}' | '\u{2b55}'
        | '\u{fe0f}' | '\u{200d}' | '\u{20e3}' | '\u{e0020}'..='\u{e007f}')
}

/// Tells whether `c` opens a quotation in Chinese, Japanese or typographic English.
pub fn is_opening_quote(c: char) -> bool {
    matches!(
        c,
        '“' | '‘' | '「' | '『' | '﹁' | '﹃' | '〝' | '«' | '„' | '｢'
    )
}

/// Tells whether `c` closes a quotation in Chinese, Japanese or typographic English.
pub fn is_closing_quote(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '﹂' | '﹄' | '〞' | '»' | '｣')
}

/// Returns the mark that closes what `open` opens; straight quotation marks and emphasis excepted.
pub fn closing_of(open: char) -> Option<char> {
    Some(match open {
        '“' | '„' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '﹁' => '﹂',
        '﹃' => '﹄',
        '〝' => '〞',
        '｢' => '｣',
        '«' => '»',
        '《' => '》',
        '〈' => '〉',
        '（' => '）',
        '【' => '】',
        '〔' => '〕',
        '〖' => '〗',
        '［' => '］',
        '｛' => '｝',
        '(' => ')',
        '[' => ']',
        '{' => '}',
        _ => return None,
    })
}
