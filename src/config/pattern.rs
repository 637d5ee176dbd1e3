//! Path patterns: `docs/{path}` and its like, matched against paths and filled in.

/// Where the captured text goes.
pub const PATH: &str = "{path}";

/// Where the language goes.
pub const LANG: &str = "{lang}";

/// A pattern whose language is filled in: text before and after what `{path}` captures, or the name of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    before: String,
    after: Option<String>,
}

impl Pattern {
    /// Makes a pattern; `lang` stands for `{lang}`.
    pub fn new(pattern: &str, lang: &str) -> Self {
        let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
        let pattern = pattern.replace(LANG, lang);
        match pattern.split_once(PATH) {
            Some((before, after)) => Self {
                before: before.to_owned(),
                after: Some(after.to_owned()),
            },
            None => Self {
                before: pattern,
                after: None,
            },
        }
    }

    /// Returns what `{path}` captures of `path` (nothing for a pattern that names one file), or `None` where it does not match.
    /// A pattern that ends with `{path}` takes `.md` and `.mdx` only.
    pub fn capture<'a>(&self, path: &'a str) -> Option<&'a str> {
        let Some(after) = &self.after else {
            return (path == self.before).then_some("");
        };
        let captured = path.strip_prefix(self.before.as_str())?;
        let captured = captured.strip_suffix(after.as_str())?;
        let stem = captured.rsplit('/').next().unwrap_or_default();
        let is_whole = !captured.starts_with('/') && !captured.is_empty();
        let is_named = !after.is_empty() || has_markdown_extension(stem);
        (is_whole && is_named).then_some(captured)
    }

    /// Returns the path with `captured` filled in.
    pub fn fill(&self, captured: &str) -> String {
        match &self.after {
            Some(after) => format!("{}{captured}{after}", self.before),
            None => self.before.clone(),
        }
    }

    /// Returns how much of a path the pattern prescribes: a file named in full wins over every pattern.
    pub fn weight(&self) -> usize {
        self.after
            .as_ref()
            .map_or(usize::MAX, |after| self.before.len() + after.len())
    }

    /// Returns the folder that all its files lie in, empty for the project's own.
    pub fn folder(&self) -> &str {
        self.before
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder)
    }

    /// Tells whether it names one file.
    pub const fn is_file(&self) -> bool {
        self.after.is_none()
    }
}

/// Tells whether a file is Markdown by its name.
pub fn has_markdown_extension(name: &str) -> bool {
    let extension = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty());
    extension.is_some_and(|(_, extension)| {
        extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("mdx")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, path: &str, captured: Option<&str>) {
        let pattern = Pattern::new(pattern, "en-US");
        assert_eq!(pattern.capture(path), captured, "{pattern:?} on {path}");
        if let Some(captured) = captured {
            assert_eq!(pattern.fill(captured), path);
        }
    }

    #[test]
    fn what_is_captured_fills_back_in() {
        check("docs/{path}", "docs/a/b c.md", Some("a/b c.md"));
        check(
            "docs/{path}",
            "docs/使用 & 计费.mdx",
            Some("使用 & 计费.mdx"),
        );
        check("docs/{path}", "docs/a.txt", None);
        check("docs/{path}", "docs/.md", None);
        check("docs/{path}", "docs-old/a.md", None);
        check("{path}", "README.md", Some("README.md"));
        check("./{path}.{lang}.md", "a/README.en-US.md", Some("a/README"));
        check("{path}.md", ".md", None);
        check("{path}/index-{lang}.md", "x/y/index-en-US.md", Some("x/y"));
        check("{path}/index.md", "index.md", None);
        check("i18n/{lang}/{path}", "i18n/en-US/a.md", Some("a.md"));
        check("README_EN.md", "README_EN.md", Some(""));
        check("README_EN.md", "a/README_EN.md", None);
    }

    #[test]
    fn the_pattern_that_says_more_weighs_more() {
        let weight = |pattern| Pattern::new(pattern, "en").weight();
        assert!(weight("{path}_EN.md") > weight("{path}.md"));
        assert!(weight("README.md") > weight("docs/{path}"));
    }
}
