//! Reads a PO file as gettext does, but goes on after an error and tells each with its place.

use crate::interchange::encoding;
use crate::interchange::input::Input;
use crate::interchange::po::file::PoEntry;
use crate::interchange::po::file::PoFile;
use crate::interchange::po::file::PoText;
use crate::interchange::po::header::PoHeader;
use crate::interchange::po::lexer::Lexer;
use crate::interchange::po::lexer::Token;
use crate::interchange::po::lexer::TokenKind;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;
use std::collections::HashMap;

/// More problems than this are not told: the file is something else.
const MOST_PROBLEMS: usize = 1000;

/// Reads the bytes of a file; those of another encoding than UTF-8 or UTF-16 are refused.
pub fn read_bytes(input: &Input<'_>) -> Result<PoFile, Notice> {
    Ok(read(&encoding::text(input)?))
}

/// Reads a text.
pub fn read(source: &Source) -> PoFile {
    let mut reader = Reader {
        source,
        entries: Vec::new(),
        problems: Vec::new(),
        open: None,
        current: None,
        domain: String::new(),
    };
    let mut lexer = Lexer::new(source);
    while let Some(token) = lexer.next() {
        reader.take(token);
        reader.problems.append(&mut lexer.problems);
        if reader.problems.len() > MOST_PROBLEMS {
            break;
        }
    }
    reader.finish();
    let Reader {
        mut entries,
        mut problems,
        ..
    } = reader;
    tell_twins(source, &entries, &mut problems);
    problems.sort_by_key(|notice| notice.at.as_ref().map(|(_, span)| span.start));
    problems.truncate(MOST_PROBLEMS);
    let is_header =
        |entry: &PoEntry| entry.id.text.is_empty() && entry.context.is_none() && !entry.is_obsolete;
    let header = entries.iter().position(is_header);
    let header = header.map(|index| PoHeader::of(entries.remove(index)));
    PoFile {
        source: source.clone(),
        header,
        entries,
        problems,
    }
}

/// Which text the next string belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Context,
    Id,
    PluralId,
    Translation,
    PreviousContext,
    PreviousId,
    PreviousPluralId,
    Domain,
    /// Of a keyword that nobody knows.
    Nothing,
}

/// An entry that is being read.
#[derive(Default)]
struct Open {
    entry: PoEntry,
    id: Option<PoText>,
    /// Whether `msgctxt` or a later keyword stood already: a comment would begin another entry.
    has_statements: bool,
    /// How many translations stood with a number.
    n_indexed: usize,
    is_broken: bool,
    /// Where its first keyword stands.
    start: Option<Span>,
}

struct Reader<'a> {
    source: &'a Source,
    entries: Vec<PoEntry>,
    problems: Vec<Notice>,
    open: Option<Open>,
    /// The keyword whose strings come next, its place, and whether one has come.
    current: Option<(Field, Span, bool)>,
    domain: String,
}

