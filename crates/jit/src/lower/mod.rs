//! From HHIR to Vasm.
//!
//! A unit is entered with the cell through which it was reached, the frame and the request; the number in
//! the cell says where in it to begin. The frame and the request stay in their reserved registers.
//!
//! # Invariants
//! - L1: constants are made where they are used: none lives longer than an instruction.

mod array;
mod closure;
mod control;
mod exit;
mod generator;
mod memory;
mod met;
mod object;
mod release;
mod scalar;
mod text;

use hhir::{BlockId, Inst, Op, Type, Unit, Val};
use rustc_hash::FxHashMap;
use vasm::{Area, Builder, Conv, ExitId, Gpr, LiveValue, Mem, Vreg, Xmm};
use vm::exec::Site;
use vm::func::Func;
use vm::machine::{FRAME, Helper, Ways};

pub use exit::{Plan, Write, tag_byte};

/// What lowering must know besides the code.
pub struct Context<'a> {
    /// The function.
    pub func: &'static Func,
    /// Its sites.
    pub sites: &'static [Site],
    /// The cells through which the code is entered.
    pub ways: &'a Ways,
    /// Known calls, by site.
    pub calls: &'a FxHashMap<u32, (&'static Func, u32)>,
}

impl Context<'_> {
    /// Whether a known call is one of the function itself, of which the code is the whole.
    fn calls_itself(&self, call: &Inst) -> bool {
        let (func, _) = self.calls[&(call.imm as u32)];
        std::ptr::eq(func, self.func) && self.ways.begins()
    }

    /// How far above the frame is the record of a known call.
    fn record_of(&self, call: &Inst) -> i32 {
        let record = self.sites[call.imm as u32 as usize].record as i32;
        (self.func.slots() as i32 + record) * 16
    }
}

/// Machine code in the making.
pub struct Lowered {
    /// The code.
    pub unit: vasm::Unit,
    /// What exits do, by their tag.
    pub plans: Vec<Plan>,
}

/// Lowers a unit.
pub fn lower(unit: &Unit, context: &Context<'_>, name: &str) -> Lowered {
    let mut out = vasm::Unit::new(name, Conv::Vm);
    let mut lower = Lower {
        unit,
        context,
        b: Builder::new(&mut out),
        regs: vec![None; unit.types.len()],
        constants: unit.constants(),
        blocks: FxHashMap::default(),
        fused: fused(unit),
        own_calls: own_calls(unit, context),
        plans: Vec::new(),
    };
    lower.run();
    let plans = lower.plans;
    Lowered { unit: out, plans }
}

struct Lower<'a, 'u> {
    unit: &'a Unit,
    context: &'a Context<'a>,
    b: Builder<'u>,
    regs: Vec<Option<Vreg>>,
    constants: Vec<Option<i64>>,
    blocks: FxHashMap<BlockId, vasm::BlockId>,
    /// Comparisons that nobody wants but the branch at the end of a block.
    fused: FxHashMap<Val, Inst>,
    /// The ways behind calls of the function itself, and how far above is the frame that they make.
    own_calls: Vec<(usize, i32)>,
    plans: Vec<Plan>,
}

/// A function that calls itself at more places does not ask behind which of them it goes on.
const OWN_CALLS: usize = 4;

/// The calls by which a function that is here as a whole calls itself: the way behind each, and how
/// far above is the frame that it makes.
fn own_calls(unit: &Unit, context: &Context<'_>) -> Vec<(usize, i32)> {
    let is_own = |inst: &&Inst| inst.op == Op::CallPhp && context.calls_itself(inst);
    let all = unit.blocks.as_slice().iter().flat_map(|block| &block.insts);
    let calls: Vec<(usize, i32)> = all
        .filter(is_own)
        .map(|call| (call.aux as usize, context.record_of(call) - FRAME))
        .collect();
    if calls.len() > OWN_CALLS { Vec::new() } else { calls }
}

