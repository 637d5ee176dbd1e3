//! The text of a unit as HTML: its inline codes as elements, its sentences and terms as spans that nest as elements must.

use crate::document::inline::CodeKind;
use crate::document::inline::InlineCode;
use crate::document::unit::UnitId;
use crate::document::unit::UnitSpan;
use crate::render::edition::Side;
use crate::render::html::landing;
use crate::render::html::link::Lead;
use crate::render::html::link_title;
use crate::render::html::markup;
use crate::render::html::markup::Syntax;
use crate::render::html::reading;
use crate::render::html::reading::Reading;
use crate::render::html::sheet::Sheet;
use crate::render::html::tag;
use crate::render::html::tip;
use std::ops::Range;

/// Marks nested deeper than this are left out; their text stays.
const DEEPEST: usize = 40;

/// Writes the text of a unit.
pub(crate) fn unit(sheet: &Sheet<'_, '_>, side: Side, unit: UnitId, out: &mut String) {
    let document = sheet.document(side);
    let mut flow = Flow {
        sheet,
        side,
        text: document.text(unit),
        codes: document.codes(unit),
        reading: reading::of(document, unit),
        starts: sheet.sentences.starts(side, unit),
        mentions: sheet.mentions.of(side, unit),
        open: Vec::new(),
        is_in_sentence: false,
        has_link: false,
        out,
    };
    let mut next = 0;
    flow.walk(0..flow.text.len(), &mut next);
    flow.close_to(0);
    flow.end_sentence();
}

/// An element that is open, and what opens it anew.
struct Element {
    name: &'static str,
    start: String,
}

struct Flow<'f, 'b, 'a> {
    sheet: &'f Sheet<'b, 'a>,
    side: Side,
    text: &'f str,
    codes: &'f [InlineCode],
    reading: Reading,
    starts: &'f [(u32, Option<u32>)],
    mentions: &'f [(UnitSpan, usize)],
    open: Vec<Element>,
    is_in_sentence: bool,
    has_link: bool,
    out: &'f mut String,
}

