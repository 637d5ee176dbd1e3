//! The pictures of a book: each packed once, under a name of the book's own.

use crate::render::edition::Side;
use crate::render::picture;
use std::sync::Mutex;

/// Returns the bytes of a picture that a side of a chapter shows, as its address is written; nothing when there is none.
pub type Assets<'a> = dyn Fn(usize, Side, &str) -> Option<Vec<u8>> + Sync + 'a;

/// The pictures that were packed so far.
pub(crate) struct Pictures<'a> {
    assets: &'a Assets<'a>,
    packed: Mutex<Vec<Picture>>,
}

/// A picture in the book.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    pub(crate) path: String,
    pub(crate) kind: &'static str,
    pub(crate) bytes: Vec<u8>,
}

impl<'a> Pictures<'a> {
    /// Starts with none.
    pub(crate) fn new(assets: &'a Assets<'a>) -> Self {
        Self {
            assets,
            packed: Mutex::default(),
        }
    }

    /// Packs a picture and returns its path in the book; nothing when a book cannot hold it.
    pub(crate) fn path(&self, chapter: usize, side: Side, url: &str) -> Option<String> {
        let bytes = (self.assets)(chapter, side, url)?;
        let (kind, extension) = picture::kind(&bytes)?;
        let mut packed = self.packed.lock().ok()?;
        if let Some(known) = packed.iter().find(|picture| picture.bytes == bytes) {
            return Some(known.path.clone());
        }
        let path = format!("images/{}.{extension}", packed.len() + 1);
        packed.push(Picture {
            path: path.clone(),
            kind,
            bytes,
        });
        Some(path)
    }

    /// Returns all that were packed.
    pub(crate) fn into_packed(self) -> Vec<Picture> {
        self.packed.into_inner().unwrap_or_default()
    }
}
