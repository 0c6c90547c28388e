//! Register allocation: a unit as `regalloc2` sees it, and the unit as it comes back.
//!
//! Blocks are numbered by their place in an order that keeps loops together. One instruction
//! before the entry block's first defines the unit's parameters.
//!
//! # Invariants
//! - Operands are collected and allocations handed out by the same walk over an instruction.
//! - The values of an exit record are read late, anywhere: they survive what the instruction
//!   writes. Those of a call record survive the call, and as such a call preserves no register,
//!   they are in the frame.
//! - Status flags are not allocated; moves between instructions leave them alone.

mod function;
mod text;

use std::panic::{AssertUnwindSafe, catch_unwind};

use regalloc2::{
    Algorithm, Allocation, Edit, MachineEnv, Output, PReg, PRegSet, RegAllocError, RegClass,
    RegallocOptions,
};

use crate::inst::{Alu, At, Class, Gpr, Inst, Rmi, Role, Visitor, Vreg, Xmm};
use crate::isa::host::abi::{self, RegSet};
use crate::unit::{BlockId, CallId, Conv, ExitId, List, LiveValue, Unit};
pub(crate) use function::Function;
pub use text::allocated_text;

/// How much effort goes into allocation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Allocator {
    /// One pass over each block: for code that has to be there soon.
    Fast,
    /// Backtracking with splitting and coalescing: for code that runs long.
    #[default]
    Backtracking,
}

/// Where a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Location {
    /// In a general-purpose register, by hardware number.
    Gpr(u8),
    /// In a floating-point register, by hardware number.
    Xmm(u8),
    /// In the native frame, this many bytes from rbp.
    Frame(i32),
    /// Nowhere: it is this constant.
    Imm(i64),
    /// What a checked operation started from, found from its wrapped result.
    Before(Undo),
}

/// How to find the first source of a checked operation that left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Undo {
    /// Addition or subtraction.
    pub op: Alu,
    /// The register of the result, by hardware number.
    pub result: u8,
    /// The second source: a register, by hardware number, or a constant.
    pub operand: UndoOperand,
}

/// The second source of a checked operation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UndoOperand {
    /// In a general-purpose register, by hardware number.
    Gpr(u8),
    /// In the instruction.
    Imm(i32),
}

impl Undo {
    /// For an instruction with the machine's registers; `None` when it has no such source.
    pub(crate) fn of(inst: &Inst) -> Option<Self> {
        let (op, b, d) = match *inst {
            Inst::Addqo { b, d, .. } => (Alu::Add, b, d),
            Inst::Subqo { b, d, .. } => (Alu::Sub, b, d),
            _ => return None,
        };
        let operand = match b {
            Rmi::Reg(r) => UndoOperand::Gpr(r.number()),
            Rmi::Imm(imm) => UndoOperand::Imm(imm),
            Rmi::Mem(_) => return None,
        };
        Some(Self { op, result: d.number(), operand })
    }

    /// The source, from the registers as they are.
    pub fn source(self, register: impl Fn(u8) -> u64) -> u64 {
        let result = register(self.result);
        let operand = match self.operand {
            UndoOperand::Gpr(number) => register(number),
            UndoOperand::Imm(imm) => i64::from(imm) as u64,
        };
        match self.op {
            Alu::Sub => result.wrapping_add(operand),
            _ => result.wrapping_sub(operand),
        }
    }
}

/// A place of the allocator's choice; spill slots count from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Spot {
    Gpr(u8),
    Xmm(u8),
    Slot(u32),
}

impl Spot {
    pub fn of(allocation: Allocation) -> Self {
        match (allocation.as_reg(), allocation.as_stack()) {
            (Some(reg), _) if reg.class() == RegClass::Int => Self::Gpr(reg.hw_enc() as u8),
            (Some(reg), _) => Self::Xmm(reg.hw_enc() as u8),
            (None, Some(slot)) => Self::Slot(slot.index() as u32),
            (None, None) => unreachable!("invariant: every operand has an allocation"),
        }
    }
}

/// Where allocation left a value of a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Found {
    Spot(Spot),
    Imm(i64),
    Source,
}

/// Memory that allocations use again and again.
pub(crate) struct Scratch {
    context: regalloc2::Ctx,
    environment: MachineEnv,
}

impl Default for Scratch {
    fn default() -> Self {
        let set = |class, bits: u16| -> PRegSet {
            (0..16).filter(|n| bits >> n & 1 == 1).map(|n| PReg::new(n, class)).collect()
        };
        let environment = MachineEnv {
            preferred_regs_by_class: [
                set(RegClass::Int, abi::ALLOCATED.gprs),
                set(RegClass::Float, abi::ALLOCATED.xmms),
                PRegSet::empty(),
            ],
            non_preferred_regs_by_class: [PRegSet::empty(); 3],
            scratch_by_class: [None; 3],
            fixed_stack_slots: Vec::new(),
        };
        Self { context: regalloc2::Ctx::default(), environment }
    }
}

impl std::fmt::Debug for Scratch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Scratch")
    }
}

/// What the allocator decided, with the function that it decided about.
pub(crate) struct Allocated<'s> {
    pub function: Function,
    pub output: &'s Output,
}

