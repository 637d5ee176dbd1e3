//! Message patterns of one interface language, English behind it.

use crate::i18n::interface::Interface;
use crate::lint::finding::Finding;
use crate::lint::meta::RuleMeta;
use crate::text::notice::Notice;
use fluent::FluentArgs;
use fluent::FluentResource;
use fluent::FluentValue;
use fluent::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

const ENGLISH: &str = include_str!("en.ftl");
const SIMPLIFIED_CHINESE: &str = include_str!("zh-Hans.ftl");

/// The words of one interface language, English behind it.
pub struct Messages {
    interface: Interface,
    /// The wished language first, English last.
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Messages {
    /// Makes the words of `interface`; every rule brings its English pattern along.
    pub fn new<'a>(rules: impl Iterator<Item = &'a RuleMeta>, interface: Interface) -> Self {
        let patterns: String = rules
            .map(|rule| {
                let pattern = rule.message.replace('\n', "\n    ");
                format!("{} = {pattern}\n", rule.message_id())
            })
            .collect();
        let english = bundle(Interface::English, &[ENGLISH, &patterns]);
        let bundles = match interface {
            Interface::English => vec![english],
            Interface::SimplifiedChinese => {
                vec![bundle(interface, &[SIMPLIFIED_CHINESE]), english]
            }
        };
        Self { interface, bundles }
    }

    /// Returns the language.
    pub fn interface(&self) -> Interface {
        self.interface
    }

    /// Tells whether there is such a message.
    pub fn has(&self, id: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.has_message(id))
    }

    /// Returns a message without arguments; one that is missing is its own id.
    pub fn text(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// Returns a message with arguments. Whole numbers take part in plural selection.
    pub fn format(&self, id: &str, args: &[(&str, &str)]) -> String {
        let mut fluent_args = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent_args.set(*name, to_value(value));
        }
        self.bundles
            .iter()
            .find_map(|bundle| {
                let pattern = bundle.get_message(id)?.value()?;
                let text = bundle.format_pattern(pattern, Some(&fluent_args), &mut Vec::new());
                Some(text.into_owned())
            })
            .unwrap_or_else(|| id.to_owned())
    }

    /// Returns a message with `…` for every argument, to show what it will look like.
    pub fn outline(&self, id: &str) -> String {
        let text = self.text(id);
        let mut out = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some((before, tail)) = rest.split_once("{$") {
            let Some((_, after)) = tail.split_once('}') else {
                break;
            };
            out.push_str(before);
            out.push('…');
            rest = after;
        }
        out + rest
    }

    /// Returns what a finding says.
    pub fn finding(&self, finding: &Finding) -> String {
        self.owned(&finding.rule.message_id(), &finding.args)
    }

    /// Returns what a notice says, its place before it.
    pub fn notice(&self, notice: &Notice) -> String {
        let words = self.words(notice);
        match &notice.at {
            Some((source, span)) => {
                let place = source.line_column(span.start);
                format!("{}:{}:{}: {words}", source.name(), place.line, place.column)
            }
            None => words,
        }
    }

    /// Returns what a notice says without its place.
    pub fn words(&self, notice: &Notice) -> String {
        self.owned(notice.id, &notice.args)
    }

    fn owned(&self, id: &str, args: &[(&'static str, String)]) -> String {
        let args: Vec<(&str, &str)> = args
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        self.format(id, &args)
    }
}

fn bundle(interface: Interface, texts: &[&str]) -> FluentBundle<FluentResource> {
    let tag: LanguageIdentifier = interface.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    // A name that is taken already keeps its first meaning; tests/messages.rs refuses such files.
    let _ = bundle.add_builtins();
    for text in texts {
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let _ = bundle.add_resource(resource);
    }
    bundle
}

/// Only plain whole numbers are numbers: `1e5`, `007` and `nan` are words of the user's.
fn to_value(text: &str) -> FluentValue<'_> {
    let is_number = text.len() <= 15
        && !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'));
    if is_number {
        FluentValue::try_number(text)
    } else {
        FluentValue::from(text)
    }
}
