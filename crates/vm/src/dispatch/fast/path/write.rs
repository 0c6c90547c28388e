//! What is at the end of a path is changed.

use runtime::array::{Array, Key, Place};
use runtime::value::{DataType, TypedValue, Value, View};

use super::super::super::Vm;
use super::super::super::insn::Pc;
use super::super::arith::{Add, BitAnd, BitOr, BitXor, Mul, Sub, compute};
use super::super::array::{key_of, write_byte};
use super::super::text::append_to;
use super::{
    PathKey, PathPlan, PathStep, key_cell, own_named_end, own_place, receiver, release, slot_of,
};
use crate::exec::{PlainSlot, value_met};
use crate::frame::{Cell, Fp, Receiver};
use crate::request::Request;

/// What is done at the end of a path.
#[derive(Clone, Copy)]
pub(crate) enum Change {
    Set,
    Add,
    Sub,
    Mul,
    BitAnd,
    BitOr,
    BitXor,
    Append,
    /// Nothing is there any more; there is no result.
    Unset,
    /// `++` and `--`.
    Step {
        by: i64,
        gives_old: bool,
    },
}

/// A path that is written. It consumes `items` of the stack, the value above the keys.
pub(crate) struct WritePath {
    pub path: PathPlan,
    pub items: usize,
    pub change: Change,
    /// Whether the result is dropped.
    pub pops: bool,
}

/// Writes along the path `d`.
#[inline(never)]
pub(crate) extern "C-unwind" fn write_path(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static WritePath = pc.constant(pc.d() as usize).static_ref();
    if !write(plan, fp, vm.rq()) {
        slow!(pc, fp, vm)
    }
    next_released!(pc.next(), fp, vm)
}

/// The same of an element of a list in a property of `$this`, under the number in a local; the value
/// is the item `a`, and the result is dropped.
pub(crate) extern "C-unwind" fn write_listed(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static WritePath = pc.constant(pc.d() as usize).static_ref();
    let value = fp.at(pc.a());
    if exchanged(plan, value, fp).is_none() {
        if assigned(plan, value, fp).is_none() {
            return write_path(pc, fp, vm);
        }
        next_released!(pc.next(), fp, vm)
    }
    if value.tag().is_counted() {
        return super::super::discard(pc, fp, vm);
    }
    next!(pc.next(), fp, vm)
}

/// As [`write_path`], of `++` and `--` of a named element whose result is dropped.
pub(crate) extern "C-unwind" fn step_named_end(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static WritePath = pc.constant(pc.d() as usize).static_ref();
    let Change::Step { by, .. } = plan.change else { return write_path(pc, fp, vm) };
    let Some(end) = own_named_end(&plan.path.base, &plan.path.steps, fp) else {
        return write_path(pc, fp, vm);
    };
    if end.tag() != DataType::Int64 {
        return write_path(pc, fp, vm);
    }
    let Some(sum) = end.bits().checked_add(by) else { return write_path(pc, fp, vm) };
    end.set_bits(sum);
    next!(pc.next(), fp, vm)
}

/// As [`write_path`], of a named element to which the item `a` is assigned; the result is dropped.
pub(crate) extern "C-unwind" fn set_named_end(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static WritePath = pc.constant(pc.d() as usize).static_ref();
    if !replaced(plan, fp.at(pc.a()), fp) {
        return write_path(pc, fp, vm);
    }
    next_released!(pc.next(), fp, vm)
}

/// Moves an item to the end of a path.
#[inline(never)]
fn replaced(plan: &'static WritePath, item: Cell, fp: Fp) -> bool {
    let Some((last, before)) = plan.path.steps.split_last() else { return false };
    if matches!(item.tag(), DataType::Ref | DataType::Uninit) {
        return false;
    }
    let array =
        own_named_end(&plan.path.base, before, fp).and_then(|cell| cell.value_mut().as_array_mut());
    let Some((array, name)) = array.zip(last.name()) else { return false };
    match array.replace_at_place(last.place.get(), name, item.take()) {
        Ok(_) => true,
        Err(value) => {
            item.init(value);
            false
        }
    }
}

/// The array in a property of `$this` that its site knows, and the cell of the key.
#[inline(always)]
fn element_of_prop<'a>(plan: &'static WritePath, fp: Fp) -> Option<(&'a mut Array, Cell)> {
    let [prop, last] = plan.path.steps.as_slice() else { return None };
    let PathKey::Cell(key) = last.key else { return None };
    let object = fp.record().receiver()?;
    let found = prop.site.slot_cache.slot(object.class()).filter(|found| found.writes())?;
    Some((object.slot(found.slot()).value_mut().as_array_mut()?, fp.at(key)))
}

