//! Writing archives to their files.

use std::fs;

use crate::archive::write::{self, Stub};
use crate::archive::{ArchiveRef, Kind, pack};
use crate::registry::{Registry, now, place, shown};

impl Registry {
    /// Writes an archive; the errors are PHP's words.
    pub fn flush(&mut self, archive: &ArchiveRef, stub: Stub<'_>) -> Result<(), String> {
        let mut held = archive.borrow_mut();
        if held.kind == Kind::Phar && self.is_readonly {
            return Ok(());
        }
        if held.kind == Kind::Zip
            && let Some(alias) = held.alias.clone().filter(|alias| !alias.is_empty())
        {
            let path = held.path.clone();
            drop(held);
            if let Err(Some(text)) = self.get(&path, &alias) {
                return Err(text);
            }
            held = archive.borrow_mut();
        }
        let Some(data) = write::written(&mut held, stub, now())? else { return Ok(()) };
        if held.is_held {
            return Ok(());
        }
        let failed = || format!("unable to open new phar \"{}\" for writing", shown(&held.path));
        let packed = match held.flags & crate::archive::bits::WHOLE {
            0 => None,
            flags => pack::whole(data.to_vec(), flags),
        };
        let bytes = packed.as_ref().unwrap_or(&data);
        fs::write(place(&held.path), bytes).map_err(|_| failed())
    }
}
