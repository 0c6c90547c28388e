//! Variables in another encoding, and what a request holds.

use super::detect::{How, detect};
use super::settings::{is_ordered, is_strict, list, settings};
use super::{convert, name};
use crate::codec::{Encoding, PASS};
use runtime::array::{Array, Key};
use runtime::native::{Call, OrFalse};
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::string::{self, Str};
use runtime::value::{Value, View};

/// The strings of values.
#[derive(Default)]
struct Found {
    texts: Vec<Str>,
    /// The objects that are under way.
    path: Vec<u32>,
}

/// Adds the strings of a value; `false` when it is inside of itself.
fn strings(call: &mut Call<'_>, value: &Value, found: &mut Found) -> Res<bool> {
    call.rq().guard_stack()?;
    match value.unboxed().view() {
        View::Str(text) => {
            found.texts.push(text.clone());
            Ok(true)
        }
        View::Array(array) => {
            let array = array.clone();
            if !array.enter() {
                return Ok(false);
            }
            let all = strings_of(call, &array, found);
            array.leave();
            all
        }
        View::Object(object) => {
            if found.path.contains(&object.id()) {
                return Ok(false);
            }
            found.path.push(object.id());
            let object = object.clone();
            let values = call.host().public_properties(&object)?;
            let all = strings_of(call, &values, found)?;
            found.path.pop();
            Ok(all)
        }
        _ => Ok(true),
    }
}

/// The same of each element.
fn strings_of(call: &mut Call<'_>, values: &Array, found: &mut Found) -> Res<bool> {
    for (_, value) in values {
        if !strings(call, value, found)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn converted(
    call: &mut Call<'_>,
    value: &Value,
    (to, from): (&'static Encoding, &'static Encoding),
) -> Res<Value> {
    match value.unboxed().view() {
        View::Str(text) => {
            let text = text.clone();
            Ok(convert(call, &text, to, from)?.into())
        }
        View::Array(array) => {
            call.rq().guard_stack()?;
            let mut changed = Array::new();
            for (key, value) in &array.clone() {
                let value = converted(call, value, (to, from))?;
                let set = changed.set(key, value);
                call.alloc(set)?;
            }
            Ok(changed.into())
        }
        View::Object(object) => {
            let object = object.clone();
            let properties = call.host().public_properties(&object)?;
            for (key, value) in &properties {
                let Key::Str(key) = key else { continue };
                let is_text = matches!(value.unboxed().view(), View::Str(_) | View::Array(_));
                if is_text {
                    let value = converted(call, value, (to, from))?;
                    let arguments = [object.clone().into(), key.clone().into(), value];
                    super::call_named(call, "mb_assign_", &arguments)?;
                }
            }
            Ok(value.unboxed().clone())
        }
        _ => Ok(value.clone()),
    }
}

pub fn mb_convert_variables(
    call: &mut Call<'_>,
    to_encoding: &Str,
    from_encoding: &Value,
    var: &Reference,
    vars: &[Value],
) -> Res<OrFalse<Str>> {
    let to = super::encoding(call, Some(to_encoding), 1)?;
    let encodings = list(call, from_encoding, 2)?;
    let mut references = vec![var.clone()];
    references.extend(vars.iter().filter_map(|value| match value.view() {
        View::Ref(reference) => Some(reference.clone()),
        _ => None,
    }));
    let mut found = Found::default();
    for reference in &references {
        if !strings(call, &reference.get(), &mut found)? {
            call.warn("Cannot handle recursive references")?;
            return Ok(OrFalse(None));
        }
    }
    let texts: Vec<&[u8]> = found.texts.iter().map(|text| text.as_bytes()).collect();
    let is_ordered = is_ordered(&encodings, from_encoding);
    let how = How { is_strict: is_strict(call), is_ordered };
    let from = match &encodings[..] {
        [only] => Some(*only),
        several => detect(&texts, several, how),
    };
    let Some(from) = from else {
        call.warn("Unable to detect encoding")?;
        return Ok(OrFalse(None));
    };
    for reference in references {
        let value = converted(call, &reference.get(), (to, from))?;
        call.assign(&reference, value)?;
    }
    Ok(OrFalse(Some(call.str(from.name.as_bytes())?)))
}

/// The bytes that a part of a query stands for.
fn url_decoded(part: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part;
    let digit = |byte: u8| char::from(byte).to_digit(16);
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', &[high, low, ref after @ ..]) => match (digit(high), digit(low)) {
                (Some(high), Some(low)) => {
                    bytes.push((high << 4 | low) as u8);
                    rest = after;
                }
                _ => bytes.push(byte),
            },
            _ => bytes.push(byte),
        }
    }
    bytes
}

