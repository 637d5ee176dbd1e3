//! A badge with the coverage: a picture that needs nothing from outside, and the JSON from which shields.io draws one.

use crate::progress::coverage::Coverage;
use crate::report::coverage::percent;
use crate::report::markup::escape;
use crate::report::run::Format;
use crate::report::run::Run;
use serde::Serialize;
use std::io;
use std::io::Write;
use unicode_width::UnicodeWidthStr;

/// The picture.
pub static SVG: Format = Format {
    name: "badge",
    help: "format-badge",
    write: |run, out| write_svg(&label(run), run.coverage, out),
};

/// The JSON of a shields.io endpoint.
pub static SHIELDS: Format = Format {
    name: "shields",
    help: "format-shields",
    write: |run, out| write_shields(&label(run), run.coverage, out),
};

fn label(run: &Run<'_>) -> String {
    run.messages.text("badge-label")
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Endpoint<'a> {
    schema_version: u32,
    label: &'a str,
    message: String,
    color: &'static str,
}

/// Writes the JSON.
pub fn write_shields(label: &str, coverage: &Coverage, out: &mut dyn Write) -> io::Result<()> {
    let endpoint = Endpoint {
        schema_version: 1,
        label,
        message: value(coverage),
        color: shade(coverage.ratio()).0,
    };
    serde_json::to_writer(&mut *out, &endpoint)?;
    writeln!(out)
}

/// Writes the picture. A Han character is as wide as the letters are high, and the text is stretched to its box: it fits in any font.
pub fn write_svg(label: &str, coverage: &Coverage, out: &mut dyn Write) -> io::Result<()> {
    let value = value(coverage);
    let (left, right) = (width(label), width(&value));
    let whole = left + right;
    let (_, color) = shade(coverage.ratio());
    let told = escape(&format!("{label}: {value}"));
    writeln!(
        out,
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="20" role="img" aria-label="{told}">
<title>{told}</title>
<clipPath id="round"><rect width="{whole}" height="20" rx="3"/></clipPath>
<g clip-path="url(#round)"><rect width="{left}" height="20" fill="#555"/><rect x="{left}" width="{right}" height="20" fill="{color}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Noto Sans CJK SC,PingFang SC,Microsoft YaHei,sans-serif" font-size="11">{}{}</g>
</svg>"##,
        words(label, 0, left),
        words(&value, left, right),
    )
}

/// The text in the middle of its box.
fn words(text: &str, start: usize, width: usize) -> String {
    let middle = start + width / 2;
    let length = width - 2 * MARGIN;
    let text = escape(text);
    format!(r#"<text x="{middle}" y="14" textLength="{length}">{text}</text>"#)
}

const MARGIN: usize = 6;

/// The width of a box in pixels: 11 a Han character, 6½ a letter, and the margins.
fn width(text: &str) -> usize {
    let wide = text.width() - text.chars().count().min(text.width());
    let narrow = text.width() - 2 * wide;
    (wide * 22 + narrow * 13).div_ceil(2) + 2 * MARGIN
}

fn value(coverage: &Coverage) -> String {
    format!("{} %", percent(coverage.ratio()))
}

/// The color's name and value, both dark enough for white letters.
fn shade(ratio: f64) -> (&'static str, &'static str) {
    match ratio {
        ratio if ratio >= 0.9995 => ("brightgreen", "#2a7d0f"),
        ratio if ratio >= 0.9 => ("green", "#56770f"),
        ratio if ratio >= 0.7 => ("yellow", "#8a6a00"),
        ratio if ratio >= 0.4 => ("orange", "#b3541e"),
        _ => ("red", "#c03a2b"),
    }
}
