//! Functions about encodings.

mod detect;
mod entity;
#[rustfmt::skip]
mod r#gen;
mod header;
mod settings;

pub use r#gen::{CONSTANTS, NATIVES};
pub use settings::{Settings, encoding};

use crate::codec::{BAD, ENCODINGS, Encoding, Kind, Substitute, decode, encode, is_correct, named};
use runtime::array::{Array, Key};
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::{self, Str};
use runtime::value::{Value, View};

fn name(encoding: &Encoding) -> Value {
    string::intern(encoding.name.as_bytes()).into()
}

fn mb_internal_encoding(call: &mut Call<'_>, encoding: Option<&Str>) -> Res<Value> {
    if encoding.is_none() {
        return Ok(name(call.state::<Settings>().internal));
    }
    let chosen = self::encoding(call, encoding, 1)?;
    call.state::<Settings>().internal = chosen;
    Ok(Value::bool(true))
}

fn mb_http_output(call: &mut Call<'_>, encoding: Option<&Str>) -> Res<Value> {
    if encoding.is_none() {
        return Ok(name(call.state::<Settings>().output));
    }
    let chosen = self::encoding(call, encoding, 1)?;
    call.state::<Settings>().output = chosen;
    Ok(Value::bool(true))
}

fn mb_http_input(_: &mut Call<'_>, _: Option<&Str>) -> Res<Value> {
    Ok(Value::bool(false))
}

fn mb_language(call: &mut Call<'_>, language: Option<&Str>) -> Res<Value> {
    /// Names and short names.
    const LANGUAGES: &[(&str, &str)] = &[
        ("neutral", "neutral"),
        ("Japanese", "ja"),
        ("Korean", "ko"),
        ("Simplified Chinese", "zh-cn"),
        ("Traditional Chinese", "zh-tw"),
        ("English", "en"),
        ("German", "de"),
        ("Armenian", "hy"),
        ("Russian", "ru"),
        ("Turkish", "tr"),
        ("Ukrainian", "ua"),
        ("uni", "universal"),
    ];
    let Some(language) = language else {
        let language = call.state::<Settings>().language;
        return Ok(string::intern(language.as_bytes()).into());
    };
    let is_meant = |held: &str| held.as_bytes().eq_ignore_ascii_case(language);
    match LANGUAGES.iter().find(|(name, short)| is_meant(name) || is_meant(short)) {
        Some((name, _)) => {
            call.state::<Settings>().language = name;
            Ok(Value::bool(true))
        }
        None => {
            let shown = String::from_utf8_lossy(language).into_owned();
            Err(call.value_error(1, format!("must be a valid language, \"{shown}\" given")))
        }
    }
}

fn mb_detect_order(call: &mut Call<'_>, encoding: &Value) -> Res<Value> {
    if encoding.is_null() {
        let names: Vec<Value> =
            call.state::<Settings>().order.iter().map(|encoding| name(encoding)).collect();
        return Ok(call.list(names)?.into());
    }
    let order = settings::list(call, encoding, 1)?;
    call.state::<Settings>().order = order;
    Ok(Value::bool(true))
}

fn mb_substitute_character(call: &mut Call<'_>, substitute_character: &Value) -> Res<Value> {
    let substitute = match substitute_character.view() {
        View::Null => {
            return Ok(match call.state::<Settings>().substitute {
                Substitute::Char(code) => Value::int(i64::from(code)),
                Substitute::None => string::intern(b"none").into(),
                Substitute::Long => string::intern(b"long").into(),
                Substitute::Entity => string::intern(b"entity").into(),
            });
        }
        View::Int(code) => {
            let scalar = u32::try_from(code).ok().and_then(char::from_u32);
            match scalar {
                Some(scalar) => Substitute::Char(u32::from(scalar)),
                None => return Err(call.value_error(1, "is not a valid codepoint")),
            }
        }
        _ => match &*call.to_str(substitute_character)?.to_ascii_lowercase() {
            b"none" => Substitute::None,
            b"long" => Substitute::Long,
            b"entity" => Substitute::Entity,
            _ => {
                let rule = "must be \"none\", \"long\", \"entity\" or a valid codepoint";
                return Err(call.value_error(1, rule));
            }
        },
    };
    call.state::<Settings>().substitute = substitute;
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
    let encodings = match encodings.view() {
        View::Null => call.state::<Settings>().order.clone(),
        _ => settings::list(call, encodings, 2)?,
    };
    let found = detect::detect(string, &encodings, strict);
    Ok(OrFalse(found.map(|encoding| call.str(encoding.name.as_bytes())).transpose()?))
}

fn is_all_correct(encoding: &Encoding, value: &Value) -> bool {
    match value.unboxed().view() {
        View::Str(text) => is_correct(encoding, text),
        View::Array(array) => array.iter().all(|(key, value)| {
            let is_key_correct = match key {
                Key::Str(key) => is_correct(encoding, key),
                Key::Int(_) => true,
            };
            is_key_correct && is_all_correct(encoding, value)
        }),
        _ => true,
    }
}

