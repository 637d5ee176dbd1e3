//! Settings files: what is read, and what is told of a broken one.
use duizhao::config::config::Config;
use duizhao::config::yaml;
use duizhao::lint::meta::Severity;
use duizhao::text::notice::Notice;
use duizhao::text::source::Source;

const LEAST: &str = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent: [{source: 'source/{path}', target: 'translations/{lang}/{path}'}]\n";

fn read(text: &str) -> Result<Config, Vec<Notice>> {
    yaml::read(&Source::new("duizhao.yaml", text))
}

fn config(text: &str) -> Config {
    read(text).unwrap_or_else(|notices| panic!("{text}\n{}", told(&notices).join("\n")))
}

/// `line:column id name=value …` of each problem.
fn told(notices: &[Notice]) -> Vec<String> {
    let one = |notice: &Notice| {
        let (source, span) = notice.at.as_ref().expect("every problem has a place");
        let place = source.line_column(span.start);
        format!("{}:{} {notice}", place.line, place.column)
    };
    notices.iter().map(one).collect()
}

fn refused(text: &str, expected: &[&str]) {
    let told = told(&read(text).expect_err(text));
    assert_eq!(told, expected, "{text}");
}

#[test]
fn the_least_settings_have_defaults() {
    let config = config(LEAST);
    assert_eq!(config.source.tag(), "zh-Hans");
    assert_eq!(config.lock, ".duizhao/lock/{lang}/{path}.jsonl");
    assert_eq!(config.glossary, ["glossary/*.yaml", "glossary/*.yml"]);
    assert!(config.front_matter.iter().any(|key| key == "title"));
    assert_eq!(config.gate.fail_on, Severity::Error);
    assert_eq!(config.gate.min_coverage.of_all, None);
}

