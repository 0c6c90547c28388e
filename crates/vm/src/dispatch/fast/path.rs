//! Paths through arrays and objects, walked by a plan.
//!
//! A walk that meets anything but what a plan is for (a value of another kind, an element that is
//! not there, a class that the site does not know, a reference with a type) has changed nothing,
//! save that arrays on the way may have been separated.

use runtime::array::{Array, Key};
use runtime::value::{DataType, SlotMut, TypedValue, Value, View, types};

use super::super::Vm;
use super::super::insn::{Constant, Pc};
use super::arith::{Add, BitAnd, BitOr, BitXor, Mul, Sub, compute};
use crate::exec::Site;
use crate::frame::{ActRec, Cell, Fp, Receiver};

/// Where a path begins.
#[derive(Clone, Copy)]
pub(crate) enum PathBase {
    /// `$this`.
    This,
    /// The cell that is so many bytes from the first local.
    Cell(usize),
}

/// What a step goes into.
#[derive(Clone, Copy)]
pub(crate) enum PathKey {
    /// The element under the value of a cell.
    Cell(usize),
    /// The element under a constant.
    Const(Constant),
    /// The property that the step's site names.
    Prop,
    /// A new element.
    New,
}

/// A step of a path.
pub(crate) struct PathStep {
    pub key: PathKey,
    pub site: &'static Site,
}

/// A path, and the cell of its result.
pub(crate) struct PathPlan {
    pub base: PathBase,
    pub steps: Vec<PathStep>,
    pub result: usize,
}

/// What is asked of the end of a path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    Value,
    /// The value; null when there is none.
    Quietly,
    Isset,
    Empty,
}

/// A path that is read. It consumes `items` of the stack.
pub(crate) struct ReadPath {
    pub path: PathPlan,
    pub items: usize,
    pub ask: Ask,
    /// The record of the call that takes the value, and the number of the parameter, which must be
    /// by value.
    pub pass: Option<(usize, u32)>,
}

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

/// Reads along the path `d`.
pub(crate) extern "C-unwind" fn read_path(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static ReadPath = pc.constant(pc.d() as usize).static_ref();
    if !read(plan, fp) {
        slow!(pc, fp, vm)
    }
    next_released!(pc.next(), fp, vm)
}

/// Writes along the path `d`.
pub(crate) extern "C-unwind" fn write_path(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static WritePath = pc.constant(pc.d() as usize).static_ref();
    if !write(plan, fp) {
        slow!(pc, fp, vm)
    }
    next_released!(pc.next(), fp, vm)
}

/// What a step of reading finds.
enum Found {
    Value(Cell),
    /// A byte of a string.
    Byte(u8),
    /// The array has no such element.
    Nothing,
    /// Something that is not for here.
    Other,
}

fn cell_of(value: &Value) -> Cell {
    Cell::from_ptr(std::ptr::NonNull::from(value).cast())
}

/// The property that a step names.
#[inline(always)]
fn prop(step: &'static PathStep, object: Receiver, fp: Fp) -> Option<Cell> {
    match step.site.slot_cache.slot(object.class()) {
        Some(found) => Some(object.slot(found.slot())),
        None => {
            super::object::learn(step.site, fp, object);
            None
        }
    }
}

#[inline(always)]
fn key_cell(key: &'static PathKey, fp: Fp) -> Option<Cell> {
    match key {
        PathKey::Cell(at) => Some(fp.at(*at).unboxed()),
        PathKey::Const(value) => Some(value.cell()),
        PathKey::Prop | PathKey::New => None,
    }
}

/// The object that a property is asked of; that of the frame when there is no cell.
#[inline(always)]
fn receiver(at: Option<Cell>, fp: Fp) -> Option<Receiver> {
    match at {
        Some(cell) => cell.unboxed().receiver(),
        None => fp.record().receiver(),
    }
}

fn found_prop(at: Option<Cell>, step: &'static PathStep, fp: Fp) -> Found {
    let slot = receiver(at, fp).and_then(|object| prop(step, object, fp));
    match slot.map(Cell::unboxed) {
        Some(slot) if slot.tag() != DataType::Uninit => Found::Value(slot),
        _ => Found::Other,
    }
}