/// Allocates registers for the blocks of `order`.
pub(crate) fn run<'s>(
    unit: &Unit,
    order: &[BlockId],
    allocator: Allocator,
    scratch: &'s mut Scratch,
) -> Result<Allocated<'s>, RegAllocError> {
    let function = Function::new(unit, order);
    let mut attempt = |algorithm| {
        let options = RegallocOptions { algorithm, ..RegallocOptions::default() };
        let Scratch { context, environment } = &mut *scratch;
        let run = || regalloc2::run_with_ctx(&function, environment, &options, context).map(|_| ());
        // The allocator asserts that its problem has a solution; a unit without one costs itself.
        let result = catch_unwind(AssertUnwindSafe(run));
        result.unwrap_or_else(|_| {
            scratch.context = regalloc2::Ctx::default();
            Err(RegAllocError::TooManyLiveRegs)
        })
    };
    match allocator {
        Allocator::Fast => attempt(Algorithm::Fastalloc)?,
        // The backtracking allocator gives up on some instructions with very many operands.
        Allocator::Backtracking => {
            attempt(Algorithm::Ion).or_else(|_| attempt(Algorithm::Fastalloc))?;
        }
    }
    Ok(Allocated { function, output: &scratch.context.output })
}

impl Allocated<'_> {
    /// Proves with regalloc2's checker that the allocation keeps every value; tells what is wrong.
    pub fn check(&self, scratch_environment: &MachineEnv) -> Result<(), String> {
        let mut checker = regalloc2::checker::Checker::new(&self.function, scratch_environment);
        checker.prepare(self.output);
        checker.run().map_err(|errors| format!("{errors:?}"))
    }

    /// Which registers anything is written to.
    pub fn written(&self) -> RegSet {
        let mut set = self.function.clobbered;
        let mut add = |allocation: Allocation| match allocation.as_reg() {
            Some(reg) if reg.class() == RegClass::Int => set.gprs |= 1 << reg.hw_enc(),
            Some(reg) => set.xmms |= 1 << reg.hw_enc(),
            None => {}
        };
        self.output.allocs.iter().copied().for_each(&mut add);
        for (_, Edit::Move { to, .. }) in &self.output.edits {
            add(*to);
        }
        set
    }
}

/// The environment that allocations are made in, for the checker.
pub(crate) fn environment() -> MachineEnv {
    Scratch::default().environment
}

/// Puts allocations into an instruction, in the order in which its operands were collected.
pub(crate) struct Apply<'a> {
    pub unit: &'a Unit,
    pub allocations: std::slice::Iter<'a, Allocation>,
    /// Where the values of the instruction's record are.
    pub live: Vec<Found>,
}

impl Apply<'_> {
    fn next(&mut self) -> Spot {
        Spot::of(*self.allocations.next().expect("invariant: one allocation an operand"))
    }

    fn skip(&mut self, regs: &[Vreg]) {
        for _ in regs.iter().filter(|r| r.as_virt().is_some()) {
            self.allocations.next();
        }
    }

    /// One allocation for each distinct register; a later mention is where the first is.
    fn record(&mut self, live: &[LiveValue]) {
        for (at, value) in live.iter().enumerate() {
            let spot = match *value {
                LiveValue::Imm(v) => Found::Imm(v),
                LiveValue::Source => Found::Source,
                LiveValue::Reg(r) if r.as_virt().is_some() => {
                    match live[..at].iter().position(|earlier| earlier == value) {
                        Some(first) => self.live[first],
                        None => Found::Spot(self.next()),
                    }
                }
                LiveValue::Reg(r) => {
                    let number = r.as_gpr().and_then(Gpr::as_machine);
                    Found::Spot(Spot::Gpr(
                        number.expect("invariant: verified, a reserved register"),
                    ))
                }
            };
            self.live.push(spot);
        }
    }
}

impl Visitor for Apply<'_> {
    #[inline]
    fn gpr(&mut self, r: &mut Gpr, _role: Role) {
        if r.as_virt().is_some()
            && let Spot::Gpr(number) = self.next()
        {
            *r = Gpr::machine(number);
        }
    }

    #[inline]
    fn xmm(&mut self, r: &mut Xmm, _role: Role) {
        if r.as_virt().is_some()
            && let Spot::Xmm(number) = self.next()
        {
            *r = Xmm::machine(number);
        }
    }

    fn list(&mut self, list: List) {
        let unit = self.unit;
        self.skip(unit.regs(list));
    }

    fn call(&mut self, call: CallId) {
        let call = &self.unit.calls[call];
        self.skip(&call.args);
        if let Some(record) = &call.record {
            self.record(&record.live);
        }
        self.skip(&call.rets);
    }

    fn exit(&mut self, exit: ExitId) {
        self.record(&self.unit.exits[exit].live);
    }
}

/// What a call preserves: nothing when the stack may be walked while it runs.
fn call_clobbers(unit: &Unit, call: CallId) -> RegSet {
    let call = &unit.calls[call];
    if call.record.is_some() { abi::clobbers(Conv::Vm) } else { abi::clobbers(call.conv) }
}
