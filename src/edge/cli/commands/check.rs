//! `duizhao check`: the gate. States, coverage, glossary and quality.

use crate::edge::cli::commands::changed;
use crate::edge::cli::commands::check_pair;
use crate::edge::cli::commands::fix;
use crate::edge::cli::commands::gate;
use crate::edge::cli::commands::gate::Judged;
use crate::edge::cli::commands::known;
use crate::edge::cli::commands::least::LeastArg;
use crate::edge::cli::commands::look;
use crate::edge::cli::commands::look::Look;
use crate::edge::cli::commands::regression;
use crate::edge::cli::commands::status;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::edge::project::discover::Project;
use crate::lint::finding::Finding;
use crate::lint::meta::Severity;
use crate::lint::select;
use crate::progress::age;
use crate::progress::coverage::Coverage;
use crate::report;
use crate::report::dashboard::Document;
use crate::report::run::BaseRun;
use crate::report::run::Run;
use crate::report::status::StatusRow;
use crate::report::status::total;
use crate::rules::RULES;
use crate::text::notice::Notice;
use camino::Utf8PathBuf;

/// How often fixes are applied: one may make way for another, and two that undo each other must end.
const PASSES: usize = 10;

/// What `check` is told.
#[derive(Clone, Debug, clap::Args)]
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
    /// Least coverage in percent, of everything or of some paths.
    #[arg(long, value_name = "[GLOB=]PERCENT")]
    pub min_coverage: Vec<LeastArg>,
    /// For how long a translation may be outdated.
    #[arg(long, value_name = "DAYS", value_parser = days, conflicts_with = "pair")]
    pub max_stale_age: Option<u32>,
    /// Fails where it is worse than this revision, baseline or ratchet.
    #[arg(long, value_name = "BASE", conflicts_with_all = ["changed_from", "baseline", "write_baseline", "ratchet", "update_ratchet", "pair"])]
    pub no_regression: Option<String>,
    /// Only what has become worse since this revision.
    #[arg(long, value_name = "REV", conflicts_with_all = ["write_baseline", "pair"])]
    pub changed_from: Option<String>,
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
    /// The file of what has been reached.
    #[arg(long, value_name = "FILE", conflicts_with = "pair")]
    pub ratchet: Option<Utf8PathBuf>,
    /// Writes what has been reached.
    #[arg(long, conflicts_with_all = ["paths", "select", "ignore", "fix", "unsafe_fixes", "diff", "pair", "changed_from", "write_baseline"])]
    pub update_ratchet: bool,
    /// Lets the ratchet allow more.
    #[arg(long, requires = "update_ratchet")]
    pub loosen: bool,
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
    /// Works everything out anew.
    #[arg(long, conflicts_with = "pair")]
    pub no_cache: bool,
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

fn days(text: &str) -> Result<u32, NoAge> {
    age::days(text).ok_or(NoAge)
}

/// What is no length of time.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("not a number of days or weeks")]
struct NoAge;

