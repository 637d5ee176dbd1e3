//! A cell taken apart: segments between separators, each of words, brackets and quotations.

/// One piece of a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Plain words.
    Words(String),
    /// What stands in round or lenticular brackets.
    Bracket(String),
    /// What stands in quotation marks.
    Quote(String),
}

/// Pieces up to the next separator.
pub type Segment = Vec<Piece>;

/// Takes a cell apart. Separators inside brackets and quotations do not part; brackets of different width may close each other.
pub fn segments(text: &str) -> Vec<Segment> {
    let chars: Vec<char> = text.chars().collect();
    let mut segments: Vec<Segment> = vec![Vec::new()];
    let mut words = String::new();
    let mut at = 0;
    let flush = |words: &mut String, segments: &mut Vec<Segment>| {
        let taken = std::mem::take(words);
        if !taken.trim().is_empty()
            && let Some(segment) = segments.last_mut()
        {
            segment.push(Piece::Words(taken));
        }
    };
    while let Some(c) = chars.get(at).copied() {
        let close = match c {
            '(' | '（' | '【' | '〔' => closing_bracket(&chars, at).map(|close| (close, true)),
            '"' | '“' | '「' | '『' | '＂' => {
                closing_quote(&chars, at).map(|close| (close, false))
            }
            _ => None,
        };
        if let Some((close, is_bracket)) = close {
            flush(&mut words, &mut segments);
            let inner: String = chars[at + 1..close].iter().collect();
            let piece = match is_bracket {
                true => Piece::Bracket(inner),
                false => Piece::Quote(inner),
            };
            if let Some(segment) = segments.last_mut() {
                segment.push(piece);
            }
            at = close + 1;
            continue;
        }
        if is_separator(&chars, at) {
            flush(&mut words, &mut segments);
            segments.push(Vec::new());
        } else {
            words.push(c);
        }
        at += 1;
    }
    flush(&mut words, &mut segments);
    segments.retain(|segment| !segment.is_empty());
    segments
}

fn closing_bracket(chars: &[char], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = open;
    while let Some(c) = chars.get(at) {
        match c {
            '(' | '（' | '【' | '〔' => depth += 1,
            ')' | '）' | '】' | '〕' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at);
                }
            }
            '“' | '"' if at > open => {
                if let Some(close) = closing_quote(chars, at) {
                    at = close;
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

fn closing_quote(chars: &[char], open: usize) -> Option<usize> {
    let closes: &[char] = match chars.get(open)? {
        '「' => &['」'],
        '『' => &['』'],
        _ => &['”', '"', '＂'],
    };
    let rest = chars.get(open + 1..)?;
    let inner = rest.iter().position(|c| closes.contains(c))?;
    Some(open + 1 + inner)
}

/// A comma parts where white space, a Han character or the end follows: `1,000` and `a,b` stay whole.
fn is_separator(chars: &[char], at: usize) -> bool {
    let after = chars.get(at + 1).copied();
    match chars[at] {
        '，' | '、' | '；' | '|' | '｜' | '\n' => true,
        ';' => true,
        ',' => after.is_none_or(|c| c.is_whitespace() || !c.is_ascii()),
        _ => false,
    }
}

/// Writes pieces back, for a note.
pub fn written(segment: &[Piece]) -> String {
    let mut text = String::new();
    for piece in segment {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Bracket(inner) => text += &format!("({inner})"),
            Piece::Quote(inner) => text += &format!("“{inner}”"),
        }
    }
    text.trim().to_owned()
}
