//! Elements and text as HTML and XHTML write them: one writer for both, nothing of a text becomes markup.

use crate::text::lang::Lang;

/// The two ways to write a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// For browsers.
    Html,
    /// For books.
    Xhtml,
}

impl Syntax {
    /// Returns the end of an element that holds nothing.
    pub(crate) const fn void_end(self) -> &'static str {
        match self {
            Self::Html => ">",
            Self::Xhtml => "/>",
        }
    }
}

/// Writes a text so that it stays one, in elements and in quoted attributes. What XML cannot hold becomes the replacement character.
pub(crate) fn push_text(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {
                out.push('\u{fffd}');
            }
            c => out.push(c),
        }
    }
}

/// Writes an attribute; line breaks become blanks.
pub(crate) fn push_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_text(out, &value.replace(['\n', '\r', '\t'], " "));
    out.push('"');
}

/// Languages that are written from right to left, unless their tag names another script.
const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "arc", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "mzn", "nqo", "ps", "sd", "syr",
    "ug", "ur", "yi",
];

/// Tells whether a language is written from right to left.
pub(crate) fn is_right_to_left(lang: &Lang) -> bool {
    let script = lang.tag().split('-').skip(1).find(|part| part.len() == 4);
    match script {
        Some(script) => matches!(
            script,
            "Adlm" | "Arab" | "Hebr" | "Nkoo" | "Rohg" | "Syrc" | "Thaa"
        ),
        None => RIGHT_TO_LEFT.contains(&lang.primary()),
    }
}

/// Returns the attributes of a run of text in a language: what it is, and which way it goes.
pub(crate) fn run(lang: &Lang, syntax: Syntax, is_turning: bool) -> String {
    let mut out = String::new();
    push_attribute(&mut out, "lang", lang.tag());
    if syntax == Syntax::Xhtml {
        push_attribute(&mut out, "xml:lang", lang.tag());
    }
    if is_turning {
        let direction = if is_right_to_left(lang) { "rtl" } else { "ltr" };
        push_attribute(&mut out, "dir", direction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Syntax, push_text, run};
    use crate::text::lang::Lang;

    #[test]
    fn nothing_of_a_text_is_markup() {
        let mut out = String::new();
        push_text(&mut out, "<a href=\"x\">&\u{7}\n𠮷");
        assert_eq!(out, "&lt;a href=&quot;x&quot;&gt;&amp;\u{fffd}\n𠮷");
    }

    #[test]
    fn a_run_says_its_language_and_its_direction() {
        for (tag, expected) in [
            ("zh-Hans", " lang=\"zh-Hans\" dir=\"ltr\""),
            ("he", " lang=\"he\" dir=\"rtl\""),
            ("az-Arab", " lang=\"az-Arab\" dir=\"rtl\""),
            ("ur-Latn", " lang=\"ur-Latn\" dir=\"ltr\""),
        ] {
            assert_eq!(run(&Lang::new(tag), Syntax::Html, true), expected);
        }
    }
}
