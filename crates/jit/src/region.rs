//! What is translated: the part of a function that control can reach from where it got hot.
//!
//! A place is a site, and whether it belongs to the way in: code from the middle of a loop, where
//! a hot loop is entered, up to the heads of loops is translated apart, so that every loop has one
//! entrance. The first round of a loop may be translated apart, too: it is peeled, when variables are
//! known to be something else from the second round on.
//!
//! # Invariants
//! - R1: an edge to the head of a loop from outside of the loop leads to the place before it, or to its
//!   peeled round, which is outside of it.
//! - R2: a loop that is peeled has no loop in it.

use std::collections::BTreeMap;
use std::hash::Hash;
use std::ops::Range;

use hhbc::flags::Flags;
use hhbc::imm::ImmRef;
use hhbc::instr::Instr;
use rustc_hash::{FxHashMap, FxHashSet};
use vm::exec::{Site, Sites};

/// A place in a region.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Place {
    /// Before the loop whose head is at a site.
    Before(usize),
    /// A site.
    At(usize),
    /// A site on the way in.
    WayIn(usize),
    /// A site in the peeled first round of a loop.
    First {
        /// The loop's head.
        head: usize,
        /// The site.
        site: usize,
    },
}

impl Place {
    /// The site.
    pub fn site(self) -> usize {
        match self {
            Self::Before(site) | Self::At(site) | Self::WayIn(site) => site,
            Self::First { site, .. } => site,
        }
    }
}

/// The most sites of all loops that are peeled.
const PEELED: usize = 400;

/// A run of sites that control enters at the first one only.
struct Basic {
    /// Its sites.
    sites: Range<usize>,
    /// Where control may go from its end.
    next: Vec<usize>,
}

/// The flow of a function.
pub struct Region {
    /// Where basic blocks begin.
    leaders: Vec<bool>,
    /// The blocks: first those that control can reach from the entry, each after those it is reached from
    /// but for loops; then those of handlers.
    blocks: Vec<Basic>,
    /// How many of them are reached from the entry.
    reached: usize,
    /// The number of the block that begins at a site.
    numbers: Vec<u32>,
    /// The loops, by head: their leaders.
    loops: FxHashMap<usize, FxHashSet<usize>>,
    /// The heads of loops whose first round is translated apart.
    peeled: FxHashSet<usize>,
}

impl Region {
    /// Of a function's sites. None when control comes to a loop in two ways.
    pub fn of(sites: &Sites) -> Option<Self> {
        let leaders = leaders(sites);
        let (blocks, reached) = blocks(sites, &leaders);
        let mut numbers = vec![u32::MAX; leaders.len()];
        for (number, block) in blocks.iter().enumerate() {
            numbers[block.sites.start] = number as u32;
        }
        let (loops, peeled) = (FxHashMap::default(), FxHashSet::default());
        let mut region = Self { leaders, blocks, reached, numbers, loops, peeled };
        region.loops = region.find_loops()?;
        Some(region)
    }

    fn find_loops(&self) -> Option<FxHashMap<usize, FxHashSet<usize>>> {
        let reached = &self.blocks[..self.reached];
        let mut preds = vec![Vec::new(); reached.len()];
        for (number, block) in reached.iter().enumerate() {
            for next in &block.next {
                preds[self.number(*next)].push(number);
            }
        }
        let parents = parents(&preds);
        let dominates = |above: usize, mut below: usize| {
            while below > above {
                below = parents[below];
            }
            below == above
        };
        let first = |number: usize| self.blocks[number].sites.start;
        let mut loops: FxHashMap<usize, FxHashSet<usize>> = FxHashMap::default();
        for (number, block) in reached.iter().enumerate() {
            for next in block.next.iter().map(|next| self.number(*next)) {
                if next > number {
                    continue;
                }
                if !dominates(next, number) {
                    return None;
                }
                let body = loops.entry(first(next)).or_default();
                body.insert(first(next));
                let mut work = vec![number];
                while let Some(inside) = work.pop() {
                    if body.insert(first(inside)) {
                        work.extend(&preds[inside]);
                    }
                }
            }
        }
        Some(loops)
    }

