//! Both languages say the same things, and everything that is said has words.

#![expect(
    clippy::disallowed_methods,
    reason = "the laws are read off the source files"
)]

use duizhao::edge::cli::args::Cli;
use duizhao::edge::cli::help;
use duizhao::i18n::interface::Interface;
use duizhao::i18n::messages::Messages;
use duizhao::lint::meta::RuleMeta;
use duizhao::rules::RULES;
use fluent_syntax::ast;
use fluent_syntax::parser;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

type Variables = BTreeSet<String>;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// Messages and the variables of each; two messages of one id fail.
fn messages(ftl: &str) -> BTreeMap<String, Variables> {
    let resource = parser::parse(ftl).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        if let ast::Entry::Message(message) = entry {
            let mut variables = Variables::new();
            if let Some(pattern) = &message.value {
                of_pattern(pattern, &mut variables);
            }
            let id = message.id.name.to_string();
            assert!(
                found.insert(id.clone(), variables).is_none(),
                "{id} stands twice"
            );
        }
    }
    found
}

fn of_pattern(pattern: &ast::Pattern<&str>, variables: &mut Variables) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            of_expression(expression, variables);
        }
    }
}

fn of_expression(expression: &ast::Expression<&str>, variables: &mut Variables) {
    match expression {
        ast::Expression::Inline(inline) => of_inline(inline, variables),
        ast::Expression::Select { selector, variants } => {
            of_inline(selector, variables);
            for variant in variants {
                of_pattern(&variant.value, variables);
            }
        }
    }
}

fn of_inline(inline: &ast::InlineExpression<&str>, variables: &mut Variables) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_string());
        }
        ast::InlineExpression::Placeable { expression } => of_expression(expression, variables),
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                of_inline(argument, variables);
            }
        }
        _ => {}
    }
}

fn english() -> BTreeMap<String, Variables> {
    messages(&read("src/i18n/en.ftl"))
}

fn chinese() -> BTreeMap<String, Variables> {
    messages(&read("src/i18n/zh-Hans.ftl"))
}

fn of_rules() -> BTreeMap<String, Variables> {
    let patterns: String = RULES
        .iter()
        .map(|rule| {
            format!(
                "{} = {}\n",
                rule.meta.message_id(),
                rule.meta.message.replace('\n', "\n    ")
            )
        })
        .collect();
    messages(&patterns)
}

fn words(interface: Interface) -> Messages {
    Messages::new(RULES.iter().map(|rule| &rule.meta), interface)
}

