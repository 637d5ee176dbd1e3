//! Turns: programs that write in one project do so one after the other, so that none writes what it made of old files.

use crate::edge::project::discover;
use crate::edge::project::discover::CONFIG;
use camino::Utf8Path;
use std::fs::{File, TryLockError};

/// The right to write in a project, until it is dropped. What a person saves is another matter: see [`crate::edge::project::save`].
pub struct Turn {
    _held: Option<File>,
}

impl Turn {
    /// Waits until no other program writes in the project around `start` (absolute); calls `tell` if it has to. To be taken before
    /// anything is read that the new texts are made of.
    ///
    /// What is held is the settings file itself: it is always there, leaves nothing behind, may be read-only, and is free again when its
    /// holder ends, however it ends. Where it cannot be held (no such file, a file system without locks, or Windows, where a lock keeps
    /// readers out) the work goes on; no file that has changed since it was read is written over in any case.
    pub fn wait(start: &Utf8Path, tell: impl FnOnce()) -> Self {
        let settings = discover::find(start).map(|root| root.join(CONFIG));
        let file = settings.filter(|_| cfg!(unix)).map(File::open);
        let Some(Ok(file)) = file else {
            return Self { _held: None };
        };
        let is_held = match file.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => {
                tell();
                file.lock().is_ok()
            }
            Err(TryLockError::Error(_)) => false,
        };
        Self {
            _held: is_held.then_some(file),
        }
    }
}
