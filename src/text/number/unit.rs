//! Units of measure in Chinese and English, with what one of each is in its family's base unit.
//!
//! Factors: the International System of Units; Chinese market units by the metric standard of 1930 (斤 = 500 g, 亩 = 1/15 ha);
//! binary multiples count as decimal ones, since texts do not keep them apart.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A unit of measure.
#[derive(Debug, PartialEq)]
pub struct Unit {
    /// Its usual symbol or name.
    pub name: &'static str,
    /// What it measures.
    pub family: Family,
    /// One of it in the family's base unit (metre, gram, square metre, litre, byte, second, watt, hertz); 1 for currencies.
    pub factor: f64,
    /// How Chinese writes it out.
    pub chinese: &'static [&'static str],
    /// How English writes it out, in lower case; a plural `s` is understood.
    pub english: &'static [&'static str],
    /// Symbols that both use, as they are written.
    pub symbols: &'static [&'static str],
}

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Metre.
    Length,
    /// Gram.
    Mass,
    /// Square metre.
    Area,
    /// Litre.
    Volume,
    /// Byte.
    Data,
    /// Second.
    Time,
    /// Money: amounts in different currencies are never the same.
    Currency,
    /// Watt.
    Power,
    /// Hertz.
    Frequency,
    /// Degree of temperature; scales differ in more than a factor.
    Temperature,
}

impl Unit {
    /// Tells whether it is money.
    pub fn is_currency(&self) -> bool {
        self.family == Family::Currency
    }
}

macro_rules! units {
    ($($name:literal $family:ident $factor:literal [$($chinese:literal)*] [$($english:literal)*] [$($symbol:literal)*];)+) => {
        /// Every unit that is known.
        pub static UNITS: &[Unit] = &[$(Unit {
            name: $name,
            family: Family::$family,
            factor: $factor,
            chinese: &[$($chinese),*],
            english: &[$($english),*],
            symbols: &[$($symbol),*],
        }),+];
    };
}

