//! How fast terms are found: 10,000 of them in 20 MB of Chinese, beside a plain automaton and a plain pass over the memory.
use aho_corasick::AhoCorasick;
use aho_corasick::MatchKind;
use divan::Bencher;
use divan::counter::BytesCount;
use duizhao::termbase::concept::Concept;
use duizhao::termbase::fold::Folded;
use duizhao::termbase::fold::fold;
use duizhao::termbase::matcher::Matcher;
use duizhao::termbase::termbase::Termbase;
use duizhao::termbase::verdict::TermChecker;
use duizhao::termbase::verdict::TermSettings;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use duizhao::text::span::Span;
use std::collections::BTreeSet;
use std::sync::LazyLock;

fn main() {
    divan::main();
}

const N_TERMS: usize = 10_000;
const TEXT_LEN: usize = 20_000_000;
const HAN: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度\
    家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但\
    质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手\
    角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打\
    白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须\
    际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂";
const PUNCTUATION: &[&str] = &[
    "，", "，", "，", "。", "。", "、", "“", "”", "：", "（", "）", "\n", "\n\n", "！", "—",
];
const SYLLABLES: &[&str] = &[
    "ra", "ko", "mi", "ten", "sor", "lu", "vec", "dal", "gra", "phi", "net", "ox",
];

/// Numbers that look random and are the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }

    fn pick<T: Copy>(&mut self, among: &[T]) -> T {
        among[self.below(among.len())]
    }

    /// A lower-case word of two or three syllables.
    fn word(&mut self) -> String {
        (0..2 + self.below(2))
            .map(|_| self.pick(SYLLABLES))
            .collect()
    }

    /// A name: `Kosor`, `Tenvec-3`.
    fn name(&mut self) -> String {
        let word = self.word();
        let name = word[..1].to_uppercase() + &word[1..];
        match self.below(3) {
            0 => format!("{name}-{}", self.below(10)),
            _ => name,
        }
    }
}

static HAN_CHARS: LazyLock<Vec<char>> = LazyLock::new(|| HAN.chars().collect());

/// Nine terms in ten are two to five Han characters; the rest are names.
static TERMS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let (mut numbers, mut terms) = (Numbers(1), BTreeSet::new());
    while terms.len() < N_TERMS {
        terms.insert(match numbers.below(10) {
            0 if terms.len() < N_TERMS / 2 => numbers.name(),
            _ => (0..2 + numbers.below(4))
                .map(|_| numbers.pick(&HAN_CHARS))
                .collect(),
        });
    }
    terms.into_iter().collect()
});

static TERMBASE: LazyLock<Termbase> = LazyLock::new(|| {
    let (place, mut numbers) = (Source::new("terms.yaml", String::new()), Numbers(2));
    let concept = |term: &String| {
        let mut concept = Concept::new(vec![term.clone()], (place.clone(), Span::default()));
        concept.target = Some(format!("{} {}", numbers.word(), numbers.word()));
        concept
    };
    Termbase {
        concepts: TERMS.iter().map(concept).collect(),
        version: 0,
    }
});

/// A term stands in about every fortieth character, a mark in every twelfth, a Latin word in every sixtieth.
fn chinese(len: usize, seed: u64) -> String {
    let mut numbers = Numbers(seed);
    let mut text = String::with_capacity(len + 64);
    while text.len() < len {
        match numbers.below(120) {
            0..3 => text.push_str(&TERMS[numbers.below(N_TERMS)]),
            3..13 => text.push_str(numbers.pick(PUNCTUATION)),
            13 => text.push_str(&format!(" {} ", numbers.word())),
            14 => text.push_str(&numbers.name()),
            _ => text.push(numbers.pick(&HAN_CHARS)),
        }
    }
    text
}

static TEXT: LazyLock<String> = LazyLock::new(|| chinese(TEXT_LEN, 3));

#[divan::bench(sample_count = 10, sample_size = 1)]
fn a_matcher(bencher: Bencher<'_, '_>) {
    let matcher = Matcher::source(&TERMBASE, &Lang::new("zh-Hans"));
    let text = TEXT.as_str();
    bencher
        .counter(BytesCount::of_str(text))
        .bench(|| matcher.scan(divan::black_box(text), |_, _| true).len());
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn b_plain_automaton(bencher: Bencher<'_, '_>) {
    let patterns: Vec<String> = TERMS.iter().map(|term| fold(term)).collect();
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(patterns)
        .expect("an automaton of 10,000 terms");
    let folded = Folded::of(&TEXT);
    bencher
        .counter(BytesCount::of_str(&folded.text))
        .bench(|| automaton.find_iter(divan::black_box(&folded.text)).count());
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn c_memory_pass(bencher: Bencher<'_, '_>) {
    let sum = |text: &str| {
        text.bytes()
            .fold(0_u64, |sum, byte| sum.wrapping_add(u64::from(byte)))
    };
    bencher
        .counter(BytesCount::of_str(TEXT.as_str()))
        .bench(|| sum(divan::black_box(&TEXT)));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn d_folding(bencher: Bencher<'_, '_>) {
    bencher
        .counter(BytesCount::of_str(TEXT.as_str()))
        .bench(|| Folded::of(divan::black_box(&TEXT)));
}

/// A thousand pairs of 200 bytes, each with the translations of a few terms.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn e_check_pairs(bencher: Bencher<'_, '_>) {
    let checker = TermChecker::new(&TERMBASE, &Lang::new("zh-Hans"), &Lang::new("en"));
    let in_force = checker.in_force(&["docs/page.md"]);
    let mut numbers = Numbers(4);
    let english = |_| {
        let mut text = String::new();
        while text.len() < 200 {
            text.push_str(&numbers.word());
            text.push(' ');
        }
        text
    };
    let targets: Vec<String> = (0..1000).map(english).collect();
    let pairs: Vec<(String, String)> = (5..).map(|seed| chinese(200, seed)).zip(targets).collect();
    let n_bytes: usize = pairs
        .iter()
        .map(|(source, target)| source.len() + target.len())
        .sum();
    bencher.counter(BytesCount::new(n_bytes)).bench(|| {
        let check = |(source, target): &(String, String)| {
            let settings = TermSettings {
                in_force: &in_force,
                raw_target: target,
                headings: &[],
                is_title: &|_| false,
                spelling: None,
            };
            checker.check(source, target, &settings).len()
        };
        divan::black_box(&pairs).iter().map(check).sum::<usize>()
    });
}
