//! The functions.
//!
//! # Invariants
//! - A terminal is edited on; from anything else lines are taken as they are, and no prompt is
//!   shown.

#[rustfmt::skip]
mod r#gen;
mod history;
mod line;

use runtime::array::{Array, Key};
use runtime::conv;
use runtime::native::{Call, Callable, OrFalse};
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::{Value, View};

pub use r#gen::{CONSTANTS, NATIVES};

/// What a request has typed.
#[derive(Default)]
pub struct Typed {
    lines: Vec<Vec<u8>>,
    /// Who knows how words go on.
    completer: Option<Value>,
    /// Who is told of lines, and what came of the next one.
    handler: Option<(Value, Vec<u8>)>,
    buffer: Vec<u8>,
    name: Vec<u8>,
    is_over: i64,
}

fn readline(call: &mut Call<'_>, prompt: Option<&Str>) -> Res<OrFalse<Str>> {
    call.host().flush();
    let prompt = prompt.map(|prompt| prompt.to_vec()).unwrap_or_default();
    let line = line::read(call, &prompt)?;
    line.map(|line| call.str(&line)).transpose().map(OrFalse)
}

const VERSION: &[u8] = b"EditLine wrapper";

fn readline_info(call: &mut Call<'_>, what: Option<&Str>, value: &Value) -> Res<Value> {
    let Some(what) = what else { return all(call).map(Value::from) };
    let is_given = !matches!(value.unboxed().view(), View::Null | View::Uninit);
    let typed = call.state::<Typed>();
    let end = Value::int(typed.buffer.len() as i64);
    let (buffer, name, is_over) = (typed.buffer.clone(), typed.name.clone(), typed.is_over);
    match what.to_ascii_lowercase().as_slice() {
        b"line_buffer" => {
            if is_given {
                let text = call.to_str(value.unboxed())?.to_vec();
                call.state::<Typed>().buffer = text;
            }
            call.str(&buffer).map(Value::from)
        }
        b"point" | b"end" => Ok(end),
        b"erase_empty_line" => Ok(Value::int(0)),
        b"library_version" => call.str(VERSION).map(Value::from),
        b"readline_name" => {
            if is_given {
                let text = call.to_str(value.unboxed())?.to_vec();
                call.state::<Typed>().name = text;
            }
            call.str(&name).map(Value::from)
        }
        b"attempted_completion_over" => {
            if is_given {
                let next = conv::to_int(call.rq(), value.unboxed())?;
                call.state::<Typed>().is_over = next;
            }
            Ok(Value::int(is_over))
        }
        _ => Ok(Value::NULL),
    }
}

fn all(call: &mut Call<'_>) -> Res<Array> {
    let mut all = Array::new();
    let names = [
        "line_buffer",
        "point",
        "end",
        "erase_empty_line",
        "library_version",
        "readline_name",
        "attempted_completion_over",
    ];
    for name in names {
        let key = intern(name.as_bytes());
        let value = readline_info(call, Some(key.as_str()), &Value::NULL)?;
        let set = all.set(Key::Str(key.as_str()), value);
        call.alloc(set)?;
    }
    Ok(all)
}

fn readline_add_history(call: &mut Call<'_>, line: &Str) -> Res<bool> {
    let line = line.split(|byte| *byte == 0).next().unwrap_or_default().to_vec();
    call.state::<Typed>().lines.push(line);
    Ok(true)
}

fn readline_clear_history(call: &mut Call<'_>) -> Res<bool> {
    call.state::<Typed>().lines.clear();
    Ok(true)
}

fn readline_list_history(call: &mut Call<'_>) -> Res<Array> {
    let lines = call.state::<Typed>().lines.clone();
    let mut values = Vec::with_capacity(lines.len());
    for line in lines {
        values.push(Value::from(call.str(&line)?));
    }
    call.list(values)
}

/// The file of the lines before, where a script may have it; warns where it may not.
fn file(call: &mut Call<'_>, given: Option<&Str>) -> Res<Option<std::path::PathBuf>> {
    use std::os::unix::ffi::OsStrExt;
    let Some(given) = given else {
        return Ok(
            std::env::var_os("HOME").map(|home| std::path::Path::new(&home).join(".history"))
        );
    };
    if let Some(folders) = call.host().confines(given) {
        let path = String::from_utf8_lossy(given).into_owned();
        call.warn(format!(
            "open_basedir restriction in effect. File({path}) is not within the allowed path(s): ({folders})"
        ))?;
        return Ok(None);
    }
    Ok(Some(std::ffi::OsStr::from_bytes(given).into()))
}

fn readline_read_history(call: &mut Call<'_>, filename: Option<&Str>) -> Res<bool> {
    let Some(path) = file(call, filename)? else { return Ok(false) };
    let lines = std::fs::read(path).ok().and_then(|text| history::read(&text));
    let Some(lines) = lines else { return Ok(false) };
    call.state::<Typed>().lines.extend(lines);
    Ok(true)
}

fn readline_write_history(call: &mut Call<'_>, filename: Option<&Str>) -> Res<bool> {
    let Some(path) = file(call, filename)? else { return Ok(false) };
    let text = history::written(&call.state::<Typed>().lines);
    Ok(std::fs::write(path, text).is_ok())
}

fn readline_completion_function(call: &mut Call<'_>, callback: &Value) -> Res<bool> {
    call.state::<Typed>().completer = Some(callback.unboxed().clone());
    Ok(true)
}

fn readline_callback_handler_install(
    call: &mut Call<'_>,
    prompt: &Str,
    callback: &Value,
) -> Res<bool> {
    if line::is_terminal() {
        call.write(prompt)?;
        call.host().flush();
    }
    call.state::<Typed>().handler = Some((callback.unboxed().clone(), Vec::new()));
    Ok(true)
}

fn readline_callback_read_char(call: &mut Call<'_>) -> Res<()> {
    if call.state::<Typed>().handler.is_none() {
        return Ok(());
    }
    let byte = line::byte();
    let Some((callback, line)) = &mut call.state::<Typed>().handler else { return Ok(()) };
    let callback = callback.clone();
    let line = match byte {
        Some(b'\n') => Some(std::mem::take(line)),
        Some(byte) => {
            line.push(byte);
            return Ok(());
        }
        None => None,
    };
    let argument = match line {
        Some(line) => call.str(&line)?.into(),
        None => Value::NULL,
    };
    let found: Result<Callable, String> = call.host().callable(&callback);
    if let Ok(callable) = found {
        call.call(&callable, &[argument])?;
    }
    Ok(())
}

fn readline_callback_handler_remove(call: &mut Call<'_>) -> Res<bool> {
    Ok(call.state::<Typed>().handler.take().is_some())
}

fn readline_redisplay(_: &mut Call<'_>) -> Res<()> {
    Ok(())
}

fn readline_on_new_line(_: &mut Call<'_>) -> Res<()> {
    Ok(())
}
