//! Units for the interpreter: of files, of code given to `eval`, of the library.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use hhbc::func::Attrs;
use syntax::diagnostic::Severity;
use syntax::parser::ParseOptions;
use vm::source::{Code, Kept, Source, SourceError};
use vm::unit::{LoadError, LoadedUnit, Mode};

use crate::compile::{Compiled, Refusal, compile_with_remarks};
use crate::kept::Book;
use crate::multibyte::of_code;
use crate::source;

/// When a file was last changed, and how long it was.
type Stamp = (Option<SystemTime>, u64);

/// Units of files, by path.
type Files = HashMap<Box<[u8]>, (Stamp, &'static LoadedUnit)>;
/// Units of code, by the code and the path that its frames show.
type Codes = HashMap<(Box<[u8]>, Box<[u8]>), &'static LoadedUnit>;

/// The units of a process that were parsed and translated alike.
pub struct Provider {
    options: ParseOptions,
    mode: Mode,
    /// Units of main scripts, by name and the hash of their source.
    mains: Mutex<HashMap<(String, u64), &'static LoadedUnit>>,
    files: Mutex<Files>,
    book: Mutex<Book>,
    code: Mutex<Codes>,
    /// Hashes of code that was seen once.
    seen: Mutex<HashSet<u64>>,
}

/// How many main scripts are kept.
const MAINS_MAX: usize = 10_000;
/// Why a main script has no unit.
pub enum NotMain {
    /// It does not compile.
    Refused(Refusal),
    /// The unit was refused, or there is no memory for it.
    NotLoaded(LoadError),
}

/// How much code is kept.
const CODES_MAX: usize = 10_000;
/// How much code is remembered to have been seen once.
const SEEN_MAX: usize = 10_000;

impl Provider {
    /// The provider that parses and translates as asked, which all requests share.
    pub fn shared(options: ParseOptions, mode: Mode) -> &'static Self {
        static ALL: Mutex<Vec<&'static Provider>> = Mutex::new(Vec::new());
        let mut all = ALL.lock().unwrap_or_else(PoisonError::into_inner);
        let is_it = |known: &&&Self| known.options == options && known.mode == mode;
        if let Some(known) = all.iter().find(is_it) {
            return known;
        }
        let new: &'static Self = Box::leak(Box::new(Self::new(options, mode)));
        all.push(new);
        new
    }

    fn new(options: ParseOptions, mode: Mode) -> Self {
        Self {
            options,
            mode,
            mains: Mutex::default(),
            files: Mutex::default(),
            book: Mutex::default(),
            code: Mutex::default(),
            seen: Mutex::default(),
        }
    }

    /// The unit of a main script.
    pub fn main(&self, source: &source::Source) -> Result<&'static LoadedUnit, NotMain> {
        self.begin();
        let mut hasher = DefaultHasher::new();
        source.bytes.hash(&mut hasher);
        let key = (source.name.clone(), hasher.finish());
        let known = self.mains.lock().unwrap_or_else(PoisonError::into_inner).get(&key).copied();
        let place = std::fs::canonicalize(&source.name).ok();
        let place = place.as_ref().map(|place| place.as_os_str().as_bytes());
        if let Some(unit) = known {
            place.into_iter().for_each(|path| self.book().known(path));
            return Ok(unit);
        }
        let compiled = compile_with_remarks(source, self.options).map_err(NotMain::Refused)?;
        let unit = compiled.load(self.mode).map_err(NotMain::NotLoaded)?;
        if let Some(path) = place {
            let metadata = std::fs::metadata(&source.name).ok();
            let changed = metadata.and_then(|metadata| metadata.modified().ok());
            self.book().compiled(path, changed, unit.unit().size());
        }
        let mut mains = self.mains.lock().unwrap_or_else(PoisonError::into_inner);
        if mains.len() >= MAINS_MAX {
            return Ok(unit);
        }
        // Another thread may have been faster: then all share what it made.
        Ok(mains.entry(key).or_insert(unit))
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins anew, when a request before this one wanted that.
    fn begin(&self) {
        if self.book().begin() {
            self.files.lock().unwrap_or_else(PoisonError::into_inner).clear();
            self.mains.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
    }

    /// Whether code was seen before; from now on it was.
    fn was_seen(&self, code: &[u8], path: &[u8]) -> bool {
        let mut hasher = DefaultHasher::new();
        (code, path).hash(&mut hasher);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() >= SEEN_MAX {
            seen.clear();
        }
        !seen.insert(hasher.finish())
    }

    fn unit(
        &self,
        path: &[u8],
        bytes: Vec<u8>,
        options: ParseOptions,
    ) -> Result<&'static LoadedUnit, SourceError> {
        compiled(path, bytes, options)?.load(self.mode).map_err(refused)
    }
}

