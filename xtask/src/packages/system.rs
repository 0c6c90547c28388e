//! The reference's own system, in which both engines run, so that libraries, locales and paths are the
//! same for both; and the folder outside the tree that has the packages, `JIVE_PACKAGES` or
//! `~/.cache/jive-packages`.
//!
//! # Invariants
//! What the folder has of ours (`bin`, `ini`, scripts) is written anew by every run.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail, ensure};

use crate::engines;

/// Kilobytes of address space that a process may have.
const MEMORY_KB_MAX: u32 = 8_000_000;

/// Which of the two runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Php,
    Jive,
}

impl Engine {
    pub const BOTH: [Self; 2] = [Self::Php, Self::Jive];

    pub fn name(self) -> &'static str {
        match self {
            Self::Php => "php",
            Self::Jive => "jive",
        }
    }
}

pub struct System {
    /// The root of the reference's system.
    root: PathBuf,
    /// The folder of packages and results.
    pub folder: PathBuf,
    /// Extensions that both engines have.
    pub extensions: Vec<String>,
}

impl System {
    /// Writes what both engines need into the folder. The binary is ours.
    pub fn prepare(root: &Path) -> anyhow::Result<Self> {
        let folder = cache_folder("JIVE_PACKAGES", "jive-packages");
        for part in ["bin", "ini/php", "ini/jive", "results", "src"] {
            fs::create_dir_all(folder.join(part))?;
        }
        let mut system = Self {
            root: cache_folder("JIVE_ORACLE", "php84"),
            folder: folder.canonicalize()?,
            extensions: Vec::new(),
        };
        ensure!(system.root.is_dir(), "{} is missing: run ./x oracle", system.root.display());
        let ours = system.program(Engine::Jive);
        // A binary that runs cannot be written to.
        fs::remove_file(&ours).or_else(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Ok(()),
            _ => Err(error),
        })?;
        fs::copy(engines::binary(root)?, &ours)?;
        for (name, text) in [
            ("phpunit.php", include_str!("../../packages/phpunit.php")),
            ("autoload.php", include_str!("../../packages/autoload.php")),
            ("stand_ins.php", include_str!("../../packages/stand_ins.php")),
        ] {
            fs::write(system.folder.join(name), text)?;
        }
        let hosts = system.root.join("etc/hosts");
        if !hosts.exists() {
            fs::write(hosts, "127.0.0.1 localhost\n")?;
        }
        // The reference's command mounts the folder inside.
        engines::text(in_folder(Command::new("php84"), &system.folder, &["-n", "-v"]))?;
        system.choose_extensions()?;
        Ok(system)
    }

    /// Settings of both: the extensions that we have, and nothing that hides errors.
    fn choose_extensions(&mut self) -> anyhow::Result<()> {
        let mut loaded = Vec::new();
        for engine in Engine::BOTH {
            let mut list = self.command(engine, &self.folder, &["-n", "-m"]);
            list.env("PHPRC", "");
            let text = engines::text(list)?;
            let names = text.lines().filter(|line| !line.is_empty() && !line.starts_with('['));
            let mut names: Vec<String> = names.map(str::to_lowercase).collect();
            names.sort();
            names.dedup();
            loaded.push(names);
        }
        let mut ini =
            ["memory_limit=-1", "error_reporting=-1", "zend.assertions=1"].join("\n") + "\n";
        fs::write(self.folder.join("ini/jive/php.ini"), &ini)?;
        for extension in loaded[1].iter().filter(|name| !loaded[0].contains(name)) {
            // What PHP calls an extension of its engine is loaded by the last word of its name.
            ini.push_str(&match extension.strip_prefix("zend ") {
                Some(name) => format!("zend_extension={name}\n"),
                None => format!("extension={extension}\n"),
            });
        }
        fs::write(self.folder.join("ini/php/php.ini"), &ini)?;
        self.extensions = loaded.swap_remove(1);
        Ok(())
    }

    /// An engine with these arguments, in a folder below the one of packages, with an environment of
    /// its own.
    pub fn command(&self, engine: Engine, at: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new("sh");
        let limit = format!("ulimit -v {MEMORY_KB_MAX}; exec \"$@\"");
        command.args(["-c", &limit, "sh", "timeout", "--signal=KILL", "1200", "chroot"]);
        command.arg(&self.root).arg("/usr/bin/env").arg("-C").arg(at);
        command.arg(self.program(engine)).args(arguments).env_clear();
        command.env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").env("LANG", "C.UTF-8");
        command.env("HOME", self.folder.join("tmp")).env("TMPDIR", self.folder.join("tmp"));
        command
            .env("PHP_INI_SCAN_DIR", "")
            .env("PHPRC", self.folder.join("ini").join(engine.name()));
        command.env("SYMFONY_DEPRECATIONS_HELPER", "weak").current_dir(at);
        command
    }

    /// The path of an engine, as scripts may show it.
    pub fn program_text(&self, engine: Engine) -> String {
        self.program(engine).display().to_string()
    }

    fn program(&self, engine: Engine) -> PathBuf {
        match engine {
            Engine::Php => "/usr/bin/php8.4".into(),
            Engine::Jive => self.folder.join("bin/php"),
        }
    }

    /// Gets what is missing: libraries into the reference's system, sources into the folder. What
    /// cannot be had is said where it fails, and its suites are left out.
    pub fn fetch(
        &self,
        checkout: &Path,
        sources: &[&str],
        libraries: &[&str],
    ) -> anyhow::Result<()> {
        let has = |name: &&&str| !self.root.join(format!("var/lib/dpkg/info/{name}.list")).exists();
        let libraries: Vec<&str> = libraries.iter().filter(has).copied().collect();
        if !libraries.is_empty() {
            let mut install = Command::new(checkout.join("xtask/oracle/install-php84"));
            let status = install.args(&libraries).status().context("install-php84")?;
            ensure!(status.success(), "{} cannot be installed", libraries.join(", "));
        }
        let has = |name: &&&str| !self.tree(name).is_dir();
        let sources: Vec<&str> = sources.iter().filter(has).copied().collect();
        if !sources.is_empty() {
            let mut fetch = Command::new(checkout.join("xtask/packages/fetch"));
            if !fetch.arg(&self.folder).args(&sources).status().context("fetch")?.success() {
                eprintln!("packages: not all sources are here; the others go on");
            }
        }
        Ok(())
    }

    /// Where the sources of a package are.
    pub fn tree(&self, package: &str) -> PathBuf {
        self.folder.join("src").join(package)
    }

    /// An empty temporary folder, for one run.
    pub fn empty_temporary(&self) -> anyhow::Result<()> {
        let folder = self.folder.join("tmp");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir(&folder)?;
        Ok(())
    }
}

fn in_folder(mut command: Command, folder: &Path, arguments: &[&str]) -> Command {
    command.args(arguments).current_dir(folder);
    command
}

/// A folder that a variable names, or one of the user's cache.
fn cache_folder(variable: &str, name: &str) -> PathBuf {
    let named = |name: &str| -> Option<OsString> { std::env::var_os(name) };
    let home = || PathBuf::from(named("HOME").unwrap_or_default()).join(".cache");
    let cache = || named("XDG_CACHE_HOME").map_or_else(home, PathBuf::from);
    named(variable).map_or_else(|| cache().join(name), PathBuf::from)
}

/// The words that a user may name things by.
pub fn chosen<'a>(words: &[String], names: &[&'a str]) -> anyhow::Result<Vec<&'a str>> {
    let known = |word: &&String| !names.contains(&word.as_str());
    if let Some(word) = words.iter().find(known) {
        bail!("no package {word}; --list names them");
    }
    let is_chosen = |name: &&&str| words.is_empty() || words.iter().any(|word| word == **name);
    Ok(names.iter().filter(is_chosen).copied().collect())
}
