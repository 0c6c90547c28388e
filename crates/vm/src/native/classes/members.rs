//! Methods and properties by name.

use std::collections::HashMap;

use runtime::array::{Array, Key};
use runtime::class::{Callee, Found, Place, Visibility};
use runtime::native::Call;
use runtime::object::{ClassId, Object};
use runtime::raise::{OrExit as _, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::{class_of, scope};
use crate::class::shown;
use crate::library;
use crate::native::request;
use crate::object::{dynamic_props, is_internal, mark, to_array, visible_props};

/// A value as an array of properties holds it: a reference stays one when others have it too.
fn kept(value: &Value) -> Value {
    match value.view() {
        View::Ref(reference) if reference.count() > 1 => value.clone(),
        _ => value.unboxed().clone(),
    }
}

fn put(call: &mut Call<'_>, array: &mut Array, name: &Str, value: Value) -> Res<()> {
    let put = array.set(Key::of_str(name), value);
    call.alloc(put)
}

/// The object that a body was given, whose type was checked.
fn object(value: &Value) -> Option<&Object> {
    match value.view() {
        View::Object(object) => Some(object),
        _ => None,
    }
}

pub(super) fn get_object_vars(call: &mut Call<'_>, value: &Value) -> Res<Array> {
    let scope = scope(call);
    let mut vars = Array::new();
    let Some(object) = object(value) else { return Ok(vars) };
    let object = &request(call).real_object(object)?;
    if let Some(told) = request(call).told_vars(object)? {
        return Ok(told);
    }
    for visible in visible_props(object, scope) {
        let value = request(call).visible_value(object, &visible, scope)?;
        put(call, &mut vars, &visible.name, kept(&value))?;
    }
    Ok(vars)
}

pub(super) fn get_mangled_object_vars(call: &mut Call<'_>, value: &Value) -> Res<Array> {
    let Some(object) = object(value) else { return Ok(Array::new()) };
    let object = request(call).shown_object(object);
    let vars = to_array(&object);
    call.alloc(vars)
}

pub(super) fn get_class_vars(call: &mut Call<'_>, class: &Str) -> Res<Array> {
    let Some(found) = request(call).find_class(class, true)? else {
        let rule = format!("must be a valid class name, {} given", shown(class));
        return Err(call.type_refused(1, &rule));
    };
    let scope = scope(call);
    let rq = request(call);
    let found = found.class();
    rq.make_first_values(found)?;
    let mut values = Vec::new();
    for (name, prop) in found.props.iter() {
        let Place::Slot(slot) = prop.place else { continue };
        let is_seen = matches!(found.find_prop(name.as_bytes(), scope),
            Found::Prop(seen) if seen.place == prop.place);
        if !is_seen || is_internal(prop) || mark(prop, b"Unshown").is_some() {
            continue;
        }
        let lazy = found.first.lazy.iter().find(|(lazy, _)| *lazy == slot);
        let value = match lazy.and_then(|(_, handle)| rq.rds.get(*handle)) {
            Some(value) => value.clone(),
            None => prop.first_value().or_exit(rq)?.0,
        };
        let is_empty = matches!(value.view(), View::Uninit);
        values.push((name.to_str(), if is_empty { Value::NULL } else { value }));
    }
    for (name, prop) in found.props.iter().filter(|(_, prop)| prop.is_static()) {
        let is_seen = found.find_static(name.as_bytes(), scope);
        if is_seen.is_ok_and(|seen| seen.place == prop.place) {
            let at = rq.static_prop(found.id, name.as_bytes(), scope)?;
            let is_empty = |value: &mut Value| matches!(value.unboxed().view(), View::Uninit);
            let value = match rq.with_static(at, is_empty) {
                Some(true) => Value::NULL,
                _ => rq.static_value(at)?,
            };
            values.push((name.to_str(), value));
        }
    }
    let mut vars = Array::new();
    for (name, value) in values {
        put(call, &mut vars, &name, kept(&value))?;
    }
    Ok(vars)
}

pub(super) fn get_class_methods(call: &mut Call<'_>, object_or_class: &Value) -> Res<Array> {
    let Some(class) = class_of(call, object_or_class)? else {
        let given = call.given(object_or_class);
        let rule = format!("must be an object or a valid class name, {given} given");
        return Err(call.type_refused(1, &rule));
    };
    let scope = scope(call);
    let class: &'static runtime::class::Class = class.class();
    let mut names = Vec::new();
    for (folded, method) in own_first(class) {
        let is_visible = match class.find_method(&folded, scope) {
            Callee::Method(found) => found.id == method.id,
            _ => false,
        };
        if is_visible && !crate::reflect::is_helper(method) {
            names.push(Value::from(method.name));
        }
    }
    call.list(names)
}

/// The methods of a class: its own, those that it inherits in the order of its parent, those of its
/// traits.
fn own_first(
    class: &'static runtime::class::Class,
) -> Vec<(Vec<u8>, &'static runtime::class::Method)> {
    let (mut all, mut inherited, mut of_traits) = (Vec::new(), HashMap::new(), Vec::new());
    for (name, method) in class.methods.iter() {
        let name = name.as_bytes().to_vec();
        match (method.scope == class.id, method.origin == class.id) {
            (true, true) => all.push((name, method)),
            (true, false) => of_traits.push((name, method)),
            (false, _) => _ = inherited.insert(name, method),
        }
    }
    for (name, _) in class.parent().map(own_first).unwrap_or_default() {
        all.extend(inherited.remove_entry(&name));
    }
    all.extend(inherited);
    all.extend(of_traits);
    all
}

pub(super) fn method_exists(
    call: &mut Call<'_>,
    object_or_class: &Value,
    method: &Str,
) -> Res<bool> {
    let Some(class) = named_class(call, object_or_class)? else { return Ok(false) };
    let folded = method.to_ascii_lowercase();
    let is_object = matches!(object_or_class.view(), View::Object(_));
    let class = class.class();
    if library::CLOSURE.is(class.id) && folded == b"__invoke" {
        return Ok(true);
    }
    let is_own = class.methods.get(&folded).is_some_and(|method| {
        let is_private = method.visibility() == Visibility::Private;
        let is_seen = is_object || !is_private || method.scope == class.id;
        is_seen && !crate::reflect::is_helper(method)
    });
    match object_or_class.view() {
        View::Object(object) if !is_own && class.library_method(b"hasmethod_").is_some() => {
            let answer =
                request(call).call_method(object, b"hasmethod_", &[method.clone().into()])?;
            Ok(runtime::conv::to_bool(&answer))
        }
        _ => Ok(is_own),
    }
}

/// The class of an object or of that name; the error of another value.
fn named_class(call: &mut Call<'_>, object_or_class: &Value) -> Res<Option<ClassId>> {
    match object_or_class.view() {
        View::Object(_) | View::Str(_) => class_of(call, object_or_class),
        _ => Err(call.type_error(1, "object|string", object_or_class)),
    }
}

pub(super) fn property_exists(
    call: &mut Call<'_>,
    object_or_class: &Value,
    property: &Str,
) -> Res<bool> {
    let Some(class) = named_class(call, object_or_class)? else { return Ok(false) };
    let class = class.class();
    let declared = class.props.get(property.as_bytes());
    let is_object = matches!(object_or_class.view(), View::Object(_));
    let is_declared = declared.is_some_and(|prop| {
        (prop.visibility() != Visibility::Private || prop.class == class.id)
            && (!matches!(prop.place, Place::Slot(_)) || !is_internal(prop))
            && (is_object || mark(prop, b"Unshown").is_none())
    });
    let has_own = || match object_or_class.view() {
        View::Object(object) => {
            let object = object.lazy_instance().unwrap_or_else(|| object.clone());
            dynamic_props(&object).iter().any(|(name, _)| name.as_bytes() == property.as_bytes())
        }
        _ => false,
    };
    if is_declared || has_own() {
        return Ok(true);
    }
    if let View::Object(_) = object_or_class.view()
        && let Some(scope) = scope(call)
        && class.lineage.extends(scope)
        && let Some(prop) = scope.class().props.get(property.as_bytes())
        && prop.class == scope
        && matches!(prop.place, Place::Slot(_))
        && !is_internal(prop)
    {
        return Ok(true);
    }
    match object_or_class.view() {
        View::Object(object) if class.library_method(b"hasprop_").is_some() => {
            let answer = call.host().call_method(object, "hasprop_", &[property.clone().into()])?;
            Ok(runtime::conv::to_bool(&answer))
        }
        _ => Ok(false),
    }
}
