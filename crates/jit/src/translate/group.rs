//! What the interpreter's fused instructions do for machine code.
//!
//! A site that is not translated is run by the fused instruction of the group that it belongs to:
//! everything goes to its cell, the handler runs, and comes back by a way of its own. When the
//! first sites of the group were translated before it turned out that a later one cannot be, the
//! function is translated again with the whole group left to its instruction.

use hhbc::flags::Flags;
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{BlockId, Exit, ExitId, Op, Type};
use vm::func::Func;
use vm::machine::Way;

use super::state::{Callee, Held, Slot};
use super::{Then, Translator, homes};

impl Translator<'_> {
    /// Asks that the group to which a site belongs be left whole to its instruction from the next
    /// round on.
    pub(super) fn leave_group(&mut self, at: usize) {
        let start = self.groups.start(at);
        if start < at && self.groups.count(start).is_some() && self.fused.insert(start) {
            self.changed = true;
        }
    }

    /// Runs the fused instruction of the group that begins at a site; none where there is none.
    pub(super) fn run_group(&mut self, at: usize) -> Option<Then> {
        let count = self.groups.count(at)?;
        let (behind, last) = (at + count, at + count - 1);
        self.left.push((at, count));
        self.sync();
        for site in at..behind {
            self.after_site(site);
        }
        let extra = Extra { imm: at as i64, aux: self.ways.len() as u32, exit: None };
        self.b.end(Op::RunGroup, &[], extra, Vec::new());
        self.forget_registers();
        let next = self.way(Way::Behind(at));
        if self.sites[last].instr.op().has(Flags::Terminal) {
            self.b.block = next;
            self.leave();
            return Some(Then::Ended);
        }
        let Some(to) = self.label(last) else {
            self.b.block = next;
            self.refine(last);
            self.refine_callee(last);
            return Some(Then::At(behind));
        };
        let taken = self.way(Way::Taken(to));
        let state = self.state.clone();
        self.b.block = taken;
        self.go(self.target(to));
        self.state = state;
        self.b.block = next;
        self.refine_element(last);
        self.go(self.target(behind));
        Some(Then::Ended)
    }

    /// A block where code is entered.
    pub(super) fn way(&mut self, way: Way) -> BlockId {
        let block = self.b.unit.block();
        self.ways.push(way);
        self.b.unit.ways.push(block);
        block
    }

    /// Code is entered again: what registers held is in the cells.
    pub(super) fn forget_registers(&mut self) {
        for slot in &mut self.state.slots {
            if let Held::Reg(_) = slot.held {
                slot.held = Held::Cell;
            }
        }
    }

    /// What is known behind a site of a group.
    fn after_site(&mut self, site: usize) {
        if !matches!(self.sites[site].instr, Instr::FCall { .. } | Instr::FCallD { .. }) {
            return self.after_body(site);
        }
        if let Some((cell, _)) = self.state.pending() {
            self.state.slots.truncate(cell as usize);
        }
        self.push(Slot::cell(Type::ANY));
        if self.is_open {
            self.forget_locals();
        }
    }

    /// Checks that the item that the site `last` left, before the site that follows, has the type that
    /// was seen.
    fn refine(&mut self, last: usize) {
        let seen = self.seen_at(last);
        let ty = Type(seen.types());
        let Some(slot) = self.state.slots[self.hot.func.slots()..].last() else { return };
        let is_open = slot.is_written() && !slot.ty.is_single() && slot.ty.meets(ty);
        let mut leaves = 0;
        self.sites[last].instr.outputs(&mut |_, count| leaves += count);
        let is_value = ty.is_single() && !ty.meets(Type(Type::UNINIT.0 | Type::REF.0));
        if seen.failed() || !is_value || !is_open || leaves == 0 {
            return;
        }
        self.check_behind(last, self.state.top() - 1, ty);
    }

    /// An exit behind the site `last`, for its sake.
    fn exit_behind(&mut self, last: usize) -> Option<ExitId> {
        let homes = homes(&self.state);
        Some(self.b.exit(Exit { site: last as u32 + 1, blame: last as u32, homes }))
    }

    /// Checks that the site `last`, before the one that follows, left a cell with a type.
    pub(super) fn check_behind(&mut self, last: usize, cell: u32, ty: Type) {
        let exit = self.exit_behind(last);
        let extra = Extra { imm: i64::from(cell), aux: u32::from(ty.0), exit };
        self.b.emit(Op::CheckCell, &[], extra);
        self.state.slots[cell as usize].ty = ty;
    }

    /// Checks the function of the call that the site `last` began, as far as it was seen.
    fn refine_callee(&mut self, last: usize) {
        let cells = hhbc::flags::ACT_REC_CELLS;
        let Some(cell) = self.state.top().checked_sub(cells) else { return };
        let mut begins = false;
        self.sites[last].instr.outputs(&mut |flavour, _| begins |= flavour.cells() > 1);
        let is_any = matches!(self.state.slots[cell as usize].held, Held::Record(Callee::Any));
        if !begins || !is_any || self.seen_at(last).failed() {
            return;
        }
        let Some(func) = self.code.profile().callee(last) else {
            return self.check_by_value(last, cell);
        };
        let (exit, imm) = (self.exit_behind(last), std::ptr::from_ref::<Func>(func) as i64);
        self.b.emit(Op::CheckRecord, &[], Extra { imm, aux: cell, exit });
        self.state.slots[cell as usize].held = Held::Record(Callee::Known(func));
    }

    /// Checks, behind the site `at`, that the function of the record at a cell takes its parameters by
    /// value.
    pub(super) fn check_by_value(&mut self, at: usize, cell: u32) {
        let exit = self.exit_behind(at);
        self.b.emit(Op::CheckByValue, &[], Extra { imm: 0, aux: cell, exit });
        self.state.slots[cell as usize].held = Held::Record(Callee::ByValue);
    }
}
