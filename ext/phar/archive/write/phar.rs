//! Writing PHP's own format.

use crate::archive::{Archive, EntryRef, bits, reader, signature, stub as own};

use super::{Made, Stub, body, living};

/// The version of archives with folders, and without.
const VERSIONS: [u16; 2] = [0x1110, 0x1100];

fn set_stub(archive: &mut Archive, stub: Stub<'_>) -> Result<(), String> {
    if let Some(code) = stub.code {
        let Some(code) = reader::ended_stub(code) else {
            let path = String::from_utf8_lossy(&archive.path);
            return Err(format!(
                "illegal stub for phar \"{path}\" (__HALT_COMPILER(); is missing)"
            ));
        };
        archive.stub = code;
    } else if archive.stub.is_empty() {
        archive.stub = own::created(b"index.php", b"index.php");
    }
    Ok(())
}

/// The rows of the manifest, and what follows it.
fn rows(
    archive: &mut Archive,
    entries: &[EntryRef],
    now: u32,
) -> Result<(Vec<u8>, Vec<Vec<u8>>, u32), String> {
    let mut rows = Vec::new();
    let mut bodies = Vec::new();
    let mut flags = bits::SIGNED;
    for entry in entries {
        let mut entry = entry.borrow_mut();
        let how = entry.compression();
        let bytes = body(&mut entry, how, &archive.path)?;
        flags |= how;
        let slash: &[u8] = if entry.is_folder { b"/" } else { b"" };
        rows.extend_from_slice(&((entry.name.len() + slash.len()) as u32).to_le_bytes());
        rows.extend_from_slice(&entry.name);
        rows.extend_from_slice(slash);
        let attached = entry.metadata.bytes();
        let packed_size = bytes.len() as u32;
        let numbers = [entry.size, now, packed_size, entry.crc, entry.flags, attached.len() as u32];
        numbers.iter().for_each(|number| rows.extend_from_slice(&number.to_le_bytes()));
        rows.extend_from_slice(attached);
        bodies.push(bytes);
    }
    Ok((rows, bodies, flags))
}

pub fn made(archive: &mut Archive, stub: Stub<'_>, now: u32) -> Result<Made, String> {
    set_stub(archive, stub)?;
    let entries = living(archive);
    let (rows, bodies, flags) = rows(archive, &entries, now)?;
    let alias = archive.alias.clone().filter(|_| !archive.has_loose_alias).unwrap_or_default();
    let attached = archive.metadata.bytes();
    const HEAD_BYTES: usize = 18;
    let mut length = (HEAD_BYTES + alias.len() + attached.len() + rows.len()) as u32;
    // Its first byte must not look like the end of a line behind the stub.
    let is_odd = matches!(length as u8, b'\r' | b'\n');
    length += u32::from(is_odd);
    let version = VERSIONS[usize::from(!entries.iter().any(|entry| entry.borrow().is_folder))];
    let mut bytes = archive.stub.clone();
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.extend_from_slice(&(entries.len() as u32).to_le_bytes());
    bytes.extend_from_slice(&version.to_be_bytes());
    bytes.extend_from_slice(&flags.to_le_bytes());
    for part in [alias.as_slice(), attached] {
        bytes.extend_from_slice(&(part.len() as u32).to_le_bytes());
        bytes.extend_from_slice(part);
    }
    bytes.extend_from_slice(&rows);
    bytes.extend(is_odd.then_some(0));
    let mut places = Vec::new();
    for (entry, body) in entries.into_iter().zip(bodies) {
        let how = entry.borrow().compression();
        places.push((entry, bytes.len(), body.len(), how));
        bytes.extend_from_slice(&body);
    }
    sign(archive, &mut bytes)?;
    Ok(Made { bytes, places })
}

fn sign(archive: &mut Archive, bytes: &mut Vec<u8>) -> Result<(), String> {
    archive.signature = None;
    let signed = signature::made(&mut archive.signature_kind, &[bytes], &archive.path);
    let signed = signed.map_err(|why| format!("phar error: unable to write signature: {why}"))?;
    archive.signature = Some(signature::hex(&signed));
    bytes.extend_from_slice(&signed);
    bytes.extend_from_slice(&archive.signature_kind.to_le_bytes());
    bytes.extend_from_slice(b"GBMB");
    Ok(())
}
