//! Writes one edition as Markdown.

use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::render::book::RenderSettings;
use crate::render::edition::Edition;
use crate::render::edition::Node;
use crate::render::edition::Passage;
use crate::render::edition::Side;
use crate::render::headings::EditionAnchors;
use crate::render::headings::HeadingIds;
use crate::render::markdown::form::Form;
use crate::render::markdown::form::dialect;
use crate::render::wording::Wording;

/// What an edition is written with.
pub(crate) struct Page<'e, 'a> {
    pub(crate) edition: &'e Edition<'a>,
    pub(crate) words: Wording<'e, 'a>,
    pub(crate) form: Form,
    pub(crate) settings: &'e RenderSettings<'e>,
    /// Explicit ids that headings are to carry, by their blocks.
    pub(crate) ids: &'e HeadingIds,
}

/// Writes an edition; what links lead to is said by `redirect`.
pub fn write(
    edition: &Edition<'_>,
    form: Form,
    settings: &RenderSettings<'_>,
    anchors: &EditionAnchors,
    redirect: &(dyn Fn(Side, &str, bool) -> Option<String> + Sync),
) -> String {
    let page = Page {
        edition,
        words: Wording::new(edition, redirect),
        form,
        settings,
        ids: &anchors.carried,
    };
    let mut blocks: Vec<Vec<String>> = match form {
        Form::Columns => page.columns(),
        _ => edition.nodes.iter().map(|node| page.node(node)).collect(),
    };
    blocks.push(page.words.definitions());
    let mut text = joined(blocks).join("\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// Puts a blank line between blocks.
pub(crate) fn joined(blocks: Vec<Vec<String>>) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        if block.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(block);
    }
    lines
}

impl Page<'_, '_> {
    /// Writes a piece of the edition; nothing where it is not to be shown.
    pub(crate) fn node(&self, node: &Node) -> Vec<String> {
        match node {
            Node::Container(container) if self.form.weaves() => self.container(container),
            node => self.passage(&self.edition.whole(node), self.form),
        }
    }

    /// Tells whether a passage is to be shown. Headings are, so that readers know where they are.
    pub(crate) fn is_shown(&self, passage: &Passage) -> bool {
        let is_frame = [Side::Source, Side::Target].iter().any(|side| {
            let blocks = passage.blocks(*side).iter();
            let outline = self.edition.outline(*side);
            blocks.map(|block| outline.kind(*block)).any(|kind| {
                matches!(
                    kind,
                    BlockKind::Heading(_) | BlockKind::FrontMatter | BlockKind::Esm
                )
            })
        });
        let shown = self.settings.shown.as_deref();
        is_frame || shown.is_none_or(|shown| shown.contains(&passage.standing))
    }

    /// What readers are told of a passage, in the draft's language.
    pub(crate) fn mark(&self, passage: &Passage) -> Option<String> {
        let standing = passage.standing;
        standing.is_marked().then(|| {
            let id = format!("render-{}", standing.name());
            format!("*[{}]*", self.settings.messages.text(&id))
        })
    }

    /// The id as it stands at a heading's end, if it is to carry one.
    pub(crate) fn id(&self, side: Side, block: BlockId) -> Option<String> {
        let id = self.ids.get(&(side, block))?;
        dialect(self.edition).heading_id(id)
    }
}
