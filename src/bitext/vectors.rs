//! Sentence vectors that a model of the user's made, as one more sign of what belongs together.
//!
//! One JSON object a line: `{"text": "…", "vector": [0.1, …]}`. `text` is a segment of either side, white space at its ends left out; all
//! vectors have one length. Segments without a vector are judged by everything else.

use rustc_hash::FxHashMap;
use serde::Deserialize;

/// Vectors of length one by their texts.
#[derive(Clone, Debug, Default)]
pub struct Vectors {
    by_text: FxHashMap<String, Vec<f32>>,
    n_dimensions: usize,
}

/// A line that holds no vector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadVector {
    /// The number of the line, from 1.
    pub line: usize,
    /// What is wrong.
    pub cause: String,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    vector: Vec<f32>,
}

impl Vectors {
    /// Reads vectors, one a line.
    pub fn parse(text: &str) -> Result<Self, BadVector> {
        let mut vectors = Self::default();
        for (line, number) in text.lines().zip(1..) {
            if line.trim().is_empty() {
                continue;
            }
            let bad = |cause: String| BadVector {
                line: number,
                cause,
            };
            let Line { text, vector } =
                serde_json::from_str(line).map_err(|error| bad(error.to_string()))?;
            if vectors.by_text.is_empty() {
                vectors.n_dimensions = vector.len();
            }
            if vector.is_empty() || vector.len() != vectors.n_dimensions {
                let expected = vectors.n_dimensions;
                return Err(bad(format!("{} numbers, not {expected}", vector.len())));
            }
            vectors.by_text.insert(text.trim().to_owned(), unit(vector));
        }
        Ok(vectors)
    }

    /// Returns the vector of a text.
    pub fn of(&self, text: &str) -> Option<&[f32]> {
        self.by_text.get(text.trim()).map(Vec::as_slice)
    }

    /// Returns how many numbers a vector has.
    pub const fn n_dimensions(&self) -> usize {
        self.n_dimensions
    }
}

fn unit(mut vector: Vec<f32>) -> Vec<f32> {
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
    if length > 0.0 {
        for value in &mut vector {
            *value /= length;
        }
    }
    vector
}
