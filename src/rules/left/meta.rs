//! The rule `left/meta`.

use crate::bitext::bitext::PairState;
use crate::document::block::BlockKind;
use crate::document::document::Document;
use crate::document::unit::UnitId;
use crate::document::unit::UnitSpan;
use crate::lint::context::BitextCx;
use crate::lint::context::Side;
use crate::lint::context::shorten;
use crate::lint::finding::Location;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::text::span::Span;
use std::collections::BTreeMap;
use std::ops::Range;

crate::declare_rule! {
    /// Finds what a translator, mostly a machine, says of its own work: "Here is the translation", "Translator's note:", "I'm sorry, but I
    /// can't", "As an AI language model", and a draft that is wrapped in a code fence as a whole.
    ///
    /// Where the source says such a thing itself (译者注、抱歉、人工智能), it is no finding.
    ///
    /// ## Why it matters
    /// The reader learns how the text was made instead of what it says.
    ///
    /// ```bad
    /// zh: 开源是一种协作方式。
    /// en: Here is the translation: Open source is a way of collaborating.
    /// ```
    ///
    /// ```good
    /// zh: 译者注：此处有删节。
    /// en: Translator's note: abridged.
    /// ```
    "left/meta" {
        severity: Error,
        mqm: "addition",
        since: "0.1.0",
        message: "{ $kind ->
    [fence] the whole draft stands in a code fence
   *[talk] the translator speaks, not the source: “{ $text }”
}",
        check: Check::Bitext(check),
    }
}

/// What is said, where in a text, and what in the source would say the same.
struct Talk {
    said: &'static [&'static str],
    place: Place,
    excuses: &'static [&'static str],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At the beginning of a unit.
    Start,
    /// At the beginning of a sentence or line.
    Sentence,
}

const TALK: &[Talk] = &[
    Talk {
        said: &[
            "here is the translat",
            "here's the translat",
            "here is your translat",
            "here is the english",
            "here's the english",
            "here is the polished",
            "here is a translation",
            "here's a translation",
            "below is the translat",
            "the following is the translat",
            "the translated text is",
            "i have translated",
            "i've translated",
            "以下是翻译",
            "以下是译文",
            "下面是翻译",
            "译文如下",
            "翻译如下",
        ],
        place: Place::Start,
        excuses: &["译", "翻", "英文", "translat"],
    },
    Talk {
        said: &[
            "sure, here is",
            "sure, here's",
            "sure! here is",
            "sure! here's",
            "certainly! here",
            "certainly, here",
            "of course! here",
            "okay, here is the",
            "let me know if you'd like me to",
            "let me know if you would like me to",
            "please let me know if you need any",
            "i hope this translation",
            "i hope this helps",
        ],
        place: Place::Start,
        excuses: &[
            "当然",
            "好的",
            "没问题",
            "如果你",
            "如果您",
            "希望",
            "告诉我",
            "告知",
            "sure",
            "certainly",
            "of course",
            "hope",
            "let me know",
        ],
    },
    Talk {
        said: &[
            "translator's note",
            "translators' note",
            "translator note",
            "[translator",
            "(translator",
            "note from the translator",
            "note by the translator",
            "tn:",
            "t/n:",
        ],
        place: Place::Sentence,
        excuses: &["译", "翻", "translat", "注"],
    },
    Talk {
        said: &[
            "i'm sorry, but i can",
            "i'm sorry, but as an ai",
            "i am sorry, but i can",
            "i apologize, but i can",
            "i'm sorry, i can",
            "sorry, but i can't assist",
            "sorry, but i cannot",
            "i cannot translate",
            "i can't translate",
            "i'm unable to translate",
            "i am unable to translate",
            "i cannot assist with",
            "i can't assist with",
            "i can't help with",
            "抱歉，我无法翻译",
            "对不起，我无法翻译",
            "很抱歉，我无法",
        ],
        place: Place::Sentence,
        excuses: &[
            "抱歉",
            "对不起",
            "不好意思",
            "遗憾",
            "无法",
            "不能",
            "sorry",
            "apolog",
            "cannot",
            "can't",
            "unable",
        ],
    },
    Talk {
        said: &[
            "as an ai language model",
            "as an ai model",
            "as an ai assistant",
            "as an ai, i",
            "as a large language model, i",
            "as a language model, i",
            "作为一个ai",
            "作为人工智能语言模型",
            "作为一个人工智能",
        ],
        place: Place::Sentence,
        excuses: &["人工智能", "ai", "语言模型", "大模型", "language model"],
    },
];

