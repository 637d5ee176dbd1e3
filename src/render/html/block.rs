//! The blocks of one side as HTML.

use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::document::unit::UnitKind;
use crate::draft::outline::Outline;
use crate::render::edition::Side;
use crate::render::edition::bare_text;
use crate::render::html::column;
use crate::render::html::fragment;
use crate::render::html::inline;
use crate::render::html::landing;
use crate::render::html::markup;
use crate::render::html::markup::Syntax;
use crate::render::html::sheet::Sheet;

/// Writes blocks one after the other.
pub(crate) fn blocks(sheet: &Sheet<'_, '_>, side: Side, blocks: &[BlockId], out: &mut String) {
    for one in blocks {
        block(sheet, side, *one, out);
    }
}

/// Writes a block and all that stands in it. What stands in a list and is no item becomes one, and an item without a list gets one:
/// where containers cross, only one of them can hold it.
pub(crate) fn block(sheet: &Sheet<'_, '_>, side: Side, id: BlockId, out: &mut String) {
    let (start, end) = wrapper(sheet.edition.outline(side), id);
    out.push_str(start);
    bare(sheet, side, id, out);
    out.push_str(end);
}

/// Returns what has to stand around a block so that it may stand where it does.
pub(crate) fn wrapper(outline: &Outline<'_>, id: BlockId) -> (&'static str, &'static str) {
    let is_item = *outline.kind(id) == BlockKind::Item;
    let above = outline.parent(id).map(|parent| outline.kind(parent));
    match (is_item, above) {
        (true, Some(BlockKind::List(_))) => ("", ""),
        (true, _) => ("<ul>", "</ul>"),
        (false, Some(BlockKind::List(_))) => ("<li>", "</li>"),
        (false, _) => ("", ""),
    }
}

/// Writes a block where it may stand as it is.
pub(crate) fn bare(sheet: &Sheet<'_, '_>, side: Side, id: BlockId, out: &mut String) {
    let outline = sheet.edition.outline(side);
    if side == Side::Target && sheet.edition.held.contains(&id) {
        return;
    }
    match outline.kind(id) {
        BlockKind::Heading(level) => {
            element(
                sheet,
                side,
                id,
                &heading_start(sheet, side, id, *level),
                out,
            );
        }
        BlockKind::Paragraph => element(sheet, side, id, "p", out),
        BlockKind::Math => verbatim(
            sheet,
            side,
            id,
            "<div class=\"math\"><code>",
            "</code></div>",
            out,
        ),
        BlockKind::Code => code(sheet, side, id, out),
        BlockKind::Html => fragment::block(sheet, side, id, out),
        BlockKind::Break => {
            out.push_str("<hr");
            out.push_str(sheet.syntax.void_end());
        }
        BlockKind::Shortcode => shortcode(sheet, side, id, out),
        BlockKind::Comment => {
            verbatim(
                sheet,
                side,
                id,
                "<pre class=\"raw\"><code>",
                "</code></pre>",
                out,
            );
        }
        BlockKind::FrontMatter | BlockKind::Esm | BlockKind::References => {}
        BlockKind::BlockQuote | BlockKind::List(_) | BlockKind::Item | BlockKind::Directive => {
            let (start, end) = container(sheet, side, id);
            out.push_str(&start);
            titles(sheet, side, id, out);
            blocks(sheet, side, outline.children(Some(id)), out);
            out.push_str(end);
        }
        BlockKind::Definition => definition(sheet, side, id, out),
        BlockKind::Footnote => note(sheet, side, id, out),
        BlockKind::Table => table(sheet, out, |out| {
            rows(sheet, side, outline.children(Some(id)), out)
        }),
        BlockKind::Row => row(sheet, side, id, false, out),
        BlockKind::Cell => element(sheet, side, id, &column::start(outline, id, false), out),
    }
    out.push('\n');
}

/// Returns the tag of a heading without its brackets, the id in it.
pub(crate) fn heading_start(sheet: &Sheet<'_, '_>, side: Side, id: BlockId, level: u8) -> String {
    let units = sheet.edition.outline(side).own_units(id);
    let landing = units
        .first()
        .and_then(|unit| sheet.landings.heading(side, *unit));
    let mut start = format!("h{level}");
    if let Some(landing) = landing {
        markup::push_attribute(&mut start, "id", landing);
    }
    start
}

/// Writes the units of a block in an element; nothing when there are none.
fn element(sheet: &Sheet<'_, '_>, side: Side, id: BlockId, start: &str, out: &mut String) {
    let text = text(sheet, side, id);
    let name = start.split(' ').next().unwrap_or(start);
    if !text.trim().is_empty() || name == "td" || name == "th" {
        out.push_str(&format!("<{start}>{text}</{name}>"));
    }
}

