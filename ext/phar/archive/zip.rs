//! Reading `zip`.

use std::rc::Rc;

use super::reader::{Cursor, Manner, Read};
use super::{
    ALIAS, Archive, Entry, Kind, Metadata, Packed, SIGNATURE, STUB, bits, pack, signature,
};

/// The length of the record at the end, without its comment.
const END_BYTES: usize = 22;
/// The length of what stands before the bytes of a file.
const LOCAL_BYTES: usize = 30;
const SIGNATURE_MAX: u32 = 0x10000;

/// The record at the end.
struct End<'a> {
    count: u16,
    at: u32,
    comment: &'a [u8],
}

/// Finds the record: it ends where the file does.
fn end(bytes: &[u8]) -> Option<&[u8]> {
    let start = bytes.len().saturating_sub(END_BYTES + 0xffff);
    let last = bytes.len().checked_sub(END_BYTES)?;
    (start..=last).rev().map(|at| &bytes[at..]).find(|rest| {
        let comment = usize::from(u16::from_le_bytes([rest[20], rest[21]]));
        rest.starts_with(b"PK\x05\x06") && rest.len() == END_BYTES + comment
    })
}

fn read_end<'a>(bytes: &'a [u8], manner: Manner<'_>) -> Result<End<'a>, String> {
    let fail =
        |what: &str| Err(format!("phar error: {what} in zip-based phar \"{}\"", manner.shown()));
    let Some(record) = end(bytes) else { return fail("end of central directory not found") };
    let short = |at: usize| u16::from_le_bytes([record[at], record[at + 1]]);
    if short(4) != 0 || short(6) != 0 {
        return fail("split archives spanning multiple zips cannot be processed");
    }
    if short(8) != short(10) {
        return fail(
            "corrupt zip archive, conflicting file count in end of central directory record",
        );
    }
    let at = u32::from_le_bytes([record[16], record[17], record[18], record[19]]);
    Ok(End { count: short(10), at, comment: &record[END_BYTES..] })
}

/// What the central directory says of a file, as far as it is looked at.
struct Central<'a> {
    method: u16,
    time: u16,
    date: u16,
    crc: u32,
    packed_size: u32,
    size: u32,
    at: u32,
    name: &'a [u8],
    extra: &'a [u8],
    comment: &'a [u8],
}

impl<'a> Central<'a> {
    fn read(cursor: &mut Cursor<'a>) -> Result<Self, &'static str> {
        const TRUNCATED: &str = "unable to read central directory entry, truncated";
        let fixed = cursor.take(46).ok_or(TRUNCATED)?;
        if !fixed.starts_with(b"PK\x01\x02") {
            return Err("corrupted central directory entry, no magic signature");
        }
        let mut fields = Cursor::new(&fixed[8..]);
        let mut short = || fields.u16().unwrap_or(0);
        let (flags, method, time, date) = (short(), short(), short(), short());
        let mut long = || fields.u32().unwrap_or(0);
        let (crc, packed_size, size) = (long(), long(), long());
        let mut short = || usize::from(fields.u16().unwrap_or(0));
        let (name, extra, comment) = (short(), short(), short());
        let at = u32::from_le_bytes([fixed[42], fixed[43], fixed[44], fixed[45]]);
        if flags & 1 != 0 {
            return Err("Cannot process encrypted zip files");
        }
        if name == 0 {
            return Err("Cannot process zips created from stdin (zero-length filename)");
        }
        let name = cursor.take(name);
        let name = name.ok_or("unable to read in filename from central directory, truncated")?;
        let extra = cursor.take(extra);
        let extra =
            extra.ok_or("Unable to process extra field header for file in central directory")?;
        let comment = cursor.take(comment).ok_or("unable to read in file comment, truncated")?;
        Ok(Self { method, time, date, crc, packed_size, size, at, name, extra, comment })
    }

    /// How it is compressed.
    fn how(&self) -> Result<u32, String> {
        let name = match self.method {
            0 => return Ok(0),
            8 => return Ok(bits::GZ),
            12 => return Ok(bits::BZ2),
            1 => "Shrunk",
            2..=5 => "Reduce",
            6 => "Implode",
            7 => "Tokenize",
            9 => "Deflate64",
            10 => "PKWare Implode/old IBM TERSE",
            14 => "LZMA",
            18 => "IBM TERSE",
            19 => "IBM LZ77",
            97 => "WavPack",
            98 => "PPMd",
            _ => "unknown",
        };
        Err(format!("unsupported compression method ({name}) used in this zip"))
    }
}

/// Reads what else is known of a file; false when it is broken.
fn extra(mut rest: &[u8], entry: &mut Entry) -> bool {
    while !rest.is_empty() {
        let Some((head, body)) = rest.split_at_checked(4) else { return false };
        let size = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let Some((field, behind)) = body.split_at_checked(size) else { return false };
        rest = behind;
        match &head[..2] {
            b"UT" if field.len() >= 5 => {
                if field[0] & 1 != 0 {
                    entry.timestamp = u32::from_le_bytes([field[1], field[2], field[3], field[4]]);
                }
            }
            b"nu" => {
                const UNIX_BYTES: usize = 14;
                // Some leave the sum out of the size.
                let size = if size == UNIX_BYTES - 4 { UNIX_BYTES } else { size };
                let Some((field, behind)) = body.split_at_checked(size) else { return false };
                if field.len() < UNIX_BYTES {
                    return false;
                }
                rest = behind;
                let permissions = u32::from(u16::from_le_bytes([field[4], field[5]]));
                entry.flags = entry.compression() | permissions & bits::PERMISSIONS;
            }
            _ => {}
        }
    }
    true
}

/// Seconds of a date and time of DOS.
fn seconds(date: u16, time: u16) -> u32 {
    let (year, month, day) =
        (i64::from(date >> 9) + 1980, i64::from(date >> 5 & 15), i64::from(date & 31));
    // Days since 1970, after Howard Hinnant.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year - era * 400;
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
    let time =
        i64::from(time >> 11) * 3600 + i64::from(time >> 5 & 63) * 60 + i64::from(time << 1 & 62);
    (days * 86_400 + time) as u32
}

struct Reader<'a> {
    bytes: &'a Rc<Vec<u8>>,
    end: End<'a>,
    archive: Archive,
    alias: Option<Vec<u8>>,
}