fn check(cx: &BitextCx<'_>, sink: &mut Sink<'_>) {
    if let Some(span) = wrapping_fence(cx) {
        let at = Location {
            source: cx.bitext.target.source.clone(),
            span,
        };
        sink.report(at).arg("kind", "fence").arg("text", "");
        return;
    }
    let mut sources: BTreeMap<UnitId, Side<'_>> = BTreeMap::new();
    let pairs = cx.bitext.pairs.iter();
    for pair in pairs.filter(|pair| pair.state != PairState::Ignored) {
        let (source, _) = Side::both(cx.bitext, pair);
        for unit in &pair.target {
            sources.insert(*unit, source);
        }
    }
    let target = &cx.bitext.target;
    for (unit, source) in sources {
        if !target.unit(unit).kind.is_prose() {
            continue;
        }
        let text = target.text(unit);
        let Some(range) = talk(text, source) else {
            continue;
        };
        let said = shorten(text.get(range.clone()).unwrap_or_default());
        let side = Side {
            document: target,
            units: &[],
        };
        let finding = sink.report(side.at(unit, UnitSpan::of(range)));
        finding.arg("kind", "talk").arg("text", said);
    }
}

/// The first thing said that the source does not say, to the end of its line.
fn talk(text: &str, source: Side<'_>) -> Option<Range<usize>> {
    let mut starts = vec![text.len() - text.trim_start_matches(is_mark).len()];
    for (at, c) in text.char_indices() {
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let ends = matches!(c, '\n' | '(' | '[' | '\u{ff08}')
            || matches!(c, '.' | '!' | '?') && rest.starts_with(char::is_whitespace)
            || matches!(c, '\u{3002}' | '\u{ff01}' | '\u{ff1f}');
        if ends {
            starts.push(at + c.len_utf8() + (rest.len() - rest.trim_start_matches(is_mark).len()));
            if matches!(c, '(' | '[') {
                starts.push(at);
            }
        }
    }
    let first = starts.first().copied();
    for start in starts {
        let line = text.get(start..)?;
        let lower = lower_start(line);
        let said = TALK.iter().find(|talk| {
            let is_here = talk.place == Place::Sentence || Some(start) == first;
            let is_said = is_here && talk.said.iter().any(|said| lower.starts_with(said));
            let says = |source: &str| talk.excuses.iter().any(|excuse| source.contains(excuse));
            is_said && !says(&source.text().to_lowercase())
        });
        if said.is_some() {
            let len = line.find('\n').unwrap_or(line.len());
            return Some(start..start + len);
        }
    }
    None
}

/// How much of a text is compared.
const LONGEST: usize = 60;

fn lower_start(text: &str) -> String {
    let start = text
        .get(..text.floor_char_boundary(LONGEST))
        .unwrap_or(text);
    start
        .to_lowercase()
        .replace('\u{2019}', "'")
        .replace("**", "")
}

const fn is_mark(c: char) -> bool {
    matches!(c, ' ' | '*' | '_' | '>' | '"' | '\u{201c}')
}

/// A draft whose text is nearly all one fenced block of Markdown, when its source's is not.
fn wrapping_fence(cx: &BitextCx<'_>) -> Option<Span> {
    let fence = |document: &Document| {
        let blocks = document.blocks.iter();
        let fences = blocks.filter(|block| block.kind == BlockKind::Code && block.parent.is_none());
        let length = document.source.text().trim().len();
        let mut wide = fences.filter(|block| block.span.range().len() * 10 > length * 8);
        wide.next().map(|block| block.span)
    };
    let target = &cx.bitext.target;
    let span = fence(target).filter(|_| fence(&cx.bitext.source).is_none())?;
    let text = target.source.slice(span);
    let info = text.lines().next()?.trim_start_matches(['`', '~']).trim();
    matches!(info, "markdown" | "md" | "text" | "").then_some(span)
}
