//! Which spelling of English a word has: American, British, or one that both share.
//!
//! The forms that the glossary takes for the same (`termbase/irregular.rs`) are more: there a match must not be missed, here a word must
//! not be blamed. `practise`, `program`, `dialog`, `analog` and `judgment` are left out, for each is right in both, as some part of speech.

use crate::termbase::concept::Spelling;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A word that is spelled so on one side of the ocean only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelled {
    /// Whose spelling it is.
    pub spelling: Spelling,
    /// The other spelling.
    pub other: String,
    /// What words of one family share, whoever spells them.
    pub family: String,
}

/// Tells whose spelling a word in lower case has; nothing when both spell it so.
pub fn spelled(word: &str) -> Option<Spelled> {
    if word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    FORMS.get(word).cloned()
}

/// Every form there is, by its word. Of two that are the same word the first to come is meant: patterns before single words.
static FORMS: LazyLock<FxHashMap<String, Spelled>> = LazyLock::new(|| {
    let mut forms = FxHashMap::default();
    let mut add = |word: String, spelling: Spelling, other: String, family: &str| {
        let family = family.to_owned();
        forms.entry(word).or_insert(Spelled {
            spelling,
            other,
            family,
        });
    };
    for (stems, endings) in PATTERNS {
        for (american, british) in *endings {
            for stem in *stems {
                let (here, there) = (format!("{stem}{american}"), format!("{stem}{british}"));
                add(here.clone(), Spelling::American, there.clone(), stem);
                add(there, Spelling::British, here, stem);
            }
        }
    }
    for (american, british) in WORDS {
        let family: String = american.chars().take(5).collect();
        let (here, there) = ((*american).to_owned(), (*british).to_owned());
        add(here.clone(), Spelling::American, there.clone(), &family);
        add(there, Spelling::British, here, &family);
    }
    for (other, british) in ONLY_BRITISH {
        let (here, there) = ((*other).to_owned(), (*british).to_owned());
        add(there, Spelling::British, here, other);
    }
    forms
});

type Endings = &'static [(&'static str, &'static str)];

/// Stems, and what follows them in America and Britain.
const PATTERNS: &[(&[&str], Endings)] = &[
    (IZE, IZE_ENDINGS),
    (YZE, YZE_ENDINGS),
    (OUR, OUR_ENDINGS),
    (TRE, TRE_ENDINGS),
    (DOUBLED, DOUBLED_ENDINGS),
];

const IZE_ENDINGS: Endings = &[
    ("ize", "ise"),
    ("izes", "ises"),
    ("ized", "ised"),
    ("izing", "ising"),
    ("izer", "iser"),
    ("izers", "isers"),
    ("izable", "isable"),
    ("ization", "isation"),
    ("izations", "isations"),
    ("izational", "isational"),
];

/// Verbs in `-ize`; `advise`, `exercise`, `supervise` and their like end in `-ise` everywhere.
const IZE: &[&str] = &[
    "agon",
    "anonym",
    "apolog",
    "author",
    "capital",
    "canonical",
    "categor",
    "central",
    "character",
    "civil",
    "commercial",
    "computer",
    "container",
    "context",
    "critic",
    "crystal",
    "custom",
    "decentral",
    "demilitar",
    "democrat",
    "demon",
    "demoral",
    "denormal",
    "deserial",
    "desynchron",
    "digit",
    "discret",
    "econom",
    "emphas",
    "energ",
    "equal",
    "external",
    "factor",
    "familiar",
    "fantas",
    "fertil",
    "final",
    "formal",
    "general",
    "global",
    "harmon",
    "homogen",
    "hospital",
    "human",
    "hypothes",
    "ideal",
    "immun",
    "incentiv",
    "individual",
    "industrial",
    "initial",
    "internal",
    "international",
    "ion",
    "item",
    "jeopard",
    "legal",
    "linear",
    "local",
    "magnet",
    "material",
    "maxim",
    "mechan",
    "memor",
    "militar",
    "minim",
    "mobil",
    "modern",
    "modular",
    "monet",
    "monopol",
    "national",
    "neutral",
    "normal",
    "optim",
    "organ",
    "overemphas",
    "oxid",
    "parallel",
    "parameter",
    "patron",
    "penal",
    "personal",
    "plagiar",
    "polar",
    "popular",
    "pressur",
    "prior",
    "privat",
    "pseudonym",
    "public",
    "quant",
    "random",
    "raster",
    "rational",
    "real",
    "recogn",
    "regular",
    "reinitial",
    "reorgan",
    "revital",
    "revolution",
    "sanit",
    "scrutin",
    "sensit",
    "serial",
    "social",
    "special",
    "stabil",
    "standard",
    "steril",
    "subsid",
    "summar",
    "symbol",
    "sympath",
    "synchron",
    "synthes",
    "systemat",
    "terror",
    "theor",
    "token",
    "trivial",
    "tyrann",
    "unauthor",
    "underutil",
    "uninitial",
    "unorgan",
    "unrecogn",
    "unsynchron",
    "util",
    "vector",
    "verbal",
    "victim",
    "virtual",
    "visual",
    "vocal",
    "weapon",
];

