//! Abbreviations of English, by what may follow their dot, and the words that begin sentences. Every table is sorted.

/// What a dot after an abbreviation may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Stands before a name: `Dr.`
    Title,
    /// Never ends a sentence: `e.g.`
    Inner,
    /// Stands before a number or a label: `Fig. 3`
    Label,
    /// Ends a sentence when a word that begins one follows: `U.S.`
    MaybeFinal,
    /// Ends a sentence before any capital letter: `etc.`
    OftenFinal,
}

/// Before a name; compared with case.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "Adm", "Amb", "Asst", "Atty", "Brig", "Bros", "Capt", "Cdr", "Cmdr", "Col", "Comdr", "Cpl", "Cpt", "Dir", "Dr",
    "Drs", "Ens", "Fr", "Ft", "Gen", "Gov", "Hon", "Insp", "Lt", "Maj", "Messrs", "Mgr", "Mlle", "Mme", "Mmes",
    "Mr", "Mrs", "Ms", "Msgr", "Mssrs", "Mt", "Mx", "Ofc", "Pfc", "Pres", "Prof", "Profs", "Pvt", "Rep", "Reps",
    "Rev", "Sen", "Sens", "Sgt", "Sr", "Sra", "Srta", "St", "Ste", "Supt",
];

/// Never at the end; compared without case.
#[rustfmt::skip]
const INNER: &[&str] = &[
    "a.k.a", "abbr", "aka", "anon", "approx", "avg", "c.f", "ca", "cf", "cont", "cont'd", "e.g", "eg", "esp", "est",
    "excl", "i.a", "i.e", "ie", "incl", "misc", "n.b", "nb", "op", "orig", "q.v", "ref", "refs", "resp", "s.t",
    "sc", "scil", "spec", "temp", "trans", "transl", "v", "viz", "vs", "w.r.t", "wrt",
];

/// Before a number or a label; compared without case.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "alg", "app", "apr", "apt", "art", "arts", "aug", "bd", "bk", "ch", "chap", "cl", "col", "cor", "dec", "def", "ed",
    "eds", "eq", "eqn", "eqs", "ex", "exs", "ext", "feb", "fig", "figs", "flt", "fn", "fri", "hwy", "iss", "jan",
    "jul", "jun", "lem", "ll", "ln", "lot", "mar", "mon", "no", "nos", "nov", "nr", "nº", "oct", "p", "para", "paras",
    "pg", "pp", "prob", "prop", "pt", "pts", "rev", "rm", "rs", "rte", "sch", "sec", "sect", "sep", "sept", "ser",
    "ste", "tab", "tel", "thm", "thu", "thur", "thurs", "tue", "tues", "ver", "vol", "vols", "wed",
];

/// May end a sentence; compared without case.
#[rustfmt::skip]
const MAYBE_FINAL: &[&str] = &[
    "acad", "al", "alt", "ariz", "assn", "ave", "b.sc", "bldg", "blvd", "bros", "cal", "calif", "cit", "co", "colo",
    "comm", "conn", "corp", "ct", "dept", "dept's", "dist", "div", "doc", "esq", "exec", "fla", "ft", "fwd", "gal",
    "gmbh", "gov't", "govt", "hr", "hrs", "hwy", "ibid", "inc", "inst", "int'l", "intl", "jr", "lb", "lbs", "llc",
    "ltd", "m.sc", "mass", "max", "mfg", "mgmt", "mi", "mich", "min", "minn", "mins", "mph", "mtg", "nat'l", "natl",
    "ont", "oz", "penn", "ph.d", "phd", "pl", "plc", "pty", "que", "rd", "s.a", "sec", "secs", "sq", "sr", "tbsp",
    "tech", "tenn", "tex", "tsp", "univ", "wash", "wis", "yd", "yds",
];

/// Ends a sentence before a capital letter more often than not; compared without case.
#[rustfmt::skip]
const OFTEN_FINAL: &[&str] = &[
    "a.d", "a.m", "am", "b.c", "b.c.e", "c.e", "et seq", "etc", "p.m", "pm",
];

/// Words that begin sentences and are seldom names.
#[rustfmt::skip]
const STARTERS: &[&str] = &[
    "A", "About", "Above", "According", "After", "Afterwards", "Again", "All", "Almost", "Also", "Although",
    "Among", "An", "And", "Another", "Any", "Anyone", "Anything", "Are", "Around", "As", "At", "Be", "Because",
    "Before", "Behind", "Besides", "Both", "But", "By", "Can", "Clearly", "Click", "Consider", "Could", "Currently",
    "Despite", "Did", "Do", "Does", "Don't", "During", "Each", "Either", "Even", "Eventually", "Ever", "Every",
    "Everybody", "Everyone", "Everything", "Few", "Finally", "First", "For", "From", "Further", "Furthermore",
    "Had", "Half", "Has", "Have", "He", "He's", "Hence", "Her", "Here", "His", "How", "However", "I", "I'd", "I'll",
    "I'm", "I've", "If", "In", "Indeed", "Instead", "Into", "Is", "It", "It's", "Its", "Just", "Last", "Later",
    "Let", "Let's", "Like", "Make", "Many", "Maybe", "Meanwhile", "More", "Moreover", "Most", "Much", "My",
    "Neither", "Never", "Nevertheless", "Next", "No", "Nobody", "Nobody's", "None", "Nor", "Not", "Note", "Nothing",
    "Notice", "Now", "Nowadays", "Of", "Often", "On", "Once", "One", "Only", "Open", "Or", "Other", "Others",
    "Otherwise", "Our", "Out", "Over", "People", "Perhaps", "Please", "Rather", "Recently", "Run", "Same", "See",
    "Several", "She", "She's", "Should", "Since", "So", "Some", "Someone", "Something", "Sometimes", "Soon",
    "Still", "Such", "Suddenly", "Than", "That", "That's", "The", "Their", "Them", "Then", "There", "There's",
    "Therefore", "These", "They", "They're", "This", "Those", "Though", "Three", "Through", "Throughout", "Thus",
    "To", "Today", "Together", "Tomorrow", "Too", "Two", "Under", "Unfortunately", "Unless", "Unlike", "Until",
    "Upon", "Use", "Usually", "Very", "Was", "We", "We'll", "We're", "We've", "Well", "Were", "What", "What's",
    "When", "Whenever", "Where", "Whereas", "Whether", "Which", "While", "Who", "Whoever", "Why", "Will", "With",
    "Within", "Without", "Would", "Yes", "Yesterday", "Yet", "You", "You'll", "You're", "You've", "Your",
];

