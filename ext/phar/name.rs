//! Names with an archive in them: `phar:///path/app.phar/file.php`, `phar://alias/file.php`.

use std::fs;

use crate::archive::path::fixed;
use crate::registry::{Fault, Registry, expanded, place, shown};

/// Which archives a name may mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
    /// Those of data.
    Data,
    /// Those that run.
    Running,
    /// All.
    Any,
}

/// Whether a name may be of an archive that is not there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Making {
    /// It must be there.
    No,
    /// It must not.
    New,
    /// Either.
    Perhaps,
}

/// Where the part of a name ends that is the archive.
enum Found {
    Archive(usize),
    Alias(usize),
    Url,
    /// Whether there is something like an extension.
    Nothing(bool),
}

/// Why a name has no archive in it.
#[derive(Debug, PartialEq, Eq)]
pub enum NoArchive {
    /// It is no name of one at all.
    Plain,
    /// It is, but the archive is not there or may not be.
    Missing,
}

impl Registry {
    /// The archive and the file in it that a name means.
    pub fn split(
        &self,
        name: &[u8],
        which: Which,
        making: Making,
    ) -> Result<(Vec<u8>, Vec<u8>), NoArchive> {
        if name.contains(&0) {
            return Err(NoArchive::Missing);
        }
        let name = strip_scheme(name);
        let end = match self.find(name, (which, making), false) {
            Found::Archive(end) | Found::Alias(end) => end,
            Found::Url | Found::Nothing(false) => return Err(NoArchive::Plain),
            Found::Nothing(true) => return Err(NoArchive::Missing),
        };
        let rest = &name[end..];
        let entry = if rest.is_empty() { b"/".to_vec() } else { fixed(rest, None) };
        Ok((name[..end].to_vec(), entry))
    }

    /// Whether a name is one of an archive.
    pub fn is_name(&self, name: &[u8], which: Which) -> bool {
        matches!(self.find(name, (which, Making::Perhaps), true), Found::Archive(_))
    }

    /// Whether a name is good for an archive that is not there yet.
    pub fn is_new_name(&self, name: &[u8], which: Which) -> bool {
        matches!(self.find(name, (which, Making::New), true), Found::Archive(_))
    }

    /// The extension of an archive that is opened or made; none where that is not possible.
    pub fn extension_for(&self, path: &[u8], is_data: bool) -> Result<Option<Vec<u8>>, Fault> {
        let which = if is_data { Which::Data } else { Which::Running };
        for making in [Making::No, Making::New] {
            match self.find(path, (which, making), true) {
                Found::Archive(end) => {
                    if let Some(known) = self.by_path.get(path) {
                        return Ok(Some(known.borrow().extension().to_vec()));
                    }
                    return Ok(Some(path[extension_at(path, end)..end].to_vec()));
                }
                Found::Url if making == Making::New => {
                    let path = shown(path);
                    return Err(Some(format!(
                        "Cannot create a phar archive from a URL like \"{path}\". Phar objects can only be created from local files"
                    )));
                }
                _ => {}
            }
        }
        Ok(None)
    }

    fn find(&self, name: &[u8], wish: (Which, Making), is_whole: bool) -> Found {
        if name.len() <= 1 {
            return Found::Nothing(false);
        }
        if let Some(slash) = name.iter().position(|byte| *byte == b'/').filter(|at| *at > 0) {
            if name[slash - 1] == b':' && name.get(slash + 1) == Some(&b'/') {
                return Found::Url;
            }
            if self.aliases.contains_key(&name[..slash]) {
                return Found::Alias(slash);
            }
        }
        if let Some((end, is_data)) = self.known(name, is_whole) {
            let fits = match wish.0 {
                Which::Any => true,
                Which::Running => !is_data,
                Which::Data => is_data,
            };
            return if fits { Found::Archive(end) } else { Found::Nothing(true) };
        }
        self.by_extension(name, wish)
    }

