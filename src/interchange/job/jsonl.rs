//! Work packets: one JSON object a line, with all that a translator needs to know (`duizhao/packet/1`).

use crate::bitext::bitext::PairState;
use crate::interchange::encoding;
use crate::interchange::input::Input;
use crate::interchange::job::content::Job;
use crate::interchange::job::content::JobFile;
use crate::interchange::job::content::Segment;
use crate::interchange::job::format;
use crate::interchange::job::format::Format;
use crate::interchange::job::format::WriteSettings;
use crate::interchange::job::returned::Returned;
use crate::interchange::job::returned::ReturnedSegment;
use crate::interchange::job::returned::ReturnedText;
use crate::interchange::job::returned::Said;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::span::Span;
use serde::Deserialize;
use serde::Serialize;
use std::io;
use std::io::Write;

/// The name of the shape.
const SCHEMA: &str = "duizhao/packet/1";

/// So many neighbors stand on either side.
const N_NEIGHBORS: usize = 2;

/// Work packets.
pub static FORMAT: Format = Format {
    name: "jsonl",
    endings: &["jsonl", "ndjson"],
    is_usual: format::open,
    read,
    write,
};

/// A packet as it is written.
#[derive(Serialize)]
struct Packet<'a> {
    schema: &'static str,
    path: &'a str,
    key: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    line: u32,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'static str>,
    source_lang: &'a str,
    target_lang: &'a str,
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    present_target: Option<&'a str>,
    before: Vec<Neighbor<'a>>,
    after: Vec<Neighbor<'a>>,
    terms: Vec<TermHit<'a>>,
    base: String,
    target: Option<&'a str>,
}

#[derive(Serialize)]
struct Neighbor<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<&'a str>,
}

#[derive(Serialize)]
struct TermHit<'a> {
    source: &'a str,
    targets: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    forbidden: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

fn write(job: &Job, _: &WriteSettings, out: &mut dyn Write) -> io::Result<()> {
    for file in &job.files {
        for (at, segment) in file.segments.iter().enumerate() {
            if segment.is_wanted {
                serde_json::to_writer(&mut *out, &packet(job, file, at, segment))?;
                writeln!(out)?;
            }
        }
    }
    Ok(())
}

fn packet<'a>(job: &'a Job, file: &'a JobFile, at: usize, segment: &'a Segment) -> Packet<'a> {
    let neighbor = |segment: &'a Segment| Neighbor {
        source: &segment.source.text,
        target: segment.translation().map(|target| target.text.as_str()),
    };
    let before = file.segments[at.saturating_sub(N_NEIGHBORS)..at].iter();
    let after = file.segments[at + 1..].iter().take(N_NEIGHBORS);
    let present = Some(segment.target.text.as_str()).filter(|text| !text.is_empty());
    Packet {
        schema: SCHEMA,
        path: &file.source,
        key: &segment.key,
        kind: segment.kind.name(),
        name: segment.name.as_deref(),
        line: segment.line,
        state: segment.state.name(),
        severity: match segment.state {
            PairState::Stale(change) => Some(change.name()),
            _ => None,
        },
        source_lang: job.source.tag(),
        target_lang: job.target.tag(),
        source: &segment.source.text,
        previous_source: segment
            .previous
            .as_ref()
            .map(|before| before.source.as_str()),
        present_target: present,
        before: before.map(neighbor).collect(),
        after: after.map(neighbor).collect(),
        terms: segment
            .terms
            .iter()
            .map(|term| TermHit {
                source: &term.source,
                targets: &term.targets,
                forbidden: &term.forbidden,
                note: term.note.as_deref(),
            })
            .collect(),
        base: segment.base(),
        target: None,
    }
}

/// A packet as it comes back: the rest of what was given out need not.
#[derive(Deserialize)]
struct Answer {
    schema: Option<String>,
    path: Option<String>,
    key: Option<String>,
    source: Option<String>,
    target: Option<String>,
    base: Option<String>,
    level: Option<String>,
    source_lang: Option<String>,
    target_lang: Option<String>,
}

fn read(input: &Input<'_>) -> Returned {
    let source = match encoding::text(input) {
        Ok(source) => source,
        Err(problem) => return Returned::failed(problem),
    };
    let mut returned = Returned::default();
    let mut at = 0;
    for line in source.text().split_inclusive('\n') {
        let span = Span::of(at..at + line.trim_end().len());
        at += line.len();
        if line.trim().is_empty() {
            continue;
        }
        let answer: Answer = match serde_json::from_str(line) {
            Ok(answer) => answer,
            Err(error) => {
                let notice = Notice::new("job-json-broken").arg("detail", error);
                returned.problems.push(notice.at(&source, span));
                continue;
            }
        };
        if let Some(schema) = answer.schema.filter(|schema| schema != SCHEMA) {
            let notice = Notice::new("job-json-schema").arg("schema", schema);
            returned
                .problems
                .push(notice.arg("wanted", SCHEMA).at(&source, span));
            continue;
        }
        if answer.key.is_none() && answer.source.is_none() {
            let notice = Notice::new("job-no-name");
            returned.problems.push(notice.at(&source, span));
            continue;
        }
        let at = (source.clone(), span);
        let said = match Said::of(answer.level.as_deref(), &at) {
            Ok(said) => said,
            Err(notice) => {
                returned.problems.push(notice);
                continue;
            }
        };
        returned.source = returned
            .source
            .or_else(|| answer.source_lang.as_deref().map(Lang::new));
        returned.target = returned
            .target
            .or_else(|| answer.target_lang.as_deref().map(Lang::new));
        let target = answer.target.filter(|text| !text.trim().is_empty());
        returned.segments.push(ReturnedSegment {
            path: answer.path,
            key: answer.key,
            source: answer.source,
            target: target.map(ReturnedText::Markdown),
            base: answer.base,
            level: Some(said.level),
            is_level_said: said.is_said,
            is_memory: false,
            is_everywhere: false,
            at,
        });
    }
    returned
}
