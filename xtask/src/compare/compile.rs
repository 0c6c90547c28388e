//! Whole files through the compiler: units that the verifier accepts, and PHP's fatal errors.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::bail;
use engine::compile::compile;
use engine::settings::Settings;
use engine::source::Source;

use crate::corpus;
use crate::oracle::Oracle;

/// Errors that PHP finds when it links classes, which is not the compiler's affair.
const LINKING: &[&str] = &[
    "Declaration of ",
    "must be compatible with",
    "cannot extend",
    "cannot implement",
    "contains ",
    "Access level to ",
    "Class \"",
    "Type of ",
    "Cannot override",
    "Cannot make",
    "cannot override final",
];

/// Compiles all sources at the paths and verifies their units. Any failure is an error.
pub fn compile_all(words: &[String]) -> anyhow::Result<()> {
    let options = Settings::default().parse_options();
    let (mut failed, mut bytes, mut seconds) = (0, 0, 0.0);
    let sources = corpus::read_all(words)?;
    let count = sources.len();
    for source in sources {
        let source = Source { name: source.name, bytes: source.bytes };
        let start = Instant::now();
        let unit = compile(&source, options);
        seconds += start.elapsed().as_secs_f64();
        bytes += source.bytes.len();
        let fault = match unit {
            Err(error) => {
                let message = String::from_utf8_lossy(&error.message);
                Some(format!("{message} on line {}", error.line))
            }
            Ok(unit) => hhbc::verify::verify(&unit).err().map(|broken| broken.to_string()),
        };
        if let Some(fault) = fault {
            failed += 1;
            println!("{}: {fault}", source.name);
        }
    }
    let speed = bytes as f64 / 1e6 / seconds;
    println!("{count} files, {bytes} bytes, {speed:.1} MB/s; {failed} failed");
    if failed > 0 {
        bail!("{failed} files failed");
    }
    Ok(())
}

/// Compares the fatal errors of all sources with PHP's.
pub fn errors(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let sources = corpus::read_all(words)?;
    let folder = root.join("target").join("compile-errors");
    fs::create_dir_all(&folder)?;
    let mut paths = Vec::new();
    for (at, source) in sources.iter().enumerate() {
        let path = folder.join(format!("{at}.php"));
        fs::write(&path, &source.bytes)?;
        paths.push(path.display().to_string());
    }
    let arguments: Vec<&str> = paths.iter().map(String::as_str).collect();
    let mut oracle = Oracle::start(root, "lint.php", (&[], &arguments), Vec::new())?;
    let options = Settings::default().parse_options();
    let mut tally = Tally::default();
    for (source, path) in sources.into_iter().zip(&paths) {
        let theirs = String::from_utf8_lossy(&oracle.frame()?).replace(path.as_str(), "%s");
        let own = Source { name: path.clone(), bytes: source.bytes };
        let ours = match compile(&own, options) {
            Ok(_) => String::new(),
            Err(error) => {
                let message = String::from_utf8_lossy(&error.message);
                format!("{} {message}", error.line).replace(path.as_str(), "%s")
            }
        };
        tally.add(&source.name, &ours, &theirs);
    }
    oracle.finish()?;
    println!("{tally:?}");
    Ok(())
}

#[derive(Debug, Default)]
struct Tally {
    sources: u32,
    accepted: u32,
    refused: u32,
    linking: u32,
    same_text: u32,
    same_line: u32,
    differing: u32,
}

impl Tally {
    fn add(&mut self, name: &str, ours: &str, theirs: &str) {
        self.sources += 1;
        if LINKING.iter().any(|text| theirs.contains(text)) && ours.is_empty() {
            self.linking += 1;
            return;
        }
        match theirs.is_empty() {
            true => self.accepted += 1,
            false => self.refused += 1,
        }
        if ours == theirs {
            self.same_text += u32::from(!ours.is_empty());
            self.same_line += u32::from(!ours.is_empty());
            return;
        }
        let text = |whole: &str| whole.split_once(' ').map(|(_, text)| text.to_owned());
        if text(ours) == text(theirs) {
            self.same_text += 1;
        } else {
            self.differing += 1;
        }
        println!("{name}\n  ours: {ours}\n  PHP's: {theirs}");
    }
}
