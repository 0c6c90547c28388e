//! Giving code an address: room in each area, then everything that depends on where it is.

use super::areas::Arena;
use super::{CodeMemory, Full, PublishError};
use crate::emit::{Code, Reloc, Target};
use crate::unit::{Area, SymbolId};

/// What the code refers to outside itself.
#[derive(Clone, Copy, Debug)]
pub struct Linkage<'a> {
    /// Addresses by symbol, of those that the unit did not have. The first is the code itself.
    pub symbols: &'a [u64],
    /// The number of the code's first exit.
    pub first_exit: u32,
    /// Where exits go; 0 when the code has none.
    pub exit_handler: u64,
}

/// Code that has an address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Published {
    /// Where the code is entered.
    pub entry: u64,
    /// Address and size by area.
    pub areas: [(u64, u32); 3],
    /// Offsets in the memory by area.
    offsets: [u32; 3],
}

impl Published {
    /// The address of an offset in an area.
    pub fn address(&self, area: Area, offset: u32) -> u64 {
        self.areas[area as usize].0 + u64::from(offset)
    }

    /// How many bytes it takes.
    pub fn size(&self) -> u32 {
        self.areas.iter().map(|(_, size)| size).sum()
    }
}

pub(super) fn publish(
    memory: &mut CodeMemory,
    code: &Code,
    linkage: &Linkage<'_>,
) -> Result<Published, PublishError> {
    let sizes = [0, 1, 2].map(|index| code.areas[index].len() as u32);
    let offsets = take_all(&mut memory.arenas, sizes)?;
    let bases = offsets.map(|offset| memory.region.address(offset));
    let areas = [0, 1, 2].map(|index| (bases[index], sizes[index]));
    let entry = bases[code.entry.unwrap_or(Area::Hot) as usize];
    let published = Published { entry, areas, offsets };
    let mut bytes = code.areas.clone();
    for reloc in &code.relocs {
        match value(memory, &published, reloc, (code, linkage)) {
            Ok(value) => {
                let at = reloc.at as usize;
                bytes[reloc.area as usize][at..at + 4].copy_from_slice(&value.to_le_bytes());
            }
            Err(error) => {
                release(&mut memory.arenas, &published);
                return Err(error);
            }
        }
    }
    for (offset, bytes) in offsets.into_iter().zip(&bytes) {
        memory.region.write(offset, bytes);
    }
    Ok(published)
}

fn take_all(arenas: &mut [Arena; 4], sizes: [u32; 3]) -> Result<[u32; 3], Full> {
    let mut offsets = [0; 3];
    for index in 0..3 {
        match arenas[index].take(sizes[index]) {
            Some(offset) => offsets[index] = offset,
            None => {
                for taken in 0..index {
                    arenas[taken].give(offsets[taken], sizes[taken]);
                }
                return Err(Full);
            }
        }
    }
    Ok(offsets)
}

/// The four bytes of a reloc.
fn value(
    memory: &mut CodeMemory,
    published: &Published,
    reloc: &Reloc,
    (code, linkage): (&Code, &Linkage<'_>),
) -> Result<i32, PublishError> {
    let target = match reloc.target {
        Target::ExitNumber(number) => return Ok((linkage.first_exit + number) as i32),
        Target::Symbol(SymbolId::SELF) => published.entry,
        Target::Symbol(symbol) => {
            let known = |from: &[u64]| from.get(symbol.0 as usize).copied().filter(|at| *at != 0);
            let found = known(&code.symbols).or_else(|| known(linkage.symbols));
            found.ok_or(PublishError::Unresolved(symbol))?
        }
        Target::Local(area, offset) => published.address(area, offset),
        Target::ExitHandler => linkage.exit_handler,
    };
    let field = published.address(reloc.area, reloc.at);
    // What follows an island's displacement is padding, not part of the jump.
    let trailing = if reloc.target == Target::ExitHandler { 0 } else { reloc.trailing };
    memory.distance(field, 4 + u64::from(trailing), target).ok_or(PublishError::Full)
}

/// Gives back the room of published code.
pub(super) fn release(arenas: &mut [Arena; 4], code: &Published) {
    for (index, offset) in code.offsets.into_iter().enumerate() {
        arenas[index].give(offset, code.areas[index].1);
    }
}
