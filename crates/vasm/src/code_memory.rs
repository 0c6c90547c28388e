//! Memory that machine code runs in: one bounded reservation, mapped twice.
//!
//! The same pages are seen executable and read-only at one address and writable at another, which
//! only this module knows. So no page is ever writable and executable, and writing code costs
//! no system call. The reservation lies within 2 GiB of the host's own text where that is free,
//! so that calls of host functions are direct; where a distance is too far, a far jump among the
//! stubs bridges it.
//!
//! # Invariants
//! - Being full is an answer, [`Full`] or [`PublishError::Full`], and leaves everything as it was.
//! - Published code changes in three ways only: a patchable displacement, the first five bytes of
//!   an exit thunk, and reuse after [`CodeMemory::reclaim`]. The first two are one aligned
//!   eight-byte store, before and after which the code is valid.
//! - What [`CodeMemory::retire`] was told stays in place until every thread has been seen at a
//!   quiescent point after that; the caller counts those in epochs.
//!
//! # Not here
//! Locks: one writer at a time is the caller's business, as `&mut` says.

mod areas;
mod link;
mod perf_map;
mod region;

use std::collections::HashMap;
use std::fmt;
use std::io;

use crate::emit::Code;
use crate::unit::SymbolId;
use areas::Arena;
pub use link::{Linkage, Published};
pub use perf_map::PerfMap;
use region::Region;

/// How many bytes each area may have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Capacity {
    /// Expected paths.
    pub hot: u32,
    /// Slow paths, exit thunks, constants.
    pub cold: u32,
    /// What runs once or never.
    pub frozen: u32,
    /// Code that is not a translation, and far jumps.
    pub stubs: u32,
}

impl Capacity {
    /// Hot gets half, cold three eighths.
    pub const fn of_total(bytes: u32) -> Self {
        let stubs = if bytes / 16 > 1 << 20 { 1 << 20 } else { bytes / 16 };
        let cold = bytes / 8 * 3;
        Self { hot: bytes / 2, cold, frozen: bytes / 2 - cold - stubs, stubs }
    }

    fn arenas(self) -> [u32; 4] {
        [self.hot, self.cold, self.frozen, self.stubs].map(|bytes| bytes.next_multiple_of(4096))
    }
}

/// There is no room; nothing changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Full;

impl fmt::Display for Full {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("code memory is full")
    }
}

impl std::error::Error for Full {}

/// Why code was not published; nothing changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PublishError {
    /// There is no room.
    Full,
    /// Nobody told the address of this symbol.
    Unresolved(SymbolId),
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => Full.fmt(f),
            Self::Unresolved(symbol) => write!(f, "symbol {symbol} has no address"),
        }
    }
}

impl std::error::Error for PublishError {}

impl From<Full> for PublishError {
    fn from(Full: Full) -> Self {
        Self::Full
    }
}

/// Why a place in the code was not patched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PatchError {
    /// The place is not in this memory, or cannot be written in one store.
    NotPatchable,
    /// The target is too far and there is no room for a bridge.
    Full,
}

/// What is in the memory, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Usage {
    /// In use, by area: hot, cold, frozen, stubs.
    pub used: [u32; 4],
    /// Reserved, by area.
    pub capacity: [u32; 4],
    /// Retired and not yet reclaimed.
    pub retired: u32,
    /// How often there was no room.
    pub refused: u32,
}

/// A pause after which no thread runs what was retired before it: counted upwards by the caller.
pub type Epoch = u64;

/// The stub area's index among the arenas.
const STUBS: usize = 3;

/// Executable memory.
#[derive(Debug)]
pub struct CodeMemory {
    region: Region,
    arenas: [Arena; 4],
    far_jumps: HashMap<u64, u64>,
    retired: Vec<(Epoch, Published)>,
    refused: u32,
}

impl CodeMemory {
    /// Reserves address space, near `text` when that is possible. Memory is committed by use.
    pub fn reserve(capacity: Capacity, text: u64) -> io::Result<Self> {
        let sizes = capacity.arenas();
        let region = Region::map(sizes.iter().map(|s| *s as usize).sum(), text)?;
        let mut start = 0;
        let arenas = sizes.map(|size| {
            start += size;
            Arena::new(start - size, size)
        });
        Ok(Self { region, arenas, far_jumps: HashMap::new(), retired: Vec::new(), refused: 0 })
    }

    /// Copies `code` in, settles what it refers to, and tells where it is. It runs from the moment
    /// that its entry is stored somewhere.
    pub fn publish(
        &mut self,
        code: &Code,
        linkage: &Linkage<'_>,
    ) -> Result<Published, PublishError> {
        let published = link::publish(self, code, linkage);
        self.refused += u32::from(published == Err(PublishError::Full));
        published
    }

