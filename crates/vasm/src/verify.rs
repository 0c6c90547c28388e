//! What must hold of a unit before it is run or compiled.
//!
//! The rules, beyond those of [`crate::unit`]:
//!
//! - every value has one definition, of one class, that dominates its uses;
//! - a status-flag value is read in its block before the flags are written again;
//! - of the machine's registers only the VM context and frame, and rsp and rbp, are read, and none
//!   is a result; tied sources, placed sources, arguments and results are virtual;
//! - arguments and results fit the convention; only units under the VM convention have exits;
//! - pushes and pops are balanced in a block, and even at a call.

mod definitions;
mod dominance;

use std::collections::HashSet;
use std::fmt;

use crate::inst::{At, Class, Effects, Gpr, Inst, Mem, Rm, Rmi, Role, Sf, Visitor, Vreg, Xmm};
use crate::isa::host::abi::Places;
use crate::text::InstText;
use crate::unit::{BlockId, CallId, Conv, Edge, ExitId, List, LiveValue, Unit};
use definitions::Definitions;
use dominance::Dominance;

/// A rule that a unit breaks, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyError {
    /// The block.
    pub block: BlockId,
    /// The instruction's text; empty when the block itself is wrong.
    pub inst: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.inst.as_str() {
            "" => write!(f, "{}: {}", self.block, self.message),
            inst => write!(f, "{}: `{inst}`: {}", self.block, self.message),
        }
    }
}

impl std::error::Error for VerifyError {}

/// Checks all rules; tells the first that is broken.
pub fn verify(unit: &Unit) -> Result<(), VerifyError> {
    let mut v = Verifier {
        unit,
        defs: vec![None; unit.virtual_count() as usize],
        dominance: Dominance::default(),
        calls: HashSet::new(),
        exits: HashSet::new(),
        here: (BlockId(0), 0),
        flags: None,
        flags_defined: HashSet::new(),
        pushed: 0,
        message: None,
        roles: Roles::default(),
    };
    v.shape()?;
    v.dominance = Dominance::of(unit);
    v.definitions()?;
    for block in unit.blocks.ids() {
        if v.dominance.reaches(block) {
            v.block(block)?;
        }
    }
    Ok(())
}

/// Where and with which class a value is defined; parameters come before instruction 0.
#[derive(Clone, Copy)]
struct Definition {
    block: BlockId,
    /// One more than the instruction's index.
    at: u32,
    class: Class,
}

/// What the current instruction demands of its registers.
#[derive(Clone, Copy, Default)]
struct Roles {
    tied: bool,
    /// Whether the first source can be found from the result.
    recoverable: bool,
    first_seen: bool,
    memory: u32,
    /// The flag value that it defines.
    flags: Option<Sf>,
}

struct Verifier<'u> {
    unit: &'u Unit,
    defs: Vec<Option<Definition>>,
    dominance: Dominance,
    calls: HashSet<CallId>,
    exits: HashSet<ExitId>,
    here: (BlockId, u32),
    /// The last flag value written in the block, unless it is gone.
    flags: Option<Sf>,
    flags_defined: HashSet<Sf>,
    pushed: i32,
    message: Option<String>,
    roles: Roles,
}

type Res = Result<(), VerifyError>;

