//! Which language the tool speaks: negotiated from what the caller read out of the environment.

use unic_langid::LanguageIdentifier;

/// Languages of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Interface {
    /// English.
    #[default]
    English,
    /// Simplified Chinese.
    SimplifiedChinese,
}

/// What the user wishes, from the strongest wish to the weakest. An empty value counts as none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// `--ui-lang`.
    pub option: Option<String>,
    /// `LANGUAGE`: a list with `:` between its entries (gettext's).
    pub language: Option<String>,
    /// `LC_ALL`.
    pub lc_all: Option<String>,
    /// `LC_MESSAGES`.
    pub lc_messages: Option<String>,
    /// `LANG`.
    pub lang: Option<String>,
    /// What the system says where none of the variables is set.
    pub system: Option<String>,
}

impl Interface {
    /// Returns its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::SimplifiedChinese => "zh-Hans",
        }
    }

    /// Chooses as gettext does: `--ui-lang`; else, unless the locale is C or POSIX, the first entry of `LANGUAGE` we speak;
    /// else `LC_ALL`, `LC_MESSAGES`, `LANG`, the system's locale. Whatever we do not speak is answered in English,
    /// Traditional Chinese too: it never gets Simplified without asking for it.
    pub fn negotiate(wishes: &Wishes) -> Self {
        let given = |wish: &Option<String>| wish.clone().filter(|value| !value.is_empty());
        if let Some(option) = given(&wishes.option) {
            return Self::of_locale(&option).unwrap_or_default();
        }
        let locale = given(&wishes.lc_all)
            .or_else(|| given(&wishes.lc_messages))
            .or_else(|| given(&wishes.lang))
            .or_else(|| given(&wishes.system));
        if locale.as_deref().is_some_and(is_plain) {
            return Self::English;
        }
        match given(&wishes.language) {
            Some(list) => list.split(':').find_map(Self::of_locale),
            None => locale.as_deref().and_then(Self::of_locale),
        }
        .unwrap_or_default()
    }

    /// Returns the interface for a locale (`zh_CN.UTF-8`) or tag (`zh-Hans`), when we speak it.
    fn of_locale(locale: &str) -> Option<Self> {
        if is_plain(locale) {
            return Some(Self::English);
        }
        let bare = locale.split(['.', '@']).next().unwrap_or_default();
        let tag: LanguageIdentifier = bare.parse().ok()?;
        let (script, region) = (
            tag.script.map(|script| script.as_str().to_owned()),
            tag.region.map(|region| region.as_str().to_owned()),
        );
        match (tag.language.as_str(), script.as_deref(), region.as_deref()) {
            ("en", ..) => Some(Self::English),
            ("zh" | "cmn", Some("Hans"), _) => Some(Self::SimplifiedChinese),
            ("zh" | "cmn", Some(_), _) | ("zh" | "cmn", None, Some("TW" | "HK" | "MO")) => None,
            ("zh" | "cmn", ..) => Some(Self::SimplifiedChinese),
            _ => None,
        }
    }
}

/// Tells whether a locale is C or POSIX, of whatever charset.
fn is_plain(locale: &str) -> bool {
    matches!(
        locale.split(['.', '@']).next(),
        Some("C" | "POSIX" | "c" | "posix")
    )
}

#[cfg(test)]
mod tests {
    use super::Interface;
    use super::Wishes;

    fn speaks(
        option: &str,
        language: &str,
        lc_all: &str,
        lc_messages: &str,
        lang: &str,
    ) -> &'static str {
        let wish = |value: &str| Some(value.to_owned());
        Interface::negotiate(&Wishes {
            option: wish(option),
            language: wish(language),
            lc_all: wish(lc_all),
            lc_messages: wish(lc_messages),
            lang: wish(lang),
            system: None,
        })
        .tag()
    }

    #[test]
    fn simplified_chinese_is_for_those_who_read_it() {
        for locale in [
            "zh",
            "zh_CN",
            "zh_CN.UTF-8",
            "zh_SG",
            "zh-Hans",
            "zh_Hans_HK",
            "zh-Hans-CN",
            "zh_CN@pinyin",
        ] {
            assert_eq!(speaks("", "", "", "", locale), "zh-Hans", "{locale}");
            assert_eq!(
                speaks(locale, "", "", "", "C"),
                "zh-Hans",
                "--ui-lang {locale}"
            );
        }
        for locale in [
            "zh_TW",
            "zh_TW.UTF-8",
            "zh_HK",
            "zh_MO",
            "zh-Hant",
            "zh_Hant_CN",
            "fr_FR",
            "en_US",
            "C",
            "POSIX",
            "C.UTF-8",
            "",
            "?!",
        ] {
            assert_eq!(speaks("", "", "", "", locale), "en", "{locale}");
        }
    }

    #[test]
    fn the_stronger_wish_wins() {
        assert_eq!(speaks("en", "zh_CN", "zh_CN", "zh_CN", "zh_CN"), "en");
        assert_eq!(speaks("", "", "en_US", "zh_CN", "zh_CN"), "en");
        assert_eq!(speaks("", "", "", "zh_CN", "en_US"), "zh-Hans");
        assert_eq!(speaks("", "", "", "", "zh_CN"), "zh-Hans");
    }

    #[test]
    fn language_is_a_list_that_counts_unless_the_locale_is_c() {
        assert_eq!(speaks("", "zh_CN:en", "", "", "en_US.UTF-8"), "zh-Hans");
        assert_eq!(
            speaks("", "fr:zh_TW:zh_CN", "", "", "en_US.UTF-8"),
            "zh-Hans"
        );
        assert_eq!(speaks("", "zh_TW:en", "", "", "zh_CN.UTF-8"), "en");
        assert_eq!(speaks("", "fr", "", "", "zh_CN.UTF-8"), "en");
        assert_eq!(speaks("", "zh_CN", "C", "", "zh_CN.UTF-8"), "en");
        assert_eq!(speaks("", "zh_CN", "", "", "C.UTF-8"), "en");
        assert_eq!(speaks("", "zh_CN", "", "", ""), "zh-Hans");
    }
}
