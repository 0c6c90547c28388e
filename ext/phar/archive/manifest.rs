//! Reading PHP's own format: a stub, a manifest, the entries, a signature.

use std::rc::Rc;

use super::reader::{Cursor, Manner, Read};
use super::{Archive, Entry, Kind, Metadata, Packed, bits, signature};

/// What the manifest has at least.
const FIXED_BYTES: usize = 18;
/// How long a manifest may be.
const MANIFEST_MAX: u32 = 1_048_576 * 100;
/// Since which version names of folders end with a slash.
const FOLDERS_SINCE: u16 = 0x1110;

struct Head {
    count: u32,
    version: u16,
    flags: u32,
}

fn corrupt(manner: Manner<'_>, what: &str) -> String {
    format!("internal corruption of phar \"{}\" ({what})", manner.shown())
}

/// Where the manifest begins: behind what closes the stub.
fn behind_stub(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = &bytes[at..];
    if rest.len() < 3 {
        return None;
    }
    if !rest.starts_with(b" ?>") && !rest.starts_with(b"\n?>") {
        return Some(at);
    }
    match rest.get(3..)? {
        [b'\r', b'\n', ..] => Some(at + 5),
        [] | [b'\r', ..] => None,
        [b'\n', ..] => Some(at + 4),
        _ => Some(at + 3),
    }
}

/// Reads an archive whose stub ends where `place` says, of these flags.
pub fn read(bytes: &Rc<Vec<u8>>, place: (usize, u32), manner: Manner<'_>) -> Read {
    let truncated = |where_: &str| corrupt(manner, &format!("truncated manifest {where_}"));
    let start = behind_stub(bytes, place.0).ok_or_else(|| truncated("at stub end"))?;
    let mut cursor = Cursor::new(&bytes[start..]);
    let length = cursor.u32().ok_or_else(|| truncated("at manifest length"))?;
    if length > MANIFEST_MAX {
        return Err(format!(
            "manifest cannot be larger than 100 MB in phar \"{}\"",
            manner.shown()
        ));
    }
    let manifest = cursor.take(length as usize).filter(|bytes| bytes.len() >= FIXED_BYTES);
    let mut manifest = Cursor::new(manifest.ok_or_else(|| truncated("header"))?);
    let head = head(&mut manifest, manner)?;
    let mut archive = Archive {
        path: manner.path.to_vec(),
        stub: bytes[..start].to_vec(),
        kind: Kind::Phar,
        flags: head.flags | place.1,
        version: format!(
            "{}.{}.{}",
            head.version >> 12,
            head.version >> 8 & 15,
            head.version >> 4 & 15
        ),
        ..Archive::default()
    };
    sign(bytes, &mut archive, manner)?;
    let alias = named(&mut manifest, &head, (length as usize, &mut archive), manner)?;
    let mut at = start + 4 + length as usize;
    for _ in 0..head.count {
        let entry = entry(&mut manifest, (bytes, &mut at), &head, manner)?;
        archive.newest = archive.newest.max(entry.timestamp);
        archive.flags |= entry.compression();
        let name =
            if entry.is_folder { [&entry.name[..], b"/"].concat() } else { entry.name.clone() };
        archive.add_folders(&name);
        archive.put(entry);
    }
    Ok((archive, alias))
}

fn head(manifest: &mut Cursor<'_>, manner: Manner<'_>) -> Result<Head, String> {
    let truncated = || corrupt(manner, "truncated manifest header");
    let count = manifest.u32().ok_or_else(truncated)?;
    if count == 0 {
        return Err(format!(
            "in phar \"{}\", manifest claims to have zero entries.  Phars must have at least 1 entry",
            manner.shown()
        ));
    }
    let version = manifest.u16().ok_or_else(truncated)?.swap_bytes();
    if version & 0xfff0 < 0x1000 {
        let (major, minor, patch) = (version >> 12, version >> 8 & 15, version >> 4 & 15);
        let path = manner.shown();
        return Err(format!(
            "phar \"{path}\" is API version {major}.{minor}.{patch}, and cannot be processed"
        ));
    }
    let flags = manifest.u32().ok_or_else(truncated)?;
    Ok(Head { count, version, flags: flags & !(bits::COMPRESSION | bits::WHOLE) })
}

