//! Opens a file at a line in the editor that the environment names.

use crate::text::notice::Notice;
use camino::Utf8Path;
use std::env;
use std::process::Command;

/// Opens `path` at a 1-based line and column in `$VISUAL` or `$EDITOR`, and waits for the editor to end.
pub fn open(path: &Utf8Path, line: u32, column: u32) -> Result<(), Notice> {
    let named = ["VISUAL", "EDITOR"].iter().find_map(|name| {
        let value = env::var(name).ok()?;
        (!value.trim().is_empty()).then_some(value)
    });
    let named = named.ok_or_else(|| Notice::new("editor-missing"))?;
    let words = words(&named);
    let (program, own) = words
        .split_first()
        .ok_or_else(|| Notice::new("editor-missing"))?;
    let failed = |detail: String| {
        let notice = Notice::new("editor-failed").arg("editor", &named);
        notice.arg("detail", detail)
    };
    let status = Command::new(program)
        .args(own)
        .args(arguments(program, path.as_str(), line, column))
        .status()
        .map_err(|error| failed(error.to_string()))?;
    if status.success() {
        Ok(())
    } else {
        Err(failed(status.to_string()))
    }
}

/// How an editor is told file, line and column.
fn arguments(program: &str, path: &str, line: u32, column: u32) -> Vec<String> {
    let name = program.rsplit(['/', '\\']).next().unwrap_or(program);
    let name = name.strip_suffix(".exe").unwrap_or(name);
    let at = format!("{path}:{line}:{column}");
    match name {
        "code" | "code-insiders" | "codium" | "cursor" | "windsurf" | "positron" => {
            vec!["--wait".to_owned(), "--goto".to_owned(), at]
        }
        "hx" | "helix" | "zed" | "subl" | "sublime_text" | "lapce" => vec![at],
        "idea" | "webstorm" | "pycharm" | "rustrover" | "fleet" | "kate" => {
            let line = line.to_string();
            vec!["--line".to_owned(), line, path.to_owned()]
        }
        "mate" => vec!["--line".to_owned(), line.to_string(), path.to_owned()],
        "vi" | "vim" | "nvim" | "gvim" | "view" | "nano" | "pico" | "emacs" | "emacsclient"
        | "micro" | "kak" | "joe" | "jed" | "mg" | "ne" | "gedit" => {
            vec![format!("+{line}"), path.to_owned()]
        }
        _ => vec![path.to_owned()],
    }
}

/// Parts a command at blanks, but for those in quotes or behind a backslash before a blank.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut is_word) = (Vec::new(), String::new(), None, false);
    let mut chars = command.chars().peekable();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '"' | '\'') => (quote, is_word) = (Some(c), true),
            (None, '\\') if chars.peek().is_some_and(|next| next.is_whitespace()) => {
                word.extend(chars.next());
                is_word = true;
            }
            (None, _) if c.is_whitespace() => {
                if is_word {
                    words.push(std::mem::take(&mut word));
                }
                is_word = false;
            }
            _ => {
                word.push(c);
                is_word = true;
            }
        }
    }
    if is_word {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{arguments, words};

    #[test]
    fn an_editor_is_called_as_its_command_says() {
        assert_eq!(words("code -n"), ["code", "-n"]);
        assert_eq!(
            words("'/opt/My Editor/vim' -u NONE"),
            ["/opt/My Editor/vim", "-u", "NONE"]
        );
        assert_eq!(words(r"/opt/My\ Editor/vim"), ["/opt/My Editor/vim"]);
        assert_eq!(words(r"C:\bin\code.exe"), [r"C:\bin\code.exe"]);
    }

    #[test]
    fn every_editor_is_told_the_line_in_its_own_way() {
        let told = |program| arguments(program, "a b.md", 12, 3);
        assert_eq!(told("/usr/bin/nvim"), ["+12", "a b.md"]);
        assert_eq!(
            told(r"C:\bin\code.exe"),
            ["--wait", "--goto", "a b.md:12:3"]
        );
        assert_eq!(told("hx"), ["a b.md:12:3"]);
        assert_eq!(told("idea"), ["--line", "12", "a b.md"]);
        assert_eq!(told("unheard-of"), ["a b.md"]);
    }
}
