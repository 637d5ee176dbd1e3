//! What a rule says of itself.

/// How bad a finding is. The gate fails at `Error` unless configured otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Not reported at all.
    Off,
    /// Worth knowing.
    Info,
    /// Probably wrong.
    Warning,
    /// Wrong.
    Error,
}

impl Severity {
    /// Returns the name used in configuration and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// Tells whether it fails a gate that is set at `gate`; at `Off` nothing does.
    pub fn fails(self, gate: Self) -> bool {
        gate != Self::Off && self >= gate
    }

    /// Reads a name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Off, Self::Info, Self::Warning, Self::Error]
            .into_iter()
            .find(|severity| severity.name() == name)
    }
}

/// What a reader of a report needs to know of a rule.
#[derive(Debug)]
pub struct RuleMeta {
    /// `group/name`: the path of its file.
    pub id: &'static str,
    /// Severity unless configured otherwise.
    pub severity: Severity,
    /// MQM error type (themqm.org).
    pub mqm: &'static str,
    /// Version that brought it.
    pub since: &'static str,
    /// English Fluent pattern; the Chinese one stands in `i18n/zh-Hans.ftl` as `group-name`.
    pub message: &'static str,
    /// Manual page in Markdown, from the rule's doc comment.
    pub docs: &'static str,
    /// Rules whose findings at the same place it says better: they are left out.
    pub supersedes: &'static [&'static str],
    /// Classes of its findings by name, each with the severity it has unless configured otherwise. The first argument of a finding
    /// names its class; settings name it as `group/name#class`.
    pub classes: &'static [(&'static str, Severity)],
    /// Its file.
    pub file: &'static str,
}

impl RuleMeta {
    /// Returns the group (`term` of `term/missing`).
    pub fn group(&self) -> &'static str {
        self.id.split('/').next().unwrap_or_default()
    }

    /// Returns the class that a finding with these arguments has, where the rule knows classes.
    pub fn class_of(&self, args: &[(&'static str, String)]) -> Option<&'static str> {
        let (_, said) = args.first()?;
        let mut names = self.classes.iter().map(|(name, _)| *name);
        names.find(|name| name == said)
    }

    /// Returns the Fluent message id (`term-missing`).
    pub fn message_id(&self) -> String {
        self.id.replace('/', "-")
    }
}
