//! `duizhao check`: the gate. States, coverage, glossary and quality.

use crate::edge::cli::commands::check_pair;
use crate::edge::cli::commands::fix;
use crate::edge::cli::commands::known;
use crate::edge::cli::commands::status;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::edge::project::discover::Project;
use crate::edge::project::load::Workspace;
use crate::edge::project::site_pages;
use crate::lint::finding::Finding;
use crate::lint::meta::Severity;
use crate::lint::runner;
use crate::lint::runner::CheckSettings;
use crate::lint::runner::Reach;
use crate::lint::select::Selection;
use crate::progress::coverage::Coverage;
use crate::report;
use crate::report::coverage::percent;
use crate::report::run::Run;
use crate::report::status::sum;
use crate::rules::RULES;
use crate::text::notice::Notice;
use camino::Utf8PathBuf;

/// How often fixes are applied: one may make way for another, and two that undo each other must end.
const PASSES: usize = 10;

/// What `check` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Documents, drafts or folders; all without one.
    #[arg(value_name = "PATH")]
    pub paths: Vec<Utf8PathBuf>,
    /// Only these rules or groups.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub select: Vec<String>,
    /// All but these rules or groups.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Least coverage in percent.
    #[arg(long, value_name = "PERCENT")]
    pub min_coverage: Option<f64>,
    /// Applies safe fixes.
    #[arg(long)]
    pub fix: bool,
    /// Applies fixes that need a look, too.
    #[arg(long)]
    pub unsafe_fixes: bool,
    /// Leaves out the findings of this baseline.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<Utf8PathBuf>,
    /// Writes all findings to the baseline.
    #[arg(long, conflicts_with_all = ["paths", "select", "ignore", "fix", "unsafe_fixes", "diff", "pair"])]
    pub write_baseline: bool,
    /// Shows what fixes would change and writes nothing.
    #[arg(long)]
    pub diff: bool,
    /// Checks two loose texts.
    #[arg(long, num_args = 2, value_names = ["SOURCE", "TARGET"], conflicts_with_all = ["paths", "fix", "unsafe_fixes", "diff", "min_coverage", "baseline"])]
    pub pair: Option<Vec<String>>,
    /// Glossary files, for `--pair`.
    #[arg(long, value_name = "FILE", requires = "pair")]
    pub glossary: Vec<Utf8PathBuf>,
    /// The source language, for `--pair`.
    #[arg(long, value_name = "LANG", requires = "pair")]
    pub source_lang: Option<String>,
    /// The target language, for `--pair`.
    #[arg(long, value_name = "LANG", requires = "pair")]
    pub target_lang: Option<String>,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

fn formats() -> Vec<&'static str> {
    report::FORMATS.iter().map(|format| format.name).collect()
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    refuse_unknown(&args.select, &args.ignore)?;
    if let Some([source, target]) = args.pair.as_deref() {
        return check_pair::run(ui, args, source, target);
    }
    let is_writing = args.fix || args.unsafe_fixes || args.write_baseline;
    let _turn = is_writing.then(|| open::turn(ui));
    let (project, mut workspace) = open::open(ui, &args.paths)?;
    if args.write_baseline {
        let findings = check_all(&project, &workspace, args);
        let exit = known::write(
            ui,
            &project,
            &workspace,
            args.baseline.as_deref(),
            &findings,
        )?;
        return Ok(status::ending(&workspace, exit));
    }
    let baseline = known::read(ui, &project, args.baseline.as_deref())?;
    let known =
        |workspace: &Workspace, findings| known::compare(baseline.as_ref(), workspace, findings);
    let mut found = known(&workspace, check_all(&project, &workspace, args));
    if args.diff {
        return fix::show(ui, &found.new, args.unsafe_fixes);
    }
    let mut is_unwritten = false;
    if args.fix || args.unsafe_fixes {
        let mut n_fixed = 0;
        for _ in 0..PASSES {
            let applied = fix::apply(&project, &found.new, args.unsafe_fixes);
            is_unwritten = !applied.problems.is_empty();
            applied.problems.iter().for_each(|problem| ui.tell(problem));
            if applied.n_edits == 0 {
                break;
            }
            n_fixed += applied.n_edits;
            (_, workspace) = open::open(ui, &args.paths)?;
            found = known(&workspace, check_all(&project, &workspace, args));
            if is_unwritten {
                break;
            }
        }
        fix::tell(ui, n_fixed, &found.new);
    }

    let rows = status::rows(&workspace);
    let coverage = sum(rows.iter().map(|row| &row.coverage));
    let found_in = Found {
        findings: &found.new,
        n_known: found.n_known,
        coverage: &coverage,
    };
    write(ui, &args.format, &found_in, &project.folder())?;
    let is_whole = args.paths.is_empty() && args.select.is_empty() && args.ignore.is_empty();
    known::tell(ui, &found, is_whole && workspace.problems.is_empty());
    let gate = &project.config.gate;
    let mut exit = worst(&found.new, gate.fail_on);
    let least = args.min_coverage.or(gate.min_coverage);
    if let Some(least) = least.filter(|least| coverage.ratio() * 100.0 + 1e-9 < *least) {
        let (has, least) = (percent(coverage.ratio()), percent(least / 100.0));
        ui.say_message("check-coverage", &[("coverage", &has), ("least", &least)]);
        exit = exit.max(Exit::Findings);
    }
    if is_unwritten {
        exit = Exit::Failed;
    }
    Ok(status::ending(&workspace, exit))
}

