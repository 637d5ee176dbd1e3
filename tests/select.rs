//! Which rules run, how severe they are, and what silences them.

use duizhao::document::document::Document;
use duizhao::lint::finding::Finding;
use duizhao::lint::finding::Location;
use duizhao::lint::meta::Severity;
use duizhao::lint::rule::Rule;
use duizhao::lint::select::Selection;
use duizhao::lint::suppress::Waivers;
use duizhao::lint::suppress::read as waivers;
use duizhao::markdown::read::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::rules::RULES;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use duizhao::text::span::Span;
use std::collections::BTreeMap;

fn rule(id: &str) -> &'static Rule {
    RULES
        .iter()
        .find(|rule| rule.meta.id == id)
        .expect("a rule")
}

fn rules(settings: &[(&str, Severity)]) -> BTreeMap<String, Severity> {
    let owned = settings
        .iter()
        .map(|(id, severity)| ((*id).to_owned(), *severity));
    owned.collect()
}

fn severity(selection: &Selection, id: &str, path: &str) -> Severity {
    let meta = &rule(id).meta;
    selection.severity(meta, &[path], meta.severity)
}

#[test]
fn the_nearer_name_wins() {
    let selection = Selection {
        rules: rules(&[
            ("*", Severity::Info),
            ("term/*", Severity::Warning),
            ("term/missing", Severity::Error),
        ]),
        ..Selection::default()
    };
    assert_eq!(
        severity(&selection, "term/missing", "a.md"),
        Severity::Error
    );
    assert_eq!(
        severity(&selection, "term/forbidden", "a.md"),
        Severity::Warning
    );
    assert_eq!(severity(&selection, "link/missing", "a.md"), Severity::Info);
}

#[test]
fn a_path_goes_before_the_project_and_a_later_path_before_an_earlier() {
    let selection = Selection {
        rules: rules(&[("state/stale", Severity::Warning)]),
        overrides: vec![
            (
                vec!["docs/**".to_owned()],
                rules(&[("state/stale", Severity::Info)]),
            ),
            (
                vec!["docs/log/*.md".to_owned()],
                rules(&[("state/*", Severity::Off)]),
            ),
        ],
        ..Selection::default()
    };
    assert_eq!(
        severity(&selection, "state/stale", "a.md"),
        Severity::Warning
    );
    assert_eq!(
        severity(&selection, "state/stale", "docs/a.md"),
        Severity::Info
    );
    assert_eq!(
        severity(&selection, "state/stale", "docs/log/a.md"),
        Severity::Off
    );
    assert_eq!(
        severity(&selection, "state/stale", "docs/log/b/a.md"),
        Severity::Info
    );
}

#[test]
fn what_matters_less_by_itself_is_not_raised() {
    let selection = Selection {
        rules: rules(&[("term/missing", Severity::Warning)]),
        ..Selection::default()
    };
    let meta = &rule("term/missing").meta;
    assert_eq!(
        selection.severity(meta, &[], Severity::Info),
        Severity::Info
    );
    assert_eq!(
        selection.severity(meta, &[], Severity::Error),
        Severity::Warning
    );
}

#[test]
fn only_what_is_selected_runs_and_what_is_off_runs_when_it_is_named() {
    let selection = Selection {
        selected: vec!["term".to_owned(), "state/edited".to_owned()],
        ignored: vec!["term/forbidden".to_owned()],
        ..Selection::default()
    };
    assert_eq!(
        severity(&selection, "term/missing", "a.md"),
        Severity::Error
    );
    assert_eq!(
        severity(&selection, "term/forbidden", "a.md"),
        Severity::Off
    );
    assert_eq!(
        severity(&selection, "state/edited", "a.md"),
        Severity::Warning
    );
    assert_eq!(severity(&selection, "link/missing", "a.md"), Severity::Off);
    assert_eq!(
        severity(&Selection::default(), "state/edited", "a.md"),
        Severity::Off
    );
}

fn stale(selection: &Selection, change: &str, path: &str) -> Severity {
    let meta = &rule("state/stale").meta;
    let class = meta.classes.iter().find(|(name, _)| *name == change);
    let place = Location {
        source: Source::new(path, ""),
        span: Span::default(),
    };
    let mut finding = Finding {
        rule: meta,
        severity: class.expect("a class").1,
        at: place,
        related: Vec::new(),
        args: Vec::new(),
        fix: None,
    };
    finding.arg("change", change);
    selection.for_paths(&[path]).severity_of(&finding)
}

