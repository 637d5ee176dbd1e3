//! What a dot means in languages other than English and Chinese.

use crate::text::lang::Lang;
use crate::text::sentence::abbreviation::{self, Class};

/// Abbreviations of one language, compared as they stand; the last dot is left out.
struct Table {
    lang: &'static str,
    /// Never at the end of a sentence.
    inner: &'static [&'static str],
    /// Before a number only.
    labels: &'static [&'static str],
    /// Maybe at the end: what follows decides.
    last: &'static [&'static str],
}

#[rustfmt::skip]
const TABLES: &[Table] = &[
    Table {
        lang: "de",
        inner: &[
            "Bd", "Dipl", "Dr", "Fr", "Frl", "Hr", "Hrn", "Hrsg", "Hrsgg", "Ing", "Kap", "Prof", "St", "Tab", "allg", "bspw",
            "bzgl", "bzw", "ca", "d.h", "dgl", "dt", "eigtl", "einschl", "engl", "entspr", "evtl", "exkl", "franz", "geb",
            "ggf", "griech", "i.d.R", "inkl", "insb", "lat", "max", "mind", "s.o", "s.u", "sog", "u.U", "urspr", "v.a",
            "verh", "vgl", "z.B", "z.T", "zz",
        ],
        labels: &["Abb", "Abs", "Art", "Aufl", "Nr", "S", "Tel", "Ziff"],
        last: &["Jh", "Mio", "Mrd", "Std", "Str", "etc", "n.Chr", "u.a", "u.ä", "usf", "usw", "v.Chr"],
    },
    Table {
        lang: "es",
        inner: &[
            "Av", "Avda", "D", "Dr", "Dra", "Dña", "EE", "Ing", "Lic", "Prof", "Sr", "Sra", "Sras", "Sres", "Srta", "Sta",
            "Sto", "Ud", "Uds", "Vd", "Vds", "aprox", "ej", "p.ej",
        ],
        labels: &["art", "cap", "fig", "núm", "nº", "p", "pp", "pág", "págs", "tel", "vol"],
        last: &["C", "EE.UU", "Ltda", "S.A", "UU", "a.C", "d.C", "etc"],
    },
    Table {
        lang: "fr",
        inner: &["M", "MM", "Me", "Mgr", "Mlle", "Mlles", "Mme", "Mmes", "St", "Ste", "av", "c.-à-d", "cf", "env", "ex", "p.ex"],
        labels: &["art", "bd", "chap", "fig", "n", "no", "nos", "p", "pp", "tél", "vol"],
        last: &["J.-C", "apr", "etc", "éd"],
    },
    Table {
        lang: "it",
        inner: &[
            "Avv", "Dott", "Dott.ssa", "Egr", "Gent", "Ing", "On", "Prof", "Prof.ssa", "Sig", "Sig.na", "Sig.ra", "Sigg",
            "es", "p.es",
        ],
        labels: &["art", "cap", "fig", "n", "p", "pag", "pagg", "pp", "tel", "vol"],
        last: &["C", "a.C", "d.C", "ecc"],
    },
    Table {
        lang: "nl",
        inner: &["bijv", "ca", "d.w.z", "dhr", "dr", "drs", "ir", "m.b.t", "mevr", "mr", "mw", "o.a", "prof"],
        labels: &["art", "blz", "fig", "nr", "p", "tel"],
        last: &["e.d", "enz", "etc"],
    },
    Table {
        lang: "pt",
        inner: &[
            "Av", "D", "Dr", "Dra", "Eng", "Exma", "Exmo", "Prof", "Profa", "Sr", "Sra", "Sras", "Srs", "Srta", "aprox", "ex",
            "p.ex",
        ],
        labels: &["art", "cap", "fig", "n", "nº", "p", "pp", "pág", "págs", "tel", "vol"],
        last: &["C", "Ltda", "S.A", "a.C", "d.C", "etc"],
    },
    Table {
        lang: "ru",
        inner: &[
            "акад", "англ", "гл", "доц", "е", "им", "напр", "пл", "проф", "св", "см", "ср", "т", "т.е", "т.н", "тов", "ул",
        ],
        labels: &["илл", "п", "пп", "рис", "с", "ст", "стр", "табл", "тел"],
        last: &["в", "вв", "г", "гг", "д", "др", "коп", "млн", "млрд", "пр", "руб", "т.д", "т.п", "тыс"],
    },
];

