//! The lock as JSON Lines: a header line, then one record a line.

use crate::lock::lock::Lock;

/// Reads a lock. Never fails: damaged lines are counted in [`Lock::damage`].
pub fn read(text: &str) -> Lock {
    let _ = text;
    Lock::default()
}

/// Writes a lock: the same records give the same bytes.
pub fn write(lock: &Lock) -> String {
    let _ = lock;
    String::new()
}
