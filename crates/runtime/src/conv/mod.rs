//! Conversions between types, as PHP 8.4 makes them.
//!
//! Explicit casts (`to_…`) never complain about numbers; `arith_` forms are what operators apply
//! to their operands, with their warnings and deprecations.
//!
//! # Not here
//! Which strings are int keys: [`crate::array::key`].

pub mod float_text;
pub mod numeric;

use crate::array::{Array, Key};
use crate::message::Message;
use crate::raise::{Cast, OrExit, Raise, Res};
use crate::string::{self, Str, intern};
use crate::value::{Value, View};
use numeric::{Number, Numeric};

/// `(bool)`.
#[inline]
pub fn to_bool(value: &Value) -> bool {
    match value.view() {
        View::Uninit | View::Null => false,
        View::Bool(value) => value,
        View::Int(value) => value != 0,
        View::Float(value) => value != 0.0,
        View::Str(value) => !matches!(value.as_bytes(), b"" | b"0"),
        View::Array(value) => !value.is_empty(),
        View::Object(object) => !object.is_falsy(),
        View::Resource(_) => true,
        View::Ref(value) => to_bool(value.peek()),
    }
}

/// `(int)`.
pub fn to_int(rq: &mut dyn Raise, value: &Value) -> Res<i64> {
    Ok(match value.view() {
        View::Uninit | View::Null => 0,
        View::Bool(value) => i64::from(value),
        View::Int(value) => value,
        View::Float(value) => float_to_int(value),
        View::Str(value) => str_to_int(value),
        View::Array(value) => i64::from(!value.is_empty()),
        View::Object(_) => return object_to_int(rq, value),
        View::Resource(value) => i64::from(value.id()),
        View::Ref(value) => return to_int(rq, &value.get()),
    })
}

fn object_to_int(rq: &mut dyn Raise, value: &Value) -> Res<i64> {
    let cast = object_to_number(rq, value, Cast::Int)?;
    Ok(cast.as_int().unwrap_or(1))
}

/// `(float)`.
pub fn to_float(rq: &mut dyn Raise, value: &Value) -> Res<f64> {
    Ok(match value.view() {
        View::Uninit | View::Null => 0.0,
        View::Bool(value) => f64::from(u8::from(value)),
        View::Int(value) => value as f64,
        View::Float(value) => value,
        View::Str(value) => str_to_float(value),
        View::Array(value) => f64::from(u8::from(!value.is_empty())),
        View::Object(_) => match object_to_number(rq, value, Cast::Float)?.view() {
            View::Float(value) => value,
            _ => 1.0,
        },
        View::Resource(value) => f64::from(value.id()),
        View::Ref(value) => return to_float(rq, &value.get()),
    })
}

/// What an object becomes by its own conversion, or 1 with a warning.
pub(crate) fn object_to_number(rq: &mut dyn Raise, value: &Value, cast: Cast) -> Res<Value> {
    let View::Object(object) = value.view() else { return Ok(Value::int(1)) };
    let object = object.clone();
    if let Some(number) = rq.object_cast(&object, cast)? {
        return Ok(number);
    }
    let to = match cast {
        Cast::Int => "int",
        Cast::Float => "float",
        Cast::Number => "number",
    };
    let class = rq.class_name(&object);
    rq.report(Message::ObjectToScalar { class, to })?;
    Ok(Value::int(1))
}

/// `(string)`, and what string operators and functions apply.
#[inline]
pub fn to_str(rq: &mut dyn Raise, value: &Value) -> Res<Str> {
    match value.view() {
        View::Str(value) => Ok(value.clone()),
        _ => convert_to_str(rq, value),
    }
}

fn convert_to_str(rq: &mut dyn Raise, value: &Value) -> Res<Str> {
    match value.view() {
        View::Uninit | View::Null | View::Bool(false) => Ok(string::empty().to_str()),
        View::Bool(true) => Ok(string::one_byte(b'1').to_str()),
        View::Int(value) => int_to_str(value).or_exit(rq),
        View::Float(value) => {
            let text = float_text::with_precision(value, rq.precision());
            Str::new(text.as_bytes()).or_exit(rq)
        }
        View::Str(value) => Ok(value.clone()),
        View::Array(_) => {
            rq.report(Message::ArrayToString {})?;
            Ok(intern(b"Array").to_str())
        }
        View::Object(value) => rq.object_to_string(&value.clone()),
        View::Resource(value) => {
            let text = format!("Resource id #{}", value.id());
            Str::new(text.as_bytes()).or_exit(rq)
        }
        View::Ref(value) => to_str(rq, &value.get()),
    }
}

/// `(array)` of everything but objects, which need their class.
pub fn scalar_to_array(rq: &mut dyn Raise, value: &Value) -> Res<Array> {
    match value.unboxed().view() {
        View::Uninit | View::Null => Ok(Array::new()),
        View::Array(value) => Ok(value.clone()),
        _ => Array::from_values([value.unboxed().clone()]).or_exit(rq),
    }
}

/// A key that may own its string.
#[derive(Clone, Debug)]
pub enum KeyValue {
    /// An int.
    Int(i64),
    /// A string that does not read as an int.
    Str(Str),
}

