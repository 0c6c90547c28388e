//! The numbers of objects: which block each stands for, and which are given out again.
//!
//! Machine code takes a number for a block with
//!
//! ```text
//! n = numbers.free;  if n == 0 → slow path (`Numbers::take`)
//! entry = numbers.entries + 16 * n;  numbers.free = entry.link;  entry.block = block
//! ```
//!
//! # Invariants
//! - O3: numbers of freed objects are given out again, last freed first; 0 is none.
//! - O4: `entries` has room for `capacity` entries, of which `length` are initialised; all but the
//!   first stand for a live object or are on the list that begins at `free`, linked by `link`.

use std::alloc::{Layout, alloc, dealloc, realloc};
use std::cell::Cell;
use std::ptr::{self, NonNull};

use crate::heap::Oom;
use crate::layout::VmHeader;

/// How many entries the first table has.
const FIRST_CAPACITY: usize = 64;

/// What an object number stands for.
#[repr(C)]
struct Entry {
    block: Cell<*mut VmHeader>,
    /// Raised each time an object with this number goes.
    serial: Cell<u32>,
    /// Of a live object: where it was put in the root buffer. Of a free number: the next free one.
    link: Cell<u32>,
}

/// The numbers of a thread's request. See the module's documentation for the sequence that machine
/// code uses.
#[repr(C)]
pub struct Numbers {
    entries: Cell<*mut Entry>,
    free: Cell<u32>,
    length: Cell<u32>,
    capacity: Cell<usize>,
    /// How many objects have gone.
    departed: Cell<u64>,
}

thread_local! {
    static NUMBERS: Numbers = const { Numbers::new() };
    static TABLE_OF_THREAD: TableOfThread = const { TableOfThread };
}

/// Returns the thread's table to the system when the thread ends.
struct TableOfThread;

impl Drop for TableOfThread {
    fn drop(&mut self) {
        NUMBERS.with(Numbers::return_table);
    }
}

/// Runs `body` with this thread's numbers.
#[inline]
pub fn with<R>(body: impl FnOnce(&Numbers) -> R) -> R {
    NUMBERS.with(body)
}

impl Numbers {
    /// Where the address of the entries lies.
    pub const ENTRIES_AT: usize = std::mem::offset_of!(Self, entries);
    /// Where the first free number lies.
    pub const FREE_AT: usize = std::mem::offset_of!(Self, free);
    /// Bytes of an entry, a power of two.
    pub const ENTRY_BYTES: usize = size_of::<Entry>();
    /// Where an entry has the block.
    pub const BLOCK_AT: usize = std::mem::offset_of!(Entry, block);
    /// Where the entry of a free number has the next one.
    pub const LINK_AT: usize = std::mem::offset_of!(Entry, link);

    const fn new() -> Self {
        Self {
            entries: Cell::new(ptr::null_mut()),
            free: Cell::new(0),
            length: Cell::new(0),
            capacity: Cell::new(0),
            departed: Cell::new(0),
        }
    }

    /// A number for a block.
    #[inline(always)]
    pub(super) fn take(&self, block: NonNull<VmHeader>) -> Result<u32, Oom> {
        let number = self.free.get();
        if number == 0 {
            return self.take_new(block);
        }
        let entry = self.at(number);
        self.free.set(entry.link.get());
        entry.block.set(block.as_ptr());
        Ok(number)
    }

    #[cold]
    fn take_new(&self, block: NonNull<VmHeader>) -> Result<u32, Oom> {
        let number = self.length.get().max(1);
        if number as usize >= self.capacity.get() {
            self.grow()?;
        }
        self.length.set(number + 1);
        let entry =
            Entry { block: Cell::new(block.as_ptr()), serial: Cell::new(0), link: Cell::new(0) };
        // SAFETY: O4: there is room for it.
        unsafe { self.place(number).write(entry) };
        Ok(number)
    }

