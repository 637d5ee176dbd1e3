//! The next thing to do: what misleads readers first, and where a translation belongs.

use camino::Utf8PathBuf;
use duizhao::bitext::bitext::{Bitext, Level};
use duizhao::edge::files::memory::MemoryFiles;
use duizhao::edge::project::discover::Project;
use duizhao::edge::project::load::{self, Workspace};
use duizhao::edge::project::walk;
use duizhao::lock::jsonl;
use duizhao::lock::record::{self, AcceptSettings};
use duizhao::progress::agenda;
use std::collections::BTreeMap;

type Tree = BTreeMap<String, String>;

const CONFIG: &str = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent: [{source: 'zh/{path}', target: 'en/{path}'}]\n";

fn load(tree: &Tree) -> Workspace {
    let files = tree
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()));
    let project = Project::open(Utf8PathBuf::from("/p"), Box::new(MemoryFiles::new(files)))
        .unwrap_or_else(|notices| panic!("{}", notices[0]));
    let paths = walk::walk(&project, &[]).expect("documents");
    load::load(&project, paths).unwrap_or_else(|notices| panic!("{}", notices[0]))
}

fn accept(tree: &mut Tree) {
    let settings = AcceptSettings {
        level: Level::Translated,
        reason: None,
        glossary: None,
    };
    for one in load(tree).documents {
        let all: Vec<usize> = (0..one.bitext.pairs.len()).collect();
        let lock = record::accept(&one.lock, &one.bitext, &all, &settings).lock;
        tree.insert(one.paths.lock.to_string(), jsonl::write(&lock));
    }
}

fn agenda(tree: &Tree) -> Vec<String> {
    let workspace = load(tree);
    let documents = workspace.documents.iter();
    let bitexts: Vec<&Bitext> = documents.map(|loaded| &loaded.bitext).collect();
    let states = ["untranslated", "stale", "unconfirmed", "orphaned"];
    let tasks = agenda::tasks(&bitexts, |pair| states.contains(&pair.state.name()));
    let told = tasks.into_iter().map(|task| {
        let bitext = bitexts[task.bitext_idx];
        let pair = &bitext.pairs[task.pair_idx];
        let text = pair
            .source
            .first()
            .map_or("", |unit| bitext.source.text(*unit));
        let place = agenda::place(bitext, task.pair_idx);
        let line = bitext.target.source.line_of(place.start);
        format!(
            "{} {text} {}:{line}",
            pair.state.name(),
            bitext.target.source.name()
        )
    });
    told.collect()
}

#[test]
fn what_misleads_comes_first_and_untouched_documents_last() {
    let zh = "# 指南\n\n请安装 3 个工具。\n\n第二段说的是配置。\n";
    let en = "# Guide\n\nPlease install 3 tools.\n\nThe second paragraph is about configuration.\n";
    let mut tree = Tree::from([
        ("duizhao.yaml".to_owned(), CONFIG.to_owned()),
        ("zh/b.md".to_owned(), zh.to_owned()),
        ("en/b.md".to_owned(), en.to_owned()),
    ]);
    accept(&mut tree);
    assert_eq!(agenda(&tree), [""; 0]);
    tree.insert("zh/a.md".to_owned(), "# 新页\n".to_owned());
    let new = zh
        .replace("3 个", "4 个")
        .replace("第二段", "第一段之后新写了一段。\n\n第二段");
    tree.insert("zh/b.md".to_owned(), new);
    assert_eq!(
        agenda(&tree),
        [
            "stale 请安装 4 个工具。 en/b.md:3",
            "untranslated 第一段之后新写了一段。 en/b.md:3",
            "untranslated 新页 en/a.md:1",
        ]
    );
}
