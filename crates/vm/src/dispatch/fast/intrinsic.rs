//! Builtins of one argument that need no call for the types that are common.

use runtime::string::one_byte_made;
use runtime::value::{DataType, TypedValue, Value};

use super::super::Vm;
use super::super::insn::Pc;
use super::array::{byte_of, element_of, release};
use super::local::{assign_word, is_busy};
use super::{Dest, Operand};
use crate::frame::{Cell, Fp};

/// A builtin whose result has no count.
pub(crate) trait Intrinsic {
    /// The result; none when that is for the builtin itself to say.
    fn of(argument: Cell) -> Option<TypedValue>;

    /// The result for a string of one byte.
    fn of_byte(byte: u8) -> Option<TypedValue>;
}

/// `strlen()`.
pub(crate) struct StrLen;
/// `count()`.
pub(crate) struct Count;
/// `ord()`.
pub(crate) struct Ord;
/// `chr()`.
pub(crate) struct Chr;

#[inline(always)]
fn int(value: usize) -> Option<TypedValue> {
    Some(Value::int(value as i64).into_raw())
}

impl Intrinsic for StrLen {
    #[inline(always)]
    fn of(argument: Cell) -> Option<TypedValue> {
        int(argument.value().as_str()?.as_bytes().len())
    }

    #[inline(always)]
    fn of_byte(_: u8) -> Option<TypedValue> {
        int(1)
    }
}

impl Intrinsic for Count {
    #[inline(always)]
    fn of(argument: Cell) -> Option<TypedValue> {
        int(argument.value().as_array()?.len())
    }

    #[inline(always)]
    fn of_byte(_: u8) -> Option<TypedValue> {
        None
    }
}

impl Intrinsic for Ord {
    #[inline(always)]
    fn of(argument: Cell) -> Option<TypedValue> {
        let first = argument.value().as_str()?.as_bytes().first();
        int(usize::from(first.copied().unwrap_or(0)))
    }

    #[inline(always)]
    fn of_byte(byte: u8) -> Option<TypedValue> {
        int(usize::from(byte))
    }
}

impl Intrinsic for Chr {
    #[inline(always)]
    fn of(argument: Cell) -> Option<TypedValue> {
        if argument.tag() != DataType::Int64 {
            return None;
        }
        Some(Value::from(one_byte_made(argument.bits() as u8)?).into_raw())
    }

    #[inline(always)]
    fn of_byte(_: u8) -> Option<TypedValue> {
        None
    }
}

/// A builtin that tests the type of its argument.
pub(crate) trait TypeTest {
    /// Whether values with this tag pass.
    fn passes(tag: DataType) -> bool;
}

macro_rules! type_tests {
    ($($(#[$doc:meta])* $name:ident = $pattern:pat, $of_byte:literal;)+) => { $(
        $(#[$doc])*
        pub(crate) struct $name;

        impl TypeTest for $name {
            #[inline(always)]
            fn passes(tag: DataType) -> bool {
                matches!(tag, $pattern)
            }
        }

        impl Intrinsic for $name {
            #[inline(always)]
            fn of(argument: Cell) -> Option<TypedValue> {
                let tag = argument.tag();
                let is = Value::bool(Self::passes(tag)).into_raw();
                (tag != DataType::Uninit).then_some(is)
            }

            #[inline(always)]
            fn of_byte(_: u8) -> Option<TypedValue> {
                Some(Value::bool($of_byte).into_raw())
            }
        }
    )+ };
}

type_tests! {
    /// `is_null()`.
    IsNull = DataType::Null, false;
    /// `is_bool()`.
    IsBool = DataType::Boolean, false;
    /// `is_int()`.
    IsInt = DataType::Int64, false;
    /// `is_float()`.
    IsFloat = DataType::Double, false;
    /// `is_string()`.
    IsString = DataType::String | DataType::StaticString, true;
    /// `is_array()`.
    IsArray = DataType::Array, false;
    /// `is_object()`.
    IsObject = DataType::Object, false;
}

/// Goes to `d` when `F(a)` is `SENSE`, where `a` is a local.
pub(crate) extern "C-unwind" fn type_jump<F: TypeTest, const SENSE: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let tag = fp.at(pc.a()).unboxed().tag();
    if tag == DataType::Uninit {
        slow!(pc, fp, vm)
    }
    next!(if F::passes(tag) == SENSE { pc.jump(pc.d()) } else { pc.next() }, fp, vm)
}

/// `d = F(a)`, where `a` is consumed when it is an item.
pub(crate) extern "C-unwind" fn intrinsic<F: Intrinsic, A: Operand, D: Dest>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let source = A::at(pc, fp, pc.a());
    let dest = fp.at(pc.d() as usize);
    let Some(word) = F::of(source.unboxed()) else { slow!(pc, fp, vm) };
    if is_busy::<D>(dest.tag()) || (A::IS_ITEM && source.tag().is_counted()) {
        return intrinsic_releasing::<F, A, D>(pc, fp, vm);
    }
    dest.put(word);
    next!(pc.next(), fp, vm)
}

/// The same, when there is something to release.
#[inline(never)]
extern "C-unwind" fn intrinsic_releasing<F: Intrinsic, A: Operand, D: Dest>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let source = A::at(pc, fp, pc.a());
    if !put::<D>(F::of(source.unboxed()), fp.at(pc.d() as usize)) {
        slow!(pc, fp, vm)
    }
    if A::IS_ITEM {
        release(source);
    }
    next_released!(pc.next(), fp, vm)
}

/// Puts a result where it belongs; false when there is none, or it may not go there.
#[inline(always)]
fn put<D: Dest>(word: Option<TypedValue>, dest: Cell) -> bool {
    match word {
        Some(word) if is_busy::<D>(dest.tag()) => assign_word(dest, word),
        Some(word) => {
            dest.put(word);
            true
        }
        None => false,
    }
}

/// `d = F(a[b])`, where `a` is a local, and `b` no text when it is an item.
pub(crate) extern "C-unwind" fn intrinsic_of_element<F: Intrinsic, K: Operand, D: Dest>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let (base, key) = (fp.at(pc.a()).unboxed(), K::at(pc, fp, pc.b()));
    let dest = fp.at(pc.d() as usize);
    if is_busy::<D>(dest.tag()) || (K::IS_ITEM && key.tag().is_counted()) {
        slow!(pc, fp, vm)
    }
    if let Some(word) = byte_of(base, key).and_then(F::of_byte) {
        dest.put(word);
        next!(pc.next(), fp, vm)
    }
    if !of_element::<F>(base, key, dest) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn of_element<F: Intrinsic>(base: Cell, key: Cell, dest: Cell) -> bool {
    let element = element_of(base.value(), key.unboxed());
    match element.and_then(|element| F::of(Cell::of(element))) {
        Some(word) => {
            dest.put(word);
            true
        }
        None => false,
    }
}
