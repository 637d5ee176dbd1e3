//! What was accepted follows text that moves across files, whatever part of the project is looked at.
use camino::Utf8PathBuf;
use duizhao::bitext::bitext::Level;
use duizhao::edge::files::memory::MemoryFiles;
use duizhao::edge::project::discover::Project;
use duizhao::edge::project::leftover;
use duizhao::edge::project::load;
use duizhao::edge::project::strayed;
use duizhao::edge::project::strayed::Stray;
use duizhao::edge::project::walk;
use duizhao::lock::jsonl;
use duizhao::lock::lock::Lock;
use duizhao::lock::record;
use duizhao::lock::record::AcceptSettings;
use duizhao::text::lang::Lang;
use std::collections::BTreeMap;

type Tree = BTreeMap<String, String>;

const CONFIG: &str = "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent: [{source: 'zh/{path}', target: 'en/{path}'}]\n";

const ZH: [&str; 3] = [
    "第一段说的是安装。",
    "第二段说的是配置。",
    "第三段说的是运行。",
];
const EN: [&str; 3] = [
    "The first paragraph is about installing.",
    "The second paragraph is about configuration.",
    "The third paragraph is about running.",
];

fn tree(files: &[(&str, &[&str])]) -> Tree {
    let files = files
        .iter()
        .map(|(path, paragraphs)| ((*path).to_owned(), paragraphs.join("\n\n") + "\n"));
    files
        .chain([("duizhao.yaml".to_owned(), CONFIG.to_owned())])
        .collect()
}

fn open(tree: &Tree) -> Project {
    let files = tree
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()));
    let project = Project::open("/p".into(), Box::new(MemoryFiles::new(files)));
    let Ok(project) = project else {
        panic!("a project")
    };
    project
}

fn load(tree: &Tree, selection: &[&str]) -> load::Workspace {
    let project = open(tree);
    let selection: Vec<Utf8PathBuf> = selection.iter().map(Utf8PathBuf::from).collect();
    let paths = walk::walk(&project, &selection).expect("documents");
    let Ok(workspace) = load::load(&project, paths) else {
        panic!("loaded")
    };
    workspace
}

/// Accepts everything.
fn accepted(mut tree: Tree) -> Tree {
    let settings = AcceptSettings {
        level: Level::Translated,
        reason: None,
        glossary: None,
    };
    for one in load(&tree, &[]).documents {
        let all: Vec<usize> = (0..one.bitext.pairs.len()).collect();
        let lock = record::accept(&one.lock, &one.bitext, &all, &settings).lock;
        tree.insert(one.paths.lock.to_string(), jsonl::write(&lock));
    }
    tree
}

/// The states of the units of the selected documents.
fn states(tree: &Tree, selection: &[&str]) -> Vec<String> {
    let workspace = load(tree, selection);
    let documents = workspace.documents.iter().map(|one| {
        let states: Vec<&str> = one
            .bitext
            .pairs
            .iter()
            .map(|pair| pair.state.name())
            .collect();
        format!("{}: {}", one.paths.source, states.join(" "))
    });
    documents.collect()
}

fn rename(tree: &mut Tree, old: &str, new: &str) {
    let text = tree.remove(old).expect(old);
    tree.insert(new.to_owned(), text);
}

fn whole() -> Tree {
    accepted(tree(&[
        ("zh/a.md", &ZH),
        ("en/a.md", &EN),
        ("zh/b.md", &["另一页。"]),
        ("en/b.md", &["Another page."]),
    ]))
}

#[test]
fn a_renamed_page_stays_translated() {
    let mut tree = whole();
    rename(&mut tree, "zh/a.md", "zh/new/c.md");
    rename(&mut tree, "en/a.md", "en/new/c.md");
    let expected = ["zh/new/c.md: translated translated translated"];
    assert_eq!(states(&tree, &["zh/new/c.md"]), expected);
    assert_eq!(states(&tree, &[])[1..], expected);
}

