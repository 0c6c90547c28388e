//! Jumps and returns.

use runtime::string::{StaticStr, Str};
use runtime::value::{DataType, TypedValue};

use super::super::insn::Pc;
use super::super::run::surprised;
use super::super::{State, Vm};
use super::Operand;
use crate::frame::{Cell, Fp};

/// Serves the flags of the surprise word, runs the destructors that are due, then goes on at `pc`.
#[cold]
#[inline(never)]
pub(super) extern "C-unwind" fn flagged(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = surprised(pc, fp, vm.rq());
    next_released!(pc, fp, vm)
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

/// As `test_jump`, of what [`has_truth`], and of references.
#[inline(never)]
extern "C-unwind" fn test_jump_counted<A: Operand, const SENSE: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let cell = A::at(pc, fp, pc.a());
    let value = cell.unboxed();
    if !has_truth(value.tag()) && truth(value).is_none() {
        slow!(pc, fp, vm)
    }
    let truth = runtime::conv::to_bool(value.value());
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

/// What a value is that is identical to a constant.
pub(crate) trait Constancy {
    /// Whether the value in a cell is.
    fn is(cell: Cell) -> bool;
}

/// `null`.
pub(crate) struct TheNull;
/// `true`.
pub(crate) struct TheTrue;
/// `false`.
pub(crate) struct TheFalse;

impl Constancy for TheNull {
    #[inline(always)]
    fn is(cell: Cell) -> bool {
        cell.tag() == DataType::Null
    }
}

impl Constancy for TheTrue {
    #[inline(always)]
    fn is(cell: Cell) -> bool {
        cell.tag() == DataType::Boolean && cell.bits() != 0
    }
}

impl Constancy for TheFalse {
    #[inline(always)]
    fn is(cell: Cell) -> bool {
        cell.tag() == DataType::Boolean && cell.bits() == 0
    }
}

/// Goes to `d` when it is `SENSE` that `a` is identical to a constant.
pub(crate) extern "C-unwind" fn identity_jump<C: Constancy, A: Operand, const SENSE: bool>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let cell = A::at(pc, fp, pc.a());
    if A::IS_ITEM && cell.tag().is_counted() {
        return identity_jump_counted::<C, SENSE>(pc, fp, vm);
    }
    let cell = cell.unboxed();
    if cell.tag() == DataType::Uninit {
        slow!(pc, fp, vm)
    }
    next!(if C::is(cell) == SENSE { pc.jump(pc.d()) } else { pc.next() }, fp, vm)
}

/// The same of an item to be released.
#[inline(never)]
extern "C-unwind" fn identity_jump_counted<C: Constancy, const SENSE: bool>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let is = C::is(fp.at(pc.a()).unboxed());
    super::local::release(fp.at(pc.a()));
    next_released!(if is == SENSE { pc.jump(pc.d()) } else { pc.next() }, fp, vm)
}

/// The cases of a switch over texts.
pub(crate) struct Texts(pub Box<[StaticStr]>);

impl Texts {
    /// The number of the case for a text, or how many there are.
    #[inline]
    pub(crate) fn find(&self, text: &Str) -> usize {
        let (block, hash) = (text.as_block(), text.hash());
        let is = |case: &StaticStr| {
            case.as_block() == block || case.hash() == hash && case.as_bytes() == text.as_bytes()
        };
        self.0.iter().position(is).unwrap_or(self.0.len())
    }
}

/// Goes to the jump behind this instruction whose number among the texts `d` the item `a` has. The
/// first jump of all leads on, for what is no text.
pub(crate) extern "C-unwind" fn text_switch(pc: Pc, fp: Fp, vm: Vm) {
    let item = fp.at(pc.a());
    if !item.tag().is_string() {
        slow!(pc, fp, vm)
    }
    next_released!(case_of(pc, item), fp, vm)
}

#[inline(never)]
fn case_of(pc: Pc, item: Cell) -> Pc {
    let texts: &'static Texts = pc.constant(pc.d() as usize).static_ref();
    let subject = item.take();
    let case = subject.as_str().map_or(texts.0.len(), |text| texts.find(text));
    pc.next().behind(1 + case)
}

/// Goes to the jump behind this instruction whose number the item `a` has, counted from `d`; the
/// last of the `b` is for all other ints. The first jump of all leads on, for what is no int.
pub(crate) extern "C-unwind" fn int_switch(pc: Pc, fp: Fp, vm: Vm) {
    let item = fp.at(pc.a());
    if item.tag() != DataType::Int64 {
        slow!(pc, fp, vm)
    }
    let last = pc.b() - 1;
    let case = item.bits().wrapping_sub(i64::from(pc.d())) as u64;
    next!(pc.next().behind(1 + case.min(last as u64) as usize), fp, vm)
}

/// Returns `a`.
pub(crate) extern "C-unwind" fn ret<A: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let result = A::at(pc, fp, pc.a());
    let tag = result.tag();
    if A::IS_LOCAL && tag == DataType::Ref {
        return ret_referred::<A>(pc, fp, vm);
    }
    if !A::IS_ITEM && tag == DataType::Uninit {
        slow!(pc, fp, vm)
    }
    let record = fp.record();
    let word = result.word();
    if A::IS_LOCAL {
        result.clear();
    }
    let (mut cell, end) = (fp.cell(0), fp.cell(record.func().slots()));
    while cell < end {
        if cell.tag().is_counted() {
            return ret_releasing(fp, vm, word, cell);
        }
        cell = cell.up(1);
    }
    let (Some(ret), Some(caller)) = (record.ret(), record.caller()) else {
        return ret_releasing(fp, vm, word, cell);
    };
    if !record.let_go() {
        return ret_releasing(fp, vm, word, cell);
    }
    record.cell().put(word);
    next!(ret, caller, vm)
}

/// Returns what the reference in `a` refers to.
#[inline(never)]
extern "C-unwind" fn ret_referred<A: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let referred = A::at(pc, fp, pc.a()).unboxed();
    if referred.tag() == DataType::Uninit {
        slow!(pc, fp, vm)
    }
    ret_releasing(fp, vm, referred.value().clone().into_raw(), fp.cell(0))
}

/// Returns a value, moved out of the frame, which holds something to release from a cell on.
#[inline(never)]
extern "C-unwind" fn ret_releasing(fp: Fp, vm: Vm, word: TypedValue, first: Cell) {
    let State { pc, fp } = release_from(fp, word, first);
    next_released!(pc, fp, vm)
}

/// Leaves the frame with a result that was moved out of it.
pub(crate) fn release_frame(result: TypedValue, fp: Fp) -> State {
    release_from(fp, result, fp.cell(0))
}

#[inline(never)]
fn release_from(fp: Fp, word: TypedValue, first: Cell) -> State {
    let record = fp.record();
    let (mut cell, end) = (first, fp.cell(record.func().slots()));
    while cell < end {
        drop(cell.take());
        cell = cell.up(1);
    }
    record.release();
    let pc = record.ret().unwrap_or_else(super::super::exit_pc);
    let caller = record.caller().unwrap_or(fp);
    record.cell().put(word);
    State { pc, fp: caller }
}
