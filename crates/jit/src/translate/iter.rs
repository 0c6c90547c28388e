//! The steps of `foreach`: over packed arrays and dicts, and by reference.

use std::mem::offset_of;

use hhbc::imm::{IterId, LocalId};
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::inst::Cmp;
use hhir::{Edge, Op, Type, Val};
use runtime::layout::VmElement;
use vm::machine::bit;

use super::state::Slot;
use super::{Then, Translator};

/// Where the key of an element of a dict is, from its value.
const KEY_AT: i64 = offset_of!(VmElement, key) as i64 - offset_of!(VmElement, payload) as i64;

impl Translator<'_> {
    pub(super) fn iter(&mut self, at: usize, instr: &Instr) -> Option<Then> {
        match instr {
            Instr::IterNext { iter, value, .. } => self.next_element(at, *iter, (*value, None)),
            Instr::IterNextK { iter, value, key, .. } => {
                self.next_element(at, *iter, (*value, Some(*key)))
            }
            Instr::MIterNext { iter, value, .. } => self.next_reference(at, *iter, *value),
            _ => None,
        }
    }

    /// Binds the local of a loop by reference to the next element. Where there is none, the op body
    /// ends the loop.
    fn next_reference(&mut self, at: usize, iter: IterId, value: LocalId) -> Option<Then> {
        if !self.state_is_bare() || self.is_open || !self.has_room(2) {
            return None;
        }
        let to = self.label(at)?;
        self.sync();
        let (cell, aux) = (i64::from(self.state.top()), self.php.iter_cell(iter) as u32);
        let extra = Extra { imm: cell, aux, exit: None };
        let more = self.b.emit(Op::NextRef, &[], extra)?;
        let (goes, ends) = (self.b.unit.block(), self.b.unit.block());
        let edges = [goes, ends].map(|block| Edge { block, args: Vec::new() });
        self.b.end(Op::Br, &[more], Extra::default(), edges.into());
        let state = (self.state.clone(), self.before.clone());
        self.b.block = goes;
        self.push_cell(Type::REF);
        self.bind_local(value.0, at);
        self.go(self.target(to));
        (self.state, self.before) = state;
        self.b.block = ends;
        self.end_by_body(at, to);
        Some(Then::Ended)
    }

    /// Has the op body of a step of a loop end it. Where the loop goes on nevertheless, it is left.
    fn end_by_body(&mut self, at: usize, to: usize) {
        self.after_body(at);
        let (goes, ends) = (self.b.unit.block(), self.b.unit.block());
        let edges = [goes, ends].map(|block| Edge { block, args: Vec::new() });
        let extra = Extra { imm: at as i64, ..Extra::default() };
        self.b.end(Op::StepBr, &[], extra, edges.into());
        self.b.block = goes;
        self.leave_to(to);
        self.b.block = ends;
        self.go(self.target(at + 1));
    }

    /// The next element of the packed array or the dict that an iterator is at, when only such were seen.
    fn next_element(
        &mut self,
        at: usize,
        iter: IterId,
        (value, key): (LocalId, Option<LocalId>),
    ) -> Option<Then> {
        let seen = self.seen_at(at);
        let (is_packed, is_dict) = (seen.is_packed(), seen.is_dict());
        let may_be_ref = |local: LocalId| {
            let slot = self.state.slots[local.0 as usize];
            let unknown = slot.ty == Type::ANY && slot.is_written();
            slot.ty.meets(Type::REF) && (!unknown || seen.0 & bit::REF != 0)
        };
        let named = self.php.local_name(value.0).is_some();
        let busy = may_be_ref(value) || key.is_some_and(may_be_ref);
        let key_ty = match key {
            Some(local) if is_dict => Some(self.key_seen(local)?),
            _ => None,
        };
        if seen.failed()
            || !(is_packed || is_dict)
            || busy
            || !named
            || !self.state_is_bare()
            || self.is_open
        {
            return None;
        }
        let to = self.label(at)?;
        for local in [Some(value), key].into_iter().flatten() {
            let ty = self.state.slots[local.0 as usize].ty;
            self.check_cell(local.0, Type(ty.0 & !Type::REF.0));
        }
        let cell = self.php.iter_cell(iter) as u32;
        self.check_cell(cell, Type::ARR);
        let array = self.b.given(Op::LdCell, &[], i64::from(cell), Type::ARR);
        let extra = self.exiting();
        let (check, length) = match is_packed {
            true => (Op::CheckPacked, Op::LdPackedLen),
            false => (Op::CheckDict, Op::LdDictUsed),
        };
        self.b.emit(check, &[array], extra);
        let length = self.b.emit(length, &[array], Extra::default())?;
        let index = self.b.given(Op::LdCell, &[], i64::from(cell) + 1, Type::INT);
        let more = self.b.compare(Op::CmpInt, Cmp::Lt, index, length);
        let (goes, ends) = (self.b.unit.block(), self.b.unit.block());
        let edges = [goes, ends].map(|block| Edge { block, args: Vec::new() });
        self.b.end(Op::Br, &[more], Extra::default(), edges.into());
        let state = (self.state.clone(), self.before.clone());
        self.b.block = goes;
        match is_packed {
            true => self.take_element((array, index), cell, (at, value, key)),
            false => self.take_entry((array, index), cell, (at, value, key.zip(key_ty))),
        }
        self.go(self.target(to));
        (self.state, self.before) = state;
        self.b.block = ends;
        self.end_loop(at, cell);
        self.go(self.target(at + 1));
        Some(Then::Ended)
    }

    /// Whether nothing is on the stack.
    fn state_is_bare(&self) -> bool {
        self.state.slots.len() == self.hot.func.slots()
    }

    /// The type of keys of dicts that a local has now; none unless it can be a key.
    fn key_seen(&self, local: LocalId) -> Option<Type> {
        let ty = Type(self.hot.frame.seen(local.0 as usize).types());
        (ty == Type::INT || ty == Type::STR).then_some(ty)
    }

    /// Gives an element of a packed array to the locals of a loop, and moves the iterator on.
    fn take_element(
        &mut self,
        (array, index): (Val, Val),
        iter: u32,
        (at, value, key): (usize, LocalId, Option<LocalId>),
    ) {
        let slot = self.b.pure(Op::PackedSlot, &[array, index]);
        let ty = self.check_element(slot, at);
        self.move_on(index, iter);
        self.give_element((slot, ty), value, at);
        if let Some(key) = key {
            self.push_val(index);
            self.give_local(key.0, at);
        }
    }

    /// The same of a dict, where an element may have been removed, and whose keys are of a type.
    fn take_entry(
        &mut self,
        (array, place): (Val, Val),
        iter: u32,
        (at, value, key): (usize, LocalId, Option<(LocalId, Type)>),
    ) {
        let slot = self.b.pure(Op::DictSlot, &[array, place]);
        let ty = self.check_element(slot, at);
        if let Some((_, ty)) = key {
            let exit = Some(self.exit());
            let extra = Extra { imm: 0, aux: u32::from(ty.0), exit };
            self.b.emit(Op::CheckKey, &[slot], extra);
        }
        self.move_on(place, iter);
        self.give_element((slot, ty), value, at);
        match key {
            Some((_, Type::INT)) => {
                let val = self.b.given(Op::LdSlot, &[slot], KEY_AT, Type::INT);
                self.push_val(val);
            }
            Some(_) => {
                let top = i64::from(self.state.top());
                self.b.emit(Op::CopyKey, &[slot], Extra { imm: top, ..Extra::default() });
                self.push(Slot::cell(Type::STR));
            }
            None => return,
        }
        if let Some((key, _)) = key {
            self.give_local(key.0, at);
        }
    }

    /// The type that the element at an address is checked to have.
    fn check_element(&mut self, slot: Val, at: usize) -> Type {
        let seen = Type(self.seen_at(at).types() & !(Type::UNINIT.0 | Type::REF.0));
        let ty = if seen.is_single() { seen } else { Type::CELL };
        self.check_slot(slot, ty);
        ty
    }

    /// Moves an iterator on behind a place.
    fn move_on(&mut self, place: Val, iter: u32) {
        let one = self.b.int(1);
        let next = self.b.pure(Op::AddFit, &[place, one]);
        self.store_cell(iter + 1, next);
    }

    fn give_element(&mut self, (slot, ty): (Val, Type), value: LocalId, at: usize) {
        if ty.is_scalar() {
            let val = self.b.given(Op::LdSlot, &[slot], 0, ty);
            self.push_val(val);
        } else {
            let top = i64::from(self.state.top());
            self.b.emit(Op::CopySlot, &[slot], Extra { imm: top, ..Extra::default() });
            self.push(Slot::cell(ty));
        }
        self.give_local(value.0, at);
    }

    /// Pops a value into a local that holds no reference.
    fn give_local(&mut self, local: u32, at: usize) {
        let slot = self.state.under(0);
        if slot.ty.is_scalar() && self.is_replaceable(local) {
            self.pop();
            return self.put_local(local, slot);
        }
        self.write_home(self.state.top() - 1);
        self.unalias(local);
        let done = self.move_to_local(local, at);
        debug_assert!(done.is_some(), "a value in its cell can be moved");
    }

    /// Ends a loop: its iterator is given up. The frame does not hold the array any more when
    /// destructors run, for what they throw releases the frame.
    fn end_loop(&mut self, at: usize, iter: u32) {
        self.sync();
        self.move_cell(iter, self.state.top());
        for cell in [iter, iter + 1] {
            let aux = u32::from(Type::UNINIT.0);
            self.b.emit(Op::StCellTag, &[], Extra { imm: i64::from(cell), aux, exit: None });
            self.state.slots[cell as usize] = Slot::cell(Type::UNINIT);
        }
        self.drop_cell(self.state.top(), Type::ARR, at);
    }

    /// Checks that the locals of a loop that the site `last` began have the types that were seen.
    pub(super) fn refine_element(&mut self, last: usize) {
        let (value, key) = match &self.sites[last].instr {
            Instr::IterInit { value, .. } => (*value, None),
            Instr::IterInitK { value, key, .. } => (*value, Some(*key)),
            Instr::MIterInit { value, .. } => return self.check_behind(last, value.0, Type::REF),
            _ => return,
        };
        let seen = self.seen_at(last);
        if seen.failed() {
            return;
        }
        // Where a loop got hot that had begun before it was watched, its locals say what they get.
        let is_seen = seen.types() != 0 || seen.0 & bit::COLD != 0;
        let ty = match is_seen {
            true => Type(seen.types()),
            false => Type(self.hot.frame.seen(value.0 as usize).types()),
        };
        self.refine_local(last, value, ty);
        if let Some((key, ty)) = key.and_then(|key| Some((key, self.key_seen(key)?))) {
            self.refine_local(last, key, ty);
        }
    }

    fn refine_local(&mut self, last: usize, LocalId(cell): LocalId, ty: Type) {
        let slot = self.state.slots[cell as usize];
        let is_one = ty.is_single() && !ty.meets(Type(Type::REF.0 | Type::UNINIT.0));
        if is_one && slot.is_written() && ty.is(slot.ty) && slot.ty != ty {
            self.check_behind(last, cell, ty);
        }
    }
}
