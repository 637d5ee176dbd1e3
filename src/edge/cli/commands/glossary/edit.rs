//! What `add`, `admit` and `remove` share: finding the entry that is meant, and showing or writing the edit.

use crate::edge::cli::commands::glossary::files::Glossary;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::ui::Ui;
use crate::lint::glossary::place;
use crate::report::patch;
use crate::termbase::concept::Concept;
use crate::termbase::fold::fold;
use crate::text::edit;
use crate::text::edit::Edit;
use crate::text::notice::Notice;
use crate::text::source::Source;
use std::io::Write;

/// Finds the one entry with this id or source form.
pub fn find<'g>(glossary: &'g Glossary, name: &str) -> Result<&'g Concept, Notice> {
    let concepts = &glossary.termbase.concepts;
    if let Some(concept) = concepts.iter().find(|concept| concept.id == name) {
        let same_form = with_form(glossary, name);
        if concept.has_own_id || same_form.len() < 2 {
            return Ok(concept);
        }
    }
    match with_form(glossary, name).as_slice() {
        [] => Err(Notice::new("glossary-entry-missing").arg("name", name)),
        [concept] => Ok(concept),
        several => {
            let places: Vec<String> = several.iter().map(|concept| place(concept)).collect();
            let notice = Notice::new("glossary-entry-ambiguous").arg("name", name);
            Err(notice.arg("places", places.join(", ")))
        }
    }
}

/// Returns the entries that have a source form.
pub fn with_form<'g>(glossary: &'g Glossary, form: &str) -> Vec<&'g Concept> {
    let wanted = fold(form);
    let concepts = glossary.termbase.concepts.iter();
    concepts
        .filter(|concept| concept.source.iter().any(|its| fold(its) == wanted))
        .collect()
}

/// Shows the edits of a file, or writes them.
pub fn finish(
    ui: &Ui,
    glossary: &Glossary,
    file: &Source,
    edits: &[Edit],
    is_dry_run: bool,
) -> Result<Exit, Failure> {
    if is_dry_run {
        let mut out = ui.out();
        patch::write(file, edits, &mut out)?;
        out.flush()?;
        return Ok(Exit::Clean);
    }
    let (text, _) = edit::apply(file.text(), edits);
    glossary.save(ui, file, &text)?;
    ui.say_message("glossary-written", &[("path", file.name())]);
    Ok(Exit::Clean)
}
