//! The words of a side as an edition shows them: the bytes of its file with its labels, links and marks changed where two sides in one file need it.

use crate::document::block::BlockId;
use crate::document::inline::CodeKind;
use crate::document::placeholder;
use crate::document::unit::UnitId;
use crate::lint::local_links;
use crate::render::edition::Edition;
use crate::render::edition::Side;
use crate::render::edition::lines;
use crate::render::labels;
use crate::render::raw_paths;
use crate::text::edit;
use crate::text::edit::Edit;
use crate::text::span::Span;

/// Says where a link or an image of a side is to lead in the edition; nothing where it stays.
pub(crate) type Redirect<'a> = dyn Fn(Side, &str, bool) -> Option<String> + Sync + 'a;

/// The words of both sides.
pub(crate) struct Wording<'e, 'a> {
    edition: &'e Edition<'a>,
    edits: [Vec<Edit>; 2],
    /// The source's definitions of links that the draft has too.
    shared: Vec<Span>,
}

impl<'e, 'a> Wording<'e, 'a> {
    /// Prepares the words of an edition.
    pub(crate) fn new(edition: &'e Edition<'a>, redirect: &Redirect<'_>) -> Self {
        let labels = labels::plan(edition);
        let mut source = labels.edits;
        source.extend(redirected(edition, Side::Source, redirect));
        let mut target = redirected(edition, Side::Target, redirect);
        let comments = edition.target.document.comments.iter();
        let ours = comments.filter(|comment| placeholder::of(&comment.text).is_some());
        target.extend(ours.map(|comment| removal(comment.span)));
        source.sort_by_key(|edit| edit.span);
        target.sort_by_key(|edit| edit.span);
        Self {
            edition,
            edits: [source, target],
            shared: labels.shared,
        }
    }

    fn edits(&self, side: Side, part: Span) -> &[Edit] {
        let [source, target] = &self.edits;
        let edits = match side {
            Side::Source => source,
            Side::Target => target,
        };
        let start = edits.partition_point(|edit| edit.span.start < part.start);
        let end = edits.partition_point(|edit| edit.span.start < part.end);
        edits.get(start..end).unwrap_or_default()
    }

    /// Returns the lines of a part of a side's file, without the marks of the containers around it.
    pub(crate) fn part(&self, side: Side, part: Span, more: &[Edit]) -> Vec<String> {
        let outline = self.edition.outline(side);
        let inside = self.edits(side, part).iter().chain(more);
        let inside = inside.filter(|edit| part.contains(edit.span));
        let local: Vec<Edit> = inside
            .map(|edit| Edit {
                span: Span::new(edit.span.start - part.start, edit.span.end - part.start),
                text: edit.text.clone(),
            })
            .collect();
        let (text, _) = edit::apply(outline.document.source.slice(part), &local);
        lines(outline, part, Some(&text))
    }

    /// Returns the lines of a block.
    pub(crate) fn block(&self, side: Side, block: BlockId, more: &[Edit]) -> Vec<String> {
        self.part(side, self.edition.outline(side).span(block), more)
    }

    /// Returns a unit's text on one line, without the explicit id of a heading.
    pub(crate) fn title(&self, side: Side, unit: UnitId) -> String {
        let document = self.edition.outline(side).document;
        let ids = document.codes(unit).iter();
        let ids = ids.filter(|code| code.kind == CodeKind::HeadingId);
        let ids: Vec<Edit> = ids
            .map(|code| removal(document.to_source(unit, code.span)))
            .collect();
        let lines = self.part(side, document.unit(unit).span, &ids);
        let words = lines.iter().flat_map(|line| line.split_whitespace());
        words.collect::<Vec<_>>().join(" ")
    }

    /// Returns the definitions of links of both sides, those that both have once.
    pub(crate) fn definitions(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for side in [Side::Target, Side::Source] {
            let definitions = self.edition.outline(side).document.definitions.iter();
            let own = definitions.filter(|definition| {
                side == Side::Target || !self.shared.contains(&definition.span)
            });
            lines.extend(own.flat_map(|definition| self.part(side, definition.span, &[])));
        }
        lines
    }
}

fn removal(span: Span) -> Edit {
    Edit {
        span,
        text: String::new(),
    }
}

/// The targets of a side's links and images as they are to be.
fn redirected(edition: &Edition<'_>, side: Side, redirect: &Redirect<'_>) -> Vec<Edit> {
    let document = edition.outline(side).document;
    let mut edits = Vec::new();
    for unit in document.unit_ids() {
        for code in document.codes(unit) {
            if !matches!(code.kind, CodeKind::Link | CodeKind::Image) {
                continue;
            }
            let new = redirect(side, &code.content, code.kind == CodeKind::Image);
            if let Some((text, span)) = new.zip(local_links::target_span(document.text(unit), code))
            {
                let span = document.to_source(unit, span);
                edits.push(Edit { span, text });
            }
        }
    }
    for raw in raw_paths::of(document) {
        let mut meant = raw_paths::meant(&raw);
        let new = meant.find_map(|(url, end)| {
            let new = redirect(side, &url, true)?;
            Some(new.strip_suffix(end)?.to_owned())
        });
        edits.extend(new.map(|text| Edit {
            span: raw.span,
            text,
        }));
    }
    for definition in &document.definitions {
        let behind = labels::destination(document, definition);
        let url = behind.split_whitespace().next().unwrap_or_default();
        let whole = document.source.slice(definition.span);
        let at = whole
            .get(definition.label.len() + 3..)
            .and_then(|tail| tail.find(url));
        if let Some((text, at)) = redirect(side, url, false).zip(at.filter(|_| !url.is_empty())) {
            let from = definition.label.len() + 3 + at;
            let local = Span::of(from..from + url.len());
            let base = definition.span.start;
            let span = Span::new(base + local.start, base + local.end);
            edits.push(Edit { span, text });
        }
    }
    edits
}
