//! Which language the tool speaks.

/// Languages of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Interface {
    /// English.
    #[default]
    English,
    /// Simplified Chinese.
    SimplifiedChinese,
}
