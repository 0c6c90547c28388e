//! Errors as scripts see them: levels, handlers, the last one, traces.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::array::Array;
use runtime::conv;
use runtime::native::Call;
use runtime::raise::{Halt, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::{put_named, request};
use crate::frame::Context;
use crate::request::Ini;
use crate::request::errors::{ErrorHandler, level};
use crate::throwable;

fn error_reporting(call: &mut Call<'_>, error_level: Option<i64>) -> Res<i64> {
    let rq = request(call);
    let old = rq.errors.level();
    if let Some(level) = error_level {
        rq.errors.set_level(level);
        if let Some(row) = Ini::row(b"error_reporting") {
            rq.ini.set(row, Some(level.to_string().as_bytes()));
        }
    }
    Ok(old)
}

fn set_error_handler(call: &mut Call<'_>, callback: &Value, error_levels: i64) -> Res<Value> {
    let handler = (!callback.is_null())
        .then(|| ErrorHandler { callable: callback.clone(), levels: error_levels });
    let old = request(call).errors.handlers.push(handler);
    Ok(old.map_or(Value::NULL, |old| old.callable))
}

fn restore_error_handler(call: &mut Call<'_>) -> Res<bool> {
    request(call).errors.handlers.pop();
    Ok(true)
}

fn set_exception_handler(call: &mut Call<'_>, callback: &Value) -> Res<Value> {
    let handler = (!callback.is_null()).then(|| callback.clone());
    let old = request(call).errors.exception_handlers.push(handler);
    Ok(old.unwrap_or(Value::NULL))
}

fn restore_exception_handler(call: &mut Call<'_>) -> Res<bool> {
    request(call).errors.exception_handlers.pop();
    Ok(true)
}

fn trigger_error(call: &mut Call<'_>, message: &Str, error_level: i64) -> Res<bool> {
    match error_level {
        level::USER_ERROR => {
            let text = "Passing E_USER_ERROR to trigger_error() is deprecated since 8.4, throw an \
                        exception or call exit with a string message instead";
            request(call).deprecate(text)?;
        }
        level::USER_WARNING | level::USER_NOTICE | level::USER_DEPRECATED => {}
        _ => {
            let rule = "must be one of E_USER_ERROR, E_USER_WARNING, E_USER_NOTICE, or \
                        E_USER_DEPRECATED";
            return Err(call.value_error(2, rule));
        }
    }
    request(call).raise(error_level, message)?;
    Ok(true)
}

fn report_(call: &mut Call<'_>, level: i64, message: &Str) -> Res<()> {
    let rq = request(call);
    let text = rq.told(message).into_owned();
    rq.raise(level, &text)
}

fn error_get_last(call: &mut Call<'_>) -> Res<Option<Array>> {
    let Some(last) = request(call).errors.last.clone() else { return Ok(None) };
    let mut shown = Array::new();
    let (text, path) = (call.str(&last.text)?, call.str(last.path.as_bytes())?);
    put_named(call, &mut shown, "type", Value::int(last.level))?;
    put_named(call, &mut shown, "message", text.into())?;
    put_named(call, &mut shown, "file", path.into())?;
    put_named(call, &mut shown, "line", Value::int(i64::from(last.line)))?;
    Ok(Some(shown))
}

fn error_clear_last(call: &mut Call<'_>) -> Res<()> {
    request(call).errors.last = None;
    Ok(())
}

fn log_(call: &mut Call<'_>, message: &Str, of_server: bool) -> Res<()> {
    match of_server {
        true => request(call).log_to_server(message),
        false => request(call).log(message),
    }
    Ok(())
}

fn debug_backtrace(call: &mut Call<'_>, options: i64, limit: i64) -> Res<Array> {
    let wanted = throwable::Wanted {
        args: options & 2 == 0,
        objects: options & 1 != 0,
        skipped: 1,
        limit: usize::try_from(limit).ok().filter(|&limit| limit > 0),
    };
    let trace = throwable::trace(request(call), wanted);
    call.alloc(trace)
}

fn debug_print_backtrace(call: &mut Call<'_>, options: i64, limit: i64) -> Res<()> {
    let trace = debug_backtrace(call, options & 2, limit)?;
    let text = throwable::trace_text(request(call), &trace);
    let calls = text.rfind('#').map_or("", |main| &text[..main]);
    call.write(calls.as_bytes())
}

fn assert(call: &mut Call<'_>, assertion: &Value, description: &Value) -> Res<bool> {
    if conv::to_bool(assertion) || !request(call).ini.is_on("assert.active") {
        return Ok(true);
    }
    if let View::Object(thrown) = description.view() {
        return Err(Halt::Throw(thrown.clone()));
    }
    let rq = request(call);
    let Some(failed) = rq.names.func_named(b"assert_failed_") else { return Ok(false) };
    let (path, line) = rq.place();
    let path = Value::from(rq.new_str(path.as_bytes())?);
    let args = [path, Value::int(i64::from(line)), description.clone()];
    let outcome = rq.call(failed, Context::None, &args)?;
    Ok(conv::to_bool(&outcome))
}
