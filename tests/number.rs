//! Numbers in Chinese and English text: what they are worth, and what is told when two sides differ.

use duizhao::text::lang::Lang;
use duizhao::text::number::compare::Flaw;
use duizhao::text::number::compare::compare;
use duizhao::text::number::decimal::Decimal;
use duizhao::text::number::number::Hedge;
use duizhao::text::number::number::Kind;
use duizhao::text::number::number::Number;
use duizhao::text::number::say::say;
use duizhao::text::number::scan::scan;
use duizhao::text::number::spare::Spare;
use proptest::prelude::*;

fn read(lang: &str, text: &str) -> Vec<Number> {
    scan(text, &Lang::new(lang))
}

/// Numbers as `kind value` with the unit, `~` for a hedge and `/` for a denominator or a lower value.
fn told(lang: &str, text: &str) -> String {
    let numbers = read(lang, text);
    let tell = |number: &Number| {
        let hedge = match number.hedge {
            None => "",
            Some(Hedge::More) => ">",
            Some(Hedge::Less) => "<",
            Some(Hedge::About) => "~",
        };
        let second = number
            .second
            .map_or(String::new(), |second| format!("/{second}"));
        let unit = number
            .unit
            .map_or(String::new(), |unit| format!(" {}", unit.name));
        let kind = match number.kind {
            Kind::Count => String::new(),
            Kind::Part(part) => format!("{part:?} "),
            kind => format!("{kind:?} "),
        };
        format!("{kind}{hedge}{}{second}{unit}", number.value)
    };
    numbers.iter().map(tell).collect::<Vec<_>>().join(", ")
}

#[test]
fn chinese_numbers_have_their_values() {
    for (text, expected) in [
        ("下载量突破 6.5亿次", ">650000000"),
        ("1.2万亿", "1200000000000"),
        ("2亿5000万", "250000000"),
        ("一亿五千万", "150000000"),
        ("八十亿人", "8000000000"),
        ("三点五倍", "Multiple 3.5"),
        ("1.45w", "14500"),
        ("5k 个", "5000"),
        ("4500亿元", "450000000000 yuan"),
        ("5850 亿年", "585000000000 year"),
        ("适合 1-10 万用户", "10000, 100000"),
        ("300 多万个", ">3000000"),
        ("三四百人", "400/300"),
        ("近200家", "<200"),
        ("十余个工具", ">10"),
        ("三分之一", "Fraction 1/3"),
        ("1/3 的项目", "Fraction 1/3"),
        ("三成企业", "Percent 30"),
        ("七成五", "Percent 75"),
        ("打八折", "Price 80"),
        ("打八五折", "Price 85"),
        ("百分之八十", "Percent 80"),
        ("２５％", "Percent 25"),
        ("3 个百分点", "Points 3"),
        ("翻倍", "Multiple 2"),
        ("翻两番", "Multiple 4"),
        ("第二十一章", "Chapter 21"),
        ("图 3-2", "Figure 3.2"),
        ("表 2.1", "Table 2.1"),
        ("阶段三：", "Ordinal 3"),
        ("七位数", "Figures 7"),
        ("两斤", "2 jin"),
        ("500亩", "500 mu"),
        ("5 公里", "5 km"),
        ("16GB", "16 GB"),
        ("花了2000块", "2000 yuan"),
        ("32 块磁盘", "32"),
        ("￥300", "300 yuan"),
        ("约 100 美元", "~100 US dollar"),
        ("一年半", "1.5 year"),
        ("半小时", "0.5 h"),
        ("一万二", "12000"),
        ("一千零五十个", "1050"),
        ("三万零八百人", "30800"),
        ("2.7.14", &token("2.7.14")),
    ] {
        assert_eq!(told("zh", text), expected, "{text}");
    }
}

/// A version is told by a value of its own.
fn token(text: &str) -> String {
    told("en", text)
}

#[test]
fn what_only_looks_like_a_number_is_none() {
    for text in [
        "千万不要",
        "万一",
        "一下",
        "一个例子",
        "三星",
        "四川",
        "五金",
        "3A 级",
        "E2E",
        "W3C",
        "#16213E",
        "GPT-4o",
        "统一",
        "十分重要",
        "千克",
        "百度",
        "万能",
        "四舍五入",
        "零一万物",
        "数百万",
        "几十",
        "成千上万",
        "附近",
        "三成功能",
    ] {
        assert_eq!(told("zh", text), "", "{text}");
    }
    for text in [
        "GPT-4o",
        "W3C",
        "#16213E",
        "E2E",
        "may be",
        "for one thing",
        "no one",
        "the march of time",
    ] {
        let counted = read("en", text)
            .into_iter()
            .filter(|number| number.value != Decimal::ONE);
        assert_eq!(counted.count(), 0, "{text}");
    }
}

