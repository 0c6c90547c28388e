//! One step into an object whose class the site knows: a plain slot, read or written.

use hhbc::imm::{MemberKey, QueryOp};
use hhbc::instr::Instr;
use runtime::class::Prop;
use runtime::object::Object;
use runtime::value::{Value, View, types};

use crate::exec::PlainSlot;
use crate::frame::Frame;
use crate::object::prop;

/// The object of a path of one step, whose base is a local or `$this`.
fn receiver(frame: &Frame) -> Option<Object> {
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
    ];
    if hints.has(Hint::mixed) {
        return u16::from(types::UNKNOWN);
    }
    rows.iter().filter(|(hint, _)| hints.has(*hint)).fold(0, |all, (_, bit)| all | u16::from(*bit))
}

/// The slot that the site knows for the object's class, or learns.
fn slot_for(frame: &Frame, object: &Object, name: &MemberKey, writes: bool) -> Option<PlainSlot> {
    let MemberKey::PT(name) = name else { return None };
    let cache = &frame.site().slot_cache;
    if let Some(found) = cache.slot(object.class()).filter(|found| found.writes() || !writes) {
        return Some(found);
    }
    let name = frame.str(*name).to_str();
    let (slot, prop) = prop::plain_slot(object, &name, frame.scope())?;
    if writes && (prop.is_readonly() || !prop.is_writable(frame.scope())) {
        return None;
    }
    let found = PlainSlot::new(slot, accepted(prop), writes)?;
    cache.set_slot(object.class(), found);
    Some(found)
}

/// The value of a property, when nothing but a slot has to be read.
pub(super) fn read(frame: &Frame, n: u32, op: QueryOp, key: &MemberKey) -> Option<Value> {
    if n != 0 || !matches!(op, QueryOp::CGet | QueryOp::CGetQuiet) {
        return None;
    }
    let object = receiver(frame)?;
    let found = slot_for(frame, &object, key, false)?;
    let value = object.slot(found.slot()).unboxed();
    (!matches!(value.view(), View::Uninit)).then(|| value.clone())
}

/// Assigns what is on top of the stack to a property, when nothing but a slot has to be written.
pub(super) fn write(frame: &Frame, n: u32, key: &MemberKey) -> bool {
    if n != 0 {
        return false;
    }
    let Some(mut object) = receiver(frame) else { return false };
    let Some(found) = slot_for(frame, &object, key, true) else { return false };
    let value = frame.top(0);
    if !found.accepts(value.tag())
        || matches!(object.slot(found.slot()).view(), View::Uninit | View::Ref(_))
    {
        return false;
    }
    object.slot_mut(found.slot()).set(value.clone());
    true
}
