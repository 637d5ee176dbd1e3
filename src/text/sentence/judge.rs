//! Second pass: walks over the marks of a text and judges which of them end a sentence.

use crate::text::script;
use crate::text::sentence::ReportingClause;
use crate::text::sentence::chinese;
use crate::text::sentence::enumeration;
use crate::text::sentence::latin;
use crate::text::sentence::mark::{Mark, MarkKind, Marks, Pair, PairKind};
use crate::text::sentence::run::Run;

/// A quotation or bracket longer than this no longer keeps its sentences together.
const LONGEST_QUOTE: usize = 120;
const LONGEST_PAREN: usize = 1500;

/// Returns where sentences begin, the first excepted.
pub(super) fn cuts(text: &str, marks: &Marks, reporting: ReportingClause) -> Vec<usize> {
    let mut judge = Judge {
        text,
        marks: &marks.marks,
        pairs: &marks.pairs,
        reporting,
        start: 0,
        inside: Vec::new(),
    };
    judge.run(&enumeration::items(text, marks))
}

pub(super) struct Judge<'a> {
    pub(super) text: &'a str,
    pub(super) marks: &'a [Mark],
    pub(super) pairs: &'a [Pair],
    reporting: ReportingClause,
    /// Where the sentence at hand begins.
    pub(super) start: usize,
    /// The pairs that are open.
    inside: Vec<usize>,
}

