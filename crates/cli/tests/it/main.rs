//! The command lines: arguments in a file, one a line; output, errors and exit status expected.
//! Standard input is the file `.in` beside it, if there is one.
//!
//! The expectations in `php`, those of the command lines in `options` (`./x compare bless options`
//! makes them), and those of the scripts in `tests/lang`, are what PHP 8.4 printed.

#![forbid(unsafe_code)]

mod applications;
mod generated;
mod growth;
mod prompt;
mod resident;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use conformance::mode::Mode;
use conformance::options::Options;
use testkit::Suite;
use testkit::commands::Subject;

fn main() -> ExitCode {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("test_data");
    let mut suites = vec![
        Suite::new(tests.join("php"), ("args", "out"), |path, args| {
            run(path, &["php", "-n"], args)
        }),
        Suite::new(tests.join("jive"), ("args", "out"), |path, args| run(path, &[], args)),
        Suite::new(tests.join("options"), ("cmds", "out"), options),
    ];
    let topics = std::fs::read_dir(root().join("tests/lang")).into_iter().flatten().flatten();
    let topics = topics.map(|entry| entry.path()).filter(|path| path.is_dir());
    suites.extend(topics.map(|topic| Suite::new(topic, ("php", "expect"), |path, _| script(path))));
    testkit::main(
        &suites,
        vec![
            ("conformance::what passed passes", ledger),
            ("conformance::all modes give the same", modes),
            ("applications::of_libraries", applications::of_libraries),
            ("applications::of_our_own", applications::own_programs),
            ("growth::is_linear", growth::is_linear),
            ("prompt::arrives", prompt::arrives),
            ("resident::stays_flat", resident::stays_flat),
            ("generated::machine_code_changes_nothing", generated::machine_code_changes_nothing),
        ],
    )
}

/// Time for the tests of the ledger; those that it does not suffice for are not run, unless what they
/// call is noted.
const LEDGER_TIME: Duration = Duration::from_secs(300);

/// PHP's own tests that have passed pass again, where PHP's source is unpacked.
fn ledger() -> Result<(), String> {
    let is_noted = std::env::var_os("JIVE_CALLED").is_some();
    conformance(|options| options.budget = (!is_noted).then_some(LEDGER_TIME))
}

/// Each so manieth test of the language is run in every mode.
const EACH: usize = 40;

/// PHP's tests of the language give the same in every mode: a sample of them.
fn modes() -> Result<(), String> {
    for mode in [Mode::Plain, Mode::Alternating, Mode::GcStress, Mode::Thrice, Mode::Threads] {
        conformance(|options| {
            options.paths = vec!["Zend/tests".to_owned(), "tests".to_owned()];
            (options.mode, options.each) = (mode, EACH);
        })?;
    }
    Ok(())
}

/// Runs tests of the ledger, where PHP's source is unpacked.
fn conformance(change: impl FnOnce(&mut Options)) -> Result<(), String> {
    let mut options = conformance::options::defaults(root()).map_err(|error| error.to_string())?;
    if !options.source.join("Zend/tests").is_dir() {
        eprintln!("PHP's tests are not there; ./x php-src unpacks them");
        return Ok(());
    }
    options.php = env!("CARGO_BIN_EXE_jive").into();
    options.timeout = Duration::from_secs(90);
    options.check = true;
    change(&mut options);
    let name = format!("conformance-{:?}", options.mode).to_lowercase();
    options.work = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let lost = conformance::run::run(&options).map_err(|error| format!("{error:#}"))?;
    let lost: Vec<String> =
        lost.iter().map(|line| format!("{} ({})", line.name, line.verdict.reason)).collect();
    if lost.is_empty() { Ok(()) } else { Err(format!("passed before: {}", lost.join("\n"))) }
}

/// The root of the checkout.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the checkout")
}

/// What a script prints, the checkout's own path written as `{root}`.
fn script(path: &Path) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jive"));
    command.args(["php", "-n", "-d", "memory_limit=-1"]).arg(path).stdin(Stdio::null());
    let output = command.output().expect("the binary runs").stdout;
    rooted(&output)
}

/// Text with the checkout's own path written as `{root}`.
fn rooted(text: &[u8]) -> Vec<u8> {
    let root = root().to_string_lossy().into_owned();
    String::from_utf8_lossy(text).replace(&root, "{root}").into_bytes()
}

/// What the command lines of a file print.
fn options(path: &Path, text: &[u8]) -> Vec<u8> {
    let topic = path.file_stem().expect("invariant: a test is a file");
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("test_data");
    let subject = Subject {
        program: Path::new(env!("CARGO_BIN_EXE_jive")),
        links: Path::new(env!("CARGO_TARGET_TMPDIR")).join("options").join(topic),
        words: &[(tests.display().to_string(), "{root}")],
    };
    let folder = path.parent().expect("invariant: a test lies in a folder");
    let text = String::from_utf8_lossy(text);
    subject.answers(folder, &text).unwrap_or_else(|error| error.to_string().into_bytes())
}

fn run(path: &Path, personality: &[&str], args: &[u8]) -> Vec<u8> {
    let args = String::from_utf8_lossy(args).into_owned();
    let mut command = Command::new(env!("CARGO_BIN_EXE_jive"));
    let input = std::fs::File::open(path.with_extension("in")).map_or(Stdio::null(), Stdio::from);
    command.args(personality).args(args.lines()).stdin(input);
    let folder = path.parent().expect("invariant: a test lies in a folder");
    let output = command.current_dir(folder).output().expect("the binary runs");
    let mut out = output.stdout;
    out.extend_from_slice(b"--stderr--\n");
    out.extend_from_slice(&output.stderr);
    out.extend_from_slice(format!("--exit {}--\n", output.status.code().unwrap_or(-1)).as_bytes());
    rooted(&out)
}
