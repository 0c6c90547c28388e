//! What is at the end of a path.

use runtime::string::{Str, one_byte};
use runtime::value::{DataType, Value, View};

use super::super::super::Vm;
use super::super::super::insn::Pc;
use super::super::array::{byte_of, is_empty_base, key_of};
use super::super::pass::Given;
use super::{
    PathBase, PathKey, PathPlan, PathStep, key_cell, named_end, own_cell, receiver, release,
    slot_of,
};
use crate::exec::slot_of_name;
use crate::frame::{Cell, Fp, Receiver};
use crate::member;
use crate::object::own;
use crate::request::Request;

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
    /// To what the value is passed, unless it is not, or by value for certain.
    pub given: Option<Given>,
}

/// Reads along the path `d`.
#[inline(never)]
pub(crate) extern "C-unwind" fn read_path(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static ReadPath = pc.constant(pc.d() as usize).static_ref();
    if !read(plan, fp, vm.rq()) {
        slow!(pc, fp, vm)
    }
    next_released!(pc.next(), fp, vm)
}

/// The same of a path to named elements, which consumes nothing.
pub(crate) extern "C-unwind" fn read_named(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static ReadPath = pc.constant(pc.d() as usize).static_ref();
    let path = &plan.path;
    let by_ref = plan.given.is_some_and(|given| given.any_by_ref(fp));
    let end = named_end(&path.base, &path.steps, fp).filter(|_| !by_ref);
    let (Some(end), false) = (end, plan.ask == Ask::Empty) else { return read_path(pc, fp, vm) };
    let end = end.value();
    let value = match plan.ask {
        Ask::Isset => Value::bool(!end.is_null()),
        _ => end.clone(),
    };
    fp.cell(path.result).init(value);
    next!(pc.next(), fp, vm)
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

fn found_prop(at: Option<Cell>, step: &'static PathStep, fp: Fp) -> Found {
    let slot = receiver(at, fp).and_then(|object| match slot_of(step, object, fp) {
        Some(found) => Some(object.slot(found.slot())),
        None => own_cell(step.site, object, fp),
    });
    match slot.map(Cell::unboxed) {
        Some(slot) if slot.tag() != DataType::Uninit => Found::Value(slot),
        _ => Found::Other,
    }
}

fn found_named_prop(at: Option<Cell>, name: Cell, fp: Fp) -> Found {
    let object = receiver(at, fp);
    let slot = object.and_then(|object| {
        let value = object.value();
        let View::Object(base) = value.view() else { return None };
        if base.is_lazy() {
            return None;
        }
        let name = name.unboxed().value().as_str()?;
        let scope = fp.record().func().scope();
        let slot = slot_of_name((name, base.class(), scope), || {
            crate::object::prop::plain_slot(base, name, scope).map(|(slot, _)| slot)
        })?;
        Some(object.slot(slot as usize).unboxed())
    });
    match slot {
        Some(slot) if slot.tag() != DataType::Uninit => Found::Value(slot),
        _ => Found::Other,
    }
}

#[inline(always)]
fn take_step(at: Option<Cell>, step: &'static PathStep, is_last: bool, fp: Fp) -> Found {
    if at.is_some_and(is_empty_base) {
        return Found::Nothing;
    }
    match step.key {
        PathKey::Prop => return found_prop(at, step, fp),
        PathKey::PropIn(name) => return found_named_prop(at, fp.at(name), fp),
        _ => {}
    }
    let (Some(at), Some(key)) = (at, key_cell(&step.key, fp)) else { return Found::Other };
    if let Some(array) = at.value().as_array() {
        if let Some(name) = step.name()
            && let Some(value) = array.get_at_place(step.place.get(), name)
        {
            return Found::Value(Cell::of(value).unboxed());
        }
        let Some(key) = key_of(key) else { return Found::Other };
        let Some((place, value)) = array.find_place(key) else { return Found::Nothing };
        step.learn(place);
        return Found::Value(Cell::of(value).unboxed());
    }
    let byte = if is_last { byte_of(at, key) } else { None };
    byte.map_or(Found::Other, Found::Byte)
}

/// Whether an object has no such property, nor one that says what is there.
fn is_no_property(at: Option<Cell>, step: &'static PathStep, fp: Fp) -> bool {
    let value = receiver(at, fp).map(Receiver::value);
    let Some(View::Object(object)) = value.as_ref().map(Value::view) else { return false };
    let func = fp.record().func();
    let is_set = |name: &Str| own::isset(object, name, func.scope());
    let is_set = match step.key {
        PathKey::Prop => member::named(func, step.site).and_then(|(name, _)| is_set(&name)),
        PathKey::PropIn(name) => fp.at(name).unboxed().value().as_str().and_then(is_set),
        _ => None,
    };
    // PHP: `__get` is asked where there is no `__isset`.
    is_set == Some(false) && object.class().class().magic.get.is_none()
}

fn answer(value: &Value, ask: Ask) -> Value {
    match ask {
        Ask::Value | Ask::Quietly => value.clone(),
        Ask::Isset => Value::bool(!value.is_null()),
        Ask::Empty => Value::bool(!runtime::conv::to_bool(value)),
    }
}

/// Whether the keys of all steps have values.
fn has_keys(steps: &'static [PathStep], fp: Fp) -> bool {
    let cell = |step: &'static PathStep| match step.key {
        PathKey::PropIn(name) => Some(fp.at(name)),
        _ => key_cell(&step.key, fp),
    };
    let is_undefined =
        |step: &'static PathStep| cell(step).is_some_and(|key| key.tag() == DataType::Uninit);
    !steps.iter().any(is_undefined)
}

