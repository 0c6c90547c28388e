//! What is told of names in archives, and done with them.

use ext_file::layer::end::End;
use ext_file::layer::table::Streams;
use runtime::native::Call;
use runtime::raise::Res;

use crate::archive::path::is_magic;
use crate::archive::write::KEPT;
use crate::archive::{Archive, Entry, Kind, bits};
use crate::entry::{Look, Manner};
use crate::name::{Making, Which};
use crate::registry::{Registry, registry, shown};

use super::end::rows;
use super::{is_confined, joined, parsed};

pub fn facts(call: &mut Call<'_>, url: &[u8]) -> Res<Option<[i64; 13]>> {
    if is_confined(call, url) {
        return Ok(None);
    }
    let found = registry(call).borrow_mut().stat_url(url);
    Ok(found.as_ref().map(rows))
}

/// The names in a folder of an archive, which must begin with nothing but its name.
fn listed(archive: &Archive, folder: &[u8]) -> Vec<Vec<u8>> {
    let prefix = if folder.is_empty() { Vec::new() } else { [folder, b"/"].concat() };
    if is_magic(folder) {
        return Vec::new();
    }
    let below = archive.entries.keys().filter(|name| !folder.is_empty() || !is_magic(name));
    let below = below.filter_map(|name| name.strip_prefix(prefix.as_slice()));
    let mut names: Vec<Vec<u8>> = below
        .filter_map(|rest| rest.split(|byte| *byte == b'/').next())
        .filter(|name| !name.is_empty())
        .map(<[u8]>::to_vec)
        .collect();
    names.sort();
    names.dedup();
    names
}

/// The names in a folder, or the path outside that is seen there.
type Listed = Result<Vec<Vec<u8>>, Vec<u8>>;

fn found(registry: &mut Registry, url: &[u8]) -> Result<Listed, Vec<String>> {
    let (path, name) = parsed(registry, (url, b"r"), false).map_err(|mut faults| {
        faults.push(format!("phar url \"{}\" is unknown", shown(url)));
        faults
    })?;
    let archive = registry.get(&path, b"").map_err(|fault| {
        vec![fault.unwrap_or_else(|| format!("phar file \"{}\" is unknown", shown(&path)))]
    })?;
    let held = archive.borrow();
    if name.is_empty() {
        return Ok(Ok(listed(&held, b"")));
    }
    if let Some(entry) = held.entries.get(&name) {
        let entry = entry.borrow();
        if !entry.is_folder {
            return Err(Vec::new());
        }
        return Ok(match &entry.mount {
            Some(outside) => Err(outside.clone()),
            None => Ok(listed(&held, &name)),
        });
    }
    let is_there = held.entries.keys().any(|key| key.len() > name.len() && key.starts_with(&name));
    if is_there { Ok(Ok(listed(&held, &name))) } else { Err(Vec::new()) }
}

pub fn names(call: &mut Call<'_>, url: &[u8]) -> Res<Result<Vec<Vec<u8>>, String>> {
    let shared = registry(call);
    if is_confined(call, url) {
        return Ok(Err("operation failed".to_owned()));
    }
    let outcome = found(&mut shared.borrow_mut(), url);
    match outcome {
        Ok(Ok(names)) => Ok(Ok(names)),
        Ok(Err(outside)) => outside_names(call, &outside),
        Err(faults) => Ok(Err(joined(&faults))),
    }
}

/// The names in a folder that is mounted.
fn outside_names(call: &mut Call<'_>, outside: &[u8]) -> Res<Result<Vec<Vec<u8>>, String>> {
    let path = call.str(outside)?.into();
    let handle = ext_file::layer::library(call, "opendir", &[path])?;
    let runtime::value::View::Resource(resource) = handle.view() else {
        return Ok(Err("operation failed".to_owned()));
    };
    let taken = call.state::<Streams>().remove(resource.id());
    ext_file::io::mark_closed(&handle);
    Ok(match taken.map(|stream| stream.end) {
        Some(End::Names { names, .. }) => Ok(names),
        _ => Ok(Vec::new()),
    })
}

/// Warns, as a function that does something with a name.
pub fn refuse(call: &mut Call<'_>, faults: Vec<String>) -> Res<bool> {
    for fault in faults {
        call.warn(fault)?;
    }
    Ok(false)
}

pub fn unlink(call: &mut Call<'_>, url: &[u8]) -> Res<bool> {
    let shared = registry(call);
    if is_confined(call, url) {
        return Ok(false);
    }
    let outcome = unlinked(&mut shared.borrow_mut(), url);
    match outcome {
        Ok(None) => Ok(true),
        Ok(Some(fault)) => refuse(call, vec![fault]).map(|_| true),
        Err(faults) => refuse(call, faults),
    }
}

