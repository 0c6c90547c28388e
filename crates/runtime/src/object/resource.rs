//! Resources: numbered handles to things outside the heap.

use std::cell::Cell;
use std::ptr::NonNull;

use crate::heap::{self, Oom};
use crate::layout::{Kind, VmHeader};
use crate::value::{retain, unref};

/// An owned handle of a resource block. What it stands for lives in a table of the request, found
/// by [`Resource::id`].
#[repr(transparent)]
pub struct Resource(NonNull<VmHeader>);

impl Resource {
    /// The number of the type of streams.
    pub const STREAM: u32 = 1;

    /// A resource with a number and a type number.
    pub fn new(id: u32, type_id: u32) -> Result<Self, Oom> {
        let block = heap::alloc(size_of::<VmHeader>())?.cast::<VmHeader>();
        let header = VmHeader {
            word0: Cell::new(id),
            word1: Cell::new(type_id),
            flags: Cell::new(0),
            aux: Cell::new(0),
            capacity: Cell::new(0),
            kind: Cell::new(Kind::Resource),
            count: Cell::new(1),
        };
        // SAFETY: the block is fresh and of this size.
        unsafe { block.write(header) };
        Ok(Self(block))
    }

    /// A further block with the number of a resource; when it dies, that resource lives on.
    pub fn guest(id: u32, type_id: u32) -> Result<Self, Oom> {
        let guest = Self::new(id, type_id)?;
        // SAFETY: the handle owns a count.
        unsafe { guest.0.as_ref() }.aux.set(1);
        Ok(guest)
    }

    /// The number that scripts see.
    pub fn id(&self) -> u32 {
        // SAFETY: the handle owns a count.
        unsafe { self.0.as_ref() }.word0.get()
    }

    /// The number of its type.
    pub fn type_id(&self) -> u32 {
        // SAFETY: the handle owns a count.
        unsafe { self.0.as_ref() }.word1.get()
    }

    /// What kind of thing it stands for: nothing, once it is closed.
    pub fn type_name(&self) -> &'static str {
        match self.type_id() {
            1 => "stream",
            2 => "stream-context",
            3 => "process",
            4 => "stream filter",
            5 => "userfilter.bucket brigade",
            _ => "Unknown",
        }
    }

    /// Says that what it stood for is gone.
    pub fn close(&self) {
        // SAFETY: the handle owns a count.
        unsafe { self.0.as_ref() }.word1.set(0);
    }

    /// The block; the caller now owns the count.
    pub(crate) fn into_block(self) -> NonNull<VmHeader> {
        let block = self.0;
        std::mem::forget(self);
        block
    }
}

impl Clone for Resource {
    fn clone(&self) -> Self {
        retain(self.0);
        Self(self.0)
    }
}

impl Drop for Resource {
    fn drop(&mut self) {
        unref(self.0);
    }
}

/// Frees a dead resource block. What it stood for is known to be abandoned, if it is not closed
/// and the handle was no guest.
pub(crate) fn free_resource(block: NonNull<VmHeader>) {
    // SAFETY: the block is a resource that is dying, not yet freed.
    let header = unsafe { block.as_ref() };
    let (id, type_id) = (header.word0.get(), header.word1.get());
    if type_id != 0 && header.aux.get() == 0 {
        super::abandon(id, type_id);
    }
    // SAFETY: the block is a resource, and nobody uses it again.
    unsafe { heap::free(block.cast(), size_of::<VmHeader>()) };
}
