//! The files that settings come from: what `-c` or `PHPRC` names, and the folders of
//! `PHP_INI_SCAN_DIR`.

use std::path::{Path, PathBuf};

use engine::settings::Settings;

/// Where settings come from.
#[derive(Default)]
pub struct IniFiles {
    /// The folders that were looked through, as they were named.
    pub folders: Option<String>,
}

/// Reads the files that the options and the environment name into `settings`.
pub fn read(given: &[(char, String)], settings: &mut Settings) -> IniFiles {
    let named = given.iter().rfind(|(letter, _)| *letter == 'c').map(|(_, value)| value.into());
    let is_bare = given.iter().any(|(letter, _)| *letter == 'n');
    let environment = || std::env::var_os("PHPRC").map(PathBuf::from).filter(|_| !is_bare);
    let main = named.or_else(environment).and_then(|named| find(&named));
    if let Some(path) = &main
        && read_file(path, settings)
    {
        let full = path.canonicalize().unwrap_or_else(|_| path.clone());
        settings.files.loaded = Some(full.display().to_string());
    }
    let folders = std::env::var("PHP_INI_SCAN_DIR").ok();
    let folders = folders.filter(|folders| !is_bare && !folders.is_empty());
    if let Some(folders) = &folders {
        read_folders(folders, settings);
    }
    IniFiles { folders }
}

/// The file that a name means: itself, or one of the usual names in a folder.
fn find(named: &Path) -> Option<PathBuf> {
    let candidates = [named.join("php-cli.ini"), named.join("php.ini"), named.to_owned()];
    candidates.into_iter().find(|path| path.is_file())
}

fn read_folders(folders: &str, settings: &mut Settings) {
    let mut read = Vec::new();
    for folder in folders.split(':').filter(|folder| !folder.is_empty()) {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut names: Vec<String> =
            entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.retain(|name| name.ends_with(".ini"));
        names.sort();
        for name in names {
            let path = format!("{folder}/{name}");
            if read_file(Path::new(&path), settings) {
                read.push(path);
            }
        }
    }
    if !read.is_empty() {
        settings.files.scanned = Some(read.join(",\n") + "\n");
    }
}

/// Reads a file; whether there is one. What is wrong in it is told, and ends it.
fn read_file(path: &Path, settings: &mut Settings) -> bool {
    let Ok(text) = std::fs::read(path) else { return false };
    let (found, fault) = engine::ini::settings(&String::from_utf8_lossy(&text));
    for (name, value) in found {
        settings.set(&name, &value);
    }
    if let Some((line, what)) = fault {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        eprintln!("PHP:  {what} in {} on line {line}", path.display());
    }
    true
}