fn unlinked(registry: &mut Registry, url: &[u8]) -> Result<Option<String>, Vec<String>> {
    let (path, name) = parsed(registry, (url, b"rb"), true).map_err(|mut faults| {
        faults.push("phar error: unlink failed".to_owned());
        faults
    })?;
    let known = registry.by_path.get(&path).is_some_and(|archive| archive.borrow().is_data);
    if registry.is_readonly && !known {
        let text = "phar error: write operations disabled by the php.ini setting phar.readonly";
        return Err(vec![text.to_owned()]);
    }
    let archive = registry.get(&path, b"").map_err(Vec::from_iter)?;
    let manner = Manner { is_guarded: true, ..Manner::READ };
    let entry = registry.open_entry(&archive, (&path, &name), manner).map_err(|fault| {
        let url = shown(url);
        vec![match fault {
            Some(why) => format!("unlink of \"{url}\" failed: {why}"),
            None => format!("unlink of \"{url}\" failed, file does not exist"),
        }]
    })?;
    if entry.borrow().handles > 1 {
        registry.leave(&archive, &entry);
        let (name, path) = (shown(&name), shown(&path));
        return Err(vec![format!(
            "phar error: \"{name}\" in phar \"{path}\", has open file pointers, cannot unlink"
        )]);
    }
    let is_locked = entry.borrow().locks > 0;
    entry.borrow_mut().is_deleted = is_locked;
    if !is_locked {
        let key = entry.borrow().name.clone();
        archive.borrow_mut().entries.shift_remove(&key);
    }
    entry.borrow_mut().handles -= 1;
    archive.borrow_mut().owners -= 1;
    if archive.borrow().is_held {
        return Ok(None);
    }
    Ok(registry.flush(&archive, KEPT).err())
}

/// Whether nothing may be written in the archive of a name; none where there is no archive in it.
fn is_closed(registry: &mut Registry, url: &[u8]) -> Option<bool> {
    let (path, _) = registry.split(url, Which::Any, Making::Perhaps).ok()?;
    let is_data = registry.get(&path, b"").is_ok_and(|archive| archive.borrow().is_data);
    Some(registry.is_readonly && !is_data)
}

pub fn mkdir(call: &mut Call<'_>, url: &[u8]) -> Res<bool> {
    changed(call, url, made)
}

/// What becomes of a change of what is at a name.
fn changed(
    call: &mut Call<'_>,
    url: &[u8],
    change: fn(&mut Registry, &[u8]) -> Result<(), Vec<String>>,
) -> Res<bool> {
    let shared = registry(call);
    if is_confined(call, url) {
        return Ok(false);
    }
    let outcome = change(&mut shared.borrow_mut(), url);
    match outcome {
        Ok(()) => Ok(true),
        Err(faults) => refuse(call, faults),
    }
}

fn made(registry: &mut Registry, url: &[u8]) -> Result<(), Vec<String>> {
    let given = shown(url);
    let of_url =
        |why: &str| vec![format!("phar error: cannot create directory \"{given}\", {why}")];
    match is_closed(registry, url) {
        None => return Err(of_url("no phar archive specified")),
        Some(true) => return Err(of_url("write operations disabled")),
        Some(false) => {}
    }
    let (path, name) = parsed(registry, (url, b"w"), true)?;
    let (in_phar, shown_name) = (shown(&path), shown(&name));
    let fail = |why: String| {
        vec![format!(
            "phar error: cannot create directory \"{shown_name}\" in phar \"{in_phar}\", {why}"
        )]
    };
    let archive = registry.get(&path, b"").map_err(Vec::from_iter)?;
    match registry.entry(&archive, &name, (Look::Folder, true)) {
        Ok(_) => return Err(fail("directory already exists".to_owned())),
        Err(Some(why)) => return Err(fail(why)),
        Err(None) => {}
    }
    match registry.entry(&archive, &name, (Look::File, true)) {
        Ok(_) => return Err(fail("file already exists".to_owned())),
        Err(Some(why)) => return Err(fail(why)),
        Err(None) => {}
    }
    let is_tar = archive.borrow().kind == Kind::Tar;
    archive.borrow_mut().put(Entry {
        name: name.clone(),
        flags: bits::FOLDER,
        tar_type: if is_tar { b'5' } else { 0 },
        is_folder: true,
        is_modified: true,
        is_checked: true,
        ..Entry::default()
    });
    if let Err(why) = registry.flush(&archive, KEPT) {
        archive.borrow_mut().entries.shift_remove(&name);
        return Err(fail(why));
    }
    archive.borrow_mut().add_folders(&name);
    Ok(())
}

pub fn rmdir(call: &mut Call<'_>, url: &[u8]) -> Res<bool> {
    changed(call, url, removed)
}

fn removed(registry: &mut Registry, url: &[u8]) -> Result<(), Vec<String>> {
    let given = shown(url);
    match is_closed(registry, url) {
        None => {
            let why = "no phar archive specified, or phar archive does not exist";
            return Err(vec![format!("phar error: cannot remove directory \"{given}\", {why}")]);
        }
        Some(true) => {
            let why = "write operations disabled";
            return Err(vec![format!("phar error: cannot rmdir directory \"{given}\", {why}")]);
        }
        Some(false) => {}
    }
    let (path, name) = parsed(registry, (url, b"w"), true)?;
    let (in_phar, shown_name) = (shown(&path), shown(&name));
    let fail = |why: String| {
        vec![format!(
            "phar error: cannot remove directory \"{shown_name}\" in phar \"{in_phar}\", {why}"
        )]
    };
    let archive = registry.get(&path, b"").map_err(Vec::from_iter)?;
    let entry = registry
        .entry(&archive, &name, (Look::Folder, true))
        .map_err(|fault| fail(fault.unwrap_or_else(|| "directory does not exist".to_owned())))?;
    let prefix = [&name[..], b"/"].concat();
    let is_full = {
        let held = archive.borrow();
        held.entries.keys().chain(&held.folders).any(|key| key.starts_with(&prefix))
    };
    if is_full {
        return Err(vec!["phar error: Directory not empty".to_owned()]);
    }
    if entry.borrow().is_virtual {
        archive.borrow_mut().folders.shift_remove(&name);
        return Ok(());
    }
    entry.borrow_mut().is_deleted = true;
    entry.borrow_mut().is_modified = true;
    registry.flush(&archive, KEPT).map_err(fail)
}
