//! Where `unsafe` may live.

use super::{Findings, RustFile};

/// Files and folders whose modules hold representations or enter machine code.
const UNSAFE: &[&str] = &[
    "ext/sodium/ffi",
    "crates/libmagic/src/api.rs",
    "crates/libxml2/src",
    "crates/stdx/src/arena.rs",
    "crates/runtime/src/heap",
    "crates/runtime/src/value",
    "crates/runtime/src/string",
    "crates/runtime/src/array",
    "crates/runtime/src/object",
    "crates/runtime/src/native",
    "crates/runtime/src/layout",
    "crates/runtime/src/registry.rs",
    "crates/vm/src/fiber/switch.rs",
    "crates/vm/src/frame",
    "crates/vm/src/stack",
    "crates/vm/src/dispatch",
    "crates/vasm/src/code_memory",
    "crates/vasm/tests",
    "crates/vasm/benches",
    "crates/jit/src/enter",
    "crates/jit/src/tc",
    "crates/jit/src/smash",
    "crates/jit/src/helpers",
];

/// `unsafe` outside of its places, and crate roots that do not forbid or deny it.
pub fn unsafe_map(files: &[RustFile]) -> Findings {
    let mut findings = Vec::new();
    for file in files {
        let allowed = UNSAFE.iter().any(|place| file.path.starts_with(place))
            || file.path.ends_with("/ffi.rs");
        let uses = file.text.lines().any(uses_unsafe);
        if uses && !allowed {
            findings.push(format!("{}: unsafe code has no place here", file.path));
        }
        let is_root = file.path.ends_with("/src/lib.rs") || file.path.ends_with("/src/main.rs");
        let guarded = file.text.contains("#![forbid(unsafe_code)]")
            || file.text.contains("#![deny(unsafe_code)]");
        if is_root && !guarded {
            findings.push(format!("{}: a crate forbids or denies unsafe code", file.path));
        }
    }
    findings
}

fn uses_unsafe(line: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    let word = "unsafe";
    code.match_indices(word).any(|(at, _)| {
        let after = code[at + word.len()..].trim_start();
        let before = code[..at].chars().next_back();
        let starts = before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '"');
        starts && ["{", "fn", "impl", "extern", "trait"].iter().any(|next| after.starts_with(next))
    })
}
