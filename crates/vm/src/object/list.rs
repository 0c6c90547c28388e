//! Properties of an object in order, as code of a scope sees them.

use runtime::array::Key;
use runtime::class::{Found, Prop};
use runtime::object::{ClassId, Object};
use runtime::string::Str;
use runtime::value::{Value, View};

/// A property that has a value, or is made up by a hook.
pub(crate) struct Visible {
    pub name: Str,
    /// The value, perhaps a reference; Uninit when only a hook can tell.
    pub value: Value,
}

/// Whether a property belongs to the engine's own bookkeeping.
pub(crate) fn is_internal(prop: &Prop) -> bool {
    prop.attrs.has(hhbc::func::Attrs::internal)
}

/// The properties that a scope sees: declared ones, then the object's own.
pub(crate) fn visible_props(object: &Object, scope: Option<ClassId>) -> Vec<Visible> {
    let class = object.class().class();
    let mut visible = Vec::new();
    for (slot, prop) in class.first.slots.iter().enumerate() {
        let is_seen = match class.find_prop(prop.name.as_bytes(), scope) {
            Found::Prop(found) => std::ptr::eq(found, prop) || found.place == prop.place,
            Found::Dynamic | Found::Static(_) | Found::Hidden(_) => false,
        };
        let value = object.slot(slot);
        if is_seen && !is_internal(prop) && !matches!(value.view(), View::Uninit) {
            let value = value.clone();
            visible.push(Visible { name: prop.name.to_str(), value });
        }
    }
    for (name, value) in dynamic_props(object) {
        visible.push(Visible { name, value });
    }
    visible
}

/// The object's own properties.
pub(crate) fn dynamic_props(object: &Object) -> Vec<(Str, Value)> {
    let class = object.class().class();
    let Some(slot) = class.first.dynamic else { return Vec::new() };
    let Some(array) = object.slot(slot as usize).as_array() else { return Vec::new() };
    let text = |key: Key| match key {
        Key::Int(int) => runtime::conv::int_to_str(int).ok(),
        Key::Str(name) => Some(name.clone()),
    };
    array.iter().filter_map(|(key, value)| Some((text(key)?, value.clone()))).collect()
}