impl Reader<'_> {
    fn run(&mut self) -> Result<(), String> {
        let bytes = Rc::clone(self.bytes);
        let directory = bytes.get(self.end.at as usize..).unwrap_or_default();
        let mut cursor = Cursor::new(directory);
        for number in 1..=self.end.count {
            let before = directory.len() - cursor.len();
            let central = Central::read(&mut cursor)?;
            let (entry, local) = self.entry(&central)?;
            if entry.name == SIGNATURE {
                self.signature(&central, &entry, &directory[..before])?;
                if number < self.end.count {
                    return Err("entries exist after signature, invalid phar".to_owned());
                }
                continue;
            }
            if self.alias.is_none() && entry.name == ALIAS {
                self.alias = Some(alias(&entry, local.unwrap_or_default())?);
            }
            let name =
                if entry.is_folder { [&entry.name[..], b"/"].concat() } else { entry.name.clone() };
            self.archive.add_folders(name.strip_suffix(b"/").unwrap_or(&name));
            if !self.archive.entries.contains_key(&entry.name) {
                self.archive.put(entry);
            }
        }
        Ok(())
    }

    /// An entry, and for a file what stands before its bytes.
    fn entry(&self, central: &Central<'_>) -> Result<(Entry, Option<&[u8]>), String> {
        let is_folder = central.name.ends_with(b"/");
        let mut entry = Entry {
            name: central.name.to_vec(),
            size: central.size,
            packed_size: central.packed_size,
            crc: central.crc,
            timestamp: seconds(central.date, central.time),
            flags: if is_folder { bits::FILE | bits::FOLDER } else { bits::FILE },
            metadata: Metadata::of(central.comment),
            is_folder,
            ..Entry::default()
        };
        if is_folder && entry.name.len() > 1 {
            entry.name.pop();
        }
        let mut local = None;
        let mut more = central.extra.len();
        if !is_folder {
            let start = central.at as usize;
            let header = self.bytes.get(start..start + LOCAL_BYTES);
            let header =
                header.ok_or("phar error: internal corruption (cannot read local file header)")?;
            if usize::from(u16::from_le_bytes([header[26], header[27]])) != central.name.len() {
                let what = "phar error: internal corruption (local file header does not match central directory)";
                return Err(what.to_owned());
            }
            more = usize::from(u16::from_le_bytes([header[28], header[29]]));
            local = Some(header);
        }
        if !extra(central.extra, &mut entry) {
            let what = "Unable to process extra field header for file in central directory";
            return Err(what.to_owned());
        }
        let how = central.how()?;
        entry.flags |= how;
        let at =
            (central.at as usize + LOCAL_BYTES + entry.name.len() + more).min(self.bytes.len());
        let len = (central.packed_size as usize).min(self.bytes.len() - at);
        entry.packed = Some(Packed { data: Rc::clone(self.bytes), at, len, how });
        entry.fault = local.and_then(|local| self.fault(&entry, central, local));
        Ok((entry, local))
    }

    /// Whether what stands before a file's bytes contradicts the directory; PHP looks when the file
    /// is opened.
    fn fault(&self, entry: &Entry, central: &Central<'_>, local: &[u8]) -> Option<&'static str> {
        let mut fields = [local[14..26].to_vec()].concat();
        if u16::from_le_bytes([local[6], local[7]]) & 8 != 0 {
            let packed = entry.packed.as_ref()?;
            let behind = packed.at + packed.len;
            let Some(found) = self.bytes.get(behind..behind + 16) else {
                return Some(
                    "phar error: internal corruption of zip-based phar \"{path}\" (cannot read local data descriptor for file \"{name}\")",
                );
            };
            let skip = if found.starts_with(b"PK") { 4 } else { 0 };
            fields = found[skip..skip + 12].to_vec();
        }
        let mut cursor = Cursor::new(&fields);
        let wanted = [central.crc, central.packed_size, central.size];
        let fits = wanted.iter().all(|number| cursor.u32() == Some(*number));
        (!fits).then_some(
            "phar error: internal corruption of zip-based phar \"{path}\" (local header of file \"{name}\" does not match central directory)",
        )
    }

    fn signature(
        &mut self,
        central: &Central<'_>,
        entry: &Entry,
        directory: &[u8],
    ) -> Result<(), String> {
        if entry.size > SIGNATURE_MAX {
            return Err("signatures larger than 64 KiB are not supported".to_owned());
        }
        let packed = entry.packed.as_ref().map(Packed::bytes).unwrap_or_default();
        let given = packed.get(..entry.size as usize).filter(|given| given.len() > 8);
        let given = given.ok_or("signature cannot be read")?;
        let kind = u32::from_le_bytes([given[0], given[1], given[2], given[3]]);
        let files = self.bytes.get(..central.at as usize).unwrap_or_default();
        let parts = [files, directory, self.end.comment];
        let verified = signature::verified(kind, &parts, &given[8..]);
        let signature = verified.map_err(|why| format!("signature cannot be verified: {why}"))?;
        self.archive.signature = Some(signature);
        self.archive.signature_kind = kind;
        Ok(())
    }
}

