//! Which archives a request has open, and under which aliases.
//!
//! # Invariants
//! - R1: an archive is known by the absolute path of its file; aliases lead to archives that are
//!   known by their paths.
//! - R2: an archive that nobody uses and that has no entries is forgotten.
//!
//! # Not here
//! Names that have an archive in them: [`name`](crate::name).

use std::cell::RefCell;
use std::fs;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

use indexmap::IndexMap;
use runtime::native::Call;

use crate::archive::reader::{self, Manner};
use crate::archive::{Archive, ArchiveRef, Kind, STUB, path};

/// A failure with PHP's words for it, where it has any.
pub type Fault = Option<String>;

/// The registry as the request keeps it, shared with open streams.
#[derive(Default)]
pub struct Phars(pub Rc<RefCell<Registry>>);

/// The archives of a request.
#[derive(Default)]
pub struct Registry {
    pub by_path: IndexMap<Vec<u8>, ArchiveRef>,
    pub aliases: IndexMap<Vec<u8>, ArchiveRef>,
    pub is_readonly: bool,
    pub wants_hash: bool,
    /// Whether functions of files look into the archive that runs.
    pub intercepts: bool,
    /// The folder in the archive that `./` means, and whether it was set.
    pub folder: Option<Vec<u8>>,
    pub has_folder: bool,
    /// Which variables of the server are changed.
    pub munged: u32,
}

/// The registry of a request, with its settings as they are now.
pub fn registry(call: &mut Call<'_>) -> Rc<RefCell<Registry>> {
    let is_on = |text: Option<Vec<u8>>| {
        let text = text.unwrap_or_default().to_ascii_lowercase();
        matches!(text.as_slice(), b"on" | b"yes" | b"true")
            || text.iter().any(|byte| byte.is_ascii_digit() && *byte != b'0')
    };
    // Whoever has the registry may write an archive.
    ext_file::layer::seen::forget(call);
    let readonly = call.host().setting("phar.readonly");
    let hash = call.host().setting("phar.require_hash");
    let shared = Rc::clone(&call.state::<Phars>().0);
    if let Ok(mut registry) = shared.try_borrow_mut() {
        registry.is_readonly = is_on(readonly);
        registry.wants_hash = is_on(hash);
    }
    shared
}

/// Bytes in a message.
pub fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Seconds since 1970.
pub fn now() -> u32 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as u32)
}

/// A path as bytes name it.
pub fn place(bytes: &[u8]) -> &Path {
    Path::new(std::ffi::OsStr::from_bytes(bytes))
}

/// The absolute path, without links as far as there are files.
pub fn expanded(path: &[u8]) -> Vec<u8> {
    let given = place(path);
    if let Ok(real) = fs::canonicalize(given) {
        return real.into_os_string().into_vec();
    }
    let absolute = std::env::current_dir().unwrap_or_default().join(given);
    let mut plain = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(plain.pop()),
            other => plain.push(other),
        }
    }
    let parent = plain.parent().and_then(|parent| fs::canonicalize(parent).ok());
    let real = match (parent, plain.file_name()) {
        (Some(parent), Some(name)) => parent.join(name),
        _ => plain,
    };
    real.into_os_string().into_vec()
}

/// How an archive is opened or made.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    pub path: &'a [u8],
    pub alias: &'a [u8],
    /// Whether it is one of data.
    pub is_data: bool,
    /// Whether it is told why a file cannot be read.
    pub reports: bool,
}

impl Registry {
    /// Forgets an archive and its aliases.
    pub fn forget(&mut self, archive: &ArchiveRef) {
        self.by_path.retain(|_, known| !Rc::ptr_eq(known, archive));
        self.aliases.retain(|_, known| !Rc::ptr_eq(known, archive));
    }

    /// Forgets an archive so that its alias is free; false while somebody uses it.
    pub fn free_alias(&mut self, archive: &ArchiveRef) -> bool {
        let is_free = archive.borrow().owners == 0;
        if is_free {
            self.forget(archive);
        }
        is_free
    }

    /// Notes that an object or a stream does not use an archive any more.
    pub fn release(&mut self, archive: &ArchiveRef) {
        let is_useless = {
            let mut held = archive.borrow_mut();
            held.owners -= 1;
            held.owners <= 0 && held.entries.is_empty()
        };
        if is_useless {
            self.forget(archive);
        }
    }

