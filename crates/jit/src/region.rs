//! What is translated: the part of a function that control can reach from where it got hot.
//!
//! A place is a site, and whether it belongs to the way in: code from the middle of a loop, where
//! a hot loop is entered, up to the heads of loops is translated apart, so that every loop has one
//! entrance.
//!
//! # Invariants
//! - R1: an edge to the head of a loop from outside of the loop leads to the place before it.

use std::collections::{HashMap, HashSet};

use hhbc::flags::Flags;
use hhbc::imm::ImmRef;
use hhbc::instr::Instr;
use vm::exec::Sites;

/// A place in a region.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Place {
    /// Before the loop whose head is at a site.
    Before(usize),
    /// A site.
    At(usize),
    /// A site on the way in.
    WayIn(usize),
}

impl Place {
    /// The site.
    pub fn site(self) -> usize {
        match self {
            Self::Before(site) | Self::At(site) | Self::WayIn(site) => site,
        }
    }
}

/// The flow of a function.
pub struct Region {
    /// Where basic blocks begin.
    leaders: Vec<bool>,
    /// The loops, by head: their leaders.
    loops: HashMap<usize, HashSet<usize>>,
}

impl Region {
    /// Of a function's sites. None when control comes to a loop in two ways.
    pub fn of(sites: &Sites) -> Option<Self> {
        let leaders = leaders(sites);
        let mut region = Self { leaders, loops: HashMap::new() };
        let order = region.order(sites);
        let position: HashMap<usize, usize> =
            order.iter().enumerate().map(|(at, block)| (*block, at)).collect();
        let mut preds: HashMap<usize, Vec<usize>> = HashMap::new();
        for block in &order {
            for next in region.successors(sites, *block) {
                preds.entry(next).or_default().push(*block);
            }
        }
        let parents = parents(&order, &position, &preds);
        let dominates = |above: usize, below: usize| {
            let (above, mut at) = (position[&above], position[&below]);
            while at > above {
                at = parents[at];
            }
            at == above
        };
        for block in &order {
            for next in region.successors(sites, *block) {
                if position[&next] > position[block] {
                    continue;
                }
                if !dominates(next, *block) {
                    return None;
                }
                let body = region.loops.entry(next).or_default();
                body.insert(next);
                let mut work = vec![*block];
                while let Some(inside) = work.pop() {
                    if body.insert(inside) {
                        work.extend(preds.get(&inside).into_iter().flatten());
                    }
                }
            }
        }
        Some(region)
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

    /// The place to which an edge from the block of a place leads, by its site.
    pub fn target(&self, from: Place, to: usize) -> Place {
        let Some(body) = self.loops.get(&to) else {
            return match from {
                Place::WayIn(_) => Place::WayIn(to),
                Place::Before(_) | Place::At(_) => Place::At(to),
            };
        };
        match from {
            Place::Before(site) if site == to => Place::At(to),
            Place::At(site) if body.contains(&self.leader_of(site)) => Place::At(to),
            _ => Place::Before(to),
        }
    }

    /// Whether an edge goes back to the head of its loop.
    pub fn is_back(&self, from: Place, to: Place) -> bool {
        matches!((from, to), (Place::At(_), Place::At(head)) if self.is_head(head))
    }

    fn leader_of(&self, site: usize) -> usize {
        (0..=site).rev().find(|at| self.leaders[*at]).unwrap_or(0)
    }

    /// The leaders after the basic block that begins at a site.
    fn successors(&self, sites: &Sites, from: usize) -> Vec<usize> {
        let all = sites.all();
        let mut at = from;
        loop {
            let site = &all[at];
            let labels = site.instr.labels();
            let ends = site.instr.op().has(Flags::Terminal);
            let falls = !ends && at + 1 < all.len();
            if ends || !labels.is_empty() || falls && self.leaders[at + 1] {
                let targets = labels.iter().filter_map(|label| sites.target(site, *label));
                let mut next: Vec<usize> = falls.then_some(at + 1).into_iter().collect();
                next.extend(targets);
                next.dedup();
                return next;
            }
            if !falls {
                return Vec::new();
            }
            at += 1;
        }
    }

    /// Locals whose value may be read from a site on.
    pub fn live(&self, sites: &Sites, start: usize) -> HashSet<u32> {
        let all = sites.all();
        let order = self.order(sites);
        let mut live: HashMap<usize, HashSet<u32>> = HashMap::new();
        let mut changed = true;
        while changed {
            changed = false;
            for block in order.iter().rev() {
                let next = self.successors(sites, *block);
                let mut now: HashSet<u32> =
                    next.iter().filter_map(|block| live.get(block)).flatten().copied().collect();
                let rest = (block + 1..all.len()).take_while(|at| !self.leaders[*at]).count();
                for site in all[*block..=block + rest].iter().rev() {
                    touch(&site.instr, &mut now);
                }
                if live.get(block) != Some(&now) {
                    live.insert(*block, now);
                    changed = true;
                }
            }
        }
        live.remove(&start).unwrap_or_default()
    }

    /// Leaders that can be reached from the entry, each after those it is reached from but for
    /// loops.
    fn order(&self, sites: &Sites) -> Vec<usize> {
        let mut seen = HashSet::from([0]);
        let mut order = Vec::new();
        let mut stack = vec![(0, self.successors(sites, 0))];
        while let Some((block, next)) = stack.last_mut() {
            match next.pop() {
                Some(next) if seen.insert(next) => stack.push((next, self.successors(sites, next))),
                Some(_) => {}
                None => {
                    order.push(*block);
                    stack.pop();
                }
            }
        }
        order.reverse();
        order
    }

    /// Places that can be reached from `start`, each after those it is reached from but for loops.
    pub fn places(&self, sites: &Sites, start: Place) -> Vec<Place> {
        let next_of = |place: Place| match place {
            Place::Before(site) => vec![Place::At(site)],
            Place::At(site) | Place::WayIn(site) => {
                let next = self.successors(sites, site);
                next.into_iter().map(|to| self.target(place, to)).collect()
            }
        };
        let mut seen = HashSet::from([start]);
        let mut order = Vec::new();
        let mut stack = vec![(start, next_of(start))];
        while let Some((place, next)) = stack.last_mut() {
            match next.pop() {
                Some(next) if seen.insert(next) => stack.push((next, next_of(next))),
                Some(_) => {}
                None => {
                    order.push(*place);
                    stack.pop();
                }
            }
        }
        order.reverse();
        order
    }
}

/// Goes backwards over an instruction with what is read after it.
fn touch(instr: &Instr, live: &mut HashSet<u32>) {
    match instr {
        Instr::SetL { local } | Instr::PopL { local } | Instr::UnsetL { local } => {
            live.remove(&local.0);
        }
        _ => instr.refs(&mut |each| {
            if let ImmRef::Local(local) = each {
                live.insert(local.0);
            }
        }),
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

/// The immediate dominator of each position.
fn parents(
    order: &[usize],
    position: &HashMap<usize, usize>,
    preds: &HashMap<usize, Vec<usize>>,
) -> Vec<usize> {
    let mut parent = vec![usize::MAX; order.len()];
    if let Some(first) = parent.first_mut() {
        *first = 0;
    }
    let mut changed = true;
    while changed {
        changed = false;
        for at in 1..order.len() {
            let from = preds.get(&order[at]).into_iter().flatten().map(|block| position[block]);
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
