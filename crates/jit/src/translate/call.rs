//! Calls.

use hhbc::constraint::{Hint, TypeConstraint};
use hhbc::flags::{ACT_REC_CELLS, Flags};
use hhbc::imm::Param;
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{Op, Type};
use vm::machine::Way;

use super::state::{Held, Slot};
use super::{Then, Translator};

impl Translator<'_> {
    pub(super) fn call(&mut self, at: usize, instr: &Instr) -> Option<Then> {
        let next = Some(Then::At(at + 1));
        match instr {
            Instr::FPushFuncD { .. } => {
                let func = self.callees.at(at)?;
                self.push_record(Some(func));
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
                let params = &self.php.record().params;
                let ty = wanted(params.get(local.0 as usize)?.ty.as_ref()?)?;
                self.verify(local.0, ty)?;
                next
            }
            Instr::VerifyRetTypeC {} => {
                let ty = wanted(self.php.record().ret.as_ref()?)?;
                self.verify(self.state.top() - 1, ty)?;
                next
            }
            _ => None,
        }
    }

    /// Goes on when a cell has one of the types that a declaration asks for.
    fn verify(&mut self, cell: u32, wanted: Type) -> Option<()> {
        let slot = self.state.slots[cell as usize];
        if slot.ty.is(wanted) {
            return Some(());
        }
        if !matches!(slot.held, Held::Cell)
            || slot.dirty
            || !wanted.is_single()
            || !wanted.is(slot.ty)
            || self.seen_at(self.site).failed()
        {
            return None;
        }
        self.check_cell(cell, wanted);
        Some(())
    }

    /// Whether a parameter is known to be by value.
    fn by_value(&self, at: usize, param: &Param) -> Option<()> {
        let Param::At(param) = param else { return None };
        let func = self.callees.at(at)?;
        let (_, Some(pending)) = self.state.pending()? else { return None };
        (std::ptr::eq(func, pending) && !func.by_ref().has(*param)).then_some(())
    }

    fn f_call(&mut self, at: usize, count: u32) -> Option<Then> {
        let (cell, func) = self.state.pending()?;
        let func = func?;
        if func.as_native().is_some() {
            if self.intrinsic(func, cell, count).is_some() {
                return Some(Then::At(at + 1));
            }
            self.sync();
            self.state.slots.truncate(cell as usize);
            self.push(Slot::cell(Type::CELL));
            let extra = Extra { imm: at as i64, aux: count, exit: None };
            self.b.emit(Op::CallNative, &[], extra);
            if self.is_open {
                self.forget_locals();
            }
            return Some(Then::At(at + 1));
        }
        func.as_php()?;
        if func.exact_args() != count {
            return None;
        }
        self.sync();
        self.calls.insert(at as u32, (func, count));
        self.start_call(at, Op::CallPhp, cell, Type::CELL);
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
        self.start_call(at, Op::StepCall, cell, Type::ANY);
        Then::At(at + 1)
    }

    fn never_falls(&mut self, extra: Extra) -> Then {
        self.b.emit(Op::Step, &[], extra);
        self.leave();
        Then::Ended
    }

    /// Ends the block by a call; another one begins where it returns.
    fn start_call(&mut self, at: usize, op: Op, record: u32, result: Type) {
        let extra = Extra { imm: at as i64, aux: self.ways.len() as u32, exit: None };
        self.b.end(op, &[], extra, Vec::new());
        let block = self.b.unit.block();
        self.ways.push(Way::Return(at));
        self.b.unit.ways.push(block);
        self.b.block = block;
        self.state.slots.truncate(record as usize);
        for slot in &mut self.state.slots {
            if let Held::Reg(_) = slot.held {
                slot.held = Held::Cell;
            }
        }
        self.push(Slot::cell(result));
        if self.is_open {
            self.forget_locals();
        }
        debug_assert!(ACT_REC_CELLS == 3);
    }
}

/// The types that a declaration accepts as they are, when tags alone decide.
fn wanted(ty: &TypeConstraint) -> Option<Type> {
    if !ty.classes.is_empty() {
        return None;
    }
    Some(match ty.hints {
        Hint::int => Type::INT,
        Hint::float => Type::DBL,
        Hint::bool => Type::BOOL,
        Hint::string => Type::STR,
        Hint::array => Type::ARR,
        _ => return None,
    })
}
