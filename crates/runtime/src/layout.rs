//! Heap layouts: every block that machine code may touch, declared once. tidy: table
//!
//! Each row becomes a `repr(C)` struct of [`Cell`] fields, a size and offset check at compile
//! time, and a [`Layout`] that a code generator or a dump reads. All headers are 16 bytes and
//! agree on `flags`, `kind` and `count`, so a count is taken without knowing the type.
//!
//! # Invariants
//! - L1: a block lies at an address divisible by 16.
//! - L2: `count` ≥ 1 in a live counted block; a negative `count` is never changed, and nothing
//!   in such a block is ever written.
//!
//! # Not here
//! What follows a header: slots of 16 bytes, string bytes, dict elements and their index are
//! addressed by the modules that own them.

use std::cell::Cell;

use crate::array::KeyWord;
use crate::value::{DataType, Payload};

/// What a block is; byte 11 of its header.
#[repr(u8)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Array with keys 0, 1, 2 … and no holes.
    Packed = 0,
    /// Array whose keys are a [`Shape`](crate::array::Shape).
    Shaped = 1,
    /// Array with any keys, in insertion order.
    Dict = 2,
    /// String.
    String = 3,
    /// Object.
    Object = 4,
    /// Resource.
    Resource = 5,
    /// PHP reference.
    Ref = 6,
    /// Freed; the byte that freed memory is filled with in debug builds.
    Free = 0xa5,
}

/// Name, size and fields of a layout, for code generators and dumps.
#[derive(Debug)]
pub struct Layout {
    /// The struct's name.
    pub name: &'static str,
    /// Size in bytes.
    pub bytes: usize,
    /// Name and byte offset of each field.
    pub fields: &'static [(&'static str, usize)],
}

/// Calls `$m!` with the table of layouts.
#[macro_export]
macro_rules! for_each_vm_struct { ($m:ident) => { $m! {
    /// What all headers share.
    VmHeader [16] { word0: u32 = 0, word1: u32 = 4, flags: u8 = 8, aux: u8 = 9, capacity: u8 = 10,
        kind: Kind = 11, count: i32 = 12 }
    /// A string: bytes and a NUL follow. `hash` 0 means not yet computed.
    VmStr [16] { length: u32 = 0, hash: u32 = 4, flags: u8 = 8, unused: u8 = 9, capacity: u8 = 10,
        kind: Kind = 11, count: i32 = 12 }
    /// A packed array: `length` slots of 16 bytes follow.
    VmPacked [16] { length: u32 = 0, position: u32 = 4, flags: u8 = 8, types: u8 = 9,
        capacity: u8 = 10, kind: Kind = 11, count: i32 = 12 }
    /// A shaped array: one slot of 16 bytes per key of the shape follows.
    VmShaped [16] { shape: u32 = 0, position: u32 = 4, flags: u8 = 8, types: u8 = 9,
        capacity: u8 = 10, kind: Kind = 11, count: i32 = 12 }
    /// A dict: `used` elements of 24 bytes follow, then, at the end of the capacity, the index.
    VmDict [32] { live: u32 = 0, position: u32 = 4, flags: u8 = 8, types: u8 = 9,
        capacity: u8 = 10, kind: Kind = 11, count: i32 = 12, used: u32 = 16, list_size: u32 = 20,
        next_free: i64 = 24 }
    /// An element of a dict. `tag` Uninit is a tombstone; `next` chains elements of one bucket.
    VmElement [24] { key: KeyWord = 0, payload: Payload = 8, tag: DataType = 16, key_kind: u8 = 17,
        hash: u16 = 18, next: u32 = 20 }
    /// An object: property slots of 16 bytes follow.
    VmObject [16] { class: u32 = 0, id: u32 = 4, flags: u8 = 8, traits: u8 = 9, slots: u8 = 10,
        kind: Kind = 11, count: i32 = 12 }
    /// A PHP reference: the shared value, the typed properties it is bound to, and how many of its
    /// owners are visits.
    VmRef [32] { sources: u32 = 0, visits: u32 = 4, flags: u8 = 8, unused1: u8 = 9,
        unused2: u8 = 10, kind: Kind = 11, count: i32 = 12, payload: Payload = 16,
        tag: DataType = 24 }
} } }

macro_rules! define_structs {
    ($($(#[$meta:meta])* $name:ident [$bytes:literal] {
        $($field:ident : $ty:ty = $at:literal),+ $(,)?
    })+) => {
        $(
            $(#[$meta])*
            #[repr(C)]
            pub struct $name {
                $(#[doc = concat!("At byte ", $at, ".")] pub $field: Cell<$ty>,)+
            }
            const _: () = assert!(size_of::<$name>() == $bytes);
            $(const _: () = assert!(std::mem::offset_of!($name, $field) == $at);)+
        )+
        /// All layouts.
        pub const LAYOUTS: &[Layout] = &[$(Layout {
            name: stringify!($name),
            bytes: $bytes,
            fields: &[$((stringify!($field), $at)),+],
        }),+];
    };
}
for_each_vm_struct!(define_structs);

/// Bits of a header's `flags` byte.
pub mod flags {
    /// Strings: the bytes were found to be UTF-8.
    pub const UTF8: u8 = 1 << 0;
    /// Arrays: some value may be a Ref.
    pub const MAY_HOLD_REF: u8 = 1 << 0;
    /// Arrays: some value or key may be counted, so that release must visit them.
    pub const MAY_HOLD_COUNTED: u8 = 1 << 1;
    /// Arrays: a registered iterator points here.
    pub const HAS_ITERATORS: u8 = 1 << 2;
    /// Arrays and objects: a traversal is inside.
    pub const VISITED: u8 = 1 << 3;
    /// Packed arrays: PHP would keep this one as a hash, which it shows in the next index.
    pub const HASHED: u8 = 1 << 4;
    /// Packed arrays: an index was used before, so that the next one is 0 even after a negative
    /// key is set.
    pub const INDEXED: u8 = 1 << 7;
    /// A search for garbage has reached the block.
    pub const REACHED: u8 = 1 << 5;
    /// The block is in the collector's root buffer.
    pub const BUFFERED: u8 = 1 << 6;
}