#[inline(always)]
fn take_step(at: Option<Cell>, step: &'static PathStep, is_last: bool, fp: Fp) -> Found {
    if let PathKey::Prop = step.key {
        return found_prop(at, step, fp);
    }
    let (Some(at), Some(key)) = (at, key_cell(&step.key, fp)) else { return Found::Other };
    let of_array = |value: Option<&Value>| {
        value.map_or(Found::Nothing, |value| Found::Value(cell_of(value).unboxed()))
    };
    match (at.tag(), key.tag()) {
        (DataType::Array, DataType::Int64) => {
            of_array(at.value().as_array().and_then(|array| array.get_int(key.bits())))
        }
        (DataType::Array, DataType::StaticString | DataType::String) => {
            match (at.value().as_array(), key.value().as_str()) {
                (Some(array), Some(name)) => of_array(array.get(Key::of_str(name))),
                _ => Found::Other,
            }
        }
        (DataType::StaticString | DataType::String, DataType::Int64) if is_last => {
            let text = at.value().as_str();
            let position = usize::try_from(key.bits()).ok();
            let byte = position.and_then(|position| text?.as_bytes().get(position));
            byte.map_or(Found::Other, |byte| Found::Byte(*byte))
        }
        _ => Found::Other,
    }
}

fn answer(value: &Value, ask: Ask) -> Value {
    match ask {
        Ask::Value | Ask::Quietly => value.clone(),
        Ask::Isset => Value::bool(!value.is_null()),
        Ask::Empty => Value::bool(!runtime::conv::to_bool(value)),
    }
}

/// What is at the end of the path; none when the op body must find it.
fn walk(plan: &'static ReadPath, fp: Fp) -> Option<Value> {
    let mut at = match plan.path.base {
        PathBase::Cell(at) => Some(fp.at(at).unboxed()),
        PathBase::This => None,
    };
    let last = plan.path.steps.len() - 1;
    for (number, step) in plan.path.steps.iter().enumerate() {
        match take_step(at, step, number == last, fp) {
            Found::Value(value) => at = Some(value),
            Found::Byte(byte) => {
                return Some(answer(&Value::from(runtime::string::one_byte(byte)), plan.ask));
            }
            Found::Nothing if plan.ask != Ask::Value => {
                return Some(answer(&Value::NULL, plan.ask));
            }
            Found::Nothing | Found::Other => return None,
        }
    }
    Some(answer(at?.value(), plan.ask))
}

#[inline(never)]
fn read(plan: &'static ReadPath, fp: Fp) -> bool {
    if let Some((record, param)) = plan.pass
        && ActRec::at(fp.at(record)).func().by_ref().has(param)
    {
        return false;
    }
    let Some(value) = walk(plan, fp) else { return false };
    let result = fp.cell(plan.path.result);
    release(result, plan.items);
    result.init(value);
    true
}

/// Releases `items` of the stack from `lowest` on, the topmost first.
#[inline(always)]
fn release(lowest: Cell, items: usize) {
    for at in (0..items).rev() {
        drop(lowest.up(at).take());
    }
}

/// The array behind a value that is changed, through a reference without a type.
#[inline(always)]
fn array_in<'a>(cell: Cell) -> Option<&'a mut Array> {
    if cell.tag() == DataType::Ref && has_type(cell) {
        return None;
    }
    cell.unboxed().value_mut().as_array_mut()
}

fn has_type(cell: Cell) -> bool {
    matches!(cell.value().view(), View::Ref(reference) if reference.type_sources() != 0)
}

