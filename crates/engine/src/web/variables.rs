//! Variables of a request, and what its headers have of them.

pub use ext_core::Variables;
use ext_core::{decode_query, variable_path};
use runtime::array::{Array, Key};
use runtime::heap::Oom;
use runtime::string::Str;
use runtime::value::{Value, View};

pub fn text(bytes: &[u8]) -> Result<Value, Oom> {
    Ok(Value::from(Str::new(bytes)?))
}

pub fn put(array: &mut Array, name: &[u8], value: Value) -> Result<(), Oom> {
    let name = Str::new(name)?;
    array.set(Key::of_str(&name), value)
}

/// Variables of a server, whose names are taken as they are.
pub fn named(variables: &[(Vec<u8>, Vec<u8>)]) -> Result<Array, Oom> {
    let mut array = Array::new();
    for (name, value) in variables {
        put(&mut array, name, text(value)?)?;
    }
    Ok(array)
}

/// Adds variables; arrays of the same name are merged.
pub fn merge(into: &mut Array, from: &Array) -> Result<(), Oom> {
    for (key, value) in from {
        let old = into.get(key).cloned();
        let merged = match (old.as_ref().map(Value::view), value.view()) {
            (Some(View::Array(old)), View::Array(new)) => {
                let mut merged = old.clone();
                merge(&mut merged, new)?;
                Value::from(merged)
            }
            _ => value.clone(),
        };
        into.set(key, merged)?;
    }
    Ok(())
}

/// The user and the password of a header of basic authentication, or what another scheme says.
pub fn pairs(header: &[u8]) -> Vec<(&'static [u8], Vec<u8>)> {
    if let Some((scheme, rest)) = header.split_at_checked(7)
        && scheme.eq_ignore_ascii_case(b"Digest ")
    {
        return vec![(b"PHP_AUTH_DIGEST", rest.to_vec())];
    }
    let Some((b"Basic " | b"basic ", rest)) = header.split_at_checked(6) else { return Vec::new() };
    let decoded = from_base64(rest.trim_ascii());
    let Some(at) = decoded.iter().position(|&byte| byte == b':') else { return Vec::new() };
    vec![(b"PHP_AUTH_USER", decoded[..at].to_vec()), (b"PHP_AUTH_PW", decoded[at + 1..].to_vec())]
}

/// The bytes of a text in base 64; what is none of its digits is passed over.
fn from_base64(text: &[u8]) -> Vec<u8> {
    let digit = |byte: &u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u8> = text.iter().filter_map(digit).collect();
    let bytes = digits.chunks(4).flat_map(|chunk| {
        let word = chunk.iter().fold(0, |word: u32, digit| word << 6 | u32::from(*digit));
        let word = word << (6 * (4 - chunk.len()));
        word.to_be_bytes().into_iter().skip(1).take(chunk.len() - 1)
    });
    bytes.collect()
}

/// The value of a cookie, in which a plus is a plus.
fn decode_cookie(value: &[u8]) -> Vec<u8> {
    let parts = value.split(|&byte| byte == b'+').map(decode_query);
    parts.collect::<Vec<_>>().join(&b'+')
}

/// Adds cookies, of which the first of a name counts.
pub fn add_cookies(into: &mut Variables, header: &[u8]) -> Result<(), Oom> {
    for part in header.split(|&byte| byte == b';') {
        let part = part.trim_ascii_start();
        let (name, value) = match part.iter().position(|&byte| byte == b'=') {
            Some(at) => (&part[..at], decode_cookie(&part[at + 1..])),
            None => (part, Vec::new()),
        };
        let is_known = variable_path(name).is_some_and(|(head, keys)| {
            let head = Str::new(&head);
            keys.is_empty() && head.is_ok_and(|head| into.array().get(Key::of_str(&head)).is_some())
        });
        if !is_known {
            into.add(name, &value)?;
        }
    }
    Ok(())
}
