//! HTML: characters and entities, text without tags.

mod chars;
mod decode;
mod encode;
mod entities;
mod flags;
#[rustfmt::skip]
mod r#gen;
mod strip;
mod upper;

pub use r#gen::{CONSTANTS, NATIVES};

use decode::Decoding;
use encode::{Encoding, Which};
use flags::{Charset, Flags, charset};
use runtime::array::{Array, Key};
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;
use strip::strip_tags;

fn encode(
    call: &mut Call<'_>,
    string: &Str,
    (which, flags): (Which, i64),
    (name, double): (Option<&Str>, bool),
) -> Res<Str> {
    let charset = charset(call, name)?;
    let which = match (which, charset) {
        (Which::Named, Charset::MultiByte(_)) => {
            call.rq().report(Message::BuiltinNotice {
                function: "htmlentities",
                text: "Only basic entities substitution is supported for multi-byte encodings other \
                       than UTF-8; functionality is equivalent to htmlspecialchars"
                    .to_owned(),
            })?;
            Which::Special
        }
        (which, _) => which,
    };
    let encoding = Encoding { which, flags: Flags::new(flags), charset, double };
    if encoding.plain(string).len() == string.len() {
        return Ok(string.clone());
    }
    call.str(&encoding.run(string))
}

fn htmlspecialchars(
    call: &mut Call<'_>,
    string: &Str,
    flags: i64,
    encoding: Option<&Str>,
    double_encode: bool,
) -> Res<Str> {
    encode(call, string, (Which::Special, flags), (encoding, double_encode))
}

fn htmlentities(
    call: &mut Call<'_>,
    string: &Str,
    flags: i64,
    encoding: Option<&Str>,
    double_encode: bool,
) -> Res<Str> {
    encode(call, string, (Which::Named, flags), (encoding, double_encode))
}

fn htmlspecialchars_decode(call: &mut Call<'_>, string: &Str, flags: i64) -> Res<Str> {
    let flags = Flags::new(flags);
    let decoding = Decoding { which: Which::Special, flags, charset: Charset::Utf8 };
    call.str(&decoding.run(string))
}

fn html_entity_decode(
    call: &mut Call<'_>,
    string: &Str,
    flags: i64,
    encoding: Option<&Str>,
) -> Res<Str> {
    let charset = charset(call, encoding)?;
    let decoding = Decoding { which: Which::Named, flags: Flags::new(flags), charset };
    call.str(&decoding.run(string))
}

fn get_html_translation_table(
    call: &mut Call<'_>,
    table: i64,
    flags: i64,
    encoding: &Str,
) -> Res<Array> {
    let charset = charset(call, Some(encoding))?;
    let flags = Flags::new(flags);
    let which = if table == 1 { Which::Named } else { Which::Special };
    let mut rows: Vec<(Vec<u8>, Vec<u8>)> = Vec::new();
    for byte in [b'"', b'&', b'\'', b'<', b'>'] {
        if let Some(entity) = encode::special(byte, which, flags) {
            rows.push((vec![byte], entity.into()));
        }
    }
    if table == 1 && !matches!(charset, Charset::MultiByte(_)) {
        for (text, name) in encode::names(flags.doctype()) {
            let mut encoded = Vec::new();
            let fits = text.chars().all(|char| chars::write(&mut encoded, char.into(), charset));
            if fits {
                rows.push((encoded, format!("&{name};").into()));
            }
        }
        rows.sort();
    }
    let mut translations = Array::new();
    for (text, entity) in rows {
        let (text, entity) = (call.str(&text)?, call.str(&entity)?);
        let put = translations.set(Key::of_str(&text), Value::from(entity));
        call.alloc(put)?;
    }
    Ok(translations)
}
