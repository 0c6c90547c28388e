//! One run of pages, mapped executable at one address and writable at another.
//!
//! # Invariants
//! - R1: `writable` and `executable` each start `size` mapped bytes of the same memory file, until
//!   the region is dropped; no other value knows `writable`.
//! - R2: nothing writes through `executable`.
//! - R3: an access names an offset and a length that were checked against `size`.
//!
//! # Not here
//! Who may use which bytes.

#![expect(unsafe_code, reason = "maps memory and writes through the address the system returned")]

use std::fs::File;
use std::io;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::os::unix::fs::FileExt;
use std::sync::atomic::{AtomicU64, Ordering};

/// How far from the text a call still reaches, with room for the region itself.
const REACH: u64 = (1 << 31) - (1 << 28);
/// How far apart the addresses are that are tried.
const STEP: u64 = 1 << 24;

const WRITABLE: i32 = libc::PROT_READ | libc::PROT_WRITE;
const EXECUTABLE: i32 = libc::PROT_READ | libc::PROT_EXEC;

/// Pages with two addresses.
#[derive(Debug)]
pub(super) struct Region {
    executable: u64,
    writable: *mut u8,
    size: usize,
}

// SAFETY: R1, the mappings belong to the region and to no thread.
unsafe impl Send for Region {}
// SAFETY: R1; through a shared reference memory is only read, as plain bytes by copies.
unsafe impl Sync for Region {}

impl Region {
    /// Maps `size` bytes, executable near `text` when there is room there.
    pub fn map(size: usize, text: u64) -> io::Result<Self> {
        let file = memory_file(size)?;
        let writable = map_at(0, size, WRITABLE, &file)?;
        let executable = candidates(text)
            .find_map(|address| map_at(address, size, EXECUTABLE, &file).ok())
            .map_or_else(|| map_at(0, size, EXECUTABLE, &file), Ok);
        let mut region = Self { executable: 0, writable: writable as *mut u8, size };
        region.executable = executable? as u64;
        Ok(region)
    }

    /// Puts a copy of the file, with these runs of bytes, in place of the file at both addresses.
    pub fn separate(&mut self, extents: &[(u32, u32)]) -> io::Result<()> {
        let file = File::from(memory_file(self.size)?);
        for &(offset, size) in extents {
            file.write_all_at(&self.read(offset, size as usize), u64::from(offset))?;
        }
        let file = OwnedFd::from(file);
        for (address, access) in [(self.executable, EXECUTABLE), (self.writable as u64, WRITABLE)] {
            let (at, size) = (address as *mut libc::c_void, self.size);
            let flags = libc::MAP_SHARED | libc::MAP_NORESERVE | libc::MAP_FIXED;
            // SAFETY: R1, what is replaced is a mapping of this region, of the same size; the bytes
            // that anything may run or read are the same.
            let mapped = unsafe { libc::mmap(at, size, access, flags, file.as_raw_fd(), 0) };
            if mapped == libc::MAP_FAILED {
                return Err(io::Error::last_os_error());
            }
        }
        Ok(())
    }

    /// The address at which the byte at `offset` runs.
    pub fn address(&self, offset: u32) -> u64 {
        self.executable + u64::from(offset)
    }

    /// The offset of an executable address.
    pub fn offset(&self, address: u64) -> Option<u32> {
        let offset = address.checked_sub(self.executable)?;
        (offset < self.size as u64).then_some(offset as u32)
    }

    /// Writes `bytes`; nothing runs there yet.
    pub fn write(&mut self, offset: u32, bytes: &[u8]) {
        let start = offset as usize;
        assert!(start + bytes.len() <= self.size, "invariant R3");
        // SAFETY: R3, the sum is within the mapping of R1.
        let to = unsafe { self.writable.add(start) };
        // SAFETY: R1 and R3; a slice of ordinary memory does not overlap the mapping.
        unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), to, bytes.len()) };
    }

    /// A copy of `count` bytes, fewer at the end.
    pub fn read(&self, offset: u32, count: usize) -> Vec<u8> {
        let start = (offset as usize).min(self.size);
        let count = count.min(self.size - start);
        let mut bytes = vec![0; count];
        // SAFETY: R3, the sum is within the mapping of R1.
        let from = unsafe { self.writable.add(start) };
        // SAFETY: R1 and R3; the vector has `count` bytes of its own.
        unsafe { std::ptr::copy_nonoverlapping(from, bytes.as_mut_ptr(), count) };
        bytes
    }

    /// Replaces eight aligned bytes in one store; threads run the old ones or the new ones.
    pub fn store(&mut self, offset: u32, change: impl FnOnce(u64) -> u64) {
        let start = offset as usize;
        assert!(start.is_multiple_of(8) && start + 8 <= self.size, "invariant R3");
        // SAFETY: R3, the sum is within the mapping of R1.
        let word = unsafe { self.writable.add(start) }.cast::<u64>();
        // SAFETY: R1 and R3; the mapping starts at a page, so the word is aligned, and the word
        // is only reached as an atomic while others run it.
        let word = unsafe { AtomicU64::from_ptr(word) };
        word.store(change(word.load(Ordering::Relaxed)), Ordering::Release);
    }
}

impl Drop for Region {
    fn drop(&mut self) {
        // SAFETY: R1, nothing else knows the address.
        unsafe { libc::munmap(self.writable.cast(), self.size) };
        if self.executable != 0 {
            // SAFETY: R1; who still runs code of a dropped memory has broken its contract.
            unsafe { libc::munmap(self.executable as *mut libc::c_void, self.size) };
        }
    }
}

/// A file in memory of this size, unlinked and closed with its last mapping.
fn memory_file(size: usize) -> io::Result<OwnedFd> {
    // SAFETY: the name is a valid C string.
    let fd = unsafe { libc::memfd_create(c"jive-code".as_ptr(), libc::MFD_CLOEXEC) };
    if fd < 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the descriptor is new and nobody else's.
    let file = unsafe { OwnedFd::from_raw_fd(fd) };
    let length = libc::off_t::try_from(size).map_err(io::Error::other)?;
    // SAFETY: the descriptor is open.
    match unsafe { libc::ftruncate(file.as_raw_fd(), length) } {
        0 => Ok(file),
        _ => Err(io::Error::last_os_error()),
    }
}

/// Maps the file; at `address` exactly and only where nothing is, or anywhere for 0.
fn map_at(address: u64, size: usize, access: i32, file: &OwnedFd) -> io::Result<usize> {
    let fixed = if address == 0 { 0 } else { libc::MAP_FIXED_NOREPLACE };
    let flags = libc::MAP_SHARED | libc::MAP_NORESERVE | fixed;
    let hint = address as *mut libc::c_void;
    // SAFETY: without a fixed address, or with one that replaces nothing, existing memory stays.
    let at = unsafe { libc::mmap(hint, size, access, flags, file.as_raw_fd(), 0) };
    if at == libc::MAP_FAILED {
        return Err(io::Error::last_os_error());
    }
    Ok(at as usize)
}

/// Addresses from which calls reach `text`, the nearest first.
fn candidates(text: u64) -> impl Iterator<Item = u64> {
    let base = text & !(STEP - 1);
    let steps = if text == 0 { 0 } else { REACH / STEP };
    (1..steps).flat_map(move |n| {
        let (below, above) = (base.checked_sub(n * STEP), base.checked_add(n * STEP));
        [below, above].into_iter().flatten().filter(|at| *at != 0)
    })
}