units! {
    "km" Length 1e3 ["公里" "千米"] ["kilometer" "kilometre"] ["km"];
    "m" Length 1.0 ["米" "公尺"] ["meter" "metre"] [];
    "cm" Length 1e-2 ["厘米" "公分"] ["centimeter" "centimetre"] ["cm"];
    "mm" Length 1e-3 ["毫米"] ["millimeter" "millimetre"] ["mm"];
    "μm" Length 1e-6 ["微米"] ["micrometer" "micrometre" "micron"] ["μm" "µm" "um"];
    "nm" Length 1e-9 ["纳米"] ["nanometer" "nanometre"] ["nm"];
    "mile" Length 1609.344 ["英里"] ["mile"] [];
    "nautical mile" Length 1852.0 ["海里"] ["nautical mile"] [];
    "ft" Length 0.3048 ["英尺"] ["foot" "feet"] ["ft"];
    "in" Length 0.0254 ["英寸"] ["inch" "inches"] [];
    "li" Length 500.0 ["华里"] ["li"] [];
    "t" Mass 1e6 ["吨" "公吨"] ["ton" "tonne" "metric ton"] [];
    "kg" Mass 1e3 ["千克" "公斤"] ["kilogram" "kilo" "kilogramme"] ["kg"];
    "g" Mass 1.0 ["克"] ["gram" "gramme"] ["g"];
    "mg" Mass 1e-3 ["毫克"] ["milligram"] ["mg"];
    "jin" Mass 500.0 ["斤" "市斤"] ["jin" "catty" "catties"] [];
    "lb" Mass 453.59237 ["磅"] ["pound"] ["lb" "lbs"];
    "oz" Mass 28.349523125 ["盎司"] ["ounce"] ["oz"];
    "km²" Area 1e6 ["平方公里" "平方千米"] ["square kilometer" "square kilometre"] ["km²"];
    "ha" Area 1e4 ["公顷"] ["hectare"] ["ha"];
    "mu" Area 666.6666666666666 ["亩"] ["mu"] [];
    "acre" Area 4046.8564224 ["英亩"] ["acre"] [];
    "m²" Area 1.0 ["平方米" "平米"] ["square meter" "square metre"] ["m²"];
    "ft²" Area 0.09290304 ["平方英尺"] ["square foot" "square feet"] [];
    "L" Volume 1.0 ["升" "公升"] ["liter" "litre"] ["L"];
    "mL" Volume 1e-3 ["毫升"] ["milliliter" "millilitre"] ["mL" "ml"];
    "m³" Volume 1e3 ["立方米"] ["cubic meter" "cubic metre"] ["m³"];
    "gallon" Volume 3.785411784 ["加仑"] ["gallon"] [];
    "bit" Data 0.125 ["比特"] ["bit"] [];
    "B" Data 1.0 ["字节"] ["byte"] [];
    "KB" Data 1e3 ["千字节"] ["kilobyte" "kibibyte"] ["KB" "kB" "Kb" "kb" "KiB"];
    "MB" Data 1e6 ["兆字节"] ["megabyte" "mebibyte"] ["MB" "mb" "Mb" "MiB"];
    "GB" Data 1e9 ["吉字节"] ["gigabyte" "gibibyte"] ["GB" "gb" "Gb" "GiB"];
    "TB" Data 1e12 ["太字节"] ["terabyte" "tebibyte"] ["TB" "tb" "Tb" "TiB"];
    "PB" Data 1e15 ["拍字节"] ["petabyte" "pebibyte"] ["PB" "PiB"];
    "EB" Data 1e18 [] ["exabyte" "exbibyte"] ["EB" "EiB"];
    "ns" Time 1e-9 ["纳秒"] ["nanosecond"] ["ns"];
    "μs" Time 1e-6 ["微秒"] ["microsecond"] ["μs" "µs" "us"];
    "ms" Time 1e-3 ["毫秒"] ["millisecond"] ["ms"];
    "s" Time 1.0 ["秒" "秒钟"] ["second" "sec"] ["s"];
    "min" Time 60.0 ["分钟"] ["minute"] ["min" "mins"];
    "h" Time 3600.0 ["小时" "个小时" "个钟头" "钟头"] ["hour" "hr"] ["h" "hrs"];
    "day" Time 86400.0 ["天" "日"] ["day"] ["d"];
    "week" Time 604800.0 ["周" "个星期" "星期" "个礼拜" "礼拜"] ["week"] [];
    "month" Time 2629746.0 ["个月"] ["month"] [];
    "year" Time 31556952.0 ["年" "周年" "年间"] ["year" "yr"] [];
    "decade" Time 315569520.0 [] ["decade"] [];
    "W" Power 1.0 ["瓦" "瓦特"] ["watt"] ["W"];
    "kW" Power 1e3 ["千瓦"] ["kilowatt"] ["kW"];
    "MW" Power 1e6 ["兆瓦"] ["megawatt"] ["MW"];
    "GW" Power 1e9 ["吉瓦"] ["gigawatt"] ["GW"];
    "Hz" Frequency 1.0 ["赫兹" "赫"] ["hertz"] ["Hz"];
    "kHz" Frequency 1e3 ["千赫" "千赫兹"] ["kilohertz"] ["kHz" "KHz"];
    "MHz" Frequency 1e6 ["兆赫" "兆赫兹"] ["megahertz"] ["MHz"];
    "GHz" Frequency 1e9 ["吉赫" "吉赫兹"] ["gigahertz"] ["GHz"];
    "°C" Temperature 1.0 ["摄氏度"] ["degree celsius" "degrees celsius" "degree centigrade" "degrees centigrade"] ["℃" "°C"];
    "°F" Temperature 1.0 ["华氏度"] ["degree fahrenheit" "degrees fahrenheit"] ["℉" "°F"];
    "yuan" Currency 1.0 ["元" "元人民币" "人民币" "块钱" "圆"] ["yuan" "renminbi" "rmb" "cny"] ["¥" "￥" "RMB" "CNY" "CN¥"];
    "US dollar" Currency 1.0 ["美元" "美金"] ["dollar" "us dollar" "buck" "u.s. dollar" "usd"] ["$" "US$" "USD"];
    "euro" Currency 1.0 ["欧元"] ["euro" "eur"] ["€" "EUR"];
    "pound sterling" Currency 1.0 ["英镑"] ["pound sterling" "pounds sterling" "gbp"] ["£" "GBP"];
    "yen" Currency 1.0 ["日元" "日圆"] ["yen" "japanese yen" "jpy"] ["JPY"];
    "Hong Kong dollar" Currency 1.0 ["港元" "港币"] ["hong kong dollar" "hkd"] ["HK$" "HKD"];
    "won" Currency 1.0 ["韩元"] ["won" "krw"] ["₩" "KRW"];
    "rupee" Currency 1.0 ["卢比"] ["rupee" "inr"] ["₹" "INR"];
    "NT dollar" Currency 1.0 ["新台币" "台币"] ["new taiwan dollar" "nt dollar"] ["NT$" "TWD"];
}

