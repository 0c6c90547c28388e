//! Arithmetic and comparisons of ints and floats.

use runtime::ops::{smart_compare, smart_eq};
use runtime::string::Str;
use runtime::value::{DataType, TypedValue, Value};

use super::super::Vm;
use super::super::insn::{Handler, Pc};
use super::control::flagged;
use super::quick::{Floats, Ints, become_handler, binary_of, common, compare_jump_of};
use super::union::unite;
use super::{Dest, Operand};
use crate::frame::{Cell, Fp};

/// An operator on numbers. None where only the op body knows the result.
pub(crate) trait Binary {
    /// Of two ints.
    fn ints(a: i64, b: i64) -> Option<TypedValue>;
    /// Of two floats.
    fn floats(a: f64, b: f64) -> Option<TypedValue>;
    /// Whether there is one of two arrays.
    const UNITES: bool = false;
}

/// A comparison of numbers.
pub(crate) trait Compare {
    /// Of two ints.
    fn ints(a: i64, b: i64) -> bool;
    /// Of two floats.
    fn floats(a: f64, b: f64) -> bool;
    /// Of an int and a float; none where types decide.
    const CONVERTS: bool = true;
    /// Of two words of the same type that is neither int nor float, by their bits.
    const BY_BITS: Option<fn(bool) -> bool> = None;
    /// Of two words of different types that are neither counted nor strings; none where they are
    /// converted.
    const OF_TYPES: Option<bool> = None;
}

#[inline(always)]
fn int(value: i64) -> TypedValue {
    Value::int(value).into_raw()
}

#[inline(always)]
fn float(value: f64) -> TypedValue {
    Value::float(value).into_raw()
}

macro_rules! binary_operators {
    ($($Name:ident |$a:ident, $b:ident| $ints:expr, |$x:ident, $y:ident| $floats:expr
        $(, $UNITES:ident)?;)*) => {$(
        #[doc = concat!("`", stringify!($Name), "`: see the table of instructions.")]
        pub(crate) struct $Name;
        impl Binary for $Name {
            #[inline(always)]
            fn ints($a: i64, $b: i64) -> Option<TypedValue> {
                $ints
            }
            #[inline(always)]
            fn floats($x: f64, $y: f64) -> Option<TypedValue> {
                $floats
            }
            $( const $UNITES: bool = true; )?
        }
    )*};
}

#[inline(always)]
fn none(_: f64, _: f64) -> Option<TypedValue> {
    None
}

binary_operators! {
    Add |a, b| a.checked_add(b).map(int), |x, y| Some(float(x + y)), UNITES;
    Sub |a, b| a.checked_sub(b).map(int), |x, y| Some(float(x - y));
    Mul |a, b| a.checked_mul(b).map(int), |x, y| Some(float(x * y));
    Div |a, b| quotient(a, b), |x, y| if y == 0.0 { None } else { Some(float(x / y)) };
    Mod |a, b| if b == 0 { None } else { Some(int(a.wrapping_rem(b))) }, |x, y| none(x, y);
    BitAnd |a, b| Some(int(a & b)), |x, y| none(x, y);
    BitOr |a, b| Some(int(a | b)), |x, y| none(x, y);
    BitXor |a, b| Some(int(a ^ b)), |x, y| none(x, y);
    Shl |a, b| shift(b).map(|by| int(a << by)), |x, y| none(x, y);
    Shr |a, b| shift(b).map(|by| int(a >> by)), |x, y| none(x, y);
    Cmp |a, b| Some(int(a.cmp(&b) as i64)),
        |x, y| Some(int(x.partial_cmp(&y).map_or(1, |order| order as i64)));
}

#[inline(always)]
fn quotient(a: i64, b: i64) -> Option<TypedValue> {
    match a.checked_rem(b)? {
        0 => Some(int(a / b)),
        _ => Some(float(a as f64 / b as f64)),
    }
}

#[inline(always)]
fn shift(by: i64) -> Option<u32> {
    (0..64).contains(&by).then_some(by as u32)
}

macro_rules! comparisons {
    ($($Name:ident $op:tt { $($extra:item)* })*) => {$(
        #[doc = concat!("`", stringify!($op), "`")]
        pub(crate) struct $Name;
        impl Compare for $Name {
            #[inline(always)]
            fn ints(a: i64, b: i64) -> bool {
                a $op b
            }
            #[inline(always)]
            fn floats(a: f64, b: f64) -> bool {
                a $op b
            }
            $($extra)*
        }
    )*};
}

