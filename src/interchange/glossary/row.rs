//! From rows of a term table to entries: both cells read, rows of one term joined.

use crate::interchange::glossary::cell;
use crate::interchange::glossary::cell::Cell;
use crate::interchange::glossary::exchange::Entry;
use crate::interchange::glossary::exchange::Import;
use crate::interchange::glossary::exchange::ImportSettings;
use crate::interchange::glossary::exchange::notice_at;
use crate::interchange::glossary::field;
use crate::interchange::glossary::field::Field;
use crate::interchange::glossary::join;
use crate::interchange::glossary::remark;
use crate::interchange::glossary::remark::Keep;
use crate::termbase::concept::CaseMode;
use crate::termbase::concept::Concept;
use crate::termbase::concept::Status;
use crate::termbase::fold::fold;
use crate::text::lang::Lang;
use crate::text::script::is_han;
use crate::text::source::Source;
use crate::text::span::Span;

/// A term longer than this is none.
const LONGEST_TERM: usize = 200;

/// A note longer than this is none.
const LONGEST_NOTE: usize = 4000;

/// One row of a term table.
#[derive(Clone, Debug)]
pub struct Row {
    /// The cell of the source language.
    pub source: String,
    /// The cell of the target language.
    pub target: String,
    /// The other cells.
    pub rest: Vec<(Field, String)>,
    /// Where it stands.
    pub at: (Source, Span),
}

/// Reads rows; entries and remarks go into `import`.
pub fn read(rows: &[Row], settings: &ImportSettings, import: &mut Import) {
    let mut entries = Vec::new();
    for row in rows {
        match entry(row, settings) {
            Ok(found) => entries.extend(found),
            Err(id) => {
                let remark = notice_at(id, &row.at);
                let term = format!("{} {}", row.source.trim(), row.target.trim());
                let term: String = term.trim().chars().take(40).collect();
                import.remarks.push(remark.arg("term", term));
            }
        }
    }
    ease_capitals(&mut entries);
    import.entries.extend(join::same_source(entries));
}

/// Reads one row; most give one entry, `wrap/unwrap` one a pair.
fn entry(row: &Row, settings: &ImportSettings) -> Result<Vec<Entry>, &'static str> {
    let cells = [&row.source, &row.target];
    if cells.iter().any(|cell| cell.chars().count() > LONGEST_NOTE) {
        return Err("import-too-long");
    }
    let source = cell::read(&row.source, &row.target);
    let target = cell::read(&row.target, &row.source);
    let mut draft = Draft::new(row, settings);
    draft.take_remarks(&source, &target);
    draft.take_rest(row, settings);
    let is_same = |one: &Cell, other: &Cell| {
        one.forms.len() == 1
            && other.forms.len() == 1
            && one.also.is_empty()
            && other.also.is_empty()
            && fold(&one.forms[0]) == fold(&other.forms[0])
    };
    if draft.keep == Keep::Always
        || is_same(&source, &target)
        || source.forms.is_empty() != target.forms.is_empty() && draft.keep != Keep::Translated
    {
        return draft.kept(source, target);
    }
    if source.forms.is_empty() {
        return Err("import-no-source");
    }
    if draft.is_target_forbidden {
        draft.concept.forbid.splice(0..0, target.forms);
        draft.concept.source = with(source.forms, source.also);
        return draft.finish();
    }
    if target.forms.is_empty() {
        return Err("import-no-target");
    }
    if draft.keep == Keep::Sometimes && !settings.target.uses_han() && settings.source.uses_han() {
        // Where the term is kept, the other language's word stands in the source already.
        draft.keep = Keep::Translated;
    }
    let n_forms = source.forms.len();
    if n_forms >= 2
        && n_forms == target.forms.len()
        && row.source.contains('/')
        && row.target.contains('/')
    {
        return draft.pairs(&source, &target);
    }
    let mut targets = with(target.forms, target.also).into_iter();
    draft.concept.target = targets.next();
    draft.concept.allow.splice(0..0, targets);
    if draft.keep == Keep::Sometimes {
        draft.concept.allow.extend(source.forms.clone());
    }
    draft.concept.source = with(source.forms, source.also);
    draft.finish()
}

