//! `duizhao import`: what comes back from translators, written into the drafts it is for.

use crate::bitext::bitext::Bitext;
use crate::draft::filling;
use crate::draft::filling::Filling;
use crate::edge::cli::commands::export;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::input;
use crate::edge::cli::open;
use crate::edge::cli::output;
use crate::edge::cli::output::FormatParser;
use crate::edge::cli::output::Output;
use crate::edge::cli::ui::Ui;
use crate::edge::project::discover::Project;
use crate::edge::project::jobs::Desk;
use crate::edge::project::walk;
use crate::edge::project::walk::Paths;
use crate::interchange::input::Input;
use crate::interchange::job::account::Account;
use crate::interchange::job::account::Item;
use crate::interchange::job::account::REFUSED;
use crate::interchange::job::plan;
use crate::interchange::job::plan::Plan;
use crate::interchange::job::plan::PlanSettings;
use crate::interchange::job::plan::Verdict;
use crate::interchange::job::returned::Returned;
use crate::interchange::job::returned::ReturnedSegment;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use camino::Utf8PathBuf;
use clap::builder::PossibleValuesParser;
use std::collections::BTreeSet;
use std::collections::HashMap;
use std::io;
use std::io::Write;

/// What `import` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The files.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<Utf8PathBuf>,
    /// What they are; by their endings without it.
    #[arg(long = "as", value_name = "FORMAT", value_parser = PossibleValuesParser::new(export::names()))]
    pub input_format: Option<String>,
    /// The language of the drafts; what the files say without it.
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// Writes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// What is said to be unfinished, too, as a machine's.
    #[arg(long)]
    pub unfinished: bool,
    /// Over a draft, too, where nothing tells what it said when the translation was made.
    #[arg(long)]
    pub overwrite: bool,
    /// Texts, too, whose inline codes are not those of their source.
    #[arg(long)]
    pub allow_code_changes: bool,
    /// Writes drafts and records nothing.
    #[arg(long)]
    pub no_accept: bool,
    /// The format of the output.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = FormatParser(formats))]
    pub format: Vec<Output>,
}

fn formats() -> Vec<&'static str> {
    vec!["full", "json"]
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let project = Project::discover(&ui.cwd)?;
    let returned = read(ui, args)?;
    let problems: Vec<Notice> = returned
        .iter()
        .flat_map(|returned| returned.problems.iter().cloned())
        .collect();
    if !problems.is_empty() {
        return Err(Failure::Notices(problems));
    }
    let _turn = (!args.dry_run).then(|| open::turn(ui));
    let paths = paths(&project, args, &returned)?;
    let desk = Desk::open(&project, paths)?;
    desk.problems.iter().for_each(|problem| ui.tell(problem));
    if !desk.problems.is_empty() {
        ui.say_message("job-stopped", &[]);
        return Ok(Exit::Failed);
    }
    let segments: Vec<ReturnedSegment> = returned
        .into_iter()
        .flat_map(|returned| returned.segments)
        .collect();
    let (account, notices, n_unwritten) = write(ui, args, &desk, &segments);
    output::write_all(ui, &args.format, "full", &|name, _, out| match name {
        "json" => account.write_json(out),
        _ => tell(ui, &account, &notices, out),
    })?;
    Ok(match (n_unwritten, notices.is_empty()) {
        (0, true) => Exit::Clean,
        (0, false) => Exit::Findings,
        _ => Exit::Failed,
    })
}

fn read(ui: &Ui, args: &Args) -> Result<Vec<Returned>, Failure> {
    let mut returned = Vec::new();
    for file in &args.files {
        let named = args.input_format.as_deref().and_then(export::by_name);
        let Some(format) = named.or_else(|| export::by_ending(file)) else {
            return Err(Notice::new("job-read-format")
                .arg("path", file)
                .arg("known", export::names().join(", "))
                .into());
        };
        let bytes = input::read_bytes(ui, file)?;
        let input = Input {
            name: file.as_str(),
            bytes: &bytes,
        };
        returned.push((format.read)(&input));
    }
    Ok(returned)
}

/// The documents that may be meant: those that are named, in the language that is.
fn paths(project: &Project, args: &Args, returned: &[Returned]) -> Result<Vec<Paths>, Failure> {
    let all = walk::walk(project, &[])?;
    let said = returned.iter().find_map(|returned| returned.target.clone());
    let wanted = args.lang.as_deref().map(Lang::new).or(said);
    let langs: BTreeSet<&Lang> = all.iter().map(|paths| &paths.target_lang).collect();
    let lang = match &wanted {
        Some(lang) => langs
            .iter()
            .find(|known| is_same_lang(known, lang))
            .copied(),
        None if langs.len() == 1 => langs.first().copied(),
        None => None,
    };
    let Some(lang) = lang.cloned() else {
        let known: Vec<&str> = langs.iter().map(|lang| lang.tag()).collect();
        let notice = match &wanted {
            Some(lang) => Notice::new("job-unknown-lang").arg("lang", lang.tag()),
            None => Notice::new("job-which-lang"),
        };
        return Err(notice.arg("known", known.join(", ")).into());
    };
    let segments = || returned.iter().flat_map(|returned| &returned.segments);
    let named: Option<BTreeSet<&str>> = segments().map(|segment| segment.path.as_deref()).collect();
    let is_named = |paths: &Paths| {
        let has = |named: &BTreeSet<&str>| {
            named.contains(paths.source.as_str()) || named.contains(paths.target.as_str())
        };
        named.as_ref().is_none_or(has)
    };
    let all = all.into_iter();
    Ok(all
        .filter(|paths| paths.target_lang == lang && is_named(paths))
        .collect())
}

