//! Terms that share words with a neighbor: "preorder and inorder traversals".

use crate::termbase::fold::is_hyphen;
use crate::termbase::inflection::forms;

/// How many words may stand between the two halves of a term.
const REACH: usize = 4;

#[derive(Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    Coordinator,
    Stop,
}

/// Tells whether the first words of `term` stand in `text`, followed within a few words and across an `and`, `or` or comma by its
/// last ones.
pub fn is_coordinated(term: &str, text: &str) -> bool {
    let words: Vec<String> = tokens(term)
        .into_iter()
        .filter_map(|token| match token {
            Token::Word(word) => Some(word),
            _ => None,
        })
        .collect();
    let (Some(head), true) = (words.last(), words.len() > 1) else {
        return false;
    };
    let heads: Vec<String> = forms(head)
        .into_iter()
        .map(|form| form.text.to_lowercase())
        .collect();
    let tokens = tokens(text);
    (1..words.len()).any(|n_first| {
        let (first, rest) = words.split_at(n_first);
        let (first, before) = (
            first.concat(),
            rest.split_last()
                .map_or(String::new(), |(_, before)| before.concat()),
        );
        (0..tokens.len()).any(|at| {
            let end = after(&tokens, at, &first);
            end.is_some_and(|end| follows(&tokens, end, &before, &heads))
        })
    })
}

/// Where words end that start at `at` and read `joined` when they are written as one: hyphens and spaces do not count.
fn after(tokens: &[Token], at: usize, joined: &str) -> Option<usize> {
    let (mut rest, mut end) = (joined, at);
    while !rest.is_empty() {
        let Some(Token::Word(word)) = tokens.get(end) else {
            return None;
        };
        rest = rest.strip_prefix(word.as_str())?;
        end += 1;
    }
    Some(end)
}

fn follows(tokens: &[Token], from: usize, before: &str, heads: &[String]) -> bool {
    let (mut n_words, mut has_coordinator) = (0, false);
    for at in from..tokens.len() {
        let head = after(tokens, at, before).and_then(|end| tokens.get(end));
        if has_coordinator && matches!(head, Some(Token::Word(word)) if heads.contains(word)) {
            return true;
        }
        match tokens.get(at) {
            Some(Token::Word(_)) => n_words += 1,
            Some(Token::Coordinator) => has_coordinator = true,
            _ => return false,
        }
        if n_words > REACH {
            return false;
        }
    }
    false
}

fn tokens(text: &str) -> Vec<Token> {
    let (mut tokens, mut word) = (Vec::new(), String::new());
    let close = |word: &mut String, tokens: &mut Vec<Token>| {
        if !word.is_empty() {
            let text = std::mem::take(word);
            tokens.push(match text.as_str() {
                "and" | "or" | "nor" | "to" | "vs" | "versus" | "plus" => Token::Coordinator,
                _ => Token::Word(text),
            });
        }
    };
    for c in text.chars() {
        if c.is_alphanumeric() || c == '\'' || c == '\u{2019}' {
            word.extend(
                c.to_lowercase()
                    .map(|c| if c == '\u{2019}' { '\'' } else { c }),
            );
            continue;
        }
        close(&mut word, &mut tokens);
        match c {
            ',' | '/' | '&' | '+' => tokens.push(Token::Coordinator),
            c if c.is_whitespace() || is_hyphen(c) || "*_()\"\u{201c}\u{201d}".contains(c) => {}
            _ => tokens.push(Token::Stop),
        }
    }
    close(&mut word, &mut tokens);
    tokens
}
