//! Functions about encodings.

mod detect;
mod entity;
#[rustfmt::skip]
mod r#gen;
mod header;
mod info;
mod language;
mod output;
mod settings;
mod variables;

pub use r#gen::{CONSTANTS, NATIVES};
pub use language::Language;
pub use settings::{Remark, changed, encoding, examine, settings};

use crate::codec::{
    BAD, ENCODINGS, Encoding, Kind, Substitute, decode, decode_start, encode_counted, is_correct,
    named,
};
use detect::How;
use info::mb_get_info;
use output::mb_output_handler;
use runtime::array::{Array, Key};
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::{self, Str};
use runtime::value::{Value, View};
use variables::{mb_convert_variables, mb_http_input, mb_parse_str};

fn name(encoding: &Encoding) -> Value {
    string::intern(encoding.name.as_bytes()).into()
}

/// Calls a function of the engine.
fn call_named(call: &mut Call<'_>, function: &str, arguments: &[Value]) -> Res<Value> {
    let function: Value = string::intern(function.as_bytes()).into();
    let callable = call.callable(1, &function)?;
    call.call(&callable, arguments)
}

/// The characters in the encoding; those that it lacks are counted.
pub fn written(call: &mut Call<'_>, encoding: &Encoding, text: &[u32]) -> Res<Str> {
    let substitute = settings(call).substitute;
    let (bytes, lacking) = encode_counted(encoding, text, substitute);
    let _ = lacking;
    call.str(&bytes)
}

fn mb_internal_encoding(call: &mut Call<'_>, encoding: Option<&Str>) -> Res<Value> {
    let Some(wanted) = encoding else { return Ok(name(settings(call).internal)) };
    match named(wanted) {
        Some(chosen) => {
            let state = settings(call);
            state.internal = chosen;
            state.is_internal_set = true;
            Ok(Value::bool(true))
        }
        None => {
            let shown = String::from_utf8_lossy(wanted).into_owned();
            Err(call.value_error(1, format!("must be a valid encoding, \"{shown}\" given")))
        }
    }
}

fn mb_http_output(call: &mut Call<'_>, encoding: Option<&Str>) -> Res<Value> {
    let Some(wanted) = encoding else { return Ok(name(settings(call).output)) };
    match settings::named_or_pass(wanted) {
        Some(chosen) => {
            let state = settings(call);
            state.output = chosen;
            state.is_output_set = true;
            Ok(Value::bool(true))
        }
        None => {
            let shown = String::from_utf8_lossy(wanted).into_owned();
            Err(call.value_error(1, format!("must be a valid encoding, \"{shown}\" given")))
        }
    }
}

fn mb_language(call: &mut Call<'_>, language: Option<&Str>) -> Res<Value> {
    let Some(wanted) = language else {
        let language = settings(call).language.name;
        return Ok(string::intern(language.as_bytes()).into());
    };
    match Language::named(wanted) {
        Some(language) => {
            settings(call).language = language;
            let setter: Value = string::intern(b"ini_set").into();
            if let Ok(setter) = call.host().callable(&setter) {
                let name = string::intern(b"mbstring.language").into();
                let value = call.str(language.name.as_bytes())?.into();
                call.call(&setter, &[name, value])?;
            }
            Ok(Value::bool(true))
        }
        None => {
            // PHP: a name that is wrong takes the language back.
            settings(call).language = Language::neutral();
            let shown = String::from_utf8_lossy(wanted).into_owned();
            Err(call.value_error(1, format!("must be a valid language, \"{shown}\" given")))
        }
    }
}

fn mb_detect_order(call: &mut Call<'_>, encoding: &Value) -> Res<Value> {
    if encoding.is_null() {
        let names: Vec<Value> = settings(call).order.iter().copied().map(name).collect();
        return Ok(call.list(names)?.into());
    }
    let order = settings::list(call, encoding, 1)?;
    settings(call).order = order;
    Ok(Value::bool(true))
}

