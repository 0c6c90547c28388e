//! Names of files, as functions of XML take them.

use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

/// The scheme that a name begins with.
fn scheme(name: &[u8]) -> Option<&[u8]> {
    let end = name.iter().position(|byte| *byte == b':')?;
    let scheme = &name[..end];
    let is_good = scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte));
    is_good.then_some(scheme)
}

/// A name without `file://`.
pub fn without_file_scheme(name: &[u8]) -> Option<&[u8]> {
    let starts = |prefix: &[u8]| {
        name.len() >= prefix.len() && name[..prefix.len()].eq_ignore_ascii_case(prefix)
    };
    if starts(b"file:///") {
        return Some(&name[7..]);
    }
    starts(b"file://localhost/").then(|| &name[16..])
}

/// The address of a file; other names as they are.
pub fn as_url(name: &[u8]) -> Vec<u8> {
    if !name.starts_with(b"/") {
        return name.to_vec();
    }
    let mut url = b"file://".to_vec();
    for byte in name {
        match byte {
            byte if byte.is_ascii_alphanumeric() || b"/-_.!~*'()%;:@&=+$,?#".contains(byte) => {
                url.push(*byte);
            }
            byte => url.extend(format!("%{byte:02X}").bytes()),
        }
    }
    url
}

/// The folder that scripts are in, with a slash.
pub fn directory() -> Vec<u8> {
    let mut bytes = std::env::current_dir()
        .map(|path| path.as_os_str().as_bytes().to_vec())
        .unwrap_or_default();
    bytes.push(b'/');
    bytes
}

/// A path without `.` and `..`, as seen from where scripts are.
pub fn expanded(path: &[u8]) -> Vec<u8> {
    let mut full = if path.starts_with(b"/") { Vec::new() } else { directory() };
    full.extend_from_slice(path);
    let mut parts: Vec<&[u8]> = Vec::new();
    for part in full.split(|byte| *byte == b'/') {
        match part {
            b"" | b"." => {}
            b".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let mut clean = Vec::new();
    for part in parts {
        clean.push(b'/');
        clean.extend_from_slice(part);
    }
    if clean.is_empty() { b"/".to_vec() } else { clean }
}

/// The name of a file in full, with links followed when it is there; other names as they are.
pub fn resolved(name: &[u8]) -> Option<Vec<u8>> {
    let plain = without_file_scheme(name);
    if plain.is_none() && scheme(name).is_some() {
        return Some(name.to_vec());
    }
    let path = plain.unwrap_or(name);
    if plain.is_some() && path == b"/" {
        return None;
    }
    match Path::new(std::ffi::OsStr::from_bytes(path)).canonicalize() {
        Ok(real) => Some(real.as_os_str().as_bytes().to_vec()),
        Err(_) => Some(expanded(path)),
    }
}

/// Whether the folder of a file is there.
pub fn has_folder(name: &[u8]) -> bool {
    let plain = without_file_scheme(name);
    if plain.is_none() && scheme(name).is_some() {
        return true;
    }
    let path = Path::new(std::ffi::OsStr::from_bytes(plain.unwrap_or(name)));
    match path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        Some(parent) => parent.exists(),
        None => true,
    }
}

/// A name that a document refers to, as one that streams open.
pub fn for_streams(name: &[u8]) -> Vec<u8> {
    let is_file = scheme(name).is_none_or(|scheme| scheme.eq_ignore_ascii_case(b"file"));
    if is_file { unescaped(name) } else { name.to_vec() }
}

fn unescaped(name: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| (byte as char).to_digit(16).map(|digit| digit as u8);
    let mut out = Vec::with_capacity(name.len());
    let mut at = 0;
    while at < name.len() {
        let pair = name.get(at + 1).zip(name.get(at + 2));
        let escaped = pair.and_then(|(high, low)| Some(digit(*high)? * 16 + digit(*low)?));
        match escaped.filter(|_| name[at] == b'%') {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(name[at]);
                at += 1;
            }
        }
    }
    out
}

/// Whether a name is of a plain file.
pub fn is_plain(name: &[u8]) -> bool {
    scheme(name).is_none() || without_file_scheme(name).is_some()
}