comparisons! {
    Lt < {}
    Lte <= {}
    Gt > {}
    Gte >= {}
    Eq == { const BY_BITS: Option<fn(bool) -> bool> = Some(|same| same); }
    Neq != { const BY_BITS: Option<fn(bool) -> bool> = Some(|same| !same); }
    Same == {
        const CONVERTS: bool = false;
        const BY_BITS: Option<fn(bool) -> bool> = Some(|same| same);
        const OF_TYPES: Option<bool> = Some(false);
    }
    NSame != {
        const CONVERTS: bool = false;
        const BY_BITS: Option<fn(bool) -> bool> = Some(|same| !same);
        const OF_TYPES: Option<bool> = Some(true);
    }
}

#[inline(always)]
pub(super) fn as_float(cell: Cell) -> f64 {
    f64::from_bits(cell.bits() as u64)
}

#[inline(always)]
pub(super) fn compute<O: Binary>(a: Cell, b: Cell) -> Option<TypedValue> {
    match (a.tag(), b.tag()) {
        (DataType::Int64, DataType::Int64) => O::ints(a.bits(), b.bits()),
        (DataType::Double, DataType::Double) => O::floats(as_float(a), as_float(b)),
        (DataType::Double, DataType::Int64) => O::floats(as_float(a), b.bits() as f64),
        (DataType::Int64, DataType::Double) => O::floats(a.bits() as f64, as_float(b)),
        _ => None,
    }
}

/// Whether `a op b`, for values without a block.
#[inline(always)]
fn holds_plain<O: Compare>(a: Cell, b: Cell) -> Option<bool> {
    match (a.tag(), b.tag()) {
        (DataType::Int64, DataType::Int64) => Some(O::ints(a.bits(), b.bits())),
        (DataType::Double, DataType::Double) => Some(O::floats(as_float(a), as_float(b))),
        (DataType::Double, DataType::Int64) if O::CONVERTS => {
            Some(O::floats(as_float(a), b.bits() as f64))
        }
        (DataType::Int64, DataType::Double) if O::CONVERTS => {
            Some(O::floats(a.bits() as f64, as_float(b)))
        }
        (DataType::Boolean, DataType::Boolean) | (DataType::Null, DataType::Null) => {
            O::BY_BITS.map(|of| of(a.bits() == b.bits()))
        }
        (left, right) if is_plain(left) && is_plain(right) => O::OF_TYPES,
        _ => None,
    }
}

/// Whether `a op b`, for two of which one at least has a block, when that takes neither a call nor
/// anything to release.
#[inline(always)]
fn holds_at_once<O: Compare, A: Operand, B: Operand>(fp: Fp, a: Cell, b: Cell) -> Option<bool> {
    if O::OF_TYPES.is_none() {
        return of_single_bytes::<O>(a, b);
    }
    if is_counted_item::<A>(fp, a) || is_counted_item::<B>(fp, b) {
        return None;
    }
    let same = same_at_once(a.unboxed(), b.unboxed())?;
    Some(O::BY_BITS?(same))
}

/// What is said of two static strings of one byte each: as numbers they are ordered as their bytes are.
#[inline(always)]
fn of_single_bytes<O: Compare>(a: Cell, b: Cell) -> Option<bool> {
    if a.tag() != DataType::StaticString || b.tag() != DataType::StaticString {
        return None;
    }
    match (a.value().as_str()?.as_bytes(), b.value().as_str()?.as_bytes()) {
        ([a], [b]) => Some(O::ints(i64::from(*a), i64::from(*b))),
        _ => None,
    }
}

/// Whether two values of which one at least has a block are the same, when their tags, addresses or
/// lengths say so.
#[inline(always)]
fn same_at_once(a: Cell, b: Cell) -> Option<bool> {
    let (left, right) = (a.tag(), b.tag());
    match (left.is_string(), right.is_string()) {
        (true, true) => same_text(a, b),
        _ if left == right => (left == DataType::Object).then(|| a.bits() == b.bits()),
        _ if is_open(left) || is_open(right) => None,
        _ => Some(false),
    }
}

/// Whether two strings are the same, when their addresses or lengths say so.
#[inline(always)]
fn same_text(a: Cell, b: Cell) -> Option<bool> {
    if a.bits() == b.bits() {
        return Some(true);
    }
    (a.value().as_str()?.len() != b.value().as_str()?.len()).then_some(false)
}

