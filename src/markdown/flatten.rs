//! Walks the CommonMark parser's events and takes blocks and units out of them; every string comes from the file itself.

use crate::document::block::BlockKind;
use crate::document::inline::CodeKind;
use crate::document::unit::{Notation, UnitKind};
use crate::markdown::draft::{CodeDraft, Draft, Piece, UnitDraft};
use crate::markdown::html;
use crate::markdown::leaf::Leaf;
use crate::markdown::leaf::line_prefix;
use crate::markdown::prepass::Found;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads the masked text and adds what it finds to the draft.
pub(crate) fn flatten(draft: &mut Draft<'_>, masked: &str, found: &Found) {
    let mut walk = Walk {
        draft,
        found,
        containers: Vec::new(),
        n_quotes: 0,
        leaf: None,
        code: None,
    };
    let mut events = Parser::new_ext(masked, options(found)).into_offset_iter();
    for (event, range) in events.by_ref() {
        walk.event(event, range);
    }
    walk.close_leaf();
    let definitions = events.reference_definitions().iter();
    draft.definitions = definitions
        .map(|(_, definition)| definition.span.clone())
        .collect();
}

struct Walk<'d, 'a> {
    draft: &'d mut Draft<'a>,
    found: &'d Found,
    containers: Vec<Container>,
    n_quotes: usize,
    leaf: Option<Leaf>,
    code: Option<(usize, Vec<Piece>)>,
}

/// A container that is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Container {
    Quote,
    /// An item; `true` until its first text.
    Item(bool),
    Term,
    Definition,
    Other,
}

/// The parser's settings.
fn options(found: &Found) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    options.set(Options::ENABLE_DEFINITION_LIST, found.has_definitions);
    options
}

