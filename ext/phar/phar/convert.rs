//! Archives in another format, or compressed as a whole.

use std::cell::RefCell;
use std::rc::Rc;

use runtime::native::Call;
use runtime::raise::{Halt, Res};
use runtime::string::Str;

use crate::archive::write::KEPT;
use crate::archive::{Archive, ArchiveRef, Entry, Kind, bits, path};
use crate::name::Which;
use crate::registry::{Registry, place, registry, shown};

use super::held;

/// The extensions that a new one replaces, the longest first.
const EXTENSIONS: [&str; 12] = [
    ".phar.tar.bz2",
    ".phar.tar.gz",
    ".phar.php",
    ".phar.bz2",
    ".phar.zip",
    ".phar.tar",
    ".phar.gz",
    ".tar.bz2",
    ".tar.gz",
    ".phar",
    ".tar",
    ".zip",
];

fn refuse(call: &mut Call<'_>, class: &'static str, text: &str) -> Halt {
    call.host().throw_instance(class, text, 0)
}

/// The extension that the format has.
fn own_extension(kind: Kind, flags: u32, is_data: bool) -> String {
    let base = match (kind, is_data) {
        (Kind::Zip, true) => return "zip".to_owned(),
        (Kind::Zip, false) => return "phar.zip".to_owned(),
        (Kind::Tar, true) => "tar",
        (Kind::Tar, false) => "phar.tar",
        (Kind::Phar, _) => "phar",
    };
    let tail = match flags {
        bits::WHOLE_GZ => ".gz",
        bits::WHOLE_BZ2 => ".bz2",
        _ => "",
    };
    format!("{base}{tail}")
}

/// The path with another extension.
fn renamed(old: &[u8], extension: &[u8]) -> Vec<u8> {
    let start = old.iter().rposition(|byte| *byte == b'/').map_or(0, |at| at + 1);
    let name = &old[start..];
    let known =
        EXTENSIONS.iter().find(|end| name.len() > end.len() && name.ends_with(end.as_bytes()));
    let end = match known {
        Some(known) => name.len() - known.len(),
        None => name.iter().rposition(|byte| *byte == b'.').unwrap_or(name.len()),
    };
    let extension = extension.strip_prefix(b".").unwrap_or(extension);
    [&old[..start], &name[..end], b".", extension].concat()
}

/// A copy of an entry for an archive of another format.
fn copied(
    registry: &mut Registry,
    source: &ArchiveRef,
    entry: &crate::archive::EntryRef,
    kind: Kind,
) -> Result<Entry, String> {
    let mut copy = entry.borrow().clone();
    copy.handles = 0;
    copy.locks = 0;
    if copy.link.is_none() && copy.mount.is_none() && !copy.is_folder {
        let bytes = registry.bytes(source, entry).map_err(|fault| {
            let (path, name) = (shown(&source.borrow().path), shown(&copy.name));
            let why = fault.map(|why| format!(": {why}")).unwrap_or_default();
            format!("Cannot convert phar archive \"{path}\", unable to open entry \"{name}\" contents{why}")
        })?;
        copy.replace(bytes.borrow().clone());
    }
    copy.is_modified = true;
    copy.tar_type = match kind {
        Kind::Tar if copy.is_folder => b'5',
        Kind::Tar => b'0',
        _ => 0,
    };
    Ok(copy)
}

pub fn phar_convert_(
    call: &mut Call<'_>,
    number: i64,
    format: i64,
    extension: Option<&Str>,
    flags: i64,
    is_data: bool,
) -> Res<Str> {
    let Some(source) = held(call, number) else { return call.str(b"") };
    let kind = match format {
        2 => Kind::Tar,
        3 => Kind::Zip,
        _ => Kind::Phar,
    };
    let is_data = is_data && kind != Kind::Phar;
    let shared = registry(call);
    let made = copy_of(&mut shared.borrow_mut(), &source, (kind, flags as u32, is_data));
    let archive = match made {
        Ok(archive) => archive,
        Err(fault) => return Err(refuse(call, "unexpectedvalueexception", &fault)),
    };
    let extension = extension.map(|extension| extension.to_vec());
    let placed = placed(&mut shared.borrow_mut(), archive, extension);
    match placed {
        Ok(path) => call.str(&path),
        Err(fault) => Err(refuse(call, "badmethodcallexception", &fault)),
    }
}

fn copy_of(
    registry: &mut Registry,
    source: &ArchiveRef,
    (kind, flags, is_data): (Kind, u32, bool),
) -> Result<Archive, String> {
    let mut archive = {
        let held = source.borrow();
        Archive {
            path: held.path.clone(),
            alias: held.alias.clone(),
            has_loose_alias: held.has_loose_alias,
            metadata: held.metadata.clone(),
            version: "1.1.1".to_owned(),
            kind,
            flags,
            is_data,
            is_new: true,
            is_writable: true,
            ..Archive::default()
        }
    };
    let entries: Vec<_> = source.borrow().entries.values().cloned().collect();
    for entry in entries {
        let copy = copied(registry, source, &entry, kind)?;
        archive.add_folders(&copy.name);
        archive.put(copy);
    }
    Ok(archive)
}

/// Gives an archive its name, and writes it.
fn placed(
    registry: &mut Registry,
    mut archive: Archive,
    extension: Option<Vec<u8>>,
) -> Result<Vec<u8>, String> {
    let data = if archive.is_data { "data " } else { "" };
    let old = archive.path.clone();
    let extension = match extension {
        None => own_extension(archive.kind, archive.flags, archive.is_data).into_bytes(),
        Some(extension) => {
            if path::checked(&extension).is_err() {
                let (old, extension) = (shown(&old), shown(&extension));
                return Err(format!(
                    "{data}phar converted from \"{old}\" has invalid extension {extension}"
                ));
            }
            extension
        }
    };
    let new = renamed(&old, &extension);
    let text = shown(&new);
    if let Some(known) = registry.by_path.get(&new).cloned() {
        if !archive.entries.is_empty() || known.borrow().path != new {
            return Err(format!(
                "Unable to add newly converted phar \"{text}\" to the list of phars, a phar with that name already exists"
            ));
        }
        registry.forget(&known);
    }
    if place(&new).exists() {
        return Err(format!("phar \"{text}\" exists and must be unlinked prior to conversion"));
    }
    let which = if archive.is_data { Which::Data } else { Which::Running };
    if !registry.is_new_name(&new, which) {
        let extension = extension.strip_prefix(b".").unwrap_or(&extension);
        let extension = shown(extension);
        return Err(format!("{data}phar \"{text}\" has invalid extension {extension}"));
    }
    archive.path.clone_from(&new);
    archive.alias =
        if archive.is_data || archive.has_loose_alias { None } else { Some(new.clone()) };
    let is_aliased = archive.alias.is_some();
    archive.has_loose_alias = true;
    let shared = Rc::new(RefCell::new(archive));
    registry.by_path.insert(new.clone(), Rc::clone(&shared));
    if is_aliased {
        registry.aliases.insert(new.clone(), Rc::clone(&shared));
    }
    if let Err(fault) = registry.flush(&shared, KEPT) {
        registry.forget(&shared);
        return Err(fault);
    }
    Ok(new)
}
