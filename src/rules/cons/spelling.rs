//! The rule `cons/spelling`.

use crate::bitext::bitext::Bitext;
use crate::document::document::Document;
use crate::lint::context::BitextCx;
use crate::lint::facts::SideProse;
use crate::lint::finding::Location;
use crate::lint::fix::Applicability;
use crate::lint::fix::Fix;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::lint::spelling;
use crate::lint::spelling::Spelled;
use crate::termbase::concept::Spelling;
use crate::text::edit::Edit;
use std::collections::BTreeSet;

crate::declare_rule! {
    /// Finds British spellings where a draft is to be American (`style.spelling: us`), American ones where it is to be British, and, where
    /// nothing is settled, a draft that spells one word in both ways or clearly mixes the two.
    ///
    /// Only words count whose spelling differs in every sense; names (capital letters inside a sentence), identifiers, code,
    /// quoted words and words that the source has in Latin letters do not. In a mixed draft the rarer spelling is told, and its
    /// fix needs consent.
    ///
    /// ## Why it matters
    /// Two spellings show that several hands were at work, and nobody can search for both.
    ///
    /// ```bad
    /// zh: 默认颜色可以改，颜色有三种。
    /// en: You can change the default color; there are three colours.
    /// ```
    ///
    /// ```good
    /// zh: 我建议练习组织颜色。
    /// en: I advise you to exercise organizing colors.
    /// ```
    "cons/spelling" {
        severity: Warning,
        mqm: "spelling",
        since: "0.1.0",
        message: "“{ $found }” is { $spelling ->
    [british] British
   *[american] American
} spelling; { $reason ->
    [settled] the project's drafts use “{ $other }”
   *[mixed] this draft also uses the other one: “{ $other }”
}",
        check: Check::Bitext(check),
    }
}

/// From this many words of either spelling on, a draft mixes them.
const MIXED: usize = 3;

struct Word {
    written: String,
    spelled: Spelled,
    at: Location,
}

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    let bitext = cx.bitext;
    if !bitext.target.lang.is_english() || cx.settings.spelling == Some(Spelling::Any) {
        return;
    }
    let mut words = words(&bitext.target);
    if words.is_empty() {
        return;
    }
    let foreign = latin_words(bitext);
    words.retain(|word| !foreign.contains(&word.written.to_lowercase()));
    let wrong = match cx.settings.spelling {
        Some(Spelling::American) => Some(Spelling::British),
        Some(_) => Some(Spelling::American),
        None => None,
    };
    let (wrong, reason, applicability) = match wrong {
        Some(wrong) => (wrong, "settled", Applicability::Safe),
        None => {
            let Some(wrong) = rarer(&mut words) else {
                return;
            };
            (wrong, "mixed", Applicability::Unsafe)
        }
    };
    for word in words
        .into_iter()
        .filter(|word| word.spelled.spelling == wrong)
    {
        report(sink, word, reason, applicability);
    }
}

fn report(sink: &mut Sink<'_>, word: Word, reason: &str, applicability: Applicability) {
    let other = match word.written.starts_with(|c: char| c.is_ascii_uppercase()) {
        true => capitalized(&word.spelled.other),
        false => word.spelled.other,
    };
    let spelling = match word.spelled.spelling {
        Spelling::British => "british",
        _ => "american",
    };
    let is_verbatim = word.at.source.slice(word.at.span) == word.written;
    let edit = Edit {
        span: word.at.span,
        text: other.clone(),
    };
    let finding = sink.report(word.at);
    finding
        .arg("found", word.written)
        .arg("spelling", spelling)
        .arg("reason", reason)
        .arg("other", other);
    finding.fix = is_verbatim.then(|| Fix {
        edits: vec![edit],
        applicability,
    });
}

