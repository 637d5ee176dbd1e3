//! How long something has lasted, in days: the calendar only, since the core has no clock.

/// Reads a length of time in days: `30d`, `6w` for weeks, or the bare number of days.
pub fn days(text: &str) -> Option<u32> {
    let (number, in_days) = match text.strip_suffix('d') {
        Some(number) => (number, 1),
        None => match text.strip_suffix('w') {
            Some(number) => (number, 7),
            None => (text, 1),
        },
    };
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let number = number.parse::<u32>().ok().filter(|_| is_number)?;
    number.checked_mul(in_days)
}

/// Returns how many days lie between two dates (`2026-11-25`); nothing where one of them is none. It is negative where the later comes first.
pub fn between(earlier: &str, later: &str) -> Option<i64> {
    Some(day(later)? - day(earlier)?)
}

/// The number of a day of the Gregorian calendar, after Howard Hinnant's `days_from_civil`.
fn day(date: &str) -> Option<i64> {
    let mut parts = date.splitn(3, '-');
    let mut number = || parts.next()?.parse::<i64>().ok();
    let (year, month, day) = (number()?, number()?, number()?);
    if !(0..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Years begin in March: the leap day is their last.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year)
}

#[cfg(test)]
mod tests {
    use super::between;
    use super::days;

    #[test]
    fn lengths_are_days_or_weeks() {
        let cases = [
            ("30d", Some(30)),
            ("6w", Some(42)),
            ("0", Some(0)),
            ("7", Some(7)),
            ("", None),
            ("d", None),
            ("-1d", None),
            ("+1d", None),
            ("1.5d", None),
            ("3m", None),
            ("4294967295w", None),
        ];
        for (text, wanted) in cases {
            assert_eq!(days(text), wanted, "{text}");
        }
    }

    #[test]
    fn days_between_dates_know_leap_years() {
        let cases = [
            ("2026-11-25", "2026-11-25", Some(0)),
            ("2024-02-28", "2024-03-01", Some(2)),
            ("2023-02-28", "2023-03-01", Some(1)),
            ("1999-12-31", "2000-01-01", Some(1)),
            ("2000-01-01", "2100-01-01", Some(36_525)),
            ("2026-11-25", "2026-11-20", Some(-5)),
            ("yesterday", "2026-11-20", None),
            ("2026-13-01", "2026-11-20", None),
        ];
        for (earlier, later, wanted) in cases {
            assert_eq!(between(earlier, later), wanted, "{earlier} {later}");
        }
    }
}