/// Whether an operand must be released.
#[inline(always)]
fn is_counted_item<A: Operand>(fp: Fp, cell: Cell) -> bool {
    A::IS_LOCAL && cell.tag().is_counted() && cell >= fp.cell(fp.record().func().slots())
}

/// Whether a tag does not tell what is compared.
#[inline(always)]
fn is_open(tag: DataType) -> bool {
    matches!(tag, DataType::Uninit | DataType::Ref | DataType::Resource)
}

/// Whether `a op b`, for values that may be in references.
#[inline(never)]
fn holds<O: Compare>(a: Cell, b: Cell) -> Option<bool> {
    let (a, b) = (a.unboxed(), b.unboxed());
    holds_plain::<O>(a, b).or_else(|| match O::BY_BITS {
        Some(of) if O::OF_TYPES.is_some() => same_counted(a, b).map(of),
        Some(of) => of_texts(a, b, |a, b| of(smart_eq(a, b))),
        None => of_texts(a, b, |a, b| O::ints(smart_compare(a, b).into(), 0)),
    })
}

/// What `compare` says, if both are strings.
#[inline(always)]
fn of_texts(a: Cell, b: Cell, compare: impl FnOnce(&Str, &Str) -> bool) -> Option<bool> {
    Some(compare(a.value().as_str()?, b.value().as_str()?))
}

/// The same; none when that takes more than a look at them.
#[inline(never)]
fn same_counted(a: Cell, b: Cell) -> Option<bool> {
    let by_bytes = || Some(a.value().as_str()?.as_bytes() == b.value().as_str()?.as_bytes());
    same_at_once(a, b).or_else(by_bytes)
}

/// Releases what a comparison consumes: those of its operands that are stack items.
#[inline(always)]
fn consume(fp: Fp, a: Cell, b: Cell) {
    for cell in [a, b] {
        if cell.tag().is_counted() {
            consume_one(fp, cell);
        }
    }
}

/// Releases what a test consumes, if it is a stack item.
#[inline(never)]
pub(super) fn consume_one(fp: Fp, cell: Cell) {
    if is_stack_item(fp, cell) {
        drop(cell.take());
    }
}

/// Whether an operand is a stack item, which the instruction consumes.
pub(super) fn is_stack_item(fp: Fp, cell: Cell) -> bool {
    let func = fp.record().func();
    let items = fp.cell(func.slots()).address()..fp.cell(func.cells()).address();
    items.contains(&cell.address())
}

#[inline(always)]
fn is_plain(tag: DataType) -> bool {
    matches!(tag, DataType::Null | DataType::Boolean | DataType::Int64 | DataType::Double)
}

/// `d = a op b`, whose operands have been of no type yet (see `quick`).
pub(crate) extern "C-unwind" fn binary<O: Binary, A: Operand, B: Operand, D: Dest>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let (a, b) = (A::at(pc, fp, pc.a()), B::at(pc, fp, pc.b()));
    let to: Handler = match common(a, b) {
        Some(DataType::Int64) => binary_of::<Ints, O, A, B, D>,
        Some(_) => binary_of::<Floats, O, A, B, D>,
        None => binary_mixed::<O, A, B, D>,
    };
    become_handler(pc, binary::<O, A, B, D>, to);
    binary_mixed::<O, A, B, D>(pc, fp, vm)
}

/// `d = a op b`, of numbers of any type.
pub(crate) extern "C-unwind" fn binary_mixed<O: Binary, A: Operand, B: Operand, D: Dest>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let (a, b) = (A::at(pc, fp, pc.a()), B::at(pc, fp, pc.b()));
    let dest = fp.at(pc.d() as usize);
    let Some(word) = compute::<O>(a, b) else { return binary_unboxed::<O, A, B, D>(pc, fp, vm) };
    if D::IS_LOCAL && dest.tag().is_counted() {
        return binary_unboxed::<O, A, B, D>(pc, fp, vm);
    }
    dest.put(word);
    next!(pc.next(), fp, vm)
}

/// The same where a local is a reference, or holds something to release.
#[inline(never)]
extern "C-unwind" fn binary_unboxed<O: Binary, A: Operand, B: Operand, D: Dest>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let (a, b) = (A::at(pc, fp, pc.a()), B::at(pc, fp, pc.b()));
    let dest = fp.at(pc.d() as usize);
    if !D::IS_LOCAL && (dest.tag() == DataType::Ref && (is_same(a, dest) || is_same(b, dest))) {
        slow!(pc, fp, vm)
    }
    let Some(word) = compute::<O>(a.unboxed(), b.unboxed()) else {
        if O::UNITES && unite::<D>(fp, (a, b), dest) {
            next_released!(pc.next(), fp, vm)
        }
        slow!(pc, fp, vm)
    };
    if !D::IS_LOCAL {
        dest.put(word);
        next!(pc.next(), fp, vm)
    }
    if !super::local::assign_word(dest, word) {
        slow!(pc, fp, vm)
    }
    next_released!(pc.next(), fp, vm)
}

