//! Flags of instructions and flavours of stack slots: the vocabulary of the table's columns.

/// Defines a set of named bits.
macro_rules! bit_set {
    ($(#[$meta:meta])* $set:ident($repr:ty) {
        $( $(#[doc = $doc:literal])* $name:ident = $bits:expr, )*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub struct $set($repr);

        #[allow(non_upper_case_globals)]
        impl $set {
            $( $(#[doc = $doc])* pub const $name: Self = Self($bits); )*

            /// Every member with its name.
            pub const NAMED: &'static [(&'static str, Self)] =
                &[$( ($crate::flags::bare_name(stringify!($name)), Self::$name) ),*];

            /// The empty set.
            pub const NONE: Self = Self(0);

            /// The bits.
            pub const fn bits(self) -> $repr {
                self.0
            }

            /// The set with these bits, when each belongs to a member.
            pub const fn from_bits(bits: $repr) -> Option<Self> {
                if bits & !(0 $( | $bits )*) == 0 { Some(Self(bits)) } else { None }
            }

            /// Both sets.
            pub const fn with(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// This set but for the members of `other`.
            pub const fn without(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }

            /// Whether all of `other` is in this set.
            pub const fn has(self, other: Self) -> bool {
                self.0 & other.0 == other.0
            }

            /// Whether some of `other` is in this set.
            pub const fn meets(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }

            /// The member with this name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::NAMED.iter().find(|(text, _)| *text == name).map(|(_, set)| *set)
            }

            /// The names of the single bits in this set.
            pub fn names(self) -> impl Iterator<Item = &'static str> {
                let single = |set: &Self| set.0.count_ones() == 1;
                let named = Self::NAMED.iter().filter(move |(_, set)| single(set));
                named.filter(move |(_, set)| self.has(*set)).map(|(name, _)| *name)
            }
        }

        impl ::std::fmt::Debug for $set {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_set().entries(self.names()).finish()
            }
        }
    };
}
pub(crate) use bit_set;

/// A name without the mark that lets a keyword be an identifier.
pub(crate) const fn bare_name(name: &'static str) -> &'static str {
    let [b'r', b'#', rest @ ..] = name.as_bytes() else { return name };
    match std::str::from_utf8(rest) {
        Ok(bare) => bare,
        Err(_) => name,
    }
}

bit_set! {
    /// What is to be known of an instruction without looking at its meaning.
    Flags(u16) {
        /// May raise, warn or run PHP code, also by releasing a value.
        MayThrow = 1 << 0,
        /// May go to a label.
        Branch = 1 << 1,
        /// Never falls through.
        Terminal = 1 << 2,
        /// Opens a call.
        Push = 1 << 3,
        /// Passes an argument.
        Pass = 1 << 4,
        /// Closes a call.
        Call = 1 << 5,
        /// Control may leave the frame here and come back later.
        Suspend = 1 << 6,
        /// Starts a member path.
        Base = 1 << 7,
        /// Goes on along a member path.
        Dim = 1 << 8,
        /// Ends a member path.
        Final = 1 << 9,
        /// Stands only at the entry of an exception handler.
        Handler = 1 << 10,
    }
}

bit_set! {
    /// What a stack slot may hold.
    Flavour(u8) {
        /// An initialised value.
        C = 1 << 0,
        /// A reference.
        V = 1 << 1,
        /// A class.
        A = 1 << 2,
        /// A returned value, cell or reference.
        R = 1 << 3,
        /// A passed argument.
        F = 1 << 4,
        /// Nothing.
        U = 1 << 5,
        /// A pending activation record.
        Ar = 1 << 6,
        /// A cell or nothing.
        Cu = 0b10_0001,
        /// A cell, a reference or nothing.
        Cvu = 0b10_0011,
        /// Any one slot but a passed argument.
        Any = 0b10_1111,
    }
}

impl Flavour {
    /// How many cells of the VM stack a slot of this flavour takes.
    pub const fn cells(self) -> u32 {
        if self.meets(Self::Ar) { ACT_REC_CELLS } else { 1 }
    }
}

/// How many cells of the VM stack an activation record takes.
pub const ACT_REC_CELLS: u32 = 3;