/// What a check has found.
pub struct Found<'a> {
    /// The findings to report.
    pub findings: &'a [Finding],
    /// How many the baseline knows besides.
    pub n_known: usize,
    /// The coverage of what was checked.
    pub coverage: &'a Coverage,
}

/// Writes findings in the formats that are asked for.
pub fn write(ui: &Ui, outputs: &[Output], found: &Found<'_>, folder: &str) -> Result<(), Failure> {
    output::write_all(ui, outputs, "full", &|name, is_colored, out| {
        let format = report::FORMATS.iter().find(|format| format.name == name);
        let run = Run {
            findings: found.findings,
            n_known: found.n_known,
            messages: &ui.messages,
            english: &ui.english,
            folder,
            coverage: found.coverage,
            is_colored,
            width: ui.width.saturating_sub(8),
        };
        format.map_or(Ok(()), |format| (format.write)(&run, out))
    })
}

/// Tells whether a finding reaches the gate.
pub fn worst(findings: &[Finding], fail_on: Severity) -> Exit {
    let is_bad = |finding: &Finding| fail_on != Severity::Off && finding.severity >= fail_on;
    if findings.iter().any(is_bad) {
        Exit::Findings
    } else {
        Exit::Clean
    }
}

fn check_all(project: &Project, workspace: &Workspace, args: &Args) -> Vec<Finding> {
    let config = &project.config;
    let overrides = config.overrides.iter();
    let selection = Selection {
        rules: config.rules.clone(),
        overrides: overrides
            .map(|part| (part.paths.clone(), part.rules.clone()))
            .collect(),
        selected: args.select.clone(),
        ignored: args.ignore.clone(),
    };
    let is_whole = args.paths.is_empty() && workspace.problems.is_empty();
    let pages = site_pages::gather(project, workspace, is_whole);
    let settings = CheckSettings {
        locale_map: &config.locale_map,
        spelling: config.spelling,
        reach: if is_whole { Reach::Whole } else { Reach::Part },
        pages: Some(&pages),
        ..CheckSettings::new(RULES, &selection, &workspace.termbase)
    };
    runner::check(&settings, &workspace.subjects())
}

/// A rule or group that does not exist is refused with the nearest one that does.
fn refuse_unknown(select: &[String], ignore: &[String]) -> Result<(), Vec<Notice>> {
    let names = select.iter().chain(ignore);
    let is_known = |name: &str| {
        let group = name.trim_end_matches("/*");
        name == "*"
            || RULES
                .iter()
                .any(|rule| rule.meta.id == name || rule.meta.group() == group)
    };
    let unknown: Vec<Notice> = names
        .filter(|name| !is_known(name))
        .map(|name| Notice::new("cli-rule-unknown").arg("rule", name))
        .collect();
    if unknown.is_empty() {
        Ok(())
    } else {
        Err(unknown)
    }
}
