//! Constants, locals and the evaluation stack.

use hhbc::imm::{Count, IncDecOp, IsTypeOp, SetOpOp};
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{Op, Type, Val};
use vm::machine::bit;

use super::arith::Operator;
use super::state::{Held, Slot};
use super::{Then, Translator};

const NULL_OR_UNINIT: Type = Type(Type::NULL.0 | Type::UNINIT.0);

impl Translator<'_> {
    pub(super) fn local(&mut self, at: usize, instr: &Instr) -> Option<Then> {
        let next = Some(Then::At(at + 1));
        match instr {
            Instr::Null {} => {
                if let Some(then) = self.null_and_local(at) {
                    return Some(then);
                }
                self.push(Slot::tag(Type::NULL));
            }
            Instr::True {} => self.push_constant(Type::BOOL, 1),
            Instr::False {} => self.push_constant(Type::BOOL, 0),
            Instr::Int { value } => self.push_constant(Type::INT, *value),
            Instr::Double { value } => {
                self.push_constant(Type::DBL, value.get().to_bits() as i64);
            }
            Instr::String { value } => {
                let string = self.php.unit().str(*value);
                self.push_constant(Type::STR, vm::machine::string_block(string) as i64);
            }
            Instr::Array { value } => {
                let array = self.php.unit().array(*value)?;
                self.push_constant(Type::ARR, vm::machine::constant_block(array) as i64);
            }
            Instr::CGetQuietL { local }
                if self.state.slots[local.0 as usize].ty == Type::UNINIT =>
            {
                self.push(Slot::tag(Type::NULL));
            }
            Instr::CGetL { local } | Instr::CGetQuietL { local } => {
                if let Some(negate) = self.null_test(at + 1)
                    && let Some(is_null) = self.local_is_null(local.0)
                {
                    self.push_null_test(is_null, negate);
                    return Some(Then::At(at + 3));
                }
                let Some(slot) = self.get_local(local.0) else { return self.give_up_cold() };
                self.push(slot);
            }
            Instr::CGetL2 { local } => {
                self.copy_under(local.0)?;
            }
            Instr::Roll { n: Count(1) } => {
                let top = self.state.top();
                let (left, right) = (self.in_no_cell(top - 2)?, self.in_no_cell(top - 1)?);
                self.pop();
                self.pop();
                self.push(right);
                self.push(left);
            }
            Instr::SetL { local } => return self.set_local(at, local.0),
            Instr::PopL { local } => return self.pop_to_local(at, local.0),
            Instr::PopC {} | Instr::PopR {} => return self.discard(at),
            Instr::VGetL { local } => {
                self.is_reference(local.0, self.seen_at(at).types() != 0).then_some(())?;
                self.push_reference(local.0);
            }
            Instr::Box { .. } => return self.give_up_cold(),
            Instr::Dup {} => {
                if let Some(then) = self.type_of_copy(at) {
                    return Some(then);
                }
                let slot = self.state.under(0);
                match slot.held {
                    Held::Reg(_) => self.push(Slot { dirty: true, ..slot }),
                    Held::Alias(_) => self.push(slot),
                    _ => return None,
                }
            }
            Instr::IncDecL { local, op } => self.step_local(local.0, *op)?,
            Instr::SetOpL { local, op } => self.update_local(local.0, *op)?,
            Instr::UnsetL { local } => {
                let slot = self.state.slots[local.0 as usize];
                if slot.ty.meets(Type::COUNTED) && !matches!(slot.held, Held::Reg(_)) {
                    return self.drop_local(local.0, at);
                }
                self.state.slots[local.0 as usize] = Slot::tag(Type::UNINIT);
            }
            Instr::IssetL { local } => {
                let ty = self.state.slots[local.0 as usize].ty;
                let known = match () {
                    () if ty.is(NULL_OR_UNINIT) => 0,
                    () if !ty.meets(NULL_OR_UNINIT) && !ty.meets(Type::REF) => 1,
                    () => return None,
                };
                self.push_constant(Type::BOOL, known);
            }
            Instr::IsTypeL { local, op } => {
                let ty = self.state.slots[local.0 as usize].ty;
                let known = is_type(ty, *op)?;
                self.push_constant(Type::BOOL, known);
            }
            Instr::IsTypeC { op } => {
                let slot = self.state.under(0);
                if !slot.is_free() {
                    return None;
                }
                let known = is_type(slot.ty, *op)?;
                self.pop();
                self.push_constant(Type::BOOL, known);
            }
            Instr::UnboxR {} => {
                let (slot, top) = (self.state.under(0), self.state.top() - 1);
                if slot.ty.meets(Type::REF) {
                    let is_open = slot.is_written() && slot.ty != Type::REF;
                    if !is_open || self.seen_at(self.site).failed() {
                        return None;
                    }
                    self.check_cell(top, Type(Type::ANY.0 & !Type::REF.0));
                    self.narrow(top, Type(slot.ty.0 & !Type::REF.0));
                }
                self.refine_top();
            }
            _ => return None,
        }
        next
    }

    pub(super) fn push_constant(&mut self, ty: Type, bits: i64) {
        let val = self.b.constant(ty, bits);
        self.push(Slot::reg(ty, val));
    }

    /// Checks that the item on top, which is in its cell, is what was seen here.
    pub(super) fn refine_top(&mut self) {
        let top = self.state.top() - 1;
        let slot = self.state.slots[top as usize];
        if let (Held::Cell, false, Some(ty)) = (slot.held, slot.dirty, self.expected())
            && !slot.ty.is_single()
            && ty != Type::REF
        {
            self.check_cell(top, ty);
            self.scalar(top);
        }
    }

    /// A copy of a local for the stack; none where its body must say what it is.
    pub(super) fn get_local(&mut self, local: u32) -> Option<Slot> {
        self.get_local_to(local, self.state.top())
    }

    /// The same, to a cell where it must be copied; an item that is there goes to the one above.
    fn get_local_to(&mut self, local: u32, to: u32) -> Option<Slot> {
        let slot = self.state.slots[local as usize];
        match slot.held {
            Held::Reg(val) => return Some(Slot::reg(slot.ty, val)),
            Held::Cell => {}
            _ => return None,
        }
        if slot.ty.is_scalar() {
            let val = self.scalar(local)?;
            return Some(Slot::reg(slot.ty, val));
        }
        if slot.ty == Type::NULL {
            return Some(Slot::tag(Type::NULL));
        }
        if slot.ty.is_single() && !slot.ty.meets(Type(Type::UNINIT.0 | Type::REF.0)) {
            let held = Held::Alias(local);
            return Some(Slot { ty: slot.ty, held, dirty: true });
        }
        if slot.dirty || slot.ty == Type::UNINIT {
            return None;
        }
        let seen = self.seen_at(self.site);
        // What was seen is the value that was pushed: of a reference, what is in it.
        if seen.failed() {
            return None;
        }
        // What was not seen is guessed from the frame that is there.
        let seen = match seen.types() {
            0 if seen.0 & bit::COLD == 0 => self.hot.frame.seen(local as usize).types(),
            types => types,
        };
        let in_reference = seen & Type::REF.0 != 0;
        let types = Type(seen & !Type::REF.0);
        if self.seen_at(self.site).0 & bit::WIDENED != 0 && !in_reference {
            return self.get_cell(local, if types.is(Type::NUM) { Type::NUM } else { Type::CELL });
        }
        if types != Type::NONE && types.is(Type::CELL) && !types.is_single() && !in_reference {
            return self.get_cell(local, if types.is(Type::NUM) { Type::NUM } else { Type::CELL });
        }
        if !types.is_single() || types == Type::UNINIT {
            return None;
        }
        if in_reference && slot.ty.meets(Type::REF) {
            self.check_cell(local, Type::REF);
            return self.get_reference(local, types, to);
        }
        if !types.is(slot.ty) {
            return None;
        }
        self.check_cell(local, types);
        self.get_local_to(local, to)
    }

    /// Puts a copy of a local under the item on top.
    fn copy_under(&mut self, local: u32) -> Option<()> {
        let (top, cell) = (self.state.under(0), self.state.top() - 1);
        let moves = top.is_written();
        if !moves && !matches!(top.held, Held::Reg(_) | Held::Alias(_)) || !self.has_room(1) {
            return None;
        }
        let slot = self.get_local_to(local, cell)?;
        if moves && !slot.is_written() {
            self.move_cell(cell, cell + 1);
        }
        self.pop();
        self.push(slot);
        self.push(Slot { dirty: !moves, ..top });
        Some(())
    }

    /// Moves what a cell holds to another one, over what is dead.
    pub(super) fn move_cell(&mut self, from: u32, to: u32) {
        let extra = Extra { imm: i64::from(to), aux: from, exit: None };
        self.b.emit(Op::MoveCell, &[], extra);
    }

    /// A copy of a local that holds a value of one of several types.
    fn get_cell(&mut self, local: u32, wanted: Type) -> Option<Slot> {
        let known = self.state.slots[local as usize].ty;
        if wanted.is(known) {
            self.check_cell(local, wanted);
        } else if !known.is(Type::CELL) {
            return None;
        }
        let ty = self.state.slots[local as usize].ty;
        Some(Slot { ty, held: Held::Alias(local), dirty: true })
    }

    /// What is known of a cell whose value is elsewhere, or can be.
    fn in_no_cell(&mut self, cell: u32) -> Option<Slot> {
        let slot = self.state.slots[cell as usize];
        let is_elsewhere = match slot.held {
            Held::Reg(_) | Held::Alias(_) => true,
            Held::Cell => slot.dirty,
            Held::This | Held::Record(_) | Held::Pad => false,
        };
        if !is_elsewhere {
            self.scalar(cell)?;
        }
        Some(Slot { dirty: true, ..self.state.slots[cell as usize] })
    }

    /// `null === $local`, as a comparison of a local with null is written.
    fn null_and_local(&mut self, at: usize) -> Option<Then> {
        let Some(Instr::CGetL2 { local }) = self.sites.get(at + 1).map(|site| &site.instr) else {
            return None;
        };
        let negate = match self.sites.get(at + 2)?.instr {
            Instr::Same {} => false,
            Instr::NSame {} => true,
            _ => return None,
        };
        if self.region.is_leader(at + 1) || self.region.is_leader(at + 2) {
            return None;
        }
        let is_null = self.local_is_null(local.0)?;
        self.push_null_test(is_null, negate);
        Some(Then::At(at + 3))
    }

    /// Leaves before a site that was not seen; none where it was.
    pub(super) fn give_up_cold(&mut self) -> Option<Then> {
        if !self.is_cold() {
            return None;
        }
        self.leave_cold();
        Some(Then::Ended)
    }

    pub(super) fn is_pop(&self, at: usize) -> bool {
        let is_pop = matches!(self.sites.get(at).map(|site| &site.instr), Some(Instr::PopC {}));
        is_pop && !self.region.is_leader(at)
    }

    /// Puts into a local what a register holds; its old value needs no release.
    pub(super) fn put_local(&mut self, local: u32, slot: Slot) {
        self.state.slots[local as usize] = Slot { dirty: true, ..slot };
    }

    /// Whether the old value of a local may just be written over.
    pub(super) fn is_replaceable(&self, local: u32) -> bool {
        let slot = self.state.slots[local as usize];
        matches!(slot.held, Held::Reg(_)) || !slot.ty.meets(Type::COUNTED)
    }

    /// Whether the old value of a local may just be written over; which is checked where it is not
    /// known, for who gets a scalar had one mostly.
    fn may_replace(&mut self, local: u32) -> bool {
        if self.is_replaceable(local) {
            return true;
        }
        let slot = self.state.slots[local as usize];
        let is_open = slot.is_written() && slot.ty.is(Type::ANY) && Type::NUM.is(slot.ty);
        if !is_open || self.seen_at(self.site).failed() {
            return false;
        }
        self.check_cell(local, Type::UNCOUNTED);
        true
    }

    /// `SetL`, whose value stays; with the `PopC` that follows it does not.
    fn set_local(&mut self, at: usize, local: u32) -> Option<Then> {
        let slot = self.state.under(0);
        let in_reg = matches!(slot.held, Held::Reg(_)) || slot.dirty && slot.ty == Type::NULL;
        if in_reg && self.may_replace(local) {
            self.put_local(local, slot);
            return Some(Then::At(at + 1));
        }
        if self.set_in_reference(local, slot).is_some() {
            return Some(Then::At(at + 1));
        }
        if !self.is_pop(at + 1) {
            return None;
        }
        self.move_to_local(local, at + 1)?;
        Some(Then::At(at + 2))
    }

    fn pop_to_local(&mut self, at: usize, local: u32) -> Option<Then> {
        let slot = self.state.under(0);
        let in_reg = matches!(slot.held, Held::Reg(_)) || slot.dirty && slot.ty == Type::NULL;
        if in_reg && self.may_replace(local) {
            self.pop();
            self.put_local(local, slot);
        } else {
            self.move_to_local(local, at)?;
        }
        Some(Then::At(at + 1))
    }

    /// Pops a value that has a count, perhaps, into a local; the site `at` is the last to have its
    /// part in that.
    pub(super) fn move_to_local(&mut self, local: u32, at: usize) -> Option<()> {
        let slot = self.state.under(0);
        if matches!(slot.held, Held::Record(_) | Held::Pad) || slot.ty.meets(Type::REF) {
            return None;
        }
        if let Held::Alias(of) = slot.held
            && of == local
        {
            self.pop();
            return Some(());
        }
        let from = self.state.top() - 1;
        if self.is_replaceable(local) {
            match slot.held {
                Held::Alias(of) => {
                    let extra = Extra { imm: i64::from(local), aux: of, exit: None };
                    self.b.emit(Op::CopyCell, &[], extra);
                }
                Held::Cell if !slot.dirty => self.move_cell(from, local),
                _ => return None,
            }
            self.pop();
            self.state.slots[local as usize] = Slot::cell(slot.ty);
            return Some(());
        }
        let old = self.state.slots[local as usize].ty;
        self.sync();
        self.unalias(local);
        self.pop();
        let imm = i64::from(local) | (at as i64) << 32;
        let aux = from | u32::from(old.0) << 16;
        self.b.emit(Op::Assign, &[], Extra { imm, aux, exit: None });
        let ty = if old.meets(Type::REF) { Type::ANY } else { slot.ty };
        if self.is_open {
            self.forget_locals();
        }
        self.state.slots[local as usize] = Slot::cell(ty);
        Some(())
    }

    /// Gives up what a local holds, as all that a site does.
    fn drop_local(&mut self, local: u32, at: usize) -> Option<Then> {
        if self.is_open || !self.has_room(1) {
            return None;
        }
        let ty = self.state.slots[local as usize].ty;
        self.unalias(local);
        self.sync();
        self.state.slots[local as usize] = Slot::tag(Type::UNINIT);
        let top = self.state.top();
        self.move_cell(local, top);
        self.write_home(local);
        self.drop_cell(top, ty, at);
        Some(Then::At(at + 1))
    }

    /// Gives up what a cell above the stack holds, as the last thing that the site `at` does.
    pub(super) fn drop_cell(&mut self, cell: u32, ty: Type, at: usize) {
        let imm = i64::from(cell) | i64::from(ty.0) << 32;
        self.b.emit(Op::DropCell, &[], Extra { imm, aux: at as u32, exit: None });
    }

    /// `Dup` and a question about the type of the copy, where that is known.
    fn type_of_copy(&mut self, at: usize) -> Option<Then> {
        let Instr::IsTypeC { op } = self.sites.get(at + 1)?.instr else { return None };
        if self.region.is_leader(at + 1) {
            return None;
        }
        let known = is_type(self.state.under(0).ty, op)?;
        self.push_constant(Type::BOOL, known);
        Some(Then::At(at + 2))
    }

    fn discard(&mut self, at: usize) -> Option<Then> {
        let slot = self.state.under(0);
        if !slot.is_free() {
            if !matches!(slot.held, Held::Cell) {
                return None;
            }
            self.sync();
            self.pop();
            self.drop_cell(self.state.top(), slot.ty, at);
            if self.is_open {
                self.forget_locals();
            }
            return Some(Then::At(at + 1));
        }
        self.pop();
        Some(Then::At(at + 1))
    }

    /// The number in a local that is about to be changed; its type is guessed from what was seen
    /// to come out.
    fn number_in(&mut self, local: u32) -> Option<Val> {
        let slot = self.state.slots[local as usize];
        if slot.ty.is_scalar() && slot.ty.is(Type::NUM) {
            return self.scalar(local);
        }
        let guess = self.expected().filter(|ty| ty.is(Type::NUM) && ty.is(slot.ty))?;
        if slot.dirty || !matches!(slot.held, Held::Cell) {
            return None;
        }
        self.check_cell(local, guess);
        self.scalar(local)
    }

    /// A number and one more or less.
    pub(super) fn stepped(&mut self, old: Val, op: IncDecOp) -> Val {
        let up = matches!(op, IncDecOp::PreInc | IncDecOp::PostInc);
        if self.b.ty(old) == Type::INT {
            let one = self.b.int(1);
            self.checked(if up { Op::AddInt } else { Op::SubInt }, &[old, one])
        } else {
            let one = self.b.constant(Type::DBL, 1f64.to_bits() as i64);
            self.b.pure(if up { Op::AddDbl } else { Op::SubDbl }, &[old, one])
        }
    }

    fn step_local(&mut self, local: u32, op: IncDecOp) -> Option<()> {
        if self.seen_at(self.site).failed() {
            return None;
        }
        let (old, place) = self.number_to_change(local)?;
        let new = self.stepped(old, op);
        self.put_number(local, place, new);
        let after = matches!(op, IncDecOp::PreInc | IncDecOp::PreDec);
        self.push_val(if after { new } else { old });
        Some(())
    }

    fn update_local(&mut self, local: u32, op: SetOpOp) -> Option<()> {
        let operator = Operator::of_set_op(op)?;
        if self.seen_at(self.site).failed() {
            return None;
        }
        let top = self.state.top() - 1;
        let right_ty = self.state.slots[top as usize].ty;
        let old = self.state.slots[local as usize];
        let mixed = !(old.ty.is_scalar() && right_ty.is_scalar())
            && old.ty.is(Type::NUM)
            && right_ty.is(Type::NUM)
            && self.expected() == Some(Type::DBL);
        let (left, place, right) = if mixed {
            let (left, right) = self.as_doubles(local, top)?;
            (left, None, right)
        } else {
            let right = self.scalar(top).filter(|_| right_ty.is(Type::NUM))?;
            let (left, place) = self.number_to_change(local)?;
            (left, place, right)
        };
        let result = self.operate(operator, left, right)?;
        self.pop();
        self.put_number(local, place, result);
        self.push_val(result);
        Some(())
    }

    /// The number in a local, and its address when that is in a reference.
    fn number_to_change(&mut self, local: u32) -> Option<(Val, Option<Val>)> {
        if let Some((number, place)) = self.number_in_reference(local) {
            return Some((number, Some(place)));
        }
        Some((self.number_in(local)?, None))
    }

    /// Puts what became of a number where it was.
    fn put_number(&mut self, local: u32, place: Option<Val>, new: Val) {
        match place {
            Some(place) => {
                self.b.emit(Op::StSlot, &[place, new], Extra::default());
            }
            None => {
                let ty = self.b.ty(new);
                self.put_local(local, Slot::reg(ty, new));
            }
        }
    }
}

/// Whether a type is what `op` asks for, where that is known.
fn is_type(ty: Type, op: IsTypeOp) -> Option<i64> {
    let wanted = match op {
        IsTypeOp::Null => Type::NULL,
        IsTypeOp::Bool => Type::BOOL,
        IsTypeOp::Int => Type::INT,
        IsTypeOp::Dbl => Type::DBL,
        IsTypeOp::Str => Type::STR,
        IsTypeOp::Arr => Type::ARR,
        _ => return None,
    };
    if ty.meets(Type(Type::REF.0 | Type::UNINIT.0)) {
        None
    } else if ty.is(wanted) {
        Some(1)
    } else if !ty.meets(wanted) {
        Some(0)
    } else {
        None
    }
}