/// Programs write tags as they like: `en_US`, `EN-us`.
fn is_same_lang(one: &Lang, other: &Lang) -> bool {
    let bare = |lang: &Lang| lang.tag().replace('_', "-").to_lowercase();
    bare(one) == bare(other)
}

/// Plans and writes; returns what was done, what a person has to look at, and how many drafts could not be written.
fn write(
    ui: &Ui,
    args: &Args,
    desk: &Desk<'_>,
    segments: &[ReturnedSegment],
) -> (Account, Vec<Notice>, usize) {
    let bitexts: Vec<&Bitext> = desk.documents.iter().map(|loaded| &loaded.bitext).collect();
    let settings = PlanSettings {
        is_overwriting: args.overwrite,
        takes_unfinished: args.unfinished,
        is_only_writing: args.no_accept,
    };
    let plan = plan::plan(segments, &bitexts, settings);
    let mut account = Account::new(args.dry_run);
    let (mut refused, n_unwritten) = fill(ui, args, desk, &plan, &mut account);
    let mut notices = Vec::new();
    for (at, (segment, verdict)) in segments.iter().zip(&plan.verdicts).enumerate() {
        let (source, span) = &segment.at;
        let refusal = refused.remove(&at);
        let is_refused = refusal.is_some();
        let trouble = refusal.or_else(|| verdict.trouble().map(Notice::new));
        // A draft that could not be written has a place of its own.
        let trouble = trouble.map(|notice| match notice.at {
            Some(_) => notice,
            None => notice.at(source, *span),
        });
        let path = segment.path.clone();
        let place = plan.places.get(at).copied().flatten();
        let place = place.map(|(document, pair)| place_of(bitexts[document], pair));
        let document = place.as_deref().or(path.as_deref()).unwrap_or("?");
        let trouble = trouble.map(|notice| notice.arg("document", document));
        account.push(Item {
            file: source.name().to_owned(),
            line: source.line_of(span.start),
            path,
            key: segment.key.clone(),
            outcome: match is_refused {
                true => REFUSED,
                false => verdict.name(),
            },
            reason: trouble.as_ref().map(|notice| ui.messages.words(notice)),
        });
        notices.extend(trouble);
    }
    (account, notices, n_unwritten)
}

/// Writes what is planned into the drafts; returns which segments were not written, and how many drafts could not be.
fn fill(
    ui: &Ui,
    args: &Args,
    desk: &Desk<'_>,
    plan: &Plan,
    account: &mut Account,
) -> (HashMap<usize, Notice>, usize) {
    let mut refused: HashMap<usize, Notice> = HashMap::new();
    let mut n_unwritten = 0;
    for (document, wanted) in plan.fillings.iter().enumerate() {
        if wanted.is_empty() {
            continue;
        }
        let fillings: Vec<Filling> = wanted.iter().map(|(_, filling)| filling.clone()).collect();
        let filled = desk.fill(document, &fillings, args.allow_code_changes);
        for ((at, _), outcome) in wanted.iter().zip(&filled.outcomes) {
            if let Err(refusal) = outcome {
                refused.insert(*at, filling::notice(refusal));
            }
        }
        if !desk.is_changed(document, &filled) {
            continue;
        }
        let written = match args.dry_run {
            true => Ok(()),
            false => desk.write(document, &filled),
        };
        match written {
            Ok(()) => {
                let target = &desk.documents[document].paths.target;
                account.drafts.push(target.to_string());
            }
            Err(notice) => {
                n_unwritten += 1;
                ui.tell(&notice);
                for (at, _) in wanted {
                    refused.insert(*at, notice.clone());
                }
            }
        }
    }
    (refused, n_unwritten)
}

/// Where a pair stands in its draft; in its source where it has no draft.
fn place_of(bitext: &Bitext, pair: usize) -> String {
    let pair = &bitext.pairs[pair];
    let (document, unit) = match (pair.target.first(), pair.source.first()) {
        (Some(unit), _) => (&bitext.target, unit),
        (None, Some(unit)) => (&bitext.source, unit),
        (None, None) => return bitext.source.source.name().to_owned(),
    };
    let line = document.source.line_of(document.unit(*unit).span.start);
    format!("{}:{line}", document.source.name())
}

fn tell(ui: &Ui, account: &Account, notices: &[Notice], out: &mut dyn Write) -> io::Result<()> {
    for notice in notices {
        writeln!(out, "{}", ui.messages.notice(notice))?;
    }
    let n = |verdict: Verdict| account.count(verdict).to_string();
    let id = match account.dry_run {
        true => "job-would",
        false => "job-done",
    };
    let args = [
        ("written", n(Verdict::Write)),
        ("confirmed", n(Verdict::Confirm)),
        ("same", n(Verdict::Same)),
        (
            "empty",
            (account.count(Verdict::Empty) + account.count(Verdict::Unfinished)).to_string(),
        ),
        ("trouble", notices.len().to_string()),
        ("drafts", account.drafts.len().to_string()),
    ];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, n)| (*name, n.as_str())).collect();
    writeln!(out, "{}", ui.messages.format(id, &args))
}
