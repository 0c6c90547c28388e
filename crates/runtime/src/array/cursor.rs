//! Cursors: positions of loops by reference, or over properties, which follow their array around.
//!
//! A loop by reference goes on over elements that are added, skips those that are removed, and
//! survives separation and `array_splice`. So its position is kept here, per thread, where the
//! functions that move elements find it.
//!
//! # Invariants
//! - U1: a live cursor names the block it was last used with; blocks that cursors name have the
//!   flag HAS_ITERATORS. Where it stands is a place (see `place`).
//! - U2: a copy of an array with cursors has a shadow of each of them, so that a loop that goes
//!   on with the copy finds its place.

use std::cell::RefCell;
use std::ptr::NonNull;

use super::Array;
use crate::heap::Oom;
use crate::layout::{VmHeader, flags};
use crate::object::Reference;
use crate::value::{DataType, Value};

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

    /// The cursor knows no array any more: the loop goes on at the internal pointer of the next.
    pub fn lose(&self) {
        CURSORS.with_borrow_mut(|cursors| {
            forget_shadows(cursors, self.0);
            cursors[self.0 as usize].block = None;
        });
    }
}

#[derive(Clone, Copy)]
struct Cursor {
    block: Option<NonNull<VmHeader>>,
    place: u32,
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
        let (block, place) = (self.as_block(), self.place_of(position));
        mark(block);
        let cursor = Cursor { block: Some(block), place, origin: None, in_use: true };
        CursorId(CURSORS.with_borrow_mut(|cursors| add(cursors, cursor)))
    }

    /// The next element of a loop by reference: its position, and its slot made a Ref. The cursor
    /// goes on behind it. `None` at the end.
    ///
    /// When the array is neither the one the cursor was last used with nor a copy of it, the loop
    /// goes on at the internal pointer, after separation. PHP: an array known to the cursor is not
    /// separated even if it has become shared, so other owners see the Refs too.
    pub fn next_ref(&mut self, id: &CursorId) -> Result<Option<(u32, Reference)>, Oom> {
        let Some(position) = self.next_position(id)? else { return Ok(None) };
        match self.open_slot(position).make_ref() {
            Ok(reference) => Ok(Some((position, reference))),
            Err(oom) => {
                self.stand_at(id, self.place_of(position));
                Err(oom)
            }
        }
    }

    /// The next element of a loop by reference, in a list that the cursor knows, when it is a Ref
    /// already. The cursor goes on behind it.
    #[inline]
    pub fn next_known_ref(&self, id: &CursorId) -> Option<&Value> {
        CURSORS.with_borrow_mut(|cursors| {
            let cursor = cursors.get_mut(id.0 as usize)?;
            if cursor.block != Some(self.as_block()) {
                return None;
            }
            let element = self.get_packed(i64::from(cursor.place))?;
            let is_ref = element.tag() == DataType::Ref;
            cursor.place += u32::from(is_ref);
            is_ref.then_some(element)
        })
    }

    /// The position of the next element, which stays as it is; else as [`next_ref`](Self::next_ref).
    pub fn next_position(&mut self, id: &CursorId) -> Result<Option<u32>, Oom> {
        if let Some(position) = self.next_here(id) {
            return Ok(Some(position));
        }
        let position = self.position_here(id)?;
        if let Some(position) = position {
            self.stand_at(id, self.place_of(position) + 1);
        }
        Ok(position)
    }

    /// The same of a cursor that knows this array; none at the end, too.
    #[inline]
    fn next_here(&self, id: &CursorId) -> Option<u32> {
        CURSORS.with_borrow_mut(|cursors| {
            let cursor = cursors.get_mut(id.0 as usize)?;
            let position = self.position_at(cursor.place);
            if cursor.block != Some(self.as_block()) || position >= self.used() {
                return None;
            }
            cursor.place = self.place_of(position) + 1;
            Some(position)
        })
    }

    /// The position of the element that a cursor comes to next.
    fn position_here(&mut self, id: &CursorId) -> Result<Option<u32>, Oom> {
        let start = match self.place_here(id).or_else(|| self.place_in_origin(id)) {
            Some(place) => place,
            None => {
                self.make_unique(0)?;
                self.adopt(id)
            }
        };
        let position = self.position_at(start);
        Ok((position < self.used()).then_some(position))
    }

    fn stand_at(&self, id: &CursorId, place: u32) {
        CURSORS.with_borrow_mut(|cursors| cursors[id.0 as usize].place = place);
    }

    /// Takes the cursors of another array whose elements are here in another order. They stay at
    /// their places; those of a list first lose its holes.
    pub fn take_cursors(&mut self, other: &Array) {
        let old = other.as_block();
        let known = CURSORS.with_borrow(|all| all.iter().any(|cursor| cursor.block == Some(old)));
        if known && self.is_unique() {
            // A loop over another owner of the old array goes on there.
            let follow = if other.is_unique() { rename } else { shadow };
            follow(old, self.as_block());
            // A copy of a hash has no holes, and is what was sorted.
            if !other.is_unique() && other.is_hash_in_php() {
                follow_to(self.as_block(), &other.live_places(), other.places());
            }
            if !other.is_hash_in_php() && (other.places() as usize) > other.len() {
                follow_to(self.as_block(), &other.live_places(), other.places());
                replace(self.as_block(), other.places(), other.len() as u32);
            }
        }
    }

    /// Where the cursor stands, when it knows this array.
    #[inline]
    fn place_here(&self, id: &CursorId) -> Option<u32> {
        let cursor = CURSORS.with_borrow(|cursors| cursors[id.0 as usize]);
        (cursor.block == Some(self.as_block())).then_some(cursor.place)
    }

    /// Where it stands, when the array that it knows was copied to this one.
    #[cold]
    fn place_in_origin(&self, id: &CursorId) -> Option<u32> {
        let block = self.as_block();
        CURSORS.with_borrow_mut(|cursors| {
            let cursor = cursors[id.0 as usize];
            let is_shadow = |other: &&Cursor| other.origin == Some(id.0);
            let shadow = cursors.iter().filter(is_shadow).find(|other| other.block == Some(block));
            let place = shadow.map(|shadow| shadow.place);
            forget_shadows(cursors, id.0);
            if let Some(place) = place {
                cursors[id.0 as usize] = Cursor { block: Some(block), place, ..cursor };
            }
            place
        })
    }

    /// Binds the cursor to this array, at the internal pointer.
    fn adopt(&mut self, id: &CursorId) -> u32 {
        let (block, place) = (self.as_block(), self.place_of(self.position()));
        mark(block);
        CURSORS.with_borrow_mut(|cursors| {
            let cursor = &mut cursors[id.0 as usize];
            *cursor = Cursor { block: Some(block), place, ..*cursor };
        });
        place
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
            *cursor = Cursor { block: None, place: 0, origin: None, in_use: false };
        }
    }
}

