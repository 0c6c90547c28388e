//! Running scripts, and the tests of the language as a list.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

use engine::dump::assembly_with_lines;
use engine::run::run;
use engine::settings::Settings;
use engine::source::Source;

/// Native stack of a thread that runs scripts: the system's for a main thread.
const STACK_BYTES: usize = 8 << 20;

#[derive(Clone, Default)]
struct Captured(Arc<Mutex<Vec<u8>>>);

impl Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("one thread writes").extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The root of the checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the checkout")
}

/// Settings by name.
pub fn settings(pairs: &[(&str, &str)]) -> Settings {
    let mut settings = Settings::default();
    settings.set("memory_limit", "-1");
    for (name, value) in pairs {
        settings.set(name, value);
    }
    settings
}

/// What the script in a file prints, and its exit status.
pub fn output(path: &Path, settings: &Settings) -> (Vec<u8>, i32) {
    let source = Source::read(&path.to_string_lossy()).expect("a script").resolved();
    output_of(&source, settings)
}

/// What a source prints, and its exit status.
pub fn output_of(source: &Source, settings: &Settings) -> (Vec<u8>, i32) {
    output_with(source, &[], settings)
}

/// The same with arguments.
pub fn output_with(source: &Source, arguments: &[&str], settings: &Settings) -> (Vec<u8>, i32) {
    let sink = Captured::default();
    let arguments = arguments.iter().map(|argument| (*argument).to_owned());
    let arguments: Vec<String> = [source.name.clone()].into_iter().chain(arguments).collect();
    // A request without memory for its first variables does not start.
    let status = run(source, &arguments, settings, Box::new(sink.clone())).unwrap_or(255);
    let printed = sink.0.lock().expect("one thread writes").clone();
    (printed, status)
}

/// The tests of the language: scripts that have their expected output beside them.
pub fn tests() -> Vec<PathBuf> {
    let folders = entries(&root().join("tests/lang"));
    let files = folders.iter().flat_map(|folder| entries(folder));
    let is_test = |path: &PathBuf| {
        path.extension().is_some_and(|found| found == "php")
            && path.with_extension("expect").exists()
    };
    let tests: Vec<PathBuf> = files.filter(is_test).collect();
    assert!(!tests.is_empty(), "there are tests of the language");
    tests
}

/// What a folder holds, in order.
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// Whether a test gives what is expected; else what it gave.
pub fn check(path: &Path, settings: &Settings) -> Result<(), String> {
    compare(path, &output(path, settings).0)
}

/// The same of the bytecode of a test, by way of its text.
pub fn check_assembled(path: &Path, settings: &Settings) -> Result<(), String> {
    let source = Source::read(&path.to_string_lossy()).expect("a script").resolved();
    let text = assembly_with_lines(&source, settings.parse_options());
    let bytes = text.map_err(|error| format!("{}: {error:?}", path.display()))?.into_bytes();
    compare(path, &output_of(&Source { name: source.name + ".hhas", bytes }, settings).0)
}

fn compare(path: &Path, printed: &[u8]) -> Result<(), String> {
    let root = root().to_string_lossy().into_owned();
    let printed = String::from_utf8_lossy(printed).replace(&root, "{root}");
    let expected = fs::read(path.with_extension("expect")).map_err(|error| error.to_string())?;
    if expected == printed.as_bytes() {
        return Ok(());
    }
    let line = |text: &str, at: usize| text.lines().nth(at).unwrap_or("(end)").to_owned();
    let expected = String::from_utf8_lossy(&expected).into_owned();
    let at = expected.lines().zip(printed.lines()).take_while(|(one, other)| one == other).count();
    let (one, other) = (line(&expected, at), line(&printed, at));
    Err(format!("{}: line {}\n  -{one}\n  +{other}", path.display(), at + 1))
}

/// Runs `work` on a thread with as much stack as a main thread has.
pub fn on_thread<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> thread::JoinHandle<T> {
    thread::Builder::new().stack_size(STACK_BYTES).spawn(work).expect("a thread")
}