fn mb_check_encoding(call: &mut Call<'_>, value: &Value, encoding: Option<&Str>) -> Res<bool> {
    let encoding = self::encoding(call, encoding, 2)?;
    if value.is_null() {
        call.deprecate("Calling mb_check_encoding() without argument is deprecated")?;
        return Ok(true);
    }
    Ok(is_all_correct(encoding, value))
}

fn convert(call: &mut Call<'_>, bytes: &[u8], to: &Encoding, from: &Encoding) -> Res<Str> {
    // PHP: what is sent as Base64 or quoted-printable is bytes on the other side.
    let is_transfer =
        |encoding: &Encoding| matches!(encoding.kind, Kind::Base64 | Kind::QuotedPrintable);
    let plain = named(b"8bit");
    let (to, from) = match plain {
        Some(plain) if is_transfer(to) => (to, plain),
        Some(plain) if is_transfer(from) => (plain, from),
        _ => (to, from),
    };
    if matches!((from.kind, to.kind), (Kind::Utf8, Kind::Utf8)) && is_correct(from, bytes) {
        return call.str(bytes);
    }
    let substitute = call.state::<Settings>().substitute;
    let text = decode(from, bytes);
    call.str(&encode(to, &text, substitute))
}

fn mb_convert_encoding(
    call: &mut Call<'_>,
    string: &Value,
    to_encoding: &Str,
    from_encoding: &Value,
) -> Res<Value> {
    let to = encoding(call, Some(to_encoding), 2)?;
    let from = match from_encoding.view() {
        View::Null => vec![call.state::<Settings>().internal],
        _ => settings::list(call, from_encoding, 3)?,
    };
    convert_value(call, string, (to, &from))
}

fn convert_value(
    call: &mut Call<'_>,
    value: &Value,
    (to, from): (&Encoding, &[&'static Encoding]),
) -> Res<Value> {
    match value.unboxed().view() {
        View::Str(text) => {
            let text = text.clone();
            let from = match from {
                [from] => from,
                several => match detect::detect(&text, several, true) {
                    Some(from) => from,
                    None => {
                        call.warn("Unable to detect character encoding")?;
                        return Ok(Value::bool(false));
                    }
                },
            };
            Ok(convert(call, &text, to, from)?.into())
        }
        View::Array(array) => {
            let array = array.clone();
            call.rq().guard_stack()?;
            let mut converted = Array::new();
            for (key, value) in &array {
                let value = convert_value(call, value, (to, from))?;
                let set = match key {
                    Key::Int(_) => converted.set(key, value),
                    Key::Str(key) => {
                        let key = convert_value(call, &key.clone().into(), (to, from))?;
                        let key = call.to_str(&key)?;
                        converted.set(Key::of_str(&key), value)
                    }
                };
                call.alloc(set)?;
            }
            Ok(converted.into())
        }
        _ => Ok(value.clone()),
    }
}

fn mb_scrub(call: &mut Call<'_>, string: &Str, encoding: Option<&Str>) -> Res<Str> {
    let encoding = self::encoding(call, encoding, 2)?;
    convert(call, string, encoding, encoding)
}

/// The encoding, if numbers of characters mean something in it.
fn numbered(call: &mut Call<'_>, name: Option<&Str>) -> Res<&'static Encoding> {
    let encoding = self::encoding(call, name, 2)?;
    let is_transfer = matches!(
        encoding.kind,
        Kind::Base64 | Kind::Html | Kind::QuotedPrintable | Kind::Uuencode | Kind::Utf7(_)
    );
    if is_transfer {
        let function = call.native().name;
        let text = format!("{function}() does not support the \"{}\" encoding", encoding.name);
        return Err(call.throw(Message::ValueRefused { text }));
    }
    Ok(encoding)
}

fn mb_ord(call: &mut Call<'_>, string: &Str, encoding: Option<&Str>) -> Res<OrFalse<i64>> {
    if string.is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    let encoding = numbered(call, encoding)?;
    let first = decode(encoding, string).first().copied().filter(|&code| code != BAD);
    Ok(OrFalse(first.map(i64::from)))
}

fn mb_chr(call: &mut Call<'_>, codepoint: i64, encoding: Option<&Str>) -> Res<OrFalse<Str>> {
    let encoding = numbered(call, encoding)?;
    let scalar = u32::try_from(codepoint).ok().and_then(char::from_u32);
    let Some(scalar) = scalar else { return Ok(OrFalse(None)) };
    let bytes = encode(encoding, &[u32::from(scalar)], Substitute::None);
    Ok(OrFalse(if bytes.is_empty() { None } else { Some(call.str(&bytes)?) }))
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
    let substitute = call.state::<Settings>().substitute;
    call.str(&encode(encoding, &text, substitute))
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
    let substitute = call.state::<Settings>().substitute;
    call.str(&encode(encoding, &text, substitute))
}

fn mb_decode_mimeheader(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    let encoding = self::encoding(call, None, 1)?;
    let text = header::decode_header(string, |bytes| decode(encoding, bytes));
    let substitute = call.state::<Settings>().substitute;
    call.str(&encode(encoding, &text, substitute))
}
