//! Patterns of rule files, written for ICU or Java, as our engines read them.
//!
//! Every pattern is written twice: exactly, for the engine that knows lookaround, and relaxed, without anything that only
//! restricts (boundaries, lookaround, possessive quantifiers), for the automaton that looks for candidates in one pass.

use std::iter::Peekable;
use std::str::Chars;

/// A pattern in both forms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Translated {
    /// Means what the pattern means.
    pub(super) exact: String,
    /// Matches wherever the pattern matches, and perhaps elsewhere.
    pub(super) relaxed: String,
}

/// White space within a line (`\h`), as the inside of a class.
const HORIZONTAL: &str = r"\t\x{20}\x{a0}\x{1680}\x{180e}\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}";
/// Line breaks (`\v`), as the inside of a class.
const VERTICAL: &str = r"\n\x{b}\x{c}\r\x{85}\x{2028}\x{2029}";

/// Writes a pattern in both forms. What is wrong with it is left for the engines to say.
pub(super) fn translate(pattern: &str) -> Translated {
    let mut translator = Translator {
        rest: pattern.chars().peekable(),
        out: Translated::default(),
        groups: Vec::new(),
        n_hidden: 0,
        class_depth: 0,
        has_backreference: false,
        was_quantifier: false,
        was_set: false,
    };
    translator.run();
    // What a backreference matches is unknown here: anywhere may be a candidate.
    if translator.has_backreference {
        translator.out.relaxed.clear();
    }
    translator.out
}

struct Translator<'a> {
    rest: Peekable<Chars<'a>>,
    out: Translated,
    /// Open groups, and whether each is hidden from the relaxed form.
    groups: Vec<bool>,
    n_hidden: usize,
    class_depth: usize,
    has_backreference: bool,
    was_quantifier: bool,
    /// In a class: what came last is itself a set, from which no range can begin.
    was_set: bool,
}

/// Tells whether an escape stands for many characters.
const fn is_set_letter(c: char) -> bool {
    matches!(
        c,
        'd' | 'D' | 's' | 'S' | 'w' | 'W' | 'p' | 'P' | 'h' | 'H' | 'v' | 'V'
    )
}

