//! The tests of the language in every way of running them.

use std::path::Path;

use engine::settings::Settings;

use crate::scripts::{check, check_assembled, entries, on_thread, output, root, settings, tests};

/// Tests that show numbers of objects, which are free for others when the collector came by.
const SHOW_NUMBERS: &[&str] = &["serial/objects.php"];

/// Tests with chains so long that a walk of them at every root takes hours.
const LONG_CHAINS: &[&str] = &["array/deep_release.php", "iter/yield_from_deep.php"];

/// Whether a test can be run with these settings in the time that there is, and gives the same.
fn suits(path: &Path, settings: &Settings) -> bool {
    let is_one_of = |names: &[&str]| names.iter().any(|name| path.ends_with(name));
    let is_large = path.iter().any(|part| part == "found");
    if settings.gc_stress && (is_one_of(SHOW_NUMBERS) || is_one_of(LONG_CHAINS)) {
        return false;
    }
    !(is_large && (settings.gc_stress || settings.jit.threshold == 1 || vm::boundary::watches()))
}

/// Runs all tests, each `times`; what failed.
fn run_all(settings: &Settings, times: usize) -> Vec<String> {
    let mut failed = Vec::new();
    for path in tests().iter().filter(|path| suits(path, settings)) {
        let mut runs = (0..times).map(|_| check(path, settings));
        failed.extend(runs.find_map(Result::err));
    }
    failed
}

fn verdict(failed: &[String]) -> Result<(), String> {
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n")) }
}

fn in_mode(pairs: &'static [(&str, &str)], times: usize) -> Result<(), String> {
    let thread = on_thread(move || run_all(&settings(pairs), times));
    verdict(&thread.join().map_err(|_| "it panics")?)
}

pub fn plain() -> Result<(), String> {
    in_mode(&[("Eval.Mode", "plain"), ("Eval.Jit", "0")], 1)
}

pub fn alternating() -> Result<(), String> {
    in_mode(&[("Eval.Mode", "alternating"), ("Eval.Jit", "0")], 1)
}

pub fn collector_at_every_root() -> Result<(), String> {
    in_mode(&[("Eval.GcStress", "1")], 1)
}

pub fn machine_code_at_once() -> Result<(), String> {
    in_mode(AT_ONCE, 1)
}

pub fn three_times() -> Result<(), String> {
    in_mode(&[], 3)
}

/// Everything becomes machine code the first time.
const AT_ONCE: &[(&str, &str)] = &[
    ("Eval.JitThreshold", "1"),
    ("Eval.JitProfiled", "1"),
    ("Eval.JitBodies", "100"),
    ("Eval.JitTimeShare", "100"),
];

fn in_two_threads(pairs: &'static [(&str, &str)]) -> Result<(), String> {
    let threads = [(); 2].map(|()| on_thread(move || run_all(&settings(pairs), 1)));
    let mut failed = Vec::new();
    for thread in threads {
        failed.extend(thread.join().map_err(|_| "a thread panics")?);
    }
    verdict(&failed)
}

pub fn two_threads() -> Result<(), String> {
    in_two_threads(&[])
}

pub fn two_threads_in_machine_code() -> Result<(), String> {
    in_two_threads(AT_ONCE)
}

/// Instructions that nothing emits.
const NEVER_EMITTED: &[&str] =
    &["FPushCuf", "FPushCufF", "FPushCufIter", "DecodeCufIter", "CIterFree"];

/// Every op body has been called by others than its own handler.
pub fn bodies() -> Result<(), String> {
    const BODIES: &[(&str, &str)] = &[("Eval.Mode", "bodies"), ("Eval.Jit", "0")];
    in_mode(BODIES, 1)?;
    // What the compiler makes of no source; the tests of `vm` know what it prints.
    let texts = on_thread(|| {
        for path in entries(&root().join("crates/vm/test_data")) {
            if path.extension().is_some_and(|found| found == "hhas") {
                output(&path, &settings(BODIES));
            }
        }
    });
    texts.join().map_err(|_| "it panics")?;
    let mut uncalled = vm::ops::uncalled();
    uncalled.retain(|name| !NEVER_EMITTED.contains(name));
    if uncalled.is_empty() { Ok(()) } else { Err(format!("never called: {}", uncalled.join(" "))) }
}

/// All frames are read at every call and wherever a loop goes round.
fn watched(pairs: &'static [(&str, &str)]) -> Result<(), String> {
    let thread = on_thread(move || {
        vm::boundary::watch_frames(true);
        (run_all(&settings(pairs), 1), vm::boundary::looks())
    });
    let (failed, looks) = thread.join().map_err(|_| "it panics")?;
    assert!(looks > 0, "frames were looked at");
    verdict(&failed)
}

pub fn frames_watched() -> Result<(), String> {
    watched(&[])
}

pub fn frames_watched_in_machine_code() -> Result<(), String> {
    watched(AT_ONCE)
}

/// What dumps show of each test assembles, and does the same.
pub fn assembled() -> Result<(), String> {
    let thread = on_thread(|| {
        let settings = settings(&[]);
        tests().iter().filter_map(|path| check_assembled(path, &settings).err()).collect()
    });
    let failed: Vec<String> = thread.join().map_err(|_| "it panics")?;
    verdict(&failed)
}
