//! `duizhao glossary import`: entries of other programs' glossaries, as proposals at the end of a glossary file.

use crate::edge::cli::commands::glossary::export;
use crate::edge::cli::commands::glossary::export::names;
use crate::edge::cli::failure::Exit;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::input;
use crate::edge::cli::open;
use crate::edge::cli::output;
use crate::edge::cli::ui::Ui;
use crate::edge::files::Before;
use crate::edge::project::discover::Project;
use crate::edge::project::glossary;
use crate::edge::project::walk;
use crate::interchange::glossary::append;
use crate::interchange::glossary::append::Keys;
use crate::interchange::glossary::exchange::Entry;
use crate::interchange::glossary::exchange::Import;
use crate::interchange::glossary::exchange::ImportSettings;
use crate::interchange::glossary::yaml as words;
use crate::interchange::input::Input;
use crate::termbase::fold::fold;
use crate::termbase::termbase::Termbase;
use crate::termbase::yaml;
use crate::text::notice::Notice;
use crate::text::source::Source;
use camino::Utf8Path;
use camino::Utf8PathBuf;
use clap::builder::PossibleValuesParser;
use std::collections::BTreeMap;
use std::io::Write;

/// What `glossary import` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files to read; `-` is standard input.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<Utf8PathBuf>,
    /// The format; by the files' endings without one.
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(names()))]
    pub format: Option<String>,
    /// What a column holds; can be given several times.
    #[arg(long, value_name = "COLUMN=FIELD", value_parser = pair)]
    pub map: Vec<(String, String)>,
    /// What the columns of a table without a header hold.
    #[arg(long, value_name = "FIELD,…", value_delimiter = ',')]
    pub columns: Vec<String>,
    /// The table stands target first.
    #[arg(long)]
    pub reverse: bool,
    /// The licence of the entries.
    #[arg(long, value_name = "LICENCE")]
    pub licence: Option<String>,
    /// The language of the targets; the project's first without one.
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// The glossary file to add to.
    #[arg(long, value_name = "FILE")]
    pub file: Option<Utf8PathBuf>,
    /// Writes nothing, shows the new entries.
    #[arg(long)]
    pub dry_run: bool,
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.rsplit_once('=') {
        Some((column, field)) if !column.is_empty() && !field.is_empty() => {
            Ok((column.to_owned(), field.to_owned()))
        }
        _ => Err("COLUMN=FIELD".to_owned()),
    }
}

/// Runs it.
pub fn run(ui: &Ui, args: &Args) -> Result<Exit, Failure> {
    let (source, target) = export::languages(ui, args.lang.as_deref());
    let settings = ImportSettings {
        map: args.map.clone(),
        columns: args.columns.clone(),
        is_reversed: args.reverse,
        licence: args.licence.clone(),
        ..ImportSettings::new(source, target)
    };
    let mut import = Import::default();
    for path in &args.files {
        let part = read(ui, path, args, &settings)?;
        import.entries.extend(part.entries);
        import.problems.extend(part.problems);
        import.remarks.extend(part.remarks);
    }
    for remark in &import.remarks {
        ui.say(&ui.messages.notice(remark));
    }
    if !import.problems.is_empty() {
        import.problems.push(Notice::new("import-nothing-written"));
        return Err(import.problems.into());
    }
    let _turn = (!args.dry_run).then(|| open::turn(ui));
    let project = Project::discover(&ui.cwd).ok();
    let path = match (&args.file, &project) {
        (Some(path), _) => path.clone(),
        (None, Some(project)) => usual_file(ui, project, &args.files),
        (None, None) if args.dry_run => Utf8PathBuf::from("glossary.yaml"),
        (None, None) => return Err(Notice::new("import-no-file").into()),
    };
    let file = match ui.cwd.join(&path).exists() {
        true => input::read_source(ui, &path)?,
        false => Source::new(path.as_str(), ""),
    };
    let listed = listed(project.as_ref(), &file)?;
    let (entries, n_skipped) = unlisted(ui, import.entries, &listed);
    let keys: Vec<Keys> = entries.iter().map(words::imported).collect();
    let n = keys.len().to_string();
    let said = [("n", n.as_str()), ("path", path.as_str())];
    if n_skipped > 0 {
        ui.say_message("import-skipped", &[("n", &n_skipped.to_string())]);
    }
    if keys.is_empty() {
        ui.say_message("import-none", &said);
        return Ok(Exit::Clean);
    }
    let text = append::append(&file, &keys)?;
    if args.dry_run {
        let mut out = ui.out();
        for keys in &keys {
            out.write_all(words::item(keys, "  ").as_bytes())?;
        }
        out.flush()?;
        ui.say_message("import-would", &said);
        return Ok(Exit::Clean);
    }
    output::replace_file(ui, &path, Before::Text(file.text()), text.as_bytes())?;
    ui.say_message("import-done", &said);
    if let Some(project) = &project
        && !is_of_project(ui, project, &path)
    {
        ui.say_message("import-not-in-project", &[("path", path.as_str())]);
    }
    Ok(Exit::Clean)
}

