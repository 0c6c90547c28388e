//! Calls.

use hhbc::constraint::{Hint, TypeConstraint};
use hhbc::flags::Flags;
use hhbc::func::Attrs;
use hhbc::imm::Param;
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{Op, Type};
use vm::machine::Way;

use super::state::{Callee, Slot};
use super::{Then, Translator};

pub(super) const NULL_OR_OBJ: Type = Type(Type::NULL.0 | Type::OBJ.0);

impl Translator<'_> {
    pub(super) fn call(&mut self, at: usize, instr: &Instr) -> Option<Then> {
        let next = Some(Then::At(at + 1));
        match instr {
            Instr::FPushFuncD { .. } => {
                let func = self.callees.at(at)?;
                if let Some(then) = self.leaf_of_locals(at, func, (None, 0)) {
                    return Some(then);
                }
                self.push_record(Callee::Known(func));
                next
            }
            Instr::FPushFunc { .. } => {
                self.push_closure(at)?;
                next
            }
            Instr::FPassL { param, local } if self.by_reference(at, param) => {
                self.is_reference(local.0, self.seen_at(at).types() != 0).then_some(())?;
                self.push_reference(local.0);
                next
            }
            Instr::FPassL { param, local } => {
                self.by_value(at, param)?;
                let slot = self.get_local(local.0)?;
                self.push(slot);
                next
            }
            Instr::FPassC { .. } => next,
            Instr::FPassCE { param } | Instr::FPassCW { param } | Instr::FPassR { param } => {
                self.by_value(at, param)?;
                (!self.state.under(0).ty.meets(Type::REF)).then_some(Then::At(at + 1))
            }
            Instr::FCall { args } if args.is_positional() => self.f_call(at, args.count),
            Instr::VerifyParamType { local } => {
                let param = self.php.record().params.get(local.0 as usize)?;
                if param.attrs.has(Attrs::variadic) {
                    return None;
                }
                self.verify(local.0, param.ty.as_ref()?)?;
                next
            }
            Instr::VerifyRetTypeC {} => {
                self.verify(self.state.top() - 1, self.php.record().ret.as_ref()?)?;
                next
            }
            _ => None,
        }
    }

    /// Goes on when a cell has one of the types that a declaration asks for as they are, or is what
    /// passed here before.
    fn verify(&mut self, cell: u32, declared: &TypeConstraint) -> Option<()> {
        let slot = self.state.slots[cell as usize];
        let plain = plain_types(declared);
        if slot.ty.is(plain) {
            return Some(());
        }
        if self.seen_at(self.site).failed() {
            return self.verify_met(cell, declared);
        }
        let seen = Type(self.seen_at(self.site).types());
        if slot.ty == Type::REF && slot.is_written() {
            let inner = Type(seen.0 & !Type::REF.0);
            (inner.is_single() && inner.is(plain)).then_some(())?;
            self.value_in_reference(cell, inner);
            return Some(());
        }
        if self.widen(cell, (declared, seen)).is_some() {
            return Some(());
        }
        // An object that became a string passed as another value than it was.
        let class = self.code.profile().class(self.site).filter(|_| !plain.meets(Type::STR));
        if seen == Type::OBJ && class.is_some() {
            if declared.hints.has(Hint::r#static) {
                self.check_this_class(class?)?;
            }
            let object = self.object_in(cell)?;
            self.check_class(object, class?);
            return Some(());
        }
        if let (NULL_OR_OBJ, Some(class), true) = (seen, class, slot.is_written())
            && declared.hints.has(Hint::null)
            && !declared.hints.has(Hint::r#static)
        {
            let exit = Some(self.exit());
            let extra = Extra { imm: i64::from(class), aux: cell, exit };
            self.b.emit(Op::CheckNullable, &[], extra);
            self.narrow(cell, seen);
            return Some(());
        }
        if !seen.is_single() || !seen.is(plain) || !seen.is(slot.ty) || !slot.is_written() {
            return None;
        }
        self.check_cell(cell, seen);
        Some(())
    }

    /// Makes a float of the int that a local or item may be which is declared to be a float.
    fn widen(&mut self, cell: u32, (declared, seen): (&TypeConstraint, Type)) -> Option<()> {
        let slot = self.state.slots[cell as usize];
        let plain = plain_types(declared);
        if !plain.meets(Type::DBL) || plain.meets(Type::INT) || !seen.is(Type::NUM) {
            return None;
        }
        let val = if slot.ty.is_scalar() && slot.ty.is(Type::NUM) {
            let val = self.scalar(cell)?;
            self.as_double(val)
        } else if seen.meets(Type::INT) && Type::NUM.is(slot.ty) && slot.is_written() {
            self.check_cell(cell, Type::NUM);
            let extra = Extra { imm: i64::from(cell), ..Extra::default() };
            self.b.emit(Op::CellToDbl, &[], extra)?
        } else {
            return None;
        };
        self.state.slots[cell as usize] = Slot::reg(Type::DBL, val);
        Some(())
    }

    /// Leaves unless `$this` is of a class.
    pub(super) fn check_this_class(&mut self, class: u32) -> Option<()> {
        if !self.has_this() {
            return None;
        }
        let this = self.this();
        self.check_class(this, class);
        Some(())
    }

    /// Whether a parameter is known to be by value.
    pub(super) fn by_value(&self, at: usize, param: &Param) -> Option<()> {
        let Param::At(param) = param else { return None };
        let takes = match self.state.pending()?.1 {
            Callee::Any => false,
            Callee::ByValue => true,
            Callee::Known(func) => !func.by_ref().has(*param),
        };
        (self.sites[at].record != u32::MAX && takes).then_some(())
    }

    /// Whether a parameter is known to be by reference.
    fn by_reference(&self, at: usize, param: &Param) -> bool {
        let (Param::At(param), Some((_, Callee::Known(func)))) = (param, self.state.pending())
        else {
            return false;
        };
        self.sites[at].record != u32::MAX && func.as_php().is_some() && func.by_ref().has(*param)
    }

    fn f_call(&mut self, at: usize, count: u32) -> Option<Then> {
        let (cell, Callee::Known(func)) = self.state.pending()? else { return None };
        if func.as_native().is_some() {
            let done = self.intrinsic(func, cell, count);
            return done
                .or_else(|| self.call_pure(at, func, (cell, count)))
                .map(|()| Then::At(at + 1));
        }
        func.as_php()?;
        let first = cell + hhbc::flags::ACT_REC_CELLS;
        let is_bare = self.state.slots[cell as usize].dirty && func.exact_args() == count;
        if is_bare && self.leaf_of_items(func, first).is_some() {
            return Some(Then::At(at + 1));
        }
        if func.exact_args() != count && func.closure_args() != count {
            return None;
        }
        let is_new = std::mem::take(&mut self.state.slots[cell as usize].dirty);
        self.sync();
        self.calls.insert(at as u32, (func, count));
        let by_ref = func.as_php()?.record().attrs.has(Attrs::by_ref);
        let ty = if by_ref { Type::ANY } else { Type::CELL };
        self.start_call((at, is_new), Op::CallPhp, cell, ty);
        Some(Then::At(at + 1))
    }

    /// Starts a call by its op body. Everything is in its cell.
    pub(super) fn call_body(&mut self, at: usize) -> Then {
        let op = self.sites[at].instr.op();
        let Some((cell, _)) = self.state.pending() else {
            let extra = Extra { imm: at as i64, ..Extra::default() };
            return self.never_falls(extra);
        };
        if !matches!(self.sites[at].instr, Instr::FCall { .. } | Instr::FCallD { .. }) {
            debug_assert!(op.has(Flags::Call));
            self.state.slots.truncate(cell as usize);
            if self.is_open {
                self.forget_locals();
            }
            self.push(Slot::cell(Type::ANY));
            let extra = Extra { imm: at as i64, ..Extra::default() };
            self.b.emit(Op::Step, &[], extra);
            return Then::At(at + 1);
        }
        self.start_call((at, false), Op::StepCall, cell, Type::ANY);
        Then::At(at + 1)
    }

    fn never_falls(&mut self, extra: Extra) -> Then {
        self.b.emit(Op::Step, &[], extra);
        self.leave();
        Then::Ended
    }

    /// Ends the block by the call of a site, whose record is written by it when that is `new`; another one
    /// begins where it returns.
    fn start_call(&mut self, (at, new): (usize, bool), op: Op, record: u32, result: Type) {
        let imm = at as i64 | i64::from(new) << 32;
        let extra = Extra { imm, aux: self.ways.len() as u32, exit: None };
        self.b.end(op, &[], extra, Vec::new());
        self.b.block = self.way(Way::Return(at));
        self.state.slots.truncate(record as usize);
        self.forget_registers();
        self.push(Slot::cell(result));
        if self.is_open {
            self.forget_locals();
        }
    }
}

/// The types that a declaration accepts as they are, whatever the value.
pub(super) fn plain_types(ty: &TypeConstraint) -> Type {
    let rows = [
        (Hint::int, Type::INT),
        (Hint::float, Type::DBL),
        (Hint::bool, Type::BOOL),
        (Hint::string, Type::STR),
        (Hint::array, Type::ARR),
        (Hint::object, Type::OBJ),
        (Hint::null, Type::NULL),
    ];
    if ty.hints.has(Hint::mixed) {
        return Type::CELL;
    }
    let named = rows.iter().filter(|(hint, _)| ty.hints.has(*hint));
    named.fold(Type::NONE, |all, (_, ty)| all | *ty)
}
