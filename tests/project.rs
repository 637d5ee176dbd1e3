//! Projects: which files belong together, what is loaded, and what is saved.
#![expect(clippy::disallowed_methods, reason = "tests make folders of files")]
use camino::{Utf8Path, Utf8PathBuf};
use duizhao::edge::files::disk::Disk;
use duizhao::edge::files::memory::MemoryFiles;
use duizhao::edge::files::{Before, Change, Files};
use duizhao::edge::project::discover::{self, Project};
use duizhao::edge::project::load;
use duizhao::edge::project::save;
use duizhao::edge::project::walk;
use duizhao::text::notice::Notice;
use std::fs;

fn project(settings: &str, files: &[&str]) -> Project {
    let config = format!("version: 1\n{settings}");
    let all = files.iter().map(|path| (*path, "# 题\n"));
    let all = all.chain([("duizhao.yaml", config.as_str())]);
    Project::open("/p".into(), Box::new(MemoryFiles::new(all)))
        .unwrap_or_else(|notices| panic!("{settings}\n{}", told(&notices)))
}

fn told(notices: &[Notice]) -> String {
    let told: Vec<String> = notices.iter().map(ToString::to_string).collect();
    told.join("; ")
}

fn select(project: &Project, selection: &[&str]) -> Result<Vec<String>, String> {
    let selection: Vec<Utf8PathBuf> = selection.iter().map(Utf8PathBuf::from).collect();
    let found = walk::walk(project, &selection).map_err(|notices| told(&notices))?;
    let found = found.iter().map(|paths| {
        format!(
            "{} → {} ({} → {})",
            paths.source, paths.target, paths.source_lang, paths.target_lang
        )
    });
    Ok(found.collect())
}

/// What a layout's files are paired to.
fn pairs(settings: &str, files: &[&str], expected: &[&str]) {
    assert_eq!(
        select(&project(settings, files), &[]).expect(settings),
        expected,
        "{settings}"
    );
}

const FOLDERS: &str = "source: zh-Hans\ntargets: [en]\ncontent: [{source: 'source/{path}', target: 'translations/{lang}/{path}'}]\n";

#[test]
fn parallel_folders_pair_by_their_inner_path() {
    pairs(
        FOLDERS,
        &[
            "source/甲 乙/a.md",
            "source/b.mdx",
            "source/c.txt",
            "translations/en/usage-&-billing.md",
            "other/x.md",
        ],
        &[
            "source/b.mdx → translations/en/b.mdx (zh-Hans → en)",
            "source/usage-&-billing.md → translations/en/usage-&-billing.md (zh-Hans → en)",
            "source/甲 乙/a.md → translations/en/甲 乙/a.md (zh-Hans → en)",
        ],
    );
}

#[test]
fn a_draft_is_never_taken_for_a_source() {
    pairs(
        "source: zh\ntargets: [en]\ncontent: [{source: '{path}.md', target: '{path}_EN.md'}]\n",
        &["README.md", "README_EN.md", "a/b.md", "a/gone_EN.md"],
        &[
            "README.md → README_EN.md (zh → en)",
            "a/b.md → a/b_EN.md (zh → en)",
            "a/gone.md → a/gone_EN.md (zh → en)",
        ],
    );
    pairs(
        "source: en\ntargets: [zh]\ncontent: [{source: '{path}_origin.md', target: '{path}.md'}]\n",
        &["a_origin.md", "a.md"],
        &["a_origin.md → a.md (en → zh)"],
    );
    pairs(
        "source: en\ntargets: [zh]\ncontent: [{source: 'docs/{path}', target: 'docs/{lang}/{path}'}]\n",
        &["docs/a.md", "docs/zh/a.md", "docs/ja/a.md", "docs/go/a.md"],
        &[
            "docs/a.md → docs/zh/a.md (en → zh)",
            "docs/go/a.md → docs/zh/go/a.md (en → zh)",
        ],
    );
}

