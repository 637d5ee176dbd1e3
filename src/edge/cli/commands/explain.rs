//! `duizhao explain RULE`: a rule's manual page.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::help;
use crate::edge::cli::ui::Ui;
use crate::lint::meta::RuleMeta;
use crate::rules::RULES;
use crate::text::notice::Notice;
use clap::builder::PossibleValuesParser;
use std::io::Write;

/// What `explain` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The rule.
    #[arg(value_name = "RULE", value_parser = PossibleValuesParser::new(RULES.iter().map(|rule| rule.meta.id)))]
    pub rule: String,
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let rule = RULES
        .iter()
        .find(|rule| rule.meta.id == args.rule)
        .ok_or_else(|| Notice::new("cli-rule-unknown").arg("rule", &args.rule))?;
    let mut out = ui.out();
    out.write_all(page(ui, &rule.meta).as_bytes())?;
    out.flush()?;
    Ok(Exit::Clean)
}

/// The page: what the rule is, then its documentation with the headings in the interface's language.
fn page(ui: &Ui, rule: &RuleMeta) -> String {
    let words = |id: &str| ui.messages.text(id);
    let severity = words(&format!("severity-{}", rule.severity.name()));
    let facts = [
        ("explain-severity", severity.as_str()),
        ("explain-message", &ui.messages.outline(&rule.message_id())),
        ("explain-mqm", rule.mqm),
        ("explain-since", rule.since),
    ];
    let mut page = format!("# {}\n\n", rule.id);
    for (id, fact) in facts {
        page += &format!("- {}{fact}\n", help::spaced(&words(id)));
    }
    page.push('\n');
    for line in rule.docs.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match line.strip_prefix("## ") {
            Some(heading) => page += &format!("## {}\n", heading_words(ui, heading)),
            None => page += &format!("{line}\n"),
        }
    }
    page.trim_end().to_owned() + "\n"
}

fn heading_words(ui: &Ui, heading: &str) -> String {
    let slug = heading.to_lowercase().replace(' ', "-");
    let id = format!("explain-heading-{slug}");
    if ui.messages.has(&id) {
        ui.messages.text(&id)
    } else {
        heading.to_owned()
    }
}
