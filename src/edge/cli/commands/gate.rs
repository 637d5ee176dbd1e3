//! The gate of `duizhao check`: whether what was found lets the run pass.

use crate::edge::cli::commands::check::Args;
use crate::edge::cli::commands::least;
use crate::edge::cli::commands::stale_age;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Before;
use crate::edge::files::Change;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::load::Workspace;
use crate::edge::project::save;
use crate::lint::finding::Finding;
use crate::lint::meta::Severity;
use crate::progress::ratchet;
use crate::progress::ratchet::Mark;
use crate::progress::ratchet::Ratchet;
use crate::progress::ratchet::Slip;
use crate::report::coverage::percent;
use crate::report::coverage::round;
use crate::report::status;
use crate::report::status::StatusRow;
use crate::text::notice::Notice;
use crate::text::source::Source;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use std::collections::BTreeMap;

/// Where the ratchet is written when neither the command line nor the settings say.
const DEFAULT: &str = ".duizhao/ratchet.jsonl";

/// What the gate looks at.
pub struct Judged<'a> {
    /// The findings that are reported.
    pub findings: &'a [Finding],
    /// The documents.
    pub rows: &'a [StatusRow],
    /// The documents at the base of the change, when only what it made worse counts.
    pub base: Option<&'a [StatusRow]>,
    /// The documents' texts, where they are held.
    pub workspace: Option<&'a Workspace>,
    /// Whether everything was checked.
    pub is_whole: bool,
}

/// Tells whether a finding reaches the gate.
pub fn worst(findings: &[Finding], fail_on: Severity) -> Exit {
    let mut severities = findings.iter().map(|finding| finding.severity);
    match severities.any(|severity| severity.fails(fail_on)) {
        true => Exit::Findings,
        false => Exit::Clean,
    }
}

/// How a run was judged.
#[derive(Debug)]
pub struct Verdict {
    /// How it ends.
    pub exit: Exit,
    /// What it fails at besides its findings.
    pub failures: Vec<Notice>,
    /// What is to be said besides.
    pub notes: Vec<Notice>,
    /// From which severity on findings fail; `Off` where the ratchet allows all of them.
    pub fail_on: Severity,
}

/// Judges a run.
pub fn judge(
    ui: &Ui,
    project: &Project,
    args: &Args,
    judged: &Judged<'_>,
) -> Result<Verdict, Failure> {
    let fail_on = project.config.gate.fail_on;
    let asked = least::asked(ui, project, args)?;
    let mut verdict = Verdict {
        exit: Exit::Clean,
        failures: least::failures(&asked, judged),
        notes: Vec::new(),
        fail_on,
    };
    if args.no_regression.is_some() {
        verdict.failures.extend(least::fallen(judged));
    }
    let ratchet = match judged.base {
        // What the base had is left out already; what is new has no claim on what the ratchet allows.
        Some(_) => None,
        None => read(ui, project, args)?,
    };
    match &ratchet {
        Some(ratchet) => under_ratchet(&mut verdict, ratchet, fail_on, judged),
        None => verdict.exit = worst(judged.findings, fail_on),
    }
    let most_days = args.max_stale_age.or(project.config.gate.max_stale_age);
    if let Some((most_days, workspace)) = most_days.zip(judged.workspace) {
        let ages = stale_age::judge(project, workspace, most_days)?;
        verdict.failures.extend(ages.failures);
        verdict.notes.extend(ages.notes);
    }
    if !verdict.failures.is_empty() {
        verdict.exit = verdict.exit.max(Exit::Findings);
    }
    Ok(verdict)
}

/// Says what a run fails at besides its findings.
pub fn tell_verdict(ui: &Ui, verdict: &Verdict) {
    let said = verdict.failures.iter().chain(&verdict.notes);
    said.for_each(|notice| ui.say(&ui.messages.notice(notice)));
}

