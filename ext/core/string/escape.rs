//! Backslashes and line breaks added or taken away.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

use super::charmask;

pub(super) fn nl2br(call: &mut Call<'_>, string: &Str, use_xhtml: bool) -> Res<Str> {
    let tag: &[u8] = if use_xhtml { b"<br />" } else { b"<br>" };
    let mut out = Vec::with_capacity(string.len());
    let mut rest = string.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let length = match rest {
            [b'\r', b'\n', ..] | [b'\n', b'\r', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => {
                out.push(byte);
                rest = after;
                continue;
            }
        };
        out.extend_from_slice(tag);
        out.extend_from_slice(&rest[..length]);
        rest = &rest[length..];
    }
    call.str(&out)
}

pub(super) fn addslashes(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    let mut out = Vec::with_capacity(string.len());
    for &byte in string.iter() {
        match byte {
            0 => out.extend_from_slice(b"\\0"),
            b'\'' | b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            _ => out.push(byte),
        }
    }
    call.str(&out)
}

pub(super) fn stripslashes(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    let mut out = Vec::with_capacity(string.len());
    let mut bytes = string.iter();
    while let Some(&byte) = bytes.next() {
        match byte {
            b'\\' => match bytes.next() {
                Some(b'0') => out.push(0),
                Some(&escaped) => out.push(escaped),
                None => {}
            },
            _ => out.push(byte),
        }
    }
    call.str(&out)
}

pub(super) fn addcslashes(call: &mut Call<'_>, string: &Str, characters: &Str) -> Res<Str> {
    let mask = charmask::of(call, characters)?;
    let mut out = Vec::with_capacity(string.len());
    for &byte in string.iter() {
        if !mask.has(byte) {
            out.push(byte);
            continue;
        }
        out.push(b'\\');
        match byte {
            b'\n' => out.push(b'n'),
            b'\t' => out.push(b't'),
            b'\r' => out.push(b'r'),
            7 => out.push(b'a'),
            11 => out.push(b'v'),
            8 => out.push(b'b'),
            12 => out.push(b'f'),
            0..32 | 127.. => out.extend_from_slice(format!("{byte:03o}").as_bytes()),
            _ => out.push(byte),
        }
    }
    call.str(&out)
}

pub(super) fn quotemeta(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    let mut out = Vec::with_capacity(string.len());
    for &byte in string.iter() {
        if b".\\+*?[^]($)".contains(&byte) {
            out.push(b'\\');
        }
        out.push(byte);
    }
    call.str(&out)
}