/// Names by their first character, longer ones first.
type Index = HashMap<char, Vec<(&'static str, &'static Unit)>>;

fn index(names: impl Fn(&'static Unit) -> &'static [&'static str]) -> Index {
    let mut index = Index::new();
    for unit in UNITS {
        for name in names(unit) {
            let first = name.chars().next().unwrap_or_default();
            index.entry(first).or_default().push((name, unit));
        }
    }
    for names in index.values_mut() {
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    }
    index
}

static CHINESE: LazyLock<Index> = LazyLock::new(|| index(|unit| unit.chinese));
static SYMBOLS: LazyLock<Index> = LazyLock::new(|| index(|unit| unit.symbols));
static ENGLISH: LazyLock<Index> = LazyLock::new(|| index(|unit| unit.english));

/// Signs and codes of money, longer ones first.
static MONEY: LazyLock<Vec<(&'static str, &'static Unit)>> = LazyLock::new(|| {
    let money = UNITS.iter().filter(|unit| unit.is_currency());
    let mut signs: Vec<_> = money
        .flat_map(|unit| unit.symbols.iter().map(move |name| (*name, unit)))
        .collect();
    signs.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    signs
});

/// Returns the unit whose Chinese name `text` starts with, the longest one, and the name's length.
pub fn chinese_at(text: &str) -> Option<(&'static Unit, usize)> {
    named(&CHINESE, text)
        .next()
        .map(|(name, unit)| (unit, name.len()))
}

/// Returns the unit whose symbol `text` starts with, ending where the symbol's word ends.
pub fn symbol_at(text: &str) -> Option<(&'static Unit, usize)> {
    let mut found = named(&SYMBOLS, text).filter(|(name, _)| {
        !name.ends_with(|c: char| c.is_ascii_alphabetic()) || ends_word(text, name.len())
    });
    found.next().map(|(name, unit)| (unit, name.len()))
}

/// Returns the unit whose English name the lower-case `text` starts with, a plural `s` included, ending where a word ends.
pub fn english_at(text: &str) -> Option<(&'static Unit, usize)> {
    named(&ENGLISH, text).find_map(|(name, unit)| {
        let n_plural = usize::from(text.get(name.len()..)?.starts_with('s'));
        let ends = [name.len(), name.len() + n_plural];
        let end = ends.into_iter().find(|end| ends_word(text, *end))?;
        Some((unit, end))
    })
}

/// Returns the currency whose sign or code stands right before the end of `text`, and the sign's length.
pub fn currency_before(text: &str) -> Option<(&'static Unit, usize)> {
    let last = text.chars().next_back()?;
    if last.is_whitespace() || last.is_ascii_lowercase() || last.is_ascii_digit() {
        return None;
    }
    let found = MONEY.iter().find(|(name, _)| {
        let before = text.strip_suffix(name);
        before.is_some_and(|before| {
            !name.starts_with(|c: char| c.is_ascii_alphabetic())
                || !before.ends_with(|c: char| c.is_ascii_alphanumeric())
        })
    });
    found.map(|(name, unit)| (*unit, name.len()))
}

fn named<'t>(
    index: &'static Index,
    text: &'t str,
) -> impl Iterator<Item = (&'static str, &'static Unit)> + use<'t> {
    let names = text.chars().next().and_then(|first| index.get(&first));
    let names = names.map(Vec::as_slice).unwrap_or_default().iter().copied();
    names.filter(move |(name, _)| text.starts_with(name))
}

fn ends_word(text: &str, at: usize) -> bool {
    text.get(at..)
        .is_some_and(|after| !after.starts_with(|c: char| c.is_ascii_alphanumeric()))
}
