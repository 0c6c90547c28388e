//! The functions of iconv.

mod charset;
#[rustfmt::skip]
mod r#gen;
mod translit;

pub use r#gen::{CONSTANTS, NATIVES};

use charset::{Charset, Failure};
use runtime::array::{Array, Key};
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::{self, Str};
use runtime::value::Value;

/// The three settings, in their order.
const SETTINGS: [&str; 3] = ["input_encoding", "output_encoding", "internal_encoding"];

/// The encodings that scripts set.
struct Encodings([Vec<u8>; 3]);

impl Default for Encodings {
    fn default() -> Self {
        Self([const { b"UTF-8" }; 3].map(|name| name.to_vec()))
    }
}

fn internal(call: &mut Call<'_>, name: Option<&Str>) -> Vec<u8> {
    match name {
        Some(name) => name.to_vec(),
        None => call.state::<Encodings>().0[2].clone(),
    }
}

fn fail(call: &mut Call<'_>, failure: Failure) -> Res<()> {
    call.notice(match failure {
        Failure::Illegal => "Detected an illegal character in input string",
        Failure::Incomplete => "Detected an incomplete multibyte character in input string",
    })
}

fn wrong(call: &mut Call<'_>, from: &[u8], to: &[u8]) -> Res<()> {
    const NAME_BYTES_MAX: usize = 64;
    if from.len() >= NAME_BYTES_MAX || to.len() >= NAME_BYTES_MAX {
        return call.warn(format!(
            "Encoding parameter exceeds the maximum allowed length of {NAME_BYTES_MAX} characters"
        ));
    }
    let (from, to) = (String::from_utf8_lossy(from), String::from_utf8_lossy(to));
    call.warn(format!("Wrong encoding, conversion from \"{from}\" to \"{to}\" is not allowed"))
}

fn iconv(call: &mut Call<'_>, from: &Str, to: &Str, string: &Str) -> Res<OrFalse<Str>> {
    let (Some(source), Some(target)) = (Charset::named(from), Charset::named(to)) else {
        wrong(call, from, to)?;
        return Ok(OrFalse(None));
    };
    let text = source.decode(string, target.ignores());
    match text.and_then(|text| target.encode(&text)) {
        Ok(bytes) => Ok(OrFalse(Some(call.str(&bytes)?))),
        Err(failure) => {
            fail(call, failure)?;
            Ok(OrFalse(None))
        }
    }
}

/// The characters of a text; `None` after a warning.
fn characters(call: &mut Call<'_>, text: &[u8], name: &[u8]) -> Res<Option<Vec<u32>>> {
    let Some(charset) = Charset::named(name) else {
        wrong(call, name, b"UCS-4LE")?;
        return Ok(None);
    };
    match charset.decode(text, false) {
        Ok(text) => Ok(Some(text)),
        Err(failure) => {
            fail(call, failure)?;
            Ok(None)
        }
    }
}

fn iconv_strlen(call: &mut Call<'_>, string: &Str, encoding: Option<&Str>) -> Res<OrFalse<i64>> {
    let name = internal(call, encoding);
    let text = characters(call, string, &name)?;
    Ok(OrFalse(text.map(|text| text.len() as i64)))
}

fn iconv_substr(
    call: &mut Call<'_>,
    string: &Str,
    offset: i64,
    length: Option<i64>,
    encoding: Option<&Str>,
) -> Res<OrFalse<Str>> {
    let name = internal(call, encoding);
    let Some(text) = characters(call, string, &name)? else { return Ok(OrFalse(None)) };
    let Some(charset) = Charset::named(&name) else { return Ok(OrFalse(None)) };
    let whole = text.len() as i64;
    let from = if offset < 0 { (whole.saturating_add(offset)).max(0) } else { offset.min(whole) };
    let rest = whole - from;
    let taken = match length {
        None => rest,
        Some(length) if length < 0 => rest.saturating_add(length).max(0),
        Some(length) => length.min(rest),
    };
    let part = &text[from as usize..(from + taken) as usize];
    match charset.encode(part) {
        Ok(bytes) => Ok(OrFalse(Some(call.str(&bytes)?))),
        Err(failure) => {
            fail(call, failure)?;
            Ok(OrFalse(None))
        }
    }
}

/// Both texts, when they are correct and the needle is not empty.
fn both(
    call: &mut Call<'_>,
    (haystack, needle): (&Str, &Str),
    name: &[u8],
) -> Res<Option<(Vec<u32>, Vec<u32>)>> {
    if needle.is_empty() {
        return Ok(None);
    }
    let Some(haystack) = characters(call, haystack, name)? else { return Ok(None) };
    let Some(needle) = characters(call, needle, name)? else { return Ok(None) };
    Ok(Some((haystack, needle)))
}

fn iconv_strpos(
    call: &mut Call<'_>,
    haystack: &Str,
    needle: &Str,
    offset: i64,
    encoding: Option<&Str>,
) -> Res<OrFalse<i64>> {
    let name = internal(call, encoding);
    let from = if offset < 0 {
        let Some(whole) = characters(call, haystack, &name)? else { return Ok(OrFalse(None)) };
        offset.saturating_add(whole.len() as i64)
    } else {
        offset
    };
    let Ok(from) = usize::try_from(from) else {
        return Err(call.value_error(3, "must be contained in argument #1 ($haystack)"));
    };
    let Some((text, needle)) = both(call, (haystack, needle), &name)? else {
        return Ok(OrFalse(None));
    };
    if from > text.len() {
        return Err(call.value_error(3, "must be contained in argument #1 ($haystack)"));
    }
    let found = text[from..].windows(needle.len()).position(|part| part == needle);
    Ok(OrFalse(found.map(|at| (at + from) as i64)))
}

fn iconv_strrpos(
    call: &mut Call<'_>,
    haystack: &Str,
    needle: &Str,
    encoding: Option<&Str>,
) -> Res<OrFalse<i64>> {
    let name = internal(call, encoding);
    let Some((text, needle)) = both(call, (haystack, needle), &name)? else {
        return Ok(OrFalse(None));
    };
    let found = text.windows(needle.len()).rposition(|part| part == needle);
    Ok(OrFalse(found.map(|at| at as i64)))
}

fn iconv_get_encoding(call: &mut Call<'_>, r#type: &Str) -> Res<Value> {
    let encodings = call.state::<Encodings>().0.clone();
    if r#type.eq_ignore_ascii_case(b"all") {
        let mut array = Array::new();
        for (setting, name) in SETTINGS.iter().zip(&encodings) {
            let key = string::intern(setting.as_bytes()).to_str();
            let value = call.str(name)?;
            let set = array.set(Key::Str(&key), value.into());
            call.alloc(set)?;
        }
        return Ok(array.into());
    }
    let found = SETTINGS.iter().position(|name| name.as_bytes().eq_ignore_ascii_case(r#type));
    match found {
        Some(at) => Ok(call.str(&encodings[at])?.into()),
        None => Ok(Value::bool(false)),
    }
}

fn iconv_set_encoding(call: &mut Call<'_>, r#type: &Str, encoding: &Str) -> Res<bool> {
    let found = SETTINGS.iter().position(|name| name.as_bytes().eq_ignore_ascii_case(r#type));
    let Some(at) = found else { return Ok(false) };
    call.deprecate(format!("Use of iconv.{} is deprecated", SETTINGS[at]))?;
    call.state::<Encodings>().0[at] = encoding.to_vec();
    Ok(true)
}
