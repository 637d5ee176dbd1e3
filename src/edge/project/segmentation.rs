//! How a project cuts its text into sentences: the settings, and the rule file that they name.

use crate::config::config::Config;
use crate::edge::files::Files;
use crate::edge::project::refusal;
use crate::interchange::input::Input;
use crate::interchange::srx;
use crate::text::lang::Lang;
use crate::text::notice::Notice;
use crate::text::sentence::Segmentation;
use camino::Utf8Path;
use std::sync::Arc;

/// Reads the segmentation of `langs`, and the bytes of the rule file that it was read from. A rule file that cannot be used is refused.
pub fn load(
    files: &dyn Files,
    config: &Config,
    langs: &[Lang],
) -> Result<(Segmentation, Option<Vec<u8>>), Notice> {
    let settings = &config.segmentation;
    let mut segmentation = Segmentation::from(settings.reporting);
    let mut of_file = None;
    if let Some(path) = &settings.srx {
        let bytes = files
            .read(Utf8Path::new(path))
            .map_err(|error| refusal::notice(Utf8Path::new(path), &error))?;
        let input = Input {
            name: path,
            bytes: &bytes,
        };
        let rules = srx::read(&input, langs, settings.is_extending)?;
        segmentation.rules = Some(Arc::new(rules));
        of_file = Some(bytes);
    }
    Ok((segmentation, of_file))
}
