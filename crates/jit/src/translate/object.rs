//! `$this` and methods.

use hhbc::func::Attrs;
use hhbc::imm::BareThisOp;
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{Op, Type, Val};
use vm::func::Func;
use vm::machine::{closure_class, known_method};

use super::state::{Callee, Held, Slot};
use super::{Then, Translator};

impl Translator<'_> {
    pub(super) fn object(&mut self, at: usize, instr: &Instr) -> Option<Then> {
        match instr {
            Instr::This {} | Instr::BareThis { op: BareThisOp::NeverNull } => {
                if !self.has_this() {
                    return None;
                }
                self.this();
                self.push(Slot { ty: Type::OBJ, held: Held::This, dirty: true });
            }
            Instr::CheckThis {} => {
                if !self.has_this() {
                    return None;
                }
                self.this();
            }
            Instr::FPushObjMethodD { .. } => self.push_method(at)?,
            _ => return None,
        }
        Some(Then::At(at + 1))
    }

    /// Whether the function is a method with `$this`, as far as is declared.
    pub(super) fn has_this(&self) -> bool {
        self.hot.func.scope().is_some() && !self.php.record().attrs.has(Attrs::r#static)
    }

    /// The object in a slot of the stack or a local; whose type is checked to be that.
    pub(super) fn object_in(&mut self, cell: u32) -> Option<Val> {
        if matches!(self.state.slots[cell as usize].held, Held::This) {
            return Some(self.this());
        }
        self.item_is(cell, Type::OBJ)?;
        let from = match self.state.slots[cell as usize].held {
            Held::Alias(local) => local,
            _ => cell,
        };
        Some(self.b.given(Op::LdCell, &[], i64::from(from), Type::OBJ))
    }

    /// Makes sure that what belongs in a cell, or is a copy of a local to be, has a type.
    pub(super) fn item_is(&mut self, cell: u32, ty: Type) -> Option<()> {
        let slot = self.state.slots[cell as usize];
        if slot.ty.is(ty) && !matches!(slot.held, Held::Record(_) | Held::Pad) {
            return Some(());
        }
        let from = match slot.held {
            Held::Alias(local) => local,
            Held::Cell if !slot.dirty => cell,
            _ => return None,
        };
        if !ty.is(slot.ty) {
            return None;
        }
        self.check_cell(from, ty);
        self.state.slots[cell as usize].ty = ty;
        Some(())
    }

    pub(super) fn check_class(&mut self, object: Val, class: u32) {
        let exit = Some(self.exit());
        let extra = Extra { imm: i64::from(class), aux: 0, exit };
        self.b.emit(Op::CheckClass, &[object], extra);
    }

    /// Begins the call of the method that this site met last.
    fn push_method(&mut self, at: usize) -> Option<()> {
        if self.seen_at(at).failed() {
            return None;
        }
        let (class, func) = known_method(&self.sites[at])?;
        let was_seen = self.seen_at(at).types() != 0;
        let only = self.code.profile().callee(at);
        if was_seen && only.is_none_or(|only| !std::ptr::eq(only, func)) {
            return None;
        }
        let cell = self.state.top() - 1;
        let object = self.object_in(cell)?;
        self.check_class(object, class);
        self.begin_on(object, func);
        Some(())
    }

    /// Begins the call of the closure on top of the stack, whose function was seen.
    pub(super) fn push_closure(&mut self, at: usize) -> Option<()> {
        if self.seen_at(at).failed() {
            return None;
        }
        let func = self.code.profile().callee(at).filter(|func| func.is_closure())?;
        let (class, number) = (closure_class()?, func.number()?);
        let object = self.object_in(self.state.top() - 1)?;
        self.check_class(object, class);
        let exit = Some(self.exit());
        let extra = Extra { imm: i64::from(number), aux: 0, exit };
        self.b.emit(Op::CheckClosure, &[object], extra);
        self.begin_on(object, func);
        Some(())
    }

    /// Puts the record of a call in the place of the object on top of the stack, on which it is.
    fn begin_on(&mut self, object: Val, func: &'static Func) {
        let cell = self.state.top() - 1;
        if !matches!(self.state.slots[cell as usize].held, Held::Cell) {
            self.b.emit(Op::IncRef, &[object], Extra::default());
        }
        self.pop();
        let imm = std::ptr::from_ref::<Func>(func) as i64;
        self.b.emit(Op::StRecordOn, &[object], Extra { imm, aux: cell, exit: None });
        self.push_record(Callee::Known(func));
        self.state.slots[cell as usize].dirty = false;
    }
}
