//! Values as queries and back.

use runtime::array::{Array, Key};
use runtime::conv;
use runtime::message::Message;
use runtime::native::Call;
use runtime::object::{Object, Reference};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::variables::Variables;

const RFC_3986: i64 = 2;

/// What a query is written with.
struct Style<'a> {
    prefix: &'a [u8],
    separator: &'a [u8],
    /// Whether a space is `%20`.
    strict: bool,
}

fn encode(out: &mut Vec<u8>, text: &[u8], strict: bool) {
    for &byte in text {
        let stays = byte.is_ascii_alphanumeric()
            || matches!(byte, b'-' | b'_' | b'.')
            || strict && byte == b'~';
        match byte {
            b' ' if !strict => out.push(b'+'),
            _ if stays => out.push(byte),
            _ => out.extend_from_slice(format!("%{byte:02X}").as_bytes()),
        }
    }
}

pub(super) fn http_build_query(
    call: &mut Call<'_>,
    data: &Value,
    numeric_prefix: &Str,
    arg_separator: Option<&Str>,
    encoding_type: i64,
) -> Res<Str> {
    if let View::Object(object) = data.unboxed().view()
        && call.host().is_instance(object, "UnitEnum")
    {
        let rule = format!("must not be an enum, {} given", call.given(data));
        return Err(call.type_refused(1, &rule));
    }
    let set = call.host().setting("arg_separator.output").filter(|set| !set.is_empty());
    let usual = set.unwrap_or_else(|| b"&".to_vec());
    let separator = arg_separator.map_or(&usual[..], |separator| separator.as_bytes());
    let strict = encoding_type == RFC_3986;
    let style = Style { prefix: numeric_prefix, separator, strict };
    let mut out = Built::default();
    add_all(call, data, (None, &style), &mut out)?;
    call.str(&out.text)
}

/// What is built so far.
#[derive(Default)]
struct Built {
    text: Vec<u8>,
    /// The objects whose properties are being added: none is added inside itself.
    above: Vec<Object>,
}

/// The elements of an array, or the properties of an object that the caller sees.
fn elements(call: &mut Call<'_>, data: &Value) -> Res<Array> {
    match data.unboxed().view() {
        View::Array(array) => Ok(array.clone()),
        View::Object(object) => {
            let object = object.clone();
            call.host().visible_properties(&object, true)
        }
        _ => Ok(Array::new()),
    }
}

fn add_all(
    call: &mut Call<'_>,
    data: &Value,
    (within, style): (Option<&[u8]>, &Style<'_>),
    out: &mut Built,
) -> Res<()> {
    call.rq().guard_stack()?;
    if let View::Object(object) = data.unboxed().view() {
        if out.above.iter().any(|above| above.ptr_eq(object)) {
            return Ok(());
        }
        out.above.push(object.clone());
        let result = add_elements(call, data, (within, style), out);
        out.above.pop();
        return result;
    }
    add_elements(call, data, (within, style), out)
}

fn add_elements(
    call: &mut Call<'_>,
    data: &Value,
    (within, style): (Option<&[u8]>, &Style<'_>),
    out: &mut Built,
) -> Res<()> {
    let elements = elements(call, data)?;
    if !elements.is_empty() && !elements.enter() {
        return Ok(());
    }
    let mut result = Ok(());
    for (key, value) in &elements {
        result = add_one(call, (key, value), (within, style), out);
        if result.is_err() {
            break;
        }
    }
    if !elements.is_empty() {
        elements.leave();
    }
    result
}

fn add_one(
    call: &mut Call<'_>,
    (key, value): (Key<'_>, &Value),
    (within, style): (Option<&[u8]>, &Style<'_>),
    out: &mut Built,
) -> Res<()> {
    let mut name = Vec::new();
    if let Some(within) = within {
        name.extend_from_slice(within);
        name.extend_from_slice(b"%5B");
    }
    match key {
        Key::Int(int) => {
            if within.is_none() {
                name.extend_from_slice(style.prefix);
            }
            name.extend_from_slice(int.to_string().as_bytes());
        }
        Key::Str(key) => encode(&mut name, key, style.strict),
    }
    if within.is_some() {
        name.extend_from_slice(b"%5D");
    }
    let case = case_value(call, value.unboxed())?;
    let value = case.as_ref().unwrap_or(value.unboxed());
    let text = match value.view() {
        View::Null | View::Uninit | View::Resource(_) => return Ok(()),
        View::Array(_) | View::Object(_) => {
            return add_all(call, value, (Some(&name), style), out);
        }
        View::Bool(value) => vec![if value { b'1' } else { b'0' }],
        _ => conv::to_str(call.rq(), value)?.to_vec(),
    };
    if !out.text.is_empty() {
        out.text.extend_from_slice(style.separator);
    }
    out.text.extend_from_slice(&name);
    out.text.push(b'=');
    encode(&mut out.text, &text, style.strict);
    Ok(())
}

/// The value of a case of an enum; an error where it has none.
fn case_value(call: &mut Call<'_>, value: &Value) -> Res<Option<Value>> {
    let View::Object(object) = value.view() else { return Ok(None) };
    if !call.host().is_instance(object, "UnitEnum") {
        return Ok(None);
    }
    let properties = call.host().public_properties(object)?;
    if let Some(held) = properties.get_str(&runtime::string::intern(b"value").to_str()) {
        return Ok(Some(held.clone()));
    }
    let name = call.given(value);
    let text = format!("Unbacked enum {name} cannot be converted to a string");
    Err(call.throw(Message::ValueRefused { text }))
}

/// What a text of a query means.
pub fn decode(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let hex = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
        match (text[at], hex(text.get(at + 1)), hex(text.get(at + 2))) {
            (b'+', ..) => out.push(b' '),
            (b'%', Some(high), Some(low)) => {
                out.push((high << 4 | low) as u8);
                at += 2;
            }
            (byte, ..) => out.push(byte),
        }
        at += 1;
    }
    out
}

pub(super) fn parse_str(call: &mut Call<'_>, string: &Str, result: &Reference) -> Res<()> {
    let mut limit = |name: &str, usual: usize| {
        let set = call.host().setting(name);
        let set = set.and_then(|set| String::from_utf8(set).ok()?.trim().parse().ok());
        set.unwrap_or(usual)
    };
    let limits = (limit("max_input_vars", 1000), limit("max_input_nesting_level", 64));
    let mut variables = Variables::new(limits);
    // PHP: a text of C, which a NUL ends.
    let text = string.split(|&byte| byte == 0).next().unwrap_or_default();
    let added = variables.add_query(text);
    call.alloc(added)?;
    if variables.is_over {
        let most = limits.0;
        call.warn(format!(
            "Input variables exceeded {most}. \
             To increase the limit change max_input_vars in php.ini."
        ))?;
    }
    call.assign(result, variables.into_array().into())?;
    Ok(())
}
