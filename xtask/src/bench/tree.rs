//! Syntax trees: what parsing the largest source takes, in multiples of its size.

use std::fs;

use anyhow::{Context as _, ensure};
use bumpalo::Bump;
use syntax::parser::{ParseOptions, parse};

use crate::corpus;

/// Parses the largest source at `paths` and tells by how much the peak of this process rose.
pub fn measure(paths: &[String]) -> anyhow::Result<()> {
    let sources = corpus::read_all(paths)?;
    let largest = sources.into_iter().max_by_key(|source| source.bytes.len());
    let largest = largest.context("there is no source")?;
    reset_peak()?;
    let before = peak_bytes()?;
    let arena = Bump::new();
    let statements = parse(&arena, &largest.bytes, ParseOptions::default()).file.statements.len();
    let rise = peak_bytes()? - before;
    ensure!(statements > 0, "{} has no statement", largest.name);
    let size = largest.bytes.len();
    println!("{}: {size} bytes", largest.name);
    println!("peak {rise} bytes, {:.1} times the source", rise as f64 / size as f64);
    Ok(())
}

fn reset_peak() -> anyhow::Result<()> {
    fs::write("/proc/self/clear_refs", "5").context("resetting the peak")
}

/// The highest resident size since the last reset.
fn peak_bytes() -> anyhow::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib: u64 =
        line.and_then(|line| line.split_whitespace().next()).context("VmHWM")?.parse()?;
    Ok(kib * 1024)
}
