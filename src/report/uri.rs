//! File paths as relative references (RFC 3986).

use std::fmt::Write;

/// Writes a path as a relative reference: every byte that is not unreserved is escaped, slashes are kept.
pub fn of_path(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                uri.push(char::from(byte));
            }
            // A Windows path has the other slash.
            b'\\' => uri.push('/'),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::of_path;

    #[test]
    fn paths_are_escaped_by_byte() {
        assert_eq!(of_path("docs/a b.md"), "docs/a%20b.md");
        assert_eq!(of_path("文.md"), "%E6%96%87.md");
        assert_eq!(of_path("a:b%c?#.md"), "a%3Ab%25c%3F%23.md");
    }
}
