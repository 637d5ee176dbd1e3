//! Terms of one Han character: mostly it is a part of another word (图 in 如图, 度 in 复杂度), which only its neighbors tell.

use crate::text::script::is_han;
use std::ops::Range;

/// Characters before which a word begins anew: particles, pronouns, numerals, measure words.
const BEFORE: &[char] = &[
    '的', '地', '得', '是', '在', '和', '与', '或', '及', '对', '把', '将', '从', '到', '为', '每',
    '该', '此', '这', '那', '个', '种', '条', '张', '棵', '其', '有', '无', '用', '由', '以', '而',
    '则', '即', '若', '当', '一', '二', '三', '四', '两', '几', '某', '各', '之', '了', '着', '过',
    '被', '向', '让', '使', '给', '比', '按', '不', '也', '都', '就', '中', '内', '座', '项',
];

/// Characters after which a word has ended.
const AFTER: &[char] = &[
    '的', '地', '是', '在', '和', '与', '或', '及', '中', '上', '下', '里', '内', '外', '之', '有',
    '为', '也', '都', '则', '可', '会', '能', '将', '被', '以', '来', '时', '后', '前', '等', '不',
    '就', '而', '且', '即', '从', '到', '对', '把', '由', '若', '当', '用', '了', '这', '那', '其',
    '该',
];

/// Tells whether a match is more than one character, or one that stands for itself between particles and marks.
pub(super) fn stands_for_itself(text: &str, span: &Range<usize>) -> bool {
    let found = text.get(span.clone()).unwrap_or_default();
    let mut chars = found.chars();
    if !matches!((chars.next(), chars.next()), (Some(c), None) if is_han(c)) {
        return true;
    }
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let is_apart =
        |c: Option<char>, among: &[char]| c.is_none_or(|c| !is_han(c) || among.contains(&c));
    is_apart(before.chars().next_back(), BEFORE) && is_apart(after.chars().next(), AFTER)
}
