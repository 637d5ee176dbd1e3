//! The rules of a rule file (SRX 2.0): at each place, the first rule decides whose one pattern matches just before it and
//! whose other one just after it.
//!
//! Only the rules that break can make a sentence, so their places are found in one pass for all of them; only there all
//! rules are asked, again in one pass.

use crate::text::lang::Lang;
use crate::text::sentence::automaton;
use crate::text::sentence::automaton::Automaton;
use crate::text::sentence::automaton::Direction;
use crate::text::sentence::opaque;
use crate::text::sentence::pattern;
use fancy_regex::Regex;
use std::collections::BTreeSet;
use std::ops::Range;

/// How far from a place its rules look, in bytes: keeps the time linear whatever the patterns are.
const REACH: usize = 2000;

/// A rule as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SrxRule {
    /// What stands just before the place.
    pub before: String,
    /// What stands just after it.
    pub after: String,
    /// Whether a sentence ends there; otherwise none does, whatever later rules say.
    pub is_break: bool,
}

/// A pattern that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadPattern {
    /// Which rule has it.
    pub rule_idx: usize,
    /// The pattern.
    pub pattern: String,
    /// What is wrong, in the engine's words.
    pub detail: String,
}

/// The rules of a file by language.
#[derive(Debug, Default)]
pub struct SrxRules {
    languages: Vec<(Lang, LangRules)>,
}

impl SrxRules {
    /// Gathers the rules of languages.
    pub const fn new(languages: Vec<(Lang, LangRules)>) -> Self {
        Self { languages }
    }

    /// Returns the rules of a language, if the file names it.
    pub fn of_lang(&self, lang: &Lang) -> Option<&LangRules> {
        let mut languages = self.languages.iter();
        let found = languages.find(|(known, _)| known == lang);
        found.map(|(_, rules)| rules)
    }
}

/// Tells whether a pattern of a rule file's language map means a language: the whole tag, whatever its case.
pub fn names_lang(pattern: &str, lang: &Lang) -> Result<bool, String> {
    let exact = pattern::translate(pattern).exact;
    let whole = Regex::new(&format!("(?i)\\A(?:{exact})\\z")).map_err(|error| error.to_string())?;
    Ok(whole.is_match(lang.tag()).unwrap_or_default())
}

/// The rules of one language, ready for use.
#[derive(Debug)]
pub struct LangRules {
    rules: Vec<Rule>,
    /// What stands before a break: read forwards, it tells where breaks may be.
    ends: Automaton,
    /// What stands after a break before which nothing need stand.
    starts: Automaton,
    /// What stands before a rule's place, and which rules these are.
    before: Automaton,
    of_before: Vec<usize>,
    /// The rules before whose places nothing need stand: kept out of the automaton, whose searches with empty matches end
    /// early.
    always: Vec<usize>,
    /// Some rule breaks without looking.
    breaks_anywhere: bool,
    is_extending: bool,
}

#[derive(Debug)]
struct Rule {
    /// What is to be asked besides the automaton: nothing when that has told all.
    exact: Option<Regex>,
    is_break: bool,
}

impl LangRules {
    /// Makes rules ready. Where they extend ours, ours decide wherever no rule of these matches.
    pub fn new(rules: &[SrxRule], is_extending: bool) -> Result<Self, BadPattern> {
        let mut compiled = Vec::with_capacity(rules.len());
        let (mut ends, mut starts, mut befores) = (Vec::new(), Vec::new(), Vec::new());
        let (mut of_before, mut always) = (Vec::new(), Vec::new());
        let mut breaks_anywhere = false;
        for (rule_idx, rule) in rules.iter().enumerate() {
            let bad = |pattern: &str, detail: String| BadPattern {
                rule_idx,
                pattern: pattern.to_owned(),
                detail,
            };
            let before = pattern::translate(&rule.before);
            let after = pattern::translate(&rule.after);
            let before_may_be_empty = automaton::may_be_empty(&before.relaxed)
                .map_err(|detail| bad(&rule.before, detail))?;
            let after_may_be_empty = automaton::may_be_empty(&after.relaxed)
                .map_err(|detail| bad(&rule.after, detail))?;
            // Each by itself first, so that the right one is blamed.
            for (written, exact) in [(&rule.before, &before.exact), (&rule.after, &after.exact)] {
                Regex::new(exact).map_err(|error| bad(written, error.to_string()))?;
            }
            let is_told = before.exact == before.relaxed;
            let mut exact = String::new();
            if !is_told {
                exact.push_str(&format!("(?<={})", before.exact));
            }
            if !rule.after.is_empty() {
                exact.push_str(&format!("(?={})", after.exact));
            }
            let exact = (!exact.is_empty()).then(|| Regex::new(&format!("\\G{exact}")));
            let exact = exact.transpose();
            compiled.push(Rule {
                exact: exact.map_err(|error| bad(&rule.before, error.to_string()))?,
                is_break: rule.is_break,
            });
            if rule.is_break {
                match (before_may_be_empty, after_may_be_empty) {
                    (false, _) => ends.push(before.relaxed.clone()),
                    (true, false) => starts.push(after.relaxed),
                    (true, true) => breaks_anywhere = true,
                }
            }
            if before_may_be_empty {
                always.push(rule_idx);
            } else {
                befores.push(before.relaxed);
                of_before.push(rule_idx);
            }
        }
        let last = |detail| BadPattern {
            rule_idx: rules.len().saturating_sub(1),
            pattern: String::new(),
            detail,
        };
        let build = |patterns: &[String], direction| {
            let patterns: Vec<&str> = patterns.iter().map(String::as_str).collect();
            Automaton::new(&patterns, direction).map_err(last)
        };
        Ok(Self {
            rules: compiled,
            ends: build(&ends, Direction::Forwards)?,
            starts: build(&starts, Direction::Backwards)?,
            before: build(&befores, Direction::Backwards)?,
            of_before,
            always,
            breaks_anywhere,
            is_extending,
        })
    }

