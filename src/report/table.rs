//! Tables for people: columns padded by display width, so that Chinese and Latin text line up.

use std::io;
use std::io::Write;
use unicode_width::UnicodeWidthChar;
use unicode_width::UnicodeWidthStr;

/// A table: the first row is its head.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The rows; a row may be shorter than others.
    pub rows: Vec<Vec<String>>,
    /// How many columns on the left are text; those after them are figures and stand at the right of their column.
    pub n_text_columns: usize,
}

impl Table {
    /// Writes the table with two spaces between its columns.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let widths = self.widths();
        for row in &self.rows {
            let mut line = String::new();
            for (column, cell) in row.iter().enumerate() {
                let gap = " ".repeat(widths[column].saturating_sub(cell.width()));
                if column > 0 {
                    line.push_str("  ");
                }
                if column < self.n_text_columns {
                    line.push_str(cell);
                    line.push_str(&gap);
                } else {
                    line.push_str(&gap);
                    line.push_str(cell);
                }
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// Writes the table in Markdown (GFM).
    pub fn write_markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        for (row_idx, row) in self.rows.iter().enumerate() {
            let cells: Vec<String> = row
                .iter()
                .map(|cell| cell.replace('\\', "\\\\").replace('|', "\\|"))
                .collect();
            writeln!(out, "| {} |", cells.join(" | "))?;
            if row_idx == 0 {
                let rule = (0..row.len()).map(|column| {
                    if column < self.n_text_columns {
                        "---"
                    } else {
                        "---:"
                    }
                });
                writeln!(out, "| {} |", rule.collect::<Vec<_>>().join(" | "))?;
            }
        }
        Ok(())
    }

    fn widths(&self) -> Vec<usize> {
        let n_columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let width = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.width()).max().unwrap_or_default()
        };
        (0..n_columns).map(width).collect()
    }
}

/// Makes a text safe for one line of a terminal: white space becomes spaces, other control characters become visible.
pub fn printable(text: &str) -> String {
    text.chars()
        .filter(|c| *c != '\r')
        .map(|c| match c {
            '\n' | '\t' => ' ',
            '\u{7f}' => '\u{2421}',
            '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
            '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            _ => c,
        })
        .collect()
}

/// Cuts a text to `width` columns, an ellipsis at its end where something is missing.
pub fn cut(text: &str, width: usize) -> String {
    let mut taken = 0;
    for (at, c) in text.char_indices() {
        taken += c.width().unwrap_or_default();
        if taken > width {
            let mut kept: String = text[..at].to_owned();
            while kept.width() + 1 > width && kept.pop().is_some() {}
            kept.push('…');
            return kept;
        }
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::Table;
    use super::cut;
    use super::printable;

    #[test]
    fn columns_line_up_under_double_width_characters() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let table = Table {
            rows: vec![
                row(["文件", "状态", "数"]),
                row(["a.md", "ok", "12"]),
                row(["中文名.md", "过时", "3"]),
            ],
            n_text_columns: 2,
        };
        let mut out = Vec::new();
        table.write(&mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "文件       状态  数\na.md       ok    12\n中文名.md  过时   3\n"
        );
    }

    #[test]
    fn texts_are_cut_by_width_and_made_printable() {
        assert_eq!(cut("开源模型", 8), "开源模型");
        assert_eq!(cut("开源模型", 7), "开源模…");
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abcd", 3), "ab…");
        assert_eq!(printable("a\tb\r\nc\u{1b}[31m"), "a b c␛[31m");
    }
}
