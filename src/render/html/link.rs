//! Where links lead in an edition: to a chapter, to a heading, out into the world, or nowhere when following them would run something.

/// What becomes of a link or a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    /// It leads here.
    To(String),
    /// It leads nowhere: its text stays.
    Nowhere,
}

/// Schemes that a reader may follow.
const SCHEMES: &[&str] = &[
    "http", "https", "mailto", "tel", "ftp", "irc", "ircs", "xmpp", "news",
];

/// Pictures that may stand in the address itself. A drawing (SVG) that is shown as a picture runs nothing.
const DATA: &[&str] = &[
    "data:image/png",
    "data:image/jpeg",
    "data:image/gif",
    "data:image/webp",
    "data:image/avif",
    "data:image/svg+xml",
];

/// Returns the scheme of an address as a browser reads it: blanks and control characters count for nothing.
pub(crate) fn scheme(url: &str) -> Option<String> {
    let (head, _) = url.split_once(':')?;
    let kept = head
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace());
    let scheme: String = kept.flat_map(char::to_lowercase).collect();
    (!scheme.contains(['/', '?', '#'])).then_some(scheme)
}

/// Returns an address that a link may lead to, written as addresses are; nothing when following it would run something.
pub(crate) fn href(url: &str) -> Option<String> {
    let url = url.trim();
    let is_safe = scheme(url).is_none_or(|scheme| SCHEMES.contains(&scheme.as_str()));
    is_safe.then(|| encoded(url))
}

/// Returns an address that a picture may come from.
pub(crate) fn src(url: &str) -> Option<String> {
    let url = url.trim();
    match scheme(url).as_deref() {
        None | Some("http" | "https") => Some(encoded(url)),
        Some("data") => {
            let start = url.to_ascii_lowercase();
            DATA.iter()
                .any(|kind| start.starts_with(kind))
                .then(|| encoded(url))
        }
        Some(_) => None,
    }
}

/// Writes characters that no address may hold as percent signs.
fn encoded(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let is_hex = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_hexdigit);
    for (at, c) in url.char_indices() {
        let bytes = url.as_bytes();
        let is_loose_percent =
            c == '%' && !(is_hex(bytes.get(at + 1)) && is_hex(bytes.get(at + 2)));
        match c {
            '\n' | '\r' | '\t' => {}
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '[' | ']' => {
                out.push_str(&format!("%{:02X}", u32::from(c)));
            }
            _ if is_loose_percent => out.push_str("%25"),
            c if c.is_control() => out.push_str(&format!("%{:02X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{href, src};

    #[test]
    fn what_would_run_leads_nowhere() {
        for url in [
            "javascript:alert(1)",
            " JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,<script>",
            "vbscript:x",
            "file:///etc/passwd",
        ] {
            assert_eq!(href(url), None, "{url:?}");
        }
        assert_eq!(src("data:text/html;base64,AAAA"), None);
        assert_eq!(src("javascript:alert(1)"), None);
    }

    #[test]
    fn what_leads_somewhere_is_written_as_addresses_are() {
        for (url, expected) in [
            ("https://a.b/c d?e=f#g", "https://a.b/c%20d?e=f#g"),
            ("./安装.md#一", "./安装.md#一"),
            ("a%20b%zz", "a%20b%25zz"),
            ("mailto:a@b.c", "mailto:a@b.c"),
            ("/a:b", "/a:b"),
        ] {
            assert_eq!(href(url).as_deref(), Some(expected));
        }
        assert!(src("data:image/png;base64,AAAA").is_some());
    }
}
