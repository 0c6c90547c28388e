//! Loaders of classes, identities of objects, and what a class is made of.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::array::{Array, Key};
use runtime::native::{Call, Callable, OrFalse};
use runtime::object::ClassId;
use runtime::ops;
use runtime::raise::Res;
use runtime::string::{StaticStr, Str};
use runtime::value::{Value, View};

use super::request;
use crate::class::{Loader, shown};

fn spl_object_id(_: &mut Call<'_>, object: &Value) -> Res<i64> {
    Ok(match object.view() {
        View::Object(object) => i64::from(object.id()),
        _ => 0,
    })
}

fn spl_object_hash(call: &mut Call<'_>, object: &Value) -> Res<Str> {
    let id = spl_object_id(call, object)?;
    call.str(format!("{id:016x}{:016x}", 0).as_bytes())
}

/// What the list of autoloaders has for a callback: a static method by its class and its name.
fn settled(call: &mut Call<'_>, callback: &Value, callable: &Callable) -> Res<Value> {
    let method = match callback.view() {
        View::Array(pair) => pair.get_int(1).and_then(|name| name.unboxed().as_str().cloned()),
        View::Str(name) if name.contains(&b':') => Some(name.clone()),
        _ => None,
    };
    let Some(method) = method else { return Ok(callback.clone()) };
    let (None, Some(class)) = (&callable.this, callable.class) else { return Ok(callback.clone()) };
    let name = method.rsplit(|&byte| byte == b':').next().unwrap_or_default();
    let name = call.str(name)?;
    let class = Value::from(class.class().name);
    Ok(call.list([class, name.into()])?.into())
}

/// Whether a callback is the function that asks all autoloaders.
fn asks_all(callback: &Value) -> bool {
    let name = callback.as_str();
    name.is_some_and(|name| name.eq_ignore_ascii_case(b"spl_autoload_call"))
}

/// Where a loader stands in the list.
fn position(call: &mut Call<'_>, callback: &Value) -> Res<Option<usize>> {
    let known = request(call).autoload.loaders.clone();
    for (at, loader) in known.iter().enumerate() {
        if ops::identical(call.rq(), &loader.callback, callback)? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn spl_autoload_register(
    call: &mut Call<'_>,
    callback: &Value,
    throw: bool,
    prepend: bool,
) -> Res<bool> {
    if !throw {
        let text = "Argument #2 ($do_throw) has been ignored, spl_autoload_register() will always \
                    throw";
        call.notice(text)?;
    }
    if asks_all(callback) {
        return Err(call.value_error(1, "must not be the spl_autoload_call() function"));
    }
    let asked = match callback.is_null() {
        true => call.str(b"spl_autoload")?.into(),
        false => callback.clone(),
    };
    let callable = call.callable(1, &asked)?;
    let callback = settled(call, &asked, &callable)?;
    if position(call, &callback)?.is_some() {
        return Ok(true);
    }
    let loaders = &mut request(call).autoload.loaders;
    let at = if prepend { 0 } else { loaders.len() };
    loaders.insert(at, Loader { callback, callable });
    Ok(true)
}

fn spl_autoload_unregister(call: &mut Call<'_>, callback: &Value) -> Res<bool> {
    if asks_all(callback) {
        request(call).autoload.loaders.clear();
        return Ok(true);
    }
    let callable = call.callable(1, callback)?;
    let callback = settled(call, callback, &callable)?;
    let Some(at) = position(call, &callback)? else { return Ok(false) };
    request(call).autoload.loaders.remove(at);
    Ok(true)
}

fn spl_autoload_functions(call: &mut Call<'_>) -> Res<Array> {
    let loaders = request(call).autoload.loaders.clone();
    call.list(loaders.into_iter().map(|loader| loader.callback))
}

fn spl_autoload_call(call: &mut Call<'_>, class: &Str) -> Res<()> {
    request(call).find_class(class, true).map(drop)
}

/// The class that is asked about; a warning when there is none.
fn asked(call: &mut Call<'_>, value: &Value, autoload: bool) -> Res<Option<ClassId>> {
    match value.view() {
        View::Object(object) => Ok(Some(object.class())),
        View::Str(name) => {
            let name = name.clone();
            let found = request(call).find_class(&name, autoload)?;
            if found.is_none() {
                let name = shown(&name);
                let loaded = if autoload { " and could not be loaded" } else { "" };
                call.warn(format!("Class {name} does not exist{loaded}"))?;
            }
            Ok(found)
        }
        _ => Err(call.type_error(1, "object|string", value)),
    }
}

fn names(call: &mut Call<'_>, names: Vec<StaticStr>) -> Res<OrFalse<Array>> {
    let mut found = Array::new();
    for name in names {
        let put = found.set(Key::Str(name.as_str()), Value::from(name));
        call.alloc(put)?;
    }
    Ok(OrFalse(Some(found)))
}

fn class_implements(
    call: &mut Call<'_>,
    object_or_class: &Value,
    autoload: bool,
) -> Res<OrFalse<Array>> {
    let Some(class) = asked(call, object_or_class, autoload)? else { return Ok(OrFalse(None)) };
    let interfaces = class.class().lineage.interfaces().iter();
    let others = interfaces.filter(|interface| **interface != class);
    names(call, others.map(|interface| interface.class().name).collect())
}

fn class_parents(
    call: &mut Call<'_>,
    object_or_class: &Value,
    autoload: bool,
) -> Res<OrFalse<Array>> {
    let Some(class) = asked(call, object_or_class, autoload)? else { return Ok(OrFalse(None)) };
    let above = std::iter::successors(class.class().parent(), |class| class.parent());
    names(call, above.map(|class| class.name).collect())
}

fn class_uses(call: &mut Call<'_>, object_or_class: &Value, autoload: bool) -> Res<OrFalse<Array>> {
    let Some(class) = asked(call, object_or_class, autoload)? else { return Ok(OrFalse(None)) };
    let mut used = Vec::new();
    if let Some(declared) = class.class().declared {
        for name in &declared.class.inherits.traits {
            let name = declared.unit.str(*name).to_vec();
            if let Some(found) = request(call).find_class(&name, false)? {
                used.push(found.class().name);
            }
        }
    }
    names(call, used)
}
