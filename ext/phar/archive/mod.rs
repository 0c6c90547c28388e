//! An archive in memory: its entries, where their bytes lie, what is known of it.
//!
//! # Invariants
//! - What an entry holds is `plain` when that is there, else what `packed` expands to; with
//!   neither it is empty.
//! - `plain` is shared with the streams that have the entry open.
//! - `packed` points into bytes that are there: readers check ranges before they make one.
//!
//! # Not here
//! Which archives are open: [`registry`](crate::registry). Values of scripts, but for metadata that
//! a script has set.

pub mod manifest;
pub mod pack;
pub mod path;
pub mod reader;
pub mod signature;
pub mod stub;
pub mod tar;
pub mod write;
pub mod zip;

use std::cell::RefCell;
use std::rc::Rc;

use indexmap::{IndexMap, IndexSet};
use runtime::value::Value;

/// Bits of an entry's flags, and of an archive's.
pub mod bits {
    /// Permissions.
    pub const PERMISSIONS: u32 = 0x1ff;
    /// Permissions of a new file.
    pub const FILE: u32 = 0o666;
    /// Permissions of a new folder.
    pub const FOLDER: u32 = 0o777;
    /// How an entry is compressed.
    pub const COMPRESSION: u32 = 0xf000;
    /// Compressed with deflate.
    pub const GZ: u32 = 0x1000;
    /// Compressed with bzip2.
    pub const BZ2: u32 = 0x2000;
    /// How the whole archive is compressed.
    pub const WHOLE: u32 = 0x00f0_0000;
    /// The whole archive is of gzip.
    pub const WHOLE_GZ: u32 = 0x0010_0000;
    /// The whole archive is of bzip2.
    pub const WHOLE_BZ2: u32 = 0x0020_0000;
    /// The archive has a signature.
    pub const SIGNED: u32 = 0x0001_0000;
}

/// An archive that is shared.
pub type ArchiveRef = Rc<RefCell<Archive>>;
/// An entry that is shared.
pub type EntryRef = Rc<RefCell<Entry>>;
/// The name of the stub in archives of other formats.
pub const STUB: &[u8] = b".phar/stub.php";
/// The name of the alias in archives of other formats.
pub const ALIAS: &[u8] = b".phar/alias.txt";
/// The name of the signature in archives of other formats.
pub const SIGNATURE: &[u8] = b".phar/signature.bin";

/// The format of an archive.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Kind {
    /// PHP's own.
    #[default]
    Phar,
    /// `tar`.
    Tar,
    /// `zip`.
    Zip,
}

/// What is attached to an archive or an entry.
#[derive(Clone, Default)]
pub struct Metadata {
    /// Serialised.
    pub text: Option<Vec<u8>>,
    /// As a script gave it.
    pub value: Option<Value>,
}

impl Metadata {
    /// Of serialised text; none of empty text.
    pub fn of(text: &[u8]) -> Self {
        Self { text: (!text.is_empty()).then(|| text.to_vec()), value: None }
    }

    /// Whether there is any.
    pub fn is_some(&self) -> bool {
        self.text.is_some() || self.value.is_some()
    }

    /// The serialised text; empty without any.
    pub fn bytes(&self) -> &[u8] {
        self.text.as_deref().unwrap_or_default()
    }
}

/// Bytes of an entry in the file of its archive.
#[derive(Clone)]
pub struct Packed {
    /// The file.
    pub data: Rc<Vec<u8>>,
    /// Where they begin.
    pub at: usize,
    /// How many there are.
    pub len: usize,
    /// How they are compressed: bits of [`bits::COMPRESSION`].
    pub how: u32,
}

impl Packed {
    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        self.data.get(self.at..self.at + self.len).unwrap_or_default()
    }
}

