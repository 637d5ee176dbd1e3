//! What stands around a Chinese number and says what it counts: units, measure words, shares, factors, ordinals.

use crate::text::number::chinese::Amount;
use crate::text::number::chinese::hedge_around;
use crate::text::number::chinese::of;
use crate::text::number::chinese::share;
use crate::text::number::decimal::Decimal;
use crate::text::number::digits;
use crate::text::number::number::Kind;
use crate::text::number::number::Number;
use crate::text::number::number::Weight;
use crate::text::number::token;
use crate::text::number::unit;

/// What a counted thing is counted by. After a small numeral, one of these tells a count from a name (三种, but 三星).
const MEASURES: &[char] = &[
    '个', '個', '种', '種', '类', '類', '项', '条', '次', '位', '名', '人', '家', '款', '张', '台',
    '步', '章', '节', '页', '行', '列', '层', '级', '件', '套', '篇', '本', '部', '份', '期', '轮',
    '届', '场', '岁', '大', '只', '支', '座', '颗', '棵', '辆', '架', '间', '所', '门', '句', '段',
    '组', '批', '队', '群', '对', '根', '块', '片', '字', '维', '阶', '路', '端', '方', '者', '版',
    '代', '万', '亿', '余', '多', '倍', '点', '亩', '艘', '首', '封', '枚', '户', '笔', '股', '卷',
    '集', '册', '国', '省', '城', '处', '道', '则', '幅', '样', '拨', '遍', '回', '趟', '顿', '声',
];

/// Completes a number by what follows it; returns where it ends, or nothing when it is no number after all.
pub(super) fn finish(text: &str, amount: &Amount, found: &mut Vec<Number>) -> Option<usize> {
    let rest = text.get(amount.end..)?;
    let tight = rest.strip_prefix([' ', '\u{a0}']).unwrap_or(rest);
    let at = text.len() - tight.len();
    let (mut number, mut end) = share::share(text, amount, tight, at)
        .or_else(|| share::slashed(text, amount, rest))
        .or_else(|| measured(text, amount, tight, at))
        .or_else(|| lettered(amount, rest))
        .or_else(|| plain(text, amount, tight))?;
    if number.hedge.is_none()
        && let Some((hedge, span)) = hedge_around(text, number.span.start, end)
    {
        (number.hedge, number.span.start) = (Some(hedge), span.start);
        end = span.end;
    }
    if text.get(..amount.start)?.trim_end().ends_with(['几', '双']) {
        number.weight = Weight::Loose;
    }
    end = end.max(number.span.end);
    number.span.end = end;
    found.push(number);
    Some(end)
}

/// A number with a unit of measure, written out or as a symbol, or with a sign of money before it.
fn measured(text: &str, amount: &Amount, rest: &str, at: usize) -> Option<(Number, usize)> {
    let before = text.get(..amount.start)?.trim_end_matches(' ');
    if let Some((unit, len)) = unit::currency_before(before) {
        let named = unit::chinese_at(rest).filter(|(named, _)| named.is_currency());
        let end = named.map_or(amount.end, |(_, len)| at + len);
        let number = Number {
            unit: Some(named.map_or(unit, |(named, _)| named)),
            ..of(amount, end, Kind::Count).from(before.len() - len)
        };
        return Some((number, end));
    }
    let (unit, len) = unit::chinese_at(rest)
        .or_else(|| unit::symbol_at(rest))
        .or_else(|| colloquial_yuan(before, rest))?;
    let end = at + len;
    let is_lone_one = amount.is_han() && amount.value == Decimal::ONE;
    let mut number = Number {
        unit: Some(unit),
        ..of(amount, end, Kind::Count)
    };
    if unit.name == "year" {
        years(&mut number, amount);
    }
    let after = text.get(end..)?;
    if after.starts_with('半') && !after.starts_with("半年") {
        let half = Decimal::new(5, -1);
        number.value = number.value.plus(half)?;
        number.weight = Weight::Loose;
        return Some((number, end + '半'.len_utf8()));
    }
    // 1米8 is 1.8 metres.
    if unit.name == "m"
        && !amount.has_point
        && let Some((tenths, len)) = one_figure(after)
    {
        number.value = number.value.plus(tenths.shifted(-1))?;
        return Some((number, end + len));
    }
    if is_lone_one {
        number.weight = Weight::Loose;
    }
    Some((number, end))
}

/// Reads a single figure with no other behind it.
fn one_figure(text: &str) -> Option<(Decimal, usize)> {
    let mut chars = text.chars();
    let c = chars.next()?;
    let digit = digits::figure(c)?;
    let is_single = chars
        .next()
        .is_none_or(|next| digits::figure(next).is_none() && next != '.');
    is_single.then(|| (Decimal::whole(u128::from(digit)), c.len_utf8()))
}

/// 98年 may be the year 1998 as well as ninety-eight years.
fn years(number: &mut Number, amount: &Amount) {
    if let Some(year) = amount.value.to_whole().filter(|year| *year < 100) {
        let base: u64 = if year < 50 { 2000 } else { 1900 };
        number
            .readings
            .push(Decimal::whole(u128::from(base + year)));
    }
}

