//! Sessions in files, one each, locked while in use.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{FileExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use runtime::native::Call;
use runtime::raise::Res;

use super::{request, session, setting, shown, warn};

/// A folder of sessions, and the one that is open.
pub struct Files {
    folder: Vec<u8>,
    /// How many letters of an id are folders.
    depth: usize,
    mode: u32,
    open: Option<(Vec<u8>, File)>,
    /// How long the file was when it was read.
    size: u64,
}

/// The longest id.
const MOST_LETTERS: usize = 256;
const PREFIX: &[u8] = b"sess_";
/// The flag of `open` that refuses symbolic links.
const NO_FOLLOW: i32 = 0o400_000;

/// Whether an id has only letters that names of files may have.
pub fn is_valid(id: &[u8]) -> bool {
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b',' | b'-');
    (1..=MOST_LETTERS).contains(&id.len()) && id.iter().all(is_letter)
}

fn as_path(bytes: &[u8]) -> &Path {
    Path::new(OsStr::from_bytes(bytes))
}

impl Files {
    /// The file of an id; none when it is too short for the folders.
    fn path(&self, id: &[u8]) -> Option<PathBuf> {
        if id.len() <= self.depth || self.folder.len() + 2 * self.depth + id.len() > 4000 {
            return None;
        }
        let mut path = self.folder.clone();
        path.push(b'/');
        for letter in &id[..self.depth] {
            path.extend_from_slice(&[*letter, b'/']);
        }
        path.extend_from_slice(PREFIX);
        path.extend_from_slice(id);
        Some(as_path(&path).to_owned())
    }

    fn exists(&self, id: &[u8]) -> bool {
        self.path(id).is_some_and(|path| path.exists())
    }
}

/// What the system says, with its number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let words = text.split(" (os error").next().unwrap_or(&text).to_owned();
    format!("{words} ({})", error.raw_os_error().unwrap_or(0))
}

/// The number at the start of a part of the path.
fn leading(part: &[u8], radix: u32) -> Option<i64> {
    let text = String::from_utf8_lossy(part);
    let text = text.trim_start();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    if end == 0 {
        return Some(0);
    }
    i64::from_str_radix(&digits[..end], radix).ok().map(|number| sign * number)
}

/// Opens the folder that the path names: `depth;mode;folder`.
pub fn open(call: &mut Call<'_>, save_path: &[u8]) -> Res<bool> {
    let temporary;
    let mut path = save_path;
    if path.is_empty() {
        let set = setting(call, "sys_temp_dir");
        temporary = if set.is_empty() {
            std::env::temp_dir().into_os_string().as_encoded_bytes().to_vec()
        } else {
            set
        };
        path = &temporary;
        if !request(call).may_touch(path) {
            let function = match call.native().name {
                "session_files_" => "SessionHandler::open",
                name => name,
            };
            request(call).warn_confined(function, path)?;
            return Ok(false);
        }
    }
    let parts: Vec<&[u8]> = path.splitn(3, |byte| *byte == b';').collect();
    let depth = if parts.len() > 1 { leading(parts[0], 10) } else { Some(0) };
    let Some(depth) = depth else {
        request(call).warn("The first parameter in session.save_path is invalid")?;
        return Ok(false);
    };
    let mode = if parts.len() > 2 { leading(parts[1], 8) } else { Some(0o600) };
    let Some(mode) = mode.filter(|mode| (0..=0o7777).contains(mode)) else {
        request(call).warn("The second parameter in session.save_path is invalid")?;
        return Ok(false);
    };
    let folder = parts.last().map(|folder| folder.to_vec()).unwrap_or_default();
    let depth = usize::try_from(depth).unwrap_or(usize::MAX / 4);
    let files = Files { folder, depth, mode: mode as u32, open: None, size: 0 };
    session(call).files = Some(files);
    Ok(true)
}

/// Opens and locks the file of an id, unless it is open; whether it is.
fn open_file(call: &mut Call<'_>, id: &[u8]) -> Res<bool> {
    let Some(files) = &mut session(call).files else { return Ok(false) };
    if files.open.as_ref().is_some_and(|(open, _)| open == id) {
        return Ok(true);
    }
    files.open = None;
    if !is_valid(id) {
        let text = "Session ID is too long or contains illegal characters. Only the A-Z, a-z, \
                    0-9, \"-\", and \",\" characters are allowed";
        warn(call, text)?;
        return Ok(false);
    }
    let Some(path) = files.path(id) else {
        let text = "Failed to create session data file path. Too short session ID, invalid \
                    save_path or path length exceeds 4096 characters";
        warn(call, text)?;
        return Ok(false);
    };
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).mode(files.mode).custom_flags(NO_FOLLOW);
    match options.open(&path) {
        Ok(file) if is_foreign(&file) => {
            warn(call, "Session data file is not created by your uid")?;
            Ok(false)
        }
        Ok(file) => {
            // PHP: a file that cannot be locked is used all the same.
            let _ = file.lock();
            if let Some(files) = &mut session(call).files {
                files.open = Some((id.to_vec(), file));
            }
            Ok(true)
        }
        Err(error) => {
            let path = shown(path.as_os_str().as_bytes());
            warn(call, &format!("open({path}, O_RDWR) failed: {}", reason(&error)))?;
            Ok(false)
        }
    }
}

