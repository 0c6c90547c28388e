//! Static members of classes, and global variables.
//!
//! Their values are in slots of the request, where they are read and written in place. What a name
//! means is what the site met last: a class that the code belongs to is meant in all requests, another
//! one is looked at in its slot.

use hhbc::func::Role;
use hhbc::imm::{ClsRef, IncDecOp, StrId};
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{Op, Type, Val};
use runtime::value::types;
use vm::exec::Site;
use vm::machine::{
    KnownStatic, Meant, Named, NamedClass, known_class_constant, known_static, known_static_method,
    string_block,
};

use super::arith::Operator;
use super::prop::accepts;
use super::state::{Callee, Held};
use super::{Then, Translator};

impl Translator<'_> {
    pub(super) fn class_member(&mut self, at: usize, instr: &Instr) -> Option<Then> {
        if self.seen_at(at).failed() {
            return None;
        }
        match instr {
            Instr::ClsCnsD { .. } => self.class_constant(at)?,
            Instr::AGetC {} if self.takes_constant_of_this(at) => {
                let this = self.pop();
                if self.class_constant(at + 1).is_none() {
                    self.push(this);
                    return None;
                }
                return Some(Then::At(at + 2));
            }
            Instr::CGetSD { .. } => {
                let ty = self.value_seen_at(at)?;
                let place = self.static_place(self.known_static(at)?)?;
                self.push_place(place, ty);
            }
            Instr::IssetSD { .. } => {
                let place = self.static_place(self.known_static(at)?)?;
                let is_set = self.b.emit(Op::IsSetAt, &[place], Extra::default())?;
                self.push_val(is_set);
            }
            Instr::EmptySD { .. } => {
                let place = self.static_place(self.known_static(at)?)?;
                self.push_empty(place)?;
            }
            Instr::SetSD { .. } => return self.set_static(at),
            Instr::SetOpSD { op, .. } => {
                let operator = Operator::of_set_op(*op)?;
                self.update_static(at, operator)?;
            }
            Instr::IncDecSD { op, .. } => self.step_static(at, *op)?,
            Instr::FPushClsMethodD { cls, .. } => return self.push_static_method(at, *cls),
            Instr::String { value } if self.reads_global(at) => {
                self.global(*value)?;
                return Some(Then::At(at + 2));
            }
            _ => return None,
        }
        Some(Then::At(at + 1))
    }

    /// The type of values to check, by what was seen at the site; none where nothing was.
    fn value_seen_at(&self, at: usize) -> Option<Type> {
        let seen = Type(self.seen_at(at).types());
        let is_value = seen != Type::NONE && !seen.meets(Type(Type::REF.0 | Type::UNINIT.0));
        is_value.then_some(if seen.is_single() { seen } else { Type::CELL })
    }

    /// Leaves unless a name means the class that it was found to mean.
    fn check_named(&mut self, named: NamedClass) {
        match named.when {
            Meant::Always => {}
            Meant::InSlot(slot) => {
                let extra = Extra { imm: i64::from(named.class), aux: slot, ..self.exiting() };
                self.b.emit(Op::CheckNamed, &[], extra);
            }
            Meant::Late => {
                if self.check_this_class(named.class).is_none() {
                    let called = self.called_class();
                    let extra = Extra { imm: i64::from(named.class) + 1, ..self.exiting() };
                    self.b.emit(Op::CheckInt, &[called], extra);
                }
            }
        }
    }

    /// One more than the number of the class that `static` means.
    fn called_class(&mut self) -> Val {
        let extra = Extra { imm: i64::from(self.has_this()), ..self.exiting() };
        self.b.emit(Op::LdCalled, &[], extra).expect("invariant: the row has a result")
    }

    /// The address of what a slot of the request has.
    pub(super) fn request_slot(&mut self, slot: u32) -> Option<Val> {
        let extra = Extra { imm: i64::from(slot), ..self.exiting() };
        self.b.emit(Op::RequestSlot, &[], extra)
    }

    /// Pushes what is at an address, when it is of a type.
    pub(super) fn push_place(&mut self, place: Val, ty: Type) {
        self.check_slot(place, ty);
        if ty.is_scalar() {
            let val = self.b.given(Op::LdSlot, &[place], 0, ty);
            return self.push_val(val);
        }
        let top = i64::from(self.state.top());
        self.b.emit(Op::CopySlot, &[place], Extra { imm: top, ..Extra::default() });
        self.push_cell(ty);
    }

    /// Pushes whether what is at an address is false.
    pub(super) fn push_empty(&mut self, place: Val) -> Option<()> {
        let truth = self.b.emit(Op::TruthSlot, &[place], Extra::default())?;
        let is_empty = self.b.pure(Op::NotBool, &[truth]);
        self.push_val(is_empty);
        Some(())
    }

    /// The static property that a site met last.
    fn known_static(&self, at: usize) -> Option<KnownStatic> {
        known_static(self.hot.func, &self.sites[at])
    }

    /// The same, if it may be written.
    fn written_static(&self, at: usize) -> Option<KnownStatic> {
        self.known_static(at).filter(|known| known.writes)
    }

    /// The address of the value of a static property.
    fn static_place(&mut self, known: KnownStatic) -> Option<Val> {
        self.check_named(known.of);
        self.request_slot(known.slot)
    }

    fn set_static(&mut self, at: usize) -> Option<Then> {
        let known = self.written_static(at)?;
        let ty = self.state.under(0).ty;
        if ty.is_scalar() {
            if !accepts(known.accepts, ty) {
                return None;
            }
            let val = self.stored()?;
            let place = self.static_place(known)?;
            self.check_slot(place, super::prop::PLAIN);
            self.b.emit(Op::StSlot, &[place, val], Extra::default());
            return Some(Then::At(at + 1));
        }
        let is_any = known.accepts == u16::from(types::UNKNOWN);
        if !is_any && !accepts(known.accepts, ty) {
            return None;
        }
        let cell = self.moved(at)?;
        let place = self.static_place(known)?;
        self.move_to_place(place, (cell, Type::CELL), at);
        Some(Then::At(at + 2))
    }

    fn update_static(&mut self, at: usize, operator: Operator) -> Option<()> {
        let known = self.written_static(at)?;
        let (seen, top) = (self.plain_number(at)?, self.state.top() - 1);
        self.result_of_update(operator, (seen, known.accepts))?;
        let right = self.scalar(top)?;
        let place = self.static_place(known)?;
        let new = self.update_place(place, (operator, seen), right)?;
        self.pop();
        self.push_val(new);
        Some(())
    }

    fn step_static(&mut self, at: usize, op: IncDecOp) -> Option<()> {
        let known = self.written_static(at)?;
        if self.plain_number(at)? != Type::INT || !accepts(known.accepts, Type::INT) {
            return None;
        }
        let place = self.static_place(known)?;
        let result = self.step_place(place, op);
        self.push_val(result);
        Some(())
    }

    /// Whether the site behind this one takes a constant of the class of `$this`, which is on top.
    fn takes_constant_of_this(&self, at: usize) -> bool {
        let is_constant = |site: &Site| matches!(site.instr, Instr::ClsCns { .. });
        self.sites.get(at + 1).is_some_and(is_constant)
            && !self.region.is_leader(at + 1)
            && matches!(self.state.under(0).held, Held::This)
            && known_class_constant(self.hot.func, &self.sites[at + 1]).is_some()
    }

    fn class_constant(&mut self, at: usize) -> Option<()> {
        let (named, known) = known_class_constant(self.hot.func, &self.sites[at])?;
        match known {
            Named::Fixed(constant) => {
                let (ty, bits) = super::constant::bits_of(constant)?;
                self.check_named(named);
                self.push_constant(ty, bits);
            }
            Named::Slot(slot) => {
                let ty = self.value_seen_at(at)?;
                self.check_named(named);
                let place = self.request_slot(slot)?;
                self.push_place(place, ty);
            }
        }
        Some(())
    }

    /// Begins the call of the static method that this site met last; does all of it where that is a
    /// leaf.
    fn push_static_method(&mut self, at: usize, cls: ClsRef) -> Option<Then> {
        let (named, func) = known_static_method(self.hot.func, &self.sites[at])?;
        let forwards = !matches!(cls, ClsRef::Named(_));
        if forwards && self.php.record().role != Role::Method {
            return None;
        }
        self.check_named(named);
        if let Some(then) = self.leaf_of_locals(at, func, (None, 0)) {
            return Some(then);
        }
        let class =
            if forwards { self.called_class() } else { self.b.int(i64::from(named.class) + 1) };
        let cell = self.state.top();
        let imm = std::ptr::from_ref(func) as i64;
        self.b.emit(Op::StRecordIn, &[class], Extra { imm, aux: cell, exit: None });
        self.push_record(Callee::Known(func));
        self.state.slots[cell as usize].dirty = false;
        Some(Then::At(at + 1))
    }

    /// Whether a string is the name of a global variable that the site behind it reads. Those of the
    /// frame that runs are not looked for: they may be in registers.
    fn reads_global(&self, at: usize) -> bool {
        let is_read = |site: &Site| matches!(site.instr, Instr::CGetG {});
        !self.is_open
            && self.sites.get(at + 1).is_some_and(is_read)
            && !self.region.is_leader(at + 1)
    }

    fn global(&mut self, name: StrId) -> Option<()> {
        let ty = self.value_seen_at(self.site + 1)?;
        let name = string_block(self.php.unit().str(name)) as i64;
        let name = self.b.constant(Type::STR, name);
        let extra = self.exiting();
        let place = self.b.emit(Op::GlobalPlace, &[name], extra)?;
        self.push_place(place, ty);
        Some(())
    }
}
