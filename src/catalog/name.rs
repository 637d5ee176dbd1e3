//! Which files hold messages, told by their names alone.

/// Tells whether a file is read as a message file rather than as Markdown.
pub fn is_catalog(path: &str) -> bool {
    is_json(path)
        || ["yaml", "yml", "toml"]
            .iter()
            .any(|wanted| has_extension(path, wanted))
}

/// Tells whether a file is JSON by its name.
pub fn is_json(path: &str) -> bool {
    has_extension(path, "json")
}

/// Tells whether a JSON or YAML file that a `content` pattern meets is not one of messages after all: what lies among the pages of a
/// Docusaurus plugin (`i18n/zh/docusaurus-plugin-content-docs/current/assets/data.json`) belongs to a page.
pub fn is_beside_pages(path: &str) -> bool {
    let Some((_, inner)) = path.split_once("/docusaurus-plugin-content-") else {
        return false;
    };
    is_catalog(path) && inner.matches('/').count() > 1 && !is_category(path)
}

/// Tells whether a file describes a category of a Docusaurus sidebar (`_category_.json`).
pub(crate) fn is_category(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.split('.').next() == Some("_category_")
}

fn has_extension(path: &str, wanted: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let extension = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty());
    extension.is_some_and(|(_, extension)| extension.eq_ignore_ascii_case(wanted))
}
