//! What is wrong with a command line, in our own words instead of clap's.

use crate::edge::cli::ui::Ui;
use clap::Error;
use clap::error::ContextKind;
use clap::error::ContextValue;
use clap::error::ErrorKind;

/// Tells what is wrong, what was perhaps meant, and where to read on.
pub fn tell(ui: &Ui, error: &Error, command: &str) {
    ui.tell_words(&cause(ui, error));
    for id in [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ] {
        let nearest = words(error, id);
        if !nearest.is_empty() {
            ui.say(&format!(
                "  {}",
                ui.messages
                    .format("usage-nearest", &[("nearest", &quoted(&nearest))])
            ));
        }
    }
    if error.kind() == ErrorKind::UnknownArgument && error.get(ContextKind::TrailingArg).is_some() {
        let arg = words(error, ContextKind::InvalidArg).join(" ");
        ui.say(&format!(
            "  {}",
            ui.messages.format("usage-trailing", &[("arg", &arg)])
        ));
    }
    let values = words(error, ContextKind::ValidValue);
    if !values.is_empty() {
        ui.say(&format!(
            "  {}",
            ui.messages
                .format("usage-values", &[("values", &values.join(", "))])
        ));
    }
    ui.say(
        &ui.messages
            .format("usage-see-help", &[("command", command)]),
    );
}

fn cause(ui: &Ui, error: &Error) -> String {
    let arg = words(error, ContextKind::InvalidArg).join(" ");
    let value = words(error, ContextKind::InvalidValue).join(" ");
    let subcommand = words(error, ContextKind::InvalidSubcommand).join(" ");
    let prior = words(error, ContextKind::PriorArg).join(" ");
    let least = words(error, ContextKind::MinValues).join(" ");
    let expected = words(error, ContextKind::ExpectedNumValues).join(" ");
    let actual = words(error, ContextKind::ActualNumValues).join(" ");
    let id = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => "usage-value-missing",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-value-invalid",
        ErrorKind::UnknownArgument => "usage-argument-unknown",
        ErrorKind::InvalidSubcommand => "usage-command-unknown",
        ErrorKind::NoEquals => "usage-equals-missing",
        ErrorKind::TooManyValues => "usage-values-too-many",
        ErrorKind::TooFewValues => "usage-values-too-few",
        ErrorKind::WrongNumberOfValues => "usage-values-wrong-number",
        ErrorKind::ArgumentConflict if prior.is_empty() || prior == arg => "usage-argument-twice",
        ErrorKind::ArgumentConflict => "usage-argument-conflict",
        ErrorKind::MissingRequiredArgument => "usage-argument-missing",
        ErrorKind::MissingSubcommand => "usage-command-missing",
        ErrorKind::InvalidUtf8 => "usage-not-utf8",
        _ => "usage-other",
    };
    ui.messages.format(
        id,
        &[
            ("arg", &arg),
            ("value", &value),
            ("command", &subcommand),
            ("prior", &prior),
            ("least", if least.is_empty() { &expected } else { &least }),
            ("actual", &actual),
        ],
    )
}

fn words(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        Some(ContextValue::Number(number)) => vec![number.to_string()],
        Some(ContextValue::StyledStr(word)) => vec![word.to_string()],
        Some(ContextValue::StyledStrs(words)) => words.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

fn quoted(words: &[String]) -> String {
    words.join(", ")
}
