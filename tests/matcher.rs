//! Finding terms: forms, boundaries, places; and reading glossary files.

use duizhao::termbase::concept::Concept;
use duizhao::termbase::fold::Folded;
use duizhao::termbase::fold::fold;
use duizhao::termbase::inflection::forms;
use duizhao::termbase::matcher::Matcher;
use duizhao::termbase::termbase::Termbase;
use duizhao::termbase::verdict::TermChecker;
use duizhao::termbase::verdict::TermSettings;
use duizhao::termbase::verdict::Verdict;
use duizhao::termbase::yaml;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use duizhao::text::span::Span;
use proptest::prelude::*;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

fn termbase(terms: &str) -> Termbase {
    let (termbase, notices) = yaml::read(&Source::new("terms.yaml", format!("terms:\n{terms}")));
    assert!(notices.is_empty(), "{notices:?}");
    termbase
}

/// What the source side finds, as the text has it.
fn found<'t>(terms: &str, text: &'t str) -> Vec<&'t str> {
    let termbase = termbase(terms);
    let matcher = Matcher::source(&termbase, &Lang::new("zh-Hans"));
    let hits = matcher.scan(text, |_, _| true);
    hits.iter().map(|hit| &text[hit.span.clone()]).collect()
}

fn verdicts(terms: &str, source: &str, target: &str) -> Vec<Verdict> {
    let termbase = termbase(terms);
    let checker = TermChecker::new(&termbase, &Lang::new("zh-Hans"), &Lang::new("en"));
    let in_force = checker.in_force(&["docs/page.md"]);
    let settings = TermSettings {
        in_force: &in_force,
        raw_target: target,
        headings: &[],
        is_title: &|_| false,
        spelling: None,
    };
    let hits = checker.check(source, target, &settings);
    hits.into_iter().map(|hit| hit.verdict).collect()
}

#[test]
fn the_leftmost_longest_term_is_found() {
    let terms = "  - {src: 模型, tgt: model}\n  - {src: 大模型, tgt: large model}\n  - {src: 型号, tgt: type}";
    assert_eq!(found(terms, "大模型号称是模型"), ["大模型", "模型"]);
}

