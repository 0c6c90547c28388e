//! Objects whose class was not there when they were unserialised: scripts may keep them, and no more.

use runtime::array::Key;
use runtime::object::Object;
use runtime::raise::Res;

use crate::frame::Walker;
use crate::library;
use crate::native::incomplete_name;
use crate::request::Request;

/// What is said of a script that tries something.
fn text(object: &Object, what: &str) -> String {
    let slot = object.class().class().first.dynamic;
    let kept = slot.and_then(|slot| object.slot(slot as usize).as_array().cloned());
    let name = kept.as_ref().and_then(|kept| kept.get(Key::Str(incomplete_name().as_str())));
    let name = name.and_then(|name| name.unboxed().as_str().map(|name| name.to_vec()));
    let name = name.map_or_else(|| "unknown".to_owned(), |name| crate::class::shown(&name));
    format!(
        "The script tried to {what} on an incomplete object. Please ensure that the class \
         definition \"{name}\" of the object you are trying to operate on was loaded _before_ \
         unserialize() gets called or provide an autoloader to load the class definition"
    )
}

/// Warns of a look at a property.
pub(super) fn warn(rq: &mut Request, object: &Object) -> Res<()> {
    let inner = Walker::new(rq).next();
    let function = inner.filter(|frame| !frame.is_outermost()).map(|frame| frame.func.name());
    let function =
        function.map_or_else(|| "main".to_owned(), |name| crate::class::shown(name.as_bytes()));
    let text = text(object, "access a property");
    rq.warn(&format!("{function}(): {text}"))
}

/// Refuses a change, when the object is such a one.
pub(super) fn check(rq: &mut Request, object: &Object) -> Res<()> {
    match library::INCOMPLETE.is(object.class()) {
        true => Err(rq.throw_error("error", &text(object, "modify a property"))),
        false => Ok(()),
    }
}

/// Refuses a call of a method.
pub(crate) fn refuse_call(rq: &mut Request, object: &Object) -> Res<()> {
    match library::INCOMPLETE.is(object.class()) {
        true => Err(rq.throw_error("error", &text(object, "call a method"))),
        false => Ok(()),
    }
}
