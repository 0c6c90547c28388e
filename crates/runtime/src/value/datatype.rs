//! Type tags of values, with the numbers that bytecode, machine code and dumps agree on.
//!
//! # Invariants
//! - T1: a tag of at least [`DataType::String`] has a pointer to a heap block as its payload.
//! - T2: nothing lies between Uninit and Null; bit 3 marks initialised values without a block,
//!   bit 2 strings.

/// The tag of a value.
#[repr(u8)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DataType {
    /// A variable without a value, an erased dict element.
    Uninit = 0x00,
    /// `null`.
    Null = 0x08,
    /// `false` or `true`, as 0 or 1.
    Boolean = 0x09,
    /// A 64-bit integer.
    Int64 = 0x0a,
    /// A double.
    Double = 0x0b,
    /// A string that is never counted.
    StaticString = 0x0c,
    /// A string.
    String = 0x14,
    /// An array.
    Array = 0x20,
    /// An object.
    Object = 0x30,
    /// A resource.
    Resource = 0x40,
    /// A PHP reference.
    Ref = 0x50,
}

impl DataType {
    /// Whether the payload is a block with a count (T1). The count may still be negative.
    #[inline]
    pub const fn is_counted(self) -> bool {
        self as u8 >= DataType::String as u8
    }

    /// Whether it is one of the two string tags.
    #[inline]
    pub const fn is_string(self) -> bool {
        self as u8 & 0x04 != 0
    }

    /// Whether it is Uninit or Null.
    #[inline]
    pub const fn is_null(self) -> bool {
        self as u8 <= DataType::Null as u8
    }

    /// What an array remembers when a value of this type is stored: low byte the array's
    /// `flags` bits, high byte its `types` bits.
    #[inline]
    pub const fn array_bits(self) -> u16 {
        ARRAY_BITS[self as usize]
    }
}

/// Bits of an array's `types` byte: the types that were ever stored in it since it was empty.
///
/// An array all of whose values are ints has exactly [`INT`](types::INT); one whose values may be
/// anything, because the address of one was taken, has [`UNKNOWN`](types::UNKNOWN).
pub mod types {
    /// Booleans.
    pub const BOOL: u8 = 1 << 0;
    /// Ints.
    pub const INT: u8 = 1 << 1;
    /// Floats.
    pub const FLOAT: u8 = 1 << 2;
    /// Strings with either tag.
    pub const STRING: u8 = 1 << 3;
    /// Arrays.
    pub const ARRAY: u8 = 1 << 4;
    /// Objects.
    pub const OBJECT: u8 = 1 << 5;
    /// Nulls and resources.
    pub const OTHER: u8 = 1 << 6;
    /// Anything; also where a Ref is stored, which a copy unwraps.
    pub const UNKNOWN: u8 = 0xff;
}

const ARRAY_BITS: [u16; DataType::Ref as usize + 1] = {
    use crate::layout::flags::{MAY_HOLD_COUNTED, MAY_HOLD_REF};
    const fn bits(flags: u8, types: u8) -> u16 {
        u16::from_le_bytes([flags, types])
    }
    let mut table = [bits(0, types::OTHER); DataType::Ref as usize + 1];
    table[DataType::Uninit as usize] = bits(0, 0);
    table[DataType::Boolean as usize] = bits(0, types::BOOL);
    table[DataType::Int64 as usize] = bits(0, types::INT);
    table[DataType::Double as usize] = bits(0, types::FLOAT);
    table[DataType::StaticString as usize] = bits(0, types::STRING);
    table[DataType::String as usize] = bits(MAY_HOLD_COUNTED, types::STRING);
    table[DataType::Array as usize] = bits(MAY_HOLD_COUNTED, types::ARRAY);
    table[DataType::Object as usize] = bits(MAY_HOLD_COUNTED, types::OBJECT);
    table[DataType::Resource as usize] = bits(MAY_HOLD_COUNTED, types::OTHER);
    table[DataType::Ref as usize] = bits(MAY_HOLD_COUNTED | MAY_HOLD_REF, types::UNKNOWN);
    table
};
