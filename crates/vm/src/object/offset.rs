//! Objects with offsets: `ArrayAccess`.

use runtime::object::{ClassId, Object};
use runtime::raise::{Halt, Res};
use runtime::value::{Value, View};

use crate::class::class_text;
use crate::func::Func;
use crate::library;
use crate::request::Request;
use crate::throwable;

/// What is done at an offset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Offset {
    Get,
    Set,
    Exists,
    Unset,
}

impl Offset {
    /// What `offset_` of a class of the library is asked for.
    fn word(self) -> &'static [u8] {
        match self {
            Self::Get => b"get",
            Self::Set => b"set",
            Self::Exists => b"exists",
            Self::Unset => b"unset",
        }
    }

    fn method(self) -> &'static [u8] {
        match self {
            Self::Get => b"offsetget",
            Self::Set => b"offsetset",
            Self::Exists => b"offsetexists",
            Self::Unset => b"offsetunset",
        }
    }
}

/// The method of `ArrayAccess` that a class of a script has for what is done with a key alone, when
/// a call of it does nothing at its entry but begin.
pub(crate) fn own_method(class: ClassId, what: Offset) -> Option<&'static Func> {
    let magic = &class.class().magic;
    let index = match what {
        Offset::Get => magic.offset_get,
        Offset::Exists => magic.offset_exists,
        Offset::Set | Offset::Unset => None,
    };
    let func = crate::scoped::method(class.class().method(index?)?);
    let is_own = func.as_php().is_some_and(|php| !php.unit().is_library());
    let is_plain = func.exact_args() == 1 && func.by_ref().is_none();
    (is_own && is_plain && library::ARRAY_ACCESS.is_above(class)).then_some(func)
}

/// Calls the method of `ArrayAccess`.
pub(crate) fn access(
    rq: &mut Request,
    object: &Object,
    what: Offset,
    args: &[Value],
) -> Res<Value> {
    if object.class().class().library_method(b"offset_").is_some() {
        return access_by_library(rq, object, what.word(), args);
    }
    let interface = library::ARRAY_ACCESS.of(rq)?;
    // PHP: what a class of the library takes as an array need not be what the interface says.
    if what == Offset::Set && object.class().class().library_method(b"offsetset_").is_some() {
        return rq.call_method(object, b"offsetset_", args);
    }
    if !object.class().class().is_a(interface) {
        return Err(no_array(rq, object));
    }
    rq.call_method(object, what.method(), args)
}

/// The error of an element of an object that has none.
pub(crate) fn no_array(rq: &mut Request, object: &Object) -> Halt {
    let text = format!("Cannot use object of type {} as array", class_text(object.class()));
    rq.throw_error("error", &text)
}

/// What goes on when the handler of an offset without a value threw. PHP: an object that has no
/// elements is refused too.
pub(crate) fn refused_after(rq: &mut Request, object: &Object, halt: Halt) -> Halt {
    let class = object.class().class();
    let of_library = [b"offset_".as_slice(), b"offsetset_"];
    let is_array = of_library.iter().any(|name| class.library_method(name).is_some())
        || library::ARRAY_ACCESS.of(rq).is_ok_and(|interface| class.is_a(interface));
    match is_array {
        true => halt,
        false => {
            let refused = no_array(rq, object);
            throwable::after(halt, refused)
        }
    }
}

/// The same for a class of the library that has offsets without the interface.
#[cold]
fn access_by_library(rq: &mut Request, object: &Object, word: &[u8], args: &[Value]) -> Res<Value> {
    let arg = |at: usize| args.get(at).cloned().unwrap_or(Value::NULL);
    let all = [Value::from(runtime::string::intern(word)), arg(0), arg(1)];
    rq.call_method(object, b"offset_", &all)
}

/// What a class of the library says of `empty()`, if it has a say: of an offset or a property.
/// `null` says nothing.
pub(crate) fn empty_by_library(
    rq: &mut Request,
    object: &Object,
    is_offset: bool,
    name: &Value,
) -> Res<Option<bool>> {
    if object.class().class().library_method(b"empty_").is_none() {
        return Ok(None);
    }
    let answer = rq.call_method(object, b"empty_", &[Value::bool(is_offset), name.clone()])?;
    let says = !matches!(answer.view(), View::Null);
    Ok(says.then(|| runtime::conv::to_bool(&answer)))
}

/// `isset($object[$offset])` and the first half of `??` and `empty`. A class of the library may
/// answer otherwise than its `offsetExists`: by `isset_`.
pub(crate) fn exists(rq: &mut Request, object: &Object, offset: &Value) -> Res<bool> {
    let class = object.class().class();
    if class.library_method(b"isset_").is_some() && !is_of_script(object, Offset::Exists) {
        let answer = rq.call_method(object, b"isset_", std::slice::from_ref(offset))?;
        return Ok(runtime::conv::to_bool(&answer));
    }
    let answer = access(rq, object, Offset::Exists, std::slice::from_ref(offset))?;
    Ok(runtime::conv::to_bool(&answer))
}

/// `empty($object[$offset])`.
pub(crate) fn is_empty(rq: &mut Request, object: &Object, offset: &Value) -> Res<bool> {
    if let Some(answer) = empty_by_library(rq, object, true, offset)? {
        return Ok(answer);
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
    if class.library_method(b"place_").is_some() && !is_of_script(object, Offset::Get) {
        return rq.call_method(object, b"place_", offset);
    }
    let appends = matches!(offset[0].view(), View::Null);
    let value = match class.library_method(b"offset_").filter(|_| appends) {
        Some(_) => access_by_library(rq, object, b"append", offset)?,
        None => access(rq, object, Offset::Get, offset)?,
    };
    let is_object = matches!(value.unboxed().view(), View::Object(_));
    if !is_object && !matches!(value.view(), View::Ref(_)) {
        let class = class_text(object.class());
        rq.notice(&format!(
            "Indirect modification of overloaded element of {class} has no effect"
        ))?;
    }
    Ok(value)
}

/// Binds what lies at an offset to a reference, by `bind_` of a class of the library; whether
/// that could be done. PHP: an element that is not there yet has no place to be bound.
pub(crate) fn bind(
    rq: &mut Request,
    object: &Object,
    (offset, reference): (&Value, &Value),
) -> Res<bool> {
    let class = object.class().class();
    if class.library_method(b"bind_").is_none() || is_of_script(object, Offset::Get) {
        return in_place(rq, object, offset).map(|_| false);
    }
    if offset.is_null() {
        let class = class_text(object.class());
        rq.notice(&format!(
            "Indirect modification of overloaded element of {class} has no effect"
        ))?;
        return Ok(false);
    }
    rq.call_method(object, b"bind_", &[offset.clone(), reference.clone()])?;
    Ok(true)
}

/// Whether a method of `ArrayAccess` of an object is a script's, not the library's.
pub(crate) fn is_of_script(object: &Object, what: Offset) -> bool {
    let method = object.class().class().methods.get(what.method());
    let php = method.and_then(|method| crate::scoped::method(method).as_php());
    php.is_some_and(|php| !php.unit().is_library())
}
