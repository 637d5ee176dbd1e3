//! What gettext asks of a header.

use crate::interchange::po::file::PoFile;
use crate::interchange::po::header::PoHeader;
use crate::interchange::po::plural::Plural;
use crate::interchange::problem::Problems;
use crate::text::notice::Notice;
use crate::text::span::Span;

/// Fields that a header has, each with the value that stands in a fresh template.
const FIELDS: &[(&str, &str)] = &[
    ("Project-Id-Version", "PACKAGE VERSION"),
    ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
    ("Last-Translator", "FULL NAME <EMAIL@ADDRESS>"),
    ("Language-Team", "LANGUAGE <LL@li.org>"),
    ("Language", ""),
    ("MIME-Version", ""),
    ("Content-Type", "text/plain; charset=CHARSET"),
    ("Content-Transfer-Encoding", "ENCODING"),
];

/// Numbers that a plural expression is tried on.
const TRIED: u64 = 1000;

/// A form that fewer numbers take may do without the number: “one file”. So gettext has it.
const RARE: usize = 5;

/// The plural forms of a file.
pub struct Forms {
    /// How many there are.
    pub n: u32,
    /// Those that only few numbers take.
    pub rare: Vec<usize>,
}

/// Checks the header, and returns the plural forms, where it tells of them.
pub fn check(file: &PoFile, is_template: bool, problems: &mut Problems) -> Option<Forms> {
    let Some(header) = &file.header else {
        let has_entries = file.entries.iter().any(|entry| !entry.is_obsolete);
        if has_entries {
            problems.warning(Notice::new("po-no-header"), Span::new(0, 0));
        }
        return None;
    };
    let whole = header.entry.translation_span(0);
    for (name, initial) in FIELDS {
        match header.field(name) {
            None => {
                let notice = Notice::new("po-header-missing").arg("field", name);
                problems.warning(notice, whole);
            }
            Some(field) if !is_template && !initial.is_empty() && field.value == *initial => {
                let notice = Notice::new("po-header-initial").arg("field", name);
                problems.warning(notice.arg("value", initial), field.span);
            }
            Some(_) => {}
        }
    }
    twice(header, problems);
    charset(file, header, is_template, problems);
    language(header, is_template, problems);
    plural(file, header, is_template, problems)
}

fn twice(header: &PoHeader, problems: &mut Problems) {
    for (index, field) in header.fields.iter().enumerate() {
        let mut before = header.fields[..index].iter();
        if before.any(|other| other.name.eq_ignore_ascii_case(&field.name)) {
            let notice = Notice::new("po-header-twice").arg("field", &field.name);
            problems.warning(notice, field.span);
        }
    }
}

/// What is read is UTF-8; a header that says otherwise misleads every program that believes it.
fn charset(file: &PoFile, header: &PoHeader, is_template: bool, problems: &mut Problems) {
    let Some(field) = header.field("Content-Type") else {
        return;
    };
    let Some(charset) = header.charset() else {
        problems.warning(Notice::new("po-no-charset"), field.span);
        return;
    };
    let is_utf8 = ["UTF-8", "UTF8"]
        .iter()
        .any(|known| charset.eq_ignore_ascii_case(known));
    if is_utf8 || (is_template && charset == "CHARSET") {
        return;
    }
    let notice = Notice::new("po-charset").arg("charset", charset);
    match file.source.text().is_ascii() {
        true => problems.warning(notice, field.span),
        false => problems.error(notice, field.span),
    }
}

/// `ll`, `ll_CC`, `ll@variant`: gettext's own form of a language tag.
fn language(header: &PoHeader, is_template: bool, problems: &mut Problems) {
    let Some(field) = header.field("Language").filter(|_| !is_template) else {
        return;
    };
    let (tag, _) = field.value.split_once('@').unwrap_or((&field.value, ""));
    let is_part = |part: &str| {
        (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
    };
    let first = tag.split(['_', '-']).next().unwrap_or_default();
    let is_language = first.len() <= 3 && first.chars().all(|c| c.is_ascii_lowercase());
    if !is_language || !tag.split(['_', '-']).all(is_part) {
        let notice = Notice::new("po-language").arg("value", &field.value);
        problems.warning(notice, field.span);
    }
}

fn plural(
    file: &PoFile,
    header: &PoHeader,
    is_template: bool,
    problems: &mut Problems,
) -> Option<Forms> {
    let has_plurals = file
        .entries
        .iter()
        .any(|entry| entry.plural_id.is_some() && !entry.is_obsolete);
    let Some(field) = header.field("Plural-Forms") else {
        if has_plurals && !is_template {
            let place = header.entry.translation_span(0);
            problems.error(Notice::new("po-plural-missing"), place);
        }
        return None;
    };
    let is_initial = field.value.contains("INTEGER") || field.value.contains("EXPRESSION");
    if is_template && is_initial {
        return None;
    }
    let Some(plural) = Plural::parse(&field.value) else {
        problems.error(
            Notice::new("po-plural-broken").arg("value", &field.value),
            field.span,
        );
        return None;
    };
    let forms: Option<Vec<u64>> = (0..=TRIED).map(|n| plural.form(n)).collect();
    let Some(forms) = forms else {
        problems.error(Notice::new("po-plural-division"), field.span);
        return None;
    };
    if let Some(worst) = forms
        .iter()
        .max()
        .filter(|form| **form >= u64::from(plural.n_forms))
    {
        let notice = Notice::new("po-plural-large").arg("form", worst);
        problems.error(notice.arg("n", plural.n_forms), field.span);
    }
    let is_rare = |form: &usize| {
        let taken = forms
            .iter()
            .filter(|taken| usize::try_from(**taken) == Ok(*form));
        taken.count() <= RARE
    };
    let n = plural.n_forms;
    let rare = (0..n.min(16) as usize).filter(is_rare).collect();
    Some(Forms { n, rare })
}
