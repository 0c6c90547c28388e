//! Libraries that are in wide use, at work: the programs of `tests/applications`, which find them
//! where the reference has its packages.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The extensions that the libraries need, as the reference loads them.
const EXTENSIONS: [&str; 3] = ["extension=ctype", "extension=mbstring", "extension=tokenizer"];

/// Where the reference keeps PHP's packages, inside and outside.
const PACKAGES: &str = "usr/share/php";

/// Each program prints what it prints in PHP, where the reference and the packages are installed.
pub fn same_as_php() -> Result<(), String> {
    let oracle = oracle();
    for (program, package) in [("twig.php", "Twig"), ("php_parser.php", "PhpParser")] {
        if !oracle.join(PACKAGES).join(package).is_dir() {
            eprintln!("{package} is not there; ./x oracle php-twig php-parser installs it");
            continue;
        }
        let path = crate::root().join("tests/applications").join(program);
        let inside = format!("include_path=/{PACKAGES}");
        let outside = format!("include_path={}", oracle.join(PACKAGES).display());
        let mut php = Command::new("php84");
        php.arg("-n").args(EXTENSIONS.iter().flat_map(|name| ["-d", name])).args(["-d", &inside]);
        let mut ours = Command::new(env!("CARGO_BIN_EXE_jive"));
        ours.args(["php", "-n", "-d", &outside]);
        let (theirs, ours) = (output(php, &path)?, output(ours, &path)?);
        if theirs.is_empty() || theirs != ours {
            let at = theirs.lines().zip(ours.lines()).take_while(|(one, other)| one == other);
            return Err(format!("{program}: differs from PHP in line {}", at.count() + 1));
        }
    }
    Ok(())
}

/// Our own programs print what the file beside each says, which PHP wrote.
pub fn own_programs() -> Result<(), String> {
    for program in ["ledger", "orders", "documents"] {
        let path = crate::root().join("tests/applications").join(program);
        let expected = std::fs::read_to_string(path.with_extension("expect"));
        let expected = expected.map_err(|error| format!("{program}.expect: {error}"))?;
        let mut ours = Command::new(env!("CARGO_BIN_EXE_jive"));
        ours.args(["php", "-n"]);
        if output(ours, &path.with_extension("php"))? != expected {
            return Err(format!("{program}: prints something else than PHP"));
        }
    }
    Ok(())
}

/// The folder that `./x oracle` makes.
fn oracle() -> PathBuf {
    let variable = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let cache = || {
        let home = variable("HOME").unwrap_or_default();
        variable("XDG_CACHE_HOME").unwrap_or_else(|| home.join(".cache"))
    };
    variable("JIVE_ORACLE").unwrap_or_else(|| cache().join("php84"))
}

fn output(mut command: Command, program: &Path) -> Result<String, String> {
    let output = command.arg(program).stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("{command:?}: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
