//! tidy: table
//! Sub-opcodes: closed choices that take one byte of an instruction.

use super::Imm;
use crate::asm::{AsmError, Body};
use crate::codec::{DecodeError, DecodeFault, Reader, Writer};
use crate::show::Show;

/// One type of sub-opcode, as the reference prints it.
pub struct SubOpInfo {
    /// The name of the type.
    pub name: &'static str,
    /// Its meaning.
    pub doc: &'static [&'static str],
    /// Name and meaning of each choice.
    pub choices: &'static [(&'static str, &'static [&'static str])],
}

macro_rules! sub_ops {
    ($( $(#[doc = $doc:literal])* $ty:ident {
        $( $(#[doc = $cdoc:literal])* $choice:ident, )*
    } )*) => {
        $(
            $(#[doc = $doc])*
            #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
            #[repr(u8)]
            pub enum $ty { $( $(#[doc = $cdoc])* $choice, )* }

            impl $ty {
                /// All choices, in the order of their numbers.
                pub const ALL: &'static [Self] = &[$( Self::$choice ),*];

                /// The name in text.
                pub fn name(self) -> &'static str {
                    match self { $( Self::$choice => stringify!($choice), )* }
                }

                /// The choice with this name.
                pub fn from_name(name: &str) -> Option<Self> {
                    Self::ALL.iter().copied().find(|op| op.name() == name)
                }
            }

            impl Imm for $ty {
                const CODE: &'static str = stringify!($ty);
                fn write(&self, out: &mut Writer) {
                    out.byte(*self as u8);
                }
                fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                    let tag = input.byte()?;
                    let choice = Self::ALL.get(usize::from(tag)).copied();
                    choice.ok_or_else(|| input.error(DecodeFault::Tag(tag)))
                }
                fn show(&self, out: &mut Show<'_>) {
                    out.word(self.name());
                }
                fn parse(text: &mut Body<'_, '_>) -> Result<Self, AsmError> {
                    text.lex.choice(concat!("one of ", stringify!($ty)), Self::from_name)
                }
            }
        )*

        /// Every type of sub-opcode.
        pub const SUB_OPS: &[SubOpInfo] = &[$( SubOpInfo {
            name: stringify!($ty),
            doc: &[$( $doc ),*],
            choices: &[$( (stringify!($choice), &[$( $cdoc ),*]) ),*],
        } ),*];
    };
}

sub_ops! {
    /// How a variable is stepped, and which value is the result.
    IncDecOp {
        /// Adds one; the result is the new value.
        PreInc,
        /// Adds one; the result is the old value.
        PostInc,
        /// Subtracts one; the result is the new value.
        PreDec,
        /// Subtracts one; the result is the old value.
        PostDec,
    }
    /// The operator of a compound assignment.
    SetOpOp {
        /// `+=`
        PlusEqual,
        /// `-=`
        MinusEqual,
        /// `*=`
        MulEqual,
        /// `/=`
        DivEqual,
        /// `%=`
        ModEqual,
        /// `**=`
        PowEqual,
        /// `.=`
        ConcatEqual,
        /// `&=`
        AndEqual,
        /// `|=`
        OrEqual,
        /// `^=`
        XorEqual,
        /// `<<=`
        SlEqual,
        /// `>>=`
        SrEqual,
    }
    /// What a query asks of a member.
    QueryOp {
        /// Its value; warns when it is missing.
        CGet,
        /// Its value, or null.
        CGetQuiet,
        /// Its value as `list()` takes it: from what is no array and no object, null.
        CGetList,
        /// Whether it is there and not null.
        Isset,
        /// Whether it is missing or false.
        Empty,
    }
    /// A type that is tested for.
    IsTypeOp {
        /// `is_null`
        Null,
        /// `is_bool`
        Bool,
        /// `is_int`
        Int,
        /// `is_float`
        Dbl,
        /// `is_string`
        Str,
        /// `is_array`
        Arr,
        /// `is_object`
        Obj,
        /// `is_resource`
        Res,
        /// `is_scalar`
        Scalar,
    }
    /// What `BareThis` does without `$this`.
    BareThisOp {
        /// Warns and pushes null.
        Notice,
        /// Pushes null.
        NoNotice,
        /// Does not happen: it is known to be there.
        NeverNull,
    }
    /// What a method call on null does.
    ObjMethodOp {
        /// Throws.
        NullThrows,
        /// Evaluates the arguments and gives null.
        NullSafe,
    }
    /// Why a reference is made, which decides the notice when there is nothing to refer to.
    RefUse {
        /// No notice.
        Quiet,
        /// For `=&`: only variables should be assigned by reference.
        Assign,
        /// For `return`: only variable references should be returned by reference.
        Return,
        /// For `yield`: only variable references should be yielded by reference.
        Yield,
    }
    /// Which hook of a property.
    HookKind {
        /// Reads it.
        Get,
        /// Writes it.
        Set,
    }
    /// Which end of `@`.
    SilenceOp {
        /// Saves and silences.
        Start,
        /// Restores.
        End,
    }
    /// Which fatal error.
    FatalOp {
        /// `Fatal error`, at run time.
        Runtime,
        /// `Parse error`.
        Parse,
        /// `Fatal error` found by the compiler.
        Compile,
        /// As `Runtime`, without the innermost frame in the trace.
        RuntimeOmitFrame,
    }
    /// What `ContCheck` demands.
    ContCheckOp {
        /// That it does not run.
        IgnoreStarted,
        /// That it was started, and does not run.
        CheckStarted,
        /// That it is not beyond its first yield, and does not run.
        FirstYield,
    }
}
