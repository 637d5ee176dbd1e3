//! Laws of the rule table: every rule is listed, its examples hold, its fixture holds, and it speaks both languages.
//!
//! Examples and fixtures are literate. Each line of an example says one thing:
//!
//! - `zh: text` or `en: text`: the whole document of that side, `\n` for a line break;
//! - `glossary: {src: …, tgt: …}`: one glossary entry, several lines for several;
//! - `state: stale number`: what is known about the pairs that have both sides (translated unless said otherwise);
//! - `was: text`: the source as it was when the draft was accepted: what is known about the pairs follows from it;
//! - `lock: …`: one line of the lock;
//! - `rules: {group/name: severity}`: settings;
//! - `source: path` and `draft: path`: how the files of the two sides are called, and `dialect: mdx` their flavor;
//! - `site: name`: the site's generator; `file: path`, a file that is there;
//! - `page: source draft` and `untranslated: source draft`: another document, with its draft and without.
//!
//! `SNAPSHOTS=overwrite cargo test --test rules` rewrites the `!` lines of the fixtures.

#![expect(clippy::disallowed_methods, reason = "tests read and write fixtures")]

use duizhao::bitext::align::AlignSettings;
use duizhao::bitext::bitext::Bitext;
use duizhao::bitext::bitext::Level;
use duizhao::bitext::bitext::Pair;
use duizhao::bitext::bitext::PairState;
use duizhao::bitext::change::Change;
use duizhao::catalog::read as catalog;
use duizhao::document::dialect::Dialect;
use duizhao::document::document::Document;
use duizhao::document::unit::UnitId;
use duizhao::i18n::interface::Interface;
use duizhao::i18n::messages::Messages;
use duizhao::lint::conclude::conclude;
use duizhao::lint::finding::Finding;
use duizhao::lint::meta::Severity;
use duizhao::lint::pages::Page;
use duizhao::lint::pages::SiteFiles;
use duizhao::lint::pages::Tree;
use duizhao::lint::rule::Check;
use duizhao::lint::rule::Rule;
use duizhao::lint::runner::CheckSettings;
use duizhao::lint::runner::Checkers;
use duizhao::lint::runner::Reach;
use duizhao::lint::runner::Subject;
use duizhao::lint::runner::check;
use duizhao::lint::runner::check_one;
use duizhao::lint::select::Selection;
use duizhao::lint::site::Generator;
use duizhao::lock::elsewhere::Elsewhere;
use duizhao::lock::jsonl;
use duizhao::lock::lock::Lock;
use duizhao::lock::record;
use duizhao::lock::record::AcceptSettings;
use duizhao::lock::resolve;
use duizhao::markdown::read::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::rules::RULES;
use duizhao::termbase::termbase::Termbase;
use duizhao::termbase::yaml;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[derive(Default)]
struct Example {
    source: String,
    target: String,
    glossary: String,
    state: String,
    was: String,
    lock: String,
    rules: BTreeMap<String, Severity>,
    names: [String; 2],
    dialect: Dialect,
    generator: Option<Generator>,
    files: Vec<String>,
    pages: Vec<Page>,
}