#[test]
fn both_files_have_the_same_messages_with_the_same_variables() {
    let mut wanted = english();
    for (id, variables) in of_rules() {
        assert!(
            wanted.insert(id.clone(), variables).is_none(),
            "{id}: the English words of a rule stand in its own file, not in en.ftl"
        );
    }
    let chinese = chinese();
    let mut wrong = Vec::new();
    for (id, variables) in &wanted {
        match chinese.get(id) {
            None => wrong.push(format!("{id} is missing in zh-Hans.ftl")),
            Some(other) if other != variables => wrong.push(format!(
                "{id} has {variables:?} in English and {other:?} in Chinese"
            )),
            Some(_) => {}
        }
    }
    for id in chinese.keys().filter(|id| !wanted.contains_key(*id)) {
        wrong.push(format!("{id} is in zh-Hans.ftl only"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_message_is_its_own_key() {
    for interface in [Interface::English, Interface::SimplifiedChinese] {
        let messages = words(interface);
        for id in english().keys().chain(of_rules().keys()) {
            let text = messages.text(id);
            assert!(!text.trim().is_empty(), "{id} says nothing");
            let is_value_name = id.starts_with("cli-value-");
            assert!(
                is_value_name || text != *id,
                "{id} has no words in {interface:?}"
            );
        }
    }
}

#[test]
fn a_missing_message_is_shown_by_its_id() {
    assert_eq!(
        words(Interface::SimplifiedChinese).text("no-such-message"),
        "no-such-message"
    );
}

#[test]
fn the_chinese_words_are_chinese() {
    let (english, chinese) = (
        words(Interface::English),
        words(Interface::SimplifiedChinese),
    );
    let same: Vec<String> = self::english()
        .into_keys()
        .chain(of_rules().into_keys())
        .filter(|id| english.text(id) == chinese.text(id))
        .filter(|id| !SAME_IN_BOTH.contains(&id.as_str()))
        .collect();
    assert!(same.is_empty(), "still in English: {same:?}");
}

/// Messages that are only arguments, or a name.
const SAME_IN_BOTH: &[&str] = &["report-fix-display", "cli-value-SHELL"];

fn sources(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The string literals that follow a call, line breaks after its parenthesis included.
fn literals(code: &str, call: &str) -> Vec<String> {
    let calls = code.match_indices(call).filter_map(|(at, _)| {
        let rest = code[at + call.len()..].trim_start().strip_prefix('"')?;
        Some(rest.split('"').next()?.to_owned())
    });
    calls.collect()
}

#[test]
fn every_message_that_the_code_asks_for_exists() {
    let known = english();
    let mut wrong = Vec::new();
    let mut n_asked = 0;
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let code = fs::read_to_string(&path).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap();
        for call in ["Notice::new(", "messages.text(", "say_message(", "words("] {
            for id in literals(code, call) {
                n_asked += 1;
                if !known.contains_key(&id) {
                    wrong.push(format!("{}: {id}", path.display()));
                }
            }
        }
        let with_arguments = ["messages\n", "messages."]
            .iter()
            .any(|owner| code.contains(owner));
        let formats = literals(code, ".format(");
        for id in formats.into_iter().filter(|_| with_arguments) {
            n_asked += 1;
            if !known.contains_key(&id) {
                wrong.push(format!("{}: {id}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "no words for:\n{}", wrong.join("\n"));
    assert!(n_asked > 50, "the scan found only {n_asked} messages");
}

/// Ids that are put together while running: what stands before the last part, and what may stand there.
#[test]
fn every_message_that_is_put_together_exists() {
    let messages = words(Interface::English);
    let mut ids: Vec<String> = Vec::new();
    let mut add = |prefix: &str, names: &[&str]| {
        ids.extend(names.iter().map(|name| format!("{prefix}{name}")));
    };
    add("severity-", &["error", "warning", "info", "off"]);
    add(
        "change-",
        &["cosmetic", "markup", "number", "minor", "rewrite"],
    );
    add("pair-", duizhao::report::diff::STATES);
    add(
        "sync-kind-",
        &[
            "create",
            "insert",
            "copy",
            "key",
            "move",
            "update",
            "asset",
            "heading-id",
            "patch",
            "prune",
            "tidy",
        ],
    );
    add(
        "report-fix-",
        &[
            "safe",
            "unsafe",
            "display",
            "safe-many",
            "unsafe-many",
            "display-many",
        ],
    );
    add("report-fix-", &["insert", "remove", "replace"]);
    add("glossary-status-", &["proposed", "approved", "deprecated"]);
    for format in duizhao::report::FORMATS {
        ids.push(format.help.to_owned());
    }
    let missing: Vec<String> = ids.into_iter().filter(|id| !messages.has(id)).collect();
    assert!(missing.is_empty(), "no words for {missing:?}");
}

#[test]
fn every_command_and_argument_has_help() {
    let messages = words(Interface::English);
    let command = <Cli as clap::CommandFactory>::command();
    let mut missing = Vec::new();
    let mut commands = vec![(command.get_name().to_owned(), &command)];
    for command in command.get_subcommands() {
        let name = command.get_name();
        commands.push((name.to_owned(), command));
        let inner = command.get_subcommands();
        commands.extend(inner.map(|inner| (format!("{name}-{}", inner.get_name()), inner)));
    }
    for (name, command) in commands {
        if !messages.has(&format!("cli-{name}")) {
            missing.push(format!("cli-{name}"));
        }
        for arg in command.get_arguments() {
            let id = help::arg_id(&messages, &name, arg.get_id().as_str());
            if !messages.has(&id) {
                missing.push(id);
            }
        }
    }
    assert!(missing.is_empty(), "no words for {missing:?}");
}

#[test]
fn none_of_claps_own_words_is_left_in_the_chinese_help() {
    let messages = words(Interface::SimplifiedChinese);
    let command = <Cli as clap::CommandFactory>::command();
    let names = command
        .get_subcommands()
        .map(|command| Some(command.get_name()));
    for name in names.chain([None]) {
        let text = help::help_of(&messages, name).unwrap().to_string();
        for word in [
            "Usage",
            "Commands",
            "Arguments",
            "Options",
            "OPTIONS",
            "COMMAND",
            "default",
            "possible",
            "Print",
            "help for",
        ] {
            let without_ids = text.replace("full-options", "");
            assert!(
                !without_ids.contains(word),
                "{name:?} says “{word}”:\n{text}"
            );
        }
    }
}

#[test]
fn numbers_are_told_from_words_that_look_like_them() {
    let messages = words(Interface::English);
    let path = |value: &str| messages.format("accept-no-pair", &[("path", value), ("line", "1")]);
    for value in ["007", "1e5", "nan", "1.50", "12345678901234567890"] {
        assert!(
            path(value).starts_with(&format!("{value}:1")),
            "{}",
            path(value)
        );
    }
    assert_eq!(
        messages.format("accept-done", &[("n", "1")]),
        "one pair accepted"
    );
    assert_eq!(
        messages.format("accept-done", &[("n", "1200")]),
        "1200 pairs accepted"
    );
}

#[test]
fn rules_without_words_of_their_own_do_not_exist() {
    let chinese = chinese();
    let rules: Vec<&RuleMeta> = RULES.iter().map(|rule| &rule.meta).collect();
    for rule in rules {
        assert!(
            chinese.contains_key(&rule.message_id()),
            "{} has no Chinese words",
            rule.id
        );
    }
}

#[test]
fn every_message_is_asked_for_somewhere() {
    let paths = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let code: String = paths
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let is_made = |id: &str| {
        let prefixes = [
            "cli-",
            "pair-",
            "severity-",
            "change-",
            "glossary-status-",
            "report-fix-",
            "explain-heading-",
            "sync-kind-",
            "render-",
        ];
        prefixes.iter().any(|prefix| id.starts_with(prefix))
    };
    let unused: Vec<String> = english()
        .into_keys()
        .filter(|id| !is_made(id) && !code.contains(&format!("\"{id}\"")))
        .filter(|id| !code.contains(&format!("\"{}\"", id.replacen('-', "/", 1))))
        .collect();
    assert!(unused.is_empty(), "nobody asks for {unused:?}");
}
