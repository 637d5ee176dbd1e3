//! What `duizhao check` sees of a project: documents one at a time where that will do, held together where their texts are compared.

use crate::config::config::Config;
use crate::edge::cli::commands::changed::Base;
use crate::edge::cli::commands::changed::Changed;
use crate::edge::cli::commands::check::Args;
use crate::edge::cli::commands::known;
use crate::edge::cli::commands::status;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::spinner::Spinner;
use crate::edge::cli::ui::Ui;
use crate::edge::project::cache::Caching;
use crate::edge::project::discover::Project;
use crate::edge::project::glossary;
use crate::edge::project::load::Loaded;
use crate::edge::project::load::Workspace;
use crate::edge::project::site_pages;
use crate::edge::project::stream;
use crate::edge::project::stream::Origin;
use crate::edge::project::stream::Stream;
use crate::edge::project::walk;
use crate::lint::baseline::Compared;
use crate::lint::checked::Checked;
use crate::lint::checked::KeptCheck;
use crate::lint::conclude;
use crate::lint::finding::Finding;
use crate::lint::runner;
use crate::lint::runner::CheckSettings;
use crate::lint::runner::Checkers;
use crate::lint::runner::Reach;
use crate::lint::runner::Subject;
use crate::lint::select::Selection;
use crate::progress::coverage::Coverage;
use crate::report::status::StatusRow;
use crate::rules::RULES;
use crate::termbase::termbase::Termbase;
use crate::text::notice::Notice;

/// What a look at the project has found.
pub struct Look {
    /// The findings, and how many of them are known.
    pub found: Compared,
    /// What they were compared with, where only what became worse counts.
    pub changed: Option<Changed>,
    /// How far each document has come.
    pub rows: Vec<StatusRow>,
    /// Files that could not be read.
    pub problems: Vec<Notice>,
    /// The documents, where they are held.
    pub workspace: Option<Workspace>,
}

/// Checks everything; leaves out what the base of the change had, and what the baseline knows.
pub fn look(ui: &Ui, project: &Project, args: &Args) -> Result<Look, Failure> {
    let has_baseline = args.baseline.is_some() || project.config.gate.baseline.is_some();
    let has_ages = args.max_stale_age.is_some() || project.config.gate.max_stale_age.is_some();
    let is_compared = has_baseline || args.write_baseline || args.changed_from.is_some();
    let shows_texts = args.format.iter().any(|output| output.name == "html");
    if is_compared || has_ages || shows_texts {
        held(ui, project, args)
    } else {
        streamed(ui, project, args)
    }
}

/// Checks documents that are held together: findings are known again by the texts that they stand in.
fn held(ui: &Ui, project: &Project, args: &Args) -> Result<Look, Failure> {
    let paths = open::selection(ui, project, &args.paths)?;
    let workspace = open::load_all(ui, project, &paths)?;
    let measure = Measure {
        project,
        config: &project.config,
        selection: &selection(&project.config, args),
        termbase: &workspace.termbase,
        is_whole: args.paths.is_empty() && workspace.problems.is_empty(),
    };
    let documents: Vec<&Loaded> = workspace.documents.iter().collect();
    let mut findings = check_all(&measure, &documents);
    let mut changed = None;
    if let Some(revision) = &args.changed_from {
        let base = Base::open(ui, project, &workspace, &args.paths, revision)?;
        let (new, compared) = base.compare(&workspace, &measure, findings);
        (findings, changed) = (new, Some(compared));
    }
    let baseline = match args.write_baseline {
        true => None,
        false => known::read(ui, project, args.baseline.as_deref())?,
    };
    Ok(Look {
        found: known::compare(baseline.as_ref(), &workspace, findings),
        changed,
        rows: status::rows(&workspace),
        problems: workspace.problems.clone(),
        workspace: Some(workspace),
    })
}

