//! Writes a passage: both sides, one of them, or what stands for a missing one.

use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::document::inline::CodeKind;
use crate::document::inline::InlineCode;
use crate::document::unit::UnitId;
use crate::document::unit::UnitKind;
use crate::draft::outline::Outline;
use crate::render::book::Fallback;
use crate::render::edition::Passage;
use crate::render::edition::Side;
use crate::render::markdown::columns;
use crate::render::markdown::columns::columns;
use crate::render::markdown::form;
use crate::render::markdown::form::Form;
use crate::render::markdown::page::Page;
use crate::render::markdown::page::joined;
use crate::text::edit::Edit;
use crate::text::span::Span;

impl Page<'_, '_> {
    /// Writes a passage.
    pub(crate) fn passage(&self, passage: &Passage, form: Form) -> Vec<String> {
        if !self.is_shown(passage) {
            return Vec::new();
        }
        let main = match passage.target.is_empty() {
            true => Side::Source,
            false => Side::Target,
        };
        if self.is_frame(passage, main) {
            return self.blocks(passage, main, true);
        }
        if passage.is_once {
            let titles = self.front_titles(passage, form);
            return joined(vec![self.once(passage), titles]);
        }
        if let Some(lines) = self.open_markup(passage) {
            return lines;
        }
        match (passage.source.is_empty(), passage.target.is_empty()) {
            (false, false) => self.both(passage, form),
            (true, _) => {
                let lines = self.side(passage, Side::Target, form);
                let lines = joined(vec![self.told(passage), lines]);
                match (form, self.settings.first) {
                    (Form::Columns, Side::Target) => columns(lines, Vec::new()),
                    (Form::Columns, Side::Source) => columns(Vec::new(), lines),
                    _ => lines,
                }
            }
            (false, true) => self.source_alone(passage, form),
        }
    }

