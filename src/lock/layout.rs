//! What changed in the source beside the texts of its units: lines of markup, and the order of what was accepted.

use crate::bitext::bitext::LayoutChange;
use crate::bitext::bitext::LayoutKind;
use crate::bitext::bitext::Pair;
use crate::bitext::bitext::PairState;
use crate::document::document::Document;
use crate::document::markup;
use crate::document::markup::MarkupLine;
use crate::document::unit::UnitId;
use crate::lock::gap;
use crate::lock::trail::Trail;
use crate::text::span::Span;
use std::collections::BTreeMap;
use std::collections::HashSet;

/// Lines of one text that are matched with all care; of more, the first ones match the first ones.
const N_CELLS: usize = 250_000;

/// Compares the source's markup with what the draft was accepted under. Only what the source changed since, and the draft
/// has not followed, is told: a draft that was laid out in its own way when it was accepted may stay so.
pub fn markup_changes(sides: &Sides<'_>, pairs: &[Pair]) -> Vec<LayoutChange> {
    let (source, target) = (sides.source, sides.target);
    let (new, draft) = (&sides.new, &sides.draft);
    let texts = sides.counts();
    let (n_new, n_draft) = (source.units.len(), target.units.len());
    let map = Map::new(pairs, n_new, n_draft);
    let (mut came, mut went) = (Vec::new(), Vec::new());
    for counts in texts.values() {
        let (n_old, n_new, n_draft) = (counts.n_old, counts.new.len(), counts.draft.len());
        let n_came = n_new.saturating_sub(n_old.max(n_draft));
        let n_went = n_old.min(n_draft).saturating_sub(n_new);
        if n_came + n_went > 0 {
            let (lone_new, lone_draft) = lone(counts, new, draft, &map);
            came.extend(lone_new.into_iter().rev().take(n_came));
            went.extend(lone_draft.into_iter().rev().take(n_went));
        }
    }
    came.sort_unstable();
    went.sort_unstable();
    let tells = Tellers::new(pairs);
    let mut changes = Vec::new();
    went.retain(|old| {
        let old = &draft[*old];
        let Some(at) = came
            .iter()
            .position(|new_idx| map.is_same_place(&new[*new_idx], old))
        else {
            return true;
        };
        let line = &new[came.remove(at)];
        if !line.is_fence || map.stands(line.n_before) {
            changes.push(LayoutChange {
                kind: LayoutKind::Markup,
                source: Some(line.span),
                target: Some(old.span),
                previous: Some(old.text.clone()),
            });
        }
        false
    });
    came.retain(|idx| !Tellers::is_told(source, &tells.new, new[*idx].span));
    went.retain(|idx| !Tellers::is_told(target, &tells.old, draft[*idx].span));
    for span in joined(source, new, &came) {
        changes.push(LayoutChange {
            kind: LayoutKind::Markup,
            source: Some(span),
            target: None,
            previous: None,
        });
    }
    for span in joined(target, draft, &went) {
        changes.push(LayoutChange {
            kind: LayoutKind::Markup,
            source: None,
            target: Some(span),
            previous: None,
        });
    }
    changes
}

/// The markup of both sides, and the source's as it was accepted.
pub struct Sides<'a> {
    /// The accepted lines.
    pub accepted: &'a [String],
    /// The source.
    pub source: &'a Document,
    /// The draft.
    pub target: &'a Document,
    /// The source's lines.
    pub new: Vec<MarkupLine>,
    /// The draft's lines.
    pub draft: Vec<MarkupLine>,
}

impl<'a> Sides<'a> {
    /// Takes the markup of both sides; nothing where the source has the lines that were accepted: then none came and none went.
    pub fn new(accepted: &'a [String], source: &'a Document, target: &'a Document) -> Option<Self> {
        let new = markup::lines(source);
        let is_same = new.iter().map(|line| &line.text).eq(accepted);
        (!is_same).then(|| Self {
            accepted,
            source,
            target,
            new,
            draft: markup::lines(target),
        })
    }

    /// Lists the lines of the draft that the source had when they were accepted, and has nowhere any more.
    pub fn gone(&self) -> Vec<&MarkupLine> {
        let counts = self.counts();
        let is_gone = |line: &&MarkupLine| {
            let counts = counts.get(line.text.as_str());
            counts.is_some_and(|counts| counts.n_old > 0 && counts.new.is_empty())
        };
        self.draft.iter().filter(is_gone).collect()
    }

