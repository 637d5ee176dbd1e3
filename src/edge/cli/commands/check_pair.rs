//! `duizhao check --pair`: one loose pair of texts, for editors and scripts.

use crate::bitext::bitext::Bitext;
use crate::edge::cli::commands::check;
use crate::edge::cli::commands::check::Args;
use crate::edge::cli::commands::check::Found;
use crate::edge::cli::commands::gate;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::input;
use crate::edge::cli::ui::Ui;
use crate::lint::meta::Severity;
use crate::lint::runner;
use crate::lint::runner::CheckSettings;
use crate::lint::runner::Subject;
use crate::lint::select::Selection;
use crate::markdown::read;
use crate::markdown::settings::ReadSettings;
use crate::progress::coverage::Coverage;
use crate::rules::RULES;
use crate::termbase::termbase::Termbase;
use crate::termbase::yaml;
use crate::text::notice::Notice;
use crate::text::source::Source;

/// Runs it: all units of the one text against all units of the other.
pub fn run(ui: &Ui, args: &Args, source: &str, target: &str) -> Result<Exit, Failure> {
    let termbase = termbase(ui, args)?;
    let document = |name: &str, text: &str, lang: Option<&String>| {
        let lang = input::lang_of(lang.map(String::as_str), text);
        read::read(&Source::new(name, text), &lang, &ReadSettings::default())
    };
    let source = document("source", source, args.source_lang.as_ref());
    let target = document("target", target, args.target_lang.as_ref());
    let bitext = Bitext::loose(source, target);
    let mut ignored = args.ignore.clone();
    ignored.push("state".to_owned());
    let selection = Selection {
        selected: args.select.clone(),
        ignored,
        ..Selection::default()
    };
    let settings = CheckSettings {
        ..CheckSettings::new(RULES, &selection, &termbase)
    };
    let subject = Subject {
        bitext: &bitext,
        records: &[],
        damage: &[],
        lock: None,
    };
    let findings = runner::check(&settings, &[subject]);
    let found = Found {
        findings: &findings,
        n_known: 0,
        base: None,
        coverage: &Coverage::of(&bitext),
        rows: &[],
        fail_on: Severity::Error,
        failures: &[],
        documents: &[],
    };
    check::write(ui, &args.format, &found, "")?;
    Ok(gate::worst(&findings, Severity::Error))
}

fn termbase(ui: &Ui, args: &Args) -> Result<Termbase, Failure> {
    let (mut parts, mut problems): (Vec<Termbase>, Vec<Notice>) = (Vec::new(), Vec::new());
    for path in &args.glossary {
        let source = input::read_source(ui, path)?;
        let (part, notices) = yaml::read(&source);
        parts.push(part);
        problems.extend(notices);
    }
    let (joined, notices) = Termbase::join(parts);
    problems.extend(notices);
    if problems.is_empty() {
        Ok(joined)
    } else {
        Err(problems.into())
    }
}