#[test]
fn a_draft_of_one_entry_may_be_the_source_of_another() {
    pairs(
        "source: zh\ntargets: [en]\ncontent: [{source: 'zh/{path}', target: 'en/{path}'}, {source: 'en/{path}', target: 'fr/{path}', source-lang: en, targets: [fr]}]\n",
        &["zh/a.md", "en/a.md"],
        &["en/a.md → fr/a.md (en → fr)", "zh/a.md → en/a.md (zh → en)"],
    );
}

#[test]
fn single_files_exclusions_and_folder_names_are_heeded() {
    pairs(
        "source: zh-Hans\ntargets: [{lang: en, path: en_us}, ja]\ncontent:\n  - {source: README.md, target: README.zh-CN.md, source-lang: en, targets: [zh-CN]}\n  - {source: '{path}', target: 'i18n/{lang}/{path}'}\nexclude: [drafts, '**/CHANGELOG.md']\n",
        &[
            "README.md",
            "README.zh-CN.md",
            "a.md",
            "drafts/b.md",
            "x/CHANGELOG.md",
            "i18n/en_us/a.md",
        ],
        &[
            "README.md → README.zh-CN.md (en → zh-CN)",
            "a.md → i18n/en_us/a.md (zh-Hans → en)",
            "a.md → i18n/ja/a.md (zh-Hans → ja)",
        ],
    );
}

#[test]
fn a_selection_narrows_by_source_draft_lock_or_folder() {
    let project = project(
        FOLDERS,
        &[
            "source/a/x.md",
            "source/b.md",
            "translations/en/b.md",
            "notes/n.md",
        ],
    );
    let whole = [
        "source/a/x.md → translations/en/a/x.md (zh-Hans → en)",
        "source/b.md → translations/en/b.md (zh-Hans → en)",
    ];
    let cases: [(&str, &[&str]); 8] = [
        ("", &whole),
        (".", &whole),
        ("source", &whole),
        ("./source/a/", &whole[..1]),
        ("source/b.md", &whole[1..]),
        ("translations/en/a/x.md", &whole[..1]),
        ("translations/en", &whole),
        (".duizhao/lock/en/source/b.md.jsonl", &whole[1..]),
    ];
    for (path, expected) in cases {
        assert_eq!(select(&project, &[path]).expect(path), expected, "{path}");
    }
    let refused = [
        ("../x.md", "path-outside path=../x.md"),
        ("/etc/passwd", "path-outside path=/etc/passwd"),
        ("notes/n.md", "path-not-content path=notes/n.md"),
        ("source/c.md", "file-missing path=source/c.md"),
        ("sourc", "file-missing path=sourc"),
    ];
    for (path, expected) in refused {
        assert_eq!(
            select(&project, &["source/b.md", path]),
            Err(expected.to_owned())
        );
    }
}

#[test]
fn content_that_is_not_there_is_told() {
    let told = |settings: &str, files: &[&str]| select(&project(settings, files), &[]);
    assert_eq!(
        told(FOLDERS, &["sources/a.md"]),
        Err("content-missing path=source".to_owned())
    );
    assert_eq!(
        told(FOLDERS, &["source/a.txt"]),
        Err("content-empty".to_owned())
    );
    let orphans =
        told(FOLDERS, &["translations/en/a.md"]).expect("a draft without a source is listed");
    assert_eq!(
        orphans,
        ["source/a.md → translations/en/a.md (zh-Hans → en)"]
    );
}

/// A folder on disk with these files.
fn folder(files: &[(&str, &[u8])]) -> (tempfile::TempDir, Utf8PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Utf8PathBuf::try_from(folder.path().to_path_buf()).expect("UTF-8");
    for (path, bytes) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, bytes).expect("a file");
    }
    (folder, root)
}

