//! Output that is compressed, if whoever reads it says that this is welcome.

use ext_file::layer::context::named;
use ext_file::layer::library;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::{encoding, settings};
use crate::ffi::{Deflate, flush, status};

/// What a layer of output is told.
mod mode {
    pub const START: i64 = 1;
    pub const CLEAN: i64 = 2;
    pub const FLUSH: i64 = 4;
    pub const FINAL: i64 = 8;
}

/// The compressed output of the request.
#[derive(Default)]
struct Output {
    encoding: Option<i64>,
    deflate: Option<Deflate>,
}

/// What the reader takes.
fn coding(call: &mut Call<'_>) -> Res<Option<i64>> {
    if let Some(known) = call.state::<Output>().encoding {
        return Ok(Some(known));
    }
    let server = library(call, "zlib_server_", &[])?;
    let accepted = server.as_array().and_then(|server| named(server, "HTTP_ACCEPT_ENCODING"));
    let Some(accepted) = accepted.cloned() else { return Ok(None) };
    let accepted = call.to_str(&accepted)?;
    let has = |word: &[u8]| accepted.windows(word.len()).any(|part| part == word);
    let found = if has(b"gzip") {
        Some(encoding::GZIP)
    } else {
        has(b"deflate").then_some(encoding::DEFLATE)
    };
    call.state::<Output>().encoding = found;
    Ok(found)
}

fn header(call: &mut Call<'_>, text: &str, replaces: bool) -> Res<()> {
    let line = call.str(text.as_bytes())?;
    library(call, "header", &[line.into(), Value::bool(replaces)]).map(drop)
}

/// A compressor of output at the level of the settings.
fn begun(call: &mut Call<'_>, kind: i64) -> Option<Deflate> {
    let level = call.host().setting("zlib.output_compression_level").unwrap_or_default();
    let level = std::str::from_utf8(&level).ok().and_then(|text| text.trim().parse().ok());
    Deflate::new(settings(level.unwrap_or(-1), kind))
}

pub fn zlib_begin_(call: &mut Call<'_>) -> Res<bool> {
    coding(call).map(|coding| coding.is_some())
}

pub fn zlib_output_(call: &mut Call<'_>, data: &Str, flags: i64) -> Res<OrFalse<Str>> {
    let setting = call.host().setting("zlib.output_compression").unwrap_or_default();
    let setting = setting.to_ascii_lowercase();
    let is_off = matches!(setting.as_slice(), b"" | b"0" | b"off" | b"no" | b"false");
    if flags & mode::START != 0 && is_off {
        return Ok(OrFalse(None));
    }
    ob_gzhandler(call, data, flags)
}

pub fn zlib_get_coding_type(call: &mut Call<'_>) -> Res<OrFalse<Str>> {
    let name: &[u8] = match call.state::<Output>().encoding {
        Some(encoding::GZIP) => b"gzip",
        Some(_) => b"deflate",
        None => return Ok(OrFalse(None)),
    };
    call.str(name).map(Some).map(OrFalse)
}

pub fn ob_gzhandler(call: &mut Call<'_>, data: &Str, flags: i64) -> Res<OrFalse<Str>> {
    let Some(kind) = coding(call)? else {
        let is_dropped = flags == mode::START | mode::CLEAN | mode::FINAL;
        if flags & mode::START != 0 && !is_dropped {
            header(call, "Vary: Accept-Encoding", false)?;
        }
        return Ok(OrFalse(None));
    };
    if flags & mode::START != 0 && flags & mode::CLEAN == 0 {
        let name = if kind == encoding::GZIP { "gzip" } else { "deflate" };
        header(call, &format!("Content-Encoding: {name}"), true)?;
        header(call, "Vary: Accept-Encoding", false)?;
    }
    if flags & (mode::START | mode::CLEAN) != 0 {
        call.state::<Output>().deflate = begun(call, kind);
    }
    if flags & mode::CLEAN != 0 {
        if flags & mode::FINAL != 0 {
            call.state::<Output>().deflate = None;
        }
        return call.str(b"").map(Some).map(OrFalse);
    }
    let Some(deflate) = &mut call.state::<Output>().deflate else { return Ok(OrFalse(None)) };
    let how = match flags {
        _ if flags & mode::FINAL != 0 => flush::FINISH,
        _ if flags & mode::FLUSH != 0 => flush::FULL,
        _ => flush::SYNC,
    };
    let mut output = Vec::new();
    let status = deflate.run(data, &mut output, how);
    if flags & mode::FINAL != 0 || status < status::OK {
        call.state::<Output>().deflate = None;
    }
    if status < status::OK {
        return Ok(OrFalse(None));
    }
    call.str(&output).map(Some).map(OrFalse)
}
