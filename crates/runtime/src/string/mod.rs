//! Strings: counted byte strings of the request heap, and static ones of the process.
//!
//! A string is bytes; PHP gives it no encoding. Its hash is computed when first asked for. With a
//! single owner it is appended to in place, into slack that grows geometrically.
//!
//! # Invariants
//! - Z1: `length` bytes and a NUL follow the header, within the block of size `capacity`.
//! - Z2: bytes change only while the count is 1, but for [`Str::write_for_all`], and then `hash` and
//!   `flags` are reset.
//! - Z3: `UTF8` is in `flags` only when the bytes are UTF-8.
//!
//! # Not here
//! Numeric strings and text of numbers: `conv`. Comparison rules of `==`: `ops`.

mod build;
pub mod hash;
mod hexadecimal;
mod intern;

use std::cell::Cell;
use std::fmt;
use std::ops::Range;
use std::ptr::NonNull;

pub use build::Builder;
pub use intern::{
    Interned, StaticStr, empty, intern, interned, lookup, one_byte, one_byte_made, small_int,
};

use crate::heap::size::SizeCode;
use crate::heap::{self, Oom};
use crate::layout::{Kind, VmHeader, VmStr, flags};
use crate::value::{retain, unref};

/// The count of blocks that live as long as the process.
pub(crate) const STATIC_COUNT: i32 = i32::MIN / 2;
/// The longest string, in bytes.
pub const STR_BYTES_MAX: usize = u32::MAX as usize - 64;

const HEADER_BYTES: usize = size_of::<VmStr>();

/// An owned string. Cloning takes a count.
#[repr(transparent)]
pub struct Str(NonNull<VmStr>);

/// The bytes of a string block.
///
/// # Safety
/// The block is live and not written for `'a`.
unsafe fn bytes_of<'a>(block: NonNull<VmStr>) -> &'a [u8] {
    // SAFETY: the caller's promise.
    let length = unsafe { block.as_ref() }.length.get() as usize;
    // SAFETY: Z1: bytes follow the header.
    let text = unsafe { block.cast::<u8>().byte_add(HEADER_BYTES) };
    // SAFETY: Z1, and the caller's promise.
    unsafe { std::slice::from_raw_parts(text.as_ptr(), length) }
}

/// Frees the block of a string whose last count is gone.
#[inline]
pub(crate) fn free_block(block: NonNull<VmHeader>) {
    // SAFETY: dying, not yet freed.
    let code = SizeCode::from_byte(unsafe { block.as_ref() }.capacity.get());
    // SAFETY: Z1: the block has this size, and nobody holds a count.
    unsafe { heap::free(block.cast(), code.bytes()) };
}

#[inline]
fn code_for(length: usize) -> Result<SizeCode, Oom> {
    if length > STR_BYTES_MAX {
        return Err(Oom);
    }
    SizeCode::at_least(HEADER_BYTES + length + 1).ok_or(Oom)
}

/// Copies `bytes` to where there is room for them, in a block that `bytes` do not lie in; without
/// a call when they are few.
#[inline(always)]
fn copy_text(target: NonNull<u8>, bytes: &[u8]) {
    let length = bytes.len();
    match bytes {
        [] => {}
        [byte] => copy_words(target, 0, &[*byte]),
        _ if length > 16 => {
            let source = NonNull::from(bytes).cast::<u8>();
            // SAFETY: the caller's promise.
            unsafe { target.copy_from_nonoverlapping(source, length) };
        }
        _ => {
            if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk()) {
                copy_words::<8>(target, length - 8, last);
                copy_words(target, 0, first);
            } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk())
            {
                copy_words::<4>(target, length - 4, last);
                copy_words(target, 0, first);
            } else if let (Some(first), Some(last)) = (bytes.first_chunk::<2>(), bytes.last_chunk())
            {
                copy_words::<2>(target, length - 2, last);
                copy_words(target, 0, first);
            }
        }
    }
}

