//! Dates and times of day in Chinese text: 2024年7月1日, 二〇二六年, 2025年1-8月, 90 年代, 第三季度, 下午3点半; ISO dates as well.

use crate::text::number::chinese::Amount;
use crate::text::number::chinese::amount;
use crate::text::number::chinese::of;
use crate::text::number::decimal::Decimal;
use crate::text::number::iso_date;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::number::Weight;

/// Reads a date or a time that begins with the number at `at`; returns where it ends.
pub(super) fn read(text: &str, at: usize, found: &mut Vec<Number>) -> Option<usize> {
    if let Some(end) = iso_date::read(text, at, found) {
        return Some(end);
    }
    let first = amount(text, at)?;
    if first.scale.is_some() || first.has_point {
        return None;
    }
    let rest = text.get(first.end..)?;
    let tight = rest.strip_prefix(' ').unwrap_or(rest);
    let word_at = text.len() - tight.len();
    let n_before = found.len();
    let end = decade(&first, tight, word_at, found)
        .or_else(|| year(text, &first, tight, word_at, found))
        .or_else(|| month(text, &first, found))
        .or_else(|| day(&first, tight, word_at, found))
        .or_else(|| quarter(&first, tight, word_at, found))
        .or_else(|| time(text, &first, tight, word_at, found));
    if end.is_none() {
        found.truncate(n_before);
    }
    end
}

/// 90 年代, 1990年代, 20世纪90年代, 21世纪.
fn decade(first: &Amount, rest: &str, at: usize, found: &mut Vec<Number>) -> Option<usize> {
    if let Some(after) = rest.strip_prefix("世纪") {
        let end = at + "世纪".len();
        let inner = after.len();
        let decade = amount(after, 0).filter(|amount| after[amount.end..].starts_with("年代"));
        let Some(decade) = decade else {
            found.push(of(first, end, Kind::Century));
            return Some(end);
        };
        let century = first.value.minus(Decimal::ONE)?.shifted(2);
        let value = century.plus(decade.value)?;
        let end = end + inner - after[decade.end..].len() + "年代".len();
        found.push(Number {
            value,
            ..of(first, end, Kind::Decade).firm()
        });
        return Some(end);
    }
    let end = at + rest.strip_prefix("年代").map(|_| "年代".len())?;
    let value = first.value.to_whole()?;
    let mut number = of(first, end, Kind::Decade).firm();
    if value < 100 {
        number.value = Decimal::whole(1900).plus(first.value)?;
        number
            .readings
            .extend(Decimal::whole(2000).plus(first.value));
        if value > 30 {
            number.readings.clear();
        }
    }
    found.push(number);
    Some(end)
}

/// Tells whether an amount can be a year: four figures, or four numerals one after another.
fn is_year(amount: &Amount) -> bool {
    let is_four = amount.n_whole == 4 || amount.is_spelled && amount.n_numerals == 4;
    is_four && (1000.0..3000.0).contains(&amount.value.to_f64())
}

/// 2024年, 2023-2025年, 2024年7月.
fn year(
    text: &str,
    first: &Amount,
    rest: &str,
    at: usize,
    found: &mut Vec<Number>,
) -> Option<usize> {
    if !is_year(first) {
        return None;
    }
    if let Some((second, after)) = second(text, first.end)
        && is_year(&second)
        && after.starts_with('年')
    {
        found.push(of(first, first.end, Kind::Year).firm());
        let word_at = text.len() - after.len();
        return year(text, &second, after, word_at, found);
    }
    let after = rest
        .strip_prefix('年')
        .filter(|after| !after.starts_with('级'))?;
    let end = at + '年'.len_utf8();
    found.push(of(first, end, Kind::Year).firm());
    let tight = after.trim_start_matches([' ', '的', '度', '底', '初']);
    let month_at = text.len() - tight.len();
    let more = amount(text, month_at).and_then(|next| month(text, &next, found));
    Some(more.unwrap_or(end))
}

/// 7月, 1-8月, 7月1日, 6月1日至3日.
fn month(text: &str, first: &Amount, found: &mut Vec<Number>) -> Option<usize> {
    let is_month = |amount: &Amount| {
        let value = amount.value.to_f64();
        (1.0..=12.0).contains(&value) && amount.low.is_none()
    };
    if !is_month(first) {
        return None;
    }
    let after_month = |end: usize| {
        let rest = text.get(end..)?;
        let rest = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix('月')?;
        // 月 counted (三月后 may be either) is left as a month; 月球 and 月亮 are none.
        (!rest.starts_with(['球', '亮', '饼', '薪'])).then(|| text.len() - rest.len())
    };
    let end = match after_month(first.end) {
        Some(end) => {
            found.push(dated(first, end, Kind::Month));
            end
        }
        None => {
            let (second, _) = second(text, first.end).filter(|(second, _)| is_month(second))?;
            let end = after_month(second.end)?;
            found.push(dated(first, first.end, Kind::Month));
            found.push(dated(&second, end, Kind::Month));
            end
        }
    };
    let rest = text.get(end..)?;
    let tight = rest.trim_start_matches(' ');
    let tight = tight.strip_prefix('份').unwrap_or(tight);
    let Some(next) = amount(text, text.len() - tight.len()) else {
        return Some(end);
    };
    let after = text.get(next.end..)?;
    let after = after.strip_prefix(' ').unwrap_or(after);
    let days = day(&next, after, text.len() - after.len(), found);
    let range = || {
        let (second, after) = second(text, next.end)?;
        let after_at = text.len() - after.len();
        found.push(dated(&next, next.end, Kind::Day));
        day(&second, after, after_at, found).or_else(|| {
            found.pop();
            None
        })
    };
    Some(days.or_else(range).unwrap_or(end))
}

