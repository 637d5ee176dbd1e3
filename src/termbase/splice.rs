//! Machine edits of a glossary file: what is to be put in or taken out, as byte edits that leave every other line as it is.
//!
//! Every edit is tried before it is handed out: the file is read again and must say what it said before, but for what was asked.

use crate::termbase::concept::Concept;
use crate::termbase::layout::appended;
use crate::termbase::layout::end_line;
use crate::termbase::layout::first_byte;
use crate::termbase::layout::insert;
use crate::termbase::layout::last_byte;
use crate::termbase::layout::line_break;
use crate::termbase::layout::line_start;
use crate::termbase::layout::value_of;
use crate::termbase::new_entry::NewEntry;
use crate::termbase::new_entry::Style;
use crate::termbase::new_entry::item;
use crate::termbase::scalar::flow;
use crate::termbase::scalar::flow_list;
use crate::termbase::tree::Node;
use crate::termbase::tree::Value;
use crate::termbase::yaml;
use crate::text::edit;
use crate::text::edit::Edit;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;

/// Appends an entry in the style of the last one.
pub fn add(file: &Source, entry: &NewEntry) -> Result<Vec<Edit>, Notice> {
    let root = yaml::tree(file)?;
    let eol = line_break(file.text());
    let terms = value_of(&root, "terms");
    let edit = match terms {
        None => {
            let head = if is_blank(&root) { "version: 1" } else { "" };
            let head = [head, "terms:"].map(|line| format!("{line}{eol}"));
            let head = if is_blank(&root) {
                head.concat()
            } else {
                head[1].clone()
            };
            let end = file.text().len();
            appended(
                file,
                end,
                &format!("{head}{}", item(entry, "  ", &Style::Flow, eol)),
                eol,
            )
        }
        Some((key, node)) => into_terms(file, &root, key, node, entry, eol),
    };
    let edits = vec![edit];
    let (after, before) = (read_edited(file, &edits)?, read(file)?);
    let is_right = after.split_last().is_some_and(|(new, old)| {
        same(&before, old) && new.source == [entry.source.clone()] && is_entry(new, entry)
    });
    if is_right {
        Ok(edits)
    } else {
        Err(refused(file, None))
    }
}

/// Adds an admitted target to an entry.
pub fn admit(file: &Source, concept: &Concept, target: &str) -> Result<Vec<Edit>, Notice> {
    let root = yaml::tree(file)?;
    let place = concept.at.1;
    let edit = entry_of(&root, place).and_then(|entry| match entry {
        Entry::Short(value) => into_value(file, value, target),
        Entry::Whole(fields) => admit_whole(file, fields, target),
    });
    let edits = vec![edit.ok_or_else(|| refused(file, Some(place)))?];
    let (after, mut before) = (read_edited(file, &edits)?, read(file)?);
    let found = before.iter_mut().find(|concept| concept.at.1 == place);
    found
        .ok_or_else(|| refused(file, Some(place)))?
        .allow
        .push(target.to_owned());
    if same(&before, &after) {
        Ok(edits)
    } else {
        Err(refused(file, Some(place)))
    }
}

/// Gives an entry another preferred target.
pub fn rename(file: &Source, concept: &Concept, target: &str) -> Result<Vec<Edit>, Notice> {
    let root = yaml::tree(file)?;
    let place = concept.at.1;
    let refuse = || refused(file, Some(place));
    let value = match entry_of(&root, place) {
        Some(Entry::Short(value)) => Some(value),
        Some(Entry::Whole(fields)) => {
            let target = fields.iter().find(|(key, _, _)| key == "tgt");
            target.map(|(_, _, value)| value)
        }
        None => None,
    };
    let value = match value.map(|value| &value.value) {
        Some(Value::List(items)) => items.first(),
        _ => value,
    };
    let value = value.ok_or_else(refuse)?;
    let end = last_byte(file, value).ok_or_else(refuse)?;
    let edits = vec![Edit {
        span: Span::of(value.span.range().start..end),
        text: flow(target),
    }];
    let (after, mut before) = (read_edited(file, &edits)?, read(file)?);
    if let Some(found) = before.iter_mut().find(|concept| concept.at.1 == place) {
        found.target = Some(target.to_owned());
    }
    if same(&before, &after) {
        Ok(edits)
    } else {
        Err(refuse())
    }
}

