//! What was accepted: the lock beside the drafts.

pub mod jsonl;
#[expect(
    clippy::module_inception,
    reason = "the folder is named after its main type, as the house does"
)]
pub mod lock;
pub mod record;
pub mod resolve;
