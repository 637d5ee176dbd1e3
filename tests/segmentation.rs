//! How sentences are cut by settings and rule files.

use duizhao::edge::files::memory::MemoryFiles;
use duizhao::edge::project::discover::Project;
use duizhao::interchange::input::Input;
use duizhao::interchange::srx;
use duizhao::text::lang::Lang;
use duizhao::text::notice::Notice;
use duizhao::text::sentence::srx::SrxRules;
use duizhao::text::sentence::{ReportingClause, Segmentation, split};
use std::sync::Arc;

/// Rules as published files have them: boundaries, lookaround, classes of ICU, quotations.
const FILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="yes"><formathandle type="start" include="no"/></header>
<body><languagerules>
<languagerule languagerulename="First">
  <rule break="no"><beforebreak>\bDr\.\s</beforebreak></rule>
  <rule break="no"><beforebreak>(?&lt;!\d)\bp\.\s</beforebreak><afterbreak>(?![A-Z])</afterbreak></rule>
  <rule break="no"><beforebreak>\b(?i)fig\.[\h\v]*</beforebreak><afterbreak>\d</afterbreak></rule>
  <rule break="no"><beforebreak>\Q...\E\s</beforebreak><afterbreak>\p{Ll}</afterbreak></rule>
  <rule break="no"><beforebreak>[\p{L}&amp;&amp;[^a]]\.\u00A0</beforebreak></rule>
  <rule break="no"><beforebreak>([A-Z])\1\.\s</beforebreak></rule>