#[test]
fn a_class_of_findings_is_set_alone() {
    use Severity::{Error, Info, Off, Warning};
    let layers = |near: &[(&str, Severity)], far: &[(&str, Severity)]| Selection {
        rules: rules(far),
        overrides: vec![(vec!["docs/**".to_owned()], rules(near))],
        ..Selection::default()
    };
    let (rule, cosmetic, markup) = ("state/stale", "state/stale#cosmetic", "state/stale#markup");
    let cases = [
        (layers(&[], &[]), [Off, Error, Error]),
        (layers(&[], &[(rule, Warning)]), [Off, Warning, Warning]),
        (layers(&[], &[(cosmetic, Info)]), [Info, Error, Error]),
        (
            layers(&[], &[(rule, Info), (markup, Error)]),
            [Off, Error, Info],
        ),
        (
            layers(&[], &[(rule, Off), (markup, Info)]),
            [Off, Info, Off],
        ),
        (layers(&[(rule, Off)], &[(cosmetic, Info)]), [Off, Off, Off]),
        (
            layers(&[(rule, Warning)], &[(cosmetic, Info), (markup, Info)]),
            [Info, Info, Warning],
        ),
        (
            layers(&[(markup, Off)], &[(rule, Warning)]),
            [Off, Off, Warning],
        ),
        (
            layers(&[], &[("*", Warning), (markup, Off)]),
            [Off, Off, Warning],
        ),
    ];
    for (selection, severities) in cases {
        for (change, severity) in ["cosmetic", "markup", "rewrite"]
            .into_iter()
            .zip(severities)
        {
            let found = stale(&selection, change, "docs/a.md");
            assert_eq!(found, severity, "{change}: {selection:?}");
        }
    }
}

#[test]
fn the_command_line_names_a_class() {
    let select = |selected: &[&str], ignored: &[&str]| Selection {
        selected: selected.iter().map(|name| (*name).to_owned()).collect(),
        ignored: ignored.iter().map(|name| (*name).to_owned()).collect(),
        ..Selection::default()
    };
    let one = select(&["state/stale#cosmetic", "state/stale#number"], &[]);
    assert_eq!(stale(&one, "cosmetic", "a.md"), Severity::Warning);
    assert_eq!(stale(&one, "number", "a.md"), Severity::Error);
    assert_eq!(stale(&one, "rewrite", "a.md"), Severity::Off);
    assert!(one.for_paths(&[]).is_on(&rule("state/stale").meta));
    let all = select(&["state/stale"], &["state/stale#markup"]);
    assert_eq!(stale(&all, "cosmetic", "a.md"), Severity::Off);
    assert_eq!(stale(&all, "markup", "a.md"), Severity::Off);
    assert_eq!(stale(&all, "minor", "a.md"), Severity::Error);
    assert!(one.unknown(RULES.iter().map(|rule| &rule.meta)).is_empty());
    let slip = select(&["state/stale#numbr"], &[]);
    assert_eq!(slip.unknown(RULES.iter().map(|rule| &rule.meta)).len(), 1);
}

#[test]
fn a_name_of_no_rule_is_told_with_the_nearest() {
    let selection = Selection {
        rules: rules(&[("term/mising", Severity::Off), ("term/*", Severity::Error)]),
        selected: vec!["trem".to_owned(), "link".to_owned()],
        ..Selection::default()
    };
    let unknown = selection.unknown(RULES.iter().map(|rule| &rule.meta));
    let told = [("term/mising", "term/missing"), ("trem", "term")];
    let told: Vec<(String, String)> = told
        .map(|(name, near)| (name.to_owned(), near.to_owned()))
        .into();
    assert_eq!(unknown, told);
}

fn document(text: &str) -> Document {
    let source = Source::new("draft.md", text);
    read(&source, &Lang::new("en"), &ReadSettings::default())
}

#[test]
fn a_waiver_holds_for_the_block_it_stands_before_or_in() {
    let cases = [
        (
            "<!-- duizhao-ignore term/missing: quoted -->\n\nOne.\n\nTwo.\n",
            "One.",
        ),
        (
            "One.\n\nTwo <!-- duizhao-ignore term/* --> more.\n",
            "Two <!-- duizhao-ignore term/* --> more.",
        ),
        (
            "<!-- duizhao-ignore left/han, term/missing -->\n\n- One.\n- Two.\n",
            "- One.\n- Two.",
        ),
        (
            "<!-- duizhao-ignore -->\n<!-- another -->\n\n## One\n",
            "## One",
        ),
    ];
    for (text, block) in cases {
        let document = document(text);
        let found = waivers(&document).waivers;
        let said: Vec<&str> = found
            .iter()
            .map(|waiver| document.source.slice(waiver.span).trim_end())
            .collect();
        assert_eq!(said, [block], "{text}");
    }
}

#[test]
fn a_waiver_names_its_rules_and_its_reason() {
    let document =
        document("<!-- duizhao-ignore left/han, term/*: as the law has it: so -->\n\nOne.\n");
    let found = waivers(&document).waivers;
    assert_eq!(found[0].rules, ["left/han", "term/*"]);
    assert_eq!(found[0].reason, "as the law has it: so");
}

#[test]
fn other_comments_are_no_waivers() {
    for text in [
        "<!-- ignore -->\n\nOne.\n",
        "<!-- duizhao-ignored -->\n\nOne.\n",
    ] {
        assert_eq!(waivers(&document(text)), Waivers::default(), "{text}");
    }
}