    fn counts(&self) -> BTreeMap<&str, Counts> {
        let mut texts: BTreeMap<&str, Counts> = BTreeMap::new();
        for text in self.accepted {
            texts.entry(text).or_default().n_old += 1;
        }
        for (line_idx, line) in self.new.iter().enumerate() {
            texts.entry(&line.text).or_default().new.push(line_idx);
        }
        for (line_idx, line) in self.draft.iter().enumerate() {
            texts.entry(&line.text).or_default().draft.push(line_idx);
        }
        texts
    }
}

/// Units that tell the news of the line they stand in: an attribute that is new, or whose source is gone or changed.
struct Tellers {
    new: Vec<UnitId>,
    old: Vec<UnitId>,
}

impl Tellers {
    fn new(pairs: &[Pair]) -> Self {
        let (mut new, mut old) = (Vec::new(), Vec::new());
        for pair in pairs {
            match pair.state {
                PairState::Untranslated => new.extend(&pair.source),
                PairState::Stale(_) | PairState::Orphaned => old.extend(&pair.target),
                _ => {}
            }
        }
        new.sort_unstable();
        old.sort_unstable();
        Self { new, old }
    }

    fn is_told(document: &Document, tellers: &[UnitId], line: Span) -> bool {
        let from = tellers.partition_point(|unit| document.unit(*unit).span.start < line.start);
        let unit = tellers.get(from);
        unit.is_some_and(|unit| document.unit(*unit).span.start < line.end)
    }
}

/// Where one line of markup stands: how often in the accepted source, and at which lines now.
#[derive(Default)]
struct Counts {
    n_old: usize,
    new: Vec<usize>,
    draft: Vec<usize>,
}

/// Which source unit a draft's unit translates, and which units have a partner at all.
struct Map {
    partner: Vec<Option<usize>>,
    is_paired: Vec<bool>,
    is_standing: Vec<bool>,
}

impl Map {
    fn new(pairs: &[Pair], n_source: usize, n_target: usize) -> Self {
        let mut map = Self {
            partner: vec![None; n_target],
            is_paired: vec![false; n_source],
            is_standing: vec![false; n_source],
        };
        for pair in pairs {
            let stands = !matches!(pair.state, PairState::Untranslated | PairState::Stale(_));
            for unit in &pair.source {
                map.is_paired[unit.idx()] = !pair.target.is_empty();
                map.is_standing[unit.idx()] = stands;
            }
            for unit in &pair.target {
                map.partner[unit.idx()] = pair.source.first().map(|unit| unit.idx());
            }
        }
        map
    }

    fn stands(&self, unit_idx: usize) -> bool {
        self.is_standing.get(unit_idx) == Some(&true)
    }

    /// The source units between which a line of the draft belongs.
    fn room(&self, line: &MarkupLine) -> (usize, usize) {
        let before = self.partner.iter().take(line.n_before).rev();
        let after = self.partner.iter().skip(line.n_before);
        let before = before.flatten().next().map_or(0, |unit| unit + 1);
        (
            before,
            after
                .flatten()
                .next()
                .copied()
                .unwrap_or(self.is_paired.len()),
        )
    }

    fn is_same_place(&self, new: &MarkupLine, old: &MarkupLine) -> bool {
        let (from, to) = self.room(old);
        let name = |line: &MarkupLine| -> String { line.text.chars().take(3).collect() };
        from <= new.n_before && new.n_before <= to && name(new) == name(old)
    }

    /// How far apart two lines of the same text are, in units; beside units without a partner a line is likely new or old itself.
    fn distance(&self, new: &MarkupLine, old: &MarkupLine) -> usize {
        let (from, to) = self.room(old);
        // A fence that opens belongs to what follows, one that closes to what it follows.
        let is_closing = new.text.starts_with("</") || new.text.bytes().all(|byte| byte == b':');
        let (before, after) = if is_closing { (2, 1) } else { (1, 2) };
        let is_new = |unit: usize| self.is_paired.get(unit) == Some(&false);
        let is_old = |unit: usize| self.partner.get(unit) == Some(&None);
        let weight = |line: &MarkupLine, is_lonely: &dyn Fn(usize) -> bool| -> usize {
            let left = line.n_before.checked_sub(1).is_some_and(is_lonely);
            before * usize::from(left) + after * usize::from(is_lonely(line.n_before))
        };
        from.abs_diff(new.n_before)
            + to.abs_diff(new.n_before)
            + weight(new, &is_new)
            + weight(old, &is_old)
    }
}

