//! A cell of a term table, read as people write them: alternatives, remarks in brackets, "do not translate", quotations.

use crate::interchange::glossary::pieces;
use crate::interchange::glossary::pieces::Piece;
use crate::interchange::glossary::pieces::Segment;
use crate::interchange::glossary::remark;
use crate::interchange::glossary::remark::Keep;
use crate::interchange::glossary::slash;
use crate::termbase::fold::fold;
use crate::text::nearest::distance;
use crate::text::script::is_han;

/// What a cell says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The forms of the term, the preferred one first.
    pub forms: Vec<String>,
    /// Other forms that count.
    pub also: Vec<String>,
    /// Explanations.
    pub notes: Vec<String>,
    /// The part of speech.
    pub part_of_speech: Option<&'static str>,
    /// The abbreviation of the first form.
    pub abbreviation: Option<String>,
    /// Renderings that are wrong, in whatever language.
    pub forbidden: Vec<String>,
    /// Whether the term of the other column stays as it is.
    pub keep: Keep,
}

/// Suffixes that may be left out when they stand in brackets: `稳定（的）`.
const OPTIONAL_SUFFIXES: &[&str] = &["的", "地", "性", "化", "者", "器", "们"];

/// Reads a cell; `other` is the cell of the other language, whose text may be repeated in brackets.
pub fn read(text: &str, other: &str) -> Cell {
    let text = plain(text);
    let mut cell = Cell::default();
    for (segment_idx, segment) in pieces::segments(&text).iter().enumerate() {
        read_segment(&mut cell, segment, segment_idx == 0, &plain(other));
    }
    cell.forms = unique(std::mem::take(&mut cell.forms));
    cell.notes = unique(std::mem::take(&mut cell.notes));
    let forms = cell.forms.clone();
    cell.also.retain(|form| !forms.contains(form));
    cell
}

fn read_segment(cell: &mut Cell, segment: &Segment, is_first: bool, other: &str) {
    let whole = pieces::written(segment);
    let forbidden = remark::forbidden(&whole);
    if !forbidden.is_empty() && !starts_with_term(segment, &whole) {
        cell.forbidden.extend(forbidden);
        cell.notes.push(whole);
        return;
    }
    let words: Vec<&str> = segment
        .iter()
        .filter_map(|piece| match piece {
            Piece::Words(words) => Some(words.trim()),
            _ => None,
        })
        .collect();
    let bare = words.join(" ");
    let keep = remark::keep(&bare);
    if keep != Keep::Translated {
        cell.keep = cell.keep.max(keep);
        if keep == Keep::Sometimes {
            cell.notes.push(whole);
        }
        return;
    }
    if segment.iter().any(|piece| matches!(piece, Piece::Quote(_))) {
        return read_quotes(cell, segment, &words, is_first, other);
    }
    if !is_first && remark::is_explanation(&bare) {
        cell.notes.push(whole);
        return;
    }
    read_words(cell, segment, other);
}

/// `你（不用"您"）` begins with its term: the bracket is read as a bracket.
fn starts_with_term(segment: &Segment, whole: &str) -> bool {
    let has_bracket = segment
        .iter()
        .any(|piece| matches!(piece, Piece::Bracket(_)));
    let before = whole.split(['(', '“']).next().unwrap_or_default().trim();
    has_bracket
        && matches!(segment.first(), Some(Piece::Words(_)))
        && !before.is_empty()
        && remark::forbidden(before).is_empty()
        && !before.ends_with(['为', '成', '作', '用'])
}

/// `"非兼容"或"不兼容"`, `JS 中译为"类"`, `"unit-style" tests`.
fn read_quotes(cell: &mut Cell, segment: &Segment, words: &[&str], is_first: bool, other: &str) {
    let is_joint = |word: &&str| {
        matches!(
            *word,
            "" | "或" | "或者" | "和" | "与" | "及" | "以及" | "or" | "and" | "/"
        )
    };
    let quotes = || {
        segment.iter().filter_map(|piece| match piece {
            Piece::Quote(inner) => Some(inner.trim().to_owned()),
            _ => None,
        })
    };
    let is_name = |text: &String| text.chars().any(char::is_alphanumeric);
    let names_rendering = |word: &str| {
        [
            "译为",
            "译作",
            "译成",
            "翻译为",
            "翻译成",
            "译",
            "用",
            "对应",
            "as",
        ]
        .iter()
        .any(|verb| word.ends_with(verb))
    };
    let is_all_quotes = words.iter().all(is_joint);
    let is_rendering = words.iter().any(|word| names_rendering(word));
    if is_all_quotes || is_rendering {
        let names: Vec<String> = quotes().filter(is_name).collect();
        if names.is_empty() || is_rendering {
            cell.notes.push(pieces::written(segment));
        }
        for name in names {
            push_form(cell, &name);
        }
        return;
    }
    if !quotes().any(|inner| is_name(&inner)) && !is_first {
        // `大括号，“{”或“}”`: signs, not names.
        cell.notes.push(pieces::written(segment));
        return;
    }
    let unquoted: Segment = segment
        .iter()
        .map(|piece| match piece {
            Piece::Quote(inner) => Piece::Words(inner.clone()),
            piece => piece.clone(),
        })
        .collect();
    read_words(cell, &unquoted, other);
}