/// An entry in the making.
struct Draft {
    concept: Concept,
    licence: Option<String>,
    notes: Vec<String>,
    keep: Keep,
    is_target_forbidden: bool,
    target_lang: Lang,
}

impl Draft {
    fn new(row: &Row, settings: &ImportSettings) -> Self {
        let mut concept = Concept::new(Vec::new(), row.at.clone());
        concept.status = Status::Proposed;
        Self {
            concept,
            licence: settings.licence.clone(),
            notes: Vec::new(),
            keep: Keep::Translated,
            is_target_forbidden: false,
            target_lang: settings.target.clone(),
        }
    }

    /// Takes what both cells say beside their terms.
    fn take_remarks(&mut self, source: &Cell, target: &Cell) {
        self.keep = source.keep.max(target.keep);
        let part_of_speech = source.part_of_speech.or(target.part_of_speech);
        self.concept.part_of_speech = part_of_speech.map(str::to_owned);
        self.concept.abbreviation.clone_from(&target.abbreviation);
        self.notes
            .extend(source.notes.iter().chain(&target.notes).cloned());
        if let Some(short) = &source.abbreviation
            && target.abbreviation.as_ref() != Some(short)
            && !target.forms.contains(short)
        {
            self.notes.push(short.clone());
        }
        for form in source.forbidden.iter().chain(&target.forbidden) {
            self.forbid(form);
        }
    }

    /// Forbids a rendering, if it is one of the target language.
    fn forbid(&mut self, form: &str) {
        let has_han = form.chars().any(is_han);
        if has_han == self.target_lang.uses_han()
            && !self.concept.forbid.iter().any(|known| known == form)
        {
            self.concept.forbid.push(form.to_owned());
        }
    }

    fn take_rest(&mut self, row: &Row, settings: &ImportSettings) {
        for (field, text) in &row.rest {
            let texts = || cell::read(text, "").forms;
            match field {
                Field::Allow => self.concept.allow.extend(texts()),
                Field::Forbid => match field::flag(text) {
                    Some(is_forbidden) => self.is_target_forbidden |= is_forbidden,
                    None => texts().iter().for_each(|form| self.forbid(form)),
                },
                Field::PartOfSpeech => {
                    let named = remark::part_of_speech(text).map(str::to_owned);
                    self.concept.part_of_speech = named.or_else(|| Some(text.clone()));
                }
                Field::Definition => self.concept.definition = Some(text.clone()),
                Field::Domain => self.concept.domain = Some(text.clone()),
                Field::Abbreviation => self.concept.abbreviation = Some(text.clone()),
                Field::Status => self.is_target_forbidden |= is_rejected(text),
                Field::DoNotTranslate => match (field::flag(text), remark::keep(text)) {
                    (Some(true), _) | (_, Keep::Always) => self.keep = Keep::Always,
                    (Some(false), _) => {}
                    _ => self.notes.push(text.clone()),
                },
                Field::Translatable if field::flag(text) == Some(false) => self.keep = Keep::Always,
                Field::Case if field::flag(text) == Some(true) || text == "exact" => {
                    self.concept.case = CaseMode::Exact;
                }
                Field::Licence => self.licence = settings.licence.clone().or(Some(text.clone())),
                Field::Origin => self.concept.origin = Some(text.clone()),
                Field::Source | Field::Target | Field::Note => {
                    remark::forbidden(text)
                        .iter()
                        .for_each(|form| self.forbid(form));
                    self.keep = self.keep.max(remark::keep(text));
                    self.notes.push(text.clone());
                }
                _ => {}
            }
        }
    }