#[test]
fn more_figures_than_a_number_has_are_compared_as_they_stand() {
    let (one, other) = ("1234567890".repeat(2000), "1234567891".repeat(2000));
    assert_eq!(flaws(&format!("编号 {one}"), &format!("No. {one}")), []);
    assert_eq!(
        flaws(&format!("编号 {one}"), &format!("No. {other}")),
        [Flaw::Missing]
    );
}

#[test]
fn a_full_width_comma_separates() {
    assert_eq!(told("zh", "１，4"), "1, 4");
    assert_eq!(told("zh", "12,345"), "12345");
}

#[test]
fn chinese_dates_are_taken_apart() {
    for (text, expected) in [
        ("2024年7月1日", "Year 2024, Month 7, Day 1"),
        ("二〇二六年三月", "Year 2026, Month 3"),
        ("2025年1-8月", "Year 2025, Month 1, Month 8"),
        ("6月1日至3日", "Month 6, Day 1, Day 3"),
        ("2023-2025年", "Year 2023, Year 2025"),
        ("90 年代", "Decade 1990"),
        ("20世纪90年代", "Decade 1990"),
        ("21世纪", "Century 21"),
        ("第三季度", "Quarter 3"),
        ("三季度", "Quarter 3"),
        ("下半年", "HalfYear 2"),
        ("下午3点半", "Time 930"),
        ("15:30", "Time 930"),
        ("2024-07-01", "Year 2024, Month 7, Day 1"),
        ("3 个月", "3 month"),
        ("三年", "3 year"),
    ] {
        assert_eq!(told("zh", text), expected, "{text}");
    }
}

#[test]
fn english_numbers_have_their_values() {
    for (text, expected) in [
        ("650 million", "650000000"),
        ("RMB 0.45 trillion", "450000000000 yuan"),
        ("eight billion people", "8000000000"),
        ("two hundred and five", "205"),
        ("twenty-five", "25"),
        ("a million", "1000000"),
        ("three to four hundred", "300, 400"),
        ("10,000–100,000 users", "10000, 100000"),
        ("3 to 5 million", "3000000, 5000000"),
        ("$2,000", "2000 US dollar"),
        ("2,000 yuan", "2000 yuan"),
        ("nearly 200", "<200"),
        ("more than 3 million", ">3000000"),
        ("70,000+ stars", ">70000"),
        ("25 percent", "Percent 25"),
        ("20% off", "Price 80"),
        ("two thirds", "Fraction 2/3"),
        ("one third", "Fraction 1/3"),
        ("doubled", "Multiple 2"),
        ("threefold", "Multiple 3"),
        ("3x", "Multiple 3"),
        ("Chapter 21", "Chapter 21"),
        ("Figure 3-2", "Figure 3.2"),
        ("Chapter IV", "Chapter 4"),
        ("Part Two", "Chapter 2"),
        ("seven figures", "Figures 7"),
        ("16 GB", "16 GB"),
        ("a 5-kilometer run", "5 km"),
        ("half an hour", "0.5 h"),
        ("July 2024", "Month 7, 2024"),
        ("July 1–3, 2024", "Month 7, Day 1, Day 3, 2024"),
        ("1 July 2024", "Day 1, Month 7, 2024"),
        ("in May", "Month 5"),
        ("the 1990s", "Decade 1990"),
        ("the '90s", "Decade 1990"),
        ("30s", "30 s"),
        ("Q3", "Quarter 3"),
        ("the third quarter", "Quarter 3"),
        ("the 21st century", "Century 21"),
        ("3:30 p.m.", "Time 930"),
        ("15:30", "Time 930"),
    ] {
        assert_eq!(told("en", text), expected, "{text}");
    }
}

fn flaws(source: &str, target: &str) -> Vec<Flaw> {
    let (source, target) = (read("zh", source), read("en", target));
    let found = compare(&source, &target, &Spare::new());
    found.into_iter().map(|mismatch| mismatch.flaw).collect()
}

#[test]
fn numbers_are_assigned_one_to_one() {
    assert_eq!(flaws("从 5 人增加到 7 人", "from 5 people to 7"), []);
    assert_eq!(
        flaws("从 5 人增加到 7 人", "from 7 people to 7"),
        [Flaw::Missing]
    );
    assert_eq!(flaws("端口 8080 和 8080", "port 8080"), []);
    assert_eq!(
        flaws("端口 8080 和 8080", "port 8080 and 8081"),
        [Flaw::Missing]
    );
}

#[test]
fn a_value_in_code_is_there() {
    let (source, target) = (read("zh", "默认为 30"), read("en", "the default"));
    let spare = Spare::from([(Decimal::whole(30), 1)]);
    assert_eq!(compare(&source, &target, &spare), []);
    let spare = Spare::from([(Decimal::whole(30), 0)]);
    assert_eq!(compare(&source, &target, &spare).len(), 1);
}

