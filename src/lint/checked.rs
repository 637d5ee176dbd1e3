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
    rule: KeptRule,
    severity: u8,
    at: KeptPlace,
    related: Vec<KeptPlace>,
    args: Vec<(KeptName, String)>,
    fix: Option<(u8, Vec<(Span, String)>)>,
}

/// The number of a rule in the list of all rules; the one behind the last is [`CRASH`].
type KeptRule = usize;

/// The name of an argument: in which rule's message it stands, and at which byte.
type KeptName = (KeptRule, usize);

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
    /// Lets go of the texts. Nothing comes of it where a finding is of no rule in the list of all, `rules`, or has an argument that no
    /// message names.
    pub fn keep(self, rules: &[&'static Rule]) -> Option<KeptCheck> {
        let (texts, findings) = (&self.texts, self.findings.iter());
        let findings = findings.map(|one| kept(one, texts, rules));
        Some(KeptCheck {
            findings: findings.collect::<Option<_>>()?,
            summary: self.summary,
        })
    }
}

impl KeptCheck {
    /// Tells whether the lock's text is asked for.
    pub fn needs_lock(&self) -> bool {
        let is_of_lock = |place: &KeptPlace| place.file == KeptFile::Lock;
        let mut findings = self.findings.iter();
        findings.any(|one| is_of_lock(&one.at) || one.related.iter().any(is_of_lock))
    }

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

fn kept(finding: &Finding, texts: &Texts, rules: &[&'static Rule]) -> Option<KeptFinding> {
    let own = number_of(finding.rule, rules)?;
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
    let args = args.map(|(name, value)| Some((name_place(name, own, rules)?, value.clone())));
    Some(KeptFinding {
        rule: own,
        severity: number(&SEVERITIES, finding.severity),
        at: place(&finding.at),
        related: finding.related.iter().map(place).collect(),
        args: args.collect::<Option<_>>()?,
        fix,
    })
}

fn finding(kept: KeptFinding, texts: &Texts, rules: &[&'static Rule]) -> Option<Finding> {
    let rule = rule_of(kept.rule, rules)?;
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
    let args = args.map(|(name, value)| Some((name_at(name, rules)?, value)));
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

fn number_of(rule: &'static RuleMeta, rules: &[&'static Rule]) -> Option<KeptRule> {
    let found = rules.iter().position(|other| other.meta.id == rule.id);
    found.or_else(|| (rule.id == CRASH.id).then_some(rules.len()))
}

fn rule_of(number: KeptRule, rules: &[&'static Rule]) -> Option<&'static RuleMeta> {
    match rules.get(number) {
        Some(rule) => Some(&rule.meta),
        None => (number == rules.len()).then_some(&CRASH),
    }
}

/// Where a message names an argument: the own rule's, else any.
fn name_place(name: &str, own: KeptRule, rules: &[&'static Rule]) -> Option<KeptName> {
    let mut numbers = std::iter::once(own).chain(0..rules.len());
    numbers.find_map(|number| {
        let message = rule_of(number, rules)?.message;
        let mut marks = message.match_indices('$').map(|(at, _)| (number, at + 1));
        marks.find(|place| name_at(*place, rules) == Some(name))
    })
}

fn name_at((number, at): KeptName, rules: &[&'static Rule]) -> Option<&'static str> {
    let rest = rule_of(number, rules)?.message.get(at..)?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
    rest.get(..end.unwrap_or(rest.len()))
}

fn number<T: PartialEq>(all: &[T], one: T) -> u8 {
    let idx = all.iter().position(|other| *other == one);
    idx.and_then(|idx| u8::try_from(idx).ok())
        .unwrap_or_default()
}