/// Comparisons whose only use is a branch.
fn fused(unit: &Unit) -> FxHashMap<Val, Inst> {
    let mut uses: FxHashMap<Val, u32> = FxHashMap::default();
    let mut use_of = |val: Val| *uses.entry(val).or_default() += 1;
    for block in unit.blocks.as_slice() {
        for inst in &block.insts {
            inst.sources().iter().for_each(|val| use_of(*val));
            inst.edges.iter().flat_map(|edge| &edge.args).for_each(|val| use_of(*val));
            let homes = inst.exit.iter().flat_map(|exit| &unit.exits[*exit].homes);
            for home in homes {
                if let hhir::Source::Val(val) = home.source {
                    use_of(val);
                }
            }
        }
    }
    let branches = unit.blocks.as_slice().iter().filter_map(|block| block.insts.last());
    let wanted: Vec<Val> =
        branches.filter(|last| last.op == Op::Br).map(|last| last.args[0]).collect();
    let is_fused = |val: &Val| uses.get(val) == Some(&1) && wanted.contains(val);
    let all = unit.blocks.as_slice().iter().flat_map(|block| &block.insts);
    all.filter(|inst| matches!(inst.op, Op::CmpInt | Op::CmpDbl | Op::NotBool))
        .filter_map(|inst| Some((inst.dest.filter(is_fused)?, inst.clone())))
        .collect()
}

impl Lower<'_, '_> {
    fn run(&mut self) {
        let order = self.unit.order();
        let entry = self.b.block;
        for block in &order {
            let cold = self.unit.blocks[*block].is_cold;
            let made = self.b.new_block(if cold { Area::Cold } else { Area::Hot });
            self.blocks.insert(*block, made);
            for param in &self.unit.blocks[*block].params {
                let reg = match self.unit.types[*param] {
                    Type::DBL => self.b.xmm_param(made).into(),
                    _ => self.b.gpr_param(made).into(),
                };
                self.regs[param.0 as usize] = Some(reg);
            }
        }
        self.b.switch_to(entry);
        self.enter();
        for block in order {
            let made = self.blocks[&block];
            self.b.switch_to(made);
            let unit = self.unit;
            for inst in &unit.blocks[block].insts {
                self.inst(inst);
            }
        }
    }

    fn inst(&mut self, inst: &Inst) {
        if inst.op == Op::Const || inst.dest.is_some_and(|dest| self.fused.contains_key(&dest)) {
            return;
        }
        let done = self.scalar(inst)
            || self.memory(inst)
            || self.array(inst)
            || self.text(inst)
            || self.object(inst)
            || self.met(inst)
            || self.generator(inst)
            || self.control(inst);
        debug_assert!(done, "invariant: every row is lowered: {:?}", inst.op);
    }

    /// Says in which register a result is.
    fn define(&mut self, inst: &Inst, reg: impl Into<Vreg>) {
        let dest = inst.dest.expect("invariant: the row has a result");
        self.regs[dest.0 as usize] = Some(reg.into());
    }

    /// The register of a value.
    fn reg(&mut self, val: Val) -> Vreg {
        if let Some(bits) = self.constants[val.0 as usize] {
            return match self.unit.types[val] {
                Type::DBL => self.b.ldimmsd(bits).into(),
                _ => self.b.ldimmq(bits).into(),
            };
        }
        self.regs[val.0 as usize].expect("invariant: values are defined before they are used")
    }

    fn gpr(&mut self, val: Val) -> Gpr {
        self.reg(val).as_gpr().expect("invariant: the type is not that of a float")
    }

    fn xmm(&mut self, val: Val) -> Xmm {
        self.reg(val).as_xmm().expect("invariant: the type is that of a float")
    }

    /// The bits of a constant that fits an immediate.
    fn imm(&self, val: Val) -> Option<i32> {
        i32::try_from(self.constants[val.0 as usize]?).ok()
    }

    /// The payload of a value as bits.
    fn bits(&mut self, val: Val) -> Gpr {
        match self.unit.types[val] {
            Type::DBL => {
                let reg = self.xmm(val);
                self.b.movxq(reg)
            }
            _ => self.gpr(val),
        }
    }

    fn exit_of(&mut self, inst: &Inst) -> ExitId {
        let id = inst.exit.expect("invariant: the row leaves");
        let exit = &self.unit.exits[id];
        let tag = self.plans.len() as u32;
        let (plan, live) = exit::plan(exit, self.unit);
        self.plans.push(plan);
        let live = live
            .into_iter()
            .map(|val| match self.constants[val.0 as usize] {
                Some(bits) => LiveValue::Imm(bits),
                None => {
                    let reg = self.regs[val.0 as usize];
                    LiveValue::Reg(reg.expect("invariant: values are defined before"))
                }
            })
            .collect();
        self.b.unit.exits.push(vasm::Exit { tag, live })
    }

