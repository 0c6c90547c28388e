//! Entries, as objects tell of them.

use runtime::array::Array;
use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::archive::write::KEPT;
use crate::archive::{Kind, Metadata, bits};
use crate::entry::{Look, Manner};
use crate::registry::{registry, shown};

use super::{Held, held, held_entry, text, words};

pub fn phar_entry_(call: &mut Call<'_>, number: i64, name: &Str, guarded: bool) -> Res<Value> {
    let Some(archive) = held(call, number) else { return Ok(Value::NULL) };
    let found = registry(call).borrow_mut().entry(&archive, name, (Look::Any, guarded));
    match found {
        Ok(entry) => {
            let is_virtual = entry.borrow().is_virtual;
            if !is_virtual {
                entry.borrow_mut().locks += 1;
                archive.borrow_mut().owners += 1;
            }
            Ok(Value::int(call.state::<Held>().keep_entry(&archive, entry)))
        }
        Err(Some(fault)) => text(call, fault.as_bytes()),
        Err(None) => Ok(Value::NULL),
    }
}

pub fn phar_entry_get_(call: &mut Call<'_>, number: i64, what: &Str) -> Res<Value> {
    let Some((archive, entry)) = held_entry(call, number) else { return Ok(Value::NULL) };
    let entry = entry.borrow();
    Ok(match what.as_bytes() {
        b"packed_size" => Value::int(i64::from(entry.packed_size)),
        b"flags" => Value::int(i64::from(entry.flags)),
        b"crc" => Value::int(i64::from(entry.crc)),
        b"is_checked" => Value::bool(entry.is_checked),
        b"is_folder" => Value::bool(entry.is_folder),
        b"is_virtual" => Value::bool(entry.is_virtual),
        b"is_deleted" => Value::bool(entry.is_deleted),
        b"is_mounted" => Value::bool(entry.mount.is_some()),
        b"is_tar" => Value::bool(archive.borrow().kind == Kind::Tar),
        b"is_data" => Value::bool(archive.borrow().is_data),
        b"has_metadata" => Value::bool(entry.metadata.is_some()),
        b"metadata_value" => entry.metadata.value.clone().unwrap_or_default(),
        b"metadata" => match entry.metadata.text.clone() {
            Some(bytes) => return text(call, &bytes),
            None => Value::NULL,
        },
        b"name" => return text(call, &entry.name.clone()),
        b"path" => return text(call, &archive.borrow().path.clone()),
        _ => Value::NULL,
    })
}

pub fn phar_entry_set_(call: &mut Call<'_>, number: i64, what: &Str, value: &Value) -> Res<Value> {
    let Some((archive, entry)) = held_entry(call, number) else { return Ok(Value::NULL) };
    let bytes = value.as_str().map(|bytes| bytes.to_vec());
    match what.as_bytes() {
        b"flags" => {
            let View::Int(flags) = value.view() else { return Ok(Value::NULL) };
            entry.borrow_mut().flags = flags as u32;
        }
        b"metadata" => entry.borrow_mut().metadata = Metadata { text: bytes, value: None },
        b"metadata_value" => {
            entry.borrow_mut().metadata.value = Some(value.clone());
            return Ok(Value::NULL);
        }
        b"is_deleted" => {
            let is_on = conv::to_bool(value);
            entry.borrow_mut().is_deleted = is_on;
            archive.borrow_mut().is_modified |= is_on;
        }
        b"flush" => {
            let is_tar = archive.borrow().kind == Kind::Tar;
            entry.borrow_mut().is_modified |= is_tar;
            archive.borrow_mut().is_modified = true;
            let outcome = registry(call).borrow_mut().flush(&archive, KEPT);
            return match outcome {
                Ok(()) => Ok(Value::NULL),
                Err(fault) => text(call, fault.as_bytes()),
            };
        }
        b"released" => {
            let is_virtual = entry.borrow().is_virtual;
            call.state::<Held>().entries.remove(&number);
            if !is_virtual {
                let mut held = entry.borrow_mut();
                held.locks = held.locks.saturating_sub(1);
                drop(held);
                registry(call).borrow_mut().release(&archive);
            }
        }
        _ => {}
    }
    Ok(Value::NULL)
}

