//! The shape of a unit in `regalloc2`'s terms.

use regalloc2::{
    Block, Inst as RaInst, InstRange, Operand, OperandConstraint, OperandKind, OperandPos, PReg,
    PRegSet, RegClass, VReg,
};
use stdx::id::Id;

use super::{
    At, CallId, Class, ExitId, Gpr, Inst, List, LiveValue, Role, Unit, Visitor, Vreg, Xmm,
};
use super::{RegSet, abi, call_clobbers};
use crate::inst::Effects;
use crate::unit::{BlockId, Edge};

/// Consecutive runs of items, one run an index.
#[derive(Debug)]
struct Runs<T> {
    items: Vec<T>,
    ends: Vec<u32>,
}

impl<T> Runs<T> {
    fn with_capacity(runs: usize, items: usize) -> Self {
        Self { items: Vec::with_capacity(items), ends: Vec::with_capacity(runs) }
    }

    fn end_run(&mut self) {
        self.ends.push(self.items.len() as u32);
    }

    #[inline]
    fn run(&self, index: usize) -> &[T] {
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.items[start as usize..self.ends[index] as usize]
    }
}

/// A unit in `regalloc2`'s terms.
#[derive(Debug)]
pub(crate) struct Function {
    operands: Runs<Operand>,
    /// Terminators: whether the instruction leaves the unit.
    returns: Vec<bool>,
    branches: Vec<bool>,
    /// Instructions with clobbers, ascending.
    clobbers: Vec<(u32, PRegSet)>,
    block_ends: Vec<u32>,
    succs: Runs<Block>,
    preds: Runs<Block>,
    params: Runs<VReg>,
    /// Arguments by edge: block × 2 + successor.
    args: Runs<VReg>,
    virtuals: usize,
    /// Every register that an instruction leaves garbage in.
    pub clobbered: RegSet,
}

impl Function {
    pub fn new(unit: &Unit, order: &[BlockId]) -> Self {
        let insts = 1 + order.iter().map(|b| unit.blocks[*b].insts.len()).sum::<usize>();
        let blocks = order.len();
        let mut f = Self {
            operands: Runs::with_capacity(insts, insts * 3),
            returns: vec![false; insts],
            branches: vec![false; insts],
            clobbers: Vec::new(),
            block_ends: Vec::with_capacity(blocks),
            succs: Runs::with_capacity(blocks, blocks * 2),
            preds: Runs::with_capacity(blocks, blocks * 2),
            params: Runs::with_capacity(blocks, blocks),
            args: Runs::with_capacity(blocks * 2, blocks * 2),
            virtuals: unit.virtual_count() as usize,
            clobbered: RegSet::default(),
        };
        f.define_params(unit);
        for &block in order {
            f.add_block(unit, block);
        }
        f.add_edges(unit, order);
        f.forget_unused_classes();
        f
    }

    /// Leaves out that registers of a class are written over where no value is of that class: each costs
    /// the allocator a range at every call.
    fn forget_unused_classes(&mut self) {
        let is_float = |operand: &Operand| operand.class() == RegClass::Float;
        if !self.operands.items.iter().any(is_float) {
            let gprs = preg_set(RegSet { gprs: u16::MAX, ..RegSet::default() });
            for (_, clobbers) in &mut self.clobbers {
                clobbers.intersect_from(gprs);
            }
        }
    }

    fn define_params(&mut self, unit: &Unit) {
        let mut places = abi::Places::args();
        for &param in &unit.blocks[unit.entry()].params {
            let at = At::Fixed(places.next(param.class()).expect("invariant: verified arity"));
            self.operands.items.extend(operand(param, Role::Def(at)));
        }
        self.operands.end_run();
    }

    fn add_block(&mut self, unit: &Unit, block: BlockId) {
        for inst in &unit.blocks[block].insts {
            let index = self.operands.ends.len();
            let mut clobbers = RegSet::default();
            let mut copy = *inst;
            copy.visit(&mut Collect {
                unit,
                inst,
                first: self.operands.items.len(),
                operands: &mut self.operands.items,
                clobbers: &mut clobbers,
            });
            self.operands.end_run();
            if clobbers != RegSet::default() {
                self.clobbers.push((index as u32, preg_set(clobbers)));
                self.clobbered.gprs |= clobbers.gprs;
                self.clobbered.xmms |= clobbers.xmms;
            }
            if inst.ends() {
                let branches = matches!(inst, Inst::Jmp { .. } | Inst::Jcc { .. });
                self.branches[index] = branches;
                self.returns[index] = !branches;
            }
        }
        self.block_ends.push(self.operands.ends.len() as u32);
        if block != unit.entry() {
            self.params.items.extend(unit.blocks[block].params.iter().map(|p| vreg(*p)));
        }
        self.params.end_run();
    }

