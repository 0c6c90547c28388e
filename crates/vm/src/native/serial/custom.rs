//! Classes with a form of their own: those that implement `Serializable`.

use runtime::class::Class;
use runtime::object::Object;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::class::class_text;
use crate::frame::Context;
use crate::request::Request;
use crate::scoped;

/// Whether a class says itself how it is written.
pub(super) fn is_custom(class: &Class) -> bool {
    let mut interfaces = class.lineage.interfaces().iter();
    interfaces.any(|interface| interface.class().name.as_bytes() == b"Serializable")
}

fn call(rq: &mut Request, object: &Object, name: &[u8], args: &[Value]) -> Res<Value> {
    match object.class().class().methods.get(name) {
        Some(method) => rq.call(scoped::method(method), Context::This(object.clone()), args),
        None => Ok(Value::NULL),
    }
}

/// What its `serialize()` gives: none for null.
pub(super) fn text(rq: &mut Request, object: &Object) -> Res<Option<Str>> {
    let made = call(rq, object, b"serialize", &[])?;
    match made.unboxed().view() {
        View::Str(text) => Ok(Some(text.clone())),
        View::Null => Ok(None),
        _ => {
            let name = class_text(object.class());
            let text = format!("{name}::serialize() must return a string or NULL");
            Err(rq.throw_error("exception", &text))
        }
    }
}

/// The method that makes an object of its text, if a class has one.
fn reader(class: &Class) -> Option<&'static [u8]> {
    match class.library_method(b"custom_") {
        Some(_) => Some(b"custom_"),
        None => is_custom(class).then_some(b"unserialize"),
    }
}

/// Complains about a class whose objects cannot be made of texts of their own.
pub(super) fn check(rq: &mut Request, class: &Class) -> Res<()> {
    match reader(class) {
        Some(_) => Ok(()),
        None => rq.warn(&format!("Class {} has no unserializer", class_text(class.id))),
    }
}

/// Makes an object of its text, where its class can.
pub(super) fn read(rq: &mut Request, object: &Object, data: &[u8]) -> Res<()> {
    let class = object.class().class();
    let Some(name) = reader(class) else { return Ok(()) };
    let data = rq.new_str(data)?;
    call(rq, object, name, &[Value::from(data)]).map(drop)
}
