//! Language tags as they are compared in exchange formats.

/// Tells whether a tag is the other one or a narrower one (`en-US` for `en`), in whatever case.
pub fn is_within(tag: &str, wide: &str) -> bool {
    let (tag, wide) = (tag.to_ascii_lowercase(), wide.to_ascii_lowercase());
    let rest = tag.strip_prefix(&wide);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}
