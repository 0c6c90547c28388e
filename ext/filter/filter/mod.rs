//! The functions of filters.

mod address;
#[rustfmt::skip]
mod r#gen;
mod number;
mod sanitize;

pub use r#gen::{CONSTANTS, NATIVES};

use ext_core::UrlParts;
use number::{Notations, Separators};
use runtime::array::{Array, Key};
use runtime::conv;
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::raise::{Halt, Res};
use runtime::string::{self, Str};
use runtime::value::{Value, View};

/// What filters may be told, as in the stub.
mod flag {
    pub const OCTAL: i64 = 1;
    pub const HEX: i64 = 2;
    pub const STRIP_LOW: i64 = 4;
    pub const STRIP_HIGH: i64 = 8;
    pub const ENCODE_LOW: i64 = 16;
    pub const ENCODE_HIGH: i64 = 32;
    pub const ENCODE_AMP: i64 = 64;
    pub const NO_ENCODE_QUOTES: i64 = 128;
    pub const EMPTY_STRING_NULL: i64 = 256;
    pub const STRIP_BACKTICK: i64 = 512;
    pub const FRACTION: i64 = 4096;
    pub const THOUSAND: i64 = 8192;
    pub const SCIENTIFIC: i64 = 16_384;
    pub const PATH: i64 = 262_144;
    pub const QUERY: i64 = 524_288;
    pub const IPV4: i64 = 1_048_576;
    pub const HOSTNAME: i64 = IPV4;
    pub const UNICODE: i64 = IPV4;
    pub const IPV6: i64 = 2_097_152;
    pub const NO_RESERVED: i64 = 4_194_304;
    pub const NO_PRIVATE: i64 = 8_388_608;
    pub const REQUIRE_ARRAY: i64 = 16_777_216;
    pub const REQUIRE_SCALAR: i64 = 33_554_432;
    pub const FORCE_ARRAY: i64 = 67_108_864;
    pub const NULL_ON_FAILURE: i64 = 134_217_728;
    pub const GLOBAL: i64 = 268_435_456;
}

/// Names and numbers of filters, in PHP's order.
const FILTERS: &[(&str, i64)] = &[
    ("int", 257),
    ("boolean", 258),
    ("float", 259),
    ("validate_regexp", 272),
    ("validate_domain", 277),
    ("validate_url", 273),
    ("validate_email", 274),
    ("validate_ip", 275),
    ("validate_mac", 276),
    ("string", 513),
    ("stripped", 513),
    ("encoded", 514),
    ("special_chars", 515),
    ("full_special_chars", 522),
    ("unsafe_raw", 516),
    ("email", 517),
    ("url", 518),
    ("number_int", 519),
    ("number_float", 520),
    ("add_slashes", 523),
    ("callback", 1024),
];

const RAW: i64 = 516;
const CALLBACK: i64 = 1024;

/// A filter with what it was told.
struct Filter {
    id: i64,
    flags: i64,
    options: Option<Array>,
    callback: Option<Value>,
}

fn get(array: &Array, key: &str) -> Option<Value> {
    let key = string::intern(key.as_bytes()).to_str();
    array.get_str(&key).map(|value| value.unboxed().clone())
}

fn refused(call: &mut Call<'_>, text: impl Into<String>) -> Halt {
    call.throw(Message::ValueRefused { text: text.into() })
}

impl Filter {
    fn new(call: &mut Call<'_>, id: i64, options: &Value) -> Res<Self> {
        let mut filter = Self { id, flags: 0, options: None, callback: None };
        match options.view() {
            View::Array(told) => {
                let told = told.clone();
                if let Some(flags) = get(&told, "flags") {
                    filter.flags = conv::to_int(call.rq(), &flags)?;
                }
                match get(&told, "options") {
                    Some(options) if id == CALLBACK => filter.callback = Some(options),
                    Some(options) => filter.options = options.as_array().cloned(),
                    None => {}
                }
            }
            _ => filter.flags = conv::to_int(call.rq(), options)?,
        }
        const SHAPES: i64 = flag::REQUIRE_ARRAY | flag::FORCE_ARRAY | flag::REQUIRE_SCALAR;
        if filter.flags & SHAPES == 0 && id != CALLBACK {
            filter.flags |= flag::REQUIRE_SCALAR;
        }
        Ok(filter)
    }

    fn has(&self, flags: i64) -> bool {
        self.flags & flags != 0
    }

    fn option(&self, name: &str) -> Option<Value> {
        get(self.options.as_ref()?, name)
    }

    fn failure(&self) -> Value {
        match self.option("default") {
            Some(default) => default,
            None => self.plain_failure(),
        }
    }

    fn plain_failure(&self) -> Value {
        if self.has(flag::NULL_ON_FAILURE) { Value::NULL } else { Value::bool(false) }
    }