/// Checks documents one at a time. What was found in each alone is kept for the next run; what only all of them tell is worked out anew.
fn streamed(ui: &Ui, project: &Project, args: &Args) -> Result<Look, Failure> {
    let chosen = open::selection(ui, project, &args.paths)?;
    let paths = walk::walk(project, &chosen)?;
    let n = paths.len().to_string();
    let spinner = Spinner::start(ui.messages.format("cli-loading", &[("n", &n)]));
    let (termbase, glossaries) = glossary::read(project)?;
    let selection = selection(&project.config, args);
    let site = site_pages::gather(project, chosen.is_empty().then(|| paths.clone()));
    let mut settings = CheckSettings {
        locale_map: &project.config.locale_map,
        spelling: project.config.spelling,
        site: Some(&site),
        ..CheckSettings::new(RULES, &selection, &termbase)
    };
    let languages = paths.iter();
    let languages = languages.map(|one| (one.source_lang.clone(), one.target_lang.clone()));
    let checkers = Checkers::new(&termbase, languages);
    let told = [format!("{selection:?}")];
    let caching = Caching::unless(args.no_cache);
    let cache = caching.open(project, "check", &paths, &glossaries, &told);
    let stream = Stream {
        project,
        termbase: &termbase,
        cache: cache.as_ref(),
        is_whole: chosen.is_empty(),
    };
    let make = |loaded: &Loaded| {
        let checked = runner::check_one(&settings, &checkers, &loaded.subject());
        (checked.keep(RULES), Coverage::of(&loaded.bitext))
    };
    let keep = |origin: Origin, (kept, coverage): (Option<KeptCheck>, Coverage)| {
        let paths = origin.paths().clone();
        let row = status::row_of(&paths, coverage);
        let languages = (paths.source_lang, paths.target_lang);
        let kept = kept?;
        let texts = origin.texts(kept.needs_lock());
        Some((kept.with(texts, languages, RULES)?, row))
    };
    let (seen, problems) = stream::stream(&stream, &paths, make, keep);
    let is_whole = chosen.is_empty() && problems.is_empty();
    if let Some(cache) = cache {
        cache.save(is_whole);
    }
    let (checked, rows): (Vec<Checked>, Vec<StatusRow>) = seen.into_iter().unzip();
    settings.reach = reach(is_whole);
    let findings = conclude::conclude(&settings, checked);
    spinner.stop();
    problems.iter().for_each(|problem| ui.tell(problem));
    Ok(Look {
        found: Compared {
            new: findings,
            n_known: 0,
            n_gone: 0,
        },
        changed: None,
        rows,
        problems,
        workspace: None,
    })
}

const fn reach(is_whole: bool) -> Reach {
    if is_whole { Reach::Whole } else { Reach::Part }
}

/// By what documents are measured.
pub struct Measure<'a> {
    /// The project whose files they are.
    pub project: &'a Project,
    /// The settings that are asked of them.
    pub config: &'a Config,
    /// The rules.
    pub selection: &'a Selection,
    /// The glossary.
    pub termbase: &'a Termbase,
    /// Whether they are all that the project has.
    pub is_whole: bool,
}

/// Checks documents.
pub fn check_all(measure: &Measure<'_>, documents: &[&Loaded]) -> Vec<Finding> {
    let paths = documents.iter().map(|loaded| loaded.paths.clone());
    let site = site_pages::gather(measure.project, measure.is_whole.then(|| paths.collect()));
    let settings = CheckSettings {
        locale_map: &measure.config.locale_map,
        spelling: measure.config.spelling,
        reach: reach(measure.is_whole),
        site: Some(&site),
        ..CheckSettings::new(RULES, measure.selection, measure.termbase)
    };
    let subjects: Vec<Subject<'_>> = documents.iter().map(|loaded| loaded.subject()).collect();
    runner::check(&settings, &subjects)
}

fn selection(config: &Config, args: &Args) -> Selection {
    let overrides = config.overrides.iter();
    Selection {
        rules: config.rules.clone(),
        overrides: overrides
            .map(|part| (part.paths.clone(), part.rules.clone()))
            .collect(),
        selected: args.select.clone(),
        ignored: args.ignore.clone(),
    }
}