impl Judge<'_> {
    fn run(&mut self, items: &[usize]) -> Vec<usize> {
        let mut cuts = Vec::new();
        let mut mark_idx = 0;
        let mut items = items.iter().copied().peekable();
        while let Some(mark) = self.marks.get(mark_idx).copied() {
            while let Some(item) = items.next_if(|item| *item <= mark.at) {
                if item > self.start {
                    cuts.push(item);
                    self.start = item;
                }
            }
            mark_idx += 1;
            let cut = match mark.kind {
                MarkKind::Open(pair) => {
                    self.inside.push(pair);
                    None
                }
                MarkKind::Close(pair) => {
                    self.leave(pair);
                    self.turn_after_dash(pair, mark.end, mark_idx)
                }
                MarkKind::Tail => None,
                MarkKind::LineBreak => (!self.is_sealed()).then(|| self.past_space(mark.end)),
                MarkKind::Paragraph => {
                    self.inside.clear();
                    Some(mark.end)
                }
                MarkKind::Stop(_) => {
                    let run = self.gather(mark_idx - 1);
                    mark_idx = self.past_stops(mark_idx, &run);
                    let ends = self.ends(&run);
                    if ends {
                        for skipped in &self.marks[mark_idx..run.next] {
                            if let MarkKind::Close(pair) = skipped.kind {
                                self.leave(pair);
                            }
                        }
                        mark_idx = run.next;
                    }
                    ends.then(|| self.past_space(run.end))
                }
            };
            if let Some(cut) = cut {
                cuts.push(cut);
                self.start = cut;
            }
        }
        cuts.extend(items.filter(|item| *item > self.start));
        cuts
    }

    fn leave(&mut self, pair: usize) {
        if let Some(place) = self.inside.iter().rposition(|open| *open == pair) {
            self.inside.truncate(place);
        }
    }

    /// A quotation that a dash breaks off ends where the next speaker's begins (`“你——”“我怎么了？”`); returns where.
    fn turn_after_dash(&self, pair: usize, end: usize, next: usize) -> Option<usize> {
        let pair = self.pairs[pair];
        if pair.kind != PairKind::Quote {
            return None;
        }
        let inner = &self.text[pair.open..pair.close];
        let is_broken_off = inner.ends_with(['—', '–', '―', '─']) || inner.ends_with("--");
        if !is_broken_off || !inner.contains(char::is_alphanumeric) {
            return None;
        }
        let at = self.past_space(end);
        let is_turn = self.opens_quote(next, at) && !self.is_sealed() && !self.is_inside_aside();
        is_turn.then_some(at)
    }

    fn past_space(&self, end: usize) -> usize {
        let rest = &self.text[end..];
        end + rest.len() - rest.trim_start().len()
    }

    fn past_stops(&self, mut mark_idx: usize, run: &Run) -> usize {
        while self
            .marks
            .get(mark_idx)
            .is_some_and(|mark| mark.at < run.stops_end)
        {
            mark_idx += 1;
        }
        mark_idx
    }

    fn is_sealed(&self) -> bool {
        self.inside
            .iter()
            .any(|pair| matches!(self.pairs[*pair].kind, PairKind::Sealed | PairKind::Title))
    }

    /// Judges a run of stops.
    fn ends(&self, run: &Run) -> bool {
        if self.is_sealed() || self.is_inside_aside() || self.is_mention(run) {
            return false;
        }
        let rest = &self.text[run.end..];
        let word = rest.trim_start();
        let Some(next) = word.chars().next() else {
            return false;
        };
        let is_apart = word.len() < rest.len();
        // A stop behind a quotation or bracket that has its own closes both (`“不。”。`).
        if run.end > run.stops_end && rest.starts_with(['。', '！', '？', '.', '!', '?']) {
            return false;
        }
        let before = self.char_before(run.at);
        let is_dots = run.has_ellipsis || run.n_dots > 1;
        let is_only_dots = is_dots && !run.has_full && !run.has_half;
        if is_only_dots {
            return self.ends_after_ellipsis(run, word, next, is_apart);
        }
        let is_cjk =
            |c: char| script::is_han(c) || script::is_cjk_punctuation(c) || script::is_kana(c);
        if run.has_full {
            return self.ends_chinese(run, rest);
        }
        if run.has_half {
            if before.is_whitespace() && !(is_apart && next.is_uppercase()) {
                return false;
            }
            let is_chinese = is_cjk(next) || (is_cjk(before) && (is_apart || next.is_uppercase()));
            if is_chinese {
                return self.ends_chinese(run, rest);
            }
            let is_next_quote = self.opens_quote(run.next, run.end);
            return (is_apart || is_next_quote)
                && self.ends_latin_quote(run, word)
                && latin::begins(word, next, run, self.text, self.start);
        }
        if is_cjk(before) {
            let begins = is_apart || is_cjk(next) || next.is_uppercase();
            return begins && script::is_han(before) && self.ends_chinese(run, rest);
        }
        if is_cjk(next) && next != '，' {
            let is_sentence = latin::closes_sentence(&self.text[self.start..run.at]);
            return is_sentence && self.ends_chinese(run, rest);
        }
        if is_apart && self.leaves_out_next(run) {
            return true;
        }
        is_apart
            && self.ends_latin_quote(run, word)
            && latin::ends(word, next, run, self.text, self.start)
    }

    /// Tells whether the stops are spoken of, not used: they stand at the very beginning of a quotation or bracket.
    fn is_mention(&self, run: &Run) -> bool {
        let innermost = self.inside.last().map(|pair| &self.pairs[*pair]);
        let is_first = innermost.is_some_and(|pair| {
            pair.kind != PairKind::Emphasis && self.text[pair.open..run.at].chars().nth(1).is_none()
        });
        is_first
            || matches!(self.char_before(run.at), '，' | '、' | '（' | '(' | '/') && !run.has_full
    }

    /// Tells whether an open bracket began inside the sentence: what stops inside is an aside.
    fn is_inside_aside(&self) -> bool {
        self.inside
            .iter()
            .map(|pair| &self.pairs[*pair])
            .any(|pair| {
                pair.kind == PairKind::Paren
                    && pair.close - pair.open < LONGEST_PAREN
                    && !self.is_head(pair.open)
            })
    }

    /// Tells whether nothing but marks and white space stands before this place in its sentence.
    fn is_head(&self, at: usize) -> bool {
        let head = self.text.get(self.start..at).unwrap_or_default();
        head.len() < 64
            && head.chars().all(|c| {
                c.is_whitespace()
                    || matches!(c, '*' | '_' | '~' | '"' | '\'' | '>' | '-' | '#' | '•')
                    || script::is_opening_quote(c)
            })
    }

    pub(super) fn char_before(&self, at: usize) -> char {
        self.text[..at].chars().next_back().unwrap_or(' ')
    }

    fn opens_quote(&self, mark_idx: usize, at: usize) -> bool {
        self.marks.get(mark_idx).is_some_and(|mark| {
            mark.at == at && matches!(mark.kind, MarkKind::Open(pair) if self.pairs[pair].kind == PairKind::Quote)
        })
    }

    /// Dots leave a sentence open unless another turn, or in Latin script a capital, follows.
    fn ends_after_ellipsis(&self, run: &Run, word: &str, next: char, is_apart: bool) -> bool {
        let is_turn = word.starts_with(script::is_opening_quote)
            || (word.starts_with('"') && self.opens_quote(run.next, run.end));
        if !run.quotes.is_empty() && (is_turn || chinese::introduces(word)) {
            return true;
        }
        let head = &self.text[self.start..run.at];
        let is_omission = run.quotes.is_empty() && head.ends_with(' ') && latin::dangles(head);
        is_apart
            && next.is_uppercase()
            && !is_omission
            && head.contains(char::is_alphanumeric)
            && !script::is_han(self.char_before(run.at))
            && self.ends_latin_quote(run, word)
            && !latin::is_repeated(&self.text[self.start..run.at], word)
    }

    /// Judges a stop by Chinese rules.
    fn ends_chinese(&self, run: &Run, rest: &str) -> bool {
        let Some(quote) = run.quotes.last().map(|pair| &self.pairs[*pair]) else {
            return !chinese::carries_on_bare(rest) && !self.is_inside_mention(run);
        };
        if chinese::introduces(rest) {
            return true;
        }
        if self.reporting == ReportingClause::Attach && chinese::is_reporting(rest) {
            return false;
        }
        if chinese::carries_on(rest) || chinese::takes_particle(rest) {
            return false;
        }
        let next = rest.trim_start().chars().next().unwrap_or(' ');
        let is_nested = self
            .inside
            .iter()
            .any(|pair| self.pairs[*pair].kind == PairKind::Quote && !run.quotes.contains(pair));
        let is_full_stop = self.text[..run.stops_end].ends_with(['。', '｡']);
        if is_nested && script::is_han(next) {
            return is_full_stop && !self.is_mid_clause(quote);
        }
        is_full_stop || script::is_opening_quote(next) || next == '"' || !self.is_mid_clause(quote)
    }

    /// Tells whether a quotation began in the middle of a clause: no colon, comma or stop before it.
    fn is_mid_clause(&self, quote: &Pair) -> bool {
        if quote.open <= self.start || self.is_head(quote.open) {
            return false;
        }
        let before = self.text[self.start..quote.open].trim_end_matches([' ', '*', '_']);
        let last = before.chars().next_back().unwrap_or('\n');
        last.is_alphanumeric() || matches!(last, '》' | '）' | '”' | '」' | '`' | '、')
    }

    /// Tells whether a stop stands inside a short quotation that is one of its sentence's words (`喊着“快跑！快跑！”冲了出去`).
    fn is_inside_mention(&self, run: &Run) -> bool {
        let mut quotes = self.inside.iter().map(|pair| &self.pairs[*pair]);
        let Some(quote) = quotes.rfind(|pair| pair.kind == PairKind::Quote) else {
            return false;
        };
        if quote.close < run.end
            || quote.close - quote.open > LONGEST_QUOTE
            || !self.is_mid_clause(quote)
        {
            return false;
        }
        let after = &self.text[quote.close..];
        let mut rest = after.chars();
        rest.next();
        let rest = rest.as_str();
        let next = rest.trim_start().chars().next().unwrap_or(' ');
        let is_full_stop = self.text[..run.stops_end].ends_with(['。', '｡']);
        chinese::carries_on(rest)
            || (!is_full_stop && (script::is_han(next) || next.is_lowercase()))
    }

    /// Tells whether a Latin sentence may end here as far as quotations go.
    fn ends_latin_quote(&self, run: &Run, word: &str) -> bool {
        if run.quotes.is_empty() {
            return !self.is_inside_mention(run);
        }
        !latin::is_reporting(word)
    }
}
