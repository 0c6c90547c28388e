//! From an allocated unit to bytes: one walk over the blocks in layout order.
//!
//! # Invariants
//! - Each area fills a [`buffer::Buffer`]; what refers from one area to another, to a symbol or to
//!   an exit is a [`Reloc`], settled when the code gets its address.
//! - rbp points at the saved rbp of the caller; spill slots lie below it.
//! - An exit has a *thunk* of eight aligned bytes after all cold code. It pushes its number and
//!   jumps to the exit handler by way of an *island* within reach of a short jump. Its first five
//!   bytes can be replaced by a jump in one store while other threads run it, for a thread past
//!   the push only needs the rest.
//!
//! # Not here
//! What single instructions look like: [`crate::isa`].

mod blocks;
mod buffer;
mod exits;

use regalloc2::{Edit, Inst as RaInst, ProgPoint};
use stdx::id::Id;

use crate::inst::Inst;
use crate::regalloc::{Allocated, Apply, Found, Location, Spot, Undo};
use crate::unit::{Area, BlockId, ExitId, SymbolId, Unit};
use blocks::{LOOP_ALIGN, flags_live_after, forwards, loop_tops};
pub(crate) use buffer::{Buffer, Finished, Pos};

/// What a displacement or number in the code stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// The distance to a symbol.
    Symbol(SymbolId),
    /// The distance to an offset in an area of the same code.
    Local(Area, u32),
    /// The distance to the process-wide exit handler.
    ExitHandler,
    /// The number of this exit, counted in the unit; the first one's number is added.
    ExitNumber(u32),
}

/// Four bytes to fill in when the code gets its address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reloc {
    /// Where the bytes are.
    pub area: Area,
    /// Where the bytes are.
    pub at: u32,
    /// How many bytes of the instruction follow the four.
    pub trailing: u8,
    /// What they stand for.
    pub target: Target,
}

/// What an exit leaves behind, for whoever continues.
#[derive(Clone, PartialEq, Debug)]
pub struct ExitRecord {
    /// The maker's name for the exit.
    pub tag: u32,
    /// Where the values are, in the maker's order.
    pub live: Vec<Location>,
    /// The offset of its thunk in the cold area.
    pub thunk: u32,
}

/// What a walker of the stack finds at a call.
#[derive(Clone, PartialEq, Debug)]
pub struct CallRecord {
    /// The maker's name for the call.
    pub tag: u32,
    /// Where the values are: in the frame, or constants.
    pub live: Vec<Location>,
    /// Where the call returns to.
    pub area: Area,
    /// Where the call returns to.
    pub return_offset: u32,
}

/// A displacement that may be patched while other threads run the code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SmashSite {
    /// What it leads to at first.
    pub symbol: SymbolId,
    /// Where the displacement is.
    pub area: Area,
    /// Where the displacement is: four bytes within eight aligned ones.
    pub at: u32,
}

/// Machine code without an address.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Code {
    /// Bytes by area: hot, cold, frozen.
    pub areas: [Vec<u8>; 3],
    /// What to fill in.
    pub relocs: Vec<Reloc>,
    /// By number, counted in the unit.
    pub exits: Vec<ExitRecord>,
    /// Calls with a record, by area and offset.
    pub calls: Vec<CallRecord>,
    /// Patchable places, in the order of the code.
    pub smash_sites: Vec<SmashSite>,
    /// Addresses by symbol, as far as they were known; otherwise 0.
    pub symbols: Vec<u64>,
    /// The area whose start is the entry.
    pub entry: Option<Area>,
    /// Bytes of native stack below rbp.
    pub frame_bytes: u32,
}

impl Code {
    /// How many bytes there are in all areas.
    pub fn size(&self) -> usize {
        self.areas.iter().map(Vec::len).sum()
    }
}

/// Where saved registers and spill slots are, below rbp.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frame {
    /// Registers to restore, in order from rbp downwards.
    pub saved: Vec<u8>,
    pub slots: u32,
}

impl Frame {
    /// Bytes below rbp; calls find the stack aligned.
    pub fn bytes(&self) -> u32 {
        (8 * (self.saved.len() as u32 + self.slots)).next_multiple_of(16)
    }