fn url_encoded(bytes: &[u8], out: &mut Vec<u8>) {
    for byte in bytes {
        out.extend_from_slice(format!("%{byte:02X}").as_bytes());
    }
}

/// The names and values of a query, in turn.
fn parts(query: &[u8], separators: &[u8]) -> Vec<Vec<u8>> {
    let is_separator = |byte: &u8| separators.contains(byte);
    let mut parts = Vec::new();
    for part in query.split(is_separator).filter(|part| !part.is_empty()) {
        let at = part.iter().position(|&byte| byte == b'=');
        let (name, value) = match at {
            Some(at) => (&part[..at], &part[at + 1..]),
            None => (part, &b""[..]),
        };
        parts.extend([url_decoded(name), url_decoded(value)]);
    }
    parts
}

pub fn mb_parse_str(call: &mut Call<'_>, string: &Str, result: &Reference) -> Res<bool> {
    let separators = call.host().setting("arg_separator.input").unwrap_or_else(|| b"&".to_vec());
    let query = string.split(|&byte| byte == 0).next().unwrap_or_default();
    let parts = parts(query, &separators);
    call.assign(result, Array::new().into())?;
    if query.is_empty() {
        settings(call).identified = None;
        return Ok(false);
    }
    let limit = call.host().setting("max_input_vars").unwrap_or_default();
    let limit = std::str::from_utf8(&limit).ok().and_then(|text| text.parse().ok());
    let limit: usize = limit.unwrap_or(1000);
    if parts.len() > limit.saturating_mul(2) {
        call.warn(format!(
            "Input variables exceeded {limit}. \
             To increase the limit change max_input_vars in php.ini."
        ))?;
        settings(call).identified = None;
        return Ok(false);
    }
    let from = source(call, &parts)?;
    settings(call).identified = Some(from);
    let to = settings(call).internal;
    let mut joined = Vec::new();
    for pair in parts.chunks(2) {
        for (at, part) in pair.iter().enumerate() {
            joined.extend_from_slice(if at == 0 { b"&" } else { b"=" });
            if std::ptr::eq(from, &PASS) {
                url_encoded(part, &mut joined);
            } else {
                url_encoded(&convert(call, part, to, from)?, &mut joined);
            }
        }
    }
    let joined = call.str(&joined)?;
    super::call_named(call, "parse_str", &[joined.into(), Value::from(result.clone())])?;
    Ok(true)
}

/// The encoding in which the parts of a query came.
fn source(call: &mut Call<'_>, parts: &[Vec<u8>]) -> Res<&'static Encoding> {
    let encodings = settings(call).input.clone();
    Ok(match &encodings[..] {
        [] => &PASS,
        [only] => only,
        several => {
            let texts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
            let how = How { is_strict: is_strict(call), is_ordered: false };
            match detect(&texts, several, how) {
                Some(found) => found,
                None => {
                    call.warn("Unable to detect encoding")?;
                    &PASS
                }
            }
        }
    })
}

pub fn mb_http_input(call: &mut Call<'_>, r#type: Option<&Str>) -> Res<Value> {
    let Some(kind) = r#type else {
        return Ok(settings(call).identified.map_or(Value::bool(false), name));
    };
    let names = |call: &mut Call<'_>| {
        settings(call).input.iter().map(|encoding| encoding.name).collect::<Vec<_>>()
    };
    match *kind.as_bytes() {
        [b'G' | b'g' | b'P' | b'p' | b'C' | b'c' | b'S' | b's'] => Ok(Value::bool(false)),
        [b'I' | b'i'] => {
            let names = names(call);
            let names = names.into_iter().map(|name| string::intern(name.as_bytes()).into());
            Ok(call.list(names.collect::<Vec<Value>>())?.into())
        }
        [b'L' | b'l'] => {
            let names = names(call).join(",");
            Ok(call.str(names.as_bytes())?.into())
        }
        _ => {
            let rule = "must be one of \"G\", \"P\", \"C\", \"S\", \"I\", or \"L\"";
            Err(call.value_error(1, rule))
        }
    }
}
