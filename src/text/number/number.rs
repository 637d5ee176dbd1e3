//! What a number in a text is: its value, its kind, and how firmly it is said.

use crate::text::number::decimal::Decimal;
use crate::text::number::unit::Unit;
use std::ops::Range;

/// A number that stands in a text, in figures or in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Where it stands, its magnitude, unit and marks included: bytes of the text.
    pub span: Range<usize>,
    /// What it counts.
    pub kind: Kind,
    /// Its value, magnitude included; for an approximate pair (`三四百`) the higher one.
    pub value: Decimal,
    /// What it may mean as well: `3` in "3 to 5 million", `7` and seven billion in `7B`.
    pub readings: Vec<Decimal>,
    /// For an approximate pair, the lower value; for a fraction, the denominator.
    pub second: Option<Decimal>,
    /// In a range whose magnitude stands only at its end (`1-10 万`), the figure before the magnitude is applied.
    pub bare: Option<Decimal>,
    /// The unit it is measured in.
    pub unit: Option<&'static Unit>,
    /// How it is hedged.
    pub hedge: Option<Hedge>,
    /// How firmly a translation must repeat it.
    pub weight: Weight,
    /// Whether it is written with a magnitude word (`万`, `million`).
    pub is_scaled: bool,
}

impl Number {
    /// Makes a plain, firm number.
    pub const fn new(span: Range<usize>, kind: Kind, value: Decimal) -> Self {
        Self {
            span,
            kind,
            value,
            readings: Vec::new(),
            second: None,
            bare: None,
            unit: None,
            hedge: None,
            weight: Weight::Firm,
            is_scaled: false,
        }
    }

    /// Lets it begin earlier.
    pub(super) fn from(mut self, start: usize) -> Self {
        self.span.start = start;
        self
    }

    /// Makes it firm.
    pub(super) fn firm(mut self) -> Self {
        self.weight = Weight::Firm;
        self
    }

    /// Makes it one that nothing but its like may stand for.
    pub(super) fn loose(mut self) -> Self {
        self.weight = Weight::Loose;
        self
    }

    /// Returns everything it may mean.
    pub fn meanings(&self) -> impl Iterator<Item = Decimal> {
        let second = self.second.filter(|_| self.kind == Kind::Count);
        std::iter::once(self.value)
            .chain(self.readings.iter().copied())
            .chain(second)
    }
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// How many or how much.
    Count,
    /// Hundredths: `%`, `百分之`, `成`.
    Percent,
    /// Percentage points: `个百分点`.
    Points,
    /// What remains of a price, in percent: `八折`, `20 % off` are both 80.
    Price,
    /// A fraction; [`Number::second`] is its denominator.
    Fraction,
    /// A factor: `三倍`, `翻两番` (4), `doubled` (2).
    Multiple,
    /// A numbered part of a work: chapter, figure, table, step.
    Part(Part),
    /// A place in an order: `第三`, `third`.
    Ordinal,
    /// A calendar year.
    Year,
    /// A month of the year.
    Month,
    /// A day of the month.
    Day,
    /// The first year of a decade.
    Decade,
    /// A century.
    Century,
    /// A quarter of the year.
    Quarter,
    /// A half of the year.
    HalfYear,
    /// Minutes since midnight; where the half of the day is not said, since noon or midnight.
    Time,
    /// How many figures a number has: `七位数`, `seven-figure`.
    Figures,
    /// A version or an address, compared as it is written: the value is a hash of its parts.
    Token,
}

impl Kind {
    /// Tells whether it is part of a date.
    pub const fn is_date(self) -> bool {
        matches!(
            self,
            Self::Year
                | Self::Month
                | Self::Day
                | Self::Decade
                | Self::Century
                | Self::Quarter
                | Self::HalfYear
                | Self::Time
        )
    }

    /// Tells whether it is a share of a hundred.
    pub const fn is_share(self) -> bool {
        matches!(self, Self::Percent | Self::Points | Self::Price)
    }
}

/// Numbered parts of a work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Chapter or part.
    Chapter,
    /// Section.
    Section,
    /// Figure.
    Figure,
    /// Table.
    Table,
    /// Step.
    Step,
    /// Page.
    Page,
    /// The number that a heading begins with.
    Heading,
}

/// How a number is hedged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hedge {
    /// More than: `超过`, `多`, `over`.
    More,
    /// Less than: `不足`, `近`, `under`.
    Less,
    /// About: `约`, `左右`.
    About,
}

/// How firmly a translation must repeat a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Words may stand for it, or nothing: a small numeral with a measure word, `both`.
    Loose,
    /// It may be left out, but no other number may stand in its place: `1`, `二十四个`.
    Fair,
    /// It must be there.
    Firm,
}