fn mb_substitute_character(call: &mut Call<'_>, substitute_character: &Value) -> Res<Value> {
    let substitute = match substitute_character.view() {
        View::Null => return Ok(info::substitute(call)),
        View::Int(code) => {
            let scalar = u32::try_from(code).ok().and_then(char::from_u32);
            match scalar {
                Some(scalar) => Substitute::Char(u32::from(scalar)),
                None => return Err(call.value_error(1, "is not a valid codepoint")),
            }
        }
        _ => match &*call.to_str(substitute_character)?.to_ascii_lowercase() {
            b"none" => Substitute::None,
            b"long" => Substitute::Long(settings(call).character),
            b"entity" => Substitute::Entity(settings(call).character),
            _ => {
                let rule = "must be \"none\", \"long\", \"entity\" or a valid codepoint";
                return Err(call.value_error(1, rule));
            }
        },
    };
    let state = settings(call);
    state.substitute = substitute;
    if let Substitute::Char(code) = substitute {
        state.character = code;
    }
    Ok(Value::bool(true))
}

fn mb_preferred_mime_name(call: &mut Call<'_>, encoding: &Str) -> Res<OrFalse<Str>> {
    let Some(found) = named(encoding) else {
        return self::encoding(call, Some(encoding), 1).map(|_| OrFalse(None));
    };
    if found.mime.is_empty() {
        let shown = String::from_utf8_lossy(encoding).into_owned();
        call.warn(format!("No MIME preferred name corresponding to \"{shown}\""))?;
        return Ok(OrFalse(None));
    }
    Ok(OrFalse(Some(call.str(found.mime.as_bytes())?)))
}

fn mb_list_encodings(call: &mut Call<'_>) -> Res<Array> {
    call.list(ENCODINGS.iter().map(name).collect::<Vec<Value>>())
}

fn mb_encoding_aliases(call: &mut Call<'_>, encoding: &Str) -> Res<Array> {
    let encoding = self::encoding(call, Some(encoding), 1)?;
    let aliases = encoding.aliases.iter().map(|name| string::intern(name.as_bytes()).into());
    call.list(aliases.collect::<Vec<Value>>())
}

fn mb_detect_encoding(
    call: &mut Call<'_>,
    string: &Str,
    encodings: &Value,
    strict: bool,
) -> Res<OrFalse<Str>> {
    let mut candidates = match encodings.view() {
        View::Null => settings(call).order.clone(),
        _ => settings::list(call, encodings, 2)?,
    };
    let is_ordered = settings::is_ordered(&candidates, encodings);
    settings::of_characters(&mut candidates);
    let is_strict = if call.passed() < 3 { settings::is_strict(call) } else { strict };
    let found = detect::detect(&[string], &candidates, How { is_strict, is_ordered });
    Ok(OrFalse(found.map(|encoding| call.str(encoding.name.as_bytes())).transpose()?))
}

/// Deeper than this no array is that is not inside of itself.
const DEPTH_MAX: usize = 2000;

fn is_all_correct(
    call: &mut Call<'_>,
    encoding: &Encoding,
    (array, depth): (&Array, usize),
) -> Res<bool> {
    if depth > DEPTH_MAX {
        call.warn("Cannot not handle circular references")?;
        return Ok(false);
    }
    for (key, value) in array {
        if let Key::Str(key) = key
            && !is_correct(encoding, key)
        {
            return Ok(false);
        }
        let is_fine = match value.unboxed().view() {
            View::Str(text) => is_correct(encoding, text),
            View::Array(inner) => is_all_correct(call, encoding, (inner, depth + 1))?,
            View::Object(_) => false,
            _ => true,
        };
        if !is_fine {
            return Ok(false);
        }
    }
    Ok(true)
}

fn mb_check_encoding(call: &mut Call<'_>, value: &Value, encoding: Option<&Str>) -> Res<bool> {
    let encoding = self::encoding(call, encoding, 2)?;
    match value.view() {
        View::Array(array) => is_all_correct(call, encoding, (array, 0)),
        View::Str(text) => Ok(is_correct(encoding, text)),
        _ => {
            call.deprecate("Calling mb_check_encoding() without argument is deprecated")?;
            Ok(settings(call).lacking == 0)
        }
    }
}

