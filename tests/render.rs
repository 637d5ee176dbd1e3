//! Editions lose nothing: every block of both sides stands in them once, and every word of both is in what is written.

use duizhao::bitext::bitext::Bitext;
use duizhao::bitext::bitext::Pair;
use duizhao::bitext::bitext::PairState;
use duizhao::document::block::BlockId;
use duizhao::document::block::BlockKind;
use duizhao::document::document::Document;
use duizhao::document::unit::UnitId;
use duizhao::document::unit::UnitKind;
use duizhao::draft::outline::Outline;
use duizhao::i18n::interface::Interface;
use duizhao::i18n::messages::Messages;
use duizhao::lint::slug::SlugStyle;
use duizhao::markdown::read::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::render::book::Fallback;
use duizhao::render::book::RenderSettings;
use duizhao::render::edition::Edition;
use duizhao::render::edition::Node;
use duizhao::render::edition::Side;
use duizhao::render::format::FORMATS;
use duizhao::render::headings::EditionAnchors;
use duizhao::render::markdown::form::Form;
use duizhao::render::markdown::page;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use proptest::prelude::*;
use std::collections::HashMap;

fn document(name: &str, text: &str, lang: &str) -> Document {
    let source = Source::new(name, text);
    read(&source, &Lang::new(lang), &ReadSettings::default())
}

/// Pairs the units of two documents by number, what is over stands alone.
fn bitext(source: &str, target: &str) -> Bitext {
    let source = document("source.md", source, "zh-Hans");
    let target = document("target.md", target, "en");
    let mut pairs = Vec::new();
    let (ones, others): (Vec<UnitId>, Vec<UnitId>) =
        (source.unit_ids().collect(), target.unit_ids().collect());
    for at in 0..ones.len().max(others.len()) {
        let (one, other) = (ones.get(at).copied(), others.get(at).copied());
        let state = match (one, other) {
            (_, None) => PairState::Untranslated,
            (None, _) => PairState::Orphaned,
            _ => PairState::Translated,
        };
        pairs.push(Pair {
            source: one.into_iter().collect(),
            target: other.into_iter().collect(),
            state,
            confidence: 1.0,
            accepted: None,
        });
    }
    Bitext {
        source,
        target,
        pairs,
        layout: Vec::new(),
    }
}

fn written(bitext: &Bitext, form: Form, first: Side) -> String {
    let edition = Edition::new(bitext);
    let messages = Messages::new([].iter(), Interface::English);
    let settings = RenderSettings {
        first,
        shown: None,
        fallback: Fallback::Source,
        messages: &messages,
        allows_html: true,
        page_done: &|| (),
    };
    let dialect = bitext.target.dialect;
    let anchors = EditionAnchors::of(&edition, dialect, SlugStyle::GitHub);
    page::write(&edition, form, &settings, &anchors, &|_, _, _| None)
}

type Seen = HashMap<(Side, BlockId), usize>;

fn see(nodes: &[Node], seen: &mut Seen) {
    for node in nodes {
        match node {
            Node::Passage(passage) => {
                for side in [Side::Source, Side::Target] {
                    for block in passage.blocks(side) {
                        *seen.entry((side, *block)).or_default() += 1;
                    }
                }
            }
            Node::Container(container) => {
                *seen.entry((Side::Source, container.source)).or_default() += 1;
                *seen.entry((Side::Target, container.target)).or_default() += 1;
                see(&container.nodes, seen);
            }
        }
    }
}

/// A block stands in the edition itself, or in a block that does as a whole.
fn count(outline: &Outline<'_>, seen: &Seen, side: Side, block: BlockId) -> usize {
    let chain: Vec<BlockId> = outline.chain(block).collect();
    let found = chain
        .iter()
        .map(|block| seen.get(&(side, *block)).copied().unwrap_or(0));
    found.into_iter().find(|n| *n > 0).unwrap_or(0)
}

