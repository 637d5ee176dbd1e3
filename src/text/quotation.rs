//! Strings in code: where what a quotation mark has opened ends.

/// Returns where a string that has just begun ends, its closing quote included; nothing where it never does, as in `don't`.
pub fn string_end(rest: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if c == quote => return Some(at + c.len_utf8()),
            _ => {}
        }
    }
    None
}
