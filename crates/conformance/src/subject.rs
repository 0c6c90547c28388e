//! The command under test: how it is called, and what it has loaded.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use anyhow::Context as _;

use crate::ini::Settings;
use crate::options::Options;
use crate::process::{Capture, Ending, Input, Task, run};

/// What a SKIPIF section said, by folder and content.
type Skips = HashMap<(String, Vec<u8>), Vec<u8>>;

/// A PHP that tests run on.
pub struct Subject {
    /// As a word of the shell.
    pub php: String,
    pub cgi: Option<String>,
    /// `ulimit …; exec `, before every command.
    pub prefix: String,
    extensions: Vec<String>,
    loadable: Mutex<HashMap<String, bool>>,
    skips: Mutex<Skips>,
}

impl Subject {
    /// Finds out about the command that `options` name. Our own binary is called through a link
    /// named `php`, and one named `php-cgi` for requests.
    pub fn open(options: &Options) -> anyhow::Result<Self> {
        let is_ours = options.php.file_name().is_some_and(|name| name == "jive");
        let php = if is_ours { link_as("php", options)? } else { word(&options.php) };
        let prefix = match options.memory_kib {
            0 => "exec ".to_owned(),
            limit => format!("ulimit -v {limit}; exec "),
        };
        let cgi = match &options.cgi {
            None if is_ours => Some(link_as("php-cgi", options)?),
            cgi => cgi.as_deref().map(word),
        };
        let mut subject = Self {
            php,
            cgi,
            prefix,
            extensions: Vec::new(),
            loadable: Mutex::default(),
            skips: Mutex::default(),
        };
        subject.extensions = subject.modules("");
        Ok(subject)
    }

    /// The extensions to load for a test that needs `wanted`, or those that cannot be had.
    pub fn load(&self, wanted: &[String]) -> Result<Vec<String>, Vec<String>> {
        let missing_here = |name: &&String| !self.extensions.iter().any(|own| own == shown(name));
        let wanted: Vec<String> = wanted.iter().filter(missing_here).cloned().collect();
        let missing: Vec<String> =
            wanted.iter().filter(|name| !self.can_load(name)).cloned().collect();
        if missing.is_empty() { Ok(wanted) } else { Err(missing) }
    }

    fn can_load(&self, name: &str) -> bool {
        let mut loadable = self.loadable.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(known) = loadable.get(name) {
            return *known;
        }
        let kind = if name == "opcache" { "zend_extension" } else { "extension" };
        let modules = self.modules(&format!("-d {kind}={name}"));
        let found = modules.iter().any(|module| module == shown(name));
        loadable.insert(name.to_owned(), found);
        found
    }

    /// What `-m` lists, in PHP's order; nothing when the command cannot tell.
    fn modules(&self, options: &str) -> Vec<String> {
        let words = Settings::new(&[]).shell_words();
        let command = format!("{}{} -n {options} {words} -m 2>/dev/null", self.prefix, self.php);
        let task = Task {
            command,
            folder: Path::new("/"),
            environment: &[("PATH".into(), std::env::var("PATH").unwrap_or_default())],
            input: Input::Nothing,
            output: Capture::Both,
            timeout: Duration::from_secs(10),
        };
        match run(task) {
            Ok((text, Ending::Exit(0))) => String::from_utf8_lossy(&text)
                .lines()
                .map(
                    |line| if line.starts_with("Zend") { line.into() } else { line.to_lowercase() },
                )
                .collect(),
            _ => Vec::new(),
        }
    }

    /// What a SKIPIF program has said before, for programs in the same folder.
    pub fn known_skip(&self, folder: &str, program: &[u8]) -> Option<Vec<u8>> {
        let skips = self.skips.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        skips.get(&(folder.to_owned(), program.to_vec())).cloned()
    }

    /// Keeps what a SKIPIF program has said.
    pub fn keep_skip(&self, folder: &str, program: &[u8], said: &[u8]) {
        let mut skips = self.skips.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        skips.insert((folder.to_owned(), program.to_vec()), said.to_vec());
    }
}

/// What `-m` calls an extension.
fn shown(name: &str) -> &str {
    if name == "opcache" { "Zend OPcache" } else { name }
}

fn link_as(name: &str, options: &Options) -> anyhow::Result<String> {
    let link = options.work.join(name);
    std::fs::create_dir_all(&options.work)?;
    let _ = std::fs::remove_file(&link);
    let binary = options.php.canonicalize().with_context(|| options.php.display().to_string())?;
    std::os::unix::fs::symlink(binary, &link)?;
    Ok(word(&link))
}

/// A path as one word of the shell.
pub fn word(path: &Path) -> String {
    format!("'{}'", path.to_string_lossy().replace('\'', "'\\''"))
}
