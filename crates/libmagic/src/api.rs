//! The functions that are called, and the cookie.

use std::cell::Cell;
use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::fs::File;
use std::io::Write;
use std::os::fd::AsRawFd;
use std::ptr;
use std::sync::OnceLock;

use libloading::Library;
use rustix::fs::{MemfdFlags, memfd_create};

type Cookie = *mut c_void;

struct Api {
    open: unsafe extern "C" fn(c_int) -> Cookie,
    close: unsafe extern "C" fn(Cookie),
    load: unsafe extern "C" fn(Cookie, *const c_char) -> c_int,
    set_flags: unsafe extern "C" fn(Cookie, c_int) -> c_int,
    buffer: unsafe extern "C" fn(Cookie, *const c_void, usize) -> *const c_char,
    error: unsafe extern "C" fn(Cookie) -> *const c_char,
    number: unsafe extern "C" fn(Cookie) -> c_int,
    version: unsafe extern "C" fn() -> c_int,
}

/// A function of the library.
fn function<T: Copy>(library: &Library, name: &[u8]) -> Option<T> {
    // SAFETY: M1.
    let symbol = unsafe { library.get::<T>(name) };
    symbol.ok().map(|symbol| *symbol)
}

fn find() -> Option<Api> {
    // SAFETY: what the library does when it is loaded is what every program that links with it has.
    let library = unsafe { Library::new("libmagic.so.1") }.ok()?;
    // It stays for good.
    let library: &'static Library = Box::leak(Box::new(library));
    Some(Api {
        open: function(library, b"magic_open\0")?,
        close: function(library, b"magic_close\0")?,
        load: function(library, b"magic_load\0")?,
        set_flags: function(library, b"magic_setflags\0")?,
        buffer: function(library, b"magic_buffer\0")?,
        error: function(library, b"magic_error\0")?,
        number: function(library, b"magic_errno\0")?,
        version: function(library, b"magic_version\0")?,
    })
}

fn api() -> Option<&'static Api> {
    static API: OnceLock<Option<Api>> = OnceLock::new();
    API.get_or_init(find).as_ref()
}

/// A database with the flags of its answers.
pub struct Magic {
    api: &'static Api,
    cookie: Cookie,
    flags: Cell<c_int>,
}

impl Magic {
    /// Whether the library is there.
    pub fn is_there() -> bool {
        api().is_some()
    }

    /// Without a database; none where the library is not there or does not know the flags.
    pub fn open(flags: i32) -> Option<Self> {
        let api = api()?;
        // SAFETY: M1.
        let cookie = unsafe { (api.open)(flags) };
        (!cookie.is_null()).then_some(Self { api, cookie, flags: Cell::new(flags) })
    }

    /// Loads a database, the system's where none is named; whether that is there.
    pub fn load(&self, path: Option<&[u8]>) -> bool {
        let path = match path.map(CString::new) {
            Some(Err(_)) => return false,
            Some(Ok(path)) => Some(path),
            None => None,
        };
        let text = path.as_ref().map_or(ptr::null(), |path| path.as_ptr());
        // SAFETY: M1, M2; the text ends with a NUL, and is null for the system's.
        let status = unsafe { (self.api.load)(self.cookie, text) };
        status == 0
    }

    /// Loads a database of a text; whether there is anything in it.
    pub fn load_text(&self, text: &[u8]) -> bool {
        let Ok(memory) = memfd_create("magic", MemfdFlags::CLOEXEC) else { return false };
        let mut file = File::from(memory);
        if file.write_all(text).is_err() {
            return false;
        }
        self.load(Some(format!("/proc/self/fd/{}", file.as_raw_fd()).as_bytes()))
    }

    /// The version of the library, a hundredfold; 0 when it is not there.
    pub fn version() -> i32 {
        // SAFETY: M1.
        api().map_or(0, |api| unsafe { (api.version)() })
    }

    /// The flags.
    pub fn flags(&self) -> i32 {
        self.flags.get()
    }

    /// Sets the flags; whether the library knows them.
    pub fn set_flags(&self, flags: i32) -> bool {
        self.flags.set(flags);
        // SAFETY: M1, M2.
        let status = unsafe { (self.api.set_flags)(self.cookie, flags) };
        status != -1
    }

    /// What is known of bytes.
    pub fn describe(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        // SAFETY: M1, M2; pointer and length are those of a slice.
        let text = unsafe { (self.api.buffer)(self.cookie, bytes.as_ptr().cast(), bytes.len()) };
        copied(text)
    }

    /// The number and the words of what went wrong last.
    pub fn fault(&self) -> (i32, Vec<u8>) {
        // SAFETY: M1, M2.
        let number = unsafe { (self.api.number)(self.cookie) };
        // SAFETY: M1, M2.
        let text = unsafe { (self.api.error)(self.cookie) };
        (number, copied(text).unwrap_or_default())
    }
}

/// A text that the library keeps until it is asked again.
fn copied(text: *const c_char) -> Option<Vec<u8>> {
    if text.is_null() {
        return None;
    }
    // SAFETY: M1: what is not null ends with a NUL.
    let text = unsafe { CStr::from_ptr(text) };
    Some(text.to_bytes().to_vec())
}

impl Drop for Magic {
    fn drop(&mut self) {
        // SAFETY: M2: it is closed once.
        unsafe { (self.api.close)(self.cookie) };
    }
}