    /// An open archive, by its path, an alias, or a path that leads to it.
    pub fn get(&mut self, path: &[u8], alias: &[u8]) -> Result<ArchiveRef, Fault> {
        let taken = |of: &Archive| {
            let (alias, of, path) = (shown(alias), shown(&of.path), shown(path));
            format!(
                "alias \"{alias}\" is already used for archive \"{of}\" cannot be overloaded with \"{path}\""
            )
        };
        if !alias.is_empty()
            && let Some(found) = self.aliases.get(alias).cloned()
        {
            if found.borrow().path == path {
                return Ok(found);
            }
            let text = taken(&found.borrow());
            return Err(if self.free_alias(&found) { None } else { Some(text) });
        }
        if let Some(found) = self.by_path.get(path).cloned() {
            if !alias.is_empty() {
                let archive = found.borrow();
                let own = archive.alias.clone().unwrap_or_default();
                if !archive.has_loose_alias && own != alias {
                    return Err(Some(taken(&archive)));
                }
                self.aliases.shift_remove(&own);
                self.aliases.insert(alias.to_vec(), Rc::clone(&found));
            }
            return Ok(found);
        }
        if let Some(found) = self.aliases.get(path) {
            return Ok(Rc::clone(found));
        }
        let found = self.by_path.get(&expanded(path)).cloned().ok_or(None)?;
        if !alias.is_empty() {
            self.aliases.insert(alias.to_vec(), Rc::clone(&found));
        }
        Ok(found)
    }

    /// An archive that is open already; none when it is not.
    pub fn opened(&mut self, wish: Wish<'_>) -> Result<Option<ArchiveRef>, String> {
        let found = match self.get(wish.path, wish.alias) {
            Ok(found) => found,
            Err(Some(text)) => return Err(text),
            Err(None) => return Ok(None),
        };
        if !wish.alias.is_empty() && found.borrow().path != wish.path {
            return Ok(None);
        }
        if !wish.is_data && self.lacks_stub(&found.borrow()) {
            return Err(no_phar(wish.path));
        }
        Ok(Some(found))
    }

    /// Whether an archive of another format cannot run.
    fn lacks_stub(&self, archive: &Archive) -> bool {
        let is_other = archive.kind != Kind::Phar && !archive.is_new;
        is_other && self.is_readonly && !archive.entries.contains_key(STUB)
    }

    /// Opens an archive that is there.
    pub fn open(&mut self, wish: Wish<'_>) -> Result<ArchiveRef, Fault> {
        if let Some(found) = self.opened(wish)? {
            return Ok(found);
        }
        let Ok(bytes) = fs::read(place(wish.path)) else {
            let text = format!("unable to open phar for reading \"{}\"", shown(wish.path));
            return Err(wish.reports.then_some(text));
        };
        Ok(self.read(bytes, wish)?)
    }

    /// Reads an archive from the bytes of its file.
    pub fn read(&mut self, bytes: Vec<u8>, wish: Wish<'_>) -> Result<ArchiveRef, String> {
        let path = expanded(wish.path);
        let manner = Manner { path: &path, alias: wish.alias, wants_hash: self.wants_hash };
        let (archive, stored) = reader::read(bytes, manner)?;
        self.register(archive, (stored, wish.alias))
    }

    /// Takes an archive that was read, with the alias in it or the one that is wanted.
    fn register(
        &mut self,
        mut archive: Archive,
        (stored, wanted): (Option<Vec<u8>>, &[u8]),
    ) -> Result<ArchiveRef, String> {
        let path = shown(&archive.path);
        let wanted = (!wanted.is_empty()).then(|| wanted.to_vec());
        let is_stored = stored.is_some();
        let alias = stored.or(wanted);
        if let Some(alias) = &alias {
            let kind = archive.kind;
            if !path::is_alias(alias) && (is_stored || kind == Kind::Phar) {
                return Err(match kind {
                    Kind::Zip => {
                        let alias = shown(alias);
                        format!(
                            "phar error: invalid alias \"{alias}\" in zip-based phar \"{path}\""
                        )
                    }
                    _ => format!("Cannot open archive \"{path}\", invalid alias"),
                });
            }
            if let Some(other) = self.aliases.get(alias).cloned()
                && !self.free_alias(&other)
            {
                return Err(in_use(kind, &path, is_stored));
            }
        }
        archive.has_loose_alias = !is_stored;
        archive.alias = alias.clone().or_else(|| Some(archive.path.clone()));
        let known = archive.path.clone();
        let shared = Rc::new(RefCell::new(archive));
        self.by_path.insert(known, Rc::clone(&shared));
        if let Some(alias) = alias {
            self.aliases.insert(alias, Rc::clone(&shared));
        }
        Ok(shared)
    }

