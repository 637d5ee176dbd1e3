//! `duizhao check --changed-from REV`: what a change made worse, measured at the commit where it began.

use crate::edge::cli::commands::look;
use crate::edge::cli::commands::look::Measure;
use crate::edge::cli::commands::status;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::edge::files::git::Git;
use crate::edge::files::revision::Revision;
use crate::edge::project::discover::Project;
use crate::edge::project::glossary;
use crate::edge::project::load;
use crate::edge::project::load::Loaded;
use crate::edge::project::load::Workspace;
use crate::edge::project::past;
use crate::edge::project::past::Past;
use crate::lint::delta;
use crate::lint::delta::Scene;
use crate::lint::finding::Finding;
use crate::lint::rule::Check;
use crate::progress::blame;
use crate::progress::movement;
use crate::report::run::BaseRun;
use crate::report::status::StatusRow;
use crate::report::status::total;
use crate::rules::RULES;
use camino::Utf8PathBuf;
use std::collections::{BTreeMap, BTreeSet};

/// The project where the change began.
pub struct Base {
    past: Past,
    /// The documents that the change touched, as they were.
    touched: Workspace,
    /// Whether the glossary stands as it stood.
    has_same_glossary: bool,
}

/// What findings were compared with.
pub struct Changed {
    /// The base, for reports.
    pub base: BaseRun,
    /// The coverage of the base, by language.
    pub rows: Vec<StatusRow>,
}

impl Base {
    /// Finds where the present commit and `revision` part, and reads the project as it was there. Documents whose source, draft and lock
    /// stand as they stood are not read twice. Of the documents those are kept that `paths` name.
    pub fn open(
        ui: &Ui,
        project: &Project,
        workspace: &Workspace,
        paths: &[Utf8PathBuf],
        revision: &str,
    ) -> Result<Self, Failure> {
        let selection = open::selection(ui, project, paths)?;
        let git = Git::open(&project.root)?;
        let commit = git.merge_base(revision)?;
        let then = match past::open(&project.root, &git, &commit, revision) {
            Ok(then) => then,
            // A change may bring the project along, or mend its settings: the texts were there all the same.
            Err(_) => {
                ui.say_message("changed-no-project", &[("revision", revision)]);
                project.with_files(Box::new(Revision::open(&git, &commit)?))
            }
        };
        let names = (revision, commit);
        let (past, touched) = Past::compare(&git, names, then, (project, workspace), &selection)?;
        let touched = load::load_with(&past.project, touched, workspace.termbase.clone());
        let glossaries = [project, &past.project].map(|project| glossary::files(project).ok());
        let mut files = glossaries.iter().flatten().flatten();
        Ok(Self {
            has_same_glossary: glossaries[0] == glossaries[1]
                && files.all(|path| past.is_same_file(project, path)),
            touched,
            past,
        })
    }

    /// Takes away the findings that the base had; returns the others, and what they were compared with. The base is measured by the present rules and glossary: what they ask for is asked of both.
    pub fn compare(
        &self,
        workspace: &Workspace,
        measure: &Measure<'_>,
        findings: Vec<Finding>,
    ) -> (Vec<Finding>, Changed) {
        let is_same = |loaded: &&Loaded| self.past.same.contains(&loaded.paths.target);
        let same: Vec<&Loaded> = workspace.documents.iter().filter(is_same).collect();
        let rows = self.touched.documents.iter().chain(same.iter().copied());
        let rows: Vec<StatusRow> = rows.map(status::row).collect();
        let is_wide = findings.iter().any(looks_around);
        let n_all = findings.len();
        let findings = match is_wide {
            true => findings,
            false => self.without_same(workspace, findings),
        };
        let mut documents: Vec<&Loaded> = self.touched.documents.iter().collect();
        if is_wide {
            documents.extend(&same);
        }
        documents.sort_by(|one, other| one.paths.cmp(&other.paths));
        let base_findings = self.findings(workspace, measure, &documents, is_wide, &findings);
        let renamed = self.past.renamed.iter();
        let renamed = renamed.map(|(old, new)| (old.to_string(), new.to_string()));
        let bitexts = documents.iter().map(|one| &one.bitext);
        let renamed: BTreeMap<String, String> = renamed.collect();
        let movement = movement::movement(
            &self
                .touched
                .documents
                .iter()
                .map(|one| &one.bitext)
                .collect::<Vec<_>>(),
            &self
                .touched_now(workspace)
                .map(|one| &one.bitext)
                .collect::<Vec<_>>(),
            &renamed,
        );
        let base_scene = Scene::new(bitexts, renamed);
        let present = workspace.documents.iter().map(|one| &one.bitext);
        let scene = Scene::new(present, BTreeMap::new());
        let new = delta::compare(&base_findings, &base_scene, findings, &scene);
        let changed = Changed {
            base: BaseRun {
                revision: self.past.revision.clone(),
                commit: self.past.commit.clone(),
                n_known: n_all - new.len(),
                coverage: total(&rows),
                movement,
                touched: self.touched_files(workspace),
            },
            rows,
        };
        (new, changed)
    }

