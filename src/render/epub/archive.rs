//! The container of a book: a ZIP archive whose first entry says what it is (EPUB OCF 3.3), the same bytes for the same book.

use std::io;
use std::io::Cursor;
use std::io::Write;
use zip::CompressionMethod;
use zip::DateTime;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const KIND: &str = "application/epub+zip";

const CONTAINER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"#;

/// Packs files, their paths below the book's folder.
pub(crate) fn pack(files: &[(String, Vec<u8>)]) -> io::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // No clock: the oldest time that the format can say.
    let stored = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let packed = stored.compression_method(CompressionMethod::Deflated);
    let broken = io::Error::other::<zip::result::ZipError>;
    archive.start_file("mimetype", stored).map_err(broken)?;
    archive.write_all(KIND.as_bytes())?;
    archive
        .start_file("META-INF/container.xml", packed)
        .map_err(broken)?;
    archive.write_all(CONTAINER.as_bytes())?;
    for (path, bytes) in files {
        archive
            .start_file(format!("EPUB/{path}"), packed)
            .map_err(broken)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish().map_err(broken)?.into_inner())
}