fn alias(entry: &Entry, local: &[u8]) -> Result<Vec<u8>, String> {
    let mut fields = Cursor::new(local.get(14..26).unwrap_or_default());
    let wanted = [entry.crc, entry.packed_size, entry.size];
    if !wanted.iter().all(|number| fields.u32() == Some(*number)) {
        let what = "phar error: internal corruption of zip-based phar (local header of alias does not match central directory)";
        return Err(what.to_owned());
    }
    let packed = entry.packed.as_ref().map(Packed::bytes).unwrap_or_default();
    let alias = pack::expanded(packed, entry.compression(), entry.size as usize);
    let alias = alias.filter(|alias| !alias.is_empty());
    alias.ok_or_else(|| "unable to read in alias, truncated".to_owned())
}

/// Reads an archive.
pub fn read(bytes: &Rc<Vec<u8>>, manner: Manner<'_>) -> Read {
    let end = read_end(bytes, manner)?;
    let metadata = Metadata::of(end.comment);
    let archive =
        Archive { path: manner.path.to_vec(), kind: Kind::Zip, metadata, ..Archive::default() };
    let mut reader = Reader { bytes, end, archive, alias: None };
    let based =
        |what: String| format!("phar error: {what} in zip-based phar \"{}\"", manner.shown());
    reader.run().map_err(based)?;
    let Reader { mut archive, alias, .. } = reader;
    archive.is_data = !archive.entries.contains_key(STUB);
    if !archive.is_data && manner.wants_hash && archive.signature.is_none() {
        return Err(based("signature is missing".to_owned()));
    }
    Ok((archive, alias))
}
