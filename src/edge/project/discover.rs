//! Finds the project: `duizhao.yaml`, upwards to the git root.

use crate::config::config::Config;
use crate::config::config::Content;
use crate::config::pattern::Pattern;
use crate::config::yaml;
use crate::document::dialect::Dialect;
use crate::edge::files::Files;
use crate::edge::files::disk::Disk;
use crate::edge::project::load;
use crate::edge::project::place;
use crate::edge::project::segmentation;
use crate::edge::project::site as find_sites;
use crate::lint::site;
use crate::lint::site::Site;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::sentence::Segmentation;
use crate::text::source::Source;
use camino::{Utf8Path, Utf8PathBuf};

/// The name of the settings file.
pub const CONFIG: &str = "duizhao.yaml";

/// A project: its root folder, its settings, its files.
pub struct Project {
    /// The folder of `duizhao.yaml`, absolute.
    pub root: Utf8PathBuf,
    /// Its settings.
    pub config: Config,
    /// How its text is cut into sentences.
    pub segmentation: Segmentation,
    /// The rule file that says so, when there is one.
    pub srx: Option<Vec<u8>>,
    /// The sites that its documents are built into.
    pub sites: Vec<Site>,
    /// The settings file.
    pub config_source: Source,
    /// Its files, relative to the root.
    pub files: Box<dyn Files>,
}

impl Project {
    /// Finds and reads the project that `start` (absolute) lies in.
    pub fn discover(start: &Utf8Path) -> Result<Self, Vec<Notice>> {
        match find(start) {
            Some(root) => Self::open(root.to_owned(), Box::new(Disk::new(root))),
            None => Err(vec![Notice::new("project-missing").arg("folder", start)]),
        }
    }

    /// Reads the project whose settings file stands at the root of `files`.
    pub fn open(root: Utf8PathBuf, files: Box<dyn Files>) -> Result<Self, Vec<Notice>> {
        let config_source =
            load::source(files.as_ref(), CONFIG.into()).map_err(|notice| vec![notice])?;
        let config = yaml::read(&config_source)?;
        let langs = config.languages();
        let (segmentation, srx) =
            segmentation::load(files.as_ref(), &config, &langs).map_err(|notice| vec![notice])?;
        let sites = sites(files.as_ref(), &config);
        Ok(Self {
            root,
            config,
            segmentation,
            srx,
            sites,
            config_source,
            files,
        })
    }

    /// Makes the same project over other files: its settings hold for them too.
    pub fn with_files(&self, files: Box<dyn Files>) -> Self {
        Self {
            root: self.root.clone(),
            config: self.config.clone(),
            segmentation: self.segmentation.clone(),
            srx: self.srx.clone(),
            sites: sites(files.as_ref(), &self.config),
            config_source: self.config_source.clone(),
            files,
        }
    }

    /// Returns the dialect of a file: what the settings say of its content entry, what its site's settings say, what its name says.
    pub fn dialect(&self, path: &Utf8Path) -> Dialect {
        let path = path.as_str();
        let config = &self.config;
        let matches = |content: &&Content| {
            let is_match = |pattern: &str, lang: &Lang| {
                let pattern = Pattern::new(pattern, config.lang_path(lang));
                pattern.capture(path).is_some()
            };
            let mut targets = config.targets_of(content).iter();
            is_match(&content.source, config.source_of(content))
                || targets.any(|lang| is_match(&content.target, lang))
        };
        let mut said = config.content.iter().filter(|one| one.dialect.is_some());
        let said = said.find(matches).and_then(|content| content.dialect);
        let site = || site::of_path(&self.sites, path).map(|site| site.dialect(path));
        said.or_else(site).unwrap_or_else(|| Dialect::of(path))
    }

    /// Returns the project's folder below the root of its git repository, with a `/` at its end; empty at the root and without git.
    pub fn folder(&self) -> String {
        below_repository(&self.root).replace('\\', "/")
    }

    /// Makes the path of the project that `typed`, absolute or relative to `folder` (absolute), stands for; refuses one outside.
    pub fn relative(&self, folder: &Utf8Path, typed: &Utf8Path) -> Result<Utf8PathBuf, Notice> {
        place::relative(&self.root, folder, typed)
    }
}

/// Finds the sites that the content entries lie in.
fn sites(files: &dyn Files, config: &Config) -> Vec<Site> {
    let mut folders: Vec<String> = Vec::new();
    for content in &config.content {
        let source = Pattern::new(&content.source, config.lang_path(config.source_of(content)));
        let targets = config.targets_of(content).iter();
        let targets = targets.map(|lang| Pattern::new(&content.target, config.lang_path(lang)));
        let folder = |pattern: Pattern| match pattern.is_file() {
            true => Utf8Path::new(&pattern.fill(""))
                .parent()
                .map_or_else(String::new, ToString::to_string),
            false => pattern.folder().to_owned(),
        };
        folders.extend(std::iter::once(source).chain(targets).map(folder));
    }
    let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
    find_sites::find(files, &folders)
}

/// The part of `root` below the folder that holds `.git`.
fn below_repository(root: &Utf8Path) -> String {
    let repository = root.ancestors().find(|folder| folder.join(".git").exists());
    let below = repository.and_then(|repository| root.strip_prefix(repository).ok());
    below
        .filter(|below| !below.as_str().is_empty())
        .map_or_else(String::new, |below| format!("{below}/"))
}

/// Finds the folder of the settings file: `start` or one above it, no higher than the root of its git repository.
pub fn find(start: &Utf8Path) -> Option<&Utf8Path> {
    for folder in start.ancestors() {
        if folder.join(CONFIG).symlink_metadata().is_ok() {
            return Some(folder);
        }
        if folder.join(".git").exists() {
            return None;
        }
    }
    None
}
