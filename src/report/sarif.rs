//! SARIF 2.1.0, for code scanning. Columns are UTF-16 code units, which is said in the log: readers that pass over it take them so.

use crate::lint::finding::Finding;
use crate::lint::finding::Location;
use crate::lint::meta::RuleMeta;
use crate::lint::meta::Severity;
use crate::report::identity;
use crate::report::place::ColumnUnit;
use crate::report::place::Places;
use crate::report::run::Format;
use crate::report::run::Run;
use crate::report::uri;
use crate::text::edit::Edit;
use crate::text::source::Source;
use crate::text::span::Span;
use serde_json::Value;
use serde_json::json;
use std::collections::BTreeMap;
use std::io;
use std::io::Write;

/// The format.
pub static FORMAT: Format = Format {
    name: "sarif",
    help: "format-sarif",
    write,
};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Where to learn more about the tool: a log without it is warned of.
const HOMEPAGE: &str = if env!("CARGO_PKG_HOMEPAGE").is_empty() {
    concat!("https://docs.rs/", env!("CARGO_PKG_NAME"))
} else {
    env!("CARGO_PKG_HOMEPAGE")
};

fn write(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    let used = run
        .findings
        .iter()
        .map(|finding| (finding.rule.id, finding.rule));
    let used: BTreeMap<&str, &RuleMeta> = used.collect();
    let rules: Vec<&RuleMeta> = used.into_values().collect();
    let names = identity::names(run.findings);
    let mut writer = Writer {
        run,
        places: Places::counting(ColumnUnit::Utf16),
        related: Places::counting(ColumnUnit::Utf16),
    };
    let named = run.findings.iter().zip(names);
    let results: Vec<Value> = named
        .map(|(finding, name)| writer.result(finding, &name, &rules))
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "duizhao",
                "informationUri": HOMEPAGE,
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| describe(rule)).collect::<Vec<_>>(),
            }},
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn describe(rule: &RuleMeta) -> Value {
    let docs = rule.docs.trim();
    let summary: Vec<&str> = docs
        .lines()
        .take_while(|line| !line.trim().is_empty())
        .collect();
    let summary = summary
        .iter()
        .map(|line| line.trim())
        .collect::<Vec<_>>()
        .join(" ");
    let mut described = json!({
        "id": rule.id,
        "name": pascal_case(rule.id),
        "defaultConfiguration": {"level": level(rule.severity), "enabled": rule.severity != Severity::Off},
        "properties": {"tags": [rule.group(), format!("mqm:{}", rule.mqm)]},
    });
    if !summary.is_empty() {
        let (first, _) = summary
            .split_once(". ")
            .unwrap_or((summary.trim_end_matches('.'), ""));
        described["shortDescription"] = json!({"text": format!("{first}.")});
        described["fullDescription"] = json!({"text": summary});
        described["help"] = json!({"text": summary, "markdown": docs});
    }
    described
}

/// `num/not-equal` as `NumNotEqual`.
fn pascal_case(id: &str) -> String {
    let words = id.split(['/', '-']);
    let words = words.map(|word| {
        let mut chars = word.chars();
        let first = chars.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(chars).collect::<String>()
    });
    words.collect()
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
        Severity::Off => "none",
    }
}

/// Messages are sentences here.
fn sentence(text: &str) -> String {
    match text.ends_with(['.', '!', '?', '\u{3002}']) {
        true => text.to_owned(),
        false => format!("{text}."),
    }
}

struct Writer<'a> {
    run: &'a Run<'a>,
    places: Places,
    related: Places,
}

impl Writer<'_> {
    fn result(&mut self, finding: &Finding, name: &str, rules: &[&RuleMeta]) -> Value {
        let rule_idx = rules.binary_search_by(|rule| rule.id.cmp(finding.rule.id));
        let mut result = json!({
            "ruleId": finding.rule.id,
            "ruleIndex": rule_idx.unwrap_or_default(),
            "level": level(finding.severity),
            "message": {"text": sentence(&self.run.english.finding(finding))},
            "locations": [{"physicalLocation": self.physical(&finding.at)}],
            "partialFingerprints": {"duizhao/v1": name},
        });
        let related = finding.related.iter().enumerate();
        let related: Vec<Value> = related.map(|(idx, at)| self.counterpart(idx, at)).collect();
        if !related.is_empty() {
            result["relatedLocations"] = Value::from(related);
        }
        if let Some(fix) = &finding.fix {
            let edits = fix.edits.iter();
            let edits: Vec<Value> = edits
                .map(|edit| self.replacement(&finding.at.source, edit))
                .collect();
            result["fixes"] = json!([{
                "description": {"text": format!("A fix that is {}.", fix.applicability.name())},
                "artifactChanges": [{
                    "artifactLocation": {"uri": self.uri(&finding.at.source)},
                    "replacements": edits,
                }],
            }]);
        }
        result
    }

    fn uri(&self, source: &Source) -> String {
        uri::of_path(&format!("{}{}", self.run.folder, source.name()))
    }

    fn physical(&mut self, at: &Location) -> Value {
        json!({
            "artifactLocation": {"uri": self.uri(&at.source)},
            "region": region(&at.source, at.span, &mut self.places),
        })
    }

    fn counterpart(&mut self, idx: usize, at: &Location) -> Value {
        json!({
            "id": idx + 1,
            "message": {"text": "The counterpart."},
            "physicalLocation": {
                "artifactLocation": {"uri": self.uri(&at.source)},
                "region": region(&at.source, at.span, &mut self.related),
            },
        })
    }

    fn replacement(&mut self, source: &Source, edit: &Edit) -> Value {
        json!({
            "deletedRegion": region(source, edit.span, &mut self.places),
            "insertedContent": {"text": edit.text},
        })
    }
}

fn region(source: &Source, span: Span, places: &mut Places) -> Value {
    let start = places.at(source, span.start);
    let end = places.at(source, span.end);
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}
