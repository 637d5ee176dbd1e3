//! The ratchet: how good a project is at least, in a file that is committed; never worse than before.
//!
//! JSON Lines: a header with the version, then one line a language and one line a rule, sorted, so that branches merge by lines. Of
//! lines that two branches both changed the stricter holds.

use crate::text::notice::Notice;
use crate::text::source::Source;
use crate::text::span::Span;
use serde::Deserialize;
use serde::Serialize;
use std::collections::BTreeMap;

/// What the header says.
const FORMAT: &str = "duizhao/ratchet/1";

/// What a project has reached.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ratchet {
    /// By language tag.
    pub languages: BTreeMap<String, Mark>,
    /// How many findings that fail a check there are, by rule.
    pub rules: BTreeMap<String, usize>,
}

/// What a language has reached. It is worse only where the coverage is lower and more is left to do: a translated page that is deleted
/// lowers the coverage and makes nothing worse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The covered share, from 0.0 to 1.0, rounded down.
    pub coverage: f64,
    /// How many units are not covered.
    pub uncovered: u32,
}

/// Where a project is worse than its ratchet allows.
#[derive(Clone, Debug, PartialEq)]
pub enum Slip {
    /// A language has lost coverage.
    Language {
        /// Its tag.
        lang: String,
        /// What it had.
        then: Mark,
        /// What it has.
        now: Mark,
    },
    /// A rule has more findings.
    Rule {
        /// Its id.
        rule: String,
        /// How many are allowed.
        allowed: usize,
        /// How many there are.
        now: usize,
    },
}

#[derive(Serialize, Deserialize)]
struct Header {
    format: String,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Language {
        lang: String,
        coverage: f64,
        uncovered: u32,
    },
    Rule {
        rule: String,
        count: usize,
    },
}

impl Mark {
    const fn is_worse_than(&self, other: &Self) -> bool {
        self.coverage < other.coverage && self.uncovered > other.uncovered
    }

    const fn stricter(self, other: Self) -> Self {
        Self {
            coverage: self.coverage.max(other.coverage),
            uncovered: if self.uncovered < other.uncovered {
                self.uncovered
            } else {
                other.uncovered
            },
        }
    }
}

impl Ratchet {
    /// Lists where `now` is worse.
    pub fn slips(&self, now: &Self) -> Vec<Slip> {
        let languages = now.languages.iter().filter_map(|(lang, now)| {
            let then = self.languages.get(lang)?;
            now.is_worse_than(then).then(|| Slip::Language {
                lang: lang.clone(),
                then: *then,
                now: *now,
            })
        });
        let rules = now.rules.iter().filter_map(|(rule, now)| {
            let allowed = self.rules.get(rule).copied().unwrap_or_default();
            (*now > allowed).then(|| Slip::Rule {
                rule: rule.clone(),
                allowed,
                now: *now,
            })
        });
        languages.chain(rules).collect()
    }

    /// Takes what is better in `now`, and what it says of languages that are new. What it allows never grows.
    #[must_use]
    pub fn tightened(&self, now: &Self) -> Self {
        let languages = now.languages.iter().map(|(lang, now)| {
            let then = self.languages.get(lang);
            let mark = then.map_or(*now, |then| then.stricter(*now));
            (lang.clone(), mark)
        });
        let rules = self.rules.iter().filter_map(|(rule, allowed)| {
            let now = now.rules.get(rule).copied().unwrap_or_default();
            let least = now.min(*allowed);
            (least > 0).then(|| (rule.clone(), least))
        });
        Self {
            languages: languages.collect(),
            rules: rules.collect(),
        }
    }
}

