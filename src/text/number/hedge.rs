//! Words that say a number is not meant exactly.

use crate::text::number::number::Hedge;

const CHINESE_BEFORE: &[(&str, Hedge)] = &[
    ("不少于", Hedge::More),
    ("不低于", Hedge::More),
    ("不超过", Hedge::Less),
    ("不高于", Hedge::Less),
    ("差不多", Hedge::About),
    ("超过", Hedge::More),
    ("超出", Hedge::More),
    ("突破", Hedge::More),
    ("高于", Hedge::More),
    ("多于", Hedge::More),
    ("大于", Hedge::More),
    ("至少", Hedge::More),
    ("不足", Hedge::Less),
    ("不到", Hedge::Less),
    ("少于", Hedge::Less),
    ("低于", Hedge::Less),
    ("小于", Hedge::Less),
    ("将近", Hedge::Less),
    ("接近", Hedge::Less),
    ("至多", Hedge::Less),
    ("最多", Hedge::Less),
    ("大约", Hedge::About),
    ("大概", Hedge::About),
    ("大致", Hedge::About),
    ("约为", Hedge::About),
    ("逾", Hedge::More),
    ("超", Hedge::More),
    ("近", Hedge::Less),
    ("约", Hedge::About),
];

const CHINESE_AFTER: &[(&str, Hedge)] = &[
    ("以上", Hedge::More),
    ("之多", Hedge::More),
    ("开外", Hedge::More),
    ("多", Hedge::More),
    ("余", Hedge::More),
    ("+", Hedge::More),
    ("以下", Hedge::Less),
    ("以内", Hedge::Less),
    ("之内", Hedge::Less),
    ("左右", Hedge::About),
    ("上下", Hedge::About),
];

const ENGLISH_BEFORE: &[(&str, Hedge)] = &[
    ("no more than", Hedge::Less),
    ("not more than", Hedge::Less),
    ("no greater than", Hedge::Less),
    ("no longer than", Hedge::Less),
    ("no larger than", Hedge::Less),
    ("no higher than", Hedge::Less),
    ("not exceeding", Hedge::Less),
    ("not exceed", Hedge::Less),
    ("no fewer than", Hedge::More),
    ("no less than", Hedge::More),
    ("not less than", Hedge::More),
    ("greater than", Hedge::More),
    ("higher than", Hedge::More),
    ("more than", Hedge::More),
    ("upwards of", Hedge::More),
    ("in excess of", Hedge::More),
    ("north of", Hedge::More),
    ("at least", Hedge::More),
    ("exceeding", Hedge::More),
    ("exceeded", Hedge::More),
    ("exceeds", Hedge::More),
    ("exceed", Hedge::More),
    ("surpassing", Hedge::More),
    ("surpassed", Hedge::More),
    ("surpasses", Hedge::More),
    ("surpass", Hedge::More),
    ("topping", Hedge::More),
    ("topped", Hedge::More),
    ("passing", Hedge::More),
    ("passed", Hedge::More),
    ("beyond", Hedge::More),
    ("above", Hedge::More),
    ("past", Hedge::More),
    ("over", Hedge::More),
    ("fewer than", Hedge::Less),
    ("smaller than", Hedge::Less),
    ("lower than", Hedge::Less),
    ("less than", Hedge::Less),
    ("close to", Hedge::Less),
    ("at most", Hedge::Less),
    ("almost", Hedge::Less),
    ("nearly", Hedge::Less),
    ("under", Hedge::Less),
    ("below", Hedge::Less),
    ("within", Hedge::Less),
    ("up to", Hedge::Less),
    ("some", Hedge::About),
    ("approximately", Hedge::About),
    ("in the region of", Hedge::About),
    ("around", Hedge::About),
    ("roughly", Hedge::About),
    ("about", Hedge::About),
    ("estimated", Hedge::About),
    ("circa", Hedge::About),
    ("approx.", Hedge::About),
    ("or so", Hedge::About),
    ("\u{2248}", Hedge::About),
];

const ENGLISH_AFTER: &[(&str, Hedge)] = &[
    ("or more", Hedge::More),
    ("and above", Hedge::More),
    ("or above", Hedge::More),
    ("or higher", Hedge::More),
    ("or later", Hedge::More),
    ("and up", Hedge::More),
    ("plus", Hedge::More),
    ("-plus", Hedge::More),
    ("-odd", Hedge::More),
    ("+", Hedge::More),
    ("or less", Hedge::Less),
    ("or fewer", Hedge::Less),
    ("or below", Hedge::Less),
    ("at most", Hedge::Less),
    ("at least", Hedge::More),
    ("or so", Hedge::About),
];

/// How far from a number its hedge may stand, in bytes.
const REACH: usize = 40;

/// Returns the hedge right before the end of a Chinese text, and where it begins.
pub fn chinese_before(text: &str) -> Option<(Hedge, usize)> {
    let text = text.trim_end_matches(' ');
    if !text.ends_with([
        '于', '过', '多', '出', '破', '少', '足', '到', '近', '约', '概', '致', '为', '逾', '超',
    ]) {
        return None;
    }
    let found = CHINESE_BEFORE
        .iter()
        .find(|(word, _)| text.ends_with(word))?;
    let start = text.len() - found.0.len();
    // 附近 and 最近 are places and times, 大约 is found above, 合约 and 节约 are no hedges.
    let before = text.get(..start).unwrap_or_default();
    let is_word = match found.0 {
        "近" => before.ends_with(['附', '最', '靠', '临', '邻', '远']),
        "约" => before.ends_with(['合', '节', '条', '预', '签', '制', '契', '公']),
        "超" => before.ends_with('高'),
        _ => false,
    };
    (!is_word).then_some((found.1, start))
}

/// Returns the hedge that a Chinese text begins with, and its length.
pub fn chinese_after(text: &str) -> Option<(Hedge, usize)> {
    let rest = text.trim_start_matches(' ');
    let (word, hedge) = CHINESE_AFTER
        .iter()
        .find(|(word, _)| rest.starts_with(word))?;
    let after = rest.get(word.len()..).unwrap_or_default();
    // 上下文 is a context.
    let is_word = *word == "上下" && after.starts_with('文');
    (!is_word).then(|| (*hedge, text.len() - rest.len() + word.len()))
}

/// Returns the hedge within a few words before the end of a lower-case English text.
pub fn english_before(text: &str) -> Option<Hedge> {
    let start = text.ceil_char_boundary(text.len().saturating_sub(REACH));
    let near = text.get(start..)?;
    let near = near.trim_end_matches([' ', '$', '\u{20ac}', '~']);
    let near = ["a ", "the ", "of ", "rmb", "usd", "us"]
        .iter()
        .fold(near, |near, word| {
            near.strip_suffix(word.trim_end())
                .map_or(near, str::trim_end)
        });
    let found = ENGLISH_BEFORE.iter().find(|(word, _)| {
        let before = near.strip_suffix(word);
        before.is_some_and(|before| !before.ends_with(|c: char| c.is_ascii_alphanumeric()))
    });
    found.map(|(_, hedge)| *hedge)
}

/// Returns the hedge that a lower-case English text begins with.
pub fn english_after(text: &str) -> Option<Hedge> {
    let rest = text.trim_start_matches(' ');
    let found = ENGLISH_AFTER
        .iter()
        .find(|(word, _)| rest.starts_with(word));
    found.map(|(_, hedge)| *hedge)
}
