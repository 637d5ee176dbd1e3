//! The entries' own examples: small pairs of texts that are put through the rules of terms.

use crate::bitext::bitext::Bitext;
use crate::lint::context::PairCx;
use crate::lint::context::Terms;
use crate::lint::finding::Finding;
use crate::lint::meta::Severity;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::rule::Rule;
use crate::lint::select::Selection;
use crate::lint::sink::Sink;
use crate::markdown::read::read;
use crate::markdown::settings::ReadSettings;
use crate::termbase::concept::Example;
use crate::termbase::verdict::TermChecker;
use crate::text::lang::Lang;
use crate::text::script::is_han;
use crate::text::script::is_kana;
use crate::text::source::Source;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// The groups of rules whose work an example can show.
const GROUPS: &[&str] = &["dnt", "term"];

/// Puts examples through the rules. Prepares the glossary once for each pair of languages.
pub struct ExampleChecker<'a, 'cx> {
    cx: &'cx ProjectCx<'a>,
    checkers: BTreeMap<(Lang, Lang), TermChecker<'a>>,
    selection: Selection,
}

impl<'a, 'cx> ExampleChecker<'a, 'cx> {
    /// Prepares to check the examples of a project. What the project switched off stays off, whatever the command line picks.
    pub fn new(cx: &'cx ProjectCx<'a>) -> Self {
        let selection = Selection {
            selected: Vec::new(),
            ignored: Vec::new(),
            ..cx.settings.selection.clone()
        };
        Self {
            cx,
            checkers: BTreeMap::new(),
            selection,
        }
    }

    /// Returns the ids of the rules that find something in an example of the entry with this index. That entry is in force,
    /// whatever its filter says; of the others those without a filter.
    pub fn check(&mut self, concept_idx: usize, example: &Example) -> BTreeSet<&'static str> {
        let key = self.languages(example);
        let settings = self.cx.settings;
        let (source_lang, target_lang) = key.clone();
        let document = |name: &str, text: &str, lang: &Lang| {
            read(&Source::new(name, text), lang, &ReadSettings::default())
        };
        let source = document("source", &example.source, &source_lang);
        let target = document("target", &example.target, &target_lang);
        let bitext = Bitext::loose(source, target);
        let rules: Vec<&Rule> = settings
            .rules
            .iter()
            .copied()
            .filter(|rule| self.is_shown(rule, example))
            .collect();
        let checker = self
            .checkers
            .entry(key)
            .or_insert_with(|| TermChecker::new(settings.termbase, &source_lang, &target_lang));
        let terms = Terms::with_entry(checker, concept_idx);
        let mut findings: Vec<Finding> = Vec::new();
        for pair in &bitext.pairs {
            let cx = PairCx::new(&bitext, pair, &terms, settings);
            for rule in &rules {
                if let Check::Pair(check) = rule.check {
                    check(&cx, &mut Sink::new(&rule.meta, &mut findings));
                }
            }
        }
        let superseded: BTreeSet<&str> = findings
            .iter()
            .flat_map(|finding| finding.rule.supersedes.iter().copied())
            .collect();
        let ids = findings.iter().map(|finding| finding.rule.id);
        ids.filter(|id| !superseded.contains(id)).collect()
    }

    /// A rule that is off counts only where the example names it.
    fn is_shown(&self, rule: &Rule, example: &Example) -> bool {
        let is_on = self.selection.severity(&rule.meta, &[], rule.meta.severity) != Severity::Off;
        let is_named = example.expect.iter().any(|id| id == rule.meta.id);
        GROUPS.contains(&rule.meta.group()) && (is_on || is_named)
    }

    /// The languages of an example: those of a document whose scripts it is written in, or else what its scripts say.
    fn languages(&self, example: &Example) -> (Lang, Lang) {
        let fits = |lang: &Lang, text: &str| lang.uses_han() == is_in_han(text);
        let documents = self.cx.documents.iter();
        let mut languages =
            documents.map(|document| (document.source_lang.clone(), document.target_lang.clone()));
        let known = languages.find(|(source, target)| {
            fits(source, &example.source) && fits(target, &example.target)
        });
        let guess = |text: &str| Lang::new(if is_in_han(text) { "zh-Hans" } else { "en" });
        known.unwrap_or_else(|| (guess(&example.source), guess(&example.target)))
    }
}

fn is_in_han(text: &str) -> bool {
    let n_han = text.chars().filter(|c| is_han(*c) || is_kana(*c)).count();
    // A Han character says about as much as three letters do.
    let n_latin = text.chars().filter(char::is_ascii_alphabetic).count();
    n_han * 3 >= n_latin && n_han > 0
}
