//! `init` on the layouts of real sites: what it proposes, and that the proposal works.
use duizhao::edge::files::memory::MemoryFiles;
use duizhao::edge::project::discover::Project;
use duizhao::edge::project::init::{self, InitPlan, InitSettings};
use duizhao::edge::project::walk;
use duizhao::text::lang::Lang;

const ZH: &str = "# 标题\n\n这个工具检查译文。\n";
const EN: &str = "# Title\n\nThis tool checks translations.\n";

fn files<'a>(paths: &[(&'a str, &'a str)]) -> MemoryFiles {
    MemoryFiles::new(paths.iter().copied())
}

fn plan(paths: &[(&str, &str)], settings: &InitSettings) -> InitPlan {
    init::plan(&files(paths), settings)
        .unwrap_or_else(|notices| panic!("{paths:?}: {}", notices[0]))
}

/// Proposes settings, reads them back and walks the tree with them: `expected` lists languages, entries and pairs with a draft.
fn check(
    paths: &[(&str, &str)],
    settings: &InitSettings,
    languages: &str,
    entries: &[&str],
    n_drafts: usize,
) {
    let plan = plan(paths, settings);
    let config = plan.config_text(&|id| id.to_owned());
    let proposal = &plan.proposal;
    let targets: Vec<String> = proposal
        .targets
        .iter()
        .map(|(lang, name)| {
            name.as_ref()
                .map_or_else(|| lang.to_string(), |name| format!("{lang}={name}"))
        })
        .collect();
    assert_eq!(
        format!("{} → {}", proposal.source, targets.join(" ")),
        languages,
        "{config}"
    );
    let said: Vec<String> = proposal
        .content
        .iter()
        .map(|entry| {
            let own: Vec<&str> = entry.targets.iter().flatten().map(Lang::tag).collect();
            let source = entry
                .source_lang
                .iter()
                .map(|lang| format!(" from {lang}"))
                .collect::<String>();
            let own = if own.is_empty() {
                String::new()
            } else {
                format!(" to {}", own.join(" "))
            };
            format!("{} → {}{source}{own}", entry.source, entry.target)
        })
        .collect();
    assert_eq!(said, entries, "{config}");
    let mut all = paths.to_vec();
    all.push(("duizhao.yaml", &config));
    let project = Project::open("/p".into(), Box::new(files(&all)))
        .unwrap_or_else(|notices| panic!("{config}\n{}", notices[0]));
    let found =
        walk::walk(&project, &[]).unwrap_or_else(|notices| panic!("{config}\n{}", notices[0]));
    let has = |path: &str| paths.iter().any(|(known, _)| *known == path);
    let with_draft = found
        .iter()
        .filter(|paths| has(paths.source.as_str()) && has(paths.target.as_str()));
    assert_eq!(with_draft.count(), n_drafts, "{config}\n{found:?}");
}

fn found(paths: &[(&str, &str)], languages: &str, entries: &[&str], n_drafts: usize) {
    check(
        paths,
        &InitSettings::default(),
        languages,
        entries,
        n_drafts,
    );
}

#[test]
fn parallel_folders_are_found() {
    found(
        &[("zh/a.md", ZH), ("zh/b/c.md", ZH), ("en/a.md", EN)],
        "zh-Hans → en",
        &["zh/{path} → {lang}/{path}"],
        1,
    );
    found(
        &[
            ("docs/zh_cn/a.md", ZH),
            ("docs/en/a.md", EN),
            ("README.md", EN),
        ],
        "zh-CN → en",
        &["docs/zh_cn/{path} → docs/{lang}/{path}"],
        1,
    );
    found(
        &[
            ("content/zh-cn/a.md", ZH),
            ("content/en-us/a.md", EN),
            ("content/en-us/b.md", EN),
        ],
        "en-US → zh-CN",
        &["content/en-us/{path} → content/zh-cn/{path}"],
        1,
    );
    found(
        &[
            ("docs/en/latest/a.mdx", EN),
            ("docs/cn/latest/a.mdx", ZH),
            ("docs/ja/latest/a.mdx", ""),
        ],
        "zh-Hans → en ja",
        &["docs/cn/{path} → docs/{lang}/{path}"],
        2,
    );
}

