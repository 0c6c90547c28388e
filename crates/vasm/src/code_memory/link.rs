//! Giving code an address: room in each area, then everything that depends on where it is.

use super::areas::Arena;
use super::{CodeMemory, Full};
use crate::emit::{Code, Reloc, Target};
use crate::unit::{Area, SymbolId};

/// What the code refers to outside itself.
#[derive(Clone, Copy, Debug)]
pub struct Linkage<'a> {
    /// Addresses by symbol; the first, the code itself, is not looked at.
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
) -> Result<Published, Full> {
    let sizes = [0, 1, 2].map(|index| code.areas[index].len() as u32);
    let offsets = take_all(&mut memory.arenas, sizes)?;
    let bases = offsets.map(|offset| memory.region.address(offset));
    let areas = [0, 1, 2].map(|index| (bases[index], sizes[index]));
    let entry = bases[code.entry.unwrap_or(Area::Hot) as usize];
    let published = Published { entry, areas, offsets };
    let mut bytes = code.areas.clone();
    for reloc in &code.relocs {
        let Some(value) = value(memory, &published, reloc, linkage) else {
            release(&mut memory.arenas, &published);
            return Err(Full);
        };
        let at = reloc.at as usize;
        bytes[reloc.area as usize][at..at + 4].copy_from_slice(&value.to_le_bytes());
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

/// The four bytes of a reloc; `None` when it needs a far jump and there is no room for that.
fn value(
    memory: &mut CodeMemory,
    published: &Published,
    reloc: &Reloc,
    linkage: &Linkage<'_>,
) -> Option<i32> {
    let target = match reloc.target {
        Target::ExitNumber(number) => return Some((linkage.first_exit + number) as i32),
        Target::Symbol(SymbolId::SELF) => published.entry,
        Target::Symbol(symbol) => linkage.symbols[symbol.0 as usize],
        Target::Local(area, offset) => published.address(area, offset),
        Target::ExitHandler => linkage.exit_handler,
    };
    let field = published.address(reloc.area, reloc.at);
    match reloc.target {
        Target::ExitHandler => memory.distance(field, 4, target),
        _ => memory.distance(field, 4 + u64::from(reloc.trailing), target),
    }
}

/// Gives back the room of published code.
pub(super) fn release(arenas: &mut [Arena; 4], code: &Published) {
    for (index, offset) in code.offsets.into_iter().enumerate() {
        arenas[index].give(offset, code.areas[index].1);
    }
}
