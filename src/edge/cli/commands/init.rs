//! `duizhao init`: finds the layout and writes `duizhao.yaml`.

use crate::config::validate;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Files;
use crate::edge::files::disk::Disk;
use crate::edge::project::discover::CONFIG;
use crate::edge::project::init;
use crate::edge::project::init::ATTRIBUTES;
use crate::edge::project::init::InitSettings;
use crate::edge::project::refusal;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use camino::Utf8Path;
use std::io::Write;

/// What `init` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The source language; guessed without it.
    #[arg(long, value_name = "LANG")]
    pub source: Option<String>,
    /// Target languages; guessed without one.
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    pub target: Vec<String>,
    /// Writes nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let settings = InitSettings {
        source: args.source.as_deref().map(lang).transpose()?,
        targets: args
            .target
            .iter()
            .map(|tag| lang(tag))
            .collect::<Result<_, _>>()?,
    };
    let disk = Disk::new(&ui.cwd);
    let plan = init::plan(&disk, &settings)?;
    for notice in &plan.notices {
        ui.say(&ui.messages.notice(notice));
    }
    let config = plan.config_text(&|id| ui.messages.text(id));
    let attributes = plan.gitattributes.as_deref();
    let files = [(CONFIG, Some(config.as_str())), (ATTRIBUTES, attributes)];
    for (path, text) in files {
        let Some(text) = text else { continue };
        if args.dry_run {
            let mut out = ui.out();
            writeln!(out, "# {path}\n{text}")?;
            out.flush()?;
            continue;
        }
        let path = Utf8Path::new(path);
        let written = disk.write(path, text.as_bytes());
        written.map_err(|error| refusal::notice(path, &error))?;
        ui.say_message("init-wrote", &[("path", path.as_str())]);
    }
    if !args.dry_run {
        ui.say_message("init-next", &[]);
    }
    Ok(Exit::Clean)
}

fn lang(tag: &str) -> Result<Lang, Notice> {
    if validate::is_lang_tag(tag) {
        Ok(Lang::new(tag))
    } else {
        Err(Notice::new("config-lang").arg("tag", tag))
    }
}
