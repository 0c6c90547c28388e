//! The functions of iconv.

mod charset;
#[rustfmt::skip]
mod r#gen;
mod mime;
mod single;
mod translit;

pub use r#gen::{CONSTANTS, NATIVES};

pub use charset::{Charset, Failure};
use mime::{Mode, Wrong};
use runtime::array::{Array, Key};
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::{self, Str};
use runtime::value::{Value, View};

/// The three settings, in their order.
const SETTINGS: [&str; 3] = ["input_encoding", "output_encoding", "internal_encoding"];

/// The longest name of an encoding, and one more.
const NAME_BYTES_MAX: usize = 64;

/// What `iconv_set_encoding()` set.
#[derive(Default)]
struct Chosen([Option<Vec<u8>>; 3]);

/// The encoding of a setting: its own, or that of the general setting, or the default.
fn configured(call: &mut Call<'_>, setting: &str) -> Vec<u8> {
    let at = SETTINGS.iter().position(|held| *held == setting);
    if let Some(chosen) = at.and_then(|at| call.state::<Chosen>().0[at].clone()) {
        return chosen;
    }
    let own = format!("iconv.{setting}");
    let names = [own.as_str(), setting, "default_charset"];
    let mut read = |name: &&str| call.host().setting(name).filter(|value| !value.is_empty());
    names.iter().find_map(&mut read).unwrap_or_else(|| b"UTF-8".to_vec())
}

fn internal(call: &mut Call<'_>, name: Option<&Str>) -> Vec<u8> {
    match name {
        Some(name) => name.to_vec(),
        None => configured(call, SETTINGS[2]),
    }
}

/// Before an ini setting changes: whether it may. Advises against those of iconv.
pub fn changed(call: &mut Call<'_>, name: &str, value: Option<&[u8]>) -> Res<bool> {
    let own = name.strip_prefix("iconv.");
    let at = own.and_then(|own| SETTINGS.iter().position(|held| *held == own));
    let Some(at) = at else { return Ok(true) };
    if value.is_some_and(|value| value.len() >= NAME_BYTES_MAX) {
        return Ok(false);
    }
    call.deprecate(format!("Use of {name} is deprecated"))?;
    call.state::<Chosen>().0[at] = None;
    Ok(true)
}

fn fail(call: &mut Call<'_>, failure: Failure) -> Res<()> {
    call.notice(match failure {
        Failure::Illegal => "Detected an illegal character in input string",
        Failure::Incomplete => "Detected an incomplete multibyte character in input string",
    })
}

fn wrong(call: &mut Call<'_>, from: &[u8], to: &[u8]) -> Res<()> {
    if from.len() >= NAME_BYTES_MAX || to.len() >= NAME_BYTES_MAX {
        return call.warn(format!(
            "Encoding parameter exceeds the maximum allowed length of {NAME_BYTES_MAX} characters"
        ));
    }
    let (from, to) = (String::from_utf8_lossy(from), String::from_utf8_lossy(to));
    call.warn(format!("Wrong encoding, conversion from \"{from}\" to \"{to}\" is not allowed"))
}

