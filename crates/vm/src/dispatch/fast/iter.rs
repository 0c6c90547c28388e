//! The steps of `foreach` over arrays.

use runtime::array::{CursorId, close_cursor};
use runtime::object::Reference;
use runtime::value::{DataType, Value, View};

use super::super::Vm;
use super::super::insn::Pc;
use super::control::flagged;
use crate::frame::{Cell, Fp};
use crate::iter::key_value;
use crate::iter::props::{self, Next};

/// Begins a loop over the array that is the only item of the stack: the iterator is at `a`; the
/// other operands are those of `next_element`, save that `d` is where an empty array leads. The next
/// instruction is for generators.
pub(crate) extern "C-unwind" fn first_element<const KEYED: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let item = fp.cell(fp.record().func().slots());
    let targets = Targets::<KEYED>::of(pc, fp);
    if item.tag() != DataType::Array || targets.are_shared() {
        return super::begin_generator(pc, fp, vm);
    }
    let iter = fp.at(pc.a());
    iter.init(item.take());
    iter.up(1).init(Value::int(0));
    match fetch(iter, targets) {
        Fetched::Given => next!(pc.next().next(), fp, vm),
        Fetched::Nothing => end_at_once(pc, fp, vm),
        Fetched::Waits => first_over::<KEYED>(pc, fp, vm),
    }
}

#[inline(never)]
extern "C-unwind" fn first_over<const KEYED: bool>(pc: Pc, fp: Fp, vm: Vm) {
    advance(fp.at(pc.a()), Targets::<KEYED>::of(pc, fp), (fp, pc.b() & 0xff));
    next_released!(pc.next().next(), fp, vm)
}

#[inline(never)]
extern "C-unwind" fn end_at_once(pc: Pc, fp: Fp, vm: Vm) {
    end(fp.at(pc.a()));
    next_released!(pc.jump(pc.d()), fp, vm)
}

/// Makes an iterator over an array or a generator one that is not live.
pub(super) fn end(iter: Cell) {
    iter.replace(Value::UNINIT);
    iter.up(1).clear();
}

/// Ends the loop over the array whose iterator is at `a`.
pub(crate) extern "C-unwind" fn end_loop(pc: Pc, fp: Fp, vm: Vm) {
    let iter = fp.at(pc.a());
    if iter.tag() != DataType::Array {
        slow!(pc, fp, vm)
    }
    end(iter);
    next_released!(pc.next(), fp, vm)
}

/// The next element of the array whose iterator is at `a`: the value goes to the local in the lower
/// half of `b`, the key to that in the upper half when `KEYED`; then to `d`.
pub(crate) extern "C-unwind" fn next_element<const KEYED: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let iter = fp.at(pc.a());
    let targets = Targets::<KEYED>::of(pc, fp);
    if iter.tag() != DataType::Array || targets.are_shared() {
        return next_of_other::<KEYED>(pc, fp, vm);
    }
    match fetch(iter, targets) {
        Fetched::Given if vm.rq().surprise().is_flagged() => {
            flagged(pc.jump(pc.d()), fp, vm);
        }
        Fetched::Given => next!(pc.jump(pc.d()), fp, vm),
        Fetched::Nothing => end_of_loop(pc, fp, vm),
        Fetched::Waits => next_over::<KEYED>(pc, fp, vm),
    }
}

#[inline(never)]
extern "C-unwind" fn next_of_other<const KEYED: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let iter = fp.at(pc.a());
    if iter.tag() != DataType::Object {
        slow!(pc, fp, vm)
    }
    if iter.up(1).tag() != DataType::Int64 || iter.up(1).bits() < 0 {
        return super::resume_generator(pc, fp, vm);
    }
    next_property::<KEYED>(pc, fp, vm)
}

/// The next property of the object whose iterator is at `a`.
#[inline(never)]
extern "C-unwind" fn next_property<const KEYED: bool>(pc: Pc, fp: Fp, vm: Vm) {
    if !gives_property(fp.at(pc.a()), Targets::<KEYED>::of(pc, fp), fp) {
        slow!(pc, fp, vm)
    }
    let target = pc.jump(pc.d());
    if vm.rq().surprise().is_flagged() {
        return flagged(target, fp, vm);
    }
    next_released!(target, fp, vm)
}

