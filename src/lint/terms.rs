//! How bad a wrong term is: what its entry says, else what its standing asks for.

use crate::lint::meta::Severity;
use crate::termbase::concept::Concept;
use crate::termbase::concept::EntrySeverity;
use crate::termbase::concept::Status;

/// Returns the severity of a finding about a concept: `usual` where nothing is said.
pub fn severity(concept: &Concept, usual: Severity) -> Severity {
    let said = match concept.severity {
        None => usual,
        Some(EntrySeverity::Off) => Severity::Off,
        Some(EntrySeverity::Info) => Severity::Info,
        Some(EntrySeverity::Warning) => Severity::Warning,
        Some(EntrySeverity::Error) => Severity::Error,
    };
    match concept.status {
        Status::Proposed => said.min(Severity::Info),
        _ => said,
    }
}
