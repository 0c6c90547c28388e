//! Immediates: what an instruction carries besides its opcode.
//!
//! Every type of immediate implements [`Imm`]: its bytes, its text, and what it refers to. The
//! kinds with a form of their own are in the rooms below; the plain ones are here.

mod args;
mod key;
mod list;
mod rat;
mod subop;

pub use args::{CallArgs, ClsRef, Param};
pub use key::{MemberKey, MemberMode};
pub use list::{IterIds, Labels, StrIds, StrLabels};
pub use rat::{Rat, RatClass};
pub use subop::{
    BareThisOp, ContCheckOp, FatalOp, HookKind, IncDecOp, IsTypeOp, ObjMethodOp, QueryOp, RefUse,
    SUB_OPS, SetOpOp, SilenceOp, SubOpInfo,
};

use crate::asm::{AsmError, Body};
use crate::codec::{DecodeError, Reader, Writer};
use crate::show::Show;
use stdx::define_id;

define_id! {
    /// A string of a unit.
    pub struct StrId("s");
}
define_id! {
    /// A literal array of a unit.
    pub struct ArrayId("a");
}
define_id! {
    /// A function of a unit: also a method, closure or thunk.
    pub struct FuncId("f");
}
define_id! {
    /// A class of a unit.
    pub struct ClassId("c");
}
define_id! {
    /// A local variable of a function.
    pub struct LocalId("l");
}
define_id! {
    /// An iterator of a function.
    pub struct IterId("i");
}

/// A type of immediate.
pub trait Imm: Sized {
    /// The letters by which the reference calls this type.
    const CODE: &'static str;
    /// Appends the bytes.
    fn write(&self, out: &mut Writer);
    /// Reads the bytes that `write` wrote; refuses all others.
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError>;
    /// Appends the text.
    fn show(&self, out: &mut Show<'_>);
    /// Reads the text that `show` wrote.
    fn parse(text: &mut Body<'_, '_>) -> Result<Self, AsmError>;
    /// Names everything the immediate refers to, in order.
    fn refs(&self, _each: &mut dyn FnMut(ImmRef)) {}
    /// Hands out each label, to be changed in place.
    fn labels_mut(&mut self, _each: &mut dyn FnMut(&mut Label)) {}
    /// How many stack slots the immediate counts, where a row of the table asks for that.
    fn count(&self) -> usize {
        0
    }
}

/// Something an immediate refers to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImmRef {
    /// A local of the function.
    Local(LocalId),
    /// An iterator of the function.
    Iter(IterId),
    /// A string of the unit.
    Str(StrId),
    /// A literal array of the unit.
    Array(ArrayId),
    /// A function of the unit.
    Func(FuncId),
    /// A class of the unit.
    Class(ClassId),
    /// Another instruction of the function.
    Label(Label),
    /// A number of slots, arguments or elements.
    Count(Count),
    /// A slot of the stack, counted from the top.
    Depth(StackDepth),
}

/// A branch target.
///
/// In code it is the distance from the start of the instruction; in a [`FuncBuilder`] it is the
/// number that [`FuncBuilder::label`] gave out, until the function is finished.
///
/// [`FuncBuilder`]: crate::build::FuncBuilder
/// [`FuncBuilder::label`]: crate::build::FuncBuilder::label
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Label(pub i32);

/// A number of slots, arguments or elements.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Count(pub u32);

/// A slot of the stack: 0 is the top before the instruction.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct StackDepth(pub u32);

/// An integer literal.
pub type Int = i64;

/// A float literal, compared by its bits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Double(pub u64);

impl From<f64> for Double {
    fn from(value: f64) -> Self {
        Self(value.to_bits())
    }
}

impl Double {
    /// The float.
    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl std::fmt::Debug for Double {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.get())
    }
}

/// Implements [`Imm`] for a newtype around a `u32`.
macro_rules! number_imm {
    ($ty:ident, $code:literal, $write:ident, $show:ident, $parse:ident $(, refs $ref:ident)?
     $(, count $count:ident)?) => {
        impl Imm for $ty {
            const CODE: &'static str = $code;
            fn write(&self, out: &mut Writer) {
                out.$write(self.0);
            }
            fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
                input.$write().map(Self)
            }
            fn show(&self, out: &mut Show<'_>) {
                out.$show(*self);
            }
            fn parse(text: &mut Body<'_, '_>) -> Result<Self, AsmError> {
                text.$parse()
            }
            $(fn refs(&self, each: &mut dyn FnMut(ImmRef)) {
                each(ImmRef::$ref(*self));
            })?
            $(fn count(&self) -> usize {
                let $count = self.0;
                $count as usize
            })?
        }
    };
}

number_imm!(LocalId, "LA", var, local, parse_local, refs Local);
number_imm!(IterId, "IA", var, iter, parse_iter, refs Iter);
number_imm!(StrId, "SA", word, string, parse_string, refs Str);
number_imm!(ArrayId, "AA", word, array, parse_array, refs Array);
number_imm!(FuncId, "FA", var, func, parse_func_id, refs Func);
number_imm!(ClassId, "CA", var, class, parse_class_id, refs Class);
number_imm!(Count, "IVA", var, count, parse_count, refs Count, count n);
number_imm!(StackDepth, "DP", var, depth, parse_depth, refs Depth);

impl Imm for Label {
    const CODE: &'static str = "BA";
    fn write(&self, out: &mut Writer) {
        out.label_sites.push(out.offset());
        out.word(self.0 as u32);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.word().map(|word| Self(word as i32))
    }
    fn show(&self, out: &mut Show<'_>) {
        out.label(*self);
    }
    fn parse(text: &mut Body<'_, '_>) -> Result<Self, AsmError> {
        text.parse_label()
    }
    fn refs(&self, each: &mut dyn FnMut(ImmRef)) {
        each(ImmRef::Label(*self));
    }
    fn labels_mut(&mut self, each: &mut dyn FnMut(&mut Label)) {
        each(self);
    }
}

impl Imm for Int {
    const CODE: &'static str = "I64A";
    fn write(&self, out: &mut Writer) {
        out.quad(*self as u64);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.quad().map(|quad| quad as i64)
    }
    fn show(&self, out: &mut Show<'_>) {
        out.int(*self);
    }
    fn parse(text: &mut Body<'_, '_>) -> Result<Self, AsmError> {
        text.lex.int()
    }
}

impl Imm for Double {
    const CODE: &'static str = "DA";
    fn write(&self, out: &mut Writer) {
        out.quad(self.0);
    }
    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        input.quad().map(Self)
    }
    fn show(&self, out: &mut Show<'_>) {
        out.double(*self);
    }
    fn parse(text: &mut Body<'_, '_>) -> Result<Self, AsmError> {
        text.lex.double()
    }
}
