//! Documents looked at one after the other: each is read, resolved and let go again, so that only what is made of it stays in memory.
//!
//! What other locks offer to a document is known only when all of them were read. Each is therefore resolved by its own lock first; those
//! few of which the others know something are looked at once more.

use crate::edge::project::discover::Project;
use crate::edge::project::elsewhere;
use crate::edge::project::elsewhere::Asking;
use crate::edge::project::glossary;
use crate::edge::project::load;
use crate::edge::project::load::Loaded;
use crate::edge::project::names::Names;
use crate::edge::project::raw::Raw;
use crate::edge::project::walk::Paths;
use crate::lock::elsewhere::Elsewhere;
use crate::lock::elsewhere::Free;
use crate::termbase::termbase::Termbase;
use crate::text::notice::Notice;
use rayon::prelude::*;

/// What was made of a document by its own lock, and what the other locks may be asked for.
struct Seen<T> {
    made: T,
    names: Names,
    free: Free,
}

/// Reads documents and keeps what `make` makes of each, on all threads, in their order. What could not be read, and where the work broke
/// down, is told and left out.
pub fn stream<T: Send>(
    project: &Project,
    paths: &[Paths],
    termbase: &Termbase,
    make: impl Fn(Loaded) -> T + Sync + Send,
) -> (Vec<T>, Vec<Notice>) {
    let align = glossary::align_settings(termbase);
    let nothing = Elsewhere::default();
    let look = |paths: &Paths, elsewhere: &Elsewhere| -> Result<Seen<T>, Vec<Notice>> {
        let read = load::guarded(&paths.source, || {
            Raw::read(project.files.as_ref(), paths.clone())?.parse(project)
        })?;
        load::guarded(&paths.target, || {
            let names = Names::of(&read.source, &read.target, &read.lock);
            let (loaded, free) = read.resolve(elsewhere, &align);
            Ok(Seen {
                made: make(loaded),
                names,
                free,
            })
        })
    };
    let mut seen: Vec<Result<Seen<T>, Vec<Notice>>> = paths
        .par_iter()
        .map(|paths| look(paths, &nothing))
        .collect();
    let asking = paths.iter().zip(&seen).filter_map(|(paths, seen)| {
        let names = &seen.as_ref().ok()?.names;
        let lock = None;
        Some(Asking { paths, names, lock })
    });
    let offers = elsewhere::gather(project, &asking.collect::<Vec<_>>());
    seen.par_iter_mut().zip(paths).for_each(|(seen, paths)| {
        let offer = offers.of(&paths.target_lang);
        if seen.as_ref().is_ok_and(|seen| offer.fits(&seen.free)) {
            *seen = look(paths, offer);
        }
    });
    let (seen, problems) = load::split(seen);
    (seen.into_iter().map(|seen| seen.made).collect(), problems)
}
