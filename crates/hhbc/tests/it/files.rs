//! Tests as files: each `test_data/NAME.hhas` says in its first line what is expected in
//! `NAME.expect`. `BLESS=1` writes the expectations.
//!
//! - `# test: listing`: the listing with offsets.
//! - `# test: print`: the text form, with lines.
//! - `# test: dump`: the text form, without lines.
//! - `# test: refused`: where the assembler fails, or the rule that the verifier names.
//!
//! A file that is not refused must be accepted by the verifier, and its text form must read back
//! with the same text and the same listing.

use std::fs;
use std::path::{Path, PathBuf};

use hhbc::asm::assemble;
use hhbc::show::{HhasOptions, hhas, listing};
use testkit::Suite;

fn test_data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("test_data")
}

/// Every `.hhas` file with its text.
pub fn texts() -> Vec<(PathBuf, String)> {
    let mut texts: Vec<(PathBuf, String)> = fs::read_dir(test_data())
        .expect("test_data is there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "hhas"))
        .map(|path| (path.clone(), fs::read_to_string(&path).expect("a text")))
        .collect();
    texts.sort();
    texts
}

fn outcome(mode: &str, text: &str) -> String {
    let unit = match assemble(text) {
        Ok(unit) => unit,
        Err(error) if mode == "refused" => return format!("{error}\n"),
        Err(error) => return format!("assembler: {error}\n"),
    };
    let verdict = hhbc::verify::verify(&unit);
    if mode == "refused" {
        return verdict.map_or_else(|broken| format!("{broken}\n"), |()| "accepted\n".to_owned());
    }
    if let Err(broken) = verdict {
        return format!("verifier: {broken}\n");
    }
    let with_lines = hhas(&unit, HhasOptions { lines: true });
    match assemble(&with_lines) {
        Ok(again) => {
            assert_eq!(hhas(&again, HhasOptions { lines: true }), with_lines);
            assert_eq!(listing(&again), listing(&unit));
        }
        Err(error) => return format!("reading back: {error}\n{with_lines}"),
    }
    match mode {
        "listing" => listing(&unit),
        "print" => with_lines,
        "dump" => hhas(&unit, HhasOptions::default()),
        other => panic!("no such kind of test: {other}"),
    }
}

/// The suite of all files.
pub fn suite() -> Suite {
    Suite::new(test_data(), ("hhas", "expect"), |_, bytes| {
        let text = std::str::from_utf8(bytes).expect("a text");
        let first = text.lines().next().unwrap_or_default();
        let mode = first.strip_prefix("# test: ").expect("the first line says what is expected");
        outcome(mode, text).into_bytes()
    })
}
