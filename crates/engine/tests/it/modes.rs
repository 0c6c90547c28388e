//! The tests of the language in every way of running them.

use engine::settings::Settings;

use crate::scripts::{check, on_thread, settings, tests};

/// Tests that show numbers of objects, which are free for others when the collector came by.
const SHOW_NUMBERS: &[&str] = &["serial/objects.php"];

/// Runs all tests, each `times`; what failed.
fn run_all(settings: &Settings, times: usize) -> Vec<String> {
    let mut failed = Vec::new();
    for path in tests() {
        let name = path.to_string_lossy().into_owned();
        let is_large = name.contains("/found/");
        if is_large && (settings.gc_stress || settings.jit.threshold == 1 || vm::boundary::watches()) {
            continue;
        }
        if settings.gc_stress && SHOW_NUMBERS.iter().any(|known| name.ends_with(known)) {
            continue;
        }
        let mut runs = (0..times).map(|_| check(&path, settings));
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
    in_mode(&[("Eval.JitThreshold", "1"), ("Eval.JitProfiled", "1"), ("Eval.JitBodies", "100")], 1)
}

pub fn three_times() -> Result<(), String> {
    in_mode(&[], 3)
}

pub fn two_threads() -> Result<(), String> {
    let threads = [(); 2].map(|()| on_thread(|| run_all(&settings(&[]), 1)));
    let mut failed = Vec::new();
    for thread in threads {
        failed.extend(thread.join().map_err(|_| "a thread panics")?);
    }
    verdict(&failed)
}

/// Instructions that nothing emits.
const NEVER_EMITTED: &[&str] =
    &["FPushCuf", "FPushCufF", "FPushCufIter", "DecodeCufIter", "CIterFree"];

/// Every op body has been called by others than its own handler.
pub fn bodies() -> Result<(), String> {
    in_mode(&[("Eval.Mode", "bodies"), ("Eval.Jit", "0")], 1)?;
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
    watched(&[("Eval.JitThreshold", "1"), ("Eval.JitProfiled", "1"), ("Eval.JitBodies", "100")])
}
