//! Pictures by their bytes: what kind they are, and how a page can hold one itself.

/// The letters of Base64 (RFC 4648).
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Tells by its first bytes what a picture is, with the ending of its name: kinds that every reader must show.
pub(crate) fn kind(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let start = bytes.get(..bytes.len().min(512))?;
    match start {
        _ if start.starts_with(b"\x89PNG\r\n\x1a\n") => Some(("image/png", "png")),
        _ if start.starts_with(b"\xff\xd8\xff") => Some(("image/jpeg", "jpg")),
        _ if start.starts_with(b"GIF8") => Some(("image/gif", "gif")),
        _ if start.starts_with(b"RIFF") && start.get(8..12) == Some(b"WEBP") => {
            Some(("image/webp", "webp"))
        }
        _ if start.windows(4).any(|part| part == b"<svg") => Some(("image/svg+xml", "svg")),
        _ => None,
    }
}

/// Returns an address that holds the picture itself (RFC 2397); nothing for what is no picture.
pub fn data_url(bytes: &[u8]) -> Option<String> {
    let (kind, _) = kind(bytes)?;
    let mut out = format!("data:{kind};base64,");
    out.reserve(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or_default());
        let number = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let letter = LETTERS[(number >> (18 - 6 * at)) as usize & 63];
            out.push(if at <= group.len() {
                letter.into()
            } else {
                '='
            });
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::data_url;

    #[test]
    fn a_picture_is_written_as_letters() {
        for (bytes, letters) in [
            (&b"GIF8"[..], "R0lGOA=="),
            (b"GIF89", "R0lGODk="),
            (b"GIF89a", "R0lGODlh"),
            (b"GIF8\xff\xfe\x00", "R0lGOP/+AA=="),
        ] {
            let expected = format!("data:image/gif;base64,{letters}");
            assert_eq!(data_url(bytes), Some(expected));
        }
        assert_eq!(data_url(b"<p>"), None);
    }
}
