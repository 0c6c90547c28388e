//! `yield`, and loops over generators.

use runtime::object::Object;
use runtime::value::{DataType, Value, View};

use super::super::insn::Pc;
use super::super::run::group;
use super::super::{State, Vm};
use super::control::{flagged, release_frame};
use crate::exec::Site;
use crate::frame::{Cell, Fp};
use crate::generator;

/// Makes the generator that the frame becomes, and returns it; the number of the site is `d`.
pub(crate) extern "C-unwind" fn create_generator(pc: Pc, fp: Fp, vm: Vm) {
    let Some(State { pc, fp }) = generator::create_directly(vm.rq(), fp, pc.d()) else {
        slow!(pc, fp, vm)
    };
    next!(pc, fp, vm)
}

/// Yields the item `a`, `KEYED` under the key `b`; the number of the site is `d`.
pub(crate) extern "C-unwind" fn yield_value<const KEYED: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = suspended::<KEYED>(pc, fp, vm);
    next_released!(pc, fp, vm)
}

#[inline(never)]
fn suspended<const KEYED: bool>(pc: Pc, fp: Fp, vm: Vm) -> State {
    let key = KEYED.then(|| fp.at(pc.b()));
    let at = (pc.d(), pc.next());
    let state = generator::yield_to_caller(fp, fp.at(pc.a()), key, at);
    state.unwrap_or_else(|| group(pc, fp, vm.rq()))
}

/// Delegates to the item `a`; the number of the site is `d`.
pub(crate) extern "C-unwind" fn yield_from(pc: Pc, fp: Fp, vm: Vm) {
    if generator::skips(fp, fp.at(pc.a())) {
        next!(pc.next(), fp, vm)
    }
    let at = (pc.d(), pc.next());
    let Some(State { pc, fp }) = generator::delegate_directly(vm.rq(), fp, fp.at(pc.a()), at)
    else {
        slow!(pc, fp, vm)
    };
    next_released!(pc, fp, vm)
}

/// Returns the item `a` from a generator.
pub(crate) extern "C-unwind" fn return_from_generator(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = returned(pc, fp, vm);
    next_released!(pc, fp, vm)
}

#[inline(never)]
fn returned(pc: Pc, fp: Fp, vm: Vm) -> State {
    let outer = generator::return_to_outer(vm.rq(), fp, fp.at(pc.a()));
    let caller = outer.or_else(|| generator::return_to_caller(fp, fp.at(pc.a())));
    caller.unwrap_or_else(|| group(pc, fp, vm.rq()))
}

/// The beginning of a loop over anything but an array: calls a generator.
pub(super) extern "C-unwind" fn begin_generator(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = begun(pc, fp, vm);
    next!(pc, fp, vm)
}

#[inline(never)]
fn begun(pc: Pc, fp: Fp, vm: Vm) -> State {
    let state = generator::begin_directly(vm.rq(), fp, pc.next());
    state.unwrap_or_else(|| group(pc, fp, vm.rq()))
}

/// Follows `first_element`, with its operands: takes what the generator yielded that it called.
pub(crate) extern "C-unwind" fn after_first<const KEYED: bool>(pc: Pc, fp: Fp, vm: Vm) {
    match first_taken::<KEYED>(pc, fp) {
        Taken::Nothing => next!(pc.next(), fp, vm),
        Taken::Over => next_released!(pc.jump(pc.d()), fp, vm),
        Taken::Unknown => {
            fp.at(pc.a()).up(1).put(Value::int(crate::iter::ADVANCED).into_raw());
            slow!(pc, fp, vm)
        }
        Taken::Pair => next_released!(pc.next(), fp, vm),
    }
}

/// The generator that was called is still the item of the stack, and the iterator not live.
#[inline(never)]
fn first_taken<const KEYED: bool>(pc: Pc, fp: Fp) -> Taken {
    let iter = fp.at(pc.a());
    if iter.tag() != DataType::Uninit {
        return Taken::Nothing;
    }
    let item = fp.cell(fp.record().func().slots());
    let View::Object(called) = item.value().view() else { return Taken::Unknown };
    let taken = given::<KEYED>(pc, fp, called);
    match taken {
        Taken::Pair => {
            iter.init(item.take());
            iter.up(1).init(Value::int(crate::iter::MARK));
        }
        Taken::Over => drop(item.take()),
        Taken::Nothing | Taken::Unknown => {}
    }
    taken
}

