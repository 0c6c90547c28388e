//! Jumps and returns.

use runtime::value::DataType;

use super::super::insn::Pc;
use super::super::run::surprised;
use super::super::{State, Vm};
use super::Operand;
use crate::frame::{Cell, Fp};

/// Serves the flags of the surprise word, then goes on at `pc`.
#[cold]
#[inline(never)]
pub(super) extern "C-unwind" fn flagged(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = surprised(pc, fp, vm.rq());
    next!(pc, fp, vm)
}

/// Does nothing.
pub(crate) extern "C-unwind" fn nothing(pc: Pc, fp: Fp, vm: Vm) {
    next!(pc.next(), fp, vm)
}

/// Goes to `d`; `BACK` when that is a back edge.
pub(crate) extern "C-unwind" fn jump<const BACK: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let target = pc.jump(pc.d());
    if BACK && vm.rq().surprise().is_flagged() {
        return flagged(target, fp, vm);
    }
    next!(target, fp, vm)
}

#[inline(always)]
fn truth(cell: Cell) -> Option<bool> {
    match cell.tag() {
        DataType::Boolean | DataType::Int64 => Some(cell.bits() != 0),
        DataType::Null => Some(false),
        DataType::Double => Some(f64::from_bits(cell.bits() as u64) != 0.0),
        _ => None,
    }
}

/// Whether a value that is counted, or text, is true or false without asking anybody.
#[inline(always)]
fn has_truth(tag: DataType) -> bool {
    use DataType::{Array, Object, StaticString, String};
    matches!(tag, Object | Array | String | StaticString)
}

/// As `test_jump`, of what [`has_truth`].
#[inline(never)]
extern "C-unwind" fn test_jump_counted<A: Operand, const SENSE: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let cell = A::at(pc, fp, pc.a());
    if !has_truth(cell.tag()) {
        slow!(pc, fp, vm)
    }
    let truth = runtime::conv::to_bool(cell.value());
    super::arith::consume_one(fp, cell);
    let target = if truth == SENSE { pc.jump(pc.d()) } else { pc.next() };
    if vm.rq().surprise().is_flagged() {
        return flagged(target, fp, vm);
    }
    next_released!(target, fp, vm)
}

/// Goes to `d` when `a` is `SENSE`.
pub(crate) extern "C-unwind" fn test_jump<A: Operand, const SENSE: bool, const BACK: bool>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let cell = A::at(pc, fp, pc.a());
    let Some(truth) = truth(cell) else { return test_jump_counted::<A, SENSE>(pc, fp, vm) };
    if truth != SENSE {
        next!(pc.next(), fp, vm)
    }
    let target = pc.jump(pc.d());
    if BACK && vm.rq().surprise().is_flagged() {
        return flagged(target, fp, vm);
    }
    next!(target, fp, vm)
}

/// Returns `a`.
pub(crate) extern "C-unwind" fn ret<A: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let result = A::at(pc, fp, pc.a());
    let tag = result.tag();
    if !A::IS_ITEM && (tag == DataType::Uninit || tag == DataType::Ref) {
        slow!(pc, fp, vm)
    }
    let record = fp.record();
    let slots = record.func().slots();
    let mut number = 0;
    while number < slots {
        let cell = fp.cell(number);
        if cell.tag().is_counted() && cell != result {
            return ret_releasing::<A>(pc, fp, vm);
        }
        number += 1;
    }
    let (Some(ret), Some(caller), true) = (record.ret(), record.caller(), record.is_bare()) else {
        return ret_releasing::<A>(pc, fp, vm);
    };
    record.cell().put(result.word());
    next!(ret, caller, vm)
}

/// Returns `a` from a frame that holds something to release.
#[inline(never)]
extern "C-unwind" fn ret_releasing<A: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = release_frame(A::at(pc, fp, pc.a()), fp);
    next_released!(pc, fp, vm)
}

#[inline(never)]
pub(crate) fn release_frame(result: Cell, fp: Fp) -> State {
    let word = result.word();
    let record = fp.record();
    for number in 0..record.func().slots() {
        let cell = fp.cell(number);
        if cell != result {
            drop(cell.take());
        }
    }
    record.release();
    let pc = record.ret().unwrap_or_else(super::super::exit_pc);
    let caller = record.caller().unwrap_or(fp);
    record.cell().put(word);
    State { pc, fp: caller }
}
