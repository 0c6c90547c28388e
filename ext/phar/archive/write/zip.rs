//! Writing `zip`.

use crate::archive::{Archive, Entry, EntryRef, SIGNATURE, bits, pack, signature};

use super::{Made, Stub, body, living, prepare};

/// Names are of UTF-8.
const NAME_FLAG: u16 = 1 << 11;
const PERMISSIONS_BYTES: u16 = 18;

/// The date and the time of DOS.
fn dos(timestamp: u32) -> (u16, u16) {
    let (days, rest) = (i64::from(timestamp / 86_400), timestamp % 86_400);
    let days = days + 719_468;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    if year < 1980 {
        return ((1 << 5) + 1, 0);
    }
    let date = (year - 1980) << 9 | month << 5 | day;
    let time = (rest / 3600) << 11 | (rest / 60 % 60) << 5 | (rest % 60) >> 1;
    (date as u16, time as u16)
}

/// What both heads of a file have in common.
fn common(entry: &Entry, packed_size: u32) -> Vec<u8> {
    let method: u16 = match entry.compression() {
        how if how & bits::GZ != 0 => 8,
        how if how & bits::BZ2 != 0 => 12,
        _ => 0,
    };
    let (date, time) = dos(entry.timestamp);
    let mut head = Vec::new();
    for number in [NAME_FLAG, method, time, date] {
        head.extend_from_slice(&number.to_le_bytes());
    }
    let sizes = if entry.is_folder { [0; 3] } else { [entry.crc, packed_size, entry.size] };
    sizes.iter().for_each(|number| head.extend_from_slice(&number.to_le_bytes()));
    let name = entry.name.len() as u16 + u16::from(entry.is_folder);
    head.extend_from_slice(&name.to_le_bytes());
    head.extend_from_slice(&PERMISSIONS_BYTES.to_le_bytes());
    head
}

fn permissions(entry: &Entry) -> Vec<u8> {
    let bits = ((entry.flags & bits::PERMISSIONS) as u16).to_le_bytes();
    let mut field = b"nu".to_vec();
    field.extend_from_slice(&(PERMISSIONS_BYTES - 4).to_le_bytes());
    field.extend_from_slice(&pack::crc(&bits).to_le_bytes());
    field.extend_from_slice(&bits);
    field.resize(usize::from(PERMISSIONS_BYTES), 0);
    field
}

fn add(
    made: &mut Made,
    directory: &mut Vec<u8>,
    shared: &EntryRef,
    path: &[u8],
) -> Result<(), String> {
    let mut entry = shared.borrow_mut();
    let how = entry.compression();
    let bytes = body(&mut entry, how, path).map_err(|_| {
        let (name, path) = (String::from_utf8_lossy(&entry.name), String::from_utf8_lossy(path));
        format!("unable to open file contents of file \"{name}\" in zip-based phar \"{path}\"")
    })?;
    entry.packed_size = bytes.len() as u32;
    let common = common(&entry, bytes.len() as u32);
    let at = made.bytes.len() as u32;
    let slash: &[u8] = if entry.is_folder { b"/" } else { b"" };
    let permissions = permissions(&entry);
    for part in [b"PK\x03\x04\0\0", common.as_slice(), &entry.name, slash, &permissions] {
        made.bytes.extend_from_slice(part);
    }
    made.places.push((shared.clone(), made.bytes.len(), bytes.len(), how));
    made.bytes.extend_from_slice(&bytes);
    let attached = entry.metadata.bytes();
    directory.extend_from_slice(b"PK\x01\x02\0\0\0\0");
    directory.extend_from_slice(&common);
    directory.extend_from_slice(&(attached.len() as u16).to_le_bytes());
    directory.extend_from_slice(&[0; 8]);
    directory.extend_from_slice(&at.to_le_bytes());
    for part in [entry.name.as_slice(), slash, &permissions, attached] {
        directory.extend_from_slice(part);
    }
    Ok(())
}

pub fn made(archive: &mut Archive, stub: Stub<'_>, now: u32) -> Result<Made, String> {
    prepare(archive, (stub, "zip"), now)?;
    let flush = |path: &[u8], why: String| {
        let path = String::from_utf8_lossy(path);
        format!("phar zip flush of \"{path}\" failed: {why}")
    };
    let mut made = Made { bytes: Vec::new(), places: Vec::new() };
    let mut directory = Vec::new();
    let entries = living(archive);
    let mut count = entries.len() as u16;
    for entry in entries {
        add(&mut made, &mut directory, &entry, &archive.path)
            .map_err(|why| flush(&archive.path, why))?;
    }
    let attached = archive.metadata.bytes().to_vec();
    if !archive.is_data || archive.signature_kind != 0 {
        archive.signature = None;
        let parts = [made.bytes.as_slice(), &directory, &attached];
        let signed = signature::made(&mut archive.signature_kind, &parts, &archive.path);
        let signed = signed.map_err(|why| {
            let why = format!("phar error: unable to write signature to zip-based phar: {why}");
            flush(&archive.path, why)
        })?;
        archive.signature = Some(signature::hex(&signed));
        let length = (signed.len() as u32).to_le_bytes();
        let content = [&archive.signature_kind.to_le_bytes()[..], &length, &signed].concat();
        let mut entry = Entry::new(SIGNATURE, content, 0);
        entry.flags = 0;
        add(&mut made, &mut directory, &EntryRef::new(entry.into()), &archive.path)?;
        made.places.pop();
        count += 1;
    }
    let (at, size) = (made.bytes.len() as u32, directory.len() as u32);
    made.bytes.extend_from_slice(&directory);
    made.bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    made.bytes.extend_from_slice(&count.to_le_bytes());
    made.bytes.extend_from_slice(&count.to_le_bytes());
    made.bytes.extend_from_slice(&size.to_le_bytes());
    made.bytes.extend_from_slice(&at.to_le_bytes());
    made.bytes.extend_from_slice(&(attached.len() as u16).to_le_bytes());
    made.bytes.extend_from_slice(&attached);
    Ok(made)
}