#[test]
fn the_lock_of_a_renamed_page_goes_once_its_records_stand_elsewhere() {
    let dropped = |tree: &Tree| {
        let project = open(tree);
        let documents = load(tree, &[]).documents;
        let locks: Vec<&Lock> = documents.iter().map(|one| &one.lock).collect();
        let dropped = leftover::drop_moved(&project, &Lang::new("en"), &locks);
        dropped.unwrap_or_else(|notices| panic!("{}", notices[0]))
    };
    let old: Vec<String> = whole()
        .into_keys()
        .filter(|path| path.ends_with("a.md.jsonl"))
        .collect();
    let mut renamed = whole();
    rename(&mut renamed, "zh/a.md", "zh/c.md");
    assert!(
        dropped(&renamed).is_empty(),
        "the draft stands where it stood"
    );
    rename(&mut renamed, "en/a.md", "en/c.md");
    assert!(dropped(&renamed).is_empty(), "nothing is accepted yet");
    assert_eq!(dropped(&accepted(renamed)), old);
    assert!(dropped(&whole()).is_empty());

    let mut cut = whole();
    rename(&mut cut, "zh/a.md", "zh/c.md");
    rename(&mut cut, "en/a.md", "en/c.md");
    cut.insert("zh/c.md".to_owned(), ZH[..2].join("\n\n"));
    cut.insert("en/c.md".to_owned(), EN[..2].join("\n\n"));
    assert!(
        dropped(&accepted(cut)).is_empty(),
        "one record stands nowhere else"
    );
}

#[test]
fn a_source_renamed_alone_is_told_where_its_translation_stands() {
    let told = |tree: &Tree| -> Vec<String> {
        let documents = load(tree, &[]).documents;
        let strays: Vec<Option<Stray>> = documents
            .iter()
            .map(|one| {
                let bitext = &one.bitext;
                Stray::of(&one.paths, &bitext.source, &bitext.target, &one.lock)
            })
            .collect();
        let strays: Vec<Option<&Stray>> = strays.iter().map(Option::as_ref).collect();
        let notices = strayed::notices(&strays).into_iter();
        notices.map(|(_, notice)| notice.to_string()).collect()
    };
    let mut renamed = whole();
    assert!(told(&renamed).is_empty());
    rename(&mut renamed, "zh/a.md", "zh/c.md");
    assert_eq!(
        told(&renamed),
        ["draft-strayed source=zh/c.md draft=en/a.md place=en/c.md"]
    );
    let mut other = whole();
    other.remove("zh/a.md");
    other.insert("zh/new.md".to_owned(), "一页新写的文字。".to_owned());
    assert!(told(&other).is_empty());
    rename(&mut renamed, "en/a.md", "en/c.md");
    assert!(told(&renamed).is_empty());
}

#[test]
fn a_moved_paragraph_stays_translated_wherever_one_looks() {
    let mut moved = whole();
    let change = tree(&[
        ("zh/a.md", &[ZH[0], ZH[2]]),
        ("en/a.md", &[EN[0], EN[2]]),
        ("zh/b.md", &["另一页。", ZH[1]]),
        ("en/b.md", &["Another page.", EN[1]]),
    ]);
    moved.extend(change);
    assert_eq!(
        states(&moved, &["zh/b.md"]),
        ["zh/b.md: translated translated"]
    );
    assert_eq!(
        states(&moved, &[]),
        [
            "zh/a.md: translated translated",
            "zh/b.md: translated translated"
        ]
    );
}

#[test]
fn a_copied_page_is_what_its_model_is() {
    let mut tree = whole();
    tree.insert("zh/copy.md".to_owned(), tree["zh/a.md"].clone());
    tree.insert("en/copy.md".to_owned(), tree["en/a.md"].clone());
    assert_eq!(
        states(&tree, &["en/copy.md"]),
        ["zh/copy.md: translated translated translated"]
    );
    assert_eq!(
        states(&tree, &["zh/a.md"]),
        ["zh/a.md: translated translated translated"]
    );
}

#[test]
fn without_a_lock_nothing_is_translated() {
    let mut tree = whole();
    tree.retain(|path, _| !path.starts_with(".duizhao"));
    for line in states(&tree, &[]) {
        assert!(!line.contains("translated"), "{line}");
        assert!(line.contains("unconfirmed"), "{line}");
    }
}

#[test]
fn what_one_page_accepted_is_not_lent_to_another_that_says_it_otherwise() {
    let mut tree = whole();
    tree.insert("zh/c.md".to_owned(), format!("{}\n", ZH[0]));
    tree.insert("en/c.md".to_owned(), "First, installing.\n".to_owned());
    assert_eq!(states(&tree, &["zh/c.md"]), ["zh/c.md: unconfirmed"]);
}