impl Reader<'_> {
    fn tell(&mut self, notice: Notice, at: Span) {
        self.problems.push(notice.at(self.source, at));
        if let Some(open) = &mut self.open {
            open.is_broken = true;
        }
    }

    fn open(&mut self, at: Span) -> &mut Open {
        let open = self.open.get_or_insert_with(|| {
            let mut open = Open::default();
            open.entry.span = at;
            open
        });
        open.entry.span.end = open.entry.span.end.max(at.end);
        open
    }

    fn take(&mut self, token: Token<'_>) {
        match &token.kind {
            TokenKind::Comment(line) => self.comment(line, token.span),
            TokenKind::Word(word) => self.keyword(word, &token),
            TokenKind::String(text) => self.string(text, &token),
            TokenKind::Index(index) => self.index(*index, token.span),
            TokenKind::Stray(text) => {
                self.tell(Notice::new("po-stray").arg("text", text), token.span);
            }
        }
    }

    fn comment(&mut self, line: &str, at: Span) {
        self.close_keyword();
        if self.open.as_ref().is_some_and(|open| open.has_statements) {
            self.finish();
        }
        let entry = &mut self.open(at).entry;
        let previous = entry
            .previous
            .id
            .as_ref()
            .or(entry.previous.context.as_ref());
        if let Some(place) = previous.map(|text| text.span) {
            self.tell(Notice::new("po-previous"), place);
        }
        let entry = &mut self.open(at).entry;
        let mut rest = line.chars();
        rest.next();
        let kind = rest.clone().next();
        let text = |rest: &str| rest.strip_prefix(' ').unwrap_or(rest).to_owned();
        let words = |rest: &str, ends: &[char]| {
            let words = rest.split(ends).map(str::trim);
            let words = words.filter(|word| !word.is_empty());
            words.map(str::to_owned).collect::<Vec<_>>()
        };
        let inner = rest.as_str();
        match kind {
            Some('.') => entry.extracted.push(text(&inner[1..])),
            Some(':') => entry.references.extend(words(&inner[1..], &[' ', '\t'])),
            Some(',' | '=') => entry.flags.extend(words(&inner[1..], &[','])),
            _ => entry.comments.push(text(inner)),
        }
    }

    fn keyword(&mut self, word: &str, token: &Token<'_>) {
        self.close_keyword();
        let field = match (word, token.is_previous) {
            ("domain", false) => Field::Domain,
            ("msgctxt", false) => Field::Context,
            ("msgid", false) => Field::Id,
            ("msgid_plural", false) => Field::PluralId,
            ("msgstr", false) => Field::Translation,
            ("msgctxt", true) => Field::PreviousContext,
            ("msgid", true) => Field::PreviousId,
            ("msgid_plural", true) => Field::PreviousPluralId,
            _ => {
                let is_whole = |open: &Open| !open.entry.translations.is_empty();
                if self.open.as_ref().is_some_and(is_whole) {
                    self.finish();
                }
                self.tell(Notice::new("po-keyword").arg("keyword", word), token.span);
                Field::Nothing
            }
        };
        self.current = Some((field, token.span, false));
        let is_new = self.open.as_ref().is_some_and(|open| match field {
            Field::Domain => open.has_statements,
            Field::Context => open.has_statements,
            Field::Id => open.id.is_some(),
            Field::PreviousContext | Field::PreviousId | Field::PreviousPluralId => {
                open.has_statements
            }
            _ => false,
        });
        if is_new {
            self.finish();
        }
        if matches!(field, Field::Nothing | Field::Domain) {
            return;
        }
        let is_obsolete = token.is_obsolete;
        let open = self.open(token.span);
        if token.is_previous {
            return;
        }
        let is_mixed = open.has_statements && open.entry.is_obsolete != is_obsolete;
        let is_misplaced = match field {
            Field::PluralId => {
                open.id.is_none()
                    || open.entry.plural_id.is_some()
                    || !open.entry.translations.is_empty()
            }
            Field::Translation => {
                open.id.is_none() || (!open.entry.translations.is_empty() && open.n_indexed == 0)
            }
            _ => false,
        };
        open.has_statements = true;
        open.entry.is_obsolete = is_obsolete;
        open.start.get_or_insert(token.span);
        if is_misplaced {
            self.tell(Notice::new("po-misplaced").arg("keyword", word), token.span);
        } else if is_mixed {
            self.tell(Notice::new("po-obsolete-mixed"), token.span);
        }
        let text = PoText {
            span: Span::new(token.span.end, token.span.end),
            ..PoText::default()
        };
        let open = self.open(token.span);
        match field {
            Field::Context => open.entry.context = Some(text),
            Field::Id => open.id = Some(text),
            Field::PluralId => open.entry.plural_id = Some(text),
            Field::Translation => open.entry.translations.push(text),
            _ => {}
        }
    }

    fn index(&mut self, index: Option<u32>, at: Span) {
        let is_awaited = matches!(self.current, Some((Field::Translation, _, false)));
        let Some(index) = index.filter(|_| is_awaited) else {
            let text = self.source.slice(at).to_owned();
            self.tell(Notice::new("po-stray").arg("text", text), at);
            return;
        };
        let open = self.open(at);
        open.n_indexed += 1;
        let expected = open.entry.translations.len().saturating_sub(1);
        if index as usize != expected {
            let notice = Notice::new("po-plural-index").arg("index", index);
            self.tell(notice.arg("expected", expected), at);
        }
    }

    fn string(&mut self, text: &str, token: &Token<'_>) {
        let span = token.span;
        let Some((field, _, has_string)) = &mut self.current else {
            self.tell(Notice::new("po-string-stray"), span);
            return;
        };
        *has_string = true;
        let field = *field;
        let is_obsolete = token.is_obsolete;
        if field == Field::Domain {
            text.clone_into(&mut self.domain);
            return;
        }
        let open = self.open(span);
        let is_mixed =
            !token.is_previous && open.has_statements && open.entry.is_obsolete != is_obsolete;
        let entry = &mut open.entry;
        let place = match field {
            Field::Context => entry.context.as_mut(),
            Field::Id => open.id.as_mut(),
            Field::PluralId => entry.plural_id.as_mut(),
            Field::Translation => entry.translations.last_mut(),
            Field::PreviousContext => Some(entry.previous.context.get_or_insert_default()),
            Field::PreviousId => Some(entry.previous.id.get_or_insert_default()),
            Field::PreviousPluralId => Some(entry.previous.plural_id.get_or_insert_default()),
            Field::Domain | Field::Nothing => None,
        };
        if let Some(place) = place {
            append(place, text, span);
        }
        if is_mixed {
            self.tell(Notice::new("po-obsolete-mixed"), span);
        }
    }

    /// Tells of a keyword that no string followed.
    fn close_keyword(&mut self) {
        if let Some((field, at, false)) = self.current.take()
            && field != Field::Nothing
        {
            let keyword = self.source.slice(at).to_owned();
            self.tell(Notice::new("po-string-missing").arg("keyword", keyword), at);
        }
    }

    fn finish(&mut self) {
        if self.current.is_some_and(|(_, _, has_string)| has_string) {
            self.current = None;
        }
        let Some(open) = self.open.take() else {
            return;
        };
        let Open {
            mut entry,
            id,
            n_indexed,
            is_broken,
            start,
            ..
        } = open;
        let Some(start) = start.filter(|_| !is_broken) else {
            let previous = entry.previous.id.filter(|_| start.is_none() && !is_broken);
            if let Some(previous) = previous {
                let notice = Notice::new("po-no-id");
                self.problems.push(notice.at(self.source, previous.span));
            }
            return;
        };
        let notice = match &id {
            Some(_) if entry.previous.id.is_none() && entry.previous.context.is_some() => {
                Some(Notice::new("po-previous"))
            }
            None => Some(Notice::new("po-no-id")),
            Some(_) if entry.translations.is_empty() => Some(Notice::new("po-no-translation")),
            Some(_) if n_indexed > 0 && entry.plural_id.is_none() => {
                Some(Notice::new("po-no-plural-id"))
            }
            Some(_) if entry.plural_id.is_some() && n_indexed != entry.translations.len() => {
                Some(Notice::new("po-no-index"))
            }
            Some(_) => None,
        };
        if let Some(notice) = notice {
            self.problems.push(notice.at(self.source, start));
            return;
        }
        entry.id = id.unwrap_or_default();
        entry.domain.clone_from(&self.domain);
        self.entries.push(entry);
    }
}

fn append(place: &mut PoText, text: &str, span: Span) {
    let at = Span::of(0..place.text.len()).end;
    let is_first = place.span.is_empty();
    if !is_first && place.pieces.is_empty() {
        place.pieces.push((0, place.span));
    }
    if is_first {
        place.span = span;
    } else {
        place.pieces.push((at, span));
        place.span.end = span.end;
    }
    place.text.push_str(text);
}

/// Tells of messages that stand twice. One that is in use and one that is not are two as well, as for gettext.
fn tell_twins(source: &Source, entries: &[PoEntry], problems: &mut Vec<Notice>) {
    let mut seen: HashMap<(&str, Option<&str>, &str), &PoEntry> = HashMap::new();
    for entry in entries {
        let context = entry.context.as_ref().map(|context| context.text.as_str());
        let key = (entry.domain.as_str(), context, entry.id.text.as_str());
        match seen.get(&key) {
            None => {
                seen.insert(key, entry);
            }
            Some(first) => {
                let line = source.line_of(first.id.span.start);
                let notice = Notice::new("po-duplicate").arg("line", line);
                problems.push(notice.at(source, entry.id.span));
            }
        }
    }
}