    /// Opens an archive, or makes one of the kind that its name says.
    pub fn open_or_create(&mut self, wish: Wish<'_>) -> Result<ArchiveRef, Fault> {
        let path = wish.path;
        let Some(extension) = self.extension_for(path, wish.is_data)? else {
            let path = shown(path);
            return Err(Some(format!(
                "Cannot create phar '{path}', file extension (or combination) not recognised or the directory does not exist"
            )));
        };
        if let Some(found) = self.opened(wish)? {
            let is_lost = {
                let archive = found.borrow();
                if archive.is_data && archive.kind == Kind::Phar {
                    let text = format!(
                        "Cannot open '{}' as a PharData object. Use Phar::__construct() for executable archives",
                        shown(path)
                    );
                    return Err(Some(text));
                }
                !archive.is_data
                    && archive.kind != Kind::Phar
                    && self.is_readonly
                    && !archive.entries.contains_key(STUB)
            };
            if is_lost {
                return Err(Some(no_phar(path)));
            }
            self.allow(&found);
            return Ok(found);
        }
        let has = |word: &[u8]| {
            let at = extension.iter().position(|byte| *byte == word[0]);
            extension.len() > 3 && at.is_some_and(|at| extension[at..].starts_with(word))
        };
        let kind = if has(b"zip") {
            Kind::Zip
        } else if has(b"tar") {
            Kind::Tar
        } else {
            Kind::Phar
        };
        let archive = self.create_or_read(wish)?;
        if kind == Kind::Phar {
            return Ok(archive);
        }
        let mut held = archive.borrow_mut();
        held.is_data = wish.is_data;
        if held.is_new {
            held.kind = kind;
        }
        if held.kind == kind {
            drop(held);
            return Ok(archive);
        }
        let (path, word) = (shown(path), if kind == Kind::Zip { "zip" } else { "tar" });
        let what = if kind == Kind::Zip { "phar " } else { "" };
        Err(Some(format!(
            "phar {word} error: {what}\"{path}\" already exists as a regular phar and must be deleted from disk prior to creating as a {word}-based phar"
        )))
    }

    fn allow(&self, archive: &ArchiveRef) {
        let mut archive = archive.borrow_mut();
        archive.is_writable |= !self.is_readonly || archive.is_data;
    }

    fn create_or_read(&mut self, wish: Wish<'_>) -> Result<ArchiveRef, Fault> {
        if let Ok(bytes) = fs::read(place(wish.path)) {
            let found = self.read(bytes, wish)?;
            self.allow(&found);
            return Ok(found);
        }
        if self.is_readonly && !wish.is_data {
            let path = shown(wish.path);
            let text = format!(
                "creating archive \"{path}\" disabled by the php.ini setting phar.readonly"
            );
            return Err(wish.reports.then_some(text));
        }
        let path = expanded(wish.path);
        let alias = (!wish.is_data && !wish.alias.is_empty()).then(|| wish.alias.to_vec());
        if let Some(alias) = &alias
            && let Some(other) = self.aliases.get(alias).cloned()
            && !self.free_alias(&other)
        {
            let (path, alias) = (shown(&path), shown(alias));
            return Err(Some(format!(
                "phar error: phar \"{path}\" cannot set alias \"{alias}\", already in use by another phar archive"
            )));
        }
        let archive = Archive {
            path: path.clone(),
            version: "1.1.1".to_owned(),
            has_loose_alias: wish.alias.is_empty(),
            alias: if wish.is_data { None } else { alias.clone().or_else(|| Some(path.clone())) },
            is_writable: true,
            is_new: true,
            is_data: wish.is_data,
            kind: if wish.is_data { Kind::Tar } else { Kind::Phar },
            ..Archive::default()
        };
        let shared = Rc::new(RefCell::new(archive));
        self.by_path.insert(path, Rc::clone(&shared));
        if let Some(alias) = alias {
            self.aliases.insert(alias, Rc::clone(&shared));
        }
        Ok(shared)
    }
}

fn no_phar(path: &[u8]) -> String {
    let path = shown(path);
    format!(
        "'{path}' is not a phar archive. Use PharData::__construct() for a standard zip or tar archive"
    )
}

fn in_use(kind: Kind, path: &str, is_stored: bool) -> String {
    match kind {
        Kind::Phar => {
            format!("Cannot open archive \"{path}\", alias is already in use by existing archive")
        }
        Kind::Tar => {
            format!("phar error: Unable to add tar-based phar \"{path}\", alias is already in use")
        }
        Kind::Zip => {
            let how = if is_stored { "implicit" } else { "explicit" };
            format!(
                "phar error: Unable to add zip-based phar \"{path}\" with {how} alias, alias is already in use"
            )
        }
    }
}
