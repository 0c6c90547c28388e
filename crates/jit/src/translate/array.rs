//! Member paths that read arrays and strings.
//!
//! A path is translated as a whole at its base, where it has done nothing yet; what is not known
//! well enough is left to the op body of its final instruction, as the steps do nothing alone.

use hhbc::flags::Flags;
use hhbc::imm::{MemberKey, QueryOp};
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{Op, Type, Val};
use vm::machine::{Seen, bit};

use super::state::{Held, Slot};
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
    /// Whether all that were seen are dicts.
    pub(super) is_dict: bool,
}

impl Base {
    /// One of which nothing was seen.
    pub(super) fn of(array: Val) -> Self {
        Self { array, is_packed: false, is_dict: false }
    }
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
            _ if self.failed_between(at, self.blamed_last(at, last)) => self.prop_met(at, last),
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
            Instr::QueryM { n, op: QueryOp::Isset, key } if dims.is_empty() => {
                self.is_set(local, (*key, n.0), at)?;
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
            Instr::VGetM { n, key } if dims.is_empty() => self.bind((local, n.0), *key, (at, last)),
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
                if !slot.is_free() && !is_owned_string(slot) {
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
                self.hot.frame.seen(local as usize)
            }
            seen => seen,
        }
    }

    /// Whether the local of a base holds an array, as far as is known or was seen.
    pub(super) fn base_fits(&self, local: u32, at: usize) -> bool {
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
    pub(super) fn base(&mut self, local: u32, at: usize) -> Base {
        let seen = self.base_seen(local, at);
        let (is_packed, is_dict) = (seen.is_packed(), seen.is_dict());
        let slot = self.state.slots[local as usize];
        if let Held::Reg(array) = slot.held {
            return Base::of(array);
        }
        let is_ref = self.is_ref(local, at);
        let array = if is_ref {
            let slot = self.value_in_reference(local, Type::ARR);
            self.b.given(Op::LdSlot, &[slot], 0, Type::ARR)
        } else {
            self.check_cell(local, Type::ARR);
            self.b.given(Op::LdCell, &[], i64::from(local), Type::ARR)
        };
        Base { array, is_packed, is_dict }
    }

    /// Whether the local of a base holds a reference; that it does is checked.
    pub(super) fn is_ref(&mut self, local: u32, at: usize) -> bool {
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
            Key::Int(index) => {
                let extra = Extra { imm: i64::from(base.is_dict), ..self.exiting() };
                let slot = self.b.emit(Op::ElemInt, &[base.array, index], extra);
                slot.expect("invariant: the row has a result")
            }
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
                self.hot.frame.seen_inside(local as usize, keys.len()).types()
            }
            seen => seen.types(),
        };
        let seen = Type(seen);
        let (popped, owned) = (self.are_free(0..count), self.owned_key(0, count));
        if let ([key], true) = (&keys[..], popped)
            && let Some(string) = self.string_base(local, at)
        {
            return self.read_byte(string, *key, count);
        }
        if !self.base_fits(local, at) || !keys.iter().all(|key| self.key_fits(*key)) {
            return None;
        }
        if seen == Type::NONE || seen.meets(Type::REF) || !popped && owned.is_none() {
            return None;
        }
        let mut base = self.base(local, at);
        let mut slot = None;
        for (number, key) in keys.iter().enumerate() {
            if number > 0 {
                let inner = slot.expect("invariant: a step comes before");
                self.check_slot(inner, Type::ARR);
                let array = self.b.given(Op::LdSlot, &[inner], 0, Type::ARR);
                base = Base::of(array);
            }
            let key = self.key(*key)?;
            slot = Some(self.element(base, key));
        }
        match owned {
            Some(_) => self.push_read_over(slot?, seen, (Type::STR, end)),
            None => self.push_read(slot?, seen, count),
        }
        Some(())
    }

    /// `$local = &$base[key]` of an element of a packed array that is a reference already, as a whole
    /// statement.
    fn bind(
        &mut self,
        (base, count): (u32, u32),
        key: MemberKey,
        (at, last): (usize, usize),
    ) -> Option<Then> {
        let instr = |at: usize| self.sites.get(at).map(|site| &site.instr);
        let (Some(Instr::BindL { local }), Some(Instr::PopV {})) =
            (instr(last + 1), instr(last + 2))
        else {
            return None;
        };
        let is_one = !self.region.is_leader(last + 1) && !self.region.is_leader(last + 2);
        let is_packed = self.base_seen(base, at).is_packed();
        if !is_one || !is_packed || count > 0 || self.is_open || !self.has_room(2) {
            return None;
        }
        if !self.base_fits(base, at) || !self.key_fits(key) {
            return None;
        }
        let key @ Key::Int(_) = self.key(key)? else { return None };
        let base = self.base(base, at);
        let slot = self.element(base, key);
        let extra = self.exiting();
        self.b.emit(Op::CheckOwned, &[base.array], extra);
        self.check_slot(slot, Type::REF);
        let top = i64::from(self.state.top());
        self.b.emit(Op::CopySlot, &[slot], Extra { imm: top, ..Extra::default() });
        self.push_cell(Type::REF);
        self.bind_local(local.0, last + 2);
        Some(Then::At(last + 3))
    }

    /// `isset($local[key])` of an array.
    fn is_set(&mut self, local: u32, (key, count): (MemberKey, u32), at: usize) -> Option<()> {
        let owned = self.owned_key(0, count);
        let popped = owned.is_some() || self.are_free(0..count);
        if !popped || !self.base_fits(local, at) || !self.key_fits(key) {
            return None;
        }
        let base = self.base(local, at);
        let found = match self.key(key)? {
            Key::Int(index) => {
                let extra = Extra { imm: i64::from(base.is_dict), ..Extra::default() };
                self.b.emit(Op::FindInt, &[base.array, index], extra)
            }
            Key::Str(name) => self.b.emit(Op::FindStr, &[base.array, name], Extra::default()),
        }?;
        let is_set = self.b.emit(Op::IsSetAt, &[found], Extra::default())?;
        self.drop_keys(count);
        self.give_up_key(owned, at + 1);
        self.push_val(is_set);
        Some(())
    }

    /// The string of a base, checked.
    pub(super) fn string_base(&mut self, local: u32, at: usize) -> Option<Val> {
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

    /// Pushes what is at an address, of a type that was seen, in place of the keys; no reference, and a
    /// property may hold nothing.
    pub(super) fn push_read(&mut self, slot: Val, seen: Type, count: u32) {
        let ty = if seen.is_single() || seen == Type::NUM { seen } else { Type::CELL };
        self.check_slot(slot, ty);
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
        self.push_cell(ty);
    }

    /// The same in place of the item on top, whose cell has something of a type that the site gives up.
    /// The frame has room for one more cell.
    pub(super) fn push_read_over(&mut self, slot: Val, seen: Type, (owned, site): (Type, usize)) {
        let cell = self.state.top() - 1;
        let ty = if seen.is_single() { seen } else { Type::CELL };
        self.check_slot(slot, ty);
        let val = ty.is_scalar().then(|| self.b.given(Op::LdSlot, &[slot], 0, ty));
        if val.is_none() {
            let extra = Extra { imm: i64::from(cell) + 1, ..Extra::default() };
            self.b.emit(Op::CopySlot, &[slot], extra);
        }
        self.pop();
        self.sync();
        self.drop_cell(cell, owned, site);
        if self.is_open && owned.meets(Type::OBJ) {
            self.forget_locals();
        }
        match val {
            Some(val) => self.push_val(val),
            None => {
                self.move_cell(cell + 1, cell);
                self.push_cell(ty);
            }
        }
    }

    /// The cell of the only key on the stack, so many items below the top, when it is a string of which a
    /// count is to be given up.
    pub(super) fn owned_key(&self, below: u32, count: u32) -> Option<u32> {
        let is_owned = count == 1 && is_owned_string(self.state.under(below as usize));
        is_owned.then(|| self.state.top() - 1 - below)
    }

    /// Gives up the key in a cell above the stack, as the last thing that a site does.
    pub(super) fn give_up_key(&mut self, cell: Option<u32>, site: usize) {
        if let Some(cell) = cell {
            self.sync();
            self.drop_cell(cell, Type::STR, site);
        }
    }

    pub(super) fn drop_keys(&mut self, count: u32) {
        for _ in 0..count {
            self.pop();
        }
    }
}

/// Whether an item is a string in its cell that may have a count.
fn is_owned_string(slot: Slot) -> bool {
    slot.ty == Type::STR && slot.is_written()
}
