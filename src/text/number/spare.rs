//! Values that figures in code and in names stand for: a number of the source may have gone there.

use crate::text::number::decimal::Decimal;
use crate::text::number::digits;
use crate::text::number::digits::Figures;
use crate::text::number::token;
use std::collections::HashMap;
use std::ops::Range;

/// How often each value stands outside the numbers of a target, less how often it does so in the source.
pub type Spare = HashMap<Decimal, i32>;

/// Adds `count` to the value of every run of figures in a text, except those that overlap `read`, which is ordered.
pub fn add(text: &str, read: &[Range<usize>], count: i32, values: &mut Spare) {
    let mut at = 0;
    let mut next_read = read.iter().peekable();
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        while next_read.next_if(|range| range.end <= at).is_some() {}
        if let Some(range) = next_read.peek().filter(|range| range.start <= at) {
            at = range.end.max(at + c.len_utf8());
            continue;
        }
        let rest = &text[at..];
        let figures = digits::figure(c).and_then(|_| digits::read(rest));
        match figures {
            Some(Figures::Value { value, len, .. }) => {
                *values.entry(value).or_default() += count;
                at += len;
            }
            Some(Figures::Token { len }) => {
                *values.entry(token::hash(&rest[..len])).or_default() += count;
                at += len;
            }
            None => at += c.len_utf8(),
        }
    }
}
