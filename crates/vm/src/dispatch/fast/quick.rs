//! Instructions that have met operands of one type, and expect no other.
//!
//! The general handler of an operator writes over its instruction the handler for the types that it
//! meets first; when that meets others, it gives the instruction for good to one that expects
//! nothing. An instruction that something else watches (the head of a loop whose turns are counted)
//! stays as it is.

use runtime::value::{DataType, TypedValue};

use super::super::Vm;
use super::super::insn::{Handler, Pc};
use super::arith::{Binary, Compare, as_float, binary_mixed, compare_jump_mixed};
use super::control::flagged;
use super::local::is_busy;
use super::{Dest, Operand};
use crate::frame::Cell;
use crate::frame::Fp;

/// A type of both operands.
pub(crate) trait Expected {
    /// The tag.
    const TAG: DataType;
    /// The operator on two such operands.
    fn compute<O: Binary>(a: Cell, b: Cell) -> Option<TypedValue>;
    /// The comparison of two such operands.
    fn holds<O: Compare>(a: Cell, b: Cell) -> bool;
}

/// Two ints.
pub(crate) struct Ints;
/// Two floats.
pub(crate) struct Floats;

impl Expected for Ints {
    const TAG: DataType = DataType::Int64;

    #[inline(always)]
    fn compute<O: Binary>(a: Cell, b: Cell) -> Option<TypedValue> {
        O::ints(a.bits(), b.bits())
    }

    #[inline(always)]
    fn holds<O: Compare>(a: Cell, b: Cell) -> bool {
        O::ints(a.bits(), b.bits())
    }
}

impl Expected for Floats {
    const TAG: DataType = DataType::Double;

    #[inline(always)]
    fn compute<O: Binary>(a: Cell, b: Cell) -> Option<TypedValue> {
        O::floats(as_float(a), as_float(b))
    }

    #[inline(always)]
    fn holds<O: Compare>(a: Cell, b: Cell) -> bool {
        O::floats(as_float(a), as_float(b))
    }
}

/// Gives an instruction that has the handler `from` the handler `to`.
#[inline(always)]
pub(super) fn become_handler(pc: Pc, from: Handler, to: Handler) {
    if pc.handler() as usize == from as usize {
        pc.set_handler(to);
    }
}

/// The type that both have, when there is a handler for it.
#[inline(always)]
pub(super) fn common(a: Cell, b: Cell) -> Option<DataType> {
    let tag = a.tag();
    let is_number = matches!(tag, DataType::Int64 | DataType::Double);
    (is_number && b.tag() == tag).then_some(tag)
}

/// `d = a op b`, of operands of the type `T`.
pub(crate) extern "C-unwind" fn binary_of<
    T: Expected,
    O: Binary,
    A: Operand,
    B: Operand,
    D: Dest,
>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let (a, b) = (A::at(pc, fp, pc.a()), B::at(pc, fp, pc.b()));
    let dest = fp.at(pc.d() as usize);
    if a.tag() != T::TAG || b.tag() != T::TAG || is_busy::<D>(dest.tag()) {
        return disappointed::<T, O, A, B, D>(pc, fp, vm);
    }
    let Some(word) = T::compute::<O>(a, b) else { return binary_mixed::<O, A, B, D>(pc, fp, vm) };
    dest.put(word);
    next!(pc.next(), fp, vm)
}

#[cold]
#[inline(never)]
extern "C-unwind" fn disappointed<T: Expected, O: Binary, A: Operand, B: Operand, D: Dest>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    become_handler(pc, binary_of::<T, O, A, B, D>, binary_mixed::<O, A, B, D>);
    binary_mixed::<O, A, B, D>(pc, fp, vm)
}

/// Goes to `d` when `a op b` is `SENSE`, of operands of the type `T`; `BACK` when that is a back
/// edge.
pub(crate) extern "C-unwind" fn compare_jump_of<
    T: Expected,
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
    if a.tag() != T::TAG || b.tag() != T::TAG {
        return jump_disappointed::<T, O, A, B, SENSE, BACK>(pc, fp, vm);
    }
    if T::holds::<O>(a, b) != SENSE {
        next!(pc.next(), fp, vm)
    }
    let target = pc.jump(pc.d());
    if BACK && vm.rq().surprise().is_flagged() {
        return flagged(target, fp, vm);
    }
    next!(target, fp, vm)
}

#[cold]
#[inline(never)]
extern "C-unwind" fn jump_disappointed<
    T: Expected,
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
    let expecting: Handler = compare_jump_of::<T, O, A, B, SENSE, BACK>;
    become_handler(pc, expecting, compare_jump_mixed::<O, A, B, SENSE, BACK>);
    compare_jump_mixed::<O, A, B, SENSE, BACK>(pc, fp, vm)
}
