//! What was accepted: the lock beside the drafts.

pub mod jsonl;
#[expect(
    clippy::module_inception,
    reason = "the folder is named after its main type, as the house does"
)]
pub mod lock;

pub mod fold;
pub mod likeness;

pub mod gap;
pub mod identity;
pub mod trail;

pub mod elsewhere;
pub mod follow;
pub mod keyed;
pub mod layout;
pub mod resolve;
pub mod uproot;
pub mod verdict;

pub mod record;
