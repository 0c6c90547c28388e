//! One step into an object whose class the site knows: a plain slot, read or written.

use hhbc::imm::{IncDecOp, MemberKey, MemberMode, QueryOp, SetOpOp};
use hhbc::instr::Instr;
use runtime::class::{Prop, Scope};
use runtime::object::Object;
use runtime::raise::{OrExit, Res};
use runtime::string::Str;
use runtime::value::{SlotMut, Value, View, types};

use crate::exec::{PlainSlot, Site, meet_slot, meet_value, slot_met, value_met};
use crate::frame::Frame;
use crate::func::Func;
use crate::local;
use crate::object::{own, prop};
use crate::request::Request;

/// The object of a path of one step, whose base is a local or `$this`; none that is lazy.
fn receiver(frame: &Frame) -> Option<Object> {
    any_receiver(frame).filter(|object| !object.is_lazy())
}

fn any_receiver(frame: &Frame) -> Option<Object> {
    if frame.site().path != 1 {
        return None;
    }
    match &super::steps(frame).first()?.instr {
        Instr::BaseH {} => frame.this_object(),
        Instr::BaseL { local, .. } => match frame.local(*local).unboxed().view() {
            View::Object(object) => Some(object.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// The types that a property takes as they are.
pub(crate) fn accepted(prop: &Prop) -> u16 {
    use hhbc::constraint::Hint;
    let Some(ty) = prop.ty else { return u16::from(types::UNKNOWN) };
    let hints = ty.hints();
    let rows = [
        (Hint::bool, types::BOOL),
        (Hint::int, types::INT),
        (Hint::float, types::FLOAT),
        (Hint::string, types::STRING),
        (Hint::array, types::ARRAY),
        (Hint::object, types::OBJECT),
        (Hint::null, types::OTHER),
    ];
    if hints.has(Hint::mixed) {
        return u16::from(types::UNKNOWN);
    }
    rows.iter().filter(|(hint, _)| hints.has(*hint)).fold(0, |all, (_, bit)| all | u16::from(*bit))
}

/// Whether a step in this mode goes into what is then changed.
fn changes(mode: MemberMode) -> bool {
    matches!(mode, MemberMode::Define | MemberMode::WarnDefine | MemberMode::Unset)
}

/// The slot that the site knows for the object's class, or learns; of a name that a local holds the
/// one it means now.
fn slot_for(frame: &Frame, object: &Object, name: &MemberKey, writes: bool) -> Option<PlainSlot> {
    let name = match name {
        MemberKey::PT(name) => name,
        MemberKey::PL(local) => return slot_named(frame, object, frame.local(*local)),
        MemberKey::PC(depth) => return slot_named(frame, object, frame.top(depth.0)),
        _ => return None,
    };
    if object.class().class().props.is_empty() {
        return None;
    }
    let site = frame.site();
    let is_known = |found: &PlainSlot| found.writes() || found.inits() || !writes;
    let class = object.class();
    let found = site.slot_cache.slot(class).or_else(|| slot_met(site, class));
    if let Some(found) = found.filter(is_known) {
        return Some(found);
    }
    let name = frame.str(*name).to_str();
    let (slot, prop) = prop::plain_slot(object, &name, frame.scope())?;
    let is_writable = prop.is_writable(frame.scope());
    if writes && !is_writable {
        return None;
    }
    let inits = writes && object.class().class().magic.set.is_none();
    let found = PlainSlot::new(slot, accepted(prop), (writes && !prop.is_readonly(), inits))?;
    meet_slot(frame.site(), object.class(), found);
    Some(found)
}

fn slot_named(frame: &Frame, object: &Object, name: &Value) -> Option<PlainSlot> {
    let View::Str(name) = name.unboxed().view() else { return None };
    let (slot, prop) = prop::plain_slot(object, name, frame.scope())?;
    let writes = prop.is_writable(frame.scope()) && !prop.is_readonly();
    PlainSlot::new(slot, accepted(prop), (writes, false))
}

/// The name of the property that a site asks for, and whether it may write.
pub(crate) fn named(func: &'static Func, site: &'static Site) -> Option<(Str, bool)> {
    let (name, writes) = match &site.instr {
        Instr::Dim { key: MemberKey::PT(name), mode } => (name, changes(*mode)),
        Instr::QueryM { key: MemberKey::PT(name), .. } => (name, false),
        Instr::FPassM { key: MemberKey::PT(name), .. }
        | Instr::SetM { key: MemberKey::PT(name), .. }
        | Instr::SetOpM { key: MemberKey::PT(name), .. }
        | Instr::IncDecM { key: MemberKey::PT(name), .. } => (name, true),
        _ => return None,
    };
    Some((func.as_php()?.unit().str(*name).to_str(), writes))
}

/// Has a site of code that `func` runs remember the slot of its property.
pub(crate) fn learn_slot(func: &'static Func, site: &'static Site, object: &Object) {
    if object.class().class().props.is_empty() {
        return;
    }
    let Some((name, writes)) = named(func, site) else { return };
    let Some((slot, prop)) = prop::plain_slot(object, &name, func.scope()) else { return };
    let writes = writes && prop.is_writable(func.scope()) && !prop.is_readonly();
    if let Some(found) = PlainSlot::new(slot, accepted(prop), (writes, false)) {
        meet_slot(site, object.class(), found);
    }
}

/// The name of a property, as [`slot_for`] takes it.
fn name_of(frame: &Frame, key: &MemberKey) -> Option<Str> {
    let name = match key {
        MemberKey::PT(name) => return Some(frame.str(*name).to_str()),
        MemberKey::PL(local) => frame.local(*local),
        MemberKey::PC(depth) => frame.top(depth.0),
        _ => return None,
    };
    name.unboxed().as_str().cloned()
}

/// The value of a property, when nothing but a slot, or the object's own properties, has to be read.
pub(super) fn read(frame: &Frame, n: u32, op: QueryOp, key: &MemberKey) -> Option<Value> {
    if n != 0 || !matches!(op, QueryOp::CGet | QueryOp::CGetQuiet | QueryOp::Isset) {
        return None;
    }
    let object = receiver(frame)?;
    if let QueryOp::Isset = op {
        let is_set = own::isset(&object, &name_of(frame, key)?, frame.scope());
        return is_set.map(Value::bool);
    }
    let Some(found) = slot_for(frame, &object, key, false) else {
        return own::get(&object, &name_of(frame, key)?, frame.scope()).cloned();
    };
    let value = object.slot(found.slot()).unboxed();
    (!matches!(value.view(), View::Uninit)).then(|| value.clone())
}

/// Assigns what is on top of the stack to a property, when nothing but a slot has to be written.
pub(super) fn write(rq: &mut Request, frame: &Frame, n: u32, key: &MemberKey) -> Res<bool> {
    if n != u32::from(matches!(key, MemberKey::PC(_))) {
        return Ok(false);
    }
    let Some(mut object) = receiver(frame) else { return Ok(false) };
    let Some(found) = slot_for(frame, &object, key, true) else {
        let Some(name) = name_of(frame, key) else { return Ok(false) };
        if let View::Uninit = frame.top(0).view() {
            return Ok(false);
        }
        return own::set(&mut object, &name, frame.scope(), frame.top(0)).or_exit(rq);
    };
    let is_open = match object.slot(found.slot()).view() {
        View::Ref(_) => false,
        View::Uninit => found.inits(),
        _ => found.writes(),
    };
    // What is known of a value's class is known for one property.
    let fits = match key {
        MemberKey::PT(_) => fits(rq, frame, (&object, found), frame.top(0))?,
        _ => found.accepts(frame.top(0).tag()) || belongs(rq, (&object, found), frame.top(0))?,
    };
    if !is_open || !fits {
        return Ok(false);
    }
    object.slot_mut(found.slot()).set(frame.top(0).clone());
    object.set_slot_state(found.slot(), 0);
    Ok(true)
}

/// Whether a value may be stored as it is; what is learned of its class is kept.
fn fits(
    rq: &mut Request,
    frame: &Frame,
    (object, found): (&Object, PlainSlot),
    value: &Value,
) -> Res<bool> {
    if found.accepts(value.tag()) {
        return Ok(true);
    }
    let View::Object(other) = value.view() else { return Ok(false) };
    let (class, other) = (object.class(), other.class());
    let site = frame.site();
    if site.value_cache.value(class) == Some(other) || value_met(site, class, other) {
        return Ok(true);
    }
    let belongs = belongs(rq, (object, found), value)?;
    if belongs {
        meet_value(site, class, other);
    }
    Ok(belongs)
}

/// Has the site of a property that now holds an object remember that one of its class fits.
pub(super) fn learn_value(
    rq: &mut Request,
    frame: &Frame,
    object: &Object,
    value: &Value,
) -> Res<()> {
    let (site, class) = (frame.site(), object.class());
    let is_named = matches!(site.instr, Instr::SetM { key: MemberKey::PT(_), .. });
    if let (true, View::Object(_)) = (is_named, value.view())
        && let Some(found) = site.slot_cache.slot(class).or_else(|| slot_met(site, class))
    {
        fits(rq, frame, (object, found), value)?;
    }
    Ok(())
}

/// Whether an object may be stored as it is.
fn belongs(rq: &mut Request, (object, found): (&Object, PlainSlot), value: &Value) -> Res<bool> {
    let prop = object.class().class().first.slots.get(found.slot());
    match prop.and_then(|prop| Some((prop, prop.ty?))) {
        Some((prop, ty)) if matches!(value.view(), View::Object(_)) => {
            runtime::class::belongs(rq, (ty, Scope::of(prop.class)), value)
        }
        _ => Ok(false),
    }
}

/// The object and the slot of a property that holds a value which may be changed in place.
pub(super) fn changeable(frame: &Frame, n: u32, key: &MemberKey) -> Option<(Object, PlainSlot)> {
    let object = receiver(frame).filter(|_| n == 0)?;
    let found = slot_for(frame, &object, key, true)?;
    let is_plain = !matches!(object.slot(found.slot()).view(), View::Uninit | View::Ref(_));
    (is_plain && found.writes()).then_some((object, found))
}

/// Steps an int in place: the value of the expression.
pub(super) fn step(frame: &Frame, n: u32, op: IncDecOp, key: &MemberKey) -> Option<Value> {
    let Some((mut object, found)) = changeable(frame, n, key) else {
        return step_own(frame, n, op, key);
    };
    step_int(object.slot_mut(found.slot()), op)
}

/// The same of one of the object's own properties.
fn step_own(frame: &Frame, n: u32, op: IncDecOp, key: &MemberKey) -> Option<Value> {
    let mut object = receiver(frame).filter(|_| n == 0)?;
    let name = name_of(frame, key)?;
    step_int(own::place(&mut object, &name, frame.scope()).ok()??, op)
}

fn step_int(mut slot: SlotMut<'_>, op: IncDecOp) -> Option<Value> {
    let (new, result) = local::stepped(slot.get().as_int()?, op)?;
    slot.set(Value::int(new));
    Some(Value::int(result))
}

fn is_number(value: &Value) -> bool {
    matches!(value.view(), View::Int(_) | View::Float(_))
}

/// Applies an operator to a number in place, or appends to a string: the new value.
pub(super) fn apply(
    rq: &mut Request,
    frame: &Frame,
    n: u32,
    (op, key): (SetOpOp, &MemberKey),
) -> Res<Option<Value>> {
    let Some((mut object, found)) = changeable(frame, n, key) else {
        return apply_own(rq, frame, n, (op, key));
    };
    let left = object.slot(found.slot()).clone();
    let right = frame.top(0);
    if !is_number(&left) || !is_number(right) || op == SetOpOp::ConcatEqual {
        return Ok(None);
    }
    let right = right.clone();
    let result = local::operator(op)(rq, &left, &right)?;
    if !found.accepts(result.tag()) {
        return Ok(None);
    }
    object.slot_mut(found.slot()).set(result.clone());
    Ok(Some(result))
}

/// Applies an operator to a number that is one of the object's own properties: the new value.
fn apply_own(
    rq: &mut Request,
    frame: &Frame,
    n: u32,
    (op, key): (SetOpOp, &MemberKey),
) -> Res<Option<Value>> {
    let right = frame.top(0).clone();
    let (Some(mut object), Some(name)) =
        (receiver(frame).filter(|_| n == 0 && is_number(&right)), name_of(frame, key))
    else {
        return Ok(None);
    };
    let left = own::get(&object, &name, frame.scope()).filter(|left| is_number(left)).cloned();
    let Some(left) = left.filter(|_| op != SetOpOp::ConcatEqual) else { return Ok(None) };
    let result = local::operator(op)(rq, &left, &right)?;
    let is_set = own::set(&mut object, &name, frame.scope(), &result).or_exit(rq)?;
    Ok(is_set.then_some(result))
}
