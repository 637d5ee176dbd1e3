//! How alike two texts are, fast enough to ask it of every pair in a gap: shared words and pairs of words.

use crate::text::script;

/// Words beyond this many are not looked at: a longer text is known by its beginning.
const N_WORDS: usize = 2000;

/// The words of a text and their neighbours, hashed and sorted: two profiles are compared in one walk.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    grams: Vec<u32>,
}

impl Profile {
    /// Takes the profile of a text: Latin words and numbers whole, Han characters one by one.
    pub fn of(text: &str) -> Self {
        let mut words: Vec<u64> = Vec::new();
        let mut start = None;
        for (at, c) in text.char_indices() {
            let is_word = c.is_alphanumeric() && !script::is_han(c);
            match start {
                Some(first) if !is_word => {
                    words.push(hash(&text[first..at]));
                    start = None;
                }
                None if is_word => start = Some(at),
                _ => {}
            }
            if script::is_han(c) {
                words.push(u64::from(u32::from(c)).wrapping_mul(0x9e37_79b9_7f4a_7c15));
            }
            if words.len() >= N_WORDS {
                start = None;
                break;
            }
        }
        if let Some(first) = start {
            words.push(hash(&text[first..]));
        }
        let pairs = words
            .windows(2)
            .map(|pair| narrow(pair[0].rotate_left(17) ^ pair[1]));
        let mut grams: Vec<u32> = words
            .iter()
            .map(|word| narrow(*word))
            .chain(pairs)
            .collect();
        grams.sort_unstable();
        Self { grams }
    }

    /// Joins the profiles of several texts.
    pub fn join(profiles: &[&Self]) -> Self {
        let mut grams: Vec<u32> = profiles
            .iter()
            .flat_map(|profile| profile.grams.iter().copied())
            .collect();
        grams.sort_unstable();
        Self { grams }
    }

    /// Returns how much two texts share, from 0.0 to 1.0 (Dice's coefficient).
    pub fn likeness(&self, other: &Self) -> f32 {
        let total = self.grams.len() + other.grams.len();
        ratio(2 * self.n_shared(other), total)
    }

    /// Returns how much of this text stands in the other one.
    pub fn containment(&self, other: &Self) -> f32 {
        ratio(self.n_shared(other), self.grams.len())
    }

    /// Returns how many words and pairs of words there are.
    pub fn len(&self) -> usize {
        self.grams.len()
    }

    /// Tells whether the text has no word at all.
    pub fn is_empty(&self) -> bool {
        self.grams.is_empty()
    }

    /// Returns the words and pairs of words, sorted.
    pub fn grams(&self) -> &[u32] {
        &self.grams
    }

    fn n_shared(&self, other: &Self) -> usize {
        let (mut one, mut two) = (self.grams.iter().peekable(), other.grams.iter().peekable());
        let mut n_shared = 0;
        while let (Some(left), Some(right)) = (one.peek(), two.peek()) {
            match left.cmp(right) {
                std::cmp::Ordering::Less => {
                    one.next();
                }
                std::cmp::Ordering::Greater => {
                    two.next();
                }
                std::cmp::Ordering::Equal => {
                    n_shared += 1;
                    one.next();
                    two.next();
                }
            }
        }
        n_shared
    }
}

/// FNV-1a over the lower-case letters: words are short, and nothing is stored by it.
fn hash(word: &str) -> u64 {
    let lower = word.bytes().map(|byte| byte.to_ascii_lowercase());
    let sum = lower.fold(0xcbf2_9ce4_8422_2325, |sum: u64, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    sum.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The upper half of a hash is a hash.
const fn narrow(hash: u64) -> u32 {
    (hash >> 32) as u32
}

fn ratio(part: usize, whole: usize) -> f32 {
    if whole == 0 {
        0.0
    } else {
        part as f32 / whole as f32
    }
}
