//! Namespaces of XLIFF 2 and its modules.

/// The core.
pub const CORE: &str = "urn:oasis:names:tc:xliff:document:2.0";
/// Translation candidates.
pub const MATCHES: &str = "urn:oasis:names:tc:xliff:matches:2.0";
/// Glossary.
pub const GLOSSARY: &str = "urn:oasis:names:tc:xliff:glossary:2.0";
/// Metadata.
pub const METADATA: &str = "urn:oasis:names:tc:xliff:metadata:2.0";
/// Resource data.
pub const RESOURCES: &str = "urn:oasis:names:tc:xliff:resourcedata:2.0";
/// Change tracking.
pub const CHANGES: &str = "urn:oasis:names:tc:xliff:changetracking:2.0";
/// Size and length restriction.
pub const SIZES: &str = "urn:oasis:names:tc:xliff:sizerestriction:2.0";
/// Validation.
pub const VALIDATION: &str = "urn:oasis:names:tc:xliff:validation:2.0";
/// Format style.
pub const STYLE: &str = "urn:oasis:names:tc:xliff:fs:2.0";
/// ITS.
pub const ITS: &str = "http://www.w3.org/2005/11/its";
/// The part of ITS that XLIFF adds.
pub const ITS_MODULE: &str = "urn:oasis:names:tc:xliff:itsm:2.1";

/// Prefixes of modules in fragment identifiers, with their namespaces.
pub const PREFIXES: &[(&str, &str)] = &[
    ("mtc", MATCHES),
    ("gls", GLOSSARY),
    ("mda", METADATA),
    ("res", RESOURCES),
    ("ctr", CHANGES),
    ("slr", SIZES),
    ("val", VALIDATION),
    ("fs", STYLE),
    ("its", ITS),
];

/// Tells whether a namespace is the core's or a module's.
pub fn is_known(namespace: &str) -> bool {
    namespace == CORE
        || namespace == ITS_MODULE
        || PREFIXES.iter().any(|(_, known)| *known == namespace)
}
