//! The output in another encoding: a handler for `ob_start()`.

use super::settings::settings;
use crate::codec::{PASS, decode, encode_counted};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

/// The flags of a handler's call.
const START: i64 = 1;
const END: i64 = 8;

/// The type that a script named, without its parameters; none when it named none.
fn content_type(call: &mut Call<'_>) -> Res<Option<Vec<u8>>> {
    let kind = super::call_named(call, "header_type_", &[])?;
    Ok(kind.as_str().map(|kind| kind.to_vec()))
}

/// Whether the ini setting names the type.
fn is_converted(call: &mut Call<'_>, kind: &[u8]) -> Res<bool> {
    let pattern = call.host().setting("mbstring.http_output_conv_mimetypes").unwrap_or_default();
    let pattern = pattern.trim_ascii();
    if pattern.is_empty() {
        return Ok(false);
    }
    let pattern = [b"\x01", pattern, b"\x01i"].concat();
    let arguments = [call.str(&pattern)?.into(), call.str(kind)?.into()];
    let found = super::call_named(call, "preg_match", &arguments)?;
    Ok(found.as_int() == Some(1))
}

/// Before the first output: tells the reader its encoding, if it is to be converted.
fn begin(call: &mut Call<'_>) -> Res<()> {
    let set = content_type(call)?;
    let kind = match set {
        Some(kind) if is_converted(call, &kind)? => kind,
        Some(_) => return Ok(()),
        None => call.host().setting("default_mimetype").unwrap_or_else(|| b"text/html".to_vec()),
    };
    let charset = settings(call).output.mime;
    if !charset.is_empty() {
        let header = [b"Content-Type: ", &kind[..], b"; charset=", charset.as_bytes()].concat();
        let header = call.str(&header)?;
        super::call_named(call, "header", &[header.into()])?;
    }
    settings(call).converts = true;
    Ok(())
}

pub fn mb_output_handler(call: &mut Call<'_>, string: &Str, status: i64) -> Res<Str> {
    let output = settings(call).output;
    if std::ptr::eq(output, &PASS) {
        return Ok(string.clone());
    }
    if status & START != 0 {
        begin(call)?;
    }
    if !settings(call).converts {
        return Ok(string.clone());
    }
    let internal = settings(call).internal;
    let substitute = settings(call).substitute;
    let (bytes, lacking) = encode_counted(output, &decode(internal, string), substitute);
    settings(call).lacking += lacking;
    if status & END != 0 {
        settings(call).converts = false;
    }
    call.str(&bytes)
}
