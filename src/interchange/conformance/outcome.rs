//! A check of one file.

use crate::interchange::conformance::format;
use crate::interchange::conformance::format::Format;
use crate::interchange::encoding;
use crate::interchange::input::Input;
use crate::interchange::problem::Problem;
use crate::interchange::problem::Problems;
use crate::lint::meta::Severity;
use crate::text::notice::Notice;

/// What a check has found.
pub struct Outcome {
    /// The format.
    pub format: &'static Format,
    /// The version that the file says to be of, empty where it says none.
    pub version: String,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Problem>,
    /// How many more problems there were.
    pub n_more: usize,
}

impl Outcome {
    /// Tells whether the file breaks the rules of its format.
    pub fn has_errors(&self) -> bool {
        let mut problems = self.problems.iter();
        problems.any(|problem| problem.severity == Severity::Error)
    }
}

/// Checks a file, as the named format or as the one that it is in. It is an error where neither is known.
pub fn check(input: &Input<'_>, format: Option<&'static Format>) -> Result<Outcome, Notice> {
    let source = encoding::text(input)?;
    let Some(format) = format.or_else(|| format::of(&source)) else {
        return Err(Notice::new("interop-which-format").arg("path", input.name));
    };
    let mut problems = Problems::new(source);
    let version = (format.check)(&mut problems);
    problems.sort();
    Ok(Outcome {
        format,
        version,
        problems: problems.list,
        n_more: problems.n_more,
    })
}