fn compiled(path: &[u8], bytes: Vec<u8>, options: ParseOptions) -> Result<Compiled, SourceError> {
    let name = String::from_utf8_lossy(path).into_owned();
    compile_with_remarks(&source::Source { name, bytes }, options).map_err(wrong)
}

fn refused(error: LoadError) -> SourceError {
    SourceError::Refused { reason: format!("{error:?}") }
}

fn wrong(refusal: Refusal) -> SourceError {
    let Refusal { error, remarks } = refusal;
    SourceError::Wrong {
        message: String::from_utf8_lossy(&error.message).into_owned(),
        line: error.line,
        is_parse: error.severity == Severity::Parse,
        remarks,
    }
}

impl Source for Provider {
    fn library_class(&self, folded: &[u8]) -> Option<&'static LoadedUnit> {
        systemlib::class(folded)
    }

    fn library_func(&self, folded: &[u8]) -> Option<&'static LoadedUnit> {
        systemlib::func(folded)
    }

    fn file(&self, path: &[u8]) -> Result<&'static LoadedUnit, SourceError> {
        let place = Path::new(std::ffi::OsStr::from_bytes(path));
        let missing = |error: std::io::Error| SourceError::Missing { reason: reason(&error) };
        let metadata = std::fs::metadata(place).map_err(missing)?;
        let stamp = (metadata.modified().ok(), metadata.len());
        let known = self.files.lock().unwrap_or_else(PoisonError::into_inner).get(path).copied();
        if let Some((then, unit)) = known
            && then == stamp
        {
            self.book().known(path);
            return Ok(unit);
        }
        let bytes = std::fs::read(place).map_err(missing)?;
        let bytes = ext_phar::stub_of(path, &bytes).unwrap_or(bytes);
        let unit = self.unit(path, bytes, self.options)?;
        self.book().compiled(path, stamp.0, unit.unit().size());
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(path.into(), (stamp, unit));
        Ok(unit)
    }

    fn code(&self, code: &[u8], path: &[u8]) -> Result<&'static LoadedUnit, SourceError> {
        let key = (Box::from(code), Box::from(path));
        let known = self.code.lock().unwrap_or_else(PoisonError::into_inner).get(&key).copied();
        if let Some(unit) = known {
            return Ok(unit);
        }
        let unit = self.unit(path, [b"<?php ", code].concat(), of_code(self.options))?;
        if is_repeatable(unit) {
            self.code.lock().unwrap_or_else(PoisonError::into_inner).insert(key, unit);
        }
        Ok(unit)
    }

    fn text(&self, text: &[u8], path: &[u8]) -> Result<&'static LoadedUnit, SourceError> {
        // What `eval` is given never begins with this.
        let key = (Box::from([b"\0", text].concat()), Box::from(path));
        let known = self.code.lock().unwrap_or_else(PoisonError::into_inner).get(&key).copied();
        if let Some(unit) = known {
            return Ok(unit);
        }
        let unit = self.unit(path, text.to_vec(), self.options)?;
        if is_repeatable(unit) {
            self.code.lock().unwrap_or_else(PoisonError::into_inner).insert(key, unit);
        }
        Ok(unit)
    }

    fn code_once(&self, code: &[u8], path: &[u8]) -> Result<Code, SourceError> {
        let kept = self.code.lock().unwrap_or_else(PoisonError::into_inner).len();
        if kept < CODES_MAX && self.was_seen(code, path) {
            let unit = self.code(code, path)?;
            return Ok(Code { unit, is_kept: is_repeatable(unit) });
        }
        let key = (Box::from(code), Box::from(path));
        let known = self.code.lock().unwrap_or_else(PoisonError::into_inner).get(&key).copied();
        if let Some(unit) = known {
            return Ok(Code { unit, is_kept: true });
        }
        let code = compiled(path, [b"<?php ", code].concat(), of_code(self.options))?;
        let unit = code.load_once(self.mode).map_err(refused)?;
        Ok(Code { unit, is_kept: false })
    }

    fn kept(&self) -> Kept {
        self.book().kept()
    }

    fn forget(&self, path: &[u8], always: bool) {
        let place = Path::new(std::ffi::OsStr::from_bytes(path));
        let now = std::fs::metadata(place).ok().and_then(|metadata| metadata.modified().ok());
        let mut book = self.book();
        if always || book.changed(path) != now {
            book.forgotten(path);
            self.files.lock().unwrap_or_else(PoisonError::into_inner).remove(path);
        }
    }

    fn begin_anew(&self) {
        self.book().end();
    }
}

/// Whether code means the same each time it is evaluated: its anonymous classes would be others.
fn is_repeatable(unit: &LoadedUnit) -> bool {
    unit.unit().classes.iter_ids().all(|(_, class)| !class.attrs.has(Attrs::anonymous))
}

/// What the system says, without its number.
fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}
