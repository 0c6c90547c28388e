//! Strings: `.` and `.=`.

use runtime::string::Str;
use runtime::value::{DataType, Value};

use super::super::Vm;
use super::super::insn::Pc;
use super::{Item, Operand};
use crate::frame::{Cell, Fp};

/// An operand as text: a string, the digits of an int, or what null and a bool are.
#[inline(always)]
fn with_text<R>(cell: Cell, body: impl FnOnce(&[u8]) -> R) -> Option<R> {
    match cell.tag() {
        DataType::StaticString | DataType::String => Some(body(cell.value().as_str()?.as_bytes())),
        DataType::Int64 => {
            let mut digits = [0; 20];
            Some(body(runtime::conv::int_text(cell.bits(), &mut digits)))
        }
        DataType::Boolean if cell.bits() != 0 => Some(body(b"1")),
        DataType::Boolean | DataType::Null => Some(body(b"")),
        _ => None,
    }
}

/// Prints `a`.
pub(crate) extern "C-unwind" fn print<A: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let cell = A::at(pc, fp, pc.a());
    if !printed(cell, vm) {
        slow!(pc, fp, vm)
    }
    if A::IS_ITEM && cell.tag().is_counted() {
        return super::discard(pc, fp, vm);
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn printed(cell: Cell, vm: Vm) -> bool {
    with_text(cell.unboxed(), |text| vm.rq().output.keep(text)).unwrap_or(false)
}

/// Appends to a string in place, when both are text. False when nothing was done.
#[inline(always)]
pub(crate) fn append_to(cell: Cell, value: Cell) -> bool {
    let is_string = matches!(cell.tag(), DataType::String | DataType::StaticString);
    if !is_string || cell.address() == value.address() {
        return false;
    }
    with_text(value, |tail| cell.append_text(tail)).unwrap_or(false)
}

/// `a .= b`, where `a` is a local, and `b` is consumed when it is an item; the result is dropped.
pub(crate) extern "C-unwind" fn append_local<B: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    if !append::<B>(pc, fp) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn append<B: Operand>(pc: Pc, fp: Fp) -> bool {
    let target = fp.at(pc.a()).unboxed();
    let source = B::at(pc, fp, pc.b());
    if !append_to(target, source.unboxed()) {
        return false;
    }
    if B::IS_ITEM {
        drop(source.take());
    }
    true
}

/// `d = a . b`, where what is an item is consumed.
pub(crate) extern "C-unwind" fn concat<A: Operand, B: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    if !joined::<A, B>(pc, fp) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn joined<A: Operand, B: Operand>(pc: Pc, fp: Fp) -> bool {
    let operands = (A::at(pc, fp, pc.a()), B::at(pc, fp, pc.b()));
    join_new(operands, (A::IS_ITEM, B::IS_ITEM), fp.at(pc.d() as usize))
}

/// Puts the text of two operands to `dest`; gives up those that are owned. False, with nothing done,
/// where one is no text.
#[inline(always)]
fn join_new((left, right): (Cell, Cell), owned: (bool, bool), dest: Cell) -> bool {
    let whole = with_text(left.unboxed(), |head| {
        with_text(right.unboxed(), |tail| Str::join(&[head, tail]))
    });
    let Some(Some(Ok(whole))) = whole else { return false };
    if owned.1 {
        drop(right.take());
    }
    if owned.0 {
        drop(left.take());
    }
    dest.init(Value::from(whole));
    true
}

/// As [`join_new`]; a left operand that is owned, that nobody else has and whose place is `dest` is
/// appended to.
pub(crate) fn join((left, right): (Cell, Cell), owned: (bool, bool), dest: Cell) -> bool {
    let grows = owned.0 && left.address() == dest.address() && is_own_text(left);
    if !grows {
        return join_new((left, right), owned, dest);
    }
    if !with_text(right.unboxed(), |tail| left.append_text(tail)).unwrap_or(false) {
        return false;
    }
    if owned.1 {
        drop(right.take());
    }
    true
}

/// Whether a cell holds a string that nobody else has.
#[inline(always)]
fn is_own_text(cell: Cell) -> bool {
    cell.tag() == DataType::String && cell.value().as_str().is_some_and(Str::is_unique)
}

/// `d = a . b`, where `a` is an item that nobody else may have: it is appended to.
pub(crate) extern "C-unwind" fn concat_item<B: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    if !extended::<B>(pc, fp) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn extended<B: Operand>(pc: Pc, fp: Fp) -> bool {
    let left = fp.at(pc.a());
    if pc.d() as usize != pc.a() {
        return joined::<Item, B>(pc, fp);
    }
    join((left, B::at(pc, fp, pc.b())), (true, B::IS_ITEM), left)
}

/// `a` is the text of the `b` items from `a` on.
pub(crate) extern "C-unwind" fn concat_all(pc: Pc, fp: Fp, vm: Vm) {
    if !all_joined(fp.at(pc.a()), pc.b()) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

/// The most digits that an int has, and its sign.
const DIGITS: usize = 20;

#[inline(never)]
fn all_joined(first: Cell, count: usize) -> bool {
    let length = (0..count).try_fold(0usize, |sum, at| {
        let length = with_text(first.up(at).unboxed(), <[u8]>::len)?;
        Some(sum + length)
    });
    let Some(Ok(mut whole)) = length.map(|length| Str::with_capacity(length.max(DIGITS))) else {
        return false;
    };
    for at in 0..count {
        if with_text(first.up(at).unboxed(), |part| whole.append(part).is_ok()) != Some(true) {
            return false;
        }
    }
    for at in (0..count).rev() {
        drop(first.up(at).take());
    }
    first.init(Value::from(whole));
    true
}