    /// The documents that the change touched, as they are.
    fn touched_now<'a>(&'a self, workspace: &'a Workspace) -> impl Iterator<Item = &'a Loaded> {
        let documents = workspace.documents.iter();
        documents.filter(|loaded| !self.past.same.contains(&loaded.paths.target))
    }

    fn touched_files(&self, workspace: &Workspace) -> BTreeSet<String> {
        let files = self.touched_now(workspace).flat_map(|loaded| {
            let paths = &loaded.paths;
            [&paths.source, &paths.target, &paths.lock].map(ToString::to_string)
        });
        files.collect()
    }

    /// Leaves out the findings of documents that stand as they stood: the base had them all.
    fn without_same(&self, workspace: &Workspace, findings: Vec<Finding>) -> Vec<Finding> {
        let touched = self.touched_files(workspace);
        let is_touched = |finding: &Finding| touched.contains(finding.at.source.name());
        findings.into_iter().filter(is_touched).collect()
    }

    fn findings(
        &self,
        workspace: &Workspace,
        measure: &Measure<'_>,
        documents: &[&Loaded],
        is_wide: bool,
        now: &[Finding],
    ) -> Vec<Finding> {
        let is_whole = is_wide && measure.is_whole && self.touched.problems.is_empty();
        let measure = |termbase| Measure {
            project: &self.past.project,
            config: measure.config,
            selection: measure.selection,
            termbase,
            is_whole,
        };
        let mut findings = look::check_all(&measure(&workspace.termbase), documents);
        let is_of_glossary = |finding: &Finding| finding.rule.group() == "gloss";
        if !self.has_same_glossary && now.iter().any(is_of_glossary) {
            // The glossary's own faults are those of the glossary as it was.
            findings.retain(|finding| !is_of_glossary(finding));
            if let Ok(termbase) = glossary::load(&self.past.project) {
                let of_glossary = look::check_all(&measure(&termbase), documents);
                findings.extend(of_glossary.into_iter().filter(is_of_glossary));
            }
        }
        findings
    }
}

/// Says how many findings the base had too.
pub fn tell(ui: &Ui, base: &BaseRun) {
    if base.n_known > 0 {
        let n = base.n_known.to_string();
        let args = [
            ("n", n.as_str()),
            ("commit", blame::short(&base.commit)),
            ("revision", &base.revision),
        ];
        ui.say_message("changed-known", &args);
    }
}

/// Tells whether a finding comes of more than its own document: then the base is checked as a whole.
fn looks_around(finding: &Finding) -> bool {
    let rule = RULES.iter().find(|rule| rule.meta.id == finding.rule.id);
    let is_of_many = |check: &Check| {
        matches!(
            check,
            Check::Site(_) | Check::Project(_) | Check::Sentences(_) | Check::Waiver(_)
        )
    };
    matches!(finding.rule.group(), "link" | "site")
        || rule.is_none_or(|rule| is_of_many(&rule.check))
}
