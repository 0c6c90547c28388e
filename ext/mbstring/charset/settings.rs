//! What scripts set, and how arguments name encodings.

use crate::codec::{Encoding, Kind, Substitute, named};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

/// The settings of a request.
pub struct Settings {
    /// For texts without a named encoding.
    pub internal: &'static Encoding,
    /// What detection tries.
    pub order: Vec<&'static Encoding>,
    /// For characters that an encoding lacks.
    pub substitute: Substitute,
    /// Of mails.
    pub language: &'static str,
    /// Of the output.
    pub output: &'static Encoding,
}

fn known(name: &str) -> &'static Encoding {
    named(name.as_bytes()).expect("invariant: the table has the encodings that this file names")
}

/// What detection tries when nobody said.
fn automatic() -> Vec<&'static Encoding> {
    vec![known("ASCII"), known("UTF-8")]
}

impl Default for Settings {
    fn default() -> Self {
        let utf8 = known("UTF-8");
        Self {
            internal: utf8,
            order: automatic(),
            substitute: Substitute::default(),
            language: "neutral",
            output: utf8,
        }
    }
}

/// The encoding with a name, after a warning when it is none of characters.
pub fn look_up(call: &mut Call<'_>, name: &[u8]) -> Res<Option<&'static Encoding>> {
    let Some(encoding) = named(name) else { return Ok(None) };
    let advice = match encoding.kind {
        Kind::Base64 => {
            "Base64 via mbstring is deprecated; use base64_encode/base64_decode instead"
        }
        Kind::QuotedPrintable => {
            "QPrint via mbstring is deprecated; \
             use quoted_printable_encode/quoted_printable_decode instead"
        }
        Kind::Uuencode => {
            "Uuencode via mbstring is deprecated; use convert_uuencode/convert_uudecode instead"
        }
        Kind::Html => {
            "HTML entities via mbstring is deprecated; use htmlspecialchars, htmlentities, \
             or mb_encode_numericentity/mb_decode_numericentity instead"
        }
        _ => return Ok(Some(encoding)),
    };
    call.deprecate(format!("Handling {advice}"))?;
    Ok(Some(encoding))
}

/// The encoding that the argument at `position` names; without one, that of the settings.
pub fn encoding(
    call: &mut Call<'_>,
    name: Option<&Str>,
    position: usize,
) -> Res<&'static Encoding> {
    let Some(name) = name else { return Ok(call.state::<Settings>().internal) };
    match look_up(call, name)? {
        Some(encoding) => Ok(encoding),
        None => {
            let shown = String::from_utf8_lossy(name).into_owned();
            Err(call.value_error(position, format!("must be a valid encoding, \"{shown}\" given")))
        }
    }
}

/// Adds the encoding with a name, or those that are meant by `auto`.
fn add(
    call: &mut Call<'_>,
    name: &[u8],
    position: usize,
    encodings: &mut Vec<&'static Encoding>,
) -> Res<()> {
    if name.eq_ignore_ascii_case(b"auto") {
        encodings.extend(automatic());
        return Ok(());
    }
    let Some(encoding) = named(name) else {
        let shown = String::from_utf8_lossy(name).into_owned();
        let rule = format!("contains invalid encoding \"{shown}\"");
        return Err(call.value_error(position, rule));
    };
    encodings.push(encoding);
    Ok(())
}

/// The encodings that the argument at `position` lists: an array, or names with commas between.
pub fn list(call: &mut Call<'_>, value: &Value, position: usize) -> Res<Vec<&'static Encoding>> {
    let mut encodings: Vec<&'static Encoding> = Vec::new();
    if let View::Array(names) = value.view() {
        for (_, name) in &names.clone() {
            let name = call.to_str(name)?;
            add(call, &name, position, &mut encodings)?;
        }
    } else {
        let names = call.to_str(value)?;
        for name in names.split(|&byte| byte == b',').filter(|_| !names.is_empty()) {
            add(call, name.trim_ascii(), position, &mut encodings)?;
        }
    }
    if encodings.is_empty() {
        return Err(call.value_error(position, "must specify at least one encoding"));
    }
    Ok(encodings)
}