/// Exchanges the value on the stack with the element it takes the place of.
#[inline(always)]
fn exchanged(plan: &'static WritePath, value: Cell, fp: Fp) -> Option<()> {
    let (array, key) = element_of_prop(plan, fp)?;
    let is_plain =
        key.tag() == DataType::Int64 && !matches!(value.tag(), DataType::Ref | DataType::Uninit);
    (is_plain && array.exchange_packed(key.bits(), value.value_mut())).then_some(())
}

/// Assigns the value on the stack, which is released.
#[inline(never)]
fn assigned(plan: &'static WritePath, value: Cell, fp: Fp) -> Option<()> {
    let (array, key) = element_of_prop(plan, fp)?;
    if matches!(value.tag(), DataType::Ref | DataType::Uninit) {
        return None;
    }
    assign_element(array, key.unboxed(), value)?;
    drop(value.take());
    Some(())
}

#[inline(never)]
fn write(plan: &'static WritePath, fp: Fp, rq: &mut Request) -> bool {
    let result = fp.cell(plan.path.result);
    let value = result.up(plan.items.saturating_sub(1));
    if !matches!(plan.change, Change::Step { .. } | Change::Unset)
        && matches!(value.tag(), DataType::Ref | DataType::Uninit)
    {
        return false;
    }
    let Ok(base) = plan.path.base.cell(fp, rq) else { return false };
    let Some(given) = end_of(plan, base, value, fp) else { return false };
    release(result, plan.items);
    if !plan.pops {
        result.init(given);
    }
    true
}

/// Goes to the end of the path and changes what is there: the result of the expression.
fn end_of(plan: &'static WritePath, base: Option<Cell>, value: Cell, fp: Fp) -> Option<Value> {
    let (last, before) = plan.path.steps.split_last()?;
    let sets = matches!(plan.change, Change::Set);
    let stored = sets.then_some(value);
    let mut at = base;
    for (number, step) in before.iter().enumerate() {
        at = Some(match (&step.key, at) {
            (PathKey::Prop, at) => {
                let object = receiver(at, fp)?;
                match slot_of(step, object, fp) {
                    Some(found) => slot_on_path(object, found)?,
                    None => own_place(step.site, object, fp)?,
                }
            }
            (key, Some(at)) => {
                let key = key_cell(key, fp)?;
                if at.unboxed().tag() == DataType::Object {
                    return None;
                }
                let (array, key) = (array_in(at, stored)?, key_of(key)?);
                match inner(array, step, key) {
                    Some(inner) => inner,
                    None if sets && number + 1 == before.len() => {
                        return put_first(array, key, last, value, fp);
                    }
                    None => return None,
                }
            }
            (_, None) => return None,
        });
    }
    match &last.key {
        PathKey::Prop => {
            let object = receiver(at, fp)?;
            change_prop(plan, last, object, value, fp)
        }
        PathKey::New => {
            let Change::Set = plan.change else { return None };
            let array = array_in(at?, stored)?;
            let given = value.value().clone();
            array.append(given.clone()).ok()?;
            Some(given)
        }
        key => {
            let key = key_cell(key, fp)?;
            if matches!(plan.change, Change::Set) && write_byte(at?, key, value) {
                return Some(value.unboxed().value().clone());
            }
            let array = array_in(at?, stored)?;
            match plan.change {
                Change::Set => {
                    let place = assign_element(array, key, value)?;
                    last.learn(place);
                    Some(value.value().clone())
                }
                Change::Unset => {
                    drop(array.remove(key_of(key)?).ok()?);
                    Some(Value::NULL)
                }
                _ => change_cell(plan.change, element(array, last, key)?, value, |_| true),
            }
        }
    }
}

/// A slot that a path goes on into.
fn slot_on_path(object: Receiver, found: PlainSlot) -> Option<Cell> {
    let slot = object.slot(found.slot());
    let is_object = slot.unboxed().tag() == DataType::Object;
    let is_closed = slot.tag() == DataType::Uninit || (!is_object && !found.writes());
    (!is_closed).then_some(slot)
}

/// The array behind a value that is changed, unless it is what is stored there. It stays an array,
/// whatever types its reference has.
#[inline(always)]
fn array_in<'a>(cell: Cell, stored: Option<Cell>) -> Option<&'a mut Array> {
    let array = cell.unboxed().value_mut().as_array_mut()?;
    let stored = stored.and_then(|cell| cell.value().as_array());
    (!stored.is_some_and(|stored| stored.ptr_eq(array))).then_some(array)
}

fn has_type(cell: Cell) -> bool {
    matches!(cell.value().view(), View::Ref(reference) if reference.type_sources() != 0)
}

