//! The gate of `duizhao check`: whether what was found lets the run pass.

use crate::config::config::LeastCoverage;
use crate::edge::cli::commands::check::Args;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::open;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Before;
use crate::edge::files::Change;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::save;
use crate::lint::finding::Finding;
use crate::lint::meta::Severity;
use crate::progress::coverage::Coverage;
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

/// Judges a run and says what it fails at, besides its findings.
pub fn judge(
    ui: &Ui,
    project: &Project,
    args: &Args,
    judged: &Judged<'_>,
) -> Result<Exit, Failure> {
    let gate = &project.config.gate;
    let least = match args.min_coverage {
        Some(least) => &LeastCoverage {
            of_all: Some(least),
            by_lang: BTreeMap::new(),
        },
        None => &gate.min_coverage,
    };
    let of_coverage = coverage(ui, least, judged);
    let ratchet = match judged.base {
        // What the base had is left out already; what is new has no claim on what the ratchet allows.
        Some(_) => None,
        None => read(ui, project, args)?,
    };
    let of_findings = match &ratchet {
        Some(ratchet) => under_ratchet(ui, ratchet, gate.fail_on, judged),
        None => worst(judged.findings, gate.fail_on),
    };
    Ok(of_coverage.max(of_findings))
}

fn coverage(ui: &Ui, least: &LeastCoverage, judged: &Judged<'_>) -> Exit {
    let mut exit = Exit::Clean;
    let mut ask = |lang: &str, now: &Coverage, then: Option<&Coverage>, least: f64| {
        if now.ratio() * 100.0 + 1e-9 >= least || then.is_some_and(|then| !now.is_worse_than(then))
        {
            return;
        }
        let (has, asks) = (percent(now.ratio()), percent(least / 100.0));
        let mut said = vec![("lang", lang), ("coverage", &has), ("least", &asks)];
        let had = then.map(|then| percent(then.ratio()));
        match &had {
            Some(had) => {
                said.push(("then", had));
                ui.say_message("check-coverage-fell", &said);
            }
            None => ui.say_message("check-coverage", &said),
        }
        exit = Exit::Findings;
    };
    if let Some(least) = least.of_all {
        let then = judged.base.map(status::total);
        ask("all", &status::total(judged.rows), then.as_ref(), least);
    }
    let then = judged.base.map(status::by_language).unwrap_or_default();
    for (lang, _, now) in status::by_language(judged.rows) {
        if let Some((least, _)) = least.by_lang.get(lang) {
            let mut then = then.iter();
            let then = then.find(|(of, ..)| *of == lang).map(|(.., then)| then);
            let nothing = Coverage::default();
            let then = judged.base.map(|_| then.unwrap_or(&nothing));
            ask(lang.tag(), &now, then, *least);
        }
    }
    exit
}

/// Findings that the ratchet allows do not fail; what is worse than it allows does.
fn under_ratchet(ui: &Ui, ratchet: &Ratchet, fail_on: Severity, judged: &Judged<'_>) -> Exit {
    let now = measured(fail_on, judged);
    let mut slips = ratchet.slips(&now);
    if !judged.is_whole {
        // Of a part only the number of findings says something: it can be no larger than that of the whole.
        slips.retain(|slip| matches!(slip, Slip::Rule { .. }));
    }
    tell(ui, &slips);
    if !slips.is_empty() {
        return Exit::Findings;
    }
    let n: usize = now.rules.values().sum();
    if n > 0 {
        ui.say_message("ratchet-within", &[("n", &n.to_string())]);
    }
    if judged.is_whole && ratchet.tightened(&now) != *ratchet {
        ui.say_message("ratchet-better", &[]);
    }
    Exit::Clean
}

fn tell(ui: &Ui, slips: &[Slip]) {
    for slip in slips {
        match slip {
            Slip::Language { lang, then, now } => {
                let (had, has) = (percent(then.coverage), percent(now.coverage));
                let args = [("lang", lang.as_str()), ("then", &had), ("now", &has)];
                ui.say_message("ratchet-coverage", &args);
            }
            Slip::Rule { rule, allowed, now } => {
                let (allowed, now) = (allowed.to_string(), now.to_string());
                let args = [
                    ("rule", rule.as_str()),
                    ("allowed", &allowed),
                    ("now", &now),
                ];
                ui.say_message("ratchet-rule", &args);
            }
        }
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
                tell(ui, &slips);
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