/// Copies a few bytes to a place of what [`copy_text`] writes.
#[inline(always)]
fn copy_words<const N: usize>(target: NonNull<u8>, at: usize, bytes: &[u8; N]) {
    // SAFETY: the caller of `copy_text` made room for all of its bytes.
    let place = unsafe { target.add(at) }.cast::<[u8; N]>();
    // SAFETY: as above; bytes need no alignment.
    unsafe { place.write(*bytes) };
}

impl Str {
    /// Copies `bytes`. Strings of less than two bytes are static.
    #[inline]
    pub fn new(bytes: &[u8]) -> Result<Self, Oom> {
        match bytes {
            [] => Ok(empty().to_str()),
            [byte] => Ok(one_byte(*byte).to_str()),
            _ => {
                let string = Self::unwritten(bytes.len(), code_for(bytes.len())?)?;
                string.write(0, bytes);
                Ok(string)
            }
        }
    }

    /// A string of `length` NUL bytes, with a single owner.
    pub fn zeroed(length: usize) -> Result<Self, Oom> {
        let string = Self::unwritten(length, code_for(length)?)?;
        // SAFETY: Z1: `length` bytes follow the header.
        unsafe { string.text(0).write_bytes(0, length) };
        Ok(string)
    }

    /// An empty string with room for `capacity` bytes, with a single owner.
    pub fn with_capacity(capacity: usize) -> Result<Self, Oom> {
        Self::unwritten(0, code_for(capacity)?)
    }

    /// `left` followed by `right`. An empty side costs nothing.
    pub fn concat(left: &Str, right: &Str) -> Result<Self, Oom> {
        if right.is_empty() {
            return Ok(left.clone());
        }
        if left.is_empty() {
            return Ok(right.clone());
        }
        let length = left.len() + right.len();
        let string = Self::unwritten(length, code_for(length)?)?;
        string.write(0, left);
        string.write(left.len(), right);
        Ok(string)
    }

    /// All `parts` one after the other.
    pub fn join(parts: &[&[u8]]) -> Result<Self, Oom> {
        let length = parts.iter().map(|part| part.len()).sum();
        let string = Self::unwritten(length, code_for(length)?)?;
        let mut at = 0;
        for part in parts {
            string.write(at, part);
            at += part.len();
        }
        Ok(string)
    }

    /// A block with room for `length` bytes that are not yet written, except the NUL.
    #[inline]
    fn unwritten(length: usize, code: SizeCode) -> Result<Self, Oom> {
        let block = heap::alloc(code.bytes())?.cast::<VmStr>();
        let header = VmStr {
            length: Cell::new(length as u32),
            hash: Cell::new(0),
            flags: Cell::new(0),
            unused: Cell::new(0),
            capacity: Cell::new(code.byte()),
            kind: Cell::new(Kind::String),
            count: Cell::new(1),
        };
        // SAFETY: the block is fresh and larger than the header.
        unsafe { block.write(header) };
        let string = Self(block);
        // SAFETY: Z1: `code_for` made room for the NUL.
        unsafe { string.text(length).write(0) };
        Ok(string)
    }

    #[inline]
    fn header(&self) -> &VmStr {
        // SAFETY: the handle owns a count, so the block is live.
        unsafe { self.0.as_ref() }
    }

    /// Address of a byte; `at` ≤ capacity.
    #[inline]
    fn text(&self, at: usize) -> NonNull<u8> {
        // SAFETY: Z1: within the block.
        unsafe { self.0.cast::<u8>().byte_add(HEADER_BYTES + at) }
    }

    /// Copies `bytes` to `at`; the caller made room and is the single owner.
    #[inline]
    fn write(&self, at: usize, bytes: &[u8]) {
        copy_text(self.text(at), bytes);
    }

    /// Bytes that fit the block.
    #[inline]
    pub fn capacity(&self) -> usize {
        SizeCode::from_byte(self.header().capacity.get()).bytes() - HEADER_BYTES - 1
    }