/// Gives the next property, unless there is none or its hook is asked.
#[inline(never)]
fn gives_property<const KEYED: bool>(iter: Cell, targets: Targets<KEYED>, fp: Fp) -> bool {
    let View::Object(object) = iter.value().view() else { return false };
    let second = iter.up(1);
    if targets.are_shared() {
        return false;
    }
    let scope = fp.record().func().scope();
    let Ok((place, next)) = props::next(object, scope, second.bits()) else { return false };
    if let Next::Asked(_) = next {
        return false;
    }
    second.set_bits(place);
    let Next::Value(key, value) = next else { return false };
    targets.value.replace(value);
    if KEYED {
        targets.key.replace(key);
    }
    true
}

/// The next element takes the place of what must be released.
#[inline(never)]
extern "C-unwind" fn next_over<const KEYED: bool>(pc: Pc, fp: Fp, vm: Vm) {
    advance(fp.at(pc.a()), Targets::<KEYED>::of(pc, fp), (fp, pc.b() & 0xff));
    let target = pc.jump(pc.d());
    if vm.rq().surprise().is_flagged() {
        return flagged(target, fp, vm);
    }
    next_released!(target, fp, vm)
}

/// The end of a loop over an array; behind the next instruction, which is for generators.
#[inline(never)]
extern "C-unwind" fn end_of_loop(pc: Pc, fp: Fp, vm: Vm) {
    let iter = fp.at(pc.a());
    if iter.tag() != DataType::Array {
        slow!(pc, fp, vm)
    }
    end(iter);
    next_released!(pc.next().next(), fp, vm)
}

/// Begins a loop by reference over the array in the reference that is the only item of the stack;
/// the operands are those of `first_element`.
pub(crate) extern "C-unwind" fn first_bound<const KEYED: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let targets = Targets::<KEYED>::of(pc, fp);
    let item = fp.cell(fp.record().func().slots());
    match begin_bound(item, fp.at(pc.a()), targets) {
        Fetched::Given => next_released!(pc.next(), fp, vm),
        Fetched::Nothing => next_released!(pc.jump(pc.d()), fp, vm),
        Fetched::Waits => slow!(pc, fp, vm),
    }
}

/// Takes the item when it does not wait for the op body.
#[inline(never)]
fn begin_bound<const KEYED: bool>(item: Cell, iter: Cell, targets: Targets<KEYED>) -> Fetched {
    let Some(cursor) = cursor_at(item) else { return Fetched::Waits };
    iter.init(item.take());
    iter.up(1).init(Value::int(i64::from(cursor.number())));
    let fetched = bind_next(iter, targets);
    if !matches!(fetched, Fetched::Given) {
        close_cursor(cursor);
        item.init(iter.take());
        iter.clear();
        iter.up(1).clear();
    }
    if matches!(fetched, Fetched::Nothing) {
        item.replace(Value::UNINIT);
    }
    fetched
}

/// A cursor at the start of the array in the reference in a cell, if there is one.
fn cursor_at(item: Cell) -> Option<CursorId> {
    let View::Ref(reference) = item.value().view() else { return None };
    let mut reference = reference.clone();
    let mut slot = reference.slot_mut();
    let array = slot.as_array_mut()?;
    array.make_unique(0).ok()?;
    Some(array.open_cursor(0))
}

/// Binds a local to the next element of the array in the reference that the iterator at `a` is at;
/// the operands are those of `next_element`.
pub(crate) extern "C-unwind" fn next_bound<const KEYED: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let targets = Targets::<KEYED>::of(pc, fp);
    match bind_next(fp.at(pc.a()), targets) {
        Fetched::Given => {}
        Fetched::Nothing => {
            end_bound(fp.at(pc.a()));
            next_released!(pc.next(), fp, vm)
        }
        Fetched::Waits => slow!(pc, fp, vm),
    }
    let target = pc.jump(pc.d());
    if vm.rq().surprise().is_flagged() {
        return flagged(target, fp, vm);
    }
    next_released!(target, fp, vm)
}

/// Binds the locals, unless the array has no more elements or this waits for the op body.
#[inline(never)]
fn bind_next<const KEYED: bool>(iter: Cell, targets: Targets<KEYED>) -> Fetched {
    if targets.key_is_shared() {
        return Fetched::Waits;
    }
    if !KEYED && let Some(element) = next_known_reference(iter) {
        targets.value.replace(element.clone());
        return Fetched::Given;
    }
    let (key, element) = match next_reference::<KEYED>(iter) {
        Some(Some(next)) => next,
        Some(None) => return Fetched::Nothing,
        None => return Fetched::Waits,
    };
    targets.value.replace(Value::from(element));
    if let Some(key) = key {
        targets.key.replace(key);
    }
    Fetched::Given
}