/// The bytes in another encoding.
fn convert(call: &mut Call<'_>, bytes: &[u8], to: &Encoding, from: &Encoding) -> Res<Str> {
    // PHP: what is sent as Base64 or quoted-printable is bytes on the other side.
    let is_transfer =
        |encoding: &Encoding| matches!(encoding.kind, Kind::Base64 | Kind::QuotedPrintable);
    let is_uuencoded = matches!(from.kind, Kind::Uuencode);
    let plain = named(b"8bit");
    let (to, from) = match plain {
        Some(plain) if is_transfer(to) => (to, plain),
        Some(plain) if is_transfer(from) || is_uuencoded => (plain, from),
        _ => (to, from),
    };
    if matches!((from.kind, to.kind), (Kind::Utf8, Kind::Utf8)) && is_correct(from, bytes) {
        return call.str(bytes);
    }
    let state = settings(call);
    let (bytes, lacking) = encode_counted(to, &decode(from, bytes), state.substitute);
    state.lacking += lacking;
    call.str(&bytes)
}

fn mb_convert_encoding(
    call: &mut Call<'_>,
    string: &Value,
    to_encoding: &Str,
    from_encoding: &Value,
) -> Res<Value> {
    let to = encoding(call, Some(to_encoding), 2)?;
    let mut from = match from_encoding.view() {
        View::Null => vec![settings(call).internal],
        _ => settings::list(call, from_encoding, 3)?,
    };
    if from.len() > 1 {
        settings::of_characters(&mut from);
    }
    if from.is_empty() {
        return Err(call.value_error(3, "must specify at least one encoding"));
    }
    match string.view() {
        View::Array(array) => Ok(convert_array(call, &array.clone(), (to, &from, 0))?.into()),
        _ => {
            let text = call.to_str(string)?;
            let converted = convert_text(call, &text, (to, &from))?;
            Ok(converted.map_or(Value::bool(false), Value::from))
        }
    }
}

