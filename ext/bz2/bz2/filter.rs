//! The filters `bzip2.compress` and `bzip2.decompress`.

use bzip2::{Action, Compress, Decompress, Status};
use ext_file::layer::context::named;
use ext_file::layer::filter::Pass;
use ext_file::layer::guest::Coder;
use runtime::array::Array;
use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::{CHUNK_BYTES, compress, compressor};

/// Makes the filter with this name.
pub fn make(call: &mut Call<'_>, name: &[u8], params: &Value) -> Res<Option<Box<dyn Coder>>> {
    let options = match params.unboxed().view() {
        View::Array(array) => Some(array.clone()),
        View::Object(object) => {
            let object = object.clone();
            Some(call.host().object_array(&object)?)
        }
        _ => None,
    };
    let is_on = |options: &Array, name: &str| named(options, name).is_some_and(conv::to_bool);
    match name.to_ascii_lowercase().as_slice() {
        b"bzip2.decompress" => {
            let (small, repeats) = match &options {
                Some(options) => (is_on(options, "small"), is_on(options, "concatenated")),
                None => (conv::to_bool(params.unboxed()), false),
            };
            let decoder = Expander { decoder: Some(Decompress::new(small)), small, repeats };
            Ok(Some(Box::new(decoder)))
        }
        b"bzip2.compress" => {
            let options = options.unwrap_or_default();
            let what = "number of blocks to allocate";
            let blocks = bounded(call, (&options, "blocks", what), (1, 9), 4)?;
            let work = bounded(call, (&options, "work", "work factor"), (0, 250), 0)?;
            let coder = compressor(blocks, work);
            Ok(coder
                .map(|coder| Box::new(Compressor { coder, is_flushed: true }) as Box<dyn Coder>))
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

struct Expander {
    /// None when the data has ended.
    decoder: Option<Decompress>,
    small: bool,
    /// Whether more data may follow what has ended.
    repeats: bool,
}

impl Coder for Expander {
    fn pass(&mut self, bytes: &[u8], _: Pass) -> Result<Vec<u8>, Option<String>> {
        let (mut input, mut output) = (bytes, Vec::new());
        let mut buffer = [0; CHUNK_BYTES];
        while let Some(decoder) = self.decoder.as_mut().filter(|_| !input.is_empty()) {
            loop {
                let (taken, made) = (decoder.total_in(), decoder.total_out());
                let status = decoder.decompress(input, &mut buffer);
                let count = (decoder.total_out() - made) as usize;
                output.extend_from_slice(&buffer[..count]);
                input = &input[(decoder.total_in() - taken) as usize..];
                match status {
                    Ok(Status::StreamEnd) => {
                        self.decoder = self.repeats.then(|| Decompress::new(self.small));
                        break;
                    }
                    Ok(_) if count < buffer.len() && input.is_empty() => return Ok(output),
                    Ok(_) => {}
                    Err(_) => return Err(Some("bzip2 decompression failed".to_owned())),
                }
            }
        }
        Ok(output)
    }
}

struct Compressor {
    coder: Compress,
    /// Whether nothing is held back.
    is_flushed: bool,
}

impl Coder for Compressor {
    fn pass(&mut self, bytes: &[u8], pass: Pass) -> Result<Vec<u8>, Option<String>> {
        let mut output = Vec::new();
        if !bytes.is_empty() {
            self.is_flushed = false;
            compress(&mut self.coder, bytes, &mut output, Action::Run).map_err(|_| None)?;
        }
        match pass {
            Pass::Closing => {
                compress(&mut self.coder, &[], &mut output, Action::Finish).map_err(|_| None)?;
            }
            Pass::Flushing if !self.is_flushed => {
                compress(&mut self.coder, &[], &mut output, Action::Flush).map_err(|_| None)?;
                self.is_flushed = true;
            }
            _ => {}
        }
        Ok(output)
    }
}
