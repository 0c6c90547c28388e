//! Cursors: positions of by-reference `foreach` loops, which follow their array around.
//!
//! A loop by reference goes on over elements that are added, skips those that are removed, and
//! survives separation and `array_splice`. So its position is kept here, per thread, where the
//! functions that move elements find it.
//!
//! # Invariants
//! - U1: a live cursor names the block it was last used with; blocks that cursors name have the
//!   flag HAS_ITERATORS.
//! - U2: a copy of an array with cursors has a shadow of each of them, so that a loop that goes
//!   on with the copy finds its place.

use std::cell::RefCell;
use std::ptr::NonNull;

use super::Array;
use crate::heap::Oom;
use crate::layout::{VmHeader, flags};
use crate::object::Reference;

/// A registered cursor.
#[derive(PartialEq, Eq, Debug)]
pub struct CursorId(u32);

impl CursorId {
    /// The number, for keeping it in a word.
    pub fn number(&self) -> u32 {
        self.0
    }

    /// The cursor whose number was kept.
    pub fn from_number(number: u32) -> Self {
        Self(number)
    }
}

#[derive(Clone, Copy)]
struct Cursor {
    block: Option<NonNull<VmHeader>>,
    position: u32,
    /// The cursor that this is a shadow of.
    origin: Option<u32>,
    in_use: bool,
}

thread_local! {
    static CURSORS: RefCell<Vec<Cursor>> = const { RefCell::new(Vec::new()) };
}

fn mark(block: NonNull<VmHeader>) {
    // SAFETY: callers hold a count of the block, and it has one owner or no owner yet.
    let header = unsafe { block.as_ref() };
    header.flags.set(header.flags.get() | flags::HAS_ITERATORS);
}

fn add(cursors: &mut Vec<Cursor>, cursor: Cursor) -> u32 {
    if let Some(free) = cursors.iter().position(|cursor| !cursor.in_use) {
        cursors[free] = cursor;
        return free as u32;
    }
    cursors.push(cursor);
    cursors.len() as u32 - 1
}

impl Array {
    /// Registers a cursor at `position`. The array must have one owner.
    pub fn open_cursor(&mut self, position: u32) -> CursorId {
        debug_assert!(self.is_unique());
        let block = self.as_block();
        mark(block);
        let cursor = Cursor { block: Some(block), position, origin: None, in_use: true };
        CursorId(CURSORS.with_borrow_mut(|cursors| add(cursors, cursor)))
    }

    /// The next element of a loop by reference: its position, and its slot made a Ref. The cursor
    /// goes on behind it. `None` at the end.
    ///
    /// When the array is neither the one the cursor was last used with nor a copy of it, the loop
    /// goes on at the internal pointer, after separation. PHP: an array known to the cursor is not
    /// separated even if it has become shared, so other owners see the Refs too.
    pub fn next_ref(&mut self, id: &CursorId) -> Result<Option<(u32, Reference)>, Oom> {
        let start = match self.known_position(id) {
            Some(position) => position,
            None => {
                self.make_unique(0)?;
                self.adopt(id)
            }
        };
        let position = self.valid_position(start);
        if position >= self.used() {
            return Ok(None);
        }
        let reference = self.open_slot(position).make_ref()?;
        CURSORS.with_borrow_mut(|cursors| cursors[id.0 as usize].position = position + 1);
        Ok(Some((position, reference)))
    }

    /// Takes the cursors of another array, with their positions.
    pub fn take_cursors(&mut self, other: &Array) {
        let old = other.as_block();
        let known = CURSORS.with_borrow(|all| all.iter().any(|cursor| cursor.block == Some(old)));
        if known && self.is_unique() {
            rename(old, self.as_block());
        }
    }

    /// Where the cursor stands, when it knows this array or the array it knows was copied to this
    /// one.
    fn known_position(&self, id: &CursorId) -> Option<u32> {
        let block = self.as_block();
        CURSORS.with_borrow_mut(|cursors| {
            let cursor = cursors[id.0 as usize];
            if cursor.block == Some(block) {
                return Some(cursor.position);
            }
            let is_shadow = |other: &&Cursor| other.origin == Some(id.0);
            let shadow = cursors.iter().filter(is_shadow).find(|other| other.block == Some(block));
            let position = shadow.map(|shadow| shadow.position);
            forget_shadows(cursors, id.0);
            if let Some(position) = position {
                cursors[id.0 as usize] = Cursor { block: Some(block), position, ..cursor };
            }
            position
        })
    }

    /// Binds the cursor to this array, at the internal pointer.
    fn adopt(&mut self, id: &CursorId) -> u32 {
        let (block, position) = (self.as_block(), self.position());
        mark(block);
        CURSORS.with_borrow_mut(|cursors| {
            let cursor = &mut cursors[id.0 as usize];
            *cursor = Cursor { block: Some(block), position, ..*cursor };
        });
        position
    }
}

/// Ends a cursor.
pub fn close_cursor(id: CursorId) {
    CURSORS.with_borrow_mut(|cursors| {
        forget_shadows(cursors, id.0);
        cursors[id.0 as usize].in_use = false;
        cursors[id.0 as usize].block = None;
        while cursors.last().is_some_and(|cursor| !cursor.in_use) {
            cursors.pop();
        }
    });
}

fn forget_shadows(cursors: &mut [Cursor], origin: u32) {
    for cursor in cursors {
        if cursor.origin == Some(origin) {
            *cursor = Cursor { block: None, position: 0, origin: None, in_use: false };
        }
    }
}

/// Runs `each` on the positions of all cursors in `block`.
pub(super) fn update(block: NonNull<VmHeader>, mut each: impl FnMut(&mut u32)) {
    CURSORS.with_borrow_mut(|cursors| {
        for cursor in cursors.iter_mut().filter(|cursor| cursor.block == Some(block)) {
            each(&mut cursor.position);
        }
    });
}

/// The cursors of `old` now belong to `new`.
pub(super) fn rename(old: NonNull<VmHeader>, new: NonNull<VmHeader>) {
    mark(new);
    CURSORS.with_borrow_mut(|cursors| {
        for cursor in cursors.iter_mut().filter(|cursor| cursor.block == Some(old)) {
            cursor.block = Some(new);
        }
    });
}

/// `copy` was made from `source` (U2).
pub(super) fn shadow(source: NonNull<VmHeader>, copy: NonNull<VmHeader>) {
    CURSORS.with_borrow_mut(|cursors| {
        for index in 0..cursors.len() {
            let cursor = cursors[index];
            if cursor.block == Some(source) {
                let origin = Some(cursor.origin.unwrap_or(index as u32));
                add(cursors, Cursor { block: Some(copy), origin, ..cursor });
                mark(copy);
            }
        }
    });
}

/// `block` is dead.
pub(super) fn forget(block: NonNull<VmHeader>) {
    CURSORS.with_borrow_mut(|cursors| {
        for cursor in cursors.iter_mut().filter(|cursor| cursor.block == Some(block)) {
            cursor.block = None;
        }
    });
}