    /// The bytes.
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        // SAFETY: live while the handle is; Z2: not written while shared.
        unsafe { bytes_of(self.0) }
    }

    /// The bytes for writing, when this is the single owner.
    pub fn as_bytes_mut(&mut self) -> Option<&mut [u8]> {
        if !self.is_unique() {
            return None;
        }
        self.forget();
        let length = self.len();
        // SAFETY: Z1, Z2: a single owner, borrowed mutably.
        Some(unsafe { std::slice::from_raw_parts_mut(self.text(0).as_ptr(), length) })
    }

    /// Writes a byte, which all owners see. PHP: so does an assignment to an offset of a string that
    /// a handler of the assignment has copied. Nothing when it is static or too short.
    pub fn write_for_all(&mut self, at: usize, byte: u8) {
        if self.is_static() || at >= self.len() {
            return;
        }
        self.forget();
        // SAFETY: Z1: inside the text; Z2: who owns the string since that handler ran is a value of
        // the script, whose bytes nobody has borrowed.
        unsafe { self.text(at).write(byte) };
    }

    /// Drops what was known of the bytes, which change.
    #[inline]
    fn forget(&self) {
        self.header().hash.set(0);
        self.header().flags.set(0);
    }

    /// The bytes as text, when they are UTF-8. A string that is not static is looked through once.
    pub fn as_utf8(&self) -> Option<&str> {
        if self.header().flags.get() & flags::UTF8 != 0 {
            // SAFETY: Z3.
            return Some(unsafe { std::str::from_utf8_unchecked(self.as_bytes()) });
        }
        let text = std::str::from_utf8(self.as_bytes()).ok()?;
        if !self.is_static() {
            self.header().flags.set(flags::UTF8);
        }
        Some(text)
    }

    /// Length in bytes.
    #[inline]
    pub fn len(&self) -> usize {
        self.header().length.get() as usize
    }

    /// Whether there are no bytes.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.header().length.get() == 0
    }

    /// Whether the string lives as long as the process.
    #[inline]
    pub fn is_static(&self) -> bool {
        self.header().count.get() < 0
    }

    /// Whether this handle is the only owner.
    #[inline]
    pub fn is_unique(&self) -> bool {
        self.header().count.get() == 1
    }

    /// The number of owners, negative for static strings.
    pub fn count(&self) -> i32 {
        self.header().count.get()
    }

    /// The hash, computed when first asked for.
    #[inline]
    pub fn hash(&self) -> u32 {
        let hash = self.header().hash.get();
        if hash != 0 { hash } else { self.compute_hash() }
    }

    /// The hash, if it was computed before.
    #[inline]
    pub(crate) fn known_hash(&self) -> Option<u32> {
        Some(self.header().hash.get()).filter(|&hash| hash != 0)
    }

    #[inline(never)]
    fn compute_hash(&self) -> u32 {
        let hash = hash::hash(self.as_bytes());
        if !self.is_static() {
            self.header().hash.set(hash);
        }
        hash
    }

    /// Whether both are the same block.
    #[inline]
    pub fn ptr_eq(&self, other: &Str) -> bool {
        self.0 == other.0
    }

    /// Adds `bytes` at the end: in place when this is the only owner, else in a copy that
    /// replaces the handle.
    #[inline]
    pub fn append(&mut self, bytes: &[u8]) -> Result<(), Oom> {
        let length = self.len();
        if !self.is_unique() || self.capacity() - length < bytes.len() {
            self.make_room(bytes.len())?;
        }
        let sum = length + bytes.len();
        self.write(length, bytes);
        // SAFETY: Z1: there is room for the NUL after the capacity.
        unsafe { self.text(sum).write(0) };
        self.header().length.set(sum as u32);
        self.forget();
        Ok(())
    }

    /// Makes this the only owner of a block with room for `more` bytes, growing geometrically.
    #[cold]
    fn make_room(&mut self, more: usize) -> Result<(), Oom> {
        let length = self.len();
        let needed = length.checked_add(more).ok_or(Oom)?;
        let wanted = needed.max(length + length / 2).min(STR_BYTES_MAX.max(needed));
        let code = code_for(wanted)?;
        if !self.is_unique() {
            let copy = Self::unwritten(length, code)?;
            copy.write(0, self.as_bytes());
            *self = copy;
            return Ok(());
        }
        let old = SizeCode::from_byte(self.header().capacity.get()).bytes();
        // SAFETY: Z1: the block has the size of its code; the handle is replaced.
        self.0 = unsafe { heap::resize(self.0.cast(), old, code.bytes()) }?.cast();
        self.header().capacity.set(code.byte());
        Ok(())
    }

    /// Returns slack above an eighth of the length.
    #[inline]
    pub fn shrink(&mut self) {
        let length = self.len();
        if self.is_unique() && self.capacity() > length + length / 8 + 16 {
            self.give_back(length);
        }
    }

    #[cold]
    fn give_back(&mut self, length: usize) {
        let Ok(code) = code_for(length) else { return };
        let old = SizeCode::from_byte(self.header().capacity.get()).bytes();
        // SAFETY: Z1: the block has the size of its code; the handle is replaced.
        if let Ok(block) = unsafe { heap::resize(self.0.cast(), old, code.bytes()) } {
            self.0 = block.cast();
            self.header().capacity.set(code.byte());
        }
    }

    /// The bytes of `range` as a string: the string itself when it is all of it.
    ///
    /// # Panics
    /// When the range is not within the string.
    #[inline]
    pub fn slice(&self, range: Range<usize>) -> Result<Self, Oom> {
        if range == (0..self.len()) {
            return Ok(self.clone());
        }
        Self::new(&self.as_bytes()[range])
    }

    /// Takes over a count of a string block.
    ///
    /// # Safety
    /// The block is a live string, and the caller owned the count (static ones need none).
    #[inline]
    pub unsafe fn from_block(block: NonNull<VmHeader>) -> Self {
        Self(block.cast())
    }

    /// The block; the caller now owns the count.
    #[inline]
    pub fn into_block(self) -> NonNull<VmHeader> {
        let block = self.0.cast();
        std::mem::forget(self);
        block
    }

    /// The block; the count stays here.
    #[inline]
    pub fn as_block(&self) -> NonNull<VmHeader> {
        self.0.cast()
    }
}

