//! Objects as arrays, and other values as objects.

use runtime::array::{Array, Key};
use runtime::class::Visibility;
use runtime::heap::Oom;
use runtime::object::Object;
use runtime::raise::{OrExit, Res};
use runtime::string::Str;
use runtime::value::{DataType, Value, View};

use super::list::is_internal;
use crate::library;
use crate::request::Request;

/// `(array)$object`: names of private and protected properties say whose they are.
pub(crate) fn to_array(object: &Object) -> Result<Array, Oom> {
    let class = object.class().class();
    if crate::closure::is_closure(object) {
        return Array::from_values([Value::from(object.clone())]);
    }
    if class.first.slots.is_empty()
        && let Some(slot) = class.first.dynamic
        && let Some(dynamic) = object.slot(slot as usize).as_array()
        && has_names_only(dynamic)
    {
        return Ok(dynamic.clone());
    }
    let mut array = Array::new();
    for (slot, prop) in class.first.slots.iter().enumerate() {
        let value = object.slot(slot);
        if value.tag() == DataType::Uninit || is_internal(prop) {
            continue;
        }
        let name = mangled(prop)?;
        array.set(Key::Str(&name), value.element_copy())?;
    }
    if let Some(slot) = class.first.dynamic
        && let Some(dynamic) = object.slot(slot as usize).as_array()
    {
        for (key, value) in dynamic {
            array.set(key, value.element_copy())?;
        }
    }
    Ok(array)
}

/// The name of a property with its visibility.
pub(crate) fn mangled(prop: &runtime::class::Prop) -> Result<Str, Oom> {
    let name = prop.name.as_bytes();
    match prop.visibility() {
        Visibility::Public => Ok(prop.name.to_str()),
        Visibility::Protected => Str::new(&[b"\0*\0", name].concat()),
        Visibility::Private => {
            let class = prop.class.class().name;
            Str::new(&[b"\0", class.as_bytes(), b"\0", name].concat())
        }
    }
}

/// Whether an array and an object can share it.
fn has_names_only(array: &Array) -> bool {
    array.iter().all(|(key, _)| matches!(key, Key::Str(_)))
}

/// An array whose lone references are unwrapped, as a copy's are.
fn unwrapped(array: &Array) -> Result<Array, Oom> {
    let is_lone = |value: &Value| matches!(value.view(), View::Ref(held) if held.count() == 1);
    if !array.iter().any(|(_, value)| is_lone(value)) {
        return Ok(array.clone());
    }
    array.duplicate(0)
}

/// `(object)$value`.
pub(crate) fn from_value(rq: &mut Request, value: &Value) -> Res<Object> {
    if let View::Object(object) = value.view() {
        return Ok(object.clone());
    }
    let class = library::STD_CLASS.of(rq)?;
    let mut object = rq.instantiate(class)?;
    let props = match value.view() {
        View::Null | View::Uninit => return Ok(object),
        View::Array(array) if has_names_only(array) => array.clone(),
        View::Array(array) => unwrapped(array).or_exit(rq)?,
        _ => {
            let mut array = Array::new();
            let name = super::prop::name("scalar");
            array.set(Key::Str(&name), value.clone()).or_exit(rq)?;
            array
        }
    };
    if let Some(slot) = class.class().first.dynamic
        && (!props.is_empty() || props.is_emptied_hash())
    {
        object.slot_mut(slot as usize).set(Value::from(props));
        object.set_may_be_cyclic();
    }
    Ok(object)
}
