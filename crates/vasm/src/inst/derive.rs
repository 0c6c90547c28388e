//! What the instruction table makes directly: the type, its names, effects and operand walk.

use super::for_each_vinst;
use super::operand::{Cc, Gpr, Mem, Ri, Rm, Rmi, Sf, Xm, Xmm};
use crate::unit::{CallId, Edge, ExitId, List, SymbolId};

/// What an instruction does besides computing its results, as a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Effects(u16);

macro_rules! effects {
    ($($(#[$meta:meta])* $name:ident = $bit:literal, $konst:ident;)*) => {
        impl Effects {
            $($(#[$meta])* pub const $konst: Self = Self(1 << $bit);)*

            /// The effects by name, as the table writes them.
            pub fn names(self) -> impl Iterator<Item = &'static str> {
                [$((Self::$konst, stringify!($name))),*]
                    .into_iter()
                    .filter(move |(bit, _)| self.has(*bit))
                    .map(|(_, name)| name)
            }
        }
        macro_rules! effect { $(($name) => { Effects::$konst };)* }
    };
}

effects! {
    /// The result takes the register of the first source.
    tied = 0, TIED;
    /// The first two sources may be swapped.
    commutes = 1, COMMUTES;
    /// Writes the status flags, whether or not they are a result.
    flags = 2, FLAGS;
    /// Reads memory whatever its operands are.
    loads = 3, LOADS;
    /// Writes memory.
    stores = 4, STORES;
    /// Runs other code.
    calls = 5, CALLS;
    /// May leave the unit.
    exits = 6, EXITS;
    /// Writes a reserved register.
    pins = 7, PINS;
    /// Ends its block.
    ends = 8, ENDS;
}

impl Effects {
    /// Whether all of `other` are among these.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` is among these.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Where a register operand has to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum At {
    /// Any register of its class.
    Reg,
    /// Any register that no result has.
    Late,
    /// The machine register with this number.
    Fixed(u8),
    /// The register of the first source.
    Tied,
}

macro_rules! at {
    () => {
        At::Reg
    };
    (late) => {
        At::Late
    };
    (rax) => {
        At::Fixed(0)
    };
    (rcx) => {
        At::Fixed(1)
    };
    (rdx) => {
        At::Fixed(2)
    };
}

/// Whether an operand is read or written, and where it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Read.
    Use(At),
    /// Written.
    Def(At),
}

/// Sees every operand of an instruction, sources before results, and may replace it.
pub trait Visitor {
    /// A general-purpose register.
    fn gpr(&mut self, r: &mut Gpr, role: Role);
    /// A floating-point register.
    fn xmm(&mut self, r: &mut Xmm, role: Role);
    /// A memory operand; sees its registers unless overridden.
    fn mem(&mut self, m: &mut Mem, role: Role) {
        self.gpr(&mut m.base, role);
        if m.index.is_some() {
            self.gpr(&mut m.index, role);
        }
    }
    /// A register or memory; sees what it holds unless overridden.
    fn rm(&mut self, rm: &mut Rm, role: Role) {
        match rm {
            Rm::Reg(r) => self.gpr(r, role),
            Rm::Mem(m) => self.mem(m, role),
        }
    }
    /// A register or immediate; sees the register unless overridden.
    fn ri(&mut self, ri: &mut Ri, role: Role) {
        if let Ri::Reg(r) = ri {
            self.gpr(r, role);
        }
    }
    /// A register, immediate or memory; sees what it holds unless overridden.
    fn rmi(&mut self, rmi: &mut Rmi, role: Role) {
        match rmi {
            Rmi::Reg(r) => self.gpr(r, role),
            Rmi::Imm(_) => {}
            Rmi::Mem(m) => self.mem(m, role),
        }
    }
    /// A floating-point source; sees what it holds unless overridden.
    fn xm(&mut self, xm: &mut Xm, role: Role) {
        match xm {
            Xm::Reg(r) => self.xmm(r, role),
            Xm::Mem(m) => self.mem(m, role),
            Xm::Const(_) => {}
        }
    }
    /// A status-flag value.
    fn sf(&mut self, _sf: &mut Sf, _role: Role) {}
    /// Values that leave with a terminator, in the places of the calling convention.
    fn list(&mut self, _list: List) {}
    /// A call's record.
    fn call(&mut self, _call: CallId) {}
    /// An exit's record.
    fn exit(&mut self, _exit: ExitId) {}
    /// A successor with the values for its parameters.
    fn edge(&mut self, _edge: &mut Edge) {}
}

/// A kind of source, as the table names it.
pub(crate) trait UseField: Sized {
    fn visit(&mut self, _v: &mut impl Visitor, _at: At) {}
}

/// A kind of result, as the table names it.
pub(crate) trait DefField: Sized {
    fn visit_def(&mut self, v: &mut impl Visitor, at: At);
    fn fresh(unit: &mut crate::Unit) -> Self;
}

pub(crate) type Imm8 = u8;
pub(crate) type Imm64 = i64;

impl UseField for Imm8 {}
impl UseField for Imm64 {}
impl UseField for Cc {}
impl UseField for SymbolId {}

macro_rules! use_fields {
    ($($kind:ident by $method:ident;)*) => {$(
        impl UseField for $kind {
            #[inline]
            fn visit(&mut self, v: &mut impl Visitor, at: At) {
                v.$method(self, Role::Use(at));
            }
        }
    )*};
}
use_fields! { Gpr by gpr; Xmm by xmm; Mem by mem; Rm by rm; Ri by ri; Rmi by rmi; Xm by xm; Sf by sf; }

macro_rules! record_fields {
    ($($kind:ident by $method:ident;)*) => {$(
        impl UseField for $kind {
            #[inline]
            fn visit(&mut self, v: &mut impl Visitor, _at: At) {
                v.$method(*self);
            }
        }
    )*};
}
record_fields! { List by list; CallId by call; ExitId by exit; }

impl UseField for Edge {
    #[inline]
    fn visit(&mut self, v: &mut impl Visitor, _at: At) {
        v.edge(self);
    }
}

impl DefField for Gpr {
    #[inline]
    fn visit_def(&mut self, v: &mut impl Visitor, at: At) {
        v.gpr(self, Role::Def(at));
    }
    fn fresh(unit: &mut crate::Unit) -> Self {
        unit.fresh_gpr()
    }
}

impl DefField for Xmm {
    #[inline]
    fn visit_def(&mut self, v: &mut impl Visitor, at: At) {
        v.xmm(self, Role::Def(at));
    }
    fn fresh(unit: &mut crate::Unit) -> Self {
        unit.fresh_xmm()
    }
}

impl DefField for Sf {
    #[inline]
    fn visit_def(&mut self, v: &mut impl Visitor, at: At) {
        if *self != Sf::NONE {
            v.sf(self, Role::Def(at));
        }
    }
    fn fresh(unit: &mut crate::Unit) -> Self {
        unit.fresh_sf()
    }
}

/// A row with a flag result writes the flags, also where nobody reads them.
macro_rules! result_effect {
    (Sf) => {
        Effects::FLAGS
    };
    ($other:ident) => {
        Effects(0)
    };
}

const fn def_at(effects: Effects, at: At) -> At {
    if effects.has(Effects::TIED) { At::Tied } else { at }
}

/// A row of the table as the reference shows it.
#[derive(Clone, Copy, Debug)]
pub struct OpInfo {
    /// The name in texts.
    pub name: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// Sources and their kinds.
    pub sources: &'static [(&'static str, &'static str)],
    /// Results and their kinds.
    pub results: &'static [(&'static str, &'static str)],
    /// What else it does.
    pub effects: Effects,
}

macro_rules! define_inst {
    ($(#[doc = $doc:literal] $name:ident = $variant:ident
        { $($u:ident: $uk:ident $(@ $ua:ident)?),* } -> { $($d:ident: $dk:ident $(@ $da:ident)?),* }
        $form:ident($($p:expr),*) [$($fx:ident),*];)*) => {
        /// One instruction. The fields are its sources, then its results.
        #[derive(Clone, Copy, PartialEq, Debug)]
        #[expect(missing_docs, reason = "a field means what the variant's sentence says")]
        pub enum Inst {
            $(#[doc = $doc] $variant { $($u: $uk,)* $($d: $dk,)* },)*
        }

        impl Inst {
            /// The name in texts.
            pub const fn name(&self) -> &'static str {
                match self { $(Self::$variant { .. } => stringify!($name),)* }
            }

            /// What it does besides computing its results.
            #[inline]
            pub const fn effects(&self) -> Effects {
                match self { $(Self::$variant { .. } => const {
                    Effects(0)$(.with(effect!($fx)))*$(.with(result_effect!($dk)))*
                },)* }
            }

            /// Shows every operand to `v`, sources before results, in the order of the table.
            #[inline]
            pub fn visit(&mut self, v: &mut impl Visitor) {
                match self {
                    $(Self::$variant { $($u,)* $($d,)* } => {
                        const FX: Effects = Effects(0)$(.with(effect!($fx)))*;
                        $(UseField::visit($u, v, at!($($ua)?));)*
                        $(DefField::visit_def($d, v, def_at(FX, at!($($da)?)));)*
                        let _ = (v, FX);
                    })*
                }
            }
        }

        /// All rows of the table.
        pub const fn ops() -> &'static [OpInfo] {
            const { &[$(OpInfo {
                name: stringify!($name),
                doc: $doc,
                sources: &[$((stringify!($u), concat!(stringify!($uk) $(, "@", stringify!($ua))?))),*],
                results: &[$((stringify!($d), concat!(stringify!($dk) $(, "@", stringify!($da))?))),*],
                effects: Effects(0)$(.with(effect!($fx)))*$(.with(result_effect!($dk)))*,
            },)*] }
        }
    };
}
for_each_vinst!(define_inst);

impl Inst {
    /// Whether this ends its block.
    #[inline]
    pub const fn ends(&self) -> bool {
        self.effects().has(Effects::ENDS)
    }
}
