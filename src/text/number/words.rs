//! English number words: eight billion, twenty-first, two hundred and five.

use crate::text::number::decimal::Decimal;

/// A number in words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Words {
    /// Bytes that were read.
    pub len: usize,
    /// The value.
    pub value: Decimal,
    /// Whether a thousand or more is among the words.
    pub is_scaled: bool,
    /// Whether it is an ordinal (`twenty-first`).
    pub is_ordinal: bool,
    /// How many words it has.
    pub n_words: usize,
    /// The last magnitude and what it multiplies, when it ends the number.
    pub scale: Option<(Decimal, i32)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Word {
    /// Below ten, or a whole teen.
    Small(u8),
    Tens(u8),
    Hundred,
    Scale(i32),
    Dozen,
}

/// Cardinal numbers and what each word does.
const CARDINALS: &[(&str, Word)] = &[
    ("zero", Word::Small(0)),
    ("one", Word::Small(1)),
    ("ones", Word::Small(1)),
    ("two", Word::Small(2)),
    ("twos", Word::Small(2)),
    ("three", Word::Small(3)),
    ("threes", Word::Small(3)),
    ("four", Word::Small(4)),
    ("fours", Word::Small(4)),
    ("five", Word::Small(5)),
    ("fives", Word::Small(5)),
    ("six", Word::Small(6)),
    ("sixes", Word::Small(6)),
    ("seven", Word::Small(7)),
    ("sevens", Word::Small(7)),
    ("eight", Word::Small(8)),
    ("eights", Word::Small(8)),
    ("nine", Word::Small(9)),
    ("nines", Word::Small(9)),
    ("ten", Word::Small(10)),
    ("eleven", Word::Small(11)),
    ("twelve", Word::Small(12)),
    ("thirteen", Word::Small(13)),
    ("fourteen", Word::Small(14)),
    ("fifteen", Word::Small(15)),
    ("sixteen", Word::Small(16)),
    ("seventeen", Word::Small(17)),
    ("eighteen", Word::Small(18)),
    ("nineteen", Word::Small(19)),
    ("twenty", Word::Tens(20)),
    ("thirty", Word::Tens(30)),
    ("forty", Word::Tens(40)),
    ("fifty", Word::Tens(50)),
    ("sixty", Word::Tens(60)),
    ("seventy", Word::Tens(70)),
    ("eighty", Word::Tens(80)),
    ("ninety", Word::Tens(90)),
    ("hundred", Word::Hundred),
    ("thousand", Word::Scale(3)),
    ("million", Word::Scale(6)),
    ("billion", Word::Scale(9)),
    ("trillion", Word::Scale(12)),
    ("dozen", Word::Dozen),
];

/// Ordinal numbers.
const ORDINALS: &[(&str, Word)] = &[
    ("first", Word::Small(1)),
    ("firstly", Word::Small(1)),
    ("second", Word::Small(2)),
    ("secondly", Word::Small(2)),
    ("third", Word::Small(3)),
    ("thirdly", Word::Small(3)),
    ("fourth", Word::Small(4)),
    ("fourthly", Word::Small(4)),
    ("fifth", Word::Small(5)),
    ("sixth", Word::Small(6)),
    ("seventh", Word::Small(7)),
    ("eighth", Word::Small(8)),
    ("ninth", Word::Small(9)),
    ("tenth", Word::Small(10)),
    ("eleventh", Word::Small(11)),
    ("twelfth", Word::Small(12)),
    ("thirteenth", Word::Small(13)),
    ("fourteenth", Word::Small(14)),
    ("fifteenth", Word::Small(15)),
    ("sixteenth", Word::Small(16)),
    ("seventeenth", Word::Small(17)),
    ("eighteenth", Word::Small(18)),
    ("nineteenth", Word::Small(19)),
    ("twentieth", Word::Tens(20)),
    ("thirtieth", Word::Tens(30)),
    ("hundredth", Word::Hundred),
    ("thousandth", Word::Scale(3)),
];

/// Returns every word that a number may begin with.
pub fn all() -> impl Iterator<Item = &'static str> {
    CARDINALS.iter().chain(ORDINALS).map(|(word, _)| *word)
}

