//! What ends a request does nothing to the next one in the process.

use std::path::{Path, PathBuf};

use engine::source::Source;
use runtime::heap;
use vm::boundary;

use crate::scripts::{entries, on_thread, output, output_of, output_with, root, settings, tests};

/// A script that needs all of the engine to be well, and what it prints.
const PROBE: &str = "<?php class A { function __destruct() { echo 'd'; } } $a = [new A, 'k' => [1]]; \
    usort($a['k'], fn($x, $y) => $x <=> $y); try { throw new Exception('e'); } \
    catch (Exception $e) { echo $e->getMessage(); } echo strlen(serialize(range(1, 100))), \
    preg_replace('/b/', 'c', 'abc'), eval('return 5;'); $a = null;";
const PROBE_PRINTS: &str = "e990acc5d";

/// Memory of a request that shall run out of stack first.
const MEMORY: &str = "64M";

/// Limits at which scripts run out of memory: one after the other, so that each allocation of a
/// small script is hit by some of them. Each script begins at another.
const LIMIT_FIRST: usize = 400 << 10;
const LIMIT_STEP: usize = 61 << 10;

/// How many limits are tried with each script; `FAULT_LIMITS` changes it.
fn limits() -> usize {
    number_of("FAULT_LIMITS", 3)
}

/// How many points are tried in each script; `FAULT_POINTS` changes it.
fn points() -> u64 {
    number_of("FAULT_POINTS", 2) as u64
}

fn number_of(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(otherwise)
}

fn probe(after: &str) -> Result<(), String> {
    let source = Source { name: "probe.php".into(), bytes: PROBE.into() };
    let (printed, status) = output_of(&source, &settings(&[]));
    if printed == PROBE_PRINTS.as_bytes() && status == 0 {
        return Ok(());
    }
    let printed = String::from_utf8_lossy(&printed);
    Err(format!("after {after}: the probe prints {printed}, status {status}"))
}

fn in_thread(work: impl FnOnce() -> Result<(), String> + Send + 'static) -> Result<(), String> {
    on_thread(work).join().map_err(|_| "it panics")?
}

/// Every way to recurse without end: each ends with PHP's error, and the next request is well.
pub fn recursion() -> Result<(), String> {
    in_thread(|| {
        for path in entries(&root().join("tests/faults/deep")) {
            output(&path, &settings(&[("memory_limit", MEMORY)]));
            probe(&path.to_string_lossy())?;
        }
        Ok(())
    })
}

/// A depth that no native stack has room for. Not all pairs are tried, unless `FAULT_PAIRS` is 1.
const DEEP: &str = "1000000";

/// Calls of every kind inside calls of every kind, as deep as they go: the exception comes back, or
/// PHP's error of the stack or of memory does, and the next request is well.
pub fn calls() -> Result<(), String> {
    in_thread(|| {
        let path = root().join("tests/lang/call/matrix.php");
        let source = Source::read(&path.to_string_lossy()).expect("a script");
        let kinds = output_with(&source, &["1"], &settings(&[])).0;
        let kinds = String::from_utf8_lossy(&kinds).into_owned();
        let pairs = kinds.lines().filter_map(|line| line.split_once(": "));
        for pair in pairs.step_by(number_of("FAULT_PAIRS", 9)) {
            let (one, other) = pair.0.split_once(", ").expect("two kinds");
            let limit = settings(&[("memory_limit", MEMORY)]);
            let (printed, _) = output_with(&source, &[DEEP, one, other], &limit);
            let printed = String::from_utf8_lossy(&printed);
            let known = [
                "bottom 0",
                "Error of the stack",
                "Fiber stack protect failed",
                "Allowed memory size",
            ];
            if !known.iter().any(|text| printed.contains(text)) {
                return Err(format!("{one} and {other} print {printed}"));
            }
            probe(pair.0)?;
        }
        Ok(())
    })
}

/// The tests of the language that are not large.
fn small_tests() -> Vec<PathBuf> {
    let is_small = |path: &PathBuf| !path.to_string_lossy().contains("/found/");
    tests().into_iter().filter(is_small).collect()
}

/// The tests of the language under many memory limits: each ends well or with PHP's error, and the next request is
/// well.
pub fn memory() -> Result<(), String> {
    in_thread(|| {
        for (at, path) in small_tests().into_iter().enumerate() {
            for step in 0..limits() {
                let limit = (LIMIT_FIRST + at * LIMIT_STEP / 7 + step * LIMIT_STEP).to_string();
                output(&path, &settings(&[("memory_limit", &limit)]));
                probe(&path.to_string_lossy())?;
            }
        }
        Ok(())
    })
}

/// Runs each test once, `counted`, which tells how many points it has, then with a fault at some of
/// them. The points of a test are far apart, and other ones in each test.
fn at_points(counted: impl Fn(&Path) -> u64, faulty: impl Fn(&Path, u64)) -> Result<(), String> {
    for (at, path) in small_tests().into_iter().enumerate() {
        let all = counted(&path);
        for point in 0..points().min(all) {
            let point = (point * all / points() + at as u64 * 7) % all;
            faulty(&path, point);
            probe(&format!("{} with a fault at {point} of {all}", path.display()))?;
        }
    }
    Ok(())
}

/// Allocations of the request heap fail: one, or all from one on.
pub fn allocations() -> Result<(), String> {
    in_thread(|| {
        let settings = settings(&[]);
        let fail_after = |count| heap::with(|heap| heap.fail_after(count));
        let counted = |path: &Path| {
            fail_after(None);
            output(path, &settings);
            heap::with(heap::Heap::attempts)
        };
        at_points(counted, |path, point| {
            fail_after(Some(point));
            output(path, &settings);
            heap::with(|heap| heap.fail_once_after(point));
            output(path, &settings);
            fail_after(None);
        })
    })
}

/// Panics that were asked for are not worth a report.
fn hush_asked_panics() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let text = info.payload().downcast_ref::<&str>();
        if text.is_none_or(|text| *text != boundary::PANIC) {
            report(info);
        }
    }));
}

/// A native body panics: the request ends with a fatal error.
pub fn panics() -> Result<(), String> {
    hush_asked_panics();
    in_thread(|| {
        let settings = settings(&[]);
        let counted = |path: &Path| {
            boundary::panic_after(None);
            output(path, &settings);
            boundary::reached()
        };
        at_points(counted, |path, point| {
            boundary::panic_after(Some(point));
            output(path, &settings);
            boundary::panic_after(None);
        })
    })
}