</languagerule>
<languagerule languagerulename="Latin">
  <rule break="yes"><beforebreak>[.!?]+["\p{Pe}]*\s</beforebreak><afterbreak/></rule>
  <rule><beforebreak></beforebreak><afterbreak>§\d</afterbreak></rule>
</languagerule>
<languagerule languagerulename="Wide">
  <rule break="yes"><afterbreak>~~</afterbreak></rule>
  <rule break="no"><beforebreak>\w[。！？](」|』)?</beforebreak><afterbreak>\s*（?[12３-９\d-–]+</afterbreak></rule>
  <rule break="yes"><beforebreak>[[\p{L}|\d-–]）”？][。！？]</beforebreak><afterbreak>.</afterbreak></rule>
  <rule break="yes"><beforebreak>[。！？]</beforebreak><afterbreak>[”“~]</afterbreak></rule>
</languagerule>
<languagerule languagerulename="Broken"><rule break="no"><beforebreak>ok</beforebreak></rule>
  <rule break="yes"><beforebreak>[a-</beforebreak></rule></languagerule>
</languagerules><maprules>
  <languagemap languagepattern="(EN|de|zh).*" languagerulename="First"/>
  <languagemap languagepattern="(en|de).*" languagerulename="Latin"/>
  <languagemap languagepattern="zh(-.+)?" languagerulename="Wide"/>
  <languagemap languagepattern="xx" languagerulename="Broken"/>
  <languagemap languagepattern="yy" languagerulename="Nowhere"/>
</maprules></body></srx>"#;

fn read(text: &str, lang: &str, is_extending: bool) -> Result<SrxRules, Notice> {
    let input = Input {
        name: "rules.srx",
        bytes: text.as_bytes(),
    };
    srx::read(&input, &[Lang::new(lang)], is_extending)
}

fn cut(lang: &str, is_extending: bool, text: &str) -> String {
    let segmentation = Segmentation {
        rules: Some(Arc::new(
            read(FILE, lang, is_extending).expect("good rules"),
        )),
        ..Segmentation::default()
    };
    let ranges = split(text, &[], &Lang::new(lang), &segmentation);
    let sentences: Vec<&str> = ranges.into_iter().map(|range| &text[range]).collect();
    assert_eq!(sentences.concat(), text);
    sentences.join("|")
}

#[test]
fn the_first_rule_that_matches_decides() {
    for (text, expected) in [
        ("Hi. There! Yes?\nNo.", "Hi. |There! |Yes?\n|No."),
        ("See Dr. No. XDr. No.", "See Dr. No. |XDr. |No."),
        ("ÄDr. No. é Dr. É.", "ÄDr. |No. |é Dr. É."),
        (
            "See p. 5. See 5p. 6. See p. A.",
            "See p. 5. |See 5p. |6. |See p. |A.",
        ),
        (
            "See Fig. 1. See FIG.\t2. See fig. A.",
            "See Fig. 1. |See FIG.\t2. |See fig. |A.",
        ),
        ("Well... no. Well... No.", "Well... no. |Well... |No."),
        ("b.\u{a0}C a.\u{a0}C", "b.\u{a0}C a.\u{a0}|C"),
        ("AA. B. AB. C.", "AA. B. |AB. |C."),
        ("A §1 B §2", "A |§1 B |§2"),
        ("", ""),
    ] {
        assert_eq!(cut("en-US", false, text), expected);
    }
}

#[test]
fn codes_addresses_and_numbers_stay_whole() {
    assert_eq!(
        cut(
            "en",
            false,
            "Use `a. b` here. Pay 3. 4 is $x. y$ too. https://a.b/?c d."
        ),
        "Use `a. b` here. |Pay 3. |4 is $x. y$ too. |https://a.b/?c d."
    );
    assert_eq!(cut("de", false, "§1§2 3§4"), "§1|§2 3|§4");
    let rules = Arc::new(read(FILE, "en", false).expect("good rules"));
    let segmentation = Segmentation {
        rules: Some(rules),
        ..Segmentation::default()
    };
    let mask = 2..8;
    let ranges = split("A [b. c] d. e.", &[mask], &Lang::new("en"), &segmentation);
    assert_eq!(ranges, [0..12, 12..14]);
}

#[test]
fn a_file_replaces_ours_or_extends_them() {
    assert_eq!(
        cut("zh-Hans", false, "好。“行。”他说。走。"),
        "好。|“行。|”他说。|走。"
    );
    assert_eq!(
        cut("zh", false, "好。走。1。好~~。走"),
        "好。|走。1。|好|~~。走"
    );
    // Languages that the file does not name keep our rules.
    assert_eq!(
        cut("ja", false, "猫である。名前はない。"),
        "猫である。|名前はない。"
    );
    let extended = cut("zh", true, "Dr. 王来了？！好……真的？Dr. 李。");
    assert_eq!(extended, "Dr. 王来了？|！|好……真的？|Dr. 李。");
}

#[test]
fn a_broken_file_is_told_with_its_place() {
    let told = |text: &str, lang: &str| {
        let notice = read(text, lang, false).expect_err("a broken file");
        let place = notice
            .at
            .as_ref()
            .map(|(source, span)| source.line_column(span.start).line);
        format!("{}: {notice}", place.unwrap_or_default())
    };
    let pattern = told(FILE, "xx");
    assert!(
        pattern.starts_with("24: srx-pattern name=Broken number=2 pattern=[a- detail=unclosed"),
        "{pattern}"
    );
    assert_eq!(told(FILE, "yy"), "30: srx-no-rules name=Nowhere");
    assert_eq!(told("<tmx/>", "en"), "1: srx-not-srx element=tmx");
    let bad = FILE.replace("(en|de).*", "(en|de");
    assert!(told(&bad, "en").starts_with("27: srx-language-pattern pattern=(en|de detail="));
}

#[test]
fn settings_reach_the_documents() {
    let settings = |segmentation: &str| {
        format!(
            "version: 1\nsource: zh-Hans\ntargets: [en]\ncontent: [{{source: 'zh/{{path}}', target: 'en/{{path}}'}}]\nsegmentation: {segmentation}\n"
        )
    };
    let open = |segmentation: &str| {
        let config = settings(segmentation);
        let files = [("duizhao.yaml", config.as_str()), ("rules.srx", FILE)];
        Project::open("/p".into(), Box::new(MemoryFiles::new(files)))
            .map(|project| project.segmentation)
            .map_err(|notices| notices[0].to_string())
    };
    let segmentation = open("{reporting: split, srx: rules.srx}").expect("good settings");
    assert_eq!(segmentation.reporting, ReportingClause::Split);
    let rules = segmentation.rules.expect("rules");
    assert!(rules.of_lang(&Lang::new("en")).is_some());
    assert!(rules.of_lang(&Lang::new("ja")).is_none());
    for (segmentation, expected) in [
        ("{reporting: maybe}", "config-reporting value=maybe"),
        ("{extend: often}", "config-extend"),
        ("{srx: ../rules.srx}", "config-outside path=../rules.srx"),
        (
            "{srx: none.srx}",
            "file-missing path=none.srx detail=entity not found",
        ),
        ("{srcs: a}", "config-unknown-key key=srcs nearest=srx"),
    ] {
        assert_eq!(open(segmentation).expect_err(segmentation), expected);
    }
}
