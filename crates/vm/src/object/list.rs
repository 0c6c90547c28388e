//! Properties of an object in order, as code of a scope sees them.

use hhbc::func::Attribute;
use runtime::array::{Array, Key};
use runtime::class::{Class, Found, Place, Prop, Visibility};
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

/// What the library says of its property for reflection alone: `Unshown` when PHP declares no such
/// property, `Shown` with the modifiers that PHP tells of.
pub(crate) fn mark(prop: &Prop, name: &[u8]) -> Option<&'static Attribute> {
    let known = prop.class.class().declared.filter(|_| is_of_library(prop))?;
    prop.decl?.attributes.iter().find(|found| {
        let shown = known.unit.str(found.name);
        shown.strip_prefix(b"\\").unwrap_or(shown) == name
    })
}

/// Whether a class of the library declares a property: its hooks are nothing that is listed.
pub(crate) fn is_of_library(prop: &Prop) -> bool {
    let decl = prop.class.class().declared;
    decl.is_none_or(|decl| crate::scoped::unit_of(decl.unit).is_library())
}

/// Whether only a hook knows the value of a property.
pub(crate) fn is_made_up(prop: &Prop) -> bool {
    prop.place == Place::Virtual && is_asked(prop)
}

/// Whether code of a script is asked for the property's value.
pub(crate) fn is_asked(prop: &Prop) -> bool {
    prop.hooks.as_ref().is_some_and(|hooks| hooks.get.is_some()) && !is_of_library(prop)
}

/// The properties of objects in order: those of slots, and virtual ones where they are declared.
pub(crate) fn declared(class: &'static Class) -> Vec<(&'static Prop, Place)> {
    if !class.props.rows().any(is_made_up) {
        let slots = class.first.slots.iter().enumerate();
        return slots.map(|(slot, prop)| (prop, Place::Slot(slot as u32))).collect();
    }
    let mut lineage: Vec<_> = std::iter::successors(Some(class), |class| class.parent()).collect();
    lineage.reverse();
    let mut found: Vec<(&'static Prop, Place)> = Vec::new();
    for ancestor in lineage {
        for row in ancestor.props.rows().filter(|row| !row.is_static()) {
            let is_own = row.visibility() == Visibility::Private;
            let last = class.props.get(row.name.as_bytes()).filter(|_| !is_own).unwrap_or(row);
            let is_known = |(known, place): &(&Prop, Place)| {
                *place == last.place && known.name.as_bytes() == last.name.as_bytes()
            };
            if !found.iter().any(is_known) {
                found.push((last, last.place));
            }
        }
    }
    found
}

/// The properties that a scope sees: declared ones, then the object's own.
pub(crate) fn visible_props(object: &Object, scope: Option<ClassId>) -> Vec<Visible> {
    let class = object.class().class();
    let mut visible = Vec::new();
    for (prop, place) in declared(class) {
        let is_seen = match class.find_prop(prop.name.as_bytes(), scope) {
            Found::Prop(found) => std::ptr::eq(found, prop) || found.place == place,
            Found::Dynamic | Found::Static(_) | Found::Hidden(_) => false,
        };
        if let Some(value) = declared_value(object, (prop, place)).filter(|_| is_seen) {
            visible.push(Visible { name: prop.name.to_str(), value });
        }
    }
    for (name, value) in dynamic_props(object) {
        if !is_shadowed(class, name.as_bytes(), scope) {
            visible.push(Visible { name, value });
        }
    }
    visible
}

/// Whether the scope has a property of its own that hides one of the object's.
pub(crate) fn is_shadowed(class: &'static Class, name: &[u8], scope: Option<ClassId>) -> bool {
    scope.is_some() && matches!(class.find_prop(name, scope), Found::Prop(_))
}

/// The value of a declared property, Uninit for one that is asked for it; none when it has none.
fn declared_value(object: &Object, (prop, place): (&Prop, Place)) -> Option<Value> {
    let value = match place {
        Place::Slot(slot) => object.slot(slot as usize).clone(),
        _ => Value::UNINIT,
    };
    let is_there = is_asked(prop) || !matches!(value.view(), View::Uninit);
    (is_there && !is_internal(prop)).then_some(value)
}

/// A property that a scope sees.
pub(crate) enum Seen {
    Declared,
    /// One of the object's own, and its value.
    Own(Value),
}

/// The property of this name, if [`visible_props`] has it.
pub(crate) fn seen(object: &Object, name: &Str, scope: Option<ClassId>) -> Option<Seen> {
    let class = object.class().class();
    if let Found::Prop(prop) = class.find_prop(name.as_bytes(), scope)
        && declared_value(object, (prop, prop.place)).is_some()
    {
        return Some(Seen::Declared);
    }
    let own = own_props(object)?;
    own.get(Key::of_str(name)).map(|value| Seen::Own(value.unboxed().clone()))
}

/// The object's own properties as an array; none when it never had any.
pub(crate) fn own_props(object: &Object) -> Option<Array> {
    let slot = object.class().class().first.dynamic?;
    object.slot(slot as usize).as_array().cloned()
}

/// The object's own properties.
pub(crate) fn dynamic_props(object: &Object) -> Vec<(Str, Value)> {
    let text = |key: Key| match key {
        Key::Int(int) => runtime::conv::int_to_str(int).ok(),
        Key::Str(name) => Some(name.clone()),
    };
    let held = |value: &Value| match value.view() {
        View::Ref(reference) if reference.count() == 1 => reference.get(),
        _ => value.clone(),
    };
    let own = own_props(object).unwrap_or_default();
    own.iter().filter_map(|(key, value)| Some((text(key)?, held(value)))).collect()
}