impl Walk<'_, '_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(_) if self.code.is_some() => {
                if let Some((_, pieces)) = &mut self.code {
                    copy_lines(self.draft.text, range, pieces);
                }
            }
            Event::Html(_) => {}
            Event::Rule => {
                self.close_leaf();
                self.draft.block(BlockKind::Break, range);
            }
            inline => self.inline(&inline, range),
        }
    }

    fn inline(&mut self, event: &Event<'_>, range: Range<usize>) {
        let text = self.draft.text;
        let leaf = self.leaf(range.start);
        let masked_start = range.start;
        leaf.meet(range.clone());
        match event {
            Event::Text(_) => {
                let is_escaped = masked_start > leaf.floor
                    && text.as_bytes().get(masked_start - 1) == Some(&b'\\');
                if is_escaped {
                    leaf.meet(masked_start - 1..masked_start);
                }
                leaf.text(range);
            }
            Event::Code(_) => leaf.code(CodeKind::Code, range),
            Event::InlineMath(_) | Event::DisplayMath(_) => leaf.code(CodeKind::Math, range),
            Event::InlineHtml(_) | Event::Html(_) => {
                let is_comment = text
                    .get(range.clone())
                    .is_some_and(|tag| tag.starts_with("<!--"));
                if is_comment {
                    leaf.code(CodeKind::Comment, range.clone());
                    self.draft.comment(range);
                } else {
                    leaf.code(CodeKind::Html, range);
                }
            }
            Event::FootnoteReference(_) => leaf.code(CodeKind::Footnote, range),
            Event::TaskListMarker(_) => leaf.code(CodeKind::TaskMarker, range),
            Event::HardBreak => leaf.code(CodeKind::HardBreak, range),
            _ => {}
        }
    }

    /// Returns the open leaf, or opens the text of a tight item.
    fn leaf(&mut self, start: usize) -> &mut Leaf {
        let kind = self.text_kind();
        let n_quotes = self.n_quotes;
        self.leaf
            .get_or_insert_with(|| Leaf::new(kind, None, start.saturating_sub(1), n_quotes))
    }

    /// What a text is in the innermost container.
    fn text_kind(&self) -> UnitKind {
        match self.containers.last() {
            Some(Container::Item(true)) => UnitKind::ListItem,
            Some(Container::Definition) => UnitKind::Definition,
            Some(Container::Term) => UnitKind::Term,
            _ => UnitKind::Paragraph,
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let text = self.draft.text;
        match tag {
            Tag::Emphasis => self.open(CodeKind::Emphasis, range, 1, None),
            Tag::Strong => self.open(CodeKind::Strong, range, 2, None),
            Tag::Strikethrough => {
                let n_marks = if text
                    .get(range.clone())
                    .is_some_and(|code| code.starts_with("~~"))
                {
                    2
                } else {
                    1
                };
                self.open(CodeKind::Strikethrough, range, n_marks, None);
            }
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => match link_type {
                LinkType::Autolink | LinkType::Email => {
                    self.open(CodeKind::Autolink, range, 1, Some(dest_url.into_string()));
                }
                LinkType::Collapsed => {
                    // The parser's range leaves the empty label out when a line break stands before it.
                    let rest = text.get(range.end..).unwrap_or_default();
                    let after = rest.trim_start();
                    let label = if after.starts_with("[]") {
                        rest.len() - after.len() + 2
                    } else {
                        0
                    };
                    let whole = range.start..range.end + label;
                    self.open(CodeKind::Link, whole, 1, Some(dest_url.into_string()));
                }
                _ => self.open(CodeKind::Link, range, 1, Some(dest_url.into_string())),
            },
            Tag::Image { dest_url, .. } => {
                self.open(CodeKind::Image, range, 2, Some(dest_url.into_string()))
            }
            Tag::Superscript | Tag::Subscript => {}
            block => self.start_block(&block, range),
        }
    }

    fn open(
        &mut self,
        kind: CodeKind,
        range: Range<usize>,
        n_marks: usize,
        content: Option<String>,
    ) {
        let leaf = self.leaf(range.start);
        leaf.meet(range.clone());
        let inner = (range.start + n_marks).min(range.end);
        leaf.open_code(kind, range, inner, content);
    }

    fn start_block(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        self.close_leaf();
        if let Some(made_up) = self.found.made_up.get(&range.start) {
            match tag {
                Tag::List(_) => self.containers.push(Container::Other),
                Tag::Item => {
                    self.containers.push(Container::Other);
                    let block = made_up.and_then(|block| self.draft.blocks.get_mut(block));
                    if let Some((_, span)) = block {
                        span.end = span.end.max(
                            span.start
                                + self
                                    .draft
                                    .text
                                    .get(range)
                                    .map_or(0, |item| item.trim_end().len()),
                        );
                    }
                }
                _ => {}
            }
            return;
        }
        let kind = match tag {
            Tag::Heading { level, .. } => BlockKind::Heading(*level as u8),
            Tag::Paragraph | Tag::MetadataBlock(_) => BlockKind::Paragraph,
            Tag::BlockQuote(_) => BlockKind::BlockQuote,
            Tag::CodeBlock(_) => BlockKind::Code,
            Tag::HtmlBlock => BlockKind::Html,
            Tag::List(first) => BlockKind::List(first.is_some()),
            Tag::Item => BlockKind::Item,
            Tag::FootnoteDefinition(_) => BlockKind::Footnote,
            Tag::Table(_) => BlockKind::Table,
            Tag::TableHead | Tag::TableRow => BlockKind::Row,
            Tag::TableCell => BlockKind::Cell,
            _ => BlockKind::Definition,
        };
        let block = self.draft.block(kind.clone(), range.clone());
        let n_quotes = self.n_quotes;
        let leaf = |kind| Some(Leaf::new(kind, Some(block), range.start, n_quotes));
        match tag {
            Tag::Heading { level, .. } => self.leaf = leaf(UnitKind::Heading(*level as u8)),
            Tag::TableCell => self.leaf = leaf(UnitKind::TableCell),
            Tag::Paragraph => self.leaf = leaf(self.text_kind()),
            Tag::DefinitionListTitle => {
                self.containers.push(Container::Term);
                self.leaf = leaf(UnitKind::Term);
            }
            Tag::CodeBlock(_) => self.code = Some((block, Vec::new())),
            Tag::HtmlBlock => html::read(self.draft, block, range, self.n_quotes),
            Tag::BlockQuote(_) => {
                self.n_quotes += 1;
                self.containers.push(Container::Quote);
            }
            Tag::Item => self.containers.push(Container::Item(true)),
            Tag::DefinitionListDefinition => self.containers.push(Container::Definition),
            _ => self.containers.push(Container::Other),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image => {
                if let Some(leaf) = &mut self.leaf {
                    leaf.close_code(self.draft.text);
                }
                return;
            }
            TagEnd::Superscript | TagEnd::Subscript => return,
            _ => {}
        }
        self.close_leaf();
        match tag {
            TagEnd::CodeBlock => self.close_code_block(),
            TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Paragraph | TagEnd::HtmlBlock => {}
            TagEnd::BlockQuote(_) => {
                self.n_quotes -= 1;
                self.containers.pop();
            }
            _ => {
                self.containers.pop();
            }
        }
    }

    fn close_leaf(&mut self) {
        let Some(leaf) = self.leaf.take() else { return };
        if let Some(Container::Item(is_fresh)) = self.containers.last_mut() {
            *is_fresh = false;
        }
        let block = leaf.block.unwrap_or_else(|| {
            self.draft
                .block(BlockKind::Paragraph, leaf.hull.clone().unwrap_or_default())
        });
        if let Some(unit) = leaf.into_unit(self.draft, self.found, block) {
            self.draft.units.push(unit);
        }
    }

    fn close_code_block(&mut self) {
        let Some((block, mut pieces)) = self.code.take() else {
            return;
        };
        let text = self.draft.text;
        if let Some(Piece::Copy(last)) = pieces.last_mut() {
            let whole = text.get(last.clone()).unwrap_or_default();
            let bare = whole.strip_suffix('\n').unwrap_or(whole);
            last.end -= whole.len() - bare.len();
            if last.start == last.end {
                pieces.pop();
            }
        }
        let Some(first) = pieces.first().map(|piece| piece.range().start) else {
            return;
        };
        self.draft.units.push(UnitDraft {
            kind: UnitKind::Code,
            block,
            notation: Notation::Markdown,
            key: None,
            prefix: line_prefix(text, first),
            pieces,
            codes: Vec::<CodeDraft>::new(),
        });
    }
}

/// Adds a range of a code block's text, `\r` before `\n` left out.
fn copy_lines(text: &str, range: Range<usize>, pieces: &mut Vec<Piece>) {
    let mut at = range.start;
    for line in text.get(range).unwrap_or_default().split_inclusive('\n') {
        let next = at + line.len();
        let mut push = |start: usize, end: usize| match pieces.last_mut() {
            Some(Piece::Copy(last)) if last.end == start => last.end = end,
            _ if start < end => pieces.push(Piece::Copy(start..end)),
            _ => {}
        };
        match line.strip_suffix("\r\n") {
            Some(bare) => {
                push(at, at + bare.len());
                push(next - 1, next);
            }
            None => push(at, next),
        }
        at = next;
    }
}