/// Words that begin German sentences: there nouns have capitals too, so a capital says nothing.
#[rustfmt::skip]
const GERMAN_STARTERS: &[&str] = &[
    "Aber", "Alle", "Als", "Am", "An", "Auch", "Auf", "Bei", "Bis", "Da", "Dabei", "Dadurch", "Daher", "Damals", "Danach",
    "Dann", "Darum", "Das", "Dazu", "Dem", "Den", "Denn", "Der", "Deshalb", "Dennoch", "Die", "Dies", "Diese", "Dieser",
    "Dieses", "Doch", "Dort", "Du", "Durch", "Ein", "Eine", "Einer", "Er", "Erst", "Es", "Für", "Heute", "Hier", "Ich",
    "Ihr", "Ihre", "Im", "In", "Ist", "Jeder", "Jedoch", "Jetzt", "Kein", "Keine", "Man", "Mit", "Nach", "Nicht", "Noch",
    "Nun", "Nur", "Ob", "Oder", "Ohne", "Seit", "Seitdem", "Sie", "So", "Trotzdem", "Um", "Und", "Unser", "Viele", "Von",
    "Vor", "Warum", "Was", "Weil", "Wenn", "Wer", "Wie", "Wir", "Wo", "Zu", "Zum", "Zur",
];

/// Abbreviations of Latin that many languages share.
const SHARED: &[&str] = &["approx", "ca", "cf", "e.g", "i.e", "vs"];

/// Tells whether the dot behind `sentence` ends it, given the text that follows.
pub(super) fn ends(sentence: &str, word: &str, lang: &Lang) -> bool {
    let before = sentence
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or_default();
    let before = before.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_german = lang.primary() == "de";
    let follower = follower(word);
    if before.chars().all(|c| c.is_ascii_digit()) && !before.is_empty() {
        // An ordinal (`am 3. Oktober`), or the number of an item.
        let is_head = sentence.trim_start().len() == before.len();
        let is_ordinal = is_german && before.len() <= 2;
        return !(is_head && before.len() <= 4) && (!is_ordinal || is_german_starter(follower));
    }
    let mut letters = before.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let table = TABLES.iter().find(|table| table.lang == lang.primary());
    let is_in = |list: fn(&Table) -> &'static [&'static str]| {
        table.is_some_and(|table| list(table).contains(&before))
    };
    if is_in(|table| table.last) {
        // A Russian `г.` stands behind a year or before a town.
        let is_town = before == "г" && !is_after_digit(sentence);
        return !is_town && (!is_german || is_german_starter(follower));
    }
    if is_in(|table| table.labels) {
        return !word.starts_with(|c: char| c.is_numeric());
    }
    // Behind an abbreviation's first half stands the second: `z. B.`, `d. h.`
    let is_second_half = before.chars().count() == 1 && {
        let head = sentence[..sentence.len() - before.len()].trim_end();
        head.strip_suffix('.').is_some_and(|head| {
            let mut chars = head.chars().rev();
            chars.next().is_some_and(char::is_alphabetic)
                && chars.next().is_none_or(|c| !c.is_alphanumeric())
        })
    };
    let is_letter = |word: &str| word.chars().count() == 1 && !word.starts_with(char::is_numeric);
    let is_first_half = is_letter(before)
        && is_letter(follower)
        && word
            .strip_prefix(follower)
            .is_some_and(|rest| rest.starts_with('.'));
    let is_title = abbreviation::class(before) == Some(Class::Title);
    let is_known = is_in(|table| table.inner) || SHARED.contains(&before);
    !(is_initial || is_first_half || is_second_half || is_title || is_known)
}

fn is_german_starter(word: &str) -> bool {
    GERMAN_STARTERS.contains(&word)
}

/// Returns the word that follows, quotation marks before it left out.
fn follower(word: &str) -> &str {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let len = word.find(|c: char| !c.is_alphanumeric());
    &word[..len.unwrap_or(word.len())]
}

/// Tells whether a number stands before the last word.
fn is_after_digit(sentence: &str) -> bool {
    let head = sentence.trim_end_matches(char::is_alphabetic);
    head.trim_end().ends_with(|c: char| c.is_ascii_digit())
}
