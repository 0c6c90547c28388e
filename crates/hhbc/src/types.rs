//! The lattice of PHP's types, shared by the optimiser and the compiler to machine code.
//!
//! A [`Type`] is a set of *primitives*, the kinds of value that the engine tells apart by tag and
//! header alone. Smaller facts (the class of an object, the value of a constant) belong to those
//! who track them.
//!
//! # Invariants
//! - Every value has exactly one primitive, so `a & b == Bottom` means no value has both types.
//! - `a <= b` as sets is the order of the lattice; union is the join, intersection the meet.

use std::fmt;
use std::ops::{BitAnd, BitOr, Sub};

/// A set of primitive types.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Type(u32);

/// One row of the lattice, as the reference prints it.
pub struct TypeInfo {
    /// The name in text.
    pub name: &'static str,
    /// The set.
    pub ty: Type,
    /// Its meaning in PHP.
    pub doc: &'static [&'static str],
}

macro_rules! define_types {
    (primitives { $( $(#[doc = $pdoc:literal])* $pconst:ident = $pname:ident, $bit:literal; )* }
     unions { $( $(#[doc = $udoc:literal])* $uconst:ident = $uname:ident, [$($part:ident)*]; )* }
    ) => {
        impl Type {
            $( $(#[doc = $pdoc])* pub const $pconst: Self = Self(1 << $bit); )*
            $( $(#[doc = $udoc])* pub const $uconst: Self = Self(0 $( | Self::$part.0 )*); )*

            /// The primitives, in the order of their bits.
            pub const PRIMITIVES: &'static [TypeInfo] = &[$( TypeInfo {
                name: stringify!($pname), ty: Self::$pconst, doc: &[$( $pdoc ),*],
            } ),*];

            /// The unions that have a name; a larger one stands before its parts.
            pub const UNIONS: &'static [TypeInfo] = &[$( TypeInfo {
                name: stringify!($uname), ty: Self::$uconst, doc: &[$( $udoc ),*],
            } ),*];

            const ALL_BITS: u32 = 0 $( | 1 << $bit )*;
        }
    };
}

define_types! {
    primitives {
        /// A variable that was never assigned.
        UNINIT = Uninit, 0;
        /// `null`, assigned.
        INIT_NULL = InitNull, 1;
        /// `false`.
        FALSE = False, 2;
        /// `true`.
        TRUE = True, 3;
        /// A 64-bit integer.
        INT = Int, 4;
        /// A float.
        DBL = Dbl, 5;
        /// A string that is never counted.
        STATIC_STR = StaticStr, 6;
        /// A string with a count.
        COUNTED_STR = CountedStr, 7;
        /// A list without holes that is never counted.
        STATIC_PACKED = StaticPacked, 8;
        /// A list without holes with a count.
        COUNTED_PACKED = CountedPacked, 9;
        /// An array with the literal string keys of a shape that is never counted.
        STATIC_SHAPED = StaticShaped, 10;
        /// An array with the literal string keys of a shape with a count.
        COUNTED_SHAPED = CountedShaped, 11;
        /// Any other array that is never counted.
        STATIC_DICT = StaticDict, 12;
        /// Any other array with a count.
        COUNTED_DICT = CountedDict, 13;
        /// A closure.
        CLOSURE = Closure, 14;
        /// An object that is no closure.
        PLAIN_OBJ = PlainObj, 15;
        /// A resource.
        RES = Res, 16;
        /// A slot that holds a reference.
        REF = Ref, 17;
    }
    unions {
        /// Whatever a slot may hold.
        GEN = Gen, [CELL REF];
        /// Any value, also none.
        CELL = Cell, [UNINIT INIT_CELL];
        /// Any value.
        INIT_CELL = InitCell, [INIT_NULL BOOL NUM STR ARR OBJ RES];
        /// A value without a count.
        UNCOUNTED = Uncounted, [NULL BOOL NUM STATIC_STR STATIC_ARR];
        /// A value with a count.
        COUNTED = Counted, [COUNTED_STR COUNTED_ARR OBJ RES];
        /// What a constant may hold without a count.
        UNCOUNTED_INIT = UncountedInit, [INIT_NULL BOOL NUM STATIC_STR STATIC_ARR];
        /// An array.
        ARR = Arr, [STATIC_ARR COUNTED_ARR];
        /// An array that is never counted.
        STATIC_ARR = StaticArr, [STATIC_PACKED STATIC_SHAPED STATIC_DICT];
        /// An array with a count.
        COUNTED_ARR = CountedArr, [COUNTED_PACKED COUNTED_SHAPED COUNTED_DICT];
        /// A list without holes.
        PACKED = Packed, [STATIC_PACKED COUNTED_PACKED];
        /// An array with a shape.
        SHAPED = Shaped, [STATIC_SHAPED COUNTED_SHAPED];
        /// An array with a hash.
        DICT = Dict, [STATIC_DICT COUNTED_DICT];
        /// A string.
        STR = Str, [STATIC_STR COUNTED_STR];
        /// An object.
        OBJ = Obj, [CLOSURE PLAIN_OBJ];
        /// An integer or a float.
        NUM = Num, [INT DBL];
        /// A truth value.
        BOOL = Bool, [FALSE TRUE];
        /// No value, or null.
        NULL = Null, [UNINIT INIT_NULL];
        /// No value at all: what is here never runs.
        BOTTOM = Bottom, [];
    }
}

impl Type {
    /// The set of primitives as bits.
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// The type with these bits, when they are all primitives.
    pub const fn from_bits(bits: u32) -> Option<Self> {
        if bits & !Self::ALL_BITS == 0 { Some(Self(bits)) } else { None }
    }

    /// The type with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        let mut rows = Self::PRIMITIVES.iter().chain(Self::UNIONS);
        rows.find(|row| row.name == name).map(|row| row.ty)
    }

    /// Whether every value of this type has the type `other`.
    pub const fn is_sub_of(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether some value may have both types.
    pub const fn may_be(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether no value has this type.
    pub const fn is_bottom(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Type {
    type Output = Self;
    /// The join: what has either type.
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitAnd for Type {
    type Output = Self;
    /// The meet: what has both types.
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl Sub for Type {
    type Output = Self;
    /// What has this type and not the other.
    fn sub(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_bottom() {
            return f.write_str("Bottom");
        }
        let mut left = *self;
        let mut bar = "";
        for row in Self::UNIONS.iter().chain(Self::PRIMITIVES) {
            if !row.ty.is_bottom() && row.ty.is_sub_of(*self) && row.ty.may_be(left) {
                write!(f, "{bar}{}", row.name)?;
                bar = "|";
                left = left - row.ty;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
