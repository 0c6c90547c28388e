//! Data in the format bzip2.

mod file;
mod filter;
#[rustfmt::skip]
mod r#gen;

pub use filter::make as make_filter;
pub use r#gen::{CONSTANTS, NATIVES};
pub use open::scheme as open_scheme;

mod open;

use bzip2::{Action, Compress, Compression, Decompress, Error, Status};
use ext_file::calls::{fclose, fflush, fwrite};
use open::{bzerrno, bzerror, bzerrstr, bzopen, bzread};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

const CHUNK_BYTES: usize = 8192;
/// Wrong settings, as the library numbers it.
const WRONG_SETTINGS: i64 = -2;

/// The library's number of what went wrong.
fn number(error: Error) -> i64 {
    match error {
        Error::Sequence => -1,
        Error::Param => WRONG_SETTINGS,
        Error::Data => -4,
        Error::DataMagic => -5,
    }
}

/// A compressor; none when the settings do not fit.
fn compressor(block_size: i64, work_factor: i64) -> Option<Compress> {
    let fits = (1..=9).contains(&block_size) && (0..=250).contains(&work_factor);
    fits.then(|| Compress::new(Compression::new(block_size as u32), work_factor as u32))
}

/// Compresses all of the input to the end of `output`.
fn compress(
    coder: &mut Compress,
    mut input: &[u8],
    output: &mut Vec<u8>,
    action: Action,
) -> Result<(), Error> {
    let mut buffer = [0; CHUNK_BYTES];
    loop {
        let (taken, made) = (coder.total_in(), coder.total_out());
        let status = coder.compress(input, &mut buffer, action)?;
        input = &input[(coder.total_in() - taken) as usize..];
        output.extend_from_slice(&buffer[..(coder.total_out() - made) as usize]);
        match status {
            Status::StreamEnd => return Ok(()),
            Status::RunOk if input.is_empty() => return Ok(()),
            Status::Ok | Status::MemNeeded => return Ok(()),
            _ => {}
        }
    }
}

fn bzcompress(call: &mut Call<'_>, data: &Str, block_size: i64, work_factor: i64) -> Res<Value> {
    let Some(mut coder) = compressor(block_size, work_factor) else {
        return Ok(Value::int(WRONG_SETTINGS));
    };
    let mut output = Vec::new();
    match compress(&mut coder, data, &mut output, Action::Finish) {
        Ok(()) => call.str(&output).map(Value::from),
        Err(error) => Ok(Value::int(number(error))),
    }
}

fn bzdecompress(call: &mut Call<'_>, data: &Str, use_less_memory: bool) -> Res<Value> {
    let mut decoder = Decompress::new(use_less_memory);
    let mut output = Vec::new();
    let mut buffer = [0; CHUNK_BYTES];
    loop {
        let (taken, made) = (decoder.total_in() as usize, decoder.total_out());
        let status = decoder.decompress(&data[taken..], &mut buffer);
        let count = (decoder.total_out() - made) as usize;
        output.extend_from_slice(&buffer[..count]);
        match status {
            Ok(Status::StreamEnd) => break,
            Ok(_) if count < buffer.len() && decoder.total_in() as usize == data.len() => break,
            Ok(_) => {}
            Err(error) => return Ok(Value::int(number(error))),
        }
    }
    call.str(&output).map(Value::from)
}