    /// The number of the block that begins at a leader.
    fn number(&self, leader: usize) -> usize {
        self.numbers[leader] as usize
    }

    /// Whether a basic block begins at a site.
    pub fn is_leader(&self, site: usize) -> bool {
        self.leaders[site]
    }

    /// Whether a loop's head is at a site.
    pub fn is_head(&self, site: usize) -> bool {
        self.loops.contains_key(&site)
    }

    /// The place where control comes in at a site.
    pub fn way_in(&self, site: usize) -> Place {
        if self.is_head(site) { Place::Before(site) } else { Place::WayIn(site) }
    }

    /// Whether the first round of a loop may be translated apart, and is not yet.
    pub fn may_peel(&self, head: usize) -> bool {
        let Some(body) = self.loops.get(&head) else { return false };
        let is_innermost = body.iter().all(|leader| *leader == head || !self.is_head(*leader));
        let sites = |head: &usize| -> usize {
            let blocks = self.loops[head].iter().map(|leader| &self.blocks[self.number(*leader)]);
            blocks.map(|block| block.sites.len()).sum()
        };
        let before: usize = self.peeled.iter().map(sites).sum();
        is_innermost && !self.peeled.contains(&head) && before + sites(&head) <= PEELED
    }

    /// Has the first rounds of loops translated apart.
    pub fn peel(&mut self, heads: impl IntoIterator<Item = usize>) {
        for head in heads {
            if self.may_peel(head) {
                self.peeled.insert(head);
            }
        }
    }

    /// The place to which an edge from the block of a place leads, by its site.
    pub fn target(&self, from: Place, to: usize) -> Place {
        if let Some(body) = self.loops.get(&to) {
            return self.target_head(from, to, body);
        }
        match from {
            Place::WayIn(_) => Place::WayIn(to),
            Place::First { head, .. } if self.loops[&head].contains(&to) => {
                Place::First { head, site: to }
            }
            Place::Before(_) | Place::At(_) | Place::First { .. } => Place::At(to),
        }
    }

    fn target_head(&self, from: Place, to: usize, body: &FxHashSet<usize>) -> Place {
        match from {
            Place::Before(site) if site == to => Place::At(to),
            Place::First { head, .. } if head == to => Place::Before(to),
            Place::At(site) | Place::First { site, .. } if body.contains(&self.leader_of(site)) => {
                Place::At(to)
            }
            // Who comes in at the middle of a loop has begun it.
            Place::WayIn(_) => Place::Before(to),
            _ if self.peeled.contains(&to) => Place::First { head: to, site: to },
            _ => Place::Before(to),
        }
    }

    fn leader_of(&self, site: usize) -> usize {
        (0..=site).rev().find(|at| self.leaders[*at]).unwrap_or(0)
    }

    /// Locals whose value may be read from a site on.
    pub fn live(&self, sites: &Sites, start: usize) -> FxHashSet<u32> {
        let touched: Vec<Touched> = self
            .blocks
            .iter()
            .map(|block| Touched::by(&sites.all()[block.sites.clone()]))
            .collect();
        let mut live: Vec<FxHashSet<u32>> = vec![FxHashSet::default(); self.blocks.len()];
        let mut changed = true;
        while changed {
            changed = false;
            for (number, block) in self.blocks.iter().enumerate().rev() {
                let Touched { read, written } = &touched[number];
                let behind = block.next.iter().flat_map(|next| &live[self.number(*next)]);
                let mut now: FxHashSet<u32> =
                    behind.filter(|local| !written.contains(local)).copied().collect();
                now.extend(read);
                if live[number].len() != now.len() {
                    live[number] = now;
                    changed = true;
                }
            }
        }
        live.get(self.number(start)).cloned().unwrap_or_default()
    }

    /// Places that can be reached from `start`, each after those it is reached from but for loops.
    pub fn places(&self, start: Place) -> Vec<Place> {
        order(start, |place| match place {
            Place::Before(site) => vec![Place::At(site)],
            Place::At(site) | Place::WayIn(site) | Place::First { site, .. } => {
                let next = &self.blocks[self.number(site)].next;
                next.iter().map(|to| self.target(place, *to)).collect()
            }
        })
    }
}

