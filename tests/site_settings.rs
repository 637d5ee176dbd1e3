//! Sites are found by their generators' own settings, and the dialects of their documents follow.

use duizhao::document::dialect::Dialect;
use duizhao::edge::files::memory::MemoryFiles;
use duizhao::edge::project::discover::Project;
use duizhao::lint::site::{Generator, Structure};

fn project(content: &str, files: &[(&str, &str)]) -> Project {
    let config = format!("version: 1\nsource: en\ntargets: [zh-Hans]\ncontent:\n{content}");
    let mut all = files.to_vec();
    all.push(("duizhao.yaml", &config));
    Project::open("/p".into(), Box::new(MemoryFiles::new(all)))
        .unwrap_or_else(|notices| panic!("{}", notices[0]))
}

const DOCS: &str = "  - {source: 'docs/{path}', target: 'i18n/{lang}/{path}'}\n";

/// What a `docusaurus.config.js` and the version in `package.json` make of `.md`.
fn docusaurus(config: &str, version: &str, expected: Dialect) {
    let package = format!(r#"{{"dependencies": {{"@docusaurus/core": "{version}"}}}}"#);
    let files = [("docusaurus.config.js", config), ("package.json", &package)];
    let project = project(DOCS, &files);
    let dialect = project.dialect("docs/a.md".into());
    assert_eq!(dialect, expected, "{version}: {config}");
    assert_eq!(project.dialect("i18n/zh-Hans/a.md".into()), expected);
    assert_eq!(project.dialect("README.md".into()), Dialect::Markdown);
}

#[test]
fn docusaurus_decides_by_version_and_settings() {
    let plain = "module.exports = {title: 'x'};";
    docusaurus(plain, "^2.4.1", Dialect::MarkdownWithIds);
    docusaurus(plain, "3.7.0", Dialect::LooseMdx);
    docusaurus(
        "export default {markdown: {format: 'detect'}}",
        "3.7.0",
        Dialect::MarkdownWithIds,
    );
    let v4 = "const config: Config = {future: {v4: true}};\nexport default config;";
    docusaurus(v4, "^3.10.2", Dialect::Mdx);
    docusaurus(v4, "3.9.2", Dialect::LooseMdx);
    docusaurus(
        "module.exports = {future: {v4: {mdx1CompatDisabledByDefault: false}}}",
        "3.10.0",
        Dialect::LooseMdx,
    );
    docusaurus(
        "const config = {markdown: {mermaid: true}, future: {v4: true}, markdown: {mdx1Compat: {comments: true}}}",
        "3.10.2",
        Dialect::LooseMdx,
    );
    docusaurus(
        "module.exports = {markdown: {mdx1Compat: {comments: false, headingIds: false}}}",
        "3.1.0",
        Dialect::Mdx,
    );
}

#[test]
fn scripts_are_read_past_comments_strings_patterns_and_functions() {
    docusaurus(
        "// markdown: {format: 'detect'}\n/* future: {v4: true} */\nconst text = \"future: {v4: true}\";\n\
         const pattern = /[/'\"{]/g;\nmodule.exports = async function config() {\n  const {themes} = require('x');\n\
         return {title: `a ${text}`, markdown: {format: 'md'}};\n};",
        "3.0.0",
        Dialect::MarkdownWithIds,
    );
    docusaurus(
        "const isStrict = true;\nconst future = {v4: isStrict} as const\nconst config = {\n  async items({a}) { return {v4: false}; },\n  future,\n} satisfies Config\nexport default withPlugins(config)",
        "3.10.0",
        Dialect::Mdx,
    );
    for broken in [
        "",
        "{",
        "module.exports = {future: {v4:",
        "'",
        "/*",
        "const a = {b: a}",
    ] {
        docusaurus(broken, "3.0.0", Dialect::LooseMdx);
    }
    docusaurus(&"[{a: (".repeat(20_000), "3.0.0", Dialect::LooseMdx);
}

/// Languages, structure and folders as one line.
fn site(content: &str, files: &[(&str, &str)], generator: Generator, expected: &str) {
    let project = project(content, files);
    let [site] = project.sites.as_slice() else {
        panic!("{files:?}: {:?}", project.sites);
    };
    assert_eq!(site.generator, generator);
    let locales = site.locales.iter();
    let locales: Vec<String> = locales
        .map(|locale| format!("{}={}", locale.name, locale.lang))
        .collect();
    let default = site.default_lang.as_ref().map_or("-", |lang| lang.tag());
    let content: Vec<&str> = site
        .content
        .iter()
        .map(|root| root.folder.as_str())
        .collect();
    let structure = match site.structure {
        Structure::Folders => "folders",
        Structure::Suffixes => "suffixes",
    };
    let said = format!(
        "{default} | {} | {structure} | {}",
        locales.join(" "),
        content.join(" ")
    );
    assert_eq!(said, expected);
}

#[test]
fn languages_and_folders_follow_from_the_settings_of_each_generator() {
    site(
        "  - {source: 'docs/{path}', target: 'website/i18n/{lang}/{path}'}\n",
        &[(
            "website/docusaurus.config.ts",
            "const defaultLocale = 'en';\nexport default {i18n: {defaultLocale, locales: ['en', 'zh-CN']},\n\
             presets: [['classic', {docs: {path: '../docs'}, blog: false}]],\n\
             plugins: [['@docusaurus/plugin-content-docs', {id: 'api', path: 'api-docs'}]]};",
        )],
        Generator::Docusaurus,
        "en | en=en zh-CN=zh-CN | folders | docs website/api-docs",
    );
    site(
        "  - {source: 'docs/{path}', target: 'docs/zh/{path}'}\n",
        &[(
            "docs/.vitepress/config.mts",
            "export default defineConfig({locales: {root: {lang: 'en-US'}, zh: {lang: 'zh-CN', ...zh}}})",
        )],
        Generator::VitePress,
        "en-US | root=en-US zh=zh-CN | folders | docs",
    );
    site(
        "  - {source: 'src/content/docs/{path}', target: 'src/content/docs/zh-cn/{path}'}\n",
        &[(
            "astro.config.mjs",
            "export const locales = {root: {label: 'English', lang: 'en'}, 'zh-cn': {lang: 'zh-CN'}};\n\
             export default defineConfig({integrations: [starlight({title: 'x', locales})]});",
        )],
        Generator::Starlight,
        "en | root=en zh-cn=zh-CN | folders | src/content/docs",
    );
    site(
        "  - {source: 'docs/{path}.md', target: 'docs/{path}.{lang}.md'}\n",
        &[(
            "mkdocs.yml",
            "site_name: x\nmarkdown_extensions:\n  - attr_list\n  - pymdownx.emoji:\n      emoji_index: !!python/name:materialx.emoji\n\
             plugins:\n- search\n- i18n:\n    docs_structure: suffix\n    languages:\n    - locale: en\n      name: English\n      default: true\n    - locale: zh\n      name: 中文\n",
        )],
        Generator::MkDocs,
        "en | en=en zh=zh-Hans | suffixes | docs",
    );
    site(
        "  - {source: 'content/en/{path}', target: 'content/zh/{path}'}\n",
        &[(
            "hugo.toml",
            "baseURL = 'https://x/' # the place\ndefaultContentLanguage = \"en\"\n[languages]\n[languages.en]\ncontentDir = \"content/en\"\n[languages.zh]\ncontentDir = 'content/zh'\n",
        )],
        Generator::Hugo,
        "en | en=en zh=zh-Hans | folders | content",
    );
    site(
        "  - {source: 'src/{path}', target: 'zh/src/{path}'}\n",
        &[("book.toml", "[book]\nlanguage = \"en\"\ntitle = 'x'\n")],
        Generator::MdBook,
        "en |  | folders | src",
    );
    site(
        "  - {source: '_posts/{path}', target: '_i18n/{lang}/{path}'}\n",
        &[(
            "_config.yml",
            "title: x\nlanguages: [en, zh]\ndefault_lang: en\n",
        )],
        Generator::Jekyll,
        "en | en=en zh=zh-Hans | folders | ",
    );
}

#[test]
fn the_configuration_of_other_programs_makes_no_site() {
    for files in [
        [("config.toml", "[build]\ntarget = 'x'\n")],
        [("astro.config.mjs", "export default defineConfig({})")],
        [("config.json", "{\"a\": 1}")],
    ] {
        assert!(project(DOCS, &files).sites.is_empty(), "{files:?}");
    }
}

#[test]
fn a_content_entry_may_say_its_dialect() {
    let content = "  - {source: 'docs/{path}', target: 'i18n/{lang}/{path}', dialect: mdx}\n";
    let project = project(content, &[("docusaurus.config.js", "")]);
    assert_eq!(project.dialect("docs/a.md".into()), Dialect::Mdx);
    assert_eq!(project.dialect("i18n/zh-Hans/a.md".into()), Dialect::Mdx);
    assert_eq!(project.dialect("other/a.md".into()), Dialect::LooseMdx);
}
