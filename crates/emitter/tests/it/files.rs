//! Tests as files: each folder of `test_data` is a topic; beside `NAME.php` stands what comes of
//! it. `BLESS=1` writes the expectations.
//!
//! - `seed`: the listing (`.listing`) and the text form (`.hhas`).
//! - `error`: PHP's message and line (`.error`).
//! - every other folder: the text form with lines.
//!
//! Whatever is emitted must be accepted by the verifier.

use std::path::{Path, PathBuf};

use bumpalo::Bump;
use emitter::{CompileError, EmitOptions};
use hhbc::show::{HhasOptions, hhas, listing};
use hhbc::unit::Unit;
use syntax::parser::{ParseOptions, parse};
use testkit::Suite;

/// Compiles and verifies a program.
pub fn compile(name: &str, source: &[u8]) -> Result<Unit, CompileError> {
    let arena = Bump::new();
    let parsed = parse(&arena, source, ParseOptions::default());
    assert_eq!(parsed.diagnostics, [], "{name} parses");
    let unit = emitter::emit(
        &parsed.file,
        source,
        EmitOptions { path: name.as_bytes(), is_library: false, first_anonymous: 0 },
    )?;
    if let Err(broken) = hhbc::verify::verify(&unit) {
        panic!("verifier: {broken}\n{}", listing(&unit));
    }
    Ok(unit)
}

fn outcome(path: &Path, source: &[u8], show: fn(&Unit) -> String) -> Vec<u8> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match compile(&name, source) {
        Ok(unit) => show(&unit).into_bytes(),
        Err(error) => format!("{error}\n").into_bytes(),
    }
}

fn test_data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("test_data")
}

/// The suites of all folders.
pub fn suites() -> Vec<Suite> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(test_data())
        .expect("test_data is there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    folders.sort();
    let mut suites = Vec::new();
    for folder in folders {
        let topic = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match topic.as_str() {
            "seed" => {
                let run = |path: &Path, bytes: &[u8]| outcome(path, bytes, listing);
                suites.push(Suite::new(&folder, ("php", "listing"), run));
                let run = |path: &Path, bytes: &[u8]| {
                    outcome(path, bytes, |unit| hhas(unit, HhasOptions::default()))
                };
                suites.push(Suite::new(&folder, ("php", "hhas"), run));
            }
            "error" => {
                let run = |path: &Path, bytes: &[u8]| outcome(path, bytes, listing);
                suites.push(Suite::new(&folder, ("php", "error"), run));
            }
            _ => {
                let run = |path: &Path, bytes: &[u8]| {
                    outcome(path, bytes, |unit| hhas(unit, HhasOptions { lines: true }))
                };
                suites.push(Suite::new(&folder, ("php", "hhas"), run));
            }
        }
    }
    suites
}