#[inline(never)]
fn write(plan: &'static WritePath, fp: Fp) -> bool {
    let result = fp.cell(plan.path.result);
    let value = result.up(plan.items.saturating_sub(1));
    if !matches!(plan.change, Change::Step { .. })
        && matches!(value.tag(), DataType::Ref | DataType::Uninit)
    {
        return false;
    }
    let base = match plan.path.base {
        PathBase::Cell(at) => Some(fp.at(at)),
        PathBase::This => None,
    };
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
    let mut at = base;
    for step in before {
        at = Some(match (&step.key, at) {
            (PathKey::Prop, at) => {
                let object = receiver(at, fp)?;
                let slot = prop(step, object, fp)?;
                if slot.tag() == DataType::Uninit {
                    return None;
                }
                let found = step.site.slot_cache.slot(object.class())?;
                let is_array = slot.unboxed().tag() == DataType::Array;
                if is_array && !found.writes() {
                    return None;
                }
                slot
            }
            (key, Some(at)) => {
                let key = key_cell(key, fp)?;
                if at.unboxed().tag() == DataType::Object {
                    return None;
                }
                element(array_in(at)?, key)?
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
            let array = array_in(at?)?;
            let given = value.value().clone();
            array.append(given.clone()).ok()?;
            Some(given)
        }
        key => {
            let key = key_cell(key, fp)?;
            let array = array_in(at?)?;
            match plan.change {
                Change::Set => set_element(array, key, value),
                _ => change_cell(plan.change, element(array, key)?, value, |_| true),
            }
        }
    }
}

/// An element that is there, of an array that is then nobody else's.
fn element(array: &mut Array, key: Cell) -> Option<Cell> {
    let key = match key.tag() {
        DataType::Int64 => Key::Int(key.bits()),
        DataType::StaticString | DataType::String => Key::of_str(key.value().as_str()?),
        _ => return None,
    };
    let slot: SlotMut<'_> = array.slot(key).ok()??;
    Some(Cell::from_ptr(slot.as_raw()))
}

/// Assigns an element. False when its reference has a type, or there is no memory.
pub(super) fn assign_element(array: &mut Array, key: Cell, value: Cell) -> bool {
    let key = match key.tag() {
        DataType::Int64 => Key::Int(key.bits()),
        DataType::StaticString | DataType::String => match key.value().as_str() {
            Some(name) => Key::of_str(name),
            None => return false,
        },
        _ => return false,
    };
    if array.element_types() == types::UNKNOWN
        && let Some(View::Ref(element)) = array.get(key).map(Value::view)
        && element.type_sources() != 0
    {
        return false;
    }
    array.assign(key, value.value().clone()).is_ok()
}

fn set_element(array: &mut Array, key: Cell, value: Cell) -> Option<Value> {
    assign_element(array, key, value).then(|| value.value().clone())
}

fn change_prop(
    plan: &'static WritePath,
    step: &'static PathStep,
    object: Receiver,
    value: Cell,
    fp: Fp,
) -> Option<Value> {
    let found = match step.site.slot_cache.slot(object.class()) {
        Some(found) => found,
        None => {
            super::object::learn(step.site, fp, object);
            return None;
        }
    };
    let slot = object.slot(found.slot());
    if !found.writes() || matches!(slot.tag(), DataType::Ref | DataType::Uninit) {
        return None;
    }
    match plan.change {
        Change::Set => {
            if !found.accepts(value.tag()) {
                return None;
            }
            let given = value.value().clone();
            slot.replace(given.clone());
            Some(given)
        }
        change => change_cell(change, slot, value, |tag| found.accepts(tag)),
    }
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
        Change::Append => return append(cell, value),
        Change::Add => compute::<Add>(cell, value)?,
        Change::Sub => compute::<Sub>(cell, value)?,
        Change::Mul => compute::<Mul>(cell, value)?,
        Change::BitAnd => compute::<BitAnd>(cell, value)?,
        Change::BitOr => compute::<BitOr>(cell, value)?,
        Change::BitXor => compute::<BitXor>(cell, value)?,
        Change::Set => return None,
    };
    if !accepts(word.tag) {
        return None;
    }
    cell.put(word);
    Some(cell.value().clone())
}

/// `.=` on strings. The result shares the string, which would make the next one copy it, so that
/// it is only given where it is not dropped.
fn append(cell: Cell, value: Cell) -> Option<Value> {
    if !super::text::append_to(cell, value) {
        return None;
    }
    Some(cell.value().clone())
}
