//! Settings as scripts read and change them.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

pub(in crate::native) mod quantity;

use std::sync::OnceLock;

use runtime::array::{Array, Key};
use runtime::conv;
use runtime::heap;
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::{put_named, request};
use crate::request::Ini;
use crate::request::ini::{Access, Row, quantity};

/// What an extension does before a setting changes: by name and value. Whether it may.
pub type Watcher = fn(&mut Call<'_>, &str, Option<&[u8]>) -> Res<bool>;

static WATCHERS: OnceLock<&'static [Watcher]> = OnceLock::new();

/// Has extensions asked before settings change. Only the first time counts.
pub fn watch(watchers: &'static [Watcher]) {
    _ = WATCHERS.set(watchers);
}

fn ask_watchers(call: &mut Call<'_>, name: &str, text: Option<&[u8]>) -> Res<bool> {
    for watcher in WATCHERS.get().copied().unwrap_or_default() {
        if !watcher(call, name, text)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn ini_get(call: &mut Call<'_>, option: &Str) -> Res<OrFalse<Str>> {
    let Some(row) = Ini::row(option) else { return Ok(OrFalse(None)) };
    let value = request(call).ini.value_of(row).unwrap_or_default().to_vec();
    Ok(OrFalse(Some(call.str(&value)?)))
}

fn ini_set(call: &mut Call<'_>, option: &Str, value: &Value) -> Res<OrFalse<Str>> {
    let Some(row) = Ini::row(option).filter(|row| row.access == Access::All) else {
        return Ok(OrFalse(None));
    };
    let text = match value.view() {
        View::Null => None,
        _ => Some(conv::to_str(call.rq(), value)?),
    };
    let rq = request(call);
    let old = rq.ini.value_of(row).map(<[u8]>::to_vec);
    let text = text.as_ref().map(|text| text.as_bytes());
    if !apply(call, row, text.unwrap_or_default())? || !ask_watchers(call, row.name, text)? {
        return Ok(OrFalse(None));
    }
    request(call).ini.set(row, text);
    if is_odd_assert(row.name, text.unwrap_or_default()) {
        call.rq().report(Message::BuiltinDeprecated {
            function: "ini_set",
            text: format!("{} INI setting is deprecated", row.name),
        })?;
    }
    Ok(OrFalse(Some(call.str(&old.unwrap_or_default())?)))
}

/// Changes a setting as `ini_set()` does; whether it may be.
pub(super) fn change(call: &mut Call<'_>, row: &'static Row, text: &[u8]) -> Res<bool> {
    let may = apply(call, row, text)?;
    if may {
        request(call).ini.set(row, Some(text));
    }
    Ok(may)
}

/// Whether a setting makes assertions other than what they should be.
pub fn is_odd_assert(name: &str, value: &[u8]) -> bool {
    match name {
        "assert.active" | "assert.warning" | "assert.exception" => !crate::request::is_true(value),
        "assert.bail" => crate::request::is_true(value),
        "assert.callback" => !value.is_empty(),
        _ => false,
    }
}

/// The longest texts that traces may show.
const EXCEPTION_TEXT_MAX: i64 = 1_000_000;

/// Does what a change of a setting does besides; whether it may be made.
fn apply(call: &mut Call<'_>, row: &Row, text: &[u8]) -> Res<bool> {
    match row.name {
        "error_reporting" => request(call).errors.set_level(quantity(text)),
        "max_execution_time" => request(call).limit_time(quantity(text)),
        "memory_limit" => return limit_memory(call, text),
        // They are written into a header.
        "default_charset" | "default_mimetype" => {
            return Ok(!text.iter().any(|byte| matches!(byte, b'\r' | b'\n' | 0)));
        }
        "zend.assertions" => {
            let old = request(call).ini.int("zend.assertions");
            if old != quantity(text) && (old < 0 || quantity(text) < 0) {
                let text = "zend.assertions may be completely enabled or disabled only in php.ini";
                call.rq().report(Message::Warning { text: text.to_owned() })?;
                return Ok(false);
            }
        }
        "fiber.stack_size" if quantity(text) < 0 => {
            request(call).warn("fiber.stack_size must be a positive number")?;
            return Ok(false);
        }
        "arg_separator.output" | "arg_separator.input" => return Ok(!text.is_empty()),
        "zend.exception_string_param_max_len" => {
            return Ok((0..=EXCEPTION_TEXT_MAX).contains(&quantity(text)));
        }
        "zlib.output_compression" => return compress(call, text),
        name if name.starts_with("session.") => {
            return super::session::may_change(call, name, text);
        }
        // What the configuration protects stays so.
        "phar.readonly" | "phar.require_hash" => {
            let was_on = request(call).ini.global_of(row).is_some_and(crate::request::is_true);
            return Ok(!was_on || crate::request::is_true(text));
        }
        "opcache.enable" if crate::request::is_true(text) => {
            let text = "Zend OPcache can't be temporary enabled (it may be only disabled till the \
                        end of request)";
            request(call).warn(text)?;
            return Ok(false);
        }
        "open_basedir" => return Ok(request(call).may_confine(text)),
        "error_log"
            if !matches!(text, b"" | b"syslog") && !request(call).may_touch(text) =>
        {
            request(call).warn_confined("ini_set", text)?;
            return Ok(false);
        }
        _ => {}
    }
    Ok(true)
}

/// Compresses output from here on, if that is asked for and still possible.
fn compress(call: &mut Call<'_>, text: &[u8]) -> Res<bool> {
    if request(call).headers.sent_at.is_some() {
        request(call).warn("Cannot change zlib.output_compression - headers already sent")?;
        return Ok(false);
    }
    request(call).start_compression(text).map(|()| true)
}

fn limit_memory(call: &mut Call<'_>, text: &[u8]) -> Res<bool> {
    let bytes = quantity(text);
    let limit = usize::try_from(bytes).unwrap_or(usize::MAX);
    if heap::with(|heap| heap.set_limit(limit)) {
        return Ok(true);
    }
    let used = heap::with(|heap| heap.real_bytes());
    let text = format!(
        "Failed to set memory limit to {bytes} bytes (Current memory usage is {used} bytes)"
    );
    request(call).warn(&text)?;
    Ok(false)
}

fn ini_restore(call: &mut Call<'_>, option: &Str) -> Res<()> {
    let Some(row) = Ini::row(option).filter(|row| row.access == Access::All) else {
        return Ok(());
    };
    let value = request(call).ini.global_of(row).map(<[u8]>::to_vec);
    if !ask_watchers(call, row.name, value.as_deref())? {
        return Ok(());
    }
    let value = value.unwrap_or_default();
    if row.name != "error_reporting" || !value.is_empty() {
        apply(call, row, &value)?;
    }
    request(call).ini.restore(row);
    Ok(())
}

fn ini_get_all(
    call: &mut Call<'_>,
    extension: Option<&Str>,
    details: bool,
) -> Res<OrFalse<Array>> {
    let wanted = extension.map(|extension| extension.to_ascii_lowercase());
    if let Some(wanted) = &wanted
        && !super::info::has_extension(wanted)
    {
        let shown = extension.map(|name| String::from_utf8_lossy(name).into_owned());
        let shown = shown.unwrap_or_default();
        call.warn(format!("Extension \"{shown}\" cannot be found"))?;
        return Ok(OrFalse(None));
    }
    let mut all = Array::new();
    let rows = Ini::rows().iter();
    for row in rows.filter(|row| wanted.as_deref().is_none_or(|of| of == row.extension.as_bytes()))
    {
        let ini = &request(call).ini;
        let local = ini.value_of(row).map(<[u8]>::to_vec);
        let global = ini.global_of(row).map(<[u8]>::to_vec);
        let local = optional(call, local.as_deref())?;
        let shown = if details {
            let global = optional(call, global.as_deref())?;
            let mut detail = Array::new();
            put_named(call, &mut detail, "global_value", global)?;
            put_named(call, &mut detail, "local_value", local)?;
            put_named(call, &mut detail, "access", Value::int(row.access.bits()))?;
            Value::from(detail)
        } else {
            local
        };
        put_named(call, &mut all, row.name, shown)?;
    }
    Ok(OrFalse(Some(all)))
}

fn optional(call: &mut Call<'_>, text: Option<&[u8]>) -> Res<Value> {
    match text {
        Some(text) => Ok(call.str(text)?.into()),
        None => Ok(Value::NULL),
    }
}

fn ini_parse_quantity(call: &mut Call<'_>, shorthand: &Str) -> Res<i64> {
    let found = quantity::read(shorthand);
    if let Some(text) = found.complaint {
        call.rq().report(Message::Warning { text })?;
    }
    Ok(found.value)
}

fn get_cfg_var(call: &mut Call<'_>, option: &Str) -> Res<Value> {
    let found = request(call).ini.configured(option);
    let found: Vec<(Option<Vec<u8>>, Vec<u8>)> =
        found.map(|(key, value)| (key.map(<[u8]>::to_vec), value.to_vec())).collect();
    let Some((last, value)) = found.last() else { return Ok(Value::bool(false)) };
    if last.is_none() {
        return Ok(call.str(value)?.into());
    }
    let mut list = Array::new();
    for (key, value) in &found {
        let value = Value::from(call.str(value)?);
        match key.as_deref().unwrap_or_default() {
            b"" => {
                let put = list.append(value);
                if put.is_err() {
                    break;
                }
            }
            key => {
                let key = call.str(key)?;
                let put = list.set(Key::of_str(&key), value);
                call.alloc(put)?;
            }
        }
    }
    Ok(list.into())
}

fn get_include_path(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    let path = request(call).ini.get("include_path").map(<[u8]>::to_vec);
    path.map(|path| call.str(&path)).transpose().map(OrFalse)
}

fn set_include_path(call: &mut Call<'_>, include_path: &Str) -> Res<OrFalse<Str>> {
    let old = get_include_path(call)?;
    if let Some(row) = Ini::row(b"include_path") {
        request(call).ini.set(row, Some(include_path));
    }
    Ok(old)
}

fn set_time_limit(call: &mut Call<'_>, seconds: i64) -> Res<bool> {
    if let Some(row) = Ini::row(b"max_execution_time") {
        request(call).ini.set(row, Some(seconds.to_string().as_bytes()));
    }
    request(call).limit_time(seconds);
    Ok(true)
}

fn ignore_user_abort(call: &mut Call<'_>, enable: Option<bool>) -> Res<i64> {
    let old = request(call).ini.is_on("ignore_user_abort");
    if let (Some(enable), Some(row)) = (enable, Ini::row(b"ignore_user_abort")) {
        request(call).ini.set(row, Some(if enable { b"1" } else { b"0" }));
    }
    Ok(i64::from(old))
}