/// The next element of the array in the reference that an iterator is at, when it is a reference
/// already and nothing else need be looked at.
#[inline]
pub(in crate::dispatch) fn next_known_reference<'a>(iter: Cell) -> Option<&'a Value> {
    let place = iter.up(1);
    if iter.tag() != DataType::Ref || place.tag() != DataType::Int64 {
        return None;
    }
    let array = iter.unboxed().value().as_array()?;
    array.next_known_ref(&CursorId::from_number(place.bits() as u32))
}

/// The next element of the array in the reference that an iterator is at, as a reference, with its
/// key when that is wanted; none when the op body must find it.
pub(in crate::dispatch) fn next_reference<const KEYED: bool>(
    iter: Cell,
) -> Option<Option<(Option<Value>, Reference)>> {
    let View::Ref(reference) = iter.value().view() else { return None };
    let cursor = CursorId::from_number(iter.up(1).value().as_int()? as u32);
    let mut reference = reference.clone();
    let mut slot = reference.slot_mut();
    let array = slot.as_array_mut()?;
    let next = array.next_ref(&cursor).ok()?;
    Some(next.map(|(at, element)| (KEYED.then(|| key_value(array.key_at(at))), element)))
}

/// Ends a loop by reference.
#[inline(never)]
fn end_bound(iter: Cell) {
    if let Some(number) = iter.up(1).value().as_int() {
        close_cursor(CursorId::from_number(number as u32));
    }
    end(iter);
}

/// What a local gets of an element; see `iter::put`.
fn taken((fp, local): (Fp, usize), element: &Value) -> Value {
    let php = fp.record().func().as_php();
    match php.is_some_and(|php| php.local_name(local as u32).is_none()) {
        true => element.clone(),
        false => element.unboxed().clone(),
    }
}

/// Where an element and its key go.
#[derive(Clone, Copy)]
struct Targets<const KEYED: bool> {
    value: Cell,
    key: Cell,
}

impl<const KEYED: bool> Targets<KEYED> {
    #[inline(always)]
    fn of(pc: Pc, fp: Fp) -> Self {
        Self { value: fp.cell(pc.b() & 0xff), key: fp.cell(pc.b() >> 8) }
    }

    fn any(self, is: impl Fn(DataType) -> bool) -> bool {
        is(self.value.tag()) || (KEYED && is(self.key.tag()))
    }

    #[inline(always)]
    fn are_shared(self) -> bool {
        self.any(|tag| tag == DataType::Ref)
    }

    #[inline(always)]
    fn key_is_shared(self) -> bool {
        KEYED && self.key.tag() == DataType::Ref
    }
}

/// What became of the next element.
enum Fetched {
    /// It is where it goes.
    Given,
    /// There is none.
    Nothing,
    /// It waits for `advance`.
    Waits,
}

#[inline(always)]
fn fetch<const KEYED: bool>(iter: Cell, targets: Targets<KEYED>) -> Fetched {
    let Some(array) = iter.value().as_array() else { return Fetched::Nothing };
    let position = iter.up(1);
    let Some((at, element)) = array.element_from(position.bits() as u32) else {
        return Fetched::Nothing;
    };
    if element.tag() == DataType::Ref || targets.any(DataType::is_counted) {
        return Fetched::Waits;
    }
    position.set_bits(i64::from(at) + 1);
    targets.value.init(element.clone());
    if KEYED {
        targets.key.init(key_value(array.key_at(at)));
    }
    Fetched::Given
}

/// Gives the next element, which is there, in the place of what must be released.
#[inline(never)]
fn advance<const KEYED: bool>(iter: Cell, targets: Targets<KEYED>, value: (Fp, usize)) {
    let Some(array) = iter.value().as_array() else { return };
    let position = iter.up(1);
    let Some((at, element)) = array.element_from(position.bits() as u32) else { return };
    position.set_bits(i64::from(at) + 1);
    let element = match element.tag() {
        DataType::Ref => taken(value, element),
        _ => element.clone(),
    };
    let key = KEYED.then(|| key_value(array.key_at(at)));
    targets.value.replace(element);
    if let Some(key) = key {
        targets.key.replace(key);
    }
}
