//! The command line as clap sees it. The help texts stand in `i18n/*.ftl` and are filled in by `help.rs`.

use crate::edge::cli::commands::accept;
use crate::edge::cli::commands::align;
use crate::edge::cli::commands::assemble;
use crate::edge::cli::commands::check;
use crate::edge::cli::commands::completions;
use crate::edge::cli::commands::diff;
use crate::edge::cli::commands::explain;
use crate::edge::cli::commands::export;
use crate::edge::cli::commands::glossary;
use crate::edge::cli::commands::help;
use crate::edge::cli::commands::import;
use crate::edge::cli::commands::init;
use crate::edge::cli::commands::interop;
use crate::edge::cli::commands::man;
use crate::edge::cli::commands::next;
use crate::edge::cli::commands::render;
use crate::edge::cli::commands::rules;
use crate::edge::cli::commands::segment;
use crate::edge::cli::commands::status;
use crate::edge::cli::commands::sync;
use camino::Utf8PathBuf;
use clap::ArgAction;
use clap::Parser;
use clap::Subcommand;
use clap::ValueEnum;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "duizhao",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    max_term_width = 100
)]
pub struct Cli {
    /// What to do; nothing shows where the project stands.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The interface's language. These stand behind the options of every command, however many there are.
    #[arg(long, global = true, value_name = "LANG", display_order = 100)]
    pub ui_lang: Option<String>,
    /// When to color.
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        display_order = 101
    )]
    pub color: Color,
    /// The folder to work in.
    #[arg(
        short = 'C',
        long,
        global = true,
        value_name = "DIR",
        display_order = 102
    )]
    pub directory: Option<Utf8PathBuf>,
    /// Prints help.
    #[arg(short, long, global = true, action = ArgAction::HelpShort, display_order = 103)]
    help: Option<bool>,
    /// Prints the version.
    #[arg(short = 'V', long, action = ArgAction::Version, display_order = 104)]
    version: Option<bool>,
}

/// When to color.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands, in the order of work.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Writes `duizhao.yaml`.
    Init(init::Args),
    /// Shows coverage.
    Status(status::Args),
    /// Shows what there is to do.
    Diff(diff::Args),
    /// Shows the next thing to do.
    Next(next::Args),
    /// Checks everything.
    Check(check::Args),
    /// Records pairs as accepted.
    Accept(accept::Args),
    /// Brings drafts in step with their sources.
    Sync(sync::Args),
    /// Writes editions in two languages.
    Render(render::Args),
    /// Gives documents out.
    Export(export::Args),
    /// Takes translations back.
    Import(import::Args),
    /// Lists the units of a file.
    Segment(segment::Args),
    /// Writes a file's units back.
    Assemble(assemble::Args),
    /// Pairs two files.
    Align(align::Args),
    /// Looks after the glossary.
    Glossary(glossary::Args),
    /// Deals with files of other programs.
    Interop(interop::Args),
    /// Explains a rule.
    Explain(explain::Args),
    /// Lists the rules.
    Rules(rules::Args),
    /// Prints completions for a shell.
    Completions(completions::Args),
    /// Prints the manual page.
    Man(man::Args),
    /// Prints help.
    Help(help::Args),
}