    /// The end of an archive in a name that is open, and whether that is of data.
    fn known(&self, name: &[u8], is_whole: bool) -> Option<(usize, bool)> {
        if is_whole {
            let found = self.by_path.get(name)?;
            return Some((name.len(), found.borrow().is_data));
        }
        let mut all = self.by_path.iter();
        let found = all.find(|(path, _)| {
            name.strip_prefix(path.as_slice())
                .is_some_and(|rest| matches!(rest.first(), None | Some(b'/')))
        });
        found.map(|(path, archive)| (path.len(), archive.borrow().is_data))
    }

    fn by_extension(&self, name: &[u8], wish: (Which, Making)) -> Found {
        let dot = |from: usize| {
            name.get(from..)?.iter().position(|byte| *byte == b'.').map(|at| at + from)
        };
        let mut next = dot(1);
        let mut is_like = false;
        while let Some(mut at) = next {
            while at > 0 && matches!(name[at - 1], b'/' | 0) {
                match dot(at + 1) {
                    Some(later) => at = later,
                    None => return Found::Nothing(is_like),
                }
            }
            let slash = name[at..].iter().position(|byte| *byte == b'/').map(|by| at + by);
            let end = slash.unwrap_or(name.len());
            if self.fits(name, (at, end), wish) {
                return Found::Archive(end);
            }
            if slash.is_none() {
                return Found::Nothing(true);
            }
            next = dot(at + 1);
            is_like = next.is_none();
        }
        Found::Nothing(is_like)
    }

    /// Whether an extension is one of archives, and the file is there as it should be.
    fn fits(
        &self,
        name: &[u8],
        (at, end): (usize, usize),
        (which, making): (Which, Making),
    ) -> bool {
        const EXTENSION_MAX: usize = 50;
        const WORD: &[u8] = b".phar";
        if end - at >= EXTENSION_MAX {
            return false;
        }
        let tail = &name[at..];
        let word = tail.windows(WORD.len()).position(|window| window == WORD);
        let ends_word = |by: usize| matches!(tail.get(by + WORD.len()), None | Some(b'/' | b'.'));
        let has_body = !matches!(tail.get(1), None | Some(b'.' | b'/'));
        let is_good = match which {
            Which::Running => word.is_some_and(|by| {
                let is_hidden = by > 0 && tail[by - 1] == b'/';
                !is_hidden && (end - at).wrapping_sub(by) >= WORD.len() && ends_word(by)
            }),
            Which::Data => {
                let runs = word.is_some_and(|by| {
                    name.get((at + by).wrapping_sub(1)) != Some(&b'/') && ends_word(by)
                });
                !runs && has_body
            }
            Which::Any => has_body,
        };
        is_good && self.is_there(&name[..end], making)
    }

    fn is_there(&self, path: &[u8], making: Making) -> bool {
        if self.by_path.contains_key(&expanded(path)) {
            return true;
        }
        if let Ok(found) = fs::metadata(place(path)) {
            return !found.is_dir() && making != Making::New;
        }
        if making == Making::No {
            return false;
        }
        match path.iter().rposition(|byte| *byte == b'/') {
            Some(slash) => fs::metadata(place(&path[..slash])).is_ok_and(|found| found.is_dir()),
            None => true,
        }
    }
}

fn extension_at(path: &[u8], end: usize) -> usize {
    let start = path[..end].iter().rposition(|byte| *byte == b'/').map_or(0, |at| at + 1);
    let dot = path[start..end].iter().skip(1).position(|byte| *byte == b'.');
    dot.map_or(end, |at| start + 1 + at)
}

/// A name without `phar://`.
pub fn strip_scheme(name: &[u8]) -> &[u8] {
    match name.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case(b"phar://") => &name[7..],
        _ => name,
    }
}

/// Whether a name begins with `phar://`.
pub fn has_scheme(name: &[u8]) -> bool {
    name.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case(b"phar://"))
}
