//! Running a unit as it stands: the meaning of every instruction, said once more and slowly.
//!
//! Tests compare machine code with this. Memory is a copy of a run of bytes at the address that
//! the machine code sees, so that addresses computed from it agree.
//!
//! # Invariants
//! - Nothing here reads or writes real memory: an address outside is a [`Fault`].
//! - What the table calls garbage is zero, and a unit whose result depends on it is wrong.

mod arith;
mod flags;
mod forms;
mod memory;

use crate::inst::{Gpr, Mem, Ri, Rm, Rmi, Sf, Vreg, Width, Xm, Xmm};
use crate::unit::{BlockId, Edge, ExitId, LiveValue, Unit};
use flags::Flags;
pub use memory::Memory;

/// Why a unit cannot go on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// Memory outside the given run, at this address.
    Address(u64),
    /// Division by zero, or of the least integer by −1.
    Divide,
    /// The trap instruction.
    Trap,
    /// More instructions, or more open calls, than allowed.
    Fuel,
    /// A call of an address or symbol that the host does not know.
    Callee,
}

/// How a run ended.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// It returned these values.
    Returned(Vec<u64>),
    /// It left through an exit with this tag and these values.
    Left(u32, Vec<u64>),
    /// It gave up its frame for this symbol, or address, with these arguments.
    Jumped(Callee, Vec<u64>),
    /// It cannot go on.
    Faulted(Fault),
}

/// What is called or jumped to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Callee {
    /// A symbol's name.
    Symbol(Box<str>),
    /// An address.
    Address(u64),
}

/// What stands for the functions that a unit calls.
pub trait Host {
    /// The results of calling `callee`, or `None` when it is unknown.
    fn call(&mut self, callee: &Callee, args: &[u64], memory: &mut Memory) -> Option<Vec<u64>>;
}

/// A host that knows no function.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoHost;

impl Host for NoHost {
    fn call(&mut self, _: &Callee, _: &[u64], _: &mut Memory) -> Option<Vec<u64>> {
        None
    }
}

/// What a unit finds around it.
#[derive(Debug)]
pub struct World<'w, H> {
    /// The memory that it may touch.
    pub memory: Memory,
    /// The functions that it calls.
    pub host: &'w mut H,
    /// The VM context register.
    pub vm: u64,
    /// The VM frame register.
    pub fp: u64,
    /// The native stack pointer: as large as the test of it wants.
    pub rsp: u64,
    /// How many instructions may still run.
    pub fuel: u64,
    /// How many calls of the unit by itself may still be open.
    pub depth: u32,
}

/// Runs `unit` with `args` for its entry block's parameters.
pub fn run<H: Host>(unit: &Unit, args: &[u64], world: &mut World<'_, H>) -> Outcome {
    let mut frame = Frame {
        unit,
        world,
        regs: vec![0; unit.virtual_count() as usize],
        flags: vec![Flags::default(); unit.flag_count() as usize],
        pushed: Vec::new(),
        source: 0,
        to: unit.entry(),
    };
    frame.set_params(unit.entry(), args);
    loop {
        if let Err(outcome) = frame.block() {
            return outcome;
        }
    }
}

type Step = Result<(), Outcome>;

struct Frame<'a, 'w, H> {
    unit: &'a Unit,
    world: &'a mut World<'w, H>,
    regs: Vec<u64>,
    flags: Vec<Flags>,
    pushed: Vec<u64>,
    /// The first source of the current checked instruction.
    source: u64,
    to: BlockId,
}

impl<H: Host> Frame<'_, '_, H> {
    fn block(&mut self) -> Step {
        let unit = self.unit;
        for inst in &unit.blocks[self.to].insts {
            self.world.fuel =
                self.world.fuel.checked_sub(1).ok_or(Outcome::Faulted(Fault::Fuel))?;
            self.step(inst)?;
        }
        Ok(())
    }

    fn set_params(&mut self, block: BlockId, values: &[u64]) {
        let unit = self.unit;
        for (param, value) in unit.blocks[block].params.iter().zip(values) {
            self.set(*param, *value);
        }
    }