/// Names of products and programs that begin with a small letter even at the head of a sentence.
#[rustfmt::skip]
const SMALL_NAMES: &[&str] = &[
    "adb", "ansible", "apt", "awk", "bash", "brew", "bun", "cargo", "clang", "cmake", "conda", "cron", "curl",
    "deno", "dig", "dnf", "docker", "dpkg", "esbuild", "eslint", "etcd", "ffmpeg", "fish", "gcc", "gdb", "git",
    "glibc", "gofmt", "grep", "grpc", "gulp", "gzip", "htop", "iproute", "iptables", "jest", "jq", "kubeadm",
    "kubectl", "kubelet", "ld", "libc", "lldb", "llvm", "lodash", "make", "memcached", "minikube", "mypy", "nginx",
    "npm", "npx", "numpy", "nvm", "openssl", "pandas", "perl", "php", "pip", "pipx", "pnpm", "podman", "prettier",
    "psql", "pytest", "qemu", "redis", "rsync", "ruby", "rust-analyzer", "rustc", "rustup", "scp", "sed", "sqlite",
    "ssh", "sudo", "systemd", "tar", "terraform", "tmux", "vim", "vite", "webpack", "wget", "xargs", "yarn", "yum",
    "zsh", "zstd",
];

/// Verbs of speech, as they stand beside a quotation.
#[rustfmt::skip]
const SPEECH: &[&str] = &[
    "added", "admitted", "agreed", "announced", "answered", "argued", "asked", "asks", "began", "begged", "called",
    "chimed", "commented", "concluded", "continued", "cried", "declared", "demanded", "exclaimed", "explained",
    "gasped", "growled", "grumbled", "hissed", "inquired", "insisted", "interrupted", "joked", "laughed", "mumbled",
    "murmured", "muttered", "noted", "observed", "pleaded", "protested", "quipped", "remarked", "repeated",
    "replied", "replies", "responded", "retorted", "roared", "said", "says", "screamed", "shouted", "sighed",
    "snapped", "stammered", "suggested", "thought", "told", "tweeted", "warned", "whispered", "wondered", "writes",
    "wrote", "yelled",
];

/// Returns what kind of abbreviation `word` is (its last dot left out), when it is one.
pub(super) fn class(word: &str) -> Option<Class> {
    if TITLES.binary_search(&word).is_ok() {
        return Some(Class::Title);
    }
    // Written without a dot these are whole words or nothing: only their small and their capitalized form is meant.
    let lower = word.to_lowercase();
    let lower = lower.as_str();
    let is_capitalized = word.starts_with(char::is_uppercase);
    if OFTEN_FINAL.binary_search(&lower).is_ok()
        && !(matches!(lower, "am" | "pm") && is_capitalized)
        && lower != "am"
    {
        return Some(Class::OftenFinal);
    }
    if INNER.binary_search(&lower).is_ok() {
        return Some(Class::Inner);
    }
    if LABELS.binary_search(&lower).is_ok() {
        return Some(Class::Label);
    }
    if MAYBE_FINAL.binary_search(&lower).is_ok() {
        return Some(Class::MaybeFinal);
    }
    is_dotted(word).then_some(Class::MaybeFinal)
}

/// Tells whether the word is made of single letters, or letter pairs, and dots: `U.S`, `Ph.D`.
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| {
            (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
        })
}

/// Tells whether the word begins sentences.
pub(super) fn is_starter(word: &str) -> bool {
    STARTERS.binary_search(&word).is_ok()
}

/// Tells whether a word in small letters is a name that begins a sentence as it is (`npm`, `iPhone`).
pub(super) fn is_small_name(word: &str) -> bool {
    let has_inner_capital = word.chars().skip(1).any(char::is_uppercase);
    let has_digit = word.chars().any(|c| c.is_ascii_digit());
    has_inner_capital || has_digit || SMALL_NAMES.binary_search(&word).is_ok()
}

/// Tells whether the word is a verb of speech.
pub(super) fn is_speech(word: &str) -> bool {
    SPEECH.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_hold_no_word_twice() {
        for table in [
            TITLES,
            INNER,
            LABELS,
            MAYBE_FINAL,
            OFTEN_FINAL,
            STARTERS,
            SMALL_NAMES,
            SPEECH,
        ] {
            assert!(table.is_sorted_by(|one, next| one < next), "{table:?}");
        }
    }
}
