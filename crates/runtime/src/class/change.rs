//! Writing properties of objects, as far as no PHP code has to run. Invariants: `access`.

use super::Scope;
use super::access::{Address, Asked, Unset, Write, check_name};
use super::bound;
use super::coerce::{Typed, coerce};
use super::find::Found;
use super::member::{Hooks, Method, Prop};
use crate::array::{Array, Key};
use crate::message::Message;
use crate::object::SlotState;
use crate::raise::{OrExit, Res};
use crate::value::{DataType, Value, View};

/// `$object->name = value`. Takes over the value.
pub fn write(rq: &mut dyn Typed, asked: Asked<'_>, value: Value) -> Res<Write> {
    let magic = asked.magic(asked.class().magic.set);
    let prop = match asked.find() {
        Found::Prop(prop) => prop,
        Found::Hidden(prop) => {
            return match magic {
                Some(set) => Ok(Write::Magic(set, value)),
                None => Err(rq.throw(asked.class().hidden_prop(prop))),
            };
        }
        Found::Dynamic => return write_dynamic(rq, asked, (value, magic)),
        Found::Static(_) => {
            if asked.class().magic.set.is_none() {
                rq.report(Message::StaticAsInstance { member: asked.member() })?;
            }
            return write_dynamic(rq, asked, (value, magic));
        }
    };
    if let Some(hooks) = prop.hooks.as_deref().filter(|_| !asked.by.in_hook) {
        match (&hooks.set, asked.slot(prop)) {
            (Some(set), _) => return write_by_hook(rq, asked, (prop, set, value)),
            (None, None) if rq.is_of_library(prop) => {
                let text = format!("Cannot modify readonly property {}", asked.member());
                return Err(rq.throw(Message::Refused { text }));
            }
            (None, None) => {
                return Err(rq.throw(Message::ReadOnlyProperty { member: asked.member() }));
            }
            (None, Some(_)) => {}
        }
    }
    let Some(slot) = asked.slot(prop) else {
        let member = asked.member();
        return Err(rq.throw(Message::VirtualProperty { what: "write to", member }));
    };
    let is_unset = asked.in_slot(slot).is_none() && !asked.was_never_set(slot);
    match magic {
        Some(set) if is_unset => Ok(Write::Magic(set, value)),
        _ => write_slot(rq, asked, (prop, slot, value)),
    }
}

fn write_by_hook(
    rq: &mut dyn Typed,
    asked: Asked<'_>,
    (prop, set, value): (&'static Prop, &'static Method, Value),
) -> Res<Write> {
    if !prop.is_writable(asked.by.scope) {
        asked.write_once(prop, "modify", rq)?;
    }
    // PHP: what a property of a class of the engine is set to is checked as that of any other.
    let value = match rq.is_of_library(prop) {
        true => typed_value(rq, asked, (prop, value))?,
        false => value,
    };
    Ok(Write::Hook(set, value))
}