fn iconv(call: &mut Call<'_>, from: &Str, to: &Str, string: &Str) -> Res<OrFalse<Str>> {
    let (Some(source), Some(target)) = (Charset::named(from), Charset::target(call, to)?) else {
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
    if r#type.eq_ignore_ascii_case(b"all") {
        let mut array = Array::new();
        for setting in SETTINGS {
            let key = string::intern(setting.as_bytes()).to_str();
            let name = configured(call, setting);
            let value = call.str(&name)?;
            let set = array.set(Key::Str(&key), value.into());
            call.alloc(set)?;
        }
        return Ok(array.into());
    }
    match SETTINGS.iter().find(|name| name.as_bytes().eq_ignore_ascii_case(r#type)) {
        Some(setting) => {
            let name = configured(call, setting);
            Ok(call.str(&name)?.into())
        }
        None => Ok(Value::bool(false)),
    }
}

/// Whether the name of an encoding is not too long; else warns.
fn is_short(call: &mut Call<'_>, name: &[u8]) -> Res<bool> {
    if name.len() < NAME_BYTES_MAX {
        return Ok(true);
    }
    call.warn(format!(
        "Encoding parameter exceeds the maximum allowed length of {NAME_BYTES_MAX} characters"
    ))?;
    Ok(false)
}

fn iconv_set_encoding(call: &mut Call<'_>, r#type: &Str, encoding: &Str) -> Res<bool> {
    if !is_short(call, encoding)? {
        return Ok(false);
    }
    let found = SETTINGS.iter().position(|name| name.as_bytes().eq_ignore_ascii_case(r#type));
    let Some(at) = found else { return Ok(false) };
    call.deprecate(format!("Use of iconv.{} is deprecated", SETTINGS[at]))?;
    call.state::<Chosen>().0[at] = Some(encoding.to_vec()).filter(|name| !name.is_empty());
    Ok(true)
}

/// Says why a header could not be read or written.
fn told(call: &mut Call<'_>, wrong: Wrong, names: (&[u8], &[u8])) -> Res<()> {
    match wrong {
        Wrong::Text(failure) => fail(call, failure),
        Wrong::Charset(_) => self::wrong(call, names.0, names.1),
        Wrong::Malformed => call.warn("Malformed string"),
        Wrong::TooLong => call.warn("Buffer length exceeded"),
    }
}

fn mode(bits: i64) -> Mode {
    Mode { is_strict: bits & 1 != 0, goes_on: bits & 2 != 0 }
}

fn iconv_mime_decode(
    call: &mut Call<'_>,
    string: &Str,
    mode: i64,
    encoding: Option<&Str>,
) -> Res<OrFalse<Str>> {
    let name = internal(call, encoding);
    if !is_short(call, &name)? {
        return Ok(OrFalse(None));
    }
    let Some(target) = Charset::target(call, &name)? else {
        self::wrong(call, b"???", &name)?;
        return Ok(OrFalse(None));
    };
    match mime::decode(string, &target, self::mode(mode)) {
        Ok((bytes, _)) => Ok(OrFalse(Some(call.str(&bytes)?))),
        Err(wrong) => {
            told(call, wrong, (b"???", &name))?;
            Ok(OrFalse(None))
        }
    }
}

/// Adds a header to those read: the values of one that comes again are a list.
fn add_header(call: &mut Call<'_>, headers: &mut Array, header: &[u8]) -> Res<()> {
    let Some(colon) = header.iter().position(|&byte| byte == b':') else { return Ok(()) };
    let name = call.str(&header[..colon])?;
    let value = &header[colon + 1..];
    let blanks = value.iter().take_while(|&&byte| b" \t".contains(&byte)).count();
    let value: Value = call.str(&value[blanks..])?.into();
    let held = headers.get(Key::of_str(&name)).cloned();
    let value = match held {
        None => value,
        Some(held) => match held.view() {
            View::Array(list) => {
                let mut list = list.clone();
                let push = list.append(value).map_err(|_| runtime::heap::Oom);
                call.alloc(push)?;
                list.into()
            }
            _ => call.list([held.clone(), value])?.into(),
        },
    };
    let set = headers.set(Key::of_str(&name), value);
    call.alloc(set)
}

fn iconv_mime_decode_headers(
    call: &mut Call<'_>,
    headers: &Str,
    mode: i64,
    encoding: Option<&Str>,
) -> Res<OrFalse<Array>> {
    let name = internal(call, encoding);
    if !is_short(call, &name)? {
        return Ok(OrFalse(None));
    }
    let Some(target) = Charset::target(call, &name)? else {
        self::wrong(call, b"???", &name)?;
        return Ok(OrFalse(None));
    };
    let mut read = Array::new();
    let mut rest = headers.as_bytes();
    while !rest.is_empty() {
        match mime::decode(rest, &target, self::mode(mode)) {
            Ok((header, _)) if header.is_empty() => break,
            Ok((header, length)) => {
                add_header(call, &mut read, &header)?;
                rest = &rest[length..];
            }
            Err(wrong) => {
                told(call, wrong, (b"???", &name))?;
                return Ok(OrFalse(None));
            }
        }
    }
    Ok(OrFalse(Some(read)))
}

/// A string among options that is not empty.
fn text_option(call: &mut Call<'_>, options: &Array, name: &[u8]) -> Res<Option<Vec<u8>>> {
    let key = call.str(name)?;
    let value = options.get(Key::of_str(&key)).map(|value| value.unboxed().clone());
    Ok(value
        .and_then(|value| value.as_str().map(|text| text.to_vec()))
        .filter(|text| !text.is_empty()))
}

fn iconv_mime_encode(
    call: &mut Call<'_>,
    field_name: &Str,
    field_value: &Str,
    options: &Array,
) -> Res<OrFalse<Str>> {
    let internal = configured(call, SETTINGS[2]);
    let scheme = text_option(call, options, b"scheme")?;
    let from = text_option(call, options, b"input-charset")?.unwrap_or_else(|| internal.clone());
    let to = text_option(call, options, b"output-charset")?.unwrap_or(internal);
    if !is_short(call, &from)? || !is_short(call, &to)? {
        return Ok(OrFalse(None));
    }
    let key = call.str(b"line-length")?;
    let line = match options.get(Key::of_str(&key)).cloned() {
        Some(line) => runtime::conv::to_int(call.rq(), &line)?,
        None => 76,
    };
    let key = call.str(b"line-break-chars")?;
    let line_feed = match options.get(Key::of_str(&key)).cloned() {
        Some(text) => call.to_str(&text)?.to_vec(),
        None => b"\r\n".to_vec(),
    };
    let line = usize::try_from(line).unwrap_or(usize::MAX);
    // The line is allocated where the request's limit counts.
    let reserved = Str::with_capacity(line.saturating_add(5).min(isize::MAX as usize / 2));
    call.alloc(reserved)?;
    let is_base64 = !matches!(scheme.as_deref(), Some([b'Q' | b'q', ..]));
    let form = mime::Form { charset: &to, is_base64, line, line_feed: &line_feed };
    let (Some(source), Some(target)) = (Charset::named(&from), Charset::target(call, &to)?) else {
        self::wrong(call, &from, &to)?;
        return Ok(OrFalse(None));
    };
    let written = source
        .decode(field_value, false)
        .map_err(Wrong::from)
        .and_then(|text| mime::encode(field_name, &text, &target, &form));
    match written {
        Ok(bytes) => Ok(OrFalse(Some(call.str(&bytes)?))),
        Err(wrong) => {
            told(call, wrong, (&from, &to))?;
            Ok(OrFalse(None))
        }
    }
}

fn ob_iconv_handler_(call: &mut Call<'_>, contents: &Str, _status: i64) -> Res<OrFalse<Str>> {
    let from = configured(call, SETTINGS[2]);
    let to = configured(call, SETTINGS[1]);
    let (Some(source), Some(target)) = (Charset::named(&from), Charset::target(call, &to)?) else {
        return Ok(OrFalse(None));
    };
    let written = source.decode(contents, false).and_then(|text| target.encode(&text));
    match written {
        Ok(bytes) => Ok(OrFalse(Some(call.str(&bytes)?))),
        Err(_) => Ok(OrFalse(None)),
    }
}
