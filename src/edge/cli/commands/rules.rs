//! `duizhao rules`: every rule there is.

use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::report::table::Table;
use crate::report::table::cut;
use crate::rules::RULES;
use serde::Serialize;
use std::io;
use std::io::Write;

/// What `rules` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The format, and the file to write.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

#[derive(Serialize)]
struct RulesJson {
    schema: &'static str,
    rules: Vec<RuleJson>,
}

#[derive(Serialize)]
struct RuleJson {
    id: &'static str,
    severity: &'static str,
    mqm: &'static str,
    since: &'static str,
    summary: String,
}

fn formats() -> Vec<&'static str> {
    vec!["table", "json"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    output::write_all(ui, &args.format, "table", &|name, _, out| match name {
        "json" => write_json(out),
        _ => write_table(ui, out),
    })?;
    Ok(Exit::Clean)
}

fn write_table(ui: &Ui, out: &mut dyn Write) -> io::Result<()> {
    let words = |id: &str| ui.messages.text(id);
    let mut table = Table {
        rows: vec![
            ["rules-rule", "rules-severity", "rules-message"]
                .map(words)
                .to_vec(),
        ],
        n_text_columns: 3,
    };
    for rule in RULES {
        let severity = words(&format!("severity-{}", rule.meta.severity.name()));
        let message = ui.messages.outline(&rule.meta.message_id());
        table.rows.push(vec![
            rule.meta.id.to_owned(),
            severity,
            cut(&message, ui.width.saturating_sub(42).max(40)),
        ]);
    }
    table.write(out)?;
    writeln!(out, "\n{}", words("rules-more"))
}

fn write_json(out: &mut dyn Write) -> io::Result<()> {
    let rules = RULES.iter().map(|rule| RuleJson {
        id: rule.meta.id,
        severity: rule.meta.severity.name(),
        mqm: rule.meta.mqm,
        since: rule.meta.since,
        summary: rule
            .meta
            .docs
            .trim()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned(),
    });
    let document = RulesJson {
        schema: "duizhao/rules/1",
        rules: rules.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}
