//! The filters `zlib.inflate` and `zlib.deflate`.

use ext_file::layer::context::named;
use ext_file::layer::filter::Pass;
use ext_file::layer::guest::Coder;
use runtime::array::Array;
use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::{Value, View};

use crate::ffi::{Deflate, Inflate, Settings, flush, status, words};

const RAW: i64 = -15;

/// Makes the filter with this name.
pub fn make(call: &mut Call<'_>, name: &[u8], params: &Value) -> Res<Option<Box<dyn Coder>>> {
    match name.to_ascii_lowercase().as_slice() {
        b"zlib.inflate" => {
            let options = options(call, params)?.unwrap_or_default();
            let window = bounded(call, (&options, "window", "window size"), (RAW, 47), RAW)?;
            let inflate = Inflate::new(window as i32);
            Ok(inflate
                .map(|inflate| Box::new(Expander { inflate, finished: false }) as Box<dyn Coder>))
        }
        b"zlib.deflate" => {
            let settings = settings(call, params)?;
            let deflate = Deflate::new(settings);
            Ok(deflate.map(|deflate| {
                Box::new(Compressor { deflate, is_flushed: true }) as Box<dyn Coder>
            }))
        }
        _ => Ok(None),
    }
}

fn options(call: &mut Call<'_>, params: &Value) -> Res<Option<Array>> {
    match params.unboxed().view() {
        View::Array(array) => Ok(Some(array.clone())),
        View::Object(object) => {
            let object = object.clone();
            call.host().object_array(&object).map(Some)
        }
        _ => Ok(None),
    }
}

/// A number among the options, within bounds.
fn bounded(
    call: &mut Call<'_>,
    (options, name, what): (&Array, &str, &str),
    (least, most): (i64, i64),
    default: i64,
) -> Res<i64> {
    let Some(value) = named(options, name).cloned() else { return Ok(default) };
    let value = conv::to_int(call.rq(), &value)?;
    if (least..=most).contains(&value) {
        return Ok(value);
    }
    call.warn(format!("Invalid parameter given for {what} ({value})"))?;
    Ok(default)
}

fn checked_level(call: &mut Call<'_>, value: &Value) -> Res<i64> {
    let level = conv::to_int(call.rq(), value)?;
    if (-1..=9).contains(&level) {
        return Ok(level);
    }
    call.warn(format!("Invalid compression level specified. ({level})"))?;
    Ok(-1)
}

fn settings(call: &mut Call<'_>, params: &Value) -> Res<Settings> {
    let (mut level, mut window, mut memory) = (-1, RAW, 9);
    if let Some(options) = options(call, params)? {
        memory = bounded(call, (&options, "memory", "memory level"), (1, 9), 9)?;
        window = bounded(call, (&options, "window", "window size"), (RAW, 31), RAW)?;
        if let Some(value) = named(&options, "level").cloned() {
            level = checked_level(call, &value)?;
        }
    } else {
        match params.unboxed().view() {
            View::Str(_) | View::Float(_) | View::Int(_) => {
                level = checked_level(call, params.unboxed())?;
            }
            View::Null | View::Uninit => {}
            _ => call.warn("Invalid filter parameter, ignored")?,
        }
    }
    Ok(Settings { level: level as i32, window: window as i32, memory: memory as i32, strategy: 0 })
}

struct Expander {
    inflate: Inflate,
    finished: bool,
}

impl Coder for Expander {
    fn pass(&mut self, bytes: &[u8], pass: Pass) -> Result<Vec<u8>, Option<String>> {
        let (mut input, mut output) = (bytes, Vec::new());
        let mut buffer = vec![0; 32768];
        let how = if pass == Pass::Closing { flush::FINISH } else { flush::SYNC };
        while !self.finished {
            let done = self.inflate.step(input, &mut buffer, how);
            output.extend_from_slice(&buffer[..done.made]);
            input = &input[done.taken..];
            match done.status {
                status::STREAM_END => self.finished = true,
                status::OK | status::BUF_ERROR => {}
                _ if bytes.is_empty() => break,
                other => return Err(Some(format!("zlib: {}", words(other)))),
            }
            if done.made < buffer.len() && (input.is_empty() || done.taken == 0) {
                break;
            }
        }
        Ok(output)
    }
}

struct Compressor {
    deflate: Deflate,
    /// Whether nothing is held back.
    is_flushed: bool,
}

impl Coder for Compressor {
    fn pass(&mut self, bytes: &[u8], pass: Pass) -> Result<Vec<u8>, Option<String>> {
        let mut output = Vec::new();
        if !bytes.is_empty() {
            let how = match pass {
                Pass::Normal => flush::NONE,
                Pass::Flushing => flush::SYNC,
                Pass::Closing => flush::FULL,
            };
            self.is_flushed = how != flush::NONE;
            if self.deflate.run(bytes, &mut output, how) < status::OK {
                return Err(None);
            }
        }
        match pass {
            Pass::Closing => drop(self.deflate.run(&[], &mut output, flush::FINISH)),
            Pass::Flushing if !self.is_flushed => {
                self.deflate.run(&[], &mut output, flush::SYNC);
                self.is_flushed = true;
            }
            _ => {}
        }
        Ok(output)
    }
}