/// Words and brackets.
fn read_words(cell: &mut Cell, segment: &Segment, other: &str) {
    let mut term = String::new();
    let mut optional = None;
    for (piece_idx, piece) in segment.iter().enumerate() {
        match piece {
            Piece::Words(words) | Piece::Quote(words) => term.push_str(words),
            Piece::Bracket(inner) => {
                let after = segment.get(piece_idx + 1..).unwrap_or_default();
                let has_more = after.iter().any(|piece| matches!(piece, Piece::Words(_)));
                let inner = inner.trim();
                if is_plural_mark(inner, &term) {
                    continue;
                }
                if OPTIONAL_SUFFIXES.contains(&inner) && !has_more && term.ends_with(is_han) {
                    optional = Some(format!("{}{inner}", term.trim()));
                } else if is_optional_word(inner, &term, has_more) {
                    term += &format!("({inner})");
                } else {
                    read_bracket(cell, inner, &term, other);
                }
            }
        }
    }
    let term = clean(&term);
    if term.contains("...") || term.contains('…') {
        // A pattern with a gap, which no text holds literally.
        cell.notes.push(term);
        return;
    }
    let alternatives = match term.is_empty() {
        true => Vec::new(),
        false => slash::alternatives(&term),
    };
    if alternatives.is_empty() && !term.is_empty() {
        cell.notes.push(term);
    }
    for form in alternatives {
        push_form(cell, &form);
    }
    cell.also.extend(optional);
}

fn push_form(cell: &mut Cell, form: &str) {
    let form = clean(form);
    if form.chars().any(char::is_alphanumeric) {
        cell.forms.push(form);
    } else if !form.is_empty() {
        cell.notes.push(form);
    }
}

fn is_plural_mark(inner: &str, before: &str) -> bool {
    matches!(inner, "s" | "es" | "S") && before.ends_with(|c: char| c.is_ascii_alphabetic())
}

/// `composite (primary) key`: a Latin word between Latin words may be left out; the glossary writes it so too.
fn is_optional_word(inner: &str, before: &str, has_more: bool) -> bool {
    let is_word = inner
        .chars()
        .all(|c| c.is_ascii_alphabetic() || c == '-' || c == ' ');
    has_more && is_word && before.ends_with(' ') && !inner.is_empty()
}

fn read_bracket(cell: &mut Cell, inner: &str, term: &str, other: &str) {
    let head = clean(term);
    if !head.is_empty() && remark::spells_out(inner, &head) {
        // `RBAC (Role-Based Access Control)`: either may stand.
        cell.also.push(inner.to_owned());
        return;
    }
    let forbidden = remark::forbidden(inner);
    if !forbidden.is_empty() {
        cell.forbidden.extend(forbidden);
        cell.notes.push(inner.to_owned());
        return;
    }
    if let Some(part_of_speech) = remark::part_of_speech(inner) {
        cell.part_of_speech = cell.part_of_speech.or(Some(part_of_speech));
        return;
    }
    let is_only_latin = !head.is_empty() && !head.chars().any(is_han);
    if is_only_latin && inner.chars().any(is_han) && other.chars().all(|c| !is_han(c)) {
        // `API Group (API 组)`: the translation stands in the brackets.
        cell.also.push(inner.to_owned());
        return;
    }
    for part in inner.split(['，', '；', ';', ',']).map(str::trim) {
        let is_short = remark::is_abbreviation(part) && !head.is_empty();
        if part.is_empty() || (repeats(part, other) && !is_short) {
            continue;
        }
        match remark::keep(part) {
            Keep::Translated if is_short => {
                cell.abbreviation = cell.abbreviation.take().or(Some(part.to_owned()));
            }
            Keep::Translated => cell.notes.push(part.to_owned()),
            Keep::Sometimes => {
                cell.keep = cell.keep.max(Keep::Sometimes);
                cell.notes.push(part.to_owned());
            }
            Keep::Always => cell.keep = Keep::Always,
        }
    }
}

/// Tells whether a bracket only repeats the other column, a slip of the pen allowed.
fn repeats(part: &str, other: &str) -> bool {
    let (part, other) = (fold(part), fold(other));
    if part.chars().count() < 2 {
        return false;
    }
    let head = other.split('(').next().unwrap_or_default().to_owned();
    other.contains(&part)
        || (part.chars().count() >= 5 && !part.chars().any(is_han) && distance(&part, &head) <= 2)
}

/// Takes away what the table's own format put around words.
fn plain(text: &str) -> String {
    let mut plain = text.replace("&lt;", "<").replace("&gt;", ">");
    for line_break in ["<br>", "<br/>", "<br />", "\r\n", "\n", "\u{a0}", "\t"] {
        plain = plain.replace(line_break, " ");
    }
    plain = plain
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
    plain.retain(|c| !c.is_control());
    for mark in ["**", "`"] {
        plain = plain.replace(mark, "");
    }
    plain.trim().to_owned()
}

/// Mends the edges of a term: articles, `to` before a single verb, marks at the end.
fn clean(term: &str) -> String {
    let mut term = term.split_whitespace().collect::<Vec<_>>().join(" ");
    let n_kept = term
        .trim_end_matches(['?', '？', '!', '！', '。', ':', '：', ',', '，', '\\'])
        .len();
    term.truncate(n_kept);
    let mut bare = term.trim();
    for article in ["the ", "The ", "a ", "an "] {
        let rest = bare.strip_prefix(article);
        bare = rest.filter(|rest| !rest.is_empty()).unwrap_or(bare);
    }
    if let Some(verb) = bare.strip_prefix("to ")
        && !verb.contains(' ')
    {
        bare = verb;
    }
    bare.trim().to_owned()
}

fn unique(texts: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for text in texts {
        if !kept.contains(&text) {
            kept.push(text);
        }
    }
    kept
}