impl Example {
    fn read(text: &str) -> Self {
        let mut example = Self {
            names: ["source.md".to_owned(), "draft.md".to_owned()],
            ..Self::default()
        };
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (key, value) = line
                .split_once(": ")
                .unwrap_or_else(|| panic!("no `key: value`: {line:?}"));
            let written = || expand(value);
            match key {
                "zh" => example.source = written(),
                "en" => example.target = written(),
                "glossary" => example.glossary += &format!("  - {value}\n"),
                "was" => example.was = written(),
                "state" => example.state = value.to_owned(),
                "lock" => example.lock += &format!("{value}\n"),
                "rules" => {
                    let (rule, severity) = value.split_once(' ').expect("`rules: id severity`");
                    let severity = Severity::from_name(severity).expect("a severity");
                    example.rules.insert(rule.to_owned(), severity);
                }
                "source" => example.names[0] = value.to_owned(),
                "draft" => example.names[1] = value.to_owned(),
                "dialect" => example.dialect = dialect(value),
                "site" => example.generator = Some(generator(value)),
                "file" => example.files.push(value.to_owned()),
                "page" | "untranslated" => {
                    let (source, draft) = value.split_once(' ').expect("source and draft");
                    example.add_page(source, draft, key == "page");
                }
                _ => panic!("unknown key {key:?}"),
            }
        }
        let [source, draft] = example.names.clone();
        example.add_page(&source, &draft, true);
        if example.source.is_empty() {
            example.files.retain(|file| *file != source);
        }
        example
    }

    fn add_page(&mut self, source: &str, draft: &str, is_translated: bool) {
        self.files.push(source.to_owned());
        if is_translated {
            self.files.push(draft.to_owned());
        }
        self.pages.push(Page {
            source: source.to_owned(),
            target: draft.to_owned(),
            lang: Lang::new("en"),
        });
    }

    fn document(&self, name: &str, lang: &str, text: &str) -> Document {
        if text.starts_with("{\"") {
            let source = Source::new(name.replace(".md", ".json"), text);
            return catalog::read(&source, &Lang::new(lang), &ReadSettings::default());
        }
        let source = Source::new(name, text);
        let settings = ReadSettings {
            dialect: self.dialect,
            ..ReadSettings::default()
        };
        read(&source, &Lang::new(lang), &settings)
    }

    fn bitext(&self) -> Bitext {
        let source = self.document(&self.names[0], "zh-Hans", &self.source);
        let target = self.document(&self.names[1], "en", &self.target);
        if !self.was.is_empty() {
            return self.resolved(source, target);
        }
        let units = |document: &Document, is_prose: bool| -> Vec<UnitId> {
            let units = document.unit_ids();
            units
                .filter(|unit| document.unit(*unit).kind.is_prose() == is_prose)
                .collect()
        };
        let pairs = [true, false].into_iter().flat_map(|is_prose| {
            let (sources, targets) = (units(&source, is_prose), units(&target, is_prose));
            (0..sources.len().max(targets.len())).map(move |idx| {
                let at = |units: &[UnitId]| units.get(idx).copied().into_iter().collect();
                (at(&sources), at(&targets))
            })
        });
        let pairs = pairs.map(|(source, target)| self.pair(source, target));
        let pairs = pairs.collect();
        Bitext {
            source,
            target,
            pairs,
            layout: Vec::new(),
        }
    }

    /// Accepts the draft as a translation of the old source, and looks at it beside the new one.
    fn resolved(&self, source: Document, target: Document) -> Bitext {
        let pair = |lock: &Lock, source, target| {
            let settings = AlignSettings::default();
            resolve::resolve(lock, &Elsewhere::default(), source, target, &settings)
        };
        let old = self.document(&self.names[0], "zh-Hans", &self.was);
        let accepted = pair(&Lock::default(), old, target.clone());
        let all: Vec<usize> = (0..accepted.pairs.len()).collect();
        let settings = AcceptSettings {
            level: Level::Translated,
            reason: None,
            glossary: None,
        };
        let lock = record::accept(&Lock::default(), &accepted, &all, &settings).lock;
        pair(&lock, source, target)
    }

    fn pair(&self, source: Vec<UnitId>, target: Vec<UnitId>) -> Pair {
        let state = match (source.is_empty(), target.is_empty()) {
            (false, true) => PairState::Untranslated,
            (true, _) => PairState::Orphaned,
            _ => match self.state.as_str() {
                "" | "translated" => PairState::Translated,
                "reviewed" => PairState::Reviewed,
                "machine" => PairState::Machine,
                "edited" => PairState::Edited,
                "unconfirmed" => PairState::Unconfirmed,
                "untranslated" => PairState::Untranslated,
                "ignored" => PairState::Ignored,
                "stale cosmetic" => PairState::Stale(Change::Cosmetic),
                "stale number" => PairState::Stale(Change::Number),
                "stale rewrite" => PairState::Stale(Change::Rewrite),
                state => panic!("unknown state {state:?}"),
            },
        };
        Pair {
            source,
            target,
            state,
            confidence: 1.0,
            accepted: None,
        }
    }

    fn termbase(&self) -> Termbase {
        let text = format!("version: 1\nterms:\n{}", self.glossary);
        let (termbase, notices) = yaml::read(&Source::new("terms.yaml", text));
        assert!(notices.is_empty(), "{notices:?}");
        termbase
    }

    fn check(&self) -> Vec<Finding> {
        let (bitext, termbase) = (self.bitext(), self.termbase());
        let file = (!self.lock.is_empty()).then(|| Source::new("draft.jsonl", self.lock.as_str()));
        let lock = jsonl::read(&self.lock);
        let selection = Selection {
            rules: self.rules.clone(),
            ..Selection::default()
        };
        let tree = || Tree::new(self.files.clone(), &self.pages);
        let site = SiteFiles::new(|_| self.generator, tree);
        let settings = CheckSettings {
            locale_map: &[("/guide/zh/".to_owned(), "/guide/".to_owned())],
            reach: Reach::Whole,
            site: Some(&site),
            ..CheckSettings::new(RULES, &selection, &termbase)
        };
        let subject = Subject {
            bitext: &bitext,
            records: &lock.records,
            damage: &lock.damage,
            lock: file.as_ref(),
        };
        let found = check(&settings, &[subject]);
        let languages = (bitext.source.lang.clone(), bitext.target.lang.clone());
        let checkers = Checkers::new(&termbase, [languages.clone()]);
        let checked = check_one(&settings, &checkers, &subject);
        let texts = checked.texts.clone();
        let kept = checked.keep(RULES).expect("what was found can be kept");
        let kept = kept.with(texts, languages, RULES);
        let kept = conclude(&settings, vec![kept.expect("what was found can be kept")]);
        assert_eq!(format!("{kept:?}"), format!("{found:?}"));
        found
    }
}

