//! Gathers what the site rules may ask for: the files of the project and all of its documents, when they are asked for.

use crate::edge::project::discover::Project;
use crate::edge::project::walk;
use crate::edge::project::walk::Paths;
use crate::lint::pages::Page;
use crate::lint::pages::SiteFiles;
use crate::lint::pages::Tree;
use crate::lint::site;
use camino::Utf8Path;

/// Makes the files of a project; `all` are its documents, where they are known. Files are listed once, by the first rule that wants to know
/// of one.
pub fn gather<'a>(project: &'a Project, all: Option<Vec<Paths>>) -> SiteFiles<'a> {
    let generator = |draft: &str| {
        let site = site::of_path(&project.sites, draft);
        site.map(|site| site.generator)
    };
    SiteFiles::new(generator, move || {
        // Where files cannot be listed, nothing is said of them.
        let files = project.files.list(Utf8Path::new("")).unwrap_or_default();
        let files = files
            .into_iter()
            .map(|path| path.into_string().replace('\\', "/"));
        let pages: Vec<Page> = match &all {
            Some(all) => all.iter().map(page).collect(),
            None => {
                let all = walk::walk(project, &[]).unwrap_or_default();
                all.iter().map(page).collect()
            }
        };
        Tree::new(files, &pages)
    })
}

fn page(paths: &Paths) -> Page {
    Page {
        source: paths.source.to_string(),
        target: paths.target.to_string(),
        lang: paths.target_lang.clone(),
    }
}
