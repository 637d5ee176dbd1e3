//! Paths that people type, turned into paths of the project.

use crate::text::notice::Notice;
use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

/// Makes the path relative to `root` that `typed`, absolute or relative to `folder`, stands for. `root` and `folder` are absolute.
/// Refuses a path outside the project.
pub fn relative(
    root: &Utf8Path,
    folder: &Utf8Path,
    typed: &Utf8Path,
) -> Result<Utf8PathBuf, Notice> {
    let whole = normalize(&folder.join(typed));
    if let Ok(inner) = whole.strip_prefix(normalize(root)) {
        return Ok(inner.to_owned());
    }
    let real = |path: &Utf8Path| path.canonicalize_utf8().ok();
    let inner = real(root).and_then(|root| {
        let there = whole.ancestors().find_map(|above| {
            let rest = whole.strip_prefix(above).ok()?;
            Some(real(above)?.join(rest))
        })?;
        there.strip_prefix(root).ok().map(Utf8Path::to_owned)
    });
    inner.ok_or_else(|| Notice::new("path-outside").arg("path", typed))
}

/// Drops `.` and resolves `..` by the letters of the path alone.
pub fn normalize(path: &Utf8Path) -> Utf8PathBuf {
    let mut plain = Utf8PathBuf::new();
    for part in path.components() {
        match part {
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => {
                let has_name = matches!(
                    plain.components().next_back(),
                    Some(Utf8Component::Normal(_))
                );
                if has_name {
                    plain.pop();
                } else if !plain.has_root() {
                    plain.push("..");
                }
            }
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_paths_become_paths_of_the_project() {
        let cases = [
            ("/p/docs", "a.md", Some("docs/a.md")),
            ("/p/docs", "../README.md", Some("README.md")),
            ("/p/docs", "/p/源 文/a.md", Some("源 文/a.md")),
            ("/p/docs", "./b/../a.md", Some("docs/a.md")),
            ("/p", ".", Some("")),
            ("/p/docs", "../..", None),
            ("/p", "/pq/a.md", None),
            ("/p", "../etc/passwd", None),
        ];
        for (folder, typed, inner) in cases {
            let found = relative("/p".into(), folder.into(), typed.into()).ok();
            assert_eq!(found.as_deref(), inner.map(Utf8Path::new), "{typed}");
        }
    }
}
