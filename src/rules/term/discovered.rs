//! The rule `term/discovered`.

use crate::lint::discovery::Gathered;
use crate::lint::project::ProjectCx;
use crate::lint::rule::Check;
use crate::lint::sink::Sink;
use crate::termbase::extract;
use crate::termbase::fold::fold;
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
    /// zh: 推理很慢。推理很快。我们优化推理。模型推理耗时。加速推理过程。推理引擎很好。天气很好。他去上学。她喜欢音乐。今天下雨。我吃饭。猫在睡觉。狗在跑步。鸟在唱歌。
    /// en: Inference is slow. Inference is fast. We optimize inference. The model's reasoning takes time. Speed up the reasoning. The reasoning engine is good. The weather is fine. He goes to school. She likes music. It rains today. I eat. The cat sleeps. The dog runs. The bird sings.
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
        check: Check::Project(check),
    }
}

/// How often a term must stand.
const LEAST: u32 = 4;

fn check(cx: &ProjectCx<'_>, sink: &mut Sink<'_>) {
    if !cx.settings.selection.asks_for(&RULE.meta) {
        return;
    }
    let mut gathered = Gathered::default();
    for document in cx.documents {
        gathered.add(document.bitext);
    }
    let concepts = cx.settings.termbase.concepts.iter();
    let known: BTreeSet<String> = concepts
        .flat_map(|concept| &concept.source)
        .map(|form| fold(form))
        .collect();
    for candidate in extract::extract(&gathered.sentences, LEAST) {
        let [first, _, ..] = candidate.renderings.as_slice() else {
            continue;
        };
        if known.contains(&fold(&candidate.form)) {
            continue;
        }
        let places = |sentences: &[u32]| {
            let at = sentences.first()?;
            gathered.places.get(*at as usize)
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
