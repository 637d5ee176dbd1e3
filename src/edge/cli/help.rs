//! clap's help in our own words: every text is replaced by the message of its id.
//!
//! The ids are made from the names: `cli-check` tells of a command, `cli-check-after` stands below its help, `cli-check-fix`
//! tells of an argument, or `cli-arg-fix` where several commands share it; `cli-value-PATH` names a value. A command of a
//! command has both names: `cli-glossary-list`.

use crate::edge::cli::args::Cli;
use crate::i18n::messages::Messages;
use clap::Arg;
use clap::Command;
use clap::CommandFactory;
use clap::builder::StyledStr;

/// Makes the command line with all its texts in the interface's language.
pub fn command(messages: &Messages) -> Command {
    localize(Cli::command(), "duizhao", messages)
}

/// Returns the help of a command (`check`) or, without a name, of the program.
pub fn help_of(messages: &Messages, name: Option<&str>) -> Option<StyledStr> {
    let mut whole = command(messages);
    whole.build();
    match name {
        Some(name) => Some(whole.find_subcommand_mut(name)?.render_help()),
        None => Some(whole.render_help()),
    }
}

fn localize(command: Command, path: &str, messages: &Messages) -> Command {
    let key = path.strip_prefix("duizhao ").unwrap_or(path);
    let name = key.replace(' ', "-");
    let about = messages.text(&format!("cli-{name}"));
    let after = format!("cli-{name}-after");
    let mut command = command
        .about(about)
        .mut_args(|arg| localize_arg(arg, &name, messages))
        .subcommand_value_name(messages.text("cli-value-COMMAND"));
    if messages.has(&after) {
        command = command.after_help(messages.text(&after));
    }
    let usage = usage(&command, path, messages);
    let template = template(&command, messages);
    command = command.override_usage(usage).help_template(template);
    let names: Vec<String> = command
        .get_subcommands()
        .map(|inner| inner.get_name().to_owned())
        .collect();
    for inner in names {
        let path = format!("{path} {inner}");
        command = command.mut_subcommand(&inner, |inner| localize(inner, &path, messages));
    }
    command
}

/// Returns the message id of an argument of a command.
pub fn arg_id(messages: &Messages, command: &str, arg: &str) -> String {
    let arg = arg.replace('_', "-");
    let own = format!("cli-{command}-{arg}");
    if messages.has(&own) {
        own
    } else {
        format!("cli-arg-{arg}")
    }
}

fn localize_arg(arg: Arg, command: &str, messages: &Messages) -> Arg {
    let mut help = messages.text(&arg_id(messages, command, arg.get_id().as_str()));
    let takes_value = arg.get_action().takes_values();
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .map(|value| value.get_name().to_owned())
        .collect();
    if takes_value && !values.is_empty() {
        let values = values.join(", ");
        help = format!(
            "{help} {}",
            messages.format("cli-help-values", &[("values", &values)])
        );
    }
    let default: Vec<String> = arg
        .get_default_values()
        .iter()
        .map(|value| value.to_string_lossy().into_owned())
        .collect();
    if takes_value && !default.is_empty() {
        let default = default.join(" ");
        help = format!(
            "{help} {}",
            messages.format("cli-help-default", &[("default", &default)])
        );
    }
    let names: Vec<String> = arg
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(|name| value_name(name, messages))
        .collect();
    let arg = if names.is_empty() || !takes_value {
        arg
    } else {
        arg.value_names(names)
    };
    arg.help(help)
        .hide_possible_values(takes_value)
        .hide_default_value(takes_value)
}

fn value_name(name: &str, messages: &Messages) -> String {
    let id = format!("cli-value-{}", name.replace([':', '=', '[', ']'], "-"));
    if messages.has(&id) {
        messages.text(&id)
    } else {
        name.to_owned()
    }
}

/// clap's usage line without its heading, its own two words replaced.
fn usage(command: &Command, path: &str, messages: &Messages) -> String {
    let rendered = command.clone().bin_name(path).render_usage().to_string();
    let bare = rendered.trim_start_matches("Usage:").trim();
    bare.replace(
        "[OPTIONS]",
        &format!("[{}]", messages.text("cli-value-OPTIONS")),
    )
}

fn template(command: &Command, messages: &Messages) -> String {
    let heading = spaced(&messages.text("cli-help-usage"));
    let mut template = format!("{{about}}\n\n{heading}{{usage}}");
    let mut section = |id: &str, tag: &str| {
        template += &format!("\n\n{}\n{{{tag}}}", messages.text(id));
    };
    if command.has_subcommands() {
        section("cli-help-commands", "subcommands");
    }
    if command.get_positionals().next().is_some() {
        section("cli-help-arguments", "positionals");
    }
    section("cli-help-options", "options");
    template + "{after-help}\n"
}

/// Adds a space after a heading, unless it ends in a full-width colon, which brings its own.
pub fn spaced(heading: &str) -> String {
    if heading.is_ascii() {
        format!("{heading} ")
    } else {
        heading.to_owned()
    }
}
