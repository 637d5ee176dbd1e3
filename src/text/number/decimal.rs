//! Exact decimal numbers: 4500亿 and 0.45 trillion are one value, which floating point does not promise.

use std::fmt;

/// A number without sign, `digits × 10^exponent`, in lowest form: equal values are equal structures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: u128,
    exponent: i32,
}

impl Decimal {
    /// One.
    pub const ONE: Self = Self {
        digits: 1,
        exponent: 0,
    };

    /// Makes `digits × 10^exponent`.
    pub const fn new(mut digits: u128, mut exponent: i32) -> Self {
        if digits == 0 {
            exponent = 0;
        }
        while digits != 0 && digits.is_multiple_of(10) {
            digits /= 10;
            exponent += 1;
        }
        Self { digits, exponent }
    }

    /// Makes a whole number.
    pub const fn whole(value: u128) -> Self {
        Self::new(value, 0)
    }

    /// Reads ASCII digits with at most one point; `None` when there are more digits than can be held.
    pub fn read(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let mut digits = whole.bytes().chain(fraction.bytes());
        let digits = digits.try_fold(0u128, |all, byte| {
            let digit = byte.is_ascii_digit().then(|| u128::from(byte - b'0'))?;
            all.checked_mul(10)?.checked_add(digit)
        })?;
        Some(Self::new(
            digits,
            -i32::try_from(fraction.len()).unwrap_or(0),
        ))
    }

    /// Tells whether it is zero.
    pub const fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// Returns the sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let sum = self
            .raised(exponent)?
            .checked_add(other.raised(exponent)?)?;
        Some(Self::new(sum, exponent))
    }

    /// Returns the difference; `None` below zero.
    pub fn minus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let difference = self
            .raised(exponent)?
            .checked_sub(other.raised(exponent)?)?;
        Some(Self::new(difference, exponent))
    }

    /// Returns the product.
    pub fn times(self, other: Self) -> Option<Self> {
        let digits = self.digits.checked_mul(other.digits)?;
        Some(Self::new(digits, self.exponent + other.exponent))
    }

    /// Returns it times `10^power`.
    pub const fn shifted(self, power: i32) -> Self {
        Self::new(self.digits, self.exponent + power)
    }

    /// Returns `k` where `self = other × 10^k`; `None` where there is no such `k`.
    pub fn power_from(self, other: Self) -> Option<i32> {
        let is_like = self.digits == other.digits && self.digits != 0;
        is_like.then(|| self.exponent - other.exponent)
    }

    /// Returns the whole number it is, if it is one that fits.
    pub fn to_whole(self) -> Option<u64> {
        match u32::try_from(self.exponent) {
            Ok(power) => u64::try_from(self.digits.checked_mul(10u128.checked_pow(power)?)?).ok(),
            Err(_) => None,
        }
    }

    /// Returns the nearest floating-point number.
    #[expect(
        clippy::cast_precision_loss,
        reason = "asked for where values are compared roughly"
    )]
    pub fn to_f64(self) -> f64 {
        self.digits as f64 * 10f64.powi(self.exponent)
    }

    /// How many digits matter in it: one for 3,000,000, three for 3.14.
    pub fn n_digits(self) -> u32 {
        self.digits.checked_ilog10().map_or(1, |log| log + 1)
    }

    fn raised(self, exponent: i32) -> Option<u128> {
        let power = u32::try_from(self.exponent - exponent).ok()?;
        self.digits.checked_mul(10u128.checked_pow(power)?)
    }
}

/// Writes it plainly: `0.45`, `650000000`.
impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits.to_string();
        match usize::try_from(self.exponent) {
            Ok(n_zeros) => write!(out, "{digits}{}", "0".repeat(n_zeros.min(64))),
            Err(_) => {
                let n_after = self.exponent.unsigned_abs() as usize;
                let padded = format!("{digits:0>width$}", width = n_after + 1);
                let (whole, fraction) = padded.split_at(padded.len() - n_after);
                write!(out, "{whole}.{fraction}")
            }
        }
    }
}
