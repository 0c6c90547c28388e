//! Sites: decoded instructions with what is known of them without running.

use hhbc::flags::Flags;
use hhbc::func::{EhKind, ParamDefault};
use hhbc::imm::Label;
use hhbc::instr::Instr;
use hhbc::verify::{Reached, Shapes, Slot, shape, trace};

use super::cache::Cache;
use crate::func::PhpFunc;

/// The record number of a site without a pending call.
pub const NO_RECORD: u32 = u32::MAX;

/// The call in a group of sites.
pub(crate) fn call_in(sites: &'static [Site]) -> Option<&'static Site> {
    sites.iter().find(|site| site.instr.op().has(Flags::Call))
}

/// An instruction that control can reach.
pub struct Site {
    /// The instruction.
    pub instr: Instr,
    /// Where it starts in the bytecode.
    pub offset: u32,
    /// Its number among the sites of the function.
    pub index: u32,
    /// Cells of the evaluation stack before it.
    pub depth: u32,
    /// The cell of the evaluation stack at which the innermost pending record begins.
    pub record: u32,
    /// How many steps of a member path come before this, its final instruction.
    pub path: u32,
    /// Whether a group must begin here (X2).
    pub is_leader: bool,
    /// The method that was found here for a class.
    pub method_cache: Cache,
    /// The slot of the property, or the number of the constant, that was found here for a class.
    pub slot_cache: Cache,
    /// The class of an object that was found here to be of the type of that property.
    pub value_cache: Cache,
}

/// The sites of a function, in order.
pub struct Sites {
    sites: &'static [Site],
    shapes: Shapes,
}

impl Sites {
    /// Decodes a function, and follows its paths. Where assertions are on, a panic when the verifier
    /// refuses it, which it does not do with what the emitter made.
    pub fn of(func: &PhpFunc) -> Self {
        let record = func.record();
        let (reached, shapes) = shape(record);
        if cfg!(debug_assertions) {
            let traced = trace(func.unit().unit(), record);
            let (traced, _) = traced.expect("invariant: functions of a unit verify");
            debug_assert_eq!(reached, traced, "both follow all paths");
        }
        let mut sites = Vec::with_capacity(reached.len());
        for Reached { offset, instr, cells, record } in reached {
            let path = path_before(&sites, &instr);
            sites.push(Site {
                instr,
                offset,
                index: sites.len() as u32,
                depth: cells,
                record: record.unwrap_or(NO_RECORD),
                path,
                is_leader: false,
                method_cache: Cache::new(),
                slot_cache: Cache::new(),
                value_cache: Cache::new(),
            });
        }
        mark_leaders(&mut sites, record);
        Self { sites: Box::leak(sites.into()), shapes }
    }

    /// All of them.
    pub fn all(&self) -> &'static [Site] {
        self.sites
    }

    /// The number of the site at an offset.
    pub fn at(&self, offset: u32) -> Option<usize> {
        self.sites.binary_search_by_key(&offset, |site| site.offset).ok()
    }

    /// The number of the site that `label` of the site `from` leads to.
    pub fn target(&self, from: &Site, label: Label) -> Option<usize> {
        self.at(from.offset.wrapping_add_signed(label.0))
    }

    /// The slots before the instruction at `offset`, the topmost first.
    pub fn slots(&self, offset: u32) -> Vec<Slot> {
        self.shapes.slots(offset).map(Iterator::collect).unwrap_or_default()
    }
}

fn path_before(sites: &[Site], instr: &Instr) -> u32 {
    if !instr.op().has(Flags::Final) {
        return 0;
    }
    let is_step = |site: &&Site| site.instr.op().flags().meets(Flags::Base.with(Flags::Dim));
    sites.iter().rev().take_while(is_step).count() as u32
}

fn mark_leaders(sites: &mut [Site], func: &hhbc::func::Func) {
    let mut leaders = vec![0];
    for region in &func.body.eh {
        leaders.extend(region.kind.handlers());
        if let EhKind::Iter(_) = region.kind {
            leaders.push(region.end);
        }
    }
    for param in &func.params {
        if let Some(ParamDefault::Code { entry, .. }) = &param.default {
            leaders.push(*entry);
        }
    }
    for site in sites.iter() {
        for label in site.instr.labels() {
            leaders.push(site.offset.wrapping_add_signed(label.0));
        }
    }
    for leader in leaders {
        if let Ok(at) = sites.binary_search_by_key(&leader, |site| site.offset) {
            sites[at].is_leader = true;
        }
    }
    let breaks = Flags::Branch.with(Flags::Terminal).with(Flags::Suspend);
    for at in 1..sites.len() {
        if sites[at - 1].instr.op().flags().meets(breaks) {
            sites[at].is_leader = true;
        }
    }
}
