//! The number scanner over 20 MB of Chinese and of English, beside a plain pass over the same memory. Rates in MB/s.

use divan::Bencher;
use divan::counter::BytesCount;
use duizhao::text::number::chinese;
use duizhao::text::number::english;

const LENGTH: usize = 20_000_000;

const CHINESE: &str = "下载量突破 6.5亿次，较2024年7月增长了25%。如下图所示，本书内容主要涵盖第三章，旨在帮助你更高效地展开学习。\
                       开源社区的治理并不只是流程问题，它还涉及信任、激励、沟通方式以及长期投入，缺少其中任何一项都会让社区逐渐失去活力。";

const ENGLISH: &str = "It has passed 650 million downloads, 25 percent more than in July 2024. As the figure below shows, this book \
                       mainly covers chapter 3, so that you can study more efficiently. Governing an open source community is not \
                       just about process; it also involves trust, incentives, communication and long-term commitment. ";

fn text(sample: &str) -> String {
    sample.repeat(LENGTH / sample.len())
}

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn numbers_in_chinese(bencher: Bencher) {
    let text = text(CHINESE);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| chinese::scan(divan::black_box(&text)));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn numbers_in_english(bencher: Bencher) {
    let text = text(ENGLISH);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| english::scan(divan::black_box(&text)));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn plain_pass_over_characters(bencher: Bencher) {
    let text = text(CHINESE);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        divan::black_box(&text)
            .chars()
            .map(u32::from)
            .fold(0, u32::wrapping_add)
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn plain_pass_over_bytes(bencher: Bencher) {
    let text = text(CHINESE);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        divan::black_box(&text)
            .bytes()
            .map(u32::from)
            .fold(0, u32::wrapping_add)
    });
}
