//! A unit: the blocks of one translation and what its instructions refer to.
//!
//! # Invariants
//! - Block 0 is the entry; its parameters are the unit's, in the places of its convention.
//! - A block ends with its only terminator.
//! - A call and an exit record belongs to one instruction.
//! - Symbol 0 is the unit itself.
//!
//! # Not here
//! Order: blocks stand as they were made, [`crate::opt`] decides where their code goes.

use stdx::define_id;
use stdx::id::IdVec;

use crate::inst::{Class, Gpr, Inst, Sf, Vreg, Xmm};

define_id! {
    /// A block of a unit.
    pub struct BlockId("b");
}
define_id! {
    /// A place where a unit may be left, with what is live there.
    pub struct ExitId("exit");
}
define_id! {
    /// A call's arguments, results and record.
    pub struct CallId("call");
}
define_id! {
    /// Code or data that a unit refers to by name or address.
    pub struct SymbolId("s");
}

impl SymbolId {
    /// The unit itself.
    pub const SELF: Self = Self(0);
}

/// Where code goes: what runs often stays together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Area {
    /// The expected path.
    Hot,
    /// Slow paths and exits.
    Cold,
    /// What runs once or never.
    Frozen,
}

impl Area {
    /// All areas, hottest first.
    pub const ALL: [Self; 3] = [Self::Hot, Self::Cold, Self::Frozen];

    /// The name in texts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hot => "hot",
            Self::Cold => "cold",
            Self::Frozen => "frozen",
        }
    }
}

/// A calling convention: where arguments and results are and what a call preserves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Conv {
    /// System V, for host functions and for units that the host calls.
    C,
    /// Between units: arguments and results as System V, no register survives but the VM context
    /// and the VM frame.
    Vm,
}

impl Conv {
    /// The name in texts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::C => "c",
            Self::Vm => "vm",
        }
    }
}

/// A run of registers in the unit's pool.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct List {
    start: u32,
    len: u32,
}

impl List {
    /// How many registers.
    pub const fn len(self) -> usize {
        self.len as usize
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.len == 0
    }

    pub(crate) const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..(self.start + self.len) as usize
    }
}

/// A successor and the values for its parameters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edge {
    /// Where control goes.
    pub block: BlockId,
    /// One value for each parameter of `block`.
    pub args: List,
}

/// What an exit or a call record tells of one value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LiveValue {
    /// In a register, and later wherever allocation puts it.
    Reg(Vreg),
    /// A constant, known without looking.
    Imm(i64),
    /// The first source of the checked addition or subtraction that leaves. Its register holds the
    /// wrapped result by then, from which it is found; so it need not be kept.
    Source,
}

/// A place where the unit may be left.
#[derive(Clone, Debug, PartialEq)]
pub struct Exit {
    /// Names the exit to whoever made the unit; printed after `exit`.
    pub tag: u32,
    /// What must be found afterwards, in the maker's order.
    pub live: Vec<LiveValue>,
}

/// A call's arguments, results and record.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// Where arguments and results are, and what survives.
    pub conv: Conv,
    /// The arguments.
    pub args: Vec<Vreg>,
    /// The results.
    pub rets: Vec<Vreg>,
    /// What a walker of the stack must find while the call runs; these values lie in the frame.
    pub record: Option<Exit>,
}

/// A straight run of instructions.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Where its code goes.
    pub area: Area,
    /// Values that predecessors pass.
    pub params: Vec<Vreg>,
    /// The instructions; the last is a terminator.
    pub insts: Vec<Inst>,
}

/// Something a unit refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// The name in texts and dumps.
    pub name: Box<str>,
    /// The address, or 0 when it is found at publication.
    pub address: u64,
}

/// The blocks of one translation and what its instructions refer to.
#[derive(Clone, Debug)]
pub struct Unit {
    /// How it is called.
    pub conv: Conv,
    /// The code.
    pub blocks: IdVec<BlockId, Block>,
    /// Places where it may be left.
    pub exits: IdVec<ExitId, Exit>,
    /// Its calls.
    pub calls: IdVec<CallId, Call>,
    /// What it refers to.
    pub symbols: IdVec<SymbolId, Symbol>,
    pool: Vec<Vreg>,
    virtuals: u32,
    flag_values: u32,
}