#[test]
fn folders_of_source_and_translations_are_found() {
    found(
        &[
            ("source/a.md", ZH),
            ("source/b.md", ZH),
            ("translations/en/a.md", EN),
            ("README.md", EN),
            ("README.zh-CN.md", ZH),
        ],
        "zh-Hans → en",
        &[
            "source/{path} → translations/{lang}/{path}",
            "README.md → README.{lang}.md from en to zh-CN",
        ],
        2,
    );
    found(
        &[
            ("docs/a.md", EN),
            ("docs/b/c.md", EN),
            ("docs/zh/a.md", ZH),
            ("docs/zh/b/c.md", ZH),
        ],
        "en → zh-Hans",
        &["docs/{path} → docs/zh/{path}"],
        2,
    );
    found(
        &[
            ("docs/a.md", ZH),
            ("docs/b.md", ZH),
            ("en/docs/a.md", EN),
            ("ja/docs/a.md", "ツール"),
            ("CONTRIBUTING.md", EN),
        ],
        "zh-Hans → en ja",
        &["docs/{path} → {lang}/docs/{path}"],
        2,
    );
    found(
        &[
            ("docs/a.md", EN),
            ("README.md", EN),
            ("translations/zh/README.md", ZH),
            ("translations/zh/docs/a.md", ZH),
        ],
        "en → zh-Hans",
        &[
            "README.md → translations/zh/README.md",
            "docs/{path} → translations/zh/docs/{path}",
        ],
        2,
    );
    found(
        &[("docs/source/a.md", ZH), ("docs/source_en/a.md", EN)],
        "zh-Hans → en",
        &["docs/source/{path} → docs/source_{lang}/{path}"],
        1,
    );
    found(
        &[
            ("src/content/docs/a.mdx", EN),
            ("src/content/docs/zh-cn/a.mdx", ZH),
            ("src/content/docs/fr/a.mdx", ""),
        ],
        "en → fr zh-CN=zh-cn",
        &["src/content/docs/{path} → src/content/docs/{lang}/{path}"],
        2,
    );
}

#[test]
fn docusaurus_sites_are_found() {
    let site = [
        ("docs/a.md", EN),
        ("docs/b/c d.mdx", EN),
        ("blog/x.md", EN),
        ("versioned_docs/version-1.0/a.md", EN),
        ("i18n/zh/docusaurus-plugin-content-docs/current/a.md", ZH),
        (
            "i18n/zh/docusaurus-plugin-content-docs/current/b/c d.mdx",
            ZH,
        ),
        (
            "i18n/zh/docusaurus-plugin-content-docs/version-1.0/a.md",
            ZH,
        ),
        ("i18n/zh/docusaurus-plugin-content-blog/x.md", ZH),
        ("README.md", EN),
    ];
    found(
        &site,
        "en → zh-Hans",
        &[
            "docs/{path} → i18n/zh/docusaurus-plugin-content-docs/current/{path}",
            "blog/{path} → i18n/zh/docusaurus-plugin-content-blog/{path}",
            "versioned_docs/version-1.0/{path} → i18n/zh/docusaurus-plugin-content-docs/version-1.0/{path}",
        ],
        4,
    );
    found(
        &[
            ("website/docs/a.md", "# A\n"),
            (
                "website/docusaurus.config.js",
                "i18n: { defaultLocale: 'zh', locales: ['zh', 'en'] }",
            ),
            (
                "website/i18n/en/docusaurus-plugin-content-docs/current/a.md",
                EN,
            ),
        ],
        "zh-Hans → en",
        &[
            "website/docs/{path} → website/i18n/{lang}/docusaurus-plugin-content-docs/current/{path}",
        ],
        1,
    );
}