fn formats() -> Vec<&'static str> {
    report::FORMATS.iter().map(|format| format.name).collect()
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    refuse_unknown(&args.select, &args.ignore)?;
    let args = &regression::resolve(ui, args)?;
    if let Some([source, target]) = args.pair.as_deref() {
        return check_pair::run(ui, args, source, target);
    }
    let is_fixing = args.fix || args.unsafe_fixes;
    let is_writing = is_fixing || args.write_baseline || args.update_ratchet;
    let _turn = is_writing.then(|| open::turn(ui));
    let project = Project::discover(&ui.cwd)?;
    let mut seen = look::look(ui, &project, args)?;
    if let Some(workspace) = seen.workspace.as_ref().filter(|_| args.write_baseline) {
        let typed = args.baseline.as_deref();
        let exit = known::write(ui, &project, workspace, typed, &seen.found.new)?;
        return Ok(status::ending(workspace, exit));
    }
    if args.diff {
        return fix::show(ui, &seen.found.new, args.unsafe_fixes);
    }
    let mut is_unwritten = false;
    if is_fixing {
        let mut n_fixed = 0;
        for _ in 0..PASSES {
            let applied = fix::apply(&project, &seen.found.new, args.unsafe_fixes);
            is_unwritten = !applied.problems.is_empty();
            applied.problems.iter().for_each(|problem| ui.tell(problem));
            if applied.n_edits == 0 {
                break;
            }
            n_fixed += applied.n_edits;
            seen = look::look(ui, &project, args)?;
            if is_unwritten {
                break;
            }
        }
        fix::tell(ui, n_fixed, &seen.found.new);
    }
    let Look {
        found,
        changed,
        rows,
        problems,
        workspace,
    } = seen;
    let is_whole = args.paths.is_empty() && args.select.is_empty() && args.ignore.is_empty();
    let is_whole = is_whole && problems.is_empty();
    let judged = Judged {
        findings: &found.new,
        rows: &rows,
        base: changed.as_ref().map(|changed| changed.rows.as_slice()),
        workspace: workspace.as_ref(),
        is_whole,
    };
    if args.update_ratchet {
        let exit = match is_whole {
            true => gate::update(ui, &project, args, &judged)?,
            false => Exit::Clean,
        };
        return Ok(status::exit_after(&problems, exit));
    }
    let verdict = gate::judge(ui, &project, args, &judged)?;
    let found_in = Found {
        findings: &found.new,
        n_known: found.n_known,
        base: changed.as_ref().map(|changed| &changed.base),
        coverage: &total(&rows),
        rows: &rows,
        documents: &workspace
            .as_ref()
            .map(|workspace| status::dashboard_documents(workspace, &rows, None))
            .unwrap_or_default(),
        fail_on: verdict.fail_on,
        failures: &verdict.failures,
    };
    write(ui, &args.format, &found_in, &project.folder())?;
    match &changed {
        Some(changed) => changed::tell(ui, &changed.base),
        None => known::tell(ui, &found, is_whole),
    }
    gate::tell_verdict(ui, &verdict);
    let exit = match is_unwritten {
        true => Exit::Failed,
        false => verdict.exit,
    };
    Ok(status::exit_after(&problems, exit))
}

/// What a check has found.
pub struct Found<'a> {
    /// The findings to report.
    pub findings: &'a [Finding],
    /// How many the baseline knows besides.
    pub n_known: usize,
    /// The base that the findings were compared with.
    pub base: Option<&'a BaseRun>,
    /// The coverage of what was checked.
    pub coverage: &'a Coverage,
    /// The same for every document.
    pub rows: &'a [StatusRow],
    /// The same documents with their texts.
    pub documents: &'a [Document<'a>],
    /// From which severity on the gate fails.
    pub fail_on: Severity,
    /// What the gate fails at besides findings.
    pub failures: &'a [Notice],
}

/// Writes findings in the formats that are asked for.
pub fn write(ui: &Ui, outputs: &[Output], found: &Found<'_>, folder: &str) -> Result<(), Failure> {
    output::write_all(ui, outputs, "full", &|name, is_colored, out| {
        let format = report::FORMATS.iter().find(|format| format.name == name);
        let run = Run {
            findings: found.findings,
            n_known: found.n_known,
            base: found.base,
            messages: &ui.messages,
            english: &ui.english,
            folder,
            coverage: found.coverage,
            rows: found.rows,
            documents: found.documents,
            fail_on: found.fail_on,
            failures: found.failures,
            is_colored,
            width: ui.width.saturating_sub(8),
        };
        format.map_or(Ok(()), |format| (format.write)(&run, out))
    })
}

/// A rule or group that does not exist is refused with the nearest one that does.
fn refuse_unknown(select: &[String], ignore: &[String]) -> Result<(), Vec<Notice>> {
    let names = select.iter().chain(ignore);
    let is_known = |name: &str| RULES.iter().any(|rule| select::is_known(name, &rule.meta));
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