/// Takes an entry out, with its lines. Comments above it stay.
pub fn remove(file: &Source, concept: &Concept) -> Result<Vec<Edit>, Notice> {
    let root = yaml::tree(file)?;
    let place = concept.at.1;
    let refuse = || refused(file, Some(place));
    let (key, terms) = value_of(&root, "terms").ok_or_else(refuse)?;
    let starts: Vec<u32> = match &terms.value {
        Value::List(items) => items.iter().filter_map(first_byte).collect(),
        Value::Map(entries) => entries.iter().map(|(_, span, _)| span.start).collect(),
        _ => Vec::new(),
    };
    let entry_idx = starts.partition_point(|start| *start <= place.start);
    let start = entry_idx.checked_sub(1).and_then(|idx| starts.get(idx));
    let first = file.line_of(*start.ok_or_else(refuse)?);
    let limit = match starts.get(entry_idx) {
        Some(next) => file.line_of(*next),
        None => end_line(file, &root, key),
    };
    let is_content = |line: &u32| {
        let text = file.slice(file.line_span(*line)).trim();
        !text.is_empty() && !text.starts_with('#')
    };
    let last = (first..limit).rev().find(is_content).ok_or_else(refuse)?;
    let is_empty = |line: u32| {
        line >= 1 && line <= file.n_lines() && file.slice(file.line_span(line)).trim().is_empty()
    };
    // Of the two empty lines around it one goes.
    let last = if is_empty(last + 1) && is_empty(first - 1) {
        last + 1
    } else {
        last
    };
    let edits = vec![Edit {
        span: Span::new(file.line_span(first).start, line_start(file, last + 1)),
        text: String::new(),
    }];
    let (after, mut before) = (read_edited(file, &edits)?, read(file)?);
    before.retain(|concept| concept.at.1 != place);
    if same(&before, &after) {
        Ok(edits)
    } else {
        Err(refuse())
    }
}

/// What stands at a place: the value of `term: value`, or the fields of a whole entry.
enum Entry<'n> {
    Short(&'n Node),
    Whole(&'n [(String, Span, Node)]),
}

fn entry_of(root: &Node, place: Span) -> Option<Entry<'_>> {
    let (_, terms) = value_of(root, "terms")?;
    let short = |entries: &'_ [(String, Span, Node)]| {
        entries.iter().position(|(_, span, _)| *span == place)
    };
    let of = |entries| -> Option<Entry<'_>> {
        let entries: &[(String, Span, Node)] = entries;
        let (_, _, value) = entries.get(short(entries)?)?;
        Some(match &value.value {
            Value::Map(fields) => Entry::Whole(fields),
            _ => Entry::Short(value),
        })
    };
    match &terms.value {
        Value::Map(entries) => of(entries.as_slice()),
        Value::List(items) => items.iter().find_map(|item| {
            let Value::Map(fields) = &item.value else {
                return None;
            };
            let is_whole = fields
                .iter()
                .any(|(key, _, value)| key == "src" && value.span == place);
            if is_whole {
                Some(Entry::Whole(fields))
            } else {
                of(fields.as_slice())
            }
        }),
        _ => None,
    }
}

fn admit_whole(file: &Source, fields: &[(String, Span, Node)], target: &str) -> Option<Edit> {
    let field = |name: &str| fields.iter().find(|(key, _, _)| key == name);
    if let Some((_, key, value)) = field("allow") {
        return match &value.value {
            Value::Null => None,
            Value::List(items) if items.is_empty() => {
                let rest = file.text().get(key.range().end..)?;
                let at = key.range().end + rest.find('[')? + 1;
                Some(insert(at, flow(target)))
            }
            _ => into_value(file, value, target),
        };
    }
    if let Some((_, _, value)) = field("tgt")
        && matches!(value.value, Value::List(_))
    {
        return into_value(file, value, target);
    }
    let (_, key, value) = field("tgt").or_else(|| field("src"))?;
    let before = file.text().get(..key.range().start)?.trim_end();
    if before.ends_with(['{', ',']) {
        let end = last_byte(file, value)?;
        return Some(insert(end, format!(", allow: {}", flow_list(&[target]))));
    }
    let line = file.line_of(key.start);
    let margin = file
        .text()
        .get(file.line_span(line).range().start..key.range().start)?;
    let margin = margin.replace('-', " ");
    let end = file.line_of(u32::try_from(last_byte(file, value)?.saturating_sub(1)).ok()?);
    let at = line_start(file, end + 1);
    let eol = line_break(file.text());
    let new = format!("{margin}allow: {}", flow_list(&[target]));
    Some(appended(
        file,
        Span::new(at, at).range().start,
        &format!("{new}{eol}"),
        eol,
    ))
}