fn among(words: &[(&str, Word)], word: &str) -> Option<Word> {
    let found = words.iter().find(|(name, _)| *name == word);
    found.map(|(_, word)| *word)
}

/// Returns the power of ten of a magnitude that the lower-case `text` begins with, and its length.
pub fn magnitude(text: &str) -> Option<(i32, usize)> {
    let len = word_len(text);
    match among(CARDINALS, text.get(..len)?)? {
        Word::Hundred => Some((2, len)),
        Word::Scale(power) => Some((power, len)),
        _ => None,
    }
}

/// Returns how long the run of lower-case letters is that `text` begins with.
pub fn word_len(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_lowercase).count()
}

/// Reads the number in words that the lower-case `text` begins with.
pub fn read(text: &str) -> Option<Words> {
    let (mut total, mut current) = (Decimal::default(), Decimal::default());
    let (mut words, mut at) = (None::<Words>, 0);
    let (mut last, mut is_scaled, mut n_words) = (None::<Word>, false, 0);
    loop {
        let rest = text.get(at..)?;
        let len = word_len(rest);
        let word = rest.get(..len).unwrap_or_default();
        let is_closed = !rest
            .get(len..)
            .is_some_and(|after| after.starts_with(|c: char| c.is_alphanumeric()));
        let read = among(CARDINALS, word).map(|word| (word, false));
        let read = read.or_else(|| among(ORDINALS, word).map(|word| (word, true)));
        let Some((word, is_ordinal)) = read.filter(|(word, _)| is_closed && continues(last, *word))
        else {
            break;
        };
        let mut scale = None;
        match word {
            Word::Small(value) | Word::Tens(value) => {
                current = current.plus(Decimal::whole(u128::from(value)))?;
            }
            Word::Hundred | Word::Dozen => {
                let times = if word == Word::Dozen { 12 } else { 100 };
                let counted = if current.is_zero() {
                    Decimal::ONE
                } else {
                    current
                };
                scale = (word == Word::Hundred).then_some((counted, 2));
                current = counted.times(Decimal::whole(times))?;
            }
            Word::Scale(power) => {
                let counted = if current.is_zero() {
                    Decimal::ONE
                } else {
                    current
                };
                scale = Some((counted, power));
                total = total.plus(counted.shifted(power))?;
                current = Decimal::default();
                is_scaled = true;
            }
        }
        (last, n_words) = (Some(word), n_words + 1);
        words = Some(Words {
            len: at + len,
            value: total.plus(current)?,
            is_scaled,
            is_ordinal,
            n_words,
            scale: scale.filter(|_| total.is_zero() || current.is_zero()),
        });
        if is_ordinal {
            break;
        }
        at += len + joint(text.get(at + len..)?);
    }
    words.filter(|words| {
        words.n_words > 1 || !matches!(last, Some(Word::Hundred | Word::Scale(_) | Word::Dozen))
    })
}

/// The bytes between two words of one number: a space, a hyphen, `and`.
fn joint(after: &str) -> usize {
    for joint in [" and ", "-", " ", "\u{a0}"] {
        if after.starts_with(joint) {
            return joint.len();
        }
    }
    0
}

/// Tells whether a word goes on with a number: twenty-five, not five twenty.
fn continues(last: Option<Word>, word: Word) -> bool {
    match (last, word) {
        (None, _) => true,
        (Some(Word::Tens(_)), Word::Small(value)) => (1..10).contains(&value),
        (Some(Word::Small(_) | Word::Tens(_)), Word::Small(_) | Word::Tens(_)) => false,
        (Some(Word::Small(_) | Word::Tens(_)), _) => true,
        (Some(Word::Hundred), Word::Hundred | Word::Dozen) => false,
        (Some(Word::Hundred), _) => true,
        (Some(Word::Scale(power)), Word::Scale(next)) => next > power,
        (Some(Word::Scale(_)), Word::Dozen) => false,
        (Some(Word::Scale(_)), _) => true,
        (Some(Word::Dozen), _) => false,
    }
}