impl KeyValue {
    /// Borrowed, for use with an array.
    #[inline]
    pub fn as_key(&self) -> Key<'_> {
        match self {
            Self::Int(int) => Key::Int(*int),
            Self::Str(string) => Key::Str(string),
        }
    }
}

/// What a key is used for; it decides the words of the error.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyUse {
    /// Reading or writing an element.
    Access,
    /// `isset` and `empty`.
    Isset,
    /// `unset`.
    Unset,
}

/// The key that a value stands for in `$array[value]`. Arrays and objects are none.
#[inline]
pub fn to_key(rq: &mut dyn Raise, value: &Value, usage: KeyUse) -> Res<KeyValue> {
    Ok(match value.view() {
        View::Int(value) => KeyValue::Int(value),
        View::Str(string) => match Key::of_str(string) {
            Key::Int(int) => KeyValue::Int(int),
            Key::Str(string) => KeyValue::Str(string.clone()),
        },
        View::Uninit | View::Null => KeyValue::Str(string::empty().to_str()),
        View::Bool(value) => KeyValue::Int(i64::from(value)),
        View::Float(value) => KeyValue::Int(crate::ops::float_to_int(rq, value)?),
        View::Resource(value) => {
            let id = i64::from(value.id());
            rq.report(Message::ResourceOffset { id })?;
            KeyValue::Int(id)
        }
        View::Array(_) | View::Object(_) => return Err(illegal_offset(rq, value, usage)),
        View::Ref(value) => return to_key(rq, &value.get(), usage),
    })
}

#[cold]
fn illegal_offset(rq: &mut dyn Raise, value: &Value, usage: KeyUse) -> crate::raise::Halt {
    let operand = type_name(rq, value);
    rq.throw(match usage {
        KeyUse::Access => Message::IllegalOffset { operand },
        KeyUse::Isset => Message::IllegalOffsetInIsset { operand },
        KeyUse::Unset => Message::IllegalOffsetInUnset { operand },
    })
}

/// The decimal text of an int.
#[inline]
pub fn int_to_str(value: i64) -> Result<Str, crate::heap::Oom> {
    if let Ok(small) = u8::try_from(value) {
        return Ok(string::small_int(small).to_str());
    }
    let mut digits = [0; 20];
    Str::new(int_text(value, &mut digits))
}

/// The numbers from 00 to 99.
const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[0; 2]; 100];
    let mut number = 0;
    while number < 100 {
        pairs[number] = [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8];
        number += 1;
    }
    pairs
};

/// Writes the decimal text of an int into `buffer` and returns it.
#[inline]
pub fn int_text(value: i64, buffer: &mut [u8; 20]) -> &[u8] {
    let mut rest = value.unsigned_abs();
    let mut at = buffer.len();
    while rest >= 10 {
        at -= 2;
        buffer[at..at + 2].copy_from_slice(&PAIRS[(rest % 100) as usize]);
        rest /= 100;
    }
    if rest > 0 || at == buffer.len() {
        at -= 1;
        buffer[at] = b'0' + rest as u8;
    }
    if value < 0 {
        at -= 1;
        buffer[at] = b'-';
    }
    &buffer[at..]
}

/// `(int)` of a float: truncated; modulo 2⁶⁴ out of range; 0 for INF and NAN.
#[inline]
pub fn float_to_int(value: f64) -> i64 {
    if fits_int(value) { value as i64 } else { wrap_to_int(value) }
}

/// Whether a float truncates to an int.
#[inline]
pub fn fits_int(value: f64) -> bool {
    (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&value)
}

#[cold]
fn wrap_to_int(value: f64) -> i64 {
    if !value.is_finite() {
        return 0;
    }
    let modulus = 18_446_744_073_709_551_616.0;
    let rest = value.trunc() % modulus;
    let wrapped = if rest < 0.0 { rest + modulus } else { rest };
    wrapped as u64 as i64
}

/// `(int)` of a string: its numeric prefix; out of range the nearest int.
pub fn str_to_int(value: &[u8]) -> i64 {
    match numeric::prefix(value) {
        Some(Numeric { number: Number::Int(int), .. }) => int,
        Some(Numeric { number: Number::Float(float), .. }) => saturate_to_int(float),
        None => 0,
    }
}

/// The nearest int of a float; 0 for INF and NAN.
pub fn saturate_to_int(value: f64) -> i64 {
    if value.is_finite() { value as i64 } else { 0 }
}

/// `(float)` of a string: its numeric prefix.
pub fn str_to_float(value: &[u8]) -> f64 {
    match numeric::prefix(value) {
        Some(Numeric { number: Number::Int(0), .. }) => numeric::signed_zero(value),
        Some(Numeric { number: Number::Int(int), .. }) => int as f64,
        Some(Numeric { number: Number::Float(float), .. }) => float,
        None => 0.0,
    }
}

/// The name of a value's type in messages: `int`, `string`, `null`, … or the class of an object.
pub fn type_name(rq: &mut dyn Raise, value: &Value) -> String {
    let name = match value.view() {
        View::Uninit | View::Null => "null",
        View::Bool(_) => "bool",
        View::Int(_) => "int",
        View::Float(_) => "float",
        View::Str(_) => "string",
        View::Array(_) => "array",
        View::Resource(_) => "resource",
        View::Object(object) => return rq.class_name(&object.clone()),
        View::Ref(value) => return type_name(rq, &value.get()),
    };
    name.to_owned()
}
