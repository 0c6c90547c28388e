//! Values in one line, as `xtask/php/natives.php` shows them.

use runtime::array::Key;
use runtime::conv::float_text;
use runtime::native::Default;
use runtime::value::{Value, View};

/// Appends the text of a value.
pub fn value(value: &Value, out: &mut Vec<u8>) {
    match value.unboxed().view() {
        View::Uninit => out.extend_from_slice(b"uninit"),
        View::Null => out.extend_from_slice(b"null"),
        View::Bool(value) => out.extend_from_slice(value.to_string().as_bytes()),
        View::Int(value) => out.extend_from_slice(value.to_string().as_bytes()),
        View::Float(value) => float(value, out),
        View::Str(value) => string(value, out),
        View::Array(array) => {
            out.push(b'[');
            for (index, (key, element)) in array.iter().enumerate() {
                if index > 0 {
                    out.extend_from_slice(b", ");
                }
                match key {
                    Key::Int(key) => out.extend_from_slice(key.to_string().as_bytes()),
                    Key::Str(key) => string(key, out),
                }
                out.extend_from_slice(b" => ");
                self::value(element, out);
            }
            out.push(b']');
        }
        View::Object(_) | View::Resource(_) | View::Ref(_) => out.extend_from_slice(b"object"),
    }
}

/// The value that stands for an argument that is left out.
pub fn default(value: Default, out: &mut Vec<u8>) {
    match value {
        Default::Required | Default::Unset => out.push(b'?'),
        Default::Null => out.extend_from_slice(b"null"),
        Default::Bool(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Default::Int(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Default::Float(value) => float(value, out),
        Default::Bytes(value) => string(value, out),
        Default::EmptyArray => out.extend_from_slice(b"[]"),
    }
}

fn float(value: f64, out: &mut Vec<u8>) {
    let text = float_text::shortest(value);
    out.extend_from_slice(text.as_bytes());
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        out.extend_from_slice(b".0");
    }
}

/// Appends a string in double quotes; bytes that do not print are hexadecimal.
pub fn string(bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'"');
    for &byte in bytes {
        match byte {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            0x20..0x7f => out.push(byte),
            _ => out.extend_from_slice(format!("\\x{byte:02x}").as_bytes()),
        }
    }
    out.push(b'"');
}
