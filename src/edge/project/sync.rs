//! Drafts brought in step with their sources: planned in memory, in parallel, and written one after the other.

use crate::bitext::align::AlignSettings;
use crate::document::document::Document;
use crate::draft::step::NewText;
use crate::draft::sync;
use crate::draft::sync::SyncSettings;
use crate::draft::sync::Synced;
use crate::draft::sync::Workshop;
use crate::edge::project::discover::Project;
use crate::edge::project::glossary;
use crate::edge::project::load;
use crate::edge::project::load::Unresolved;
use crate::edge::project::save::Draft;
use crate::edge::project::strayed;
use crate::edge::project::strayed::Stray;
use crate::edge::project::walk::Paths;
use crate::lock::elsewhere::Elsewhere;
use crate::lock::jsonl;
use crate::lock::resolve;
use crate::text::notice::Notice;
use crate::text::source::Source;

/// What is wanted besides what the project's settings say.
#[derive(Clone, Copy, Debug)]
pub struct Wishes {
    /// What stands for new text.
    pub new: NewText,
    /// Whether orphans are removed.
    pub is_pruning: bool,
    /// Whether mechanical changes are repeated.
    pub is_patching: bool,
}

/// A draft and what is to become of it.
pub struct PlannedDraft {
    /// Its files.
    pub paths: Paths,
    /// Its source.
    pub source: Source,
    /// The draft as it is; empty where there is none.
    pub before: Source,
    /// What becomes of it, or why it is left alone.
    pub outcome: Result<Synced, Notice>,
    lock_before: Option<Source>,
    stray: Option<Stray>,
}

/// All drafts, and the files that could not be loaded.
pub struct Planned {
    /// The drafts.
    pub drafts: Vec<PlannedDraft>,
    /// Files that could not be loaded: told, left alone.
    pub problems: Vec<Notice>,
}

/// Plans for the documents named.
pub fn plan(project: &Project, paths: Vec<Paths>, wishes: Wishes) -> Result<Planned, Vec<Notice>> {
    let termbase = glossary::load(project)?;
    let align = glossary::align_settings(&termbase);
    let settings = SyncSettings {
        new: wishes.new,
        is_pruning: wishes.is_pruning,
        is_patching: wishes.is_patching,
        locale_map: &project.config.locale_map,
        glossary: Some(termbase.version).filter(|version| *version > 0),
    };
    let (mut drafts, problems) = load::each(project, paths, |one, elsewhere| {
        plan_one(project, one, elsewhere, &align, settings)
    });
    let strays: Vec<Option<&Stray>> = drafts.iter().map(|draft| draft.stray.as_ref()).collect();
    for (at, notice) in strayed::notices(&strays) {
        // A new draft would stand in the way of the one that is to be moved here.
        if let Some(draft) = drafts.get_mut(at) {
            draft.outcome = Err(notice);
        }
    }
    Ok(Planned { drafts, problems })
}

fn plan_one(
    project: &Project,
    one: Unresolved,
    offer: &Elsewhere,
    align: &AlignSettings,
    settings: SyncSettings<'_>,
) -> PlannedDraft {
    let stray = Stray::of(&one.paths, &one.source, &one.target, &one.lock);
    let Unresolved {
        paths,
        source,
        target,
        lock,
        lock_source,
    } = one;
    let (original, before) = (source.clone(), target.source.clone());
    let workshop = Workshop {
        read: &load::draft_reader(project, &paths),
        resolve: &|lock, target: Document| {
            resolve::resolve(lock, offer, original.clone(), target, align)
        },
    };
    let bitext = resolve::resolve(&lock, offer, source, target, align);
    PlannedDraft {
        source: original.source.clone(),
        outcome: sync::sync(bitext, &lock, settings, &workshop),
        before,
        lock_before: lock_source,
        stray,
        paths,
    }
}

impl PlannedDraft {
    /// Tells whether the draft or its lock would be written.
    pub fn is_changed(&self) -> bool {
        let outcome = self.outcome.as_ref();
        outcome.is_ok_and(|synced| synced.text != self.before.text() || synced.lock.is_some())
    }
}

/// Writes a draft and its lock, both or none. Where a file says something else than when it was read nothing is written.
pub fn write(project: &Project, draft: &PlannedDraft) -> Result<(), Notice> {
    let Ok(synced) = &draft.outcome else {
        return Ok(());
    };
    let files = Draft {
        paths: &draft.paths,
        source: &draft.source,
        target: &draft.before,
        lock: draft.lock_before.as_ref(),
    };
    let lock = synced.lock.as_ref().map(jsonl::write);
    files.save(project, &synced.text, lock.as_deref())
}