/// Returns the texts of a block's own units as they are written.
pub(crate) fn raw<'a>(sheet: &Sheet<'_, 'a>, side: Side, id: BlockId) -> Vec<&'a str> {
    let outline = sheet.edition.outline(side);
    let units = outline.own_units(id).iter();
    units.map(|unit| outline.document.text(*unit)).collect()
}

/// Returns the text of a block's own units.
pub(crate) fn text(sheet: &Sheet<'_, '_>, side: Side, id: BlockId) -> String {
    let outline = sheet.edition.outline(side);
    let mut out = String::new();
    for unit in outline.own_units(id) {
        if outline.document.unit(*unit).kind == UnitKind::Math {
            out.push_str("<code class=\"math\">");
            markup::push_text(
                &mut out,
                outline.document.text(*unit).trim_matches('$').trim(),
            );
            out.push_str("</code>");
        } else {
            inline::unit(sheet, side, *unit, &mut out);
        }
    }
    out
}

/// Returns how a container starts and ends: that of a quote, a list, an item, a directive.
pub(crate) fn container(sheet: &Sheet<'_, '_>, side: Side, id: BlockId) -> (String, &'static str) {
    let outline = sheet.edition.outline(side);
    let raw = outline.document.source.slice(outline.span(id));
    let first = raw.lines().next().unwrap_or_default();
    match outline.kind(id) {
        BlockKind::BlockQuote => match alert(first) {
            Some(name) => (boxed(sheet, &name, true), "</div>"),
            None => ("<blockquote>".to_owned(), "</blockquote>"),
        },
        BlockKind::List(true) => {
            let digits: String = first
                .trim_start()
                .chars()
                .take_while(char::is_ascii_digit)
                .collect();
            match digits.parse::<u32>() {
                Ok(number) if number != 1 => (format!("<ol start=\"{number}\">"), "</ol>"),
                _ => ("<ol>".to_owned(), "</ol>"),
            }
        }
        BlockKind::List(false) => ("<ul>".to_owned(), "</ul>"),
        BlockKind::Item => ("<li>".to_owned(), "</li>"),
        _ => {
            let has_title = !outline.own_units(id).is_empty();
            (boxed(sheet, directive_name(first), !has_title), "</div>")
        }
    }
}

/// Returns the kind of a GFM alert (`> [!NOTE]`).
fn alert(first: &str) -> Option<String> {
    let mark = first.trim_start_matches(['>', ' ']).strip_prefix("[!")?;
    let (name, _) = mark.split_once(']')?;
    name.bytes()
        .all(|byte| byte.is_ascii_alphabetic())
        .then(|| name.to_ascii_lowercase())
}

/// Returns the name in the first line of a directive, an admonition or a tab.
fn directive_name(first: &str) -> &str {
    let rest = first.trim_start_matches([':', '!', '?', '=', '+', ' ', '{', '.', '-', '|']);
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')));
    rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
}

/// Opens a box; a kind that readers know says its name where it has no title of its own.
fn boxed(sheet: &Sheet<'_, '_>, name: &str, is_named: bool) -> String {
    let mut start = String::from("<div");
    let name = name.to_ascii_lowercase();
    let message = format!("render-box-{name}");
    let is_known = sheet.settings.messages.has(&message);
    let class = match is_known {
        true => format!("box {name}"),
        false => "box".to_owned(),
    };
    markup::push_attribute(&mut start, "class", &class);
    start.push('>');
    if is_named && is_known {
        start.push_str(&format!("<p class=\"title\"{}>", sheet.own_run));
        markup::push_text(&mut start, &sheet.settings.messages.text(&message));
        start.push_str("</p>");
    }
    start
}

/// Writes the titles of a directive.
fn titles(sheet: &Sheet<'_, '_>, side: Side, id: BlockId, out: &mut String) {
    let text = text(sheet, side, id);
    if !text.trim().is_empty() {
        out.push_str(&format!("<p class=\"title\">{text}</p>"));
    }
}

fn code(sheet: &Sheet<'_, '_>, side: Side, id: BlockId, out: &mut String) {
    let outline = sheet.edition.outline(side);
    let raw = outline.document.source.slice(outline.span(id));
    let info = raw.lines().next().unwrap_or_default();
    let is_fenced = info.starts_with("```") || info.starts_with("~~~");
    let info = info
        .trim_start_matches(['`', '~'])
        .trim_start_matches([' ', '{', '.']);
    let stop = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '#'));
    let name = info.split(stop).next().unwrap_or_default();
    let mut start = String::from("<pre><code");
    if is_fenced && !name.is_empty() {
        markup::push_attribute(&mut start, "class", &format!("language-{name}"));
    }
    start.push('>');
    verbatim(sheet, side, id, &start, "</code></pre>", out);
}

