//! Jumps and returns, and which room translates what.

use hhbc::flags::Flags;
use hhbc::func::Attrs;
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::inst::Cmp;
use hhir::{Op, Type, Val};

use super::state::{Held, Slot};
use super::{Then, Translator};

/// How many locals are given up in place where a function returns.
const RELEASED: usize = 12;

impl Translator<'_> {
    /// Translates the site `at`, which is the one of exits now.
    pub(super) fn instr(&mut self, at: usize) -> Then {
        if self.fused.contains(&at)
            && let Some(then) = self.run_group(at)
        {
            return then;
        }
        let instr = &self.sites[at].instr;
        let done = self
            .class_member(at, instr)
            .or_else(|| self.local(at, instr))
            .or_else(|| self.arith(at, instr))
            .or_else(|| self.text(at, instr))
            .or_else(|| self.constant(at, instr))
            .or_else(|| self.control(at, instr))
            .or_else(|| self.call(at, instr))
            .or_else(|| self.object(at, instr))
            .or_else(|| self.member(at, instr))
            .or_else(|| self.iter(at, instr))
            .or_else(|| self.generator(at, instr));
        done.unwrap_or_else(|| self.body(at))
    }

    fn control(&mut self, at: usize, instr: &Instr) -> Option<Then> {
        match instr {
            Instr::Nop {} | Instr::AssertRATL { .. } | Instr::AssertRATStk { .. } => {
                Some(Then::At(at + 1))
            }
            Instr::Jmp { .. } | Instr::JmpNS { .. } => {
                let to = self.label(at)?;
                self.go(self.target(to));
                Some(Then::Ended)
            }
            Instr::JmpZ { .. } => self.jump_if(at, false),
            Instr::JmpNZ { .. } => self.jump_if(at, true),
            Instr::JmpNull { .. } => self.jump_null(at, true),
            Instr::JmpNotNull { .. } => self.jump_null(at, false),
            Instr::RetC {} => self.ret(),
            Instr::Switch { base, targets } => self.switch_int(at, (*base, targets)),
            Instr::SSwitch { cases } => self.switch_text(at, cases),
            _ => None,
        }
    }

    /// Whether a stack item is true; none where that is not seen at once.
    pub(super) fn truth(&mut self, cell: u32) -> Option<Val> {
        let slot = self.state.slots[cell as usize];
        if slot.ty == Type::NULL && slot.is_free() {
            return Some(self.b.constant(Type::BOOL, 0));
        }
        if let Held::Alias(local) = slot.held
            && !slot.ty.is_scalar()
            && !slot.ty.meets(Type(Type::REF.0 | Type::UNINIT.0))
        {
            if slot.ty == Type::ARR {
                let array = self.b.given(Op::LdCell, &[], i64::from(local), Type::ARR);
                let count = self.b.emit(Op::CountArr, &[array], Extra::default())?;
                let zero = self.b.int(0);
                return Some(self.b.compare(Op::CmpInt, Cmp::Ne, count, zero));
            }
            return self.b.emit(
                Op::TruthCell,
                &[],
                Extra { imm: local.into(), ..Extra::default() },
            );
        }
        let val = self.scalar(cell).filter(|_| slot.ty.is_scalar())?;
        Some(match slot.ty {
            Type::BOOL => val,
            Type::INT => {
                let zero = self.b.int(0);
                self.b.compare(Op::CmpInt, Cmp::Ne, val, zero)
            }
            _ => {
                let zero = self.b.constant(Type::DBL, 0);
                self.b.compare(Op::CmpDbl, Cmp::Ne, val, zero)
            }
        })
    }

    /// Whether the item on top is true, which is in its cell, and is given up.
    fn owned_truth(&mut self, at: usize) -> Option<Val> {
        let (slot, top) = (self.state.under(0), self.state.top() - 1);
        let is_known = slot.is_written() && slot.ty.meets(Type::COUNTED);
        if !is_known || slot.ty.meets(Type(Type::REF.0 | Type::UNINIT.0)) {
            return None;
        }
        // A destructor may look at the locals, or throw.
        self.sync();
        let extra = Extra { imm: top.into(), ..Extra::default() };
        let truth = self.b.emit(Op::TruthCell, &[], extra)?;
        self.drop_cell(top, slot.ty, at);
        if self.is_open {
            self.forget_locals();
        }
        Some(truth)
    }

    fn jump_if(&mut self, at: usize, sense: bool) -> Option<Then> {
        let to = self.label(at)?;
        let truth = match self.owned_truth(at) {
            Some(truth) => truth,
            None => self.truth(self.state.top() - 1)?,
        };
        self.pop();
        if let Some(known) = self.b.known(truth) {
            let goes = (known != 0) == sense;
            self.go(self.target(if goes { to } else { at + 1 }));
            return Some(Then::Ended);
        }
        let (taken, next) = (self.target(to), self.target(at + 1));
        let ways = if sense { (taken, next) } else { (next, taken) };
        self.branch(Op::Br, &[truth], Extra::default(), ways);
        Some(Then::Ended)
    }

    /// `JmpNull` and `JmpNotNull`, which leave the item.
    fn jump_null(&mut self, at: usize, sense: bool) -> Option<Then> {
        let ty = self.state.under(0).ty;
        let null = Type(Type::NULL.0 | Type::UNINIT.0);
        let is_null = if ty.is(null) {
            true
        } else if !ty.meets(null) {
            false
        } else {
            return self.jump_null_cell(at, sense);
        };
        let to = self.label(at)?;
        self.go(self.target(if is_null == sense { to } else { at + 1 }));
        Some(Then::Ended)
    }

    /// The same of an item whose cell must be looked at.
    fn jump_null_cell(&mut self, at: usize, sense: bool) -> Option<Then> {
        let top = self.state.top() - 1;
        let slot = self.state.slots[top as usize];
        let cell = match slot.held {
            Held::Alias(local) => local,
            Held::Cell if !slot.dirty => top,
            _ => return None,
        };
        if slot.ty.meets(Type(Type::UNINIT.0 | Type::REF.0)) {
            return None;
        }
        let to = self.label(at)?;
        let extra = Extra { imm: i64::from(cell), ..Extra::default() };
        let is_null = self.b.emit(Op::IsNullCell, &[], extra)?;
        let (taken, next) = (self.target(to), self.target(at + 1));
        let ways = if sense { (taken, next) } else { (next, taken) };
        self.branch(Op::Br, &[is_null], Extra::default(), ways);
        Some(Then::Ended)
    }

    fn ret(&mut self) -> Option<Then> {
        let top = self.state.top() - 1;
        let slots = self.hot.func.slots();
        let slot = self.state.slots[top as usize];
        let bare = self.state.slots[..slots].iter().all(|slot| !slot.ty.meets(Type::COUNTED));
        let only = top as usize == slots;
        if !only || self.php.record().attrs.has(Attrs::generator) {
            return None;
        }
        match slot.held {
            Held::Reg(val) if bare && self.php.record().frame.num_iters == 0 => {
                self.b.end(Op::Ret, &[val], Extra::default(), Vec::new());
            }
            Held::Record(_) | Held::Pad => return None,
            Held::Alias(local) => {
                self.pop();
                self.ret_cell(local);
            }
            _ => self.ret_cell(top),
        }
        Some(Then::Ended)
    }

    /// Returns what belongs in a cell; gives up in place what a few locals hold.
    fn ret_cell(&mut self, top: u32) {
        self.sync();
        let result = i64::from(top);
        let locals = &self.state.slots[..self.hot.func.slots()];
        let counted: Vec<(u32, Type)> = (0..).zip(locals.iter().map(|slot| slot.ty)).collect();
        let is_given = |(cell, ty): &(u32, Type)| *cell != top && ty.meets(Type::COUNTED);
        let counted = counted.into_iter().filter(is_given);
        let counted: Vec<(u32, Type)> = counted.collect();
        let few = counted.len() <= RELEASED;
        for (cell, ty) in counted.into_iter().filter(|_| few) {
            let imm = i64::from(cell) | result << 32;
            self.b.emit(Op::RelCell, &[], Extra { imm, aux: u32::from(ty.0), exit: None });
        }
        let op = if few { Op::RetBare } else { Op::RetCell };
        self.b.end(op, &[], Extra { imm: result, ..Extra::default() }, Vec::new());
    }

    /// Runs the fused instruction that begins at a site, or its op body.
    fn body(&mut self, at: usize) -> Then {
        self.leave_group(at);
        if let Some(then) = self.run_group(at) {
            return then;
        }
        let site = &self.sites[at];
        let op = site.instr.op();
        if !op.has(Flags::Terminal) {
            *self.bodies.entry(op.name()).or_default() += 1;
        }
        self.sync();
        let extra = Extra { imm: at as i64, ..Extra::default() };
        let labels = site.instr.labels();
        if op.has(Flags::Call) {
            return self.call_body(at);
        }
        self.after_body(at);
        match labels.len() {
            1 => {
                let Some(to) = self.label(at) else { return self.never(extra) };
                let next = if op.has(Flags::Terminal) { to } else { at + 1 };
                let ways = (self.target(to), self.target(next));
                self.branch(Op::StepBr, &[], extra, ways);
                Then::Ended
            }
            0 if !op.has(Flags::Terminal) => {
                self.b.emit(Op::Step, &[], extra);
                Then::At(at + 1)
            }
            _ => self.never(extra),
        }
    }

    /// Runs a body that never falls through.
    fn never(&mut self, extra: Extra) -> Then {
        self.b.emit(Op::Step, &[], extra);
        self.leave();
        Then::Ended
    }

    /// Pushes a slot that holds a value in its cell.
    pub(super) fn push_cell(&mut self, ty: Type) {
        self.push(Slot::cell(ty));
    }
}