fn write_slot(
    rq: &mut dyn Typed,
    asked: Asked<'_>,
    (prop, slot, value): (&'static Prop, u32, Value),
) -> Res<Write> {
    if prop.is_readonly() || prop.set_visibility() != prop.visibility() {
        asked.write_once(prop, "modify", rq)?;
    }
    if asked.is_lazy(slot) && asked.in_slot(slot).is_none() {
        return Ok(Write::Lazy(value));
    }
    let value = typed_value(rq, asked, (prop, value))?;
    // A1: the conversion may have run `__toString`, which may have set the property.
    if prop.is_readonly() {
        asked.write_once(prop, "modify", rq)?;
    }
    let mut object = asked.object.clone();
    let state = object.slot_state(slot as usize);
    object.set_slot_state(slot as usize, state & !(SlotState::NEVER_SET | SlotState::REOPENED));
    if let View::Ref(reference) = object.slot(slot as usize).view()
        && reference.type_sources() != 0
    {
        let reference = reference.clone();
        let value = bound::assign(rq, &reference, (value, asked.by.juggling))?;
        return Ok(Write::Done(value));
    }
    object.slot_mut(slot as usize).assign(value.clone());
    Ok(Write::Done(value))
}

/// The value as one of the property's type.
pub fn typed_value(
    rq: &mut dyn Typed,
    asked: Asked<'_>,
    (prop, value): (&'static Prop, Value),
) -> Res<Value> {
    let Some(ty) = prop.ty else { return Ok(value) };
    let shown = value.clone();
    match coerce(rq, (ty, Scope::of(prop.class)), value, asked.by.juggling)? {
        Some(value) => Ok(value),
        None => {
            let value = match shown.view() {
                View::Bool(true) => "true".to_owned(),
                View::Bool(false) => "false".to_owned(),
                _ => crate::conv::type_name(rq, &shown),
            };
            let ty = prop.type_text().unwrap_or_default();
            Err(rq.throw(Message::PropertyType { value, member: prop.text(), ty }))
        }
    }
}

fn write_dynamic(
    rq: &mut dyn Typed,
    asked: Asked<'_>,
    (value, magic): (Value, Option<&'static Method>),
) -> Res<Write> {
    let is_there = asked.dynamic().is_some();
    if let (Some(set), false) = (magic, is_there) {
        return Ok(Write::Magic(set, value));
    }
    check_name(rq, asked)?;
    if !is_there && asked.object.is_lazy() {
        return Ok(Write::Lazy(value));
    }
    let (slot, raised) = match is_there {
        true => (asked.class().first.dynamic, Ok(())),
        false => admit(rq, asked),
    };
    let Some(slot) = slot else {
        raised?;
        return Err(rq.throw(Message::NoDynamicProperty { member: asked.member() }));
    };
    let mut object = asked.object.clone();
    let mut place = object.slot_mut(slot as usize);
    if place.get().tag() != DataType::Array {
        place.set(Value::from(Array::new()));
        asked.object.set_may_be_cyclic();
    }
    let key = Key::of_str(asked.name);
    if let Some(array) = place.as_array_mut() {
        array.make_unique(1).or_exit(rq)?;
    }
    if let Some(View::Ref(reference)) =
        place.as_array_mut().and_then(|array| array.get(key)).map(Value::view)
    {
        if reference.type_sources() != 0 {
            let reference = reference.clone();
            let assigned = bound::assign(rq, &reference, (value, asked.by.juggling));
            return assigned.map(Write::Done);
        }
        reference.set(value.clone());
    } else if let Some(array) = place.as_array_mut() {
        array.set(key, value.clone()).or_exit(rq)?;
    }
    raised?;
    Ok(Write::Done(value))
}

/// Asks for a property that nobody declared. The slot for such ones, if the class has one and the
/// object is still there, and what a handler threw. PHP: then the property is added all the same.
fn admit(rq: &mut dyn Typed, asked: Asked<'_>) -> (Option<u32>, Res<()>) {
    let (class, mut raised) = (asked.class(), Ok(()));
    if class.first.dynamic.is_some() && !class.first.welcomes_dynamic {
        raised = rq.report(Message::DynamicProperty { member: asked.member() });
        // PHP: nobody is left to have the property when a handler has dropped the object.
        if asked.object.count() <= 1 {
            return (None, raised);
        }
    }
    (class.first.dynamic, raised)
}

/// `unset($object->name)`.
pub fn unset(rq: &mut dyn Typed, asked: Asked<'_>) -> Res<Unset> {
    let magic = asked.magic(asked.class().magic.unset);
    match asked.find() {
        Found::Prop(prop) => unset_declared(rq, asked, (prop, magic)),
        Found::Hidden(prop) => match magic {
            Some(unset) => Ok(Unset::Magic(unset)),
            None => Err(rq.throw(asked.class().hidden_prop(prop))),
        },
        found @ (Found::Dynamic | Found::Static(_)) => {
            if matches!(found, Found::Static(_)) && asked.class().magic.unset.is_none() {
                rq.report(Message::StaticAsInstance { member: asked.member() })?;
            }
            if asked.dynamic().is_none() {
                if magic.is_none() {
                    check_name(rq, asked)?;
                }
                return Ok(match magic {
                    Some(unset) => Unset::Magic(unset),
                    None if asked.object.is_lazy() => Unset::Lazy,
                    None => Unset::Done,
                });
            }
            let mut object = asked.object.clone();
            let slot = asked.class().first.dynamic.map(|slot| object.slot_mut(slot as usize));
            if let Some(mut slot) = slot
                && let Some(array) = slot.as_array_mut()
            {
                drop(array.remove(Key::of_str(asked.name)).or_exit(rq)?);
            }
            Ok(Unset::Done)
        }
    }
}

fn unset_declared(
    rq: &mut dyn Typed,
    asked: Asked<'_>,
    (prop, magic): (&'static Prop, Option<&'static Method>),
) -> Res<Unset> {
    let Some(slot) = asked.slot(prop).filter(|_| prop.hooks.is_none()) else {
        let member = asked.member();
        return Err(rq.throw(match asked.find() {
            Found::Prop(prop) if rq.is_of_library(prop) => {
                Message::Refused { text: format!("Cannot unset {member}") }
            }
            _ => Message::UnsetHooked { member },
        }));
    };
    if asked.in_slot(slot).is_some() {
        asked.write_once(prop, "unset", rq)?;
        let old = asked.object.clone().slot_mut(slot as usize).replace(Value::UNINIT);
        if let View::Ref(reference) = old.view() {
            bound::unbind(reference, prop, Some(asked.object));
        }
        return Ok(Unset::Done);
    }
    if asked.was_never_set(slot) {
        asked.write_once(prop, "unset", rq)?;
        if asked.is_lazy(slot) {
            return Ok(Unset::Lazy);
        }
        // From now on `__get` is asked.
        let state = asked.object.slot_state(slot as usize);
        asked.object.set_slot_state(slot as usize, state & !SlotState::NEVER_SET);
        return Ok(Unset::Done);
    }
    if let Some(unset) = magic {
        return Ok(Unset::Magic(unset));
    }
    asked.write_once(prop, "unset", rq)?;
    Ok(Unset::Done)
}

/// Where `$object->name` is for `$object->name[] = …`, `&$object->name`, `$object->name++`.
/// A property that is not there is made, null.
pub fn prepare(rq: &mut dyn Typed, asked: Asked<'_>) -> Res<Address> {
    let magic = asked.magic(asked.class().magic.get);
    let prop = match asked.find() {
        Found::Prop(prop) => prop,
        Found::Hidden(prop) => {
            return match magic {
                Some(get) => Ok(Address::Magic(get)),
                None => Err(rq.throw(asked.class().hidden_prop(prop))),
            };
        }
        Found::Static(_) => {
            if asked.class().magic.get.is_none() {
                rq.report(Message::StaticAsInstance { member: asked.member() })?;
            }
            return prepare_dynamic(rq, asked, magic);
        }
        Found::Dynamic => return prepare_dynamic(rq, asked, magic),
    };
    if let Some(hooks) = prop.hooks.as_deref().filter(|_| !asked.by.in_hook) {
        return prepare_hooked(rq, asked, (prop, hooks));
    }
    let Some(slot) = asked.slot(prop) else {
        let member = asked.member();
        return Err(rq.throw(Message::VirtualProperty { what: "read from", member }));
    };
    let value = asked.in_slot(slot);
    if let Some(value) = &value
        && (prop.is_readonly() || !prop.is_writable(asked.by.scope))
    {
        if matches!(value.view(), View::Object(_)) {
            return Ok(Address::Copy(value.clone()));
        }
        refuse_readonly(rq, prop)?;
        asked.write_once(prop, "indirectly modify", rq)?;
    }
    match (value, magic) {
        (Some(_), _) => Ok(Address::Slot(slot, prop)),
        (None, _) if asked.is_lazy(slot) => Ok(Address::Lazy),
        (None, Some(get)) if !asked.was_never_set(slot) => Ok(Address::Magic(get)),
        (None, _) if prop.ty.is_some() => {
            refuse_readonly(rq, prop)?;
            if !prop.is_writable(asked.by.scope) {
                asked.write_once(prop, "indirectly modify", rq)?;
            }
            Ok(Address::Slot(slot, prop))
        }
        (None, _) => {
            asked.object.clone().slot_mut(slot as usize).set(Value::NULL);
            Ok(Address::Slot(slot, prop))
        }
    }
}

fn prepare_hooked(
    rq: &mut dyn Typed,
    asked: Asked<'_>,
    (prop, hooks): (&'static Prop, &'static Hooks),
) -> Res<Address> {
    if let Some(get) = &hooks.get {
        return Ok(Address::Hook(get));
    }
    let member = asked.member();
    let Some(slot) = asked.slot(prop) else {
        return Err(rq.throw(Message::WriteOnlyProperty { member }));
    };
    match asked.in_slot(slot) {
        Some(value) if matches!(value.view(), View::Object(_)) => Ok(Address::Copy(value)),
        Some(_) => Err(rq.throw(Message::HookedInPlace { member })),
        None if asked.is_lazy(slot) => Ok(Address::Lazy),
        None => Err(rq.throw(Message::UninitializedProperty { member })),
    }
}

/// Refuses to hand out the place of a readonly property.
fn refuse_readonly(rq: &mut dyn Typed, prop: &Prop) -> Res<()> {
    if !prop.is_readonly() {
        return Ok(());
    }
    let what = "indirectly modify";
    Err(rq.throw(Message::ReadonlyProperty { what, member: prop.text() }))
}

fn prepare_dynamic(
    rq: &mut dyn Typed,
    asked: Asked<'_>,
    magic: Option<&'static Method>,
) -> Res<Address> {
    let slot = asked.class().first.dynamic;
    match (asked.dynamic(), slot, magic) {
        (Some(_), Some(slot), _) => Ok(Address::Element(slot)),
        (_, _, Some(get)) => Ok(Address::Magic(get)),
        _ if asked.object.is_lazy() => Ok(Address::Lazy),
        _ => {
            write_dynamic(rq, asked, (Value::NULL, None))?;
            Ok(slot.map_or(Address::Copy(Value::NULL), Address::Element))
        }
    }
}
