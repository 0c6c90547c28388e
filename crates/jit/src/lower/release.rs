//! Giving up counts.
//!
//! Where others stay, and the collector need not hear of it, a count is given up in place. The rest
//! is a helper's work, after which destructors may be due.

use hhir::{Inst, Type};
use runtime::layout::{Kind, flags};
use runtime::object::{ObjectFlags, SlotState};
use runtime::value::{DataType, types};
use vasm::{Area, BlockId, Cc, Gpr, Mem};
use vm::machine::Helper;

use super::memory::{COUNT, REFERRED};
use super::{Lower, payload_of, tag_of};

/// Where the flags of a header are, what it says of the contents, and the kind.
const FLAGS: i32 = 8;
const CONTENTS: i32 = 9;
const KIND: i32 = 11;

/// A value whose count is given up.
#[derive(Clone, Copy)]
pub(super) struct Given {
    pub payload: Gpr,
    pub tag: Gpr,
    /// What it may be.
    pub ty: Type,
}

impl Lower<'_, '_> {
    /// Assigns what one cell holds to another.
    pub(super) fn assign(&mut self, inst: &Inst) {
        let (to, site) = ((inst.imm & 0xffff_ffff) as u32, inst.imm >> 32);
        let (from, ty) = (inst.aux & 0xffff, Type((inst.aux >> 16) as u16));
        let (reference, done) = (self.block(Area::Cold), self.block(Area::Hot));
        let tag = self.b.loadzbl(tag_of(to));
        if ty.meets(Type::REF) {
            let sf = self.b.cmpl(tag, i32::from(DataType::Ref as u8));
            self.unless(Cc::E, sf, reference);
        }
        let payload = self.b.loadq(payload_of(to));
        let (value, kind) = (self.b.loadq(payload_of(from)), self.b.loadzbl(tag_of(from)));
        self.b.storeq(payload_of(to), value);
        self.b.storeb(tag_of(to), kind);
        self.give_up(Given { payload, tag, ty }, |lower| lower.settle(site));
        self.jump(done);
        self.b.switch_to(reference);
        let cells = i64::from(to) | i64::from(from) << 32;
        let args = self.site_args(site, Some(cells));
        self.run_helper(Helper::Assign, &args);
        self.jump(done);
        self.b.switch_to(done);
    }

    /// Moves what a cell holds to an address, and gives up what was there.
    pub(super) fn move_to_slot(&mut self, inst: &Inst) {
        let (slot, from) = (self.gpr(inst.args[0]), inst.imm as u32);
        let (payload, tag) = (self.b.loadq(Mem::at(slot, 0)), self.b.loadzbl(Mem::at(slot, 8)));
        let (value, kind) = (self.b.loadq(payload_of(from)), self.b.loadzbl(tag_of(from)));
        self.b.storeq(Mem::at(slot, 0), value);
        self.b.storeb(Mem::at(slot, 8), kind);
        if inst.imm >> 32 != 0 {
            self.b.storeb(Mem::at(slot, SlotState::OFFSET as i32), 0);
        }
        let ty = Type(Type::ANY.0 & !Type::REF.0);
        let site = i64::from(inst.aux);
        self.give_up(Given { payload, tag, ty }, |lower| lower.settle(site));
    }

    /// Gives up what a cell holds, as the last thing that a site does.
    pub(super) fn drop_cell(&mut self, inst: &Inst) {
        let given = self.given_in(inst.imm as u32, Type((inst.imm >> 32) as u16));
        self.give_up(given, |lower| lower.settle(i64::from(inst.aux)));
    }

    /// Gives up what a local holds, as a part of returning.
    pub(super) fn release_local(&mut self, inst: &Inst) {
        let (cell, result) = (inst.imm as u32, inst.imm >> 32);
        let ty = Type(inst.aux as u16);
        if !Type(ty.0 & Type::COUNTED.0).is_single() {
            return self.release_any(cell, result);
        }
        let given = self.given_in(cell, ty);
        self.b.storeb(tag_of(cell), i32::from(DataType::Uninit as u8));
        self.give_up(given, |lower| {
            lower.ret_cell(result);
            false
        });
    }

