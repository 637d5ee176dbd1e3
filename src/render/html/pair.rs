//! The pieces of an edition as HTML: what is read together stands together, and what is missing or outdated says so.

use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::render::book::Fallback;
use crate::render::edition::Container;
use crate::render::edition::Node;
use crate::render::edition::Passage;
use crate::render::edition::Side;
use crate::render::html::block;
use crate::render::html::column;
use crate::render::html::landing::OWN;
use crate::render::html::markup;
use crate::render::html::markup::Syntax;
use crate::render::html::reading;
use crate::render::html::sheet::SIDES;
use crate::render::html::sheet::Sheet;
use crate::render::html::sheet::at;
use crate::render::standing::Standing;

/// What a piece stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Flow,
    List,
    Head,
    Body,
    HeadRow,
    Row,
}

/// What a piece says on either side: its id, and its texts without any marks.
pub(crate) type Said = (String, [String; 2]);

/// Writes a chapter, and returns what its pieces say.
pub(crate) fn chapter(sheet: &Sheet<'_, '_>) -> (String, Vec<Said>) {
    let mut pairs = Pairs {
        sheet,
        out: String::new(),
        said: Vec::new(),
        n_pairs: 0,
    };
    pairs.nodes(&sheet.edition.nodes, Within::Flow);
    (pairs.out, pairs.said)
}

struct Pairs<'s, 'b, 'a> {
    sheet: &'s Sheet<'b, 'a>,
    out: String,
    /// What each piece says on either side, for the search: its id and the texts.
    said: Vec<Said>,
    n_pairs: usize,
}