/// The text in another encoding; none, after a warning, when nobody knows in which it is.
fn convert_text(
    call: &mut Call<'_>,
    text: &Str,
    (to, from): (&Encoding, &[&'static Encoding]),
) -> Res<Option<Str>> {
    let from = match from {
        [from] => from,
        several => {
            let how = How { is_strict: settings::is_strict(call), is_ordered: true };
            match detect::detect(&[text], several, how) {
                Some(from) => from,
                None => {
                    call.warn("Unable to detect character encoding")?;
                    return Ok(None);
                }
            }
        }
    };
    convert(call, text, to, from).map(Some)
}

fn convert_array(
    call: &mut Call<'_>,
    array: &Array,
    (to, from, depth): (&Encoding, &[&'static Encoding], usize),
) -> Res<Array> {
    let mut converted = Array::new();
    if depth > DEPTH_MAX {
        call.warn("Cannot convert recursively referenced values")?;
        return Ok(converted);
    }
    call.rq().guard_stack()?;
    for (key, value) in array {
        let name = match key {
            Key::Int(_) => None,
            Key::Str(key) => match convert_text(call, key, (to, from))? {
                Some(key) => Some(key),
                None => continue,
            },
        };
        let value = match value.unboxed().view() {
            View::Str(text) => match convert_text(call, &text.clone(), (to, from))? {
                Some(text) => text.into(),
                None => continue,
            },
            View::Array(inner) => {
                convert_array(call, &inner.clone(), (to, from, depth + 1))?.into()
            }
            View::Object(_) => {
                call.warn("Object is not supported")?;
                continue;
            }
            _ => value.unboxed().clone(),
        };
        let set = converted.set(name.as_ref().map_or(key, Key::of_str), value);
        call.alloc(set)?;
    }
    Ok(converted)
}

fn mb_scrub(call: &mut Call<'_>, string: &Str, encoding: Option<&Str>) -> Res<Str> {
    let encoding = self::encoding(call, encoding, 2)?;
    convert(call, string, encoding, encoding)
}

/// The encoding, if numbers of characters mean something in it.
fn numbered(call: &mut Call<'_>, name: Option<&Str>) -> Res<&'static Encoding> {
    let encoding = self::encoding(call, name, 2)?;
    let has_numbers = match encoding.kind {
        Kind::Base64 | Kind::Html | Kind::QuotedPrintable | Kind::Uuencode | Kind::Utf7(_) => false,
        Kind::Shift(_) => !matches!(
            encoding.name,
            "JIS" | "ISO-2022-JP" | "ISO-2022-JP-MS" | "CP50220" | "CP50221" | "CP50222"
        ),
        _ => true,
    };
    if has_numbers {
        return Ok(encoding);
    }
    let function = call.native().name;
    let text = format!("{function}() does not support the \"{}\" encoding", encoding.name);
    Err(settings::refused(call, text))
}

fn mb_ord(call: &mut Call<'_>, string: &Str, encoding: Option<&Str>) -> Res<OrFalse<i64>> {
    if string.is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    let encoding = numbered(call, encoding)?;
    let first = decode_start(encoding, string, 1).first().copied().filter(|&code| code != BAD);
    Ok(OrFalse(first.map(i64::from)))
}

fn mb_chr(call: &mut Call<'_>, codepoint: i64, encoding: Option<&Str>) -> Res<OrFalse<Str>> {
    let encoding = numbered(call, encoding)?;
    let Some(code) = u32::try_from(codepoint).ok().filter(|&code| code < 0x11_0000) else {
        return Ok(OrFalse(None));
    };
    if let Kind::Utf8 | Kind::Mobile(_) = encoding.kind {
        let scalar = char::from_u32(code);
        let bytes = scalar.map(|scalar| call.str(scalar.encode_utf8(&mut [0; 4]).as_bytes()));
        return Ok(OrFalse(bytes.transpose()?));
    }
    let (bytes, lacking) = encode_counted(encoding, &[code], Substitute::None);
    Ok(OrFalse(if lacking > 0 { None } else { Some(call.str(&bytes)?) }))
}

fn mb_encode_numericentity(
    call: &mut Call<'_>,
    string: &Str,
    map: &Array,
    encoding: Option<&Str>,
    hex: bool,
) -> Res<Str> {
    let encoding = self::encoding(call, encoding, 3)?;
    let ranges = entity::ranges(call, map)?;
    let text = entity::encode(&decode(encoding, string), &ranges, hex);
    written(call, encoding, &text)
}

fn mb_decode_numericentity(
    call: &mut Call<'_>,
    string: &Str,
    map: &Array,
    encoding: Option<&Str>,
) -> Res<Str> {
    let encoding = self::encoding(call, encoding, 3)?;
    let ranges = entity::ranges(call, map)?;
    let text = entity::decode(&decode(encoding, string), &ranges);
    written(call, encoding, &text)
}

fn mb_decode_mimeheader(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    let encoding = self::encoding(call, None, 1)?;
    let text = header::decode_header(string);
    let (bytes, _) = encode_counted(encoding, &text, Substitute::default());
    call.str(&bytes)
}

fn mb_encode_mimeheader(
    call: &mut Call<'_>,
    string: &Str,
    charset: Option<&Str>,
    transfer_encoding: Option<&Str>,
    newline: &Str,
    indent: i64,
) -> Res<Str> {
    let language = settings(call).language;
    let encoding = match charset {
        Some(_) => self::encoding(call, charset, 2)?,
        None => language.charset(),
    };
    if encoding.mime.is_empty() || matches!(encoding.kind, Kind::QuotedPrintable) {
        let shown = charset.map(|name| String::from_utf8_lossy(name).into_owned());
        let shown = shown.unwrap_or_default();
        let rule = format!("\"{shown}\" cannot be used for MIME header encoding");
        return Err(call.value_error(2, rule));
    }
    let begins_with_q = |name: &[u8]| matches!(name.first(), Some(b'Q' | b'q'));
    let is_quoted = charset.is_none() && begins_with_q(language.mail[1].as_bytes())
        || transfer_encoding.is_some_and(|name| begins_with_q(name));
    let line_feed = newline.split(|&byte| byte == 0).next().unwrap_or_default();
    let form = header::Form {
        charset: encoding,
        is_base64: !is_quoted,
        line_feed: &line_feed[..line_feed.len().min(8)],
        indent: usize::try_from(indent).ok().filter(|&indent| indent < 74).unwrap_or(0),
    };
    let internal = settings(call).internal;
    match header::encode_header(&decode(internal, string), &form) {
        Some(bytes) => call.str(&bytes),
        None => Ok(string.clone()),
    }
}
