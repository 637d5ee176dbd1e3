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
