//! Streams of messages, whose sides a script keeps as strings.

use runtime::array::Array;
use runtime::native::{Call, OrFalse};
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::argument::{bytes_mut, fixed, take_string};
use super::outcome::{failed, filled, opened, refused};
use crate::ffi::{SECRETSTREAM_STATE, SecretStream, sodium};
use crate::length::SECRETSTREAM_MORE;

pub fn sodium_crypto_secretstream_xchacha20poly1305_init_push(
    call: &mut Call<'_>,
    key: &Str,
) -> Res<Array> {
    let key = fixed(call, 1, key, "SECRETSTREAM_XCHACHA20POLY1305_KEYBYTES")?;
    let Some((side, header)) = SecretStream::sender(sodium(), key) else {
        return Err(failed(call, "internal error"));
    };
    let both = [Value::from(call.str(&side.to_bytes())?), Value::from(call.str(&header)?)];
    call.list(both)
}

pub fn sodium_crypto_secretstream_xchacha20poly1305_init_pull(
    call: &mut Call<'_>,
    header: &Str,
    key: &Str,
) -> Res<Str> {
    let header = fixed(call, 1, header, "SECRETSTREAM_XCHACHA20POLY1305_HEADERBYTES")?;
    let key = fixed(call, 2, key, "SECRETSTREAM_XCHACHA20POLY1305_KEYBYTES")?;
    match SecretStream::receiver(sodium(), header, key) {
        Some(side) => call.str(&side.to_bytes()),
        None => Err(failed(call, "internal error")),
    }
}

/// The side that a variable holds; none when its string is of another length.
fn side_of(call: &mut Call<'_>, state: &Reference) -> Res<Option<SecretStream>> {
    let Some(text) = state.peek().as_str() else {
        return Err(refused(call, 1, "must be a reference to a state"));
    };
    let bytes = <&[u8; SECRETSTREAM_STATE]>::try_from(text.as_bytes()).ok();
    Ok(bytes.map(|bytes| SecretStream::from_bytes(sodium(), bytes)))
}

fn keep(call: &mut Call<'_>, state: &Reference, side: &SecretStream) -> Res<()> {
    if let Some(mut text) = take_string(call, state)? {
        bytes_mut(&mut text).copy_from_slice(&side.to_bytes());
        state.set(text.into());
    }
    Ok(())
}

pub fn sodium_crypto_secretstream_xchacha20poly1305_push(
    call: &mut Call<'_>,
    state: &Reference,
    message: &Str,
    additional_data: &Str,
    tag: i64,
) -> Res<Str> {
    let Some(mut side) = side_of(call, state)? else {
        return Err(refused(call, 1, "must have a correct length"));
    };
    let Ok(tag) = u8::try_from(tag) else {
        return Err(refused(call, 4, "must be in the range of 0-255"));
    };
    let length = message.len() + SECRETSTREAM_MORE;
    let sealed = filled(call, length, |out| side.push(out, (message, additional_data), tag))?;
    keep(call, state, &side)?;
    Ok(sealed)
}

pub fn sodium_crypto_secretstream_xchacha20poly1305_pull(
    call: &mut Call<'_>,
    state: &Reference,
    ciphertext: &Str,
    additional_data: &Str,
) -> Res<OrFalse<Array>> {
    let Some(mut side) = side_of(call, state)? else {
        return Err(failed(call, "incorrect state length"));
    };
    let Some(length) = ciphertext.len().checked_sub(SECRETSTREAM_MORE) else {
        return Ok(OrFalse(None));
    };
    let mut tag = None;
    let message = opened(call, length, |out| {
        tag = side.pull(out, (ciphertext, additional_data));
        tag.is_some()
    })?;
    let (Some(message), Some(tag)) = (message, tag) else { return Ok(OrFalse(None)) };
    keep(call, state, &side)?;
    let both = call.list([Value::from(message), Value::int(i64::from(tag))])?;
    Ok(OrFalse(Some(both)))
}

pub fn sodium_crypto_secretstream_xchacha20poly1305_rekey(
    call: &mut Call<'_>,
    state: &Reference,
) -> Res<()> {
    let Some(mut side) = side_of(call, state)? else {
        return Err(failed(call, "incorrect state length"));
    };
    side.rekey();
    keep(call, state, &side)
}
