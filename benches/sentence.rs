//! How fast sentences are found, in bytes a second, beside ICU's segmenter and sentencex: 20 MB of the project's own article.
use divan::Bencher;
use divan::counter::BytesCount;
use duizhao::text::lang::Lang;
use duizhao::text::sentence::Segmentation;
use duizhao::text::sentence::split;
use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use std::sync::LazyLock;

fn main() {
    divan::main();
}

const TEXT_LEN: usize = 20_000_000;

static CHINESE: LazyLock<String> =
    LazyLock::new(|| repeated(include_str!("../source/open-vs-closed-models.md")));
static ENGLISH: LazyLock<String> =
    LazyLock::new(|| repeated(include_str!("../translations/en/open-vs-closed-models.md")));

fn repeated(article: &str) -> String {
    article.repeat(TEXT_LEN / article.len() + 1)
}

fn ours(bencher: Bencher<'_, '_>, text: &str, lang: &str) {
    let lang = Lang::new(lang);
    bencher
        .counter(BytesCount::of_str(text))
        .bench(|| split(divan::black_box(text), &[], &lang, &Segmentation::default()));
}

fn icu(bencher: Bencher<'_, '_>, text: &str) {
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    bencher.counter(BytesCount::of_str(text)).bench(|| {
        segmenter
            .segment_str(divan::black_box(text))
            .collect::<Vec<_>>()
    });
}

fn sentencex(bencher: Bencher<'_, '_>, text: &str, lang: &str) {
    bencher
        .counter(BytesCount::of_str(text))
        .bench(|| sentencex::segment(lang, divan::black_box(text)));
}

#[divan::bench(sample_count = 5)]
fn chinese_ours(bencher: Bencher<'_, '_>) {
    ours(bencher, &CHINESE, "zh-Hans");
}

#[divan::bench(sample_count = 5)]
fn chinese_icu(bencher: Bencher<'_, '_>) {
    icu(bencher, &CHINESE);
}

#[divan::bench(sample_count = 5)]
fn chinese_sentencex(bencher: Bencher<'_, '_>) {
    sentencex(bencher, &CHINESE, "zh");
}

#[divan::bench(sample_count = 5)]
fn english_ours(bencher: Bencher<'_, '_>) {
    ours(bencher, &ENGLISH, "en");
}

#[divan::bench(sample_count = 5)]
fn english_icu(bencher: Bencher<'_, '_>) {
    icu(bencher, &ENGLISH);
}

#[divan::bench(sample_count = 5)]
fn english_sentencex(bencher: Bencher<'_, '_>) {
    sentencex(bencher, &ENGLISH, "en");
}

/// A language without rules of its own.
#[divan::bench(sample_count = 5)]
fn other_ours(bencher: Bencher<'_, '_>) {
    ours(bencher, &ENGLISH, "de");
}
