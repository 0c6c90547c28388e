//! Types of values.

use runtime::array::Array;
use runtime::conv::{self, KeyUse, numeric};
use runtime::ops;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::signature::{natives, text};
use crate::request::Request;

natives! {
    array_key_exists(key: Value, array: Array) -> bool;
    gettype(value: Value) -> Str;
    in_array(needle: Value, haystack: Array, strict: Option<bool>) -> bool;
    intval(value: Value) -> i64;
    is_array(value: Value) -> bool;
    is_bool(value: Value) -> bool;
    is_float(value: Value) -> bool;
    is_int(value: Value) -> bool;
    is_null(value: Value) -> bool;
    is_numeric(value: Value) -> bool;
    is_string(value: Value) -> bool;
}

macro_rules! type_tests {
    ($($name:ident: $pattern:pat,)*) => {$(
        fn $name(_: &mut Request, value: Value) -> Res<bool> {
            Ok(matches!(value.view(), $pattern))
        }
    )*};
}

type_tests! {
    is_array: View::Array(_),
    is_bool: View::Bool(_),
    is_float: View::Float(_),
    is_int: View::Int(_),
    is_null: View::Null | View::Uninit,
    is_string: View::Str(_),
}

fn is_numeric(_: &mut Request, value: Value) -> Res<bool> {
    Ok(match value.view() {
        View::Int(_) | View::Float(_) => true,
        View::Str(text) => numeric::whole(text).is_some(),
        _ => false,
    })
}

fn intval(rq: &mut Request, value: Value) -> Res<i64> {
    conv::to_int(rq, &value)
}

fn gettype(rq: &mut Request, value: Value) -> Res<Str> {
    let name: &[u8] = match value.view() {
        View::Null | View::Uninit => b"NULL",
        View::Bool(_) => b"boolean",
        View::Int(_) => b"integer",
        View::Float(_) => b"double",
        View::Str(_) => b"string",
        View::Array(_) => b"array",
        View::Object(_) => b"object",
        View::Resource(_) => b"resource",
        View::Ref(_) => b"reference",
    };
    text(rq, name)
}

fn array_key_exists(rq: &mut Request, key: Value, array: Array) -> Res<bool> {
    let key = conv::to_key(rq, &key, KeyUse::Access)?;
    Ok(array.get(key.as_key()).is_some())
}

fn in_array(rq: &mut Request, needle: Value, haystack: Array, strict: Option<bool>) -> Res<bool> {
    for (_, value) in &haystack {
        let found = match strict {
            Some(true) => ops::identical(rq, value.unboxed(), &needle)?,
            _ => ops::loose_eq(rq, value.unboxed(), &needle)?,
        };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}