#[test]
fn the_walk_heeds_gitignore_and_skips_what_tools_leave() {
    let (_folder, root) = folder(&[
        (".gitignore", b"build/\n*.tmp.md\n"),
        (".git/config", b""),
        ("docs/a.md", b""),
        ("docs/b.tmp.md", b""),
        ("docs/.hidden/c.md", b""),
        ("docs/build/d.md", b""),
        ("node_modules/e.md", b""),
        ("target/CACHEDIR.TAG", b""),
        ("target/f.md", b""),
        ("target2/g.md", b""),
    ]);
    let disk = Disk::new(&root);
    assert_eq!(
        disk.list("".into()).expect("a list"),
        ["docs/a.md", "target2/g.md"]
    );
    assert_eq!(disk.list("docs".into()).expect("a list"), ["docs/a.md"]);
    assert_eq!(disk.list("missing".into()).expect("a list"), [""; 0]);
    assert!(disk.list("..".into()).is_err());
}

#[cfg(unix)]
#[test]
fn symlinks_stay_inside_and_their_loops_end() {
    use std::os::unix::fs::symlink;
    let (_outside, outside) = folder(&[("secret.md", b"")]);
    let (_folder, root) = folder(&[
        ("docs/a.md", b""),
        ("docs/sub/b.md", b""),
        ("shared/c.md", b""),
    ]);
    symlink(&outside, root.join("docs/out")).expect("a symlink");
    symlink(outside.join("secret.md"), root.join("docs/out.md")).expect("a symlink");
    symlink("..", root.join("docs/sub/up")).expect("a symlink");
    symlink("self.md", root.join("docs/self.md")).expect("a symlink");
    symlink("../shared", root.join("docs/inner")).expect("a symlink");
    symlink("nowhere.md", root.join("docs/broken.md")).expect("a symlink");
    let disk = Disk::new(&root);
    let listed = disk.list("docs".into()).expect("a list");
    assert_eq!(
        listed,
        [
            "docs/a.md",
            "docs/broken.md",
            "docs/inner/c.md",
            "docs/self.md",
            "docs/sub/b.md"
        ]
    );
    for path in [
        "docs/out/secret.md",
        "docs/out.md",
        "docs/broken.md",
        "docs/self.md",
        "../x.md",
        "/etc/hostname",
    ] {
        assert!(disk.read(path.into()).is_err(), "{path}");
        assert!(disk.write(path.into(), b"x").is_err(), "{path}");
    }
    assert!(disk.write("docs/out/new/deep.md".into(), b"x").is_err());
    assert_eq!(fs::read_dir(&outside).expect("a folder").count(), 1);
}

#[cfg(unix)]
#[test]
fn folders_full_of_symlinks_to_each_other_stay_cheap() {
    use std::os::unix::fs::symlink;
    let names: Vec<String> = (0..14).map(|name| format!("d{name}")).collect();
    let (_folder, root) = folder(&[]);
    for name in &names {
        fs::create_dir(root.join(name)).expect("a folder");
        fs::write(root.join(name).join("a.md"), "").expect("a file");
        for other in names.iter().filter(|other| *other != name) {
            symlink(format!("../{other}"), root.join(name).join(other)).expect("a symlink");
        }
    }
    let listed = Disk::new(&root).list("".into()).expect("a list");
    assert_eq!(listed.len(), 14 * 14);
}

