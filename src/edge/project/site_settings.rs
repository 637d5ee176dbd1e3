//! What the settings of each site generator mean for its documents.

use crate::document::dialect::Dialect;
use crate::edge::project::locale;
use crate::edge::project::setting::tree::Setting;
use crate::lint::site::ContentRoot;
use crate::lint::site::Generator;
use crate::lint::site::Locale;
use crate::lint::site::Site;
use crate::lint::site::Structure;
use camino::Utf8Component;
use camino::Utf8Path;

/// Reads the settings of Docusaurus; `package` is the `package.json` beside them, which tells the version.
///
/// From version 3 on `.md` is MDX unless `markdown.format` says otherwise. Until `future.v4` (3.10 and later) a preprocessor takes
/// HTML comments and `{#id}`, each by its own switch in `markdown.mdx1Compat`. Version 2 compiled MDX 1, which took HTML and left
/// braces in text alone.
pub fn docusaurus(site: &mut Site, settings: &Setting, package: Option<&Setting>) {
    let is_map = |value: &Setting| !value.entries().is_empty();
    let i18n = settings.find("i18n", &|value| value.get("defaultLocale").is_some());
    if let Some(i18n) = i18n {
        site.default_locale = text(i18n, "defaultLocale");
        let names = i18n.get("locales").map_or(&[][..], Setting::items);
        for name in names.iter().filter_map(Setting::text) {
            let html = i18n.at(&["localeConfigs", name, "htmlLang"]);
            add_locale(site, name, html.and_then(Setting::text));
        }
    }
    let (major, minor) = package.and_then(version).unwrap_or((3, u32::MAX));
    let markdown = settings.find("markdown", &is_map);
    let future = settings.find("future", &is_map);
    let is_v4 = future
        .and_then(|future| future.get("v4"))
        .is_some_and(|v4| {
            let switch = v4.get("mdx1CompatDisabledByDefault");
            v4.flag().or_else(|| switch?.flag()).unwrap_or(false)
        });
    let compat = |key: &str| {
        let switch = markdown.and_then(|markdown| markdown.at(&["mdx1Compat", key])?.flag());
        switch.unwrap_or(!is_v4 || (major, minor) < (3, 10))
    };
    let mdx = if compat("comments") || compat("headingIds") {
        Dialect::LooseMdx
    } else {
        Dialect::Mdx
    };
    site.mdx = mdx;
    let format = markdown.and_then(|markdown| markdown.get("format")?.text());
    site.markdown = match format {
        _ if major < 3 => Dialect::MarkdownWithIds,
        Some("md" | "detect") => Dialect::MarkdownWithIds,
        _ => mdx,
    };
    if format == Some("md") && major >= 3 {
        site.mdx = Dialect::MarkdownWithIds;
    }
    docusaurus_content(site, settings);
}

/// Lists the instances of content plugins: presets have `docs`, `blog` and `pages`, plugins stand as `['@docusaurus/plugin-content-docs', {…}]`.
fn docusaurus_content(site: &mut Site, settings: &Setting) {
    let presets = settings.find("presets", &|value| !value.items().is_empty());
    for preset in presets.map_or(&[][..], Setting::items) {
        for options in preset.items().iter().skip(1) {
            for kind in ["docs", "blog", "pages"] {
                if let Some(options) = options.get(kind).filter(|options| options.flag().is_none())
                {
                    add_instance(site, kind, options);
                }
            }
        }
    }
    let plugins = settings.find("plugins", &|value| !value.items().is_empty());
    for plugin in plugins.map_or(&[][..], Setting::items) {
        let [name, options, ..] = plugin.items() else {
            continue;
        };
        let name = match name {
            Setting::Call(_, given) => given.first().and_then(Setting::text),
            name => name.text(),
        };
        let kind = name
            .and_then(|name| name.rsplit_once("content-"))
            .map(|(_, kind)| kind);
        if let Some(kind @ ("docs" | "blog" | "pages")) = kind {
            add_instance(site, kind, options);
        }
    }
}

fn add_instance(site: &mut Site, kind: &str, options: &Setting) {
    let usual = if kind == "pages" { "src/pages" } else { kind };
    let path = text(options, "path").unwrap_or_else(|| usual.to_owned());
    let id = text(options, "id").unwrap_or_else(|| "default".to_owned());
    add_content(site, kind, &id, &path);
}

/// Reads the first version that `package.json` allows of Docusaurus.
fn version(package: &Setting) -> Option<(u32, u32)> {
    let wanted = ["dependencies", "devDependencies"].into_iter();
    let mut wanted = wanted.filter_map(|key| package.at(&[key, "@docusaurus/core"])?.text());
    let wanted = wanted.next()?;
    let digits = wanted.trim_start_matches(|c: char| !c.is_ascii_digit());
    let mut parts = digits.split('.').map(|part| {
        let end = part
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(part.len());
        part.get(..end).unwrap_or_default().parse().ok()
    });
    Some((parts.next()??, parts.next().flatten().unwrap_or(0)))
}

