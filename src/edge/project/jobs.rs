//! Documents given out to be translated elsewhere, and what comes back written into their drafts.

use crate::bitext::align::AlignSettings;
use crate::bitext::bitext::Bitext;
use crate::document::document::Document;
use crate::draft::fill;
use crate::draft::filling::FillSettings;
use crate::draft::filling::Filled;
use crate::draft::filling::Filling;
use crate::draft::sync::Workshop;
use crate::edge::project::discover::Project;
use crate::edge::project::elsewhere::Offers;
use crate::edge::project::glossary;
use crate::edge::project::load;
use crate::edge::project::load::Loaded;
use crate::edge::project::load::Unresolved;
use crate::edge::project::load::Workspace;
use crate::edge::project::save::Draft;
use crate::edge::project::walk::Paths;
use crate::interchange::job::content::Job;
use crate::interchange::job::make;
use crate::interchange::job::make::Choice;
use crate::interchange::job::terms::Terms;
use crate::lock::elsewhere::Elsewhere;
use crate::lock::jsonl;
use crate::lock::lock::Lock;
use crate::lock::resolve;
use crate::termbase::termbase::Termbase;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use rayon::prelude::*;

/// Documents whose drafts may be written into.
pub struct Desk<'p> {
    project: &'p Project,
    align: AlignSettings,
    termbase: Termbase,
    offers: Offers,
    /// The documents.
    pub documents: Vec<Loaded>,
    /// Files that could not be loaded.
    pub problems: Vec<Notice>,
}

impl<'p> Desk<'p> {
    /// Loads the documents named.
    pub fn open(project: &'p Project, paths: Vec<Paths>) -> Result<Self, Vec<Notice>> {
        let termbase = glossary::load(project)?;
        let align = glossary::align_settings(&termbase);
        let resolved = |one: Unresolved, offer: &Elsewhere| one.resolve(offer, &align).0;
        let (documents, problems, offers) = load::each_with_offers(project, paths, resolved);
        Ok(Self {
            project,
            documents,
            align,
            termbase,
            offers,
            problems,
        })
    }

    /// Plans what becomes of a document's draft.
    pub fn fill(&self, document: usize, fillings: &[Filling], is_lenient: bool) -> Filled {
        let Loaded {
            paths,
            bitext,
            lock,
            ..
        } = &self.documents[document];
        let offer = self.offers.of(&paths.target_lang);
        let workshop = Workshop {
            read: &load::draft_reader(self.project, paths),
            resolve: &|lock: &Lock, target: Document| -> Bitext {
                resolve::resolve(lock, offer, bitext.source.clone(), target, &self.align)
            },
        };
        let settings = FillSettings {
            is_lenient,
            locale_map: &self.project.config.locale_map,
            glossary: Some(self.termbase.version).filter(|version| *version > 0),
        };
        fill::fill(bitext, lock, fillings, settings, &workshop)
    }

    /// Tells whether a document's draft or lock would be written.
    pub fn is_changed(&self, document: usize, filled: &Filled) -> bool {
        let draft = &self.documents[document].bitext.target.source;
        filled.lock.is_some() || filled.text != draft.text()
    }

    /// Writes a draft and its lock, both or none. Where a file says something else than when it was read nothing is written.
    pub fn write(&self, document: usize, filled: &Filled) -> Result<(), Notice> {
        let draft = Draft::of(&self.documents[document]);
        let lock = filled.lock.as_ref().map(jsonl::write);
        draft.save(self.project, &filled.text, lock.as_deref())
    }
}

/// Makes the job of all documents in one target language.
pub fn job(workspace: &Workspace, lang: &Lang, choice: Choice<'_>) -> Job {
    let documents = workspace.documents.iter();
    let documents: Vec<&Loaded> = documents
        .filter(|loaded| loaded.paths.target_lang == *lang)
        .collect();
    let source = documents
        .first()
        .map_or_else(|| lang.clone(), |loaded| loaded.paths.source_lang.clone());
    let terms = Terms::new(&workspace.termbase, &source);
    let files = documents
        .par_iter()
        .map(|loaded| make::file(&loaded.bitext, &terms, choice));
    Job {
        files: files.collect(),
        source,
        target: lang.clone(),
    }
}
