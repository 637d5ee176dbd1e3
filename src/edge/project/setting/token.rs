//! Cuts JavaScript, TypeScript or JSON into tokens: comments, strings and patterns are told apart, nothing is run.

/// A token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A name, a keyword or a number.
    Word(String),
    /// A string without its quotes.
    Text(String),
    /// A string whose text only running it would tell.
    Template,
    /// Any other character.
    Mark(char),
}

/// Cuts a text. What is odd becomes marks; it never fails.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let (token, next) = match c {
            _ if c.is_whitespace() || c == '\u{feff}' => (None, after),
            '/' if after.starts_with('/') => (None, past(rest, "\n")),
            '/' if after.starts_with('*') => (None, past(after.get(1..).unwrap_or_default(), "*/")),
            '/' if starts_pattern(found.last()) => pattern(after),
            '"' | '\'' | '`' => string(after, c),
            _ if is_word(c) => {
                let end = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
                let (word, next) = rest.split_at(end);
                (Some(Token::Word(word.to_owned())), next)
            }
            _ => (Some(Token::Mark(c)), after),
        };
        found.extend(token);
        rest = next;
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$')
}

/// Returns what follows the first `mark`.
fn past<'a>(text: &'a str, mark: &str) -> &'a str {
    text.split_once(mark).map_or("", |(_, rest)| rest)
}

/// A slash behind a value divides; elsewhere it opens a regular expression.
fn starts_pattern(before: Option<&Token>) -> bool {
    match before {
        None => true,
        Some(Token::Mark(c)) => !matches!(c, ')' | ']' | '}'),
        Some(Token::Word(word)) => word == "return",
        Some(Token::Text(_) | Token::Template) => false,
    }
}

/// Reads a regular expression to its end; one that does not end on its line is a slash.
fn pattern(after: &str) -> (Option<Token>, &str) {
    let mut is_class = false;
    let mut is_escaped = false;
    for (at, c) in after.char_indices() {
        match c {
            '\n' => break,
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '[' => is_class = true,
            ']' => is_class = false,
            '/' if !is_class => {
                let rest = after.get(at + 1..).unwrap_or_default();
                let rest = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
                return (Some(Token::Template), rest);
            }
            _ => {}
        }
    }
    (Some(Token::Mark('/')), after)
}

/// Reads a string to its end; one in plain quotes ends with its line at the latest.
fn string(after: &str, quote: char) -> (Option<Token>, &str) {
    let mut text = String::new();
    let mut chars = after.char_indices();
    let mut is_known = true;
    while let Some((at, c)) = chars.next() {
        let rest = || after.get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            _ if c == quote => {
                let token = if is_known {
                    Token::Text(text)
                } else {
                    Token::Template
                };
                return (Some(token), rest());
            }
            '\n' if quote != '`' => return (Some(Token::Template), rest()),
            '\\' => match chars.next() {
                Some((_, 'n')) => text.push('\n'),
                Some((_, 't')) => text.push('\t'),
                Some((_, 'u' | 'x')) => is_known = false,
                Some((_, c)) => text.push(c),
                None => {}
            },
            '$' if quote == '`' && rest().starts_with('{') => is_known = false,
            _ => text.push(c),
        }
    }
    (Some(Token::Template), "")
}
