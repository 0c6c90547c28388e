//! Objects with offsets: `ArrayAccess`.

use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{Value, View};

use crate::class::class_text;
use crate::request::Request;

/// What is done at an offset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Offset {
    Get,
    Set,
    Exists,
    Unset,
}

impl Offset {
    fn method(self) -> &'static [u8] {
        match self {
            Self::Get => b"offsetget",
            Self::Set => b"offsetset",
            Self::Exists => b"offsetexists",
            Self::Unset => b"offsetunset",
        }
    }
}

/// Calls the method of `ArrayAccess`.
pub(crate) fn access(
    rq: &mut Request,
    object: &Object,
    what: Offset,
    args: &[Value],
) -> Res<Value> {
    let interface = rq.library_class("arrayaccess")?;
    if !object.class().class().is_a(interface) {
        let text = format!("Cannot use object of type {} as array", class_text(object.class()));
        return Err(rq.throw_error("error", &text));
    }
    rq.call_method(object, what.method(), args)
}

/// `isset($object[$offset])` and the first half of `??` and `empty`. A class of the library may
/// answer otherwise than its `offsetExists`: by `isset_`.
pub(crate) fn exists(rq: &mut Request, object: &Object, offset: &Value) -> Res<bool> {
    let class = object.class().class();
    if class.methods.get(b"isset_").is_some() && !is_of_script(object, Offset::Exists) {
        let answer = rq.call_method(object, b"isset_", std::slice::from_ref(offset))?;
        return Ok(runtime::conv::to_bool(&answer));
    }
    let answer = access(rq, object, Offset::Exists, std::slice::from_ref(offset))?;
    Ok(runtime::conv::to_bool(&answer))
}

/// `empty($object[$offset])`. A class of the library may answer by `empty_`.
pub(crate) fn is_empty(rq: &mut Request, object: &Object, offset: &Value) -> Res<bool> {
    if object.class().class().methods.get(b"empty_").is_some() {
        let answer = rq.call_method(object, b"empty_", std::slice::from_ref(offset))?;
        return Ok(runtime::conv::to_bool(&answer));
    }
    let is_there = exists(rq, object, offset)?;
    Ok(!is_there || !runtime::conv::to_bool(&get(rq, object, offset)?))
}

/// `$object[$offset]`.
pub(crate) fn get(rq: &mut Request, object: &Object, offset: &Value) -> Res<Value> {
    let value = access(rq, object, Offset::Get, std::slice::from_ref(offset))?;
    Ok(value.unboxed().clone())
}

/// What lies at an offset, to be changed in place: the reference that `place_` of a class of the
/// library gives, or what `offsetGet` gives, with a notice unless that can be changed.
pub(crate) fn in_place(rq: &mut Request, object: &Object, offset: &Value) -> Res<Value> {
    let class = object.class().class();
    let offset = std::slice::from_ref(offset);
    if class.methods.get(b"place_").is_some() && !is_of_script(object, Offset::Get) {
        return rq.call_method(object, b"place_", offset);
    }
    let value = access(rq, object, Offset::Get, offset)?;
    let is_object = matches!(value.unboxed().view(), View::Object(_));
    if !is_object && !matches!(value.view(), View::Ref(_)) {
        let class = class_text(object.class());
        rq.notice(&format!(
            "Indirect modification of overloaded element of {class} has no effect"
        ))?;
    }
    Ok(value)
}

/// Whether a method of `ArrayAccess` of an object is a script's, not the library's.
pub(crate) fn is_of_script(object: &Object, what: Offset) -> bool {
    let method = object.class().class().methods.get(what.method());
    let php = method.and_then(|method| crate::scoped::method(method).as_php());
    php.is_some_and(|php| !php.unit().is_library())
}
