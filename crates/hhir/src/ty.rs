//! Types: sets of what a value may be.

use std::fmt;
use std::ops::{BitAnd, BitOr};

/// A set of types of PHP values, or a word of the machine.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Type(pub u16);

macro_rules! types {
    ($($(#[$doc:meta])* $NAME:ident $name:literal = $bits:expr;)*) => {
        impl Type {
            $($(#[$doc])* pub const $NAME: Self = Self($bits);)*
        }

        const NAMES: &[(&str, u16)] = &[$(($name, $bits)),*];
    };
}

types! {
    /// A variable without a value.
    UNINIT "Uninit" = 1 << 0;
    /// `null`.
    NULL "Null" = 1 << 1;
    /// A truth value.
    BOOL "Bool" = 1 << 2;
    /// An integer.
    INT "Int" = 1 << 3;
    /// A float.
    DBL "Dbl" = 1 << 4;
    /// A string.
    STR "Str" = 1 << 5;
    /// An array.
    ARR "Arr" = 1 << 6;
    /// An object.
    OBJ "Obj" = 1 << 7;
    /// A resource.
    RES "Res" = 1 << 8;
    /// A reference.
    REF "Ref" = 1 << 9;
    /// An address.
    PTR "Ptr" = 1 << 10;
    /// A word of the machine: a tag, or what it is worth to nobody else.
    WORD "Word" = 1 << 11;
}

impl Type {
    /// No value.
    pub const NONE: Self = Self(0);
    /// Any cell: an initialised value that is no reference.
    pub const CELL: Self = Self(0x1fe);
    /// Anything that a variable may hold.
    pub const ANY: Self = Self(0x3ff);
    /// An int or a float.
    pub const NUM: Self = Self(Self::INT.0 | Self::DBL.0);
    /// What never has a block with a count.
    pub const UNCOUNTED: Self = Self(0x1f);
    /// What has a block with a count, perhaps.
    pub const COUNTED: Self =
        Self(Self::STR.0 | Self::ARR.0 | Self::OBJ.0 | Self::RES.0 | Self::REF.0);

    /// Whether all values of this type are of `other`.
    pub const fn is(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether some value may be of both.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it is one of the types, and no other.
    pub const fn is_single(self) -> bool {
        self.0.is_power_of_two()
    }

    /// Whether a register holds it without a count: an int, a float or a truth value.
    pub const fn is_scalar(self) -> bool {
        self.is_single() && self.is(Self(Self::INT.0 | Self::DBL.0 | Self::BOOL.0))
    }

    /// The type with this name.
    pub fn named(name: &str) -> Option<Self> {
        if name == "Any" {
            return Some(Self::ANY);
        }
        if name == "Cell" {
            return Some(Self::CELL);
        }
        let mut bits = 0;
        for part in name.split('|') {
            bits |= NAMES.iter().find(|(known, _)| *known == part)?.1;
        }
        Some(Self(bits))
    }
}

impl BitOr for Type {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitAnd for Type {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::ANY => return f.write_str("Any"),
            Self::CELL => return f.write_str("Cell"),
            Self::NONE => return f.write_str("None"),
            _ => {}
        }
        let mut separator = "";
        for (name, bit) in NAMES {
            if self.0 & bit != 0 {
                write!(f, "{separator}{name}")?;
                separator = "|";
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
