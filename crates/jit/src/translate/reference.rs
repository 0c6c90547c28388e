//! Locals that hold references.

use hhir::build::Extra;
use hhir::{Op, Type, Val};

use super::Translator;
use super::state::{Held, Slot};

/// Where the number of a reference's type sources is, from its value.
const SOURCES: i64 = -16;

impl Translator<'_> {
    /// Whether a local holds a reference, which is checked where it is not known but `likely`.
    pub(super) fn is_reference(&mut self, local: u32, likely: bool) -> bool {
        let slot = self.state.slots[local as usize];
        let may_be = slot.is_written() && slot.ty.meets(Type::REF) && likely;
        if slot.ty != Type::REF && (!may_be || self.seen_at(self.site).failed()) {
            return false;
        }
        self.check_cell(local, Type::REF);
        true
    }

    /// Pushes the reference that a local holds.
    pub(super) fn push_reference(&mut self, local: u32) {
        self.push(Slot { ty: Type::REF, held: Held::Alias(local), dirty: true });
    }

    /// What is in the reference that a local holds; copied to a cell where it must be, from which an item
    /// goes to the one above.
    pub(super) fn get_reference(&mut self, local: u32, ty: Type, to: u32) -> Option<Slot> {
        let slot = self.value_in_reference(local, ty);
        if ty.is_scalar() {
            let val = self.b.given(Op::LdSlot, &[slot], 0, ty);
            return Some(Slot::reg(ty, val));
        }
        if to < self.state.top() && self.state.under(0).is_written() {
            self.move_cell(to, to + 1);
        }
        self.b.emit(Op::CopySlot, &[slot], Extra { imm: to.into(), ..Extra::default() });
        Some(Slot::cell(ty))
    }

    /// The address of the value in the reference that a local holds, which has a type.
    pub(super) fn value_in_reference(&mut self, local: u32, ty: Type) -> Val {
        let block = self.b.given(Op::LdCell, &[], i64::from(local), Type::REF);
        let slot = self.b.pure(Op::LeaRef, &[block]);
        self.check_slot(slot, ty);
        slot
    }

    /// The same of a value that may be written over with any of its kind: no typed property is
    /// bound to the reference.
    fn open_reference(&mut self, local: u32, ty: Type) -> Option<Val> {
        let slot = self.value_in_reference(local, ty);
        let extra = Extra { imm: SOURCES, ..Extra::default() };
        let sources = self.b.emit(Op::LdWord, &[slot], extra)?;
        let extra = self.exiting();
        self.b.emit(Op::CheckInt, &[sources], extra);
        Some(slot)
    }

    /// Assigns a scalar in a register to what is in the reference that a local holds.
    pub(super) fn set_in_reference(&mut self, local: u32, slot: Slot) -> Option<()> {
        let Held::Reg(val) = slot.held else { return None };
        let is_known = self.state.slots[local as usize].ty == Type::REF;
        if !is_known || !slot.ty.is_scalar() || self.seen_at(self.site).failed() {
            return None;
        }
        let place = self.open_reference(local, Type::UNCOUNTED)?;
        self.b.emit(Op::StSlot, &[place, val], Extra::default());
        Some(())
    }

    /// The number in the reference that a local holds, of the type that was seen to come out when it
    /// was changed, and its address.
    pub(super) fn number_in_reference(&mut self, local: u32) -> Option<(Val, Val)> {
        let seen = self.seen_at(self.site).types();
        let ty = Type(seen & !Type::REF.0);
        let is_number = ty.is_scalar() && ty.is(Type::NUM);
        if !is_number || !self.is_reference(local, Type(seen).meets(Type::REF)) {
            return None;
        }
        let place = self.open_reference(local, ty)?;
        Some((self.b.given(Op::LdSlot, &[place], 0, ty), place))
    }

    /// Pops a reference, which is in its cell, and binds a local to it; the site `at` is the last to
    /// have its part in that. The frame has room for one more cell.
    pub(super) fn bind_local(&mut self, local: u32, at: usize) {
        let (from, old) = (self.state.top() - 1, self.state.slots[local as usize].ty);
        let is_free = self.is_replaceable(local);
        self.unalias(local);
        if !is_free {
            self.sync();
            self.move_cell(local, from + 1);
        }
        self.move_cell(from, local);
        self.state.slots[local as usize] = Slot::cell(Type::REF);
        self.pop();
        if !is_free {
            self.drop_cell(from + 1, old, at);
        }
    }
}
