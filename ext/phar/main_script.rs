//! Archives that are run as scripts.

use std::borrow::Cow;

use crate::archive::reader::{self, Manner};
use crate::archive::{Kind, STUB, pack};

/// The code of a script that is an archive of another format, or compressed as a whole; none of
/// what runs as it is. `name` is the script's.
pub fn stub_of(name: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    let is_named = name.windows(5).any(|window| window == b".phar");
    let is_plain = bytes.starts_with(b"<?") || bytes.starts_with(b"#!");
    if !is_named || is_plain || name.windows(3).any(|window| window == b"://") {
        return None;
    }
    let manner = Manner { path: name, alias: b"", wants_hash: false };
    let (archive, _) = reader::read(bytes.to_vec(), manner).ok()?;
    if archive.kind == Kind::Phar {
        return (archive.flags & crate::archive::bits::WHOLE != 0).then_some(archive.stub);
    }
    let entry = archive.entries.get(STUB)?;
    let mut entry = entry.borrow_mut();
    pack::unpack(&mut entry, name).ok()?;
    let plain = entry.plain.as_ref()?.borrow();
    Some(Cow::from(plain.as_slice()).into_owned())
}
