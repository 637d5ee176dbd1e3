//! Finds the sites of a project by the configuration files of their generators, and reads those files without running them.

use crate::edge::files::Files;
use crate::edge::project::setting::script;
use crate::edge::project::setting::toml_lines;
use crate::edge::project::setting::tree::Setting;
use crate::edge::project::setting::yaml_lines;
use crate::edge::project::site_settings;
use crate::lint::site::Generator;
use crate::lint::site::Site;
use camino::Utf8Path;
use std::collections::BTreeSet;

/// A configuration file longer than this is not looked at.
const LONGEST: usize = 256 * 1024;

/// Names of configuration files, those that say most first.
const CONFIGS: &[(Generator, &str, &[&str])] = &[
    (Generator::Docusaurus, "docusaurus.config", SCRIPTS),
    (Generator::VitePress, ".vitepress/config", SCRIPTS),
    (Generator::VitePress, ".vitepress/config/index", SCRIPTS),
    (Generator::VuePress, ".vuepress/config", SCRIPTS),
    (Generator::Starlight, "astro.config", SCRIPTS),
    (Generator::MkDocs, "mkdocs", &["yml", "yaml"]),
    (Generator::MdBook, "book", &["toml"]),
    (Generator::Hugo, "hugo", DATA),
    (Generator::Hugo, "config", DATA),
    (Generator::Hugo, "config/_default/hugo", DATA),
    (Generator::Hugo, "config/_default/config", DATA),
    (Generator::Jekyll, "_config", &["yml", "yaml", "toml"]),
];

const SCRIPTS: &[&str] = &["js", "ts", "mjs", "mts", "cjs", "cts"];

const DATA: &[&str] = &["toml", "yaml", "yml", "json"];

/// Finds the sites in `folders` (relative, without a `/` at the end) and in the folders above them.
pub fn find(files: &dyn Files, folders: &[&str]) -> Vec<Site> {
    let mut all: BTreeSet<&Utf8Path> = BTreeSet::new();
    for folder in folders {
        all.extend(Utf8Path::new(folder).ancestors());
    }
    let sites = all
        .into_iter()
        .filter_map(|folder| in_folder(files, folder));
    sites.collect()
}

/// Returns the site whose configuration stands in `folder`.
fn in_folder(files: &dyn Files, folder: &Utf8Path) -> Option<Site> {
    if !folder.as_str().is_empty() && !files.has(folder) {
        return None;
    }
    CONFIGS.iter().find_map(|(generator, stem, extensions)| {
        extensions.iter().find_map(|extension| {
            let path = folder.join(format!("{stem}.{extension}"));
            let settings = read(files, &path)?;
            site(files, *generator, folder, &path, &settings)
        })
    })
}

fn site(
    files: &dyn Files,
    generator: Generator,
    folder: &Utf8Path,
    path: &Utf8Path,
    settings: &Setting,
) -> Option<Site> {
    let below = match folder.as_str() {
        "" => String::new(),
        folder => format!("{folder}/"),
    };
    let mut site = Site::new(generator, path.as_str(), &below);
    match generator {
        Generator::Docusaurus => {
            let package = read(files, &folder.join("package.json"));
            site_settings::docusaurus(&mut site, settings, package.as_ref());
        }
        Generator::VitePress => site_settings::vitepress(&mut site, settings),
        Generator::VuePress => site_settings::vuepress(&mut site, settings),
        Generator::Starlight => site_settings::starlight(&mut site, settings)?,
        Generator::MkDocs => site_settings::mkdocs(&mut site, settings),
        Generator::MdBook => site_settings::mdbook(&mut site, settings),
        Generator::Hugo => {
            let languages = DATA.iter().find_map(|extension| {
                let name = format!("config/_default/languages.{extension}");
                read(files, &folder.join(name))
            });
            site_settings::hugo(&mut site, settings, languages.as_ref())?;
        }
        Generator::Jekyll | Generator::Hexo => site_settings::jekyll(&mut site, settings),
    }
    Some(site)
}

/// Reads a configuration file; one that is not there, is no text or is far too long says nothing.
fn read(files: &dyn Files, path: &Utf8Path) -> Option<Setting> {
    let bytes = files.read(path).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    if text.len() > LONGEST {
        return None;
    }
    Some(match path.extension() {
        Some("toml") => toml_lines::read(&text),
        Some("yml" | "yaml") => yaml_lines::read(&text),
        _ => script::read(&text),
    })
}
