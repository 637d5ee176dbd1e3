//! How fast sentences are found, in bytes a second.
use divan::Bencher;
use divan::counter::BytesCount;
use duizhao::text::lang::Lang;
use duizhao::text::sentence::Segmentation;
use duizhao::text::sentence::split;

fn main() {
    divan::main();
}

const CHINESE: &str = "开放模型与封闭模型的差距正在缩小。去年还要相差一年，如今只差几个月。“这还不是终点。”一位研究者说，“我们才刚刚开始（至少我这样认为）。”\
    参数从 70 亿增加到 4,050 亿，价格却下降了 12.5%。详见 https://example.com/a.b 的说明！";
const ENGLISH: &str = "The gap between open and closed models is shrinking. Dr. Smith, who works in the U.S. with J. R. Lee, says \
    it is a matter of months. \"We have only begun,\" she said. Prices fell by 12.5 percent, e.g. for small models. ";

fn bench(bencher: Bencher<'_, '_>, piece: &str, lang: &str) {
    let text = piece.repeat(2000);
    let lang = Lang::new(lang);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        split(
            divan::black_box(&text),
            &[],
            &lang,
            &Segmentation::default(),
        )
    });
}

#[divan::bench]
fn chinese(bencher: Bencher<'_, '_>) {
    bench(bencher, CHINESE, "zh-Hans");
}

#[divan::bench]
fn english(bencher: Bencher<'_, '_>) {
    bench(bencher, ENGLISH, "en");
}

#[divan::bench]
fn other(bencher: Bencher<'_, '_>) {
    bench(bencher, ENGLISH, "de");
}
