//! The command lines: arguments in a file, one a line; output, errors and exit status expected.
//!
//! The expectations in `php` are what PHP 8.4 printed for the same arguments.

#![forbid(unsafe_code)]

use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use testkit::Suite;

fn main() -> ExitCode {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("test_data");
    let suites = [
        Suite::new(tests.join("php"), ("args", "out"), |path, args| {
            run(path, &["php", "-n"], args)
        }),
        Suite::new(tests.join("jive"), ("args", "out"), |path, args| run(path, &[], args)),
    ];
    testkit::main(&suites, Vec::new())
}

fn run(path: &Path, personality: &[&str], args: &[u8]) -> Vec<u8> {
    let args = String::from_utf8_lossy(args).into_owned();
    let mut command = Command::new(env!("CARGO_BIN_EXE_jive"));
    command.args(personality).args(args.lines()).stdin(Stdio::null());
    let folder = path.parent().expect("invariant: a test lies in a folder");
    let output = command.current_dir(folder).output().expect("the binary runs");
    let mut out = output.stdout;
    out.extend_from_slice(b"--stderr--\n");
    out.extend_from_slice(&output.stderr);
    out.extend_from_slice(format!("--exit {}--\n", output.status.code().unwrap_or(-1)).as_bytes());
    out
}
