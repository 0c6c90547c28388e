//! What ends a request does nothing to the next one in the process.

use std::path::{Path, PathBuf};

use engine::source::Source;

use crate::scripts::{entries, on_thread, output, output_of, root, settings, tests};

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
    let limits = std::env::var("FAULT_LIMITS").ok().and_then(|limits| limits.parse().ok());
    limits.unwrap_or(3)
}

fn probe(after: &Path) -> Result<(), String> {
    let source = Source { name: "probe.php".into(), bytes: PROBE.into() };
    let (printed, status) = output_of(&source, &settings(&[]));
    if printed == PROBE_PRINTS.as_bytes() && status == 0 {
        return Ok(());
    }
    let printed = String::from_utf8_lossy(&printed);
    Err(format!("after {}: the probe prints {printed}, status {status}", after.display()))
}

/// Every way to recurse without end: each ends with PHP's error, and the next request is well.
pub fn recursion() -> Result<(), String> {
    let thread = on_thread(|| {
        for path in entries(&root().join("tests/faults/deep")) {
            output(&path, &settings(&[("memory_limit", MEMORY)]));
            probe(&path)?;
        }
        Ok(())
    });
    thread.join().map_err(|_| "it panics")?
}

/// The tests of the language under many memory limits: each ends well or with PHP's error, and the next request is
/// well.
pub fn memory() -> Result<(), String> {
    let thread = on_thread(|| {
        let is_small = |path: &PathBuf| !path.to_string_lossy().contains("/found/");
        for (at, path) in tests().into_iter().filter(is_small).enumerate() {
            for step in 0..limits() {
                let limit = (LIMIT_FIRST + at * LIMIT_STEP / 7 + step * LIMIT_STEP).to_string();
                output(&path, &settings(&[("memory_limit", &limit)]));
                probe(&path)?;
            }
        }
        Ok(())
    });
    thread.join().map_err(|_| "it panics")?
}
