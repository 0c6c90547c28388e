//! The system's calls behind safe functions. An error is the number of what went wrong.
//!
//! # Invariants
//! - X1: texts that the system gets end with a NUL; buffers have the lengths that it is told.
//! - X2: what the system fills was made by us and outlives the call.
//! - X3: texts that the system gives lie in the buffer that was handed to it, or end with a NUL.

#![expect(unsafe_code, reason = "the system's calls take pointers")]

use std::ffi::{CStr, CString, c_char, c_int, c_long};
use std::io;
use std::mem::MaybeUninit;

/// A result, or the system's number for why there is none.
pub type Known<T> = Result<T, i32>;

/// The number of what went wrong last.
fn last() -> i32 {
    io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

fn checked<T: PartialOrd + From<i8>>(result: T) -> Known<T> {
    if result < T::from(0) { Err(last()) } else { Ok(result) }
}

macro_rules! plain {
    ($($(#[$meta:meta])* $name:ident($($arg:ident: $ty:ty),*);)+) => {$(
        $(#[$meta])*
        pub fn $name($($arg: i64),*) -> Known<i64> {
            // SAFETY: any numbers may be asked for.
            let result = unsafe { libc::$name($($arg as $ty),*) };
            checked(result as i32).map(i64::from)
        }
    )+};
}
plain! {
    /// Sends a signal.
    kill(process: libc::pid_t, signal: c_int);
    /// Becomes a user.
    setuid(user: libc::uid_t);
    /// Becomes one of a group.
    setgid(group: libc::gid_t);
    /// Acts as a user.
    seteuid(user: libc::uid_t);
    /// Acts as one of a group.
    setegid(group: libc::gid_t);
    /// Begins a session.
    setsid();
    /// Puts a process into a group.
    setpgid(process: libc::pid_t, group: libc::pid_t);
    /// The group of a process.
    getpgid(process: libc::pid_t);
    /// The session of a process.
    getsid(process: libc::pid_t);
    /// The group of this process.
    getpgrp();
    /// This process.
    getpid();
    /// The process that began this one.
    getppid();
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident;)+) => {$(
        $(#[$meta])*
        pub fn $name() -> i64 {
            // SAFETY: it takes nothing and cannot fail.
            i64::from(unsafe { libc::$name() })
        }
    )+};
}
ids! {
    /// The user.
    getuid;
    /// The group.
    getgid;
    /// The user that this process acts as.
    geteuid;
    /// The group that this process acts as.
    getegid;
}

/// A text for the system; none when it has a NUL inside.
pub fn text(bytes: &[u8]) -> Option<CString> {
    CString::new(bytes).ok()
}

/// The groups of this process.
pub fn groups() -> Known<Vec<u32>> {
    // SAFETY: X1: no length, no buffer.
    let count = checked(unsafe { libc::getgroups(0, std::ptr::null_mut()) })?;
    let mut groups = vec![0; count as usize];
    // SAFETY: X1.
    let count = checked(unsafe { libc::getgroups(count, groups.as_mut_ptr()) })?;
    groups.truncate(count as usize);
    Ok(groups)
}

/// A text in a buffer that the system filled.
fn in_buffer(buffer: &[u8]) -> Vec<u8> {
    buffer.split(|byte| *byte == 0).next().unwrap_or_default().to_vec()
}

/// A text of the system.
fn copied(text: *const c_char) -> Vec<u8> {
    if text.is_null() {
        return Vec::new();
    }
    // SAFETY: X3.
    unsafe { CStr::from_ptr(text) }.to_bytes().to_vec()
}

/// Who logged in.
pub fn login() -> Known<Vec<u8>> {
    // SAFETY: what it gives is a text of the system until it is called again.
    let name = unsafe { libc::getlogin() };
    if name.is_null() { Err(last()) } else { Ok(copied(name)) }
}

/// The terminal of a descriptor.
pub fn terminal(fd: c_int) -> Known<Vec<u8>> {
    let mut buffer = vec![0u8; 4096];
    // SAFETY: X1.
    match unsafe { libc::ttyname_r(fd, buffer.as_mut_ptr().cast(), buffer.len()) } {
        0 => Ok(in_buffer(&buffer)),
        error => Err(error),
    }
}

/// Whether a descriptor is a terminal.
pub fn is_terminal(fd: c_int) -> Known<()> {
    // SAFETY: any number may be asked for.
    if unsafe { libc::isatty(fd) } == 1 { Ok(()) } else { Err(last()) }
}

/// The system, its host, its release, its version, its machine, its domain.
pub fn system() -> Known<[Vec<u8>; 6]> {
    let mut names = MaybeUninit::<libc::utsname>::zeroed();
    // SAFETY: X2.
    checked(unsafe { libc::uname(names.as_mut_ptr()) })?;
    // SAFETY: zeros are names without letters.
    let names = unsafe { names.assume_init() };
    let rows = [
        names.sysname,
        names.nodename,
        names.release,
        names.version,
        names.machine,
        names.domainname,
    ];
    Ok(rows.map(|row| in_buffer(&row.map(|letter| letter as u8))))
}

/// Clock ticks since the system began, and those of this process and its children.
pub fn times() -> Known<[i64; 5]> {
    let mut times = libc::tms { tms_utime: 0, tms_stime: 0, tms_cutime: 0, tms_cstime: 0 };
    // SAFETY: X2.
    let ticks = unsafe { libc::times(&mut times) };
    if ticks == -1 {
        return Err(last());
    }
    Ok([ticks, times.tms_utime, times.tms_stime, times.tms_cutime, times.tms_cstime])
}

/// Makes a pipe with a name.
pub fn fifo(path: &CStr, mode: u32) -> Known<()> {
    // SAFETY: X1.
    checked(unsafe { libc::mkfifo(path.as_ptr(), mode) }).map(drop)
}

/// Makes a file of a kind.
pub fn node(path: &CStr, mode: u32, (major, minor): (u32, u32)) -> Known<()> {
    let device = libc::makedev(major, minor);
    // SAFETY: X1.
    checked(unsafe { libc::mknod(path.as_ptr(), mode, device) }).map(drop)
}

/// Whether this process may do something with a file; as whom it acts when `acting`.
pub fn access(path: &CStr, mode: c_int, acting: bool) -> Known<()> {
    let result = if acting {
        // SAFETY: X1.
        unsafe { libc::faccessat(libc::AT_FDCWD, path.as_ptr(), mode, libc::AT_EACCESS) }
    } else {
        // SAFETY: X1.
        unsafe { libc::access(path.as_ptr(), mode) }
    };
    checked(result).map(drop)
}

/// What a group is.
pub struct Group {
    /// Its name.
    pub name: Vec<u8>,
    /// Its password.
    pub password: Vec<u8>,
    /// The names of its members.
    pub members: Vec<Vec<u8>>,
    /// Its number.
    pub id: i64,
}

/// What a user is.
pub struct User {
    /// The name.
    pub name: Vec<u8>,
    /// The password.
    pub password: Vec<u8>,
    /// The number.
    pub id: i64,
    /// The number of the group.
    pub group: i64,
    /// About the user.
    pub about: Vec<u8>,
    /// The folder.
    pub folder: Vec<u8>,
    /// The shell.
    pub shell: Vec<u8>,
}

/// Whom to look for.
pub enum Who<'a> {
    /// By a name.
    Name(&'a CStr),
    /// By a number.
    Id(u32),
}

const LEAST_BYTES: usize = 1024;
const MOST_BYTES: usize = 1 << 22;

/// Asks with a buffer that grows until it is large enough.
fn grown<T>(mut ask: impl FnMut(&mut [u8]) -> Result<Option<T>, i32>) -> Known<T> {
    let mut length = LEAST_BYTES;
    loop {
        match ask(&mut vec![0; length]) {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => return Err(0),
            Err(libc::ERANGE) if length < MOST_BYTES => length *= 2,
            Err(error) => return Err(error),
        }
    }
}

fn members(mut list: *const *mut c_char) -> Vec<Vec<u8>> {
    let mut members = Vec::new();
    while !list.is_null() {
        // SAFETY: X3: the list ends with null, which was not met yet.
        let member = unsafe { *list };
        if member.is_null() {
            break;
        }
        members.push(copied(member));
        // SAFETY: as above, so that there is another element.
        list = unsafe { list.add(1) };
    }
    members
}

/// A group.
pub fn group(who: &Who<'_>) -> Known<Group> {
    grown(|buffer| {
        let mut row = MaybeUninit::<libc::group>::zeroed();
        let mut found = std::ptr::null_mut();
        let (into, bytes, length) = (row.as_mut_ptr(), buffer.as_mut_ptr().cast(), buffer.len());
        let error = match who {
            Who::Name(name) => {
                // SAFETY: X1, X2.
                unsafe { libc::getgrnam_r(name.as_ptr(), into, bytes, length, &mut found) }
            }
            // SAFETY: X1, X2.
            Who::Id(id) => unsafe { libc::getgrgid_r(*id, into, bytes, length, &mut found) },
        };
        if error != 0 || found.is_null() {
            return if error == 0 { Ok(None) } else { Err(error) };
        }
        // SAFETY: zeros are a row without texts, and the system filled it.
        let row = unsafe { row.assume_init() };
        Ok(Some(Group {
            name: copied(row.gr_name),
            password: copied(row.gr_passwd),
            members: members(row.gr_mem),
            id: i64::from(row.gr_gid),
        }))
    })
}

/// A user.
pub fn user(who: &Who<'_>) -> Known<User> {
    grown(|buffer| {
        let mut row = MaybeUninit::<libc::passwd>::zeroed();
        let mut found = std::ptr::null_mut();
        let (into, bytes, length) = (row.as_mut_ptr(), buffer.as_mut_ptr().cast(), buffer.len());
        let error = match who {
            Who::Name(name) => {
                // SAFETY: X1, X2.
                unsafe { libc::getpwnam_r(name.as_ptr(), into, bytes, length, &mut found) }
            }
            // SAFETY: X1, X2.
            Who::Id(id) => unsafe { libc::getpwuid_r(*id, into, bytes, length, &mut found) },
        };
        if error != 0 || found.is_null() {
            return if error == 0 { Ok(None) } else { Err(error) };
        }
        // SAFETY: zeros are a row without texts, and the system filled it.
        let row = unsafe { row.assume_init() };
        Ok(Some(User {
            name: copied(row.pw_name),
            password: copied(row.pw_passwd),
            id: i64::from(row.pw_uid),
            group: i64::from(row.pw_gid),
            about: copied(row.pw_gecos),
            folder: copied(row.pw_dir),
            shell: copied(row.pw_shell),
        }))
    })
}

/// The soft and the hard limit of a resource.
pub fn limit(resource: u32) -> Known<(u64, u64)> {
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: X2.
    checked(unsafe { libc::getrlimit(resource, &mut limit) })?;
    Ok((limit.rlim_cur, limit.rlim_max))
}

/// Sets the limits of a resource.
pub fn set_limit(resource: u32, (soft, hard): (u64, u64)) -> Known<()> {
    let limit = libc::rlimit { rlim_cur: soft, rlim_max: hard };
    // SAFETY: X2.
    checked(unsafe { libc::setrlimit(resource, &limit) }).map(drop)
}

/// The system's words for a number.
pub fn words(error: c_int) -> Vec<u8> {
    let mut buffer = vec![0u8; 256];
    // SAFETY: X1; that the words were cut is no matter.
    unsafe { libc::strerror_r(error, buffer.as_mut_ptr().cast(), buffer.len()) };
    in_buffer(&buffer)
}

/// Gives this process the groups of a user.
pub fn init_groups(name: &CStr, group: u32) -> bool {
    // SAFETY: X1.
    unsafe { libc::initgroups(name.as_ptr(), group) == 0 }
}

/// A fact about the system; −1 where there is none.
pub fn fact(name: c_int) -> c_long {
    // SAFETY: any number may be asked for.
    unsafe { libc::sysconf(name) }
}

/// Clears the number of what went wrong.
fn clear() {
    // SAFETY: the place is this thread's own.
    let place = unsafe { libc::__errno_location() };
    // SAFETY: as above.
    unsafe { *place = 0 };
}

fn told(result: c_long) -> Known<c_long> {
    match last() {
        error if result < 0 && error != 0 => Err(error),
        _ => Ok(result),
    }
}

/// A fact about a path.
pub fn path_fact(path: &CStr, name: c_int) -> Known<c_long> {
    clear();
    // SAFETY: X1.
    told(unsafe { libc::pathconf(path.as_ptr(), name) })
}

/// A fact about a descriptor.
pub fn descriptor_fact(fd: c_int, name: c_int) -> Known<c_long> {
    clear();
    // SAFETY: any numbers may be asked for.
    told(unsafe { libc::fpathconf(fd, name) })
}