#[test]
fn every_setting_is_read() {
    let config = config(
        "\u{feff}# 配置\r
version: 1\r
source: zh_hans\r
targets: [en, {lang: ja, path: jp}]\r
content:\r
  - {source: \"源/{path}\", target: \"{lang}/{path}\"}\r
  - {source: README.md, target: README.zh-CN.md, source-lang: en, targets: zh-CN}\r
exclude: '**/drafts/**'\r
front-matter: {translate: [title]}\r
glossary: terms.yaml\r
lock: locks/{lang}/{path}.jsonl\r
rules: {state/stale: off, \"term/*\": {severity: warning}, num/hedge: false}\r
overrides: [{paths: [\"docs/changelog/**\"], rules: {state/stale: info}}]\r
links: {locale-map: {\"/zh/\": \"/en/\"}}\r
style: {spelling: us}\r
gate: {min-coverage: 97.5, fail-on: warning}\r
",
    );
    assert_eq!(config.source.tag(), "zh-Hans");
    assert_eq!(config.lang_path(&config.source), "zh_hans");
    assert_eq!(config.lang_path(&config.targets[1]), "jp");
    assert_eq!(
        config.content[1]
            .source_lang
            .as_ref()
            .map(|lang| lang.tag()),
        Some("en")
    );
    assert_eq!(config.targets_of(&config.content[1])[0].tag(), "zh-CN");
    assert_eq!(config.exclude, ["**/drafts/**"]);
    assert_eq!(config.front_matter, ["title"]);
    assert_eq!(config.glossary, ["terms.yaml"]);
    assert_eq!(config.rules["state/stale"], Severity::Off);
    assert_eq!(config.rules["num/hedge"], Severity::Off);
    assert_eq!(config.rules["term/*"], Severity::Warning);
    assert_eq!(config.overrides[0].rules["state/stale"], Severity::Info);
    assert_eq!(config.locale_map, [("/zh/".to_owned(), "/en/".to_owned())]);
    assert_eq!(config.gate.min_coverage.of_all, Some(97.5));
    assert_eq!(config.gate.fail_on, Severity::Warning);
}

#[test]
fn json_is_read_as_yaml() {
    let config = config(
        r#"{"version": 1, "source": "zh-Hans", "targets": ["en"], "content": [{"source": "source/{path}", "target": "translations/{lang}/{path}"}]}"#,
    );
    assert_eq!(config.content[0].target, "translations/{lang}/{path}");
}

#[test]
fn classes_of_a_rule_and_languages_of_the_gate_are_set_one_by_one() {
    let config = config(
        "version: 1\nsource: zh-Hans\ntargets: [en, ja]\ncontent: [{source: 'a/{path}', target: '{lang}/{path}'}]\nrules: {state/stale: {severity: warning, cosmetic: info, number: off}, 'state/stale#minor': error}\ngate: {min-coverage: {en: 100, ja: 80.5}, ratchet: r.jsonl}\n",
    );
    let rules: Vec<(&str, &str)> = config
        .rules
        .iter()
        .map(|(name, severity)| (name.as_str(), severity.name()))
        .collect();
    assert_eq!(
        rules,
        [
            ("state/stale", "warning"),
            ("state/stale#cosmetic", "info"),
            ("state/stale#minor", "error"),
            ("state/stale#number", "off"),
        ]
    );
    let least = config.gate.min_coverage;
    let least: Vec<(&str, f64)> = least
        .by_lang
        .iter()
        .map(|(lang, (least, _))| (lang.tag(), *least))
        .collect();
    assert_eq!(least, [("en", 100.0), ("ja", 80.5)]);
    assert_eq!(config.gate.ratchet.as_deref(), Some("r.jsonl"));
}

#[test]
fn all_problems_are_told_at_once_with_their_lines() {
    refused(
        "version: 2\nsource: chinese\ntargets: [en, EN]\ncontnet: []\nexclude: ['../x', 'a[']\nrules: {term/missing: loud}\ngate: {min-coverage: 101}\nlock: same.jsonl\nlock: again.jsonl\n",
        &[
            "1:1 config-missing-key key=content",
            "1:10 config-version",
            "2:9 config-lang tag=chinese",
            "3:15 config-lang-twice tag=en",
            "4:1 config-unknown-key key=contnet nearest=content",
            "5:10 config-outside path=../x",
            "5:10 config-glob glob=a[ detail=unclosed character class; missing ']'",
            "6:23 config-severity value=loud nearest=off",
            "7:22 config-coverage",
            "9:1 config-duplicate-key key=lock",
        ],
    );
}

#[test]
fn patterns_that_cannot_work_are_told() {
    let cases = [
        (
            "a/{path}",
            "b/x.md",
            "config-path-one-side source=a/{path} target=b/x.md",
        ),
        (
            "a/{path}",
            "/b/{path}",
            "config-outside pattern=/b/{path} path=/b/{path}",
        ),
        (
            "a/{path}",
            "../b/{path}",
            "config-outside pattern=../b/{path} path=../b/{path}",
        ),
        (
            "a/{path}",
            "b/{locale}/{path}",
            "config-placeholder pattern=b/{locale}/{path} path=b/{locale}/{path}",
        ),
        (
            "a/*.md",
            "b/{path}",
            "config-placeholder pattern=a/*.md path=a/*.md",
        ),
        (
            "a/{path}/{path}",
            "b/{path}",
            "config-path-twice pattern=a/{path}/{path} path=a/{path}/{path}",
        ),
        ("a/", "b/", "config-no-path pattern=a/ path=a/"),
        ("{path}", "{path}", "config-same-path pattern={path}"),
    ];
    for (source, target, expected) in cases {
        let text = format!(
            "version: 1\nsource: zh\ntargets: [en]\ncontent:\n  - source: '{source}'\n    target: '{target}'\n"
        );
        let told = told(&read(&text).expect_err(&text));
        assert_eq!(told[0], format!("5:5 {expected}"));
    }
    let text = "version: 1\nsource: zh\ntargets: [en, ja]\ncontent: [{source: 'a/{path}', target: 'b/{path}'}]\n";
    refused(text, &["4:11 config-no-lang pattern=b/{path}"]);
    let text = LEAST.replace("[en]", "[en, zh-Hans]");
    refused(&text, &["4:11 config-same-lang tag=zh-Hans"]);
}

#[test]
fn a_slip_in_a_rule_id_is_told_and_a_rule_of_another_version_let_pass() {
    config(&format!("{LEAST}rules: {{future/rule: off, '*': info}}\n"));
}

#[test]
fn broken_yaml_is_told_with_its_line() {
    for (text, line) in [
        ("version: 1\nsource: [zh\ntargets: en\n", 3),
        ("version: 1\n  source: zh\n", 2),
        ("version: 1\nsource: \"zh\n", 2),
        ("a: b: c\n", 1),
    ] {
        let notices = read(text).expect_err(text);
        assert_eq!(notices[0].id, "config-broken", "{text}");
        let (source, span) = notices[0].at.as_ref().expect("a place");
        assert_eq!(source.line_of(span.start), line, "{text}");
        assert!(!notices[0].args[0].1.contains("line"), "{}", notices[0]);
    }
}

#[test]
fn bombs_and_depths_are_refused() {
    let deep = format!("version: {}1{}\n", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(read(&deep).expect_err("deep")[0].id, "config-broken");
    let steps: String = (0..2_000)
        .map(|depth| format!("{}a:\n", " ".repeat(depth)))
        .collect();
    assert_eq!(read(&steps).expect_err("steps")[0].id, "config-broken");
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for step in 1..12 {
        let inner = vec![format!("*a{}", step - 1); 10].join(", ");
        bomb += &format!("a{step}: &a{step} [{inner}]\n");
    }
    assert_eq!(read(&bomb).expect_err("bomb")[0].id, "config-broken");
}

#[test]
fn an_empty_file_lacks_its_keys() {
    for text in ["", "# nothing yet\n", "\u{feff}", "---\n"] {
        let ids: Vec<&str> = read(text)
            .expect_err(text)
            .iter()
            .map(|notice| notice.id)
            .collect();
        assert_eq!(ids, ["config-missing-key"; 4], "{text:?}");
    }
    refused(
        "just words\n",
        &[
            "1:1 config-not-map key=duizhao.yaml",
            "1:1 config-missing-key key=version",
            "1:1 config-missing-key key=source",
            "1:1 config-missing-key key=targets",
            "1:1 config-missing-key key=content",
        ],
    );
}