    fn add_edges(&mut self, unit: &Unit, order: &[BlockId]) {
        let mut place = vec![u32::MAX; unit.blocks.len()];
        for (index, block) in order.iter().enumerate() {
            place[block.index()] = index as u32;
        }
        let mut counts = vec![0u32; order.len() + 1];
        for &block in order {
            for edge in unit.edges(block) {
                let succ = place[edge.block.index()];
                counts[succ as usize + 1] += 1;
                self.succs.items.push(Block::new(succ as usize));
                self.args.items.extend(unit.regs(edge.args).iter().map(|r| vreg(*r)));
                self.args.end_run();
            }
            self.succs.end_run();
            self.args.ends.resize(2 * self.succs.ends.len(), self.args.items.len() as u32);
        }
        self.add_preds(counts);
    }

    fn add_preds(&mut self, mut starts: Vec<u32>) {
        for index in 1..starts.len() {
            starts[index] += starts[index - 1];
        }
        self.preds.ends = starts[1..].to_vec();
        self.preds.items = vec![Block::invalid(); self.succs.items.len()];
        for block in 0..self.succs.ends.len() {
            for succ in self.succs.run(block) {
                let start = &mut starts[succ.index()];
                self.preds.items[*start as usize] = Block::new(block);
                *start += 1;
            }
        }
    }
}

fn class(class: Class) -> RegClass {
    match class {
        Class::Gpr => RegClass::Int,
        Class::Xmm => RegClass::Float,
    }
}

fn vreg(r: Vreg) -> VReg {
    let index = r.as_virt().expect("invariant: verified, parameters and arguments are virtual");
    VReg::new(index as usize, class(r.class()))
}

fn preg_set(set: RegSet) -> PRegSet {
    let mut pregs = PRegSet::empty();
    for n in 0..16 {
        if set.gprs >> n & 1 == 1 {
            pregs.add(PReg::new(n, RegClass::Int));
        }
        if set.xmms >> n & 1 == 1 {
            pregs.add(PReg::new(n, RegClass::Float));
        }
    }
    pregs
}

/// The operand for a virtual register; reserved machine registers are none of the allocator's.
#[inline]
fn operand(r: Vreg, role: Role) -> Option<Operand> {
    let index = r.as_virt()?;
    let class = class(r.class());
    let (kind, at) = match role {
        Role::Use(at) => (OperandKind::Use, at),
        Role::Def(at) => (OperandKind::Def, at),
    };
    let constraint = match at {
        At::Reg | At::Late => OperandConstraint::Reg,
        At::Fixed(number) => OperandConstraint::FixedReg(PReg::new(number as usize, class)),
        At::Tied => OperandConstraint::Reuse(0),
    };
    let pos = match (kind, at) {
        (OperandKind::Use, At::Late) | (OperandKind::Def, _) => OperandPos::Late,
        (OperandKind::Use, _) => OperandPos::Early,
    };
    Some(Operand::new(VReg::new(index as usize, class), constraint, kind, pos))
}

struct Collect<'a> {
    unit: &'a Unit,
    inst: &'a Inst,
    operands: &'a mut Vec<Operand>,
    /// Where the instruction's operands start.
    first: usize,
    clobbers: &'a mut RegSet,
}

impl Collect<'_> {
    fn placed(&mut self, regs: &[Vreg], mut places: abi::Places, role: fn(At) -> Role) -> RegSet {
        let mut used = RegSet::default();
        for &r in regs {
            let number = places.next(r.class()).expect("invariant: verified arity");
            match r.class() {
                Class::Gpr => used.gprs |= 1 << number,
                Class::Xmm => used.xmms |= 1 << number,
            }
            self.operands.extend(operand(r, role(At::Fixed(number))));
        }
        used
    }

    fn record(&mut self, live: &[LiveValue]) {
        let mut left = LIVE_ANYWHERE;
        for (r, index) in distinct(live) {
            let v = VReg::new(index as usize, class(r.class()));
            let left = &mut left[r.class() as usize];
            let own = self.operands[self.first..].iter().any(|o| o.vreg() == v);
            let constraint = if *left > 0 || own {
                *left = left.saturating_sub(1);
                OperandConstraint::Any
            } else {
                OperandConstraint::Stack
            };
            self.operands.push(Operand::new(v, constraint, OperandKind::Use, OperandPos::Late));
        }
    }
}