impl std::ops::Deref for Str {
    type Target = [u8];
    #[inline]
    fn deref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl PartialEq for Str {
    #[inline]
    fn eq(&self, other: &Str) -> bool {
        if self.0 == other.0 {
            return true;
        }
        if self.len() != other.len() {
            return false;
        }
        let (left, right) = (self.header().hash.get(), other.header().hash.get());
        (left == right || left == 0 || right == 0) && same_bytes(self.as_bytes(), other.as_bytes())
    }
}

impl Eq for Str {}

impl std::hash::Hash for Str {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash().into());
    }
}

/// Whether two texts are the same; without a call when they are short.
#[inline(always)]
pub fn same_bytes(left: &[u8], right: &[u8]) -> bool {
    let length = left.len();
    if length != right.len() {
        return false;
    }
    match length {
        0 => true,
        1..=3 => {
            left[0] == right[0]
                && left[length / 2] == right[length / 2]
                && left[length - 1] == right[length - 1]
        }
        4..=7 => {
            left.first_chunk::<4>() == right.first_chunk()
                && left.last_chunk::<4>() == right.last_chunk()
        }
        8..=16 => {
            left.first_chunk::<8>() == right.first_chunk()
                && left.last_chunk::<8>() == right.last_chunk()
        }
        17..=32 => {
            left.first_chunk::<16>() == right.first_chunk()
                && left.last_chunk::<16>() == right.last_chunk()
        }
        _ => left == right,
    }
}

impl Clone for Str {
    #[inline]
    fn clone(&self) -> Self {
        retain(self.0.cast());
        Self(self.0)
    }
}

impl Drop for Str {
    #[inline]
    fn drop(&mut self) {
        unref(self.0.cast());
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.as_bytes().escape_ascii())
    }
}

#[cfg(test)]
mod tests;
