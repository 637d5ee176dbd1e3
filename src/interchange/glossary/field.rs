//! What a column of a table holds, told by its header.

use crate::text::lang::Lang;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The term of the source language.
    Source,
    /// Its translation.
    Target,
    /// Other translations.
    Allow,
    /// Translations that are wrong; or yes and no: whether this row's is.
    Forbid,
    /// A note.
    Note,
    /// A part of speech.
    PartOfSpeech,
    /// A definition.
    Definition,
    /// A subject field.
    Domain,
    /// An abbreviation of the target.
    Abbreviation,
    /// A status.
    Status,
    /// Yes and no: whether the term stays as it is.
    DoNotTranslate,
    /// Yes and no: whether the term is translated.
    Translatable,
    /// Yes and no: whether case matters.
    Case,
    /// A licence.
    Licence,
    /// Where the entry came from.
    Origin,
    /// A name of the entry.
    Id,
    /// Nothing to import.
    Skip,
}

/// Names of fields, as headers write them (lower case; spaces, `_` and `-` left out), the name for `--map` first.
const NAMES: &[(Field, &[&str])] = &[
    (
        Field::Source,
        &[
            "source",
            "src",
            "term",
            "sourceterm",
            "original",
            "sourcetext",
            "phrase",
            "key",
            "原文",
            "源",
            "源语",
            "源语言",
            "源术语",
            "源文",
            "术语",
            "词条",
            "词汇",
            "单词",
            "名词术语",
            "专有名词",
            "术语原文",
        ],
    ),
    (
        Field::Target,
        &[
            "target",
            "tgt",
            "translation",
            "targetterm",
            "translatedterm",
            "targettext",
            "value",
            "译文",
            "译名",
            "翻译",
            "译法",
            "目标",
            "目标语",
            "目标语言",
            "目标术语",
            "术语译文",
            "推荐译法",
            "推荐翻译",
            "推荐译名",
            "中文翻译",
            "英文翻译",
            "中文译名",
            "英文译名",
            "中文译法",
            "英文译法",
        ],
    ),
    (
        Field::Allow,
        &[
            "allow",
            "allowed",
            "admitted",
            "alternatives",
            "alternative",
            "synonyms",
            "synonym",
            "variants",
            "同义词",
            "别名",
            "其他译法",
            "其它译法",
            "备选",
            "备选译法",
            "可选译法",
            "允许",
        ],
    ),
    (
        Field::Forbid,
        &[
            "forbid",
            "forbidden",
            "forbiddenterms",
            "donotuse",
            "dontuse",
            "avoid",
            "banned",
            "禁用",
            "禁用译法",
            "禁用词",
            "禁止",
            "错误译法",
            "不推荐",
            "不推荐译法",
            "避免",
        ],
    ),
    (
        Field::Note,
        &[
            "note",
            "notes",
            "comment",
            "comments",
            "remark",
            "remarks",
            "usage",
            "备注",
            "注",
            "注释",
            "附注",
            "说明",
            "注意",
            "备注说明",
        ],
    ),
    (
        Field::PartOfSpeech,
        &["pos", "partofspeech", "wordclass", "词性"],
    ),
    (
        Field::Definition,
        &[
            "definition",
            "description",
            "meaning",
            "explanation",
            "定义",
            "释义",
            "解释",
            "描述",
            "含义",
        ],
    ),
    (
        Field::Domain,
        &[
            "domain",
            "subject",
            "subjectfield",
            "category",
            "tags",
            "tag",
            "topic",
            "领域",
            "分类",
            "类别",
            "主题",
            "标签",
        ],
    ),
    (
        Field::Abbreviation,
        &[
            "abbr",
            "abbreviation",
            "acronym",
            "缩写",
            "简称",
            "英文缩写",
        ],
    ),
    (
        Field::Status,
        &["status", "termstatus", "state", "状态", "术语状态"],
    ),
    (
        Field::DoNotTranslate,
        &[
            "dnt",
            "donottranslate",
            "keep",
            "keeporiginal",
            "nontranslatable",
            "不译",
            "不翻译",
            "保留原文",
            "保留英文",
            "是否保留",
        ],
    ),
    (Field::Translatable, &["translatable", "可翻译", "是否翻译"]),
    (
        Field::Case,
        &["case", "casesensitive", "matchcase", "区分大小写", "大小写"],
    ),
    (
        Field::Licence,
        &["licence", "license", "许可", "许可证", "授权"],
    ),
    (
        Field::Origin,
        &[
            "origin",
            "reference",
            "url",
            "link",
            "来源",
            "出处",
            "链接",
            "参考",
        ],
    ),
    (
        Field::Id,
        &["id", "no", "no.", "number", "index", "#", "编号", "序号"],
    ),
    (Field::Skip, &["skip", "ignore"]),
];

/// Names of languages, as headers write them.
const LANGUAGES: &[(&str, &[&str])] = &[
    (
        "zh",
        &[
            "zh",
            "zhcn",
            "zhhans",
            "zhhanscn",
            "zhtw",
            "zhhant",
            "cn",
            "chinese",
            "simplifiedchinese",
            "chinesesimplified",
            "chinese(simplified)",
            "中文",
            "汉语",
            "简体中文",
            "中文术语",
            "中文名",
            "中文名称",
            "中文词条",
            "中",
            "简体",
        ],
    ),
    (
        "en",
        &[
            "en",
            "enus",
            "engb",
            "english",
            "英文",
            "英语",
            "英文术语",
            "英文名",
            "英文名称",
            "英文原文",
            "英文词条",
            "英",
        ],
    ),
    (
        "ja",
        &["ja", "jajp", "jp", "japanese", "日文", "日语", "日本語"],
    ),
    ("ko", &["ko", "kokr", "korean", "韩文", "韩语"]),
    ("fr", &["fr", "frfr", "french", "法文", "法语"]),
    ("de", &["de", "dede", "german", "德文", "德语"]),
    ("es", &["es", "eses", "spanish", "西班牙语"]),
    ("ru", &["ru", "ruru", "russian", "俄文", "俄语"]),
];

/// A header, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Header {
    /// It names a field.
    Field(Field),
    /// It names a language: the code.
    Language(&'static str),
}

/// Reads a header.
pub fn header(name: &str) -> Option<Header> {
    let bare = bare(name);
    let named = |names: &[&str]| names.contains(&bare.as_str());
    if let Some((code, _)) = LANGUAGES.iter().find(|(_, names)| named(names)) {
        return Some(Header::Language(code));
    }
    let field = NAMES.iter().find(|(_, names)| named(names));
    field.map(|(field, _)| Header::Field(*field))
}

/// Reads a field's name as `--map` and `--columns` write it; a language stands for its side.
pub fn named(name: &str, source: &Lang, target: &Lang) -> Option<Field> {
    match header(name)? {
        Header::Field(field) => Some(field),
        Header::Language(code) if code == source.primary() => Some(Field::Source),
        Header::Language(code) if code == target.primary() => Some(Field::Target),
        Header::Language(_) => None,
    }
}

/// The names for `--map`.
pub fn names() -> Vec<&'static str> {
    NAMES
        .iter()
        .filter_map(|(_, names)| names.first().copied())
        .collect()
}

fn bare(name: &str) -> String {
    let name = name
        .trim()
        .trim_matches(['*', '`', '"', '“', '”', ':', '：']);
    name.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '/'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Reads yes and no.
pub fn flag(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "x" | "✓" | "✔" | "√" | "是" | "对" => Some(true),
        "no" | "n" | "false" | "0" | "" | "✗" | "×" | "否" => Some(false),
        _ => None,
    }
}