fn dialect(name: &str) -> Dialect {
    match name {
        "mdx" => Dialect::Mdx,
        "loose-mdx" => Dialect::LooseMdx,
        "ids" => Dialect::MarkdownWithIds,
        _ => panic!("unknown dialect {name:?}"),
    }
}

fn generator(name: &str) -> Generator {
    match name {
        "docusaurus" => Generator::Docusaurus,
        "vitepress" => Generator::VitePress,
        "hugo" => Generator::Hugo,
        "starlight" => Generator::Starlight,
        "mkdocs" => Generator::MkDocs,
        "mdbook" => Generator::MdBook,
        _ => panic!("unknown generator {name:?}"),
    }
}

/// `\n` is a line break; `>×300 ` is three hundred of them.
fn expand(text: &str) -> String {
    let text = text.replace("\\n", "\n");
    match text.split_once("×300 ") {
        Some((mark, rest)) => format!("{} {rest}", mark.repeat(300)),
        None => text,
    }
}

fn blocks(docs: &str, kind: &str) -> Vec<String> {
    let docs: String = docs
        .lines()
        .map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line)))
        .collect();
    let open = format!("```{kind}\n");
    let bodies = docs.split(&open).skip(1);
    bodies
        .map(|body| body.split("\n```").next().unwrap().to_owned())
        .collect()
}

fn path_of(rule: &Rule) -> String {
    format!("src/rules/{}.rs", rule.meta.id.replace('-', "_"))
}

