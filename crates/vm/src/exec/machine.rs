//! Cells of machine code: where it is entered, and the fused instructions that it lets run.
//!
//! What machine code does not do itself it leaves to the fused instruction that does it: the cell
//! of that instruction is followed by the one through which machine code goes on. The handler
//! neither knows nor cares.
//!
//! # Invariants
//! - M1: before each cell at which a call returns lies the one that stands for the call.

use std::cell::RefCell;
use std::collections::HashMap;

use hhbc::flags::Flags;

use super::code::{Group, Item, lay_out};
use super::draft::{Draft, Field};
use super::fuse::Fuser;
use super::site::Site;
use crate::dispatch::{ExecCell, Handler, Pc};
use crate::func::PhpFunc;
use crate::machine::Way;

/// Which sites one fused instruction stands for, from any site on.
pub struct Groups {
    fuser: Fuser,
    sites: &'static [Site],
    /// For each site the first of the group that fused code has it in.
    starts: Vec<usize>,
    counts: RefCell<HashMap<usize, Option<usize>>>,
}

impl Groups {
    /// Those of a function.
    pub fn of(php: &'static PhpFunc) -> Self {
        let sites = php.code().sites();
        let fuser = Fuser::new(php, sites);
        let starts = php.code().group_starts();
        Self { fuser, sites: sites.all(), starts, counts: RefCell::default() }
    }

    /// The first site of the group that a site belongs to in fused code.
    pub fn start(&self, site: usize) -> usize {
        self.starts[site]
    }

    /// How many sites the fused instruction at a site stands for. None where there is none, and
    /// where it goes on at several other places.
    pub fn count(&self, site: usize) -> Option<usize> {
        *self.counts.borrow_mut().entry(site).or_insert_with(|| {
            let draft = self.fuser.group(site)?;
            let last = &self.sites[site + draft.sites - 1].instr;
            let leaves = last.op().has(Flags::Terminal);
            let jumps = last.labels().len();
            let fits = jumps == 0 || jumps == 1 && !leaves && matches!(draft.d, Field::Target(_));
            (fits && draft.sites > 0).then_some(draft.sites)
        })
    }
}

/// The cells of one translation.
pub(crate) struct MachineCode {
    pub cells: &'static [ExecCell],
    groups: Vec<Group>,
    /// For each way its cell.
    ways: Vec<usize>,
}

impl MachineCode {
    /// Cells for ways, whose numbers are their positions; `entrance` is their handler for now.
    /// None when an operand does not fit.
    pub(crate) fn of(php: &'static PhpFunc, ways: &[Way], entrance: Handler) -> Option<Self> {
        let sites = php.code().sites();
        let fuser = Fuser::new(php, sites);
        let mut made = Made { items: Vec::new(), groups: Vec::new(), entrance };
        let mut at = Vec::with_capacity(ways.len());
        for (number, way) in ways.iter().enumerate() {
            let site = match *way {
                Way::Entry => 0,
                Way::Head(site) => site,
                Way::Return(call) => {
                    made.entrance(number, (call, 1));
                    call + 1
                }
                Way::Behind(first) => made.group(fuser.group(first)?, first),
                Way::Taken(site) => site,
            };
            at.push(made.items.len());
            // Behind a body that is one instruction it stands for that.
            made.entrance(number, (site.min(sites.all().len() - 1), 1));
        }
        let cells = lay_out(sites.all(), &[], &made.items)?;
        Some(Self { cells, groups: made.groups, ways: at })
    }

    /// The cell of a way.
    pub(crate) fn way(&self, number: usize) -> Pc {
        Pc::of(self.cells, self.ways[number])
    }

    /// The instruction that a way leads behind.
    pub(crate) fn instruction(&self, number: usize) -> Pc {
        let behind = number.checked_sub(1).map_or(0, |before| self.ways[before] + 1);
        Pc::of(self.cells, behind)
    }

    /// What the cell at `pc` stands for.
    pub(super) fn group_at(&self, pc: Pc) -> Option<Group> {
        self.groups.get(pc.index_in(self.cells)?).copied()
    }
}

struct Made {
    items: Vec<Item>,
    groups: Vec<Group>,
    entrance: Handler,
}

impl Made {
    fn push(&mut self, draft: Draft, (first, count): (usize, usize)) {
        self.items.push(Item::Fused(draft));
        self.groups.push(Group { first: first as u32, count: count as u32 });
    }

    fn entrance(&mut self, number: usize, sites: (usize, usize)) {
        let draft = Draft::new(self.entrance, 0).d(Field::Num(number as i32));
        self.push(draft, sites);
    }

    /// Adds the instruction of a group; the site behind it. A jump leads to the cell after the next.
    fn group(&mut self, mut draft: Draft, first: usize) -> usize {
        // What it names lives as long as its cell.
        std::mem::forget(draft.plan.take());
        let count = draft.sites;
        let after = draft.after.take();
        let taken = self.items.len() + usize::from(after.is_some()) + 2;
        if let Field::Target(_) = draft.d {
            draft.d = Field::Insn(taken);
        }
        let Draft { a, b, d, .. } = draft;
        self.push(draft, (first, count));
        if let Some(after) = after {
            self.push(Draft { a, b, d, ..Draft::new(after, count) }, (first, count));
        }
        first + count
    }
}