#[test]
fn latin_words_end_where_they_end() {
    let terms = "  - {src: GPT, dnt: true}\n  - {src: GPT-2, dnt: true}\n  - {src: AI, dnt: true}\n  - {src: Llama 3, dnt: true}";
    let cases: &[(&str, &[&str])] = &[
        ("GPT-2和GPT", &["GPT-2", "GPT"]),
        ("GPT-4很大", &[]),
        ("GPT-2x", &[]),
        ("开源AI很好", &["AI"]),
        ("OpenAI 与 AIGC", &[]),
        ("Llama 3.1 与 Llama 3。", &["Llama 3"]),
        ("ＡＩ与 Llama\u{a0}3", &["ＡＩ", "Llama\u{a0}3"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(terms, text), *expected, "{text}");
    }
}

#[test]
fn a_shorter_term_is_tried_where_the_longer_does_not_end() {
    let terms = "  - {src: 开源AI, tgt: open source AI}\n  - {src: 开源, tgt: open source}";
    assert_eq!(found(terms, "开源AIGC"), ["开源"]);
}

#[test]
fn a_line_break_inside_chinese_text_is_no_space() {
    let terms = "  - {src: 大模型, tgt: large model}\n  - {src: 开源 AI, tgt: open source AI}";
    assert_eq!(found(terms, "大\n模型与开源AI"), ["大\n模型", "开源AI"]);
    assert_eq!(found(terms, "大 模型"), [""; 0]);
}

#[test]
fn english_forms_are_generated() {
    let cases = [
        ("commit", "committed"),
        ("dependency", "dependencies"),
        ("index", "indices"),
        ("vertex", "vertices"),
        ("overwrite", "overwritten"),
        ("use", "using"),
        ("box", "boxes"),
        ("analysis", "analyses"),
        ("GPU", "GPUs"),
        ("contributor", "contributor's"),
        ("set up", "setting up"),
        ("rate of return", "rates of return"),
        ("pruning", "prune"),
        ("optimization", "optimisation"),
        ("color space", "colour spaces"),
        ("data point", "data points"),
    ];
    for (term, form) in cases {
        let forms = forms(term);
        let is_there = forms.iter().any(|found| found.text == form);
        assert!(is_there, "{term} has no {form}");
    }
}

#[test]
fn no_form_is_another_word() {
    let cases = [("model", "remodeled"), ("use", "user"), ("size", "sise")];
    for (term, other) in cases {
        assert!(forms(term).iter().all(|form| form.text != other), "{other}");
    }
}

#[test]
fn a_filter_on_the_path_is_resolved_before_matching() {
    let terms = "  - {src: 镜像, tgt: image, when: {path: 'docker/**'}}\n  - {src: 镜像, tgt: mirror, when: {path: 'docs/**'}}";
    assert_eq!(verdicts(terms, "用镜像", "an image"), [Verdict::Missing]);
    assert_eq!(
        verdicts(terms, "用镜像", "a mirror"),
        [Verdict::Right(2..8)]
    );
}

#[test]
fn writing_and_case_that_an_entry_does_not_want_are_no_missing_terms() {
    let terms = "  - {src: 开源, tgt: open source, hyphen: exact}\n  - {src: 白皮书, tgt: White Paper, case: exact}";
    let verdicts = verdicts(terms, "开源白皮书", "open-source white paper");
    assert_eq!(verdicts, [Verdict::Variant(0..11), Verdict::Case(12..23)]);
}

#[test]
fn ten_thousand_terms_find_their_places_in_a_long_line() {
    let terms: String = (0..10_000)
        .map(|n| format!("  - {{src: 术语{n}号, tgt: term {n}}}\n"))
        .collect();
    let text = "术语77号与术语9999号。".repeat(2_000);
    assert_eq!(found(&terms, &text).len(), 4_000);
}

#[test]
fn every_shape_of_an_entry_is_read() {
    let text = "version: 3\nlangs: {source: zh-Hans, target: en}\ndefaults: {case: ignore, status: proposed}\nterms:\n  \
        - 开源: open source\n  - {src: [甲, 乙], tgt: [one, two], when: {path: docs/**}, origin: {from: a.csv:1, licence: null}}\n  \
        - {src: 3.10, tgt: no, status: approved}\n  - {src: GitHub, dnt: true}\n";
    let (termbase, notices) = yaml::read(&Source::new("a.yaml", text));
    assert!(notices.is_empty(), "{notices:?}");
    let read: Vec<(String, Option<String>)> = termbase
        .concepts
        .iter()
        .map(|concept| (concept.source.join("|"), concept.target.clone()))
        .collect();
    let pair = |source: &str, target: &str| (source.to_owned(), Some(target.to_owned()));
    let last = ("GitHub".to_owned(), None);
    assert_eq!(
        read,
        [
            pair("开源", "open source"),
            pair("甲|乙", "one"),
            pair("3.10", "no"),
            last
        ]
    );
    assert_eq!(termbase.version, 3);
    assert_eq!(termbase.concepts[1].allow, ["two"]);
    let (map, notices) = yaml::read(&Source::new(
        "b.yaml",
        "terms:\n  开源: open source\n  闭源: null\n",
    ));
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(map.concepts.len(), 2);
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let cases = [
        (
            "terms:\n  - {src: 甲, tgt: a, forbiden: [b]}\n",
            2,
            "glossary-unknown-key key=forbiden nearest=forbid",
        ),
        (
            "terms:\n  - {src: 甲, src: 乙, tgt: a}\n",
            2,
            "glossary-duplicate-key key=src",
        ),
        ("terms:\n  - tgt: a\n", 2, "glossary-no-source"),
        ("terms:\n  - src: 甲\n", 2, "glossary-no-target src=甲"),
        (
            "terms:\n  - {src: 甲, tgt: {a: b}}\n",
            2,
            "glossary-wrong-type expected=text found=map",
        ),
        (
            "terms:\n  - {src: 甲, tgt: a, case: lower}\n",
            2,
            "glossary-bad-value key=case value=lower expected=smart, exact, ignore",
        ),
        ("terms:\n  - {src: '', tgt: a}\n", 2, "glossary-empty-term"),
    ];
    for (text, line, told) in cases {
        let (_, notices) = yaml::read(&Source::new("a.yaml", text));
        let first = notices
            .first()
            .unwrap_or_else(|| panic!("nothing told of {text}"));
        let (source, span) = first.at.clone().expect("a place");
        assert_eq!(first.to_string(), told);
        assert_eq!(source.line_of(span.start), line, "{text}");
    }
    let (_, notices) = yaml::read(&Source::new(
        "a.yaml",
        "version: 1\nterms: [{src: 甲, tgt: a\n",
    ));
    assert_eq!(notices[0].id, "glossary-broken");
}

#[test]
fn one_id_in_two_files_is_told_with_both_places() {
    let read = |name: &str| {
        let text = "terms:\n  - {id: model, src: 模型, tgt: model}\n";
        yaml::read(&Source::new(name, text)).0
    };
    let (_, notices) = Termbase::join(vec![read("a.yaml"), read("b.yaml")]);
    let told: Vec<String> = notices.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["glossary-duplicate-id id=model other=a.yaml:2"]);
}

#[test]
fn deep_nesting_is_refused() {
    let text = format!("terms: {}", "[".repeat(100_000));
    let (_, notices) = yaml::read(&Source::new("a.yaml", text));
    assert_eq!(notices[0].id, "glossary-broken");
}

