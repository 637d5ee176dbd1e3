//! Reads the plain values of a JavaScript, TypeScript or JSON configuration without running it.

use crate::edge::project::setting::token;
use crate::edge::project::setting::token::Token;
use crate::edge::project::setting::tree::DEEPEST;
use crate::edge::project::setting::tree::Setting;
use std::collections::BTreeMap;

/// Reads a file: one map with the entries of all its outermost objects, names of constants replaced by their values.
pub fn read(text: &str) -> Setting {
    let mut script = Script {
        tokens: token::tokens(text),
        at: 0,
    };
    let mut constants: BTreeMap<String, Setting> = BTreeMap::new();
    let mut entries: Vec<(String, Setting)> = Vec::new();
    while script.at < script.tokens.len() {
        if let Some(name) = script.constant() {
            let start = script.at;
            let value = script.value(0);
            if value == Setting::Unknown {
                // Perhaps a function: what it returns is found by walking on inside it.
                script.at = start;
                continue;
            }
            entries.extend(value.entries().iter().cloned());
            constants.entry(name).or_insert(value);
        } else if script.opens_object() {
            let value = script.value(0);
            entries.extend(value.entries().iter().cloned());
        } else {
            script.at += 1;
        }
    }
    let mut n_left = MOST_VALUES;
    resolved(Setting::Map(entries), &constants, 0, &mut n_left)
}

/// Constants that stand for more values than this are left as names.
const MOST_VALUES: usize = 20_000;

struct Script {
    tokens: Vec<Token>,
    at: usize,
}

impl Script {
    fn token(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    fn is_mark(&self, ahead: usize, mark: char) -> bool {
        self.token(ahead) == Some(&Token::Mark(mark))
    }

    /// Steps over `const name = ` or `const name: Type = ` and returns the name.
    fn constant(&mut self) -> Option<String> {
        let is_start = matches!(self.token(0), Some(Token::Word(word)) if matches!(word.as_str(), "const" | "let" | "var"));
        let Some(Token::Word(name)) = self.token(1).filter(|_| is_start) else {
            return None;
        };
        let name = name.clone();
        // A type may stand between; it ends at the first `=` of a few tokens.
        let ahead = (2..24).find(|ahead| self.is_mark(*ahead, '='))?;
        if ahead > 2 && !self.is_mark(2, ':') {
            return None;
        }
        self.at += ahead + 1;
        Some(name)
    }

    /// Tells whether an object starts here: `{` where a value may stand, and not a block.
    fn opens_object(&self) -> bool {
        if !self.is_mark(0, '{') {
            return false;
        }
        match self.at.checked_sub(1).and_then(|at| self.tokens.get(at)) {
            None => true,
            Some(Token::Mark(mark)) => {
                matches!(mark, '=' | '(' | '[' | ',' | ':' | '?' | '|' | '&')
            }
            Some(Token::Word(word)) => matches!(word.as_str(), "return" | "default"),
            Some(_) => false,
        }
    }

    /// Reads a value and steps behind it.
    fn value(&mut self, depth: usize) -> Setting {
        if depth > DEEPEST {
            self.skip();
            return Setting::Unknown;
        }
        let start = self.at;
        let value = match self.token(0) {
            Some(Token::Text(text)) => {
                let text = text.clone();
                self.at += 1;
                Setting::Text(text)
            }
            Some(Token::Mark('{')) => self.object(depth),
            Some(Token::Mark('[')) => Setting::List(self.list(']', depth)),
            Some(Token::Word(word)) => {
                let word = word.clone();
                self.at += 1;
                self.word(word, depth)
            }
            _ => Setting::Unknown,
        };
        let is_end = |token: Option<&Token>| match token {
            None => true,
            Some(Token::Mark(mark)) => matches!(mark, ',' | '}' | ']' | ')' | ';'),
            // A new statement, or `as const`, `satisfies Config`.
            Some(Token::Word(word)) => !matches!(word.as_str(), "in" | "instanceof"),
            Some(_) => false,
        };
        if is_end(self.token(0)) && self.at > start {
            if depth > 0 && matches!(self.token(0), Some(Token::Word(_))) {
                self.skip();
            }
            return value;
        }
        self.skip();
        Setting::Unknown
    }

    fn word(&mut self, word: String, depth: usize) -> Setting {
        match word.as_str() {
            "true" => return Setting::Flag(true),
            "false" => return Setting::Flag(false),
            "async" | "await" | "function" | "new" | "null" | "undefined" => {
                return Setting::Unknown;
            }
            _ => {}
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return Setting::Text(word);
        }
        if self.is_mark(0, '(') {
            let given = self.list(')', depth);
            return Setting::Call(word, given);
        }
        Setting::Name(word)
    }

    /// Reads values to the closing mark and steps behind it.
    fn list(&mut self, close: char, depth: usize) -> Vec<Setting> {
        self.at += 1;
        let mut items = Vec::new();
        while self.token(0).is_some() && !self.is_mark(0, close) {
            let start = self.at;
            items.push(self.value(depth + 1));
            if self.is_mark(0, ',') || self.at == start {
                self.at += 1;
            }
        }
        self.at += 1;
        items
    }

    fn object(&mut self, depth: usize) -> Setting {
        self.at += 1;
        let mut entries = Vec::new();
        while self.token(0).is_some() && !self.is_mark(0, '}') {
            let start = self.at;
            let key = match self.token(0) {
                Some(Token::Word(key) | Token::Text(key)) => Some(key.clone()),
                _ => None,
            };
            match key {
                Some(key) if self.is_mark(1, ':') => {
                    self.at += 2;
                    let value = self.value(depth + 1);
                    entries.push((key, value));
                }
                Some(key) if self.is_mark(1, ',') || self.is_mark(1, '}') => {
                    self.at += 1;
                    entries.push((key.clone(), Setting::Name(key)));
                }
                _ => self.skip(),
            }
            if self.is_mark(0, ',') || self.at == start {
                self.at += 1;
            }
        }
        self.at += 1;
        Setting::Map(entries)
    }

    /// Steps to the next `,` or `;` of this level, or the mark that closes it.
    fn skip(&mut self) {
        let mut n_open = 0_usize;
        while let Some(token) = self.token(0) {
            match token {
                Token::Mark('{' | '(' | '[') => n_open += 1,
                Token::Mark('}' | ')' | ']') if n_open == 0 => return,
                Token::Mark('}' | ')' | ']') => n_open -= 1,
                Token::Mark(',' | ';') if n_open == 0 => return,
                _ => {}
            }
            self.at += 1;
        }
    }
}

/// Puts the values of constants in the place of their names; a constant may name constants in turn, but only so often.
fn resolved(
    value: Setting,
    constants: &BTreeMap<String, Setting>,
    n_names: usize,
    n_left: &mut usize,
) -> Setting {
    let Some(fewer) = n_left.checked_sub(1) else {
        return Setting::Unknown;
    };
    *n_left = fewer;
    let mut inner = |value| resolved(value, constants, n_names, n_left);
    match value {
        Setting::Name(name) => match constants.get(&name) {
            Some(value) if n_names < 3 => resolved(value.clone(), constants, n_names + 1, n_left),
            _ => Setting::Name(name),
        },
        Setting::List(items) => Setting::List(items.into_iter().map(inner).collect()),
        Setting::Call(name, given) => Setting::Call(name, given.into_iter().map(inner).collect()),
        Setting::Map(entries) => {
            let entries = entries.into_iter();
            Setting::Map(entries.map(|(key, value)| (key, inner(value))).collect())
        }
        other => other,
    }
}
