//! Entries by their names: looking them up, opening them, making new ones.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::rc::Rc;

use crate::archive::path::{checked, is_magic};
use crate::archive::{Archive, ArchiveRef, Entry, EntryRef, Kind, bits, pack};
use crate::name::{Making, Which, has_scheme};
use crate::registry::{Fault, Registry, Wish, expanded, now, place, shown};

/// Which entries are looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// Files.
    File,
    /// Files and folders.
    Any,
    /// Folders.
    Folder,
}

/// How an entry is opened.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    pub writes: bool,
    pub makes: bool,
    pub truncates: bool,
    pub look: Look,
    /// Whether the archive's own folder is out of bounds.
    pub is_guarded: bool,
}

impl Manner {
    /// For reading.
    pub const READ: Self =
        Self { writes: false, makes: false, truncates: false, look: Look::File, is_guarded: false };
    /// For writing anew.
    pub const WRITE: Self =
        Self { writes: true, makes: true, truncates: true, look: Look::File, is_guarded: true };

    /// As a mode of `fopen()` says.
    pub fn of(mode: &[u8]) -> Self {
        let is_read = mode.first() == Some(&b'r');
        let writes = !is_read || mode.get(1) == Some(&b'+');
        let truncates = mode.first() == Some(&b'w');
        Self { writes, makes: !is_read, truncates, look: Look::File, is_guarded: true }
    }
}

/// What `stat()` tells, as far as an archive knows it.
#[derive(Clone, Copy, Debug)]
pub struct Stat {
    pub size: i64,
    pub mode: i64,
    pub time: i64,
    pub inode: i64,
}

/// What is known of an entry; without one, of a folder that only holds others.
pub fn stat(archive: &Archive, entry: Option<&Entry>) -> Stat {
    let mut stat = match entry.filter(|entry| !entry.is_virtual) {
        Some(entry) => Stat {
            size: if entry.is_folder { 0 } else { i64::from(entry.size) },
            mode: i64::from(entry.flags & bits::PERMISSIONS)
                | if entry.is_folder { 0o040_000 } else { 0o100_000 },
            time: i64::from(entry.timestamp),
            inode: i64::from(entry.inode),
        },
        None => Stat { size: 0, mode: 0o040_777, time: i64::from(archive.newest), inode: 0 },
    };
    if !archive.is_writable {
        stat.mode &= !0o222;
    }
    stat
}

/// The entry that a link leads to; the entry itself where it is none, or leads nowhere.
pub fn followed(archive: &Archive, entry: &EntryRef) -> Option<EntryRef> {
    let mut found = Rc::clone(entry);
    for _ in 0..=archive.entries.len() {
        let next = {
            let held = found.borrow();
            let Some(link) = &held.link else { return Some(Rc::clone(&found)) };
            let near = match link.strip_prefix(b"/") {
                Some(rest) => rest.to_vec(),
                None => match held.name.iter().rposition(|byte| *byte == b'/') {
                    Some(slash) => [&held.name[..=slash], link].concat(),
                    None => link.clone(),
                },
            };
            archive.entries.get(link).or_else(|| archive.entries.get(&near)).cloned()
        };
        found = next?;
    }
    None
}

impl Registry {
    /// What is at a path outside, which may be in another archive.
    pub fn stat_outside(&mut self, path: &[u8]) -> Option<Stat> {
        if has_scheme(path) {
            return self.stat_url(path);
        }
        let found = fs::metadata(place(path)).ok()?;
        let (mode, size) = (i64::from(found.mode()), found.size() as i64);
        Some(Stat { size, mode, time: found.mtime(), inode: found.ino() as i64 })
    }

    /// What is known of a name with `phar://`.
    pub fn stat_url(&mut self, url: &[u8]) -> Option<Stat> {
        let (path, name) = self.split(url, Which::Any, Making::No).ok()?;
        let wish = Wish { path: &path, alias: b"", is_data: !has_word(&path), reports: false };
        self.open(wish).ok()?;
        let archive = self.get(&path, b"").ok()?;
        let name = name.strip_prefix(b"/").unwrap_or(&name);
        if name.is_empty() {
            return Some(stat(&archive.borrow(), None));
        }
        let found = archive.borrow().entries.get(name).cloned();
        if let Some(entry) = found {
            return Some(stat(&archive.borrow(), Some(&entry.borrow())));
        }
        if archive.borrow().folders.contains(name) {
            return Some(stat(&archive.borrow(), None));
        }
        let entry = self.mounted(&archive, name)?;
        let entry = entry.borrow();
        Some(stat(&archive.borrow(), Some(&entry)))
    }

