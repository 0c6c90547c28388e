//! The library: the CPU time of its functions in both engines, of whole arrays and strings and of many
//! little calls.

use std::path::Path;

use anyhow::ensure;

use super::rows;
use crate::engines::{self, binary, text};

/// Runs the script in both engines, and prints PHP's time in multiples of ours.
pub fn measure(root: &Path, arguments: &[String]) -> anyhow::Result<()> {
    let script = root.join("xtask/php/library.php");
    let (mut php, mut jive) = (engines::php(), engines::jive(&binary(root)?));
    php.arg(&script).args(arguments);
    jive.arg(&script).args(arguments);
    let (php, jive) = (rows(&text(php)?)?, rows(&text(jive)?)?);
    ensure!(php.len() == jive.len(), "the engines answer different rows");
    println!("{:<28} {:>8} {:>8} {:>6}", "CPU milliseconds", "PHP", "Jive", "ratio");
    for ((name, theirs), (_, ours)) in php.iter().zip(&jive) {
        let ratio = theirs / ours.max(1.0);
        println!("{name:<28} {:>8.2} {:>8.2} {ratio:>6.2}", theirs / 1e6, ours / 1e6);
    }
    Ok(())
}
