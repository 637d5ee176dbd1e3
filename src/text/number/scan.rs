//! Finds numbers by the grammar of a text's language.

use crate::text::lang::Lang;
use crate::text::number::chinese;
use crate::text::number::english;
use crate::text::number::number::Number;

/// Finds the numbers of a text, in order; none in languages whose grammar of numbers is not known here.
pub fn scan(text: &str, lang: &Lang) -> Vec<Number> {
    if lang.is_chinese() {
        chinese::scan(text)
    } else if lang.is_english() {
        english::scan(text)
    } else {
        Vec::new()
    }
}

/// Tells whether the grammar of a language's numbers is known.
pub fn is_known(lang: &Lang) -> bool {
    lang.is_chinese() || lang.is_english()
}