impl Verifier<'_> {
    fn error(&self, message: impl Into<String>) -> Res {
        let (block, at) = self.here;
        let inst = at.checked_sub(1).and_then(|i| self.unit.blocks[block].insts.get(i as usize));
        let inst = inst.map_or_else(String::new, |inst| InstText(self.unit, inst).to_string());
        Err(VerifyError { block, inst, message: message.into() })
    }

    fn say(&mut self, message: impl Into<String>) {
        self.message.get_or_insert_with(|| message.into());
    }

    fn said(&mut self) -> Res {
        match self.message.take() {
            Some(message) => self.error(message),
            None => Ok(()),
        }
    }

    /// Terminators and edges.
    fn shape(&mut self) -> Res {
        let unit = self.unit;
        for (id, block) in unit.blocks.iter_ids() {
            self.here = (id, 0);
            let ends = block.insts.iter().filter(|i| i.ends()).count();
            if ends != 1 || !block.insts.last().is_some_and(Inst::ends) {
                return self.error("a block ends with its only terminator");
            }
            for edge in unit.edges(id) {
                self.edge_shape(edge)?;
            }
        }
        self.here = (unit.entry(), 0);
        if !Places::args().fit(&unit.blocks[unit.entry()].params) {
            return self.error("the unit has too many parameters");
        }
        Ok(())
    }

    fn edge_shape(&self, edge: Edge) -> Res {
        let Some(target) = self.unit.blocks.get(edge.block) else {
            return self.error("an edge goes to a block that is not there");
        };
        if edge.block == self.unit.entry() {
            return self.error("the entry has no predecessor");
        }
        let args = self.unit.regs(edge.args);
        let same = args.iter().map(|r| r.class()).eq(target.params.iter().map(|r| r.class()));
        if !same || args.iter().any(|r| r.as_virt().is_none()) {
            return self.error(format!("the arguments for {} do not fit", edge.block));
        }
        Ok(())
    }

    fn definitions(&mut self) -> Res {
        let unit = self.unit;
        for (id, block) in unit.blocks.iter_ids() {
            self.here = (id, 0);
            for param in &block.params {
                self.define(*param);
            }
            self.said()?;
            for (index, inst) in block.insts.iter().enumerate() {
                self.here.1 = index as u32 + 1;
                let mut copy = *inst;
                copy.visit(&mut Definitions(self));
                self.said()?;
            }
        }
        Ok(())
    }

    fn define(&mut self, r: Vreg) {
        let (block, at) = self.here;
        let Some(index) = r.as_virt() else {
            return self.say(format!("{r} is no virtual register"));
        };
        let new = Definition { block, at, class: r.class() };
        let slot = &mut self.defs[index as usize];
        if slot.replace(new).is_some() {
            self.say(format!("{r} is defined twice"));
        }
    }

    fn block(&mut self, block: BlockId) -> Res {
        self.flags = None;
        self.pushed = 0;
        let unit = self.unit;
        for (index, inst) in unit.blocks[block].insts.iter().enumerate() {
            self.here = (block, index as u32 + 1);
            self.roles = Roles {
                tied: inst.effects().has(Effects::TIED),
                recoverable: is_recoverable(inst),
                ..Roles::default()
            };
            let mut copy = *inst;
            copy.visit(self);
            if inst.effects().has(Effects::FLAGS) {
                self.flags = self.roles.flags;
            }
            self.special(inst);
            self.said()?;
        }
        if self.pushed != 0 {
            return self.error("what is pushed in a block is popped in it");
        }
        Ok(())
    }

    fn special(&mut self, inst: &Inst) {
        if self.roles.memory > 1 {
            self.say("an instruction has one memory operand");
        }
        if inst.effects().has(Effects::EXITS) && self.unit.conv != Conv::Vm {
            self.say("only units under the VM convention have exits");
        }
        if inst.effects().has(Effects::CALLS) && self.pushed % 2 != 0 {
            self.say("a call needs an even number of pushes");
        }
        match *inst {
            Inst::Push { .. } => self.pushed += 1,
            Inst::Pop { .. } if self.pushed == 0 => self.say("nothing is pushed"),
            Inst::Pop { .. } => self.pushed -= 1,
            Inst::Setvm { .. }
                if self.unit.conv == Conv::Vm && self.here.0 != self.unit.entry() =>
            {
                self.say("a unit that the host does not call sets the VM context at its entry");
            }
            Inst::Jmpr { .. } if self.unit.conv == Conv::C => {
                self.say("a unit for the host cannot leave by a register");
            }
            Inst::Roundsd { mode: 4.., .. } => self.say("a rounding mode is below 4"),
            Inst::Btqi { n: 64.., .. } => self.say("a bit number is below 64"),
            Inst::Shlli { n: 32.., .. }
            | Inst::Shrli { n: 32.., .. }
            | Inst::Sarli { n: 32.., .. } => {
                self.say("a shift count is below the width");
            }
            Inst::Shlqi { n: 64.., .. }
            | Inst::Shrqi { n: 64.., .. }
            | Inst::Sarqi { n: 64.., .. }
            | Inst::Rolqi { n: 64.., .. }
            | Inst::Rorqi { n: 64.., .. } => {
                self.say("a shift count is below the width");
            }
            _ => {}
        }
    }

    fn read(&mut self, r: Vreg) {
        let Some(index) = r.as_virt() else {
            let readable = [Gpr::VM, Gpr::FP, Gpr::RSP, Gpr::RBP].map(Vreg::from);
            if !readable.contains(&r) {
                self.say(format!("{r} is the allocator's"));
            }
            return;
        };
        let (block, at) = self.here;
        match self.defs.get(index as usize).copied().flatten() {
            None => self.say(format!("{r} has no definition")),
            Some(def) if def.class != r.class() => self.say(format!("{r} is of the other class")),
            Some(def) if def.block == block && def.at < at => {}
            Some(def) if def.block != block && self.dominance.dominates(def.block, block) => {}
            Some(_) => self.say(format!("{r} is not defined on every way here")),
        }
    }

    fn read_virtual(&mut self, r: Vreg) {
        if r.as_virt().is_none() {
            self.say(format!("{r} cannot be placed; copy it first"));
        }
        self.read(r);
    }

    fn live(&mut self, live: &[LiveValue]) {
        for value in live {
            match *value {
                LiveValue::Reg(r) => self.read(r),
                LiveValue::Imm(_) => {}
                LiveValue::Source if self.roles.recoverable => {}
                LiveValue::Source => self.say("the source of this cannot be found again"),
            }
        }
    }

    fn placed(&mut self, regs: &[Vreg], places: Places) {
        if !places.fit(regs) {
            self.say("more values than the convention has places");
        }
        regs.iter().for_each(|r| self.read_virtual(*r));
    }
}

