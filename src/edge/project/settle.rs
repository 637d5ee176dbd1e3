//! Finds counterparts anew once others are accepted: what is settled leaves the rest less to choose from.

use crate::bitext::align::AlignSettings;
use crate::bitext::bitext::Bitext;
use crate::bitext::bitext::LayoutChange;
use crate::bitext::bitext::Pair;
use crate::edge::project::discover::Project;
use crate::edge::project::load;
use crate::edge::project::load::Loaded;
use crate::edge::project::load::Unresolved;
use rayon::prelude::*;

/// Resolves documents anew under the locks they hold now, those that are open; the others stay as they are.
pub fn again(
    project: &Project,
    documents: Vec<Loaded>,
    is_open: &[bool],
    align: &AlignSettings,
) -> Vec<Loaded> {
    let (read, known): (Vec<Unresolved>, Vec<Known>) = documents.into_iter().map(apart).unzip();
    let offers = load::gather(project, &read);
    let all = read.into_par_iter().zip(known).zip(is_open);
    let loaded = all.map(|((read, (pairs, layout)), is_open)| {
        if *is_open {
            let offer = offers.of(&read.paths.target_lang);
            return read.resolve(offer, align).0;
        }
        Loaded {
            paths: read.paths,
            bitext: Bitext {
                source: read.source,
                target: read.target,
                pairs,
                layout,
            },
            lock: read.lock,
            lock_source: read.lock_source,
        }
    });
    loaded.collect()
}

/// What is known of a bitext apart from its documents.
type Known = (Vec<Pair>, Vec<LayoutChange>);

fn apart(loaded: Loaded) -> (Unresolved, Known) {
    let bitext = loaded.bitext;
    let read = Unresolved {
        paths: loaded.paths,
        source: bitext.source,
        target: bitext.target,
        lock: loaded.lock,
        lock_source: loaded.lock_source,
    };
    (read, (bitext.pairs, bitext.layout))
}
