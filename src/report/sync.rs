//! What is done to drafts to bring them in step with their sources, for people.

use crate::draft::step::Step;
use crate::i18n::messages::Messages;
use crate::report::patch;
use crate::report::place::Places;
use crate::report::table::cut;
use crate::report::table::printable;
use crate::text::notice::Notice;
use crate::text::similarity;
use crate::text::source::Source;
use anstyle::Style;
use std::io;
use std::io::Write;
use unicode_width::UnicodeWidthStr;

/// One draft.
pub struct SyncItem<'a> {
    /// The source.
    pub source: &'a Source,
    /// The draft as it was.
    pub before: &'a Source,
    /// The draft as it is to be.
    pub after: Source,
    /// The target language.
    pub lang: &'a str,
    /// What is done.
    pub steps: &'a [Step],
    /// What is left alone, and why.
    pub troubles: Vec<&'a Notice>,
}

/// How it is written.
pub struct SyncStyle<'a> {
    /// The words.
    pub messages: &'a Messages,
    /// Whether the output may be colored.
    pub is_colored: bool,
    /// How many columns a line may take.
    pub width: usize,
}

/// Writes every draft with what is done to it, line by line.
pub fn write(items: &[SyncItem<'_>], style: &SyncStyle<'_>, out: &mut dyn Write) -> io::Result<()> {
    let bold = match style.is_colored {
        true => Style::new().bold(),
        false => Style::new(),
    };
    for item in items {
        if item.steps.is_empty() && item.troubles.is_empty() {
            continue;
        }
        let name = printable(item.after.name());
        writeln!(out, "{bold}{name}{bold:#}")?;
        let mut places = Places::default();
        for step in item.steps {
            let line = places.at(&item.after, step.at).line;
            let kind = style
                .messages
                .text(&format!("sync-kind-{}", step.kind.name()));
            let head = format!("{line:>6}  {kind}");
            let left = style.width.saturating_sub(head.width() + 2);
            let text = cut(&printable(&step.text), left);
            writeln!(out, "{}", format!("{head}  {text}").trim_end())?;
        }
        for trouble in &item.troubles {
            writeln!(out, "     !  {}", style.messages.notice(trouble))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Writes what changes as a unified diff.
pub fn write_diff(items: &[SyncItem<'_>], out: &mut dyn Write) -> io::Result<()> {
    for item in items {
        let (old, new) = (item.before.text(), item.after.text());
        if old == new {
            continue;
        }
        if old.is_empty() {
            write_new(&item.after, out)?;
        } else {
            patch::write(item.before, &similarity::line_edits(old, new), out)?;
        }
    }
    Ok(())
}

fn write_new(after: &Source, out: &mut dyn Write) -> io::Result<()> {
    let lines: Vec<&str> = after.text().split_inclusive('\n').collect();
    writeln!(out, "--- /dev/null\n+++ b/{}", after.name())?;
    writeln!(out, "@@ -0,0 +1,{} @@", lines.len())?;
    for line in lines {
        write!(out, "+{line}")?;
        if !line.ends_with('\n') {
            writeln!(out, "\n\\ No newline at end of file")?;
        }
    }
    Ok(())
}