/// Reads the settings of VitePress: `root` is the language without a folder.
pub fn vitepress(site: &mut Site, settings: &Setting) {
    site.markdown = Dialect::MarkdownWithIds;
    let locales = settings.find("locales", &|value| !value.entries().is_empty());
    for (name, locale) in locales.map_or(&[][..], Setting::entries) {
        // A language with an address of its own is another site (`link: 'https://…'`).
        let link = locale.get("link").and_then(Setting::text);
        if link.is_some_and(|link| link.contains("://")) {
            continue;
        }
        let lang = locale.get("lang").and_then(Setting::text);
        add_locale(site, name.trim_matches('/'), lang);
    }
    let lang = settings.find("lang", &|value| value.text().is_some());
    let lang = lang.and_then(Setting::text).and_then(locale::lang);
    let root = site.locales.iter().find(|locale| locale.name == "root");
    let root = root.map(|locale| locale.lang.clone());
    // Settings of languages in files of their own leave the root's language to be seen from its text.
    if root.is_some() || site.locales.is_empty() {
        site.default_locale = Some("root".to_owned());
        site.default_lang = root.or(lang);
    }
    let folder = settings.get("srcDir").and_then(Setting::text).unwrap_or("");
    add_content(site, "docs", "default", folder);
}

/// Reads the settings of VuePress, whose languages are called by their paths: `/`, `/zh/`.
pub fn vuepress(site: &mut Site, settings: &Setting) {
    let locales = settings.find("locales", &|value| {
        let mut entries = value.entries().iter();
        entries.any(|(name, _)| name.starts_with('/'))
    });
    for (name, locale) in locales.map_or(&[][..], Setting::entries) {
        let lang = locale.get("lang").and_then(Setting::text);
        let name = name.trim_matches('/');
        if name.is_empty() {
            site.default_locale = Some("root".to_owned());
            site.default_lang = lang.and_then(locale::lang);
        } else {
            add_locale(site, name, lang);
        }
    }
}

/// Reads the settings of Starlight; nothing where Astro builds another kind of site.
pub fn starlight(site: &mut Site, settings: &Setting) -> Option<()> {
    let starlight = *settings.calls("starlight").first()?;
    for (name, locale) in starlight.get("locales").map_or(&[][..], Setting::entries) {
        let lang = locale.get("lang").and_then(Setting::text);
        add_locale(site, name, lang);
    }
    site.default_locale = text(starlight, "defaultLocale").or_else(|| Some("root".to_owned()));
    take_default(site);
    add_content(site, "docs", "default", "src/content/docs");
    Some(())
}

/// Reads the settings of MkDocs and of its plugin `i18n`.
pub fn mkdocs(site: &mut Site, settings: &Setting) {
    let extensions = settings.get("markdown_extensions");
    let extensions = extensions.map_or(&[][..], Setting::items);
    let is_attributes = |extension: &Setting| match extension {
        Setting::Text(name) => name == "attr_list" || name == "extra",
        extension => extension.get("attr_list").is_some(),
    };
    if extensions.iter().any(is_attributes) {
        site.markdown = Dialect::MarkdownWithIds;
    }
    let plugins = settings.get("plugins");
    let listed = plugins.map_or(&[][..], Setting::items);
    let i18n = listed.iter().find_map(|plugin| plugin.get("i18n"));
    let i18n = i18n.or_else(|| plugins?.get("i18n"));
    if let Some(i18n) = i18n {
        if i18n.get("docs_structure").and_then(Setting::text) != Some("folder") {
            site.structure = Structure::Suffixes;
        }
        for language in i18n.get("languages").map_or(&[][..], Setting::items) {
            let Some(name) = language.get("locale").and_then(Setting::text) else {
                continue;
            };
            add_locale(site, name, None);
            if language.get("default").and_then(Setting::flag) == Some(true) {
                site.default_locale = Some(name.to_owned());
            }
        }
        site.default_locale = site
            .default_locale
            .take()
            .or_else(|| text(i18n, "default_language"));
    }
    if site.default_locale.is_none() {
        let theme = settings.at(&["theme", "language"]).and_then(Setting::text);
        site.default_lang = theme.and_then(locale::lang);
    }
    take_default(site);
    let folder = settings.get("docs_dir").and_then(Setting::text);
    add_content(site, "docs", "default", folder.unwrap_or("docs"));
}

/// Reads the settings of mdBook.
pub fn mdbook(site: &mut Site, settings: &Setting) {
    site.markdown = Dialect::MarkdownWithIds;
    let language = settings.at(&["book", "language"]).and_then(Setting::text);
    site.default_lang = language.and_then(locale::lang);
    let folder = settings.at(&["book", "src"]).and_then(Setting::text);
    add_content(site, "docs", "default", folder.unwrap_or("src"));
}

