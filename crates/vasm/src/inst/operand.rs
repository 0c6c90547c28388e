//! What an instruction mentions: registers, status flags, immediates, memory.
//!
//! A register operand is a number. Numbers below 16 are the machine's own registers, the rest
//! are virtual; register allocation rewrites the second kind into the first, so that one
//! instruction type serves both sides of it.
//!
//! # Invariants
//! - [`Gpr`] and [`Xmm`] draw virtual numbers from one sequence: a number names one value.
//! - A status-flag value [`Sf`] lives in no register. It is read in the block that defines it,
//!   before any other instruction writes the flags; the verifier checks this.

use std::fmt;

/// How many machine registers each class has, and the first virtual number.
pub const PHYSICAL: u32 = 16;

macro_rules! register_class {
    ($(#[$meta:meta])* $name:ident, $class:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// No register.
            pub const NONE: Self = Self(u32::MAX >> 1);

            /// The machine register with this hardware number (0 to 15).
            pub const fn machine(number: u8) -> Self {
                Self(number as u32 & (PHYSICAL - 1))
            }

            /// The virtual register with this index.
            pub const fn virt(index: u32) -> Self {
                Self(index + PHYSICAL)
            }

            /// The hardware number, when this is a machine register.
            #[inline]
            pub const fn as_machine(self) -> Option<u8> {
                if self.0 < PHYSICAL { Some(self.0 as u8) } else { None }
            }

            /// The index of the value, when this is a virtual register.
            #[inline]
            pub fn as_virt(self) -> Option<u32> {
                if self.0 >= PHYSICAL && self != Self::NONE { Some(self.0 - PHYSICAL) } else { None }
            }

            /// Whether there is a register.
            #[inline]
            pub fn is_some(self) -> bool {
                self != Self::NONE
            }

            /// The low three bits of the hardware number and the fourth.
            #[inline]
            pub(crate) fn number(self) -> u8 {
                debug_assert!(self.0 < PHYSICAL, "invariant: registers are allocated");
                (self.0 & 15) as u8
            }
        }

        impl From<$name> for Vreg {
            #[inline]
            fn from(r: $name) -> Vreg {
                Vreg::new(Class::$class, r.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&Vreg::from(*self), f)
            }
        }
    };
}

register_class! {
    /// A general-purpose register: 64 bits; narrower results are zero-extended unless an
    /// instruction says otherwise.
    Gpr, Gpr
}
register_class! {
    /// A floating-point register, of which the low 64 bits are meant.
    Xmm, Xmm
}

/// The two register classes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// General purpose.
    Gpr,
    /// Floating point.
    Xmm,
}

/// A register of either class, as lists of arguments and of exit values hold them.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Vreg(u32);

impl Vreg {
    const XMM: u32 = 1 << 31;

    const fn new(class: Class, number: u32) -> Self {
        match class {
            Class::Gpr => Self(number),
            Class::Xmm => Self(number | Self::XMM),
        }
    }

    /// The virtual register of `class` with this index.
    pub const fn virt(class: Class, index: u32) -> Self {
        Self::new(class, index + PHYSICAL)
    }

    /// The register's class.
    #[inline]
    pub const fn class(self) -> Class {
        if self.0 & Self::XMM == 0 { Class::Gpr } else { Class::Xmm }
    }

    /// The index of the value, when virtual.
    #[inline]
    pub fn as_virt(self) -> Option<u32> {
        match self.class() {
            Class::Gpr => Gpr(self.0).as_virt(),
            Class::Xmm => Xmm(self.0 & !Self::XMM).as_virt(),
        }
    }

    /// This register as a general-purpose one, when it is.
    #[inline]
    pub fn as_gpr(self) -> Option<Gpr> {
        (self.class() == Class::Gpr).then_some(Gpr(self.0))
    }

    /// This register as a floating-point one, when it is.
    #[inline]
    pub fn as_xmm(self) -> Option<Xmm> {
        (self.class() == Class::Xmm).then_some(Xmm(self.0 & !Self::XMM))
    }
}

/// The names of the general-purpose registers, by hardware number.
pub const GPR_NAMES: [&str; 16] = [
    "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13",
    "fp", "vm",
];

impl fmt::Display for Vreg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.0 & !Self::XMM;
        match (self.class(), self.as_virt()) {
            (Class::Gpr, Some(index)) => write!(f, "%{index}"),
            (Class::Xmm, Some(index)) => write!(f, "%x{index}"),
            (_, None) if number >= PHYSICAL => f.write_str("none"),
            (Class::Gpr, None) => f.write_str(GPR_NAMES[number as usize]),
            (Class::Xmm, None) => write!(f, "xmm{number}"),
        }
    }
}

