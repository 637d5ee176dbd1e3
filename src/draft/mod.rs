//! What a draft needs to stand in step with its source: planned from a bitext as edits with reasons, and never more than is certain.

pub mod step;

pub mod links;
pub mod outline;

pub mod place;
pub mod render;

pub mod insert;
pub mod keys;
pub mod moves;
pub mod prune;
pub mod remove;
pub mod spot;
pub mod tidy;

pub mod sequence;

pub mod carry;
pub mod code;
pub mod heading_ids;
pub mod mechanical;
pub mod pieces;

pub mod placing;
pub mod sync;

pub mod fill;
pub mod filling;
pub mod kept;