/// The virtual registers of a record, each at its first mention.
fn distinct(live: &[LiveValue]) -> impl Iterator<Item = (Vreg, u32)> {
    live.iter().enumerate().filter_map(|(at, value)| match *value {
        LiveValue::Reg(r) if !live[..at].contains(value) => r.as_virt().map(|index| (r, index)),
        LiveValue::Reg(_) | LiveValue::Imm(_) | LiveValue::Source => None,
    })
}

/// How many values of a record may be in registers, by class; the rest are in the frame. The
/// backtracking allocator does not move a value that may be anywhere out of a register for one
/// that needs it in the same instruction, so registers for the instruction's own operands are
/// kept free.
const LIVE_ANYWHERE: [u32; 2] = [7, 11];

impl Visitor for Collect<'_> {
    #[inline]
    fn gpr(&mut self, r: &mut Gpr, role: Role) {
        self.operands.extend(operand((*r).into(), role));
    }

    #[inline]
    fn xmm(&mut self, r: &mut Xmm, role: Role) {
        self.operands.extend(operand((*r).into(), role));
    }

    fn list(&mut self, list: List) {
        let places = match self.inst {
            Inst::Ret { .. } => abi::Places::results(),
            _ => abi::Places::args(),
        };
        self.placed(self.unit.regs(list), places, Role::Use);
    }

    fn call(&mut self, id: CallId) {
        let unit = self.unit;
        let call = &unit.calls[id];
        self.placed(&call.args, abi::Places::args(), Role::Use);
        if let Some(record) = &call.record {
            self.record(&record.live);
        }
        let results = self.placed(&call.rets, abi::Places::results(), Role::Def);
        let all = call_clobbers(unit, id);
        self.clobbers.gprs |= all.gprs & !results.gprs;
        self.clobbers.xmms |= all.xmms & !results.xmms;
    }

    fn exit(&mut self, exit: ExitId) {
        let unit = self.unit;
        self.record(&unit.exits[exit].live);
    }

    fn edge(&mut self, _edge: &mut Edge) {
        debug_assert!(self.inst.effects().has(Effects::ENDS), "invariant: only terminators branch");
    }
}

impl regalloc2::Function for Function {
    fn num_insts(&self) -> usize {
        self.returns.len()
    }

    fn num_blocks(&self) -> usize {
        self.block_ends.len()
    }

    fn entry_block(&self) -> Block {
        Block::new(0)
    }

    fn block_insns(&self, block: Block) -> InstRange {
        let start = match block.index() {
            0 => 0,
            index => self.block_ends[index - 1],
        };
        let end = self.block_ends[block.index()];
        InstRange::new(RaInst::new(start as usize), RaInst::new(end as usize))
    }

    fn block_succs(&self, block: Block) -> &[Block] {
        self.succs.run(block.index())
    }

    fn block_preds(&self, block: Block) -> &[Block] {
        self.preds.run(block.index())
    }

    fn block_params(&self, block: Block) -> &[VReg] {
        self.params.run(block.index())
    }

    fn is_ret(&self, inst: RaInst) -> bool {
        self.returns[inst.index()]
    }

    fn is_branch(&self, inst: RaInst) -> bool {
        self.branches[inst.index()]
    }

    fn branch_blockparams(&self, block: Block, _inst: RaInst, succ: usize) -> &[VReg] {
        self.args.run(2 * block.index() + succ)
    }

    fn inst_operands(&self, inst: RaInst) -> &[Operand] {
        self.operands.run(inst.index())
    }

    fn inst_clobbers(&self, inst: RaInst) -> PRegSet {
        let found = self.clobbers.binary_search_by_key(&(inst.index() as u32), |(i, _)| *i);
        found.map_or(PRegSet::empty(), |at| self.clobbers[at].1)
    }

    fn num_vregs(&self) -> usize {
        self.virtuals
    }

    fn spillslot_size(&self, _class: RegClass) -> usize {
        1
    }
}
