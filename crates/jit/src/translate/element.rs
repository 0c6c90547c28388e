//! Elements of arrays that are written: assigned, appended, or changed in place.

use hhbc::imm::{IncDecOp, MemberKey, SetOpOp};
use hhir::build::Extra;
use hhir::{Op, Type, Val};
use vm::machine::bit;

use super::Translator;
use super::arith::Operator;
use super::array::{Base, Key};
use super::state::Held;

impl Translator<'_> {
    /// The address of the value in which the array of a base lies.
    fn base_address(&mut self, local: u32, at: usize) -> Val {
        if self.is_ref(local, at) {
            return self.value_in_reference(local, Type::ARR);
        }
        self.check_cell(local, Type::ARR);
        self.write_cell(local);
        let extra = Extra { imm: i64::from(local), ..Extra::default() };
        self.b.emit(Op::LeaCell, &[], extra).expect("invariant: the row has a result")
    }

    /// Writes a local to its cell.
    fn write_cell(&mut self, local: u32) {
        if self.state.slots[local as usize].dirty {
            self.write_home(local);
        }
    }

    /// What is stored by a `SetM`: the item on top, when a register holds it.
    pub(super) fn stored(&mut self) -> Option<Val> {
        let top = self.state.top() - 1;
        let slot = self.state.slots[top as usize];
        match slot.held {
            Held::Reg(val) => Some(val),
            Held::Cell if slot.ty.is_scalar() => self.scalar(top),
            _ => None,
        }
    }

    /// Whether the items at these depths may be dropped.
    pub(super) fn are_free(&self, mut depths: impl Iterator<Item = u32>) -> bool {
        depths.all(|depth| self.state.under(depth as usize).is_free())
    }

    /// Drops the keys below the value on top.
    pub(super) fn drop_below(&mut self, count: u32, val: Val) {
        self.pop();
        self.drop_keys(count);
        self.push_val(val);
    }

    /// Whether the statement's end was translated with it.
    pub(super) fn assign(
        &mut self,
        local: u32,
        key: MemberKey,
        count: u32,
        (at, last): (usize, usize),
    ) -> Option<bool> {
        let owned = self.owned_key(1, count);
        let popped = owned.is_some() || self.are_free(1..=count);
        if !self.base_fits(local, at) || !self.key_fits(key) || !popped {
            return None;
        }
        let Some(val) = self.stored() else {
            return self.assign_moved(local, (key, count), (at, last));
        };
        self.unalias(local);
        if self.assign_in_place(local, (key, val), (at, last)).is_some() {
            self.drop_below(count, val);
            return Some(false);
        }
        let address = self.base_address(local, at);
        let key = self.key(key)?;
        let is_dict = self.base_seen(local, at).is_dict();
        let extra = Extra { imm: i64::from(is_dict), ..self.exiting() };
        self.set_element(address, key, (val, extra));
        self.pop();
        self.drop_keys(count);
        self.give_up_key(owned, last);
        self.push_val(val);
        Some(false)
    }

    /// Assigns a value under a key of the array in a cell.
    pub(super) fn set_element(&mut self, cell: Val, key: Key, (val, extra): (Val, Extra)) {
        match key {
            Key::Int(index) => self.b.emit(Op::SetElem, &[cell, index, val], extra),
            Key::Str(name) => {
                self.b.emit(Op::SetElemStr, &[cell, name, val], Extra { imm: 0, ..extra })
            }
        };
    }

    /// Assigns what is in its cell, as the end of a statement.
    fn assign_moved(
        &mut self,
        local: u32,
        (key, count): (MemberKey, u32),
        (at, last): (usize, usize),
    ) -> Option<bool> {
        let cell = self.moved(last)?;
        self.unalias(local);
        let address = self.base_address(local, at);
        let owned = self.owned_key(1, count);
        self.move_element(address, key, (cell, last))?;
        self.pop();
        self.drop_keys(count);
        self.give_up_key(owned, last);
        Some(true)
    }

    /// Writes a scalar over one in a packed array with one owner; none, and nothing happens, where
    /// that was not seen or failed.
    fn assign_in_place(
        &mut self,
        local: u32,
        (key, val): (MemberKey, Val),
        (at, last): (usize, usize),
    ) -> Option<()> {
        let is_packed = self.base_seen(local, at).is_packed();
        let is_scalar = self.b.ty(val).is_scalar();
        let held = self.state.slots[local as usize].held;
        if !is_packed || !is_scalar || self.seen_at(last).failed() || matches!(held, Held::Reg(_)) {
            return None;
        }
        // Where the next element is about to be added, that goes on.
        if matches!(key, MemberKey::EL(key) if self.hot.frame.lacks(local as usize, key.0 as usize))
        {
            return None;
        }
        let Key::Int(index) = self.key(key)? else { return None };
        let base = self.base(local, at);
        let blame = last as u32;
        let exits = |this: &mut Self| {
            let exit = this.exit();
            this.b.unit.exits[exit].blame = blame;
            Extra { exit: Some(exit), ..Extra::default() }
        };
        let extra = exits(self);
        self.b.emit(Op::CheckPacked, &[base.array], extra);
        let length = self.b.emit(Op::LdPackedLen, &[base.array], Extra::default())?;
        let extra = exits(self);
        self.b.emit(Op::CheckBounds, &[index, length], extra);
        let extra = exits(self);
        self.b.emit(Op::CheckOwned, &[base.array], extra);
        let slot = self.b.pure(Op::PackedSlot, &[base.array, index]);
        let extra = Extra { aux: u32::from(Type::UNCOUNTED.0), ..exits(self) };
        self.b.emit(Op::CheckSlot, &[slot], extra);
        self.store_element(base.array, slot, val);
        Some(())
    }

    /// The cell of the item on top when it can be moved elsewhere, for nobody wants it behind the
    /// site `last`. Everything is in its cell then.
    pub(super) fn moved(&mut self, last: usize) -> Option<u32> {
        let (slot, top) = (self.state.under(0), self.state.top() - 1);
        let is_item = !matches!(slot.held, Held::Record(_) | Held::Pad);
        if !self.is_pop(last + 1) || !is_item || slot.ty.meets(Type::REF) {
            return None;
        }
        match slot.held {
            Held::Cell if slot.ty.meets(Type::UNINIT) => self.check_cell(top, Type::CELL),
            _ if slot.ty.meets(Type::UNINIT) => return None,
            _ => {}
        }
        self.sync();
        Some(top)
    }

    /// Moves what a cell holds to the element under a key of the array at an address.
    pub(super) fn move_element(
        &mut self,
        address: Val,
        key: MemberKey,
        (cell, last): (u32, usize),
    ) -> Option<()> {
        let exit = Some(self.exit());
        let extra = Extra { imm: i64::from(cell), aux: last as u32, exit };
        match key {
            MemberKey::W => self.b.emit(Op::MoveAppend, &[address], extra),
            key => match self.key(key)? {
                Key::Int(index) => self.b.emit(Op::MoveElem, &[address, index], extra),
                Key::Str(name) => self.b.emit(Op::MoveElemStr, &[address, name], extra),
            },
        };
        Some(())
    }

    /// Whether the statement's end was translated with it.
    pub(super) fn append(&mut self, local: u32, (at, last): (usize, usize)) -> Option<bool> {
        if !self.base_fits(local, at) {
            return None;
        }
        let Some(val) = self.stored() else {
            return self.assign_moved(local, (MemberKey::W, 0), (at, last));
        };
        self.unalias(local);
        let address = self.base_address(local, at);
        let extra = self.exiting();
        self.b.emit(Op::Append, &[address, val], extra);
        Some(false)
    }

    /// The slot of a number that is about to be changed in a packed array with one owner, and the
    /// number.
    fn number_at(&mut self, local: u32, key: MemberKey, at: usize) -> Option<(Val, Val, Val)> {
        let seen = match self.seen_at(at + 1) {
            seen if seen.types() == 0 && seen.0 & bit::COLD == 0 => {
                self.hot.frame.seen_inside(local as usize, 1).types()
            }
            seen => seen.types(),
        };
        let is_number = Type(seen).is_scalar() && Type(seen).is(Type::NUM);
        let fits = self.base_fits(local, at) && self.key_fits(key);
        let slot = self.state.slots[local as usize];
        if !fits || !is_number || matches!(slot.held, Held::Reg(_)) {
            return None;
        }
        self.unalias(local);
        let base = self.base(local, at);
        let slot = match self.key(key)? {
            Key::Int(index) if !base.is_packed => self.found(Op::FindInt, base, index)?,
            Key::Str(name) if self.b.known(name).is_none() => {
                self.found(Op::FindStr, base, name)?
            }
            key => self.element(base, key),
        };
        let extra = self.exiting();
        self.b.emit(Op::CheckOwned, &[base.array], extra);
        self.check_slot(slot, Type(seen));
        let old = self.b.given(Op::LdSlot, &[slot], 0, Type(seen));
        Some((base.array, slot, old))
    }

    /// Writes a scalar over an element without a count of an array that has one owner.
    fn store_element(&mut self, array: Val, slot: Val, val: Val) {
        let extra = Extra { aux: u32::from(self.b.ty(val).0), ..Extra::default() };
        self.b.emit(Op::NoteType, &[array], extra);
        self.b.emit(Op::StSlot, &[slot, val], Extra::default());
    }

    /// The same over a number.
    fn put_number_at(&mut self, (array, slot, old): (Val, Val, Val), new: Val) {
        if self.b.ty(old) != self.b.ty(new) {
            return self.store_element(array, slot, new);
        }
        self.b.emit(Op::StPayload, &[slot, new], Extra::default());
    }

    /// The address of an element that is there.
    fn found(&mut self, op: Op, base: Base, key: Val) -> Option<Val> {
        let imm = i64::from(base.is_dict && op == Op::FindInt);
        let slot = self.b.emit(op, &[base.array, key], Extra { imm, ..Extra::default() })?;
        let extra = self.exiting();
        self.b.emit(Op::CheckFound, &[slot], extra);
        Some(slot)
    }

    pub(super) fn update(
        &mut self,
        local: u32,
        (key, count): (MemberKey, u32),
        op: SetOpOp,
        at: usize,
    ) -> Option<()> {
        let operator = Operator::of_set_op(op)?;
        let top = self.state.top() - 1;
        let right = self.state.slots[top as usize];
        let owned = self.owned_key(1, count);
        let popped = owned.is_some() || self.are_free(1..=count);
        if !right.ty.is_scalar() || !right.ty.is(Type::NUM) || !popped {
            return None;
        }
        if matches!(operator, Operator::Div | Operator::Mod) {
            return None;
        }
        let seen = Type(self.seen_at(at + 1).types());
        let bits = !matches!(operator, Operator::Add | Operator::Sub | Operator::Mul);
        if bits && !(seen == Type::INT && right.ty == Type::INT) {
            return None;
        }
        let right = self.scalar(top)?;
        let (array, slot, old) = self.number_at(local, key, at)?;
        let new = self.operate(operator, old, right)?;
        self.put_number_at((array, slot, old), new);
        self.pop();
        self.drop_keys(count);
        self.give_up_key(owned, at + 1);
        self.push_val(new);
        Some(())
    }

    pub(super) fn step(
        &mut self,
        local: u32,
        key: MemberKey,
        op: IncDecOp,
        at: usize,
    ) -> Option<()> {
        let (array, slot, old) = self.number_at(local, key, at)?;
        let new = self.stepped(old, op);
        self.put_number_at((array, slot, old), new);
        let after = matches!(op, IncDecOp::PreInc | IncDecOp::PreDec);
        self.push_val(if after { new } else { old });
        Some(())
    }
}
