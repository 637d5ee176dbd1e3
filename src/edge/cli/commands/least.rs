//! The least coverage that `duizhao check` asks for: of everything, of a language, of some paths; and that it did not fall.

use crate::edge::cli::commands::check::Args;
use crate::edge::cli::commands::gate::Judged;
use crate::edge::cli::failure::Failure;
use crate::edge::cli::ui::Ui;
use crate::edge::project::discover::Project;
use crate::progress::coverage::Coverage;
use crate::report::coverage::percent;
use crate::report::status;
use crate::report::status::StatusRow;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use globset::GlobBuilder;
use globset::GlobSet;
use globset::GlobSetBuilder;
use std::str::FromStr;

/// One `--min-coverage`: `95`, or `docs/**=95` for some paths.
#[derive(Clone, Debug, PartialEq)]
pub struct LeastArg {
    /// Which paths; everything without it.
    pub glob: Option<String>,
    /// In percent.
    pub least: f64,
}

/// What is no number from 0 to 100, or no glob before it.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("not a share in percent")]
pub struct NoShare;

impl FromStr for LeastArg {
    type Err = NoShare;

    fn from_str(text: &str) -> Result<Self, NoShare> {
        let (glob, number) = match text.rsplit_once('=') {
            Some((glob, number)) => (Some(glob), number),
            None => (None, text),
        };
        let least: f64 = number.trim_end_matches('%').parse().map_err(|_| NoShare)?;
        let is_glob = glob.is_none_or(|glob| !glob.is_empty() && self::glob(glob).is_some());
        if !(0.0..=100.0).contains(&least) || !is_glob {
            return Err(NoShare);
        }
        let glob = glob.map(str::to_owned);
        Ok(Self { glob, least })
    }
}

fn glob(glob: &str) -> Option<globset::Glob> {
    // A folder's name means all that is in it.
    let pattern = match glob.strip_suffix('/') {
        Some(folder) => format!("{folder}/**"),
        None => glob.to_owned(),
    };
    let glob = GlobBuilder::new(&pattern).literal_separator(true).build();
    glob.ok()
}

/// One share that is asked for.
pub struct Asked {
    of: Part,
    least: f64,
}

/// Of which documents.
enum Part {
    All,
    Lang(Lang),
    Paths {
        name: String,
        globs: GlobSet,
        is_typed: bool,
    },
}

impl Part {
    fn has(&self, row: &StatusRow) -> bool {
        match self {
            Self::All => true,
            Self::Lang(lang) => row.lang == *lang,
            Self::Paths { globs, .. } => globs.is_match(&row.source) || globs.is_match(&row.target),
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::All => "all",
            Self::Lang(lang) => lang.tag(),
            Self::Paths { name, .. } => name,
        }
    }
}

/// Gathers what is asked for: a bare number of the command line goes before `gate.min-coverage`; paths of both are asked.
pub fn asked(ui: &Ui, project: &Project, args: &Args) -> Result<Vec<Asked>, Failure> {
    let mut asked = Vec::new();
    let mut typed = args.min_coverage.iter().rev();
    match typed.find(|one| one.glob.is_none()) {
        Some(one) => asked.push(Asked {
            of: Part::All,
            least: one.least,
        }),
        None => {
            let least = &project.config.gate.min_coverage;
            let of_all = least.of_all.into_iter().map(|least| (Part::All, least));
            let by_lang = least.by_lang.iter();
            let by_lang = by_lang.map(|(lang, (least, _))| (Part::Lang(lang.clone()), *least));
            let all = of_all.chain(by_lang);
            asked.extend(all.map(|(of, least)| Asked { of, least }));
        }
    }
    for part in &project.config.overrides {
        if let Some(least) = part.min_coverage {
            let of = paths(&part.paths, false);
            asked.push(Asked { of, least });
        }
    }
    for one in &args.min_coverage {
        if let Some(glob) = &one.glob {
            // Paths are typed from where one stands.
            let here = project.relative(&ui.cwd, ".".into())?;
            let glob = match here.as_str() {
                "" | "." => glob.clone(),
                here => format!("{here}/{glob}"),
            };
            let of = paths(&[glob], true);
            let least = one.least;
            asked.push(Asked { of, least });
        }
    }
    Ok(asked)
}

fn paths(globs: &[String], is_typed: bool) -> Part {
    let mut set = GlobSetBuilder::new();
    for glob in globs.iter().filter_map(|glob| self::glob(glob)) {
        set.add(glob);
    }
    Part::Paths {
        name: globs.join(", "),
        globs: set.build().unwrap_or_else(|_| GlobSet::empty()),
        is_typed,
    }
}

/// Tells where less is covered than is asked for. Of a change only what fell by it counts.
pub fn failures(asked: &[Asked], judged: &Judged<'_>) -> Vec<Notice> {
    let mut failures = Vec::new();
    for Asked { of, least } in asked {
        let rows: Vec<&StatusRow> = judged.rows.iter().filter(|row| of.has(row)).collect();
        if rows.is_empty() {
            // A gate that looks at nothing would pass for ever.
            if let (
                Part::Paths {
                    name,
                    is_typed: true,
                    ..
                },
                true,
            ) = (of, judged.is_whole)
            {
                failures.push(Notice::new("check-coverage-nothing").arg("glob", name));
            }
            continue;
        }
        let now = status::total(rows);
        let then = judged.base;
        let then = then.map(|then| status::total(then.iter().filter(|row| of.has(row))));
        if now.ratio() * 100.0 + 1e-9 >= *least
            || then.is_some_and(|then| !now.is_worse_than(&then))
        {
            continue;
        }
        let notice = match then {
            Some(then) => Notice::new("check-coverage-fell").arg("then", percent(then.ratio())),
            None => Notice::new("check-coverage"),
        };
        failures.push(
            notice
                .arg("lang", of.name())
                .arg("coverage", percent(now.ratio()))
                .arg("least", percent(*least / 100.0)),
        );
    }
    failures
}

/// Tells which languages have less coverage, and more left to do, than the base had.
pub fn fallen(judged: &Judged<'_>) -> Vec<Notice> {
    let Some(then) = judged.base else {
        return Vec::new();
    };
    let then = status::by_language(then);
    let mut failures = Vec::new();
    for (lang, _, now) in status::by_language(judged.rows) {
        let before = then.iter().find(|(of, ..)| *of == lang);
        // A language that is new has nothing to fall from.
        let Some((.., before)) = before else { continue };
        if now.is_worse_than(before) {
            failures.push(fell(lang, before, &now));
        }
    }
    failures
}

fn fell(lang: &Lang, then: &Coverage, now: &Coverage) -> Notice {
    Notice::new("check-regression")
        .arg("lang", lang)
        .arg("then", percent(then.ratio()))
        .arg("coverage", percent(now.ratio()))
}
