//! A small book in two languages with all that can go wrong in it.

use duizhao::bitext::align::AlignSettings;
use duizhao::bitext::bitext::Bitext;
use duizhao::i18n::interface::Interface;
use duizhao::i18n::messages::Messages;
use duizhao::lock::elsewhere::Elsewhere;
use duizhao::lock::jsonl;
use duizhao::lock::resolve;
use duizhao::markdown::read;
use duizhao::markdown::settings::ReadSettings;
use duizhao::render::book::Book;
use duizhao::render::book::Chapter;
use duizhao::render::book::Fallback;
use duizhao::render::book::RenderSettings;
use duizhao::render::book::Rendered;
use duizhao::render::edition::Edition;
use duizhao::render::edition::Side;
use duizhao::render::epub::volume;
use duizhao::render::html::reader;
use duizhao::termbase::yaml;
use duizhao::text::lang::Lang;
use duizhao::text::source::Source;
use std::collections::HashMap;

const GLOSSARY: &str = "version: 1\nterms:\n  - {src: 模型, tgt: model, definition: what answers}\n  - {src: 开源, tgt: open source}\n";

const SOURCE: &str = "# 开源与闭源

当**开源**的模型出现时，人们*吃了一惊。价格*是 12 元[^1]。<script>alert(1)</script> 之后[又降了](javascript:alert(1))。

> [!NOTE]
> 参见[下文](#表格)。

- 第一项
- 第二项，<b onclick=\"alert(1)\">粗体</b>与 $a<b$。

## 表格

| 名 | 价 |
|---|---|
| 甲 | 一 |

```rust
fn main() {}
```

<script>alert(2)</script>

这一段还没有翻译。

[^1]: 含税。
";

const TARGET: &str = "# Open and closed source

When an **open source** model came, people *were astonished. The price* was 10 yuan[^1]. <script>alert(1)</script> Then it [fell](javascript:alert(1)).

> [!NOTE]
> See [below](#table).

- The first
- The second, <b onclick=\"alert(1)\">bold</b> and $a<b$.

## Table

| Name | Price |
|---|---|
| A | one |

```rust
fn main() {}
```

<script>alert(2)</script>

[^1]: With tax.
";

/// The pages of one chapter.
pub(crate) fn pages() -> Vec<Rendered> {
    with_book(&[("a", SOURCE, TARGET)], "en", |book, settings| {
        reader::files(book, settings).expect("the template holds")
    })
}

/// The book as a file.
pub(crate) fn volume() -> Vec<u8> {
    with_book(
        &[("a", SOURCE, TARGET), ("b", SOURCE, "")],
        "en",
        |book, settings| volume::bytes(book, settings, &|_, _, _| None).expect("an archive"),
    )
}

/// Makes a book of chapters (name, source, draft) and shows it.
pub(crate) fn with_book<T>(
    chapters: &[(&str, &str, &str)],
    lang: &str,
    show: impl FnOnce(&Book<'_>, &RenderSettings<'_>) -> T,
) -> T {
    let read = |name: String, text: &str, lang: &str| {
        let settings = ReadSettings::default();
        read::read(&Source::new(name, text), &Lang::new(lang), &settings)
    };
    let bitexts: Vec<Bitext> = chapters
        .iter()
        .map(|(name, source, target)| {
            resolve::resolve(
                &jsonl::read(""),
                &Elsewhere::default(),
                read(format!("source/{name}.md"), source, "zh-Hans"),
                read(format!("draft/{name}.md"), target, lang),
                &AlignSettings::default(),
            )
        })
        .collect();
    let (termbase, _) = yaml::read(&Source::new("glossary.yaml", GLOSSARY));
    let book = Book {
        titles: ["书".to_owned(), "Book".to_owned()],
        chapters: chapters
            .iter()
            .zip(&bitexts)
            .map(|((name, ..), bitext)| Chapter {
                name: (*name).to_owned(),
                edition: Edition::new(bitext),
            })
            .collect(),
        termbase: &termbase,
        pictures: HashMap::new(),
    };
    let messages = Messages::new(std::iter::empty(), Interface::English);
    let settings = RenderSettings {
        first: Side::Source,
        shown: None,
        fallback: Fallback::Source,
        messages: &messages,
        allows_html: false,
        page_done: &|| (),
    };
    show(&book, &settings)
}
