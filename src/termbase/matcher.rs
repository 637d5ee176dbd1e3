//! Finds terms in text: leftmost-longest, consuming spans.