/// A file or folder of an archive.
#[derive(Clone, Default)]
pub struct Entry {
    pub name: Vec<u8>,
    pub size: u32,
    pub packed_size: u32,
    pub crc: u32,
    pub flags: u32,
    pub timestamp: u32,
    pub metadata: Metadata,
    pub packed: Option<Packed>,
    pub plain: Option<Rc<RefCell<Vec<u8>>>>,
    /// What a link of `tar` points to.
    pub link: Option<Vec<u8>>,
    pub tar_type: u8,
    /// The path outside the archive that is seen here.
    pub mount: Option<Vec<u8>>,
    /// Why it cannot be read, where a reader found that.
    pub fault: Option<&'static str>,
    pub inode: u16,
    /// How many streams have it open.
    pub handles: u32,
    /// How many objects tell of it.
    pub locks: u32,
    pub is_checked: bool,
    pub is_modified: bool,
    pub is_deleted: bool,
    pub is_folder: bool,
    /// Whether it is a folder only because something is in it.
    pub is_virtual: bool,
}

impl Entry {
    /// How it is, or will be, compressed.
    pub fn compression(&self) -> u32 {
        self.flags & bits::COMPRESSION
    }

    /// A new file with these bytes.
    pub fn new(name: &[u8], bytes: Vec<u8>, now: u32) -> Self {
        let size = bytes.len() as u32;
        Self {
            name: name.to_vec(),
            size,
            packed_size: size,
            flags: bits::FILE,
            timestamp: now,
            plain: Some(Rc::new(RefCell::new(bytes))),
            tar_type: b'0',
            is_modified: true,
            is_checked: true,
            ..Self::default()
        }
    }

    /// Takes its bytes out of the archive's file, for a change.
    pub fn replace(&mut self, bytes: Vec<u8>) {
        self.size = bytes.len() as u32;
        self.packed_size = self.size;
        self.plain = Some(Rc::new(RefCell::new(bytes)));
        self.packed = None;
        self.is_modified = true;
    }
}

/// An archive.
#[derive(Default)]
pub struct Archive {
    pub path: Vec<u8>,
    pub alias: Option<Vec<u8>>,
    /// Whether the alias is not written into the archive.
    pub has_loose_alias: bool,
    pub version: String,
    /// What comes before the manifest, of [`Kind::Phar`].
    pub stub: Vec<u8>,
    pub entries: IndexMap<Vec<u8>, EntryRef>,
    /// Folders that are there because something is in them.
    pub folders: IndexSet<Vec<u8>>,
    /// Folders that are mounted.
    pub mounts: IndexSet<Vec<u8>>,
    pub flags: u32,
    pub newest: u32,
    /// How many objects and streams use it.
    pub owners: i64,
    pub signature_kind: u32,
    pub signature: Option<String>,
    pub private_key: Option<Vec<u8>>,
    pub metadata: Metadata,
    pub kind: Kind,
    pub is_data: bool,
    pub is_modified: bool,
    pub is_writable: bool,
    pub is_new: bool,
    /// Whether changes wait for `stopBuffering()`.
    pub is_held: bool,
}

impl Archive {
    /// A folder for each part of a name but the last.
    pub fn add_folders(&mut self, name: &[u8]) {
        let ends = name.iter().enumerate().rev().filter(|(_, byte)| **byte == b'/');
        for (end, _) in ends {
            if end > 0 && !self.folders.insert(name[..end].to_vec()) {
                break;
            }
        }
    }

    /// Adds an entry behind the others, or in the place of one with its name.
    pub fn put(&mut self, mut entry: Entry) -> EntryRef {
        entry.inode = inode(&self.path, &entry.name);
        let name = entry.name.clone();
        let shared = Rc::new(RefCell::new(entry));
        self.entries.insert(name, Rc::clone(&shared));
        shared
    }

    /// The extension of its file: from the first dot of the name on.
    pub fn extension(&self) -> &[u8] {
        let start = self.path.iter().rposition(|byte| *byte == b'/').map_or(0, |at| at + 1);
        let name = &self.path[start..];
        let dot = name.iter().skip(1).position(|byte| *byte == b'.').map(|at| at + 1);
        dot.map_or(&[], |dot| &name[dot..])
    }
}

/// The number that `stat()` tells of an entry: PHP's hash of the path and the name.
fn inode(path: &[u8], name: &[u8]) -> u16 {
    const PATH_MAX: usize = 4096;
    let bytes = path.iter().chain(name).take(PATH_MAX);
    let hash =
        bytes.fold(5381_u64, |hash, byte| hash.wrapping_mul(33).wrapping_add(u64::from(*byte)));
    hash as u16
}