/// Whether the first source follows from the result and a second source that is still there.
pub(crate) fn is_recoverable(inst: &Inst) -> bool {
    match *inst {
        Inst::Addqo { a, b, .. } | Inst::Subqo { a, b, .. } => match b {
            Rmi::Imm(_) => true,
            Rmi::Reg(b) => a != b,
            Rmi::Mem(_) => false,
        },
        _ => false,
    }
}

impl Visitor for Verifier<'_> {
    fn gpr(&mut self, r: &mut Gpr, role: Role) {
        let first = !std::mem::replace(&mut self.roles.first_seen, true);
        match role {
            Role::Def(_) => {}
            Role::Use(At::Fixed(_)) => self.read_virtual((*r).into()),
            Role::Use(_) if first && self.roles.tied => self.read_virtual((*r).into()),
            Role::Use(_) => self.read((*r).into()),
        }
    }

    fn xmm(&mut self, r: &mut Xmm, role: Role) {
        self.roles.first_seen = true;
        if let Role::Use(_) = role {
            self.read_virtual((*r).into());
        }
    }

    fn mem(&mut self, m: &mut Mem, role: Role) {
        self.roles.memory += 1;
        self.gpr(&mut m.base, role);
        if m.index.is_some() {
            self.gpr(&mut m.index, role);
            if m.index == Gpr::RSP || m.scale > 3 {
                self.say("the machine has no such address");
            }
        }
    }

    fn rm(&mut self, rm: &mut Rm, role: Role) {
        match rm {
            Rm::Reg(r) => self.gpr(r, role),
            Rm::Mem(m) => self.mem(m, role),
        }
    }

    fn rmi(&mut self, rmi: &mut Rmi, role: Role) {
        match rmi {
            Rmi::Reg(r) => self.gpr(r, role),
            Rmi::Imm(_) => {}
            Rmi::Mem(m) => self.mem(m, role),
        }
    }

    fn sf(&mut self, sf: &mut Sf, role: Role) {
        match role {
            Role::Def(_) => self.roles.flags = Some(*sf),
            Role::Use(_) if self.flags == Some(*sf) => {}
            Role::Use(_) => self.say(format!("{sf:?} is not what the flags hold")),
        }
    }

    fn list(&mut self, list: List) {
        let (block, at) = self.here;
        let unit = self.unit;
        let returns = matches!(unit.blocks[block].insts[at as usize - 1], Inst::Ret { .. });
        let places = if returns { Places::results() } else { Places::args() };
        self.placed(unit.regs(list), places);
    }

    fn call(&mut self, call: CallId) {
        let unit = self.unit;
        let call = &unit.calls[call];
        self.placed(&call.args, Places::args());
        if let Some(record) = &call.record {
            self.live(&record.live);
        }
    }

    fn exit(&mut self, exit: ExitId) {
        let unit = self.unit;
        self.live(&unit.exits[exit].live);
    }

    fn edge(&mut self, edge: &mut Edge) {
        let unit = self.unit;
        unit.regs(edge.args).iter().for_each(|r| self.read_virtual(*r));
    }
}