/// Reads the settings of Hugo, and of `languages.toml` where they are split; nothing where a `config.toml` is of another program.
pub fn hugo(site: &mut Site, settings: &Setting, languages: Option<&Setting>) -> Option<()> {
    let marks = [
        "baseURL",
        "baseUrl",
        "baseurl",
        "defaultContentLanguage",
        "languageCode",
        "contentDir",
    ];
    let name = Utf8Path::new(&site.config).file_stem().unwrap_or_default();
    let is_hugo = name == "hugo"
        || languages.is_some()
        || marks.iter().any(|key| settings.get(key).is_some());
    if !is_hugo {
        return None;
    }
    site.markdown = Dialect::MarkdownWithIds;
    let listed = languages.or_else(|| settings.get("languages"));
    for (name, language) in listed.map_or(&[][..], Setting::entries) {
        let code = ["locale", "languageCode", "languagecode"].iter();
        let code = code.filter_map(|key| language.get(key)?.text()).next();
        add_locale(site, name, code);
        let folder = language
            .get("contentDir")
            .or_else(|| language.get("contentdir"));
        let folder = folder
            .and_then(Setting::text)
            .map(|folder| clean(&site.folder, folder));
        if let Some(locale) = site
            .locales
            .last_mut()
            .filter(|locale| locale.name == *name)
        {
            locale.folder = folder;
        }
    }
    if site.locales.iter().any(|locale| locale.folder.is_none()) {
        site.structure = Structure::Suffixes;
    }
    let default = settings
        .get("defaultContentLanguage")
        .or_else(|| settings.get("defaultcontentlanguage"));
    site.default_locale = default.and_then(Setting::text).map(str::to_owned);
    if site.default_locale.is_none() {
        let code = settings
            .get("languageCode")
            .or_else(|| settings.get("locale"));
        site.default_lang = code.and_then(Setting::text).and_then(locale::lang);
    }
    take_default(site);
    let folder = settings.get("contentDir").and_then(Setting::text);
    add_content(site, "docs", "default", folder.unwrap_or("content"));
    Some(())
}

/// Reads the settings of Jekyll, or of Hexo, which calls its file the same.
pub fn jekyll(site: &mut Site, settings: &Setting) {
    let is_hexo = ["source_dir", "public_dir", "new_post_name"].iter();
    if is_hexo.into_iter().any(|key| settings.get(key).is_some()) {
        site.generator = Generator::Hexo;
        let language = settings.get("language");
        let first = language
            .and_then(|language| language.items().first())
            .or(language);
        site.default_locale = first.and_then(Setting::text).map(str::to_owned);
    } else {
        site.markdown = Dialect::MarkdownWithIds;
        let default = ["default_lang", "lang", "locale"].iter();
        let default = default.filter_map(|key| settings.get(key)?.text()).next();
        site.default_locale = default.map(str::to_owned);
        for name in settings.get("languages").map_or(&[][..], Setting::items) {
            if let Some(name) = name.text() {
                add_locale(site, name, None);
            }
        }
    }
    take_default(site);
}

fn text(settings: &Setting, key: &str) -> Option<String> {
    settings.get(key)?.text().map(str::to_owned)
}

/// Adds a language by the name that paths have for it; `code` is what the settings say its tag is.
fn add_locale(site: &mut Site, name: &str, code: Option<&str>) {
    let lang = code.and_then(locale::lang).or_else(|| locale::lang(name));
    if let Some(lang) = lang {
        if site.default_locale.as_deref() == Some(name) {
            site.default_lang = Some(lang.clone());
        }
        site.locales.push(Locale {
            name: name.to_owned(),
            lang,
            folder: None,
        });
    }
}

/// Takes the default language from the list by its name, or from the name itself.
fn take_default(site: &mut Site) {
    let Some(name) = &site.default_locale else {
        return;
    };
    let listed = site.locales.iter().find(|locale| locale.name == *name);
    let lang = listed.map(|locale| locale.lang.clone());
    site.default_lang = lang
        .or_else(|| locale::lang(name))
        .or(site.default_lang.take());
}

fn add_content(site: &mut Site, kind: &str, id: &str, path: &str) {
    site.content.push(ContentRoot {
        kind: kind.to_owned(),
        id: id.to_owned(),
        folder: clean(&site.folder, path),
    });
}

/// Joins a folder and a path relative to it, `..` and `.` worked out; no further up than the root.
fn clean(folder: &str, path: &str) -> String {
    let joined = Utf8Path::new(folder).join(path.trim_start_matches('/'));
    let mut parts: Vec<&str> = Vec::new();
    for part in joined.components() {
        match part {
            Utf8Component::ParentDir => {
                parts.pop();
            }
            Utf8Component::Normal(part) => parts.push(part),
            _ => {}
        }
    }
    parts.join("/")
}
