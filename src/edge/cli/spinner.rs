//! Shows on a terminal that work goes on, once it takes longer than a moment.

use indicatif::ProgressBar;
use indicatif::ProgressStyle;
use std::io;
use std::io::IsTerminal;
use std::sync::mpsc;
use std::sync::mpsc::RecvTimeoutError;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;

const MOMENT: Duration = Duration::from_millis(500);

/// A line on standard error that moves while work goes on; none where that is no terminal.
pub struct Spinner {
    running: Option<(mpsc::Sender<()>, JoinHandle<()>)>,
}

impl Spinner {
    /// Starts waiting; the line appears after half a second.
    pub fn start(words: String) -> Self {
        if !io::stderr().is_terminal() {
            return Self { running: None };
        }
        let (stop, stopped) = mpsc::channel::<()>();
        let thread = thread::spawn(move || {
            if stopped.recv_timeout(MOMENT) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let bar = ProgressBar::new_spinner().with_message(words);
            bar.set_style(ProgressStyle::default_spinner());
            bar.enable_steady_tick(Duration::from_millis(100));
            // Ends when the other side says so or is gone.
            let _ = stopped.recv();
            bar.finish_and_clear();
        });
        Self {
            running: Some((stop, thread)),
        }
    }

    /// Takes the line away.
    pub fn stop(self) {
        drop(self);
    }
}

impl Drop for Spinner {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            drop(stop);
            // A spinner that failed is nothing to fail for.
            let _ = thread.join();
        }
    }
}
