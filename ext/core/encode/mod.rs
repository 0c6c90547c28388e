//! Hashes, and bytes as text: hexadecimal, Base64, URLs.

mod base64;
mod md5;
#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use sha1::{Digest as _, Sha1};

fn crc32(_: &mut Call<'_>, string: &Str) -> Res<i64> {
    Ok(i64::from(crc32fast::hash(string)))
}

fn digest(call: &mut Call<'_>, hash: &[u8], binary: bool) -> Res<Str> {
    if binary { call.str(hash) } else { call.alloc(Str::hexadecimal(hash)) }
}

fn md5(call: &mut Call<'_>, string: &Str, binary: bool) -> Res<Str> {
    digest(call, &md5::digest(string), binary)
}

fn sha1(call: &mut Call<'_>, string: &Str, binary: bool) -> Res<Str> {
    digest(call, &Sha1::digest(string.as_bytes()), binary)
}

fn base64_encode(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    call.alloc(base64::encode(string))
}

fn base64_decode(call: &mut Call<'_>, string: &Str, strict: bool) -> Res<OrFalse<Str>> {
    Ok(OrFalse(call.alloc(base64::decode(string, strict))?))
}

/// Bytes that are not plain as `%XX`.
fn percent(call: &mut Call<'_>, string: &Str, is_form: bool) -> Res<Str> {
    let mut out = Vec::with_capacity(string.len());
    for &byte in string.iter() {
        match byte {
            b' ' if is_form => out.push(b'+'),
            b'~' if !is_form => out.push(byte),
            b'-' | b'.' | b'_' => out.push(byte),
            _ if byte.is_ascii_alphanumeric() => out.push(byte),
            _ => {
                let digit = |nibble: u8| b"0123456789ABCDEF"[usize::from(nibble)];
                out.extend([b'%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    call.str(&out)
}

fn urlencode(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    percent(call, string, true)
}

fn rawurlencode(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    percent(call, string, false)
}

fn unpercent(call: &mut Call<'_>, string: &Str, is_form: bool) -> Res<Str> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let mut out = Vec::with_capacity(string.len());
    let mut rest = string.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'+', _) if is_form => out.push(b' '),
            (b'%', [high, low, behind @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    out.push(high << 4 | low);
                    rest = behind;
                }
                _ => out.push(byte),
            },
            _ => out.push(byte),
        }
    }
    call.str(&out)
}

fn urldecode(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    unpercent(call, string, true)
}

fn rawurldecode(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    unpercent(call, string, false)
}