/// A whole number in Chinese numerals.
fn in_numerals(number: u64) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let section = |mut rest: u64, is_first: bool| {
        let mut text = String::new();
        let mut has_zero = !is_first && rest < 1000;
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = rest / unit;
            rest %= unit;
            if digit == 0 {
                has_zero |= !text.is_empty();
                continue;
            }
            if has_zero {
                text.push('零');
                has_zero = false;
            }
            text.push(DIGITS[usize::try_from(digit).unwrap()]);
            text.push_str(name);
        }
        text
    };
    let mut text = String::new();
    for (scale, name) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let part = number / scale % 10_000;
        if part > 0 {
            text += &section(part, text.is_empty());
            text += name;
        }
    }
    text
}

/// A whole number in English words.
fn in_words(number: u64) -> String {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    let idx = |number: u64| usize::try_from(number).unwrap();
    for (scale, name) in [
        (1_000_000_000, "billion"),
        (1_000_000, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ] {
        if number >= scale {
            let rest = number % scale;
            let tail = if rest == 0 {
                String::new()
            } else {
                format!(" {}", in_words(rest))
            };
            return format!("{} {name}{tail}", in_words(number / scale));
        }
    }
    match number {
        0..20 => SMALL[idx(number)].to_owned(),
        _ if number.is_multiple_of(10) => TENS[idx(number / 10)].to_owned(),
        _ => format!("{}-{}", TENS[idx(number / 10)], SMALL[idx(number % 10)]),
    }
}

/// Pieces that numbers are made of, and what stands around them.
const PIECES: &[&str] = &[
    "1", "20", "3.5", "1,000", "２", "万", "亿", "千", "百", "十", "三", "一", "零", "点", "第",
    "章", "图", "%", "％", "折", "成", "倍", "分之", "年", "月", "日", "号", "代", "-", "~", "至",
    " ", "，", ",", ".", "约", "近", "多", "以上", "翻", "番", "半", "元", "$", "million",
    "hundred", "two", "third", "July", "p.m.", ":", "30", "Q3", "GB", "k", "x", "人", "é",
    "\u{fffc}", "世纪", "#", "v", "/",
];

proptest! {
    #[test]
    fn numerals_read_as_what_they_are(number in 11u64..999_999_999_999) {
        let numbers = read("zh", &format!("共{}个", in_numerals(number)));
        let values: Vec<Decimal> = numbers.iter().map(|number| number.value).collect();
        prop_assert_eq!(values, [Decimal::whole(u128::from(number))], "{}", in_numerals(number));
    }

    #[test]
    fn words_read_as_what_they_are(number in 2u64..999_999_999_999) {
        let numbers = read("en", &format!("all {} users", in_words(number)));
        let values: Vec<Decimal> = numbers.iter().map(|number| number.value).collect();
        prop_assert_eq!(values, [Decimal::whole(u128::from(number))], "{}", in_words(number));
    }

    #[test]
    fn what_is_said_reads_back(digits in 1u64..99_999, power in -2i32..9, is_chinese in any::<bool>()) {
        let value = Decimal::new(u128::from(digits), power);
        let lang = if is_chinese { "zh" } else { "en" };
        let text = say(&Number::new(0..0, Kind::Count, value), &Lang::new(lang));
        let numbers = read(lang, &format!("({text})"));
        prop_assert!(numbers.iter().any(|number| number.meanings().any(|meaning| meaning == value)), "{value} as {text}");
    }

    #[test]
    fn numbers_stand_in_order_and_inside_the_text(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        let text = pieces.concat();
        for lang in ["zh", "en"] {
            let mut last = 0;
            for number in read(lang, &text) {
                prop_assert!(text.get(number.span.clone()).is_some(), "{text}: {number:?}");
                prop_assert!(number.span.start >= last || number.hedge.is_some(), "{text}: {number:?}");
                prop_assert!(!number.span.is_empty());
                last = number.span.start;
            }
        }
    }

    #[test]
    fn a_text_agrees_with_itself(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        let text = pieces.concat();
        for lang in ["zh", "en"] {
            let numbers = read(lang, &text);
            prop_assert_eq!(compare(&numbers, &numbers, &Spare::new()), [], "{}", text);
        }
    }

    #[test]
    fn a_changed_figure_is_told(one in 11u32..99_999, other in 11u32..99_999) {
        prop_assume!(one != other);
        let told = flaws(&format!("共有 {one} 人"), &format!("{other} people in all"));
        prop_assert_eq!(told.len(), 1);
    }

    #[test]
    fn a_slip_of_scale_is_told(digits in 1u64..9_999, unit in prop::sample::select(&["万", "亿"][..]), power in 1i32..5) {
        let scale = if unit == "万" { 4 } else { 8 };
        let value = Decimal::new(u128::from(digits), scale);
        let wrong = Number::new(0..0, Kind::Count, value.shifted(power - 5 * i32::from(power > 2)));
        let told = flaws(&format!("达到 {digits}{unit}次"), &format!("reached {} times", say(&wrong, &Lang::new("en"))));
        prop_assert!(told.iter().any(|flaw| *flaw != Flaw::Hedge && *flaw != Flaw::Extra), "{told:?}");
    }
}
