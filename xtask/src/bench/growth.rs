//! Growth: what is done to four times as many things takes four times as long, or PHP is no better.

use std::path::Path;

use anyhow::{Context as _, bail};

use crate::engines::{self, binary, text};

/// How many things there are, and four times as many, when nothing else is said.
const THINGS: &str = "4000";

/// What four times as many things may take, in multiples of the time for a quarter.
const FACTOR_MAX: f64 = 8.0;

/// How many times PHP's time is too much.
const TIMES_PHP_MAX: f64 = 5.0;

/// Seconds that are too few to judge by.
const NOISE: f64 = 0.002;

/// The seconds of a case, for n and for 4n.
type Times = (String, f64, f64);

/// Measures all cases, or those named: `[--things=N] [CASE…]`.
pub fn measure(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let things = words.iter().find_map(|word| word.strip_prefix("--things=")).unwrap_or(THINGS);
    let cases = words.iter().filter(|word| !word.starts_with("--"));
    let run = |mut command: std::process::Command| {
        command.arg(root.join("xtask/php/growth.php")).arg(things).args(cases.clone());
        text(command).and_then(|lines| times(&lines))
    };
    let (theirs, ours) = (run(engines::php())?, run(engines::jive(&binary(root)?))?);
    println!("{:<32} {:>10} {:>10} {:>8} {:>8}", "milliseconds", "PHP", "Jive", "4n / n", "ratio");
    let mut found = 0;
    for ((name, _, php), (_, few, many)) in theirs.iter().zip(&ours) {
        let (growth, ratio) = (many / few.max(NOISE / 4.0), php / many);
        let is_slow =
            *many > NOISE && (growth > FACTOR_MAX && ratio < 1.0 || ratio * TIMES_PHP_MAX < 1.0);
        let verdict = if is_slow { "SLOW" } else { "" };
        println!(
            "{name:<32} {:>10.2} {:>10.2} {growth:>8.1} {ratio:>8.2} {verdict}",
            php * 1e3,
            many * 1e3
        );
        found += usize::from(is_slow);
    }
    if found > 0 {
        bail!("{found} cases are slow");
    }
    Ok(())
}

fn times(lines: &str) -> anyhow::Result<Vec<Times>> {
    let row = |line: &str| {
        let mut words = line.split('\t');
        let name = words.next()?.to_owned();
        let mut number = || words.next()?.parse().ok();
        Some((name, number()?, number()?))
    };
    lines.lines().map(|line| row(line).with_context(|| line.to_owned())).collect()
}
