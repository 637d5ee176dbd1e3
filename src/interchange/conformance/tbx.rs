//! TBX, version 2 (`martif`) and version 3: term bases.

use crate::interchange::conformance::format;
use crate::interchange::conformance::format::Format;
use crate::interchange::markup::grammar::Grammar;
use crate::interchange::markup::tree::ElementId;
use crate::interchange::markup::tree::Tree;
use crate::interchange::markup::tree::XML;
use crate::interchange::markup::value::Type;
use crate::interchange::markup::value::is_language;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;
use std::collections::HashSet;

/// TBX.
pub static FORMAT: Format = Format {
    name: "tbx",
    endings: &[".tbx"],
    is_it: |beginning| matches!(beginning.element, "martif" | "tbx"),
    check,
};

/// The table of version 2.
pub const GRAMMAR_2: &str = include_str!("tbx_2.grammar");

/// The table of version 3.
pub const GRAMMAR_3: &str = include_str!("tbx_3.grammar");

/// The data categories of the public dialects: the module, the element, the category, the levels where it may stand (`-` for
/// any) and its values (`-` for any).
const CATEGORIES: &str = "\
min termNote administrativeStatus - admittedTerm-admn-sts,deprecatedTerm-admn-sts,supersededTerm-admn-sts,preferredTerm-admn-sts,notRecommendedTerm-admn-sts
min termNote usageStatus - preferred,admitted,notRecommended,deprecated,superseded,obsolete
min termNote partOfSpeech - adjective,noun,properNoun,other,verb,adverb
min admin customerSubset conceptEntry,termSec -
min xref externalCrossReference - -
min descrip subjectField conceptEntry -
basic descrip context termSec -
basic ref crossReference conceptEntry,termSec -
basic descrip definition conceptEntry,langSec -
basic termNote geographicalUsage - -
basic termNote grammaticalGender - masculine,feminine,neuter,other
basic admin projectSubset conceptEntry,termSec -
basic transacNote responsibility - -
basic admin source - -
basic termNote termLocation - -
basic termNote termType - fullForm,acronym,abbreviation,shortForm,variant,phrase
basic transac transactionType - origination,creation,modification
basic xref xGraphic conceptEntry,langSec -";

/// Elements whose `type` is a data category.
const HOLDERS: &[&str] = &[
    "admin",
    "adminNote",
    "descrip",
    "descripNote",
    "ref",
    "termNote",
    "transac",
    "transacNote",
    "xref",
];

/// Where the namespaces of modules begin.
const MODULES: &str = "http://www.tbxinfo.net/ns/";

fn check(problems: &mut Problems) -> String {
    let is_old = {
        let beginning = format::Beginning::of(problems.source().text());
        beginning.element == "martif"
    };
    let table = if is_old { GRAMMAR_2 } else { GRAMMAR_3 };
    let grammar = Grammar::parse(table).expect("a test reads the table");
    let Some(tree) = format::tree(problems, &grammar) else {
        return String::new();
    };
    for element in tree.descendants(tree.root()) {
        match tree.name(element) {
            "langSet" | "langSec" => language(&tree, element, problems),
            "termEntry" | "conceptEntry" => twins(&tree, element, problems),
            "term" if tree.text(element).trim().is_empty() => {
                problems.warning(Notice::new("tbx-empty-term"), tree.span(element));
            }
            "date" => date(&tree, element, problems),
            _ => {}
        }
    }
    let dialect = tree.value(tree.root(), "type").unwrap_or_default();
    if !is_old && matches!(&*dialect, "TBX-Min" | "TBX-Basic") {
        categories(&tree, &dialect, problems);
    }
    if is_old {
        "2".to_owned()
    } else {
        "3".to_owned()
    }
}

fn language(tree: &Tree, section: ElementId, problems: &mut Problems) {
    let Some(attribute) = tree.find_in(section, XML, "lang") else {
        return;
    };
    let value = tree.value_of(attribute);
    if !is_language(&value) {
        let notice = Notice::new("xml-value-language").arg("attribute", "xml:lang");
        let notice = notice.arg("value", &value).arg("choices", "");
        problems.error(notice, attribute.value);
    }
}

/// A concept has one section a language.
fn twins(tree: &Tree, concept: ElementId, problems: &mut Problems) {
    let mut seen = HashSet::new();
    for section in tree.children(concept) {
        if let Some(attribute) = tree.find_in(section, XML, "lang")
            && matches!(tree.name(section), "langSet" | "langSec")
            && !seen.insert(tree.value_of(attribute).to_ascii_lowercase())
        {
            let notice = Notice::new("tbx-language-twice");
            let notice = notice.arg("lang", tree.value_of(attribute));
            problems.warning(notice, attribute.value);
        }
    }
}

fn date(tree: &Tree, element: ElementId, problems: &mut Problems) {
    let text = tree.text(element);
    if !Type::Date.holds(&text) {
        let notice = Notice::new("xml-value-date").arg("attribute", "date");
        let notice = notice.arg("value", &text).arg("choices", "");
        problems.error(notice, tree.span(element));
    }
}

/// Holds data categories against those of the dialect, whether they are attributes or elements.
fn categories(tree: &Tree, dialect: &str, problems: &mut Problems) {
    for element in tree.descendants(tree.root()) {
        let is_plain = tree.namespace(element) == tree.namespace(tree.root());
        let module = tree.namespace(element).strip_prefix(MODULES);
        let (holder, name, at) = match (is_plain, module) {
            (true, _) if HOLDERS.contains(&tree.name(element)) => {
                let Some(attribute) = tree.find(element, "type") else {
                    continue;
                };
                (
                    tree.name(element),
                    tree.value_of(attribute).into_owned(),
                    attribute.value,
                )
            }
            (false, Some("min" | "basic")) => {
                ("", tree.name(element).to_owned(), tree.span(element))
            }
            _ => continue,
        };
        let is_of = |row: &[&str]| {
            (row[0] == "min" || dialect == "TBX-Basic")
                && (row[1] == holder || holder.is_empty())
                && row[2] == name
        };
        let mut rows = CATEGORIES
            .lines()
            .map(|line| line.split(' ').collect::<Vec<_>>());
        let Some(row) = rows.find(|row| row.len() == 5 && is_of(row)) else {
            let notice = Notice::new("tbx-category").arg("category", &name);
            problems.error(notice.arg("dialect", dialect), at);
            continue;
        };
        let levels: Vec<&str> = row[3].split(',').collect();
        let mut around = tree.ancestors(element).map(|outer| tree.name(outer));
        let level = around.find(|outer| matches!(*outer, "conceptEntry" | "langSec" | "termSec"));
        if let Some(level) = level.filter(|level| row[3] != "-" && !levels.contains(level)) {
            let notice = Notice::new("tbx-level")
                .arg("category", &name)
                .arg("level", level);
            problems.error(notice.arg("levels", levels.join(", ")), at);
        }
        let text = tree.text(element);
        if row[4] != "-" && !row[4].split(',').any(|value| value == text.trim()) {
            let notice = Notice::new("xml-value-list").arg("attribute", &name);
            let choices = row[4].replace(',', ", ");
            let notice = notice.arg("value", text.trim()).arg("choices", choices);
            problems.error(notice, tree.span(element));
        }
    }
}