    /// Tells whether our own rules decide where these do not.
    pub(super) const fn is_extending(&self) -> bool {
        self.is_extending
    }

    /// Returns where these rules end sentences.
    pub(super) fn cuts(&self, text: &str, masked: &[Range<usize>]) -> Vec<usize> {
        let places = self.candidates(text).into_iter();
        let cuts = places.filter(|at| self.verdict(text, *at) == Some(true));
        settled(text, masked, cuts.collect())
    }

    /// Returns where these rules end sentences, and those of `ours` that these do not forbid.
    pub(super) fn amended(
        &self,
        text: &str,
        masked: &[Range<usize>],
        ours: &[usize],
    ) -> Vec<usize> {
        let is_left = |cut: &usize| {
            let trimmed = text[..*cut].trim_end().len();
            let mut run = (trimmed..=*cut).filter(|at| text.is_char_boundary(*at));
            run.all(|at| self.verdict(text, at) != Some(false))
        };
        let mut cuts = self.cuts(text, masked);
        cuts.extend(ours.iter().copied().filter(is_left));
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }

    /// The places where a rule that breaks may match, in order.
    fn candidates(&self, text: &str) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        if self.breaks_anywhere {
            found.extend(text.char_indices().map(|(at, _)| at));
        } else {
            self.ends.places(text, &mut found);
            self.starts.places(text, &mut found);
        }
        found
    }

    /// What the first rule that matches at a place says.
    fn verdict(&self, text: &str, at: usize) -> Option<bool> {
        let from = text.floor_char_boundary(at.saturating_sub(REACH));
        let to = text.ceil_char_boundary(at.saturating_add(REACH));
        let window = text.get(from..to)?;
        let hits = self.before.ending(text, from..at).into_iter();
        let hits = hits.filter_map(|hit| self.of_before.get(hit).copied());
        let mut hits: Vec<usize> = hits.chain(self.always.iter().copied()).collect();
        hits.sort_unstable();
        let mut rules = hits.into_iter().filter_map(|idx| self.rules.get(idx));
        let first = rules.find(|rule| match &rule.exact {
            // A pattern that gives up after too many steps does not match.
            Some(exact) => matches!(exact.find_from_pos(window, at - from), Ok(Some(_))),
            None => true,
        });
        first.map(|rule| rule.is_break)
    }
}

/// Leaves out cuts inside opaque pieces and numbers; white space belongs to the sentence before it.
fn settled(text: &str, masked: &[Range<usize>], cuts: Vec<usize>) -> Vec<usize> {
    let opaque = opaque::pieces(text, masked);
    let mut opaque = opaque.iter().peekable();
    let mut settled: Vec<usize> = Vec::with_capacity(cuts.len());
    for cut in cuts {
        while opaque.next_if(|range| range.end <= cut).is_some() {}
        let is_inside = opaque.peek().is_some_and(|range| range.start < cut);
        if is_inside || is_in_number(text, cut) {
            continue;
        }
        let rest = text.get(cut..).unwrap_or_default();
        let cut = text.len() - rest.trim_start().len();
        if settled.last() != Some(&cut) {
            settled.push(cut);
        }
    }
    settled
}

/// Tells whether a cut would fall into `3.14` or `1,000`.
fn is_in_number(text: &str, cut: usize) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let is_point = |c: char| matches!(c, '.' | ',' | '\'' | '’' | ':' | '．' | '，');
    let (before, after) = (&text[..cut], &text[cut..]);
    let bare = before.strip_suffix(is_point).unwrap_or(before);
    let rest = after.strip_prefix(is_point).unwrap_or(after);
    is_digit(bare.chars().next_back())
        && is_digit(rest.chars().next())
        && (bare.len() == before.len() || rest.len() == after.len())
}