/// The spelling that a mixed draft uses less, and only the words that show it; nothing when the draft is of one piece.
fn rarer(words: &mut Vec<Word>) -> Option<Spelling> {
    let of = |spelling: Spelling| {
        let words = words
            .iter()
            .filter(move |word| word.spelled.spelling == spelling);
        words
            .map(|word| word.spelled.family.as_str())
            .collect::<BTreeSet<&str>>()
    };
    let (american, british) = (of(Spelling::American), of(Spelling::British));
    let both: BTreeSet<String> = american
        .intersection(&british)
        .map(|family| (*family).to_owned())
        .collect();
    let is_mixed = american.len() >= MIXED && british.len() >= MIXED;
    if both.is_empty() && !is_mixed {
        return None;
    }
    let n = |spelling: Spelling| {
        words
            .iter()
            .filter(|word| word.spelled.spelling == spelling)
            .count()
    };
    let (n_american, n_british) = (n(Spelling::American), n(Spelling::British));
    let first = words.first().map(|word| word.spelled.spelling);
    let rarer = match n_american.cmp(&n_british) {
        std::cmp::Ordering::Less => Spelling::American,
        std::cmp::Ordering::Greater => Spelling::British,
        // Whoever came first was there first.
        std::cmp::Ordering::Equal if first == Some(Spelling::British) => Spelling::American,
        std::cmp::Ordering::Equal => Spelling::British,
    };
    if !is_mixed {
        words.retain(|word| both.contains(&word.spelled.family));
    }
    Some(rarer)
}

/// The words of a draft that are spelled in one way only.
fn words(document: &Document) -> Vec<Word> {
    let mut found = Vec::new();
    for unit in document
        .unit_ids()
        .filter(|unit| document.unit(*unit).kind.is_prose())
    {
        let prose = SideProse::of(document, &[unit]);
        let text = prose.text.as_str();
        let mut from = 0;
        while let Some(start) = next_word(text, from) {
            let len = text[start..]
                .bytes()
                .take_while(u8::is_ascii_alphabetic)
                .count();
            from = start + len;
            let written = &text[start..from];
            let lower = match is_sentence_start(text, start) {
                true => {
                    written
                        .get(..1)
                        .map(str::to_ascii_lowercase)
                        .unwrap_or_default()
                        + written.get(1..).unwrap_or_default()
                }
                false => written.to_owned(),
            };
            let Some(spelled) =
                spelling::spelled(&lower).filter(|_| stands_free(text, start, from))
            else {
                continue;
            };
            found.push(Word {
                written: written.to_owned(),
                spelled,
                at: prose.at(document, start..from),
            });
        }
    }
    found
}

fn next_word(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    rest.find(|c: char| c.is_ascii_alphabetic())
        .map(|at| from + at)
}

fn is_sentence_start(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let before =
        before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\u{201c}' | '('));
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n'])
}

/// Tells whether a word is no part of an identifier, a path, a name with a hyphen, and is not quoted alone.
fn stands_free(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|text| text.chars().next_back());
    let rest = text.get(end..).unwrap_or_default();
    let after = rest.chars().next();
    let is_joint = |c: Option<char>| {
        c.is_some_and(|c| {
            c.is_alphanumeric()
                || matches!(
                    c,
                    '_' | '-' | '/' | '@' | '#' | '$' | '=' | '\\' | '<' | '&' | '\u{fffc}'
                )
        })
    };
    let is_member = before == Some('.')
        || matches!(after, Some('.' | '(' | ':'))
            && rest
                .get(1..)
                .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        || rest.starts_with("()");
    let is_quote = |c: Option<char>| {
        c.is_some_and(|c| {
            matches!(
                c,
                '"' | '\'' | '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{2019}'
            )
        })
    };
    let is_quoted = is_quote(before) && is_quote(after);
    !is_joint(before) && !is_joint(after) && !is_member && !is_quoted
}

fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
    first.to_ascii_uppercase() + rest
}

/// The Latin words of the source: its draft has them as they are.
fn latin_words(bitext: &Bitext) -> BTreeSet<String> {
    let text = bitext.source.source.text();
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    words
        .filter(|word| word.len() >= 4)
        .map(str::to_lowercase)
        .collect()
}
