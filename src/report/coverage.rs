//! Coverage as JSON, the same in every document that holds it.

use crate::progress::coverage::Coverage;
use serde::Serialize;

/// Units by state, characters, and the covered part.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct CoverageJson {
    units: UnitsJson,
    characters: CharactersJson,
    coverage: f64,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct UnitsJson {
    total: u32,
    translated: u32,
    reviewed: u32,
    machine: u32,
    unconfirmed: u32,
    stale: u32,
    cosmetic: u32,
    edited: u32,
    untranslated: u32,
    orphaned: u32,
    ignored: u32,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct CharactersJson {
    total: u64,
    covered: u64,
}

impl From<&Coverage> for CoverageJson {
    fn from(coverage: &Coverage) -> Self {
        Self {
            units: UnitsJson {
                total: coverage.total,
                translated: coverage.translated,
                reviewed: coverage.reviewed,
                machine: coverage.machine,
                unconfirmed: coverage.unconfirmed,
                stale: coverage.stale,
                cosmetic: coverage.cosmetic,
                edited: coverage.edited,
                untranslated: coverage.untranslated,
                orphaned: coverage.orphaned,
                ignored: coverage.ignored,
            },
            characters: CharactersJson {
                total: coverage.characters,
                covered: coverage.covered_characters,
            },
            coverage: round(coverage.ratio()),
        }
    }
}

/// Rounds a ratio down to four digits: 1.0 is said of nothing that is not whole.
pub fn round(ratio: f64) -> f64 {
    ((ratio * 1e4 + 1e-6).floor() / 1e4).clamp(0.0, 1.0)
}

/// Writes a ratio in percent with at most one digit after the point, rounded down: `97.4`, `100`.
pub fn percent(ratio: f64) -> String {
    let tenths = (ratio * 1e3 + 1e-6).floor() / 10.0;
    if tenths.fract() == 0.0 {
        format!("{tenths:.0}")
    } else {
        format!("{tenths:.1}")
    }
}

#[cfg(test)]
mod tests {
    use super::percent;
    use super::round;

    #[test]
    fn only_the_whole_is_a_hundred_percent() {
        assert_eq!(percent(1.0), "100");
        assert_eq!(percent(0.9999), "99.9");
        assert_eq!(percent(0.85), "85");
        assert_eq!(percent(0.0), "0");
        assert!(round(0.99999) < 1.0);
        assert!((round(0.85) - 0.85).abs() < 1e-9);
    }
}
