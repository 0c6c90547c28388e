//! From the name in a request to a file below the folder of the site.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};

/// What a name leads to.
pub struct Place {
    /// The file, when there is one.
    pub file: Option<PathBuf>,
    /// The name of the file, from the folder of the site.
    pub name: Vec<u8>,
    /// What stands behind the name of the file.
    pub rest: Vec<u8>,
    /// Whether the name has a byte that no file's has.
    pub is_odd: bool,
}

const INDEXES: [&str; 2] = ["index.php", "index.html"];

/// Looks for the file of a name: itself, the index of the folder that it is, or a file or folder
/// with an index on the way to it.
pub fn find(root: &Path, name: &[u8]) -> Place {
    let name = normal(&decoded(name));
    let nothing = |is_odd: bool| Place { file: None, name: name.clone(), rest: Vec::new(), is_odd };
    if name.contains(&0) {
        let file = root.join(OsStr::from_bytes(name.strip_prefix(b"/").unwrap_or(&name)));
        return Place { file: Some(file), ..nothing(true) };
    }
    let mut end = name.len();
    loop {
        let head = &name[..end];
        let path = root.join(OsStr::from_bytes(head.strip_prefix(b"/").unwrap_or(head)));
        if path.is_dir() {
            let Some(index) = INDEXES.iter().find(|index| path.join(index).is_file()) else {
                return nothing(false);
            };
            let slash: &[u8] = if head.ends_with(b"/") { b"" } else { b"/" };
            let found = [head, slash, index.as_bytes()].concat();
            // PHP: a folder is no script of the way below it.
            let rest = name[end..].to_vec();
            return Place { file: Some(path.join(index)), name: found, rest, is_odd: false };
        }
        if path.exists() {
            let (head, rest) = (head.to_vec(), name[end..].to_vec());
            return Place { file: Some(path), name: head, rest, is_odd: false };
        }
        match name[..end].iter().rposition(|byte| *byte == b'/') {
            Some(slash) => end = slash,
            None => return nothing(false),
        }
        if end == 0 && !root.is_dir() {
            return nothing(false);
        }
    }
}

fn decoded(name: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let mut out = Vec::with_capacity(name.len());
    let mut rest = name;
    while let Some((&first, behind)) = rest.split_first() {
        let pair =
            (behind.first().copied().and_then(digit), behind.get(1).copied().and_then(digit));
        match (first, pair) {
            (b'%', (Some(high), Some(low))) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                rest = &behind[2..];
            }
            _ => {
                out.push(first);
                rest = behind;
            }
        }
    }
    out
}

/// A name without empty parts, `.` and `..`, which lead nowhere else.
fn normal(name: &[u8]) -> Vec<u8> {
    let mut parts: Vec<&[u8]> = Vec::new();
    for part in name.split(|byte| *byte == b'/') {
        match part {
            b"" | b"." => {}
            b".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let is_folder = name.ends_with(b"/") && !parts.is_empty();
    let end: &[u8] = if is_folder { b"/" } else { b"" };
    [b"/", &parts.join(&b'/')[..], end].concat()
}
