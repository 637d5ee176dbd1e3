//! The commands: one file each, its arguments and what it does.

pub mod accept;
pub mod align;
pub mod align_files;
pub mod assemble;
pub mod changed;
pub mod check;
pub mod check_pair;
pub mod completions;
pub mod count;
pub mod diff;
pub mod explain;
pub mod fix;
pub mod gate;
pub mod glossary;
pub mod help;
pub mod home;
pub mod init;
pub mod known;
pub mod look;
pub mod man;
pub mod next;
pub mod rules;
pub mod segment;
pub mod since;
pub mod status;
pub mod sync;
