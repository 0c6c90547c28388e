//! Values of declared types: which belong to one, and what the others are turned into.

use hhbc::constraint::{ClassTerm, Hint};
use hhbc::imm::ClsRef;

use super::link::Loader;
use super::types::{Scope, Type};
use crate::conv::numeric::{self, Number, Numeric};
use crate::conv::{self, fits_int};
use crate::message::Message;
use crate::object::Object;
use crate::raise::{Raise, Res};
use crate::value::{Value, View};

/// Whether scalars of other types are converted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Juggling {
    /// As far as PHP's weak mode does.
    Weak,
    /// Only an int where a float is wanted.
    Strict,
}

/// A request that raises errors and knows classes.
pub trait Typed: Raise + Loader {
    /// Whether a value can be called from a scope.
    fn is_callable(&mut self, value: &Value, scope: Option<crate::object::ClassId>) -> Res<bool>;

    /// Whether a class of the engine's library declares a property.
    fn is_of_library(&self, _: &super::Prop) -> bool {
        false
    }
}

/// The value as one of type `ty`, or `None` when it is none and cannot be made one.
pub fn coerce(
    rq: &mut dyn Typed,
    (ty, scope): (Type, Scope),
    value: Value,
    juggling: Juggling,
) -> Res<Option<Value>> {
    if belongs(rq, (ty, scope), &value)? {
        return Ok(Some(value));
    }
    let hints = ty.hints();
    match (juggling, value.view()) {
        (Juggling::Strict, View::Int(int)) if hints.has(Hint::float) => {
            Ok(Some(Value::float(int as f64)))
        }
        (Juggling::Strict, _) => Ok(None),
        (Juggling::Weak, _) => juggle(rq, hints, &value),
    }
}

/// Whether a value is of a type as it is.
pub fn belongs(rq: &mut dyn Typed, (ty, scope): (Type, Scope), value: &Value) -> Res<bool> {
    let hints = ty.hints();
    let simple = match value.view() {
        View::Uninit | View::Null => hints.meets(Hint::null.with(Hint::mixed)),
        View::Bool(true) => hints.meets(Hint::r#true.with(Hint::mixed)),
        View::Bool(false) => hints.meets(Hint::r#false.with(Hint::mixed)),
        View::Int(_) => hints.meets(Hint::int.with(Hint::mixed)),
        View::Float(_) => hints.meets(Hint::float.with(Hint::mixed)),
        View::Str(_) => hints.meets(Hint::string.with(Hint::mixed)),
        View::Array(_) => hints.meets(Hint::array.with(Hint::mixed)),
        View::Resource(_) => hints.has(Hint::mixed),
        View::Object(object) => {
            let object = object.clone();
            hints.meets(Hint::object.with(Hint::mixed)) || is_instance(rq, (ty, scope), &object)?
        }
        View::Ref(reference) => return belongs(rq, (ty, scope), &reference.get()),
    };
    Ok(simple || hints.has(Hint::callable) && rq.is_callable(value, Some(scope.id))?)
}

fn is_instance(rq: &mut dyn Typed, (ty, scope): (Type, Scope), object: &Object) -> Res<bool> {
    if ty.hints().has(Hint::r#static) && object.class().class().is_a(scope.id) {
        return Ok(true);
    }
    for term in &ty.constraint.classes {
        let classes: &[ClsRef] = match term {
            ClassTerm::One(cls) => std::slice::from_ref(cls),
            ClassTerm::All(classes) => classes,
        };
        let mut is_all = true;
        for cls in classes {
            is_all = is_all && is_instance_of(rq, (ty, scope), (object, *cls))?;
        }
        if is_all {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_instance_of(
    rq: &mut dyn Typed,
    (ty, scope): (Type, Scope),
    (object, cls): (&Object, ClsRef),
) -> Res<bool> {
    let class = object.class().class();
    let Some(name) = ty.name(cls, scope) else { return Ok(false) };
    if name.as_bytes().eq_ignore_ascii_case(class.name.as_bytes()) {
        return Ok(true);
    }
    let found =
        if cls == ClsRef::SelfCls { Some(scope.id) } else { rq.class(name.as_bytes(), false)? };
    Ok(found.is_some_and(|id| class.is_a(id)))
}

/// A scalar, or an object with `__toString`, turned into the first type that takes it: int,
/// float, string, bool.
pub fn juggle(rq: &mut dyn Typed, hints: Hint, value: &Value) -> Res<Option<Value>> {
    let is_scalar =
        matches!(value.view(), View::Bool(_) | View::Int(_) | View::Float(_) | View::Str(_));
    if is_scalar && hints.meets(Hint::int.with(Hint::float)) {
        let number = match value.view() {
            View::Str(text) => whole_number(text.as_bytes()),
            View::Float(float) => Some(Number::Float(float)),
            View::Bool(value) => Some(Number::Int(i64::from(value))),
            View::Int(int) => Some(Number::Int(int)),
            _ => None,
        };
        if let Some(number) = number
            && let Some(number) = to_number(rq, hints, (number, value))?
        {
            return Ok(Some(number));
        }
    }
    if hints.has(Hint::string) {
        match value.view() {
            View::Object(object) if object.class().class().magic.to_string.is_some() => {
                return rq.object_to_string(&object.clone()).map(|text| Some(Value::from(text)));
            }
            _ if is_scalar => return conv::to_str(rq, value).map(|text| Some(Value::from(text))),
            _ => {}
        }
    }
    if is_scalar && hints.has(Hint::bool) {
        return Ok(Some(Value::bool(conv::to_bool(value))));
    }
    Ok(None)
}

/// The number that a whole string is.
fn whole_number(text: &[u8]) -> Option<Number> {
    let Numeric { number, has_trailing, .. } = numeric::prefix(text)?;
    (!has_trailing).then_some(number)
}

fn to_number(
    rq: &mut dyn Typed,
    hints: Hint,
    (number, value): (Number, &Value),
) -> Res<Option<Value>> {
    match number {
        Number::Int(int) if hints.has(Hint::int) => Ok(Some(Value::int(int))),
        Number::Int(int) => Ok(Some(Value::float(int as f64))),
        // PHP: a union of both takes "42.0" as the float that it is.
        Number::Float(float) if hints.has(Hint::float) => Ok(Some(Value::float(float))),
        Number::Float(float) if fits_int(float) => {
            let int = conv::float_to_int(float);
            match value.view() {
                _ if int as f64 == float => {}
                View::Str(text) => {
                    let text = String::from_utf8_lossy(text.as_bytes()).into_owned();
                    rq.report(Message::FloatStringToInt { text })?;
                }
                _ => rq.report(Message::FloatToInt { float: conv::float_text::shortest(float) })?,
            }
            Ok(Some(Value::int(int)))
        }
        Number::Float(_) => Ok(None),
    }
}
