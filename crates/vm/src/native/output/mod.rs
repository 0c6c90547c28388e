//! Layers of output: `ob_start()` and its family.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::array::Array;
use runtime::native::{Call, Host as _, OrFalse};
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::{Value, View};

use super::{callable, put_named, request};
use crate::request::layers::mode;
use crate::request::output::{Layer, flag};

const DEFAULT_NAME: &[u8] = b"default output handler";
const BUFFER_BYTES: usize = 16 << 10;
const PAGE_BYTES: usize = 4096;

/// Callbacks of layers must not touch layers.
fn check_idle(call: &mut Call<'_>) -> Res<()> {
    if !request(call).output.running {
        return Ok(());
    }
    let name = call.native().name;
    let rq = request(call);
    rq.output.running = false;
    rq.output.layers.clear();
    let text = "Cannot use output buffering in output buffering display handlers";
    Err(rq.fatal(&format!("{name}(): {text}")))
}

/// The function of a handler that is no function for scripts.
fn handler_behind(callback: &Value) -> Option<Value> {
    let View::Str(name) = callback.unboxed().view() else { return None };
    let is_known = name.eq_ignore_ascii_case(b"ob_iconv_handler");
    is_known.then(|| intern(b"ob_iconv_handler_").into())
}

fn ob_start(call: &mut Call<'_>, callback: &Value, chunk_size: i64, flags: i64) -> Res<bool> {
    check_idle(call)?;
    let mut layer = Layer {
        contents: runtime::string::empty().to_str(),
        callback: None,
        name: intern(DEFAULT_NAME).to_str(),
        chunk_bytes: usize::try_from(chunk_size).unwrap_or(0),
        flags: flags & flag::ALLOWED,
    };
    if !callback.is_null() {
        let hidden = handler_behind(callback);
        match request(call).callable(hidden.as_ref().unwrap_or(callback)) {
            Ok(resolved) => layer.callback = Some(resolved),
            Err(reason) => {
                call.warn(reason)?;
                call.notice("Failed to create buffer")?;
                return call.host().take_callable_fault().map_or(Ok(false), Err);
            }
        }
        layer.name = callable::name(request(call), callback)?;
        if hidden.is_none() {
            layer.flags |= flag::USER;
        }
    }
    request(call).start_layer(layer);
    Ok(true)
}

/// What the innermost layer must allow.
struct Needed {
    flag: i64,
    /// Without a layer.
    none: &'static str,
    /// With a layer that does not allow it.
    refused: &'static str,
}

const FLUSH: Needed = Needed {
    flag: flag::FLUSHABLE,
    none: "Failed to flush buffer. No buffer to flush",
    refused: "Failed to flush buffer of",
};
const CLEAN: Needed = Needed {
    flag: flag::CLEANABLE,
    none: "Failed to delete buffer. No buffer to delete",
    refused: "Failed to delete buffer of",
};
const END_FLUSH: Needed = Needed {
    flag: flag::REMOVABLE,
    none: "Failed to delete and flush buffer. No buffer to delete or flush",
    refused: "Failed to send buffer of",
};
const END_CLEAN: Needed = Needed {
    flag: flag::REMOVABLE,
    none: "Failed to delete buffer. No buffer to delete",
    refused: "Failed to discard buffer of",
};

/// The name and the number of the innermost layer.
fn shown_layer(call: &mut Call<'_>) -> Option<(String, usize)> {
    let layers = &request(call).output.layers;
    let layer = layers.last()?;
    Some((String::from_utf8_lossy(&layer.name).into_owned(), layers.len() - 1))
}

/// Whether there is a layer that allows it; a notice when not.
fn allows(call: &mut Call<'_>, needed: &Needed) -> Res<bool> {
    let Some((name, level)) = shown_layer(call) else {
        call.notice(needed.none)?;
        return Ok(false);
    };
    check_idle(call)?;
    let flags = request(call).output.layers.last().map_or(0, |layer| layer.flags);
    if flags & needed.flag == 0 {
        call.notice(format!("{} {name} ({level})", needed.refused))?;
        return Ok(false);
    }
    Ok(true)
}

