//! Types of values, and conversions by function.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::conv::{self, numeric};
use runtime::message::Message;
use runtime::native::Call;
use runtime::object::Reference;
use runtime::raise::{Halt, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

fn gettype(call: &mut Call<'_>, value: &Value) -> Res<Str> {
    let name = match value.view() {
        View::Uninit | View::Null => "NULL",
        View::Bool(_) => "boolean",
        View::Int(_) => "integer",
        View::Float(_) => "double",
        View::Str(_) => "string",
        View::Array(_) => "array",
        View::Object(_) => "object",
        View::Resource(resource) if resource.type_name() == "Unknown" => "resource (closed)",
        View::Resource(_) => "resource",
        View::Ref(inner) => return gettype(call, &inner.get()),
    };
    call.str(name.as_bytes())
}

fn get_debug_type(call: &mut Call<'_>, value: &Value) -> Res<Str> {
    let name = match value.view() {
        View::Resource(resource) if resource.type_name() == "Unknown" => {
            "resource (closed)".to_owned()
        }
        View::Resource(resource) => format!("resource ({})", resource.type_name()),
        _ => conv::type_name(call.rq(), value),
    };
    call.str(name.as_bytes())
}

macro_rules! type_tests {
    ($($name:ident = [$pattern:pat];)+) => {$(
        fn $name(_: &mut Call<'_>, value: &Value) -> Res<bool> {
            Ok(matches!(value.view(), $pattern))
        }
    )+};
}

type_tests! {
    is_null = [View::Null | View::Uninit];
    is_bool = [View::Bool(_)];
    is_int = [View::Int(_)];
    is_float = [View::Float(_)];
    is_string = [View::Str(_)];
    is_array = [View::Array(_)];
    is_object = [View::Object(_)];
    is_scalar = [View::Bool(_) | View::Int(_) | View::Float(_) | View::Str(_)];
}

fn is_resource(_: &mut Call<'_>, value: &Value) -> Res<bool> {
    let View::Resource(resource) = value.view() else { return Ok(false) };
    Ok(resource.type_name() != "Unknown")
}

fn is_numeric(_: &mut Call<'_>, value: &Value) -> Res<bool> {
    Ok(match value.view() {
        View::Int(_) | View::Float(_) => true,
        View::Str(text) => numeric::whole(text).is_some(),
        _ => false,
    })
}

fn is_instance(call: &mut Call<'_>, value: &Value, class: &str) -> bool {
    match value.view() {
        View::Array(_) => true,
        View::Object(object) => call.host().is_instance(&object.clone(), class),
        _ => false,
    }
}

fn is_iterable(call: &mut Call<'_>, value: &Value) -> Res<bool> {
    Ok(is_instance(call, value, "Traversable"))
}

fn is_countable(call: &mut Call<'_>, value: &Value) -> Res<bool> {
    Ok(is_instance(call, value, "Countable"))
}

fn intval(call: &mut Call<'_>, value: &Value, base: i64) -> Res<i64> {
    match value.as_str() {
        Some(text) if base != 10 => Ok(int_in_base(text, base)),
        _ => conv::to_int(call.rq(), value),
    }
}

/// C's `strtol` with `0b`; an unknown base gives 0.
fn int_in_base(text: &[u8], base: i64) -> i64 {
    let is_space = |byte: &&u8| matches!(byte, b' ' | 9..=13);
    let text = &text[text.iter().take_while(is_space).count()..];
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let (base, digits) = match (digits, base) {
        ([b'0', b'x' | b'X', rest @ ..], 0 | 16) => (16, rest),
        ([b'0', b'b' | b'B', rest @ ..], 0 | 2) => (2, rest),
        ([b'0', b'o' | b'O', rest @ ..], 0 | 8) => (8, rest),
        ([b'0', ..], 0) => (8, digits),
        (_, 0) => (10, digits),
        (_, 2..=36) => (base, digits),
        _ => return 0,
    };
    let mut sum = 0_i64;
    for &byte in digits {
        let digit = char::from(byte).to_digit(base as u32);
        let Some(digit) = digit.map(i64::from) else { break };
        let step = |sum: i64| {
            let scaled = sum.checked_mul(base)?;
            if negative { scaled.checked_sub(digit) } else { scaled.checked_add(digit) }
        };
        let Some(next) = step(sum) else { return if negative { i64::MIN } else { i64::MAX } };
        sum = next;
    }
    sum
}

fn floatval(call: &mut Call<'_>, value: &Value) -> Res<f64> {
    conv::to_float(call.rq(), value)
}

fn strval(call: &mut Call<'_>, value: &Value) -> Res<Str> {
    call.to_str(value)
}

fn boolval(_: &mut Call<'_>, value: &Value) -> Res<bool> {
    Ok(conv::to_bool(value))
}

/// PHP: a variable is converted by the time that a warning of it is thrown.
fn converted_after_all(var: &Reference, value: Value, halt: Halt) -> Halt {
    var.set(value);
    halt
}

fn settype(call: &mut Call<'_>, var: &Reference, r#type: &Str) -> Res<bool> {
    let value = var.get();
    let converted = match r#type.to_ascii_lowercase().as_slice() {
        b"int" | b"integer" => match conv::to_int(call.rq(), &value) {
            Ok(int) => Value::int(int),
            Err(halt) => return Err(converted_after_all(var, Value::int(1), halt)),
        },
        b"float" | b"double" => match conv::to_float(call.rq(), &value) {
            Ok(float) => Value::float(float),
            Err(halt) => return Err(converted_after_all(var, Value::float(1.0), halt)),
        },
        b"string" => match call.to_str(&value) {
            Ok(text) => text.into(),
            Err(halt) => {
                let is_array = matches!(value.view(), View::Array(_));
                let text = call.str(if is_array { b"Array" } else { b"" })?;
                return Err(converted_after_all(var, text.into(), halt));
            }
        },
        b"bool" | b"boolean" => Value::bool(conv::to_bool(&value)),
        b"null" => Value::NULL,
        b"array" => match value.view() {
            View::Object(object) => call.host().object_array(&object.clone())?.into(),
            _ => conv::scalar_to_array(call.rq(), &value)?.into(),
        },
        b"object" => {
            let name = Value::from(runtime::string::intern(b"to_object_"));
            match call.host().callable(&name) {
                Ok(cast) => call.call(&cast, &[value])?.unboxed().clone(),
                Err(_) => value,
            }
        }
        b"resource" => {
            let text = "Cannot convert to resource type".to_owned();
            return Err(call.throw(Message::ValueRefused { text }));
        }
        _ => return Err(call.value_error(2, "must be a valid type")),
    };
    call.host().assign(var, converted)?;
    Ok(true)
}