/// Adds a text to a value: to a list, or to a single text, which becomes a list.
fn into_value(file: &Source, value: &Node, target: &str) -> Option<Edit> {
    match &value.value {
        Value::Text(_) => {
            let (start, end) = (value.span.range().start, last_byte(file, value)?);
            let old = file.text().get(start..end)?;
            if old.contains('\n') || old.starts_with(['|', '>']) {
                return None;
            }
            // A plain text may hold what a flow list would part: `U.S., United States`.
            let old = if old.starts_with(['"', '\'']) {
                old.to_owned()
            } else {
                flow(old)
            };
            Some(Edit {
                span: Span::of(start..end),
                text: format!("[{old}, {}]", flow(target)),
            })
        }
        Value::List(items) => {
            let last = items.last()?;
            let end = last_byte(file, last)?;
            let start = last.span.range().start;
            let line = file.line_span(file.line_of(last.span.start));
            let margin = file.text().get(line.range().start..start)?;
            if margin.trim() == "-" {
                let eol = line_break(file.text());
                let at = line_start(file, file.line_of(last.span.start) + 1);
                let new = format!("{margin}{}{eol}", flow(target));
                return Some(appended(file, Span::new(at, at).range().start, &new, eol));
            }
            Some(insert(end, format!(", {}", flow(target))))
        }
        _ => None,
    }
}

fn into_terms(
    file: &Source,
    root: &Node,
    key: Span,
    terms: &Node,
    entry: &NewEntry,
    eol: &str,
) -> Edit {
    let is_map = matches!(&terms.value, Value::Map(entries) if !entries.is_empty());
    let last = match &terms.value {
        Value::List(items) => items.last().and_then(first_byte),
        Value::Map(entries) => entries.last().map(|(_, span, _)| span.start),
        _ => None,
    };
    let limit = end_line(file, root, key);
    let Some(last) = last else {
        // `terms:`, `terms: []`: what stands behind the colon gives way.
        let line = file.line_span(file.line_of(key.start)).range();
        let rest = file
            .text()
            .get(key.range().end..line.end)
            .unwrap_or_default();
        let rest = rest.split(" #").next().unwrap_or_default().trim_end();
        let end = key.range().end + rest.len();
        let text = format!(":{eol}{}", item(entry, "  ", &Style::Flow, eol));
        let text = text.trim_end_matches(eol).to_owned();
        return Edit {
            span: Span::of(key.range().end..end),
            text,
        };
    };
    let line = file.line_span(file.line_of(last));
    let before = file.slice(Span::new(line.start, last));
    let lead = before.trim_start();
    let margin = &before[..before.len() - lead.len()];
    let style = match lead {
        "" if is_map => Style::Map,
        _ if lead.contains('{') => Style::Flow,
        _ => Style::Block,
    };
    let is_content = |line: &u32| {
        let text = file.slice(file.line_span(*line)).trim();
        !text.is_empty() && !text.starts_with('#')
    };
    let end = (1..limit).rev().find(is_content).unwrap_or(limit);
    let at = Span::new(0, line_start(file, end + 1)).range().end;
    // Entries with an empty line between them stay so.
    let above = file.line_of(last).saturating_sub(1);
    let is_apart = matches!(style, Style::Block)
        && above > file.line_of(key.start)
        && file.slice(file.line_span(above)).trim().is_empty();
    let gap = if is_apart { eol } else { "" };
    appended(
        file,
        at,
        &format!("{gap}{}", item(entry, margin, &style, eol)),
        eol,
    )
}

fn is_blank(root: &Node) -> bool {
    matches!(&root.value, Value::Map(entries) if entries.is_empty())
}

fn read(file: &Source) -> Result<Vec<Concept>, Notice> {
    let (termbase, notices) = yaml::read(file);
    notices
        .into_iter()
        .next()
        .map_or(Ok(termbase.concepts), Err)
}

fn read_edited(file: &Source, edits: &[Edit]) -> Result<Vec<Concept>, Notice> {
    let (text, _) = edit::apply(file.text(), edits);
    read(&Source::new(file.name(), text)).map_err(|_| refused(file, None))
}

fn refused(file: &Source, at: Option<Span>) -> Notice {
    Notice::new("glossary-edit-refused").at(file, at.unwrap_or_default())
}

fn same(before: &[Concept], after: &[Concept]) -> bool {
    // Places move; everything else must stay.
    let told = |concept: &Concept| {
        let nowhere = (Source::new("", ""), Span::default());
        format!(
            "{:?}",
            Concept {
                at: nowhere,
                ..concept.clone()
            }
        )
    };
    before.len() == after.len()
        && before
            .iter()
            .zip(after)
            .all(|(one, other)| told(one) == told(other))
}

fn is_entry(concept: &Concept, entry: &NewEntry) -> bool {
    concept.target == entry.target
        && concept.is_dnt == entry.target.is_none()
        && concept.allow == entry.allow
        && concept.forbid == entry.forbid
        && concept.note == entry.note
}