pub fn phar_entry_bytes_(call: &mut Call<'_>, number: i64) -> Res<Array> {
    let Some((archive, entry)) = held_entry(call, number) else { return Ok(Array::new()) };
    let bytes = registry(call).borrow_mut().bytes(&archive, &entry);
    match bytes {
        Ok(bytes) => {
            let bytes = text(call, &bytes.borrow())?;
            call.list([bytes])
        }
        Err(fault) => {
            let fault = text(call, fault.unwrap_or_default().as_bytes())?;
            call.list([Value::NULL, fault])
        }
    }
}

pub fn phar_put_(
    call: &mut Call<'_>,
    number: i64,
    name: &Str,
    contents: &Str,
    permissions: i64,
) -> Res<Option<Str>> {
    let Some(archive) = held(call, number) else { return Ok(None) };
    let shared = registry(call);
    let path = archive.borrow().path.clone();
    let opened = shared.borrow_mut().open_entry(&archive, (&path, name), Manner::WRITE);
    let entry = match opened {
        Ok(entry) => entry,
        Err(fault) => return words(call, Some(fault.unwrap_or_default())),
    };
    {
        let mut entry = entry.borrow_mut();
        if !entry.is_folder {
            entry.replace(contents.to_vec());
        }
        let umask = i64::from(umask());
        let wanted = if permissions < 0 { i64::from(entry.flags) & !umask } else { permissions };
        entry.flags = wanted as u32 & bits::PERMISSIONS;
    }
    shared.borrow_mut().leave(&archive, &entry);
    Ok(None)
}

/// The mask of permissions.
fn umask() -> u32 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("Umask:"));
    line.and_then(|mask| u32::from_str_radix(mask.trim(), 8).ok()).unwrap_or(0o022)
}

pub fn phar_folder_(call: &mut Call<'_>, number: i64, name: &Str) -> Res<Option<Str>> {
    let Some(archive) = held(call, number) else { return Ok(None) };
    let shared = registry(call);
    let path = archive.borrow().path.clone();
    let manner = Manner { look: Look::Folder, truncates: true, ..Manner::WRITE };
    let opened = shared.borrow_mut().open_entry(&archive, (&path, name), manner);
    match opened {
        Ok(entry) => {
            shared.borrow_mut().leave(&archive, &entry);
            Ok(None)
        }
        Err(fault) => words(call, Some(fault.unwrap_or_default())),
    }
}

pub fn phar_copy_(call: &mut Call<'_>, number: i64, from: &Str, to: &Str) -> Res<Option<Str>> {
    let Some(archive) = held(call, number) else { return Ok(None) };
    let of = shown(&archive.borrow().path);
    let pair = format!("file \"{}\" cannot be copied to file \"{}\"", shown(from), shown(to));
    let find = |name: &[u8]| {
        let found = archive.borrow().entries.get(name).cloned();
        found.filter(|entry| !entry.borrow().is_deleted)
    };
    let Some(source) = find(from) else {
        return words(call, Some(format!("{pair}, file does not exist in {of}")));
    };
    if find(to).is_some() {
        return words(call, Some(format!("{pair}, file must not already exist in phar {of}")));
    }
    let name = match crate::archive::path::checked(to) {
        Ok(name) => name.to_vec(),
        Err(what) => {
            let (to, from) = (shown(to), shown(from));
            let fault = format!(
                "file \"{to}\" contains invalid characters {what}, cannot be copied from \"{from}\" in phar {of}"
            );
            return words(call, Some(fault));
        }
    };
    let mut copy = source.borrow().clone();
    if let Some(plain) = copy.plain.take() {
        let is_new = copy.packed.is_none();
        if is_new {
            copy.replace(plain.borrow().clone());
        }
    }
    copy.name = name;
    copy.handles = 0;
    copy.locks = 0;
    archive.borrow_mut().put(copy);
    archive.borrow_mut().is_modified = true;
    Ok(None)
}
