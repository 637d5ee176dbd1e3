//! What the rules find in published translations, as a table that is kept beside the manual.

use std::collections::BTreeMap;
use std::fmt::Write;

/// The first line of the table of measured rules.
const HEAD: &str = "rule\tloud\tquiet\tpairs";

/// What the rules find in published translations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noise {
    /// What was read.
    pub corpora: Vec<Corpus>,
    /// What each rule found.
    pub rules: BTreeMap<String, Measured>,
}

/// A published translation that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// Its name.
    pub name: String,
    /// Its repository.
    pub from: String,
    /// Its license.
    pub license: String,
    /// How many documents have both sides.
    pub documents: usize,
    /// How many pairs of prose units have both sides.
    pub pairs: usize,
}

/// What one rule found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// Findings that are warnings or errors.
    pub loud: usize,
    /// Findings that are mere information.
    pub quiet: usize,
    /// How many pairs it looked at.
    pub pairs: usize,
}

/// What a person said of findings of one rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// How many were read.
    pub read: usize,
    /// How many of them are real defects.
    pub real: usize,
}

/// Writes the table as tab-separated values: the corpora as comments, then a row a rule.
pub fn write(noise: &Noise) -> String {
    let mut out = String::new();
    for corpus in &noise.corpora {
        let Corpus {
            name,
            from,
            license,
            documents,
            pairs,
        } = corpus;
        // Writing to a string never fails.
        let _ = writeln!(out, "# {name}\t{from}\t{license}\t{documents}\t{pairs}");
    }
    let _ = writeln!(out, "{HEAD}");
    for (rule, Measured { loud, quiet, pairs }) in &noise.rules {
        let _ = writeln!(out, "{rule}\t{loud}\t{quiet}\t{pairs}");
    }
    out
}

/// Reads what [`write()`] writes; a line that says something else is the error.
pub fn read(text: &str) -> Result<Noise, String> {
    let mut noise = Noise::default();
    for line in text
        .lines()
        .filter(|line| !line.is_empty() && *line != HEAD)
    {
        let row = match line.strip_prefix("# ") {
            Some(corpus) => corpus_row(corpus).map(|corpus| noise.corpora.push(corpus)),
            None => rule_row(line).map(|(rule, measured)| {
                noise.rules.insert(rule, measured);
            }),
        };
        row.ok_or_else(|| line.to_owned())?;
    }
    Ok(noise)
}

/// Reads what people said of findings: rows of a rule, how many were read, how many are real; `#` starts a comment.
pub fn read_by_people(text: &str) -> Result<BTreeMap<String, Read>, String> {
    let mut rules = BTreeMap::new();
    let is_row = |line: &&str| !line.is_empty() && !line.starts_with('#');
    for line in text.lines().filter(is_row).skip(1) {
        let mut fields = line.split('\t');
        let row = (|| {
            let rule = fields.next()?.to_owned();
            let read = number(fields.next())?;
            let real = number(fields.next()).filter(|real| *real <= read)?;
            Some((rule, Read { read, real }))
        })();
        let (rule, read) = row.ok_or_else(|| line.to_owned())?;
        rules.insert(rule, read);
    }
    Ok(rules)
}

fn corpus_row(line: &str) -> Option<Corpus> {
    let mut fields = line.split('\t');
    Some(Corpus {
        name: fields.next()?.to_owned(),
        from: fields.next()?.to_owned(),
        license: fields.next()?.to_owned(),
        documents: number(fields.next())?,
        pairs: number(fields.next())?,
    })
}

fn rule_row(line: &str) -> Option<(String, Measured)> {
    let mut fields = line.split('\t');
    let rule = fields.next()?.to_owned();
    let measured = Measured {
        loud: number(fields.next())?,
        quiet: number(fields.next())?,
        pairs: number(fields.next())?,
    };
    Some((rule, measured))
}

fn number(field: Option<&str>) -> Option<usize> {
    field?.parse().ok()
}
