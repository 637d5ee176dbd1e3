//! A file of another program, to be read.

/// A file to read.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Its name, for messages and for the origin of what it holds.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}