/// 2000块 is money where money is spoken of, and pieces elsewhere.
fn colloquial_yuan(before: &str, rest: &str) -> Option<(&'static unit::Unit, usize)> {
    const MONEY: &[char] = &[
        '花', '付', '卖', '买', '赚', '价', '售', '薪', '钱', '挣', '收', '捐', '奖', '罚',
    ];
    let near: String = before.chars().rev().take(6).collect();
    let after: String = rest.chars().skip(1).take(2).collect();
    let is_money =
        near.contains(MONEY) || after.starts_with(['买', '钱', '一', '的']) && !near.is_empty();
    let is_yuan = rest.starts_with('块') && is_money;
    is_yuan
        .then(|| unit::chinese_at("元"))
        .flatten()
        .map(|(unit, _)| (unit, '块'.len_utf8()))
}

/// Figures with a letter right behind them.
fn lettered(amount: &Amount, rest: &str) -> Option<(Number, usize)> {
    let (suffix, len) = token::suffix(rest).filter(|_| !amount.is_han())?;
    let end = amount.end + len;
    let mut number = of(amount, end, Kind::Count);
    suffix.apply(&mut number);
    Some((number, end))
}

/// A number without a unit. In numerals it must be large or stand before a measure word: 三星 and 四川 are names.
fn plain(text: &str, amount: &Amount, rest: &str) -> Option<(Number, usize)> {
    let number = of(amount, amount.end, Kind::Count);
    if let Some(decade) = born_in(amount, text) {
        return Some((decade, amount.end));
    }
    if !amount.is_han() {
        let is_of_nines = text.get(..amount.start)?.trim_end().ends_with("几个");
        // A small count is often folded into words: 以下 4 个选项 is "the following options".
        let is_small = rest.starts_with(COUNTED) && amount.value.to_f64() <= 10.0;
        let weight = match (is_of_nines, is_small) {
            (true, _) => Weight::Loose,
            (_, true) => number.weight.min(Weight::Fair),
            _ => number.weight,
        };
        let mut number = Number { weight, ..number };
        number.readings.extend(year_of(amount));
        return Some((number, amount.end));
    }
    if amount.is_spelled && amount.n_numerals > 2 {
        return None;
    }
    if is_numbering(text, amount.start) && amount.n_numerals <= 2 && !rest.starts_with(MEASURES) {
        let number = Number {
            weight: Weight::Fair,
            ..of(amount, amount.end, Kind::Ordinal)
        };
        return Some((number, amount.end));
    }
    let is_one = amount.value == Decimal::ONE;
    let has_measure = rest.starts_with(MEASURES);
    let is_large = amount.scale.is_some() && !rest.starts_with(['物', '一']);
    // 十万火急: a round number without a measure word may be a figure of speech.
    let weight = match has_measure {
        true => number.weight,
        false => number.weight.min(Weight::Fair),
    };
    (!is_one && (has_measure || is_large)).then_some((Number { weight, ..number }, amount.end))
}

/// 90后 are those who were born in the nineties.
fn born_in(amount: &Amount, text: &str) -> Option<Number> {
    let after = text.get(amount.end..)?.strip_prefix('后')?;
    let is_decade = amount.n_whole == 2 && !after.starts_with(['端', '台', '续', '面', '来']);
    let years = amount
        .value
        .to_whole()
        .filter(|years| is_decade && years % 5 == 0)?;
    let century = if years < 30 { 2000 } else { 1900 };
    let mut decade = of(amount, amount.end, Kind::Decade).loose();
    decade.value = Decimal::whole(u128::from(century + years));
    decade.readings.push(amount.value);
    Some(decade)
}

/// Measure words of small counts that a sentence can do without.
const COUNTED: &[char] = &['个', '種', '种', '类', '项', '条', '大', '点', '步', '方'];

/// 2015.4 in a table is April 2015.
fn year_of(amount: &Amount) -> Option<Decimal> {
    let year = amount.value.to_f64();
    let is_dated = amount.n_whole == 4 && amount.has_point && (1950.0..2100.0).contains(&year);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a year between 1950 and 2100"
    )]
    is_dated.then(|| Decimal::whole(year as u128))
}

/// Words that number what follows them: 步骤 1, 方法二, 阶段三.
const NUMBERED: &[&str] = &[
    "步骤", "阶段", "方法", "方式", "方案", "情况", "情形", "示例", "案例", "实例", "例题", "题目",
    "片段", "类型", "类别", "选项", "问题", "思路", "附录", "实验", "任务", "练习", "作业", "场景",
    "规则", "原则", "要点", "要求", "目标", "原因", "误区", "技巧", "结论", "模式", "策略", "定理",
    "引理", "命题", "公式", "假设", "图", "表", "例", "卷",
];

/// A numeral right behind one of these words, with nothing counted behind it, is its number.
fn is_numbering(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    NUMBERED.iter().any(|word| before.ends_with(word))
}
