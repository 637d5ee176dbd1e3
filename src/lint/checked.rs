//! One bitext after its own checks, and how that is kept: the bitext itself is needed no more.

use crate::lint::finding::Finding;
use crate::lint::finding::Location;
use crate::lint::fix::Applicability;
use crate::lint::fix::Fix;
use crate::lint::meta::RuleMeta;
use crate::lint::meta::Severity;
use crate::lint::rule::Rule;
use crate::lint::runner::CRASH;
use crate::lint::summary::Summary;
use crate::text::edit::Edit;
use crate::text::lang::Lang;
use crate::text::source::Source;
use crate::text::span::Span;
use serde::Deserialize;
use serde::Serialize;

/// The texts of a document's files.
#[derive(Clone, Debug)]
pub struct Texts {
    /// The source document.
    pub source: Source,
    /// The draft.
    pub target: Source,
    /// The lock, when there is one.
    pub lock: Option<Source>,
}

/// One bitext after its own checks.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Its files.
    pub texts: Texts,
    /// The source language.
    pub source_lang: Lang,
    /// The draft's language.
    pub target_lang: Lang,
    /// What was found in it alone.
    pub findings: Vec<Finding>,
    /// What the checks of the whole project ask of it.
    pub summary: Summary,
}

/// The same without the texts, as it can be written down.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeptCheck {
    findings: Vec<KeptFinding>,
    summary: Summary,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct KeptFinding {
    rule: String,
    severity: u8,
    at: KeptPlace,
    related: Vec<KeptPlace>,
    args: Vec<(String, String)>,
    fix: Option<(u8, Vec<(Span, String)>)>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct KeptPlace {
    file: KeptFile,
    span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum KeptFile {
    Source,
    Target,
    Lock,
}

const SEVERITIES: [Severity; 4] = [
    Severity::Off,
    Severity::Info,
    Severity::Warning,
    Severity::Error,
];
const APPLICABILITIES: [Applicability; 3] = [
    Applicability::Safe,
    Applicability::Unsafe,
    Applicability::DisplayOnly,
];

impl Checked {
    /// Lets go of the texts.
    pub fn keep(self) -> KeptCheck {
        let texts = &self.texts;
        KeptCheck {
            findings: self.findings.iter().map(|one| kept(one, texts)).collect(),
            summary: self.summary,
        }
    }
}

impl KeptCheck {
    /// Takes the texts back. What does not fit them or names no rule of `rules` is no finding of theirs; nothing comes of it.
    pub fn with(
        self,
        texts: Texts,
        languages: (Lang, Lang),
        rules: &[&'static Rule],
    ) -> Option<Checked> {
        let findings = self.findings.into_iter();
        let findings = findings.map(|one| finding(one, &texts, rules));
        Some(Checked {
            findings: findings.collect::<Option<_>>()?,
            summary: self.summary,
            source_lang: languages.0,
            target_lang: languages.1,
            texts,
        })
    }
}

fn kept(finding: &Finding, texts: &Texts) -> KeptFinding {
    let place = |at: &Location| KeptPlace {
        file: match at.source.name() {
            name if name == texts.target.name() => KeptFile::Target,
            name if name == texts.source.name() => KeptFile::Source,
            _ => KeptFile::Lock,
        },
        span: at.span,
    };
    let args = finding.args.iter();
    let fix = finding.fix.as_ref().map(|fix| {
        let edits = fix.edits.iter();
        let edits = edits.map(|edit| (edit.span, edit.text.clone()));
        (number(&APPLICABILITIES, fix.applicability), edits.collect())
    });
    KeptFinding {
        rule: finding.rule.id.to_owned(),
        severity: number(&SEVERITIES, finding.severity),
        at: place(&finding.at),
        related: finding.related.iter().map(place).collect(),
        args: args
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
        fix,
    }
}

fn finding(kept: KeptFinding, texts: &Texts, rules: &[&'static Rule]) -> Option<Finding> {
    let known = rules.iter().map(|rule| &rule.meta);
    let mut known = known.chain(std::iter::once(&CRASH));
    let rule = known.find(|rule| rule.id == kept.rule)?;
    let place = |place: KeptPlace| {
        let source = match place.file {
            KeptFile::Source => Some(&texts.source),
            KeptFile::Target => Some(&texts.target),
            KeptFile::Lock => texts.lock.as_ref(),
        };
        Some(Location {
            source: source?.clone(),
            span: place.span,
        })
    };
    let args = kept.args.into_iter();
    let args = args.map(|(name, value)| {
        let own = argument(rule, &name);
        let all = || rules.iter().find_map(|rule| argument(&rule.meta, &name));
        Some((own.or_else(all)?, value))
    });
    let related = kept.related.into_iter().map(place);
    let fix = kept.fix.map(|(applicability, edits)| {
        let edits = edits.into_iter();
        Some(Fix {
            edits: edits.map(|(span, text)| Edit { span, text }).collect(),
            applicability: *APPLICABILITIES.get(usize::from(applicability))?,
        })
    });
    Some(Finding {
        rule,
        severity: *SEVERITIES.get(usize::from(kept.severity))?,
        at: place(kept.at)?,
        related: related.collect::<Option<_>>()?,
        args: args.collect::<Option<_>>()?,
        fix: match fix {
            Some(fix) => Some(fix?),
            None => None,
        },
    })
}

/// The name of an argument as a rule's message has it. There is no argument that no message names.
fn argument(rule: &'static RuleMeta, name: &str) -> Option<&'static str> {
    let message = rule.message;
    let mut places = message.match_indices('$');
    places.find_map(|(at, _)| {
        let rest = message.get(at + 1..)?;
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
        let found = rest.get(..end.unwrap_or(rest.len()))?;
        (found == name).then_some(found)
    })
}

fn number<T: PartialEq>(all: &[T], one: T) -> u8 {
    let idx = all.iter().position(|other| *other == one);
    idx.and_then(|idx| u8::try_from(idx).ok())
        .unwrap_or_default()
}
