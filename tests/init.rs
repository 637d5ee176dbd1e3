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
                "module.exports = { i18n: { defaultLocale: 'zh', locales: ['zh', 'en'] } };",
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
        &["content/{path}/index.md → content/{path}/index-{lang}.md"],
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

const CODE: &str = "# 标题\n\n```js\nconst translation = await import('./translation.js');\nexport default translation;\n```\n\n检查译文。\n";

#[test]
fn endings_are_parted_by_the_language_of_the_files_without_one() {
    found(
        &[
            ("plugins/go/a/README.md", CODE),
            ("plugins/go/a/README_EN.md", EN),
            ("plugins/go/b/README.md", CODE),
            ("plugins/go/b/README_EN.md", EN),
            ("notes/1.0/README.md", EN),
            ("notes/1.0/README_ZH.md", ZH),
            ("notes/1.1/README.md", EN),
            ("notes/1.1/README_ZH.md", ZH),
            ("notes/1.2/README.md", EN),
            ("notes/1.2/README_ZH.md", ZH),
            ("README.md", EN),
            ("README_JP.md", "ツールです"),
            ("README_ZH.md", ZH),
        ],
        "en → ja=JP zh-Hans=ZH",
        &[
            "notes/{path}/README.md → notes/{path}/README_ZH.md to zh-Hans",
            "plugins/go/{path}/README.md → plugins/go/{path}/README_EN.md from zh-Hans to en",
            "README.md → README_{lang}.md",
        ],
        7,
    );
    found(
        &[
            ("src/a/x.zh-CN.md", ZH),
            ("src/a/x.en-US.md", EN),
            ("src/b/x.zh-CN.md", ZH),
            ("src/b/x.en-US.md", EN),
            ("src/c/x.zh-CN.md", ZH),
            ("src/c/x.en-US.md", EN),
            ("README.md", EN),
            ("README.zh-CN.md", ZH),
        ],
        "zh-CN → en-US",
        &[
            "src/{path}/x.zh-CN.md → src/{path}/x.{lang}.md",
            "README.md → README.{lang}.md from en to zh-CN",
        ],
        4,
    );
    found(
        &[
            ("GUIDE_EN.md", EN),
            ("GUIDE_CN.md", ZH),
            ("GUIDE_JP.md", "ツールです"),
        ],
        "zh-Hans → en=EN ja=JP",
        &["GUIDE_CN.md → GUIDE_{lang}.md"],
        2,
    );
}

#[test]
fn a_side_whose_drafts_are_still_copies_is_no_source() {
    let long = "This tool checks translations and says where they stand. ".repeat(8);
    let chinese = "这个工具检查译文，并说明进度。".repeat(20);
    let tree = [
        ("docs/cn/a.md", chinese.as_str()),
        ("docs/cn/b.md", long.as_str()),
        ("docs/cn/c.md", long.as_str()),
        ("docs/en/a.md", long.as_str()),
        ("docs/en/b.md", long.as_str()),
        ("docs/en/c.md", long.as_str()),
    ];
    found(
        &tree,
        "en → zh-Hans",
        &["docs/en/{path} → docs/cn/{path}"],
        3,
    );
}

#[test]
fn a_site_with_its_default_language_below_i18n_is_read_from_its_text() {
    let config = "module.exports = { i18n: { defaultLocale: 'en', locales: ['zh', 'en'] } };";
    found(
        &[
            ("docs/a.md", ZH),
            ("docusaurus.config.js", config),
            ("i18n/en/docusaurus-plugin-content-docs/current/a.md", EN),
        ],
        "zh-Hans → en",
        &["docs/{path} → i18n/{lang}/docusaurus-plugin-content-docs/current/{path}"],
        1,
    );
}

#[test]
fn without_translations_the_generator_says_where_they_go() {
    let hugo = "baseURL = 'https://example.org'\ndefaultContentLanguage = 'en'\n[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n";
    found(
        &[("content/a.md", EN), ("hugo.toml", hugo)],
        "en → fr",
        &["content/{path}.md → content/{path}.{lang}.md"],
        0,
    );
    let vitepress =
        "export default { lang: 'zh-CN', locales: { en: { link: 'https://example.org' } } }";
    found(
        &[("guide/a.md", ZH), (".vitepress/config.ts", vitepress)],
        "zh-CN → en",
        &["{path} → {lang}/{path}"],
        0,
    );
}

#[test]
fn entries_that_are_said_are_taken() {
    let tree = [("book/a.md", ZH), ("out/en-US/a.md", EN), ("README.md", EN)];
    let entry = ("book/{path}".to_owned(), "out/{lang}/{path}".to_owned());
    let settings = InitSettings {
        content: vec![entry],
        ..InitSettings::default()
    };
    check(
        &tree,
        &settings,
        "zh-Hans → en-US",
        &["book/{path} → out/{lang}/{path}"],
        1,
    );
    let plan = plan(&tree, &settings);
    let said: Vec<&str> = plan.notices.iter().map(|notice| notice.id).collect();
    assert_eq!(said, ["init-entry", "init-left-out"]);
}

#[test]
fn what_is_asked_for_wins() {
    let lang = |tag: &str| Lang::new(tag);
    let tree = [("zh/a.md", ZH), ("en/a.md", EN), ("ja/a.md", "ツール")];
    let settings = InitSettings {
        source: Some(lang("en")),
        targets: vec![lang("zh-Hans"), lang("fr")],
        ..InitSettings::default()
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
