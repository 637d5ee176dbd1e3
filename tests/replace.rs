//! Files are replaced whole, together, and never over what somebody else wrote since they were read.

#![expect(clippy::disallowed_methods, reason = "tests look at files")]

use camino::Utf8Path;
use duizhao::edge::files::disk::Disk;
use duizhao::edge::files::{Before, Change, Files, Refused, Unwritten};
use std::fs;
use std::fs::File;
use std::path::Path;

fn change<'a>(path: &'a str, before: Before<'a>, text: &'a str) -> Change<'a> {
    Change {
        path: Utf8Path::new(path),
        before,
        bytes: text.as_bytes(),
    }
}

fn disk(folder: &Path) -> Disk {
    Disk::new(Utf8Path::from_path(folder).expect("a UTF-8 path"))
}

fn refused(outcome: Result<(), Unwritten>) -> (String, Option<Refused>) {
    let unwritten = outcome.expect_err("something is refused");
    let inner = unwritten.error.get_ref();
    let why = inner.and_then(|inner| inner.downcast_ref::<Refused>());
    (unwritten.path.to_string(), why.copied())
}

#[test]
fn what_a_person_saved_since_is_not_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| folder.path().join(name);
    fs::write(file("a.md"), "read").expect("written");
    fs::write(file("b.md"), "read, then saved by a person").expect("written");
    let changes = [
        change("a.md", Before::Text("read"), "new"),
        change("b.md", Before::Text("read"), "new"),
    ];
    let refusal = refused(disk(folder.path()).replace(&changes));
    assert_eq!(refusal, ("b.md".to_owned(), Some(Refused::Changed)));
    assert_eq!(fs::read_to_string(file("a.md")).expect("there"), "read");
    let new = [change("b.md", Before::Text(""), "new")];
    assert!(disk(folder.path()).replace(&new).is_err());
    assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 2);

    fs::write(file("b.md"), "read").expect("written");
    disk(folder.path()).replace(&changes).expect("written");
    disk(folder.path())
        .replace(&changes)
        .expect("they say so already");
    let deep = [change("c/d.md", Before::Text(""), "new")];
    disk(folder.path()).replace(&deep).expect("written");
    for name in ["a.md", "b.md", "c/d.md"] {
        assert_eq!(fs::read_to_string(file(name)).expect("there"), "new");
    }
}

#[test]
fn what_killed_writers_left_is_cleared_away_and_living_ones_keep_theirs() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str| folder.path().join(name);
    for name in [
        ".duizhao-aB3xY9.tmp",
        ".duizhao-living.tmp",
        ".duizhao-notes of mine.tmp",
    ] {
        fs::write(file(name), "half a fi").expect("written");
    }
    let living = File::open(file(".duizhao-living.tmp")).expect("there");
    living.lock().expect("held");
    let files = disk(folder.path());
    files.write("a.md".into(), b"new").expect("written");
    let names = || {
        let entries = fs::read_dir(folder.path()).expect("there");
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<_> = names
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    };
    let kept = [".duizhao-living.tmp", ".duizhao-notes of mine.tmp", "a.md"];
    assert_eq!(names(), kept);
    let listed = files.list_all("".into()).expect("listed");
    assert_eq!(listed, [".duizhao-notes of mine.tmp", "a.md"]);
}
