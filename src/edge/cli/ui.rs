//! How the program talks: in which language, in which colors, on which stream.

use crate::edge::cli::args::Color;
use crate::edge::cli::help;
use crate::i18n::interface::Interface;
use crate::i18n::interface::Wishes;
use crate::i18n::messages::Messages;
use crate::rules::RULES;
use crate::text::notice::Notice;
use anstyle::AnsiColor;
use anstyle::Style;
use camino::Utf8PathBuf;
use std::env;
use std::io;
use std::io::IsTerminal;
use std::io::Write;

/// How wide lines are where there is no terminal to ask.
const WIDTH: usize = 100;

/// What every command is given.
pub struct Ui {
    /// The words.
    pub messages: Messages,
    /// The English words, for what machines read.
    pub english: Messages,
    /// Whether standard output may be colored.
    pub is_colored: bool,
    /// How many columns there are.
    pub width: usize,
    /// The folder to work in, absolute.
    pub cwd: Utf8PathBuf,
    is_colored_err: bool,
}

impl Ui {
    /// Makes the interface from the options and the environment.
    pub fn new(ui_lang: Option<&str>, color: Color, cwd: Utf8PathBuf) -> Self {
        let interface = Interface::negotiate(&wishes(ui_lang));
        Self {
            messages: words(interface),
            english: words(Interface::English),
            is_colored: is_colored(color, io::stdout().is_terminal()),
            width: terminal_width(),
            cwd,
            is_colored_err: is_colored(color, io::stderr().is_terminal()),
        }
    }

    /// Returns standard output, buffered.
    pub fn out(&self) -> io::BufWriter<io::StdoutLock<'static>> {
        io::BufWriter::with_capacity(1 << 16, io::stdout().lock())
    }

    /// Says something on standard error.
    pub fn say(&self, text: &str) {
        // Nobody is left to tell when standard error is closed.
        let _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// Says a message on standard error.
    pub fn say_message(&self, id: &str, args: &[(&str, &str)]) {
        self.say(&self.messages.format(id, args));
    }

    /// Tells of an error on standard error.
    pub fn tell(&self, notice: &Notice) {
        self.tell_words(&self.messages.notice(notice));
    }

    /// Tells of an error in words already chosen.
    pub fn tell_words(&self, text: &str) {
        let style = if self.is_colored_err {
            AnsiColor::Red.on_default().bold()
        } else {
            Style::new()
        };
        let head = help::spaced(&self.messages.text("cli-error"));
        self.say(&format!("{style}{head}{style:#}{text}"));
    }

    /// Returns help or an error of clap's as text, colored where standard output may be.
    pub fn styled(&self, text: &clap::builder::StyledStr) -> String {
        if self.is_colored {
            text.ansi().to_string()
        } else {
            text.to_string()
        }
    }
}

/// Returns the words of an interface.
pub fn words(interface: Interface) -> Messages {
    Messages::new(RULES.iter().map(|rule| &rule.meta), interface)
}

fn wishes(ui_lang: Option<&str>) -> Wishes {
    let variable = |name: &str| env::var(name).ok();
    Wishes {
        option: ui_lang.map(str::to_owned),
        language: variable("LANGUAGE"),
        lc_all: variable("LC_ALL"),
        lc_messages: variable("LC_MESSAGES"),
        lang: variable("LANG"),
        system: if cfg!(any(windows, target_os = "macos")) {
            sys_locale::get_locale()
        } else {
            None
        },
    }
}

fn is_colored(color: Color, is_terminal: bool) -> bool {
    let is_unwanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let is_dumb = env::var_os("TERM").is_some_and(|value| value == "dumb");
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => is_terminal && !is_unwanted && !is_dumb,
    }
}

fn terminal_width() -> usize {
    if !io::stdout().is_terminal() {
        return WIDTH;
    }
    let columns = terminal_size::terminal_size().map(|(columns, _)| usize::from(columns.0));
    columns.unwrap_or(WIDTH).clamp(40, 160)
}
