//! Bytes, spans and languages; knows nothing of translation.

pub mod digest;
pub mod edit;
pub mod fingerprint;
pub mod lang;
pub mod nearest;
pub mod notice;
pub mod number;
pub mod quotation;
pub mod scan;
pub mod script;
pub mod sentence;
pub mod similarity;
pub mod source;
pub mod span;