    /// The value as the filter leaves it.
    fn apply(&self, call: &mut Call<'_>, value: &Value) -> Res<Value> {
        let value = value.unboxed();
        if let View::Array(array) = value.view() {
            if self.has(flag::REQUIRE_SCALAR) {
                return Ok(self.plain_failure());
            }
            let array = array.clone();
            call.rq().guard_stack()?;
            let mut filtered = Array::new();
            for (key, value) in &array {
                let value = self.each(call, value)?;
                let set = filtered.set(key, value);
                call.alloc(set)?;
            }
            return Ok(filtered.into());
        }
        if self.has(flag::REQUIRE_ARRAY) {
            return Ok(self.plain_failure());
        }
        let filtered = self.scalar(call, value)?;
        if self.has(flag::FORCE_ARRAY) {
            return Ok(call.list([filtered])?.into());
        }
        Ok(filtered)
    }

    fn each(&self, call: &mut Call<'_>, value: &Value) -> Res<Value> {
        match value.unboxed().view() {
            View::Array(_) => {
                let inner = Self {
                    flags: self.flags & !(flag::REQUIRE_ARRAY | flag::FORCE_ARRAY),
                    options: self.options.clone(),
                    callback: self.callback.clone(),
                    id: self.id,
                };
                inner.apply(call, value)
            }
            _ => self.scalar(call, value.unboxed()),
        }
    }

    fn scalar(&self, call: &mut Call<'_>, value: &Value) -> Res<Value> {
        if let View::Object(_) = value.view()
            && !is_stringable(call, value)?
        {
            return Ok(self.failure());
        }
        let text = call.to_str(value)?;
        if self.id == CALLBACK {
            return self.callback(call, text);
        }
        match self.text(call, &text)? {
            Some(value) => Ok(value),
            None => Ok(self.failure()),
        }
    }

    fn callback(&self, call: &mut Call<'_>, text: Str) -> Res<Value> {
        let callback = self.callback.clone().unwrap_or(Value::NULL);
        match call.host().callable(&callback) {
            Ok(callable) => call.call(&callable, &[text.into()]),
            Err(_) => {
                let text = "filter_var(): Option must be a valid callback".to_owned();
                Err(call.throw(Message::TypeRefused { text }))
            }
        }
    }

    /// What the filter makes of a text; `None` when it is not valid.
    fn text(&self, call: &mut Call<'_>, text: &Str) -> Res<Option<Value>> {
        let cleaned = match self.id {
            514 => sanitize::percent(&sanitize::strip(text, self.flags)),
            513 => {
                let bare = sanitize::tags(&sanitize::strip(text, self.flags));
                sanitize::entities(&bare, |byte| match byte {
                    b'"' | b'\'' => !self.has(flag::NO_ENCODE_QUOTES),
                    b'&' => self.has(flag::ENCODE_AMP),
                    0..32 => self.has(flag::ENCODE_LOW),
                    127.. => self.has(flag::ENCODE_HIGH),
                    _ => false,
                })
            }
            515 => sanitize::entities(&sanitize::strip(text, self.flags), |byte| {
                matches!(byte, 0..32 | b'"' | b'\'' | b'<' | b'>' | b'&')
                    || byte >= 127 && self.has(flag::ENCODE_HIGH)
            }),
            522 => sanitize::html(text, !self.has(flag::NO_ENCODE_QUOTES)),
            RAW if text.is_empty() && self.has(flag::EMPTY_STRING_NULL) => {
                return Ok(Some(Value::NULL));
            }
            RAW => sanitize::entities(&sanitize::strip(text, self.flags), |byte| match byte {
                b'&' => self.has(flag::ENCODE_AMP),
                0..32 => self.has(flag::ENCODE_LOW),
                127.. => self.has(flag::ENCODE_HIGH),
                _ => false,
            }),
            517 => sanitize::only(text, b"!#$%&'*+-=?^_`{|}~@.[]"),
            518 => sanitize::only(text, b"$-_.+!*'(),{}|\\^~[]`<>#%\";/?:@&="),
            519 => sanitize::digits(text, b"+-"),
            520 => {
                let mut marks = b"+-".to_vec();
                let more: [(i64, &[u8]); 3] =
                    [(flag::FRACTION, b"."), (flag::THOUSAND, b","), (flag::SCIENTIFIC, b"eE")];
                for (flag, more) in more {
                    marks.extend(more.iter().filter(|_| self.has(flag)));
                }
                sanitize::digits(text, &marks)
            }
            523 => sanitize::slashes(text),
            _ => return self.validate(call, text),
        };
        Ok(Some(call.str(&cleaned)?.into()))
    }

