//! Compressing and expanding.

use std::io::Read;

use bzip2::read::{BzDecoder, BzEncoder};
use ext_zlib::{Deflate, Inflate, Settings, flush, status};

use super::{Entry, bits};

/// Raw data of deflate, as zlib counts windows.
const RAW: i32 = -15;
/// A file of gzip.
const GZIP: i32 = 31;
/// A file of gzip or zlib.
const ANY: i32 = 47;
/// How large an archive may become that is compressed as a whole.
pub const WHOLE_MAX: usize = 1 << 31;
const CHUNK_BYTES: usize = 1 << 16;

/// Compresses; none when there is no memory.
pub fn packed(bytes: &[u8], how: u32) -> Option<Vec<u8>> {
    match how {
        bits::GZ => deflated(bytes, RAW),
        bits::BZ2 => bzipped(bytes),
        _ => Some(bytes.to_vec()),
    }
}

/// A whole archive, compressed as its flags say.
pub fn whole(bytes: Vec<u8>, flags: u32) -> Option<Vec<u8>> {
    match flags & bits::WHOLE {
        bits::WHOLE_GZ => deflated(&bytes, GZIP),
        bits::WHOLE_BZ2 => bzipped(&bytes),
        _ => Some(bytes),
    }
}

fn deflated(bytes: &[u8], window: i32) -> Option<Vec<u8>> {
    let mut coder = Deflate::new(Settings { level: -1, window, memory: 9, strategy: 0 })?;
    let mut output = Vec::new();
    let done = coder.run(bytes, &mut output, flush::FINISH);
    (done == status::STREAM_END).then_some(output)
}

fn bzipped(bytes: &[u8]) -> Option<Vec<u8>> {
    const BLOCKS: u32 = 4;
    let mut output = Vec::new();
    let mut coder = BzEncoder::new(bytes, bzip2::Compression::new(BLOCKS));
    coder.read_to_end(&mut output).ok()?;
    Some(output)
}

/// Expands to at most so many bytes; none when there are more, or the data is broken.
pub fn expanded(bytes: &[u8], how: u32, most: usize) -> Option<Vec<u8>> {
    match how {
        bits::GZ => inflated(bytes, RAW, most),
        bits::BZ2 => unbzipped(bytes, most),
        _ => (bytes.len() <= most).then(|| bytes.to_vec()),
    }
}

/// The archive in a file of gzip.
pub fn from_gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    inflated(bytes, ANY, WHOLE_MAX)
}

/// The archive in a file of bzip2.
pub fn from_bzip2(bytes: &[u8]) -> Option<Vec<u8>> {
    unbzipped(bytes, WHOLE_MAX)
}

fn inflated(mut bytes: &[u8], window: i32, most: usize) -> Option<Vec<u8>> {
    let mut coder = Inflate::new(window)?;
    let mut output = Vec::new();
    let mut buffer = vec![0; CHUNK_BYTES];
    loop {
        let done = coder.step(bytes, &mut buffer, flush::NONE);
        bytes = &bytes[done.taken..];
        output.extend_from_slice(&buffer[..done.made]);
        if output.len() > most {
            return None;
        }
        match done.status {
            status::STREAM_END => return Some(output),
            status::OK if done.made > 0 || done.taken > 0 => {}
            // What ends early is as long as it is.
            status::OK | status::BUF_ERROR => return Some(output),
            _ => return None,
        }
    }
}

fn unbzipped(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    let mut output = Vec::new();
    let mut limited = BzDecoder::new(bytes).take(most as u64 + 1);
    let read = limited.read_to_end(&mut output);
    (output.len() <= most && (read.is_ok() || !output.is_empty())).then_some(output)
}

/// The sum of bytes that archives keep.
pub fn crc(bytes: &[u8]) -> u32 {
    crc32fast::hash(bytes)
}

/// Expands an entry that is still in the archive's file. Errors are PHP's words for what is wrong;
/// `path` is the archive's.
pub fn unpack(entry: &mut Entry, path: &[u8]) -> Result<(), String> {
    if entry.plain.is_some() {
        return Ok(());
    }
    let Some(packed) = &entry.packed else {
        entry.plain = Some(std::rc::Rc::default());
        return Ok(());
    };
    let corrupt = |what: &str| {
        let (path, name) = (String::from_utf8_lossy(path), String::from_utf8_lossy(&entry.name));
        format!("phar error: internal corruption of phar \"{path}\" ({what} on file \"{name}\")")
    };
    if let Some(fault) = entry.fault {
        let (path, name) = (String::from_utf8_lossy(path), String::from_utf8_lossy(&entry.name));
        return Err(fault.replace("{path}", &path).replace("{name}", &name));
    }
    let size = entry.size as usize;
    let bytes = match packed.how {
        0 => packed.bytes().to_vec(),
        how => expanded(packed.bytes(), how, size)
            .filter(|bytes| bytes.len() == size)
            .ok_or_else(|| corrupt("actual filesize mismatch"))?,
    };
    let was_packed = packed.how != 0;
    if (was_packed || !entry.is_checked) && crc(&bytes) != entry.crc {
        return Err(corrupt("crc32 mismatch"));
    }
    entry.is_checked = true;
    entry.plain = Some(std::rc::Rc::new(std::cell::RefCell::new(bytes)));
    Ok(())
}