/// What can be reached from `start`, each after what it is reached from but for loops.
fn order<T: Copy + Eq + Hash>(start: T, next_of: impl Fn(T) -> Vec<T>) -> Vec<T> {
    let mut seen = FxHashSet::from_iter([start]);
    let mut order = Vec::new();
    let mut stack = vec![(start, next_of(start))];
    while let Some((at, next)) = stack.last_mut() {
        match next.pop() {
            Some(next) if seen.insert(next) => stack.push((next, next_of(next))),
            Some(_) => {}
            None => {
                order.push(*at);
                stack.pop();
            }
        }
    }
    order.reverse();
    order
}

/// What a basic block does with locals.
#[derive(Default)]
struct Touched {
    /// Those that it may read what they had before.
    read: FxHashSet<u32>,
    /// Those that it writes, and does not read before.
    written: FxHashSet<u32>,
}

impl Touched {
    fn by(sites: &[Site]) -> Self {
        let mut touched = Self::default();
        for site in sites.iter().rev() {
            match &site.instr {
                Instr::SetL { local } | Instr::PopL { local } | Instr::UnsetL { local } => {
                    touched.read.remove(&local.0);
                    touched.written.insert(local.0);
                }
                instr => instr.refs(&mut |each| {
                    if let ImmRef::Local(local) = each {
                        touched.written.remove(&local.0);
                        touched.read.insert(local.0);
                    }
                }),
            }
        }
        touched
    }
}

/// The blocks of a function, and how many control can reach from the entry.
fn blocks(sites: &Sites, leaders: &[bool]) -> (Vec<Basic>, usize) {
    let firsts = (0..leaders.len()).filter(|at| leaders[*at]);
    let mut by_leader: BTreeMap<usize, Basic> =
        firsts.map(|first| (first, Basic::at(sites, leaders, first))).collect();
    let order = order(0, |first| by_leader[&first].next.clone());
    let mut blocks: Vec<Basic> = order.iter().filter_map(|first| by_leader.remove(first)).collect();
    let reached = blocks.len();
    blocks.extend(by_leader.into_values());
    (blocks, reached)
}

impl Basic {
    fn at(sites: &Sites, leaders: &[bool], first: usize) -> Self {
        let all = sites.all();
        let rest = leaders[first + 1..].iter().position(|is_leader| *is_leader);
        let behind = rest.map_or(all.len(), |rest| first + 1 + rest);
        let last = &all[behind - 1];
        let falls = !last.instr.op().has(Flags::Terminal) && behind < all.len();
        let mut next: Vec<usize> = falls.then_some(behind).into_iter().collect();
        let labels = last.instr.labels();
        next.extend(labels.iter().filter_map(|label| sites.target(last, *label)));
        next.dedup();
        Self { sites: first..behind, next }
    }
}

fn leaders(sites: &Sites) -> Vec<bool> {
    let all = sites.all();
    let mut leaders = vec![false; all.len()];
    for (at, site) in all.iter().enumerate() {
        let labels = site.instr.labels();
        for label in &labels {
            if let Some(target) = sites.target(site, *label) {
                leaders[target] = true;
            }
        }
        let op = site.instr.op();
        if (!labels.is_empty() || op.has(Flags::Terminal)) && at + 1 < all.len() {
            leaders[at + 1] = true;
        }
    }
    if let Some(first) = leaders.first_mut() {
        *first = true;
    }
    leaders
}

/// The immediate dominator of each block, by the blocks before it.
fn parents(preds: &[Vec<usize>]) -> Vec<usize> {
    let mut parent = vec![usize::MAX; preds.len()];
    if let Some(first) = parent.first_mut() {
        *first = 0;
    }
    let mut changed = true;
    while changed {
        changed = false;
        for at in 1..preds.len() {
            let from = preds[at].iter().copied();
            let found = from.filter(|p| parent[*p] != usize::MAX).reduce(|mut a, mut b| {
                while a != b {
                    if a > b {
                        a = parent[a];
                    } else {
                        b = parent[b];
                    }
                }
                a
            });
            if let Some(found) = found
                && parent[at] != found
            {
                parent[at] = found;
                changed = true;
            }
        }
    }
    parent
}