    /// Mounts what is below a mounted folder when it is first asked for.
    fn mounted(&mut self, archive: &ArchiveRef, name: &[u8]) -> Option<EntryRef> {
        let outside = {
            let held = archive.borrow();
            let folder =
                held.mounts.iter().find(|at| name.len() > at.len() && name.starts_with(at))?;
            let entry = held.entries.get(folder)?;
            let outside = entry.borrow().mount.clone()?;
            [&outside[..], &name[folder.len()..]].concat()
        };
        self.stat_outside(&outside)?;
        if !self.mount(archive, &outside, name) {
            return None;
        }
        archive.borrow().entries.get(name).cloned()
    }

    /// Shows a path from outside at a name in an archive; false where that is not possible.
    pub fn mount(&mut self, archive: &ArchiveRef, outside: &[u8], name: &[u8]) -> bool {
        let Ok(name) = checked(name) else { return false };
        if is_magic(name) {
            return false;
        }
        let outside = if has_scheme(outside) { outside.to_vec() } else { expanded(outside) };
        let Some(found) = self.stat_outside(&outside) else { return false };
        let is_folder = found.mode & 0o170_000 == 0o040_000;
        let mut held = archive.borrow_mut();
        if is_folder && !held.mounts.insert(name.to_vec()) || held.entries.contains_key(name) {
            return false;
        }
        let size = if is_folder { 0 } else { found.size as u32 };
        held.put(Entry {
            name: name.to_vec(),
            size,
            packed_size: size,
            flags: found.mode as u32,
            mount: Some(outside),
            is_folder,
            is_checked: true,
            ..Entry::default()
        });
        true
    }

    /// The entry with a name.
    pub fn entry(
        &mut self,
        archive: &ArchiveRef,
        name: &[u8],
        (look, is_guarded): (Look, bool),
    ) -> Result<EntryRef, Fault> {
        if is_guarded && is_magic(name) {
            let text =
                "phar error: cannot directly access magic \".phar\" directory or files within it";
            return Err(Some(text.to_owned()));
        }
        if name.is_empty() && look == Look::File {
            return Err(Some("phar error: invalid path \"\" must not be empty".to_owned()));
        }
        let given = shown(name);
        let invalid = |what| Some(format!("phar error: invalid path \"{given}\" contains {what}"));
        let name = checked(name).map_err(invalid)?;
        let mut key = name;
        if let Some(shorter) = name.strip_suffix(b"/") {
            key = shorter;
            if shorter.is_empty() {
                return Err(None);
            }
        }
        let found = archive.borrow().entries.get(key).cloned();
        if let Some(entry) = found {
            return fitting(entry, (name, look));
        }
        if look != Look::File && archive.borrow().folders.contains(key) {
            let entry =
                Entry { name: key.to_vec(), is_virtual: true, is_folder: true, ..Entry::default() };
            return Ok(EntryRef::new(entry.into()));
        }
        let entry = self.mounted(archive, key).ok_or(None)?;
        fitting(entry, (name, look))
    }

    /// Opens an entry, which is made where that is wanted. Whoever gets it counts as a user of the
    /// entry and of the archive.
    pub fn open_entry(
        &mut self,
        archive: &ArchiveRef,
        (path, name): (&[u8], &[u8]),
        manner: Manner,
    ) -> Result<EntryRef, Fault> {
        let file = || format!("phar error: file \"{}\" in phar \"{}\"", shown(name), shown(path));
        let is_data = archive.borrow().is_data;
        if manner.writes && self.is_readonly && !is_data {
            return Err(Some(format!(
                "{} cannot be opened for writing, disabled by ini setting",
                file()
            )));
        }
        if name.is_empty() {
            return Err(Some(format!("{} must not be empty", file())));
        }
        let entry = match self.entry(archive, name, (manner.look, manner.is_guarded)) {
            Ok(entry) => entry,
            Err(fault) if manner.makes => {
                let hides = !self.is_readonly && !is_data;
                drop(fault.filter(|_| !hides));
                return self.make(archive, (path, name), manner);
            }
            Err(fault) => return Err(fault),
        };
        self.prepare(archive, &entry, manner, file)?;
        archive.borrow_mut().owners += 1;
        entry.borrow_mut().handles += 1;
        Ok(entry)
    }

