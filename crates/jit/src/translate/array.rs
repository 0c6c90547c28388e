//! Member paths on arrays.
//!
//! A path is translated as a whole at its base, where it has done nothing yet; what is not known
//! well enough is left to the op body of its final instruction, as the steps do nothing alone.

use hhbc::flags::Flags;
use hhbc::imm::{IncDecOp, MemberKey, QueryOp, SetOpOp};
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{Op, Type, Val};
use vm::machine::{Seen, bit};

use super::arith::Operator;
use super::state::Held;
use super::{Then, Translator};

/// A key of a path.
#[derive(Clone, Copy)]
pub(super) enum Key {
    Int(Val),
    Str(Val),
}

/// An array that a path goes through.
#[derive(Clone, Copy)]
pub(super) struct Base {
    /// The array.
    pub(super) array: Val,
    /// Whether all that were seen are packed.
    pub(super) is_packed: bool,
}

impl Translator<'_> {
    pub(super) fn member(&mut self, at: usize, instr: &Instr) -> Option<Then> {
        let op = instr.op();
        if op.flags().meets(Flags::Dim) {
            return Some(Then::At(at + 1));
        }
        if !op.has(Flags::Base) {
            return None;
        }
        let mut last = at + 1;
        while self.sites.get(last)?.instr.op().has(Flags::Dim) {
            last += 1;
        }
        let is_object = matches!(
            self.sites[last].instr,
            Instr::QueryM { key: MemberKey::PT(_), .. }
                | Instr::FPassM { key: MemberKey::PT(_), .. }
                | Instr::SetM { key: MemberKey::PT(_), .. }
        );
        let seen = |at: usize| self.seen_at(at).types() == 0 && !self.seen_at(at).failed();
        let is_cold = seen(at) && seen(last);
        let translated = match instr {
            _ if self.failed_between(at, self.blamed_last(at, last)) => None,
            Instr::BaseL { local, .. } => {
                self.prop_path(Some(local.0), at, last).or_else(|| self.path(local.0, at, last))
            }
            Instr::BaseH {} if self.has_this() => self.prop_path(None, at, last),
            Instr::BaseC { depth, .. } if depth.0 == 0 => self.prop_of_item(at, last),
            _ => None,
        };
        if translated.is_none() && is_cold && !is_object {
            self.leave_cold();
            return Some(Then::Ended);
        }
        if translated.is_some() {
            return translated;
        }
        self.leave_group(at);
        // Without effect alone: the final instruction runs the path.
        self.run_group(at).or(Some(Then::At(at + 1)))
    }

    /// The last site of a path that has it left to its instruction when it failed. An assignment to
    /// an element that failed in place may still be done otherwise.
    fn blamed_last(&self, at: usize, last: usize) -> usize {
        let is_assignment = matches!(self.sites[last].instr, Instr::SetM { .. });
        if is_assignment && last == at + 1 { at } else { last }
    }

    fn failed_between(&self, from: usize, to: usize) -> bool {
        (from..=to).any(|site| self.seen_at(site).failed())
    }

    /// Translates the path from `at` to `last`; none, and nothing happens, where it cannot.
    fn path(&mut self, local: u32, at: usize, last: usize) -> Option<Then> {
        let dims: Vec<MemberKey> = self.sites[at + 1..last]
            .iter()
            .filter_map(|site| match &site.instr {
                Instr::Dim { key, .. } => Some(*key),
                _ => None,
            })
            .collect();
        let then = Some(Then::At(last + 1));
        match &self.sites[last].instr {
            Instr::QueryM { n, op: QueryOp::CGet | QueryOp::CGetQuiet, key } => {
                self.read(local, (&dims, *key), n.0, (at, last))?;
                then
            }
            Instr::FPassM { param, n, key, .. } => {
                self.by_value(last, param)?;
                self.read(local, (&dims, *key), n.0, (at, last))?;
                then
            }
            Instr::SetM { n, key: MemberKey::W } if dims.is_empty() && n.0 == 0 => {
                let moved = self.append(local, (at, last))?;
                Some(Then::At(last + 1 + usize::from(moved)))
            }
            Instr::SetM { n, key } if dims.is_empty() => {
                let moved = self.assign(local, *key, n.0, (at, last))?;
                Some(Then::At(last + 1 + usize::from(moved)))
            }
            Instr::SetOpM { n, op, key } if dims.is_empty() => {
                self.update(local, (*key, n.0), *op, at)?;
                then
            }
            Instr::IncDecM { n, op, key } if dims.is_empty() && n.0 == 0 => {
                self.step(local, *key, *op, at)?;
                then
            }
            _ => None,
        }
    }

    /// Whether a key is one that can be used; nothing happens yet.
    pub(super) fn key_fits(&self, key: MemberKey) -> bool {
        let ty = match key {
            MemberKey::EI(_) | MemberKey::ET(_) => return true,
            MemberKey::EL(local) => {
                let slot = self.state.slots[local.0 as usize];
                slot.ty
            }
            MemberKey::EC(depth) => {
                let slot = self.state.under(depth.0 as usize);
                if !slot.is_free() {
                    return false;
                }
                slot.ty
            }
            _ => return false,
        };
        ty == Type::INT || ty == Type::STR
    }

    pub(super) fn key(&mut self, key: MemberKey) -> Option<Key> {
        let cell = match key {
            MemberKey::EI(int) => return Some(Key::Int(self.b.int(int))),
            MemberKey::ET(name) => {
                let block = vm::machine::string_block(self.php.unit().str(name));
                return Some(Key::Str(self.b.constant(Type::STR, block as i64)));
            }
            MemberKey::EL(local) => local.0,
            MemberKey::EC(depth) => self.state.top() - 1 - depth.0,
            _ => return None,
        };
        let slot = self.state.slots[cell as usize];
        if slot.ty == Type::INT {
            return self.scalar(cell).map(Key::Int);
        }
        match slot.held {
            Held::Reg(val) => Some(Key::Str(val)),
            Held::Alias(of) => Some(Key::Str(self.b.given(Op::LdCell, &[], of.into(), Type::STR))),
            Held::Cell => Some(Key::Str(self.b.given(Op::LdCell, &[], cell.into(), Type::STR))),
            _ => None,
        }
    }

    /// What was seen in the local of a base, or is there now.
    pub(super) fn base_seen(&self, local: u32, at: usize) -> Seen {
        match self.seen_at(at) {
            seen if seen.types() == 0 && seen.0 & bit::COLD == 0 => {
                Seen(self.hot.frame.seen(local as usize))
            }
            seen => seen,
        }
    }

    /// Whether the local of a base holds an array, as far as is known or was seen.
    fn base_fits(&self, local: u32, at: usize) -> bool {
        let slot = self.state.slots[local as usize];
        let seen = self.base_seen(local, at);
        if let Held::Reg(_) = slot.held {
            return slot.ty == Type::ARR;
        }
        let types = Type(seen.types());
        match slot.ty {
            Type::ARR => true,
            Type::REF => types.is(Type::ARR | Type::REF) && types.meets(Type::ARR),
            ty if ty.meets(Type::ARR) && !slot.dirty => {
                types == Type::ARR || types == Type::ARR | Type::REF
            }
            _ => false,
        }
    }

    /// The array of a base, checked.
    fn base(&mut self, local: u32, at: usize) -> Base {
        let seen = self.base_seen(local, at);
        let is_packed = seen.0 & bit::PACKED != 0 && seen.0 & bit::HASH == 0;
        let slot = self.state.slots[local as usize];
        if let Held::Reg(array) = slot.held {
            return Base { array, is_packed: false };
        }
        let is_ref = self.is_ref(local, at);
        let array = if is_ref {
            let slot = self.value_in_reference(local, Type::ARR);
            self.b.given(Op::LdSlot, &[slot], 0, Type::ARR)
        } else {
            self.check_cell(local, Type::ARR);
            self.b.given(Op::LdCell, &[], i64::from(local), Type::ARR)
        };
        Base { array, is_packed }
    }

    /// Whether the local of a base holds a reference; that it does is checked.
    fn is_ref(&mut self, local: u32, at: usize) -> bool {
        let is_ref = Type(self.base_seen(local, at).types()).meets(Type::REF);
        let ty = self.state.slots[local as usize].ty;
        if ty == Type::REF {
            return true;
        }
        if is_ref && ty != Type::ARR {
            self.check_cell(local, Type::REF);
            return true;
        }
        false
    }

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

    /// The address of the element under a key.
    pub(super) fn element(&mut self, base: Base, key: Key) -> Val {
        match key {
            Key::Int(index) if base.is_packed => {
                let extra = self.exiting();
                self.b.emit(Op::CheckPacked, &[base.array], extra);
                let length = self
                    .b
                    .emit(Op::LdPackedLen, &[base.array], Extra::default())
                    .expect("invariant: the row has a result");
                let extra = self.exiting();
                self.b.emit(Op::CheckBounds, &[index, length], extra);
                self.b.pure(Op::PackedSlot, &[base.array, index])
            }
            Key::Int(index) => self.checked(Op::ElemInt, &[base.array, index]),
            Key::Str(name) if self.b.known(name).is_some() => {
                self.checked(Op::ElemNamed, &[base.array, name])
            }
            Key::Str(name) => self.checked(Op::ElemStr, &[base.array, name]),
        }
    }

    pub(super) fn check_slot(&mut self, slot: Val, ty: Type) {
        let exit = Some(self.exit());
        self.b.emit(Op::CheckSlot, &[slot], Extra { imm: 0, aux: u32::from(ty.0), exit });
    }

    fn read(
        &mut self,
        local: u32,
        (dims, last): (&[MemberKey], MemberKey),
        count: u32,
        (at, end): (usize, usize),
    ) -> Option<()> {
        let keys: Vec<MemberKey> = dims.iter().copied().chain([last]).collect();
        let seen = match self.seen_at(end) {
            seen if seen.types() == 0 && seen.0 & bit::COLD == 0 => {
                self.hot.frame.seen_inside(local as usize, keys.len()) & 0x3ff
            }
            seen => seen.types(),
        };
        let seen = Type(seen);
        let popped = (0..count as usize).all(|depth| self.state.under(depth).is_free());
        if let ([key], true) = (&keys[..], popped)
            && let Some(string) = self.string_base(local, at)
        {
            return self.read_byte(string, *key, count);
        }
        if !self.base_fits(local, at) || !keys.iter().all(|key| self.key_fits(*key)) || !popped {
            return None;
        }
        if seen == Type::NONE || seen.meets(Type::REF) {
            return None;
        }
        let mut base = self.base(local, at);
        let mut slot = None;
        for (number, key) in keys.iter().enumerate() {
            if number > 0 {
                let inner = slot.expect("invariant: a step comes before");
                self.check_slot(inner, Type::ARR);
                let array = self.b.given(Op::LdSlot, &[inner], 0, Type::ARR);
                base = Base { array, is_packed: false };
            }
            let key = self.key(*key)?;
            slot = Some(self.element(base, key));
        }
        self.push_read(slot?, seen, count);
        Some(())
    }

    /// The string of a base, checked.
    fn string_base(&mut self, local: u32, at: usize) -> Option<Val> {
        let slot = self.state.slots[local as usize];
        if let (Held::Reg(val), Type::STR) = (slot.held, slot.ty) {
            return Some(val);
        }
        let seen = Type(self.base_seen(local, at).types());
        let fits = slot.ty == Type::STR || seen == Type::STR && Type::STR.is(slot.ty);
        if !fits || !slot.is_written() {
            return None;
        }
        self.check_cell(local, Type::STR);
        Some(self.b.given(Op::LdCell, &[], i64::from(local), Type::STR))
    }

    /// Pushes the byte of a string under an int, in place of the keys.
    fn read_byte(&mut self, string: Val, key: MemberKey, count: u32) -> Option<()> {
        if !self.key_fits(key) {
            return None;
        }
        let Key::Int(index) = self.key(key)? else { return None };
        let byte = self.byte_at(string, index);
        self.drop_keys(count);
        let val = self.byte_string(byte);
        self.push_val(val);
        Some(())
    }

    /// Pushes what is at an address, of a type that was seen, in place of the keys.
    pub(super) fn push_read(&mut self, slot: Val, seen: Type, count: u32) {
        if seen.is_single() || seen == Type::NUM {
            self.check_slot(slot, seen);
        }
        if seen.is_scalar() {
            let val = self.b.given(Op::LdSlot, &[slot], 0, seen);
            self.drop_keys(count);
            return self.push_val(val);
        }
        // The keys are free, so that the copy may go over the deepest of them, or above all.
        self.drop_keys(count);
        let cell = i64::from(self.state.top());
        let extra = Extra { imm: cell, ..Extra::default() };
        self.b.emit(Op::CopySlot, &[slot], extra);
        let is_checked = seen.is_single() || seen == Type::NUM;
        self.push_cell(if is_checked { seen } else { Type::CELL });
    }

    pub(super) fn drop_keys(&mut self, count: u32) {
        for _ in 0..count {
            self.pop();
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

    /// Whether the keys below the value on top may be dropped.
    pub(super) fn keys_are_free(&self, count: u32) -> bool {
        (1..=count as usize).all(|depth| self.state.under(depth).is_free())
    }

    /// Drops the keys below the value on top.
    pub(super) fn drop_below(&mut self, count: u32, val: Val) {
        self.pop();
        self.drop_keys(count);
        self.push_val(val);
    }

    /// Whether the statement's end was translated with it.
    fn assign(
        &mut self,
        local: u32,
        key: MemberKey,
        count: u32,
        (at, last): (usize, usize),
    ) -> Option<bool> {
        if !self.base_fits(local, at) || !self.key_fits(key) || !self.keys_are_free(count) {
            return None;
        }
        let Some(val) = self.stored() else {
            let cell = self.moved(last)?;
            self.unalias(local);
            let address = self.base_address(local, at);
            self.move_element(address, key, (cell, last))?;
            self.pop();
            self.drop_keys(count);
            return Some(true);
        };
        self.unalias(local);
        if self.assign_in_place(local, (key, val), (at, last)).is_some() {
            self.drop_below(count, val);
            return Some(false);
        }
        let address = self.base_address(local, at);
        let key = self.key(key)?;
        let extra = self.exiting();
        match key {
            Key::Int(index) => self.b.emit(Op::SetElem, &[address, index, val], extra),
            Key::Str(name) => self.b.emit(Op::SetElemStr, &[address, name, val], extra),
        };
        self.drop_below(count, val);
        Some(false)
    }

    /// Writes a scalar over one in a packed array with one owner; none, and nothing happens, where
    /// that was not seen or failed.
    fn assign_in_place(
        &mut self,
        local: u32,
        (key, val): (MemberKey, Val),
        (at, last): (usize, usize),
    ) -> Option<()> {
        let seen = self.base_seen(local, at);
        let is_packed = seen.0 & (bit::PACKED | bit::HASH) == bit::PACKED;
        let is_scalar = self.b.ty(val).is_scalar();
        let held = self.state.slots[local as usize].held;
        if !is_packed || !is_scalar || self.seen_at(last).failed() || matches!(held, Held::Reg(_)) {
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
        self.b.emit(Op::StPacked, &[base.array, slot, val], Extra::default());
        Some(())
    }

    /// The cell of the item on top when it can be moved elsewhere, for nobody wants it behind the
    /// site `last`. Everything is in its cell then.
    pub(super) fn moved(&mut self, last: usize) -> Option<u32> {
        let slot = self.state.under(0);
        let is_value = !slot.ty.meets(Type(Type::REF.0 | Type::UNINIT.0));
        if !self.is_pop(last + 1) || !is_value || matches!(slot.held, Held::Record(_) | Held::Pad) {
            return None;
        }
        self.sync();
        Some(self.state.top() - 1)
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
    fn append(&mut self, local: u32, (at, last): (usize, usize)) -> Option<bool> {
        if !self.base_fits(local, at) {
            return None;
        }
        let Some(val) = self.stored() else {
            let cell = self.moved(last)?;
            self.unalias(local);
            let address = self.base_address(local, at);
            self.move_element(address, MemberKey::W, (cell, last))?;
            self.pop();
            return Some(true);
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
                self.hot.frame.seen_inside(local as usize, 1) & 0x3ff
            }
            seen => seen.types(),
        };
        let is_number = Type(seen).is_scalar() && Type(seen).is(Type::NUM);
        let fits = self.base_fits(local, at) && self.key_fits(key);
        let slot = self.state.slots[local as usize];
        let base_seen = self.base_seen(local, at);
        if !fits || !is_number || matches!(slot.held, Held::Reg(_)) {
            return None;
        }
        let is_named = matches!(key, MemberKey::ET(_));
        let is_packed = base_seen.0 & bit::HASH == 0 && base_seen.0 & bit::PACKED != 0;
        let int_key = match key {
            MemberKey::EL(of) => self.state.slots[of.0 as usize].ty == Type::INT,
            MemberKey::EC(depth) => self.state.under(depth.0 as usize).ty == Type::INT,
            MemberKey::EI(_) => true,
            _ => false,
        };
        let is_in_place = is_named || is_packed && int_key;
        if !is_in_place {
            return None;
        }
        self.unalias(local);
        let base = self.base(local, at);
        let key = self.key(key)?;
        let slot = self.element(base, key);
        let extra = self.exiting();
        self.b.emit(Op::CheckOwned, &[base.array], extra);
        self.check_slot(slot, Type(seen));
        let old = self.b.given(Op::LdSlot, &[slot], 0, Type(seen));
        Some((base.array, slot, old))
    }

    fn update(
        &mut self,
        local: u32,
        (key, count): (MemberKey, u32),
        op: SetOpOp,
        at: usize,
    ) -> Option<()> {
        let operator = Operator::of_set_op(op)?;
        let top = self.state.top() - 1;
        let right = self.state.slots[top as usize];
        if !right.ty.is_scalar() || !right.ty.is(Type::NUM) || !self.keys_are_free(count) {
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
        self.b.emit(Op::StPacked, &[array, slot, new], Extra::default());
        self.drop_below(count, new);
        Some(())
    }

    fn step(&mut self, local: u32, key: MemberKey, op: IncDecOp, at: usize) -> Option<()> {
        let (array, slot, old) = self.number_at(local, key, at)?;
        let up = matches!(op, IncDecOp::PreInc | IncDecOp::PostInc);
        let new = if self.b.ty(old) == Type::INT {
            let one = self.b.int(1);
            self.checked(if up { Op::AddInt } else { Op::SubInt }, &[old, one])
        } else {
            let one = self.b.constant(Type::DBL, 1f64.to_bits() as i64);
            self.b.pure(if up { Op::AddDbl } else { Op::SubDbl }, &[old, one])
        };
        self.b.emit(Op::StPacked, &[array, slot, new], Extra::default());
        let after = matches!(op, IncDecOp::PreInc | IncDecOp::PreDec);
        self.push_val(if after { new } else { old });
        Some(())
    }
}