/// Runs `each` on the places of all cursors in `block`.
pub(super) fn update(block: NonNull<VmHeader>, mut each: impl FnMut(&mut u32)) {
    CURSORS.with_borrow_mut(|cursors| {
        for cursor in cursors.iter_mut().filter(|cursor| cursor.block == Some(block)) {
            each(&mut cursor.place);
        }
    });
}

/// Cursors at one place go to another.
pub(super) fn replace(block: NonNull<VmHeader>, from: u32, to: u32) {
    update(block, |place| *place = if *place == from { to } else { *place });
}

/// The least place of a cursor from `start` on and before `end`, or `end`.
pub(super) fn lowest(block: NonNull<VmHeader>, start: u32, end: u32) -> u32 {
    CURSORS.with_borrow(|cursors| {
        let own = cursors.iter().filter(|cursor| cursor.block == Some(block));
        let places = own.map(|cursor| cursor.place);
        places.filter(|place| (start..end).contains(place)).min().unwrap_or(end)
    })
}

/// A walk over the places of an array whose elements move, which takes cursors along.
pub(super) struct Walk {
    block: NonNull<VmHeader>,
    /// One behind the last place.
    places: u32,
    /// Where the next cursor stands.
    next: u32,
}

impl Walk {
    pub(super) fn new(block: NonNull<VmHeader>, places: u32) -> Self {
        Self { block, places, next: lowest(block, 0, places) }
    }

    pub(super) fn places(&self) -> u32 {
        self.places
    }

    /// The element at a place goes to another; cursors go with it if they are the next.
    pub(super) fn pass(&mut self, place: u32, to: u32) {
        if place == self.next {
            replace(self.block, place, to);
            self.next = lowest(self.block, place + 1, self.places);
        }
    }

    /// The last elements are gone.
    pub(super) fn clamp(&mut self, places: u32) {
        self.places = places;
        update(self.block, |place| *place = (*place).min(places));
    }

    /// The next cursor is one at the place where it was, or behind that.
    pub(super) fn look_again(&mut self) {
        self.next = lowest(self.block, self.next, self.places);
    }
}

/// Holes are closed: the elements at the places `live`, below `end`, are now at 0, 1, 2 …
///
/// PHP: of several cursors between two elements only one is moved with the second of these; the
/// others go one element further.
pub(super) fn follow_to(block: NonNull<VmHeader>, live: &[u32], end: u32) {
    let Some(hole) = live.iter().zip(0..).position(|(&place, rank)| place != rank) else { return };
    let mut lowest_left = lowest(block, hole as u32 + 1, end);
    for (&place, rank) in live[hole..].iter().zip(hole as u32..) {
        while place >= lowest_left {
            replace(block, lowest_left, rank);
            lowest_left = lowest(block, lowest_left + 1, end);
            if lowest_left >= place {
                break;
            }
        }
    }
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