    /// Where a spill slot is, from rbp.
    pub fn slot(&self, slot: u32) -> i32 {
        -8 * (self.saved.len() as i32 + slot as i32 + 1)
    }

    pub fn location(&self, spot: Spot) -> Location {
        match spot {
            Spot::Gpr(number) => Location::Gpr(number),
            Spot::Xmm(number) => Location::Xmm(number),
            Spot::Slot(slot) => Location::Frame(self.slot(slot)),
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum PendingTarget {
    Settled(Target),
    Block(BlockId),
    Constant(u32),
    /// The thunk with this number.
    Thunk(u32),
}

struct PendingExit {
    tag: u32,
    live: Vec<Location>,
}

struct PendingCall {
    record: CallRecord,
    pos: Pos,
}

/// The state of the walk; the instruction forms are methods in [`crate::isa`].
pub(crate) struct Emitter<'a> {
    pub unit: &'a Unit,
    pub frame: Frame,
    /// The block after the current one, when control may fall through to it.
    pub next: Option<BlockId>,
    /// Whether the current instruction has to leave the flags alone.
    pub flags_live: bool,
    pub area: Area,
    /// Where the values of the current instruction's record are.
    pub live: Vec<Location>,
    buffers: [Buffer; 3],
    /// By block, where its code starts.
    starts: Vec<Pos>,
    /// By block, the block that jumps to it go to.
    forward: Vec<BlockId>,
    relocs: Vec<(Area, Pos, u8, PendingTarget)>,
    constants: Vec<u64>,
    exits: Vec<PendingExit>,
    calls: Vec<PendingCall>,
    smash_sites: Vec<(SymbolId, Area, Pos)>,
}

/// Emits the blocks of `layout`; `order` is how the allocation numbered them.
pub(crate) fn emit(
    unit: &Unit,
    allocated: &Allocated<'_>,
    order: &[BlockId],
    layout: &[BlockId],
) -> Code {
    let mut numbers = vec![0; unit.blocks.len()];
    for (number, block) in order.iter().enumerate() {
        numbers[block.index()] = number;
    }
    let mut emitter = Emitter::new(unit, allocated);
    emitter.forward = forwards(unit, allocated, order);
    emitter.area = unit.blocks[unit.entry()].area;
    emitter.prologue();
    let kept: Vec<BlockId> =
        layout.iter().copied().filter(|b| emitter.forward[b.index()] == *b).collect();
    let loop_tops = loop_tops(&emitter, &kept);
    for (index, &block) in kept.iter().enumerate() {
        emitter.area = unit.blocks[block].area;
        if loop_tops[block.index()] {
            emitter.buffer().align(LOOP_ALIGN);
        }
        emitter.next =
            kept.get(index + 1).copied().filter(|b| unit.blocks[*b].area == emitter.area);
        emitter.block(block, allocated, numbers[block.index()]);
    }
    emitter.finish()
}

impl<'a> Emitter<'a> {
    fn new(unit: &'a Unit, allocated: &Allocated<'_>) -> Self {
        let saved = crate::isa::host::lower::saved_registers(unit, allocated.written());
        let frame = Frame { saved, slots: allocated.output.num_spillslots as u32 };
        Self {
            unit,
            frame,
            next: None,
            flags_live: false,
            area: Area::Hot,
            live: Vec::new(),
            buffers: Default::default(),
            starts: vec![Pos::default(); unit.blocks.len()],
            forward: Vec::new(),
            relocs: Vec::new(),
            constants: Vec::new(),
            exits: Vec::with_capacity(unit.exits.len()),
            calls: Vec::new(),
            smash_sites: Vec::new(),
        }
    }

    /// The current area's code.
    #[inline]
    pub fn buffer(&mut self) -> &mut Buffer {
        &mut self.buffers[self.area as usize]
    }

    fn block(&mut self, block: BlockId, allocated: &Allocated<'_>, number: usize) {
        use regalloc2::Function as _;
        let unit = self.unit;
        self.starts[block.index()] = self.buffer().pos();
        let insts = &unit.blocks[block].insts;
        let flags_live = flags_live_after(insts);
        let range = allocated.function.block_insns(regalloc2::Block::new(number));
        let all_edits = &allocated.output.edits;
        let from = all_edits.partition_point(|(at, _)| *at < ProgPoint::before(range.first()));
        let mut edits = all_edits[from..].iter().peekable();
        let pseudo = range.len() - insts.len();
        for (index, at) in range.iter().enumerate() {
            while let Some((_, edit)) = edits.next_if(|(p, _)| *p <= ProgPoint::before(at)) {
                self.edit(edit);
            }
            if let Some(index) = index.checked_sub(pseudo) {
                self.flags_live = flags_live[index];
                self.inst(&insts[index], allocated, at);
            }
            while let Some((_, edit)) = edits.next_if(|(p, _)| *p <= ProgPoint::after(at)) {
                self.edit(edit);
            }
        }
    }

    fn edit(&mut self, edit: &Edit) {
        let Edit::Move { from, to } = edit;
        if from != to {
            self.move_spot(Spot::of(*from), Spot::of(*to));
        }
    }

    fn inst(&mut self, inst: &Inst, allocated: &Allocated<'_>, at: RaInst) {
        let mut apply = Apply {
            unit: self.unit,
            allocations: allocated.output.inst_allocs(at).iter(),
            live: Vec::new(),
        };
        let mut inst = *inst;
        inst.visit(&mut apply);
        let frame = &self.frame;
        let place = |found| match found {
            Found::Spot(spot) => frame.location(spot),
            Found::Imm(v) => Location::Imm(v),
            Found::Source => {
                Location::Before(Undo::of(&inst).expect("invariant: verified, a checked operation"))
            }
        };
        self.live = apply.live.into_iter().map(place).collect();
        self.lower(&inst);
    }

    /// The last four bytes, or those before `trailing` more, stand for `target`.
    pub fn reloc(&mut self, trailing: u8, target: PendingTarget) {
        let pos = self.buffer().pos_back(4 + u32::from(trailing));
        self.relocs.push((self.area, pos, trailing, target));
    }

    /// The number of a 64-bit constant beside the code.
    pub fn constant(&mut self, bits: u64) -> PendingTarget {
        let known = self.constants.iter().position(|c| *c == bits);
        let index = known.unwrap_or_else(|| {
            self.constants.push(bits);
            self.constants.len() - 1
        });
        PendingTarget::Constant(index as u32)
    }

    /// The current instruction's way out.
    pub fn exit(&mut self, exit: ExitId) -> PendingTarget {
        let live = std::mem::take(&mut self.live);
        self.exits.push(PendingExit { tag: self.unit.exits[exit].tag, live });
        PendingTarget::Thunk(self.exits.len() as u32 - 1)
    }

    /// Keeps the record of the call that was just written.
    pub fn call_record(&mut self, tag: u32) {
        let (area, live) = (self.area, std::mem::take(&mut self.live));
        let pos = self.buffer().pos();
        let record = CallRecord { tag, live, area, return_offset: 0 };
        self.calls.push(PendingCall { record, pos });
    }

    /// The last four bytes may be patched later.
    pub fn smash_site(&mut self, symbol: SymbolId) {
        let pos = self.buffer().pos_back(4);
        self.smash_sites.push((symbol, self.area, pos));
    }

    /// Jumps to `block` when `cc` holds, in whichever area it is.
    pub fn jump(&mut self, cc: Option<crate::Cc>, block: BlockId) {
        let block = self.forward[block.index()];
        if self.unit.blocks[block].area == self.area {
            self.buffer().jump(cc, block);
            return;
        }
        match cc {
            Some(cc) => self.buffer().encoder.jcc_rel32(cc),
            None => self.buffer().encoder.jmp_rel32(),
        }
        self.reloc(0, PendingTarget::Block(block));
    }

    /// Whether control reaches `block` without a jump.
    pub fn falls_to(&self, block: BlockId) -> bool {
        self.next == Some(self.forward[block.index()])
    }
}
