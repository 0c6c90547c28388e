//! Chooses the dispatcher: tail calls where the code generator is known to make them.
//!
//! A call in tail position becomes a jump only in optimised code without instrumentation. Whether
//! it did is a property of each build, so the choice errs on the side of the trampoline.

use std::env;

fn main() {
    println!("cargo::rustc-check-cfg=cfg(tail_dispatch)");
    println!("cargo::rerun-if-changed=build.rs");
    let var = |name: &str| env::var(name).unwrap_or_default();
    let optimised = matches!(var("OPT_LEVEL").as_str(), "2" | "3");
    let plain = env::var_os("CARGO_CFG_DEBUG_ASSERTIONS").is_none()
        && env::var_os("CARGO_CFG_SANITIZE").is_none()
        && !var("CARGO_ENCODED_RUSTFLAGS").contains("instrument-coverage");
    let known = matches!(var("CARGO_CFG_TARGET_ARCH").as_str(), "x86_64" | "aarch64");
    let unwinds = var("CARGO_CFG_PANIC") == "unwind";
    let forced = env::var_os("CARGO_FEATURE_PORTABLE_DISPATCH").is_some();
    if optimised && plain && known && unwinds && !forced {
        println!("cargo::rustc-cfg=tail_dispatch");
    }
}