    fn prepare(
        &mut self,
        archive: &ArchiveRef,
        entry: &EntryRef,
        manner: Manner,
        file: impl Fn() -> String,
    ) -> Result<(), Fault> {
        let mut held = entry.borrow_mut();
        if held.is_modified && !manner.writes {
            return Err(Some(format!(
                "{} cannot be opened for reading, writable file pointers are open",
                file()
            )));
        }
        if held.handles > 0 && manner.writes {
            return Err(Some(format!(
                "{} cannot be opened for writing, readable file pointers are open",
                file()
            )));
        }
        if held.is_deleted {
            if !manner.makes {
                return Err(None);
            }
            held.is_deleted = false;
        }
        if held.is_folder {
            return Ok(());
        }
        if manner.writes && manner.truncates {
            held.replace(Vec::new());
            held.link = None;
            held.crc = 0;
            held.flags = bits::FILE;
            if held.tar_type != 0 {
                held.tar_type = b'0';
            }
            archive.borrow_mut().is_modified = true;
            return Ok(());
        }
        drop(held);
        let bytes = self.bytes(archive, entry)?;
        if manner.writes {
            let mut held = entry.borrow_mut();
            held.link = None;
            held.plain = Some(bytes);
            held.packed = None;
            held.is_modified = true;
        }
        Ok(())
    }

    /// What an entry holds, or whom it links to.
    pub fn bytes(
        &mut self,
        archive: &ArchiveRef,
        entry: &EntryRef,
    ) -> Result<Rc<std::cell::RefCell<Vec<u8>>>, Fault> {
        let held = archive.borrow();
        let target = followed(&held, entry).ok_or(None)?;
        let path = held.path.clone();
        drop(held);
        let mount = target.borrow().mount.clone();
        if let Some(outside) = mount {
            let bytes = self.outside(&outside).ok_or(None)?;
            target.borrow_mut().size = bytes.len() as u32;
            return Ok(Rc::new(bytes.into()));
        }
        let mut target = target.borrow_mut();
        pack::unpack(&mut target, &path)?;
        Ok(target.plain.clone().unwrap_or_default())
    }

    fn outside(&mut self, path: &[u8]) -> Option<Vec<u8>> {
        if !has_scheme(path) {
            return fs::read(place(path)).ok();
        }
        let (archive, name) = self.split(path, Which::Any, Making::No).ok()?;
        let archive =
            self.open(Wish { path: &archive, alias: b"", is_data: false, reports: false }).ok()?;
        let name = name.strip_prefix(b"/").unwrap_or(&name);
        let entry = self.entry(&archive, name, (Look::File, false)).ok()?;
        if entry.borrow().mount.is_some() {
            return None;
        }
        self.bytes(&archive, &entry).ok().map(|bytes| bytes.borrow().clone())
    }

    fn make(
        &mut self,
        archive: &ArchiveRef,
        (_, name): (&[u8], &[u8]),
        manner: Manner,
    ) -> Result<EntryRef, Fault> {
        let given = shown(name);
        let invalid = |what| Some(format!("phar error: invalid path \"{given}\" contains {what}"));
        let name = checked(name).map_err(invalid)?;
        let name = name.strip_suffix(b"/").unwrap_or(name);
        let mut entry = Entry::new(name, Vec::new(), now());
        if manner.look == Look::Folder {
            entry.is_folder = true;
            entry.flags = bits::FOLDER;
            entry.tar_type = b'5';
        }
        let mut held = archive.borrow_mut();
        if held.kind != Kind::Tar {
            entry.tar_type = 0;
        }
        held.add_folders(name);
        if held.entries.contains_key(name) {
            let path = shown(&held.path);
            let name = shown(name);
            return Err(Some(format!(
                "phar error: unable to add new entry \"{name}\" to phar \"{path}\""
            )));
        }
        entry.handles = 1;
        held.owners += 1;
        Ok(held.put(entry))
    }

    /// Notes that a stream has left an entry.
    pub fn leave(&mut self, archive: &ArchiveRef, entry: &EntryRef) {
        if let Ok(mut entry) = entry.try_borrow_mut() {
            entry.handles = entry.handles.saturating_sub(1);
        }
        self.release(archive);
    }
}

fn fitting(entry: EntryRef, (name, look): (&[u8], Look)) -> Result<EntryRef, Fault> {
    let held = entry.borrow();
    if held.is_deleted {
        return Err(None);
    }
    if held.is_folder && look == Look::File {
        return Err(Some(format!("phar error: path \"{}\" is a directory", shown(name))));
    }
    if !held.is_folder && look == Look::Folder {
        let name = shown(name);
        return Err(Some(format!("phar error: path \"{name}\" exists and is a not a directory")));
    }
    drop(held);
    Ok(entry)
}

/// Whether a path is one of an archive that runs.
pub fn has_word(path: &[u8]) -> bool {
    path.windows(5).any(|window| window == b".phar")
}