/// Findings that the ratchet allows do not fail; what is worse than it allows does.
fn under_ratchet(verdict: &mut Verdict, ratchet: &Ratchet, fail_on: Severity, judged: &Judged<'_>) {
    let now = measured(fail_on, judged);
    let mut slips = ratchet.slips(&now);
    if !judged.is_whole {
        // Of a part only the number of findings says something: it can be no larger than that of the whole.
        slips.retain(|slip| matches!(slip, Slip::Rule { .. }));
    }
    if !slips.is_empty() {
        verdict.failures.extend(slips.iter().map(notice));
        return;
    }
    verdict.fail_on = Severity::Off;
    let n: usize = now.rules.values().sum();
    if n > 0 {
        verdict
            .notes
            .push(Notice::new("ratchet-within").arg("n", n));
    }
    if judged.is_whole && ratchet.tightened(&now) != *ratchet {
        verdict.notes.push(Notice::new("ratchet-better"));
    }
}

fn notice(slip: &Slip) -> Notice {
    match slip {
        Slip::Language { lang, then, now } => Notice::new("ratchet-coverage")
            .arg("lang", lang)
            .arg("then", percent(then.coverage))
            .arg("now", percent(now.coverage)),
        Slip::Rule { rule, allowed, now } => Notice::new("ratchet-rule")
            .arg("rule", rule)
            .arg("allowed", allowed)
            .arg("now", now),
    }
}

/// What a run has reached.
fn measured(fail_on: Severity, judged: &Judged<'_>) -> Ratchet {
    let mut rules: BTreeMap<String, usize> = BTreeMap::new();
    for finding in judged
        .findings
        .iter()
        .filter(|finding| finding.severity.fails(fail_on))
    {
        *rules.entry(finding.rule.id.to_owned()).or_default() += 1;
    }
    let languages = status::by_language(judged.rows).into_iter();
    let languages = languages.map(|(lang, _, coverage)| {
        let mark = Mark {
            coverage: round(coverage.ratio()),
            uncovered: coverage.uncovered(),
        };
        (lang.tag().to_owned(), mark)
    });
    Ratchet {
        languages: languages.collect(),
        rules,
    }
}

/// Writes what a run has reached. A ratchet that is there is only tightened, unless it is to be loosened.
pub fn update(
    ui: &Ui,
    project: &Project,
    args: &Args,
    judged: &Judged<'_>,
) -> Result<Exit, Failure> {
    let named = path(ui, project, args)?;
    let is_named = named.is_some();
    let path = named.unwrap_or_else(|| DEFAULT.into());
    let now = measured(project.config.gate.fail_on, judged);
    let before = match project.files.has(&path) {
        true => Some(load::source(project.files.as_ref(), &path)?),
        false => None,
    };
    let ratchet = match before.as_ref().filter(|_| !args.loosen) {
        None => now,
        Some(before) => {
            let then = ratchet::read(before)?;
            let slips = then.slips(&now);
            if !slips.is_empty() {
                let notices = slips.iter().map(notice);
                notices.for_each(|notice| ui.say(&ui.messages.notice(&notice)));
                ui.say_message("ratchet-refused", &[("path", path.as_str())]);
                return Ok(Exit::Findings);
            }
            then.tightened(&now)
        }
    };
    let text = ratchet::write(&ratchet);
    let change = Change {
        path: &path,
        before: Before::Text(before.as_ref().map_or("", Source::text)),
        bytes: text.as_bytes(),
    };
    save::save(project, &[change], &[])?;
    ui.say_message("ratchet-written", &[("path", path.as_str())]);
    if !is_named {
        ui.say_message("ratchet-next", &[("path", path.as_str())]);
    }
    Ok(Exit::Clean)
}

/// Reads the ratchet that is asked for; none without one. A file that is named and is not there is refused.
fn read(ui: &Ui, project: &Project, args: &Args) -> Result<Option<Ratchet>, Failure> {
    let Some(path) = path(ui, project, args)? else {
        return Ok(None);
    };
    if !project.files.has(&path) {
        return Err(missing(&path).into());
    }
    let source = load::source(project.files.as_ref(), &path)?;
    Ok(Some(ratchet::read(&source)?))
}

fn missing(path: &Utf8Path) -> Notice {
    Notice::new("ratchet-missing").arg("path", path)
}

fn path(ui: &Ui, project: &Project, args: &Args) -> Result<Option<Utf8PathBuf>, Failure> {
    let set = project.config.gate.ratchet.as_deref();
    open::file(ui, project, args.ratchet.as_deref(), set)
}
