//! Paths that functions of files, and `include`, look for in the archive that runs.

use ext_file::layer::place::include_path;
use runtime::native::Call;
use runtime::raise::Res;

use crate::archive::ArchiveRef;
use crate::archive::path::fixed;
use crate::name::{Making, Which, has_scheme};
use crate::registry::{Registry, place, registry};

/// Functions that open a file.
const OPENERS: [&str; 3] = ["fopen", "file_get_contents", "readfile"];
/// Functions that fall back to the file system.
const LENIENT: [&str; 2] = ["is_file", "is_link"];
/// Functions that do not.
const STRICT: [&str; 17] = [
    "file_exists",
    "is_dir",
    "fileperms",
    "fileinode",
    "filesize",
    "fileowner",
    "filegroup",
    "fileatime",
    "filemtime",
    "filectime",
    "filetype",
    "is_writable",
    "is_writeable",
    "is_readable",
    "is_executable",
    "lstat",
    "stat",
];

/// The archive that the script is in, with its path.
fn running(registry: &mut Registry, script: &[u8]) -> Option<(Vec<u8>, ArchiveRef)> {
    if !has_scheme(script) {
        return None;
    }
    let (path, _) = registry.split(script, Which::Any, Making::No).ok()?;
    let archive = registry.get(&path, b"").ok()?;
    Some((path, archive))
}

fn url(path: &[u8], name: &[u8]) -> Vec<u8> {
    let slash: &[u8] = if name.starts_with(b"/") { b"" } else { b"/" };
    [b"phar://", path, slash, name].concat()
}

/// Whether an archive has a file, or a folder, with this name.
fn has(archive: &ArchiveRef, name: &[u8]) -> bool {
    let name = name.strip_prefix(b"/").unwrap_or(name);
    let archive = archive.borrow();
    archive.entries.contains_key(name) || archive.folders.contains(name)
}

/// What a relative path means to the function that is called.
pub fn meant(call: &mut Call<'_>, path: &[u8], searches: bool) -> Res<Option<Vec<u8>>> {
    let function = call.native().name;
    if path.starts_with(b"/") && !searches || path.is_empty() || path.contains(&0) {
        return Ok(None);
    }
    let Some(script) = call.host().script_path() else { return Ok(None) };
    let shared = registry(call);
    if searches && OPENERS.contains(&function) {
        let folders = include_path(call);
        return Ok(searched(&mut shared.borrow_mut(), (path, &script), &folders));
    }
    let mut registry = shared.borrow_mut();
    let Some((of, archive)) = running(&mut registry, &script) else { return Ok(None) };
    let near = fixed(path, registry.folder.as_deref());
    if function == "opendir" {
        return Ok(Some(url(&of, &near)));
    }
    let is_opener = OPENERS.contains(&function);
    if !is_opener && !LENIENT.contains(&function) && !STRICT.contains(&function) {
        return Ok(None);
    }
    if has(&archive, &near) {
        return Ok(Some(url(&of, &near)));
    }
    let far = fixed(path, None);
    if !is_opener && has(&archive, &far) {
        return Ok(Some(url(&of, &far)));
    }
    Ok(STRICT.contains(&function).then(|| url(&of, &near)))
}

/// What a path means that is looked for in the archive and in folders.
fn searched(
    registry: &mut Registry,
    (path, script): (&[u8], &[u8]),
    folders: &[Vec<u8>],
) -> Option<Vec<u8>> {
    let folder = registry.folder.clone();
    if let Some((of, archive)) = running(registry, script).filter(|_| folder.is_some()) {
        if path.starts_with(b".") {
            let near = fixed(path, folder.as_deref());
            if archive.borrow().entries.contains_key(near.strip_prefix(b"/").unwrap_or(&near)) {
                return Some(url(&of, &near));
            }
        }
        let inside = [b"phar://", &of[..], b"/", &folder.unwrap_or_default(), b"/", path].concat();
        if registry.stat_url(&inside).is_some() {
            return Some(inside);
        }
    }
    if path.starts_with(b"./") || path.starts_with(b"../") {
        return None;
    }
    for folder in folders {
        let inside = [folder, &b"/"[..], path].concat();
        if has_scheme(folder) && registry.stat_url(&inside).is_some() {
            return Some(inside);
        }
        if !has_scheme(folder) && place(&inside).exists() {
            return None;
        }
    }
    let slash = script.iter().rposition(|byte| *byte == b'/')?;
    let inside = [&script[..=slash], path].concat();
    (has_scheme(script) && registry.stat_url(&inside).is_some()).then_some(inside)
}

/// The folders of a path for `include`, each of which may have a scheme.
fn folders_of(path: &[u8]) -> Vec<Vec<u8>> {
    let mut folders = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        let scheme = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let is_scheme = scheme > 1 && rest[scheme..].starts_with(b"://");
        let from = if is_scheme { scheme + 3 } else { 0 };
        let end =
            rest[from..].iter().position(|byte| *byte == b':').map_or(rest.len(), |at| from + at);
        folders.push(rest[..end].to_vec());
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    folders
}

/// What a path of `include` means to code at `from`, when it means something in an archive.
pub fn resolved(call: &mut Call<'_>, path: &[u8], from: &[u8]) -> Option<Vec<u8>> {
    let folders = folders_of(&call.host().setting("include_path").unwrap_or_default());
    let shared = registry(call);
    searched(&mut shared.borrow_mut(), (path, from), &folders)
}
