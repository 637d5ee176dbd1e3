//! A name for a finding that stays the same when the text around it moves: services follow findings from run to run by it.

use crate::lint::finding::Finding;
use crate::text::fingerprint::Fingerprint;
use std::collections::HashMap;

/// Returns a name for every finding: of its file, its rule, what it says and the text it marks, never of its line. Of several that are
/// the same the second is told from the first by its number.
pub fn names(findings: &[Finding]) -> Vec<String> {
    let mut seen: HashMap<Fingerprint, usize> = HashMap::new();
    let names = findings.iter().map(|finding| {
        let said = said(finding);
        let name = Fingerprint::of(&said);
        let n_before = seen.entry(name).or_default();
        *n_before += 1;
        match *n_before {
            1 => name.to_string(),
            n => Fingerprint::of(&format!("{said}\n#{n}")).to_string(),
        }
    });
    names.collect()
}

fn said(finding: &Finding) -> String {
    let marked = finding.at.source.slice(finding.at.span);
    let (path, rule) = (finding.at.source.name(), finding.rule.id);
    format!("{path}\n{rule}\n{marked}{}", finding.arguments())
}