fn read(
    ui: &Ui,
    path: &Utf8PathBuf,
    args: &Args,
    settings: &ImportSettings,
) -> Result<Import, Failure> {
    let named = args.format.as_deref().and_then(export::by_name);
    let Some(format) = named.or_else(|| export::by_ending(path.as_str())) else {
        return Err(Notice::new("import-which-format")
            .arg("path", path)
            .arg("formats", names().join(", "))
            .into());
    };
    let bytes = input::read_bytes(ui, path)?;
    let input = Input {
        name: path.as_str(),
        bytes: &bytes,
    };
    Ok((format.read)(&input, settings))
}

/// A glossary file of its own, named after the first imported file, beside the project's others.
fn usual_file(ui: &Ui, project: &Project, files: &[Utf8PathBuf]) -> Utf8PathBuf {
    let stem = files
        .first()
        .and_then(|file| file.file_stem())
        .filter(|stem| *stem != "-");
    let globs = project.config.glossary.iter();
    let folder = globs
        .filter_map(|glob| glob.rsplit_once('/'))
        .map(|(folder, _)| folder);
    let mut folder = folder;
    let folder = folder
        .find(|folder| !folder.contains(['*', '{', '[', '?']))
        .unwrap_or("glossary");
    let path = project
        .root
        .join(folder)
        .join(format!("{}.yaml", stem.unwrap_or("imported")));
    let from_here = path.strip_prefix(&ui.cwd).map(Utf8Path::to_path_buf);
    from_here.unwrap_or(path)
}

fn is_of_project(ui: &Ui, project: &Project, path: &Utf8Path) -> bool {
    let Ok(path) = project.relative(&ui.cwd, path) else {
        return false;
    };
    let globs: Vec<String> = project
        .config
        .glossary
        .iter()
        .map(|glob| glob.trim_start_matches("./").to_owned())
        .collect();
    walk::glob_set(&globs).is_match(&path)
}

/// The source forms that stand in the project's glossary or in the file already, each with its place.
fn listed(project: Option<&Project>, file: &Source) -> Result<BTreeMap<String, String>, Failure> {
    let own = project.map(glossary::load).transpose()?;
    let (added, problems) = yaml::read(file);
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let mut forms = BTreeMap::new();
    for termbase in [own.unwrap_or_else(Termbase::default), added] {
        for concept in &termbase.concepts {
            let (source, span) = &concept.at;
            let place = format!("{}:{}", source.name(), source.line_of(span.start));
            for form in &concept.source {
                forms.entry(fold(form)).or_insert_with(|| place.clone());
            }
        }
    }
    Ok(forms)
}

/// Leaves out the source forms that stand already, and says where.
fn unlisted(
    ui: &Ui,
    entries: Vec<Entry>,
    listed: &BTreeMap<String, String>,
) -> (Vec<Entry>, usize) {
    let (mut kept, mut n_skipped) = (Vec::new(), 0);
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    for mut entry in entries {
        let origin = entry.origin();
        entry.concept.source.retain(|form| {
            let folded = fold(form);
            match listed.get(&folded).or_else(|| taken.get(&folded)) {
                None => true,
                Some(place) => {
                    ui.say_message(
                        "import-listed",
                        &[("term", form), ("origin", &origin), ("place", place)],
                    );
                    false
                }
            }
        });
        if entry.concept.source.is_empty() {
            n_skipped += 1;
            continue;
        }
        for form in &entry.concept.source {
            taken.insert(fold(form), origin.clone());
        }
        kept.push(entry);
    }
    (kept, n_skipped)
}
