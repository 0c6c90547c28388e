//! Writing `tar`.

use crate::archive::tar::{BLOCK, sum};
use crate::archive::{Archive, Entry, EntryRef, Metadata, SIGNATURE, bits, signature};

use super::{Made, Stub, body, living, prepare};

const NAME_MAX: usize = 100;
const PREFIX_MAX: usize = 155;

/// Writes an octal number; false when it does not fit.
fn octal(field: &mut [u8], mut number: u32) -> bool {
    for byte in field.iter_mut().rev() {
        *byte = b'0' + (number & 7) as u8;
        number >>= 3;
    }
    number == 0
}

fn fail<T>(path: &[u8], name: &[u8], why: &str) -> Result<T, String> {
    let (path, name) = (String::from_utf8_lossy(path), String::from_utf8_lossy(name));
    let why = why.replace("{}", &format!("\"{name}\""));
    Err(format!("tar-based phar \"{path}\" cannot be created, {why}"))
}

fn set_name(header: &mut [u8; BLOCK], path: &[u8], name: &[u8]) -> Result<(), String> {
    if name.len() <= NAME_MAX {
        header[..name.len()].copy_from_slice(name);
        return Ok(());
    }
    let from = name.len() - NAME_MAX - 1;
    let cut = name[from..].iter().position(|byte| *byte == b'/').map(|at| at + from);
    match cut.filter(|cut| *cut <= PREFIX_MAX && name.len() <= 256) {
        Some(cut) => {
            header[345..345 + cut].copy_from_slice(&name[..cut]);
            let rest = &name[cut + 1..];
            header[..rest.len()].copy_from_slice(rest);
            Ok(())
        }
        None => fail(path, name, "filename {} is too long for tar file format"),
    }
}

fn header(path: &[u8], entry: &Entry) -> Result<[u8; BLOCK], String> {
    let mut header = [0; BLOCK];
    set_name(&mut header, path, &entry.name)?;
    octal(&mut header[100..107], entry.flags & bits::PERMISSIONS);
    if !octal(&mut header[124..135], entry.size) {
        return fail(path, &entry.name, "filename {} is too large for tar file format");
    }
    octal(&mut header[136..147], entry.timestamp);
    header[156] = entry.tar_type;
    if let Some(link) = &entry.link {
        if link.len() >= NAME_MAX {
            return fail(path, link, "link {} is too long for format");
        }
        header[157..157 + link.len()].copy_from_slice(link);
    }
    header[257..262].copy_from_slice(b"ustar");
    header[263..265].copy_from_slice(b"00");
    let checksum = sum(&header);
    octal(&mut header[148..155], checksum);
    header[155] = b' ';
    Ok(header)
}

/// Keeps what is attached in files of the archive's own folder.
fn attach(archive: &mut Archive) {
    if archive.metadata.is_some() {
        let text = archive.metadata.bytes().to_vec();
        let mut entry = Entry::new(b".phar/.metadata.bin", text, 0);
        entry.flags = 0;
        archive.put(entry);
    }
    let names: Vec<Vec<u8>> = archive.entries.keys().cloned().collect();
    for name in names {
        if name.starts_with(b".phar/.metadata") {
            keep_or_drop(archive, &name);
            continue;
        }
        let Some(entry) = archive.entries.get(&name) else { continue };
        let (is_modified, metadata) = (entry.borrow().is_modified, entry.borrow().metadata.clone());
        if !is_modified {
            continue;
        }
        let file = [b".phar/.metadata/", &name[..], b"/.metadata.bin"].concat();
        if metadata.is_some() {
            let mut entry = Entry::new(&file, metadata.bytes().to_vec(), 0);
            entry.flags = 0;
            archive.put(entry);
        } else {
            archive.entries.shift_remove(&file);
        }
    }
}

fn keep_or_drop(archive: &mut Archive, name: &[u8]) {
    if name == b".phar/.metadata.bin" {
        let text = archive.metadata.bytes().to_vec();
        if let Some(entry) = archive.entries.get(name) {
            let mut entry = entry.borrow_mut();
            entry.replace(text);
            entry.metadata = Metadata::default();
        }
        return;
    }
    let of = name.strip_prefix(b".phar/.metadata/");
    let of = of.and_then(|name| name.strip_suffix(b"/.metadata.bin"));
    if of.is_some_and(|of| !archive.entries.contains_key(of)) {
        archive.entries.shift_remove(name);
    }
}

fn add(made: &mut Made, entry: &EntryRef, path: &[u8]) -> Result<(), String> {
    let shared = entry;
    let mut entry = shared.borrow_mut();
    let bytes = if entry.link.is_some() { Vec::new() } else { body(&mut entry, 0, path)? };
    if entry.link.is_none() && !entry.is_folder {
        entry.size = bytes.len() as u32;
        entry.packed_size = entry.size;
    }
    let size = entry.size;
    if bytes.is_empty() {
        entry.size = 0;
    }
    let header = header(path, &entry);
    entry.size = size;
    made.bytes.extend_from_slice(&header?);
    made.places.push((shared.clone(), made.bytes.len(), bytes.len(), 0));
    made.bytes.extend_from_slice(&bytes);
    let end = made.bytes.len().div_ceil(BLOCK) * BLOCK;
    made.bytes.resize(end, 0);
    Ok(())
}

pub fn made(archive: &mut Archive, stub: Stub<'_>, now: u32) -> Result<Made, String> {
    prepare(archive, (stub, "tar"), now)?;
    attach(archive);
    let mut made = Made { bytes: Vec::new(), places: Vec::new() };
    for entry in living(archive) {
        add(&mut made, &entry, &archive.path)?;
    }
    if !archive.is_data || archive.signature_kind != 0 {
        archive.signature = None;
        let signed = signature::made(&mut archive.signature_kind, &[&made.bytes], &archive.path);
        let signed = signed.map_err(|why| {
            format!("phar error: unable to write signature to tar-based phar: {why}")
        })?;
        archive.signature = Some(signature::hex(&signed));
        let length = (signed.len() as u32).to_le_bytes();
        let content = [&archive.signature_kind.to_le_bytes()[..], &length, &signed].concat();
        let entry = EntryRef::new(Entry::new(SIGNATURE, content, now).into());
        add(&mut made, &entry, &archive.path)?;
        made.places.pop();
    }
    made.bytes.resize(made.bytes.len() + 2 * BLOCK, 0);
    Ok(made)
}