    /// Copies in position-independent code that is never removed.
    pub fn install_stub(&mut self, bytes: &[u8]) -> Result<u64, Full> {
        let offset = self.arenas[STUBS].take(bytes.len() as u32).ok_or(Full)?;
        self.region.write(offset, bytes);
        Ok(self.region.address(offset))
    }

    /// Lets the displacement at the address `field` lead to `target`; see
    /// [`crate::emit::SmashSite`].
    pub fn patch(&mut self, field: u64, target: u64) -> Result<(), PatchError> {
        let offset = self.region.offset(field).ok_or(PatchError::NotPatchable)?;
        if offset % 8 > 4 {
            return Err(PatchError::NotPatchable);
        }
        let distance = self.distance(field, 4, target).ok_or(PatchError::Full)?;
        self.region.store(offset & !7, |old| {
            let mut bytes = old.to_le_bytes();
            let at = (offset % 8) as usize;
            bytes[at..at + 4].copy_from_slice(&distance.to_le_bytes());
            u64::from_le_bytes(bytes)
        });
        Ok(())
    }

    /// Lets an exit go to `target` with its registers as they are, in place of the exit handler.
    pub fn patch_thunk(&mut self, thunk: u64, target: u64) -> Result<(), PatchError> {
        let offset = self.region.offset(thunk).ok_or(PatchError::NotPatchable)?;
        if offset % 8 != 0 {
            return Err(PatchError::NotPatchable);
        }
        let distance = self.distance(thunk + 1, 4, target).ok_or(PatchError::Full)?;
        self.region.store(offset, |old| {
            let mut bytes = old.to_le_bytes();
            bytes[0] = 0xe9;
            bytes[1..5].copy_from_slice(&distance.to_le_bytes());
            u64::from_le_bytes(bytes)
        });
        Ok(())
    }

    /// What the instruction whose displacement is at `field` needs there to reach `target`,
    /// through a far jump when that is out of reach; `after` bytes from `field` it ends.
    fn distance(&mut self, field: u64, after: u64, target: u64) -> Option<i32> {
        let from = field.wrapping_add(after);
        let near = |to: u64| i32::try_from(to.wrapping_sub(from) as i64).ok();
        near(target).or_else(|| near(self.far_jump(target).ok()?))
    }

    fn far_jump(&mut self, target: u64) -> Result<u64, Full> {
        if let Some(known) = self.far_jumps.get(&target) {
            return Ok(*known);
        }
        let stub = self.install_stub(&crate::isa::host::stubs::far_jump(target))?;
        self.far_jumps.insert(target, stub);
        Ok(stub)
    }

    /// Nobody enters this code any more; threads may still be in it until `epoch` has passed.
    pub fn retire(&mut self, code: Published, epoch: Epoch) {
        self.retired.push((epoch, code));
    }

    /// Makes room of what was retired in epochs before `passed`; tells how many bytes.
    pub fn reclaim(&mut self, passed: Epoch) -> u32 {
        let mut freed = 0;
        let arenas = &mut self.arenas;
        self.retired.retain(|(epoch, code)| {
            let stays = *epoch >= passed;
            if !stays {
                freed += code.size();
                link::release(arenas, code);
            }
            stays
        });
        freed
    }

    /// Gives a forked process code of its own, at the same addresses, before it patches any: until
    /// then it shares the parent's. The parent must not change its code meanwhile. When this
    /// fails, the process must not use the memory any more.
    pub fn separate(&mut self) -> io::Result<()> {
        let extents: Vec<(u32, u32)> = self.arenas.iter().map(Arena::extent).collect();
        self.region.separate(&extents)
    }

    /// How much is used, reserved and retired.
    pub fn usage(&self) -> Usage {
        let mut usage = Usage { refused: self.refused, ..Usage::default() };
        for (index, arena) in self.arenas.iter().enumerate() {
            usage.used[index] = arena.used();
            usage.capacity[index] = arena.capacity();
        }
        usage.retired = self.retired.iter().map(|(_, code)| code.size()).sum();
        usage
    }

    /// Whether an address is in this memory.
    pub fn contains(&self, address: u64) -> bool {
        self.region.offset(address).is_some()
    }

    /// A copy of the bytes at an address, for dumps; shorter where the memory ends.
    pub fn bytes(&self, address: u64, count: usize) -> Vec<u8> {
        self.region.offset(address).map_or_else(Vec::new, |offset| self.region.read(offset, count))
    }
}
