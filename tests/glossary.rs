//! Machine edits of glossary files: what was asked for changes, and every other line stays as it is.

use duizhao::termbase::concept::Concept;
use duizhao::termbase::new_entry::NewEntry;
use duizhao::termbase::splice;
use duizhao::termbase::yaml;
use duizhao::text::edit;
use duizhao::text::edit::Edit;
use duizhao::text::source::Source;
use proptest::prelude::*;

fn file(text: &str) -> Source {
    Source::new("terms.yaml", text)
}

fn concepts(file: &Source) -> Vec<Concept> {
    let (termbase, notices) = yaml::read(file);
    assert!(notices.is_empty(), "{notices:?}\n{}", file.text());
    termbase.concepts
}

fn edited(file: &Source, edits: &[Edit]) -> String {
    edit::apply(file.text(), edits).0
}

fn entry(source: &str, target: &str) -> NewEntry {
    NewEntry {
        source: source.to_owned(),
        target: Some(target.to_owned()),
        ..NewEntry::default()
    }
}

fn add(text: &str, new: &NewEntry) -> String {
    let file = file(text);
    edited(&file, &splice::add(&file, new).unwrap())
}

fn admit(text: &str, target: &str) -> String {
    let file = file(text);
    let first = &concepts(&file)[0];
    edited(&file, &splice::admit(&file, first, target).unwrap())
}

fn remove(text: &str, idx: usize) -> String {
    let file = file(text);
    let concept = &concepts(&file)[idx];
    edited(&file, &splice::remove(&file, concept).unwrap())
}

#[test]
fn an_entry_is_added_in_the_style_of_the_last_one() {
    let new = entry("智能体", "agent");
    let cases = [
        ("", "version: 1\nterms:\n  - {src: 智能体, tgt: agent}\n"),
        (
            "# none yet\n",
            "# none yet\nversion: 1\nterms:\n  - {src: 智能体, tgt: agent}\n",
        ),
        (
            "version: 2\n",
            "version: 2\nterms:\n  - {src: 智能体, tgt: agent}\n",
        ),
        (
            "terms: []  # soon\n",
            "terms:\n  - {src: 智能体, tgt: agent}  # soon\n",
        ),
        ("terms:\n", "terms:\n  - {src: 智能体, tgt: agent}\n"),
        (
            "terms:\n- {src: 开源, tgt: open source}",
            "terms:\n- {src: 开源, tgt: open source}\n- {src: 智能体, tgt: agent}",
        ),
        (
            "terms:\n  - src: 开源\n    tgt: open source\n\n  - src: 模型\n    tgt: model\n# end\n",
            "terms:\n  - src: 开源\n    tgt: open source\n\n  - src: 模型\n    tgt: model\n\n  - src: 智能体\n    tgt: agent\n# end\n",
        ),
        (
            "terms:\n  开源: open source\nversion: 3\n",
            "terms:\n  开源: open source\n  智能体: agent\nversion: 3\n",
        ),
        (
            "terms:\r\n  - {src: 开源, tgt: open source}\r\n",
            "terms:\r\n  - {src: 开源, tgt: open source}\r\n  - {src: 智能体, tgt: agent}\r\n",
        ),
    ];
    for (before, after) in cases {
        assert_eq!(add(before, &new), after);
    }
}

#[test]
fn what_yaml_would_take_for_something_else_is_quoted() {
    for text in [
        "yes", "3.10", "a: b", "#1", "- x", "a, b", "[x]", "it's", "\"q\"", "null", "C#", "@x",
        "a\\b",
    ] {
        let after = add(
            "terms:\n  - {src: 开源, tgt: open source}\n",
            &entry("新词", text),
        );
        let concepts = concepts(&file(&after));
        assert_eq!(concepts[1].target.as_deref(), Some(text));
    }
}

#[test]
fn a_target_is_admitted_wherever_the_entry_keeps_its_targets() {
    let cases = [
        ("- {src: 词, tgt: a}", "- {src: 词, tgt: a, allow: [b]}"),
        (
            "- {src: 词, tgt: a, allow: [x, y], note: n}",
            "- {src: 词, tgt: a, allow: [x, y, b], note: n}",
        ),
        (
            "- {src: 词, tgt: a, allow: []}",
            "- {src: 词, tgt: a, allow: [b]}",
        ),
        (
            "- src: 词\n    tgt: a  # why\n    note: n",
            "- src: 词\n    tgt: a  # why\n    allow: [b]\n    note: n",
        ),
        (
            "- src: 词\n    tgt: a\n    allow: U.S., x",
            "- src: 词\n    tgt: a\n    allow: [\"U.S., x\", b]",
        ),
        (
            "- src: 词\n    tgt: a\n    allow:\n      - x\n      - y",
            "- src: 词\n    tgt: a\n    allow:\n      - x\n      - y\n      - b",
        ),
        (
            "- src: 词\n    tgt: [a, x]",
            "- src: 词\n    tgt: [a, x, b]",
        ),
        ("- 词: a", "- 词: [a, b]"),
        ("词: {tgt: 'a'}", "词: {tgt: 'a', allow: [b]}"),
    ];
    for (before, after) in cases {
        let whole = |entry: &str| format!("# mine\nterms:\n  {entry}\n");
        assert_eq!(admit(&whole(before), "b"), whole(after));
    }
    assert_eq!(admit("terms:\n  词: a\n", "b"), "terms:\n  词: [a, b]\n");
}

