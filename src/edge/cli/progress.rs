//! Shows on a terminal how far long work has come.

use indicatif::ProgressBar;
use indicatif::ProgressDrawTarget;
use indicatif::ProgressStyle;
use std::io;
use std::io::IsTerminal;
use std::sync::OnceLock;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::time::Duration;
use std::time::Instant;

/// Work that takes no longer shows nothing.
const MOMENT: Duration = Duration::from_millis(500);

/// A bar on standard error; none where that is no terminal.
pub struct Progress {
    words: String,
    n_all: u64,
    n_done: AtomicU64,
    started: Instant,
    is_terminal: bool,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Starts with nothing done of so many steps.
    pub fn new(words: String, n_all: usize) -> Self {
        Self {
            words,
            n_all: n_all as u64,
            n_done: AtomicU64::new(0),
            started: Instant::now(),
            is_terminal: io::stderr().is_terminal(),
            bar: OnceLock::new(),
        }
    }

    /// Tells that one more step is done.
    pub fn advance(&self) {
        let n_done = self.n_done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.is_terminal && self.started.elapsed() > MOMENT {
            self.bar.get_or_init(|| self.start()).set_position(n_done);
        }
    }

    fn start(&self) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(self.n_all), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}");
        bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
            .with_message(self.words.clone())
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
