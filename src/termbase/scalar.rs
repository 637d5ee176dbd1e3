//! Writes texts as YAML scalars, in quotes only where they are needed.

/// Words that YAML takes for something else than text.
const WORDS: &[&str] = &[
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", ".nan", ".inf",
];

/// Writes a text so that it can stand in a flow list or map, and so anywhere.
pub fn flow(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut written = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{85}' => {
                written.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c if c.is_control() => written.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => written.push(c),
        }
    }
    written.push('"');
    written
}

/// Writes texts as a flow list.
pub fn flow_list<T: AsRef<str>>(texts: &[T]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| flow(text.as_ref())).collect();
    format!("[{}]", texts.join(", "))
}

fn is_plain(text: &str) -> bool {
    let lower = text.to_lowercase();
    let Some(first) = text.chars().next() else {
        return false;
    };
    let is_number_like = first.is_ascii_digit() || "+-.".contains(first);
    let is_special = |c: char| "[]{},#&*!|>'\"%@`:?=\\".contains(c) || c.is_control();
    !is_number_like
        && !WORDS.contains(&lower.as_str())
        && text.trim() == text
        && !text.contains(is_special)
        && !text.contains(['\u{feff}', '\u{2028}', '\u{2029}'])
}
