//! Reading `tar`.

use std::rc::Rc;

use super::reader::{Manner, Read};
use super::{
    ALIAS, Archive, Entry, Kind, Metadata, Packed, SIGNATURE, STUB, bits, path, signature,
};

/// The length of a block.
pub const BLOCK: usize = 512;
/// Where the checksum lies in a header.
const SUM: std::ops::Range<usize> = 148..156;
/// The length of the header of old archives, as PHP counts it.
const OLD_BYTES: usize = 257;
/// The longest alias and signature.
const SMALL_MAX: usize = 511;

/// An octal number.
fn number(field: &[u8]) -> u32 {
    let digits = field.iter().skip_while(|byte| **byte == b' ');
    let digits = digits.take_while(|byte| (b'0'..=b'7').contains(byte));
    digits.fold(0, |sum: u32, byte| sum.wrapping_mul(8).wrapping_add(u32::from(byte - b'0')))
}

/// The sum of a header, whose own sum counts as spaces.
pub fn sum(header: &[u8]) -> u32 {
    let count = |(at, byte): (usize, &u8)| if SUM.contains(&at) { 32 } else { u32::from(*byte) };
    header.iter().enumerate().map(count).sum()
}

/// Whether a file that begins like this is one.
pub fn is_tar(bytes: &[u8], path: &[u8]) -> bool {
    let Some(header) = bytes.get(..BLOCK) else { return false };
    if header.starts_with(b"<?php") {
        return false;
    }
    if number(&header[SUM]) == sum(header) {
        return true;
    }
    let start = path.iter().rposition(|byte| *byte == b'/').unwrap_or(0);
    let name = &path[start..];
    let at = name.windows(4).position(|window| window == b".tar");
    at.is_some_and(|at| matches!(name.get(at + 4), None | Some(b'.')))
}

fn until_nul(field: &[u8]) -> &[u8] {
    field.split(|byte| *byte == 0).next().unwrap_or_default()
}

struct Reader<'a> {
    bytes: &'a Rc<Vec<u8>>,
    manner: Manner<'a>,
    at: usize,
    is_old: bool,
    archive: Archive,
    alias: Option<Vec<u8>>,
}