/// Looks at the signature at the end.
fn sign(bytes: &[u8], archive: &mut Archive, manner: Manner<'_>) -> Result<(), String> {
    let path = manner.shown();
    if archive.flags & bits::SIGNED == 0 {
        if manner.wants_hash {
            return Err(format!("phar \"{path}\" does not have a signature"));
        }
        return Ok(());
    }
    let broken = || format!("phar \"{path}\" has a broken signature");
    let body = bytes.strip_suffix(b"GBMB").filter(|body| body.len() >= 24).ok_or_else(broken)?;
    let (body, kind) = body.split_at(body.len() - 4);
    let kind = u32::from_le_bytes([kind[0], kind[1], kind[2], kind[3]]);
    let unverified = |why: String| {
        let label = signature::label(kind);
        format!("phar \"{path}\" {label} signature could not be verified: {why}")
    };
    if signature::is_openssl(kind) {
        let (body, length) = body.split_at(body.len() - 4);
        let length = u32::from_le_bytes([length[0], length[1], length[2], length[3]]) as usize;
        if length >= body.len() {
            return Err(format!("phar \"{path}\" openssl signature could not be read"));
        }
        return Err(unverified("openssl not loaded".to_owned()));
    }
    let length = signature::length(kind)
        .ok_or_else(|| format!("phar \"{path}\" has a broken or unsupported signature"))?;
    let (signed, given) =
        body.split_at_checked(body.len().wrapping_sub(length)).ok_or_else(broken)?;
    archive.signature = Some(signature::verified(kind, &[signed], given).map_err(unverified)?);
    archive.signature_kind = kind;
    Ok(())
}

/// Reads the alias and what is attached to the archive.
fn named(
    manifest: &mut Cursor<'_>,
    head: &Head,
    (length, archive): (usize, &mut Archive),
    manner: Manner<'_>,
) -> Result<Option<Vec<u8>>, String> {
    let truncated = || corrupt(manner, "truncated manifest header");
    let size = manifest.u32().ok_or_else(truncated)? as usize;
    let alias = manifest.take(size).ok_or_else(|| corrupt(manner, "buffer overrun"))?;
    if length < FIXED_BYTES + size {
        return Err(truncated());
    }
    if !alias.is_empty() && !manner.alias.is_empty() && alias != manner.alias {
        let (alias, wanted) =
            (String::from_utf8_lossy(alias), String::from_utf8_lossy(manner.alias));
        return Err(format!(
            "cannot load phar \"{}\" with implicit alias \"{alias}\" under different alias \"{wanted}\"",
            manner.shown()
        ));
    }
    const ENTRY_LEAST: usize = 21;
    if head.count as usize > (length - FIXED_BYTES - size) / ENTRY_LEAST {
        return Err(corrupt(manner, "too many manifest entries for size of manifest"));
    }
    let size = manifest.u32().ok_or_else(truncated)? as usize;
    let metadata = manifest.take(size);
    let metadata = metadata.ok_or_else(|| corrupt(manner, "trying to read past buffer end"))?;
    archive.metadata = Metadata::of(metadata);
    Ok((!alias.is_empty()).then(|| alias.to_vec()))
}

fn entry(
    manifest: &mut Cursor<'_>,
    (bytes, at): (&Rc<Vec<u8>>, &mut usize),
    head: &Head,
    manner: Manner<'_>,
) -> Result<Entry, String> {
    let truncated = || corrupt(manner, "truncated manifest entry");
    if manifest.len() < 28 {
        return Err(truncated());
    }
    let size = manifest.u32().ok_or_else(truncated)? as usize;
    if size == 0 {
        return Err(format!("zero-length filename encountered in phar \"{}\"", manner.shown()));
    }
    if size > manifest.len() - 24 {
        return Err(truncated());
    }
    let name = manifest.take(size).ok_or_else(truncated)?;
    let mut number = || manifest.u32().ok_or_else(truncated);
    let mut entry = Entry {
        name: name.to_vec(),
        size: number()?,
        timestamp: number()?,
        packed_size: number()?,
        crc: number()?,
        flags: number()?,
        is_checked: head.flags & bits::SIGNED != 0,
        ..Entry::default()
    };
    let attached = number()? as usize;
    entry.metadata = Metadata::of(manifest.take(attached).ok_or_else(truncated)?);
    if head.version & 0xfff0 >= FOLDERS_SINCE && name.ends_with(b"/") {
        entry.is_folder = true;
        entry.name.pop();
        entry.flags |= bits::FOLDER;
    }
    let how = entry.compression();
    if how & (bits::GZ | bits::BZ2) == 0 && entry.size != entry.packed_size {
        let what = "compressed and uncompressed size does not match for uncompressed entry";
        return Err(corrupt(manner, what));
    }
    let len = (entry.packed_size as usize).min(bytes.len().saturating_sub(*at));
    if len < entry.packed_size as usize {
        entry.is_checked = false;
    }
    entry.packed = Some(Packed { data: Rc::clone(bytes), at: (*at).min(bytes.len()), len, how });
    *at += entry.packed_size as usize;
    Ok(entry)
}
