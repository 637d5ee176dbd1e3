//! The headings of an edition and the anchors that they have there, for links of both sides to lead to.

use crate::document::block::BlockId;
use crate::document::block::BlockKind;
use crate::document::dialect::Dialect;
use crate::document::unit::UnitId;
use crate::lint::anchors;
use crate::lint::slug::SlugStyle;
use crate::lint::slug::Slugger;
use crate::render::edition::Edition;
use crate::render::edition::Node;
use crate::render::edition::Side;
use std::collections::HashMap;

/// Explicit ids that headings of an edition are to carry.
pub(crate) type HeadingIds = HashMap<(Side, BlockId), String>;

/// The anchors of an edition.
#[derive(Clone, Debug, Default)]
pub struct EditionAnchors {
    /// Ids of the source's headings that the edition's are to carry, where the draft says none of its own.
    pub(crate) carried: HeadingIds,
    /// Of each heading of either side, the anchor that it has in the edition.
    anchors: HashMap<(Side, UnitId), String>,
}

impl EditionAnchors {
    /// Works out the anchors of an edition that a site makes by `style`.
    pub fn of(edition: &Edition<'_>, dialect: Dialect, style: SlugStyle) -> Self {
        let mut found = Self::default();
        let mut slugger = Slugger::new(style);
        for node in &edition.nodes {
            found.node(edition, node, dialect, &mut slugger);
        }
        found
    }

    /// Returns the anchor that a heading of either side has in the edition.
    pub fn anchor(&self, side: Side, heading: UnitId) -> Option<&str> {
        self.anchors.get(&(side, heading)).map(String::as_str)
    }

    fn node(
        &mut self,
        edition: &Edition<'_>,
        node: &Node,
        dialect: Dialect,
        slugger: &mut Slugger,
    ) {
        let passage = match node {
            Node::Container(container) => {
                for node in &container.nodes {
                    self.node(edition, node, dialect, slugger);
                }
                return;
            }
            Node::Passage(passage) => passage,
        };
        let headings = |side: Side| -> Vec<(BlockId, UnitId)> {
            let outline = edition.outline(side);
            let blocks = passage.blocks(side).iter();
            let blocks =
                blocks.filter(|block| matches!(outline.kind(**block), BlockKind::Heading(_)));
            let own =
                blocks.filter_map(|block| Some((*block, *outline.own_units(*block).first()?)));
            own.collect()
        };
        let main = match passage.target.is_empty() {
            true => Side::Source,
            false => Side::Target,
        };
        let others = headings(main.other());
        for (at, (block, unit)) in headings(main).into_iter().enumerate() {
            let other = others.get(at).copied();
            let explicit = |side: Side, unit| {
                anchors::explicit_id(edition.outline(side).document, unit).map(|(id, _)| id)
            };
            let own = explicit(main, unit);
            let carried = other.and_then(|(_, unit)| explicit(main.other(), unit));
            let carried = carried.filter(|id| own.is_none() && dialect.heading_id(id).is_some());
            let anchor = match (own, &carried) {
                (Some(id), _) => id,
                (None, Some(id)) => id.clone(),
                (None, None) => {
                    slugger.next(&anchors::heading_text(edition.outline(main).document, unit))
                }
            };
            if let Some(id) = carried {
                self.carried.insert((main, block), id);
            }
            for (_, other) in others.iter().skip(at).take(1) {
                self.anchors.insert((main.other(), *other), anchor.clone());
            }
            self.anchors.insert((main, unit), anchor);
        }
    }
}