    /// Calls a helper.
    fn call(&mut self, helper: Helper, args: &[Vreg], rets: &[Vreg]) {
        let to = self.b.unit.symbol_at(helper.name(), helper.address());
        let record = self.b.call_record(Conv::C, args, rets);
        self.b.call(to, record);
    }

    fn block(&mut self, area: Area) -> vasm::BlockId {
        self.b.new_block(area)
    }

    /// Calls a helper that answers with a word.
    fn ask(&mut self, helper: Helper, args: &[Vreg]) -> Gpr {
        let answer = self.b.unit.fresh_gpr();
        self.call(helper, args, &[answer.into()]);
        answer
    }

    /// What a helper answers, such as the address that it found; leaves where that is zero.
    fn ask_or_leave(&mut self, inst: &Inst, helper: Helper, args: &[Vreg]) -> Gpr {
        let found = self.ask(helper, args);
        let exit = self.exit_of(inst);
        self.b.exittestq(vasm::Cc::E, found, found, exit);
        found
    }

    /// Defines an instruction by what `here` finds in place, or by `elsewhere` where `here` leaves
    /// to the cold block that it is given.
    fn either(
        &mut self,
        inst: &Inst,
        here: impl FnOnce(&mut Self, vasm::BlockId) -> Gpr,
        elsewhere: impl FnOnce(&mut Self) -> Gpr,
    ) {
        let d = self.either_in(Area::Hot, here, elsewhere);
        self.define(inst, d);
    }

    /// What `here` finds in place, or `elsewhere` where `here` leaves to the block that it is given; all of
    /// this is not expected.
    fn either_cold(
        &mut self,
        here: impl FnOnce(&mut Self, vasm::BlockId) -> Gpr,
        elsewhere: impl FnOnce(&mut Self) -> Gpr,
    ) -> Gpr {
        self.either_in(Area::Cold, here, elsewhere)
    }

    fn either_in(
        &mut self,
        area: Area,
        here: impl FnOnce(&mut Self, vasm::BlockId) -> Gpr,
        elsewhere: impl FnOnce(&mut Self) -> Gpr,
    ) -> Gpr {
        let (cold, join) = (self.block(Area::Cold), self.block(area));
        let d = self.b.gpr_param(join);
        let found = here(self, cold);
        self.jump_with(join, &[found.into()]);
        self.b.switch_to(cold);
        let found = elsewhere(self);
        self.jump_with(join, &[found.into()]);
        self.b.switch_to(join);
        d
    }

    /// Goes on in a block that takes values.
    fn jump_with(&mut self, to: vasm::BlockId, args: &[Vreg]) {
        let edge = self.b.edge(to, args);
        self.b.jmp(edge);
    }

    /// Goes on in a block without parameters.
    fn jump(&mut self, to: vasm::BlockId) {
        self.jump_with(to, &[]);
    }

    /// Branches to blocks without parameters, and goes on in `next`.
    fn branch(&mut self, cc: vasm::Cc, sf: vasm::Sf, taken: vasm::BlockId, next: vasm::BlockId) {
        let (taken, edge) = (self.b.edge(taken, &[]), self.b.edge(next, &[]));
        self.b.jcc(cc, sf, taken, edge);
        self.b.switch_to(next);
    }

    /// Branches to `taken`, and goes on in a new block that is expected.
    fn unless(&mut self, cc: vasm::Cc, sf: vasm::Sf, taken: vasm::BlockId) {
        self.unless_in(Area::Hot, (cc, sf), taken);
    }

    /// The same, and the new block is in an area.
    fn unless_in(&mut self, area: Area, (cc, sf): (vasm::Cc, vasm::Sf), taken: vasm::BlockId) {
        let next = self.block(area);
        self.branch(cc, sf, taken, next);
    }
}

/// The payload of a cell.
fn payload_of(cell: u32) -> Mem {
    Mem::at(Gpr::FP, cell as i32 * 16)
}

/// The tag of a cell.
fn tag_of(cell: u32) -> Mem {
    Mem::at(Gpr::FP, cell as i32 * 16 + 8)
}
