//! How far a translation has come, and what changed since it was accepted.

pub mod age;
pub mod agenda;
pub mod blame;
pub mod coverage;
pub mod drift;
pub mod movement;
pub mod ratchet;
pub mod since;
