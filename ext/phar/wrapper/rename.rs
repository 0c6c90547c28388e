//! Other names for files and folders of archives.

use std::rc::Rc;

use runtime::native::Call;
use runtime::raise::Res;

use crate::archive::write::KEPT;
use crate::archive::{Archive, ArchiveRef};
use crate::registry::{Registry, registry, shown};

use super::paths::refuse;
use super::{is_confined, parsed};

const CLOSED: &str = "phar error: Write operations disabled by the php.ini setting phar.readonly";

pub fn rename(call: &mut Call<'_>, from: &[u8], to: &[u8]) -> Res<bool> {
    let shared = registry(call);
    if is_confined(call, from) || is_confined(call, to) {
        return Ok(false);
    }
    let outcome = renamed(&mut shared.borrow_mut(), from, to);
    match outcome {
        Ok(()) => Ok(true),
        Err(fault) => refuse(call, vec![fault]),
    }
}

fn renamed(registry: &mut Registry, from: &[u8], to: &[u8]) -> Result<(), String> {
    let pair = format!("phar error: cannot rename \"{}\" to \"{}\"", shown(from), shown(to));
    let mut side = |url: &[u8]| {
        let bad = || format!("{pair}: invalid or non-writable url \"{}\"", shown(url));
        let (path, name) = parsed(registry, (url, b"wb"), false).map_err(|_| bad())?;
        let archive = registry.get(&path, b"").ok();
        let is_data = archive.as_ref().is_some_and(|archive| archive.borrow().is_data);
        if registry.is_readonly && !is_data {
            return Err(CLOSED.to_owned());
        }
        Ok((path, name, archive))
    };
    let (from_path, from_name, archive) = side(from)?;
    let (to_path, to_name, _) = side(to)?;
    if from_path != to_path {
        return Err(format!("{pair}, not within the same phar archive"));
    }
    let Some(archive) = archive else { return Err(pair) };
    let is_folder = move_entry(registry, &archive, (&from_name, &to_name), &pair)?;
    if is_folder {
        move_below(&mut archive.borrow_mut(), &from_name, &to_name);
    }
    registry.flush(&archive, KEPT).map_err(|why| format!("{pair}: {why}"))
}

/// Moves what has the name itself; whether that is a folder.
fn move_entry(
    registry: &mut Registry,
    archive: &ArchiveRef,
    (from, to): (&[u8], &[u8]),
    pair: &str,
) -> Result<bool, String> {
    let found = archive.borrow().entries.get(from).cloned();
    let Some(source) = found else {
        let is_folder = archive.borrow().folders.contains(from);
        let missing = format!("{pair} from extracted phar archive, source does not exist");
        return if is_folder { Ok(true) } else { Err(missing) };
    };
    if source.borrow().is_deleted {
        return Err(format!("{pair} from extracted phar archive, source has been deleted"));
    }
    if !source.borrow().is_folder {
        let bytes = registry.bytes(archive, &source);
        let bytes = bytes.map_err(|why| format!("{pair}: {}", why.unwrap_or_default()))?;
        let mut moved = source.borrow().clone();
        moved.replace(bytes.borrow().clone());
        moved.link = None;
        moved.handles = 0;
        moved.name = to.to_vec();
        archive.borrow_mut().put(moved);
    } else {
        let mut moved = source.borrow().clone();
        moved.name = to.to_vec();
        moved.is_modified = true;
        archive.borrow_mut().put(moved);
    }
    source.borrow_mut().is_deleted = true;
    Ok(source.borrow().is_folder)
}

fn move_below(archive: &mut Archive, from: &[u8], to: &[u8]) {
    let other = |name: &[u8]| {
        let rest = name.strip_prefix(from)?;
        matches!(rest.first(), None | Some(b'/')).then(|| [to, rest].concat())
    };
    let entries = std::mem::take(&mut archive.entries);
    for (name, entry) in entries {
        let below = other(&name).filter(|_| name.len() > from.len() && !entry.borrow().is_deleted);
        match below {
            Some(name) => {
                entry.borrow_mut().name.clone_from(&name);
                entry.borrow_mut().is_modified = true;
                archive.entries.insert(name, Rc::clone(&entry));
            }
            None => drop(archive.entries.insert(name, entry)),
        }
    }
    let moved = |name: &Vec<u8>| other(name).unwrap_or_else(|| name.clone());
    archive.folders = archive.folders.iter().map(moved).collect();
    archive.mounts = archive.mounts.iter().map(moved).collect();
}
