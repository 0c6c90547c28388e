//! The C library's calls behind safe functions. An error is the number of what went wrong.
//!
//! # Invariants
//! - S1: texts that the library gets end with a NUL.
//! - S2: what the library fills was made by us and outlives the call.
//! - S3: an address of a family has that family's layout.

#![expect(unsafe_code, reason = "the C library's calls take pointers")]

use std::ffi::{CStr, CString, c_int};
use std::io;
use std::mem::MaybeUninit;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::ptr;

fn last() -> i32 {
    io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

/// The bytes up to a NUL.
fn text(bytes: &[u8]) -> CString {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    CString::new(&bytes[..end]).unwrap_or_default()
}

/// The key of a file and a letter.
pub fn key_of(path: &[u8], project: u8) -> Result<i32, i32> {
    // SAFETY: S1.
    match unsafe { libc::ftok(text(path).as_ptr(), c_int::from(project)) } {
        -1 => Err(last()),
        key => Ok(key),
    }
}

/// The names of the parts of a time.
pub const TIME_PARTS: [&str; 8] =
    ["tm_sec", "tm_min", "tm_hour", "tm_mday", "tm_mon", "tm_year", "tm_wday", "tm_yday"];

/// The parts of a time, and what is behind them in the text.
pub fn parse_time(timestamp: &[u8], format: &[u8]) -> Option<([i32; 8], Vec<u8>)> {
    let (timestamp, format) = (text(timestamp), text(format));
    let mut parts = MaybeUninit::<libc::tm>::zeroed();
    // SAFETY: S1, S2.
    let rest = unsafe { libc::strptime(timestamp.as_ptr(), format.as_ptr(), parts.as_mut_ptr()) };
    if rest.is_null() {
        return None;
    }
    // SAFETY: it was zeroed, which is a time.
    let tm = unsafe { parts.assume_init() };
    // SAFETY: S1: it points into the text.
    let rest = unsafe { CStr::from_ptr(rest) }.to_bytes().to_vec();
    let parts = [
        tm.tm_sec, tm.tm_min, tm.tm_hour, tm.tm_mday, tm.tm_mon, tm.tm_year, tm.tm_wday, tm.tm_yday,
    ];
    Some((parts, rest))
}

/// An address of an interface to a network.
pub struct Interface {
    /// The interface's name.
    pub name: Vec<u8>,
    /// `IFF_…`
    pub flags: u32,
    /// The family of the address, if it has one.
    pub family: Option<u16>,
    /// The address, if it is one of IP, as are the others.
    pub address: Option<IpAddr>,
    /// Which of its bits are the network's.
    pub netmask: Option<IpAddr>,
    /// The address of all in the network.
    pub broadcast: Option<IpAddr>,
    /// The address at the other end of a line.
    pub other_end: Option<IpAddr>,
}

impl Interface {
    /// Whether it is in use.
    pub fn is_up(&self) -> bool {
        self.has(libc::IFF_UP)
    }

    fn has(&self, flag: c_int) -> bool {
        self.flags & flag as u32 != 0
    }
}

/// The family of an address.
fn family(at: *const libc::sockaddr) -> Option<u16> {
    // SAFETY: S2: it is null or an address of the list.
    unsafe { at.as_ref() }.map(|address| address.sa_family)
}

fn ip(at: *const libc::sockaddr) -> Option<IpAddr> {
    match c_int::from(family(at)?) {
        libc::AF_INET => {
            // SAFETY: S3.
            let address = unsafe { ptr::read_unaligned(at.cast::<libc::sockaddr_in>()) };
            Some(Ipv4Addr::from(u32::from_be(address.sin_addr.s_addr)).into())
        }
        libc::AF_INET6 => {
            // SAFETY: S3.
            let address = unsafe { ptr::read_unaligned(at.cast::<libc::sockaddr_in6>()) };
            Some(Ipv6Addr::from(address.sin6_addr.s6_addr).into())
        }
        _ => None,
    }
}

fn interface(row: &libc::ifaddrs) -> Interface {
    // SAFETY: S1: names of the list end with a NUL.
    let name = unsafe { CStr::from_ptr(row.ifa_name) }.to_bytes().to_vec();
    let mut found = Interface {
        name,
        flags: row.ifa_flags,
        family: family(row.ifa_addr),
        address: ip(row.ifa_addr),
        netmask: ip(row.ifa_netmask),
        broadcast: None,
        other_end: None,
    };
    found.broadcast = ip(row.ifa_ifu).filter(|_| found.has(libc::IFF_BROADCAST));
    found.other_end = ip(row.ifa_ifu).filter(|_| found.has(libc::IFF_POINTOPOINT));
    found
}

/// The addresses of all interfaces, as the system lists them.
pub fn interfaces() -> Result<Vec<Interface>, i32> {
    let mut first = ptr::null_mut();
    // SAFETY: S2.
    if unsafe { libc::getifaddrs(&raw mut first) } != 0 {
        return Err(last());
    }
    let mut found = Vec::new();
    let mut at: *const libc::ifaddrs = first;
    // SAFETY: S2: it is null or a row of the list.
    while let Some(row) = unsafe { at.as_ref() } {
        found.push(interface(row));
        at = row.ifa_next;
    }
    // SAFETY: nothing of the list is kept.
    unsafe { libc::freeifaddrs(first) };
    Ok(found)
}