fn assert_nothing_is_lost(bitext: &Bitext) {
    let edition = Edition::new(bitext);
    let mut seen = Seen::new();
    see(&edition.nodes, &mut seen);
    for side in [Side::Source, Side::Target] {
        let outline = edition.outline(side);
        for id in (0..).map(BlockId).take(outline.document.blocks.len()) {
            if side == Side::Target && edition.held.contains(&id) {
                continue;
            }
            assert_eq!(
                count(outline, &seen, side, id),
                1,
                "{side:?} {:?}",
                outline.kind(id)
            );
        }
    }
    for format in FORMATS {
        // Labels that both sides have are told apart by the language.
        let text = written(bitext, format.kind.form(), Side::Source).replace("zh-", "");
        let text = letters(&text);
        for side in [Side::Source, Side::Target] {
            let document = edition.outline(side).document;
            for unit in document.unit_ids() {
                let is_front =
                    document.block(document.unit(unit).block).kind == BlockKind::FrontMatter;
                if document.unit(unit).kind.is_prose() && !is_front {
                    // Pictures need to be seen once: one target is enough.
                    let text_only = match document.unit(unit).kind {
                        UnitKind::ImageAlt => document.text(unit).split("](").next().unwrap(),
                        _ => document.text(unit),
                    };
                    let words = letters(text_only);
                    assert!(
                        text.contains(&words),
                        "{}: {words} is lost in\n{text}",
                        format.name
                    );
                }
            }
        }
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Blocks by number, their words made of the language and the number.
fn block(kind: u8, word: &str) -> String {
    match kind {
        0 => format!("## {word}头"),
        1 => format!("{word}段，有 `code` 与 [链接](a.md)。"),
        2 => format!("- {word}甲\n- {word}乙\n\n  {word}丙"),
        3 => format!("1. {word}甲\n   - {word}乙\n2. [ ] {word}丙"),
        4 => format!("> [!NOTE]\n> {word}引\n>\n> - {word}列"),
        5 => format!("| {word}一 | {word}二 |\n|---|:-:|\n| {word}三 | |"),
        6 => format!(":::tip {word}题\n\n{word}内\n\n- {word}列\n:::"),
        7 => format!("<details>\n<summary>{word}摘</summary>\n\n{word}内\n\n</details>"),
        8 => format!("见注[^{kind}]。\n\n[^{kind}]: {word}注"),
        9 => format!("![{word}图](img/a.png)"),
        10 => format!("{word}看 [文][ref]。\n\n[ref]: {word}.md"),
        11 => format!("<p align=\"center\">{word}中</p>"),
        12 => "---".to_owned(),
        13 => "```js\nlet a = 1; // x\n```".to_owned(),
        _ => "<!-- 说明 -->".to_owned(),
    }
}

fn text(kinds: &[u8], mark: &str) -> String {
    let blocks = kinds.iter().enumerate();
    let blocks = blocks.map(|(at, kind)| block(*kind, &format!("{mark}{at}")));
    blocks.collect::<Vec<_>>().join("\n\n") + "\n"
}

proptest! {
    #[test]
    fn no_block_and_no_word_is_lost(
        source in prop::collection::vec(0_u8..15, 0..12),
        target in prop::collection::vec(0_u8..15, 0..12),
        is_alike in any::<bool>(),
    ) {
        let target = if is_alike { source.clone() } else { target };
        // A label can be defined once only.
        let once = |kinds: &[u8]| {
            let mut kept: Vec<u8> = Vec::new();
            for kind in kinds {
                if !matches!(kind, 8 | 10) || !kept.contains(kind) {
                    kept.push(*kind);
                }
            }
            kept
        };
        let (source, target) = (once(&source), once(&target));
        assert_nothing_is_lost(&bitext(&text(&source, "源"), &text(&target, "Draft")));
    }
}

#[test]
fn labels_of_the_source_are_kept_apart() {
    let bitext = bitext(
        "甲[^1]，[乙][r]，[丙][same]。\n\n[^1]: 注\n\n[r]: zh.md\n[same]: all.md\n",
        "One[^1], [two][r], [three][same].\n\n[^1]: Note\n\n[r]: en.md\n[same]: all.md\n",
    );
    let text = written(&bitext, Form::Plain, Side::Source);
    assert_eq!(
        text,
        "甲[^zh-1]，[乙][zh-r]，[丙][same]。\n\nOne[^1], [two][r], [three][same].\n\n[^zh-1]: 注\n\n[^1]: Note\n\n\
         [r]: en.md\n[same]: all.md\n[zh-r]: zh.md\n"
    );
}

#[test]
fn a_placeholder_is_no_words_of_the_draft() {
    let bitext = bitext(
        "# 题\n\n甲。\n\n乙。\n",
        "# Title\n\nOne.\n\n<!-- duizhao-new: 乙。 -->\n",
    );
    let text = written(&bitext, Form::Quote, Side::Source);
    assert_eq!(
        text,
        "> **题**\n\n# Title\n\n> 甲。\n\nOne.\n\n> 乙。\n\n*[Not translated yet]*\n"
    );
}