#[inline(always)]
fn is_same(a: Cell, b: Cell) -> bool {
    a.address() == b.address()
}

/// `d = a op b`, a truth value.
pub(crate) extern "C-unwind" fn comparison<O: Compare, A: Operand, B: Operand, D: Dest>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let (a, b) = (A::at(pc, fp, pc.a()), B::at(pc, fp, pc.b()));
    let dest = fp.at(pc.d() as usize);
    let Some(truth) = holds_plain::<O>(a, b) else {
        return comparison_counted::<O, A, B, D>(pc, fp, vm);
    };
    if D::IS_LOCAL && dest.tag().is_counted() {
        slow!(pc, fp, vm)
    }
    dest.put(Value::bool(truth).into_raw());
    next!(pc.next(), fp, vm)
}

/// The same of values of which one at least has a block.
#[inline(never)]
extern "C-unwind" fn comparison_counted<O: Compare, A: Operand, B: Operand, D: Dest>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let (a, b) = (A::at(pc, fp, pc.a()), B::at(pc, fp, pc.b()));
    let dest = fp.at(pc.d() as usize);
    let Some(truth) = holds::<O>(a, b) else { slow!(pc, fp, vm) };
    if D::IS_LOCAL && dest.tag().is_counted() {
        slow!(pc, fp, vm)
    }
    consume(fp, a, b);
    dest.put(Value::bool(truth).into_raw());
    next_released!(pc.next(), fp, vm)
}

/// Goes to `d` when `a op b` is `SENSE`; `BACK` when that is a back edge. The operands have been of
/// no type yet (see `quick`).
pub(crate) extern "C-unwind" fn compare_jump<
    O: Compare,
    A: Operand,
    B: Operand,
    const SENSE: bool,
    const BACK: bool,
>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let (a, b) = (A::at(pc, fp, pc.a()), B::at(pc, fp, pc.b()));
    let to: Handler = match common(a, b) {
        Some(DataType::Int64) => compare_jump_of::<Ints, O, A, B, SENSE, BACK>,
        Some(_) => compare_jump_of::<Floats, O, A, B, SENSE, BACK>,
        None => compare_jump_mixed::<O, A, B, SENSE, BACK>,
    };
    become_handler(pc, compare_jump::<O, A, B, SENSE, BACK>, to);
    compare_jump_mixed::<O, A, B, SENSE, BACK>(pc, fp, vm)
}

/// The same of values of any type.
pub(crate) extern "C-unwind" fn compare_jump_mixed<
    O: Compare,
    A: Operand,
    B: Operand,
    const SENSE: bool,
    const BACK: bool,
>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let (a, b) = (A::at(pc, fp, pc.a()), B::at(pc, fp, pc.b()));
    let truth = match holds_plain::<O>(a, b) {
        Some(truth) => truth,
        None => match holds_at_once::<O, A, B>(fp, a, b) {
            Some(truth) => truth,
            None => return compare_jump_counted::<O, A, B, SENSE, BACK>(pc, fp, vm),
        },
    };
    if truth != SENSE {
        next!(pc.next(), fp, vm)
    }
    let target = pc.jump(pc.d());
    if BACK && vm.rq().surprise().is_flagged() {
        return flagged(target, fp, vm);
    }
    next!(target, fp, vm)
}

/// The same of values of which one at least has a block.
#[inline(never)]
extern "C-unwind" fn compare_jump_counted<
    O: Compare,
    A: Operand,
    B: Operand,
    const SENSE: bool,
    const BACK: bool,
>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let (a, b) = (A::at(pc, fp, pc.a()), B::at(pc, fp, pc.b()));
    let Some(truth) = holds::<O>(a, b) else { slow!(pc, fp, vm) };
    consume(fp, a, b);
    if truth != SENSE {
        next_released!(pc.next(), fp, vm)
    }
    let target = pc.jump(pc.d());
    if BACK && vm.rq().surprise().is_flagged() {
        return flagged(target, fp, vm);
    }
    next_released!(target, fp, vm)
}