/// What is at the end of the path; none when the op body must find it.
fn walk(plan: &'static ReadPath, fp: Fp, rq: &mut Request) -> Option<Value> {
    let mut at = plan.path.base.cell(fp, rq).ok()?.map(Cell::unboxed);
    let last = plan.path.steps.len() - 1;
    for (number, step) in plan.path.steps.iter().enumerate() {
        match take_step(at, step, number == last, fp) {
            Found::Value(value) => at = Some(value),
            Found::Byte(byte) => {
                return Some(answer(&Value::from(one_byte(byte)), plan.ask));
            }
            found => {
                let is_quiet_end = plan.ask != Ask::Value
                    && (matches!(found, Found::Nothing) || is_no_property(at, step, fp))
                    && has_keys(&plan.path.steps[number..], fp);
                return is_quiet_end.then(|| answer(&Value::NULL, plan.ask));
            }
        }
    }
    Some(answer(at?.value(), plan.ask))
}

/// The reference at the end of a path of properties; none when there is no reference yet.
fn reference(plan: &'static ReadPath, fp: Fp) -> Option<Value> {
    let mut at = match &plan.path.base {
        PathBase::Cell(at) => Some(fp.at(*at)),
        PathBase::This => None,
        PathBase::Static(_) => return None,
    };
    for step in &plan.path.steps {
        let PathKey::Prop = step.key else { return None };
        let object = receiver(at, fp)?;
        let found = slot_of(step, object, fp)?;
        if !found.writes() {
            return None;
        }
        at = Some(object.slot(found.slot()));
    }
    let slot = at.filter(|slot| slot.tag() == DataType::Ref)?;
    Some(slot.value().clone())
}

#[inline(never)]
fn read(plan: &'static ReadPath, fp: Fp, rq: &mut Request) -> bool {
    let value = match plan.given.is_some_and(|given| given.any_by_ref(fp)) {
        true => reference(plan, fp),
        false => walk(plan, fp, rq),
    };
    let Some(value) = value else { return false };
    let result = fp.cell(plan.path.result);
    release(result, plan.items);
    result.init(value);
    true
}
