//! Memory: bytes that values of each kind take in both engines, a million of each.

use std::path::Path;

use anyhow::{bail, ensure};

use super::rows;
use crate::engines::{self, binary, text};

/// Runs the script in both engines. Fails when a row is above PHP's.
pub fn measure(root: &Path) -> anyhow::Result<()> {
    let script = root.join("xtask/php/memory.php");
    let (mut php, mut jive) = (engines::php(), engines::jive(&binary(root)?));
    php.arg(&script);
    jive.arg(&script);
    let (php, jive) = (rows(&text(php)?)?, rows(&text(jive)?)?);
    ensure!(php.len() == jive.len(), "the engines answer different rows");
    println!("{:<38} {:>8} {:>8} {:>6}", "bytes a value", "PHP", "Jive", "ratio");
    let mut above = 0;
    for ((name, theirs), (_, ours)) in php.iter().zip(&jive) {
        let ratio = ours / theirs;
        println!("{name:<38} {theirs:>8.1} {ours:>8.1} {ratio:>6.2}");
        above += usize::from(ours > theirs);
    }
    if above > 0 {
        bail!("{above} rows are above PHP's");
    }
    Ok(())
}