impl Flow<'_, '_, '_> {
    fn walk(&mut self, range: Range<usize>, next: &mut usize) {
        let mut at = range.start;
        while let Some(code) = self.codes.get(*next) {
            let span = code.span.range();
            if span.start >= range.end {
                break;
            }
            *next += 1;
            if span.start < at || span.end > range.end {
                continue;
            }
            self.write(at..span.start);
            self.turn(span.start);
            self.code(code, next);
            at = span.end;
        }
        self.write(at..range.end);
    }

    /// Writes text, its sentences and terms in spans.
    fn write(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            self.turn(at);
            let sentence = self.starts.first().map(|(start, _)| *start as usize);
            let mention = self.mentions.first().map(|(span, _)| span.range());
            let term = mention.filter(|span| span.start == at && span.end <= range.end);
            let stop = match &term {
                Some(span) => span.end,
                None => {
                    let mentions = self.mentions.iter().map(|(span, _)| span.range().start);
                    let stops = mentions.chain(sentence).filter(|stop| *stop > at);
                    stops.min().unwrap_or(range.end).min(range.end)
                }
            };
            let text = self.read(at..stop);
            match (term, self.mentions.first()) {
                (Some(_), Some((_, concept))) => {
                    let concept = *concept;
                    self.mentions = &self.mentions[1..];
                    tip::push(self.sheet, self.side, concept, &text, self.out);
                }
                _ => markup::push_text(self.out, &text),
            }
            at = stop;
            while self
                .mentions
                .first()
                .is_some_and(|(span, _)| span.range().start < at)
            {
                self.mentions = &self.mentions[1..];
            }
        }
    }

    /// Opens the sentence that a place stands in, where it is another one than before.
    fn turn(&mut self, at: usize) {
        let n_begun = self
            .starts
            .partition_point(|(start, _)| *start as usize <= at);
        let Some((_, number)) = n_begun
            .checked_sub(1)
            .and_then(|last| self.starts.get(last))
        else {
            return;
        };
        let number = *number;
        self.starts = &self.starts[n_begun..];
        let open = std::mem::take(&mut self.open);
        for element in open.iter().rev() {
            self.close(element.name);
        }
        self.end_sentence();
        if let Some(number) = number {
            self.out
                .push_str(&format!("<span class=\"s\" data-s=\"{number}\">"));
            self.is_in_sentence = true;
        }
        for element in &open {
            self.out.push_str(&element.start);
        }
        self.open = open;
    }

    fn end_sentence(&mut self) {
        if std::mem::take(&mut self.is_in_sentence) {
            self.out.push_str("</span>");
        }
    }

    fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn open(&mut self, name: &'static str, start: String) {
        self.out.push_str(&start);
        self.open.push(Element { name, start });
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            if let Some(element) = self.open.pop() {
                self.has_link &= element.name != "a";
                self.close(element.name);
            }
        }
    }

    /// Writes what a code wraps inside an element.
    fn wrap(&mut self, name: &'static str, start: String, code: &InlineCode, next: &mut usize) {
        let Some(inner) = code.prose else { return };
        let depth = self.open.len();
        if depth >= DEEPEST {
            self.write(inner.range());
            return;
        }
        self.open(name, start);
        self.walk(inner.range(), next);
        self.close_to(depth);
    }

    fn code(&mut self, code: &InlineCode, next: &mut usize) {
        let raw = self.text.get(code.span.range()).unwrap_or_default();
        match code.kind {
            CodeKind::Emphasis => self.wrap("em", "<em>".to_owned(), code, next),
            CodeKind::Strong => self.wrap("strong", "<strong>".to_owned(), code, next),
            CodeKind::Strikethrough => self.wrap("del", "<del>".to_owned(), code, next),
            CodeKind::Code if raw.starts_with('<') => self.literal("code", "", tag::content(raw)),
            CodeKind::Code => self.literal("code", "", code.content.clone()),
            CodeKind::Math => self.literal("code", " class=\"math\"", code.content.clone()),
            CodeKind::Link => self.link(code, next),
            CodeKind::Image => {
                let alt = code.prose.map(|inner| self.plain(inner.range(), next));
                let title = self.title(code);
                self.image(&code.content, &alt.unwrap_or_default(), title.as_deref());
            }
            CodeKind::Autolink => self.autolink(&code.content),
            CodeKind::Html => self.html(raw),
            CodeKind::Footnote => self.note(&code.content),
            CodeKind::Expression | CodeKind::Shortcode => {
                self.literal("code", " class=\"raw\"", raw.to_owned());
            }
            CodeKind::TaskMarker if raw.contains(['x', 'X']) => self.out.push('☑'),
            CodeKind::TaskMarker => self.out.push('☐'),
            CodeKind::HardBreak => {
                self.out.push_str("<br");
                self.out.push_str(self.sheet.syntax.void_end());
            }
            CodeKind::Comment | CodeKind::HeadingId => {}
        }
    }

    fn literal(&mut self, name: &str, attributes: &str, text: String) {
        self.out.push_str(&format!("<{name}{attributes}>"));
        markup::push_text(self.out, &text);
        self.close(name);
    }

    fn link(&mut self, code: &InlineCode, next: &mut usize) {
        let lead = match self.has_link {
            true => Lead::Nowhere,
            false => (self.sheet.leads)(self.side, &code.content, false),
        };
        let text = |flow: &mut Self| flow.literal("span", " class=\"dead\"", code.content.clone());
        match (lead, code.prose) {
            (Lead::To(href), inner) => {
                let mut start = "<a".to_owned();
                markup::push_attribute(&mut start, "href", &href);
                if let Some(title) = self.title(code) {
                    markup::push_attribute(&mut start, "title", &title);
                }
                start.push('>');
                self.has_link = true;
                if inner.is_some() {
                    self.wrap("a", start, code, next);
                } else {
                    self.out.push_str(&start);
                    markup::push_text(self.out, &code.content);
                    self.close("a");
                }
                self.has_link = false;
            }
            (Lead::Nowhere, Some(_)) => {
                self.wrap("span", "<span class=\"dead\">".to_owned(), code, next);
            }
            (Lead::Nowhere, None) => text(self),
        }
    }

    fn autolink(&mut self, url: &str) {
        let target = match url {
            _ if url.contains("://") || url.starts_with("mailto:") => url.to_owned(),
            _ if url.starts_with("www.") => format!("http://{url}"),
            _ if url.contains('@') => format!("mailto:{url}"),
            _ => url.to_owned(),
        };
        match (self.sheet.leads)(self.side, &target, false) {
            Lead::To(href) if !self.has_link => {
                let mut start = String::new();
                markup::push_attribute(&mut start, "href", &href);
                self.literal("a", &start, url.to_owned());
            }
            _ => self.literal("span", " class=\"dead\"", url.to_owned()),
        }
    }

    fn image(&mut self, url: &str, alt: &str, title: Option<&str>) {
        let more: Vec<(&str, String)> = title
            .map(|title| ("title", title.to_owned()))
            .into_iter()
            .collect();
        tag::push_image(self.sheet, self.side, url, alt, &more, self.out);
    }

    fn title(&self, code: &InlineCode) -> Option<String> {
        link_title::of(self.sheet.document(self.side), self.text, code)
    }

    fn note(&mut self, label: &str) {
        let Some(number) = self.sheet.landings.note(self.side, label) else {
            self.literal("sup", "", format!("[^{label}]"));
            return;
        };
        let kind = match self.sheet.syntax {
            Syntax::Html => "",
            Syntax::Xhtml => " epub:type=\"noteref\" role=\"doc-noteref\"",
        };
        let id = landing::note_id(self.side, number, false);
        if self.has_link {
            self.out.push_str(&format!("<sup>{number}</sup>"));
        } else {
            let note = format!("<sup><a class=\"ref\"{kind} href=\"#{id}\">{number}</a></sup>");
            self.out.push_str(&note);
        }
    }

    fn html(&mut self, raw: &str) {
        if self.sheet.passes_html() {
            self.out.push_str(raw);
            return;
        }
        match tag::inline(self.sheet, self.side, raw) {
            tag::Inline::Open(name, start) => {
                if self.open.len() < DEEPEST && !(name == "a" && self.has_link) {
                    self.has_link |= name == "a";
                    self.open(name, start);
                }
            }
            tag::Inline::Close(name) => {
                let Some(depth) = self.open.iter().rposition(|element| element.name == name) else {
                    return;
                };
                let kept: Vec<Element> = self.open.drain(depth + 1..).collect();
                for element in kept.iter().rev() {
                    self.close(element.name);
                }
                self.close_to(depth);
                for element in kept {
                    self.open(element.name, element.start);
                }
            }
            tag::Inline::Whole(html) => self.out.push_str(&html),
            tag::Inline::Text => self.literal("code", " class=\"raw\"", raw.to_owned()),
            tag::Inline::Nothing => {}
        }
    }

    /// Returns a part of the text as plain text, its codes read.
    fn plain(&self, range: Range<usize>, next: &mut usize) -> String {
        let mut text = String::new();
        let mut at = range.start;
        while let Some(code) = self.codes.get(*next) {
            if code.span.range().start >= range.end {
                break;
            }
            *next += 1;
            let Some(inner) = code.prose.map(UnitSpan::range) else {
                continue;
            };
            text.push_str(&self.read(at..inner.start.min(code.span.range().start).max(at)));
            at = at.max(inner.start);
            text.push_str(&self.read(at..inner.end.max(at)));
            at = at.max(code.span.range().end);
        }
        text.push_str(&self.read(at..range.end.max(at)));
        text
    }

    /// Reads a part of the text that is no code.
    fn read(&self, range: Range<usize>) -> String {
        let before = self.text.get(..range.start).unwrap_or_default();
        let text = self.text.get(range.clone()).unwrap_or_default();
        let after = self.text.get(range.end..).unwrap_or_default();
        reading::read(before, text, after, self.reading)
    }
}