#[test]
fn suffixes_are_found() {
    found(
        &[
            ("a/x.zh-CN.md", ZH),
            ("a/x.en-US.md", EN),
            ("b/y.zh-CN.md", ZH),
            ("b/y.en-US.md", EN),
            ("b/z.zh-CN.md", ZH),
        ],
        "zh-CN → en-US",
        &["{path}.zh-CN.md → {path}.{lang}.md"],
        2,
    );
    found(
        &[
            ("README.md", ZH),
            ("README_EN.md", EN),
            ("docs/a.md", ZH),
            ("docs/b.md", ZH),
        ],
        "zh-Hans → en",
        &["README.md → README_EN.md"],
        1,
    );
    found(
        &[
            ("content/a/index.md", ZH),
            ("content/a/index-en-US.md", EN),
            ("content/b/index.md", ZH),
            ("content/b/index-en-US.md", EN),
        ],
        "zh-Hans → en-US",
        &["content/{path}.md → content/{path}-{lang}.md"],
        2,
    );
    found(
        &[
            ("docs/index.md", EN),
            ("docs/index.zh.md", ZH),
            ("docs/a.md", EN),
            ("docs/a.zh.md", ZH),
            ("docs/b.md", EN),
            ("README.md", EN),
        ],
        "en → zh-Hans",
        &["docs/{path}.md → docs/{path}.zh.md"],
        2,
    );
}

#[test]
fn what_is_asked_for_wins() {
    let lang = |tag: &str| Lang::new(tag);
    let tree = [("zh/a.md", ZH), ("en/a.md", EN), ("ja/a.md", "ツール")];
    let settings = InitSettings {
        source: Some(lang("en")),
        targets: vec![lang("zh-Hans"), lang("fr")],
    };
    check(
        &tree,
        &settings,
        "en → fr zh-Hans=zh",
        &["en/{path} → {lang}/{path}"],
        1,
    );
}

#[test]
fn without_translations_a_place_is_proposed() {
    found(
        &[("docs/a.md", ZH), ("README.md", EN)],
        "zh-Hans → en",
        &["docs/{path} → translations/{lang}/{path}"],
        0,
    );
    found(
        &[("README.md", EN)],
        "en → zh-Hans",
        &["README.md → README.{lang}.md"],
        0,
    );
    found(
        &[("docs/a.md", EN), ("docusaurus.config.ts", "")],
        "en → zh-Hans",
        &["docs/{path} → i18n/{lang}/docusaurus-plugin-content-docs/current/{path}"],
        0,
    );
    let plan = plan(&[("LICENSE", "")], &InitSettings::default());
    assert_eq!(plan.proposal.content[0].source, "source/{path}");
    assert_eq!(plan.notices[0].id, "init-no-documents");
}

#[test]
fn gitattributes_gets_one_line_and_keeps_the_others() {
    let attributes = |old: &str| {
        let tree = [("a.md", ZH), (".gitattributes", old)];
        plan(
            &tree[..if old.is_empty() { 1 } else { 2 }],
            &InitSettings::default(),
        )
        .gitattributes
    };
    let line = ".duizhao/lock/**/*.jsonl merge=union";
    assert_eq!(attributes(""), Some(format!("{line}\n")));
    assert_eq!(
        attributes("*.png binary"),
        Some(format!("*.png binary\n{line}\n"))
    );
    assert_eq!(
        attributes("*.png binary\r\n"),
        Some(format!("*.png binary\r\n{line}\r\n"))
    );
    assert_eq!(attributes(&format!("{line}\n")), None);
    let refused = init::plan(&files(&[("duizhao.yaml", "")]), &InitSettings::default());
    assert_eq!(refused.expect_err("there already")[0].id, "init-exists");
}
