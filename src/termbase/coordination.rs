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
        (0..tokens.len())
            .any(|at| stands(&tokens, at, first) && follows(&tokens, at + n_first, rest, &heads))
    })
}

fn stands(tokens: &[Token], at: usize, words: &[String]) -> bool {
    words.iter().enumerate().all(
        |(idx, word)| matches!(tokens.get(at + idx), Some(Token::Word(found)) if found == word),
    )
}

fn follows(tokens: &[Token], from: usize, rest: &[String], heads: &[String]) -> bool {
    let (mut n_words, mut has_coordinator) = (0, false);
    let Some((_, before)) = rest.split_last() else {
        return false;
    };
    for at in from..tokens.len() {
        if has_coordinator
            && stands(tokens, at, before)
            && matches!(tokens.get(at + before.len()), Some(Token::Word(word)) if heads.contains(word))
        {
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