    /// Writes the draft's side of a passage that needs to be read once only; what pictures show is said by both.
    fn once(&self, passage: &Passage) -> Vec<String> {
        let (source, target) = (&self.edition.source, &self.edition.target);
        let pictures = |outline: &Outline<'_>, blocks: &[BlockId]| -> Vec<(UnitId, InlineCode)> {
            let units = blocks.iter().flat_map(|block| outline.units(*block));
            let units =
                units.filter(|unit| outline.document.unit(*unit).kind == UnitKind::ImageAlt);
            let codes = units.flat_map(|unit| {
                let codes = outline.document.codes(unit).iter();
                codes.map(move |code| (unit, code.clone()))
            });
            codes
                .filter(|(_, code)| code.kind == CodeKind::Image)
                .collect()
        };
        let ours = pictures(source, &passage.source);
        let theirs = pictures(target, &passage.target);
        let mut edits = Vec::new();
        for ((unit, code), (other_unit, other)) in ours.iter().zip(&theirs) {
            let own = code
                .prose
                .and_then(|alt| source.document.text(*unit).get(alt.range()));
            let alt = other.prose.and_then(|alt| {
                let text = target.document.text(*other_unit).get(alt.range())?;
                Some((target.document.to_source(*other_unit, alt), text))
            });
            if let (Some(own), Some((span, alt))) = (own, alt)
                && own != alt
            {
                let text = self.beside(own, alt);
                edits.push(Edit { span, text });
            }
        }
        let blocks = passage.target.iter();
        let blocks = blocks.map(|block| self.block(Side::Target, *block, true, &edits));
        joined(blocks.collect())
    }

    /// The source's title where front matter alone says it: the draft's front matter stands for both.
    fn front_titles(&self, passage: &Passage, form: Form) -> Vec<String> {
        let title = |side: Side| {
            let outline = self.edition.outline(side);
            let blocks = passage.blocks(side).iter();
            let front = blocks.filter(|block| *outline.kind(**block) == BlockKind::FrontMatter);
            let mut units = front.flat_map(|block| outline.own_units(*block));
            let unit =
                units.find(|unit| outline.document.unit(**unit).key.as_deref() == Some("title"))?;
            Some(self.words.title(side, *unit))
        };
        let is_titled = self
            .edition
            .target
            .children(None)
            .iter()
            .any(|block| *self.edition.target.kind(*block) == BlockKind::Heading(1));
        let Some(source) = title(Side::Source).filter(|_| !is_titled) else {
            return Vec::new();
        };
        match title(Side::Target) {
            Some(target) if target != source => {
                let lines = vec![strong(&source)];
                match form {
                    Form::Quote => form::quoted(&lines),
                    Form::Elements => form::element(self.edition, Side::Source, lines),
                    _ => lines,
                }
            }
            _ => Vec::new(),
        }
    }

    /// Two short texts in one line.
    pub(crate) fn beside(&self, source: &str, target: &str) -> String {
        match self.settings.first {
            Side::Source => format!("{source} / {target}"),
            Side::Target => format!("{target} / {source}"),
        }
    }

    /// What stands outside of the two languages: front matter, imports, and blocks that nobody translates.
    fn is_frame(&self, passage: &Passage, main: Side) -> bool {
        let other = passage.blocks(main.other());
        let outline = self.edition.outline(main);
        other.is_empty()
            && passage.blocks(main).iter().all(|block| {
                let is_text = !outline.units(*block).is_empty();
                !is_text || *outline.kind(*block) == BlockKind::FrontMatter
            })
    }

    fn told(&self, passage: &Passage) -> Vec<String> {
        self.mark(passage).into_iter().collect()
    }

    fn both(&self, passage: &Passage, form: Form) -> Vec<String> {
        // Generators take a page's title from the heading that it starts with, and what stands above a heading looks like the end of the
        // section before.
        let has_heading = passage
            .target
            .first()
            .is_some_and(|block| matches!(self.edition.target.kind(*block), BlockKind::Heading(_)));
        let first = match (form, has_heading) {
            (Form::Elements, true) => Side::Target,
            _ => self.settings.first,
        };
        let source = self.side(passage, Side::Source, form);
        let target = joined(vec![
            self.told(passage),
            self.side(passage, Side::Target, form),
        ]);
        let (one, other) = match first {
            Side::Source => (source, target),
            Side::Target => (target, source),
        };
        match form {
            Form::Details => joined(vec![one, self.folded(first.other(), other)]),
            Form::Columns => columns(one, other),
            _ => joined(vec![one, other]),
        }
    }

    fn source_alone(&self, passage: &Passage, form: Form) -> Vec<String> {
        let source = self.side(passage, Side::Source, form);
        let told = self.told(passage);
        match (form, self.settings.fallback) {
            (Form::Details, Fallback::Mark) => {
                joined(vec![told, self.folded(Side::Source, source)])
            }
            (Form::Details, Fallback::Source) => joined(vec![told, source]),
            (Form::Columns, _) if self.settings.first == Side::Target => columns(told, source),
            (Form::Columns, _) => columns(source, told),
            _ => joined(vec![source, told]),
        }
    }

    /// Writes a side of a passage as its form wants it. The heading that a page's outline shows is the draft's, or the source's where there is none.
    fn side(&self, passage: &Passage, side: Side, form: Form) -> Vec<String> {
        let is_main = side == Side::Target || passage.target.is_empty();
        let lines = self.blocks(passage, side, is_main);
        let has_heading = passage.blocks(side).iter().any(|block| {
            matches!(
                self.edition.outline(side).kind(*block),
                BlockKind::Heading(_)
            )
        });
        // Notes are collected by their labels, wherever they stand.
        let is_note = passage
            .blocks(side)
            .iter()
            .all(|block| *self.edition.outline(side).kind(*block) == BlockKind::Footnote);
        let stays = is_note || is_main && has_heading;
        match form {
            Form::Quote if side == Side::Source && !stays => form::quoted(&lines),
            Form::Elements if !stays => form::element(self.edition, side, lines),
            _ => lines,
        }
    }

    fn folded(&self, side: Side, lines: Vec<String>) -> Vec<String> {
        let word = columns::word(self.settings.messages, side);
        let open = format!("<details><summary>{word}</summary>");
        let mut out = vec![open, String::new()];
        out.extend(lines);
        out.extend([String::new(), "</details>".to_owned()]);
        out
    }

    /// Writes the blocks of a side.
    pub(crate) fn blocks(&self, passage: &Passage, side: Side, is_main: bool) -> Vec<String> {
        let blocks = passage.blocks(side).iter();
        let written = blocks.map(|block| {
            let once = match is_main {
                true => Vec::new(),
                false => self.pictures_once(passage, side, *block),
            };
            self.block(side, *block, is_main, &once)
        });
        joined(written.collect())
    }

    /// Writes one block, some of its bytes changed.
    fn block(&self, side: Side, block: BlockId, is_main: bool, edits: &[Edit]) -> Vec<String> {
        match self.edition.outline(side).kind(block) {
            BlockKind::Heading(level) => self.heading(side, block, *level, is_main),
            _ => self.words.block(side, block, edits),
        }
    }

    fn heading(&self, side: Side, block: BlockId, level: u8, is_main: bool) -> Vec<String> {
        let units = self.edition.outline(side).own_units(block).iter();
        let titles: Vec<String> = units.map(|unit| self.words.title(side, *unit)).collect();
        let title = titles.join(" ");
        if !is_main {
            return vec![strong(&title)];
        }
        let marks = "#".repeat(usize::from(level));
        let own = self
            .edition
            .outline(side)
            .own_units(block)
            .iter()
            .find_map(|unit| {
                let document = self.edition.outline(side).document;
                let id = document
                    .codes(*unit)
                    .iter()
                    .find(|code| code.kind == CodeKind::HeadingId)?;
                document.text(*unit).get(id.span.range())
            });
        let id = self.id(side, block).or_else(|| own.map(str::to_owned));
        let line = match id {
            Some(id) => format!("{marks} {title} {id}"),
            None => format!("{marks} {title}"),
        };
        vec![line.trim_end().to_owned()]
    }

    /// Pictures that both sides show are links on the side that stands beside.
    fn pictures_once(&self, passage: &Passage, side: Side, block: BlockId) -> Vec<Edit> {
        let name = |url: &str| url.rsplit('/').next().unwrap_or_default().to_owned();
        let outline = self.edition.outline(side.other());
        let others = passage.blocks(side.other()).iter();
        let units = others.flat_map(|block| outline.units(*block));
        let shown: Vec<String> = units
            .flat_map(|unit| outline.document.codes(unit))
            .filter(|code| code.kind == CodeKind::Image)
            .map(|code| name(&code.content))
            .collect();
        let outline = self.edition.outline(side);
        let document = outline.document;
        let mut edits = Vec::new();
        for unit in outline.units(block) {
            let images = document.codes(unit).iter();
            let images = images.filter(|code| code.kind == CodeKind::Image);
            let again = images.filter(|code| shown.contains(&name(&code.content)));
            edits.extend(again.map(|code| {
                let start = document.to_source(unit, code.span).start;
                Edit {
                    span: Span::new(start, start + 1),
                    text: String::new(),
                }
            }));
        }
        edits
    }
}

/// A heading that is none.
pub(crate) fn strong(title: &str) -> String {
    match title.contains("**") || title.is_empty() {
        true => title.to_owned(),
        false => format!("**{title}**"),
    }
}