    fn validate(&self, call: &mut Call<'_>, text: &Str) -> Res<Option<Value>> {
        let trimmed = trimmed(text);
        let is_valid = match self.id {
            257 => return self.int(call, trimmed),
            258 => return Ok(self.bool(trimmed)),
            259 => return self.float(call, trimmed),
            272 => self.regexp(call, text)?,
            273 => self.is_url(text),
            274 => address::is_mail(text, self.has(flag::UNICODE)),
            275 => self.is_ip(text),
            276 => {
                let separator = self.option("separator");
                let separator = separator.as_ref().and_then(Value::as_str);
                if separator.is_some_and(|separator| separator.len() != 1) {
                    let text = "filter_var(): \"separator\" option must be one character long";
                    return Err(refused(call, text));
                }
                address::is_mac(trimmed, separator.and_then(|text| text.first().copied()))
            }
            277 => address::is_domain(text, self.has(flag::HOSTNAME)),
            _ => true,
        };
        Ok(is_valid.then(|| text.clone().into()))
    }

    fn int(&self, call: &mut Call<'_>, text: &[u8]) -> Res<Option<Value>> {
        let mut bounds = [i64::MIN, i64::MAX];
        for (bound, name) in bounds.iter_mut().zip(["min_range", "max_range"]) {
            if let Some(value) = self.option(name) {
                *bound = conv::to_int(call.rq(), &value)?;
            }
        }
        let notations =
            Notations { octal: self.has(flag::OCTAL), hexadecimal: self.has(flag::HEX) };
        let int = std::str::from_utf8(text).ok().and_then(|text| number::int(text, notations));
        Ok(int.filter(|int| (bounds[0]..=bounds[1]).contains(int)).map(Value::int))
    }

    fn bool(&self, text: &[u8]) -> Option<Value> {
        let is_one_of =
            |words: &[&str]| words.iter().any(|word| word.as_bytes().eq_ignore_ascii_case(text));
        if is_one_of(&["1", "true", "on", "yes"]) {
            Some(Value::bool(true))
        } else if is_one_of(&["0", "false", "off", "no", ""]) {
            Some(Value::bool(false))
        } else {
            None
        }
    }

    fn float(&self, call: &mut Call<'_>, text: &[u8]) -> Res<Option<Value>> {
        let point = self.option("decimal");
        let point = point.as_ref().and_then(Value::as_str);
        if point.is_some_and(|point| point.len() != 1) {
            return Err(refused(
                call,
                "filter_var(): \"decimal\" option must be one character long",
            ));
        }
        let thousand = self.option("thousand");
        let groups = match thousand.as_ref().and_then(Value::as_str) {
            _ if !self.has(flag::THOUSAND) => b"",
            Some(groups) if groups.is_empty() => {
                return Err(refused(call, "filter_var(): \"thousand\" option must not be empty"));
            }
            Some(groups) => groups.as_bytes(),
            None => b"',.",
        };
        let point = point.and_then(|point| point.first().copied()).unwrap_or(b'.');
        let Some(float) = number::float(text, &Separators { point, groups }) else {
            return Ok(None);
        };
        for (name, sign) in [("min_range", 1.0), ("max_range", -1.0)] {
            if let Some(bound) = self.option(name) {
                let bound = conv::to_float(call.rq(), &bound)?;
                if (float - bound) * sign < 0.0 {
                    return Ok(None);
                }
            }
        }
        Ok(Some(Value::float(float)))
    }

    fn regexp(&self, call: &mut Call<'_>, text: &Str) -> Res<bool> {
        let Some(pattern) = self.option("regexp") else {
            return Err(refused(call, "filter_var(): \"regexp\" option is missing"));
        };
        let name = string::intern(b"preg_match").to_str();
        match call.host().callable(&name.into()) {
            Ok(callable) => {
                let found = call.call(&callable, &[pattern, text.clone().into()])?;
                Ok(found.as_int() == Some(1))
            }
            Err(_) => Ok(false),
        }
    }

    fn is_ip(&self, text: &[u8]) -> bool {
        let wants_one = self.has(flag::IPV4) != self.has(flag::IPV6);
        let is_six = text.contains(&b':');
        if wants_one && self.has(flag::IPV6) != is_six {
            return false;
        }
        let reach = if is_six {
            address::ipv6(text).map(address::reach6)
        } else {
            address::ipv4(text).map(address::reach4)
        };
        reach.is_some_and(|reach| {
            !reach.is_special
                || !(self.has(flag::GLOBAL) && !reach.is_global
                    || self.has(flag::NO_PRIVATE) && reach.is_private
                    || self.has(flag::NO_RESERVED) && reach.is_reserved)
        })
    }

