//! `$this` and methods.

use hhbc::func::Attrs;
use hhbc::imm::{BareThisOp, ClsRef};
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{Op, Type, Val};
use vm::exec::Site;
use vm::func::Func;
use vm::machine::{closure_class, known_class, known_method};

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
            Instr::FPushObjMethodD { .. } => return self.push_method(at),
            Instr::FPushCtorD { cls, .. } => return self.push_constructor(at, *cls),
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

    /// Begins the call of the method that this site met last; does all of it where that is a leaf.
    fn push_method(&mut self, at: usize) -> Option<Then> {
        if self.seen_at(at).failed() {
            return self.push_method_met(at);
        }
        let (class, func) = known_method(&self.sites[at])?;
        let was_seen = self.seen_at(at).types() != 0;
        let only = self.code.profile().callee(at);
        if was_seen && only.is_none_or(|only| !std::ptr::eq(only, func)) {
            return self.push_method_met(at);
        }
        let cell = self.state.top() - 1;
        let object = self.object_in(cell)?;
        self.check_class(object, class);
        if self.state.slots[cell as usize].is_free()
            && let Some(then) = self.leaf_of_locals(at, func, (Some(object), 1))
        {
            return Some(then);
        }
        self.begin_on(object, func);
        Some(Then::At(at + 1))
    }

    /// Makes an object of the class that this site met last, and begins the call of its constructor; the
    /// whole call where there is none and no argument.
    fn push_constructor(&mut self, at: usize, cls: ClsRef) -> Option<Then> {
        let known = known_class(self.php, &self.sites[at])?;
        let is_call = |site: &Site| matches!(&site.instr, Instr::FCall { args } if args.count == 0 && args.is_positional());
        let is_bare = self.sites.get(at + 1).is_some_and(is_call) && !self.region.is_leader(at + 1);
        if self.seen_at(at).failed() || known.constructor.is_none() && !is_bare {
            return None;
        }
        match cls {
            ClsRef::Named(_) => {}
            ClsRef::SelfCls if self.hot.func.scope()?.number() == known.class => {}
            ClsRef::Static => self.check_this_class(known.class)?,
            ClsRef::SelfCls | ClsRef::Parent => return None,
        }
        let exit = Some(self.exit());
        let aux = known.slot.unwrap_or(u32::MAX);
        let extra = Extra { imm: i64::from(known.class), aux, exit };
        let object = self.b.emit(Op::NewObject, &[], extra)?;
        let cell = self.state.top();
        self.b.emit(Op::PutObj, &[object], Extra { imm: cell.into(), ..Extra::default() });
        self.push_cell(Type::OBJ);
        let Some(func) = known.constructor else {
            self.push(Slot::tag(Type::NULL));
            return Some(Then::At(at + 2));
        };
        self.b.emit(Op::IncRef, &[object], Extra::default());
        self.put_record(object, func);
        Some(Then::At(at + 1))
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
        self.put_record(object, func);
    }

    /// Pushes the record of a call on an object, whose count it takes over.
    fn put_record(&mut self, object: Val, func: &'static Func) {
        let cell = self.state.top();
        let imm = std::ptr::from_ref::<Func>(func) as i64;
        self.b.emit(Op::StRecordOn, &[object], Extra { imm, aux: cell, exit: None });
        self.push_record(Callee::Known(func));
        self.state.slots[cell as usize].dirty = false;
    }
}