#[cfg(unix)]
#[test]
fn writing_keeps_permissions_follows_symlinks_and_leaves_nothing_behind() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (_folder, root) = folder(&[("a.md", b"old"), ("locked.md", b"old")]);
    let mode = |path: &str| {
        fs::metadata(root.join(path))
            .expect(path)
            .permissions()
            .mode()
            & 0o777
    };
    fs::set_permissions(root.join("a.md"), fs::Permissions::from_mode(0o640)).expect("permissions");
    fs::set_permissions(root.join("locked.md"), fs::Permissions::from_mode(0o444))
        .expect("permissions");
    symlink("a.md", root.join("link.md")).expect("a symlink");
    let disk = Disk::new(&root);
    disk.write("link.md".into(), "新".as_bytes())
        .expect("written");
    assert_eq!(fs::read_to_string(root.join("a.md")).expect("a.md"), "新");
    assert!(root.join("link.md").is_symlink());
    assert_eq!(mode("a.md"), 0o640);
    disk.write("new folder/新.md".into(), b"x")
        .expect("written");
    assert_eq!(mode("new folder/新.md") & 0o600, 0o600);
    assert!(disk.write("locked.md".into(), b"x").is_err());
    assert!(disk.write("a.md/b.md".into(), b"x").is_err());
    assert!(disk.write("new folder".into(), b"x").is_err());
    let mut names: Vec<_> = fs::read_dir(&root)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["a.md", "link.md", "locked.md", "new folder"]);
}

#[test]
fn the_project_is_found_upwards_to_the_git_root() {
    let config = format!("version: 1\n{FOLDERS}");
    let (_folder, root) = folder(&[
        ("duizhao.yaml", config.as_bytes()),
        ("source/deep/a.md", b"x"),
        ("other/.git/x", b""),
        ("other/docs/x", b""),
    ]);
    assert_eq!(
        discover::find(&root.join("source/deep")),
        Some(root.as_path())
    );
    assert_eq!(discover::find(&root.join("other/docs")), None);
    let project = Project::discover(&root.join("source"))
        .unwrap_or_else(|notices| panic!("{}", told(&notices)));
    assert_eq!(project.root, root);
    let inner = project.relative(
        &root.join("source"),
        Utf8Path::new("deep/../../source/deep/a.md"),
    );
    assert_eq!(inner.expect("inside"), "source/deep/a.md");
}

#[test]
fn what_cannot_be_loaded_is_told_and_left_out() {
    let config = format!("version: 1\n{FOLDERS}");
    let (_folder, root) = folder(&[
        ("duizhao.yaml", config.as_bytes()),
        ("source/a.md", "\u{feff}# 题\r\n".as_bytes()),
        ("source/latin.md", b"# Title\n\ncaf\xe9\n"),
        ("translations/en/a.md", b"# Title\n"),
        ("translations/en/folder.md/x.md", b""),
        ("source/folder.md", b"x"),
    ]);
    let project = Project::discover(&root).unwrap_or_else(|notices| panic!("{}", told(&notices)));
    let paths = walk::walk(&project, &[]).unwrap_or_else(|notices| panic!("{}", told(&notices)));
    let workspace =
        load::load(&project, paths).unwrap_or_else(|notices| panic!("{}", told(&notices)));
    let loaded: Vec<&Utf8Path> = workspace
        .documents
        .iter()
        .map(|one| one.paths.source.as_path())
        .collect();
    assert_eq!(loaded, ["source/a.md"]);
    assert_eq!(
        workspace.documents[0].bitext.source.source.text(),
        "\u{feff}# 题\r\n"
    );
    let problems = told(&workspace.problems);
    assert!(
        problems.contains("file-is-folder path=translations/en/folder.md"),
        "{problems}"
    );
    assert!(
        problems.contains("file-not-utf8 path=source/latin.md line=3"),
        "{problems}"
    );
}

#[test]
fn saving_refuses_paths_that_leave_the_project() {
    let project = project(FOLDERS, &["source/a.md"]);
    let save = |path: &str| {
        let change = Change {
            path: path.into(),
            before: Before::Text(""),
            bytes: b"x",
        };
        save::save(&project, &[change], &[])
    };
    let refused = save("../x.md").expect_err("outside");
    assert_eq!(refused.id, "path-outside");
    save("translations/en/a.md").expect("saved");
    assert_eq!(
        project
            .files
            .read("translations/en/a.md".into())
            .expect("there"),
        b"x"
    );
}
