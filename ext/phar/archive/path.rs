//! Names inside archives.

/// Whether a name is in the folder that is the archive's own.
pub fn is_magic(name: &[u8]) -> bool {
    let name = name.strip_prefix(b"/").unwrap_or(name);
    match name.strip_prefix(b".phar") {
        Some(rest) => matches!(rest.first(), None | Some(b'/' | b'\\')),
        None => false,
    }
}

/// The name without a slash before it, up to a question mark; or what it must not contain.
pub fn checked(name: &[u8]) -> Result<&[u8], &'static str> {
    match name {
        b"." => return Err("current directory reference"),
        b".." => return Err("upper directory reference"),
        _ => {}
    }
    let mut at = 0;
    let mut end = name.len();
    while at < name.len() {
        let rest = &name[at..];
        match rest[0] {
            b'*' => return Err("star"),
            b'\\' => return Err("back-slash"),
            b'?' => {
                end = at;
                break;
            }
            b'/' => after_slash(&rest[1..])?,
            0..=0x19 => return Err("illegal character"),
            0x80.. => at += sequence(rest)? - 1,
            _ => {}
        }
        at += 1;
    }
    let start = usize::from(name.first() == Some(&b'/') && end > 0);
    Ok(&name[start..end])
}

/// What must not follow a slash.
fn after_slash(rest: &[u8]) -> Result<(), &'static str> {
    let part = rest.split(|byte| *byte == b'/').next().unwrap_or_default();
    match part {
        b"" if rest.first() == Some(&b'/') => Err("double slash"),
        b"." => Err("current directory reference"),
        b".." => Err("upper directory reference"),
        _ => Ok(()),
    }
}

/// The length of the character of UTF-8 that begins here.
fn sequence(bytes: &[u8]) -> Result<usize, &'static str> {
    let length = match bytes[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Err("illegal character"),
    };
    let character = bytes.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok());
    character.map(|_| length).ok_or("illegal character")
}

/// The name without `.` and `..` in it; `folder` is where `./` begins.
pub fn fixed(path: &[u8], folder: Option<&[u8]>) -> Vec<u8> {
    let folder =
        folder.filter(|folder| !folder.is_empty() && path.len() > 2 && path.starts_with(b"./"));
    let parts: Vec<&[u8]> =
        path.split(|byte| *byte == b'/').filter(|part| !part.is_empty()).collect();
    if folder.is_none() && parts.len() <= 1 && !path.ends_with(b"/") {
        return match parts.first() {
            Some(&(b"." | b"..")) => b"/".to_vec(),
            _ => path.to_vec(),
        };
    }
    let mut kept: Vec<&[u8]> =
        folder.into_iter().flat_map(|at| at.split(|byte| *byte == b'/')).collect();
    for part in parts {
        match part {
            b"." => {}
            dots if dots.len() >= 2 && dots.iter().all(|byte| *byte == b'.') => drop(kept.pop()),
            _ => kept.push(part),
        }
    }
    let mut fixed = if folder.is_some() { Vec::new() } else { b"/".to_vec() };
    fixed.extend_from_slice(&kept.join(&b'/'));
    fixed
}

/// Whether a name may be an alias.
pub fn is_alias(alias: &[u8]) -> bool {
    !alias.iter().any(|byte| matches!(byte, b'/' | b'\\' | b':' | b';' | b'\n' | b'\r'))
}