/// Assigns an element of an array that is not there yet. None where one is there.
#[inline(never)]
fn put_first(
    array: &mut Array,
    at: Key<'_>,
    last: &'static PathStep,
    value: Cell,
    fp: Fp,
) -> Option<Value> {
    if array.get(at).is_some() {
        return None;
    }
    let (mut made, given) = (Array::new(), value.value().clone());
    match &last.key {
        PathKey::New => made.append(given.clone()).ok()?,
        key => made.set(key_of(key_cell(key, fp)?)?, given.clone()).ok()?,
    }
    array.set(at, Value::from(made)).ok()?;
    Some(given)
}

/// The element that a path goes on into, of an array that is then nobody else's.
#[inline(always)]
fn inner(array: &mut Array, step: &'static PathStep, key: Key<'_>) -> Option<Cell> {
    if let Some(name) = step.name()
        && let Some(slot) = array.inner_slot_at_place(step.place.get(), name)
    {
        return Some(Cell::from_ptr(slot.as_raw()));
    }
    let (place, slot) = array.inner_slot(key).ok()??;
    let cell = Cell::from_ptr(slot.as_raw());
    step.learn(place);
    Some(cell)
}

/// An element that is there, of an array that is then nobody else's.
fn element(array: &mut Array, step: &'static PathStep, key: Cell) -> Option<Cell> {
    if let Some(name) = step.name()
        && let Some(slot) = array.slot_at_place(step.place.get(), name)
    {
        return Some(Cell::from_ptr(slot.as_raw()));
    }
    let (place, slot) = array.slot_and_place(key_of(key)?).ok()??;
    let cell = Cell::from_ptr(slot.as_raw());
    step.learn(place);
    Some(cell)
}

/// Assigns an element; its place, unless its reference has a type, or there is no memory.
pub(in super::super) fn assign_element(array: &mut Array, key: Cell, value: Cell) -> Option<Place> {
    array.assign_untyped(key_of(key)?, value.value().clone()).ok()?.ok()
}

fn change_prop(
    plan: &'static WritePath,
    step: &'static PathStep,
    object: Receiver,
    value: Cell,
    fp: Fp,
) -> Option<Value> {
    let Some(found) = slot_of(step, object, fp) else {
        return change_place(plan.change, own_place(step.site, object, fp)?, value, |_| true);
    };
    let slot = object.slot(found.slot());
    if !found.writes() || matches!(slot.tag(), DataType::Ref | DataType::Uninit) {
        return None;
    }
    let is_known = |item: Receiver| value_met(step.site, object.class(), item.class());
    let fits = |tag| found.accepts(tag) || value.receiver().is_some_and(is_known);
    change_place(plan.change, slot, value, fits)
}

/// Changes a property, or assigns to one that is no reference; `accepts` says which types may be
/// there. The result of the expression.
#[inline(always)]
pub(in super::super) fn change_place(
    change: Change,
    place: Cell,
    value: Cell,
    accepts: impl Fn(DataType) -> bool,
) -> Option<Value> {
    let Change::Set = change else { return change_cell(change, place, value, accepts) };
    if place.tag() == DataType::Ref || !accepts(value.tag()) {
        return None;
    }
    let given = value.value().clone();
    place.replace(given.clone());
    Some(given)
}

/// Changes a value in place; `accepts` says which types may be there. The result of the expression.
#[inline(always)]
fn change_cell(
    change: Change,
    cell: Cell,
    value: Cell,
    accepts: impl Fn(DataType) -> bool,
) -> Option<Value> {
    if cell.tag() == DataType::Ref && has_type(cell) {
        return None;
    }
    let cell = cell.unboxed();
    let word: TypedValue = match change {
        Change::Step { by, gives_old } => {
            if cell.tag() != DataType::Int64 {
                return None;
            }
            let old = cell.bits();
            let new = old.checked_add(by)?;
            cell.set_bits(new);
            return Some(Value::int(if gives_old { old } else { new }));
        }
        Change::Append => {
            return append_to(cell, value).then(|| cell.value().clone());
        }
        Change::Add => compute::<Add>(cell, value)?,
        Change::Sub => compute::<Sub>(cell, value)?,
        Change::Mul => compute::<Mul>(cell, value)?,
        Change::BitAnd => compute::<BitAnd>(cell, value)?,
        Change::BitOr => compute::<BitOr>(cell, value)?,
        Change::BitXor => compute::<BitXor>(cell, value)?,
        Change::Set | Change::Unset => return None,
    };
    if !accepts(word.tag) {
        return None;
    }
    cell.put(word);
    Some(cell.value().clone())
}
