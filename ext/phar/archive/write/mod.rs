//! Writing archives.
//!
//! # Invariants
//! - The archive in memory is changed only when everything could be written, but for the entries of
//!   its own folder.

mod phar;
mod tar;
mod zip;

use std::cell::RefCell;
use std::rc::Rc;

use super::{ALIAS, Archive, Entry, EntryRef, Kind, Packed, STUB, pack, reader};

/// The stub that somebody wants.
#[derive(Clone, Copy, Debug)]
pub struct Stub<'a> {
    /// The code; none for that of the format.
    pub code: Option<&'a [u8]>,
    /// Whether the stub of the format replaces the one that is there.
    pub is_default: bool,
}

/// A stub that stays as it is.
pub const KEPT: Stub<'static> = Stub { code: None, is_default: false };

/// A file that is made, and where the bytes of entries are in it.
pub struct Made {
    bytes: Vec<u8>,
    places: Vec<(EntryRef, usize, usize, u32)>,
}

/// Writes an archive; its bytes, uncompressed, or none where nothing is written.
pub fn written(
    archive: &mut Archive,
    stub: Stub<'_>,
    now: u32,
) -> Result<Option<Rc<Vec<u8>>>, String> {
    if archive.entries.is_empty() && stub.code.is_none() {
        return Ok(None);
    }
    archive.folders.clear();
    let made = match archive.kind {
        Kind::Phar => phar::made(archive, stub, now)?,
        Kind::Tar => tar::made(archive, stub, now)?,
        Kind::Zip => zip::made(archive, stub, now)?,
    };
    archive.is_new = false;
    let data = Rc::new(made.bytes);
    for (entry, at, len, how) in made.places {
        let mut entry = entry.borrow_mut();
        entry.packed = Some(Packed { data: Rc::clone(&data), at, len, how });
        entry.is_modified = false;
        entry.fault = None;
        if entry.handles == 0 {
            entry.plain = None;
        }
    }
    Ok(Some(data))
}

/// Removes what was deleted, and lists what is written.
fn living(archive: &mut Archive) -> Vec<EntryRef> {
    let is_tar_like = archive.kind != Kind::Phar;
    archive.entries.retain(|_, entry| {
        let entry = entry.borrow();
        !entry.is_deleted || entry.handles > 0 || is_tar_like && entry.locks > 0
    });
    let all: Vec<EntryRef> = archive.entries.values().cloned().collect();
    let living = all.into_iter().filter(|entry| {
        let entry = entry.borrow();
        !entry.is_deleted && entry.mount.is_none()
    });
    let living: Vec<EntryRef> = living.collect();
    for entry in &living {
        let name = entry.borrow().name.clone();
        archive.add_folders(&name);
    }
    living
}

/// The bytes of an entry, compressed like this; its sizes and its sum are those of the bytes then.
fn body(entry: &mut Entry, how: u32, path: &[u8]) -> Result<Vec<u8>, String> {
    if entry.is_folder {
        return Ok(Vec::new());
    }
    if let Some(packed) = &entry.packed
        && packed.how == how
        && (entry.plain.is_none() || !entry.is_modified)
        && entry.fault.is_none()
    {
        return Ok(packed.bytes().to_vec());
    }
    pack::unpack(entry, path)?;
    let plain = entry.plain.clone().unwrap_or_default();
    let plain: &RefCell<Vec<u8>> = &plain;
    let plain = plain.borrow();
    entry.size = plain.len() as u32;
    entry.crc = pack::crc(&plain);
    entry.is_checked = true;
    let Some(packed) = pack::packed(&plain, how) else {
        let (name, path) = (String::from_utf8_lossy(&entry.name), String::from_utf8_lossy(path));
        return Err(format!(
            "unable to copy compressed file contents of file \"{name}\" while creating new phar \"{path}\""
        ));
    };
    entry.packed_size = packed.len() as u32;
    Ok(packed)
}

/// Brings stub and alias of an archive of another format to its own folder. `word` is the format.
fn prepare(archive: &mut Archive, (stub, word): (Stub<'_>, &str), now: u32) -> Result<(), String> {
    if archive.is_data {
        return Ok(());
    }
    match archive.alias.clone().filter(|alias| !archive.has_loose_alias && !alias.is_empty()) {
        Some(alias) => drop(archive.put(Entry::new(ALIAS, alias, now))),
        None => drop(archive.entries.shift_remove(ALIAS)),
    }
    let own = format!("<?php // {word}-based phar archive stub file\n__HALT_COMPILER();");
    match stub.code.filter(|_| !stub.is_default) {
        Some(code) => {
            let Some(code) = reader::ended_stub(code) else {
                let path = String::from_utf8_lossy(&archive.path);
                return Err(format!("illegal stub for {word}-based phar \"{path}\""));
            };
            archive.put(Entry::new(STUB, code, now));
        }
        None if stub.is_default || !archive.entries.contains_key(STUB) => {
            archive.put(Entry::new(STUB, own.into_bytes(), now));
        }
        None => {}
    }
    Ok(())
}
