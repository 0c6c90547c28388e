//! Classes of ASCII characters.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::{Value, View};

/// Whether all bytes are of a class. An int from −128 to 255 is a character, others their digits.
fn all(call: &mut Call<'_>, text: &Value, is_in_class: fn(&u8) -> bool) -> Res<bool> {
    if let View::Str(text) = text.view() {
        return Ok(!text.is_empty() && text.iter().all(is_in_class));
    }
    let name = conv::type_name(call.rq(), text);
    call.deprecate(format!("Argument of type {name} will be interpreted as string in the future"))?;
    let View::Int(code) = text.view() else { return Ok(false) };
    Ok(match code {
        0..=255 => is_in_class(&(code as u8)),
        -128..0 => is_in_class(&((code + 256) as u8)),
        _ => conv::int_text(code, &mut [0; 20]).iter().all(is_in_class),
    })
}

macro_rules! classes {
    ($($name:ident = $class:expr;)+) => {$(
        fn $name(call: &mut Call<'_>, text: &Value) -> Res<bool> {
            all(call, text, $class)
        }
    )+};
}

classes! {
    ctype_alnum = u8::is_ascii_alphanumeric;
    ctype_alpha = u8::is_ascii_alphabetic;
    ctype_cntrl = u8::is_ascii_control;
    ctype_digit = u8::is_ascii_digit;
    ctype_graph = u8::is_ascii_graphic;
    ctype_lower = u8::is_ascii_lowercase;
    ctype_print = |byte| byte.is_ascii_graphic() || *byte == b' ';
    ctype_punct = u8::is_ascii_punctuation;
    ctype_space = |byte| matches!(byte, b' ' | 9..=13);
    ctype_upper = u8::is_ascii_uppercase;
    ctype_xdigit = u8::is_ascii_hexdigit;
}
