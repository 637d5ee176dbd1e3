//! What the search of a folder of pages looks through: a script, since pages that are opened from the disk may load nothing else.

use crate::render::html::pair::Said;
use serde_json::Value;
use serde_json::json;

/// One chapter to be searched.
pub(crate) struct Searched {
    /// Its page.
    pub(crate) page: String,
    /// What it is called.
    pub(crate) titles: [String; 2],
    /// What its pieces say.
    pub(crate) said: Vec<Said>,
}

/// Writes the script.
pub(crate) fn script(chapters: &[Searched]) -> String {
    let chapters = chapters.iter().map(|chapter| {
        let said = chapter.said.iter();
        let said = said.filter(|(_, texts)| texts.iter().any(|text| !text.is_empty()));
        let pieces: Vec<Value> = said
            .map(|(id, [one, other])| json!([id, one, other]))
            .collect();
        json!([chapter.page, chapter.titles, pieces])
    });
    let chapters = Value::Array(chapters.collect());
    format!("duizhaoSearch({chapters});\n")
}