/// Writes the text of a block's units as it stands.
fn verbatim(
    sheet: &Sheet<'_, '_>,
    side: Side,
    id: BlockId,
    start: &str,
    end: &str,
    out: &mut String,
) {
    let outline = sheet.edition.outline(side);
    let texts = outline
        .own_units(id)
        .iter()
        .map(|unit| outline.document.text(*unit));
    let text = texts.collect::<Vec<_>>().join("\n");
    if text.trim().is_empty() {
        return;
    }
    let text = match outline.kind(id) {
        BlockKind::Math => text.trim().trim_matches('$').trim(),
        _ => &text,
    };
    out.push_str(start);
    markup::push_text(out, text);
    out.push_str(end);
}

fn shortcode(sheet: &Sheet<'_, '_>, side: Side, id: BlockId, out: &mut String) {
    let outline: &Outline<'_> = sheet.edition.outline(side);
    out.push_str("<p class=\"raw\"><code>");
    markup::push_text(out, &bare_text(outline, id));
    out.push_str("</code></p>");
}

/// Definition lists nest as list, entry, list: the kind of a block alone does not say which it is.
fn definition(sheet: &Sheet<'_, '_>, side: Side, id: BlockId, out: &mut String) {
    let outline = sheet.edition.outline(side);
    let above = outline.chain(id).skip(1);
    let n_above = above
        .take_while(|block| *outline.kind(*block) == BlockKind::Definition)
        .count();
    let children = outline.children(Some(id));
    if n_above % 2 == 0 {
        out.push_str("<dl>");
        blocks(sheet, side, children, out);
        out.push_str("</dl>");
        return;
    }
    let units = outline.own_units(id);
    let is_term = units
        .first()
        .is_some_and(|unit| outline.document.unit(*unit).kind == UnitKind::Term);
    let name = if is_term { "dt" } else { "dd" };
    out.push_str(&format!("<{name}>{}", text(sheet, side, id)));
    blocks(sheet, side, children, out);
    out.push_str(&format!("</{name}>"));
}

fn note(sheet: &Sheet<'_, '_>, side: Side, id: BlockId, out: &mut String) {
    let outline = sheet.edition.outline(side);
    let raw = outline
        .document
        .source
        .slice(outline.document.block(id).span);
    let label = raw
        .strip_prefix("[^")
        .and_then(|rest| rest.split("]:").next());
    let number = label.and_then(|label| sheet.landings.note(side, label));
    let (name, kind) = match sheet.syntax {
        Syntax::Html => ("div", ""),
        Syntax::Xhtml => ("aside", " epub:type=\"footnote\" role=\"doc-footnote\""),
    };
    let number = number.unwrap_or_default();
    let landing = landing::note_id(side, number, false);
    out.push_str(&format!(
        "<{name} class=\"note\"{kind} id=\"{landing}\"><span class=\"number\">{number}</span>"
    ));
    blocks(sheet, side, outline.children(Some(id)), out);
    out.push_str(&format!("</{name}>"));
}

/// Writes a table around its rows: readers who scroll it by keyboard can reach it.
pub(crate) fn table(sheet: &Sheet<'_, '_>, out: &mut String, rows: impl FnOnce(&mut String)) {
    if sheet.syntax == Syntax::Html {
        out.push_str("<div class=\"scroll\" role=\"group\" tabindex=\"0\"");
        markup::push_attribute(
            out,
            "aria-label",
            &sheet.settings.messages.text("render-table"),
        );
        out.push('>');
    }
    out.push_str("<table>");
    rows(out);
    out.push_str("</table>");
    if sheet.syntax == Syntax::Html {
        out.push_str("</div>");
    }
}

fn rows(sheet: &Sheet<'_, '_>, side: Side, rows: &[BlockId], out: &mut String) {
    let Some((head, body)) = rows.split_first() else {
        return;
    };
    out.push_str("<thead>");
    row(sheet, side, *head, true, out);
    out.push_str("</thead>");
    if !body.is_empty() {
        out.push_str("<tbody>");
        body.iter().for_each(|id| row(sheet, side, *id, false, out));
        out.push_str("</tbody>");
    }
}

fn row(sheet: &Sheet<'_, '_>, side: Side, id: BlockId, is_head: bool, out: &mut String) {
    out.push_str("<tr>");
    cells(sheet, side, id, is_head, out);
    out.push_str("</tr>");
}

/// Writes the cells of a row.
pub(crate) fn cells(
    sheet: &Sheet<'_, '_>,
    side: Side,
    id: BlockId,
    is_head: bool,
    out: &mut String,
) {
    let outline = sheet.edition.outline(side);
    for cell in outline.children(Some(id)) {
        let is_empty = outline.own_units(*cell).is_empty();
        let start = column::start(outline, *cell, is_head && !is_empty);
        element(sheet, side, *cell, &start, out);
    }
}