impl Reader<'_> {
    fn fail<T>(&self, what: &str) -> Result<T, String> {
        Err(format!("phar error: \"{}\" is a corrupted tar file ({what})", self.manner.shown()))
    }

    fn fail_based<T>(&self, what: &str) -> Result<T, String> {
        Err(format!("phar error: tar-based phar \"{}\" {what}", self.manner.shown()))
    }

    /// The next block.
    fn block(&mut self) -> Result<[u8; BLOCK], String> {
        let block = self.bytes.get(self.at..self.at.saturating_add(BLOCK));
        let Some(block) = block.and_then(|block| block.try_into().ok()) else {
            return self.fail("truncated");
        };
        self.at += BLOCK;
        Ok(block)
    }

    fn skip(&mut self, size: usize) -> Result<(), String> {
        self.at = self.at.saturating_add(size.div_ceil(BLOCK) * BLOCK);
        if self.at > self.bytes.len() { self.fail("truncated") } else { Ok(()) }
    }

    fn run(&mut self) -> Result<(), String> {
        let mut long_name = None;
        loop {
            let header = self.block()?;
            if number(&header[SUM]) == 0 && header.iter().all(|byte| *byte == 0) {
                return Ok(());
            }
            let size = number(&header[124..136]) as usize;
            let is_extra = !self.is_old && matches!(header[156], b'g' | b'x');
            if is_extra {
                self.skip(size)?;
            } else if long_name.is_none() && self.plain_name(&header) == SIGNATURE {
                return self.signature(&header, size);
            } else if long_name.is_none() && header[156] == b'L' {
                long_name = Some(self.long_name(size)?);
                continue;
            } else {
                let name = long_name.take();
                self.entry(&header, size, name)?;
            }
            if self.at == self.bytes.len() {
                return Ok(());
            }
        }
    }

    fn plain_name<'h>(&self, header: &'h [u8; BLOCK]) -> &'h [u8] {
        let has_prefix = !self.is_old && header[345] != 0;
        if has_prefix { &[] } else { until_nul(&header[..100]) }
    }

    fn long_name(&mut self, size: usize) -> Result<Vec<u8>, String> {
        if size == 0 || size == u32::MAX as usize {
            return self.fail("invalid entry size");
        }
        let Some(name) = self.bytes.get(self.at..self.at.saturating_add(size)) else {
            return self.fail("truncated");
        };
        let name = until_nul(name).to_vec();
        self.skip(size)?;
        Ok(name)
    }

    /// Verifies the signature, which must be the last file.
    fn signature(&mut self, header: &[u8; BLOCK], size: usize) -> Result<(), String> {
        if size > SMALL_MAX {
            return self.fail_based("has signature that is larger than 511 bytes, cannot process");
        }
        let bytes = Rc::clone(self.bytes);
        let given = bytes.get(self.at..self.at + size).filter(|given| given.len() > 8);
        let Some(given) = given else { return self.fail_based("signature cannot be read") };
        // PHP: it is the first byte that says the kind.
        let kind = u32::from(given[0]);
        match signature::verified(kind, &[&bytes[..self.at - BLOCK]], &given[8..]) {
            Ok(signature) => self.archive.signature = Some(signature),
            Err(why) => return self.fail_based(&format!("signature cannot be verified: {why}")),
        }
        self.archive.signature_kind = kind;
        if matches!(header[156], 0 | b'0') && size > 0 {
            self.skip(BLOCK)?;
        }
        let next = self.block()?;
        if next.iter().all(|byte| *byte == 0) {
            return Ok(());
        }
        let path = self.manner.shown();
        Err(format!("phar error: \"{path}\" has entries after signature, invalid phar"))
    }

    fn name(&self, header: &[u8; BLOCK]) -> Vec<u8> {
        let mut name = until_nul(&header[..100]).to_vec();
        if !self.is_old && header[345] != 0 {
            name = [until_nul(&header[345..500]), b"/", &name].concat();
        }
        if name.ends_with(b"/") {
            name.pop();
        }
        name
    }

    fn entry(
        &mut self,
        header: &[u8; BLOCK],
        size: usize,
        long: Option<Vec<u8>>,
    ) -> Result<(), String> {
        let name = long.unwrap_or_else(|| self.name(header));
        self.archive.add_folders(&name);
        self.verify(header, &name)?;
        let mode = number(&header[100..108]);
        let mut kind = if self.is_old && header[156] == 0 { b'0' } else { header[156] };
        if self.is_old && kind == b'0' && mode & 0o170_000 == 0o040_000 {
            kind = b'5';
        }
        let target = until_nul(&header[157..257]);
        if kind == b'1' && !self.archive.entries.contains_key(target) {
            let target = String::from_utf8_lossy(target);
            let path = self.manner.shown();
            return Err(format!(
                "phar error: \"{path}\" is a corrupted tar file - hard link to non-existent file \"{target}\""
            ));
        }
        let len = size.min(self.bytes.len() - self.at);
        let entry = Entry {
            name: name.clone(),
            size: size as u32,
            packed_size: size as u32,
            flags: mode & bits::PERMISSIONS,
            timestamp: number(&header[136..148]),
            packed: Some(Packed { data: Rc::clone(self.bytes), at: self.at, len, how: 0 }),
            link: matches!(kind, b'1' | b'2').then(|| target.to_vec()),
            tar_type: kind,
            is_folder: kind == b'5',
            is_checked: true,
            ..Entry::default()
        };
        self.archive.put(entry);
        self.special(&name, size)?;
        if matches!(header[156], 0 | b'0') && size > 0 {
            self.skip(size)?;
        }
        Ok(())
    }

    fn verify(&mut self, header: &[u8; BLOCK], name: &[u8]) -> Result<(), String> {
        let wanted = number(&header[SUM]);
        let full = sum(header);
        let mut found = if self.is_old { sum(&header[..OLD_BYTES]) } else { full };
        if self.is_old && found != wanted && full == wanted {
            self.is_old = false;
            found = full;
        }
        if wanted == found {
            return Ok(());
        }
        let name = String::from_utf8_lossy(name);
        self.fail(&format!("checksum mismatch of file \"{name}\""))
    }

    /// Takes the alias and what is attached from the files that hold them.
    fn special(&mut self, name: &[u8], size: usize) -> Result<(), String> {
        let body = self.bytes.get(self.at..self.at.saturating_add(size)).map(<[u8]>::to_vec);
        if name.starts_with(b".phar/.metadata") {
            let taken = body.as_deref().is_some_and(|text| attach(&mut self.archive, name, text));
            if !taken {
                let name = String::from_utf8_lossy(name);
                return self.fail_based(&format!("has invalid metadata in magic file \"{name}\""));
            }
        }
        if self.alias.is_some() || name != ALIAS {
            return Ok(());
        }
        if size > SMALL_MAX {
            return self.fail_based("has alias that is larger than 511 bytes, cannot process");
        }
        let path = self.manner.shown();
        match body {
            Some(alias) if path::is_alias(&alias) => self.alias = Some(alias),
            Some(mut alias) => {
                if alias.len() > 50 {
                    alias.truncate(50);
                    alias.extend_from_slice(b"...");
                }
                let alias = String::from_utf8_lossy(&alias);
                return Err(format!(
                    "phar error: invalid alias \"{alias}\" in tar-based phar \"{path}\""
                ));
            }
            None => {
                return Err(format!(
                    "phar error: Unable to read alias from tar-based phar \"{path}\""
                ));
            }
        }
        Ok(())
    }
}

/// Gives metadata to whom it belongs; false when that has some already.
fn attach(archive: &mut Archive, name: &[u8], text: &[u8]) -> bool {
    if name == b".phar/.metadata.bin" {
        let is_first = !archive.metadata.is_some();
        archive.metadata = Metadata::of(text);
        return is_first;
    }
    let of = name.strip_prefix(b".phar/.metadata/");
    let of = of.and_then(|name| name.strip_suffix(b"/.metadata.bin"));
    let Some(entry) = of.and_then(|name| archive.entries.get(name)) else { return true };
    let mut entry = entry.borrow_mut();
    let is_first = !entry.metadata.is_some();
    entry.metadata = Metadata::of(text);
    is_first
}

/// Reads an archive.
pub fn read(bytes: &Rc<Vec<u8>>, flags: u32, manner: Manner<'_>) -> Read {
    let is_old = bytes.get(257..262) != Some(b"ustar");
    let archive =
        Archive { path: manner.path.to_vec(), kind: Kind::Tar, flags, ..Archive::default() };
    let mut reader = Reader { bytes, manner, at: 0, is_old, archive, alias: None };
    reader.run()?;
    let Reader { mut archive, alias, .. } = reader;
    archive.is_data = !archive.entries.contains_key(STUB);
    if !archive.is_data && manner.wants_hash && archive.signature.is_none() {
        let path = manner.shown();
        return Err(format!("tar-based phar \"{path}\" does not have a signature"));
    }
    Ok((archive, alias))
}
