//! Segmentation rules of other programs (SRX 2.0; version 1.0 is read alike).
//!
//! `segmentsubflows` and `formathandle` say what becomes of inline codes. They are read over: our codes stand in the text,
//! are never cut, and belong to the sentence before a break if they close something, as everywhere else here.

use crate::interchange::encoding;
use crate::interchange::input::Input;
use crate::interchange::xml;
use crate::interchange::xml::Element;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::sentence::srx;
use crate::text::sentence::srx::LangRules;
use crate::text::sentence::srx::SrxRule;
use crate::text::sentence::srx::SrxRules;
use crate::text::source::Source;
use crate::text::span::Span;

/// A rule with its place: its number among the rules of its name.
struct Placed<'a> {
    name: &'a str,
    number: usize,
    span: Span,
    rule: SrxRule,
}

/// Reads the rules for `langs`; patterns of other languages are not looked at. Where the rules extend ours, ours decide
/// wherever no rule of the file matches.
pub fn read(input: &Input<'_>, langs: &[Lang], is_extending: bool) -> Result<SrxRules, Notice> {
    let source = encoding::text(input)?;
    let root = xml::read(&source)?;
    if root.name != "srx" {
        let notice = Notice::new("srx-not-srx").arg("element", &root.name);
        return Err(notice.at(&source, root.span));
    }
    let header = root.child("header");
    let is_cascading = header.is_some_and(|header| header.attribute("cascade").is_some_and(is_yes));
    let body = root.child("body");
    let maps: Vec<&Element> = body
        .and_then(|body| body.child("maprules"))
        .map_or_else(Vec::new, language_maps);
    let lists = body.and_then(|body| body.child("languagerules"));
    let mut languages = Vec::new();
    for lang in langs {
        let mut rules = Vec::new();
        let mut is_named = false;
        for map in &maps {
            if !applies(&source, map, lang)? {
                continue;
            }
            is_named = true;
            rules.extend(rules_of(&source, lists, map)?);
            if !is_cascading {
                break;
            }
        }
        if is_named {
            languages.push((lang.clone(), compiled(&source, &rules, is_extending)?));
        }
    }
    Ok(SrxRules::new(languages))
}

fn is_yes(value: &str) -> bool {
    value.eq_ignore_ascii_case("yes") || value.eq_ignore_ascii_case("true")
}

/// The language maps in order; version 1.0 has them one level deeper.
fn language_maps(maprules: &Element) -> Vec<&Element> {
    let mut maps = Vec::new();
    for element in maprules.elements() {
        match element.name.as_str() {
            "languagemap" => maps.push(element),
            "maprule" => maps.extend(element.elements()),
            _ => {}
        }
    }
    maps
}

/// Tells whether a language map is meant for a language.
fn applies(source: &Source, map: &Element, lang: &Lang) -> Result<bool, Notice> {
    let pattern = map.attribute("languagepattern").unwrap_or_default();
    srx::names_lang(pattern, lang).map_err(|detail| {
        let notice = Notice::new("srx-language-pattern")
            .arg("pattern", pattern)
            .arg("detail", in_one_line(&detail));
        notice.at(source, map.span)
    })
}

/// The rules that a language map names.
fn rules_of<'a>(
    source: &Source,
    lists: Option<&'a Element>,
    map: &'a Element,
) -> Result<Vec<Placed<'a>>, Notice> {
    let name = map.attribute("languagerulename").unwrap_or_default();
    let mut known = lists.into_iter().flat_map(Element::elements);
    let list = known.find(|list| list.attribute("languagerulename") == Some(name));
    let Some(list) = list else {
        let notice = Notice::new("srx-no-rules").arg("name", name);
        return Err(notice.at(source, map.span));
    };
    let rules = list.elements().filter(|rule| rule.name == "rule");
    let pattern = |rule: &Element, name: &str| rule.child(name).map(Element::exact_text);
    let placed = rules.enumerate().map(|(rule_idx, rule)| Placed {
        name,
        number: rule_idx + 1,
        span: rule.span,
        rule: SrxRule {
            before: pattern(rule, "beforebreak").unwrap_or_default(),
            after: pattern(rule, "afterbreak").unwrap_or_default(),
            is_break: rule.attribute("break").is_none_or(is_yes),
        },
    });
    // A rule without any pattern would decide everywhere: an unfinished entry, which other programs read over, too.
    let is_written = |placed: &Placed<'_>| {
        let rule = &placed.rule;
        !(rule.before.is_empty() && rule.after.is_empty())
    };
    Ok(placed.filter(is_written).collect())
}

fn compiled(
    source: &Source,
    placed: &[Placed<'_>],
    is_extending: bool,
) -> Result<LangRules, Notice> {
    let rules: Vec<SrxRule> = placed.iter().map(|placed| placed.rule.clone()).collect();
    LangRules::new(&rules, is_extending).map_err(|bad| {
        let place = placed.get(bad.rule_idx);
        let notice = Notice::new("srx-pattern")
            .arg("name", place.map_or("", |place| place.name))
            .arg("number", place.map_or(0, |place| place.number))
            .arg("pattern", bad.pattern)
            .arg("detail", in_one_line(&bad.detail));
        notice.at(source, place.map_or_else(Span::default, |place| place.span))
    })
}

/// The engines draw the place under the pattern; the last line says what is wrong.
fn in_one_line(detail: &str) -> &str {
    let last = detail.lines().rfind(|line| !line.trim().is_empty());
    let last = last.unwrap_or(detail).trim();
    last.strip_prefix("error: ").unwrap_or(last)
}
