//! What `mb_get_info()` tells.

use super::name;
use super::settings::{is_strict, settings};
use crate::codec::Substitute;
use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{self, Str};
use runtime::value::Value;

/// What there is to tell, in its order.
const KINDS: &[&str] = &[
    "internal_encoding",
    "http_input",
    "http_output",
    "http_output_conv_mimetypes",
    "mail_charset",
    "mail_header_encoding",
    "mail_body_encoding",
    "illegal_chars",
    "encoding_translation",
    "language",
    "detect_order",
    "substitute_character",
    "strict_detection",
];

fn word(text: &str) -> Value {
    string::intern(text.as_bytes()).into()
}

fn switch(is_on: bool) -> Value {
    word(if is_on { "On" } else { "Off" })
}

/// What replaces characters that an encoding lacks, as scripts see it.
pub fn substitute(call: &mut Call<'_>) -> Value {
    let state = settings(call);
    match state.substitute {
        Substitute::Char(_) => Value::int(i64::from(state.character)),
        Substitute::None => word("none"),
        Substitute::Long(_) => word("long"),
        Substitute::Entity(_) => word("entity"),
    }
}

fn tell(call: &mut Call<'_>, kind: &str) -> Res<Value> {
    Ok(match kind {
        "internal_encoding" => name(settings(call).internal),
        "http_input" => settings(call).identified.map_or(Value::NULL, name),
        "http_output" => name(settings(call).output),
        "http_output_conv_mimetypes" => {
            let value = call.host().setting("mbstring.http_output_conv_mimetypes");
            call.str(&value.unwrap_or_default())?.into()
        }
        "mail_charset" => word(settings(call).language.mail[0]),
        "mail_header_encoding" => word(settings(call).language.mail[1]),
        "mail_body_encoding" => word(settings(call).language.mail[2]),
        "illegal_chars" => Value::int(settings(call).lacking as i64),
        "encoding_translation" => {
            let value = call.host().setting("mbstring.encoding_translation");
            switch(matches!(value.as_deref(), Some(b"1" | b"On" | b"on")))
        }
        "language" => word(settings(call).language.name),
        "detect_order" => {
            let names: Vec<Value> = settings(call).order.iter().copied().map(name).collect();
            call.list(names)?.into()
        }
        "substitute_character" => substitute(call),
        _ => switch(is_strict(call)),
    })
}

pub fn mb_get_info(call: &mut Call<'_>, r#type: &Str) -> Res<Value> {
    if !r#type.eq_ignore_ascii_case(b"all") {
        let kind = KINDS.iter().find(|kind| kind.as_bytes().eq_ignore_ascii_case(r#type));
        return match kind {
            Some(kind) => tell(call, kind),
            None => {
                call.warn("argument #1 ($type) must be a valid type")?;
                Ok(Value::bool(false))
            }
        };
    }
    let mut all = Array::new();
    for kind in KINDS {
        let value = tell(call, kind)?;
        if !value.is_null() {
            let set = all.set(Key::of_str(&string::intern(kind.as_bytes()).to_str()), value);
            call.alloc(set)?;
        }
    }
    Ok(all.into())
}
