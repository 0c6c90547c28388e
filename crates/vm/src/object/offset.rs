//! Objects with offsets: `ArrayAccess`.

use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::Value;

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

/// `isset($object[$offset])` and the first half of `??` and `empty`.
pub(crate) fn exists(rq: &mut Request, object: &Object, offset: &Value) -> Res<bool> {
    let answer = access(rq, object, Offset::Exists, std::slice::from_ref(offset))?;
    Ok(runtime::conv::to_bool(&answer))
}

/// `$object[$offset]`.
pub(crate) fn get(rq: &mut Request, object: &Object, offset: &Value) -> Res<Value> {
    let value = access(rq, object, Offset::Get, std::slice::from_ref(offset))?;
    Ok(value.unboxed().clone())
}

/// Whether `offsetGet` of an object is a script's, not the library's.
pub(crate) fn is_of_script(object: &Object) -> bool {
    let method = object.class().class().methods.get(Offset::Get.method());
    let php = method.and_then(|method| crate::scoped::method(method).as_php());
    php.is_some_and(|php| !php.unit().is_library())
}