/// Months and days are as firm as their figures; 三月 and 五号 too, since they name what is not counted.
fn dated(amount: &Amount, end: usize, kind: Kind) -> Number {
    let number = of(amount, end, kind);
    match kind {
        Kind::Month => number.firm(),
        _ => number,
    }
}

fn day(first: &Amount, rest: &str, at: usize, found: &mut Vec<Number>) -> Option<usize> {
    let is_day = (1.0..=31.0).contains(&first.value.to_f64()) && first.low.is_none();
    let after = rest.strip_prefix(['日', '号'])?;
    let is_word = after.starts_with([
        '志', '程', '期', '常', '记', '元', '圆', '均', '码', '线', '楼',
    ]);
    let is_after_month = found.last().is_some_and(|last| {
        matches!(last.kind, Kind::Month | Kind::Day) && last.span.end <= first.start
    });
    let is_plain = rest.starts_with('号') && !is_after_month;
    if !is_day || is_word || is_plain {
        return None;
    }
    let end = at + '日'.len_utf8();
    found.push(dated(first, end, Kind::Day));
    Some(end)
}

/// 三季度, 3季度.
fn quarter(first: &Amount, rest: &str, at: usize, found: &mut Vec<Number>) -> Option<usize> {
    let is_quarter = (1.0..=4.0).contains(&first.value.to_f64());
    let end = at
        + rest
            .strip_prefix("季度")
            .filter(|_| is_quarter)
            .map(|_| "季度".len())?;
    found.push(of(first, end, Kind::Quarter).firm());
    Some(end)
}

/// Words that say which half of the day is meant.
const AFTERNOON: &[&str] = &["下午", "晚上", "傍晚", "今晚", "当晚", "午后", "夜里"];
const MORNING: &[&str] = &["上午", "早上", "凌晨", "清晨", "早晨", "中午"];

/// 下午3点半, 15:30, 8时20分.
fn time(
    text: &str,
    first: &Amount,
    rest: &str,
    at: usize,
    found: &mut Vec<Number>,
) -> Option<usize> {
    let hours = first.value.to_whole().filter(|hours| *hours <= 24)?;
    let before = text.get(..first.start)?.trim_end_matches(' ');
    let is_afternoon = AFTERNOON.iter().any(|word| before.ends_with(word));
    let is_told = is_afternoon || MORNING.iter().any(|word| before.ends_with(word));
    let (minutes, end, is_sure) = clock(text, rest, at)?;
    if !is_told && !is_sure {
        return None;
    }
    let hours = if is_afternoon && hours < 12 {
        hours + 12
    } else {
        hours
    };
    let mut number = of(first, end, Kind::Time);
    number.value = Decimal::whole(u128::from(hours * 60 + minutes));
    if !is_told && hours <= 12 {
        number
            .readings
            .push(Decimal::whole(u128::from((hours + 12) % 24 * 60 + minutes)));
    }
    number.weight = Weight::Firm;
    found.push(number);
    Some(end)
}

/// What follows the hours: minutes, where it ends, and whether it can only be a time.
fn clock(text: &str, rest: &str, at: usize) -> Option<(u64, usize, bool)> {
    if let Some(after) = rest.strip_prefix([':', '\u{ff1a}']) {
        let start = text.len() - after.len();
        let minutes = amount(text, start).filter(|minutes| minutes.n_whole == 2)?;
        let value = minutes.value.to_whole().filter(|minutes| *minutes < 60)?;
        let is_closed = !text.get(minutes.end..)?.starts_with([':', '.', '%']);
        return (is_closed && at + 1 == start).then_some((value, minutes.end, true));
    }
    let after = rest.strip_prefix(['点', '时'])?;
    let end = text.len() - after.len();
    for (word, minutes) in [("半", 30), ("一刻", 15), ("三刻", 45), ("整", 0), ("钟", 0)] {
        if after.starts_with(word) {
            return Some((minutes, end + word.len(), true));
        }
    }
    if let Some(minutes) = amount(text, end)
        && let Some(value) = minutes.value.to_whole().filter(|minutes| *minutes < 60)
        && text.get(minutes.end..)?.starts_with('分')
    {
        return Some((value, minutes.end + '分'.len_utf8(), true));
    }
    Some((0, end, false))
}

/// Reads the second number of a range whose first one ends at `end`, and what follows it.
fn second(text: &str, end: usize) -> Option<(Amount, &str)> {
    let rest = text.get(end..)?.trim_start_matches(' ');
    let after = rest
        .strip_prefix([
            '-', '~', '\u{ff5e}', '\u{2013}', '\u{2014}', '至', '到', '\u{3001}',
        ])?
        .trim_start_matches(['\u{2014}', ' ']);
    let second = amount(text, text.len() - after.len())?;
    let rest = text.get(second.end..)?;
    Some((second, rest.strip_prefix(' ').unwrap_or(rest)))
}