/// The step of a loop over anything but an array that has more: calls a generator.
pub(super) extern "C-unwind" fn resume_generator(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = called(pc, fp, vm);
    next!(pc, fp, vm)
}

#[inline(never)]
fn called(pc: Pc, fp: Fp, vm: Vm) -> State {
    let state = generator::resume_directly(vm.rq(), fp.at(pc.a()), fp, pc.next());
    state.unwrap_or_else(|| group(pc, fp, vm.rq()))
}

/// The body of a generator's method that resumes it, and `SENDS` its argument.
pub(crate) extern "C-unwind" fn resume_by_method<const SENDS: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = called_by_method::<SENDS>(pc, fp, vm);
    next!(pc, fp, vm)
}

#[inline(never)]
fn called_by_method<const SENDS: bool>(pc: Pc, fp: Fp, vm: Vm) -> State {
    let state = generator::resume_by_method(vm.rq(), fp, SENDS, pc.next());
    state.unwrap_or_else(|| group(pc, fp, vm.rq()))
}

/// Follows `resume_by_method`: leaves the method, with the generator's value when it `GIVES` that.
pub(crate) extern "C-unwind" fn leave_method<const GIVES: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = left_method::<GIVES>(pc, fp, vm);
    next_released!(pc, fp, vm)
}

#[inline(never)]
fn left_method<const GIVES: bool>(pc: Pc, fp: Fp, vm: Vm) -> State {
    let rq = vm.rq();
    let slots = fp.record().func().slots();
    let site: &'static Site = pc.constant(pc.a()).static_ref();
    rq.regs.at(pc, fp, site);
    match generator::left_method(rq, fp, GIVES) {
        Ok(value) => release_frame(value.into_raw(), fp),
        Err(halt) => crate::unwind::unwind(rq, fp, site, slots, halt),
    }
}

/// Follows `next_element`, with its operands: takes what the generator yielded that it called.
pub(crate) extern "C-unwind" fn after_generator<const KEYED: bool>(pc: Pc, fp: Fp, vm: Vm) {
    match taken::<KEYED>(pc, fp) {
        Taken::Nothing => next!(pc.next(), fp, vm),
        Taken::Over => next_released!(pc.next(), fp, vm),
        Taken::Unknown => slow!(pc, fp, vm),
        Taken::Pair => {}
    }
    let target = pc.jump(pc.d());
    if vm.rq().surprise().is_flagged() {
        return flagged(target, fp, vm);
    }
    next_released!(target, fp, vm)
}

enum Taken {
    /// No generator was called.
    Nothing,
    Pair,
    Over,
    Unknown,
}

#[inline(never)]
fn taken<const KEYED: bool>(pc: Pc, fp: Fp) -> Taken {
    let iter = fp.at(pc.a());
    let Some(called) = generator::advanced(iter) else { return Taken::Nothing };
    let taken = given::<KEYED>(pc, fp, called);
    match taken {
        Taken::Pair => iter.up(1).set_bits(crate::iter::MARK),
        Taken::Over => super::iter::end(iter),
        Taken::Nothing | Taken::Unknown => {}
    }
    taken
}

/// Gives the locals of a loop what a generator yielded.
#[inline(always)]
fn given<const KEYED: bool>(pc: Pc, fp: Fp, called: &Object) -> Taken {
    let (value, key) = (fp.cell(pc.b() & 0xff), fp.cell(pc.b() >> 8));
    let busy = |cell: Cell| cell.tag() == DataType::Ref;
    let is_busy = busy(value) || (KEYED && busy(key));
    let (found, element) = match generator::yielded(called) {
        Ok(Some(pair)) if !is_busy => pair,
        Ok(None) => return Taken::Over,
        _ => return Taken::Unknown,
    };
    value.replace(element.unboxed().value().clone());
    if KEYED {
        key.replace(found.unboxed().value().clone());
    }
    Taken::Pair
}