    fn go(&mut self, edge: Edge) -> Step {
        let values = self.values(self.unit.regs(edge.args));
        self.set_params(edge.block, &values);
        self.to = edge.block;
        Ok(())
    }

    fn set(&mut self, r: impl Into<Vreg>, value: u64) {
        match r.into().as_virt() {
            Some(index) => self.regs[index as usize] = value,
            None => unreachable!("invariant: verified, only virtual registers are results"),
        }
    }

    fn get(&self, r: impl Into<Vreg>) -> u64 {
        let r = r.into();
        match (r.as_virt(), r.as_gpr()) {
            (Some(index), _) => self.regs[index as usize],
            (None, Some(Gpr::VM)) => self.world.vm,
            (None, Some(Gpr::FP)) => self.world.fp,
            (None, Some(Gpr::RSP)) => self.world.rsp,
            (None, _) => 0,
        }
    }

    fn values(&self, regs: &[Vreg]) -> Vec<u64> {
        regs.iter().map(|r| self.get(*r)).collect()
    }

    fn set_flags(&mut self, sf: Sf, flags: Flags) {
        if sf != Sf::NONE {
            self.flags[sf.0 as usize] = flags;
        }
    }

    fn flags(&self, sf: Sf) -> Flags {
        self.flags[sf.0 as usize]
    }

    fn address(&self, m: Mem) -> u64 {
        let index = if m.index.is_some() { self.get(m.index) << m.scale } else { 0 };
        self.get(m.base).wrapping_add(index).wrapping_add_signed(i64::from(m.disp))
    }

    fn read(&self, m: Mem, w: Width) -> Result<u64, Outcome> {
        let address = self.address(m);
        let value = self.world.memory.read(address, w.bytes());
        value.ok_or(Outcome::Faulted(Fault::Address(address)))
    }

    fn write(&mut self, m: Mem, w: Width, value: u64) -> Step {
        let address = self.address(m);
        let written = self.world.memory.write(address, w.bytes(), value);
        written.ok_or(Outcome::Faulted(Fault::Address(address)))
    }

    fn rm(&self, rm: Rm, w: Width) -> Result<u64, Outcome> {
        match rm {
            Rm::Reg(r) => Ok(self.get(r) & w.mask()),
            Rm::Mem(m) => self.read(m, w),
        }
    }

    fn ri(&self, ri: Ri, w: Width) -> u64 {
        match ri {
            Ri::Reg(r) => self.get(r) & w.mask(),
            Ri::Imm(imm) => imm as i64 as u64 & w.mask(),
        }
    }

    fn rmi(&self, rmi: Rmi, w: Width) -> Result<u64, Outcome> {
        match rmi {
            Rmi::Reg(r) => Ok(self.get(r) & w.mask()),
            Rmi::Imm(imm) => Ok(imm as i64 as u64 & w.mask()),
            Rmi::Mem(m) => self.read(m, w),
        }
    }

    fn double(&self, r: Xmm) -> f64 {
        f64::from_bits(self.get(r))
    }

    fn xm(&self, xm: Xm) -> Result<f64, Outcome> {
        match xm {
            Xm::Reg(r) => Ok(self.double(r)),
            Xm::Mem(m) => self.read(m, Width::Q).map(f64::from_bits),
            Xm::Const(bits) => Ok(f64::from_bits(bits)),
        }
    }

    fn exit_if(&mut self, leaves: bool, x: ExitId) -> Step {
        if !leaves {
            return Ok(());
        }
        let exit = &self.unit.exits[x];
        let value = |v: &LiveValue| match *v {
            LiveValue::Reg(r) => self.get(r),
            LiveValue::Imm(v) => v as u64,
            LiveValue::Source => self.source,
        };
        Err(Outcome::Left(exit.tag, exit.live.iter().map(value).collect()))
    }
}

fn fault<T>(fault: Fault) -> Result<T, Outcome> {
    Err(Outcome::Faulted(fault))
}
