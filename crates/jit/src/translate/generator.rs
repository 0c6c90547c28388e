//! `yield`, and the steps of `foreach` over generators.

use hhbc::imm::LocalId;
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{Exit, Op, Type};
use vm::func::PhpFunc;
use vm::machine::{Resuming, Way};

use super::state::Slot;
use super::{Then, Translator, homes};

/// The most cells of a generator's frame that are moved one by one.
const MOVED: usize = 24;

impl Translator<'_> {
    pub(super) fn generator(&mut self, at: usize, instr: &Instr) -> Option<Then> {
        match instr {
            Instr::Yield {} => self.yield_items(at, 1),
            Instr::YieldK {} => self.yield_items(at, 2),
            Instr::NativeImpl {} => self.resume_this(at),
            Instr::IterNext { value, .. } => self.resume(at, (*value, None)),
            Instr::IterNextK { value, key, .. } => self.resume(at, (*value, Some(*key))),
            _ => None,
        }
    }

    /// Yields the value, and under it the key, that are all the stack has.
    fn yield_items(&mut self, at: usize, items: usize) -> Option<Then> {
        let slots = self.hot.func.slots();
        if self.groups.count(at) != Some(1) || slots > MOVED || self.is_open {
            return None;
        }
        self.sync();
        let extra = Extra { imm: at as i64, aux: self.ways.len() as u32, exit: None };
        self.b.end(Op::Yield, &[], extra, Vec::new());
        self.forget_registers();
        self.b.block = self.way(Way::Behind(at));
        let depth = self.state.slots.len() - items;
        self.state.slots.truncate(depth);
        self.push_cell(Type::CELL);
        Some(Then::At(at + 1))
    }

    /// Resumes the generator whose function was seen at the step of a loop.
    fn resume(&mut self, at: usize, (value, key): (LocalId, Option<LocalId>)) -> Option<Then> {
        let func = self.code.profile().callee(at)?;
        let fits = func.as_php().is_some_and(PhpFunc::is_generator) && func.slots() <= MOVED;
        let is_bare = self.state.slots.len() == self.hot.func.slots();
        if !fits || !is_bare || self.groups.count(at) != Some(1) {
            return None;
        }
        let to = self.label(at)?;
        self.sync();
        self.calls.insert(at as u32, (func, 0));
        let aux = self.ways.len() as u32;
        let extra = Extra { imm: at as i64, aux, exit: None };
        self.b.end(Op::Resume, &[], extra, Vec::new());
        self.forget_registers();
        self.after_body(at);
        let next = self.way(Way::Behind(at));
        let taken = self.way(Way::Taken(to));
        let back = self.way(Way::Return(at));
        let state = self.state.clone();
        self.b.block = taken;
        self.go(self.target(to));
        self.state = state.clone();
        self.b.block = back;
        self.b.emit(Op::TakeYielded, &[], extra);
        self.refine_taken((at, to), value, key);
        self.go(self.target(to));
        self.state = state;
        self.b.block = next;
        self.go(self.target(at + 1));
        Some(Then::Ended)
    }

    /// The body of a method that resumes its generator.
    fn resume_this(&mut self, at: usize) -> Option<Then> {
        Resuming::of(self.php)?;
        if self.groups.count(at) != Some(1) || !self.has_this() {
            return None;
        }
        self.sync();
        let extra = Extra { imm: at as i64, aux: self.ways.len() as u32, exit: None };
        self.b.end(Op::ResumeThis, &[], extra, Vec::new());
        let behind = self.way(Way::Behind(at));
        let back = self.way(Way::Return(at));
        self.b.block = behind;
        self.leave();
        self.b.block = back;
        self.b.end(Op::LeaveMethod, &[], extra, Vec::new());
        Some(Then::Ended)
    }

    /// The locals of a loop have got what was yielded: the value is checked to be of the type that was
    /// seen, unless that has failed.
    fn refine_taken(&mut self, (at, to): (usize, usize), value: LocalId, key: Option<LocalId>) {
        for local in [Some(value), key].into_iter().flatten() {
            self.state.slots[local.0 as usize] = Slot::cell(Type::CELL);
        }
        let seen = self.seen_at(at);
        let ty = Type(seen.types());
        if seen.failed() || !ty.is_single() || ty.meets(Type(Type::REF.0 | Type::UNINIT.0)) {
            return;
        }
        let homes = homes(&self.state);
        let exit = Some(self.b.exit(Exit { site: to as u32, blame: at as u32, homes }));
        let extra = Extra { imm: i64::from(value.0), aux: u32::from(ty.0), exit };
        self.b.emit(Op::CheckCell, &[], extra);
        self.state.slots[value.0 as usize].ty = ty;
    }
}
