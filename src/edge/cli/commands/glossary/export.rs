//! `duizhao glossary export`: the glossary in a format of other programs, and what it loses on the way.

use crate::edge::cli::commands::glossary::files::Glossary;
use crate::edge::cli::commands::glossary::files::GlossaryArgs;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::output;
use crate::edge::cli::ui::Ui;
use crate::edge::project::discover::Project;
use crate::interchange::glossary::FORMATS;
use crate::interchange::glossary::exchange::ExportSettings;
use crate::interchange::glossary::exchange::Format;
use crate::interchange::glossary::loss;
use crate::interchange::glossary::loss::Loss;
use crate::interchange::glossary::loss::What;
use crate::text::lang::Lang;
use camino::Utf8PathBuf;
use clap::builder::PossibleValuesParser;
use std::io::Write;

/// What `glossary export` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Which glossary files.
    #[command(flatten)]
    pub glossary: GlossaryArgs,
    /// The format; by the file's ending without one.
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(names()))]
    pub format: Option<String>,
    /// The file to write; standard output without one.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<Utf8PathBuf>,
    /// The language of the targets; the project's first without one.
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
}

/// The names of the formats.
pub fn names() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name).collect()
}

/// The format of a file by its ending.
pub fn by_ending(path: &str) -> Option<&'static Format> {
    let (_, ending) = path.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    let has = |format: &&&'static Format| format.endings.contains(&ending.as_str());
    FORMATS.iter().find(has).copied()
}

/// The format of a name.
pub fn by_name(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name).copied()
}

/// The languages of the project around the working folder; Chinese and English outside of any.
pub fn languages(ui: &Ui, target: Option<&str>) -> (Lang, Lang) {
    let config = Project::discover(&ui.cwd)
        .ok()
        .map(|project| project.config);
    let source = config.as_ref().map(|config| config.source.clone());
    let first = config.and_then(|config| config.targets.into_iter().next());
    (
        source.unwrap_or_else(|| Lang::new("zh-Hans")),
        target
            .map(Lang::new)
            .or(first)
            .unwrap_or_else(|| Lang::new("en")),
    )
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let glossary = Glossary::open(ui, &args.glossary)?;
    let named = args.format.as_deref().and_then(by_name);
    let by_file = || by_ending(args.output.as_ref()?.as_str());
    let format = named.or_else(by_file).or_else(|| by_name("csv"));
    let Some(format) = format else {
        return Ok(Exit::Failed);
    };
    let (source, target) = languages(ui, args.lang.as_deref());
    let settings = ExportSettings { source, target };
    let mut bytes = Vec::new();
    (format.write)(&glossary.termbase, &settings, &mut bytes)?;
    match &args.output {
        Some(path) => output::write_file(ui, path, &bytes)?,
        None => {
            let mut out = ui.out();
            out.write_all(&bytes)?;
            out.flush()?;
        }
    }
    for loss in loss::losses(&glossary.termbase, format) {
        tell(ui, &loss, format);
    }
    Ok(Exit::Clean)
}

/// How many entries a loss names.
const MOST_NAMES: usize = 5;

fn tell(ui: &Ui, loss: &Loss, format: &Format) {
    let n = loss.concepts.len().to_string();
    let mut names = loss
        .concepts
        .iter()
        .take(MOST_NAMES)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    if loss.concepts.len() > MOST_NAMES {
        names.push_str(" …");
    }
    let args = [
        ("n", n.as_str()),
        ("names", names.as_str()),
        ("format", format.name),
    ];
    match loss.what {
        What::Entry("deprecated") => ui.say_message("export-left-deprecated", &args),
        What::Entry("too-long") => ui.say_message("export-left-too-long", &args),
        What::Entry(_) => ui.say_message("export-left-no-target", &args),
        What::Key(key) => {
            let [n, names, format] = args;
            ui.say_message("export-lost", &[n, names, format, ("key", key)]);
        }
    }
}
