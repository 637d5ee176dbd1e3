//! Gathers what the site rules may ask for: the files of the project and all of its documents, when they are asked for.

use crate::bitext::bitext::Bitext;
use crate::edge::project::discover::Project;
use crate::edge::project::load::Loaded;
use crate::edge::project::walk;
use crate::edge::project::walk::Paths;
use crate::lint::pages::Page;
use crate::lint::pages::SitePages;
use crate::lint::pages::Tree;
use crate::lint::site;
use camino::Utf8Path;

/// Makes the pages of a project, of which `documents` are all or some. Files are listed once, by the first rule that wants to know of
/// one.
pub fn gather<'a>(
    project: &'a Project,
    documents: &'a [&'a Loaded],
    is_whole: bool,
) -> SitePages<'a> {
    let bitexts = documents.iter().map(|loaded| &loaded.bitext);
    let generator = |bitext: &Bitext| {
        let site = site::of_path(&project.sites, bitext.target.source.name());
        site.map(|site| site.generator)
    };
    SitePages::new(generator, bitexts, move || {
        // Where files cannot be listed, nothing is said of them.
        let files = project.files.list(Utf8Path::new("")).unwrap_or_default();
        let files = files
            .into_iter()
            .map(|path| path.into_string().replace('\\', "/"));
        let pages: Vec<Page> = match is_whole {
            true => documents.iter().map(|loaded| page(&loaded.paths)).collect(),
            false => {
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