impl Unit {
    /// A unit with one empty hot block.
    pub fn new(name: &str, conv: Conv) -> Self {
        let mut unit = Self {
            conv,
            blocks: IdVec::new(),
            exits: IdVec::new(),
            calls: IdVec::new(),
            symbols: IdVec::new(),
            pool: Vec::new(),
            virtuals: 0,
            flag_values: 0,
        };
        unit.symbols.push(Symbol { name: name.into(), address: 0 });
        unit.add_block(Area::Hot);
        unit
    }

    /// The unit's name.
    pub fn name(&self) -> &str {
        &self.symbols[SymbolId::SELF].name
    }

    /// The entry block.
    pub const fn entry(&self) -> BlockId {
        BlockId(0)
    }

    /// A new empty block.
    pub fn add_block(&mut self, area: Area) -> BlockId {
        self.blocks.push(Block { area, params: Vec::new(), insts: Vec::new() })
    }

    /// A new virtual register.
    pub fn fresh_gpr(&mut self) -> Gpr {
        self.virtuals += 1;
        Gpr::virt(self.virtuals - 1)
    }

    /// A new virtual register.
    pub fn fresh_xmm(&mut self) -> Xmm {
        self.virtuals += 1;
        Xmm::virt(self.virtuals - 1)
    }

    /// A new virtual register of `class`.
    pub fn fresh(&mut self, class: Class) -> Vreg {
        self.virtuals += 1;
        Vreg::virt(class, self.virtuals - 1)
    }

    /// A new status-flag value.
    pub fn fresh_sf(&mut self) -> Sf {
        self.flag_values += 1;
        Sf(self.flag_values - 1)
    }

    /// One more than the highest virtual index.
    pub fn virtual_count(&self) -> u32 {
        self.virtuals
    }

    /// One more than the highest flag value.
    pub fn flag_count(&self) -> u32 {
        self.flag_values
    }

    /// Makes sure that virtual indices below `count` are taken, as a text names them.
    pub(crate) fn reserve_virtuals(&mut self, count: u32) {
        self.virtuals = self.virtuals.max(count);
    }

    /// Makes sure that flag values below `count` are taken.
    pub(crate) fn reserve_flags(&mut self, count: u32) {
        self.flag_values = self.flag_values.max(count);
    }

    /// Keeps a list of registers.
    pub fn list(&mut self, regs: &[Vreg]) -> List {
        if regs.is_empty() {
            return List::default();
        }
        let start = self.pool.len() as u32;
        self.pool.extend_from_slice(regs);
        List { start, len: regs.len() as u32 }
    }

    /// The registers of a list.
    #[inline]
    pub fn regs(&self, list: List) -> &[Vreg] {
        &self.pool[list.range()]
    }

    pub(crate) fn pool_mut(&mut self) -> &mut [Vreg] {
        &mut self.pool
    }

    /// A symbol with a known address.
    pub fn symbol_at(&mut self, name: &str, address: u64) -> SymbolId {
        self.symbols.push(Symbol { name: name.into(), address })
    }

    /// The symbol with this name; made when there is none.
    pub fn symbol(&mut self, name: &str) -> SymbolId {
        let known = self.symbols.iter_ids().find(|(_, s)| &*s.name == name).map(|(id, _)| id);
        known.unwrap_or_else(|| self.symbol_at(name, 0))
    }

    /// All instructions, block by block.
    pub fn insts(&self) -> impl Iterator<Item = &Inst> {
        self.blocks.iter_ids().flat_map(|(_, block)| &block.insts)
    }

    /// The successors of a block, in the order of its terminator; none without a terminator.
    pub fn edges(&self, block: BlockId) -> impl Iterator<Item = Edge> + use<> {
        let (first, second) = match self.blocks[block].insts.last() {
            Some(&Inst::Jmp { to }) => (Some(to), None),
            Some(&Inst::Jcc { taken, next, .. }) => (Some(taken), Some(next)),
            _ => (None, None),
        };
        first.into_iter().chain(second)
    }
}