impl fmt::Debug for Vreg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Gpr {
    /// The accumulator: first result of a call.
    pub const RAX: Self = Self::machine(0);
    /// Second result of a call; high half of wide products.
    pub const RDX: Self = Self::machine(2);
    /// The native stack pointer; may be compared and used as a base.
    pub const RSP: Self = Self::machine(4);
    /// The native frame pointer; a base only.
    pub const RBP: Self = Self::machine(5);
    /// The VM frame (r14), written by `setfp` alone.
    pub const FP: Self = Self::machine(14);
    /// The VM context (r15), written by `setvm` alone.
    pub const VM: Self = Self::machine(15);
}

/// A value of the status flags.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sf(pub u32);

impl Sf {
    /// A flag result that nobody reads.
    pub const NONE: Self = Self(u32::MAX);
}

impl fmt::Debug for Sf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "%f{}", self.0)
    }
}

macro_rules! conditions {
    ($($(#[$meta:meta])* $name:ident = $code:literal $text:literal;)*) => {
        /// A condition over status flags; the discriminant is the machine's condition code.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        #[repr(u8)]
        pub enum Cc { $($(#[$meta])* $name = $code,)* }

        impl Cc {
            /// All conditions, by code.
            pub const ALL: [Self; 16] = [$(Self::$name),*];

            /// The assembler's suffix: `jcc` with `Cc::Ne` is `jne`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }
        }
    };
}

conditions! {
    /// Signed overflow.
    O = 0 "o";
    /// No signed overflow.
    No = 1 "no";
    /// Below, unsigned; also the carry.
    B = 2 "b";
    /// Above or equal, unsigned.
    Ae = 3 "ae";
    /// Equal; zero.
    E = 4 "e";
    /// Not equal; not zero.
    Ne = 5 "ne";
    /// Below or equal, unsigned.
    Be = 6 "be";
    /// Above, unsigned.
    A = 7 "a";
    /// Negative.
    S = 8 "s";
    /// Not negative.
    Ns = 9 "ns";
    /// Parity; after `ucomisd`, unordered.
    P = 10 "p";
    /// No parity; after `ucomisd`, ordered.
    Np = 11 "np";
    /// Less, signed.
    L = 12 "l";
    /// Greater or equal, signed.
    Ge = 13 "ge";
    /// Less or equal, signed.
    Le = 14 "le";
    /// Greater, signed.
    G = 15 "g";
}

impl Cc {
    /// The condition that holds exactly when this one does not.
    #[must_use]
    pub const fn negate(self) -> Self {
        Self::ALL[self as usize ^ 1]
    }
}

/// A memory operand: `base + index * 2^scale + disp`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mem {
    /// Always present.
    pub base: Gpr,
    /// [`Gpr::NONE`] when there is none.
    pub index: Gpr,
    /// Bytes added.
    pub disp: i32,
    /// Log2 of what the index is multiplied with: 0 to 3.
    pub scale: u8,
}

impl Mem {
    /// `[base + disp]`.
    pub const fn at(base: Gpr, disp: i32) -> Self {
        Self { base, index: Gpr::NONE, disp, scale: 0 }
    }

    /// `[base + index * 2^scale + disp]`.
    pub const fn indexed(base: Gpr, index: Gpr, scale: u8, disp: i32) -> Self {
        Self { base, index, disp, scale }
    }
}

/// A register or memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rm {
    /// In a register.
    Reg(Gpr),
    /// In memory, as wide as the instruction.
    Mem(Mem),
}

/// A register or a sign-extended 32-bit immediate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ri {
    /// In a register.
    Reg(Gpr),
    /// In the instruction.
    Imm(i32),
}

/// A register, a sign-extended 32-bit immediate, or memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rmi {
    /// In a register.
    Reg(Gpr),
    /// In the instruction.
    Imm(i32),
    /// In memory, as wide as the instruction.
    Mem(Mem),
}

/// A floating-point source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Xm {
    /// In a register.
    Reg(Xmm),
    /// In memory, 64 bits.
    Mem(Mem),
    /// The bits of a constant, kept beside the code.
    Const(u64),
}

macro_rules! operand_from {
    ($($source:ident => $target:ident :: $variant:ident;)*) => {$(
        impl From<$source> for $target {
            #[inline]
            fn from(source: $source) -> Self {
                Self::$variant(source)
            }
        }
    )*};
}

operand_from! {
    Gpr => Rm::Reg; Mem => Rm::Mem;
    Gpr => Ri::Reg; i32 => Ri::Imm;
    Gpr => Rmi::Reg; i32 => Rmi::Imm; Mem => Rmi::Mem;
    Xmm => Xm::Reg; Mem => Xm::Mem;
}

/// How many bits an instruction works on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Width {
    /// 8 bits.
    B,
    /// 16 bits.
    W,
    /// 32 bits.
    L,
    /// 64 bits.
    Q,
}

impl Width {
    /// How many bytes.
    pub const fn bytes(self) -> u32 {
        1 << self as u32
    }

    /// A mask of this many low bits.
    pub const fn mask(self) -> u64 {
        u64::MAX >> (64 - 8 * self.bytes())
    }

    /// The assembler's suffix.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::B => "b",
            Self::W => "w",
            Self::L => "l",
            Self::Q => "q",
        }
    }
}