#[test]
fn every_rule_file_is_listed_and_named_after_its_place() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = BTreeSet::new();
    for group in fs::read_dir(root.join("src/rules")).unwrap() {
        let group = group.unwrap().path();
        if group.is_dir() {
            for file in fs::read_dir(group).unwrap() {
                let file = file.unwrap().path();
                let inside = file.strip_prefix(root).unwrap();
                files.insert(inside.to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    let listed: BTreeSet<String> = RULES.iter().copied().map(path_of).collect();
    assert_eq!(files, listed);
    for rule in RULES {
        assert_eq!(rule.meta.file, path_of(rule));
    }
    let ids: Vec<&str> = RULES.iter().map(|rule| rule.meta.id).collect();
    assert!(
        ids.windows(2).all(|ids| ids[0] < ids[1]),
        "not ordered by id, or not unique: {ids:?}"
    );
}

#[test]
fn examples_hold() {
    let mut wrong = Vec::new();
    for rule in RULES {
        // A rule that is off by default is shown at work as it is where it is asked for.
        let run = |text: &str| {
            let mut example = Example::read(text);
            if rule.meta.severity == Severity::Off {
                let id = rule.meta.id.to_owned();
                example.rules.insert(id, Severity::Warning);
            }
            let found = example.check();
            found.iter().any(|found| found.rule.id == rule.meta.id)
        };
        let (bad, good) = (
            blocks(rule.meta.docs, "bad"),
            blocks(rule.meta.docs, "good"),
        );
        assert!(
            !bad.is_empty() && !good.is_empty(),
            "{}: one `bad` and one `good` example at least",
            rule.meta.file
        );
        for example in bad.iter().filter(|example| !run(example)) {
            wrong.push(format!("{} does not find\n{example}", rule.meta.id));
        }
        for example in good.iter().filter(|example| run(example)) {
            wrong.push(format!("{} finds\n{example}", rule.meta.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// The fixture again, with `!` lines as the rule would have them today.
fn replay(rule: &'static Rule, fixture: &str) -> String {
    let messages = Messages::new(RULES.iter().map(|rule| &rule.meta), Interface::English);
    let (mut out, mut example): (String, Option<String>) = (String::new(), None);
    for line in fixture.lines() {
        if line == "```" {
            if let Some(text) = example.take() {
                out.push_str(&findings(rule, &text, &messages));
            }
        } else if line == "```pair" {
            example = Some(String::new());
        } else if let Some(text) = &mut example {
            if line.starts_with("! ") {
                continue;
            }
            text.push_str(&format!("{line}\n"));
        }
        out.push_str(&format!("{line}\n"));
    }
    out
}

fn findings(rule: &'static Rule, text: &str, messages: &Messages) -> String {
    let found = Example::read(text).check();
    let group = rule.meta.group();
    let mine = found
        .iter()
        .filter(|found| found.rule.group() == group || found.rule.id == rule.meta.id);
    let line = |found: &Finding| {
        let said = found.at.source.slice(found.at.span).replace('\n', "\\n");
        let severity = found.severity.name();
        let fix = found.fix.as_ref().map_or(String::new(), |fix| {
            let edits = fix.edits.iter().map(|edit| edit.text.as_str());
            let edits = edits.collect::<Vec<_>>().join(", ").replace('\n', "\\n");
            format!(" → «{edits}» {}", fix.applicability.name())
        });
        let message = messages.finding(found);
        format!("! {} {severity} «{said}»{fix} {message}\n", found.rule.id)
    };
    mine.map(line).collect()
}

#[test]
fn fixtures_hold() {
    for rule in RULES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/rules")
            .join(format!("{}.md", rule.meta.id));
        let fixture = fs::read_to_string(&path)
            .unwrap_or_else(|_| panic!("{} wants a fixture", path.display()));
        assert!(
            fixture.contains("```pair"),
            "{}: a fenced `pair` at least",
            path.display()
        );
        snapbox::assert_data_eq!(
            replay(rule, &fixture),
            snapbox::Data::read_from(&path, None).raw()
        );
    }
}

/// The variables that a Fluent pattern names.
fn variables(pattern: &str) -> BTreeSet<String> {
    let rest = pattern.split('$').skip(1);
    rest.map(|rest| {
        let is_name = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
        rest.chars().take_while(is_name).collect()
    })
    .collect()
}

#[test]
fn both_languages_say_the_same() {
    let chinese = include_str!("../src/i18n/zh-Hans.ftl");
    for rule in RULES {
        let open = format!("\n{} = ", rule.meta.message_id());
        let (_, rest) = chinese
            .split_once(&open)
            .unwrap_or_else(|| panic!("no Chinese message of {}", rule.meta.id));
        let mut lines = rest.split('\n');
        let mut pattern = lines.next().unwrap_or_default().to_owned();
        for line in lines.take_while(|line| line.starts_with(' ')) {
            pattern.push_str(line);
        }
        assert_eq!(
            variables(&pattern),
            variables(rule.meta.message),
            "{}",
            rule.meta.id
        );
    }
}

#[test]
fn a_superseded_rule_exists() {
    for rule in RULES {
        for other in rule.meta.supersedes {
            assert!(
                RULES.iter().any(|rule| rule.meta.id == *other),
                "{} supersedes {other}, which is no rule",
                rule.meta.id
            );
        }
    }
}

fn break_down() -> &'static Rule {
    static BROKEN: Rule = Rule {
        meta: duizhao::lint::meta::RuleMeta {
            id: "test/broken",
            severity: Severity::Error,
            mqm: "other",
            since: "0.1.0",
            message: "",
            docs: "",
            supersedes: &[],
            classes: &[],
            file: "",
        },
        check: Check::Pair(|_, _| panic!("out of order")),
    };
    &BROKEN
}

#[test]
fn a_check_that_breaks_down_is_a_finding() {
    let example = Example::read("zh: 安装。\nen: Install.");
    let (bitext, selection) = (example.bitext(), Selection::default());
    let (rules, termbase) = ([break_down()], Termbase::default());
    let settings = CheckSettings::new(&rules, &selection, &termbase);
    let subject = Subject {
        bitext: &bitext,
        records: &[],
        damage: &[],
        lock: None,
    };
    let found = check(&settings, &[subject]);
    let ids: Vec<&str> = found.iter().map(|found| found.rule.id).collect();
    assert_eq!(ids, ["internal/crash"]);
    assert_eq!(found[0].args, [("detail", "out of order".to_owned())]);
}