    fn is_url(&self, text: &[u8]) -> bool {
        const MARKS: &[u8] = b"$-_.+!*'(),{}|\\^~[]`<>#%\";/?:@&=";
        if sanitize::only(text, MARKS).len() != text.len() {
            return false;
        }
        let Some(url) = UrlParts::of(text) else { return false };
        let Some(scheme) = &url.scheme else { return false };
        let is_web = [&b"http"[..], b"https"].iter().any(|web| web.eq_ignore_ascii_case(scheme));
        let needs_no_host = matches!(&scheme[..], b"mailto" | b"news" | b"file");
        let is_host_right = match &url.host {
            Some(host) if is_web => {
                let literal = host.strip_prefix(b"[").and_then(|host| host.strip_suffix(b"]"));
                literal.is_some_and(|host| address::ipv6(host).is_some())
                    || address::is_domain(host, true)
            }
            Some(_) => true,
            None => needs_no_host,
        };
        is_host_right
            && !(self.has(flag::PATH) && url.path.is_none())
            && !(self.has(flag::QUERY) && url.query.is_none())
            && [&url.user, &url.pass].into_iter().flatten().all(|text| is_user(text))
    }
}

/// Whether a text may be a name or a password in a URL.
fn is_user(text: &[u8]) -> bool {
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        rest = match (byte, after) {
            (b'%', [high, low, rest @ ..]) if high.is_ascii_digit() && low.is_ascii_hexdigit() => {
                rest
            }
            (byte, rest) if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:".contains(&byte) => {
                rest
            }
            _ => return false,
        };
    }
    true
}

fn trimmed(text: &[u8]) -> &[u8] {
    let is_blank = |byte: &&u8| matches!(**byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b);
    let lead = text.iter().take_while(is_blank).count();
    let trail = text[lead..].iter().rev().take_while(is_blank).count();
    &text[lead..text.len() - trail]
}

fn is_known(id: i64) -> bool {
    FILTERS.iter().any(|(_, known)| *known == id)
}

fn filter_var(call: &mut Call<'_>, value: &Value, filter: i64, options: &Value) -> Res<Value> {
    if !is_known(filter) {
        call.warn(format!("Unknown filter with ID {filter}"))?;
        return Ok(Value::bool(false));
    }
    Filter::new(call, filter, options)?.apply(call, value)
}

fn filter_var_array(
    call: &mut Call<'_>,
    array: &Array,
    options: &Value,
    add_empty: bool,
) -> Res<Value> {
    let View::Array(filters) = options.view() else {
        let id = conv::to_int(call.rq(), options)?;
        if !is_known(id) {
            call.warn(format!("Unknown filter with ID {id}"))?;
            return Ok(Value::bool(false));
        }
        let told = Value::int(flag::REQUIRE_ARRAY);
        return Filter::new(call, id, &told)?.apply(call, &array.clone().into());
    };
    let (array, filters) = (array.clone(), filters.clone());
    let mut filtered = Array::new();
    for (key, told) in &filters {
        let Key::Str(name) = key else {
            let text = "filter_var_array(): Argument #2 ($options) must contain only string keys";
            return Err(call.throw(Message::TypeRefused { text: text.to_owned() }));
        };
        if name.is_empty() {
            return Err(call.value_error(2, "cannot contain empty keys"));
        }
        let value = match array.get(key) {
            Some(value) => one_of_many(call, value, told)?,
            None if add_empty => Value::NULL,
            None => continue,
        };
        let set = filtered.set(key, value);
        call.alloc(set)?;
    }
    Ok(filtered.into())
}

fn one_of_many(call: &mut Call<'_>, value: &Value, told: &Value) -> Res<Value> {
    let (id, options) = match told.unboxed().view() {
        View::Array(told) => {
            let id = match get(told, "filter") {
                Some(id) => conv::to_int(call.rq(), &id)?,
                None => RAW,
            };
            (id, Value::from(told.clone()))
        }
        _ => (conv::to_int(call.rq(), told)?, Value::int(0)),
    };
    Filter::new(call, id, &options)?.apply(call, value)
}

fn filter_known_(_: &mut Call<'_>, id: i64) -> Res<bool> {
    Ok(is_known(id))
}

fn filter_list(call: &mut Call<'_>) -> Res<Array> {
    let names = FILTERS.iter().map(|(name, _)| string::intern(name.as_bytes()).into());
    call.list(names.collect::<Vec<Value>>())
}

fn filter_id(_: &mut Call<'_>, name: &Str) -> Res<OrFalse<i64>> {
    let found = FILTERS.iter().find(|(held, _)| held.as_bytes() == name.as_bytes());
    Ok(OrFalse(found.map(|(_, id)| *id)))
}

/// Whether an object can be made a text.
fn is_stringable(call: &mut Call<'_>, value: &Value) -> Res<bool> {
    let name = call.str(b"__toString")?;
    let pair = call.list([value.clone(), name.into()])?;
    Ok(call.host().callable(&Value::from(pair)).is_ok())
}