/// `analyses` is a noun in both.
const YZE_ENDINGS: Endings = &[
    ("yze", "yse"),
    ("yzed", "ysed"),
    ("yzing", "ysing"),
    ("yzer", "yser"),
    ("yzers", "ysers"),
];

const YZE: &[&str] = &[
    "anal",
    "breathal",
    "catal",
    "electrol",
    "hydrol",
    "paral",
    "psychoanal",
    "reanal",
];

const OUR_ENDINGS: Endings = &[
    ("or", "our"),
    ("ors", "ours"),
    ("ored", "oured"),
    ("oring", "ouring"),
    ("orings", "ourings"),
    ("orful", "ourful"),
    ("orless", "ourless"),
    ("orable", "ourable"),
    ("orably", "ourably"),
    ("orite", "ourite"),
    ("orites", "ourites"),
    ("oritism", "ouritism"),
    ("orhood", "ourhood"),
    ("orhoods", "ourhoods"),
    ("orly", "ourly"),
    ("orer", "ourer"),
    ("orers", "ourers"),
];

const OUR: &[&str] = &[
    "arm",
    "behavi",
    "cand",
    "clam",
    "col",
    "demean",
    "discol",
    "dishon",
    "disfav",
    "enam",
    "endeav",
    "fav",
    "ferv",
    "flav",
    "harb",
    "hon",
    "hum",
    "lab",
    "misbehavi",
    "multicol",
    "neighb",
    "od",
    "parl",
    "ranc",
    "recol",
    "rig",
    "rum",
    "sav",
    "savi",
    "splend",
    "tum",
    "unfav",
    "val",
    "vap",
    "vig",
    "watercol",
];

const TRE_ENDINGS: Endings = &[
    ("er", "re"),
    ("ers", "res"),
    ("ered", "red"),
    ("ering", "ring"),
];

const TRE: &[&str] = &[
    "calib", "cent", "centimet", "epicent", "fib", "kilolit", "kilomet", "lit", "lust", "meag",
    "microfib", "millilit", "millimet", "nanomet", "och", "recent", "sab", "scept", "somb",
    "spect", "theat",
];

const DOUBLED_ENDINGS: Endings = &[
    ("ed", "led"),
    ("ing", "ling"),
    ("ings", "lings"),
    ("er", "ler"),
    ("ers", "lers"),
];

const DOUBLED: &[&str] = &[
    "bevel", "cancel", "channel", "chisel", "counsel", "dial", "duel", "equal", "fuel", "funnel",
    "initial", "jewel", "label", "level", "libel", "marshal", "marvel", "mislabel", "model",
    "panel", "parcel", "pedal", "pencil", "quarrel", "refuel", "relabel", "remodel", "revel",
    "rival", "shovel", "signal", "spiral", "stencil", "swivel", "total", "towel", "travel",
    "tunnel", "unequal", "unlabel", "unravel", "unravel", "unrival",
];

const WORDS: &[(&str, &str)] = &[
    ("aluminum", "aluminium"),
    ("armory", "armoury"),
    ("artifact", "artefact"),
    ("artifacts", "artefacts"),
    ("behavioral", "behavioural"),
    ("behaviorally", "behaviourally"),
    ("catalog", "catalogue"),
    ("catalogs", "catalogues"),
    ("cataloged", "catalogued"),
    ("cataloging", "cataloguing"),
    ("cozy", "cosy"),
    ("defense", "defence"),
    ("defenses", "defences"),
    ("enroll", "enrol"),
    ("enrolls", "enrols"),
    ("enrollment", "enrolment"),
    ("fulfill", "fulfil"),
    ("fulfills", "fulfils"),
    ("fulfillment", "fulfilment"),
    ("gray", "grey"),
    ("grayed", "greyed"),
    ("grayscale", "greyscale"),
    ("installment", "instalment"),
    ("installments", "instalments"),
    ("jewelry", "jewellery"),
    ("maneuver", "manoeuvre"),
    ("maneuvers", "manoeuvres"),
    ("mold", "mould"),
    ("molds", "moulds"),
    ("molded", "moulded"),
    ("mustache", "moustache"),
    ("offense", "offence"),
    ("offenses", "offences"),
    ("plow", "plough"),
    ("pretense", "pretence"),
    ("savory", "savoury"),
    ("skeptic", "sceptic"),
    ("skeptical", "sceptical"),
    ("skepticism", "scepticism"),
    ("skillful", "skilful"),
    ("skillfully", "skilfully"),
    ("willful", "wilful"),
    ("willfully", "wilfully"),
];

/// British spellings of words whose American spelling is right in Britain too, in another sense.
const ONLY_BRITISH: &[(&str, &str)] = &[
    ("license", "licence"),
    ("licenses", "licences"),
    ("meter", "metre"),
    ("meters", "metres"),
];