impl Pairs<'_, '_, '_> {
    fn nodes(&mut self, nodes: &[Node], within: Within) {
        for node in nodes {
            match node {
                Node::Passage(passage) if self.is_shown(passage) => self.passage(passage, within),
                Node::Passage(_) => {}
                Node::Container(container) => self.container(container, within),
            }
        }
    }

    fn is_shown(&self, passage: &Passage) -> bool {
        let shown = self.sheet.settings.shown.as_ref();
        shown.is_none_or(|shown| shown.contains(&passage.standing))
    }

    fn container(&mut self, container: &Container, within: Within) {
        let sheet = self.sheet;
        let start = self.out.len();
        match sheet.edition.target.kind(container.target) {
            BlockKind::Table => {
                let mut out = std::mem::take(&mut self.out);
                block::table(sheet, &mut out, |out| {
                    std::mem::swap(&mut self.out, out);
                    self.table(&container.nodes);
                    std::mem::swap(&mut self.out, out);
                });
                self.out = out;
                return;
            }
            BlockKind::Row => {
                self.out.push_str("<tr>");
                let inner = if within == Within::Head {
                    Within::HeadRow
                } else {
                    Within::Row
                };
                self.nodes(&container.nodes, inner);
                self.out.push_str("</tr>\n");
                return;
            }
            _ => {}
        }
        let (open, close) = block::container(sheet, Side::Target, container.target);
        let inner = match sheet.edition.target.kind(container.target) {
            BlockKind::List(_) => Within::List,
            _ => Within::Flow,
        };
        let (before, behind) = block::wrapper(&sheet.edition.target, container.target);
        self.out.push_str(before);
        self.out.push_str(&open);
        let bare = self.out.len();
        self.titles(container);
        self.nodes(&container.nodes, inner);
        if self.out.len() == bare && sheet.settings.shown.is_some() {
            self.out.truncate(start);
        } else {
            self.out.push_str(close);
            self.out.push_str(behind);
            self.out.push('\n');
        }
    }

    fn table(&mut self, rows: &[Node]) {
        let Some((head, body)) = rows.split_first() else {
            return;
        };
        for (name, rows, within) in [
            ("thead", std::slice::from_ref(head), Within::Head),
            ("tbody", body, Within::Body),
        ] {
            let start = self.out.len();
            self.out.push_str(&format!("<{name}>"));
            let bare = self.out.len();
            self.nodes(rows, within);
            match self.out.len() == bare {
                true => self.out.truncate(start),
                false => self.out.push_str(&format!("</{name}>")),
            }
        }
    }

    /// The titles of two directives that stand for each other.
    fn titles(&mut self, container: &Container) {
        let blocks = [container.source, container.target];
        let texts = SIDES.map(|side| block::text(self.sheet, side, blocks[at(side)]));
        let is_there = |text: &String| !text.trim().is_empty();
        if !texts.iter().any(is_there) {
            return;
        }
        let [one, other] = SIDES.map(|side| block::raw(self.sheet, side, blocks[at(side)]));
        let is_same = one == other;
        let has_both = texts.iter().all(is_there) && !is_same;
        self.out.push_str("<p class=\"pair title\">");
        for side in self.sheet.order() {
            let text = &texts[at(side)];
            if is_there(text) && !(is_same && side == Side::Source) {
                let class = self.class(side, has_both);
                self.out.push_str(&format!(
                    "<span class=\"{class}\"{}>{text}</span> ",
                    self.sheet.run(side)
                ));
            }
        }
        self.out.push_str("</p>");
    }

    /// The classes of a side; one that stands alone is of no side, so that no layout hides it.
    fn class(&self, side: Side, has_both: bool) -> &'static str {
        self.sheet.class(side, has_both)
    }

    fn passage(&mut self, passage: &Passage, within: Within) {
        if within == Within::Body || within == Within::Head {
            self.rows(passage, within);
            return;
        }
        let (open, close) = match within {
            Within::List => ("<li>".to_owned(), "</li>"),
            Within::HeadRow => (column::open(self.sheet.edition, passage, true), "</th>"),
            Within::Row => (column::open(self.sheet.edition, passage, false), "</td>"),
            _ => (String::new(), ""),
        };
        let start = self.out.len();
        self.out.push_str(&open);
        let bare = self.out.len();
        match self.heading(passage) {
            Some(level) => self.headings(passage, level),
            None => self.sides(passage, within),
        }
        if self.out.len() == bare && within == Within::HeadRow {
            self.out.truncate(start);
            self.out.push_str("<td></td>");
        } else if self.out.len() == bare && !matches!(within, Within::Row) {
            self.out.truncate(start);
        } else {
            self.out.push_str(close);
            self.out.push('\n');
        }
    }

    /// Returns the level of a passage that is one heading on both sides.
    fn heading(&self, passage: &Passage) -> Option<u8> {
        let level = |side: Side| match passage.blocks(side) {
            [one] => match self.sheet.edition.outline(side).kind(*one) {
                BlockKind::Heading(level) => Some(*level),
                _ => None,
            },
            _ => None,
        };
        let (source, target) = (level(Side::Source), level(Side::Target));
        match (passage.source.is_empty(), passage.target.is_empty()) {
            (false, false) => source.and(target),
            (true, false) => target,
            _ => source,
        }
    }

    /// One heading that says both.
    fn headings(&mut self, passage: &Passage, level: u8) {
        let sheet = self.sheet;
        let main = if passage.target.is_empty() {
            Side::Source
        } else {
            Side::Target
        };
        let id = passage.blocks(main).first().copied();
        let mut start = match id {
            Some(id) => block::heading_start(sheet, main, id, level),
            None => format!("h{level}"),
        };
        let has_both = !passage.source.is_empty() && !passage.target.is_empty() && !passage.is_once;
        let landing = |id| sheet.edition.outline(main).own_units(id).first().copied();
        let landing = id
            .and_then(landing)
            .and_then(|unit| sheet.landings.heading(main, unit));
        self.say(passage, landing.unwrap_or_default().to_owned());
        markup::push_attribute(&mut start, "class", &self.classes(passage, has_both));
        self.out.push_str(&format!("<{start}>"));
        let sides = if has_both {
            sheet.order().to_vec()
        } else {
            vec![main]
        };
        for side in sides {
            for id in passage.blocks(side) {
                let mut span = format!(
                    "<span class=\"{}\"{}",
                    self.class(side, has_both),
                    sheet.run(side)
                );
                let unit = sheet.edition.outline(side).own_units(*id).first().copied();
                let landing = unit.and_then(|unit| sheet.landings.heading(side, unit));
                if let Some(landing) = landing.filter(|_| side != main) {
                    markup::push_attribute(&mut span, "id", landing);
                }
                let text = block::text(sheet, side, *id);
                self.out.push_str(&format!("{span}>{text}</span> "));
            }
        }
        self.mark(passage, "span");
        self.out.push_str(&format!("</h{level}>"));
    }

    /// Keeps what a passage says; code and the like are not searched.
    fn say(&mut self, passage: &Passage, id: String) {
        let sheet = self.sheet;
        let text = |side: Side| {
            let outline = sheet.edition.outline(side);
            let units = passage
                .blocks(side)
                .iter()
                .flat_map(|block| outline.units(*block));
            let read = units.filter(|unit| outline.document.unit(*unit).kind.is_prose());
            let texts: Vec<String> = read
                .map(|unit| reading::plain(outline.document, unit))
                .collect();
            texts.join(" ")
        };
        self.said.push((id, SIDES.map(text)));
    }

    fn classes(&self, passage: &Passage, has_both: bool) -> String {
        let mut classes = String::from("pair");
        if passage.standing.is_marked() {
            classes.push(' ');
            classes.push_str(passage.standing.name());
        }
        let lacks = matches!(passage.standing, Standing::Untranslated | Standing::Partial);
        if lacks && self.sheet.settings.fallback == Fallback::Source {
            classes.push_str(" fallback");
        }
        if !has_both && !passage.standing.is_marked() {
            classes.push_str(" once");
        }
        classes
    }

    /// Says that a passage is missing or outdated.
    fn mark(&mut self, passage: &Passage, name: &str) {
        if !passage.standing.is_marked() {
            return;
        }
        let words = self
            .sheet
            .settings
            .messages
            .text(&format!("render-mark-{}", passage.standing.name()));
        self.out
            .push_str(&format!("<{name} class=\"mark\"{}>", self.sheet.own_run));
        markup::push_text(&mut self.out, &words);
        self.out.push_str(&format!("</{name}>"));
    }

    fn sides(&mut self, passage: &Passage, within: Within) {
        let sheet = self.sheet;
        let mut texts = [String::new(), String::new()];
        for side in SIDES {
            let is_spare = passage.is_once && side == Side::Source && !passage.target.is_empty();
            if !is_spare {
                self.contents(side, passage.blocks(side), within, &mut texts[at(side)]);
            }
        }
        let is_there = |text: &String| !text.trim().is_empty();
        if !texts.iter().any(is_there) {
            return;
        }
        // What is missing or gone is a side of its own, so that the layouts of one side treat it as such.
        let is_lone_side = passage.standing.is_marked() && !passage.is_once;
        let has_both = texts.iter().all(is_there) || is_lone_side;
        self.n_pairs += 1;
        self.say(passage, format!("{OWN}p{}", self.n_pairs));
        let classes = self.classes(passage, texts.iter().all(is_there));
        self.out.push_str(&format!(
            "<div class=\"{classes}\" id=\"{OWN}p{}\">",
            self.n_pairs
        ));
        self.mark(passage, "p");
        for side in sheet.order() {
            let text = &texts[at(side)];
            if is_there(text) {
                let class = self.class(side, has_both);
                self.out.push_str(&format!(
                    "<div class=\"{class}\"{}>{text}</div>",
                    sheet.run(side)
                ));
            }
        }
        if sheet.syntax == Syntax::Html && texts.iter().all(is_there) {
            self.out.push_str(&format!(
                "<label class=\"peek\"{}><input type=\"checkbox\"> ",
                sheet.own_run
            ));
            markup::push_text(&mut self.out, &sheet.settings.messages.text("render-peek"));
            self.out.push_str("</label>");
        }
        self.out.push_str("</div>");
    }

    /// Writes the blocks of a side; of items and cells what stands in them.
    fn contents(&self, side: Side, blocks: &[BlockId], within: Within, out: &mut String) {
        let outline = self.sheet.edition.outline(side);
        for id in blocks {
            match (within, outline.kind(*id)) {
                (Within::List, BlockKind::Item) => {
                    block::blocks(self.sheet, side, outline.children(Some(*id)), out);
                }
                (Within::Row | Within::HeadRow, BlockKind::Cell) => {
                    out.push_str(&block::text(self.sheet, side, *id));
                }
                (Within::List, _) => block::bare(self.sheet, side, *id, out),
                _ => block::block(self.sheet, side, *id, out),
            }
        }
    }

    /// Rows that cannot be read cell by cell.
    fn rows(&mut self, passage: &Passage, within: Within) {
        let has_both = !passage.source.is_empty() && !passage.target.is_empty() && !passage.is_once;
        let classes = self.classes(passage, has_both);
        let sides = match passage.is_once && !passage.target.is_empty() {
            true => vec![Side::Target],
            false => self.sheet.order().to_vec(),
        };
        for side in sides {
            for id in passage.blocks(side) {
                let class = self.class(side, has_both || passage.standing.is_marked());
                self.out.push_str(&format!(
                    "<tr class=\"{classes} {class}\"{}>",
                    self.sheet.run(side)
                ));
                let mut cells = String::new();
                block::cells(self.sheet, side, *id, within == Within::Head, &mut cells);
                self.out.push_str(&cells);
                self.out.push_str("</tr>\n");
            }
        }
        if passage.standing.is_marked() {
            self.out.push_str("<tr><td colspan=\"99\">");
            self.mark(passage, "span");
            self.out.push_str("</td></tr>\n");
        }
    }
}
