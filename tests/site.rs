//! Sites: what a project's files and other pages say of a draft's links.

use camino::Utf8PathBuf;
use duizhao::edge::files::memory::MemoryFiles;
use duizhao::edge::project::discover::Project;
use duizhao::edge::project::load;
use duizhao::edge::project::site_pages;
use duizhao::edge::project::walk;
use duizhao::i18n::interface::Interface;
use duizhao::i18n::messages::Messages;
use duizhao::lint::runner::CheckSettings;
use duizhao::lint::runner::check;
use duizhao::lint::select::Selection;
use duizhao::rules::RULES;

const DOCUSAURUS: &str = "version: 1
source: zh-Hans
targets: [en]
content: [{source: 'docs/{path}', target: 'i18n/en/docusaurus-plugin-content-docs/current/{path}'}]
";

const D: &str = "i18n/en/docusaurus-plugin-content-docs/current";

/// What the rules `link/*` and `site/*` say of the documents that `selection` names.
fn found(settings: &str, files: &[(&str, &str)], selection: &[&str]) -> Vec<String> {
    let files: Vec<(String, &str)> = files
        .iter()
        .map(|(path, text)| (path.replace("$D", D), *text))
        .chain([("duizhao.yaml".to_owned(), settings)])
        .collect();
    let files = files.iter().map(|(path, text)| (path.as_str(), *text));
    let files = Box::new(MemoryFiles::new(files));
    let project = Project::open("/p".into(), files).expect("settings");
    let chosen: Vec<Utf8PathBuf> = selection
        .iter()
        .map(|path| path.replace("$D", D).into())
        .collect();
    let paths = walk::walk(&project, &chosen).expect("documents");
    let all = selection.is_empty().then(|| paths.clone());
    let workspace = load::load(&project, paths).expect("loads");
    let site = site_pages::gather(&project, all);
    let rules = Selection {
        selected: vec!["link".to_owned(), "site".to_owned()],
        ..Selection::default()
    };
    let settings = CheckSettings {
        site: Some(&site),
        ..CheckSettings::new(RULES, &rules, &workspace.termbase)
    };
    let messages = Messages::new(RULES.iter().map(|rule| &rule.meta), Interface::English);
    let found = check(&settings, &workspace.subjects());
    let line = |found: &duizhao::lint::finding::Finding| {
        let edits = found.fix.iter().flat_map(|fix| &fix.edits);
        let edits: Vec<String> = edits.map(|edit| format!(" → {}", edit.text)).collect();
        format!(
            "{}: {}{}",
            found.rule.id,
            messages.finding(found),
            edits.concat()
        )
    };
    found.iter().map(line).collect()
}

#[test]
fn a_link_to_a_heading_of_another_page_follows_its_translation() {
    let files = [
        ("docs/a.md", "# 甲\n\n参考[安装](./b.md#安装)。\n"),
        ("$D/a.md", "# A\n\nSee [Install](./b.md#安装).\n"),
        ("docs/b.md", "# 乙\n\n## 安装\n\n先备份。\n"),
        ("$D/b.md", "# B\n\n## Installation\n\nBack up first.\n"),
    ];
    let told = "link/anchor-broken: “./b.md#安装” leads to no heading or id of the page; the source's leads to one → ./b.md#installation";
    assert_eq!(found(DOCUSAURUS, &files, &[]), [told]);
    // Nothing is said of a page that was not read.
    assert_eq!(found(DOCUSAURUS, &files, &["docs/a.md"]), [""; 0]);
}

#[test]
fn a_lost_id_is_told_once_at_its_heading() {
    let files = [
        ("docs/a.md", "# 甲\n\n参考[安装](./b.md#install)。\n"),
        ("$D/a.md", "# A\n\nSee [Install](./b.md#install).\n"),
        ("docs/b.md", "# 乙\n\n## 安装 {#install}\n\n先备份。\n"),
        ("$D/b.md", "# B\n\n## Installation\n\nBack up first.\n"),
    ];
    let told = ["site/heading-id: the heading lacks the id “install” of the source →  {#install}"];
    assert_eq!(found(DOCUSAURUS, &files, &[]), told);
}

#[test]
fn one_document_knows_the_files_of_all() {
    let files = [
        (
            "docs/a.md",
            "# 甲\n\n参考[乙](./b.md)和![图](../static/img/x.png)。\n",
        ),
        (
            "$D/a.md",
            "# A\n\nSee [B](./b.md) and ![image](../static/img/x.png).\n",
        ),
        ("docs/b.md", "# 乙\n"),
        ("static/img/x.png", ""),
    ];
    let told = [
        "link/untranslated-page: the link to “./b.md” leads nowhere: “docs/b.md” is not translated yet → /b.md",
        "site/asset-depth: “../static/img/x.png” does not hold from the draft's folder; the file is “static/img/x.png” → ../../../../static/img/x.png",
    ];
    assert_eq!(found(DOCUSAURUS, &files, &["docs/a.md"]), told);
    assert_eq!(found(DOCUSAURUS, &files, &[]), told);
}

#[test]
fn a_draft_under_another_extension_is_told_once() {
    let files = [
        ("docs/a.md", "# 甲\n\n先备份。\n"),
        ("$D/a.mdx", "# A\n\nBack up first.\n"),
    ];
    let told = [
        "site/extension: the draft is not used, because its source is “docs/a.md”; give both the same extension",
    ];
    assert_eq!(found(DOCUSAURUS, &files, &[]), told);
}

#[test]
fn suffixes_in_one_folder_find_the_source_when_there_is_no_draft() {
    let settings = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent: [{source: '{path}.md', target: '{path}.en.md'}]\n";
    let files = [
        ("a.md", "# 甲\n\n参考[乙](b.md)。\n"),
        ("a.en.md", "# A\n\nSee [B](b.md).\n"),
        ("b.md", "# 乙\n"),
    ];
    assert_eq!(found(settings, &files, &[]), [""; 0]);
}