    /// The same of what may have several kinds of blocks: what each asks for would be long.
    fn release_any(&mut self, cell: u32, result: i64) {
        let (counted, doomed, done) =
            (self.block(Area::Hot), self.block(Area::Cold), self.block(Area::Hot));
        let sf = self.b.cmpb(tag_of(cell), DataType::String as i32);
        self.branch(Cc::B, sf, done, counted);
        let cell = self.b.lea(payload_of(cell));
        let is_due = self.ask(Helper::ReleaseCell, &[cell.into()]);
        let sf = self.b.testl(is_due, is_due);
        self.branch(Cc::E, sf, done, doomed);
        self.ret_cell(result);
        self.b.switch_to(done);
    }

    fn given_in(&mut self, cell: u32, ty: Type) -> Given {
        let (payload, tag) = (self.b.loadq(payload_of(cell)), self.b.loadzbl(tag_of(cell)));
        Given { payload, tag, ty }
    }

    /// Runs the destructors that are due behind a site; control may go on there.
    pub(super) fn settle(&mut self, site: i64) -> bool {
        let args = self.site_args(site, None);
        self.run_helper(Helper::Settle, &args);
        true
    }

    /// Gives up a count. Where destructors are due afterwards, does what `due` makes, which says
    /// whether control goes on behind it.
    pub(super) fn give_up(&mut self, given: Given, due: impl FnOnce(&mut Self) -> bool) {
        let Given { payload, tag, ty } = given;
        let kinds = Type(ty.0 & Type::COUNTED.0);
        let (cold, done) = (self.block(Area::Cold), self.block(Area::Hot));
        if !ty.is(Type(Type::ARR.0 | Type::OBJ.0)) {
            let sf = self.b.cmpl(tag, i32::from(DataType::String as u8));
            self.unless(Cc::B, sf, done);
        }
        let sf = self.b.cmpl(Mem::at(payload, COUNT), 1);
        self.unless(Cc::Le, sf, cold);
        self.tell_collector(payload, kinds, cold);
        self.b.sublm(Mem::at(payload, COUNT), 1);
        self.jump(done);
        self.b.switch_to(cold);
        let (release, doomed) = (self.block(Area::Cold), self.block(Area::Cold));
        let sf = self.b.cmpl(Mem::at(payload, COUNT), 0);
        self.branch(Cc::L, sf, done, release);
        let is_due = self.ask(Helper::Release, &[payload.into(), tag.into()]);
        let sf = self.b.testl(is_due, is_due);
        self.branch(Cc::E, sf, done, doomed);
        if due(self) {
            self.jump(done);
        }
        self.b.switch_to(done);
    }

    /// Goes to `cold` where the collector must hear of a count that is given up.
    pub(super) fn tell_collector(&mut self, block: Gpr, ty: Type, cold: BlockId) {
        if ty == Type::STR {
            return;
        }
        let quiet = self.block(Area::Hot);
        if ty.meets(Type::STR) {
            let sf = self.b.cmpb(Mem::at(block, KIND), Kind::String as i32);
            self.unless(Cc::E, sf, quiet);
        }
        let sf = self.b.testb(Mem::at(block, FLAGS), i32::from(flags::BUFFERED));
        self.unless(Cc::Ne, sf, quiet);
        match ty {
            Type::OBJ => {
                let sf =
                    self.b.testb(Mem::at(block, CONTENTS), i32::from(ObjectFlags::MAY_BE_CYCLIC));
                self.unless(Cc::Ne, sf, cold);
            }
            Type::ARR => {
                let sf = self.b.testb(Mem::at(block, FLAGS), i32::from(flags::MAY_HOLD_REF));
                self.unless(Cc::Ne, sf, cold);
                let inner = i32::from(types::ARRAY | types::OBJECT);
                let sf = self.b.testb(Mem::at(block, CONTENTS), inner);
                self.unless(Cc::Ne, sf, cold);
            }
            // Only what refers to a container can be part of a cycle.
            Type::REF => {
                let sf = self.b.cmpb(Mem::at(block, REFERRED), i32::from(DataType::Array as u8));
                self.unless(Cc::Ae, sf, cold);
            }
            _ => {
                self.jump(cold);
                self.b.switch_to(quiet);
                return;
            }
        }
        self.jump(quiet);
        self.b.switch_to(quiet);
    }
}