impl Translator<'_> {
    fn run(&mut self) {
        while let Some(c) = self.rest.next() {
            let is_quantifier = if self.class_depth > 0 {
                self.in_class(c);
                false
            } else {
                self.outside(c)
            };
            self.was_quantifier = is_quantifier;
        }
    }

    fn both(&mut self, text: &str) {
        self.out.exact.push_str(text);
        if self.n_hidden == 0 {
            self.out.relaxed.push_str(text);
        }
    }

    /// Writes what only restricts: nothing stands for it in the relaxed form.
    fn restriction(&mut self, text: &str) {
        self.out.exact.push_str(text);
        if self.n_hidden == 0 {
            self.out.relaxed.push_str("(?:)");
        }
    }

    /// Reads one thing outside of classes; tells whether it was a quantifier.
    fn outside(&mut self, c: char) -> bool {
        match c {
            '\\' => self.escape(),
            '[' => {
                self.both("[");
                self.class_depth = 1;
                if self.rest.next_if_eq(&'^').is_some() {
                    self.both("^");
                }
            }
            '(' => self.open(),
            ')' => self.close(),
            '^' | '$' => self.restriction(c.encode_utf8(&mut [0; 4])),
            '+' if self.was_quantifier => self.out.exact.push('+'),
            '*' | '+' | '?' => {
                self.both(c.encode_utf8(&mut [0; 4]));
                return !self.was_quantifier;
            }
            '{' => return self.braces(),
            _ => self.both(c.encode_utf8(&mut [0; 4])),
        }
        false
    }

    /// Reads `{2,3}`; a brace that begins no count stands for itself.
    fn braces(&mut self) -> bool {
        let ahead: String = self.rest.clone().take_while(|c| *c != '}').collect();
        let has_digit = ahead.starts_with(|c: char| c.is_ascii_digit());
        let is_count = has_digit && ahead.chars().all(|c| c.is_ascii_digit() || c == ',');
        if !is_count {
            self.both("\\{");
            return false;
        }
        self.both(&format!("{{{ahead}}}"));
        for _ in 0..=ahead.len() {
            self.rest.next();
        }
        true
    }

    fn open(&mut self) {
        let ahead: String = self.rest.clone().take(3).collect();
        let is_look = ahead.starts_with("?=")
            || ahead.starts_with("?!")
            || ahead.starts_with("?<=")
            || ahead.starts_with("?<!");
        if is_look && self.n_hidden == 0 {
            self.out.relaxed.push_str("(?:)");
        }
        self.n_hidden += usize::from(is_look);
        self.groups.push(is_look);
        if ahead.starts_with("?>") && self.n_hidden == 0 {
            // Atomic: the relaxed form may go back into it.
            self.rest.nth(1);
            self.out.exact.push_str("(?>");
            self.out.relaxed.push_str("(?:");
            return;
        }
        self.both("(");
    }

    fn close(&mut self) {
        self.both(")");
        if self.groups.pop() == Some(true) {
            self.n_hidden -= 1;
        }
    }

    fn in_class(&mut self, c: char) {
        let was_set = std::mem::take(&mut self.was_set);
        match c {
            '\\' => self.escape(),
            '[' => {
                self.both("[");
                self.class_depth += 1;
                if self.rest.next_if_eq(&'^').is_some() {
                    self.both("^");
                }
            }
            ']' => {
                self.both("]");
                self.class_depth -= 1;
                self.was_set = true;
            }
            // In ICU, `[a-z-[aeiou]]` takes away.
            '-' if self.rest.peek() == Some(&'[') => self.both("--"),
            '-' if was_set || self.is_set_ahead() => self.both("\\-"),
            '~' => self.both("\\~"),
            '&' if self.rest.next_if_eq(&'&').is_some() => self.both("&&"),
            _ => self.both(c.encode_utf8(&mut [0; 4])),
        }
    }

    /// Tells whether what comes next cannot end a range (`[–-\d]`).
    fn is_set_ahead(&self) -> bool {
        let mut ahead = self.rest.clone();
        match ahead.next() {
            Some('-') => true,
            Some('\\') => ahead.next().is_some_and(is_set_letter),
            _ => false,
        }
    }

    fn escape(&mut self) {
        let Some(c) = self.rest.next() else {
            return self.both("\\");
        };
        self.was_set = is_set_letter(c);
        let is_class = self.class_depth > 0;
        let set = |inner: &str, is_negated: bool| match (is_class, is_negated) {
            (true, false) => inner.to_owned(),
            (_, true) => format!("[^{inner}]"),
            (false, false) => format!("[{inner}]"),
        };
        match c {
            'h' | 'H' => self.both(&set(HORIZONTAL, c == 'H')),
            'v' | 'V' => self.both(&set(VERTICAL, c == 'V')),
            'R' => self.both(&format!("(?:\\r\\n|[{VERTICAL}])")),
            'e' => self.both("\\x{1b}"),
            'u' => self.unicode(),
            'Q' => self.quoted(),
            'p' | 'P' => self.property(c),
            'b' | 'B' | 'A' | 'z' | 'Z' | 'G' if !is_class => match c {
                'Z' => self.restriction("\\z"),
                _ => self.restriction(&format!("\\{c}")),
            },
            '1'..='9' if !is_class => {
                self.has_backreference = true;
                self.out.exact.push_str(&format!("\\{c}"));
            }
            c if c.is_ascii_alphanumeric() => self.both(&format!("\\{c}")),
            c => self.literal(c),
        }
    }

    /// Writes a character that stands for itself.
    fn literal(&mut self, c: char) {
        if c.is_ascii_punctuation() && !matches!(c, '<' | '>' | '"' | '\'' | '/' | '`') {
            self.both(&format!("\\{c}"));
        } else {
            self.both(c.encode_utf8(&mut [0; 4]));
        }
    }

    /// Reads `\u00BB`; two surrogates make one character.
    fn unicode(&mut self) {
        let Some(first) = self.four_digits() else {
            return self.both("\\u");
        };
        let mut ahead = self.rest.clone();
        let is_pair = (0xd800..0xdc00).contains(&first)
            && ahead.next() == Some('\\')
            && ahead.next() == Some('u');
        if is_pair {
            self.rest = ahead;
            if let Some(second) = self.four_digits() {
                let low = second.saturating_sub(0xdc00) & 0x3ff;
                let code = 0x10000 + ((first - 0xd800) << 10) + low;
                return self.both(&format!("\\x{{{code:x}}}"));
            }
        }
        self.both(&format!("\\x{{{first:x}}}"));
    }

    fn four_digits(&mut self) -> Option<u32> {
        let digits: String = self.rest.clone().take(4).collect();
        let is_whole = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let code = is_whole.then(|| u32::from_str_radix(&digits, 16).ok())??;
        self.rest.nth(3);
        Some(code)
    }

    /// Reads what stands between `\Q` and `\E` as it is.
    fn quoted(&mut self) {
        while let Some(c) = self.rest.next() {
            if c == '\\' && self.rest.next_if_eq(&'E').is_some() {
                return;
            }
            self.literal(c);
        }
    }

    /// Reads `\p{Lu}`; names that only Java has are spelled out.
    fn property(&mut self, p: char) {
        if self.rest.next_if_eq(&'{').is_none() {
            return self.both(&format!("\\{p}"));
        }
        let name: String = self.rest.by_ref().take_while(|c| *c != '}').collect();
        let classes = match name.as_str() {
            "Alnum" => "\\p{L}\\p{Nd}",
            "Digit" => "\\p{Nd}",
            "Punct" => "\\p{P}",
            "Blank" => HORIZONTAL,
            _ => return self.both(&format!("\\{p}{{{name}}}")),
        };
        let negation = if p == 'P' { "^" } else { "" };
        self.both(&format!("[{negation}{classes}]"));
    }
}
