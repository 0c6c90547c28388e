//! Libraries that are in wide use, at work: the programs of `tests/applications`, which find them
//! where the reference has its packages.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// Where the reference keeps PHP's packages.
const PACKAGES: &str = "usr/share/php";

/// Programs of libraries print what the file beside each says, which PHP wrote, where the libraries
/// are installed.
pub fn of_libraries() -> Result<(), String> {
    let packages = oracle().join(PACKAGES);
    for (program, package) in [("twig", "Twig"), ("php_parser", "PhpParser")] {
        if !packages.join(package).is_dir() {
            eprintln!("{package} is not there; ./x oracle php-twig php-parser installs it");
            continue;
        }
        prints_what_is_expected(program, &["-d", &format!("include_path={}", packages.display())])?;
    }
    Ok(())
}

/// Our own programs print what the file beside each says, which PHP wrote.
pub fn own_programs() -> Result<(), String> {
    let programs = ["ledger", "orders", "documents", "templates"];
    programs.iter().try_for_each(|program| prints_what_is_expected(program, &[]))
}

fn prints_what_is_expected(program: &str, options: &[&str]) -> Result<(), String> {
    let path = crate::root().join("tests/applications").join(program);
    let expected = std::fs::read_to_string(path.with_extension("expect"));
    let expected = expected.map_err(|error| format!("{program}.expect: {error}"))?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_jive"));
    command.args(["php", "-n"]).args(options).arg(path.with_extension("php"));
    let output = command.stdin(Stdio::null()).output();
    let Output { status, stdout, stderr } =
        output.map_err(|error| format!("{program}: {error}"))?;
    let printed = String::from_utf8_lossy(&stdout);
    if printed == expected {
        return Ok(());
    }
    let at = expected.lines().zip(printed.lines()).take_while(|(one, other)| one == other).count();
    let (one, other) = (expected.lines().nth(at), printed.lines().nth(at));
    let errors = String::from_utf8_lossy(&stderr);
    Err(format!(
        "{program}: line {}, {status}\n  -{}\n  +{}\n{errors}",
        at + 1,
        one.unwrap_or("(end)"),
        other.unwrap_or("(end)")
    ))
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
