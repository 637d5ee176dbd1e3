//! Code that changed in the source, carried over into a draft whose comments and strings are translated.

use crate::draft::sequence;
use crate::text::quotation::string_end;

/// Carries the change from `old` to `new` over to `draft`. Lines that the change leaves alone stay as the draft has them; a line that it
/// touches is taken from `new`, with the draft's comment where the comment itself stayed. Nothing where the draft differs from `old` in
/// more than comments and strings, or where a translated comment or string would be lost.
pub fn carry(old: &str, new: &str, draft: &str) -> Option<String> {
    let lines = |text: &'_ str| -> Vec<String> { text.split('\n').map(str::to_owned).collect() };
    let bare = |text: &str| -> Vec<String> {
        let lines = text.split('\n').map(str::trim_end);
        lines.map(str::to_owned).collect()
    };
    let (old, new) = (bare(old.trim_end()), bare(new.trim_end()));
    let (draft, tail) = draft.split_at(draft.trim_end().len());
    let draft = lines(draft);
    // The draft's lines are the old ones, one by one, but for what a reader reads.
    let is_same = old.len() == draft.len()
        && old
            .iter()
            .zip(&draft)
            .all(|(old, draft)| skeleton(old) == skeleton(draft));
    if !is_same {
        return None;
    }
    let hunks = sequence::hunks(&old, &new)?;
    let mut out: Vec<String> = Vec::with_capacity(new.len());
    let mut at = 0;
    for (gone, come) in hunks {
        out.extend(draft[at..gone.start].iter().cloned());
        let is_translated = |line: usize| draft[line].trim_end() != old[line];
        for (nth, line) in new[come.clone()].iter().enumerate() {
            let before = (gone.len() == come.len()).then(|| gone.start + nth);
            let kept = match before.filter(|before| is_translated(*before)) {
                Some(before) => rewritten(&old[before], line, &draft[before])?,
                None => line.clone(),
            };
            out.push(kept);
        }
        let is_uneven = !come.is_empty() && gone.len() != come.len();
        if is_uneven && gone.clone().any(is_translated) {
            return None;
        }
        at = gone.end;
    }
    out.extend(draft[at..].iter().cloned());
    Some(out.join("\n") + tail)
}

/// The new line with the draft's comment, where the old comment and the new one are the same.
fn rewritten(old: &str, new: &str, draft: &str) -> Option<String> {
    let (old_code, new_code, draft_code) = (n_code(old), n_code(new), n_code(draft));
    let comment = old.get(old_code..)?;
    let is_kept = !comment.is_empty() && new.get(new_code..)? == comment;
    is_kept.then(|| format!("{}{}", &new[..new_code], &draft[draft_code..]))
}

/// What is left of a line without comments, and with every string as one mark: what a translator leaves alone.
fn skeleton(line: &str) -> String {
    let code = line.get(..n_code(line)).unwrap_or_default();
    let mut out = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' | '\'' | '`' => {
                let rest = chars.as_str();
                match string_end(rest, c) {
                    Some(end) => {
                        out.push('\u{fffc}');
                        chars = rest.get(end..).unwrap_or_default().chars();
                    }
                    None => out.push(c),
                }
            }
            // Figures of boxes and trees are drawn around words.
            _ if c.is_whitespace() => {}
            _ => out.push(c),
        }
    }
    out
}

/// Marks that start a comment which takes the rest of its line.
const COMMENTS: [&str; 8] = ["//", "# ", "-- ", "; ", "<!--", "/*", "% ", "{/*"];

/// How much of a line is code: up to a comment that stands outside of strings and takes the rest of the line, blanks before it included.
fn n_code(line: &str) -> usize {
    let bare = line.trim_start();
    let indent = line.len() - bare.len();
    if bare == "#" || bare.starts_with("* ") || bare == "*" || bare == "*/" {
        return indent;
    }
    let mut at = indent;
    while let Some(c) = line.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = &line[at..];
        let is_fresh = at == indent || line[..at].ends_with([' ', '\t', ';', ')', '}', '{', ',']);
        if is_fresh && COMMENTS.iter().any(|mark| rest.starts_with(mark)) {
            return at;
        }
        let len = c.len_utf8();
        at += match c {
            '"' | '\'' | '`' => string_end(&rest[len..], c).map_or(len, |end| len + end),
            _ => len,
        };
    }
    line.len()
}

#[cfg(test)]
mod tests {
    use super::carry;

    #[test]
    fn translated_comments_stay_where_their_lines_stand() {
        let old = "# 安装\npip install x==1.0  # 旧版\nrun(\"你好\")\n";
        let new = "# 安装\npip install x==2.0  # 旧版\nrun(\"你好\")\nstop()\n";
        let draft = "# Install\npip install x==1.0  # an old one\nrun(\"hello\")\n";
        let wanted = "# Install\npip install x==2.0  # an old one\nrun(\"hello\")\nstop()\n";
        assert_eq!(carry(old, new, draft).as_deref(), Some(wanted));
    }

    #[test]
    fn no_translated_word_is_lost() {
        let (old, new) = ("a() // 一\nb()", "a() // 二\nb()");
        assert_eq!(
            carry(old, new, "a() // one\nb()"),
            None,
            "its comment is to be translated anew"
        );
        assert_eq!(
            carry(old, new, "a() // one\nb(1)"),
            None,
            "the code differs"
        );
        assert_eq!(carry(old, new, old).as_deref(), Some(new));
        let (old, new) = ("p(\"你好\")", "p(\"你好\", 2)");
        assert_eq!(carry(old, new, "p(\"hello\")"), None);
    }
}