#[test]
fn characters_fold_as_width_and_case_do() {
    for c in ('!'..='\u{ffff}').filter(|c| !c.is_whitespace()) {
        let wanted: String = std::iter::once(c)
            .nfkc()
            .flat_map(char::to_lowercase)
            .collect();
        let wanted = wanted.replace(['\u{2018}', '\u{2019}'], "'");
        let is_left_out = matches!(
            c,
            '-' | '\u{ad}' | '\u{200b}'
                ..='\u{200d}' | '\u{2010}' | '\u{2011}' | '\u{2060}' | '\u{feff}'
        );
        let text = format!("模{c}x");
        let folded = Folded::of(&text).text;
        let inner = folded
            .strip_prefix('模')
            .and_then(|folded| folded.strip_suffix('x'));
        assert_eq!(inner, Some(if is_left_out { "" } else { &wanted }), "{c:?}");
    }
}

#[test]
fn one_character_holds_one_term() {
    let terms = "  - {src: 株式, tgt: stock}\n  - {src: 会社, tgt: company}";
    assert_eq!(found(terms, "㍿と株式会社"), ["㍿", "株式", "会社"]);
}

/// Finds terms the slow way: every part of the text is folded and compared, longest first.
fn found_slowly(
    terms: &[String],
    text: &str,
    accepts: impl Fn(usize) -> bool,
) -> Vec<Range<usize>> {
    let bounds: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let is_edge =
        |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !['-', '\u{200b}'].contains(&c));
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let patterns: Vec<String> = terms.iter().map(|term| fold(term)).collect();
    let (mut found, mut start_idx) = (Vec::new(), 0);
    while start_idx + 1 < bounds.len() {
        let start = bounds[start_idx];
        let is_term = |end: usize| {
            let (before, inner, after) = (&text[..start], &text[start..end], &text[end..]);
            let (first, last) = (inner.chars().next(), inner.chars().next_back());
            let continues = |c: Option<char>, beyond: Option<char>| {
                is_letter(c) || c == Some('-') && is_letter(beyond)
            };
            let mut chars_before = before.chars().rev();
            let mut chars_after = after.chars();
            let is_cut = is_letter(first) && continues(chars_before.next(), chars_before.next())
                || is_letter(last) && continues(chars_after.next(), chars_after.next());
            let is_whole = is_edge(first) && is_edge(last) && !is_cut;
            let folded = is_whole.then(|| Folded::of(inner).text);
            let mut names = patterns.iter().enumerate();
            names.any(|(idx, pattern)| accepts(idx) && folded.as_ref() == Some(pattern))
        };
        let end_idx = (start_idx + 1..bounds.len())
            .rev()
            .find(|idx| is_term(bounds[*idx]));
        if let Some(end_idx) = end_idx {
            found.push(start..bounds[end_idx]);
        }
        start_idx = end_idx.unwrap_or(start_idx + 1);
    }
    found
}

proptest! {
    #[test]
    fn every_place_of_a_folded_text_is_a_place_of_the_original(text in "[aA\u{ff21} \n\u{a0}\\-开源\u{300c}é\u{200b}ﬁ…]{0,24}") {
        let folded = Folded::of(&text);
        let bounds: Vec<usize> = folded.text.char_indices().map(|(at, _)| at).chain([folded.text.len()]).collect();
        let mut places = folded.places();
        for (idx, start) in bounds.iter().enumerate() {
            for end in &bounds[idx..] {
                let place = places.original(*start..*end);
                prop_assert!(text.get(place.clone()).is_some(), "{place:?} of {text:?}");
            }
        }
    }

    #[test]
    fn terms_are_found_where_the_slow_way_finds_them(
        terms in prop::collection::vec("[abA开源]([ \\-]?[abＡ开源]){0,3}", 1..8),
        text in "[aabABＡ开源放 \\-\n\u{200b}。，]{0,30}",
        refused in prop::collection::vec(prop::bool::weighted(0.3), 8),
    ) {
        let source = Source::new("terms.yaml", String::new());
        let concept = |term: &String| Concept::new(vec![term.clone()], (source.clone(), Span::default()));
        let concepts = terms.iter().map(concept).collect();
        let matcher = Matcher::source(&Termbase { concepts, version: 0 }, &Lang::new("zh-Hans"));
        let hits = matcher.scan(&text, |candidate, _| !refused[candidate.concept]);
        let spans: Vec<Range<usize>> = hits.into_iter().map(|hit| hit.span).collect();
        prop_assert_eq!(spans, found_slowly(&terms, &text, |idx| !refused[idx]));
    }

    #[test]
    fn places_of_terms_are_in_order_and_apart(text in "[aA\u{ff21}ﬁ…㍿½\u{200b}\n \\-开会社]{0,24}") {
        let terms: Vec<String> = ["a", "f", "i", ".", "..", "会社", "株", "式", "1", "2", "开"].map(|term| format!("  - {{src: '{term}', tgt: x}}")).into();
        let matcher = Matcher::source(&termbase(&terms.join("\n")), &Lang::new("zh-Hans"));
        let mut end = 0;
        for hit in matcher.scan(&text, |_, _| true) {
            prop_assert!(hit.span.start >= end && !hit.span.is_empty() && text.get(hit.span.clone()).is_some(), "{:?} of {text:?}", hit.span);
            end = hit.span.end;
        }
    }
}