/// The lines of one text that have no counterpart on the other side, once the others are matched in order and nearest first.
fn lone(
    counts: &Counts,
    new: &[MarkupLine],
    draft: &[MarkupLine],
    map: &Map,
) -> (Vec<usize>, Vec<usize>) {
    let is_flipped = counts.new.len() > counts.draft.len();
    let (few, many) = if is_flipped {
        (&counts.draft, &counts.new)
    } else {
        (&counts.new, &counts.draft)
    };
    let taken: HashSet<usize> = if few.len() * many.len() > N_CELLS {
        many.iter().copied().take(few.len()).collect()
    } else {
        nearest(few.len(), many.len(), |row, column| {
            if is_flipped {
                map.distance(&new[many[column]], &draft[few[row]])
            } else {
                map.distance(&new[few[row]], &draft[many[column]])
            }
        })
        .into_iter()
        .map(|column| many[column])
        .collect()
    };
    let left = many
        .iter()
        .copied()
        .filter(|line| !taken.contains(line))
        .collect();
    if is_flipped {
        (left, Vec::new())
    } else {
        (Vec::new(), left)
    }
}

/// Gives every row a column, in order, at the least total cost.
fn nearest(n_rows: usize, n_columns: usize, cost: impl Fn(usize, usize) -> usize) -> Vec<usize> {
    const FAR: usize = usize::MAX / 2;
    let mut table = vec![vec![0_usize; n_columns + 1]; n_rows + 1];
    for row in 1..=n_rows {
        table[row][0] = FAR;
        for column in 1..=n_columns {
            let taken = table[row - 1][column - 1].saturating_add(cost(row - 1, column - 1));
            table[row][column] = table[row][column - 1].min(taken.min(FAR));
        }
    }
    let (mut row, mut column, mut chosen) = (n_rows, n_columns, Vec::new());
    while row > 0 && column > 0 {
        if table[row][column] != table[row][column - 1] {
            chosen.push(column - 1);
            row -= 1;
        }
        column -= 1;
    }
    chosen
}

/// The places of lines; lines with nothing but blanks between them make one. A fence tells nothing by itself.
fn joined(document: &Document, lines: &[MarkupLine], line_idxs: &[usize]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let text = document.source.text();
    for line in line_idxs
        .iter()
        .map(|idx| &lines[*idx])
        .filter(|line| !line.is_fence)
    {
        match spans.last_mut() {
            Some(last)
                if text[Span::new(last.end, line.span.start).range()]
                    .trim()
                    .is_empty() =>
            {
                last.end = line.span.end;
            }
            _ => spans.push(line.span),
        }
    }
    spans
}

/// Finds runs of units that the source has moved while the draft still has the order in which they were accepted.
pub fn moves(source: &Trail<'_>, target: &Trail<'_>, n_own: usize) -> Vec<LayoutChange> {
    let first = |trail: &Trail<'_>, record: usize| {
        let mut elements = trail.elements[trail.of_record[record].clone()].iter();
        elements.find_map(|element| Some(element.place?.start))
    };
    // In the lock's order, which is the source's when it was accepted. A union of two locks has lost it: where the draft has
    // another order than the lock, nothing is known of a move.
    let found: Vec<(usize, usize)> = (0..n_own)
        .filter_map(|record| Some((first(source, record)?, first(target, record)?)))
        .collect();
    let targets: Vec<usize> = found.iter().map(|(_, target)| *target).collect();
    let mut kept: Vec<(usize, usize)> = gap::kept_order(&targets)
        .into_iter()
        .map(|idx| found[idx])
        .collect();
    kept.sort_unstable();
    let targets: Vec<usize> = kept.iter().map(|(_, target)| *target).collect();
    let stays: HashSet<usize> = gap::kept_order(&targets).into_iter().collect();
    let moved = (0..kept.len())
        .filter(|idx| !stays.contains(idx))
        .map(|idx| kept[idx]);

    let mut runs: Vec<[(usize, usize); 2]> = Vec::new();
    for (one, other) in moved {
        match runs.last_mut() {
            Some([_, last]) if one == last.0 + 1 && other == last.1 + 1 => *last = (one, other),
            _ => runs.push([(one, other); 2]),
        }
    }
    let hull = |trail: &Trail<'_>, from: usize, to: usize| {
        let span = |unit: UnitId| trail.document.unit(unit).span;
        Span::new(span(trail.unit(from)).start, span(trail.unit(to)).end)
    };
    let change = |[from, to]: [(usize, usize); 2]| LayoutChange {
        kind: LayoutKind::Moved,
        source: Some(hull(source, from.0, to.0)),
        target: Some(hull(target, from.1, to.1)),
        previous: None,
    };
    runs.into_iter().map(change).collect()
}
