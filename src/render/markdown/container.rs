//! Writes two containers as one: the draft's own marks around what both sides say.

use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::document::inline::CodeKind;
use crate::document::unit::UnitKind;
use crate::draft::place;
use crate::draft::render::Marker;
use crate::render::edition::Container;
use crate::render::edition::Node;
use crate::render::edition::Passage;
use crate::render::edition::Side;
use crate::render::markdown::form;
use crate::render::markdown::form::Form;
use crate::render::markdown::page::Page;
use crate::render::markdown::page::joined;
use crate::render::markdown::passage::strong;
use crate::text::span::Span;

impl Page<'_, '_> {
    /// Writes two containers as one.
    pub(crate) fn container(&self, container: &Container) -> Vec<String> {
        match self.edition.target.kind(container.target) {
            BlockKind::Table => self.table(container),
            BlockKind::List(_) => self.list(container),
            _ if self
                .edition
                .target
                .children(Some(container.target))
                .is_empty() =>
            {
                let own = self.words.block(Side::Target, container.target, &[]);
                joined(vec![own, self.inner(container)])
            }
            _ => self.framed(Side::Target, container.target, self.inner(container)),
        }
    }

    fn inner(&self, container: &Container) -> Vec<String> {
        let has_task = self.has_task(Side::Target, container.target);
        let nodes = container.nodes.iter().enumerate();
        let inner = nodes.map(|(at, node)| match node {
            // A task's box goes before words only.
            Node::Passage(passage) if has_task && at == 0 => self.passage(passage, Form::Plain),
            node => self.node(node),
        });
        let inner = inner.collect();
        joined([vec![self.titles(container)], inner].concat())
    }

    /// The title of the source's directive; the draft's stands on its own line.
    fn titles(&self, container: &Container) -> Vec<String> {
        let title = |side: Side, block| {
            let outline = self.edition.outline(side);
            let mut units = outline.own_units(block).iter();
            let unit = units
                .find(|unit| outline.document.unit(**unit).kind == UnitKind::DirectiveTitle)?;
            Some(self.words.title(side, *unit))
        };
        let source = title(Side::Source, container.source);
        let target = title(Side::Target, container.target);
        let source = source.filter(|source| Some(source) != target.as_ref());
        let lines: Vec<String> = source.map(|title| strong(&title)).into_iter().collect();
        match self.form {
            Form::Elements if !lines.is_empty() => form::element(self.edition, Side::Source, lines),
            _ => lines,
        }
    }

    fn has_task(&self, side: Side, item: BlockId) -> bool {
        let outline = self.edition.outline(side);
        let first = outline.children(Some(item)).first();
        let units = first
            .map_or(&[][..], |first| outline.own_units(*first))
            .iter();
        units
            .flat_map(|unit| outline.document.codes(*unit).first())
            .any(|code| code.kind == CodeKind::TaskMarker && code.span.start == 0)
    }

    fn list(&self, container: &Container) -> Vec<String> {
        let sign = self.sign(Side::Target, container.target);
        let mut items: Vec<Vec<String>> = Vec::new();
        for node in &container.nodes {
            match node {
                Node::Container(_) => items.push(self.node(node)),
                Node::Passage(passage) => items.extend(self.items_alone(passage)),
            }
        }
        let items = items.into_iter().map(|mut item| {
            if let (Some(first), Some(sign)) = (item.first_mut(), sign) {
                resign(first, sign);
            }
            item
        });
        joined(items.collect())
    }

    /// Items that stand over against no single item.
    fn items_alone(&self, passage: &Passage) -> Vec<Vec<String>> {
        if !self.is_shown(passage) {
            return Vec::new();
        }
        let sides = match (passage.is_once, self.settings.first) {
            (true, _) => vec![Side::Target],
            (false, first) => vec![first, first.other()],
        };
        let mut items = Vec::new();
        for side in sides {
            for item in passage.blocks(side) {
                let children = self.edition.outline(side).children(Some(*item)).to_vec();
                let (source, target) = match side {
                    Side::Source => (children, Vec::new()),
                    Side::Target => (Vec::new(), children),
                };
                let own = Passage {
                    source,
                    target,
                    ..passage.clone()
                };
                let form = match self.has_task(side, *item) {
                    true => Form::Plain,
                    false => self.form,
                };
                items.push(self.framed(side, *item, self.passage(&own, form)));
            }
        }
        items
    }

    fn sign(&self, side: Side, list: BlockId) -> Option<char> {
        let outline = self.edition.outline(side);
        let first = outline.children(Some(list)).first()?;
        Some(Marker::of(outline, *first)?.sign)
    }

    /// Puts a container's own marks around lines.
    fn framed(&self, side: Side, block: BlockId, inner: Vec<String>) -> Vec<String> {
        let outline = self.edition.outline(side);
        let children = outline.children(Some(block));
        let (Some(first), Some(last)) = (children.first(), children.last()) else {
            return self.words.block(side, block, &[]);
        };
        if inner.is_empty() {
            return Vec::new();
        }
        let whole = outline.span(block);
        let (first, last) = (outline.span(*first), outline.span(*last));
        let head = Span::new(whole.start, first.start.clamp(whole.start, whole.end));
        let tail = Span::new(last.end.clamp(head.end, whole.end), whole.end);
        let mut lines = self.words.part(side, head, &[]);
        // What stands before the first child on its line is part of that line.
        let is_open = !outline.document.source.slice(head).ends_with('\n');
        let lead = match is_open {
            true => lines.pop().unwrap_or_default(),
            false => String::new(),
        };
        let indent = match Marker::of(outline, block) {
            Some(marker) if *outline.kind(block) == BlockKind::Item => {
                " ".repeat(marker.lead().chars().count())
            }
            _ => {
                let outer = place::prefix(outline.document, whole.start);
                let inner = place::prefix(outline.document, first.start);
                let own = inner.strip_prefix(outer.as_str()).map(str::to_owned);
                own.unwrap_or(inner)
            }
        };
        for (at, line) in inner.into_iter().enumerate() {
            let line = match at {
                0 if is_open => format!("{lead}{line}"),
                _ => format!("{indent}{line}"),
            };
            lines.push(line.trim_end().to_owned());
        }
        let tail = self.words.part(side, tail, &[]);
        let mut tail = tail.into_iter().skip(1).peekable();
        // The closing line of a directive must not be taken for a further line of a paragraph.
        let needs_blank = tail.peek().is_some_and(|line| !line.is_empty());
        if needs_blank && lines.last().is_some_and(|line| !line.is_empty()) {
            lines.push(String::new());
        }
        lines.extend(tail);
        lines
    }
}

/// Writes an item with the mark of the list that it has come to.
fn resign(line: &mut String, sign: char) {
    let n_digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let own = line.get(n_digits..).and_then(|rest| rest.chars().next());
    let is_mark = |c: char| match n_digits {
        0 => matches!(c, '-' | '*' | '+'),
        _ => matches!(c, '.' | ')'),
    };
    if own.is_some_and(is_mark) && is_mark(sign) {
        line.replace_range(n_digits..=n_digits, &sign.to_string());
    }
}
