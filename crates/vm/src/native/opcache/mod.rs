//! Files that are kept compiled, as scripts ask for them: what the library's `opcache_*()` stand on.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use std::time::{SystemTime, UNIX_EPOCH};

use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{Str, interned};
use runtime::value::{Value, View};

use super::{put_named, request};
use crate::request::{Ini, is_true};
use crate::source::{KeptFile, SourceError};
use crate::{closure, include, machine};

fn opcache_started_(call: &mut Call<'_>) -> Res<bool> {
    let rq = request(call);
    let may = rq.headers.sapi != "cli" || rq.ini.is_on("opcache.enable_cli");
    let row = Ini::row(b"opcache.enable");
    let is_on = row.and_then(|row| rq.ini.global_of(row)).is_some_and(is_true);
    Ok(may && is_on)
}

/// Seconds since 1970; 0 of none.
fn seconds(time: Option<SystemTime>) -> Value {
    let since = time.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Value::int(since.map_or(0, |since| since.as_secs() as i64))
}

fn number(count: impl TryInto<i64>) -> Value {
    Value::int(count.try_into().unwrap_or(i64::MAX))
}

fn row(call: &mut Call<'_>, values: impl IntoIterator<Item = (&'static str, Value)>) -> Res<Array> {
    let mut row = Array::new();
    for (name, value) in values {
        put_named(call, &mut row, name, value)?;
    }
    Ok(row)
}

fn file(call: &mut Call<'_>, file: &KeptFile) -> Res<Array> {
    row(
        call,
        [
            ("hits", number(file.hits)),
            ("bytes", number(file.bytes)),
            ("used", seconds(Some(file.used))),
            ("changed", seconds(file.changed)),
        ],
    )
}

fn opcache_kept_(call: &mut Call<'_>) -> Res<Array> {
    let kept = request(call).source.kept();
    let mut files = Array::new();
    for kept in &kept.files {
        let shown = file(call, kept)?;
        let path = call.str(&kept.path)?;
        let put = files.set(Key::Str(&path), shown.into());
        call.alloc(put)?;
    }
    let strings = interned();
    let code = machine::room();
    let values = [
        ("files", files.into()),
        ("hits", number(kept.hits)),
        ("misses", number(kept.misses)),
        ("wasted", number(kept.wasted)),
        ("started", seconds(Some(kept.started))),
        ("restarted", seconds(kept.restarted)),
        ("restarts", number(kept.restarts)),
        ("isEnding", Value::bool(kept.is_ending)),
        ("strings", number(strings.count)),
        ("stringBytes", number(strings.bytes)),
        ("hasMachineCode", Value::bool(code.is_some())),
        ("codeUsed", number(code.map_or(0, |code| code.used))),
        ("codeBytes", number(code.map_or(0, |code| code.capacity))),
    ];
    row(call, values)
}

/// The path of a file that code of the calling function would include.
fn resolved(call: &mut Call<'_>, path: &Str) -> Option<Box<[u8]>> {
    let rq = request(call);
    let from = super::func::caller(rq).and_then(|frame| frame.func.as_php())?.unit().path();
    rq.resolve_include(path, from.as_bytes())
}

fn opcache_forget_(call: &mut Call<'_>, path: &Str, always: bool) -> Res<bool> {
    let Some(path) = resolved(call, path) else { return Ok(false) };
    request(call).source.forget(&path, always);
    Ok(true)
}

fn opcache_begin_anew_(call: &mut Call<'_>) -> Res<()> {
    request(call).source.begin_anew();
    Ok(())
}

fn opcache_keep_(call: &mut Call<'_>, path: &Str) -> Res<bool> {
    let resolved = resolved(call, path);
    let rq = request(call);
    let loaded = match &resolved {
        Some(resolved) => rq.source.file(resolved),
        None => Err(SourceError::Missing { reason: "No such file or directory".to_owned() }),
    };
    match (loaded, resolved) {
        (Ok(_), _) => Ok(true),
        (Err(SourceError::Missing { reason }), _) => include::not_kept(rq, path, &reason),
        (Err(error), resolved) => {
            Err(include::wrong(rq, &error, resolved.as_deref().unwrap_or_default()))
        }
    }
}

fn opcache_interpret_(_: &mut Call<'_>, closure: &Value) -> Res<()> {
    if let View::Object(object) = closure.unboxed().view()
        && let Some(func) = closure::func_of(object)
    {
        machine::reconsider(func, true);
    }
    Ok(())
}
