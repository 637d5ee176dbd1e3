//! Many patterns at once, read forwards or backwards in one pass: where any of them may end or begin.

use regex_automata::Anchored;
use regex_automata::Input;
use regex_automata::MatchKind;
use regex_automata::hybrid::dfa::Cache;
use regex_automata::hybrid::dfa::DFA;
use regex_automata::hybrid::dfa::OverlappingState;
use regex_automata::nfa::thompson;
use regex_automata::util::pool::Pool;
use regex_automata::util::syntax;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::panic::RefUnwindSafe;
use std::panic::UnwindSafe;

/// Memory for states, in bytes. When it is full, they are forgotten and made again.
const CAPACITY: usize = 8 << 20;

type MakeCache = Box<dyn Fn() -> Cache + Send + Sync + UnwindSafe + RefUnwindSafe>;

/// Which way a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// Tells where matches end.
    Forwards,
    /// Tells where matches begin.
    Backwards,
}

/// A lazy automaton of patterns without lookaround. It knows every match, not only leftmost ones.
pub(super) struct Automaton {
    dfa: DFA,
    direction: Direction,
    caches: Pool<Cache, MakeCache>,
}

impl fmt::Debug for Automaton {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Automaton({} patterns)", self.dfa.pattern_len())
    }
}

impl Automaton {
    /// Builds the automaton. The error says what is wrong, in the engine's words.
    pub(super) fn new(patterns: &[&str], direction: Direction) -> Result<Self, String> {
        let is_reverse = direction == Direction::Backwards;
        let settings = DFA::config()
            .match_kind(MatchKind::All)
            .cache_capacity(CAPACITY)
            .skip_cache_capacity_check(true);
        let dfa = DFA::builder()
            .configure(settings)
            .thompson(thompson::Config::new().reverse(is_reverse))
            .build_many(patterns)
            .map_err(|error| error.to_string())?;
        let maker = dfa.clone();
        let caches: MakeCache = Box::new(move || maker.create_cache());
        Ok(Self {
            dfa,
            direction,
            caches: Pool::new(caches),
        })
    }

    /// Adds every place of `text` where a match ends, or begins when read backwards.
    pub(super) fn places(&self, text: &str, found: &mut BTreeSet<usize>) {
        self.run(&Input::new(text), |_, at| {
            found.insert(at);
        });
    }

    /// Returns the patterns that match just before the end of `window`, lowest first.
    pub(super) fn ending(&self, text: &str, window: Range<usize>) -> Vec<usize> {
        let input = Input::new(text).range(window).anchored(Anchored::Yes);
        let mut found = Vec::new();
        self.run(&input, |pattern, _| found.push(pattern));
        found.sort_unstable();
        found.dedup();
        found
    }

    fn run(&self, input: &Input<'_>, mut tell: impl FnMut(usize, usize)) {
        let mut cache = self.caches.get();
        let mut state = OverlappingState::start();
        loop {
            let searched = match self.direction {
                Direction::Forwards => self
                    .dfa
                    .try_search_overlapping_fwd(&mut cache, input, &mut state),
                Direction::Backwards => self
                    .dfa
                    .try_search_overlapping_rev(&mut cache, input, &mut state),
            };
            match (searched, state.get_match()) {
                (Ok(()), Some(found)) => tell(found.pattern().as_usize(), found.offset()),
                _ => return,
            }
        }
    }
}

/// Tells whether a pattern may match nothing. The error says what is wrong with the pattern.
pub(super) fn may_be_empty(pattern: &str) -> Result<bool, String> {
    let parsed = syntax::parse(pattern).map_err(|error| error.to_string())?;
    Ok(parsed.properties().minimum_len() == Some(0))
}
