//! The fixes of `duizhao check`: shown, or applied.

use crate::catalog::name;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Before;
use crate::edge::files::Change;
use crate::edge::project::discover::Project;
use crate::edge::project::save;
use crate::lint::finding::Finding;
use crate::lint::fix::Applicability;
use crate::markdown::write;
use crate::report::patch;
use crate::text::edit;
use crate::text::edit::Edit;
use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;
use camino::Utf8Path;
use std::collections::BTreeMap;
use std::io::Write;

/// Shows what fixes would change and writes nothing.
pub fn show(ui: &Ui, findings: &[Finding], has_consent: bool) -> Result<Exit, Failure> {
    let fixes = fixes(findings, has_consent);
    let mut out = ui.out();
    for Fixes { source, edits, .. } in fixes.values() {
        patch::write(source, edits, &mut out)?;
    }
    out.flush()?;
    if fixes.is_empty() {
        ui.say_message("check-nothing-to-fix", &[]);
        return Ok(Exit::Clean);
    }
    Ok(Exit::Findings)
}

/// What became of fixes.
#[derive(Debug, Default)]
pub struct Applied {
    /// How many edits were made.
    pub n_edits: usize,
    /// Files that could not be written: as they were.
    pub problems: Vec<Notice>,
}

/// Applies the fixes that may be applied, once. A file that says something else than when it was read is left alone.
pub fn apply(project: &Project, findings: &[Finding], has_consent: bool) -> Applied {
    let mut applied = Applied::default();
    for (path, Fixes { source, edits, .. }) in &fixes(findings, has_consent) {
        let (text, n_refused) = edit::apply(source.text(), edits);
        if text == source.text() {
            continue;
        }
        let change = Change {
            path: Utf8Path::new(path),
            before: Before::Text(source.text()),
            bytes: text.as_bytes(),
        };
        match save::save(project, &[change], &[]) {
            Ok(()) => applied.n_edits += edits.len() - n_refused,
            Err(notice) => applied.problems.push(notice),
        }
    }
    applied
}

/// Says how much was fixed, and how much waits for consent.
pub fn tell(ui: &Ui, n_fixed: usize, left: &[Finding]) {
    if n_fixed > 0 {
        ui.say_message("check-fixed", &[("n", &n_fixed.to_string())]);
    }
    let fixes = left.iter().filter_map(|finding| finding.fix.as_ref());
    let n_unsafe = fixes
        .filter(|fix| fix.applicability == Applicability::Unsafe)
        .count();
    if n_unsafe > 0 {
        ui.say_message("check-more-unsafe", &[("n", &n_unsafe.to_string())]);
    }
}

/// A file's edits.
struct Fixes {
    source: Source,
    edits: Vec<Edit>,
    /// Where something is edited already: first byte to one past the last.
    taken: BTreeMap<u32, u32>,
}

/// The edits of all fixes that may be applied, by file. Of fixes that overlap the first one stands.
fn fixes(findings: &[Finding], has_consent: bool) -> BTreeMap<String, Fixes> {
    let mut by_file: BTreeMap<String, Fixes> = BTreeMap::new();
    for finding in findings {
        let Some(fix) = &finding.fix else {
            continue;
        };
        let is_allowed = match fix.applicability {
            Applicability::Safe => true,
            Applicability::Unsafe => has_consent,
            Applicability::DisplayOnly => false,
        };
        let source = &finding.at.source;
        let of_file = by_file
            .entry(source.name().to_owned())
            .or_insert_with(|| Fixes {
                source: source.clone(),
                edits: Vec::new(),
                taken: BTreeMap::new(),
            });
        if is_allowed && fix.edits.iter().all(|edit| of_file.is_free(edit.span)) {
            for edit in &fix.edits {
                of_file.taken.insert(edit.span.start, edit.span.end);
                of_file.edits.push(written(source, edit));
            }
        }
    }
    by_file.retain(|_, of_file| !of_file.edits.is_empty());
    by_file
}

/// An edit as it stands in its file: in JSON a quotation mark or a line break is written as an escape.
fn written(source: &Source, edit: &Edit) -> Edit {
    let text = match name::is_json(source.name()) {
        true => write::json(&edit.text),
        false => edit.text.clone(),
    };
    Edit {
        span: edit.span,
        text,
    }
}

impl Fixes {
    fn is_free(&self, span: Span) -> bool {
        let before = self.taken.range(..=span.start).next_back();
        let is_after = before.is_none_or(|(start, end)| *end <= span.start && *start < span.start);
        let next = self.taken.range(span.start..).next();
        is_after && next.is_none_or(|(start, _)| span.end <= *start)
    }
}
