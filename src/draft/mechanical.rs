//! Changes of a source text that its translation can repeat letter by letter.

use crate::draft::pieces::{Piece, PieceKind, pieces};
use crate::draft::sequence;
use crate::text::lang::Lang;
use crate::text::script;
use std::collections::BTreeMap;

/// A change that a translation can repeat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The translation with the change.
    pub target: String,
    /// The old source with just this change: the whole new source where nothing else has changed.
    pub source: String,
    /// The pieces that are replaced: what stood there, and what stands there now.
    pub replaced: Vec<(String, String)>,
    /// Their kinds.
    pub kinds: Vec<PieceKind>,
}

/// How changes are repeated.
#[derive(Clone, Copy, Debug)]
pub struct RepeatSettings<'a> {
    /// Link targets that differ on purpose: source prefix, target prefix.
    pub locale_map: &'a [(String, String)],
    /// The draft's language.
    pub lang: &'a Lang,
    /// Whether all mechanical changes are meant, or only targets of images and ids of headings.
    pub is_all: bool,
}

/// Repeats the change from `old` to `new` in `draft`. With [`RepeatSettings::is_all`] the whole change, or nothing; else what of it concerns
/// images and ids. A piece is replaced only where the draft holds it as often as the old source does, and all of them change alike.
pub fn repeat(old: &str, new: &str, draft: &str, settings: RepeatSettings<'_>) -> Option<Repeat> {
    let (ones, others, theirs) = (pieces(old), pieces(new), pieces(draft));
    let texts = |pieces: &[Piece<'_>]| -> Vec<(PieceKind, String)> {
        let each = pieces.iter();
        each.map(|piece| (piece.kind, piece.text.to_owned()))
            .collect()
    };
    let hunks = sequence::hunks(&texts(&ones), &texts(&others))?;
    let mut wanted: BTreeMap<(PieceKind, &str), Vec<&str>> = BTreeMap::new();
    for (gone, come) in hunks {
        let even = gone.len() == come.len();
        for (one, other) in ones[gone.clone()].iter().zip(&others[come.clone()]) {
            if one.text == other.text {
                continue;
            }
            let fits = even && one.kind == other.kind && is_mechanical(one, other, settings);
            if fits {
                wanted
                    .entry((one.kind, one.text))
                    .or_default()
                    .push(other.text);
            } else if settings.is_all {
                return None;
            }
        }
        if !even && settings.is_all {
            return None;
        }
    }
    let mut replacements: Vec<(PieceKind, String, String, String, String)> = Vec::new();
    for ((kind, text), news) in wanted {
        let n_old = count(&ones, kind, text);
        let is_uniform = news.len() == n_old && news.windows(2).all(|pair| pair[0] == pair[1]);
        let found = news.first().filter(|_| is_uniform).and_then(|to| {
            forms(text, to, settings.locale_map)
                .into_iter()
                .find(|(from, _)| count(&theirs, kind, from) == n_old)
                .map(|(from, into)| (kind, text.to_owned(), (*to).to_owned(), from, into))
        });
        match found {
            Some(found) => replacements.push(found),
            None if settings.is_all => return None,
            None => {}
        }
    }
    if replacements.is_empty() {
        return None;
    }
    let rewrite = |pieces: &[Piece<'_>], is_source: bool| -> String {
        let each = pieces.iter().map(|piece| {
            let hit = replacements.iter().find(|(kind, from, _, there, _)| {
                *kind == piece.kind && piece.text == if is_source { from } else { there }
            });
            hit.map_or(
                piece.text,
                |(_, _, to, _, into)| if is_source { to } else { into },
            )
        });
        each.collect()
    };
    Some(Repeat {
        target: rewrite(&theirs, false),
        source: rewrite(&ones, true),
        kinds: replacements.iter().map(|(kind, ..)| *kind).collect(),
        replaced: replacements
            .iter()
            .map(|(_, _, _, from, into)| (from.clone(), into.clone()))
            .collect(),
    })
}

fn count(pieces: &[Piece<'_>], kind: PieceKind, text: &str) -> usize {
    let same = |piece: &&Piece<'_>| piece.kind == kind && piece.text == text;
    pieces.iter().filter(same).count()
}

/// A piece and its successor as they stand, and as the locale map writes them.
fn forms(from: &str, to: &str, locale_map: &[(String, String)]) -> Vec<(String, String)> {
    let mut forms = vec![(from.to_owned(), to.to_owned())];
    for (source, target) in locale_map {
        let mapped = |text: &str| {
            let rest = text.strip_prefix(source.as_str())?;
            Some(format!("{target}{rest}"))
        };
        if let (Some(from), Some(to)) = (mapped(from), mapped(to)) {
            forms.insert(0, (from, to));
        }
    }
    forms
}

fn is_mechanical(one: &Piece<'_>, other: &Piece<'_>, settings: RepeatSettings<'_>) -> bool {
    let is_own = matches!(one.kind, PieceKind::Asset | PieceKind::HeadingId);
    // What holds Han characters is words to a reader who reads none.
    let brings_words = other.text.chars().any(script::is_han) && !settings.lang.uses_han();
    let is_pointing = matches!(one.kind, PieceKind::Asset | PieceKind::Target);
    if brings_words && !is_pointing {
        return false;
    }
    match one.kind {
        PieceKind::Word => false,
        // One thing is a thing, two are things: the words around a number may depend on it.
        PieceKind::Number => {
            settings.is_all && (settings.lang.uses_han() || (one.text != "1" && other.text != "1"))
        }
        _ => settings.is_all || is_own,
    }
}

#[cfg(test)]
mod tests {
    use super::{RepeatSettings, repeat};
    use crate::text::lang::Lang;

    fn of(old: &str, new: &str, draft: &str, is_all: bool) -> Option<String> {
        let lang = Lang::new("en");
        let settings = RepeatSettings {
            locale_map: &[("/zh/".to_owned(), "/en/".to_owned())],
            lang: &lang,
            is_all,
        };
        repeat(old, new, draft, settings).map(|repeat| repeat.target)
    }

    #[test]
    fn a_mechanical_change_is_repeated_where_it_is_certain() {
        let cases = [
            (
                "装 v1.2 版。",
                "装 v1.3 版。",
                "Install v1.2.",
                Some("Install v1.3."),
            ),
            (
                "见[文](a.md)。",
                "见[文](b.md)。",
                "See [doc](a.md).",
                Some("See [doc](b.md)."),
            ),
            (
                "见[文](/zh/a)。",
                "见[文](/zh/b)。",
                "See [doc](/en/a).",
                Some("See [doc](/en/b)."),
            ),
            ("跑 `a`。", "跑 `b`。", "Run `a`, then `a`.", None),
            ("有 3 个。", "有 5 个。", "There are three.", None),
            ("有 1 个。", "有 5 个。", "There is 1.", None),
            ("有 3 个。", "有 5 种。", "There are 3.", None),
            ("跑 `a`。", "跑 `甲`。", "Run `a`.", None),
        ];
        for (old, new, draft, wanted) in cases {
            assert_eq!(
                of(old, new, draft, true).as_deref(),
                wanted,
                "{old} → {new}"
            );
        }
    }

    #[test]
    fn images_are_followed_even_where_words_change_too() {
        let found = of(
            "图：![旧](a.png)",
            "图示：![新](b.png)",
            "Picture: ![old](a.png)",
            false,
        );
        assert_eq!(found.as_deref(), Some("Picture: ![old](b.png)"));
        assert_eq!(of("见 `a`", "见 `b`", "See `a`", false), None);
    }
}
