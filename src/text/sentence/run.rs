//! A run of stops, and what belongs to the sentence although it stands behind them.

use crate::text::script;
use crate::text::sentence::judge::Judge;
use crate::text::sentence::mark::{Mark, MarkKind, PairKind, Stop};

/// One run of stops and what closes behind it.
pub(super) struct Run {
    /// Where the first stop stands.
    pub(super) at: usize,
    /// Behind the last stop.
    pub(super) stops_end: usize,
    /// Behind closing marks, footnotes and emoji.
    pub(super) end: usize,
    /// The first mark behind it.
    pub(super) next: usize,
    pub(super) has_full: bool,
    pub(super) has_half: bool,
    pub(super) n_dots: usize,
    pub(super) has_ellipsis: bool,
    /// Quotations that close behind the stops, inner ones first.
    pub(super) quotes: Vec<usize>,
}

impl Judge<'_> {
    /// Gathers the run of stops that begins at a mark, and what closes behind it.
    pub(super) fn gather(&self, first: usize) -> Run {
        let at = self.marks[first].at;
        let mut run = Run {
            at,
            stops_end: at,
            end: at,
            next: first,
            has_full: false,
            has_half: false,
            n_dots: 0,
            has_ellipsis: false,
            quotes: Vec::new(),
        };
        while let Some(mark) = self.marks.get(run.next) {
            let MarkKind::Stop(stop) = mark.kind else {
                break;
            };
            let is_spaced_dot = stop == Stop::Dot
                && run.n_dots > 0
                && mark.at == run.stops_end + 1
                && self.text[run.stops_end..].starts_with(" .");
            if mark.at != run.stops_end && !is_spaced_dot {
                break;
            }
            if is_spaced_dot && run.n_dots == 1 && self.leaves_out_next(&run) {
                break;
            }
            match stop {
                Stop::Full => run.has_full = true,
                Stop::Half => run.has_half = true,
                Stop::Dot => run.n_dots += 1,
                Stop::Ellipsis => run.has_ellipsis = true,
            }
            run.stops_end = mark.end;
            run.next += 1;
        }
        run.end = run.stops_end;
        self.gather_tail(&mut run);
        run
    }

    /// Tells whether a full stop is followed by the three spaced dots of an omission before the next sentence.
    pub(super) fn leaves_out_next(&self, run: &Run) -> bool {
        let rest = self.text[run.stops_end..].strip_prefix(" . . . ");
        self.char_before(run.at).is_alphanumeric()
            && rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
    }

    /// Adds what belongs to the sentence although it stands behind its stop: closing marks, footnotes, emoji.
    fn gather_tail(&self, run: &mut Run) {
        loop {
            if let Some(mark) = self.marks.get(run.next) {
                let is_stray = mark.at == run.end + 1
                    && self.text[run.end..].starts_with(' ')
                    && self.closes_quote(mark);
                if mark.at == run.end || is_stray {
                    match mark.kind {
                        MarkKind::Close(pair) => {
                            if self.pairs[pair].kind == PairKind::Quote {
                                run.quotes.push(pair);
                            }
                            (run.end, run.next) = (mark.end, run.next + 1);
                            continue;
                        }
                        MarkKind::Tail => {
                            (run.end, run.next) = (mark.end, run.next + 1);
                            continue;
                        }
                        _ => {}
                    }
                }
            }
            let rest = &self.text[run.end..];
            // Where emoji stand for bullets, one behind a stop begins the next item.
            let is_bulleted = self.text[self.start..].starts_with(script::is_emoji);
            let is_mark = |c: char| {
                matches!(c, '～' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
                    || (!is_bulleted && script::is_emoji(c))
            };
            let tail = rest.trim_start_matches(' ').trim_start_matches(is_mark);
            let space = rest.len() - rest.trim_start_matches(' ').len();
            let taken = rest.len() - tail.len();
            if taken <= space {
                return;
            }
            run.end += taken;
            while self
                .marks
                .get(run.next)
                .is_some_and(|mark| mark.at < run.end)
            {
                run.next += 1;
            }
        }
    }

    /// Tells whether a mark closes a quotation and can do nothing else.
    fn closes_quote(&self, mark: &Mark) -> bool {
        let MarkKind::Close(pair) = mark.kind else {
            return false;
        };
        let is_straight = self.text[mark.at..].starts_with(['"', '\'']);
        let is_before_space = self.text[mark.end..].starts_with(char::is_whitespace);
        self.pairs[pair].kind == PairKind::Quote && (!is_straight || is_before_space)
    }
}
