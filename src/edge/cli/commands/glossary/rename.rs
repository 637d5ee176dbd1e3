//! `duizhao glossary rename`: another name for a term, in the glossary and in all drafts.

use crate::edge::cli::commands::glossary::survey;
use crate::edge::cli::commands::status;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Before;
use crate::edge::files::Change;
use crate::edge::project::save;
use crate::lint::glossary::alive_in;
use crate::lint::glossary::place;
use crate::lint::rename;
use crate::lint::rename::Extent;
use crate::lint::rename::Occurrence;
use crate::report::patch;
use crate::termbase::splice;
use crate::text::edit;
use crate::text::edit::Edit;
use crate::text::notice::Notice;
use crate::text::source::Source;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use std::collections::BTreeMap;
use std::io::Write;

/// What `glossary rename` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The target term as the glossary has it.
    #[arg(value_name = "OLD")]
    pub old: String,
    /// Its new name.
    #[arg(value_name = "NEW")]
    pub new: String,
    /// Documents, drafts or folders; all without one.
    #[arg(value_name = "PATH")]
    pub paths: Vec<Utf8PathBuf>,
    /// Also where the source term does not stand.
    #[arg(long)]
    pub everywhere: bool,
    /// Writes the changes.
    #[arg(long)]
    pub write: bool,
}

/// Runs it: a preview, unless told to write.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    if args.new.trim().is_empty() {
        return Err(Notice::new("glossary-add-empty").into());
    }
    let _turn = args.write.then(|| open::turn(ui));
    let (project, mut workspace) = open::open(ui, &args.paths)?;
    let termbase = workspace.termbase.clone();
    let named =
        alive_in(&termbase).filter(|(_, concept)| concept.target.as_ref() == Some(&args.old));
    let named: Vec<_> = named.collect();
    let (concept_idx, concept) = match named.as_slice() {
        [one] => *one,
        [] => {
            return Err(Notice::new("glossary-target-missing")
                .arg("name", &args.old)
                .into());
        }
        several => {
            let places: Vec<String> = several.iter().map(|(_, concept)| place(concept)).collect();
            let notice = Notice::new("glossary-target-ambiguous").arg("name", &args.old);
            return Err(notice.arg("places", places.join(", ")).into());
        }
    };
    let extent = if args.everywhere {
        Extent::Everywhere
    } else {
        Extent::Paired
    };
    let glossary = concept.at.0.clone();
    let entry = splice::rename(&glossary, concept, &args.new)?;
    workspace.termbase = rename::renamed(&termbase, concept_idx, &args.new, extent);
    let found = survey::look(&workspace, |cx| rename::occurrences(cx, concept_idx));
    let mut changes: BTreeMap<String, (Source, Vec<Edit>)> = BTreeMap::new();
    for Occurrence { at, edit } in &found {
        match edit {
            Some(edit) => {
                let name = at.source.name().to_owned();
                let of_file = changes
                    .entry(name)
                    .or_insert_with(|| (at.source.clone(), Vec::new()));
                of_file.1.push(edit.clone());
            }
            None => {
                let line = at.source.line_of(at.span.start).to_string();
                let text = at.source.slice(at.span);
                let args = [("path", at.source.name()), ("line", &line), ("text", text)];
                ui.say_message("glossary-rename-left", &args);
            }
        }
    }
    let n = changes
        .values()
        .map(|(_, edits)| edits.len())
        .sum::<usize>();
    let glossary_path = glossary.name().to_owned();
    changes.insert(glossary_path.clone(), (glossary, entry));
    if args.write {
        // The glossary goes last: as long as it has the old name, a run that broke off can be run again.
        let is_last = |path: &str| path == glossary_path;
        let drafts = changes.iter().filter(|(path, _)| !is_last(path));
        let last = changes.iter().filter(|(path, _)| is_last(path));
        for (path, (source, edits)) in drafts.chain(last) {
            let (text, _) = edit::apply(source.text(), edits);
            let change = Change {
                path: Utf8Path::new(path),
                before: Before::Text(source.text()),
                bytes: text.as_bytes(),
            };
            save::save(&project, &[change], &[])?;
        }
    } else {
        let mut out = ui.out();
        for (source, edits) in changes.values() {
            patch::write(source, edits, &mut out)?;
        }
        out.flush()?;
    }
    let id = if args.write {
        "glossary-rename-done"
    } else {
        "glossary-rename-would"
    };
    ui.say_message(id, &[("n", &n.to_string())]);
    Ok(status::ending(&workspace, Exit::Clean))
}
