//! Finding out what a file is, and little-endian numbers.

use std::rc::Rc;

use super::{Archive, bits, manifest, pack, tar, zip};

/// How an archive is read.
#[derive(Clone, Copy, Debug)]
pub struct Manner<'a> {
    /// The path that it has, for messages too.
    pub path: &'a [u8],
    /// The alias that somebody wants.
    pub alias: &'a [u8],
    /// Whether there must be a signature.
    pub wants_hash: bool,
}

impl Manner<'_> {
    /// The path in messages.
    pub fn shown(&self) -> String {
        String::from_utf8_lossy(self.path).into_owned()
    }
}

/// What a reader gives: the archive, and the alias that is written in it.
pub type Read = Result<(Archive, Option<Vec<u8>>), String>;

/// Numbers from a slice.
pub struct Cursor<'a> {
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    /// From the beginning of these bytes.
    pub fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    /// How much is left.
    pub fn len(&self) -> usize {
        self.rest.len()
    }

    /// So many bytes.
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    /// Two bytes as a number.
    pub fn u16(&mut self) -> Option<u16> {
        self.take(2).map(|bytes| u16::from_le_bytes([bytes[0], bytes[1]]))
    }

    /// Four bytes as a number.
    pub fn u32(&mut self) -> Option<u32> {
        self.take(4).map(|bytes| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }
}

/// Reads a file of any of the formats.
pub fn read(bytes: Vec<u8>, manner: Manner<'_>) -> Read {
    const NESTED_MAX: usize = 3;
    let mut bytes = bytes;
    let mut flags = 0;
    for depth in 0..NESTED_MAX {
        let (name, expanded) = match bytes.as_slice() {
            [0x1f, 0x8b, 0x08, ..] => ("gzipped", pack::from_gzip(&bytes)),
            [b'B', b'Z', b'h', ..] => ("bzipped", pack::from_bzip2(&bytes)),
            _ => break,
        };
        flags = if name == "gzipped" { bits::WHOLE_GZ } else { bits::WHOLE_BZ2 };
        let path = manner.shown();
        bytes = match expanded {
            Some(_) if depth + 1 == NESTED_MAX => {
                return Err(format!("unable to decompress {name} phar archive \"{path}\""));
            }
            Some(expanded) => expanded,
            None => {
                return Err(format!(
                    "unable to decompress {name} phar archive \"{path}\" to temporary file"
                ));
            }
        };
    }
    plain(Rc::new(bytes), flags, manner)
}

const TOKEN: &[u8] = b"__HALT_COMPILER();";

fn plain(bytes: Rc<Vec<u8>>, flags: u32, manner: Manner<'_>) -> Read {
    if bytes.len() < TOKEN.len() {
        let path = manner.shown();
        return Err(format!("internal corruption of phar \"{path}\" (truncated entry)"));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return zip::read(&bytes, manner);
    }
    if bytes.len() >= 512 && tar::is_tar(&bytes, manner.path) {
        return tar::read(&bytes, flags, manner);
    }
    match find_token(&bytes) {
        Some(at) => manifest::read(&bytes, (at + TOKEN.len(), flags), manner),
        None => {
            let path = manner.shown();
            Err(format!("internal corruption of phar \"{path}\" (__HALT_COMPILER(); not found)"))
        }
    }
}

/// Where a stub ends; in any case of letters.
pub fn find_token(bytes: &[u8]) -> Option<usize> {
    let is_here = |window: &[u8]| window.eq_ignore_ascii_case(TOKEN);
    bytes.windows(TOKEN.len()).position(is_here)
}

/// The part of a stub that scripts may set, with the end that archives give it; none without the
/// word that ends it.
pub fn ended_stub(stub: &[u8]) -> Option<Vec<u8>> {
    let end = find_token(stub)? + TOKEN.len();
    Some([&stub[..end], b" ?>\r\n"].concat())
}