/// Whether somebody else's process made the file.
fn is_foreign(file: &File) -> bool {
    let own = fs::metadata("/proc/self").map(|process| process.uid());
    let owner = file.metadata().map(|data| data.uid());
    match (own, owner) {
        (Ok(own), Ok(owner)) => owner != 0 && own != 0 && own != owner,
        _ => false,
    }
}

/// What is kept under an id; none when it cannot be read.
pub fn read(call: &mut Call<'_>, id: &[u8]) -> Res<Option<Vec<u8>>> {
    if !open_file(call, id)? {
        return Ok(None);
    }
    let Some(files) = &mut session(call).files else { return Ok(None) };
    let Some((_, file)) = &files.open else { return Ok(None) };
    let Ok(length) = file.metadata().map(|data| data.len()) else { return Ok(None) };
    files.size = length;
    let mut bytes = vec![0; length as usize];
    match file.read_exact_at(&mut bytes, 0) {
        Ok(()) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            warn(call, "Read returned less bytes than requested")?;
            Ok(None)
        }
        Err(error) => {
            warn(call, &format!("Read failed: {}", reason(&error)))?;
            Ok(None)
        }
    }
}

/// Keeps a text under an id; whether that went well.
pub fn write(call: &mut Call<'_>, id: &[u8], text: &[u8]) -> Res<bool> {
    if !open_file(call, id)? {
        return Ok(false);
    }
    let Some(files) = &session(call).files else { return Ok(false) };
    let Some((_, file)) = &files.open else { return Ok(false) };
    if (text.len() as u64) < files.size {
        // PHP: that a file cannot be cut is seen when it is read.
        let _ = file.set_len(0);
    }
    match file.write_all_at(text, 0) {
        Ok(()) => Ok(true),
        Err(error) => {
            warn(call, &format!("Write failed: {}", reason(&error)))?;
            Ok(false)
        }
    }
}

/// Says that the session is in use.
pub fn touch(call: &mut Call<'_>, id: &[u8], text: &[u8]) -> Res<bool> {
    let Some(files) = &session(call).files else { return Ok(false) };
    let Some(path) = files.path(id) else { return Ok(false) };
    let touched = File::options()
        .write(true)
        .open(path)
        .and_then(|file| file.set_modified(SystemTime::now()));
    match touched {
        Ok(()) => Ok(true),
        Err(_) => write(call, id, text),
    }
}

/// Deletes what is kept under an id; whether that went well.
pub fn destroy(call: &mut Call<'_>, id: &[u8]) -> bool {
    let Some(files) = &mut session(call).files else { return false };
    let Some(path) = files.path(id) else { return false };
    if files.open.take().is_some() && fs::remove_file(&path).is_err() {
        return !path.exists();
    }
    true
}

/// Deletes what was not in use for so many seconds; how much that was, −1 when it failed.
pub fn collect(call: &mut Call<'_>, seconds: i64) -> Res<i64> {
    let Some(files) = &session(call).files else { return Ok(-1) };
    if files.depth > 0 {
        return Ok(-1);
    }
    let folder = files.folder.clone();
    let entries = match fs::read_dir(as_path(&folder)) {
        Ok(entries) => entries,
        Err(error) => {
            let (folder, why) = (shown(&folder), reason(&error));
            call.notice(format!("ps_files_cleanup_dir: opendir({folder}) failed: {why}"))?;
            return Ok(-1);
        }
    };
    let most = Duration::from_secs(u64::try_from(seconds).unwrap_or(0));
    let mut count = 0;
    for entry in entries.flatten() {
        let is_ours = entry.file_name().as_bytes().starts_with(PREFIX);
        let modified = entry.metadata().and_then(|data| data.modified());
        let age = modified.ok().and_then(|time| SystemTime::now().duration_since(time).ok());
        let is_old = age.is_some_and(|age| age.as_secs() > most.as_secs());
        if is_ours && (is_old || seconds < 0) {
            // PHP: what cannot be deleted counts as well.
            let _ = fs::remove_file(entry.path());
            count += 1;
        }
    }
    Ok(count)
}

/// Whether something is kept under an id.
pub fn exists(call: &mut Call<'_>, id: &[u8]) -> bool {
    session(call).files.as_ref().is_some_and(|files| files.exists(id))
}
