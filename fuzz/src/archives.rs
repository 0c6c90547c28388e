//! Readers of archives: any bytes as `phar`, `tar`, `zip`, and as what compresses them.

use ext_phar::archive::reader::{Manner, read};
use ext_phar::archive::{Archive, pack, write};

use crate::{Run, Target};

/// Archives: what is read is written and read again.
pub const ARCHIVES: Target = Target {
    name: "archives",
    run: Run::Each(archives),
    corpus: &["fuzz/corpus/archives"],
    extension: "bin",
};

fn read_as(input: &[u8], path: &[u8]) -> Option<Archive> {
    let manner = Manner { path, alias: b"", wants_hash: false };
    let (archive, _) = read(input.to_vec(), manner).ok()?;
    for entry in archive.entries.values() {
        // Whatever is wrong with an entry is told when it is opened.
        let _ = pack::unpack(&mut entry.borrow_mut(), path);
    }
    Some(archive)
}

fn archives(input: &[u8]) {
    for path in [&b"/a.phar"[..], b"/a.phar.tar", b"/a.zip"] {
        let Some(mut archive) = read_as(input, path) else { continue };
        let Ok(Some(bytes)) = write::written(&mut archive, write::KEPT, 1) else { continue };
        drop(read_as(&bytes, path));
    }
}
