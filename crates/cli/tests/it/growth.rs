//! What is done to four times as many things does not take sixteen times as long. The big one, beside
//! PHP, is `./x bench growth`, whose script this runs.

use std::path::Path;
use std::process::{Command, Stdio};

/// How many things there are, and four times as many.
const THINGS: &str = "1000";

/// What four times as many may take: well over what a busy machine makes of four, and under sixteen.
const FACTOR_MAX: f64 = 10.0;

/// Seconds that are too few to judge by, in a build with all checks.
const NOISE: f64 = 0.03;

/// Cases that take time by the square in PHP too.
const AS_IN_PHP: &[&str] =
    &["first taken", "first key unset", "reset and unset", "SplObjectStorage"];

pub fn is_linear() -> Result<(), String> {
    for case in quadratic(&[])? {
        // Once may be the machine's fault.
        let is_again = |_: &u32| quadratic(&[&case]).is_ok_and(|found| found.contains(&case));
        if !AS_IN_PHP.contains(&case.as_str()) && (0..3).filter(is_again).count() == 3 {
            return Err(format!("{case}: four times as many take over {FACTOR_MAX} times as long"));
        }
    }
    Ok(())
}

/// The cases, of these or of all, whose time grows too fast.
fn quadratic(cases: &[&str]) -> Result<Vec<String>, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../xtask/php/growth.php");
    let mut command = Command::new(env!("CARGO_BIN_EXE_jive"));
    command.args(["php", "-n", "-d", "memory_limit=-1"]).arg(script).arg(THINGS).args(cases);
    let output = command.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        return Err(text);
    }
    let grows = |line: &str| {
        let mut words = line.split('\t');
        let name = words.next()?;
        let mut seconds = || words.next()?.parse::<f64>().ok();
        let (few, many) = (seconds()?, seconds()?);
        (many > NOISE && many > few * FACTOR_MAX).then(|| name.to_owned())
    };
    Ok(text.lines().filter_map(grows).collect())
}
