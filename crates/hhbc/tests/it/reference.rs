//! `docs/bytecode.md` is what the tables say.

use std::fs;
use std::path::Path;

use hhbc::doc::{bytecode_reference, explains};
use hhbc::instr::Op;

pub fn the_reference_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/bytecode.md");
    let text = bytecode_reference();
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == text, "docs/bytecode.md is out of date: run `./x gen`");
}

pub fn the_reference_explains_every_immediate() {
    for op in Op::ALL {
        for (_, code) in op.info().imms {
            assert!(explains(code), "{code} of {}", op.name());
        }
    }
}
