//! `--format NAME[=FILE]`: in which format, and where to.

use crate::edge::cli::failure::Failure;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Before;
use crate::edge::files::Change;
use crate::edge::files::Files;
use crate::edge::files::disk::Disk;
use crate::edge::project::refusal;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use clap::Arg;
use clap::Command;
use clap::builder::PossibleValue;
use clap::builder::TypedValueParser;
use clap::error::ContextKind;
use clap::error::ContextValue;
use clap::error::ErrorKind;
use std::ffi::OsStr;
use std::fs;
use std::fs::OpenOptions;
use std::io;
use std::io::Write;

/// One output of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The format's name.
    pub name: String,
    /// The file to write; standard output without one.
    pub file: Option<Utf8PathBuf>,
}

/// Reads `NAME[=FILE]` where NAME is one of a list.
#[derive(Clone)]
pub struct FormatParser(pub fn() -> Vec<&'static str>);

impl TypedValueParser for FormatParser {
    type Value = Output;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Output, clap::Error> {
        let refuse = |kind: ErrorKind, value: &str| {
            let mut error = clap::Error::new(kind).with_cmd(command);
            let arg = arg.map(ToString::to_string).unwrap_or_default();
            error.insert(ContextKind::InvalidArg, ContextValue::String(arg));
            error.insert(
                ContextKind::InvalidValue,
                ContextValue::String(value.to_owned()),
            );
            let names = (self.0)().into_iter().map(str::to_owned).collect();
            error.insert(ContextKind::ValidValue, ContextValue::Strings(names));
            error
        };
        let text = value
            .to_str()
            .ok_or_else(|| refuse(ErrorKind::InvalidUtf8, ""))?;
        let (name, file) = match text.split_once('=') {
            Some((name, file)) => (name, Some(Utf8PathBuf::from(file))),
            None => (text, None),
        };
        let is_known = (self.0)().contains(&name)
            && file.as_ref().is_none_or(|file| !file.as_str().is_empty());
        if is_known {
            Ok(Output {
                name: name.to_owned(),
                file,
            })
        } else {
            Err(refuse(ErrorKind::InvalidValue, text))
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new((self.0)().into_iter().map(PossibleValue::new)))
    }
}

/// What is to be written: to standard output (colored, perhaps) or to a file (never).
pub type Render<'a> = dyn Fn(&str, bool, &mut dyn Write) -> io::Result<()> + 'a;

/// Writes every output; `default` to standard output where none is asked for.
pub fn write_all(
    ui: &Ui,
    outputs: &[Output],
    default: &str,
    render: &Render<'_>,
) -> Result<(), Failure> {
    if outputs.is_empty() {
        return write_stdout(ui, default, render);
    }
    for output in outputs {
        match &output.file {
            None => write_stdout(ui, &output.name, render)?,
            Some(file) => {
                let mut bytes = Vec::new();
                render(&output.name, false, &mut bytes)?;
                write_file(ui, file, &bytes)?;
            }
        }
    }
    Ok(())
}

fn write_stdout(ui: &Ui, name: &str, render: &Render<'_>) -> Result<(), Failure> {
    let mut out = ui.out();
    render(name, ui.is_colored, &mut out)?;
    out.flush()?;
    Ok(())
}

/// Writes a report whole, whatever its file says: to a temporary neighbor first. What is no file (`/dev/stderr`, a pipe) takes the bytes as it is.
pub fn write_file(ui: &Ui, path: &Utf8Path, bytes: &[u8]) -> Result<(), Failure> {
    let whole = ui.cwd.join(path);
    if fs::metadata(&whole).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
        let device = OpenOptions::new().write(true).open(&whole);
        let written = device.and_then(|mut device| device.write_all(bytes));
        return written.map_err(|error| refusal::notice(path, &error).into());
    }
    replace_file(ui, path, Before::Anything, bytes)
}

/// Writes a file whole, where it says what it should until then.
pub fn replace_file(
    ui: &Ui,
    path: &Utf8Path,
    before: Before<'_>,
    bytes: &[u8],
) -> Result<(), Failure> {
    let whole = ui.cwd.join(path);
    let folder = whole.parent().unwrap_or(&ui.cwd);
    let change = Change {
        path: Utf8Path::new(whole.file_name().unwrap_or_default()),
        before,
        bytes,
    };
    let written = Disk::new(folder).replace(&[change]);
    written.map_err(|unwritten| refusal::unwritten(path, &unwritten.error).into())
}
