//! Arguments in, exit code out.

use crate::edge::cli::args::Cli;
use crate::edge::cli::args::Color;
use crate::edge::cli::args::Command;
use crate::edge::cli::commands::accept;
use crate::edge::cli::commands::align;
use crate::edge::cli::commands::assemble;
use crate::edge::cli::commands::check;
use crate::edge::cli::commands::completions;
use crate::edge::cli::commands::diff;
use crate::edge::cli::commands::explain;
use crate::edge::cli::commands::export;
use crate::edge::cli::commands::glossary;
use crate::edge::cli::commands::help as help_command;
use crate::edge::cli::commands::home;
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
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::help;
use crate::edge::cli::ui::Ui;
use crate::edge::cli::usage_error;
use crate::edge::project::refusal;
use crate::text::notice::Notice;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use clap::FromArgMatches;
use clap::error::ErrorKind;
use std::env;
use std::ffi::OsString;
use std::io;
use std::io::Write;
use std::process::ExitCode;

/// Runs the command line.
pub fn main(args: impl Iterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.collect();
    // The words are chosen before the arguments are read: help and errors are said in them.
    let color = match option(&args, "--color").as_deref() {
        Some("always") => Color::Always,
        Some("never") => Color::Never,
        _ => Color::Auto,
    };
    let ui = Ui::new(
        option(&args, "--ui-lang").as_deref(),
        color,
        Utf8PathBuf::new(),
    );
    ExitCode::from(start(ui, &args).code())
}

fn start(mut ui: Ui, args: &[OsString]) -> Exit {
    let parsed = help::command(&ui.messages)
        .try_get_matches_from(args)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => return refuse(&ui, &error, args),
    };
    let outcome = working_folder(cli.directory.as_deref())
        .map_err(Failure::from)
        .and_then(|cwd| {
            ui.cwd = cwd;
            run(&ui, cli.command)
        });
    match outcome {
        Ok(exit) => exit,
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Clean,
        Err(Failure::Output(error)) => {
            let error = error.to_string();
            ui.tell_words(
                &ui.messages
                    .format("cli-output-failed", &[("error", &error)]),
            );
            Exit::Failed
        }
        Err(Failure::Notices(notices)) => {
            for notice in &notices {
                ui.tell(notice);
            }
            Exit::Failed
        }
    }
}

fn run(ui: &Ui, command: Option<Command>) -> Result<Exit, Failure> {
    match command {
        None => home::run(ui),
        Some(Command::Init(args)) => init::run(ui, &args),
        Some(Command::Status(args)) => status::run(ui, &args),
        Some(Command::Diff(args)) => diff::run(ui, &args),
        Some(Command::Next(args)) => next::run(ui, &args),
        Some(Command::Check(args)) => check::run(ui, &args),
        Some(Command::Accept(args)) => accept::run(ui, &args),
        Some(Command::Sync(args)) => sync::run(ui, &args),
        Some(Command::Render(args)) => render::run(ui, &args),
        Some(Command::Export(args)) => export::run(ui, &args),
        Some(Command::Import(args)) => import::run(ui, &args),
        Some(Command::Segment(args)) => segment::run(ui, &args),
        Some(Command::Assemble(args)) => assemble::run(ui, &args),
        Some(Command::Align(args)) => align::run(ui, &args),
        Some(Command::Glossary(args)) => glossary::run(ui, &args),
        Some(Command::Interop(args)) => interop::run(ui, &args),
        Some(Command::Explain(args)) => explain::run(ui, &args),
        Some(Command::Rules(args)) => rules::run(ui, &args),
        Some(Command::Completions(args)) => completions::run(ui, &args),
        Some(Command::Man(args)) => man::run(ui, &args),
        Some(Command::Help(args)) => help_command::run(ui, &args),
    }
}

/// Prints help or the version where clap was asked for it; else tells what is wrong.
fn refuse(ui: &Ui, error: &clap::Error, args: &[OsString]) -> Exit {
    let text = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ui.styled(&error.render())
        }
        ErrorKind::DisplayVersion => error.render().to_string(),
        _ => {
            usage_error::tell(ui, error, &meant(ui, args));
            return Exit::Failed;
        }
    };
    let mut out = ui.out();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Exit::Clean,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Clean,
        Err(_) => Exit::Failed,
    }
}

/// The command that the arguments name, for pointing to its help.
fn meant(ui: &Ui, args: &[OsString]) -> String {
    let command = help::command(&ui.messages);
    let words = args.iter().skip(1).filter_map(|arg| arg.to_str());
    let mut names = words.filter(|word| command.find_subcommand(word).is_some());
    match names.next() {
        Some(name) => format!("duizhao {name} --help"),
        None => "duizhao --help".to_owned(),
    }
}

/// Finds the value of a long option before the arguments are parsed.
fn option(args: &[OsString], name: &str) -> Option<String> {
    let words: Vec<&str> = args
        .iter()
        .map(|arg| arg.to_str().unwrap_or_default())
        .collect();
    let before = words.iter().take_while(|word| **word != "--");
    let (at, word) = before.enumerate().find(|(_, word)| {
        word.strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
    })?;
    match word.split_once('=') {
        Some((_, value)) => Some(value.to_owned()),
        None => words.get(at + 1).map(|value| (*value).to_owned()),
    }
}

/// The folder to work in, absolute.
fn working_folder(directory: Option<&Utf8Path>) -> Result<Utf8PathBuf, Notice> {
    let present = env::current_dir().map_err(|error| refusal::notice(".".into(), &error))?;
    let present = Utf8PathBuf::from_path_buf(present)
        .map_err(|path| Notice::new("cli-folder-not-utf8").arg("path", path.display()))?;
    let Some(directory) = directory else {
        return Ok(present);
    };
    let folder = present.join(directory);
    if folder.is_dir() {
        Ok(folder)
    } else {
        let kind = if folder.exists() {
            io::ErrorKind::NotADirectory
        } else {
            io::ErrorKind::NotFound
        };
        Err(refusal::notice(directory, &kind.into()))
    }
}