#[test]
fn an_entry_is_taken_out_with_its_lines() {
    let text = "terms:\n  # one\n  - src: 一个\n    tgt: one\n\n  # two\n  - {src: 两个, tgt: two}\n  - 三个: three\n";
    assert_eq!(
        remove(text, 0),
        "terms:\n  # one\n\n  # two\n  - {src: 两个, tgt: two}\n  - 三个: three\n"
    );
    assert_eq!(
        remove(text, 2),
        "terms:\n  # one\n  - src: 一个\n    tgt: one\n\n  # two\n  - {src: 两个, tgt: two}\n"
    );
    assert_eq!(remove("terms:\n  - {src: 词, tgt: a}\n", 0), "terms:\n");
}

#[test]
fn what_cannot_be_edited_safely_is_refused() {
    let several = file("terms:\n  - {甲方: a, 乙方: b}\n");
    let first = &concepts(&several)[0];
    assert!(splice::remove(&several, first).is_err());
    let flow = file("terms: [{src: 词, tgt: a}, {src: 语, tgt: b}]\n");
    let first = &concepts(&flow)[0];
    assert!(splice::remove(&flow, first).is_err());
}

/// One entry as somebody may have written it; `{}` is its number.
const ENTRIES: &[&str] = &[
    "  - {src: 词{}, tgt: word {}}",
    "  - src: 词{}\n    tgt: word {}\n    # why\n    note: \"a: b\"",
    "  - src: [词{}, 语{}]\n    tgt: word {}\n    allow: [\"x, y\", z]",
    "  - src: 词{}\n    tgt: 'it''s {}'\n    allow:\n      - one\n      - two # last",
    "  - 词{}: word {}",
    "  - src: 词{}\n    note: >\n      folded\n      text\n    tgt: word {}",
    "  - {src: 词{},\n     tgt: word {}}",
    "  - {src: Name{}, dnt: true}",
    "  # a comment\n\n  - {src: 词{}, tgt: word {}, allow: []}  # behind",
];

fn glossary() -> impl Strategy<Value = String> {
    let entries = prop::collection::vec(0..ENTRIES.len(), 1..6);
    (entries, any::<[bool; 4]>()).prop_map(|(entries, [is_crlf, has_end, is_apart, has_tail])| {
        let gap = if is_apart { "\n\n" } else { "\n" };
        let entries = entries.iter().enumerate();
        let entries = entries.map(|(n, kind)| ENTRIES[*kind].replace("{}", &n.to_string()));
        let mut text = format!(
            "# head\nversion: 1\nterms:\n{}",
            entries.collect::<Vec<_>>().join(gap)
        );
        if has_tail {
            text += "\ndefaults: {case: smart}";
        }
        if has_end {
            text += "\n";
        }
        if is_crlf {
            text.replace('\n', "\r\n")
        } else {
            text
        }
    })
}

/// Tells whether `part` and `whole` differ in one place only, where `part` has at most so many lines of its own.
fn is_kept(part: &str, whole: &str, n_changed: usize) -> bool {
    let (part, whole): (Vec<&str>, Vec<&str>) = (part.lines().collect(), whole.lines().collect());
    let n_same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| {
        pairs.take_while(|(one, other)| one == other).count()
    };
    let n_before = n_same(&mut part.iter().zip(&whole));
    let n_after = n_same(&mut part.iter().rev().zip(whole.iter().rev()));
    part.len().saturating_sub(n_before + n_after) <= n_changed
}

fn told(concepts: &[Concept]) -> Vec<String> {
    let told = |concept: &Concept| {
        let nowhere = (file(""), duizhao::text::span::Span::default());
        format!(
            "{:?}",
            Concept {
                at: nowhere,
                ..concept.clone()
            }
        )
    };
    concepts.iter().map(told).collect()
}

proptest! {
    #[test]
    fn adding_leaves_all_lines_as_they_are(text in glossary(), target in "[ -~]{0,8}[a-z]") {
        let before = file(&text);
        let after = add(&text, &entry("新词", target.trim()));
        prop_assert!(is_kept(&text, &after, 0), "{text}\n---\n{after}");
        let (old, new) = (concepts(&before), concepts(&file(&after)));
        prop_assert_eq!(told(&old), told(&new[..old.len()]));
        prop_assert_eq!(new.last().unwrap().target.as_deref(), Some(target.trim()));
    }

    #[test]
    fn admitting_changes_one_line_and_one_entry(text in glossary(), which in any::<prop::sample::Index>(), target in "[ -~]{0,8}[a-z]") {
        let before = file(&text);
        let mut old = concepts(&before);
        let idx = which.index(old.len());
        let edits = splice::admit(&before, &old[idx], target.trim()).unwrap();
        let after = edited(&before, &edits);
        prop_assert!(is_kept(&text, &after, 1), "{text}\n---\n{after}");
        old[idx].allow.push(target.trim().to_owned());
        prop_assert_eq!(told(&old), told(&concepts(&file(&after))));
    }

    #[test]
    fn removing_takes_one_entry_and_adds_nothing(text in glossary(), which in any::<prop::sample::Index>()) {
        let before = file(&text);
        let mut old = concepts(&before);
        let idx = which.index(old.len());
        let edits = splice::remove(&before, &old[idx]).unwrap();
        let after = edited(&before, &edits);
        prop_assert!(is_kept(&after, &text, 0), "{text}\n---\n{after}");
        old.remove(idx);
        prop_assert_eq!(told(&old), told(&concepts(&file(&after))));
    }
}
