//! Data in the formats of zlib.
//!
//! # Not here
//! The formats themselves: [`ffi`](crate::ffi).

mod context;
mod file;
mod filter;
#[rustfmt::skip]
mod r#gen;
mod open;
mod output;

pub use filter::make as make_filter;
pub use r#gen::{CONSTANTS, NATIVES};
pub use open::scheme as open_scheme;

use context::{
    deflate_add, deflate_init, inflate_add, inflate_get_read_len, inflate_get_status, inflate_init,
};
use ext_file::calls::{fclose, feof, fgetc, fgets, fpassthru, fread, fseek, ftell, fwrite, rewind};
use open::{gzfile, gzopen, readgzfile};
use output::{ob_gzhandler, zlib_begin_, zlib_get_coding_type, zlib_output_};
use runtime::array::Array;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;

use crate::ffi::{Deflate, Inflate, Settings, flush, status, words};

/// Kinds of data: the window that zlib is told.
mod encoding {
    pub const RAW: i64 = -15;
    pub const GZIP: i64 = 31;
    pub const DEFLATE: i64 = 15;
    /// What its head says it is, or raw.
    pub const ANY: i64 = 47;
}

/// The most memory that compression may use.
const MOST_MEMORY: i32 = 9;

fn is_encoding(number: i64) -> bool {
    matches!(number, encoding::RAW | encoding::GZIP | encoding::DEFLATE)
}

/// The settings of a compressor at a level, with all the memory.
fn settings(level: i64, window: i64) -> Settings {
    Settings { level: level as i32, window: window as i32, memory: MOST_MEMORY, strategy: 0 }
}

fn encoded(
    call: &mut Call<'_>,
    data: &[u8],
    (level, level_at): (i64, usize),
    (kind, kind_at): (i64, usize),
) -> Res<OrFalse<Str>> {
    if !(-1..=9).contains(&level) {
        return Err(call.value_error(level_at, "must be between -1 and 9"));
    }
    if !is_encoding(kind) {
        let rule = "must be one of ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, or ZLIB_ENCODING_DEFLATE";
        return Err(call.value_error(kind_at, rule));
    }
    let Some(mut deflate) = Deflate::new(settings(level, kind)) else {
        call.warn(words(status::MEM_ERROR))?;
        return Ok(OrFalse(None));
    };
    let mut output = Vec::with_capacity(data.len() / 2);
    match deflate.run(data, &mut output, flush::FINISH) {
        status::STREAM_END => call.str(&output).map(Some).map(OrFalse),
        other => {
            call.warn(words(other))?;
            Ok(OrFalse(None))
        }
    }
}

fn gzdeflate(call: &mut Call<'_>, data: &Str, level: i64, encoding: i64) -> Res<OrFalse<Str>> {
    encoded(call, data, (level, 2), (encoding, 3))
}

fn gzencode(call: &mut Call<'_>, data: &Str, level: i64, encoding: i64) -> Res<OrFalse<Str>> {
    encoded(call, data, (level, 2), (encoding, 3))
}

fn gzcompress(call: &mut Call<'_>, data: &Str, level: i64, encoding: i64) -> Res<OrFalse<Str>> {
    encoded(call, data, (level, 2), (encoding, 3))
}

fn zlib_encode(call: &mut Call<'_>, data: &Str, encoding: i64, level: i64) -> Res<OrFalse<Str>> {
    encoded(call, data, (level, 3), (encoding, 2))
}

/// PHP: how often room is made before the data counts as malformed.
const ROUNDS: usize = 100;

/// Expands all of `data`, whose last byte is one more than the data has, to at most `most` bytes;
/// the status in place of them.
fn expanded(data: &[u8], window: i64, most: usize) -> Result<Vec<u8>, i32> {
    let mut inflate = Inflate::new(window as i32).ok_or(status::MEM_ERROR)?;
    let mut size = if most > 0 && most < data.len() { most } else { data.len() };
    let mut output = Vec::new();
    let (mut taken, mut made) = (0, 0);
    for _ in 0..ROUNDS {
        if most > 0 && most <= made {
            return Err(status::MEM_ERROR);
        }
        output.resize(size, 0);
        let done = inflate.step(&data[taken..], &mut output[made..], flush::NONE);
        (taken, made) = (taken + done.taken, made + done.made);
        size += (size >> 3) + 1;
        match done.status {
            status::STREAM_END => {
                output.truncate(made);
                return Ok(output);
            }
            status::BUF_ERROR => {}
            status::OK if taken < data.len() => {}
            status::OK => return Err(status::DATA_ERROR),
            other => return Err(other),
        }
    }
    Err(status::BUF_ERROR)
}

fn decoded(call: &mut Call<'_>, data: &[u8], kind: i64, most: i64) -> Res<OrFalse<Str>> {
    let Ok(most) = usize::try_from(most) else {
        return Err(call.value_error(2, "must be greater than or equal to 0"));
    };
    let result = if data.is_empty() {
        Err(status::DATA_ERROR)
    } else {
        let ended = [data, b"\0"].concat();
        match expanded(&ended, kind, most) {
            Err(status::DATA_ERROR) if kind == encoding::ANY => {
                expanded(&ended, encoding::RAW, most)
            }
            other => other,
        }
    };
    match result {
        Ok(bytes) => call.str(&bytes).map(Some).map(OrFalse),
        Err(status) => {
            call.warn(words(status))?;
            Ok(OrFalse(None))
        }
    }
}

fn zlib_decode(call: &mut Call<'_>, data: &Str, max_length: i64) -> Res<OrFalse<Str>> {
    decoded(call, data, encoding::ANY, max_length)
}

fn gzinflate(call: &mut Call<'_>, data: &Str, max_length: i64) -> Res<OrFalse<Str>> {
    decoded(call, data, encoding::RAW, max_length)
}

fn gzdecode(call: &mut Call<'_>, data: &Str, max_length: i64) -> Res<OrFalse<Str>> {
    decoded(call, data, encoding::GZIP, max_length)
}

fn gzuncompress(call: &mut Call<'_>, data: &Str, max_length: i64) -> Res<OrFalse<Str>> {
    decoded(call, data, encoding::DEFLATE, max_length)
}
