//! `duizhao glossary check`: what is wrong with the glossary itself.

use crate::edge::cli::commands::check;
use crate::edge::cli::commands::check::Found;
use crate::edge::cli::commands::gate;
use crate::edge::cli::commands::glossary::files::Glossary;
use crate::edge::cli::commands::glossary::files::GlossaryArgs;
use crate::edge::cli::commands::status;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::lint::meta::Severity;
use crate::lint::runner;
use crate::lint::runner::CheckSettings;
use crate::lint::runner::Reach;
use crate::lint::select::Selection;
use crate::progress::coverage::Coverage;
use crate::report;
use crate::report::status::sum;
use crate::report::status::total;
use crate::rules::RULES;

/// What `glossary check` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Which files.
    #[command(flatten)]
    pub files: GlossaryArgs,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

/// Rules that are off in `check`, where they would be said again and again.
const ASKED_FOR: &[&str] = &["gloss/unused", "gloss/unverified"];

fn formats() -> Vec<&'static str> {
    report::FORMATS.iter().map(|format| format.name).collect()
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let mut selection = Selection {
        selected: vec!["gloss".to_owned()],
        ..Selection::default()
    };
    if !args.files.glossary.is_empty() {
        ask_for(&mut selection);
        let glossary = Glossary::open(ui, &args.files)?;
        let settings = CheckSettings::new(RULES, &selection, &glossary.termbase);
        let findings = runner::check(&settings, &[]);
        let coverage: Coverage = sum([]);
        let found = Found {
            failures: &[],
            documents: &[],
            findings: &findings,
            n_known: 0,
            base: None,
            coverage: &coverage,
            rows: &[],
            fail_on: Severity::Error,
        };
        check::write(ui, &args.format, &found, "")?;
        return Ok(gate::worst(&findings, Severity::Error));
    }
    let (project, workspace) = open::open(ui, &[])?;
    let config = &project.config;
    selection.rules.clone_from(&config.rules);
    let overrides = config.overrides.iter();
    selection.overrides = overrides
        .map(|part| (part.paths.clone(), part.rules.clone()))
        .collect();
    ask_for(&mut selection);
    let settings = CheckSettings {
        spelling: config.spelling,
        reach: if workspace.problems.is_empty() {
            Reach::Whole
        } else {
            Reach::Part
        },
        ..CheckSettings::new(RULES, &selection, &workspace.termbase)
    };
    let findings = runner::check(&settings, &workspace.subjects());
    let rows = status::rows(&workspace);
    let coverage = total(&rows);
    let found = Found {
        failures: &[],
        documents: &[],
        findings: &findings,
        n_known: 0,
        base: None,
        coverage: &coverage,
        rows: &rows,
        fail_on: config.gate.fail_on,
    };
    check::write(ui, &args.format, &found, &project.folder())?;
    let exit = gate::worst(&findings, config.gate.fail_on);
    Ok(status::ending(&workspace, exit))
}

/// Turns on what only this command reports, unless the project has settled it.
fn ask_for(selection: &mut Selection) {
    for rule in ASKED_FOR {
        let severity = selection.rules.entry((*rule).to_owned());
        severity.or_insert(Severity::Info);
    }
}
