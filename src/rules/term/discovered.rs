//! The rule `term/discovered`.

use crate::lint::finding::Location;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::termbase::extract;
use crate::termbase::fold::fold;
use crate::text::source::Source;
use crate::text::span::Span;
use std::collections::BTreeSet;

crate::declare_rule! {
    /// Finds terms that no glossary lists and that the drafts render in more than one way.
    ///
    /// Terms are found by statistics over all aligned sentences: how often a run of characters stands, how various its neighbors are,
    /// and which phrase of the target it meets. A term must stand at least four times, and each rendering in at least three sentences.
    /// Off by default: some of what it finds are two good renderings. `duizhao glossary extract` shows the same terms and more.
    ///
    /// ## Why it matters
    /// A reader takes two words for two things; a glossary would settle which of them it is.
    ///
    /// ```bad
    /// rules: term/discovered info
    /// zh: 推理很慢。推理很快。推理很贵。优化推理。加速推理。推理能力强。推理过程长。复杂推理难。数学推理难。训练推理。天晴了。下雨了。他去上学。她爱音乐。我吃饭。猫睡觉。狗跑步。鸟唱歌。花开了。树很高。水很冷。山很远。车很新。书很厚。灯亮了。门关了。
    /// en: Inference is slow. Inference is fast. Inference is costly. Optimize inference. Speed up inference. The reasoning is strong. The reasoning is long. Complex reasoning is hard. Mathematical reasoning is hard. Train the reasoning. The sky is clear. It rains. He goes to school. She loves music. I eat. The cat sleeps. The dog runs. The bird sings. Flowers bloom. The tree is tall. The water is cold. The mountain is far. The car is new. The book is thick. The lamp is on. The door is shut.
    /// ```
    ///
    /// ```good
    /// rules: term/discovered info
    /// zh: 推理很慢。推理很快。我们优化推理。
    /// en: Inference is slow. Inference is fast. We optimize inference.
    /// ```
    "term/discovered" {
        severity: Off,
        mqm: "inconsistency",
        since: "0.1.0",
        message: "“{ $term }” stands in no glossary and is rendered as { $renderings }",
        check: Check::Sentences(check),
    }
}

/// How often a term must stand.
const LEAST: u32 = 4;

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    let (mut sentences, mut all_places) = (Vec::new(), Vec::new());
    for document in cx.documents {
        let at = |source: &Source, span: Span| Location {
            source: source.clone(),
            span,
        };
        for one in &document.summary.sentences {
            sentences.push(one.texts.clone());
            let texts = &document.texts;
            all_places.push((at(&texts.source, one.source), at(&texts.target, one.target)));
        }
    }
    let concepts = cx.settings.termbase.concepts.iter();
    let known: BTreeSet<String> = concepts
        .flat_map(|concept| &concept.source)
        .map(|form| fold(form))
        .collect();
    for candidate in extract::extract(&sentences, LEAST) {
        let [first, _, ..] = candidate.renderings.as_slice() else {
            continue;
        };
        if known.contains(&fold(&candidate.form)) {
            continue;
        }
        let places = |sentences: &[u32]| {
            let at = sentences.first()?;
            all_places.get(*at as usize)
        };
        let Some((source, target)) = places(&first.sentences) else {
            continue;
        };
        let renderings: Vec<String> = candidate
            .renderings
            .iter()
            .map(|rendering| format!("“{}” ({})", rendering.text, rendering.sentences.len()))
            .collect();
        let finding = sink.report(target.clone());
        finding.related(source.clone());
        for rendering in candidate.renderings.iter().skip(1) {
            if let Some((_, target)) = places(&rendering.sentences) {
                finding.related(target.clone());
            }
        }
        finding
            .arg("term", &candidate.form)
            .arg("renderings", renderings.join(", "));
    }
}
