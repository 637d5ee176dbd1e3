//! Bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one (what spreadsheets save as "Unicode text").

use crate::interchange::input::Input;
use crate::text::notice::Notice;
use crate::text::source::Source;

/// Reads the text of a file. NUL, which no text holds, is refused like bytes of another encoding.
pub fn text(input: &Input<'_>) -> Result<Source, Notice> {
    let text = match input.bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        bytes => utf8(bytes),
    };
    let text = text.and_then(|text| match text.find('\0') {
        Some(at) => Err(n_lines(&text.as_bytes()[..at])),
        None => Ok(text),
    });
    match text {
        Ok(text) => Ok(Source::new(input.name, text)),
        Err(line) => Err(Notice::new("import-encoding")
            .arg("path", input.name)
            .arg("line", line)),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, usize> {
    let text = std::str::from_utf8(bytes).map(str::to_owned);
    text.map_err(|error| n_lines(bytes.get(..error.valid_up_to()).unwrap_or_default()))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, usize> {
    let units: Vec<u16> = bytes
        .chunks(2)
        .map(|pair| match pair {
            [one, other] => unit([*one, *other]),
            // Half a character at the end: an unpaired surrogate is refused below.
            _ => 0xd800,
        })
        .collect();
    let mut text = String::with_capacity(bytes.len());
    for c in char::decode_utf16(units) {
        match c {
            Ok(c) => text.push(c),
            Err(_) => return Err(n_lines(text.as_bytes())),
        }
    }
    Ok(text)
}

/// The number of the line that these bytes end in.
fn n_lines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count() + 1
}
