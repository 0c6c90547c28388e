//! Classes and objects that scripts ask about.

#[rustfmt::skip]
mod r#gen;
mod exists;
mod members;

pub use r#gen::{CONSTANTS, NATIVES};

use exists::{
    class_alias, class_exists, enum_exists, get_declared_classes, get_declared_interfaces,
    get_declared_traits, interface_exists, is_a, is_subclass_of, trait_exists,
};
use members::{
    get_class_methods, get_class_vars, get_mangled_object_vars, get_object_vars, method_exists,
    property_exists,
};
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::object::ClassId;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::request;
use crate::callable::Viewpoint;

/// The class in whose scope the caller runs.
fn scope(call: &mut Call<'_>) -> Option<ClassId> {
    Viewpoint::of(request(call)).scope
}

fn name(class: ClassId) -> Str {
    class.class().name.to_str()
}

/// The class of an object, or that a string names; it is loaded.
pub(super) fn class_of(call: &mut Call<'_>, value: &Value) -> Res<Option<ClassId>> {
    match value.unboxed().view() {
        View::Object(object) => Ok(Some(object.class())),
        View::Str(name) => {
            let name = name.clone();
            request(call).find_class(&name, true)
        }
        _ => Ok(None),
    }
}

fn advise_against_no_argument(call: &mut Call<'_>) -> Res<()> {
    let function = call.native().name;
    let text = format!("Calling {function}() without arguments is deprecated");
    call.rq().report(Message::Deprecation { text })
}

fn get_class(call: &mut Call<'_>, object: &Value) -> Res<Str> {
    if let View::Object(object) = object.view() {
        return Ok(name(object.class()));
    }
    match scope(call) {
        Some(scope) => {
            advise_against_no_argument(call)?;
            Ok(name(scope))
        }
        None => {
            let text = "get_class() without arguments must be called from within a class";
            Err(call.throw(Message::Refused { text: text.to_owned() }))
        }
    }
}

fn get_parent_class(call: &mut Call<'_>, object_or_class: &Value) -> Res<OrFalse<Str>> {
    let class = if let View::Uninit = object_or_class.view() {
        advise_against_no_argument(call)?;
        scope(call)
    } else {
        let Some(class) = class_of(call, object_or_class)? else {
            let given = call.given(object_or_class);
            let rule = format!("must be an object or a valid class name, {given} given");
            return Err(call.type_refused(1, &rule));
        };
        Some(class)
    };
    Ok(OrFalse(class.and_then(|class| class.class().parent()).map(|parent| name(parent.id))))
}

fn get_called_class(call: &mut Call<'_>) -> Res<Str> {
    let from = Viewpoint::of(request(call));
    match from.late_bound.or(from.scope) {
        Some(class) => Ok(name(class)),
        None => {
            let text = "get_called_class() must be called from within a class";
            Err(call.throw(Message::Refused { text: text.to_owned() }))
        }
    }
}

fn object_new_(call: &mut Call<'_>, class: &Str) -> Res<Value> {
    let rq = request(call);
    match rq.find_class(&class.to_ascii_lowercase(), true)? {
        Some(class) => Ok(rq.instantiate(class)?.into()),
        None => Ok(Value::NULL),
    }
}