    /// The term stays as it is. Which one that is: the one that the other cell says it of.
    fn kept(mut self, source: Cell, target: Cell) -> Result<Vec<Entry>, &'static str> {
        let forms = match source.forms.is_empty() || source.keep == Keep::Always {
            true => target.forms,
            false => source.forms,
        };
        if forms.is_empty() {
            return Err("import-no-source");
        }
        self.concept.source = forms;
        self.concept.is_dnt = true;
        self.concept.allow.clear();
        self.finish()
    }

    /// `listen/listener` and `监听/监听器`: each with its own, the others admitted.
    fn pairs(self, source: &Cell, target: &Cell) -> Result<Vec<Entry>, &'static str> {
        let mut entries = Vec::new();
        for (form_idx, form) in source.forms.iter().enumerate() {
            let mut concept = self.concept.clone();
            concept.source = vec![form.clone()];
            concept.target = target.forms.get(form_idx).cloned();
            let others = target.forms.iter().enumerate();
            let others = others.filter(|(other_idx, _)| *other_idx != form_idx);
            concept
                .allow
                .splice(0..0, others.map(|(_, form)| form.clone()));
            let draft = Self {
                concept,
                licence: self.licence.clone(),
                notes: self.notes.clone(),
                keep: self.keep,
                is_target_forbidden: self.is_target_forbidden,
                target_lang: self.target_lang.clone(),
            };
            entries.extend(draft.finish()?);
        }
        Ok(entries)
    }

    fn finish(mut self) -> Result<Vec<Entry>, &'static str> {
        let mut notes: Vec<String> = Vec::new();
        for note in self.notes {
            if !notes.contains(&note) && note.chars().count() <= LONGEST_NOTE {
                notes.push(note);
            }
        }
        let concept = &mut self.concept;
        concept.note = (!notes.is_empty()).then(|| notes.join("; "));
        let good: Vec<String> = concept
            .target
            .iter()
            .chain(&concept.allow)
            .map(|form| fold(form))
            .collect();
        concept.forbid.retain(|form| !good.contains(&fold(form)));
        let mut seen: Vec<String> = concept.target.iter().cloned().collect();
        concept.allow.retain(|form| {
            let is_new = !seen.contains(form);
            seen.push(form.clone());
            is_new
        });
        concept.id = concept.source.first().cloned().unwrap_or_default();
        let mut terms = concept.source.iter().chain(&concept.target);
        if terms.any(|term| term.chars().count() > LONGEST_TERM) {
            return Err("import-too-long");
        }
        Ok(vec![Entry {
            concept: self.concept,
            licence: self.licence,
        }])
    }
}

fn with(mut forms: Vec<String>, also: Vec<String>) -> Vec<String> {
    for form in also {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

/// Tells whether a status says that the translation is not to be used.
fn is_rejected(status: &str) -> bool {
    let status = status.trim().to_lowercase();
    let words = [
        "forbidden",
        "deprecated",
        "rejected",
        "superseded",
        "not recommended",
        "do not use",
        "禁用",
        "废弃",
        "弃用",
        "不推荐",
        "已拒绝",
    ];
    words.iter().any(|word| status.starts_with(word))
}

/// How many entries tell whether a table writes all its terms with a capital.
const ENOUGH: usize = 10;

/// A table that writes nearly every term with a capital does not ask for capitals in running text.
fn ease_capitals(entries: &mut [Entry]) {
    let is_word = |form: &str| {
        let mut chars = form.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
    };
    let is_latin = |form: &String| form.starts_with(|c: char| c.is_ascii_alphabetic());
    let targets = entries
        .iter()
        .filter_map(|entry| entry.concept.target.as_ref());
    let latin: Vec<&String> = targets.filter(|form| is_latin(form)).collect();
    let n_capital = latin
        .iter()
        .filter(|form| form.starts_with(char::is_uppercase))
        .count();
    if latin.len() < ENOUGH || n_capital * 5 < latin.len() * 4 {
        return;
    }
    for entry in entries {
        let concept = &mut entry.concept;
        let forms = concept.target.iter().chain(&concept.allow);
        if concept.case == CaseMode::Smart && forms.into_iter().any(|form| is_word(form)) {
            concept.case = CaseMode::Ignore;
        }
    }
}
