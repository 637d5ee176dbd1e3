//! What a configuration file of another program says, as far as it can be known without running anything.

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A text or a number.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// A list.
    List(Vec<Setting>),
    /// Keys and values.
    Map(Vec<(String, Setting)>),
    /// A call with what it is given: `starlight({…})`.
    Call(String, Vec<Setting>),
    /// A name that stands for a value.
    Name(String),
    /// What only running it would tell.
    Unknown,
}

/// Values nested deeper than this are not looked at.
pub const DEEPEST: usize = 40;

impl Setting {
    /// Returns the value under nested keys.
    pub fn at(&self, keys: &[&str]) -> Option<&Self> {
        let mut here = self;
        for key in keys {
            here = here.get(key)?;
        }
        Some(here)
    }

    /// Returns the value under a key of this map; of a repeated key the last one, as JavaScript does.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let mut entries = self.entries().iter().rev();
        entries.find_map(|(name, value)| (name == key).then_some(value))
    }

    /// Returns the keys and values of a map, or of the map that a call is given.
    pub fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Map(entries) => entries,
            Self::Call(_, given) => given.first().map_or(&[], Self::entries),
            _ => &[],
        }
    }

    /// Returns the values of a list.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// Returns a text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns `true` or `false`.
    pub const fn flag(&self) -> Option<bool> {
        match self {
            Self::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// Returns the least nested value under `key` that `fits`.
    pub fn find(&self, key: &str, fits: &dyn Fn(&Self) -> bool) -> Option<&Self> {
        let mut row = vec![self];
        for _ in 0..DEEPEST {
            let found = row.iter().find_map(|value| {
                let mut entries = value.entries().iter().rev();
                entries.find(|(name, value)| name == key && fits(value))
            });
            if let Some((_, value)) = found {
                return Some(value);
            }
            row = row.into_iter().flat_map(Self::inner).collect();
        }
        None
    }

    /// Lists the calls of a name, wherever they stand.
    pub fn calls<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let mut found = Vec::new();
        let mut row = vec![self];
        for _ in 0..DEEPEST {
            let is_call = |value: &&&Self| matches!(value, Self::Call(known, _) if known == name);
            found.extend(row.iter().filter(is_call).copied());
            row = row.into_iter().flat_map(Self::inner).collect();
        }
        found
    }

    fn inner(&self) -> Vec<&Self> {
        match self {
            Self::List(items) | Self::Call(_, items) => items.iter().collect(),
            Self::Map(entries) => entries.iter().map(|(_, value)| value).collect(),
            _ => Vec::new(),
        }
    }
}
