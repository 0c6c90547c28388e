//! The filters `convert.iconv.FROM/TO`.
//!
//! Text is converted as far as it is whole; a character that is cut waits for the rest of it. Of an
//! encoding with shifts all text waits for its end, as what a byte means hangs on what came before.

use ext_file::layer::filter::Pass;
use ext_file::layer::guest::Coder;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use crate::iconv::{Charset, Failure};

const PREFIX: &[u8] = b"convert.iconv.";

/// The bytes of the longest character.
const CHARACTER_BYTES_MAX: usize = 8;

/// Makes the filter with this name.
pub fn make(call: &mut Call<'_>, name: &[u8], _: &Value) -> Res<Option<Box<dyn Coder>>> {
    let pair = name.get(PREFIX.len()..).unwrap_or_default();
    let at = pair.iter().position(|byte| matches!(byte, b'/' | b'.'));
    let Some(at) = at else { return Ok(None) };
    let (from, to) = (&pair[..at], &pair[at + 1..]);
    let (Some(source), Some(target)) = (Charset::named(from), Charset::target(call, to)?) else {
        return Ok(None);
    };
    let shown = |name: &[u8]| String::from_utf8_lossy(name).into_owned();
    let names = (shown(from), shown(to));
    Ok(Some(Box::new(Converter { source, target, names, held: Vec::new() })))
}

struct Converter {
    source: Charset,
    target: Charset,
    names: (String, String),
    /// What waits for more.
    held: Vec<u8>,
}

impl Converter {
    fn invalid(&self) -> Option<String> {
        let (from, to) = &self.names;
        Some(format!("iconv stream filter (\"{from}\"=>\"{to}\"): invalid multibyte sequence"))
    }

    fn converted(&self, bytes: &[u8]) -> Result<Vec<u8>, Failure> {
        let text = self.source.decode(bytes, false)?;
        self.target.encode(&text)
    }
}

impl Coder for Converter {
    fn pass(&mut self, bytes: &[u8], pass: Pass) -> Result<Vec<u8>, Option<String>> {
        self.held.extend_from_slice(bytes);
        let is_end = pass == Pass::Closing;
        if self.source.has_shifts() && !is_end {
            return Ok(Vec::new());
        }
        let most = if is_end { 0 } else { CHARACTER_BYTES_MAX.min(self.held.len()) };
        for cut in 0..=most {
            let whole = self.held.len() - cut;
            match self.converted(&self.held[..whole]) {
                Ok(out) => {
                    self.held.drain(..whole);
                    return Ok(out);
                }
                Err(Failure::Incomplete) => {}
                Err(Failure::Illegal) => break,
            }
        }
        self.held.clear();
        Err(self.invalid())
    }

    fn warns(&self) -> bool {
        true
    }
}