fn ob_flush(call: &mut Call<'_>) -> Res<bool> {
    if !allows(call, &FLUSH)? {
        return Ok(false);
    }
    request(call).hand_on(mode::FLUSH).map(|()| true)
}

fn ob_clean(call: &mut Call<'_>) -> Res<bool> {
    if !allows(call, &CLEAN)? {
        return Ok(false);
    }
    request(call).clean_layer().map(|()| true)
}

fn ob_end_flush(call: &mut Call<'_>) -> Res<bool> {
    if !allows(call, &END_FLUSH)? {
        return Ok(false);
    }
    request(call).end_layer().map(|()| true)
}

fn ob_end_clean(call: &mut Call<'_>) -> Res<bool> {
    if !allows(call, &END_CLEAN)? {
        return Ok(false);
    }
    request(call).drop_layer().map(|()| true)
}

fn contents(call: &mut Call<'_>) -> Option<Str> {
    request(call).output.layers.last().map(|layer| layer.contents.clone())
}

/// Notes that the layer was not removed.
fn not_deleted(call: &mut Call<'_>) -> Res<()> {
    match shown_layer(call) {
        Some((name, level)) => call.notice(format!("Failed to delete buffer of {name} ({level})")),
        None => Ok(()),
    }
}

fn ob_get_flush(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    let text = contents(call);
    if !allows(call, &END_FLUSH)? {
        if text.is_some() {
            not_deleted(call)?;
        }
        return Ok(OrFalse(text));
    }
    request(call).end_layer()?;
    Ok(OrFalse(text))
}

fn ob_get_clean(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    let Some(text) = contents(call) else { return Ok(OrFalse(None)) };
    if !allows(call, &END_CLEAN)? {
        not_deleted(call)?;
        return Ok(OrFalse(Some(text)));
    }
    request(call).drop_layer()?;
    Ok(OrFalse(Some(text)))
}

fn ob_get_contents(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    Ok(OrFalse(contents(call)))
}

fn ob_get_level(call: &mut Call<'_>) -> Res<i64> {
    Ok(request(call).output.layers.len() as i64)
}

fn ob_get_length(call: &mut Call<'_>) -> Res<OrFalse<i64>> {
    Ok(OrFalse(contents(call).map(|text| text.len() as i64)))
}

fn ob_list_handlers(call: &mut Call<'_>) -> Res<Array> {
    let names: Vec<Value> =
        request(call).output.layers.iter().map(|layer| layer.name.clone().into()).collect();
    call.list(names)
}

/// How much room PHP would have made for a layer.
fn room(layer: &Layer) -> usize {
    match layer.chunk_bytes {
        _ if layer.flags & flag::DISABLED != 0 => 0,
        0 | 1 => BUFFER_BYTES,
        bytes => (bytes / PAGE_BYTES + 1) * PAGE_BYTES,
    }
}

fn status(call: &mut Call<'_>, level: usize) -> Res<Array> {
    let layer = &request(call).output.layers[level];
    let rows = [
        ("name", Value::from(layer.name.clone())),
        ("type", Value::int(layer.flags & flag::USER)),
        ("flags", Value::int(layer.flags)),
        ("level", Value::int(level as i64)),
        ("chunk_size", Value::int(layer.chunk_bytes as i64)),
        ("buffer_size", Value::int(room(layer) as i64)),
        ("buffer_used", Value::int(layer.contents.len() as i64)),
    ];
    let mut shown = Array::new();
    for (name, value) in rows {
        put_named(call, &mut shown, name, value)?;
    }
    Ok(shown)
}

fn ob_get_status(call: &mut Call<'_>, full_status: bool) -> Res<Array> {
    let count = request(call).output.layers.len();
    if !full_status {
        return if count == 0 { Ok(Array::new()) } else { status(call, count - 1) };
    }
    let mut all = Vec::new();
    for level in 0..count {
        all.push(Value::from(status(call, level)?));
    }
    call.list(all)
}

fn ob_implicit_flush(_: &mut Call<'_>, _: bool) -> Res<()> {
    Ok(())
}

fn flush(call: &mut Call<'_>) -> Res<()> {
    request(call).output.flush();
    Ok(())
}
