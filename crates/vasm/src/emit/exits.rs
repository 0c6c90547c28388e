//! The end of emission: thunks, constants, and offsets for everything that was left open.

use stdx::id::Id;

use super::{Code, Emitter, ExitRecord, Finished, PendingTarget, Pos, Reloc, SmashSite, Target};
use crate::unit::{Area, BlockId};

/// Thunks before an island, which their short jump reaches forwards.
const BEFORE: usize = 16;
/// Thunks after an island, which their short jump reaches backwards.
const AFTER: usize = 15;
/// Bytes of a thunk and of an island.
const SLOT: u32 = 8;

/// The slot of a thunk, counted from the first, islands included.
fn slot_of(thunk: usize) -> u32 {
    let (group, index) = (thunk / (BEFORE + AFTER), thunk % (BEFORE + AFTER));
    let island = usize::from(index >= BEFORE);
    (group * (BEFORE + AFTER + 1) + index + island) as u32
}

/// The slot of the island that a thunk uses, when `count` thunks need it.
fn island_of(thunk: usize, count: usize) -> u32 {
    let group = thunk / (BEFORE + AFTER);
    let in_group = (count - group * (BEFORE + AFTER)).min(BEFORE);
    (group * (BEFORE + AFTER + 1) + in_group) as u32
}

impl Emitter<'_> {
    pub(super) fn finish(mut self) -> Code {
        self.area = Area::Cold;
        let thunks = self.write_thunks();
        let constants = self.write_constants();
        let unit = self.unit;
        let (starts, forward) = (&self.starts, &self.forward);
        let start = |block: BlockId| starts[forward[block.index()].index()];
        let areas = self.buffers.map(|buffer| buffer.finish(start));
        let offset = |area: Area, pos: Pos| areas[area as usize].offset(pos);
        let settle = |target| match target {
            PendingTarget::Settled(target) => target,
            PendingTarget::Block(block) => {
                let area = unit.blocks[block].area;
                Target::Local(area, offset(area, start(block)))
            }
            PendingTarget::Thunk(thunk) => Target::Local(
                Area::Cold,
                offset(Area::Cold, thunks) + SLOT * slot_of(thunk as usize),
            ),
            PendingTarget::Constant(index) => {
                Target::Local(Area::Cold, offset(Area::Cold, constants) + 8 * index)
            }
        };
        let relocs = self.relocs.iter().map(|&(area, pos, trailing, target)| Reloc {
            area,
            at: offset(area, pos),
            trailing,
            target: settle(target),
        });
        let first_thunk = offset(Area::Cold, thunks);
        let exits = self.exits.into_iter().enumerate().map(|(index, exit)| ExitRecord {
            tag: exit.tag,
            live: exit.live,
            thunk: first_thunk + SLOT * slot_of(index),
        });
        let calls = self.calls.into_iter().map(|mut call| {
            call.record.return_offset = offset(call.record.area, call.pos);
            call.record
        });
        let smash_sites = self.smash_sites.iter().map(|&(symbol, area, pos)| SmashSite {
            symbol,
            area,
            at: offset(area, pos),
        });
        Code {
            relocs: relocs.collect(),
            exits: exits.collect(),
            calls: calls.collect(),
            smash_sites: smash_sites.collect(),
            symbols: unit.symbols.iter_ids().map(|(_, s)| s.address).collect(),
            entry: Some(unit.blocks[unit.entry()].area),
            frame_bytes: self.frame.bytes(),
            areas: areas.map(|finished: Finished| finished.bytes),
        }
    }

    /// Writes a thunk for each exit, and the islands; tells where the first is.
    fn write_thunks(&mut self) -> Pos {
        let count = self.exits.len();
        if count > 0 {
            self.buffer().align(SLOT);
        }
        let first = self.buffer().pos();
        let mut slot = 0;
        for thunk in 0..count {
            if slot_of(thunk) != slot {
                self.write_island();
                slot += 1;
            }
            let from = slot * SLOT + 7;
            let distance = (island_of(thunk, count) * SLOT) as i32 - from as i32;
            let bytes = &mut self.buffer().encoder.bytes;
            bytes.extend_from_slice(&[0x68, 0, 0, 0, 0, 0xeb, distance as u8, 0x90]);
            let number = Target::ExitNumber(thunk as u32);
            self.reloc(3, PendingTarget::Settled(number));
            slot += 1;
        }
        if count > 0 && island_of(count - 1, count) == slot {
            self.write_island();
        }
        first
    }

    fn write_island(&mut self) {
        self.buffer().encoder.jmp_rel32();
        self.buffer().encoder.nops(3);
        self.reloc(3, PendingTarget::Settled(Target::ExitHandler));
    }

    fn write_constants(&mut self) -> Pos {
        let constants = std::mem::take(&mut self.constants);
        if !constants.is_empty() {
            self.buffer().align(8);
        }
        let first = self.buffer().pos();
        for bits in constants {
            self.buffer().encoder.bytes.extend_from_slice(&bits.to_le_bytes());
        }
        first
    }
}