    fn grow(&self) -> Result<(), Oom> {
        TABLE_OF_THREAD.with(|_| ());
        let old = self.capacity.get();
        let new = (old * 2).max(FIRST_CAPACITY);
        let layout = Layout::array::<Entry>(new).map_err(|_| Oom)?;
        let table = if old == 0 {
            // SAFETY: the layout's size is not zero.
            unsafe { alloc(layout) }
        } else {
            let before = Layout::array::<Entry>(old).map_err(|_| Oom)?;
            // SAFETY: allocated with that layout; the new size fits one.
            unsafe { realloc(self.entries.get().cast(), before, layout.size()) }
        };
        let table = NonNull::new(table.cast::<Entry>()).ok_or(Oom)?;
        if old == 0 {
            let none = Entry {
                block: Cell::new(ptr::null_mut()),
                serial: Cell::new(0),
                link: Cell::new(0),
            };
            // SAFETY: O4: the table has room for the entry that is nobody's.
            unsafe { table.write(none) };
        }
        self.entries.set(table.as_ptr());
        self.capacity.set(new);
        Ok(())
    }

    #[inline(always)]
    fn at(&self, number: u32) -> &Entry {
        debug_assert!(number < self.length.get(), "invariant O4");
        // SAFETY: O4: callers pass numbers below `length`; the table moves only while no object is
        // being looked up.
        unsafe { &*self.place(number) }
    }

    #[inline(always)]
    fn place(&self, number: u32) -> *mut Entry {
        // SAFETY: O4: callers pass numbers below `capacity`.
        unsafe { self.entries.get().add(number as usize) }
    }

    /// What a number stands for or stood for; none when the request gave it to nobody.
    #[inline(always)]
    fn entry(&self, number: u32) -> Option<&Entry> {
        (number < self.length.get()).then(|| self.at(number))
    }

    /// The object with a number has gone, unless it outlived the reset of its request.
    #[inline(always)]
    pub(super) fn give_back(&self, number: u32) {
        let Some(entry) = self.entry(number) else { return };
        entry.block.set(ptr::null_mut());
        entry.serial.set(entry.serial.get().wrapping_add(1));
        entry.link.set(self.free.replace(number));
        self.departed.set(self.departed.get() + 1);
    }

    /// The live object with a number.
    pub(super) fn block(&self, number: u32) -> Option<NonNull<VmHeader>> {
        NonNull::new(self.entry(number)?.block.get())
    }

    /// How many objects had the number before.
    pub(super) fn serial(&self, number: u32) -> u32 {
        self.entry(number).map_or(0, |entry| entry.serial.get())
    }

    /// Where the live object with a number was put in the root buffer, if it was.
    #[inline(always)]
    pub(super) fn root(&self, number: u32) -> u32 {
        self.entry(number).map_or(0, |entry| entry.link.get())
    }

    /// Notes where the live object with a number is in the root buffer.
    #[inline(always)]
    pub(super) fn set_root(&self, number: u32, at: u32) {
        if let Some(entry) = self.entry(number) {
            entry.link.set(at);
        }
    }

    /// How many objects have gone.
    pub(super) fn departed(&self) -> u64 {
        self.departed.get()
    }

    /// The blocks of the live objects, in the order of their numbers.
    pub(super) fn live(&self) -> impl Iterator<Item = NonNull<VmHeader>> {
        (1..self.length.get()).filter_map(|number| self.block(number))
    }

    /// Forgets all objects.
    pub(super) fn reset(&self) {
        self.free.set(0);
        self.length.set(0);
    }

    fn return_table(&self) {
        self.reset();
        let (table, capacity) = (self.entries.replace(ptr::null_mut()), self.capacity.replace(0));
        if let (Ok(layout), false) = (Layout::array::<Entry>(capacity), table.is_null()) {
            // SAFETY: allocated with this layout, and nobody has it any more.
            unsafe { dealloc(table.cast(), layout) };
        }
    }
}