/// Writes a ratchet file.
pub fn write(ratchet: &Ratchet) -> String {
    let header = Header {
        format: FORMAT.to_owned(),
    };
    let languages = ratchet.languages.iter().map(|(lang, mark)| Line::Language {
        lang: lang.clone(),
        coverage: mark.coverage,
        uncovered: mark.uncovered,
    });
    let rules = ratchet.rules.iter().map(|(rule, count)| Line::Rule {
        rule: rule.clone(),
        count: *count,
    });
    let lines = languages
        .chain(rules)
        .map(|line| serde_json::to_string(&line));
    let lines = std::iter::once(serde_json::to_string(&header)).chain(lines);
    lines
        .map(|line| line.expect("texts and finite numbers are JSON") + "\n")
        .collect()
}

/// Reads a ratchet file; a line that is none refuses it.
pub fn read(source: &Source) -> Result<Ratchet, Notice> {
    let (mut ratchet, mut start) = (Ratchet::default(), 0);
    let mut has_header = false;
    for line in source.text().split_inclusive('\n') {
        let at = Span::of(start..start + line.trim_end().len());
        start += line.len();
        if !has_header {
            let header = serde_json::from_str::<Header>(line);
            has_header = header.is_ok_and(|header| header.format == FORMAT);
            if !has_header {
                return Err(Notice::new("ratchet-version").at(source, at));
            }
            continue;
        }
        if line.trim().is_empty() {
            continue;
        }
        let damaged = || Notice::new("ratchet-damaged").at(source, at);
        match serde_json::from_str(line).map_err(|_| damaged())? {
            Line::Language {
                lang,
                coverage,
                uncovered,
            } => {
                let mark = Mark {
                    coverage,
                    uncovered,
                };
                let known = ratchet.languages.entry(lang).or_insert(mark);
                *known = known.stricter(mark);
            }
            Line::Rule { rule, count } => {
                let known = ratchet.rules.entry(rule).or_insert(count);
                *known = count.min(*known);
            }
        }
    }
    match has_header {
        true => Ok(ratchet),
        false => Err(Notice::new("ratchet-version").at(source, Span::default())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratchet(coverage: f64, uncovered: u32, stale: usize) -> Ratchet {
        let mark = Mark {
            coverage,
            uncovered,
        };
        Ratchet {
            languages: BTreeMap::from([("en".to_owned(), mark)]),
            rules: BTreeMap::from([("state/stale".to_owned(), stale)]),
        }
    }

    #[test]
    fn worse_is_less_coverage_with_more_to_do() {
        let then = ratchet(0.8, 20, 3);
        assert!(then.slips(&ratchet(0.7, 20, 3)).is_empty(), "a page went");
        assert!(then.slips(&ratchet(0.9, 40, 3)).is_empty(), "pages came");
        assert_eq!(then.slips(&ratchet(0.79, 21, 4)).len(), 2);
    }

    #[test]
    fn tightening_takes_the_better_of_both_and_still_fits() {
        let then = ratchet(0.8, 20, 3);
        for now in [
            ratchet(0.7, 20, 1),
            ratchet(0.9, 40, 0),
            ratchet(0.8, 20, 3),
        ] {
            let tight = then.tightened(&now);
            assert!(tight.slips(&now).is_empty(), "{tight:?} {now:?}");
            assert!(then.slips(&tight).is_empty());
        }
    }

    #[test]
    fn what_is_written_reads_back_and_the_stricter_of_two_lines_holds() {
        let text = write(&ratchet(0.8512, 20, 3));
        assert_eq!(
            read(&Source::new("r", &text)).unwrap(),
            ratchet(0.8512, 20, 3)
        );
        let merged = text
            + "{\"lang\":\"en\",\"coverage\":0.8,\"uncovered\":7}\n{\"rule\":\"state/stale\",\"count\":9}\n";
        assert_eq!(
            read(&Source::new("r", merged)).unwrap(),
            ratchet(0.8512, 7, 3)
        );
        for text in [
            "",
            "{}\n",
            "{\"format\":\"duizhao/ratchet/1\"}\n<<<<<<< HEAD\n",
        ] {
            assert!(read(&Source::new("r", text)).is_err(), "{text}");
        }
    }
}
